//! Ids that are none, and ids that only just are: a request with a bad id must never become a notification.

use methodic::code::{INVALID_PARAMS, INVALID_REQUEST};
use methodic::{MethodSet, RequestId};

use crate::common::{NO_ID, answers, at, draw_at, id, request};

const EXPECTED: &str = "expected a string or a 64-bit integer";

#[test]
fn null_is_no_id() {
    let text = "invalid request at /id: null is no id";
    answers(r#"{"id":null,"method":"board/clear"}"#, NO_ID, INVALID_REQUEST, text, at("/id"));
    answers(r#"{"method":"board/clear","id":null}"#, NO_ID, INVALID_REQUEST, text, at("/id"));
}

#[test]
fn only_strings_and_integers_of_64_bits_are_ids() {
    let cases = [
        ("1.5", "invalid type: floating point `1.5`"),
        ("1.0", "invalid type: floating point `1.0`"),
        ("1e3", "invalid type: floating point `1000.0`"),
        ("true", "invalid type: boolean `true`"),
        ("{}", "invalid type: map"),
        (r#"{"n":1}"#, "invalid type: map"),
        ("[]", "invalid type: sequence"),
        (r#"[[1]]"#, "invalid type: sequence"),
        (r#"["a",{"b":1}]"#, "invalid type: sequence"),
        ("9223372036854775808", "invalid value: integer `9223372036854775808`"),
        ("18446744073709551616", "invalid type: floating point `1.8446744073709552e+19`"),
        ("-9223372036854775809", "invalid type: floating point `-9.223372036854776e+18`"),
    ];
    for (written, found) in cases {
        let text = format!("invalid request at /id: {found}, {EXPECTED}");
        for method in ["board/clear", "ready", "sing"] {
            let first = format!(r#"{{"id":{written},"method":"{method}"}}"#);
            answers(first, NO_ID, INVALID_REQUEST, &text, at("/id"));
            let last = format!(r#"{{"method":"{method}","id":{written}}}"#);
            answers(last, NO_ID, INVALID_REQUEST, &text, at("/id"));
        }
    }
    let text = "invalid request at /id: number out of range";
    answers(r#"{"id":1e999,"method":"board/clear"}"#, NO_ID, INVALID_REQUEST, text, at("/id"));
}

#[test]
fn integers_are_kept_exactly() {
    for number in [0, -1, 9_007_199_254_740_991, 9_007_199_254_740_992, 9_007_199_254_740_993, i64::MAX, i64::MIN] {
        let mut message = request(format!(r#"{{"id":{number},"method":"board/clear"}}"#));
        assert_eq!(message.id(), &RequestId::Integer(number));
        assert_eq!(message.id_mut().cloned(), id(number));
        let text = "invalid params for `board/draw`: missing field `params`";
        answers(format!(r#"{{"id":{number},"method":"board/draw"}}"#), id(number), INVALID_PARAMS, text, draw_at(""));
    }
}

#[test]
fn a_number_in_a_string_stays_a_string() {
    for text in ["1", "", "é\u{0}\"", "00000000-0000-0000-0000-000000000000"] {
        let written = serde_json::to_string(text).expect("serializable");
        let message = request(format!(r#"{{"id":{written},"method":"board/clear"}}"#));
        assert_eq!(message.id(), &RequestId::String(text.to_owned()));
    }
}

#[test]
fn an_id_behind_the_fault_is_found() {
    let text = "invalid params for `board/draw` at /params/width: invalid type: string \"thick\", expected u8";
    let data = draw_at("/params/width");
    let bad = r#""params":{"shapes":[],"width":"thick"}"#;
    let messages = [
        format!(r#"{{"id":1,"method":"board/draw",{bad}}}"#),
        format!(r#"{{"method":"board/draw",{bad},"id":1}}"#),
        format!(r#"{{{bad},"method":"board/draw","id":1}}"#),
        format!(r#"{{{bad},"id":1,"method":"board/draw"}}"#),
        format!(r#"{{"method":"board/draw",{bad},"jsonrpc":"2.0","x":[{{"id":3}}],"\u0069d":1,"y":{{}}}}"#),
        format!(r#"{{"method":"board/draw",{bad},"id":1,"torn":"#),
    ];
    for message in messages {
        answers(message, id(1), INVALID_PARAMS, text, data.clone());
    }
    answers(format!(r#"{{"method":"board/draw",{bad},"id":1.5}}"#), NO_ID, INVALID_PARAMS, text, data.clone());
    answers(format!(r#"{{"method":"board/draw",{bad},"id":null}}"#), NO_ID, INVALID_PARAMS, text, data.clone());
    answers(format!(r#"{{"method":"board/draw",{bad}}}"#), NO_ID, INVALID_PARAMS, text, data);
}
