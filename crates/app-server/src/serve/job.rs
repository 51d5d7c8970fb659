//! One request at work: its handler, its answer, and what follows it. Nothing that a handler does gets out of here.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use methodic::{Protocol, RequestId};
use tokio::sync::OwnedSemaphorePermit;
use tracing::{Instrument, debug, error, field, info_span, warn};

use super::router::Answer;
use super::{Client, Context, Limits, answer};

/// The handler, with what it needs.
type Begin<P> = dyn FnOnce(Context<P>) -> BoxFuture<'static, Answer<P>> + Send;

/// What a handler's work is begun with.
pub(super) struct Job<P: Protocol> {
    pub(super) client: Client<P>,
    pub(super) method: &'static str,
    pub(super) id: RequestId,
    /// Calls the handler.
    pub(super) begin: Box<Begin<P>>,
    /// The room that the request takes.
    pub(super) room: [OwnedSemaphorePermit; 3],
    pub(super) limits: Arc<Limits>,
}

impl<P: Protocol> Job<P> {
    /// Does the work and answers.
    pub(super) async fn run(self) {
        // It may have waited for its turn while its client went away.
        if self.client.is_gone() {
            return;
        }
        let connection = self.client.peer().connection;
        let span =
            info_span!("request", connection, method = self.method, id = field::Empty, elapsed_us = field::Empty);
        record_id(&span, &self.id);
        self.work().instrument(span).await;
    }

    async fn work(self) {
        let Self { client, method, id, begin, room, limits } = self;
        let begun = Instant::now();
        let gone = client.shared().gone.clone();
        let cancelled = gone.child_token();
        let context = Context::new(client.clone(), id.clone(), cancelled);
        let handling = {
            let context = context.clone();
            let surface = client.surface();
            // The handler's own code runs inside, also the part before its first await.
            AssertUnwindSafe(async move {
                let response = begin(context).await?;
                P::gate(&response, surface)?;
                Ok(response)
            })
            .catch_unwind()
        };
        let given_up = async {
            gone.cancelled().await;
            tokio::time::sleep(limits.cancel_grace).await;
        };
        let answered = tokio::select! {
            answer = handling => answer,
            () = given_up => {
                warn!(grace = ?limits.cancel_grace, "dropped: its connection is gone, and it did not end by itself");
                return;
            }
        };
        let answer = answered.unwrap_or_else(|panic| {
            error!(panic = text_of(&*panic), "the handler panicked");
            Err(answer::panicked(method))
        });
        let code = answer.as_ref().err().map(|error| error.code);
        let elapsed_us = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        tracing::Span::current().record("elapsed_us", elapsed_us);
        debug!(elapsed_us, code, "answered");
        if client.answer(id, answer).await.is_ok() && code.is_none() {
            for after in context.take_after() {
                if let Err(panic) = AssertUnwindSafe(after).catch_unwind().await {
                    error!(panic = text_of(&*panic), "what follows the answer panicked");
                }
            }
        }
        drop(room);
    }
}

/// Ids are chosen by clients, and may be as long as a message.
fn record_id(span: &tracing::Span, id: &RequestId) {
    match id {
        RequestId::Integer(id) => span.record("id", id),
        RequestId::String(id) => span.record("id", id.char_indices().nth(64).map_or(&**id, |(end, _)| &id[..end])),
    };
}

pub(super) fn text_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("without a text")
}
