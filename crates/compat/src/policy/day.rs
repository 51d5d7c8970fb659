//! A day of the calendar, which is all that the expiry of a waiver needs.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use toml::value::{Date, Datetime};

/// A day in UTC; later days are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// The day it is now.
    #[must_use]
    pub fn today() -> Self {
        Self::at(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default())
    }

    /// Reads `2027-01-31`.
    ///
    /// ```
    /// use methodic_compat::Day;
    ///
    /// assert!(Day::parse("2027-01-31") < Day::parse("2027-02-01"));
    /// assert_eq!(Day::parse("2027-02-31"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::of(&text.parse().ok()?)
    }

    /// The day of a date without time and zone.
    pub(super) fn of(datetime: &Datetime) -> Option<Self> {
        match datetime {
            Datetime { date: Some(Date { year, month, day }), time: None, offset: None } => {
                Some(Self { year: *year, month: *month, day: *day })
            }
            _ => None,
        }
    }

    /// The day so long after the first day of 1970.
    fn at(since_1970: Duration) -> Self {
        let mut left = since_1970.as_secs() / 86_400;
        let mut year = 1970_u16;
        let is_leap = |year: u16| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        loop {
            let days = if is_leap(year) { 366 } else { 365 };
            if left < days {
                break;
            }
            left -= days;
            year += 1;
        }
        let february = if is_leap(year) { 29 } else { 28 };
        let mut month = 1;
        for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if left < days {
                break;
            }
            left -= days;
            month += 1;
        }
        // What is left is less than the length of a month.
        Self { year, month, day: u8::try_from(left + 1).unwrap_or(31) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Day;

    #[test]
    fn seconds_become_days() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (951_868_800, "2000-03-01"),
            (1_798_675_199, "2026-12-30"),
            (1_798_761_599, "2026-12-31"),
            (1_798_761_600, "2027-01-01"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(Day::at(Duration::from_secs(seconds)).to_string(), day);
        }
        assert!(Day::today() > Day::parse("2025-01-01").expect("a day"));
    }
}
