//! A notification is never answered.

use methodic::wire;

/// What to greet with.
#[wire]
pub struct GreetParams {
    /// Who is greeted.
    pub name: String,
}

/// What was said.
#[wire]
pub struct GreetResponse {}

methodic::protocol! {
    /// Politeness as a service.
    pub protocol Greeter { name: "greeter", title: "Greeter" }
    client requests ClientRequest, ClientResponse {
        /// Greets somebody.
        Greet => "greet" { params: GreetParams, response: GreetResponse },
    }
    server requests ServerRequest, ServerResponse {}
    client notifications ClientNotification {
        /// Somebody was greeted.
        Greeted => "greeted" { params: GreetParams, response: GreetResponse },
    }
    server notifications ServerNotification {}
}

fn main() {}
