//! A request without braces has no response either.

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
        /// Says goodbye.
        Leave => "leave",
    }
    server requests ServerRequest, ServerResponse {}
    client notifications ClientNotification {

    }
    server notifications ServerNotification {}
}

fn main() {}
