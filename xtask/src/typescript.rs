//! Runs TypeScript's compiler: on the fixtures, as their third judge, and on whatever else asks about payloads.

use std::fs;
use std::path::{Path, PathBuf};

use methodic_validator::typescript::{Complaint, Program, Question, literal, opinion, payload, type_in_map};
use methodic_validator::{Fixture, Judged, Methods, Opinion, Sight, Surface};
use serde_json::json;

use crate::failure::Failure;
use crate::process::read;
use crate::tools::TYPESCRIPT;
use crate::workspace::Workspace;

/// The compiler, from the root. It is the newest, which is written in a language that makes it quick.
const COMPILER: &str = "node_modules/typescript-7/bin/tsc";

/// The compiler's complaints about each question. The program is kept in `target/xtask/<name>`; `header` declares its
/// types.
pub(crate) fn compile(
    workspace: &Workspace,
    name: &str,
    header: &str,
    mut questions: Vec<Question<'_>>,
) -> Result<Vec<Vec<Complaint>>, Failure> {
    let folder = format!("target/xtask/{name}");
    let options = json!({
        "strict": true, "noEmit": true, "target": "es2022", "lib": ["es2023"], "types": [],
        "module": "esnext", "moduleResolution": "bundler", "skipLibCheck": true,
    });
    let config = json!({ "compilerOptions": options, "files": ["questions.ts"] });
    write(workspace, &folder, "tsconfig.json", &config.to_string())?;
    let (compiler, project) = (format!("{TYPESCRIPT}/{COMPILER}"), format!("{folder}/tsconfig.json"));
    // Each round takes at least one member away.
    loop {
        let program = Program::new(header, &questions);
        write(workspace, &folder, "questions.ts", program.text())?;
        let output = read(workspace, "node".as_ref(), &[&compiler, "--pretty", "false", "-p", &project])?;
        let answers = program.answers(&String::from_utf8_lossy(&output.stdout)).map_err(|line| {
            Failure::new(format_args!("TypeScript cannot compile `{folder}/questions.ts`: {line}"))
                .mend(format_args!("see what `node {compiler} -p {project}` says"))
        })?;
        let opened = questions.iter_mut().zip(&answers).filter_map(|(asked, said)| asked.open_up(said).then_some(()));
        if opened.count() == 0 {
            return Ok(answers);
        }
    }
}

/// Writes a file below the workspace's root and returns its path.
pub(crate) fn write(workspace: &Workspace, folder: &str, name: &str, text: &str) -> Result<PathBuf, Failure> {
    let file = workspace.root().join(folder).join(name);
    let written = fs::create_dir_all(workspace.root().join(folder)).and_then(|()| fs::write(&file, text));
    written.map_err(|error| Failure::new(format_args!("could not write `{}`: {error}", file.display())))?;
    Ok(file)
}

/// Lets the types of the package in `generated` judge: an opinion for each fixture.
///
/// Every fixture is held against the whole surface. An accept that uses nothing experimental is held against the stable
/// one too, whose types must not lack what stays.
pub(crate) fn judge(
    workspace: &Workspace,
    generated: &Path,
    methods: &Methods,
    fixtures: &[Fixture],
    verdicts: &[Option<&Judged>],
) -> Result<Vec<Opinion>, Failure> {
    let maps = ["ClientNotifications", "ClientRequests", "ServerNotifications", "ServerRequests"];
    let package = generated.join("generated-ts");
    let import = |prefix: &str, file: &str| {
        let names = maps.map(|map| format!("{map} as {prefix}{map}")).join(", ");
        let file = package.join(file).to_string_lossy().replace('\\', "/");
        format!("import type {{ {names} }} from {};\n", json!(file))
    };
    let header = import("Whole", "experimental/index.js") + &import("Stable", "index.js");
    let stable = Methods::load(generated.join("schema")).map_err(Failure::new)?;
    let mut questions = Vec::new();
    let mut ask = |question| {
        questions.push(question);
        questions.len() - 1
    };
    let asked: Vec<Option<Asked>> = (fixtures.iter().zip(verdicts))
        .map(|(fixture, verdict)| {
            let (method, verdict) = (methods.in_folder(&fixture.folder)?, (*verdict)?);
            let payload = payload(method, &fixture.message)?;
            let (literal, type_) = (literal(fixture, verdict.sight), type_in_map(method, payload.what));
            let whole = ask(Question { payload: payload.clone(), literal, type_: format!("Whole{type_}") });
            let stays = fixture.is_accept() && !verdict.experimental && stable.in_folder(&fixture.folder).is_some();
            let stable = stays.then(|| ask(Question { payload, literal, type_: format!("Stable{type_}") }));
            Some(Asked { sight: verdict.sight, whole, stable })
        })
        .collect();
    let answers = compile(workspace, "fixtures", &header, questions)?;
    let opinions = fixtures.iter().zip(asked).map(|(fixture, asked)| {
        let Some(Asked { sight, whole, stable }) = asked else {
            return Opinion::silent("there is no payload for a type to judge");
        };
        let said = opinion(fixture, sight, &answers[whole]);
        match stable.filter(|_| said.contradicts.is_none()) {
            Some(stable) => on_stable(opinion(fixture, sight, &answers[stable])),
            None => said,
        }
    });
    Ok(opinions.collect())
}

/// What is asked about one fixture: the numbers of the questions, and which types notice its fault.
struct Asked {
    sight: Option<Sight>,
    whole: usize,
    stable: Option<usize>,
}

/// An opinion on the stable surface; where it contradicts, the reader is told that it is that surface's.
fn on_stable(said: Opinion) -> Opinion {
    let because = said.because.map(|because| format!("{} types say: {because}", Surface::Stable));
    Opinion { because, ..said }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use methodic_validator::{FindingKind, Fixture, Judged, Methods, Opinion, Sight, Surface, fixtures};

    use super::judge;
    use crate::fixtures::PROTOCOL;
    use crate::tools::{TYPESCRIPT, Tool, is_ci, npm_project};
    use crate::workspace::Workspace;

    /// Copies the declarations and method tables that the judge reads.
    fn copy(workspace: &Workspace, to: &Path) {
        for file in ["index.d.ts", "types.d.ts", "methods.d.ts", "meta.d.ts"] {
            for folder in ["generated-ts", "generated-ts/experimental"] {
                fs::create_dir_all(to.join(folder)).expect("a folder");
                let text = workspace.read(&format!("{folder}/{file}")).expect("a committed file");
                fs::write(to.join(folder).join(file), text).expect("a file");
            }
        }
        fs::create_dir_all(to.join("schema/experimental")).expect("a folder");
        for file in ["schema/methods.json", "schema/experimental/methods.json"] {
            fs::write(to.join(file), workspace.read(file).expect("a committed file")).expect("a file");
        }
    }

    #[test]
    fn the_compiler_finds_what_is_planted_into_the_types() {
        let workspace = Workspace::find().expect("the tests run inside it");
        if !is_ci() && !workspace.root().join(TYPESCRIPT).join("node_modules").is_dir() {
            eprintln!("left out: `cargo xtask check` installs TypeScript");
            return;
        }
        match npm_project(&workspace, TYPESCRIPT).expect("installable") {
            Tool::Ready(()) => {}
            Tool::Missing(how) => return assert!(!is_ci(), "{how}"),
        }
        let all = fixtures::scan(workspace.root().join(PROTOCOL.fixtures)).expect("fixtures").fixtures;
        let all: Vec<Fixture> = all.into_iter().filter(|fixture| fixture.folder == "thread-archived").collect();
        let judged: Vec<Judged> = (all.iter())
            .map(|fixture| Judged {
                file: fixture.path.clone(),
                surface: Surface::Experimental,
                sight: (!fixture.is_accept()).then_some(Sight::Shape),
                experimental: false,
                opinion: Opinion::accepts(),
            })
            .collect();
        let verdicts: Vec<Option<&Judged>> = judged.iter().map(Some).collect();
        let declared = "export type ThreadArchivedNotification = {\n  /** The thread that is archived now. */\n  threadId: string;";
        let told = |surface: &str, planted: &str, fixtures: &[Fixture]| {
            let folder = tempfile::tempdir().expect("a temporary folder");
            copy(&workspace, folder.path());
            let types = folder.path().join("generated-ts").join(surface).join("types.d.ts");
            let text = fs::read_to_string(&types).expect("a file");
            assert!(text.contains(declared), "the type to plant into is declared otherwise now");
            fs::write(&types, text.replace(declared, planted)).expect("a file");
            let methods = Methods::load(folder.path().join("schema/experimental")).expect("a table");
            let opinions = judge(&workspace, folder.path(), &methods, fixtures, &verdicts).expect("a compiler");
            let of = |opinion: &Opinion| (opinion.pointer.clone().unwrap_or_default(), opinion.contradicts);
            opinions.iter().map(of).collect::<Vec<_>>()
        };
        let (whole, member) = (|| "/params".to_owned(), || "/params/threadId".to_owned());
        // In this order: accept/minimal, reject/missing-thread-id, reject/thread-id-is-number.
        let right = [(String::new(), None), (whole(), None), (member(), None)];
        assert_eq!(told("experimental", declared, &all), right);
        let number = "export type ThreadArchivedNotification = { threadId: number;";
        let accepted = (String::new(), Some(FindingKind::TypeAccepted));
        assert_eq!(
            told("experimental", number, &all),
            [(member(), Some(FindingKind::TypeRefused)), (whole(), None), accepted.clone()]
        );
        let lost = "export type ThreadArchivedNotification = { thread?: string;";
        let found = told("experimental", lost, &all);
        assert_eq!(found, [(member(), Some(FindingKind::TypeRefused)), accepted.clone(), accepted.clone()]);
        let stable = told("", number, &all);
        assert_eq!(stable[0], (member(), Some(FindingKind::TypeRefused)));
        assert_eq!(stable[1..], right[1..], "the stable surface judges accepts alone");

        // Beside an unknown member a reject is still refused for its fault, and not for the member.
        let mut beside = all.clone();
        beside.iter_mut().for_each(|fixture| fixture.message["params"]["unknown"] = serde_json::json!({ "a": 1 }));
        assert_eq!(told("experimental", declared, &beside)[1..], right[1..]);
        assert_eq!(told("experimental", number, &beside)[2], accepted);
    }
}
