//! How each third-party tool is run: it is given a flat bundle and the cases, and gives its verdicts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;
use std::process::Output;

use methodic_validator::typescript::{Payload, Question};
use serde_json::{Map, Value, json};

use super::{Bench, FOLDER, Says, TARGET, finding};
use crate::failure::Failure;
use crate::process::quiet;
use crate::report::Finding;
use crate::typescript::{compile, write};
use crate::workspace::Workspace;

/// Ajv, in strict mode.
pub(super) fn ajv(workspace: &Workspace, bench: &Bench<'_>) -> Result<Says, Failure> {
    let script = format!("{FOLDER}/ajv.js");
    verdicts(workspace, "node".as_ref(), &[&script, &bench.bundle, &format!("{}/cases.json", bench.folder)])
}

/// The types that json-schema-to-typescript generates, judged by TypeScript's compiler.
pub(super) fn json_schema_to_typescript(workspace: &Workspace, bench: &Bench<'_>) -> Result<Says, Failure> {
    let args = [&format!("{FOLDER}/types.js"), &bench.bundle, &format!("{}/types.ts", bench.folder)];
    succeed(workspace, "node".as_ref(), &args.map(String::as_str), &[0])?;
    let questions = bench.cases.iter().map(|case| Question {
        payload: Payload { what: "payload", value: Some(Cow::Borrowed(case.value)) },
        literal: case.literal,
        type_: format!("Types.{}", case.definition),
    });
    let header = "import type * as Types from \"./types.js\";";
    let answers = compile(workspace, bench.folder.trim_start_matches("target/xtask/"), header, questions.collect())?;
    let said = answers
        .into_iter()
        .map(|complaints| complaints.into_iter().next().map(|first| format!("{}: {}", first.pointer, first.message)));
    Ok(said.collect())
}

/// check-jsonschema, on a schema that refers to the bundle's definitions and a file for each case.
pub(super) fn check_jsonschema(workspace: &Workspace, bench: &Bench<'_>) -> Result<Says, Failure> {
    let bundle = workspace.root().join(&bench.bundle).to_string_lossy().replace('\\', "/");
    let names: BTreeSet<&str> = bench.cases.iter().map(|case| case.definition).collect();
    let reference = |name: &str| (name.to_owned(), json!({ "$ref": format!("{bundle}#/definitions/{name}") }));
    let properties: Map<String, Value> = names.into_iter().map(reference).collect();
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object", "additionalProperties": false, "properties": properties,
    });
    write(workspace, &bench.folder, "by-definition.json", &schema.to_string())?;
    let folder = format!("{}/instances", bench.folder);
    let mut files = Vec::new();
    for (index, case) in bench.cases.iter().enumerate() {
        let name = format!("{index}.json");
        write(workspace, &folder, &name, &json!({ case.definition: case.value }).to_string())?;
        files.push(format!("{folder}/{name}"));
    }
    let schema = format!("{}/by-definition.json", bench.folder);
    let mut args = vec!["-o", "json", "--schemafile", &schema];
    args.extend(files.iter().map(String::as_str));
    let output = succeed(workspace, bench.python.join("check-jsonschema").as_os_str(), &args, &[0, 1])?;
    let printed: Value = parse(&output.stdout, "check-jsonschema")?;
    let mut refused: BTreeMap<&str, String> = BTreeMap::new();
    for error in printed["errors"].as_array().into_iter().flatten() {
        let text = |name: &str| error[name].as_str().unwrap_or_default();
        refused.entry(text("filename")).or_insert_with(|| format!("{}: {}", text("path"), text("message")));
    }
    Ok(files.iter().map(|file| refused.get(file.as_str()).cloned()).collect())
}

/// The pydantic models that datamodel-code-generator generates, reading strictly.
pub(super) fn datamodel_code_generator(workspace: &Workspace, bench: &Bench<'_>) -> Result<Says, Failure> {
    let models = format!("{}/models.py", bench.folder);
    let args = [
        "--input-file-type=jsonschema",
        "--output-model-type=pydantic_v2.BaseModel",
        "--target-python-version=3.11",
        "--use-title-as-name",
        "--use-annotated",
        "--strict-nullable",
        "--enum-field-as-literal=all",
        "--formatters=builtin",
        "--input",
        &bench.bundle,
        "--output",
        &models,
    ];
    succeed(workspace, bench.python.join("datamodel-codegen").as_os_str(), &args, &[0])?;
    let (script, cases) = (format!("{FOLDER}/models.py"), format!("{}/cases.json", bench.folder));
    verdicts(workspace, bench.python.join("python").as_os_str(), &[&script, &models, &cases])
}

/// Holds every schema file against the meta-schema of its draft.
pub(super) fn metaschema(workspace: &Workspace, python: &Path) -> Result<Vec<Finding>, Failure> {
    let files = workspace.listed("schema", "json")?;
    // The method table is no schema.
    let schemas: Vec<&str> = files.iter().map(String::as_str).filter(|file| !file.ends_with("/methods.json")).collect();
    let args = [&["-o", "json", "--check-metaschema"], &schemas[..]].concat();
    let output = succeed(workspace, python.join("check-jsonschema").as_os_str(), &args, &[0, 1])?;
    let printed: Value = parse(&output.stdout, "check-jsonschema")?;
    let faults = ["errors", "parse_errors"].into_iter().flat_map(|list| printed[list].as_array().into_iter().flatten());
    let findings = faults.map(|fault| {
        let text = |name: &str| fault[name].as_str().unwrap_or_default();
        let message = format!("check-jsonschema, meta-schema: {} {}", text("path"), text("message"));
        finding(text("filename").to_owned(), message)
    });
    Ok(findings.collect())
}

/// Runs a script that prints a list with null or a reason for each case.
fn verdicts(workspace: &Workspace, program: &OsStr, args: &[&str]) -> Result<Says, Failure> {
    let output = succeed(workspace, program, args, &[0])?;
    parse(&output.stdout, args.first().copied().unwrap_or_default())
}

fn parse<T: serde::de::DeserializeOwned>(printed: &[u8], who: &str) -> Result<T, Failure> {
    serde_json::from_slice(printed).map_err(|error| {
        let start: String = String::from_utf8_lossy(printed).chars().take(200).collect();
        Failure::new(format_args!("`{who}` printed something else than was expected ({error}): {start}"))
    })
}

/// Runs a program whose exit code must be one of these; what it printed as errors is shown only if it is another.
fn succeed(workspace: &Workspace, program: &OsStr, args: &[&str], codes: &[i32]) -> Result<Output, Failure> {
    let output = quiet(workspace, program, args)?;
    if output.status.code().is_some_and(|code| codes.contains(&code)) {
        return Ok(output);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let last: Vec<&str> = said.trim_end().lines().rev().take(8).collect();
    let shown: Vec<&str> = args.iter().copied().take(6).collect();
    let command =
        format!("{} {}{}", program.to_string_lossy(), shown.join(" "), if args.len() > 6 { " …" } else { "" });
    Err(Failure::new(format_args!(
        "`{command}` failed ({}), with its files in {TARGET}:\n{}",
        output.status,
        last.into_iter().rev().collect::<Vec<_>>().join("\n")
    )))
}
