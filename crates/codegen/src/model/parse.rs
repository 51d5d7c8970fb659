//! From JSON Schema to a [`Shape`], strictly: a keyword that is not understood is an error, never dropped.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::keywords::Keywords;
use super::place::Place;
use super::shape::{Field, Mark, Number, Object, Shape, Union, Variant};

/// What stands beside a schema, about the field, variant or definition that it describes.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) docs: Option<String>,
    pub(super) mark: Mark,
    pub(super) default: Option<Value>,
    pub(super) name: Option<String>,
    pub(super) titles: Option<String>,
    /// Whether the member must be there, although null is a value of it.
    pub(super) required: bool,
}

/// Where parsing failed, and why.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub(super) pointer: String,
    pub(super) message: String,
}

/// How references to definitions begin.
pub(super) const REFERENCE: &str = "#/definitions/";

pub(super) type Parsed<T> = Result<T, Fault>;

/// Parses schemas that may refer to `definitions`, which a tagged newtype variant is inlined from.
pub(super) struct Parser<'a> {
    pub(super) definitions: &'a Map<String, Value>,
    /// The definitions whose members were inlined: nobody may be left who refers to them.
    pub(super) inlined: RefCell<BTreeSet<String>>,
    /// Those whose members are being inlined now.
    inlining: RefCell<Vec<String>>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(definitions: &'a Map<String, Value>) -> Self {
        Self { definitions, inlined: RefCell::default(), inlining: RefCell::default() }
    }

    /// Parses one schema with its notes; `at` is its JSON pointer.
    pub(super) fn parse(&self, schema: &Value, at: &Place<'_>) -> Parsed<(Shape, Notes)> {
        let mut object = match schema {
            Value::Bool(true) => return Ok((Shape::Any, Notes::default())),
            Value::Object(object) => Keywords::of(object),
            other => return fault(at, format!("expected a schema, found {other}")),
        };
        // The Rust path is read by whoever names the definition.
        object.take("x-rust");
        let owned = |text: &str| text.to_owned();
        let mut notes = Notes {
            docs: text(&mut object, "description", at)?.map(owned),
            default: object.take("default").filter(|value| !value.is_null()).cloned(),
            name: text(&mut object, "x-name", at)?.map(owned),
            titles: text(&mut object, "x-variant-titles", at)?.map(owned),
            required: object.take("x-required").is_some(),
            mark: Mark::Stable,
        };
        if let Some(reason) = text(&mut object, "x-experimental", at)? {
            notes.mark = Mark::Experimental(reason.to_owned());
        }
        if let Some(note) = text(&mut object, "x-deprecated", at)? {
            notes.mark = Mark::Deprecated(note.to_owned());
        }
        let marks = ["x-experimental", "x-deprecated"].iter().filter(|mark| schema.get(**mark).is_some()).count();
        if marks > 1 {
            return fault(
                at,
                "both experimental and deprecated; what nobody could rely on needs no farewell".to_owned(),
            );
        }
        if object.take("deprecated") == Some(&Value::Bool(true)) && marks == 0 {
            return fault(at, "deprecated without a note; say what to use instead in `x-deprecated`".to_owned());
        }
        let twice = object.take("x-nullable-twice").is_some();
        let mut shape = self.shape(&mut object, at)?;
        if let Some(keyword) = object.names().first() {
            return fault(
                at,
                format!("the keyword `{keyword}` has no place in the model; use a wire type that #[wire] can describe"),
            );
        }
        if twice {
            shape = Shape::Nullable(Box::new(shape));
        }
        Ok((shape, notes))
    }

    /// A schema that is neither a field's, a variant's nor a definition's, so that a mark on it would be lost.
    fn unmarked(&self, schema: &Value, at: &Place<'_>) -> Parsed<Shape> {
        let (shape, notes) = self.parse(schema, at)?;
        if notes.mark != Mark::Stable {
            return fault(at, "a mark where the model has no place for one; mark the field or the variant".to_owned());
        }
        Ok(shape)
    }

    fn shape(&self, object: &mut Keywords<'_>, at: &Place<'_>) -> Parsed<Shape> {
        if object.is_empty() {
            return Ok(Shape::Any);
        }
        if let Some(target) = text(object, "$ref", at)? {
            let Some(name) = target.strip_prefix(REFERENCE) else {
                return fault(
                    at,
                    format!("the reference `{target}` leaves the bundle; expected `{REFERENCE}` and a name"),
                );
            };
            return if object.is_empty() { Ok(Shape::Ref(name.to_owned())) } else { self.inline(name, object, at) };
        }
        for (keyword, exclusive) in [("oneOf", true), ("anyOf", false)] {
            // Beside members of its own, a union is a choice of further members.
            if object.contains("properties") {
                break;
            }
            if let Some(members) = object.take(keyword) {
                return self.union(members, exclusive, &at.member(keyword));
            }
        }
        if let Some(Value::Array(members)) = object.take("allOf") {
            return match members.as_slice() {
                [only] => self.unmarked(only, &at.member("allOf").item(0)),
                _ => fault(at, "`allOf` of several schemas; a wire type has its members in one place".to_owned()),
            };
        }
        if let Some(value) = object.take("const") {
            object.take("type");
            return Ok(if value.is_null() { Shape::Null } else { Shape::Literal(value.clone()) });
        }
        if let Some(values) = object.take("enum") {
            object.take("type");
            return literals(values, at);
        }
        match object.take("type") {
            Some(Value::String(kind)) => self.typed(kind, object, at),
            Some(Value::Array(kinds)) => match kinds.iter().map(Value::as_str).collect::<Option<Vec<_>>>().as_deref() {
                Some([kind, "null"] | ["null", kind]) => Ok(Shape::Nullable(Box::new(self.typed(kind, object, at)?))),
                _ => fault(
                    at,
                    format!("`type` is {}; expected one type, or one type and null", Value::from(kinds.clone())),
                ),
            },
            _ => fault(
                at,
                format!(
                    "says `{}` and no `type`; expected a `type`, `$ref`, `oneOf`, `anyOf` or `enum`",
                    object.names().join("`, `")
                ),
            ),
        }
    }

    fn typed(&self, kind: &str, object: &mut Keywords<'_>, at: &Place<'_>) -> Parsed<Shape> {
        Ok(match kind {
            "null" => Shape::Null,
            "boolean" => Shape::Boolean,
            "string" => Shape::String { format: text(object, "format", at)?.map(str::to_owned) },
            "integer" | "number" => {
                let format = text(object, "format", at)?;
                let maximum = object.take("maximum");
                Shape::Number(Number {
                    integer: kind == "integer",
                    minimum: object.take("minimum").cloned(),
                    // schemars writes the bounds of small integers; their format implies them.
                    maximum: if implied(format) == maximum.and_then(Value::as_u64) { None } else { maximum.cloned() },
                    format: format.map(str::to_owned),
                })
            }
            "array" => self.array(object, at)?,
            "object" => self.object(object, at)?,
            other => return fault(at, format!("`type` is `{other}`, which JSON Schema does not have")),
        })
    }

    fn array(&self, object: &mut Keywords<'_>, at: &Place<'_>) -> Parsed<Shape> {
        let unique = object.take("uniqueItems") == Some(&Value::Bool(true));
        let items = match object.take("prefixItems") {
            None => object.take("items"),
            positions => positions,
        };
        if let Some(Value::Array(positions)) = items {
            let count = Value::from(positions.len());
            for bound in ["minItems", "maxItems"] {
                if object.take(bound).is_some_and(|value| *value != count) {
                    return fault(
                        at,
                        format!("`{bound}` differs from the number of the tuple's items, which is {count}"),
                    );
                }
            }
            let item = |(index, item)| self.unmarked(item, &at.member("items").item(index));
            return Ok(Shape::Tuple(positions.iter().enumerate().map(item).collect::<Parsed<_>>()?));
        }
        let items = match items {
            Some(items) => self.unmarked(items, &at.member("items"))?,
            None => Shape::Any,
        };
        Ok(Shape::List { items: Box::new(items), unique })
    }

    fn object(&self, object: &mut Keywords<'_>, at: &Place<'_>) -> Parsed<Shape> {
        let required = names(object.take("required"), at)?;
        let properties = match object.take("properties") {
            Some(Value::Object(properties)) => properties.iter().collect(),
            None => BTreeMap::new(),
            Some(other) => return fault(at, format!("`properties` is {other}, expected an object")),
        };
        let (mut closed, mut rest) = (false, None);
        let mut rest_unsaid = object.take("x-published-open").is_some();
        if let Some(schema) = object.take("x-additionalProperties") {
            rest = Some(Box::new(self.unmarked(schema, &at.member("x-additionalProperties"))?));
            rest_unsaid = true;
        }
        let choice = match object.take("oneOf") {
            None => None,
            Some(members) => match self.union(members, true, &at.member("oneOf"))? {
                Shape::Union(choice) => Some(choice),
                _ => {
                    return fault(
                        at,
                        "`oneOf` beside members chooses between further members, and has only one".to_owned(),
                    );
                }
            },
        };
        match object.take("additionalProperties") {
            None => {}
            Some(Value::Bool(false)) => closed = true,
            Some(schema) => rest = Some(Box::new(self.unmarked(schema, &at.member("additionalProperties"))?)),
        }
        if let Some(name) = required.iter().find(|name| !properties.keys().any(|known| known == *name)) {
            return fault(at, format!("requires `{name}`, which is no member"));
        }
        if let (true, false, Some(values)) = (properties.is_empty(), rest_unsaid, &rest) {
            return Ok(Shape::Map(values.clone()));
        }
        let mut fields = Vec::with_capacity(properties.len());
        for (name, schema) in properties {
            let (shape, notes) = self.parse(schema, &at.member("properties").member(name))?;
            let required = notes.required || required.contains(&name.as_str());
            fields.push(Field {
                shape,
                docs: notes.docs,
                mark: notes.mark,
                default: notes.default,
                required,
                written: required,
                name: name.clone(),
            });
        }
        Ok(Shape::Object(Object { fields, closed, rest, rest_unsaid, choice }))
    }

    fn union(&self, members: &Value, exclusive: bool, at: &Place<'_>) -> Parsed<Shape> {
        let Value::Array(members) = members else { return fault(at, "expected a list of schemas".to_owned()) };
        let mut variants = Vec::with_capacity(members.len());
        let mut null = false;
        for (index, member) in members.iter().enumerate() {
            let (shape, notes) = self.parse(member, &at.item(index))?;
            match shape {
                Shape::Null if !exclusive => null = true,
                // Units without docs come in one `enum`; each is a variant like any other.
                Shape::Union(inner)
                    if notes.mark == Mark::Stable
                        && inner.variants.iter().all(|variant| matches!(variant.shape, Shape::Literal(_))) =>
                {
                    variants.extend(inner.variants);
                }
                shape => variants.push(Variant { shape, docs: notes.docs, mark: notes.mark }),
            }
        }
        let mut shape = match variants.len() {
            1 if null && variants[0].mark == Mark::Stable => variants.remove(0).shape,
            _ => Shape::Union(Union { exclusive, variants }),
        };
        if null {
            shape = Shape::Nullable(Box::new(shape));
        }
        Ok(shape)
    }

    /// A tagged newtype variant: the members of the named object beside the tag.
    fn inline(&self, name: &str, beside: &mut Keywords<'_>, at: &Place<'_>) -> Parsed<Shape> {
        let Some(target) = self.definitions.get(name) else {
            return fault(at, format!("refers to `{name}`, which is defined nowhere"));
        };
        if self.inlining.borrow().iter().any(|open| open == name) {
            return fault(at, format!("`{name}` would stand inside itself; give the variant a field that holds it"));
        }
        self.inlined.borrow_mut().insert(name.to_owned());
        self.inlining.borrow_mut().push(name.to_owned());
        let parsed = self.parse(target, at);
        self.inlining.borrow_mut().pop();
        let (shape, _) = parsed?;
        let is_object = beside.take("type").is_none_or(|kind| kind == "object");
        match (shape, self.object(beside, at)?) {
            (Shape::Object(mut inner), Shape::Object(own)) if is_object => {
                inner.fields.retain(|field| own.fields.iter().all(|tag| tag.name != field.name));
                inner.fields.extend(own.fields);
                inner.fields.sort_by(|a, b| a.name.cmp(&b.name));
                Ok(Shape::Object(inner))
            }
            _ => fault(
                at,
                format!("only an object can carry a tag, and `{name}` is none; give the variant named fields"),
            ),
        }
    }
}

fn literals(values: &Value, at: &Place<'_>) -> Parsed<Shape> {
    let Value::Array(values) = values else { return fault(at, format!("`enum` is {values}, expected a list")) };
    let null = values.iter().any(Value::is_null);
    let variant = |value: &Value| Variant { shape: Shape::Literal(value.clone()), docs: None, mark: Mark::Stable };
    let mut variants: Vec<Variant> = values.iter().filter(|value| !value.is_null()).map(variant).collect();
    let shape = match variants.len() {
        0 => Shape::Null,
        1 => variants.remove(0).shape,
        _ => Shape::Union(Union { exclusive: true, variants }),
    };
    Ok(if null && shape != Shape::Null { Shape::Nullable(Box::new(shape)) } else { shape })
}

/// The greatest value of a small integer format.
fn implied(format: Option<&str>) -> Option<u64> {
    Some(match format? {
        "uint8" => 255,
        "uint16" => 65_535,
        "int8" => 127,
        "int16" => 32_767,
        _ => return None,
    })
}

fn names<'s>(list: Option<&'s Value>, at: &Place<'_>) -> Parsed<Vec<&'s str>> {
    let names = match list {
        None => Some(Vec::new()),
        Some(Value::Array(names)) => names.iter().map(Value::as_str).collect(),
        Some(_) => None,
    };
    names.map_or_else(|| fault(at, "`required` is not a list of names".to_owned()), Ok)
}

fn text<'s>(object: &mut Keywords<'s>, keyword: &str, at: &Place<'_>) -> Parsed<Option<&'s str>> {
    match object.take(keyword) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => fault(at, format!("`{keyword}` is {other}, expected text")),
    }
}

fn fault<T>(at: &Place<'_>, message: String) -> Parsed<T> {
    Err(Fault { pointer: at.to_string(), message })
}
