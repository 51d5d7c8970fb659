//! A value of a type, as a person would write it first: what its receiver needs and nothing more, for examples.

use serde_json::Value;

use super::types::property;
use super::views::{View, member};
use crate::model::{Model, Object, Shape};

/// How long an object may be on one line.
const WIDTH: usize = 80;

/// A value of a definition in the input view, as TypeScript; nothing for a type that has no finite value.
pub(super) fn of(model: &Model, definition: &str, depth: usize) -> Option<String> {
    Some(Sampler { model, within: Vec::new() }.reference(definition)?.print(depth))
}

/// What a sample consists of. Members keep their order.
enum Sample {
    Plain(String),
    List(Vec<Sample>),
    Object(Vec<(String, Sample)>),
}

struct Sampler<'a> {
    model: &'a Model,
    /// The definitions around the present one: a value of a type cannot need another one of it, and so on.
    within: Vec<&'a str>,
}

impl<'a> Sampler<'a> {
    fn reference(&mut self, name: &str) -> Option<Sample> {
        let definition = self.model.definitions.get(name)?;
        if self.within.contains(&definition.name.as_str()) {
            return None;
        }
        self.within.push(&definition.name);
        let sample = self.shape(&definition.shape);
        self.within.pop();
        sample
    }

    fn shape(&mut self, shape: &'a Shape) -> Option<Sample> {
        Some(match shape {
            Shape::Any | Shape::Null | Shape::Nullable(_) => Sample::Plain("null".into()),
            Shape::Boolean => Sample::Plain("true".into()),
            Shape::Number(number) => Sample::Plain(number.minimum.as_ref().map_or("0".into(), Value::to_string)),
            Shape::String { .. } => Sample::Plain("\"…\"".into()),
            Shape::Literal(value) => Sample::Plain(value.to_string()),
            Shape::List { .. } => Sample::List(Vec::new()),
            Shape::Tuple(items) => Sample::List(items.iter().map(|item| self.shape(item)).collect::<Option<_>>()?),
            Shape::Map(_) => Sample::Object(Vec::new()),
            Shape::Object(object) => Sample::Object(self.members(object)?),
            Shape::Union(union) => return union.variants.iter().find_map(|variant| self.shape(&variant.shape)),
            Shape::Ref(name) => return self.reference(name),
        })
    }

    fn members(&mut self, object: &'a Object) -> Option<Vec<(String, Sample)>> {
        let mut members = Vec::new();
        for field in &object.fields {
            let member = member(field, View::Input);
            if !member.optional {
                members.push((field.name.clone(), self.shape(member.shape)?));
            }
        }
        if let Some(choice) = &object.choice {
            match choice.variants.iter().find_map(|variant| self.shape(&variant.shape))? {
                Sample::Object(more) => members.extend(more),
                // A set of members is an object.
                Sample::Plain(_) | Sample::List(_) => return None,
            }
        }
        Some(members)
    }
}

impl Sample {
    fn print(&self, depth: usize) -> String {
        let line = self.line();
        match self {
            Self::Object(members) if line.chars().count() + 2 * depth > WIDTH => {
                let indent = "  ".repeat(depth);
                let member = |(name, value): &(String, Self)| {
                    format!("{indent}  {}: {},\n", property(name), value.print(depth + 1))
                };
                format!("{{\n{}{indent}}}", members.iter().map(member).collect::<String>())
            }
            _ => line,
        }
    }

    fn line(&self) -> String {
        let comma = |items: Vec<String>| items.join(", ");
        match self {
            Self::Plain(text) => text.clone(),
            Self::List(items) => format!("[{}]", comma(items.iter().map(Self::line).collect())),
            Self::Object(members) if members.is_empty() => "{}".into(),
            Self::Object(members) => {
                let member = |(name, value): &(String, Self)| format!("{}: {}", property(name), value.line());
                format!("{{ {} }}", comma(members.iter().map(member).collect()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::of;
    use crate::model::{Definition, Field, Mark, Model, Number, Object, Shape, Union, Variant};

    fn definition(name: &str, shape: Shape) -> (String, Definition) {
        let definition = Definition {
            name: name.into(),
            rust: format!("tests::{name}"),
            folder: String::new(),
            also: Default::default(),
            docs: None,
            shape,
            titles: None,
        };
        (name.into(), definition)
    }

    fn model<const N: usize>(definitions: [(String, Definition); N]) -> Model {
        Model {
            name: "tests".into(),
            title: "Tests".into(),
            package_version: "0.0.0".into(),
            license: String::new(),
            docs: String::new(),
            methods: Vec::new(),
            definitions: BTreeMap::from(definitions),
            envelopes: Vec::new(),
            messages: Vec::new(),
        }
    }

    fn field(name: &str, shape: Shape, required: bool) -> Field {
        let mark = Mark::Stable;
        Field { name: name.into(), shape, docs: None, mark, default: None, required, written: true }
    }

    fn object(fields: Vec<Field>) -> Shape {
        Shape::Object(Object { fields, ..Object::default() })
    }

    fn union(shapes: Vec<Shape>) -> Union {
        let variant = |shape| Variant { shape, docs: None, mark: Mark::Stable };
        Union { exclusive: true, variants: shapes.into_iter().map(variant).collect() }
    }

    fn text() -> Shape {
        Shape::String { format: None }
    }

    #[test]
    fn a_sample_has_what_is_needed_and_no_more() {
        let number = Shape::Number(Number { integer: true, format: None, minimum: Some(json!(3)), maximum: None });
        let model = model([definition(
            "Params",
            object(vec![
                field("list", Shape::List { items: Box::new(text()), unique: false }, true),
                field("more", text(), false),
                field("pair-of", Shape::Tuple(vec![number, Shape::Boolean]), true),
                field("text", text(), true),
            ]),
        )]);
        assert_eq!(of(&model, "Params", 0).as_deref(), Some(r#"{ list: [], "pair-of": [3, true], text: "…" }"#));
    }

    #[test]
    fn a_type_that_needs_itself_has_no_sample_but_one_that_may_end_has() {
        let tree = |next| object(vec![field("next", next, true)]);
        let endless = definition("Endless", tree(Shape::Ref("Endless".into())));
        let ends = union(vec![Shape::Ref("Ends".into()), Shape::Literal(json!("end"))]);
        let model = model([endless, definition("Ends", tree(Shape::Union(ends)))]);
        assert_eq!(of(&model, "Endless", 0), None);
        assert_eq!(of(&model, "Ends", 0).as_deref(), Some(r#"{ next: "end" }"#));
        assert_eq!(of(&model, "Missing", 0), None);
    }

    #[test]
    fn members_that_come_in_sets_are_joined_and_long_objects_take_lines() {
        let choice = union(vec![object(vec![field("kind", Shape::Literal(json!("k".repeat(40))), true)])]);
        let fields = vec![field("described_at_length", text(), true), field("some_more_of_it", text(), true)];
        let model =
            model([definition("Params", Shape::Object(Object { fields, choice: Some(choice), ..Object::default() }))]);
        let long = format!(
            "{{\n    described_at_length: \"…\",\n    some_more_of_it: \"…\",\n    kind: \"{}\",\n  }}",
            "k".repeat(40)
        );
        assert_eq!(of(&model, "Params", 1), Some(long));
    }
}
