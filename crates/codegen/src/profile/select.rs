//! From the patterns of a profile to the methods they choose.

use std::collections::BTreeSet;

use glob::{MatchOptions, Pattern};
use methodic::Surface;

use super::{Profile, ProfileError};
use crate::model::Model;

/// A star stays within its part of a name; `**` goes over several.
const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

/// The wire names that a profile chooses of a surface; `model` is all there is, to tell what is withheld from what is unknown.
pub(super) fn methods(model: &Model, surface: &Model, profile: &Profile) -> Result<BTreeSet<String>, ProfileError> {
    let mut chosen = BTreeSet::new();
    for text in &profile.methods {
        let (takes_out, pattern) = text.strip_prefix('!').map_or((false, text.as_str()), |rest| (true, rest));
        let pattern =
            Pattern::new(pattern).map_err(|error| ProfileError(format!("`{text}` is no pattern: {}", error.msg)))?;
        let fits = |method: &str| pattern.matches_with(method, OPTIONS);
        if takes_out {
            let before = chosen.len();
            chosen.retain(|method: &String| !fits(method));
            if chosen.len() == before {
                return Err(ProfileError(format!(
                    "`{text}` takes out nothing: no pattern before it chose such a method"
                )));
            }
            continue;
        }
        let found = surface.methods.iter().map(|method| &method.method).filter(|method| fits(method));
        let before = chosen.len();
        let count = found.map(|method| chosen.insert(method.clone())).count();
        if count == 0 {
            return Err(nothing(text, &fits, model, profile.surface.0));
        }
        if chosen.len() == before {
            return Err(ProfileError(format!("`{text}` adds nothing: those before it chose all of that already")));
        }
    }
    if chosen.is_empty() {
        return Err(ProfileError("its patterns take out all they chose; no method is left".to_owned()));
    }
    Ok(chosen)
}

/// What to say of a pattern that chooses nothing.
fn nothing(text: &str, fits: &dyn Fn(&str) -> bool, model: &Model, surface: Surface) -> ProfileError {
    let names = || model.methods.iter().map(|method| method.method.as_str());
    if let Some(method) = names().find(|name| fits(name)) {
        let what =
            if text == method { "is experimental".to_owned() } else { "chooses experimental methods alone".to_owned() };
        return ProfileError(format!("`{text}` {what}; set surface = \"experimental\" to have it"));
    }
    let visible =
        model.methods.iter().filter(|method| surface == Surface::Experimental || !method.mark.is_experimental());
    let near = visible
        .map(|method| (strsim::jaro_winkler(text, &method.method), method.method.as_str()))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let hint = near.map(|(_, name)| format!("; did you mean `{name}`?")).unwrap_or_default();
    ProfileError(format!("`{text}` chooses no method{hint}"))
}
