//! From the patterns of a profile to the methods they choose.

use std::collections::BTreeSet;

use glob::{MatchOptions, Pattern};

use crate::{Profile, ProfileError, ProfileSurface};

/// A star stays within its part of a name; `**` goes over several.
const OPTIONS: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

/// A method that a profile can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The wire name.
    pub name: &'a str,
    /// Whether only the experimental surface has it.
    pub experimental: bool,
}

impl Profile {
    /// The wire names that the patterns choose among all methods of a protocol.
    ///
    /// ```
    /// use methodic_profile::{Candidate, Profile};
    ///
    /// let profile = Profile::parse("methods = ['thread/*']")?;
    /// let all = ["initialize", "thread/start"].map(|name| Candidate { name, experimental: false });
    /// assert!(profile.select(&all)?.into_iter().eq(["thread/start"]));
    /// # Ok::<(), methodic_profile::ProfileError>(())
    /// ```
    ///
    /// # Errors
    /// A pattern that chooses nothing, with the nearest name, or that adds nothing to those before it.
    pub fn select(&self, methods: &[Candidate]) -> Result<BTreeSet<String>, ProfileError> {
        let visible = |method: &&Candidate| self.surface == ProfileSurface::Experimental || !method.experimental;
        let mut chosen = BTreeSet::new();
        for text in &self.methods {
            let (takes_out, pattern) = text.strip_prefix('!').map_or((false, text.as_str()), |rest| (true, rest));
            let pattern = Pattern::new(pattern)
                .map_err(|error| ProfileError(format!("`{text}` is no pattern: {}", error.msg)))?;
            let fits = |method: &str| pattern.matches_with(method, OPTIONS);
            let before = chosen.len();
            if takes_out {
                chosen.retain(|method: &String| !fits(method));
                if chosen.len() == before {
                    return Err(ProfileError(format!(
                        "`{text}` takes out nothing: no pattern before it chose such a method"
                    )));
                }
                continue;
            }
            let found = methods.iter().filter(visible).filter(|method| fits(method.name));
            let count = found.map(|method| chosen.insert(method.name.to_owned())).count();
            if count == 0 {
                return Err(nothing(text, &fits, methods, visible));
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
}

/// What to say of a pattern that chooses nothing.
fn nothing<'a>(
    text: &str,
    fits: &dyn Fn(&str) -> bool,
    methods: &'a [Candidate<'a>],
    visible: impl Fn(&&'a Candidate<'a>) -> bool,
) -> ProfileError {
    if let Some(method) = methods.iter().find(|method| fits(method.name)) {
        let what = if text == method.name { "is experimental" } else { "chooses experimental methods alone" };
        return ProfileError(format!("`{text}` {what}; set surface = \"experimental\" to have it"));
    }
    let near = methods
        .iter()
        .filter(visible)
        .map(|method| (strsim::jaro_winkler(text, method.name), method.name))
        .filter(|(likeness, _)| *likeness > 0.85)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let hint = near.map(|(_, name)| format!("; did you mean `{name}`?")).unwrap_or_default();
    ProfileError(format!("`{text}` chooses no method{hint}"))
}

#[cfg(test)]
mod tests {
    use super::Candidate;
    use crate::Profile;

    const METHODS: [Candidate; 4] = [
        Candidate { name: "initialize", experimental: false },
        Candidate { name: "thread/start", experimental: false },
        Candidate { name: "thread/realtime/start", experimental: true },
        Candidate { name: "turn/start", experimental: false },
    ];

    fn select(text: &str) -> Result<Vec<String>, String> {
        let profile = Profile::parse(text).map_err(|error| error.to_string())?;
        profile.select(&METHODS).map(|names| names.into_iter().collect()).map_err(|error| error.to_string())
    }

    #[test]
    fn patterns_choose_and_take_out_in_order() {
        assert_eq!(select("methods = ['*/start', 'initialize', '!turn/*']").unwrap(), ["initialize", "thread/start"]);
        let whole = "methods = ['thread/**']\nsurface = 'experimental'";
        assert_eq!(select(whole).unwrap(), ["thread/realtime/start", "thread/start"]);
    }

    #[test]
    fn a_pattern_without_effect_is_an_error_that_says_why() {
        for (text, why) in [
            ("methods = []", "`methods` is empty; name the methods that the client uses"),
            ("methods = ['thread/strat']", "`thread/strat` chooses no method; did you mean `thread/start`?"),
            ("methods = ['nothing']", "`nothing` chooses no method"),
            (
                "methods = ['thread/start', 'thread/*']",
                "`thread/*` adds nothing: those before it chose all of that already",
            ),
            (
                "methods = ['initialize', '!turn/*']",
                "`!turn/*` takes out nothing: no pattern before it chose such a method",
            ),
            ("methods = ['initialize', '!*']", "its patterns take out all they chose; no method is left"),
            (
                "methods = ['thread/realtime/*']",
                "`thread/realtime/*` chooses experimental methods alone; set surface = \"experimental\" to have it",
            ),
        ] {
            assert_eq!(select(text).unwrap_err(), why);
        }
        assert!(select("method = ['x']").unwrap_err().contains("unknown field `method`"));
    }
}
