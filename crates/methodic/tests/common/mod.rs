//! A small protocol with one of everything, and the ways the tests look at what decoding it gives.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses its own part; the types of a protocol are public")]

use std::collections::BTreeMap;

use methodic::{Message, Protocol, Rejected, RequestId, Surface, wire};
use serde_json::{Value, json};

/// A figure on the board, told apart by its `type`.
#[wire(tag = "type")]
pub enum Shape {
    /// A variant with fields of its own.
    Circle {
        /// Half its width.
        radius: u32,
        /// What is written on it.
        label: Option<String>,
    },
    /// A variant whose fields are another type's.
    Square(Square),
    /// A variant that is itself a tagged union, with a tag of another name.
    Group {
        /// How its parts lie.
        layout: Layout,
        /// Its parts.
        parts: Vec<Shape>,
    },
    /// A variant without content.
    Dot,
    /// A variant that needs the opt-in.
    #[experimental("shape.blob")]
    Blob {
        /// How many corners.
        corners: u32,
    },
}

/// The content of a newtype variant.
#[wire(omit_none)]
pub struct Square {
    /// Its width and height.
    pub side: u32,
    /// What its corners look like.
    pub corner: Option<Corner>,
}

/// How the parts of a group lie.
#[wire(tag = "kind", rename_all = "snake_case")]
pub enum Layout {
    /// Anywhere.
    FreeForm,
    /// In rows and columns.
    Grid {
        /// How many columns.
        columns: u8,
    },
}

/// Told apart by a string or by the one key of an object.
#[wire(rename_all = "kebab-case")]
#[derive(Eq)]
pub enum Corner {
    /// A string.
    SharpEdge,
    /// An object of an object.
    Rounded {
        /// How round.
        radius: u32,
    },
    /// An object of a string.
    Named(String),
    /// Needs the opt-in.
    #[experimental("corner.fancy")]
    Fancy,
}

/// What is to be drawn.
#[wire(omit_none)]
pub struct DrawParams {
    /// The figures, the lowest first.
    pub shapes: Vec<Shape>,
    /// How thick the lines are.
    pub width: Option<u8>,
    /// How corners look where a shape does not say.
    pub corner: Option<Corner>,
    /// Free-form JSON.
    pub extra: Option<Value>,
    /// Free-form names and numbers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<String, u32>,
    /// Needs the opt-in: an option.
    #[experimental("draw.layer")]
    pub layer: Option<String>,
    /// Needs the opt-in: a flag.
    #[experimental("draw.preview")]
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub preview: bool,
    /// Needs the opt-in: a list.
    #[experimental("draw.stamps")]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stamps: Vec<String>,
}

/// How many shapes there are now.
#[wire]
pub struct DrawResponse {
    /// The number of shapes.
    pub count: u32,
}

/// Nothing to say.
#[wire]
pub struct Done {}

/// Where the pointer is.
#[wire]
#[derive(Eq)]
pub struct MovedNotification {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
}

/// Which area is to be erased.
#[wire]
pub struct EraseParams {
    /// The name of the area.
    pub area: String,
}

methodic::protocol! {
    /// A drawing board that several people share.
    pub protocol Board { name: "board", title: "Board" }

    client requests ClientRequest, ClientResponse {
        /// Draws shapes.
        Draw => "board/draw" { params: DrawParams, response: DrawResponse },
        /// Removes all shapes.
        Clear => "board/clear" { response: Done },
        /// Erases an area.
        #[experimental("board/erase")]
        Erase => "board/erase" { params: EraseParams, response: Done },
        /// Goes one step back.
        #[deprecated("send `board/draw` with what shall be seen")]
        Undo => "board/undo" { response: Done },
    }
    server requests ServerRequest, ServerResponse {
        /// Asks whether a shape may be removed.
        Confirm => "shape/confirm" { params: EraseParams, response: Done },
    }
    client notifications ClientNotification {
        /// The client is ready.
        Ready => "ready",
        /// The pointer has moved.
        Moved => "pointer/moved" { params: MovedNotification },
        /// The pointer rests.
        #[experimental("pointer/rested")]
        Rested => "pointer/rested" { params: MovedNotification },
    }
    server notifications ServerNotification {
        /// Something was drawn.
        Drawn => "board/drawn" { params: DrawResponse },
    }
}

/// What the server reads.
pub type FromClient = Message<ClientRequest, ClientNotification>;

/// Names that a peer without the opt-in must not learn from an error.
const HIDDEN: [&str; 8] = ["blob", "fancy", "layer", "preview", "stamps", "erase", "rested", "corners"];

/// Decodes as for a client that opted into nothing.
pub fn stable(message: impl AsRef<[u8]>) -> Result<FromClient, Box<Rejected>> {
    Board::from_client(message.as_ref(), Surface::Stable)
}

/// Decodes as for a client that opted in.
pub fn opted_in(message: impl AsRef<[u8]>) -> Result<FromClient, Box<Rejected>> {
    Board::from_client(message.as_ref(), Surface::Experimental)
}

/// The refusal of a message; checked for what must hold of every refusal.
#[track_caller]
pub fn refused(message: impl AsRef<[u8]>) -> Rejected {
    let message = message.as_ref();
    let rejected = *stable(message).expect_err("the message must be refused");
    well_formed(&rejected);
    let error = serde_json::to_string(&rejected.error).expect("serializable");
    for name in HIDDEN {
        let sent = String::from_utf8_lossy(message).contains(name);
        assert!(sent || !error.contains(name), "the error gives `{name}` away: {error}");
    }
    rejected
}

/// What holds of every refusal: the answer is one JSON object with the id and the error, and the error is short.
#[track_caller]
pub fn well_formed(rejected: &Rejected) {
    let answer = serde_json::to_string(rejected).expect("an answer can be written");
    assert_eq!(rejected.to_json(), answer.as_bytes());
    let answer: Value = serde_json::from_str(&answer).expect("an answer is JSON");
    assert_eq!(answer["id"], serde_json::to_value(&rejected.id).expect("serializable"));
    assert_eq!(answer["error"]["code"], rejected.error.code);
    assert_eq!(answer["error"]["message"], rejected.error.message);
    assert_eq!(answer["error"].get("data"), rejected.error.data.as_deref());
    assert_eq!(answer.as_object().expect("an object").len(), 2);
    let error = serde_json::to_string(&rejected.error).expect("serializable");
    assert!(error.len() < 2048, "the error has {} bytes: {error}", error.len());
}

/// Nobody knows the id.
pub const NO_ID: Option<RequestId> = None;

/// An id that is a number.
pub fn id(id: i64) -> Option<RequestId> {
    Some(RequestId::Integer(id))
}

/// Holds a refusal that is to be answered against all its parts.
#[track_caller]
pub fn answers(message: impl AsRef<[u8]>, id: Option<RequestId>, code: i64, text: &str, data: Value) {
    exactly(&refused(message), (id, true), code, text, data);
}

/// Holds a refusal that is not to be answered against all its parts.
#[track_caller]
pub fn silent(message: impl AsRef<[u8]>, id: Option<RequestId>, code: i64, text: &str, data: Value) {
    exactly(&refused(message), (id, false), code, text, data);
}

/// The same for a client that opted in.
#[track_caller]
pub fn answers_opted_in(message: &str, id: Option<RequestId>, code: i64, text: &str, data: Value) {
    let rejected = opted_in(message).expect_err("the message must be refused");
    well_formed(&rejected);
    exactly(&rejected, (id, true), code, text, data);
}

#[track_caller]
fn exactly(found: &Rejected, (id, answer): (Option<RequestId>, bool), code: i64, text: &str, data: Value) {
    assert_eq!(found.error.message, text);
    assert_eq!((found.error.code, &found.id, found.answer), (code, &id, answer), "{found}");
    assert_eq!(found.error.data.as_deref(), (!data.is_null()).then_some(&data), "{found}");
}

/// The `data` of an error about params of `board/draw`.
pub fn draw_at(pointer: &str) -> Value {
    json!({ "method": "board/draw", "pointer": pointer })
}

/// The `data` of an error about a message's own members.
pub fn at(pointer: &str) -> Value {
    json!({ "pointer": pointer })
}

/// A request to draw, with these params.
pub fn draw(params: &str) -> String {
    format!(r#"{{"id":1,"method":"board/draw","params":{params}}}"#)
}

/// The same with the params before the method.
pub fn draw_late(params: &str) -> String {
    format!(r#"{{"params":{params},"method":"board/draw","id":1}}"#)
}

/// The one request that a message must decode to.
#[track_caller]
pub fn request(message: impl AsRef<[u8]>) -> ClientRequest {
    match stable(message) {
        Ok(Message::Request(request)) => request,
        other => panic!("expected a request, found {other:?}"),
    }
}
