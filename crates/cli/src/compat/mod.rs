//! `methodic compat`: what changed between two versions of a protocol, and whom that breaks.

mod git;
mod side;

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use methodic_compat::{
    Contract, ContractError, Day, Format, Judgement, Level, Policy, RULES, Show, Stability, Surface,
    catalogue_markdown, explain, nearest,
};
use methodic_profile::{Candidate, Profile, ProfileError, ProfileSurface};
use serde_json::json;

use crate::report::write;
use side::Side;

/// The policy that is taken when none is named.
const POLICY: &str = "compat.toml";

const EXAMPLES: &str = "\
EXAMPLES:
  What the work here changed since it left the main branch:
    methodic compat schema
  Against a release, as notes for the next one:
    methodic compat --against v1.2.0 schema --format markdown
  Two folders, two bundles, or paths of two revisions:
    methodic compat old/schema new/schema
    methodic compat v1/protocol.schemas.json v2/protocol.schemas.json
    methodic compat v1.2.0:schema v1.3.0:schema
  Whether that server version breaks a client that uses a few methods:
    methodic compat v1.2.0:schema v1.3.0:schema --profile editor.toml
  What a rule means:
    methodic compat --explain property-became-required

The policy is TOML; each key can be left out:
  fail-on = \"wire\"                          # or \"source\"
  experimental = \"exempt\"                   # or \"check\"
  unknown-notifications = \"ignored\"         # or \"rejected\": a new notification breaks clients
  open-enums = [\"v2/ErrorInfo\"]             # whose readers take any value
  [rules]
  enum-value-added = { output = \"info\" }    # or one level for both directions
  [[waiver]]                                # --show-waivers prints those to paste
  rule = \"method-removed\"
  path = \"thread/old\"
  reason = \"Never worked; no client calls it.\"
  expires = 2027-01-31

Exit codes: 0 compatible, 1 breaking, 2 could not run.";

/// Says what changed between two versions of a protocol, who breaks, and shows a message that proves it.
///
/// A side is a folder of generated schema, one bundle file (draft-07 or 2020-12, with or without methods.json beside it),
/// or such a path of a git revision, REV:path. With one side alone, the other is the same path where the work here left
/// the main branch.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
#[group(id = "what", multiple = true)]
pub(crate) struct Args {
    /// [BASELINE] CURRENT: what is released, and what is to be
    #[arg(value_name = "SIDE", num_args = 0..=2)]
    sides: Vec<String>,
    /// Compare the one side named with itself at this revision, instead of where it left the main branch
    #[arg(long, value_name = "REV")]
    against: Option<String>,
    /// The policy [default: compat.toml in or beside the current folder of schema, or here]
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
    /// Judge only the methods that this client's profile names
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// Judge what is experimental too, whatever the policy says
    #[arg(long)]
    experimental: bool,
    /// The form of the report
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    /// The lowest level that is shown to people
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL")]
    show: Least,
    /// Below each finding that fails, show the waiver that would accept it
    #[arg(long)]
    show_waivers: bool,
    /// Look for no messages that prove the breaks
    #[arg(long)]
    no_witnesses: bool,
    /// Judge the expiry of waivers as of this day [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Day>,
    /// Where git has no revision to compare with, say so and exit with 0
    #[arg(long)]
    skip_without_base: bool,
    /// Explain one rule, with its example
    #[arg(long, value_name = "RULE", exclusive = true)]
    explain: Option<String>,
    /// List all rules with their levels
    #[arg(long, exclusive = true)]
    list_rules: bool,
    /// Print the catalogue of rules as Markdown
    #[arg(long, exclusive = true)]
    catalogue: bool,
}

/// The form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Form {
    /// By method, for a terminal
    #[default]
    Human,
    /// One JSON object, for a program
    Json,
    /// Workflow commands that GitHub shows beside the lines of a change
    Github,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Notes for a release: breaking, added, changed, deprecated
    Markdown,
}

/// The lowest level that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Least {
    /// All changes
    #[default]
    Info,
    /// What breaks code or messages
    Source,
    /// What breaks messages
    Wire,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "expected a day, such as 2027-01-31".to_owned())
}

/// Runs the command and prints what it has to say.
pub(crate) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    if let Some(rule) = &args.explain {
        return Ok(write(&explained(rule)?, ExitCode::SUCCESS));
    }
    if args.list_rules {
        return Ok(write(&list(), ExitCode::SUCCESS));
    }
    if args.catalogue {
        return Ok(write(&catalogue_markdown(), ExitCode::SUCCESS));
    }
    let judgement = match judge(args) {
        Ok(judgement) => judgement,
        Err(refusal) if refusal.no_base && args.skip_without_base => {
            let text = match args.format {
                Form::Json => format!("{:#}\n", json!({ "skipped": refusal.what, "findings": [] })),
                _ => format!("nothing compared: {}\n", refusal.what),
            };
            return Ok(write(&text, ExitCode::SUCCESS));
        }
        Err(refusal) => return Err(refusal.into()),
    };
    let format = match args.format {
        Form::Human => Format::Human,
        Form::Json => Format::Json,
        Form::Github => Format::Github,
        Form::Sarif => Format::Sarif,
        Form::Markdown => Format::Markdown,
    };
    let least = match args.show {
        Least::Info => Level::Info,
        Least::Source => Level::Source,
        Least::Wire => Level::Wire,
    };
    let text = judgement.render(format, Show { least, waivers: args.show_waivers, rules: RULES });
    Ok(write(&text, if judgement.is_breaking() { ExitCode::from(1) } else { ExitCode::SUCCESS }))
}

fn judge(args: &Args) -> Result<Judgement, Refusal> {
    let (baseline, current) = match (args.sides.as_slice(), args.against.as_deref()) {
        ([current], revision) => {
            let current = Side::parse(current)?;
            match current {
                Side::Disk(path) => (Side::Same { revision, path }, current),
                Side::Revision { path, .. } => match revision {
                    Some(revision) => (Side::Revision { revision, path }, current),
                    None => return Err(one_side()),
                },
                Side::Same { .. } => return Err(one_side()),
            }
        }
        ([baseline, current], None) => (Side::parse(baseline)?, Side::parse(current)?),
        ([_, _], Some(_)) => {
            return Err(Refusal::new(
                "--against names a second baseline".to_owned(),
                Some("name CURRENT alone: methodic compat --against REV CURRENT".to_owned()),
            ));
        }
        _ => return Err(one_side()),
    };
    let (mut policy, policy_path) = policy(args)?;
    let profile = args.profile.as_deref().map(profile).transpose()?;
    let wants_all = |(_, profile): &(_, Profile)| profile.surface == ProfileSurface::Experimental;
    policy.experimental |= args.experimental || profile.as_ref().is_some_and(wants_all);
    let surface = if policy.experimental { Surface::Experimental } else { Surface::Stable };

    let (mut before, mut after) = (baseline.load(surface)?, current.load(surface)?);
    before.complete_from(&after);
    after.complete_from(&before);
    if let Some((path, profile)) = &profile {
        let chosen = match choose(profile, &before) {
            Ok(chosen) => chosen,
            // What the stable surface does not have may be experimental, which is worth telling.
            Err(_) => choose(profile, &baseline.load(Surface::Experimental)?).map_err(|error| {
                Refusal::new(
                    format!("{}: {error} (in {})", path.display(), before.label),
                    Some("a profile is judged by the methods that the baseline has".to_owned()),
                )
            })?,
        };
        before.keep(&chosen);
        after.keep(&chosen);
    }
    let today = args.today.unwrap_or_else(Day::today);
    let mut judgement = Judgement::new(&before, &after, &policy, !args.no_witnesses, today);
    judgement.policy = policy_path.map(|path| path.to_string_lossy().replace('\\', "/"));
    if let Some((path, _)) = &profile {
        // What no method of the profile reaches is reached by others.
        judgement.findings.retain(|finding| !finding.method.is_empty());
        judgement.current = format!("{} for {}", judgement.current, path.display());
    }
    Ok(judgement)
}

fn one_side() -> Refusal {
    Refusal::new(
        "no side to compare is named".to_owned(),
        Some(
            "methodic compat [BASELINE] CURRENT, or --explain RULE, --list-rules; see methodic compat --help"
                .to_owned(),
        ),
    )
}

/// The methods that a profile chooses of a contract.
fn choose(profile: &Profile, contract: &Contract) -> Result<BTreeSet<String>, ProfileError> {
    let candidates: Vec<Candidate> = contract
        .methods
        .iter()
        .map(|method| Candidate { name: &method.name, experimental: method.stability == Stability::Experimental })
        .collect();
    profile.select(&candidates)
}

fn profile(path: &Path) -> Result<(&Path, Profile), Refusal> {
    let profile = Profile::parse(&read(path)?);
    profile.map(|profile| (path, profile)).map_err(|error| Refusal::new(format!("{}: {error}", path.display()), None))
}

/// The policy that is named, or the first that lies where one belongs.
fn policy(args: &Args) -> Result<(Policy, Option<PathBuf>), Refusal> {
    let current = args.sides.last().map(Path::new).filter(|path| path.exists());
    let beside = current.iter().flat_map(|path| path.ancestors().take(2)).map(|folder| folder.join(POLICY));
    let found = args.policy.clone().or_else(|| beside.chain([PathBuf::from(POLICY)]).find(|path| path.is_file()));
    let Some(path) = found else { return Ok((Policy::default(), None)) };
    let policy = Policy::parse(&read(&path)?, RULES).map_err(|error| {
        let mut text = error.to_string();
        // `FILE:LINE: what`, which editors and terminals open.
        if let Some((_, what)) = text.split_once(": ") {
            text = format!("{}:{}: {what}", path.display(), error.line);
        }
        Refusal::new(text, Some("methodic compat --help shows a policy with each key".to_owned()))
    })?;
    Ok((policy, Some(path)))
}

fn read(path: &Path) -> Result<String, Refusal> {
    fs::read_to_string(path)
        .map_err(|error| Refusal::new(format!("could not read `{}`: {error}", path.display()), None))
}

fn explained(id: &str) -> Result<String, Refusal> {
    if RULES.iter().any(|rule| rule.id == id) {
        return Ok(explain(id).unwrap_or_default());
    }
    let near = nearest(id, RULES.iter().map(|rule| rule.id));
    let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    Err(Refusal::new(
        format!("there is no rule `{id}`{hint}"),
        Some("methodic compat --list-rules lists them".to_owned()),
    ))
}

/// A line for each rule: its levels as the receiver and as the writer changes, and what it is about.
fn list() -> String {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let word = |level| match level {
        Level::Wire => "wire",
        Level::Source => "source",
        Level::Info => "info",
    };
    let mut out = format!("{:<width$}  input   output  what\n", "rule");
    for rule in RULES {
        out += &format!("{:<width$}  {:<6}  {:<6}  {}\n", rule.id, word(rule.input), word(rule.output), rule.summary);
    }
    out
}

/// Why nothing could be judged, and what helps.
#[derive(Debug)]
pub(crate) struct Refusal {
    what: String,
    help: Option<String>,
    /// There is no revision to compare with; all else is in order.
    no_base: bool,
}

impl Refusal {
    fn new(what: String, help: Option<String>) -> Self {
        Self { what, help, no_base: false }
    }

    fn no_base(what: String, help: &str) -> Self {
        Self { what, help: Some(help.to_owned()), no_base: true }
    }
}

impl From<ContractError> for Refusal {
    fn from(error: ContractError) -> Self {
        Self::new(error.to_string(), error.help().map(str::to_owned))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl Error for Refusal {}
