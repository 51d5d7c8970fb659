//! A table without entries is a protocol in which nothing can be said.

methodic::protocol! {
    /// Silence.
    pub protocol Silence { name: "silence", title: "Silence" }
    client requests ClientRequest, ClientResponse {}
    server requests ServerRequest, ServerResponse {}
    client notifications ClientNotification {}
    server notifications ServerNotification {}
}

fn main() {
    use methodic::{Protocol, Surface};
    let refused = Silence::from_client(br#"{"id":1,"method":"speak"}"#, Surface::Experimental).unwrap_err();
    assert_eq!(refused.error.code, methodic::code::METHOD_NOT_FOUND);
}
