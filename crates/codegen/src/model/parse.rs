//! From JSON Schema to a [`Shape`], strictly: a keyword that is not understood is an error, never dropped.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::shape::{Field, Mark, Number, Object, Shape, Union, Variant};

/// What stands beside a schema, about the field, variant or definition that it describes.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) docs: Option<String>,
    pub(super) mark: Mark,
    pub(super) default: Option<Value>,
    pub(super) name: Option<String>,
}

/// Where parsing failed, and why.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) pointer: String,
    pub(super) message: String,
}

type Parsed<T> = Result<T, Fault>;

/// Parses schemas that may refer to `definitions`, which a tagged newtype variant is inlined from.
pub(super) struct Parser<'a> {
    pub(super) definitions: &'a Map<String, Value>,
    /// The definitions whose members were inlined: nobody may be left who refers to them.
    pub(super) inlined: RefCell<BTreeSet<String>>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(definitions: &'a Map<String, Value>) -> Self {
        Self { definitions, inlined: RefCell::default() }
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
            mark: Mark::Stable,
        };
        if let Some(reason) = text(&mut object, "x-experimental", at)? {
            notes.mark = Mark::Experimental(reason);
        }
        if let Some(note) = text(&mut object, "x-deprecated", at)? {
            notes.mark = Mark::Deprecated(note);
        }
        object.remove("deprecated");
        let twice = object.remove("x-nullable-twice").is_some();
        let mut shape = self.shape(&mut object, at)?;
        if let Some(keyword) = object.keys().next() {
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

    fn shape(&self, object: &mut Map<String, Value>, at: &str) -> Parsed<Shape> {
        if object.is_empty() {
            return Ok(Shape::Any);
        }
        if let Some(target) = text(object, "$ref", at)? {
            let Some(name) = target.strip_prefix("#/definitions/") else {
                return fault(at, format!("the reference `{target}` leaves the bundle"));
            };
            return if object.is_empty() { Ok(Shape::Ref(name.to_owned())) } else { self.inline(name, object, at) };
        }
        for (keyword, exclusive) in [("oneOf", true), ("anyOf", false)] {
            if let Some(members) = object.remove(keyword) {
                return self.union(&members, exclusive, &format!("{at}/{keyword}"));
            }
        }
        if let Some(Value::Array(mut members)) = object.remove("allOf") {
            return match members.pop() {
                Some(only) if members.is_empty() => Ok(self.parse(&only, at)?.0),
                _ => fault(at, "`allOf` of several schemas".to_owned()),
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
                _ => fault(at, format!("`type` is {kinds:?}; one type, or one type and null, can be told apart")),
            },
            _ => fault(at, format!("no `type`, but {:?}", object.keys().collect::<Vec<_>>())),
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
            other => return fault(at, format!("there is no type `{other}`")),
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
                    return fault(at, format!("`{bound}` of a tuple differs from the number of its items"));
                }
            }
            let item = |(index, item)| Ok(self.parse(item, &format!("{at}/items/{index}"))?.0);
            return Ok(Shape::Tuple(positions.iter().enumerate().map(item).collect::<Parsed<_>>()?));
        }
        let items = match object.remove("items") {
            Some(items) => self.parse(&items, &format!("{at}/items"))?.0,
            None => Shape::Any,
        };
        Ok(Shape::List { items: Box::new(items), unique })
    }

    fn object(&self, object: &mut Map<String, Value>, at: &str) -> Parsed<Shape> {
        let required = names(object.remove("required"), at)?;
        let properties = match object.remove("properties") {
            Some(Value::Object(properties)) => properties,
            None => Map::new(),
            Some(other) => return fault(at, format!("`properties` is {other}")),
        };
        let (mut closed, mut rest) = (false, None);
        match object.remove("additionalProperties") {
            None => {}
            Some(Value::Bool(false)) => closed = true,
            Some(schema) => rest = Some(Box::new(self.parse(&schema, &format!("{at}/additionalProperties"))?.0)),
        }
        if let (true, Some(values)) = (properties.is_empty(), &rest) {
            return Ok(Shape::Map(values.clone()));
        }
        let mut fields = Vec::with_capacity(properties.len());
        for (name, schema) in properties {
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
        fields.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Shape::Object(Object { fields, closed, rest }))
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
                    if inner.variants.iter().all(|variant| matches!(variant.shape, Shape::Literal(_))) =>
                {
                    variants.extend(inner.variants);
                }
                shape => variants.push(Variant { shape, docs: notes.docs, mark: notes.mark }),
            }
        }
        let mut shape = match variants.len() {
            1 if null => variants.remove(0).shape,
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
        self.inlined.borrow_mut().insert(name.to_owned());
        let (shape, _) = self.parse(target, at)?;
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
    let Value::Array(values) = values else { return fault(at, "`enum` is not a list".to_owned()) };
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

fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn fault<T>(at: &str, message: String) -> Parsed<T> {
    Err(Fault { pointer: at.to_owned(), message })
}
