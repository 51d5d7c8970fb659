//! Faults in what tells the variants of a union apart.

use methodic::code::INVALID_PARAMS;

use crate::common::{answers, answers_opted_in, draw, draw_at, draw_late, id, request};

const SHAPES: &str = "expected one of `circle`, `square`, `group`, `dot`";
const CORNERS: &str = "expected one of `sharp-edge`, `rounded`, `named`";

#[track_caller]
fn faulty(params: &str, pointer: &str, detail: &str) {
    let text = format!("invalid params for `board/draw` at {pointer}: {detail}");
    answers(draw(params), id(1), INVALID_PARAMS, &text, draw_at(pointer));
    answers(draw_late(params), id(1), INVALID_PARAMS, &text, draw_at(pointer));
    // The experimental variants stay unsaid for everybody: a type does not know who asks.
    answers_opted_in(&draw(params), id(1), INVALID_PARAMS, &text, draw_at(pointer));
}

#[test]
fn an_unknown_variant_lists_the_visible_ones() {
    let detail = format!("unknown variant `star`, {SHAPES}");
    for shape in [r#"{"type":"star"}"#, r#"{"type":"star","points":5}"#, r#"{"points":[{}],"type":"star"}"#] {
        faulty(&format!(r#"{{"shapes":[{shape}]}}"#), "/params/shapes/0/type", &detail);
    }
    faulty(
        r#"{"shapes":[{"type":"group","parts":[],"layout":{"kind":"heap"}}]}"#,
        "/params/shapes/0/layout/kind",
        "unknown variant `heap`, expected one of `free_form`, `grid`",
    );
    let detail = format!("unknown variant `blunt`, {CORNERS}");
    faulty(r#"{"shapes":[],"corner":"blunt"}"#, "/params/corner", &detail);
    faulty(r#"{"shapes":[],"corner":{"blunt":1}}"#, "/params/corner/blunt", &detail);
    // Names are taken exactly.
    faulty(
        r#"{"shapes":[],"corner":"Sharp-Edge"}"#,
        "/params/corner",
        &format!("unknown variant `Sharp-Edge`, {CORNERS}"),
    );
    faulty(r#"{"shapes":[],"corner":""}"#, "/params/corner", &format!("unknown variant ``, {CORNERS}"));
}

#[test]
fn a_tag_is_there_once_and_a_string() {
    faulty(r#"{"shapes":[{}]}"#, "/params/shapes/0", "missing field `type`");
    faulty(r#"{"shapes":[{"radius":1}],"width":1}"#, "/params/shapes/0", "missing field `type`");
    faulty(r#"{"shapes":[{"type":1}]}"#, "/params/shapes/0/type", "invalid type: integer `1`, expected a string");
    faulty(
        r#"{"shapes":[{"type":null,"radius":1}]}"#,
        "/params/shapes/0/type",
        "invalid type: null, expected a string",
    );
    faulty(r#"{"shapes":[{"type":{"circle":1}}]}"#, "/params/shapes/0/type", "invalid type: map, expected a string");
    let twice = [
        r#"{"type":"dot","type":"dot"}"#,
        r#"{"type":"circle","radius":1,"type":"dot"}"#,
        r#"{"type":"square","side":1,"type":"square"}"#,
        r#"{"label":null,"type":"circle","radius":1,"typ\u0065":"circle"}"#,
    ];
    for shape in twice {
        faulty(&format!(r#"{{"shapes":[{shape}]}}"#), "/params/shapes/0/type", "duplicate field `type`");
    }
}

#[test]
fn a_tagged_variant_is_an_object() {
    let detail = "expected an object with a `type`";
    faulty(r#"{"shapes":["dot"]}"#, "/params/shapes/0", &format!("invalid type: string \"dot\", {detail}"));
    faulty(r#"{"shapes":[null]}"#, "/params/shapes/0", &format!("invalid type: null, {detail}"));
    faulty(r#"{"shapes":[["circle",1]]}"#, "/params/shapes/0", &format!("invalid type: sequence, {detail}"));
}

#[test]
fn members_before_the_tag_are_checked_too() {
    // Their place in the text is no longer known when the tag comes; the detail names them.
    faulty(
        r#"{"shapes":[{"type":"dot"},{"radius":"r","label":null,"type":"circle"},{"type":"dot"}]}"#,
        "/params/shapes/1",
        "member `radius`: invalid type: string \"r\", expected u32",
    );
    faulty(
        r#"{"shapes":[{"side":1,"corner":{"rounded":{"radius":[1]}},"type":"square","more":[1,{}]}]}"#,
        "/params/shapes/0",
        "member `corner`: invalid type: sequence, expected u32",
    );
    faulty(r#"{"shapes":[{"side":1,"side":2,"type":"square"}]}"#, "/params/shapes/0", "duplicate field `side`");
    faulty(
        r#"{"shapes":[{"parts":[{"type":"dot"},{"kind":1,"type":"star"}],"type":"group","layout":{"kind":"free_form"}}]}"#,
        "/params/shapes/0",
        &format!("member `parts`: unknown variant `star`, {SHAPES}"),
    );
}

#[test]
fn a_variant_without_content_is_a_string() {
    let detail = "a variant without content is a string, not an object";
    faulty(r#"{"shapes":[],"corner":{"sharp-edge":null}}"#, "/params/corner/sharp-edge", detail);
    faulty(r#"{"shapes":[],"corner":{"sharp-edge":{}}}"#, "/params/corner/sharp-edge", detail);
}

#[test]
fn a_variant_with_content_is_an_object_of_one_key() {
    let detail = |name: &str| format!("variant `{name}` is an object with that key and its content, not a string");
    faulty(r#"{"shapes":[],"corner":"rounded"}"#, "/params/corner", &detail("rounded"));
    faulty(r#"{"shapes":[],"corner":"named"}"#, "/params/corner", &detail("named"));
    faulty(
        r#"{"shapes":[],"corner":{}}"#,
        "/params/corner",
        "invalid value: map, expected an object with the variant's name as its one key",
    );
    let detail = "a variant is an object with one key, found a second key";
    faulty(r#"{"shapes":[],"corner":{"named":"a","rounded":{"radius":1}}}"#, "/params/corner/rounded", detail);
    faulty(r#"{"shapes":[],"corner":{"named":"a","named":"a"}}"#, "/params/corner/named", detail);
}

#[test]
fn a_variant_is_never_something_else() {
    for (written, found) in [("5", "integer `5`"), ("true", "boolean `true`"), ("1.5", "floating point `1.5`")] {
        faulty(
            &format!(r#"{{"shapes":[],"corner":{written}}}"#),
            "/params/corner",
            &format!("invalid type: {found}, {CORNERS}"),
        );
    }
}

#[test]
fn good_unions_are_read_in_every_spelling() {
    let plain = request(draw(
        r#"{"shapes":[{"type":"circle","radius":1,"label":"a"},{"type":"square","side":2,"corner":{"named":"n"}}]}"#,
    ));
    let moved = request(draw(
        r#"{"shapes":[{"radius":1,"type":"circle","label":"a"},{"corner":{"named":"n"},"side":2,"type":"square"}]}"#,
    ));
    assert_eq!(plain, moved);
    request(draw(r#"{"shapes":[{"type":"dot","more":[1,{"type":"x"}]},{"more":{},"type":"dot"}]}"#));
}
