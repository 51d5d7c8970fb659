//! Messages that are large, deep or long-winded: refused in time, with an answer that stays short.

use std::time::{Duration, Instant};

use methodic::code::{INVALID_PARAMS, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR};
use methodic::{Message, Rejected};
use serde_json::json;

use crate::common::{ClientRequest, Shape, answers, at, draw, draw_at, draw_late, id, refused, request, stable};

const LARGE: usize = 64 << 20;
const DEEP: usize = 100_000;

/// Far above what it takes, far below what anything quadratic would take.
const SOON: Duration = Duration::from_secs(60);

fn deep() -> String {
    format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP))
}

#[track_caller]
fn refused_soon(message: &str) -> Rejected {
    let start = Instant::now();
    let rejected = refused(message);
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    rejected
}

#[test]
fn a_large_line_is_read() {
    let text = "a".repeat(LARGE);
    let message = draw(&format!(r#"{{"shapes":[{{"type":"circle","radius":1,"label":"{text}"}}]}}"#));
    let start = Instant::now();
    let ClientRequest::Draw { params, .. } = request(message) else { panic!("not a drawing") };
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    let [Shape::Circle { label: Some(label), .. }] = params.shapes.as_slice() else { panic!("not a circle") };
    assert!(*label == text);
}

#[test]
fn a_large_line_with_a_fault_at_its_end_gets_a_short_answer() {
    let text = "a".repeat(LARGE);
    let rejected = refused_soon(&draw(&format!(r#"{{"extra":"{text}","shapes":[],"width":"2"}}"#)));
    assert_eq!(
        rejected.error.message,
        "invalid params for `board/draw` at /params/width: invalid type: string \"2\", expected u8"
    );
    let rejected = refused_soon(&draw_late(&format!(r#"{{"extra":"{text}","shapes":[],"width":"2"}}"#)));
    assert_eq!((rejected.id, rejected.error.data), (id(1), Some(draw_at("/params/width").into())));
}

#[test]
fn a_large_line_that_is_itself_the_fault_is_told_by_its_ends() {
    let text = "a".repeat(LARGE);
    let rejected = refused_soon(&draw(&format!(r#"{{"shapes":[],"width":"{text}"}}"#)));
    assert_eq!(
        (rejected.error.code, rejected.id, rejected.error.data),
        (INVALID_PARAMS, id(1), Some(draw_at("/params/width").into()))
    );
    let message = rejected.error.message;
    assert!(
        message.starts_with("invalid params for `board/draw` at /params/width: invalid type: string \"aaa"),
        "{message}"
    );
    assert!(message.ends_with("aaa\", expected u8"), "{message}");

    let text = &text[..LARGE / 16];
    let rejected = refused_soon(&format!(r#"{{"id":1,"method":"{text}"}}"#));
    assert_eq!((rejected.error.code, rejected.id), (METHOD_NOT_FOUND, id(1)));

    let rejected = refused_soon(&draw(&format!(r#"{{"shapes":[],"counts":{{"{text}":-1}}}}"#)));
    assert_eq!((rejected.error.code, rejected.id), (INVALID_PARAMS, id(1)));

    let torn = format!(r#"{{"id":1,"method":"board/draw","params":{{"extra":"{text}"#);
    let detail = format!("parse error at byte {}: EOF while parsing a string", torn.len());
    answers(&torn, id(1), PARSE_ERROR, &detail, json!({ "offset": torn.len() }));
}

#[test]
fn an_error_stays_short_whatever_letters_were_sent() {
    // Letters that grow when they are written as JSON, as a pointer, or as a quoted string.
    for letter in ["\\u0000", "\\n", "\\\"", "\\\\", "~", "/", "é", "\u{1f600}", "\\u0007", "\u{7f}", "\u{200b}"] {
        let text = letter.repeat(5000);
        refused(draw(&format!(r#"{{"shapes":[],"width":"{text}"}}"#)));
        refused(draw(&format!(r#"{{"shapes":[],"counts":{{"{text}":"{text}"}}}}"#)));
        refused(draw(&format!(r#"{{"shapes":[],"corner":"{text}"}}"#)));
        refused(draw(&format!(r#"{{"shapes":[],"corner":{{"{text}":null}}}}"#)));
        refused(draw_late(&format!(r#"{{"shapes":[{{"radius":"{text}","type":"circle"}}]}}"#)));
        refused(format!(r#"{{"id":1,"method":"{text}"}}"#));
        refused(format!(r#"{{"id":1,"error":"{text}"}}"#));
        refused(format!(r#""{text}""#));
    }
}

#[test]
fn depth_in_known_params_is_bounded() {
    let nested = deep();
    let text = "invalid params for `board/draw` at /params: invalid type: sequence, expected struct DrawParams";
    answers(draw(&nested), id(1), INVALID_PARAMS, text, draw_at("/params"));
    answers(draw_late(&nested), id(1), INVALID_PARAMS, text, draw_at("/params"));

    let free = format!(r#"{{"shapes":[],"extra":{nested}}}"#);
    for message in [draw(&free), draw_late(&free)] {
        let rejected = refused_soon(&message);
        assert_eq!((rejected.error.code, rejected.id, rejected.answer), (INVALID_PARAMS, id(1), true));
        let message = rejected.error.message;
        assert!(message.starts_with("invalid params for `board/draw` at /params/extra/0/0/0/"), "{message}");
        assert!(message.ends_with("/0/0/0: recursion limit exceeded"), "{message}");
    }
}

#[test]
fn depth_in_a_union_is_bounded() {
    let group = r#"{"type":"group","layout":{"kind":"free_form"},"parts":["#;
    let shapes = format!("{}{}", group.repeat(DEEP), "]}".repeat(DEEP));
    let rejected = refused_soon(&draw(&format!(r#"{{"shapes":[{shapes}]}}"#)));
    assert_eq!((rejected.error.code, rejected.id), (INVALID_PARAMS, id(1)));
    let late = r#"{"layout":{"kind":"free_form"},"parts":["#;
    let shapes = format!("{}{}", late.repeat(DEEP), r#"],"type":"group"}"#.repeat(DEEP));
    let rejected = refused_soon(&draw(&format!(r#"{{"shapes":[{shapes}]}}"#)));
    assert_eq!((rejected.error.code, rejected.id), (INVALID_PARAMS, id(1)));
}

#[test]
fn depth_in_ignored_members_costs_nothing() {
    let nested = deep();
    request(format!(r#"{{"x":{nested},"id":1,"method":"board/clear"}}"#));
    request(draw(&format!(r#"{{"shapes":[],"x":{nested}}}"#)));
    let answer = format!(r#"{{"id":1,"result":{nested}}}"#);
    match stable(&answer) {
        Ok(Message::Response { result, .. }) => assert_eq!(result.get(), nested),
        other => panic!("{other:?}"),
    }
    let message = format!(r#"{{"id":1,"method":"sing","params":{nested}}}"#);
    answers(message, id(1), METHOD_NOT_FOUND, "unknown method `sing`", json!({ "method": "sing", "near": [] }));
}

#[test]
fn depth_without_an_end_is_no_json() {
    let open = "[".repeat(DEEP);
    let torn = format!(r#"{{"id":1,"x":{open}"#);
    let text = format!("parse error at byte {}: EOF while parsing a list", torn.len());
    answers(&torn, id(1), PARSE_ERROR, &text, json!({ "offset": torn.len() }));
}

#[test]
fn depth_as_a_whole_message_is_no_message() {
    let text = "invalid request: invalid type: sequence, expected a JSON-RPC message, which is an object";
    answers(deep(), crate::common::NO_ID, INVALID_REQUEST, text, at(""));
}
