//! What one JSON value must be, told from the value itself or from outside, and what is wrong with it as that.

use serde_json::{Map, Value};

use crate::catalog::Catalog;
use crate::envelope::error_answer;
use crate::error::CatalogError;
use crate::fault::Fault;
use crate::finding::{Finding, FindingKind};
use crate::methods::{Kind, Method, Methods};
use crate::nearest::{nearest, offer};

/// What a value is that does not say it itself: the params or the result of a method, or a definition.
#[derive(Debug, Clone)]
pub struct Target {
    method: Option<Method>,
    /// None where a method takes no params.
    definition: Option<String>,
}

/// Checks values against a catalog, each by what it is.
///
/// A value that names its method is a call. One with `error` is an answer. For any other the [`Target`] says what it is.
///
/// ```no_run
/// use methodic_validator::{Catalog, Judge};
///
/// let catalog = Catalog::load("schema")?;
/// let judge = Judge::new(&catalog, None, None);
/// let message = serde_json::json!({ "id": 1, "method": "thread/strat", "params": {} });
/// for finding in judge.findings("stdin", &message)? {
///     println!("{finding}"); // stdin: thread/strat at /method (enum): no method of …: nearest is `thread/start`
/// }
/// # Ok::<(), methodic_validator::CatalogError>(())
/// ```
#[derive(Debug)]
pub struct Judge<'a> {
    catalog: &'a Catalog,
    target: Option<Target>,
    wider: Option<Methods>,
}

impl Target {
    /// Reads `thread/start.params`, `thread/start.result`, or the name of a document or of a definition, such as `v2/Thread`.
    pub fn new(catalog: &Catalog, text: &str) -> Result<Self, CatalogError> {
        let methods = catalog.methods();
        let unknown = |detail: String| Err(CatalogError::UnknownTarget { target: text.to_owned(), detail });
        let payload = text.rsplit_once('.').filter(|(_, part)| matches!(*part, "params" | "result"));
        if let Some((name, part)) = payload {
            let Some(method) = methods.get(name) else {
                let likely = offer(&methods.nearest(name)).map(|names| format!("; nearest is {names}"));
                let protocol = &methods.protocol.name;
                return unknown(format!("{protocol} has no method `{name}`{}", likely.unwrap_or_default()));
            };
            if part == "result" && method.kind == Kind::Notification {
                return unknown("a notification has no result".to_owned());
            }
            let definition = if part == "params" { method.params.clone() } else { method.result.clone() };
            return Ok(Self { method: Some(method.clone()), definition });
        }
        if let Some(document) = methods.get(text).filter(|row| row.kind == Kind::Document) {
            return Ok(Self { method: None, definition: document.params.clone() });
        }
        if catalog.definition(text).is_some() {
            return Ok(Self { method: None, definition: Some(text.to_owned()) });
        }
        let short = catalog.definitions().filter_map(|name| name.rsplit('/').next());
        let likely = offer(&nearest(text, catalog.definitions().chain(short)));
        let likely = likely.map(|names| format!("; nearest is {names}")).unwrap_or_default();
        unknown(format!("expected METHOD.params, METHOD.result, or the name of one definition{likely}"))
    }
}

impl<'a> Judge<'a> {
    /// A judge for values that say what they are, or else are what `target` says.
    ///
    /// `wider` is the table of the surface that knows more methods than the catalog's: it is named where it would help.
    pub fn new(catalog: &'a Catalog, target: Option<Target>, wider: Option<Methods>) -> Self {
        Self { catalog, target, wider }
    }

    /// Everything that is wrong with a value from a file; nothing when it is valid. Findings have no position yet.
    pub fn findings(&self, file: &str, value: &Value) -> Result<Vec<Finding>, CatalogError> {
        let members = value.as_object();
        let payload_only = self.target.as_ref().filter(|target| target.method.is_none());
        if let Some(target) = payload_only {
            return self.payload(file, target, value);
        }
        match (members.and_then(|members| members.get("method")?.as_str()), &self.target) {
            (Some(name), target) => match (self.catalog.methods().get(name), target) {
                (Some(method), _) => self.message(file, method, value),
                // The payload may well have a member of that name.
                (None, Some(target)) => self.payload(file, target, value),
                (None, None) => Ok(vec![self.unknown(file, name)]),
            },
            (None, Some(target)) => match &target.method {
                Some(method) if members.is_some_and(is_answer) => self.message(file, method, value),
                _ => self.payload(file, target, value),
            },
            (None, None) => Ok(unnamed(file, value)),
        }
    }

    fn message(&self, file: &str, method: &Method, value: &Value) -> Result<Vec<Finding>, CatalogError> {
        if self.catalog.is_valid(method, value)? {
            return Ok(Vec::new());
        }
        Ok(invalid(file, Some(method), self.catalog.faults(method, value)?))
    }

    fn payload(&self, file: &str, target: &Target, value: &Value) -> Result<Vec<Finding>, CatalogError> {
        let faults = match &target.definition {
            None if value.is_null() => return Ok(Vec::new()),
            None => vec![Fault::mismatch("", "type", "no params or null", value)],
            Some(definition) if self.catalog.payload_is_valid(definition, value)? => return Ok(Vec::new()),
            Some(definition) => self.catalog.payload_faults(definition, value)?,
        };
        Ok(invalid(file, target.method.as_ref(), faults))
    }

    fn unknown(&self, file: &str, name: &str) -> Finding {
        let methods = self.catalog.methods();
        let near = methods.nearest(name);
        let mut fault = Fault::new("/method", "enum", format!("no method of {}", methods.protocol.name));
        if let Some(wider) = self.wider.as_ref().filter(|wider| wider.get(name).is_some()) {
            let (here, there) = (methods.surface, wider.surface);
            fault.message.push_str(&format!(" on the {here} surface; the {there} one has it (--surface {there})"));
        } else if let Some(names) = offer(&near) {
            fault.message.push_str(&format!(": nearest is {names}"));
            fault.expected = Some(names);
        }
        fault.found = Some(format!("\"{name}\""));
        Finding::of(FindingKind::UnknownMethod, file, fault).method(name)
    }
}

/// Whether an object is an answer and nothing else.
fn is_answer(members: &Map<String, Value>) -> bool {
    let known = |name: &String| matches!(name.as_str(), "id" | "result" | "error" | "jsonrpc");
    (members.contains_key("result") || members.contains_key("error")) && members.keys().all(known)
}

/// What can be said of a value that names no method, when nothing else says what it is.
fn unnamed(file: &str, value: &Value) -> Vec<Finding> {
    let Value::Object(members) = value else {
        return invalid(file, None, vec![Fault::mismatch("", "type", "a message, which is an object", value)]);
    };
    if let Some(name) = members.get("method") {
        return invalid(file, None, vec![Fault::mismatch("/method", "type", "a string", name)]);
    }
    let unjudged = |message: &str| vec![Finding::new(FindingKind::Unjudged, file, message).at("", None)];
    if members.contains_key("error") {
        invalid(file, None, error_answer(members))
    } else if members.contains_key("result") {
        unjudged(
            "an answer does not say what it answers: say it with --as METHOD.result, or check a recorded session, \
             which has the request too, with `methodic transcript`",
        )
    } else {
        unjudged(
            "no `method`, `result` or `error`: a bare payload needs --as METHOD.params, --as METHOD.result or \
             --as DEFINITION",
        )
    }
}

fn invalid(file: &str, method: Option<&Method>, faults: Vec<Fault>) -> Vec<Finding> {
    let finding = |fault| {
        let finding = Finding::of(FindingKind::Invalid, file, fault);
        Finding { method: method.map(|method| method.method.clone()), ..finding }
    };
    faults.into_iter().map(finding).collect()
}
