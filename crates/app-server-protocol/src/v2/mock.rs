//! A method without any use but one: a client can test with it that experimental methods are open to it.

use methodic::wire;

/// Carries a value to be sent back.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct MockExperimentalMethodParams {
    /// Any text.
    pub value: Option<String>,
}

/// Carries the value back.
#[wire]
#[derive(Default, Eq)]
pub struct MockExperimentalMethodResponse {
    /// The text of the request. Null when it had none.
    pub echoed: Option<String>,
}
