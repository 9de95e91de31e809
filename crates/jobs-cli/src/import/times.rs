//! The old files' times: local and without an offset, or with one, in several spellings.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::tz::Offset;
use jobs_core::Timestamp;

/// How far a local time is ahead of UTC: `+05:30`, `-03:00`, `Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UtcOffset {
    seconds: i32,
}

impl UtcOffset {
    /// UTC itself.
    pub const ZERO: Self = Self { seconds: 0 };

    /// More than any zone on earth was ever ahead of UTC.
    const SECONDS_MAX: i32 = 18 * 3600;

    /// `seconds` ahead of UTC; `None` beyond 18 hours.
    #[must_use]
    pub fn from_seconds(seconds: i32) -> Option<Self> {
        (seconds.abs() <= Self::SECONDS_MAX).then_some(Self { seconds })
    }

    /// Seconds ahead of UTC.
    #[must_use]
    pub fn seconds(self) -> i32 {
        self.seconds
    }

    fn of_local(self, local: DateTime) -> Option<jiff::Timestamp> {
        Offset::from_seconds(self.seconds).ok()?.to_timestamp(local).ok()
    }
}

impl FromStr for UtcOffset {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "must be like +05:30, -03:00 or Z, and at most 18 hours".to_owned();
        if matches!(text, "Z" | "z" | "UTC" | "utc") {
            return Ok(Self::ZERO);
        }
        let (sign, digits) = match text.as_bytes() {
            [b'+', digits @ ..] => (1, digits),
            [b'-', digits @ ..] => (-1, digits),
            _ => return Err(wrong()),
        };
        let [h1, h0, b':', m1, m0] = digits else { return Err(wrong()) };
        let digit = |byte: &u8| byte.is_ascii_digit().then(|| i32::from(byte - b'0'));
        let all = [h1, h0, m1, m0].map(digit);
        let [Some(h1), Some(h0), Some(m1), Some(m0)] = all else { return Err(wrong()) };
        let hours = h1 * 10 + h0;
        let minutes = m1 * 10 + m0;
        if minutes > 59 {
            return Err(wrong());
        }
        Self::from_seconds(sign * (hours * 3600 + minutes * 60)).ok_or_else(wrong)
    }
}

/// `+05:30`
impl fmt::Display for UtcOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.seconds < 0 { '-' } else { '+' };
        let minutes = self.seconds.abs() / 60;
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// A time as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) at: Timestamp,
    /// Whether the text had no offset, so that the one for the whole file was used.
    pub(super) local: bool,
}

/// Reads `text`; a time without an offset is `local` ahead of UTC. Decimals after the sixth are
/// dropped.
///
/// # Errors
/// Why it is not a time.
pub(super) fn read(text: &str, local: UtcOffset) -> Result<Moment, String> {
    let text = text.trim();
    let (moment, is_local) = if let Ok(moment) = text.parse::<jiff::Timestamp>() {
        (moment, false)
    } else if is_civil(text)
        && let Ok(civil) = text.parse::<DateTime>()
        && let Some(moment) = local.of_local(civil)
    {
        (moment, true)
    } else {
        return Err("is not a time such as 2026-01-28T15:04:53.003687".into());
    };
    let at = Timestamp::from_micros("time", moment.as_microsecond())
        .map_err(|_| "lies outside the years 1970 to 9999".to_owned())?;
    Ok(Moment { at, local: is_local })
}

/// Whether `text` is only a date and a time of day: the time library's parser of local times would
/// ignore an offset or a zone that it does not know.
fn is_civil(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else { return false };
    let all = |text: &str, mark: u8| {
        text.contains(char::from(mark))
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte == mark || byte == b'.')
    };
    all(date, b'-') && all(time, b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_at(text: &str, offset: &str) -> Result<(String, bool), String> {
        let moment = read(text, offset.parse().unwrap())?;
        Ok((moment.at.to_string(), moment.local))
    }

    #[test]
    fn every_spelling_of_the_old_files_is_read() {
        for (text, expected, local) in [
            ("2026-01-28T15:04:53.003687", "2026-01-28T09:34:53.003687Z", true),
            ("2026-01-28 15:04:53", "2026-01-28T09:34:53.000000Z", true),
            ("2026-01-28T15:04", "2026-01-28T09:34:00.000000Z", true),
            (" 2026-01-28 15:04:53.1234567 ", "2026-01-28T09:34:53.123456Z", true),
            ("2026-01-28T15:04:53Z", "2026-01-28T15:04:53.000000Z", false),
            ("2026-01-28 15:04:53.5z", "2026-01-28T15:04:53.500000Z", false),
            ("2026-01-28T15:04:53+02:00", "2026-01-28T13:04:53.000000Z", false),
            ("2026-01-28 15:04:53-0330", "2026-01-28T18:34:53.000000Z", false),
        ] {
            assert_eq!(read_at(text, "+05:30").unwrap(), (expected.to_owned(), local), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_refused_and_never_guessed() {
        for text in [
            "",
            "yesterday",
            "2026-01-28",
            "2026-13-01T00:00:00",
            "2026-01-28T25:00:00",
            "2026-01-28T15:04:53+99:00",
            "2026-01-28T15:04:53[Asia/Kolkata]",
            "2026-01-28T15:04:53 IST",
            "1738072800",
            "28.01.2026 15:04:53",
            "1969-12-31T23:59:59",
            "2026-01-28T15:04:53\0",
        ] {
            assert!(read_at(text, "+00:00").is_err(), "{text:?}");
        }
    }

    #[test]
    fn offsets_are_read_and_written() {
        for text in ["+00:00", "+05:30", "-03:30", "+14:00", "-00:45"] {
            assert_eq!(text.parse::<UtcOffset>().unwrap().to_string(), text);
        }
        assert_eq!("Z".parse::<UtcOffset>().unwrap(), UtcOffset::ZERO);
        for text in ["", "05:30", "+5:30", "+05:60", "+18:01", "+99:00", "+05:30:00", "+ab:cd"] {
            assert!(text.parse::<UtcOffset>().is_err(), "{text}");
        }
    }
}
