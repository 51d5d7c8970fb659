//! Answers to own requests: read when they are whole, dropped when they are not, and never answered.

use methodic::code::{INVALID_REQUEST, PARSE_ERROR};
use methodic::{Message, RequestId};
use serde_json::{Value, json};

use crate::common::{NO_ID, at, id, silent, stable};

#[test]
fn answers_are_read_and_never_answered() {
    match stable(r#"{"id":"a","result":{"count":1}}"#) {
        Ok(Message::Response { id, result }) => assert_eq!((id, result.get()), ("a".into(), r#"{"count":1}"#)),
        other => panic!("{other:?}"),
    }
    match stable(r#"{"result":null,"id":1}"#) {
        Ok(Message::Response { id, result }) => assert_eq!((id, result.get()), (1.into(), "null")),
        other => panic!("{other:?}"),
    }
    match stable(r#"{"error":{"code":-32001,"message":"full","data":[1]},"id":3}"#) {
        Ok(Message::Error { id: found, error }) => {
            assert_eq!(
                (found, error.code, error.message.as_str(), error.data.as_deref()),
                (id(3), -32001, "full", Some(&json!([1])))
            );
        }
        other => panic!("{other:?}"),
    }
    match stable(r#"{"id":null,"error":{"code":-32700,"message":"parse error"}}"#) {
        Ok(Message::Error { id: None, error }) => assert_eq!((error.code, error.data), (-32700, None)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_bad_answer_is_not_answered() {
    let cases: [(&str, Option<RequestId>, &str, Value); 7] = [
        (
            r#"{"id":1,"result":1,"error":{"code":1,"message":""}}"#,
            id(1),
            "invalid request: an answer has either a result or an error, not both",
            at(""),
        ),
        (r#"{"result":1}"#, NO_ID, "invalid request: an answer needs the id of its request", at("")),
        (r#"{"id":null,"result":1}"#, NO_ID, "invalid request: an answer needs the id of its request", at("")),
        (
            r#"{"error":{"code":1,"message":""}}"#,
            NO_ID,
            "invalid request: an answer needs the id of its request",
            at(""),
        ),
        (
            r#"{"id":1,"error":{"message":"no code"}}"#,
            id(1),
            "invalid request at /error: missing field `code`",
            at("/error"),
        ),
        (
            r#"{"error":{"code":1.5,"message":""},"id":1}"#,
            id(1),
            "invalid request at /error/code: invalid type: floating point `1.5`, expected i64",
            at("/error/code"),
        ),
        (
            r#"{"id":1,"method":"board/clear","result":{}}"#,
            id(1),
            "invalid request: a message has either a method or an answer, not both",
            at(""),
        ),
    ];
    for (message, id, text, data) in cases {
        silent(message, id, INVALID_REQUEST, text, data);
    }
    silent(
        r#"{"id":1,"result":{"a":"#,
        id(1),
        PARSE_ERROR,
        "parse error at byte 22: EOF while parsing a value",
        json!({ "offset": 22 }),
    );
}
