//! What a policy makes of findings: their levels, and which of them are accepted.

use serde::Serialize;

use super::waiver::path;
use super::{Day, Pin, Policy, Waiver};
use crate::finding::{Finding, Place, Reader};

/// A waiver that took nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaiverNote {
    /// The line of the policy that it begins in.
    pub line: usize,
    /// The rule that it names.
    pub rule: String,
    /// The place that it names.
    pub path: String,
    /// What is wrong with it.
    #[serde(flatten)]
    pub state: WaiverState,
}

/// Why a waiver took nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum WaiverState {
    /// There is no such finding.
    Unused,
    /// Its day is over; the finding counts again.
    Expired {
        /// Its last day.
        expires: String,
    },
    /// What stands there has changed again since.
    Changed {
        /// The side that it no longer pins.
        side: &'static str,
        /// What stands there now, as a pin.
        now: Option<String>,
    },
}

impl WaiverNote {
    /// The note in words.
    #[must_use]
    pub fn message(&self) -> String {
        let Self { rule, path, .. } = self;
        match &self.state {
            WaiverState::Unused => format!("the waiver for {rule} at {path} takes no finding; remove it"),
            WaiverState::Expired { expires } => {
                format!("the waiver for {rule} at {path} expired on {expires}; the finding counts again")
            }
            WaiverState::Changed { side, now } => {
                let now = now.as_deref().map_or("is not there".to_owned(), |now| format!("is {now}"));
                format!("the waiver for {rule} at {path} pins another change: {side} {now} now; look at it again")
            }
        }
    }
}

impl Policy {
    /// Sets the levels that the policy wants, marks what its waivers accept, and tells of waivers that took nothing.
    pub fn apply(&self, findings: &mut [Finding], today: Day) -> Vec<WaiverNote> {
        let mut used = vec![false; self.waivers.len()];
        for finding in findings.iter_mut() {
            if !finding.experimental || self.experimental {
                self.set_level(finding);
            }
            for (waiver, used) in self.waivers.iter().zip(&mut used) {
                let holds = waiver.expires.is_none_or(|last| today <= last) && mismatch(waiver, finding).is_none();
                if waiver.concerns(finding) && holds {
                    *used = true;
                    finding.waived.get_or_insert_with(|| waiver.reason.clone());
                }
            }
        }
        let idle = self.waivers.iter().zip(used).filter(|(_, used)| !used);
        idle.map(|(waiver, _)| note(waiver, findings, today)).collect()
    }

    fn set_level(&self, finding: &mut Finding) {
        let Some(levels) = self.levels.get(finding.rule) else { return };
        let level = match finding.reader {
            Some(Reader::Server) => levels.input,
            Some(Reader::Client) => levels.output,
            // A change that concerns no message has the lower of both.
            None => levels.input.min(levels.output),
        };
        if let Some(level) = level {
            finding.level = level;
        }
    }
}

/// The first side of a finding that a waiver does not pin.
fn mismatch(waiver: &Waiver, finding: &Finding) -> Option<(&'static str, Option<Pin>)> {
    let pins = |pin: &Option<Pin>, place: &Option<Place>| match (pin, place) {
        (None, None) => true,
        (Some(pin), Some(place)) => pin.holds(&place.fragment),
        _ => false,
    };
    let now = |place: &Option<Place>| place.as_ref().map(|place| Pin::of(&place.fragment));
    if !pins(&waiver.baseline, &finding.baseline) {
        Some(("baseline", now(&finding.baseline)))
    } else if !pins(&waiver.current, &finding.current) {
        Some(("current", now(&finding.current)))
    } else {
        None
    }
}

fn note(waiver: &Waiver, findings: &[Finding], today: Day) -> WaiverNote {
    let mut concerned = findings.iter().filter(|finding| waiver.concerns(finding)).peekable();
    let state = match (concerned.peek(), waiver.expires) {
        (None, _) => WaiverState::Unused,
        (Some(_), Some(last)) if last < today => WaiverState::Expired { expires: last.to_string() },
        (Some(first), _) => {
            let (side, now) = mismatch(waiver, first).unwrap_or(("current", None));
            WaiverState::Changed { side, now: now.map(|pin| pin.to_string()) }
        }
    };
    WaiverNote { line: waiver.line, rule: waiver.rule.clone(), path: waiver.path.clone(), state }
}

impl Finding {
    /// Where it is, as one text, as a waiver names it: `turn/start params /sandboxPolicy`.
    #[must_use]
    pub fn place(&self) -> String {
        path(&self.method, self.part, &self.path)
    }
}
