//! Memory: what the agent keeps of earlier threads to know it in later ones.

use methodic::wire;

/// Says whether a thread may be remembered.
#[wire]
#[derive(Eq)]
pub struct ThreadMemoryModeSetParams {
    /// The thread that the decision is about.
    pub thread_id: String,
    /// Whether it may be remembered.
    pub mode: ThreadMemoryMode,
}

/// Whether memories may be made of a thread.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum ThreadMemoryMode {
    /// What happens in the thread may be remembered in later ones.
    Enabled,
    /// Nothing of the thread is remembered.
    Disabled,
}

/// Nothing but the fact that the decision is recorded.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct ThreadMemoryModeSetResponse {}

/// Nothing but the fact that the memories are gone.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct MemoryResetResponse {}
