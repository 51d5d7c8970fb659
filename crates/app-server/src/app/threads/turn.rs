//! The requests about turns: begin, add to, stop. The work itself is in `work.rs`.

use std::sync::Arc;

use app_server_analytics::ProductFact;
use app_server_analytics::events::RejectionReason;
use app_server_protocol::methods;
use app_server_protocol::v2::{
    self, TurnInterruptParams, TurnInterruptResponse, TurnStartParams, TurnStartResponse, TurnStatus, TurnSteerParams,
    TurnSteerResponse, UserInput,
};
use methodic::{Method, RpcError, code};
use serde_json::json;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::super::invalid::invalid;
use super::super::{App, Ctx, unix_now};
use super::work::Turn;

/// Characters of a turn's input, all its texts together.
const MAX_INPUT_CHARS: usize = 1 << 20;

/// Inputs that may wait until the agent looks for them.
const WAITING_INPUTS: usize = 16;

/// The turn that runs in a thread, as requests see it.
pub(super) struct Running {
    pub(super) id: String,
    pub(super) steer: mpsc::Sender<Vec<UserInput>>,
    pub(super) stop: CancellationToken,
}

fn check<M: Method>(input: &[UserInput]) -> Result<(), RpcError> {
    let chars = |part: &UserInput| if let UserInput::Text { text, .. } = part { text.chars().count() } else { 0 };
    let is_empty = |part: &UserInput| matches!(part, UserInput::Text { text, .. } if text.is_empty());
    if input.iter().all(is_empty) {
        return Err(RejectionReason::EmptyInput.error(format!("`{}` has nothing in its input", M::INFO.method)));
    }
    let found: usize = input.iter().map(chars).sum();
    if found > MAX_INPUT_CHARS {
        let message = format!("the input has {found} characters, expected at most {MAX_INPUT_CHARS}");
        return Err(RejectionReason::InputTooLarge.error(message));
    }
    Ok(())
}

pub(crate) async fn turn_start(
    app: Arc<App>,
    context: Ctx,
    params: TurnStartParams,
) -> Result<TurnStartResponse, RpcError> {
    let thread = app.threads.get(&params.thread_id)?;
    check::<methods::TurnStart>(&params.input)?;
    let (steer, steered) = mpsc::channel(WAITING_INPUTS);
    let (id, stop, started_at) = (uuid::Uuid::now_v7().to_string(), CancellationToken::new(), unix_now());
    let (number, settings) = {
        let mut state = thread.state();
        if let Some(running) = &state.running {
            let message =
                format!("the turn `{}` is running in this thread; steer it, or interrupt it first", running.id);
            let error = RpcError::new(code::INVALID_REQUEST, message);
            return Err(RpcError { data: Some(json!({ "turnId": running.id }).into()), ..error });
        }
        state.settings = state.settings.with_turn(&params)?;
        state.running = Some(Running { id: id.clone(), steer, stop: stop.clone() });
        state.turns += 1;
        (state.turns - 1, state.settings.clone())
    };
    (app.facts)(ProductFact::TurnResolved(Box::new(settings.resolved(&thread.id, &id, number == 0))));
    thread.join(context.client());
    let turn = v2::Turn {
        id,
        items: Vec::new(),
        status: TurnStatus::InProgress,
        error: None,
        started_at: Some(started_at),
        completed_at: None,
        duration_ms: None,
    };
    let work = Turn::new(thread, turn.clone(), number, context.client().clone(), steered, stop, app.facts.clone());
    context.after({
        let client = context.client().clone();
        async move { client.spawn(move |abort| work.run(app.agent.clone(), params.input, abort)) }
    });
    Ok(TurnStartResponse { turn })
}

pub(crate) async fn turn_steer(app: Arc<App>, _: Ctx, params: TurnSteerParams) -> Result<TurnSteerResponse, RpcError> {
    let thread = app.threads.get(&params.thread_id)?;
    check::<methods::TurnSteer>(&params.input)?;
    let state = thread.state();
    let Some(running) = &state.running else {
        return Err(RejectionReason::NoActiveTurn.error("no turn is running in this thread; start one"));
    };
    if running.id != params.expected_turn_id {
        let message =
            format!("expected the turn `{}` to run, but `{}` does", brief(&params.expected_turn_id), running.id);
        return Err(RejectionReason::ExpectedTurnMismatch.error(message));
    }
    // The turn closes its queue under the lock that is held here: what it takes, it deals with.
    running.steer.try_send(params.input).map_err(|_| RpcError::overloaded())?;
    Ok(TurnSteerResponse { turn_id: running.id.clone() })
}

pub(crate) async fn turn_interrupt(
    app: Arc<App>,
    _: Ctx,
    params: TurnInterruptParams,
) -> Result<TurnInterruptResponse, RpcError> {
    let thread = app.threads.get(&params.thread_id)?;
    let state = thread.state();
    match &state.running {
        Some(running) if running.id == params.turn_id => {
            running.stop.cancel();
            Ok(TurnInterruptResponse {})
        }
        running => {
            let found = running.as_ref().map_or("none is".to_owned(), |running| format!("`{}` is", running.id));
            let detail = format!("the turn `{}` is not running in this thread; {found}", brief(&params.turn_id));
            Err(invalid::<methods::TurnInterrupt>("/params/turnId", detail))
        }
    }
}

/// As much of a client's text as an error repeats.
fn brief(text: &str) -> &str {
    text.char_indices().nth(64).map_or(text, |(end, _)| &text[..end])
}
