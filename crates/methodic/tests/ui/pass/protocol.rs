//! Everything that a table may say.

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
    ///
    /// In two paragraphs.
    pub protocol Greeter { name: "greeter", title: "Greeter", }
    client requests ClientRequest, ClientResponse {
        /// Greets somebody.
        Greet => "greet" { params: GreetParams, response: GreetResponse, },
        /// Greets everybody.
        #[experimental("greet/all")]
        GreetAll => "greet/all" { response: GreetResponse },
        #[deprecated("use `greet`")]
        /// Docs may follow the mark.
        Hail => "hail" { params: GreetParams, response: GreetResponse }
    }
    server requests ServerRequest, ServerResponse {
        /// The same wire name, in the other direction.
        GreetBack => "greet" { params: GreetParams, response: GreetResponse },
    }
    client notifications ClientNotification {
        /// The client is ready.
        Ready => "ready",
        /// The client leaves.
        Leaving => "leaving" { params: GreetParams },
    }
    server notifications ServerNotification {}
}

fn main() {
    use methodic::Protocol;
    assert_eq!(Greeter::METHODS.map(<[_]>::len), [3, 1, 2, 0]);
}
