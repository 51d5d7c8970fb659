//! Which of the known names a misspelt one was probably meant to be.

/// How alike two names must be to be offered: a misspelt name passes, another name of the same length does not.
const ALIKE: f64 = 0.6;

/// How much less like it than the best another name may be.
const BEHIND: f64 = 0.15;

/// How many names are offered.
const OFFERED: usize = 3;

/// The known names that are most like `name`, nearest first; none when nothing is like it.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut scored: Vec<(f64, &str)> =
        known.into_iter().map(|other| (likeness(name, other), other)).filter(|(score, _)| *score >= ALIKE).collect();
    scored.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(right.1)));
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    scored.into_iter().take_while(|(score, _)| best - score < BEHIND).take(OFFERED).map(|(_, other)| other).collect()
}

/// From 0 for nothing in common to 1 for the same name; upper and lower case are one.
pub(crate) fn likeness(left: &str, right: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(&left.to_lowercase(), &right.to_lowercase())
}

/// Names as a reader is offered them: `a`, `b` or `c`.
#[cfg(feature = "schema")]
pub(crate) fn offer(names: &[&str]) -> Option<String> {
    let (last, before) = names.split_last()?;
    let before: Vec<String> = before.iter().map(|name| format!("`{name}`")).collect();
    Some(if before.is_empty() { format!("`{last}`") } else { format!("{} or `{last}`", before.join(", ")) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_what_is_alike_and_nothing_else() {
        let known = ["thread/start", "thread/started", "thread/stop", "turn/start", "account/read"];
        assert_eq!(nearest("thread/strat", known), ["thread/start", "thread/started"]);
        assert_eq!(nearest("Account/Read", known), ["account/read"]);
        assert!(nearest("shutdown", known).is_empty());
    }

    #[cfg(feature = "schema")]
    #[test]
    fn names_are_joined_as_a_reader_says_them() {
        assert_eq!(offer(&[]), None);
        assert_eq!(offer(&["a"]).as_deref(), Some("`a`"));
        assert_eq!(offer(&["a", "b", "c"]).as_deref(), Some("`a`, `b` or `c`"));
    }
}
