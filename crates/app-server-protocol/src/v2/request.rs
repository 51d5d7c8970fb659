//! What becomes of the server's own requests.

use methodic::{RequestId, wire};

/// Says which question is settled.
#[wire]
#[derive(Eq)]
pub struct ServerRequestResolvedNotification {
    /// Identifier of the thread in which the server asked.
    pub thread_id: String,
    /// Identifier of the server's request.
    pub request_id: RequestId,
}
