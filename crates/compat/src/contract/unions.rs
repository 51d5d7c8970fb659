//! Methods of a bundle without a method table: from the unions of all messages, and by how definitions are named.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::error::ContractError;
use super::names::Names;
use super::{Direction, Kind, Method, Stability};

/// How the note about requests without a result begins.
pub(super) const NO_RESULT: &str = "no result is known";

/// What a bundle says of one message, in a branch of a union.
struct Branch<'a> {
    method: &'a str,
    /// The definition that the branch refers to.
    definition: Option<String>,
    title: Option<&'a str>,
    /// The schema of the params and where it stands.
    params: Option<(&'a Value, String)>,
    params_required: bool,
    has_id: bool,
    stability: Stability,
}

/// A union of messages, and what its name says about them.
struct Union<'a> {
    name: String,
    direction: Option<Direction>,
    kind: Option<Kind>,
    branches: Vec<Branch<'a>>,
}

/// The methods of all message unions; what had to be guessed is told in the notes.
pub(super) fn methods(
    label: &str,
    document: &Value,
    names: &Names,
    notes: &mut Vec<String>,
) -> Result<Vec<Method>, ContractError> {
    let mut unions = unions(document, names);
    // A union that is named for its sender says more than one of all messages.
    if unions.iter().any(|union| union.direction.is_some()) {
        unions.retain(|union| union.direction.is_some());
    }
    if names.all.is_empty() && unions.is_empty() {
        return Err(ContractError::new(
            label,
            "neither `definitions` nor `$defs`; expected a bundle of a protocol's definitions",
        ));
    }
    if unions.is_empty() {
        return Err(ContractError::new(
            label,
            "no methods.json, and no definition is a union of messages (`oneOf` whose branches have a constant `method`)",
        )
        .mend("name the folder that holds methods.json, or a bundle that defines ClientRequest, ServerRequest, \
               ClientNotification or ServerNotification"));
    }
    let named: Vec<String> = unions.iter().map(|union| format!("`{}`", union.name)).collect();
    notes.push(format!("no methods.json: methods are those of {}, results are found by their names", named.join(", ")));

    let mut found: Vec<Method> = Vec::new();
    let mut seen = BTreeSet::new();
    for union in &unions {
        let directions = match union.direction {
            Some(direction) => vec![direction],
            None => {
                notes.push(format!(
                    "`{}` does not say who sends; both sides are taken to send it and to read it",
                    union.name
                ));
                vec![Direction::ClientToServer, Direction::ServerToClient]
            }
        };
        for branch in &union.branches {
            let kind = union.kind.unwrap_or(if branch.has_id { Kind::Request } else { Kind::Notification });
            let params = branch.params.as_ref().map(|(_, pointer)| pointer.clone());
            let result = (kind == Kind::Request).then(|| result(branch, names)).flatten();
            for &direction in &directions {
                if seen.insert((branch.method, direction, kind)) {
                    found.push(Method {
                        name: branch.method.to_owned(),
                        kind,
                        direction,
                        stability: branch.stability,
                        params_required: params.is_some() && branch.params_required,
                        params: params.clone(),
                        result: result.clone(),
                    });
                }
            }
        }
    }
    notes.extend(note_of_results(&found));
    Ok(found)
}

/// Names the requests whose results cannot be compared.
pub(super) fn note_of_results(methods: &[Method]) -> Option<String> {
    let without = methods.iter().filter(|method| method.kind == Kind::Request && method.result.is_none());
    let without: BTreeSet<&str> = without.map(|method| method.name.as_str()).collect();
    let named: Vec<String> = without.iter().map(|name| format!("`{name}`")).collect();
    (!named.is_empty()).then(|| format!("{NO_RESULT} for {}: no definition is named for it", named.join(", ")))
}

/// Whether a message must have params, by method and sender, as far as the document has message unions.
pub(super) fn envelopes(document: &Value, names: &Names) -> BTreeMap<(String, Direction), bool> {
    let mut found = BTreeMap::new();
    for union in unions(document, names) {
        for branch in &union.branches {
            if let Some(direction) = union.direction {
                found.entry((branch.method.to_owned(), direction)).or_insert(branch.params_required);
            }
        }
    }
    found
}

/// Every definition, and the document itself, that is a union of messages.
fn unions<'a>(document: &'a Value, names: &Names) -> Vec<Union<'a>> {
    let places = names.all.iter().map(|(name, pointer)| (name.as_str(), pointer.as_str()));
    let title = document["title"].as_str().unwrap_or("the document");
    let mut found = Vec::new();
    for (name, pointer) in places.chain([(title, "")]) {
        let mut branches = Vec::new();
        let mut visited = BTreeSet::new();
        if !collect(document, pointer, &mut visited, &mut branches) || branches.is_empty() {
            continue;
        }
        found.push(Union {
            name: name.to_owned(),
            direction: either(name, ("Client", Direction::ClientToServer), ("Server", Direction::ServerToClient)),
            kind: either(name, ("Request", Kind::Request), ("Notification", Kind::Notification)),
            branches,
        });
    }
    found
}

/// What a name says by one of two words; nothing if it has both or neither.
fn either<T>(name: &str, one: (&str, T), other: (&str, T)) -> Option<T> {
    match (name.contains(one.0), name.contains(other.0)) {
        (true, false) => Some(one.1),
        (false, true) => Some(other.1),
        _ => None,
    }
}

/// Reads the branches of a union; false if this is none, or one of its branches is no message.
fn collect<'a>(
    document: &'a Value,
    pointer: &str,
    visited: &mut BTreeSet<String>,
    branches: &mut Vec<Branch<'a>>,
) -> bool {
    let Some((schema, pointer)) = resolve(document, pointer) else { return false };
    let Some((keyword, parts)) =
        ["oneOf", "anyOf"].iter().find_map(|keyword| Some((keyword, schema.get(*keyword)?.as_array()?)))
    else {
        return false;
    };
    if !visited.insert(pointer.clone()) {
        return true;
    }
    (0..parts.len()).all(|index| {
        let at = format!("{pointer}/{keyword}/{index}");
        match branch(document, &at) {
            Some(branch) => {
                branches.push(branch);
                true
            }
            None => collect(document, &at, visited, branches),
        }
    })
}

/// One message with a constant method.
fn branch<'a>(document: &'a Value, at: &str) -> Option<Branch<'a>> {
    let (schema, pointer) = resolve(document, at)?;
    let mut parts = vec![(schema, pointer.clone())];
    for index in 0..schema["allOf"].as_array().map_or(0, Vec::len) {
        parts.extend(resolve(document, &format!("{pointer}/allOf/{index}")));
    }
    // A part that says less, such as what all requests share, may stand before the one that names the method.
    let method = parts.iter().find_map(|(part, _)| {
        let method = part["properties"].get("method")?;
        method["const"].as_str().or_else(|| match method["enum"].as_array()?.as_slice() {
            [only] => only.as_str(),
            _ => None,
        })
    })?;
    let requires = |name: &str| {
        parts.iter().any(|(part, _)| part["required"].as_array().is_some_and(|names| names.iter().any(|n| n == name)))
    };
    let params = parts
        .iter()
        .rev()
        .find_map(|(part, at)| Some((part["properties"].get("params")?, format!("{at}/properties/params"))))
        .filter(|(params, _)| params["type"] != "null")
        .map(|(params, at)| resolve(document, &at).unwrap_or((params, at)));
    let stability = match schema {
        _ if schema.get("x-experimental").is_some() => Stability::Experimental,
        _ if schema.get("x-deprecated").is_some() || schema["deprecated"] == true => Stability::Deprecated,
        _ => Stability::Stable,
    };
    Some(Branch {
        method,
        definition: (pointer != at).then_some(pointer),
        title: schema["title"].as_str(),
        params,
        params_required: requires("params"),
        has_id: requires("id"),
        stability,
    })
}

/// Follows references within the document, and a single `allOf` around one.
fn resolve<'a>(document: &'a Value, pointer: &str) -> Option<(&'a Value, String)> {
    let mut pointer = pointer.to_owned();
    // A chain of references that comes back to itself would not end.
    for _ in 0..32 {
        let schema = document.pointer(&pointer)?;
        let around = schema["allOf"].as_array().filter(|parts| parts.len() == 1 && schema.get("properties").is_none());
        match schema.get("$ref").or_else(|| around?.first()?.get("$ref")).and_then(Value::as_str) {
            Some(reference) => pointer = reference.strip_prefix('#')?.to_owned(),
            None => return Some((schema, pointer)),
        }
    }
    None
}

/// The definition that answers a request, by its name.
fn result(branch: &Branch, names: &Names) -> Option<String> {
    let last = |pointer: &str| pointer.rsplit('/').next().unwrap_or_default().to_owned();
    let params = branch.params.as_ref().map(|(_, pointer)| pointer.as_str());
    let stems = [
        params.and_then(|pointer| last(pointer).strip_suffix("Params").map(str::to_owned)),
        branch.definition.as_deref().map(|pointer| last(pointer).trim_end_matches("Request").to_owned()),
        branch.title.map(|title| title.trim_end_matches("Request").to_owned()),
        Some(pascal(branch.method)),
    ];
    let beside = params.or(branch.definition.as_deref()).unwrap_or_default();
    let candidates = stems.into_iter().flatten().flat_map(|stem| [format!("{stem}Response"), format!("{stem}Result")]);
    candidates
        .into_iter()
        .find_map(|name| names.beside(beside, &name).or_else(|| names.unique(&name)))
        .map(str::to_owned)
}

/// `thread/start` as `ThreadStart`.
fn pascal(method: &str) -> String {
    let words = method.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    words.map(capital).collect()
}
