//! From JSON Schema to a [`Shape`], strictly: a keyword that is not understood is an error, never dropped.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::shape::{Field, Mark, Number, Object, Shape, Union, Variant};

/// What stands beside a schema, about the field, variant or definition that it describes.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) docs: Option<String>,
    pub(super) mark: Mark,
    pub(super) default: Option<Value>,
    pub(super) name: Option<String>,
    pub(super) titles: Option<String>,
}

/// Where parsing failed, and why.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) pointer: String,
    pub(super) message: String,
}

/// How references to definitions begin.
pub(super) const REFERENCE: &str = "#/definitions/";

type Parsed<T> = Result<T, Fault>;

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
    pub(super) fn parse(&self, schema: &Value, at: &str) -> Parsed<(Shape, Notes)> {
        let mut object = match schema {
            Value::Bool(true) => return Ok((Shape::Any, Notes::default())),
            Value::Object(object) => object.clone(),
            other => return fault(at, format!("expected a schema, found {other}")),
        };
        // The Rust path is read by whoever names the definition.
        object.remove("x-rust");
        let mut notes = Notes {
            docs: text(&mut object, "description", at)?,
            default: object.remove("default").filter(|value| !value.is_null()),
            name: text(&mut object, "x-name", at)?,
            titles: text(&mut object, "x-variant-titles", at)?,
            mark: Mark::Stable,
        };
        if let Some(reason) = text(&mut object, "x-experimental", at)? {
            notes.mark = Mark::Experimental(reason);
        }
        if let Some(note) = text(&mut object, "x-deprecated", at)? {
            notes.mark = Mark::Deprecated(note);
        }
        let marks = ["x-experimental", "x-deprecated"].iter().filter(|mark| schema.get(**mark).is_some()).count();
        if marks > 1 {
            return fault(
                at,
                "both experimental and deprecated; what nobody could rely on needs no farewell".to_owned(),
            );
        }
        if object.remove("deprecated") == Some(Value::Bool(true)) && marks == 0 {
            return fault(at, "deprecated without a note; say what to use instead in `x-deprecated`".to_owned());
        }
        let twice = object.remove("x-nullable-twice").is_some();
        let mut shape = self.shape(&mut object, at)?;
        if let Some(keyword) = object.keys().min() {
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
    fn unmarked(&self, schema: &Value, at: &str) -> Parsed<Shape> {
        let (shape, notes) = self.parse(schema, at)?;
        if notes.mark != Mark::Stable {
            return fault(at, "a mark where the model has no place for one; mark the field or the variant".to_owned());
        }
        Ok(shape)
    }

    fn shape(&self, object: &mut Map<String, Value>, at: &str) -> Parsed<Shape> {
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
            if object.contains_key("properties") {
                break;
            }
            if let Some(members) = object.remove(keyword) {
                return self.union(&members, exclusive, &format!("{at}/{keyword}"));
            }
        }
        if let Some(Value::Array(mut members)) = object.remove("allOf") {
            return match members.pop() {
                Some(only) if members.is_empty() => self.unmarked(&only, &format!("{at}/allOf/0")),
                _ => fault(at, "`allOf` of several schemas; a wire type has its members in one place".to_owned()),
            };
        }
        if let Some(value) = object.remove("const") {
            object.remove("type");
            return Ok(if value.is_null() { Shape::Null } else { Shape::Literal(value) });
        }
        if let Some(values) = object.remove("enum") {
            object.remove("type");
            return literals(&values, at);
        }
        match object.remove("type") {
            Some(Value::String(kind)) => self.typed(&kind, object, at),
            Some(Value::Array(kinds)) => match kinds.iter().map(Value::as_str).collect::<Option<Vec<_>>>().as_deref() {
                Some([kind, "null"] | ["null", kind]) => Ok(Shape::Nullable(Box::new(self.typed(kind, object, at)?))),
                _ => fault(at, format!("`type` is {}; expected one type, or one type and null", Value::from(kinds))),
            },
            _ => fault(
                at,
                format!(
                    "says {:?} and no `type`; expected a `type`, `$ref`, `oneOf`, `anyOf` or `enum`",
                    object.keys().collect::<BTreeSet<_>>()
                ),
            ),
        }
    }

    fn typed(&self, kind: &str, object: &mut Map<String, Value>, at: &str) -> Parsed<Shape> {
        Ok(match kind {
            "null" => Shape::Null,
            "boolean" => Shape::Boolean,
            "string" => Shape::String { format: text(object, "format", at)? },
            "integer" | "number" => {
                let format = text(object, "format", at)?;
                let maximum = object.remove("maximum");
                Shape::Number(Number {
                    integer: kind == "integer",
                    minimum: object.remove("minimum"),
                    // schemars writes the bounds of small integers; their format implies them.
                    maximum: if implied(format.as_deref()) == maximum.as_ref().and_then(Value::as_u64) {
                        None
                    } else {
                        maximum
                    },
                    format,
                })
            }
            "array" => self.array(object, at)?,
            "object" => self.object(object, at)?,
            other => return fault(at, format!("`type` is `{other}`, which JSON Schema does not have")),
        })
    }

    fn array(&self, object: &mut Map<String, Value>, at: &str) -> Parsed<Shape> {
        let unique = object.remove("uniqueItems") == Some(Value::Bool(true));
        let positions = match object.remove("prefixItems") {
            Some(positions) => Some(positions),
            None if object.get("items").is_some_and(Value::is_array) => object.remove("items"),
            None => None,
        };
        if let Some(Value::Array(positions)) = positions {
            let count = Value::from(positions.len());
            for bound in ["minItems", "maxItems"] {
                if object.remove(bound).is_some_and(|value| value != count) {
                    return fault(
                        at,
                        format!("`{bound}` differs from the number of the tuple's items, which is {count}"),
                    );
                }
            }
            let item = |(index, item)| self.unmarked(item, &format!("{at}/items/{index}"));
            return Ok(Shape::Tuple(positions.iter().enumerate().map(item).collect::<Parsed<_>>()?));
        }
        let items = match object.remove("items") {
            Some(items) => self.unmarked(&items, &format!("{at}/items"))?,
            None => Shape::Any,
        };
        Ok(Shape::List { items: Box::new(items), unique })
    }

    fn object(&self, object: &mut Map<String, Value>, at: &str) -> Parsed<Shape> {
        let required = names(object.remove("required"), at)?;
        let properties = match object.remove("properties") {
            Some(Value::Object(properties)) => properties,
            None => Map::new(),
            Some(other) => return fault(at, format!("`properties` is {other}, expected an object")),
        };
        let (mut closed, mut rest) = (false, None);
        let mut rest_unsaid = object.remove("x-published-open").is_some();
        if let Some(schema) = object.remove("x-additionalProperties") {
            rest = Some(Box::new(self.unmarked(&schema, &format!("{at}/x-additionalProperties"))?));
            rest_unsaid = true;
        }
        let choice = match object.remove("oneOf") {
            None => None,
            Some(members) => match self.union(&members, true, &format!("{at}/oneOf"))? {
                Shape::Union(choice) => Some(choice),
                _ => {
                    return fault(
                        at,
                        "`oneOf` beside members chooses between further members, and has only one".to_owned(),
                    );
                }
            },
        };
        match object.remove("additionalProperties") {
            None => {}
            Some(Value::Bool(false)) => closed = true,
            Some(schema) => rest = Some(Box::new(self.unmarked(&schema, &format!("{at}/additionalProperties"))?)),
        }
        if let Some(name) = required.iter().find(|name| !properties.contains_key(*name)) {
            return fault(at, format!("requires `{name}`, which is no member"));
        }
        if let (true, false, Some(values)) = (properties.is_empty(), rest_unsaid, &rest) {
            return Ok(Shape::Map(values.clone()));
        }
        let mut fields = Vec::with_capacity(properties.len());
        for (name, schema) in properties.into_iter().collect::<BTreeMap<_, _>>() {
            let (shape, notes) = self.parse(&schema, &format!("{at}/properties/{}", escape(&name)))?;
            let required = required.contains(&name);
            fields.push(Field {
                shape,
                docs: notes.docs,
                mark: notes.mark,
                default: notes.default,
                required,
                written: required,
                name,
            });
        }
        Ok(Shape::Object(Object { fields, closed, rest, rest_unsaid, choice }))
    }

    fn union(&self, members: &Value, exclusive: bool, at: &str) -> Parsed<Shape> {
        let Value::Array(members) = members else { return fault(at, "expected a list of schemas".to_owned()) };
        let mut variants = Vec::with_capacity(members.len());
        let mut null = false;
        for (index, member) in members.iter().enumerate() {
            let (shape, notes) = self.parse(member, &format!("{at}/{index}"))?;
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
    fn inline(&self, name: &str, beside: &mut Map<String, Value>, at: &str) -> Parsed<Shape> {
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
        beside.entry("type").or_insert_with(|| "object".into());
        let own = self.shape(beside, at)?;
        match (shape, own) {
            (Shape::Object(mut inner), Shape::Object(own)) => {
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

fn literals(values: &Value, at: &str) -> Parsed<Shape> {
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

fn names(list: Option<Value>, at: &str) -> Parsed<Vec<String>> {
    match list {
        None => Ok(Vec::new()),
        Some(list) => {
            serde_json::from_value(list).or_else(|_| fault(at, "`required` is not a list of names".to_owned()))
        }
    }
}

fn text(object: &mut Map<String, Value>, keyword: &str, at: &str) -> Parsed<Option<String>> {
    match object.remove(keyword) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => fault(at, format!("`{keyword}` is {other}, expected text")),
    }
}

/// A name as a part of a JSON pointer.
pub(super) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn fault<T>(at: &str, message: String) -> Parsed<T> {
    Err(Fault { pointer: at.to_owned(), message })
}
