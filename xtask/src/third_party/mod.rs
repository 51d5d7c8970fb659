//! The step `third-party` of `cargo xtask test`: validators and generators that others wrote read the flat bundles, and
//! must say of every fixture's payload what our own validator says.
//!
//! Each tool gets the same cases and gives one verdict a case; they are compared here, in one way for all. Where a tool is
//! known to err, `deviations.json` says so and why.

mod deviations;
mod tools;

use std::path::Path;

use methodic_validator::typescript::{Literal, payload};
use methodic_validator::{Fixture, Judged, Methods, Sight, Surface, Verdict, fixtures};
use serde::Serialize;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::fixtures::{PROTOCOL, Verdicts, by_schema};
use crate::report::{Finding, Report, count};
use crate::tools::{Tool, npm_project, python};
use crate::typescript::write;
use crate::workspace::Workspace;
use deviations::Deviations;

/// What the tools need: an npm project, the list of Python packages, and the scripts.
pub(crate) const FOLDER: &str = "crates/validator/tests/third_party";

/// Where the generated bundles, the cases and what tools make of them are put, one folder for each surface.
const TARGET: &str = "target/xtask/third-party";

/// One payload for the tools to judge.
#[derive(Debug, Clone, Serialize)]
struct Case<'a> {
    /// The fixture, below the folder of all fixtures.
    fixture: &'a str,
    /// The definition in the flat bundle.
    definition: &'a str,
    value: &'a Value,
    /// Who notices what is wrong with it; none when our validator accepts it.
    #[serde(skip)]
    sight: Option<Sight>,
    #[serde(skip)]
    literal: Literal,
}

/// What a tool says of each case: none when it accepts, or why it refuses.
type Says = Vec<Option<String>>;

/// A tool that judges payloads.
struct Judge {
    /// Its name in `deviations.json`.
    name: &'static str,
    /// The faults from here on it must notice.
    notices: Sight,
    /// Reads a bundle and judges the cases: given the folder of one surface, with both in it.
    run: fn(&Workspace, &Bench<'_>) -> Result<Says, Failure>,
}

/// One surface, laid out for the tools.
struct Bench<'a> {
    surface: Surface,
    /// The folder in the target folder, from the workspace's root.
    folder: String,
    /// The flat bundle, from the workspace's root.
    bundle: String,
    cases: Vec<Case<'a>>,
    /// Where Python's programs are.
    python: &'a Path,
}

/// What Node runs.
const NODE: [Judge; 2] = [
    Judge { name: "ajv", notices: Sight::Format, run: tools::ajv },
    Judge { name: "json-schema-to-typescript", notices: Sight::Excess, run: tools::json_schema_to_typescript },
];

/// What Python runs.
const PYTHON: [Judge; 2] = [
    Judge { name: "check-jsonschema", notices: Sight::Value, run: tools::check_jsonschema },
    Judge { name: "datamodel-code-generator", notices: Sight::Value, run: tools::datamodel_code_generator },
];

/// What the tools find, and what was left out because a tool is missing.
pub(crate) fn report(workspace: &Workspace) -> Result<(Report, Vec<String>), Failure> {
    let mut left_out = Vec::new();
    let mut judges = Vec::new();
    let compiler = npm_project(workspace, crate::tools::TYPESCRIPT)?;
    match [compiler, npm_project(workspace, FOLDER)?].into_iter().find_map(Tool::missing) {
        None => judges.extend(&NODE),
        Some(how) => left_out.push(format!("{}: {how}", names(&NODE))),
    }
    let programs = match python(workspace, &format!("{FOLDER}/requirements.txt"))? {
        Tool::Ready(programs) => {
            judges.extend(&PYTHON);
            Some(programs)
        }
        Tool::Missing(how) => {
            left_out.push(format!("{}: {how}", names(&PYTHON)));
            None
        }
    };
    let programs = programs.unwrap_or_default();
    let schema = workspace.root().join("schema");
    let judged = by_schema(workspace, &schema, &PROTOCOL)?.verdicts;
    let verdicts = Verdicts::new(&judged, &PROTOCOL);
    let scan = fixtures::scan(workspace.root().join(PROTOCOL.fixtures)).map_err(Failure::new)?;
    let mut deviations = Deviations::parse(&workspace.read(&format!("{FOLDER}/deviations.json"))?)?;
    let mut findings =
        if programs.as_os_str().is_empty() { Vec::new() } else { tools::metaschema(workspace, &programs)? };
    let mut payloads = 0;
    for (surface, place) in [(Surface::Stable, "schema"), (Surface::Experimental, "schema/experimental")] {
        let methods = Methods::load(workspace.root().join(place)).map_err(Failure::new)?;
        let cases = cases(&methods, &scan.fixtures, |fixture| verdicts.of(fixture, surface));
        payloads += cases.len();
        let folder = format!("{TARGET}/{surface}");
        write(workspace, &folder, "cases.json", &json!(cases).to_string())?;
        let bundle = format!("{place}/{}.v2.schemas.json", methods.protocol.name);
        let bench = Bench { surface, folder, bundle, cases, python: &programs };
        for judge in &judges {
            let says = (judge.run)(workspace, &bench)?;
            findings.extend(compare(judge, &bench, &says, &mut deviations)?);
        }
    }
    findings.extend(deviations.unused(&judges.iter().map(|judge| judge.name).collect::<Vec<_>>()));
    let tools = judges.iter().map(|judge| judge.name).collect::<Vec<_>>().join(", ");
    let summary = match findings.len() {
        0 if tools.is_empty() => "no tool could be asked".to_owned(),
        0 => {
            format!("{} agree with {tools}; {} known", count(payloads, "payload"), count(deviations.len(), "deviation"))
        }
        number => format!("{} about third-party tools", count(number, "finding")),
    };
    Ok((Report { findings, notes: left_out.clone(), summary, ..Report::default() }, left_out))
}

fn names(judges: &[Judge]) -> String {
    judges.iter().map(|judge| judge.name).collect::<Vec<_>>().join(" and ")
}

/// The payloads of all fixtures that a surface can judge.
fn cases<'a>(
    methods: &'a Methods,
    fixtures: &'a [Fixture],
    verdict: impl Fn(&Fixture) -> Option<&'a Judged>,
) -> Vec<Case<'a>> {
    let case = |fixture: &'a Fixture| {
        let (method, judged) = (methods.in_folder(&fixture.folder)?, verdict(fixture)?);
        let payload = payload(method, &fixture.message)?;
        let definition = if payload.what == "params" { &method.params } else { &method.result };
        let refused = judged.opinion.verdict == Verdict::Refuses;
        // What is wrong with the envelope is not to be seen in the payload.
        let inside = judged.opinion.pointer.as_ref().is_some_and(|at| at.starts_with(&format!("/{}", payload.what)));
        (!refused || inside).then_some(Case {
            fixture: fixture.path.split_once("/fixtures/").map_or(fixture.path.as_str(), |(_, path)| path),
            definition: definition.as_ref()?.rsplit('/').next()?,
            value: fixture.message.get(payload.what)?,
            sight: judged.sight,
            literal: methodic_validator::typescript::literal(fixture, judged.sight),
        })
    };
    fixtures.iter().filter_map(case).collect()
}

/// Holds what a tool says against what our validator says.
fn compare(judge: &Judge, bench: &Bench<'_>, says: &Says, known: &mut Deviations) -> Result<Vec<Finding>, Failure> {
    if says.len() != bench.cases.len() {
        let (found, expected) = (says.len(), bench.cases.len());
        return Err(Failure::new(format_args!("{} gave {found} verdicts for {expected} cases", judge.name)));
    }
    let mut findings = Vec::new();
    for (case, said) in bench.cases.iter().zip(says) {
        let message = match (case.sight, said) {
            (None, Some(why)) => format!("refuses what our validator accepts: {why}"),
            (Some(sight), None) if sight >= judge.notices => "accepts what our validator refuses".to_owned(),
            _ => continue,
        };
        if !known.allow(judge.name, case.fixture) {
            findings.push(finding(
                format!("{}/{}", PROTOCOL.fixtures, case.fixture),
                format!("{}, {} surface, {}: {message}", judge.name, bench.surface, case.definition),
            ));
        }
    }
    Ok(findings)
}

fn finding(file: String, message: String) -> Finding {
    Finding { file, kind: "third-party".to_owned(), message, ..Finding::default() }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use methodic_validator::typescript::Literal;
    use methodic_validator::{Sight, Surface};
    use serde_json::json;

    use super::{Bench, Case, Deviations, Judge, compare};

    #[test]
    fn a_tool_must_accept_what_is_valid_and_refuse_what_it_can_notice() {
        let value = json!({});
        let case = |fixture, sight| Case { fixture, definition: "Ping", value: &value, sight, literal: Literal::Open };
        let cases = vec![
            case("ping/accept/a.json", None),
            case("ping/reject/shape.json", Some(Sight::Shape)),
            case("ping/reject/range.json", Some(Sight::Value)),
            case("ping/reject/known.json", Some(Sight::Shape)),
        ];
        let bench = Bench {
            surface: Surface::Stable,
            folder: String::new(),
            bundle: String::new(),
            cases,
            python: Path::new(""),
        };
        let judge = Judge { name: "tool", notices: Sight::Excess, run: |_, _| Ok(Vec::new()) };
        let text = r#"{ "tool": [{ "why": "w", "fixtures": ["ping/reject/known.json"] }] }"#;
        let mut known = Deviations::parse(text).expect("well-formed");

        let says = vec![None, Some("no".to_owned()), None, None];
        assert_eq!(compare(&judge, &bench, &says, &mut known).expect("as many as cases"), []);
        assert_eq!(known.unused(&["tool"]), []);

        let says = vec![Some("too long".to_owned()), None, Some("no".to_owned()), Some("no".to_owned())];
        let found = compare(&judge, &bench, &says, &mut known).expect("as many as cases");
        let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "tool, stable surface, Ping: refuses what our validator accepts: too long",
                "tool, stable surface, Ping: accepts what our validator refuses",
            ]
        );
        assert!(compare(&judge, &bench, &vec![None], &mut known).is_err(), "a verdict for each case");
    }
}
