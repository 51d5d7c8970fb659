//! How many tokens a thread has cost, and how much of the model's attention it fills.

use methodic::wire;

/// Says how many tokens a thread has used.
#[wire]
#[derive(Eq)]
pub struct ThreadTokenUsageUpdatedNotification {
    /// The thread that used the tokens.
    pub thread_id: String,
    /// The turn whose work used the latest ones.
    pub turn_id: String,
    /// The counts as they now are.
    pub token_usage: ThreadTokenUsage,
}

/// The tokens that a thread has used.
#[wire]
#[derive(Copy, Eq)]
pub struct ThreadTokenUsage {
    /// What all requests to the model since the thread began have used together.
    pub total: TokenUsageBreakdown,
    /// What the latest request to the model has used. It tells how much of the context window is filled.
    pub last: TokenUsageBreakdown,
    /// How many tokens the model can read at once. Null when that is not known.
    pub model_context_window: Option<i64>,
}

/// A number of tokens, by what they were used for.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct TokenUsageBreakdown {
    /// All tokens, read and written.
    pub total_tokens: i64,
    /// The tokens that the model read.
    pub input_tokens: i64,
    /// Those of the tokens read that the model's server still had in its cache.
    pub cached_input_tokens: i64,
    /// The tokens that the model wrote.
    pub output_tokens: i64,
    /// Those of the tokens written that were thoughts and no part of an answer.
    pub reasoning_output_tokens: i64,
}
