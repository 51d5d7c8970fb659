//! What a handler is given beside its params.

use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::BoxFuture;
use methodic::{Protocol, RequestId};
use tokio_util::sync::CancellationToken;

use super::Client;

/// The circumstances of one request.
pub struct Context<P: Protocol> {
    client: Client<P>,
    id: RequestId,
    cancelled: CancellationToken,
    after: Arc<Mutex<Vec<BoxFuture<'static, ()>>>>,
}

impl<P: Protocol> Clone for Context<P> {
    fn clone(&self) -> Self {
        let Self { client, id, cancelled, after } = self;
        Self { client: client.clone(), id: id.clone(), cancelled: cancelled.clone(), after: after.clone() }
    }
}

impl<P: Protocol> std::fmt::Debug for Context<P> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context").field("client", &self.client).field("id", &self.id).finish_non_exhaustive()
    }
}

impl<P: Protocol> Context<P> {
    pub(super) fn new(client: Client<P>, id: RequestId, cancelled: CancellationToken) -> Self {
        Self { client, id, cancelled, after: Arc::default() }
    }

    /// Who asks.
    pub fn client(&self) -> &Client<P> {
        &self.client
    }

    /// The request's id.
    pub fn id(&self) -> &RequestId {
        &self.id
    }

    /// Cancelled when nobody waits for the answer any more: the connection is gone, or the server has to end. Who does
    /// not listen is dropped a little later.
    pub fn cancellation(&self) -> &CancellationToken {
        &self.cancelled
    }

    /// Has something done right after the result went out, and before the next request of the same order is begun. It is
    /// not done if the request fails.
    pub fn after(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.after.lock().unwrap_or_else(PoisonError::into_inner).push(Box::pin(work));
    }

    pub(super) fn take_after(&self) -> Vec<BoxFuture<'static, ()>> {
        std::mem::take(&mut *self.after.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
