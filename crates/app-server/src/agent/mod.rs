//! Agents: who does the work of turns. A server is given one; the one that is built in plays a script.

mod script;

use app_server_protocol::v2::UserInput;
use futures_util::future::BoxFuture;

pub use crate::app::{Stop, Turn};
pub use script::{Script, ScriptError};

/// Works on turns.
///
/// ```
/// use app_server::agent::{Agent, Stop, Turn};
/// use app_server_protocol::v2::{ThreadItem, UserInput};
/// use futures_util::future::BoxFuture;
///
/// struct Counter;
///
/// impl Agent for Counter {
///     fn work<'t>(&'t self, turn: &'t mut Turn, input: Vec<UserInput>) -> BoxFuture<'t, Result<(), Stop>> {
///         Box::pin(async move {
///             let id = turn.next_item_id();
///             turn.begin(ThreadItem::Plan { id: id.clone(), text: String::new() }).await?;
///             turn.end(ThreadItem::Plan { id, text: format!("{} parts", input.len()) }).await
///         })
///     }
/// }
/// ```
pub trait Agent: Send + Sync + 'static {
    /// Works on what the user said. It is called once when a turn begins, and once more in the same turn for each input
    /// that the user added and that was not taken by [`Turn::steered`].
    ///
    /// An agent that waits for anything else than the methods of [`Turn`] listens to [`Turn::stopped`]; one that does not
    /// end in time after that is dropped.
    fn work<'t>(&'t self, turn: &'t mut Turn, input: Vec<UserInput>) -> BoxFuture<'t, Result<(), Stop>>;
}
