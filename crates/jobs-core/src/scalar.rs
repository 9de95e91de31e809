//! Validated scalars: job IDs, ledger indexes, action codes, HTTP statuses, times.

use std::fmt;
use std::str::FromStr;

use jiff::fmt::StdFmtWrite;
use jiff::fmt::temporal::DateTimePrinter;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Error, Result};

/// The identity of a job: a UUID that the ledger sees once.
///
/// Version 7 (ordered by time) when minted here; any version when another system made it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = "uuid"))]
pub struct JobId(Uuid);

impl JobId {
    /// Mints a new ID, a UUID of version 7.
    #[must_use]
    pub fn mint() -> Self {
        Self(Uuid::now_v7())
    }

    /// Takes an ID that another system made.
    ///
    /// # Errors
    /// [`Error::Invalid`] for the nil and the max UUID, which stand for "none" elsewhere.
    pub fn from_uuid(uuid: Uuid) -> Result<Self> {
        if uuid.is_nil() || uuid.is_max() {
            return Err(Error::invalid("job_id", "must not be the nil or the max UUID"));
        }
        Ok(Self(uuid))
    }

    /// The UUID.
    #[must_use]
    pub fn as_uuid(&self) -> &Uuid {
        &self.0
    }
}

impl FromStr for JobId {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let uuid = Uuid::try_parse(text).map_err(|_| Error::invalid("job_id", "is not a UUID"))?;
        Self::from_uuid(uuid)
    }
}

impl<'de> Deserialize<'de> for JobId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.hyphenated(), f)
    }
}

impl fmt::Debug for JobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A position in the ledger, from 0, without gaps. Also the size of a ledger: the index of its next
/// entry.
pub type Index = u64;

/// The largest integer that every JSON reader keeps exactly: 2^53 − 1 (RFC 8785, I-JSON).
pub const INTEGER_MAX: u64 = (1 << 53) - 1;

/// The number by which the old dashboard knows the action; 0 if it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct ActionCode(i64);

impl ActionCode {
    /// The code of an action that has none of its own.
    pub const UNKNOWN: Self = Self(0);

    /// Checks `code` and takes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] beyond ±(2^53 − 1), which JSON readers round.
    pub fn new(code: i64) -> Result<Self> {
        if code.unsigned_abs() > INTEGER_MAX {
            return Err(Error::invalid("action_code", "must lie within ±(2^53 - 1)"));
        }
        Ok(Self(code))
    }

    /// The code by which the old dashboard knows the action `name`, in any case; `None` for an
    /// action that it does not know.
    ///
    /// ```
    /// use jobs_core::ActionCode;
    /// assert_eq!(ActionCode::of_legacy_name("PE-Enable"), ActionCode::new(2).ok());
    /// assert_eq!(ActionCode::of_legacy_name("action_0"), None);
    /// ```
    #[must_use]
    pub fn of_legacy_name(name: &str) -> Option<Self> {
        let mut known = Self::legacy_names();
        known.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, code)| code)
    }

    /// The names of the actions that the old dashboard knows, with their codes. Two names may have
    /// one code.
    pub fn legacy_names() -> impl Iterator<Item = (&'static str, Self)> {
        const CODES: [(&str, i64); 6] = [
            ("Tran-Begin", 1),
            ("Trans-Begin", 1),
            ("PE-Enable", 2),
            ("T-Enable", 3),
            ("PE-Finalize", 4),
            ("PE-Direct", 5),
        ];
        CODES.into_iter().map(|(name, code)| (name, Self(code)))
    }

    /// The code.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}

#[cfg(feature = "openapi")]
crate::openapi::schema!(
    ActionCode = {
        let says = "The number by which the old dashboard knows the action; 0 if it does not.";
        crate::openapi::integer(says, -INTEGER_MAX.cast_signed(), INTEGER_MAX)
    }
);

impl TryFrom<i64> for ActionCode {
    type Error = Error;
    fn try_from(code: i64) -> Result<Self> {
        Self::new(code)
    }
}

impl From<ActionCode> for i64 {
    fn from(code: ActionCode) -> Self {
        code.0
    }
}

/// The status code of an upstream's answer.
///
/// From 100 to 599, as HTTP has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct HttpStatus(u16);

impl HttpStatus {
    const CODES: std::ops::RangeInclusive<u16> = 100..=599;

    /// Checks `code` and takes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] outside 100 to 599 (RFC 9110 §15).
    pub fn new(code: u16) -> Result<Self> {
        if !Self::CODES.contains(&code) {
            return Err(Error::invalid("http_status", "must be from 100 to 599"));
        }
        Ok(Self(code))
    }

    /// The code.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }
}

#[cfg(feature = "openapi")]
crate::openapi::schema!(
    HttpStatus = {
        let says = "The status code of an upstream's answer.";
        let (min, max) = Self::CODES.into_inner();
        crate::openapi::integer(says, min.into(), max.into())
    }
);

impl TryFrom<u16> for HttpStatus {
    type Error = Error;
    fn try_from(code: u16) -> Result<Self> {
        Self::new(code)
    }
}

impl From<HttpStatus> for u16 {
    fn from(status: HttpStatus) -> Self {
        status.0
    }
}

/// A time in UTC, with six decimals.
///
/// A moment from 1970 to 9999, shown as RFC 3339 has it: `2026-01-28T15:04:53.003687Z`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
pub struct Timestamp(i64);

impl Timestamp {
    /// 1970-01-01T00:00:00.000000Z.
    pub const MIN: Self = Self(0);
    /// 9999-12-30T22:00:00.000000Z, the last moment that the time library can write at any offset.
    pub const MAX: Self = Self(253_402_207_200_000_000);

    /// The moment that the system's clock shows.
    #[must_use]
    pub fn now() -> Self {
        let micros = jiff::Timestamp::now().as_microsecond();
        Self(micros.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// The moment `micros` microseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// [`Error::Invalid`], naming `field`, outside [`Timestamp::MIN`] to [`Timestamp::MAX`].
    pub fn from_micros(field: &'static str, micros: i64) -> Result<Self> {
        if !(Self::MIN.0..=Self::MAX.0).contains(&micros) {
            return Err(Error::invalid(field, "must lie in the years 1970 to 9999"));
        }
        Ok(Self(micros))
    }

    /// Reads an RFC 3339 time with an offset; digits after the sixth decimal are dropped.
    ///
    /// # Errors
    /// [`Error::Invalid`], naming `field`.
    pub fn parse(field: &'static str, text: &str) -> Result<Self> {
        let invalid =
            || Error::invalid(field, "must be an RFC 3339 time such as 2026-01-28T15:04:53Z");
        // The library reads offsets of a day and more, which are not valid.
        let offset = text.get(10..).and_then(|rest| rest.rsplit_once(['+', '-']));
        let hours = offset.and_then(|(_, offset)| offset.get(..2)?.parse::<u8>().ok());
        if hours.is_some_and(|hours| hours > 23) {
            return Err(invalid());
        }
        let parsed: jiff::Timestamp = text.parse().map_err(|_| invalid())?;
        Self::from_micros(field, parsed.as_microsecond())
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn as_micros(self) -> i64 {
        self.0
    }
}

impl Timestamp {
    /// Writes the time as it is shown.
    pub(crate) fn write_to(self, to: impl jiff::fmt::Write) -> Result<(), jiff::Error> {
        const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(6));
        PRINTER.print_timestamp(&jiff::Timestamp::from_microsecond(self.0)?, to)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The type's range lies within jiff's.
        self.write_to(StdFmtWrite(f)).map_err(|_| fmt::Error)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Takes what [`Timestamp::parse`] does.
impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse("time", &text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_rfc_3339_with_six_decimals() {
        let time = Timestamp::parse("since", "2026-01-28T17:04:53.0036879+02:00").unwrap();
        assert_eq!(time.to_string(), "2026-01-28T15:04:53.003687Z");
        assert_eq!(Timestamp::MIN.to_string(), "1970-01-01T00:00:00.000000Z");
        assert_eq!(Timestamp::MAX.to_string(), "9999-12-30T22:00:00.000000Z");
        assert!(Timestamp::parse("since", "2026-01-28").is_err());
        assert!(Timestamp::parse("since", "1969-12-31T23:59:59Z").is_err());
        assert!(Timestamp::from_micros("since", -1).is_err());
    }

    #[test]
    fn job_ids_are_hyphenated_lower_case_and_never_nil() {
        let id: JobId = "0192F0C1-2D3E-7A4B-8C5D-6E7F8091A2B3".parse().unwrap();
        assert_eq!(id.to_string(), "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3");
        assert!("00000000-0000-0000-0000-000000000000".parse::<JobId>().is_err());
        assert!("abc123".parse::<JobId>().is_err());
        assert_eq!(JobId::mint().as_uuid().get_version_num(), 7);
    }

    #[test]
    fn the_old_names_of_actions_have_codes_in_any_case() {
        let code = |name| ActionCode::of_legacy_name(name).map(ActionCode::get);
        let names =
            ["Tran-Begin", "trans-begin", "PE-ENABLE", "t-enable", "PE-Finalize", "pe-direct"];
        assert_eq!(names.map(code), [1, 1, 2, 3, 4, 5].map(Some));
        assert_eq!(["", "trans-begin ", "Trans_Begin"].map(code), [None; 3]);
    }

    #[test]
    fn integers_stay_exact_in_json() {
        assert!(ActionCode::new(1 << 53).is_err());
        assert!(ActionCode::new(-(1 << 53) + 1).is_ok());
        assert!(HttpStatus::new(99).is_err() && HttpStatus::new(600).is_err());
    }
}
