//! Declare a JSON-RPC protocol once, in one table.
//!
//! [`protocol!`] turns a table of methods into typed messages for both directions; [`macro@wire`] makes their payloads.
//! What comes out decodes in one pass at about the speed of `serde_json` on the bare payload, answers bad input with
//! exact JSON-RPC errors, and keeps the experimental parts behind the peer's opt-in:
//!
//! ```
//! use methodic::{Message, Protocol, Surface, wire};
//!
//! /// Where to, and how loud.
//! #[wire]
//! pub struct RingParams {
//!     /// Who is called.
//!     pub to: String,
//!     /// From 0 to 10; 5 when left out.
//!     pub volume: Option<u8>,
//! }
//!
//! /// Nothing to say.
//! #[wire]
//! pub struct RingResponse {}
//!
//! methodic::protocol! {
//!     /// A doorbell.
//!     pub protocol Door { name: "door", title: "Door" }
//!     client requests ClientRequest, ClientResponse {
//!         /// Rings the bell.
//!         Ring => "bell/ring" { params: RingParams, response: RingResponse },
//!     }
//!     server requests ServerRequest, ServerResponse {}
//!     client notifications ClientNotification {}
//!     server notifications ServerNotification {}
//! }
//!
//! let line = br#"{"id":1,"method":"bell/ring","params":{"to":"Ada"}}"#;
//! match Door::from_client(line, Surface::Stable)? {
//!     Message::Request(ClientRequest::Ring { params, .. }) => assert_eq!(params.to, "Ada"),
//!     other => panic!("{other:?}"),
//! }
//!
//! let refused = Door::from_client(br#"{"id":2,"method":"bell/ring","params":{"to":5}}"#, Surface::Stable).unwrap_err();
//! assert_eq!(refused.error.code, -32602);
//! assert_eq!(refused.error.message, "invalid params for `bell/ring` at /params/to: invalid type: integer `5`, expected a string");
//! # Ok::<(), Box<methodic::Rejected>>(())
//! ```

// The macros name this crate by its own name, also from within.
extern crate self as methodic;

mod decode;
mod envelope;
mod error;
mod gate;
mod macros;
mod method;
mod no_params;
mod request_id;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "ts")]
pub mod ts;
mod wire;

pub use methodic_macros::wire;

pub use decode::{InvalidResult, InvalidValue, Message, Source, decode, read};
pub use envelope::{
    JsonRpcError, JsonRpcErrorError, JsonRpcMessage, JsonRpcNotification, JsonRpcRequest, JsonRpcResponse,
    W3cTraceContext,
};
pub use error::{ErrorData, Rejected, RpcError, code};
pub use gate::Gate;
pub use method::{
    Direction, Kind, Method, MethodInfo, MethodSet, Notification, Protocol, Request, ResponseSet, Stability, Surface,
};
pub use no_params::{NoParams, Nothing};
pub use request_id::RequestId;

/// What the macros expand to; not for use by hand.
#[doc(hidden)]
pub mod __private {
    pub use crate::decode::{read_message, read_raw};
    pub use crate::method::assert_distinct;
    pub use crate::wire::double_option;
    #[cfg(feature = "ts")]
    pub use methodic_macros::ReadsSerde;
    #[cfg(feature = "schema")]
    pub use schemars;
    pub use serde;
    pub use serde_json;
    #[cfg(feature = "ts")]
    pub use ts_rs;

    /// What the code of the wire types shares, and the adapters around serde's derived code.
    pub mod wire {
        pub use crate::wire::{
            Beside, ByName, Choice, Members, Names, Object, Tagged, Union, len, needed, object, present, union,
            untagged, word, write_inside, write_tag, write_unless,
        };
    }
}
