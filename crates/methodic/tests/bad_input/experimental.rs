//! Experimental methods, fields and variants: refused without the opt-in, with nothing given away, and read with it.

use methodic::code::{INVALID_PARAMS, INVALID_REQUEST, METHOD_NOT_FOUND};
use methodic::{Gate, Message};
use serde_json::json;

use crate::common::{
    ClientNotification, ClientRequest, NO_ID, answers, answers_opted_in, draw, draw_at, draw_late, id, opted_in,
    request, silent,
};

/// Refused without the opt-in, with this reason; accepted with it.
#[track_caller]
fn gated(message: &str, reason: &str) {
    let text = format!("{reason} requires experimentalApi capability");
    answers(message, id(1), INVALID_REQUEST, &text, json!({ "reason": reason }));
    match opted_in(message) {
        Ok(Message::Request(request)) => assert_eq!(request.experimental(), Some(reason)),
        other => panic!("expected a request, found {other:?}"),
    }
}

#[test]
fn a_method_needs_the_opt_in() {
    gated(r#"{"id":1,"method":"board/erase","params":{"area":"a"}}"#, "board/erase");
    gated(r#"{"params":{"area":"a"},"id":1,"method":"board/erase"}"#, "board/erase");
    gated(r#"{"method":"board/erase","params":{"area":"a"},"id":1}"#, "board/erase");
}

#[test]
fn nothing_about_the_params_of_a_hidden_method_is_said() {
    let data = json!({ "reason": "board/erase" });
    let text = "board/erase requires experimentalApi capability";
    for message in [
        r#"{"id":1,"method":"board/erase"}"#,
        r#"{"id":1,"method":"board/erase","params":5}"#,
        r#"{"id":1,"method":"board/erase","params":{"area":5}}"#,
        r#"{"params":[],"method":"board/erase","id":1}"#,
    ] {
        answers(message, id(1), INVALID_REQUEST, text, data.clone());
    }
    // A bad id does not make it a notification.
    answers(r#"{"method":"board/erase","params":{},"id":1.5}"#, NO_ID, INVALID_REQUEST, text, data.clone());
    answers(r#"{"method":"board/erase","params":{},"id":null}"#, NO_ID, INVALID_REQUEST, text, data.clone());
    silent(r#"{"method":"board/erase","params":{}}"#, NO_ID, INVALID_REQUEST, text, data);
    answers_opted_in(
        r#"{"id":1,"method":"board/erase","params":{"area":5}}"#,
        id(1),
        INVALID_PARAMS,
        "invalid params for `board/erase` at /params/area: invalid type: integer `5`, expected a string",
        json!({ "method": "board/erase", "pointer": "/params/area" }),
    );
}

#[test]
fn a_hidden_method_is_never_offered() {
    let message = r#"{"id":1,"method":"board/eras"}"#;
    let data = |near: &[&str]| json!({ "method": "board/eras", "near": near });
    answers(message, id(1), METHOD_NOT_FOUND, "unknown method `board/eras`", data(&[]));
    let text = "unknown method `board/eras`; did you mean `board/erase`?";
    answers_opted_in(message, id(1), METHOD_NOT_FOUND, text, data(&["board/erase"]));
}

#[test]
fn a_hidden_notification_is_dropped_without_an_answer() {
    let message = r#"{"method":"pointer/rested","params":{"x":1,"y":2}}"#;
    let text = "pointer/rested requires experimentalApi capability";
    silent(message, NO_ID, INVALID_REQUEST, text, json!({ "reason": "pointer/rested" }));
    assert!(matches!(opted_in(message), Ok(Message::Notification(ClientNotification::Rested(_)))));
}

#[test]
fn a_field_needs_the_opt_in_when_it_is_used() {
    for (field, reason) in [
        (r#""layer":"top""#, "draw.layer"),
        (r#""layer":"""#, "draw.layer"),
        (r#""preview":true"#, "draw.preview"),
        (r#""stamps":["a"]"#, "draw.stamps"),
        (r#""stamps":["a"],"preview":true"#, "draw.preview"),
    ] {
        gated(&draw(&format!(r#"{{"shapes":[],{field}}}"#)), reason);
        gated(&draw_late(&format!(r#"{{{field},"shapes":[]}}"#)), reason);
    }
}

#[test]
fn a_field_that_says_what_leaving_it_out_says_is_not_used() {
    let plain = request(draw(r#"{"shapes":[]}"#));
    for field in [r#""layer":null"#, r#""preview":false"#, r#""stamps":[]"#] {
        assert_eq!(request(draw(&format!(r#"{{"shapes":[],{field}}}"#))), plain);
    }
}

#[test]
fn a_variant_needs_the_opt_in_at_any_depth() {
    for shape in [
        r#"{"type":"blob","corners":5}"#,
        r#"{"corners":5,"type":"blob"}"#,
        r#"{"type":"group","layout":{"kind":"free_form"},"parts":[{"type":"dot"},{"type":"blob","corners":1}]}"#,
    ] {
        gated(&draw(&format!(r#"{{"shapes":[{{"type":"dot"}},{shape}]}}"#)), "shape.blob");
    }
    gated(&draw(r#"{"shapes":[],"corner":"fancy"}"#), "corner.fancy");
    gated(&draw(r#"{"shapes":[{"type":"square","side":1,"corner":"fancy"}]}"#), "corner.fancy");
}

#[test]
fn a_fault_beside_an_experimental_part_is_told_first() {
    answers(
        draw(r#"{"shapes":[{"type":"blob","corners":5},{"type":"dot"}],"width":"2"}"#),
        id(1),
        INVALID_PARAMS,
        "invalid params for `board/draw` at /params/width: invalid type: string \"2\", expected u8",
        draw_at("/params/width"),
    );
}

#[test]
fn a_deprecated_method_works() {
    assert!(matches!(request(r#"{"id":1,"method":"board/undo"}"#), ClientRequest::Undo { .. }));
}
