//! A request must say what it is answered with.

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
        Leave => "leave" { params: GreetParams },
    }
    server requests ServerRequest, ServerResponse {}
    client notifications ClientNotification {

    }
    server notifications ServerNotification {}
}

fn main() {}
