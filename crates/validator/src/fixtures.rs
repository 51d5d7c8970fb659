//! Loading fixtures: one message a file, in `<method>/accept` and `<method>/reject`, each to be judged by its folder.
//!
//! An accept file is the bare message. A reject file wraps it: `{ "expect": { "pointer", "keyword" }, "message": … }`,
//! with `expect.rust` where the decoder points to another place than the schema.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::without_place;
use crate::finding::{Finding, FindingKind};
use crate::pointer;

/// What must happen to a fixture's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// It is a valid message.
    Accept,
    /// It is refused, and this is where and why.
    Reject {
        /// The JSON pointer, inside the message, of the value that the schema refuses.
        pointer: String,
        /// The schema keyword that refuses it.
        keyword: String,
        /// The pointer that the decoder reports, where it differs.
        rust: Option<String>,
    },
}

/// One message from a file, with what must happen to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fixture {
    /// The file: the folder given to [`load`], joined with the place inside it.
    pub path: String,
    /// The name of the method's folder: its wire name with `-` for `/`.
    pub folder: String,
    /// What must happen to the message.
    pub expectation: Expectation,
    /// The message.
    pub message: Value,
    /// The message exactly as the file spells it, for a decoder that reads text.
    pub text: String,
}

impl Fixture {
    /// The method's wire name if the message says it, otherwise its folder's name.
    pub fn label(&self) -> &str {
        self.message.get("method").and_then(Value::as_str).unwrap_or(&self.folder)
    }

    /// Whether the message must be accepted.
    pub fn is_accept(&self) -> bool {
        self.expectation == Expectation::Accept
    }
}

/// The folder that holds the fixtures of a method.
///
/// ```
/// assert_eq!(methodic_validator::fixtures::folder_of("item/agentMessage/delta"), "item-agentMessage-delta");
/// ```
pub fn folder_of(method: &str) -> String {
    method.replace('/', "-")
}

/// All fixtures below a folder, in the order of their paths, and the files that are none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scan {
    /// The fixtures that could be read.
    pub fixtures: Vec<Fixture>,
    /// What is wrong with the rest: files that are not JSON, or where none belongs.
    pub findings: Vec<Finding>,
}

/// Why fixtures could not be loaded.
#[derive(Debug)]
#[non_exhaustive]
pub enum LoadError {
    /// The folder does not exist or is no folder.
    NoFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A file or folder could not be read.
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// Files that are not fixtures; each finding says which and why.
    Faulty {
        /// One finding for each file.
        findings: Vec<Finding>,
    },
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoFolder { path } => write!(
                f,
                "no fixtures at {}: expected a folder that holds METHOD/accept/*.json and METHOD/reject/*.json",
                path.display()
            ),
            Self::Unreadable { path, source } => write!(f, "cannot read {}: {source}", path.display()),
            Self::Faulty { findings } => {
                write!(f, "{} fixture files cannot be used:", findings.len())?;
                findings.iter().try_for_each(|finding| write!(f, "\n  {finding}"))
            }
        }
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Loads every fixture below `dir`, and fails if one file there is not a fixture.
///
/// ```no_run
/// let fixtures = methodic_validator::fixtures::load("fixtures")?;
/// assert!(fixtures.iter().any(|fixture| fixture.is_accept()));
/// # Ok::<(), methodic_validator::LoadError>(())
/// ```
pub fn load(dir: impl AsRef<Path>) -> Result<Vec<Fixture>, LoadError> {
    let scan = scan(dir)?;
    if scan.findings.is_empty() { Ok(scan.fixtures) } else { Err(LoadError::Faulty { findings: scan.findings }) }
}

/// Loads what can be loaded below `dir`, and reports the rest as findings. Names that start with a dot are left alone.
pub fn scan(dir: impl AsRef<Path>) -> Result<Scan, LoadError> {
    let dir = dir.as_ref();
    if !dir.is_dir() {
        return Err(LoadError::NoFolder { path: dir.to_owned() });
    }
    let mut scan = Scan::default();
    for method in entries(dir)? {
        if !method.is_dir {
            scan.stray(
                &method,
                "a file beside the method folders; fixtures are METHOD/accept/*.json and METHOD/reject/*.json",
            );
            continue;
        }
        for verdict in entries(&method.path)? {
            if !verdict.is_dir || !matches!(verdict.name.as_str(), "accept" | "reject") {
                scan.stray(&verdict, "a method folder holds the folders `accept` and `reject`, nothing else");
                continue;
            }
            for file in entries(&verdict.path)? {
                if file.is_dir || !file.name.ends_with(".json") {
                    scan.stray(&file, "a fixture is a file named *.json");
                    continue;
                }
                let bytes =
                    fs::read(&file.path).map_err(|source| LoadError::Unreadable { path: file.path.clone(), source })?;
                let path = display(&file.path);
                match parse(&bytes, verdict.name == "accept") {
                    Ok((expectation, message, text)) => {
                        scan.fixtures.push(Fixture { path, folder: method.name.clone(), expectation, message, text })
                    }
                    Err(fault) => scan.findings.push(fault.into_finding(path)),
                }
            }
        }
    }
    Ok(scan)
}

impl Scan {
    fn stray(&mut self, entry: &Entry, rule: &str) {
        self.findings.push(Finding::new(FindingKind::Fixture, display(&entry.path), format!("not a fixture: {rule}")));
    }
}

/// A path for readers, spelled with `/` on every system.
pub(crate) fn display(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

struct Entry {
    path: PathBuf,
    name: String,
    is_dir: bool,
}

/// The entries of a folder, sorted by name so that every run reports in the same order.
fn entries(dir: &Path) -> Result<Vec<Entry>, LoadError> {
    let unreadable = |source| LoadError::Unreadable { path: dir.to_owned(), source };
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            found.push(Entry { is_dir: path.is_dir(), name, path });
        }
    }
    found.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(found)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RejectFile {
    expect: Expect,
    message: Box<RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    pointer: String,
    keyword: String,
    #[serde(default)]
    rust: Option<String>,
}

/// Why one file is not a fixture, and where in it.
struct Fault {
    message: String,
    position: Option<(usize, usize)>,
}

impl Fault {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), position: None }
    }

    /// An error of serde_json, whose own text repeats the position that the finding already has.
    fn from_json(lead: &str, error: &serde_json::Error) -> Self {
        let message = format!("{lead}: {}", without_place(error));
        Self { message, position: (error.line() > 0).then_some((error.line(), error.column().max(1))) }
    }

    fn into_finding(self, path: String) -> Finding {
        let finding = Finding::new(FindingKind::Fixture, path, self.message);
        match self.position {
            Some((line, column)) => finding.position(line, column),
            None => finding,
        }
    }
}

fn parse(bytes: &[u8], accept: bool) -> Result<(Expectation, Value, String), Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Fault { message: "not JSON: a byte that is not UTF-8".into(), position: Some((line, column)) }
    })?;
    if accept {
        let message = serde_json::from_str(text).map_err(|error| Fault::from_json("not JSON", &error))?;
        return Ok((Expectation::Accept, message, text.to_owned()));
    }
    let file: RejectFile = serde_json::from_str(text).map_err(|error| {
        let lead = match error.classify() {
            serde_json::error::Category::Data => {
                "a reject is { \"expect\": { \"pointer\", \"keyword\" }, \"message\": … }"
            }
            _ => "not JSON",
        };
        Fault::from_json(lead, &error)
    })?;
    for (name, pointer) in [("pointer", Some(&file.expect.pointer)), ("rust", file.expect.rust.as_ref())] {
        if let Some(pointer) = pointer.filter(|pointer| !pointer::is_pointer(pointer)) {
            return Err(Fault::new(format!(
                "`expect.{name}` is {pointer:?}: expected a JSON pointer into the message, such as \"/params\" or \"\""
            )));
        }
    }
    if file.expect.keyword.trim().is_empty() {
        return Err(Fault::new(
            "`expect.keyword` is empty: expected the schema keyword that refuses, such as \"required\"",
        ));
    }
    // The raw text was only scanned; numbers out of range and endless nesting show when it becomes a value.
    let message = serde_json::from_str(file.message.get())
        .map_err(|error| Fault { position: None, ..Fault::from_json("`message` is not JSON", &error) })?;
    let Expect { pointer, keyword, rust } = file.expect;
    Ok((Expectation::Reject { pointer, keyword, rust }, message, file.message.get().to_owned()))
}
