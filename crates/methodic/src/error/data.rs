//! The facts in an error's `data`: kept as they were found, made a JSON value only for who looks at them.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use super::rejected::push;
use super::text::push_string;

/// What a program may want to know about an error.
///
/// It stands for a [`Value`] and derefs to it: `data["pointer"].as_str()`. The value is made when it is first looked
/// at; an answer that is only written never makes it.
///
/// ```
/// use methodic::{ErrorData, RpcError};
/// use serde_json::json;
///
/// let error = RpcError { data: Some(json!({ "retryAfter": 5 }).into()), ..RpcError::overloaded() };
/// assert_eq!(error.data.as_deref(), Some(&json!({ "retryAfter": 5 })));
/// assert_eq!(RpcError::experimental("beta").data, Some(ErrorData::from(json!({ "reason": "beta" }))));
/// ```
#[derive(Clone)]
pub struct ErrorData(Form);

#[derive(Clone)]
enum Form {
    Value(Value),
    Facts(Facts, OnceLock<Box<Value>>),
}

/// What the kernel's own errors say.
#[derive(Clone)]
pub(super) enum Facts {
    Params { method: &'static str, pointer: String },
    Request { pointer: String },
    Method { method: String, near: Vec<&'static str> },
    Json { offset: usize },
    Experimental { reason: Cow<'static, str> },
}

/// One fact.
#[derive(Clone, Copy, serde::Serialize)]
#[serde(untagged)]
enum Fact<'a> {
    Text(&'a str),
    Names(&'a [&'static str]),
    Number(usize),
}

impl Facts {
    /// The members of the object, by name.
    fn members(&self) -> [Option<(&'static str, Fact<'_>)>; 2] {
        match self {
            Self::Params { method, pointer } => {
                [Some(("method", Fact::Text(method))), Some(("pointer", Fact::Text(pointer)))]
            }
            Self::Request { pointer } => [Some(("pointer", Fact::Text(pointer))), None],
            Self::Method { method, near } => [Some(("method", Fact::Text(method))), Some(("near", Fact::Names(near)))],
            Self::Json { offset } => [Some(("offset", Fact::Number(*offset))), None],
            Self::Experimental { reason } => [Some(("reason", Fact::Text(reason))), None],
        }
    }

    /// Writes the object as JSON.
    pub(super) fn push_to(&self, out: &mut Vec<u8>) {
        let mut before = b'{';
        for (name, fact) in self.members().into_iter().flatten() {
            out.push(before);
            before = b',';
            push_string(out, name);
            out.push(b':');
            match fact {
                Fact::Text(text) => push_string(out, text),
                fact => push(out, &fact),
            }
        }
        out.push(b'}');
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members().into_iter().flatten())
    }
}

impl ErrorData {
    /// The facts, if they are the kernel's own.
    pub(super) fn facts(&self) -> Option<&Facts> {
        match &self.0 {
            Form::Value(_) => None,
            Form::Facts(facts, _) => Some(facts),
        }
    }
}

impl From<Facts> for ErrorData {
    fn from(facts: Facts) -> Self {
        Self(Form::Facts(facts, OnceLock::new()))
    }
}

impl From<Value> for ErrorData {
    fn from(value: Value) -> Self {
        Self(Form::Value(value))
    }
}

impl From<ErrorData> for Value {
    fn from(data: ErrorData) -> Self {
        match data.0 {
            Form::Value(value) => value,
            Form::Facts(facts, value) => value.into_inner().map_or_else(|| render(&facts), |value| *value),
        }
    }
}

impl Deref for ErrorData {
    type Target = Value;

    fn deref(&self) -> &Value {
        match &self.0 {
            Form::Value(value) => value,
            Form::Facts(facts, value) => value.get_or_init(|| Box::new(render(facts))),
        }
    }
}

fn render(facts: &Facts) -> Value {
    // Strings and a number: nothing that a value could not hold.
    serde_json::to_value(facts).unwrap_or_default()
}

impl fmt::Debug for ErrorData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl PartialEq for ErrorData {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Serialize for ErrorData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Form::Value(value) => value.serialize(serializer),
            Form::Facts(facts, _) => facts.serialize(serializer),
        }
    }
}
