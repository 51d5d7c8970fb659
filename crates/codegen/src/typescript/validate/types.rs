//! `validate/types.js`: every definition that a method carries, as a check; as two where its views differ.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::Value;

use super::super::code::Code;
use super::super::views::{Names, View, member};
use super::Place;
use super::choice::Choice;
use crate::model::{Model, Number, Object, Shape, Union};

/// The text of the file.
pub(super) fn file(model: &Model, names: &Names<'_>, place: &Place<'_>) -> String {
    let mut called = [false; CORE.len()];
    let mut out = String::new();
    for name in carried(model) {
        for (declared, view) in names.declared(name) {
            let code = Printer { model, names, view }.shape(&model.definitions[name].shape);
            code.words(&mut |word| {
                if let Ok(at) = CORE.binary_search(&word) {
                    called[at] = true;
                }
            });
            let start = out.len();
            let _ = write!(out, "export const {declared} = /* @__PURE__ */ define(() => ");
            let used = out.len() - start;
            code.write(&mut out, 0, used);
            out.push_str(");\n");
        }
    }
    let mut file = String::from(place.header);
    file.push_str("// A check for every type, from those of the run time; ./schemas.js has those of each method.\n");
    if !out.is_empty() {
        file.push_str("import {\n");
        for (name, _) in CORE.iter().zip(called).filter(|(name, called)| *called || **name == "define") {
            let _ = writeln!(file, "  {name},");
        }
        let _ = writeln!(file, "}} from \"{}runtime/checks.js\";\n", place.root);
    }
    file + if out.is_empty() { "export {};\n" } else { &out }
}

/// The definitions that a payload of a method is, or needs.
fn carried(model: &Model) -> BTreeSet<&str> {
    let payloads = model.methods.iter().flat_map(|method| [&method.params, &method.result]).flatten();
    let mut open: Vec<&str> = payloads.map(String::as_str).collect();
    let mut carried = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let Some(definition) = model.definitions.get(name).filter(|_| carried.insert(name)) {
            definition.shape.walk(&mut |shape| match shape {
                Shape::Ref(name) if !carried.contains(name.as_str()) => open.push(name),
                _ => {}
            });
        }
    }
    carried
}

/// What `checks.js` has to say types with, sorted. Types begin with capitals and texts with a quote: none of them is such a
/// word.
const CORE: [&str; 30] = [
    "any",
    "boolean",
    "both",
    "define",
    "either",
    "int",
    "int16",
    "int32",
    "int64",
    "int8",
    "keyed",
    "list",
    "map",
    "nothing",
    "number",
    "object",
    "oneOf",
    "orNull",
    "string",
    "tagged",
    "tuple",
    "uint",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uniqueList",
    "unset",
    "whole",
    "within",
];

struct Printer<'a> {
    model: &'a Model,
    names: &'a Names<'a>,
    view: View,
}

impl<'a> Printer<'a> {
    fn shape(&self, shape: &'a Shape) -> Code<'a> {
        match shape {
            Shape::Any => Code::word("any"),
            Shape::Null => Code::word("nothing"),
            Shape::Boolean => Code::word("boolean"),
            Shape::Number(number) => self::number(number),
            Shape::String { .. } => Code::word("string"),
            Shape::Literal(value) => Code::Call("oneOf", vec![Code::literal(value)]),
            Shape::List { items, unique } => {
                Code::Call(if *unique { "uniqueList" } else { "list" }, vec![self.shape(items)])
            }
            Shape::Tuple(items) => Code::Call("tuple", items.iter().map(|item| self.shape(item)).collect()),
            Shape::Map(values) => Code::Call("map", vec![self.shape(values)]),
            Shape::Object(object) => self.object(object, None),
            Shape::Union(union) => self.union(union),
            // Null twice is null.
            Shape::Nullable(inner) => match inner.as_ref() {
                Shape::Nullable(_) | Shape::Any => self.shape(inner),
                inner => Code::Call("orNull", vec![self.shape(inner)]),
            },
            Shape::Ref(name) => Code::Word(self.names.of(name, self.view).into()),
        }
    }

    /// `tag` names a member that was looked at already.
    fn object(&self, object: &'a Object, tag: Option<&str>) -> Code<'a> {
        // Where further members matter, the tag must be known as one of those that are named.
        let tag = tag.filter(|_| !object.closed && object.rest.is_none());
        let (mut required, mut optional) = (Vec::new(), Vec::new());
        for field in object.fields.iter().filter(|field| Some(field.name.as_str()) != tag) {
            let member = member(field, self.view);
            let mut code = self.shape(member.shape);
            // The view shows the member without the null that it could be; see `member`.
            if let (Shape::Nullable(inner), View::Output) = (&field.shape, self.view)
                && std::ptr::eq(inner.as_ref(), member.shape)
                && !matches!(inner.as_ref(), Shape::Any | Shape::Null | Shape::Nullable(_))
            {
                code = Code::Call("unset", vec![code]);
            }
            if member.optional { &mut optional } else { &mut required }.push((field.name.as_str(), code));
        }
        let mut more = Vec::new();
        if object.closed {
            more.push(("closed", Code::word("true")));
        }
        if let Some(rest) = object.rest.as_deref().filter(|rest| **rest != Shape::Any) {
            more.push(("rest", self.shape(rest)));
        }
        let mut arguments = vec![Code::members(required)];
        if !optional.is_empty() || !more.is_empty() {
            arguments.push(Code::members(optional));
        }
        if !more.is_empty() {
            arguments.push(Code::members(more));
        }
        let members = Code::Call("object", arguments);
        match &object.choice {
            Some(choice) => Code::Call("both", vec![members, self.union(choice)]),
            None => members,
        }
    }

    fn union(&self, union: &'a Union) -> Code<'a> {
        let values = |values: Vec<&Value>| values.into_iter().map(Code::literal).collect::<Vec<_>>();
        let variant = |shape: &'a Shape, tag: Option<&str>| match shape {
            Shape::Object(object) => self.object(object, tag),
            shape => self.shape(shape),
        };
        let variants = |variants: Vec<(&'a str, &'a Shape)>, tag: Option<&str>| {
            Code::members(variants.into_iter().map(|(name, shape)| (name, variant(shape, tag))))
        };
        match Choice::of(self.model, union) {
            Choice::Values(all) => Code::Call("oneOf", values(all)),
            Choice::Keyed(units, keyed) => Code::Call("keyed", vec![Code::List(values(units)), variants(keyed, None)]),
            Choice::Tagged(tag, tagged) => {
                Code::Call("tagged", vec![Code::literal(&tag.into()), variants(tagged, Some(tag))])
            }
            Choice::Either(all, others) => {
                let fixed = (!all.is_empty()).then(|| Code::Call("oneOf", values(all)));
                let mut forms: Vec<Code<'_>> = fixed.into_iter().collect();
                forms.extend(others.into_iter().map(|shape| self.shape(shape)));
                if forms.len() == 1 { forms.remove(0) } else { Code::Call("either", forms) }
            }
        }
    }
}

/// The greatest and the least value of a Rust type are checked where its name is known; other bounds are written out.
fn number(number: &Number) -> Code<'_> {
    let name = match (number.integer, number.format.as_deref()) {
        (true, Some(format)) if format.contains("int") => CORE.iter().find(|name| **name == format).unwrap_or(&"whole"),
        (true, _) => &"whole",
        (false, _) => &"number",
    };
    let check = Code::word(name);
    let zero = |value: &&Value| value.as_f64() != Some(0.0);
    let minimum = number.minimum.as_ref().filter(|least| !name.starts_with('u') || zero(least));
    let bound = |bound: Option<&Value>| bound.map_or_else(|| Code::word("undefined"), Code::literal);
    match (minimum, number.maximum.as_ref()) {
        (None, None) => check,
        (minimum, None) => Code::Call("within", vec![check, bound(minimum)]),
        (minimum, maximum) => Code::Call("within", vec![check, bound(minimum), bound(maximum)]),
    }
}

#[cfg(test)]
mod tests {
    use super::CORE;

    #[test]
    fn the_functions_are_sorted_and_are_those_of_the_run_time() {
        assert!(CORE.is_sorted(), "{CORE:?}");
        let checks = include_str!("js/checks.js");
        for name in CORE {
            assert!(checks.contains(&format!("\nexport const {name} =")), "`{name}`");
        }
    }
}
