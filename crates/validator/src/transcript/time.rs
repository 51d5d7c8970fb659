//! Time stamps as recorders write them: dates, or numbers that count from 1970.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Number;

/// A date and time as in RFC 3339 (without an offset it is UTC), or a number as text.
pub(super) fn from_text(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(number) = text.parse::<Number>() {
        return from_number(&number);
    }
    text.parse().ok().or_else(|| TimeZone::UTC.to_timestamp(text.parse::<DateTime>().ok()?).ok())
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970; the size of the number tells which.
///
/// Each unit holds for dates from 1973 on until the year 5138; below that, and for clocks that start at zero, the
/// number is of seconds.
pub(super) fn from_number(number: &Number) -> Option<Timestamp> {
    if let Some(whole) = number.as_i64() {
        return match whole.unsigned_abs().checked_ilog10() {
            None | Some(..=10) => Timestamp::from_second(whole),
            Some(..=13) => Timestamp::from_millisecond(whole),
            Some(..=16) => Timestamp::from_microsecond(whole),
            _ => Timestamp::from_nanosecond(whole.into()),
        }
        .ok();
    }
    let fraction = number.as_f64()?;
    let microseconds = if fraction.abs() < 1e11 { fraction * 1e6 } else { fraction * 1e3 };
    // A float that the range of a date does not hold saturates, and is refused.
    Timestamp::from_microsecond(microseconds.round() as i64).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_one_moment_is_that_moment() {
        for text in [
            "2026-11-22T10:00:00.25Z",
            "2026-11-22 10:00:00.25Z",
            "2026-11-22T11:00:00.250+01:00",
            "2026-11-22T10:00:00.25",
            "1795341600.25",
            "1795341600250",
            "1795341600250.0",
            "1795341600250000",
            "1795341600250000000",
        ] {
            let time = from_text(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(time.to_string(), "2026-11-22T10:00:00.25Z", "{text}");
        }
    }

    #[test]
    fn other_text_is_no_time() {
        for text in ["", "noon", "10:00", "2026-13-01T00:00:00Z", "1e300", "-1e300", "\"1\"", "> 1"] {
            assert_eq!(from_text(text), None, "{text}");
        }
    }
}
