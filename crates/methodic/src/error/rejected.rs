//! The refusal of a message that could not be read, and the answer made of it.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::text::push_string;
use crate::{RequestId, RpcError};

/// A message that was not accepted: what to answer, and to which request.
///
/// Serializes as the response to send: `{"id": …, "error": {…}}`, with a null id where none could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejected {
    /// The request's id, whenever it could be read, wherever in the message it stood.
    pub id: Option<RequestId>,
    /// What is wrong.
    pub error: RpcError,
    /// Whether the sender may be answered: a notification or a response never is.
    pub answer: bool,
}

impl Rejected {
    /// The response to send, as JSON text in one line.
    ///
    /// The same bytes as serializing gives, sooner: a peer that sends nothing but errors should cost little.
    pub fn to_json(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.error.message.len() + 192);
        out.extend_from_slice(b"{\"id\":");
        match &self.id {
            Some(RequestId::String(id)) => push_string(&mut out, id),
            id => push(&mut out, id),
        }
        out.extend_from_slice(b",\"error\":{\"code\":");
        push(&mut out, &self.error.code);
        out.extend_from_slice(b",\"message\":");
        push_string(&mut out, &self.error.message);
        if let Some(data) = &self.error.data {
            out.extend_from_slice(b",\"data\":");
            match data.facts() {
                Some(facts) => facts.push_to(&mut out),
                None => push(&mut out, data),
            }
        }
        out.extend_from_slice(b"}}");
        out
    }
}

/// Writes what has no text of a peer in it, or is not the kernel's own.
pub(super) fn push(out: &mut Vec<u8>, value: &impl Serialize) {
    let written = serde_json::to_writer(out, value);
    debug_assert!(written.is_ok(), "numbers, texts and JSON values can be written, and a Vec takes them");
}

impl std::fmt::Display for Rejected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for Rejected {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

impl Serialize for Rejected {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut response = serializer.serialize_map(Some(2))?;
        response.serialize_entry("id", &self.id)?;
        response.serialize_entry("error", &self.error)?;
        response.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn same(id: Option<RequestId>, error: RpcError) {
        let rejected = Rejected { id, error, answer: true };
        let serialized = serde_json::to_string(&rejected).expect("serializable");
        assert_eq!(String::from_utf8(rejected.to_json()).expect("UTF-8"), serialized);
        // The value that a program looks at is the one that is written.
        let value: serde_json::Value = serde_json::from_str(&serialized).expect("JSON");
        assert_eq!(value["error"].get("data"), rejected.error.data.as_deref());
    }

    #[test]
    fn an_answer_is_the_same_by_either_way() {
        let hard = "é \"quoted\" \\ \n \u{0} \u{7f} \u{2028} …";
        for id in [None, Some(1.into()), Some(i64::MIN.into()), Some("a".into()), Some(hard.into())] {
            for text in ["", "plain text", hard] {
                same(id.clone(), RpcError::new(-5, text));
                same(id.clone(), RpcError::internal(text));
                same(id.clone(), RpcError::experimental(text));
                same(id.clone(), RpcError::parse(text, 17));
                same(id.clone(), RpcError::invalid_request(text, text.to_owned()));
                same(id.clone(), RpcError::invalid_params("a/b", text.to_owned(), text));
                same(id.clone(), RpcError::unknown_method(text.to_owned(), vec![]));
                same(id.clone(), RpcError::unknown_method(text.to_owned(), vec!["a/b", "a/c"]));
                same(
                    id.clone(),
                    RpcError { data: Some(json!([text, { text: 1.5 }]).into()), ..RpcError::overloaded() },
                );
            }
        }
    }
}
