//! What can be asked of a transcript: how it is read, and by which rules it is judged.

use crate::finding::FindingKind;
use crate::methods::Direction;

/// The handshake that is taken for granted where the protocol has its methods.
pub const USUAL_HANDSHAKE: [&str; 2] = ["initialize", "initialized"];

/// The member of the first call's params by which a client usually opts in to experimental API.
pub const USUAL_OPT_IN: &str = "/capabilities/experimentalApi";

/// What can be found in a transcript.
pub const KINDS: [FindingKind; 12] = [
    FindingKind::Line,
    FindingKind::Invalid,
    FindingKind::UnknownMethod,
    FindingKind::WrongDirection,
    FindingKind::DuplicateId,
    FindingKind::Unanswered,
    FindingKind::UnmatchedAnswer,
    FindingKind::SecondAnswer,
    FindingKind::Handshake,
    FindingKind::NotOptedIn,
    FindingKind::Clock,
    FindingKind::Schema,
];

/// How a recording is read, and by which rules it is judged.
#[derive(Debug, Clone)]
pub struct Options {
    /// The file's name in findings.
    pub file: String,
    /// The direction of what the recording side wrote: of `>`, `out` and `send`.
    pub forward: Direction,
    /// The calls that a connection starts with; none for any start, unset for [`USUAL_HANDSHAKE`].
    pub handshake: Option<Vec<String>>,
    /// The JSON pointer, in the params of the first of these calls, of the member that opts in to experimental API;
    /// unset for [`USUAL_OPT_IN`].
    pub opt_in: Option<String>,
    /// How many requests may wait for an answer before the oldest is given up.
    pub max_pending: usize,
}

impl Options {
    /// The usual options for a recording that a client made.
    pub fn new(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            forward: Direction::ClientToServer,
            handshake: None,
            opt_in: None,
            max_pending: 100_000,
        }
    }
}

/// Why a transcript cannot be judged by the rules asked for.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptionsError {
    /// A step of the handshake is no method.
    UnknownStep {
        /// The name that was given.
        step: String,
        /// Methods that are spelled alike, as a reader is offered them.
        nearest: Option<String>,
    },
    /// The opt-in is no pointer, or leads to no member of the params that it should be in.
    UnknownOptIn {
        /// The pointer that was given.
        pointer: String,
        /// The method whose params do not have it; none where no method opens a connection.
        method: Option<String>,
    },
}

impl std::fmt::Display for OptionsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownStep { step, nearest } => {
                write!(f, "the handshake names `{step}`, which is no method of the protocol")?;
                nearest.iter().try_for_each(|name| write!(f, "; did you mean {name}?"))
            }
            Self::UnknownOptIn { pointer, method: Some(method) } => write!(
                f,
                "the opt-in `{pointer}` leads to no member of the params of `{method}`: expected a JSON pointer such as \
                 {USUAL_OPT_IN}"
            ),
            Self::UnknownOptIn { pointer, method: None } => {
                write!(f, "the opt-in `{pointer}` has no place: name the method that opens a connection as handshake")
            }
        }
    }
}

impl std::error::Error for OptionsError {}
