//! A declared protocol in which two modules publish types of one name.
#![allow(dead_code, unreachable_pub, reason = "nothing of it is sent; the types of a protocol are public")]

use methodic::wire;

pub mod loud {
    //! The one.

    /// A number.
    #[methodic::wire(name = "Tone")]
    pub struct Loudness {
        /// In decibels.
        pub level: u8,
    }
}

pub mod soft {
    //! The other.

    /// A word.
    #[methodic::wire(name = "Tone")]
    pub enum Softness {
        /// Hardly to be heard.
        Whisper,
    }
}

/// Uses both.
#[wire]
pub struct SayParams {
    /// The one.
    pub loud: loud::Loudness,
    /// The other.
    pub soft: soft::Softness,
}

/// Nothing to say.
#[wire]
pub struct SayResponse {}

methodic::protocol! {
    /// Two types of one name.
    pub protocol Clash { name: "clash", title: "Clash" }
    client requests ClientRequest, ClientResponse {
        /// Says something.
        Say => "say" { params: SayParams, response: SayResponse },
    }
    server requests ServerRequest, ServerResponse {}
    client notifications ClientNotification {}
    server notifications ServerNotification {}
}
