//! A protocol may be a matter of its crate alone, with types that are too.

mod door {
    use methodic::wire;

    /// Who is there.
    #[wire]
    pub(crate) struct RingParams {
        /// A name.
        pub(crate) name: String,
    }

    /// Nothing to say.
    #[wire]
    pub(crate) struct RingResponse {}

    methodic::protocol! {
        /// A doorbell.
        pub(crate) protocol Door { name: "door", title: "Door" }
        client requests ClientRequest, ClientResponse {
            /// Rings.
            Ring => "ring" { params: RingParams, response: RingResponse },
        }
        server requests ServerRequest, ServerResponse {}
        client notifications ClientNotification {
            /// Left.
            Left => "left",
        }
        server notifications ServerNotification {}
    }
}

fn main() {
    use methodic::Method;
    assert_eq!(door::methods::Ring::INFO.method, "ring");
    assert_eq!(door::methods::Left::INFO.method, "left");
}
