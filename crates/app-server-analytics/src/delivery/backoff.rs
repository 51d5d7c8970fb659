//! How long to wait before another attempt: a pure function of the attempt and of chance.

use std::time::Duration;

/// Exponential backoff with full jitter: the wait before attempt n is drawn from zero to `first · 2ⁿ`, at most `longest`, so
/// that those who failed together do not come back together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backoff {
    /// The longest wait before the first repetition.
    pub first: Duration,
    /// The longest wait before any.
    pub longest: Duration,
}

impl Default for Backoff {
    /// From half a second to a minute.
    fn default() -> Self {
        Self { first: Duration::from_millis(500), longest: Duration::from_secs(60) }
    }
}

impl Backoff {
    /// The wait before a repetition, the first being 0, with a `chance` from 0 to 1. What the receiver asked for counts, up
    /// to the longest wait.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use app_server_analytics::Backoff;
    ///
    /// let backoff = Backoff { first: Duration::from_secs(1), longest: Duration::from_secs(60) };
    /// assert_eq!(backoff.wait(3, 0.5, None), Duration::from_secs(4));
    /// assert_eq!(backoff.wait(30, 1.0, None), Duration::from_secs(60));
    /// assert_eq!(backoff.wait(0, 0.5, Some(Duration::from_secs(20))), Duration::from_secs(20));
    /// ```
    pub fn wait(self, repetition: u32, chance: f64, asked: Option<Duration>) -> Duration {
        let most = self.first.saturating_mul(2_u32.saturating_pow(repetition)).min(self.longest);
        let drawn = most.mul_f64(chance.clamp(0.0, 1.0));
        asked.map_or(drawn, |asked| drawn.max(asked.min(self.longest)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_wait_is_within_its_bounds(
            first in 0_u64..100_000, longest in 0_u64..100_000, repetition: u32, chance in 0.0..1.0_f64, asked: Option<u32>,
        ) {
            let backoff = Backoff { first: Duration::from_millis(first), longest: Duration::from_millis(longest) };
            let asked = asked.map(|asked| Duration::from_millis(asked.into()));
            let wait = backoff.wait(repetition, chance, asked);
            prop_assert!(wait <= backoff.longest);
            prop_assert!(wait >= asked.unwrap_or_default().min(backoff.longest));
            prop_assert!(backoff.wait(repetition, 1.0, None) <= backoff.wait(repetition.saturating_add(1), 1.0, None));
        }
    }
}
