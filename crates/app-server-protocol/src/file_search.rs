//! File search: finding files by a few letters of their path, once or while the user types.
//!
//! These types are published outside of any version: they keep one shape for all of them.

use methodic::wire;

/// Looks up files once.
#[wire(omit_none)]
#[derive(Default, Eq)]
pub struct FuzzyFileSearchParams {
    /// The letters to look for, in their order but not necessarily side by side.
    pub query: String,
    /// The folders to look in, with all they contain.
    pub roots: Vec<String>,
    /// A name for a series of searches of which only the newest counts: a search ends an unfinished one of the same
    /// name. Absent or null lets the search run beside all others.
    pub cancellation_token: Option<String>,
}

/// What a single search found.
#[wire]
#[derive(Default, Eq)]
pub struct FuzzyFileSearchResponse {
    /// The best matches, the best one first.
    pub files: Vec<FuzzyFileSearchResult>,
}

/// A file or folder whose path matches.
#[wire(rename_all = "snake_case")]
#[derive(Eq)]
pub struct FuzzyFileSearchResult {
    /// The folder of the search that it lies in.
    pub root: String,
    /// Its path, relative to `root`.
    pub path: String,
    /// Whether it is a file or a folder.
    pub match_type: FuzzyFileSearchMatchType,
    /// The last part of its path.
    pub file_name: String,
    /// How well it matches; more is better. Only scores for the same letters can be compared.
    pub score: u32,
    /// Which characters of `path` matched, counted from 0, in ascending order, for the client to set off. Null when
    /// they were not worked out.
    pub indices: Option<Vec<u32>>,
}

/// What a search can find.
#[wire]
#[derive(Copy, Eq, Hash)]
pub enum FuzzyFileSearchMatchType {
    /// A file.
    File,
    /// A folder.
    Directory,
}

/// Opens a search that goes on while the user types.
#[wire]
#[derive(Default, Eq)]
pub struct FuzzyFileSearchSessionStartParams {
    /// Identifier that the client chooses for the search. It must not be empty; a search that it named before ends.
    pub session_id: String,
    /// The folders to look in, with all they contain.
    pub roots: Vec<String>,
}

/// Says that the search is open.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct FuzzyFileSearchSessionStartResponse {}

/// Gives an open search new letters to look for.
#[wire]
#[derive(Default, Eq)]
pub struct FuzzyFileSearchSessionUpdateParams {
    /// The search.
    pub session_id: String,
    /// All letters to look for from now on, in place of the former ones.
    pub query: String,
}

/// Says that the search has got the new letters; what it finds is told by notifications.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct FuzzyFileSearchSessionUpdateResponse {}

/// Ends an open search.
#[wire]
#[derive(Default, Eq)]
pub struct FuzzyFileSearchSessionStopParams {
    /// The search.
    pub session_id: String,
}

/// Says that the search has ended.
#[wire]
#[derive(Default, Copy, Eq)]
pub struct FuzzyFileSearchSessionStopResponse {}

/// Says what an open search has found so far.
#[wire]
#[derive(Default, Eq)]
pub struct FuzzyFileSearchSessionUpdatedNotification {
    /// The search.
    pub session_id: String,
    /// The letters that the matches are for. They may be older than those the client sent last.
    pub query: String,
    /// The best matches, the best one first. They replace those of earlier notifications.
    pub files: Vec<FuzzyFileSearchResult>,
}

/// Says that an open search has looked at everything for its present letters.
#[wire]
#[derive(Default, Eq)]
pub struct FuzzyFileSearchSessionCompletedNotification {
    /// The search.
    pub session_id: String,
}
