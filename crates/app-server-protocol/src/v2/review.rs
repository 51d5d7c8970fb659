//! Reviews: the agent reads changes and says what it thinks of them.

use crate::v2::Turn;
use methodic::wire;

/// What to review, and where to do it.
#[wire(omit_none)]
#[derive(Eq)]
pub struct ReviewStartParams {
    /// The thread whose working folder holds the changes.
    pub thread_id: String,
    /// The changes to review.
    pub target: ReviewTarget,
    /// Whether the review becomes a part of the thread. Absent or null means `inline`.
    pub delivery: Option<ReviewDelivery>,
}

/// The changes that a review is about.
#[wire(tag = "type", omit_none)]
#[derive(Eq)]
pub enum ReviewTarget {
    /// All that is not committed yet: what is staged, what is not, and files that Git does not know.
    UncommittedChanges,
    /// All that the present branch changes in comparison with another.
    BaseBranch {
        /// Name of the branch to compare with.
        branch: String,
    },
    /// All that one commit changes.
    Commit {
        /// Identifier of the commit.
        sha: String,
        /// The first line of the commit's message, to show it by. Absent or null when the client has none at
        /// hand.
        title: Option<String>,
    },
    /// Whatever the user asks to be reviewed.
    Custom {
        /// The user's words.
        instructions: String,
    },
}

/// Where a review takes place.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ReviewDelivery {
    /// In the thread itself, as one of its turns.
    Inline,
    /// In a new thread that begins as a copy of it.
    Detached,
}

/// The review that was begun.
#[wire]
#[derive(Eq)]
pub struct ReviewStartResponse {
    /// The turn in which the review is made; it is in progress.
    pub turn: Turn,
    /// The thread in which the review takes place: the same one for an inline review, the new one for a detached.
    pub review_thread_id: String,
}
