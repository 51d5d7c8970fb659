//! Messages whose envelope is at fault: no JSON, no object, no method, members that do not go together.

use methodic::RequestId;
use methodic::code::{INVALID_PARAMS, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR};
use serde_json::json;

use crate::common::{NO_ID, answers, at, draw_at, id, request, silent, stable};

const NOT_A_MESSAGE: &str = "a message needs a `method`, or an `id` with a `result` or an `error`";

#[test]
fn nothing_at_all_is_no_json() {
    for (message, offset) in [("", 0), ("  \n", 3)] {
        let text = format!("parse error at byte {offset}: EOF while parsing a value");
        answers(message, NO_ID, PARSE_ERROR, &text, json!({ "offset": offset }));
    }
}

#[test]
fn a_truncated_message_keeps_the_id_that_was_read() {
    let whole = r#"{"id":7,"method":"board/draw","params":{"shapes":[{"type":"circle","radius":1}]}}"#;
    let cut = |to: usize, id, what: &str| {
        let text = format!("parse error at byte {to}: EOF while parsing {what}");
        answers(&whole[..to], id, PARSE_ERROR, &text, json!({ "offset": to }));
    };
    cut(1, NO_ID, "an object");
    cut(3, NO_ID, "a string");
    cut(6, NO_ID, "a value");
    cut(7, id(7), "an object");
    cut(8, id(7), "a value");
    cut(9, id(7), "a string");
    cut(20, id(7), "a string");
    cut(39, id(7), "a value");
    cut(50, id(7), "a list");
    cut(65, id(7), "a string");
    cut(80, id(7), "an object");
}

#[test]
fn the_offset_is_that_of_the_first_wrong_byte() {
    let cases = [
        (r#"{"id":1 "method":"ready"}"#, 8, id(1), "expected `,` or `}`"),
        ("{'id':1}", 1, NO_ID, "key must be a string"),
        ("{\n\"id\": 1,\n\"method\": nul\n}", 24, id(1), "expected ident"),
        ("\u{feff}{}", 0, NO_ID, "expected value"),
        (r#"{"id":1,}"#, 8, id(1), "trailing comma"),
    ];
    for (message, offset, id, detail) in cases {
        answers(
            message,
            id,
            PARSE_ERROR,
            &format!("parse error at byte {offset}: {detail}"),
            json!({ "offset": offset }),
        );
        assert!(offset <= message.len());
    }
}

#[test]
fn invalid_utf_8_is_no_json_wherever_it_stands() {
    let text = |offset: usize| format!("parse error at byte {offset}: invalid UTF-8");
    answers(b"\xff\xfe{}", NO_ID, PARSE_ERROR, &text(0), json!({ "offset": 0 }));
    let message = b"{\"id\":1,\"method\":\"board/\xc3\x28\"}";
    answers(message, NO_ID, PARSE_ERROR, &text(24), json!({ "offset": 24 }));
    let cut_in_a_letter = &"{\"id\":1,\"x\":\"é".as_bytes()[..14];
    answers(cut_in_a_letter, NO_ID, PARSE_ERROR, &text(13), json!({ "offset": 13 }));
}

#[test]
fn what_follows_a_whole_message_is_no_json() {
    answers(
        r#"{"id":1,"method":"board/clear"} x"#,
        id(1),
        PARSE_ERROR,
        "parse error at byte 32: trailing characters",
        json!({ "offset": 32 }),
    );
    answers(
        r#"{"id":1,"method":"board/clear"}{"id":2,"method":"board/clear"}"#,
        id(1),
        PARSE_ERROR,
        "parse error at byte 31: trailing characters",
        json!({ "offset": 31 }),
    );
    assert!(stable("\t{\"id\":1,\"method\":\"board/clear\"} \r\n").is_ok(), "white space is nothing");
}

#[test]
fn only_an_object_is_a_message() {
    let cases = [
        ("5", "integer `5`"),
        ("-0.5", "floating point `-0.5`"),
        ("true", "boolean `true`"),
        ("null", "null"),
        (r#""board/draw""#, "string \"board/draw\""),
        ("[]", "sequence"),
    ];
    for (message, what) in cases {
        let text = format!("invalid request: invalid type: {what}, expected a JSON-RPC message, which is an object");
        answers(message, NO_ID, INVALID_REQUEST, &text, at(""));
    }
}

#[test]
fn a_batch_is_refused_as_a_whole() {
    let text = "invalid request: invalid type: sequence, expected a JSON-RPC message, which is an object";
    answers(
        r#"[{"id":1,"method":"board/clear"},{"id":2,"method":"board/clear"}]"#,
        NO_ID,
        INVALID_REQUEST,
        text,
        at(""),
    );
}

#[test]
fn a_message_without_a_method_says_so() {
    let text = format!("invalid request: {NOT_A_MESSAGE}");
    answers("{}", NO_ID, INVALID_REQUEST, &text, at(""));
    answers(r#"{"id":5}"#, id(5), INVALID_REQUEST, &text, at(""));
    answers(r#"{"id":5,"params":{"shapes":[]}}"#, id(5), INVALID_REQUEST, &text, at(""));
    answers(r#"{"Method":"board/clear","id":5}"#, id(5), INVALID_REQUEST, &text, at(""));
}

#[test]
fn a_method_is_a_string() {
    let text = "invalid request at /method: invalid type: integer `5`, expected a string";
    answers(r#"{"method":5,"id":1}"#, id(1), INVALID_REQUEST, text, at("/method"));
    let text = "invalid request at /method: invalid type: null, expected a string";
    answers(r#"{"id":1,"method":null}"#, id(1), INVALID_REQUEST, text, at("/method"));
    let text = "invalid request at /method: invalid type: sequence, expected a string";
    answers(r#"{"id":1,"method":["board/draw"]}"#, id(1), INVALID_REQUEST, text, at("/method"));
}

#[test]
fn an_unknown_method_names_its_neighbours() {
    let data = |near: &[&str], method: &str| json!({ "method": method, "near": near });
    answers(
        r#"{"id":1,"method":"board/drow","params":{"shapes":5}}"#,
        id(1),
        METHOD_NOT_FOUND,
        "unknown method `board/drow`; did you mean `board/draw`?",
        data(&["board/draw"], "board/drow"),
    );
    answers(
        r#"{"id":"a","method":"BOARD/CLEAR"}"#,
        Some("a".into()),
        METHOD_NOT_FOUND,
        "unknown method `BOARD/CLEAR`; did you mean `board/clear`?",
        data(&["board/clear"], "BOARD/CLEAR"),
    );
    answers(
        r#"{"params":{"shapes":5},"method":"sing","id":1}"#,
        id(1),
        METHOD_NOT_FOUND,
        "unknown method `sing`",
        data(&[], "sing"),
    );
    answers(r#"{"id":1,"method":""}"#, id(1), METHOD_NOT_FOUND, "unknown method ``", data(&[], ""));
    answers(
        r#"{"id":1,"method":"shape/confirm"}"#,
        id(1),
        METHOD_NOT_FOUND,
        "unknown method `shape/confirm`",
        data(&[], "shape/confirm"),
    );
}

#[test]
fn an_unknown_notification_is_not_answered() {
    silent(
        r#"{"method":"pointer/moves","params":{"x":1,"y":2}}"#,
        NO_ID,
        METHOD_NOT_FOUND,
        "unknown method `pointer/moves`; did you mean `pointer/moved`?",
        json!({ "method": "pointer/moves", "near": ["pointer/moved"] }),
    );
}

#[test]
fn a_request_needs_an_id_and_a_notification_takes_none() {
    let text = "invalid request: `board/clear` is a request and needs an id";
    answers(r#"{"method":"board/clear"}"#, NO_ID, INVALID_REQUEST, text, at(""));
    let text = "invalid request at /id: `pointer/moved` is a notification and takes no id";
    answers(r#"{"id":9,"method":"pointer/moved","params":{"x":1,"y":2}}"#, id(9), INVALID_REQUEST, text, at("/id"));
    answers(r#"{"params":{"x":1,"y":2},"method":"pointer/moved","id":null}"#, NO_ID, INVALID_REQUEST, text, at("/id"));
}

#[test]
fn a_bad_notification_is_not_answered() {
    silent(
        r#"{"method":"pointer/moved","params":{"x":1,"y":"2"}}"#,
        NO_ID,
        INVALID_PARAMS,
        "invalid params for `pointer/moved` at /params/y: invalid type: string \"2\", expected i64",
        json!({ "method": "pointer/moved", "pointer": "/params/y" }),
    );
    silent(
        r#"{"method":"pointer/moved"}"#,
        NO_ID,
        INVALID_PARAMS,
        "invalid params for `pointer/moved`: missing field `params`",
        json!({ "method": "pointer/moved", "pointer": "" }),
    );
}

#[test]
fn a_member_comes_once() {
    let cases = [
        (r#"{"id":1,"id":2,"method":"board/clear"}"#, "id"),
        (r#"{"id":1,"method":"board/clear","id":1}"#, "id"),
        (r#"{"id":1,"method":"board/clear","method":"board/draw"}"#, "method"),
        (r#"{"id":1,"method":"board/draw","params":{"shapes":[]},"params":{"shapes":[]}}"#, "params"),
        (r#"{"id":1,"params":{"shapes":[]},"params":{"shapes":[]},"method":"board/draw"}"#, "params"),
        (r#"{"id":1,"method":"board/clear","params":null,"params":null}"#, "params"),
        (r#"{"id":1,"method":"board/clear","m\u0065thod":"board/clear"}"#, "method"),
    ];
    for (message, member) in cases {
        let text = format!("invalid request at /{member}: duplicate field `{member}`");
        answers(message, id(1), INVALID_REQUEST, &text, at(&format!("/{member}")));
    }
    let text = "invalid request at /id: duplicate field `id`";
    answers(r#"{"id":null,"id":1,"method":"board/clear"}"#, NO_ID, INVALID_REQUEST, text, at("/id"));
}

#[test]
fn members_that_nobody_knows_are_ignored() {
    let message = r#"{"jsonrpc":"2.0","id":1,"trace":{"traceparent":"00"},"":[{}],"method":"board/clear","jsonrpc":5}"#;
    assert_eq!(request(message).id(), &RequestId::Integer(1));
}

#[test]
fn names_may_be_written_with_escapes() {
    let message =
        r#"{"\u0069d":1,"m\u0065thod":"board\/dr\u0061w","p\u0061rams":{"sh\u0061pes":[{"\u0074ype":"d\u006ft"}]}}"#;
    let plain = r#"{"id":1,"method":"board/draw","params":{"shapes":[{"type":"dot"}]}}"#;
    assert_eq!(request(message), request(plain));
    answers(
        r#"{"id":1,"method":"board/draw","params":{"sh\u0061pes":[],"co\u0075nts":{"a\/b~\u00e9":"x"}}}"#,
        id(1),
        INVALID_PARAMS,
        "invalid params for `board/draw` at /params/counts/a~1b~0é: invalid type: string \"x\", expected u32",
        draw_at("/params/counts/a~1b~0é"),
    );
    answers(
        r#"{"id":1,"method":"b\u00f6ard\"\n"}"#,
        id(1),
        METHOD_NOT_FOUND,
        "unknown method `böard\"\n`",
        json!({ "method": "böard\"\n", "near": [] }),
    );
}

#[test]
fn half_a_surrogate_is_no_text() {
    let text = "invalid request at /method: unexpected end of hex escape";
    answers(r#"{"id":1,"method":"\ud800"}"#, id(1), INVALID_REQUEST, text, at("/method"));
}
