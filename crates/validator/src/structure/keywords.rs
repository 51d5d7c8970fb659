//! Checks of one schema at a time: keywords that contradict each other, say nothing, or are not of draft-07.

use serde_json::{Map, Value};

use super::document::{Document, is_keyword};
use super::{Report, listed};
use crate::bounds;
use crate::pointer::{brief, join};

/// What may stand beside `$ref` although draft-07 ignores it: it says nothing about values.
const HARMLESS: [&str; 5] = ["$comment", "default", "description", "examples", "title"];

pub(super) fn check(document: &Document<'_>, report: &mut Report<'_>) {
    document.visit(&mut |pointer, schema| {
        if let Some(members) = schema.as_object() {
            Schema { document, pointer, members, report: &mut *report }.check();
        }
    });
}

struct Schema<'c, 'a, 'r> {
    document: &'c Document<'a>,
    pointer: &'c str,
    members: &'a Map<String, Value>,
    report: &'c mut Report<'r>,
}

impl<'a> Schema<'_, 'a, '_> {
    fn check(&mut self) {
        self.known();
        self.required();
        self.choices();
        self.numbers();
        self.annotations();
    }

    fn add(&mut self, keyword: &str, message: String) {
        self.report.add(&join(self.pointer, keyword), keyword, message);
    }

    fn names(&self, keyword: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.members.get(keyword).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    fn object(&self, keyword: &str) -> Option<&'a Map<String, Value>> {
        self.members.get(keyword).and_then(Value::as_object)
    }

    /// The types that are allowed; none said means any.
    fn types(&self) -> Vec<&'a str> {
        let one = self.members.get("type").and_then(Value::as_str);
        one.into_iter().chain(self.names("type")).collect()
    }

    fn known(&mut self) {
        for keyword in self.members.keys() {
            if !is_keyword(keyword) && keyword.strip_prefix("x-").is_none_or(str::is_empty) {
                self.add(
                    keyword,
                    format!("expected a keyword of draft-07 or one that begins with `x-`, found `{keyword}`"),
                );
            }
        }
        if self.members.contains_key("$ref") {
            let lost = self.members.keys().map(String::as_str);
            let lost: Vec<_> =
                lost.filter(|name| *name != "$ref" && !name.starts_with("x-") && !HARMLESS.contains(name)).collect();
            if !lost.is_empty() {
                let message = format!(
                    "expected `$ref` alone (or in `allOf`), found {} beside it, which draft-07 ignores",
                    listed(lost)
                );
                self.add("$ref", message);
            }
        }
    }

    fn required(&mut self) {
        let Some(properties) = self.object("properties") else { return };
        let known = || properties.keys().map(String::as_str);
        let open = self.members.get("additionalProperties").is_some_and(Value::is_object)
            || ["patternProperties", "allOf", "anyOf", "oneOf"]
                .iter()
                .any(|keyword| self.members.contains_key(*keyword));
        if !open {
            for name in self.names("required").filter(|name| !properties.contains_key(*name)) {
                self.add(
                    "required",
                    format!("`{name}` is required, expected it among `properties`, found {}", listed(known())),
                );
            }
        }
        for name in self.names("required") {
            if properties.get(name).is_some_and(|schema| schema.get("default").is_some()) {
                self.add(
                    "required",
                    format!("`{name}` is required, expected no `default` for it, found one that never applies"),
                );
            }
        }
        let types = self.types();
        if !types.is_empty() && !types.contains(&"object") {
            self.add("properties", format!("expected \"type\": \"object\" with them, found {}", listed(types)));
        }
    }

    fn choices(&mut self) {
        if let Some(values) = self.members.get("enum").and_then(Value::as_array) {
            for (at, value) in values.iter().enumerate() {
                if values[..at].contains(value) {
                    self.add("enum", format!("expected each value once, found {} again", brief(value)));
                }
            }
        }
        let types = self.types();
        let values = self.members.get("enum").and_then(Value::as_array).into_iter().flatten();
        for value in values.chain(self.members.get("const")) {
            if !types.is_empty() && !types.iter().any(|name| is_of(value, name)) {
                let keyword = if self.members.contains_key("enum") { "enum" } else { "const" };
                self.add(
                    keyword,
                    format!("expected values of the type {}, found {}", listed(types.clone()), brief(value)),
                );
            }
        }
    }

    fn numbers(&mut self) {
        for (low, high) in [
            ("minimum", "maximum"),
            ("minLength", "maxLength"),
            ("minItems", "maxItems"),
            ("minProperties", "maxProperties"),
        ] {
            let limit = |keyword: &str| self.members.get(keyword).and_then(Value::as_f64);
            if let (Some(least), Some(most)) = (limit(low), limit(high))
                && least > most
            {
                self.add(low, format!("expected at most `{high}`, which is {most}, found {least}"));
            }
        }
        let Some(format) = self.members.get("format").and_then(Value::as_str) else { return };
        let Some((least, _)) = bounds::range(format) else { return };
        let types = self.types();
        if !types.iter().any(|name| matches!(*name, "integer" | "number")) {
            self.add("format", format!("expected the type integer with `{format}`, found {}", listed(types)));
        }
        let minimum = ["minimum", "exclusiveMinimum"].iter().find_map(|name| self.members.get(*name)?.as_f64());
        if least == 0 && minimum.is_none_or(|minimum| minimum < 0.0) {
            let found = minimum.map_or("none".to_owned(), |minimum| minimum.to_string());
            self.add(
                "format",
                format!(
                    "expected a `minimum` of 0 or more with `{format}`, which bounds nothing by itself, found {found}"
                ),
            );
        }
    }

    /// The `x-` keywords that have a meaning here; those of others may be anything.
    fn annotations(&mut self) {
        for keyword in ["x-experimental", "x-deprecated"] {
            if let Some(value) = self.members.get(keyword)
                && value.as_str().is_none_or(str::is_empty)
            {
                self.add(keyword, format!("expected a text that says why, found {}", brief(value)));
            }
        }
        if let Some(value) = self.members.get("x-nullable-twice")
            && *value != Value::Bool(true)
        {
            self.add("x-nullable-twice", format!("expected true, found {}", brief(value)));
        }
        for keyword in ["x-experimental-values", "x-deprecated-values", "x-descriptions"] {
            let Some(value) = self.members.get(keyword) else { continue };
            let Some(texts) = value.as_object() else {
                self.add(keyword, format!("expected an object with a text for each value, found {}", brief(value)));
                continue;
            };
            let values: Vec<&str> = self.names("enum").collect();
            for (name, text) in texts {
                if !values.contains(&name.as_str()) {
                    self.add(
                        keyword,
                        format!("expected a value of `enum` ({}), found `{name}`", listed(values.clone())),
                    );
                } else if !text.is_string() {
                    self.add(keyword, format!("expected a text for `{name}`, found {}", brief(text)));
                }
            }
        }
        let Some(value) = self.members.get("x-output-required") else { return };
        let names: Option<Vec<&str>> = value.as_array().and_then(|list| list.iter().map(Value::as_str).collect());
        let Some(names) = names else {
            return self.add("x-output-required", format!("expected a list of members, found {}", brief(value)));
        };
        let properties = self.document.meant_properties(self.members);
        for (at, name) in names.iter().enumerate() {
            if names[..at].contains(name) {
                self.add("x-output-required", format!("expected each member once, found `{name}` again"));
            } else if !properties.contains(name) {
                self.add("x-output-required", format!("expected a member of `properties`, found `{name}`"));
            } else if self.names("required").any(|required| required == *name) {
                self.add(
                    "x-output-required",
                    format!("expected members that are not `required` anyway, found `{name}`"),
                );
            }
        }
    }
}

impl<'a> Document<'a> {
    /// The members that an object is said to have, by itself and by what it is put together from.
    fn meant_properties(&self, schema: &'a Map<String, Value>) -> Vec<&'a str> {
        let inner = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
        let inner = inner.filter_map(|part| self.meant(part).get("properties")?.as_object());
        let own = schema.get("properties").and_then(Value::as_object);
        own.into_iter().chain(inner).flat_map(|members| members.keys().map(String::as_str)).collect()
    }
}

/// Whether a value is of a type of JSON Schema.
pub(crate) fn is_of(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        _ => true,
    }
}
