//! Laws of the whole table: how wire names look, how variants are named after payloads, and that nothing is undocumented.

use app_server_protocol::AppServer;
use methodic::{Direction, Kind, MethodInfo, Protocol, Stability, Surface};
use std::collections::BTreeSet;

fn table() -> impl Iterator<Item = &'static MethodInfo> {
    AppServer::METHODS.into_iter().flatten()
}

#[test]
fn the_sections_hold_what_they_say() {
    let sections = [
        (Direction::ClientToServer, Kind::Request),
        (Direction::ServerToClient, Kind::Request),
        (Direction::ClientToServer, Kind::Notification),
        (Direction::ServerToClient, Kind::Notification),
    ];
    for (rows, (direction, kind)) in AppServer::METHODS.into_iter().zip(sections) {
        assert!(!rows.is_empty(), "no {} from {}", kind.as_str(), direction.as_str());
        for row in rows {
            assert_eq!((row.direction, row.kind), (direction, kind), "{}", row.method);
        }
    }
}

#[test]
fn names_are_used_once() {
    let (mut methods, mut variants) = (BTreeSet::new(), BTreeSet::new());
    for row in table() {
        assert!(methods.insert(row.method), "two methods are named {}", row.method);
        assert!(variants.insert(row.variant), "two entries are named {}", row.variant);
    }
}

/// Methods that peers know by a name in snake_case; renaming them would break those peers.
const SNAKE_CASE: [&str; 3] = ["thread/inject_items", "thread/increment_elicitation", "thread/decrement_elicitation"];

#[test]
fn wire_names_are_camel_case_between_slashes() {
    for method in SNAKE_CASE {
        assert!(table().any(|row| row.method == method), "{method} is an exception and no method");
    }
    for row in table().filter(|row| !SNAKE_CASE.contains(&row.method)) {
        for segment in row.method.split('/') {
            assert!(
                segment.starts_with(|c: char| c.is_ascii_lowercase()),
                "{}: `{segment}` begins otherwise",
                row.method
            );
            assert!(segment.chars().all(|c| c.is_ascii_alphanumeric()), "{}: `{segment}` is not camelCase", row.method);
        }
    }
}

#[test]
fn variants_are_in_pascal_case() {
    for row in table() {
        assert!(row.variant.starts_with(|c: char| c.is_ascii_uppercase()), "{}", row.variant);
        assert!(row.variant.chars().all(|c| c.is_ascii_alphanumeric()), "{}", row.variant);
    }
}

/// Peers are told the reason, so it has to say which method it is about.
#[test]
fn an_experimental_method_is_refused_by_its_own_name() {
    let mut experimental = 0;
    for row in table() {
        if let Stability::Experimental(reason) = row.stability {
            experimental += 1;
            assert_eq!(reason, row.method);
        }
    }
    assert!(experimental > 0, "the table has lost its experimental methods");
}

#[test]
fn an_experimental_method_needs_the_opt_in() {
    let message = br#"{"id":1,"method":"thread/goal/set","params":{"threadId":"t"}}"#;
    AppServer::from_client(message, Surface::Experimental).expect("opted in");
    let refused = AppServer::from_client(message, Surface::Stable).expect_err("not opted in");
    assert_eq!(refused.error.code, -32600);
    assert_eq!(refused.error.message, "thread/goal/set requires experimentalApi capability");
}

#[test]
fn a_method_without_params_takes_none() {
    for message in [r#"{"method":"initialized"}"#, r#"{"id":1,"method":"account/logout"}"#] {
        AppServer::from_client(message.as_bytes(), Surface::Stable).expect(message);
    }
    let message = r#"{"id":1,"method":"account/logout","params":{"force":true}}"#;
    assert!(AppServer::from_client(message.as_bytes(), Surface::Stable).is_err(), "{message}");
}
