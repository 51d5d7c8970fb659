//! The hash of a protocol or of a set of documents: another one means that the wire may see a difference, the same one that
//! it cannot.
//!
//! It is taken over a text of the methods, the shapes of what they carry, and the marks. Docs, the names of types and the
//! order of declarations are not on the wire: definitions are numbered in the order in which the methods, sorted by name,
//! reach them.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::json_text;
use crate::model::{Mark, Method, Model, Number, Object, Shape, Union};

/// SHA-256 in hexadecimal of what the wire can see of a model.
pub fn fingerprint(model: &Model) -> String {
    let mut text = Text { model, numbers: BTreeMap::new(), order: Vec::new(), out: String::new() };
    text.methods();
    hmac_sha256::Hash::hash(text.out.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

struct Text<'a> {
    model: &'a Model,
    numbers: BTreeMap<&'a str, usize>,
    order: Vec<&'a str>,
    out: String,
}

impl<'a> Text<'a> {
    fn methods(&mut self) {
        // Documents are told apart by themselves.
        if self.model.methods.is_empty() {
            for name in self.model.documents() {
                self.reference(name);
            }
            self.out.push('\n');
        }
        let mut methods: Vec<&'a Method> = self.model.methods.iter().collect();
        methods.sort_by_key(|method| (method.direction.as_str(), method.method.as_str()));
        for method in methods {
            let _ = write!(self.out, "{} {} ", method.direction.as_str(), method.kind.as_str());
            json_text::quoted(&mut self.out, &method.method);
            self.mark(&method.mark);
            for payload in [&method.params, &method.result] {
                self.out.push(' ');
                match payload {
                    Some(name) => self.reference(name),
                    None => self.out.push('-'),
                }
            }
            self.out.push('\n');
        }
        // Definitions that these refer to are added at the end while this goes on.
        let mut at = 0;
        while let Some(name) = self.order.get(at).copied() {
            at += 1;
            let _ = write!(self.out, "#{at} ");
            match self.model.definitions.get(name) {
                Some(definition) => self.shape(&definition.shape),
                None => self.out.push('?'),
            }
            self.out.push('\n');
        }
    }

    fn reference(&mut self, name: &'a str) {
        let order = &mut self.order;
        let number = *self.numbers.entry(name).or_insert_with(|| {
            order.push(name);
            order.len()
        });
        let _ = write!(self.out, "#{number}");
    }

    fn mark(&mut self, mark: &Mark) {
        let (letter, why) = match mark {
            Mark::Stable => return,
            Mark::Experimental(reason) => ("~", reason),
            Mark::Deprecated(note) => ("!", note),
        };
        self.out.push_str(letter);
        json_text::quoted(&mut self.out, why);
    }

    fn shape(&mut self, shape: &'a Shape) {
        match shape {
            Shape::Any => self.out.push('*'),
            Shape::Null => self.out.push_str("null"),
            Shape::Boolean => self.out.push_str("boolean"),
            Shape::Number(Number { integer, format, minimum, maximum }) => {
                self.out.push_str(if *integer { "integer(" } else { "number(" });
                self.out.push_str(format.as_deref().unwrap_or_default());
                for (letter, bound) in [(" >=", minimum), (" <=", maximum)] {
                    if let Some(bound) = bound {
                        self.out.push_str(letter);
                        self.out.push_str(&json_text::compact(bound));
                    }
                }
                self.out.push(')');
            }
            Shape::String { format } => {
                let _ = write!(self.out, "string({})", format.as_deref().unwrap_or_default());
            }
            Shape::Literal(value) => {
                self.out.push('=');
                self.out.push_str(&json_text::compact(value));
            }
            Shape::List { items, unique } => {
                self.out.push_str(if *unique { "set(" } else { "list(" });
                self.shape(items);
                self.out.push(')');
            }
            Shape::Tuple(items) => {
                self.out.push('(');
                items.iter().for_each(|item| {
                    self.shape(item);
                    self.out.push(',');
                });
                self.out.push(')');
            }
            Shape::Map(values) => {
                self.out.push_str("map(");
                self.shape(values);
                self.out.push(')');
            }
            Shape::Object(object) => self.object(object),
            Shape::Union(union) => self.union(union),
            Shape::Nullable(inner) => {
                self.shape(inner);
                self.out.push('?');
            }
            Shape::Ref(name) => self.reference(name),
        }
    }

    fn object(&mut self, object: &'a Object) {
        self.out.push('{');
        for field in &object.fields {
            json_text::quoted(&mut self.out, &field.name);
            self.out.push_str(match (field.required, field.written) {
                (true, _) => ":",
                (false, true) => "?:",
                (false, false) => "??:",
            });
            self.shape(&field.shape);
            if let Some(default) = &field.default {
                self.out.push('=');
                self.out.push_str(&json_text::compact(default));
            }
            self.mark(&field.mark);
            self.out.push(',');
        }
        if object.closed {
            self.out.push('.');
        }
        if let Some(rest) = &object.rest {
            self.out.push_str("...");
            self.shape(rest);
        }
        if let Some(choice) = &object.choice {
            self.out.push('&');
            self.union(choice);
        }
        self.out.push('}');
    }

    /// Variants in the order of declaration, as they are tried; fixed values sorted, for whose order nobody asks.
    fn union(&mut self, union: &'a Union) {
        let literal = |shape: &Shape| match shape {
            Shape::Literal(value) => Some(json_text::compact(value)),
            _ => None,
        };
        let mut variants: Vec<_> = union.variants.iter().map(|variant| (literal(&variant.shape), variant)).collect();
        variants.sort_by(|(a, _), (b, _)| (a.is_none(), a).cmp(&(b.is_none(), b)));
        self.out.push_str(if union.exclusive { "one(" } else { "any(" });
        for (_, variant) in variants {
            self.shape(&variant.shape);
            self.mark(&variant.mark);
            self.out.push('|');
        }
        self.out.push(')');
    }
}
