//! Params that do not fit their method: where the fault is, and what was expected there.

use methodic::code::{INVALID_PARAMS, PARSE_ERROR};
use serde_json::json;

use crate::common::{answers, draw, draw_at, draw_late, id, request};

/// The same fault with the method before and after the params: the same answer.
#[track_caller]
fn faulty(params: &str, pointer: &str, detail: &str) {
    let text = format!("invalid params for `board/draw` at {pointer}: {detail}");
    answers(draw(params), id(1), INVALID_PARAMS, &text, draw_at(pointer));
    answers(draw_late(params), id(1), INVALID_PARAMS, &text, draw_at(pointer));
}

#[test]
fn a_wrong_type_is_found_at_depth() {
    faulty(r#"{"shapes":"none"}"#, "/params/shapes", "invalid type: string \"none\", expected a sequence");
    faulty(r#"{"shapes":[],"width":"2"}"#, "/params/width", "invalid type: string \"2\", expected u8");
    faulty(r#"{"shapes":[],"width":256}"#, "/params/width", "invalid value: integer `256`, expected u8");
    faulty(r#"{"shapes":[],"width":-1,"extra":1}"#, "/params/width", "invalid value: integer `-1`, expected u8");
    faulty(
        r#"{"shapes":[{"type":"dot"},{"type":"circle","radius":1,"label":7},{"type":"dot"}]}"#,
        "/params/shapes/1/label",
        "invalid type: integer `7`, expected a string",
    );
    faulty(
        r#"{"shapes":[{"type":"square","side":1,"corner":{"rounded":{"radius":"r"}}}]}"#,
        "/params/shapes/0/corner/rounded/radius",
        "invalid type: string \"r\", expected u32",
    );
    let nested =
        r#"{"type":"group","layout":{"kind":"grid","columns":2},"parts":[{"type":"dot"},{"type":"square","side":{}}]}"#;
    faulty(
        &format!(r#"{{"width":1,"shapes":[{{"type":"dot"}},{nested}]}}"#),
        "/params/shapes/1/parts/1/side",
        "invalid type: map, expected u32",
    );
    faulty(r#"{"shapes":[],"counts":{"a":1,"b":null}}"#, "/params/counts/b", "invalid type: null, expected u32");
}

#[test]
fn the_first_item_of_a_list_is_told_from_the_list() {
    faulty(r#"{"shapes":[[]]}"#, "/params/shapes/0", "invalid type: sequence, expected an object with a `type`");
    faulty(r#"{"shapes":[5]}"#, "/params/shapes/0", "invalid type: integer `5`, expected an object with a `type`");
    faulty(r#"{"shapes":[ [1] ]}"#, "/params/shapes/0", "invalid type: sequence, expected an object with a `type`");
    faulty(
        r#"{"shapes":[{"type":"dot"},[]]}"#,
        "/params/shapes/1",
        "invalid type: sequence, expected an object with a `type`",
    );
    for written in ["[]", "[[1]]", r#"[{"rounded":{"radius":1}}]"#, r#"["sharp-edge", 5]"#] {
        faulty(
            &format!(r#"{{"shapes":[],"corner":{written},"width":1}}"#),
            "/params/corner",
            "invalid type: sequence, expected one of `sharp-edge`, `rounded`, `named`",
        );
    }
}

#[test]
fn a_missing_member_is_named_with_the_object_that_lacks_it() {
    faulty("{}", "/params", "missing field `shapes`");
    faulty(r#"{"width":1}"#, "/params", "missing field `shapes`");
    faulty(
        r#"{"shapes":[{"type":"dot"},{"type":"circle","label":"a"}]}"#,
        "/params/shapes/1",
        "missing field `radius`",
    );
    faulty(r#"{"shapes":[{"type":"square"}],"width":1}"#, "/params/shapes/0", "missing field `side`");
    faulty(r#"{"shapes":[],"corner":{"rounded":{}}}"#, "/params/corner/rounded", "missing field `radius`");
}

#[test]
fn positional_params_are_refused_everywhere() {
    faulty(r#"["x"]"#, "/params", "invalid type: sequence, expected struct DrawParams");
    faulty("[]", "/params", "invalid type: sequence, expected struct DrawParams");
    faulty("[[]]", "/params", "invalid type: sequence, expected struct DrawParams");
    faulty(
        r#"{"shapes":[],"corner":{"rounded":[4]}}"#,
        "/params/corner/rounded",
        "invalid type: sequence, expected struct variant Corner::Rounded",
    );
    answers(
        r#"{"id":1,"method":"pointer/moved","params":[1,2]}"#,
        id(1),
        INVALID_PARAMS,
        "invalid params for `pointer/moved` at /params: invalid type: sequence, expected struct MovedNotification",
        json!({ "method": "pointer/moved", "pointer": "/params" }),
    );
}

#[test]
fn params_that_are_no_object_are_refused() {
    faulty("null", "/params", "invalid type: null, expected struct DrawParams");
    faulty("5", "/params", "invalid type: integer `5`, expected struct DrawParams");
    faulty(r#""x""#, "/params", "invalid type: string \"x\", expected struct DrawParams");
}

#[test]
fn missing_params_are_missing() {
    let text = "invalid params for `board/draw`: missing field `params`";
    answers(r#"{"id":1,"method":"board/draw"}"#, id(1), INVALID_PARAMS, text, draw_at(""));
    answers(r#"{"method":"board/draw","x":{"params":{}},"id":1}"#, id(1), INVALID_PARAMS, text, draw_at(""));
}

#[test]
fn a_method_without_params_takes_none() {
    for good in [r#"{"id":1,"method":"board/clear"}"#, r#"{"id":1,"method":"board/clear","params":null}"#] {
        request(good);
    }
    let cases = [
        ("{}", "map"),
        (r#"{"a":[1]}"#, "map"),
        ("[]", "sequence"),
        ("[[1]]", "sequence"),
        (r#"["x"]"#, "sequence"),
        ("5", "integer `5`"),
        ("false", "boolean `false`"),
        (r#""x""#, "string \"x\""),
    ];
    for (params, found) in cases {
        let text =
            format!("invalid params for `board/clear` at /params: invalid type: {found}, expected no params, or null");
        let data = json!({ "method": "board/clear", "pointer": "/params" });
        for message in [
            format!(r#"{{"id":1,"method":"board/clear","params":{params}}}"#),
            format!(r#"{{"params":{params},"method":"board/clear","id":1}}"#),
        ] {
            answers(message, id(1), INVALID_PARAMS, &text, data.clone());
        }
    }
}

#[test]
fn a_member_of_params_comes_once() {
    faulty(r#"{"shapes":[],"shapes":[]}"#, "/params/shapes", "duplicate field `shapes`");
    faulty(r#"{"shapes":[],"width":null,"w\u0069dth":1}"#, "/params/width", "duplicate field `width`");
    faulty(r#"{"shapes":[{"type":"square","side":1,"side":1}]}"#, "/params/shapes/0/side", "duplicate field `side`");
}

#[test]
fn params_before_the_method_are_read_as_well() {
    let params = r#"{"shapes":[{"radius":2,"type":"circle"}],"corner":"sharp-edge","extra":{"b":[1.5,{}],"a":null}}"#;
    assert_eq!(request(draw(params)), request(draw_late(params)));
}

#[test]
fn text_that_no_rust_string_can_hold_is_a_fault_of_the_params() {
    faulty(r#"{"shapes":[],"counts":{},"extra":"\udc00"}"#, "/params/extra", "lone leading surrogate in hex escape");
    faulty(r#"{"shapes":[],"extra":[1e400]}"#, "/params/extra/0", "number out of range");
}

#[test]
fn broken_json_inside_params_is_no_json() {
    let text = "parse error at byte 50: expected value";
    answers(draw(r#"{"shapes":[,]}"#), id(1), PARSE_ERROR, text, json!({ "offset": 50 }));
    let text = "parse error at byte 21: expected value";
    answers(
        r#"{"params":{"shapes":[,]},"method":"board/draw","id":1}"#,
        crate::common::NO_ID,
        PARSE_ERROR,
        text,
        json!({ "offset": 21 }),
    );
}
