//! What ts-rs is told of wire types: each in the views in which a client meets it.
#![allow(missing_docs, unreachable_pub, reason = "the types of a protocol are public")]

use std::collections::BTreeMap;

use methodic::ts::{Clash, declarations};
use methodic::wire;

/// One of each kind of member.
#[wire]
pub struct Book {
    pub title: String,
    pub subtitle: Option<String>,
    #[serde(default)]
    pub pages: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    #[serde(rename = "ISBN")]
    pub isbn: Option<String>,
    pub shelf: Option<Option<u8>>,
    #[experimental("book.smell")]
    pub smell: Option<String>,
    pub loan: Loan,
}

#[wire(tag = "kind", rename_all = "snake_case")]
pub enum Loan {
    InHouse,
    LentOut { to_whom: Option<Reader> },
    Passed(Passed),
}

#[wire(omit_none)]
pub struct Passed {
    pub on: Option<String>,
}

#[wire(omit_none, name = "Person")]
#[derive(Default)]
pub struct Reader {
    pub name: Name,
    pub cards: BTreeMap<String, u32>,
    #[serde(default, flatten)]
    pub rest: BTreeMap<String, Address>,
}

#[wire(transparent)]
#[derive(Default)]
pub struct Name(pub String);

#[wire(rename_all = "none")]
pub struct Address {
    pub zip_code: Box<u32>,
}

#[wire(explicit_null)]
pub struct Receipt {
    pub paid: Option<u32>,
}

#[wire]
pub struct Nothing {}

methodic::protocol! {
    /// Books.
    pub protocol Library { name: "library", title: "Library" }
    client requests ClientRequest, ClientResponse {
        Add => "book/add" { params: Book, response: Nothing },
        Count => "book/count" { response: Name },
    }
    server requests ServerRequest, ServerResponse {}
    client notifications ClientNotification { Bye => "bye" }
    server notifications ServerNotification { Returned => "book/returned" { params: Book } }
    types { Address, Receipt }
}

/// The declaration of a name, on one line.
fn body(name: &str) -> String {
    let all = declarations::<Library>().expect("every name is used once");
    let found = all.into_iter().find(|declaration| declaration.name == name);
    let body = found.unwrap_or_else(|| panic!("`{name}` is not rendered")).body;
    body.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sender_leaves_out_what_is_unset_where_the_type_says_so() {
    assert_eq!(
        body("Book"),
        "{ title: string, subtitle: string | null, pages: number, authors?: Array<string>, ISBN: string | null, \
         shelf?: number | null | null, smell?: string, loan: Loan, }"
    );
    assert_eq!(body("Passed"), "{ on?: string, }");
}

#[test]
fn a_receiver_needs_nothing_that_has_a_default() {
    assert_eq!(
        body("Book$Input"),
        "{ title: string, subtitle?: string | null, pages?: number, authors?: Array<string>, ISBN?: string | null, \
         shelf?: number | null | null, smell?: string | null, loan: Loan$Input, }"
    );
    assert_eq!(body("Passed$Input"), "{ on?: string | null, }");
}

#[test]
fn what_must_be_said_is_not_optional() {
    assert_eq!(body("Receipt$Input"), "{ paid: number | null, }");
}

#[test]
fn unions_are_told_apart_as_on_the_wire() {
    assert_eq!(
        body("Loan$Input"),
        "{ \"kind\": \"in_house\" } | { \"kind\": \"lent_out\", toWhom?: Person$Input | null, } \
         | { \"kind\": \"passed\" } & Passed$Input"
    );
}

#[test]
fn a_flattened_map_names_what_it_holds() {
    assert_eq!(body("Person"), "{ name: Name, cards: { [key in string]: number }, } & ({ [key in string]: Address })");
    assert_eq!(body("Address"), "{ zip_code: number, }");
    assert_eq!(body("Name"), "string");
}

#[test]
fn the_table_becomes_unions_and_maps() {
    assert_eq!(
        body("ClientRequest"),
        "{ id: RequestId, method: \"book/add\", params: Book$Input } \
         | { id: RequestId, method: \"book/count\", params?: null }"
    );
    assert_eq!(
        body("ClientRequests"),
        "{ \"book/add\": { params: Book$Input, result: Nothing }, \"book/count\": { params: undefined, result: Name }, }"
    );
    assert_eq!(body("ServerNotification"), "{ method: \"book/returned\", params: Book }");
    assert_eq!(body("ClientNotifications"), "{ \"bye\": { params: undefined }, }");
    assert_eq!(body("ServerRequests"), "{ }");
}

#[test]
fn a_type_is_rendered_in_the_views_that_a_client_meets() {
    let all = declarations::<Library>().expect("every name is used once");
    let names: Vec<&str> = all.iter().map(|declaration| declaration.name.as_str()).collect();
    // What goes one way has one view; what names no method is shown as it is written.
    for name in ["Nothing", "Address$Input", "JSONRPCMessage$Input", "JsonValue", "RequestId"] {
        assert!(names.contains(&name), "{name} is missing in {names:?}");
    }
    for name in ["Nothing$Input", "JSONRPCMessage", "ServerRequest"] {
        assert!(!names.contains(&name), "{name} is in {names:?}");
    }
    let reader = all.iter().find(|declaration| declaration.name == "Person$Input").expect("it is written");
    assert_eq!(reader.rust, "ts::Person");
}

mod other {
    use methodic::wire;

    #[wire]
    pub struct Book {
        pub weight: f64,
    }

    #[wire]
    pub struct Weighed {
        pub book: Book,
    }

    methodic::protocol! {
        /// Two kinds of books.
        pub protocol Scales { name: "scales", title: "Scales" }
        client requests ClientRequest, ClientResponse { Weigh => "weigh" { params: super::Passed, response: Weighed } }
        server requests ServerRequest, ServerResponse {}
        client notifications ClientNotification {}
        server notifications ServerNotification { Returned => "book/returned" { params: super::Book } }
    }
}

#[test]
fn two_types_of_one_name_are_refused() {
    let clash = declarations::<other::Scales>().expect_err("two types are called Book");
    assert_eq!(clash, Clash { name: "Book".into(), rust: ["ts::other::Book".into(), "ts::Book".into()] });
    assert_eq!(clash.to_string(), "`Book` is the name of two types, ts::other::Book and ts::Book");
}
