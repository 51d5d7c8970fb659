//! From a [`Shape`] to JSON Schema (draft-07).

use serde_json::{Map, Value, json};

use super::titles;
use crate::model::{Definition, Field, Mark, Object, Shape, Union, Variant};

/// Renders shapes whose references go where `target` says.
pub(super) struct Renderer<'a> {
    pub(super) target: &'a dyn Fn(&str) -> String,
}

impl Renderer<'_> {
    /// The schema of a definition; `titled` for one that is a document of its own.
    pub(super) fn definition(&self, definition: &Definition, titled: bool) -> Map<String, Value> {
        let mut schema = match &definition.shape {
            Shape::Union(union) => self.union(union, Some(&definition.name)),
            shape => self.shape(shape),
        };
        describe(&mut schema, definition.docs.as_deref(), &Mark::Stable);
        if titled {
            schema.insert("title".into(), definition.name.clone().into());
        }
        schema
    }

    /// A schema that is not a bare `true`.
    fn shape(&self, shape: &Shape) -> Map<String, Value> {
        match shape {
            Shape::Any => Map::new(),
            Shape::Null => object(json!({ "type": "null" })),
            Shape::Boolean => object(json!({ "type": "boolean" })),
            Shape::Number(number) => {
                let mut schema = object(json!({ "type": if number.integer { "integer" } else { "number" } }));
                insert(&mut schema, "format", number.format.clone().map(Value::from));
                insert(&mut schema, "minimum", number.minimum.clone());
                insert(&mut schema, "maximum", number.maximum.clone());
                schema
            }
            Shape::String { format } => {
                let mut schema = object(json!({ "type": "string" }));
                insert(&mut schema, "format", format.clone().map(Value::from));
                schema
            }
            Shape::Literal(value) => literals(&[value]),
            Shape::List { items, unique } => {
                let mut schema = object(json!({ "type": "array", "items": self.value(items) }));
                insert(&mut schema, "uniqueItems", unique.then_some(Value::Bool(true)));
                schema
            }
            Shape::Tuple(items) => {
                let shapes: Vec<Value> = items.iter().map(|item| self.value(item)).collect();
                object(json!({ "type": "array", "items": shapes, "minItems": items.len(), "maxItems": items.len() }))
            }
            Shape::Map(values) => object(json!({ "type": "object", "additionalProperties": self.value(values) })),
            Shape::Object(fields) => self.object(fields),
            Shape::Union(union) => self.union(union, None),
            Shape::Nullable(inner) => self.nullable(inner),
            Shape::Ref(name) => object(json!({ "$ref": (self.target)(name) })),
        }
    }

    /// A schema where `true` says "any".
    fn value(&self, shape: &Shape) -> Value {
        match shape {
            Shape::Any => Value::Bool(true),
            shape => Value::Object(self.shape(shape)),
        }
    }

    /// `type: [T, null]` where a type is all there is, else `anyOf: [T, null]`.
    fn nullable(&self, inner: &Shape) -> Map<String, Value> {
        let mut schema = self.shape(inner);
        match (inner, schema.get("type")) {
            // Null and absent differ; a `type` cannot say null twice.
            (Shape::Nullable(_), Some(_)) => {
                schema.insert("x-nullable-twice".into(), true.into());
                schema
            }
            (Shape::Literal(_) | Shape::Union(_), _) | (_, None) => {
                object(json!({ "anyOf": [Value::Object(schema), { "type": "null" }] }))
            }
            (_, Some(kind)) => {
                let kinds = json!([kind, "null"]);
                schema.insert("type".into(), kinds);
                schema
            }
        }
    }

    fn object(&self, fields: &Object) -> Map<String, Value> {
        let mut schema = object(json!({ "type": "object" }));
        let properties: Map<String, Value> =
            fields.fields.iter().map(|field| (field.name.clone(), self.field(field))).collect();
        let names = |keep: &dyn Fn(&&Field) -> bool| -> Vec<Value> {
            fields.fields.iter().filter(keep).map(|field| field.name.as_str().into()).collect()
        };
        let required = names(&|field| field.required);
        insert(&mut schema, "required", (!required.is_empty()).then(|| required.into()));
        // Nullable members that the sender always writes, and defaults: what an output has beyond what an input needs.
        let written = names(&|field| field.written && !field.required);
        insert(&mut schema, "x-output-required", (!written.is_empty()).then(|| written.into()));
        insert(&mut schema, "properties", (!properties.is_empty()).then(|| properties.into()));
        let rest = fields.rest.as_deref().map(|rest| self.value(rest));
        insert(&mut schema, "additionalProperties", if fields.closed { Some(false.into()) } else { rest });
        schema
    }

    fn field(&self, field: &Field) -> Value {
        let mut schema = self.shape(&field.shape);
        insert(&mut schema, "default", field.default.clone());
        describe(&mut schema, field.docs.as_deref(), &field.mark);
        if schema.is_empty() {
            return Value::Bool(true);
        }
        if schema.len() > 1
            && let Some(target) = schema.remove("$ref")
        {
            // In draft-07 a reference hides whatever stands beside it.
            schema.insert("allOf".into(), json!([{ "$ref": target }]));
        }
        Value::Object(schema)
    }

    /// Unit variants become one `enum`, which generators turn into one type; what is said of each stands beside it.
    fn union(&self, union: &Union, name: Option<&str>) -> Map<String, Value> {
        let units: Vec<&Variant> =
            union.variants.iter().filter(|variant| matches!(variant.shape, Shape::Literal(_))).collect();
        let others = union.variants.iter().filter(|variant| !matches!(variant.shape, Shape::Literal(_)));
        let mut members: Vec<Map<String, Value>> = Vec::new();
        if !units.is_empty() {
            members.push(units_schema(&units));
        }
        members.extend(others.map(|variant| self.variant(variant, name)));
        if members.len() == 1 && !units.is_empty() {
            return members.remove(0);
        }
        let keyword = if union.exclusive { "oneOf" } else { "anyOf" };
        let members: Vec<Value> = members.into_iter().map(Value::Object).collect();
        object(json!({ keyword: members }))
    }

    fn variant(&self, variant: &Variant, union: Option<&str>) -> Map<String, Value> {
        let mut schema = self.shape(&variant.shape);
        let titles = union.map(|name| titles::of(name, &variant.shape)).unwrap_or_default();
        insert(&mut schema, "title", titles.variant.map(Value::from));
        if let Some((tag, title)) = titles.tag
            && let Some(tag) = schema
                .get_mut("properties")
                .and_then(|properties| properties.get_mut(tag))
                .and_then(Value::as_object_mut)
        {
            tag.insert("title".into(), title.into());
        }
        describe(&mut schema, variant.docs.as_deref(), &variant.mark);
        if schema.len() > 1
            && let Some(target) = schema.remove("$ref")
        {
            schema.insert("allOf".into(), json!([{ "$ref": target }]));
        }
        schema
    }
}

fn units_schema(units: &[&Variant]) -> Map<String, Value> {
    let values: Vec<&Value> = units
        .iter()
        .filter_map(|variant| match &variant.shape {
            Shape::Literal(value) => Some(value),
            _ => None,
        })
        .collect();
    let mut schema = literals(&values);
    let by_value = |say: &dyn Fn(&Variant) -> Option<String>| -> Map<String, Value> {
        let said = units
            .iter()
            .zip(&values)
            .filter_map(|(variant, value)| Some((value.as_str()?.to_owned(), say(variant)?.into())));
        said.collect()
    };
    let docs = by_value(&|variant| variant.docs.clone());
    insert(&mut schema, "x-descriptions", (!docs.is_empty()).then(|| docs.into()));
    for (keyword, marks) in [
        (
            "x-experimental-values",
            by_value(&|variant| match &variant.mark {
                Mark::Experimental(reason) => Some(reason.clone()),
                _ => None,
            }),
        ),
        (
            "x-deprecated-values",
            by_value(&|variant| match &variant.mark {
                Mark::Deprecated(note) => Some(note.clone()),
                _ => None,
            }),
        ),
    ] {
        insert(&mut schema, keyword, (!marks.is_empty()).then(|| marks.into()));
    }
    schema
}

fn literals(values: &[&Value]) -> Map<String, Value> {
    let mut schema = object(json!({ "enum": values }));
    if values.iter().all(|value| value.is_string()) {
        schema.insert("type".into(), "string".into());
    }
    schema
}

fn describe(schema: &mut Map<String, Value>, docs: Option<&str>, mark: &Mark) {
    insert(schema, "description", docs.map(Value::from));
    match mark {
        Mark::Stable => {}
        Mark::Experimental(reason) => insert(schema, "x-experimental", Some(reason.as_str().into())),
        Mark::Deprecated(note) => {
            insert(schema, "x-deprecated", Some(note.as_str().into()));
            insert(schema, "deprecated", Some(true.into()));
        }
    }
}

fn insert(schema: &mut Map<String, Value>, keyword: &str, value: Option<Value>) {
    if let Some(value) = value {
        schema.insert(keyword.into(), value);
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => unreachable!("{other} was written as an object"),
    }
}
