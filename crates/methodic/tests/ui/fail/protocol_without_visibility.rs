//! A protocol that nobody else may see.

methodic::protocol! {
    /// A secret.
    protocol Secret { name: "secret", title: "Secret" }
    client requests ClientRequest, ClientResponse {}
    server requests ServerRequest, ServerResponse {}
    client notifications ClientNotification {}
    server notifications ServerNotification {}
}

fn main() {}
