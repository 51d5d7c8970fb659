//! A judgement as text: for people, for programs, for GitHub, for code scanning, and as notes of a release.

mod github;
mod human;
mod json;
mod markdown;
mod marked;
mod sarif;
mod spot;
mod words;

use crate::finding::Level;
use crate::judge::Judgement;
use crate::rule::Rule;

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text grouped by method. It carries escape codes for colour, which the edge drops where they do not belong.
    Human,
    /// One JSON object.
    Json,
    /// Workflow commands that GitHub shows beside the lines of a change.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Notes of a release: added, changed, breaking, deprecated.
    Markdown,
}

/// What is shown.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// Findings below this level are counted, and not shown to people.
    pub least: Level,
    /// The waiver to paste, below each finding that fails.
    pub waivers: bool,
    /// The rules that SARIF describes.
    pub rules: &'a [&'a Rule],
}

impl Judgement {
    /// The text of the report.
    #[must_use]
    pub fn render(&self, format: Format, show: Show<'_>) -> String {
        match format {
            Format::Human => human::render(self, show),
            Format::Json => json::render(self),
            Format::Github => github::render(self),
            Format::Sarif => sarif::render(self, show.rules),
            Format::Markdown => markdown::render(self),
        }
    }
}
