//! Calendar days in UTC: jobs are counted by day.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Error, Result, Timestamp};

/// A day in UTC, from 1970-01-01 to 9999-12-30.
///
/// ```
/// use jobs_core::{Day, Timestamp};
/// let time = Timestamp::parse("created_at", "2026-01-28T23:59:59-02:00")?;
/// assert_eq!(Day::of(time).to_string(), "2026-01-29");
/// # Ok::<_, jobs_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(i64);

impl Day {
    /// How many microseconds a day has: Unix time knows no leap seconds.
    const MICROS: i64 = 24 * 60 * 60 * 1_000_000;

    /// The day on which `time` falls.
    #[must_use]
    pub fn of(time: Timestamp) -> Self {
        // No time is before 1970, so that rounding towards zero is rounding down.
        Self(time.as_micros() / Self::MICROS)
    }

    /// The day `number` days after 1970-01-01.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `day` when no [`Timestamp`] falls on it.
    pub fn from_number(number: i64) -> Result<Self> {
        let days = Self::of(Timestamp::MIN).0..=Self::of(Timestamp::MAX).0;
        if !days.contains(&number) {
            return Err(Error::invalid("day", "must lie in the years 1970 to 9999"));
        }
        Ok(Self(number))
    }

    /// How many days it is after 1970-01-01.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }
}

/// As in RFC 3339: `2026-01-28`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_microsecond(self.0 * Self::MICROS) {
            Ok(midnight) => write!(f, "{}", midnight.strftime("%F")),
            // The type's range lies within jiff's.
            Err(_) => Err(fmt::Error),
        }
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let midnight = Timestamp::parse("day", &format!("{text}T00:00:00Z"));
        midnight.map(Self::of).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_from_midnight_to_midnight_in_utc() {
        let day = |text| Day::of(Timestamp::parse("created_at", text).unwrap());
        let [first, last] = ["2024-02-29T00:00:00Z", "2024-02-29T23:59:59.999999Z"].map(day);
        assert_eq!((first, first.to_string().as_str()), (last, "2024-02-29"));
        assert_eq!(day("2024-03-01T00:00:00Z").number(), last.number() + 1);
        assert_eq!(Day::of(Timestamp::MIN).to_string(), "1970-01-01");
        assert_eq!(Day::of(Timestamp::MAX).to_string(), "9999-12-30");
    }

    #[test]
    fn numbers_are_read_back_and_those_of_no_day_are_not() {
        for day in [Timestamp::MIN, Timestamp::MAX].map(Day::of) {
            assert_eq!(Day::from_number(day.number()).unwrap(), day);
            let json = serde_json::to_string(&day).unwrap();
            assert_eq!(serde_json::from_str::<Day>(&json).unwrap(), day);
        }
        let past = Day::of(Timestamp::MAX).number() + 1;
        for bad in [-1, past, i64::MIN, i64::MAX] {
            assert!(Day::from_number(bad).is_err(), "{bad}");
        }
    }
}
