//! What happens to a thread as a whole: it is put away and brought back, let go of, shortened, given a title.

use crate::v2::{Thread, ThreadStatus};
use methodic::wire;

/// Which thread to put away.
#[wire]
#[derive(Eq)]
pub struct ThreadArchiveParams {
    /// The thread to archive.
    pub thread_id: String,
}

/// Nothing but the fact that the thread is archived.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadArchiveResponse {}

/// Says that a thread was put away.
#[wire]
#[derive(Eq)]
pub struct ThreadArchivedNotification {
    /// The thread that is archived now.
    pub thread_id: String,
}

/// Which thread to bring back from the archive.
#[wire]
#[derive(Eq)]
pub struct ThreadUnarchiveParams {
    /// The archived thread.
    pub thread_id: String,
}

/// The thread that was brought back.
#[wire]
#[derive(Eq)]
pub struct ThreadUnarchiveResponse {
    /// The thread, without its turns. It is not in memory until it is resumed.
    pub thread: Thread,
}

/// Says that a thread was brought back from the archive.
#[wire]
#[derive(Eq)]
pub struct ThreadUnarchivedNotification {
    /// The thread that is no longer archived.
    pub thread_id: String,
}

/// Which thread this connection no longer listens to.
#[wire]
#[derive(Eq)]
pub struct ThreadUnsubscribeParams {
    /// The thread to let go of.
    pub thread_id: String,
}

/// What letting go of the thread changed.
#[wire]
#[derive(Copy, Eq)]
pub struct ThreadUnsubscribeResponse {
    /// Whether this connection listened to the thread until now.
    pub status: ThreadUnsubscribeStatus,
}

/// What letting go of a thread can come to.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ThreadUnsubscribeStatus {
    /// The thread is not in the server's memory, so there was nothing to listen to.
    NotLoaded,
    /// This connection did not listen to the thread.
    NotSubscribed,
    /// This connection no longer listens to the thread.
    Unsubscribed,
}

/// Says that a thread has left the server's memory. What is recorded of it stays.
#[wire]
#[derive(Eq)]
pub struct ThreadClosedNotification {
    /// The thread that was closed.
    pub thread_id: String,
}

/// Says that a thread does something else now.
#[wire]
#[derive(Eq)]
pub struct ThreadStatusChangedNotification {
    /// The thread whose status changed.
    pub thread_id: String,
    /// What the thread is doing now.
    pub status: ThreadStatus,
}

/// Gives a thread a title.
#[wire]
#[derive(Eq)]
pub struct ThreadSetNameParams {
    /// The thread that is given a title.
    pub thread_id: String,
    /// The title, in place of an earlier one.
    pub name: String,
}

/// Nothing but the fact that the thread has its title.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadSetNameResponse {}

/// Says that a thread's title has changed.
#[wire]
#[derive(Eq)]
pub struct ThreadNameUpdatedNotification {
    /// The thread whose title changed.
    pub thread_id: String,
    /// The title as it now is. Null when the thread has none.
    pub thread_name: Option<String>,
}

/// Corrects what is recorded about a thread.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct ThreadMetadataUpdateParams {
    /// The thread that the record is about.
    pub thread_id: String,
    /// The state of the Git repository, as far as it changes. Absent or null leaves it as it is.
    pub git_info: Option<ThreadMetadataGitInfoUpdateParams>,
}

/// Corrects the recorded state of a Git repository, member by member: absent leaves the member as it is, null clears
/// it, and a text takes its place.
#[wire]
#[derive(Default, Eq)]
pub struct ThreadMetadataGitInfoUpdateParams {
    /// The commit that is checked out. Null means that there is none.
    pub sha: Option<Option<String>>,
    /// The branch that is checked out. Null means that there is none.
    pub branch: Option<Option<String>>,
    /// Address of the remote named `origin`. Null means that there is none.
    pub origin_url: Option<Option<String>>,
}

/// The thread after its record was corrected.
#[wire]
#[derive(Eq)]
pub struct ThreadMetadataUpdateResponse {
    /// The thread as it is recorded now, without its turns.
    pub thread: Thread,
}

/// Takes the last turns back.
#[wire]
#[derive(Eq)]
pub struct ThreadRollbackParams {
    /// The thread to shorten.
    pub thread_id: String,
    /// How many turns to take back, counted from the last; at least 1.
    pub num_turns: u32,
}

/// The thread without the turns that were taken back.
#[wire]
#[derive(Eq)]
pub struct ThreadRollbackResponse {
    /// The thread, with the turns that are left.
    pub thread: Thread,
}

/// Which thread's conversation to sum up.
#[wire]
#[derive(Eq)]
pub struct ThreadCompactStartParams {
    /// The thread whose conversation has become too long.
    pub thread_id: String,
}

/// Nothing but the fact that the work begins; notifications tell how it goes on.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadCompactStartResponse {}

/// Says that a summary has taken the place of the older part of a conversation. The item `contextCompaction` says the
/// same within the turn, and is the better one to rely on.
#[wire]
#[derive(Eq)]
pub struct ContextCompactedNotification {
    /// The thread of the conversation.
    pub thread_id: String,
    /// The turn in which it happened.
    pub turn_id: String,
}
