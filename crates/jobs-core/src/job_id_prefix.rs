//! The beginning of a job's ID, by which jobs are searched for.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use uuid::Uuid;

use crate::{Error, JobId, Result};

/// The hexadecimal digits of an ID.
const DIGITS: usize = 32;

/// Where hyphens stand in the text of an ID.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

/// A job's ID, or the beginning of one: 1 to 32 hexadecimal digits.
///
/// ```
/// use jobs_core::{JobId, JobIdPrefix};
/// let id: JobId = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3".parse()?;
/// for beginning in ["0", "0192f0c1", "0192F0C1-", "0192f0c12d3e7", "0192f0c1-2d3e-7"] {
///     assert!(beginning.parse::<JobIdPrefix>()?.matches(id), "{beginning}");
/// }
/// assert!(!"0192f0c2".parse::<JobIdPrefix>()?.matches(id));
/// # Ok::<_, jobs_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JobIdPrefix {
    /// The digits, and zeros after them.
    first: u128,
    /// How many digits there are.
    digits: usize,
}

impl JobIdPrefix {
    /// Whether the ID begins so.
    #[must_use]
    pub fn matches(self, job_id: JobId) -> bool {
        job_id.as_uuid().as_u128() ^ self.first <= self.rest()
    }

    /// The first and the last of the UUIDs that begin so. They are in the same order as numbers, as
    /// bytes and as texts.
    #[must_use]
    pub fn range(self) -> RangeInclusive<Uuid> {
        Uuid::from_u128(self.first)..=Uuid::from_u128(self.first | self.rest())
    }

    /// Ones in place of the digits that are not given.
    fn rest(self) -> u128 {
        u128::MAX.checked_shr(4 * u32::try_from(self.digits).unwrap_or(u32::MAX)).unwrap_or(0)
    }
}

/// The whole ID.
impl From<JobId> for JobIdPrefix {
    fn from(job_id: JobId) -> Self {
        Self { first: job_id.as_uuid().as_u128(), digits: DIGITS }
    }
}

/// Takes digits of any case, without hyphens or with each one that belongs to them.
impl FromStr for JobIdPrefix {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let has_hyphens = text.contains('-');
        let mut prefix = Self { first: 0, digits: 0 };
        for (place, character) in text.chars().enumerate() {
            if has_hyphens && HYPHENS.contains(&place) {
                if character != '-' {
                    return Err(invalid());
                }
                continue;
            }
            let digit = character.to_digit(16).ok_or_else(invalid)?;
            prefix.digits += 1;
            if prefix.digits > DIGITS {
                return Err(invalid());
            }
            prefix.first |= u128::from(digit) << (4 * (DIGITS - prefix.digits));
        }
        if prefix.digits == 0 { Err(invalid()) } else { Ok(prefix) }
    }
}

fn invalid() -> Error {
    let reason = "must be a job's ID or the beginning of one: 1 to 32 hexadecimal digits, with the hyphens of a UUID or \
                  without";
    Error::invalid("job_id", reason)
}

/// As the text of an ID begins.
impl fmt::Display for JobIdPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
        let text = Uuid::from_u128(self.first).hyphenated().encode_lower(&mut text);
        let hyphens = HYPHENS.iter().enumerate();
        let hyphens = hyphens.filter(|(before, place)| self.digits > *place - before).count();
        f.write_str(text.get(..self.digits + hyphens).unwrap_or(text))
    }
}

impl fmt::Debug for JobIdPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";

    fn prefix(text: &str) -> JobIdPrefix {
        text.parse().unwrap()
    }

    #[test]
    fn every_beginning_of_an_id_is_one() {
        let id: JobId = ID.parse().unwrap();
        for length in 1..=ID.len() {
            let text = &ID[..length];
            let bare = text.replace('-', "");
            let canonical = text.trim_end_matches('-');
            for spelling in [text, &bare, &text.to_uppercase(), &bare.to_uppercase()] {
                assert_eq!(prefix(spelling).to_string(), canonical, "{spelling}");
                assert!(prefix(spelling).matches(id), "{spelling}");
            }
            // Another last digit.
            let mut other = canonical.to_owned();
            let last = other.pop().unwrap();
            other.push(if last == 'f' { '0' } else { 'f' });
            assert!(!prefix(&other).matches(id), "{other}");
        }
        assert_eq!(prefix(ID), JobIdPrefix::from(id));
    }

    #[test]
    fn the_range_holds_what_matches() {
        for (text, first, last) in [
            ("f", "f0000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
            (
                "0192f",
                "0192f000-0000-0000-0000-000000000000",
                "0192ffff-ffff-ffff-ffff-ffffffffffff",
            ),
            (ID, ID, ID),
        ] {
            let range = prefix(text).range();
            assert_eq!(
                (range.start().to_string(), range.end().to_string()),
                (first.into(), last.into())
            );
        }
        let range = prefix("0192f").range();
        let inside = |number| JobId::from_uuid(Uuid::from_u128(number)).unwrap();
        let (first, last) = (range.start().as_u128(), range.end().as_u128());
        for (number, matches) in
            [(first - 1, false), (first, true), (last, true), (last + 1, false)]
        {
            assert_eq!(prefix("0192f").matches(inside(number)), matches);
        }
    }

    #[test]
    fn nothing_else_is_one() {
        let too_long = format!("{ID}0");
        let too_long_bare = "0".repeat(33);
        for text in [
            "",
            "-",
            "g",
            " 0",
            "0 ",
            "+1",
            "0x1",
            "0192f0c-",
            "0192f0c1--",
            "0192f0c12-d3e",
            "0192f0c1-2d3e7a4b",
            "0192f0c12d3e-7a4b",
            "{0192f0c1",
            "٣",
            "0192f0c1-2d3e-7a4b-8c5d6",
            &too_long,
            &too_long_bare,
        ] {
            assert!(text.parse::<JobIdPrefix>().is_err(), "{text:?}");
        }
    }
}
