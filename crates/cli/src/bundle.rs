//! `methodic bundle`: is generated schema sound in itself? Folders of it, bundles, and single files.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use methodic_validator::Methods;
use methodic_validator::structure::Bundle;
use serde_json::Value;

use crate::report::{Format, Report, count};

const EXAMPLES: &str = "\
EXAMPLES:
  All that was generated for a protocol, both surfaces:
    methodic bundle schema

  One bundle, with the methods.json that lies beside it, if there is one:
    methodic bundle schema/app_server_protocol.v2.schemas.json

  What may be meant, too, such as two definitions that say the same:
    methodic bundle --notes schema

WHAT IS CHECKED:
  valid draft-07 by the official meta-schema; every reference resolves; every definition is reached from a method, a
  message or a file of its own; variants of a union have distinct tags; every request has params and a result, and
  methods.json and the message unions agree; titles are unique in a namespace; required members exist; an enum has each
  value once; a default fits its own schema; integer formats have their bounds; x- keywords have their form.

Exit codes: 0 clean, 1 findings, 2 could not run.";

/// Checks generated schema without any message: is it sound in itself?
///
/// In a folder every file named *.json is checked as a schema, except methods.json and those that say they are no schema.
/// A folder in it with a methods.json or bundles of its own is another surface, and checked by itself.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Folders of generated schema, bundles, or single schema files
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Says what is worth a look and may be meant
    #[arg(long)]
    notes: bool,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode, Box<dyn Error>> {
    let mut report = Report::new(args.format);
    let mut files = 0;
    for path in &args.paths {
        if path.is_dir() {
            let before = files;
            folder(path, args.notes, &mut report, &mut files)?;
            if files == before {
                return Err(format!("no schema in {}: expected files named *.json", path.display()).into());
            }
        } else {
            let beside = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let methods = methods(beside)?;
            check(path, &read(path)?, methods.as_ref().filter(|_| is_bundle(path)), &[], args.notes, &mut report)?;
            files += 1;
        }
    }
    let summary = [count(files, "file"), count(report.found(), "finding")].join(", ");
    Ok(report.finish(&summary, &[("files", files)])?)
}

/// Checks one surface: the folder, and the folders of versions in it.
fn folder(dir: &Path, notes: bool, report: &mut Report, files: &mut usize) -> Result<(), Box<dyn Error>> {
    let (mut found, mut surfaces) = (Vec::new(), Vec::new());
    scan(dir, &mut found, &mut surfaces)?;
    found.sort();
    surfaces.sort();
    let methods = methods(dir)?;
    // What a definition is called that has a file of its own: `v2/Turn` for `v2/Turn.json`.
    let names: BTreeSet<String> =
        found.iter().filter(|path| !is_bundle(path)).filter_map(|path| name(dir, path)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for path in &found {
        let document = read(path)?;
        if !is_schema(&document) {
            continue;
        }
        let beside = is_bundle(path);
        check(
            path,
            &document,
            methods.as_ref().filter(|_| beside),
            if beside { &names } else { &[] },
            notes && beside,
            report,
        )?;
        *files += 1;
    }
    surfaces.iter().try_for_each(|surface| folder(surface, notes, report, files))
}

fn scan(dir: &Path, files: &mut Vec<PathBuf>, surfaces: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(dir).map_err(|error| format!("cannot read {}: {error}", dir.display()))? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path.is_dir() && !hidden {
            let bundles = fs::read_dir(&path)?.filter_map(Result::ok).any(|entry| is_bundle(&entry.path()));
            if bundles || path.join("methods.json").is_file() {
                surfaces.push(path);
            } else {
                scan(&path, files, surfaces)?;
            }
        } else if !hidden && path.extension().is_some_and(|name| name == "json") && !path.ends_with("methods.json") {
            files.push(path);
        }
    }
    Ok(())
}

fn check(
    path: &Path,
    document: &Value,
    methods: Option<&Methods>,
    names: &[&str],
    notes: bool,
    report: &mut Report,
) -> io::Result<()> {
    let shown = path.to_string_lossy().replace('\\', "/");
    let mut bundle = Bundle::new(&shown, document).documents(names.iter().copied());
    if let Some(methods) = methods {
        bundle = bundle.methods(methods);
    }
    bundle.check().into_iter().try_for_each(|finding| report.add(finding))?;
    let notes = if notes { bundle.notes() } else { Vec::new() };
    notes.into_iter().try_for_each(|note| report.note(note))
}

fn methods(dir: &Path) -> Result<Option<Methods>, Box<dyn Error>> {
    Ok(if dir.join("methods.json").is_file() { Some(Methods::load(dir)?) } else { None })
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{} is not JSON: {error}", path.display()))?)
}

fn is_bundle(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".schemas.json"))
}

/// Other documents that a generator puts beside schemas say what they are.
fn is_schema(document: &Value) -> bool {
    document.get("openrpc").is_none()
}

fn name(dir: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(dir).ok()?.with_extension("");
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    Some(parts.join("/"))
}
