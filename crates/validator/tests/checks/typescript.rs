//! The program that asks TypeScript about payloads, and what is made of the compiler's answers.

use std::borrow::Cow;

use methodic_validator::typescript::{Complaint, Literal, Payload, Program, Question, payload, type_in_map};
use methodic_validator::{Direction, Kind, Method, Stability};
use serde_json::{Value, json};

fn method(kind: Kind, direction: Direction, params: Option<&str>) -> Method {
    Method {
        method: "a/\"b\"".into(),
        kind,
        direction,
        stability: Stability::Stable,
        reason: None,
        description: None,
        params: params.map(str::to_owned),
        result: None,
    }
}

fn question(value: &Value, literal: Literal) -> Question<'_> {
    Question { payload: Payload { what: "params", value: Some(Cow::Borrowed(value)) }, literal, type_: "T".into() }
}

fn asked(value: &Value) -> Program {
    Program::new("import type { T } from \"./t.js\";\n", &[question(value, Literal::Closed)])
}

#[test]
fn each_member_and_item_has_a_line_of_its_own() {
    let program = asked(&json!({ "a/b": [1, { "c": null }], "d": {} }));
    assert_eq!(
        program.text(),
        "import type { T } from \"./t.js\";\n({\n\"a/b\": [\n1,\n{\n\"c\": null,\n},\n],\n\"d\": {\n},\n}) satisfies T;\n"
    );
    let error = |line: usize| format!("questions.ts({line},1): error TS2322: No.\n");
    let places: Vec<String> = (2..=11)
        .map(|line| program.answers(&error(line)).expect("a line of the question")[0][0].pointer.clone())
        .collect();
    assert_eq!(
        places,
        [
            "/params",
            "/params/a~1b",
            "/params/a~1b/0",
            "/params/a~1b/1",
            "/params/a~1b/1/c",
            "/params/a~1b/1",
            "/params/a~1b",
            "/params/d",
            "/params/d",
            "/params",
        ]
    );
}

#[test]
fn unknown_members_are_taken_out_of_an_open_question() {
    let value = json!({ "a": { "b/c": 1, "d": 2 }, "e": [3] });
    let complaint = |pointer: &str, message: &str| Complaint { pointer: pointer.into(), message: message.into() };
    let unknown = "Object literal may only specify known properties, and 'b/c' does not exist in type 'T'.";
    let complaints = [complaint("/params/a/b~1c", unknown), complaint("/params/e", "Type 'number' is not …")];
    let mut open = question(&value, Literal::Open);
    assert!(open.open_up(&complaints));
    assert_eq!(open.payload.value.as_deref(), Some(&json!({ "a": { "d": 2 }, "e": [3] })));
    assert!(!open.open_up(&complaints), "nothing is left to take out");
    assert!(!question(&value, Literal::Closed).open_up(&complaints));
    assert!(!question(&value, Literal::Open).open_up(&complaints[1..]), "another complaint");
}

#[test]
fn no_text_can_shift_the_lines_or_set_a_prototype() {
    let program = asked(&json!({ "__proto__": "a\u{2028}b\u{2029}c\nd\r" }));
    assert!(program.text().contains("[\"__proto__\"]: \"a\\u2028b\\u2029c\\nd\\r\",\n"), "{}", program.text());
}

#[test]
fn the_most_exact_line_of_an_error_is_kept() {
    let program = asked(&json!({ "a": 1 }));
    let printed = "target/x (1)/questions.ts(4,3): error TS1360: Type '{}' does not satisfy the expected type 'T'.\n  \
                   Types of property 'a' are incompatible.\n    Type 'number' is not assignable to type 'string'.\n";
    assert_eq!(
        program.answers(printed).expect("an answer"),
        [[Complaint {
            pointer: "/params".into(),
            message: "Type 'number' is not assignable to type 'string'.".into()
        }]]
    );
    assert_eq!(program.answers("").expect("no complaint"), [[]]);
}

#[test]
fn an_error_outside_of_the_questions_is_no_answer() {
    let program = asked(&json!({}));
    for printed in [
        "questions.ts(1,24): error TS2307: Cannot find module './t.js'.\n",
        "error TS18003: No inputs were found.\n",
        "questions.ts(99,1): error TS2322: No.\n",
    ] {
        assert_eq!(program.answers(printed), Err(printed.trim_end().to_owned()));
    }
}

#[test]
fn the_payload_is_what_its_types_map_names() {
    let call = method(Kind::Request, Direction::ClientToServer, None);
    assert_eq!(type_in_map(&call, "params"), r#"ClientRequests["a/\"b\""]["params"]"#);
    let call = method(Kind::Notification, Direction::ServerToClient, Some("P"));
    assert_eq!(type_in_map(&call, "params"), r#"ServerNotifications["a/\"b\""]["params"]"#);

    let none = method(Kind::Request, Direction::ClientToServer, None);
    let null = json!({ "id": 1, "method": "a", "params": null });
    assert_eq!(payload(&none, &null), Some(Payload { what: "params", value: None }), "null is no params");
    assert_eq!(payload(&call, &null), Some(Payload { what: "params", value: Some(Cow::Borrowed(&Value::Null)) }));
    assert_eq!(payload(&call, &json!({ "id": 1, "error": {} })), None);
    assert_eq!(payload(&call, &json!(5)), None);
}
