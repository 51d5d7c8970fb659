//! The agent that plays a script: always the same for the same input, so that clients can be developed and tested without
//! a model, its cost and its moods.

use std::fmt;
use std::time::Duration;

use app_server_protocol::approval::{
    CommandExecutionApprovalDecision, CommandExecutionRequestApprovalParams, CommandExecutionRequestApprovalResponse,
};
use app_server_protocol::methods;
use app_server_protocol::v2::{
    CommandAction, CommandExecutionSource, CommandExecutionStatus, MessagePhase, ThreadItem, TokenUsageBreakdown,
    UserInput,
};
use futures_util::future::BoxFuture;
use serde::Deserialize;

use super::{Agent, Stop, Turn};

/// What happens in the turns of a thread.
///
/// ```
/// use app_server::agent::Script;
///
/// let script = Script::parse(r#"{
///     "chunk": 8,
///     "turns": [
///         [{ "think": "A listing will do." }, { "run": { "command": "ls", "output": "a\nb\n" } }, { "say": "Two files." }],
///         [{ "pauseMs": 20 }, { "fail": "the model is not reachable" }]
///     ]
/// }"#)?;
/// assert_eq!(script, script.clone());
/// assert_eq!(
///     Script::parse(r#"{ "turns": [[{ "sing": "la" }]] }"#).unwrap_err().to_string(),
///     "unknown variant `sing`, expected one of `think`, `say`, `run`, `pauseMs`, `fail` at line 1 column 21",
/// );
/// # Ok::<(), app_server::agent::ScriptError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// The steps of each turn; after the last turn it begins again with the first.
    turns: Vec<Vec<Step>>,
    /// Characters of one delta.
    #[serde(default = "chunk")]
    chunk: usize,
}

fn chunk() -> usize {
    16
}

/// One step. In texts, `{input}` stands for what the user said.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum Step {
    /// Thoughts, piece by piece.
    Think(String),
    /// A message, piece by piece.
    Say(String),
    /// A command, as if it ran.
    Run(Run),
    /// Nothing, for so many milliseconds.
    PauseMs(u64),
    /// The turn fails.
    Fail(String),
}

/// A command that is played, not run.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Run {
    command: String,
    #[serde(default)]
    output: String,
    #[serde(default)]
    exit_code: i32,
    /// Whether the client is asked before.
    #[serde(default)]
    ask: bool,
}

/// Why a text is no script, with the place.
#[derive(Debug)]
pub struct ScriptError(String);

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ScriptError {}

impl Default for Script {
    /// Thinks shortly, and says what the user said.
    fn default() -> Self {
        let steps =
            vec![Step::Think("The user said something; I say it back.".into()), Step::Say("You said: {input}".into())];
        Self { turns: vec![steps], chunk: chunk() }
    }
}

impl Script {
    /// Reads a script.
    ///
    /// # Errors
    /// If it is none; says where and what was expected.
    pub fn parse(text: &str) -> Result<Self, ScriptError> {
        let script: Self = serde_json::from_str(text).map_err(|error| ScriptError(error.to_string()))?;
        match (script.turns.is_empty(), script.chunk) {
            (true, _) => Err(ScriptError("`turns` is empty; expected the steps of at least one turn".into())),
            (_, 0) => Err(ScriptError("`chunk` is 0; expected the number of characters of a delta".into())),
            _ => Ok(script),
        }
    }

    async fn play(&self, turn: &mut Turn, input: &[UserInput]) -> Result<(), Stop> {
        let said = said(input);
        let steps = &self.turns[turn.number() % self.turns.len()];
        let mut used = Used { read: words(&said), ..Used::default() };
        for step in steps {
            while let Some(more) = turn.steered().await? {
                used.read += words(&self::said(&more));
                self.note(turn, &more, &mut used).await?;
            }
            match step {
                Step::Think(text) => {
                    let text = text.replace("{input}", &said);
                    used.thought += words(&text);
                    let thoughts = |summary| ThreadItem::Reasoning { id: String::new(), summary, content: Vec::new() };
                    self.grow(turn, thoughts(Vec::new()), thoughts(vec![text.clone()]), &text).await?;
                }
                Step::Say(text) => self.say(turn, &text.replace("{input}", &said), &mut used).await?,
                Step::Run(run) => self.run(turn, run).await?,
                Step::PauseMs(time) => turn.pause(Duration::from_millis(*time)).await?,
                Step::Fail(message) => {
                    turn.spend(used.total()).await;
                    return Err(Stop::failed(message));
                }
            }
        }
        turn.spend(used.total()).await;
        Ok(())
    }

    async fn note(&self, turn: &mut Turn, more: &[UserInput], used: &mut Used) -> Result<(), Stop> {
        self.say(turn, &format!("Noted: {}", said(more)), used).await
    }

    async fn say(&self, turn: &mut Turn, text: &str, used: &mut Used) -> Result<(), Stop> {
        used.wrote += words(text);
        let message = |text: String| ThreadItem::AgentMessage {
            id: String::new(),
            text,
            phase: Some(MessagePhase::FinalAnswer),
            memory_citation: None,
        };
        self.grow(turn, message(String::new()), message(text.to_owned()), text).await
    }

    /// An item that grows to its final form, piece by piece.
    async fn grow(&self, turn: &mut Turn, begin: ThreadItem, end: ThreadItem, text: &str) -> Result<(), Stop> {
        let id = turn.next_item_id();
        turn.begin(with_id(begin, &id)).await?;
        let mut rest = text;
        while !rest.is_empty() {
            let at = rest.char_indices().nth(self.chunk).map_or(rest.len(), |(at, _)| at);
            let (piece, after) = rest.split_at(at);
            turn.add(piece).await?;
            rest = after;
        }
        turn.end(with_id(end, &id)).await
    }

    async fn run(&self, turn: &mut Turn, run: &Run) -> Result<(), Stop> {
        let (id, cwd) = (turn.next_item_id(), turn.cwd());
        let item = |status, output: Option<&str>, exit_code| ThreadItem::CommandExecution {
            id: id.clone(),
            command: run.command.clone(),
            cwd: cwd.clone(),
            process_id: None,
            source: CommandExecutionSource::Agent,
            status,
            command_actions: vec![CommandAction::Unknown { command: run.command.clone() }],
            aggregated_output: output.map(str::to_owned),
            exit_code,
            duration_ms: exit_code.map(|_| 0),
        };
        turn.begin(item(CommandExecutionStatus::InProgress, None, None)).await?;
        if run.ask {
            let params = CommandExecutionRequestApprovalParams {
                thread_id: turn.thread_id().to_owned(),
                turn_id: turn.id().to_owned(),
                item_id: id.clone(),
                approval_id: None,
                reason: Some("the script asks before this command".into()),
                network_approval_context: None,
                command: Some(run.command.clone()),
                cwd: Some(cwd.clone()),
                command_actions: None,
                additional_permissions: None,
                proposed_execpolicy_amendment: None,
                proposed_network_policy_amendments: None,
                available_decisions: None,
            };
            let answer = turn.ask::<methods::CommandExecutionRequestApproval>(params).await?;
            match answer.map(|CommandExecutionRequestApprovalResponse { decision }| decision) {
                Ok(CommandExecutionApprovalDecision::Cancel) => {
                    turn.end(item(CommandExecutionStatus::Declined, None, None)).await?;
                    return Err(Stop::Interrupted);
                }
                // Who gives no usable answer has not agreed.
                Ok(CommandExecutionApprovalDecision::Decline) | Err(_) => {
                    return turn.end(item(CommandExecutionStatus::Declined, None, None)).await;
                }
                Ok(_) => {}
            }
        }
        if !run.output.is_empty() {
            turn.add(&run.output).await?;
        }
        let status =
            if run.exit_code == 0 { CommandExecutionStatus::Completed } else { CommandExecutionStatus::Failed };
        turn.end(item(status, Some(&run.output), Some(run.exit_code))).await
    }
}

impl Agent for Script {
    fn work<'t>(&'t self, turn: &'t mut Turn, input: Vec<UserInput>) -> BoxFuture<'t, Result<(), Stop>> {
        Box::pin(async move {
            if turn.is_first_input() {
                return self.play(turn, &input).await;
            }
            let mut used = Used { read: words(&said(&input)), ..Used::default() };
            self.note(turn, &input, &mut used).await?;
            turn.spend(used.total()).await;
            Ok(())
        })
    }
}

fn with_id(mut item: ThreadItem, new: &str) -> ThreadItem {
    if let ThreadItem::AgentMessage { id, .. } | ThreadItem::Reasoning { id, .. } = &mut item {
        new.clone_into(id);
    }
    item
}

/// The user's texts; of anything else, its kind.
fn said(input: &[UserInput]) -> String {
    let part = |part: &UserInput| match part {
        UserInput::Text { text, .. } => text.clone(),
        UserInput::Image { .. } | UserInput::LocalImage { .. } => "[a picture]".into(),
        UserInput::Skill { name, .. } => format!("[the skill {name}]"),
        UserInput::Mention { name, .. } => format!("[{name}]"),
    };
    input.iter().map(part).collect::<Vec<_>>().join(" ")
}

/// A script's tokens are words.
fn words(text: &str) -> i64 {
    i64::try_from(text.split_whitespace().count()).unwrap_or(i64::MAX)
}

#[derive(Default)]
struct Used {
    read: i64,
    wrote: i64,
    thought: i64,
}

impl Used {
    fn total(&self) -> TokenUsageBreakdown {
        let output_tokens = self.wrote + self.thought;
        TokenUsageBreakdown {
            total_tokens: self.read + output_tokens,
            input_tokens: self.read,
            cached_input_tokens: 0,
            output_tokens,
            reasoning_output_tokens: self.thought,
        }
    }
}
