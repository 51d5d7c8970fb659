//! The method names nearest to an unknown one, found cheaply: a refusal must not cost more than an answer.

use crate::{MethodInfo, Surface};

/// At most this many letters may differ, in one place.
const REACH: usize = 4;
/// At most this many names are offered.
const OFFERS: usize = 2;

/// Names that become `method` by changing one stretch of letters, the shortest stretch first.
///
/// That covers a letter too many, too few, swapped or in the wrong case, and a plural; and costs one comparison from
/// each end of a name. Hidden methods are not offered to those who may not call them.
pub(super) fn nearest<'a>(
    method: &str,
    rows: impl Iterator<Item = &'a MethodInfo>,
    surface: Surface,
) -> Vec<&'static str> {
    let mut found: Vec<(usize, &'static str)> = rows
        .filter(|row| surface == Surface::Experimental || row.stability.experimental().is_none())
        .filter_map(|row| Some((stretch(method.as_bytes(), row.method.as_bytes())?, row.method)))
        .collect();
    found.sort();
    found.into_iter().take(OFFERS).map(|(_, name)| name).collect()
}

/// The length of the stretch in which two names differ, if it is short in itself and beside the segment it lies in.
fn stretch(a: &[u8], b: &[u8]) -> Option<usize> {
    if a.len().abs_diff(b.len()) > REACH {
        return None;
    }
    let (shorter, longer) = if a.len() < b.len() { (a, b) } else { (b, a) };
    // Most names share a prefix and no ending: look at the ending first, and compare as a whole what then must agree.
    let ends = shorter.iter().rev().zip(longer.iter().rev());
    let ending = ends.take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    let beginning = longer.len().saturating_sub(ending + REACH);
    if !shorter.get(..beginning)?.eq_ignore_ascii_case(&longer[..beginning]) {
        return None;
    }
    let head = shorter.iter().zip(longer).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    let ends = shorter[head..].iter().rev().zip(longer.iter().rev());
    let tail = ends.take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    let differ = longer.len() - head - tail;
    if differ > REACH {
        return None;
    }
    // What two names share beyond the slashes around the difference says nothing: `thread/read` is not `thread/list`.
    let before = longer[..head].iter().rev().take_while(|letter| **letter != b'/').count();
    let after = longer[longer.len() - tail..].iter().take_while(|letter| **letter != b'/').count();
    (differ <= before + after).then_some(differ)
}

#[cfg(test)]
mod tests {
    use super::stretch;

    #[test]
    fn one_stretch_is_near() {
        let near = |a: &str, b: &str| stretch(a.as_bytes(), b.as_bytes());
        assert_eq!(near("thread/strat", "thread/start"), Some(2));
        assert_eq!(near("thread/starts", "thread/start"), Some(1));
        assert_eq!(near("Thread/Start", "thread/start"), Some(0));
        assert_eq!(near("threads/start", "thread/start"), Some(1));
        assert_eq!(near("turn/begin", "turn/interrupt"), None);
        assert_eq!(near("thread/read", "thread/list"), None);
        assert_eq!(near("", "error"), None);
        assert_eq!(near("aa", "aaa"), Some(1));
    }
}
