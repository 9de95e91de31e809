//! A job's status and the only ways in which it may change.
//!
//! ```text
//! IN_PROGRESS ──► SUCCESS | FAILED | UNCONFIRMED
//! UNCONFIRMED ──► SUCCESS | FAILED
//! ```

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

use crate::Error;

/// How a job stands. `UNCONFIRMED`: the upstream may or may not have acted.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumCount,
    VariantArray,
)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    /// Recorded; the upstream has not answered yet.
    InProgress,
    /// The upstream did it.
    Success,
    /// The upstream did not do it, or the request provably never reached it.
    Failed,
    /// The upstream may or may not have acted: a timeout, or a crash in mid-call. Settled later by
    /// appending what was found out.
    Unconfirmed,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; Self::COUNT] = *Self::VARIANTS.first_chunk().expect("COUNT of them");

    /// Whether a job of this status may become `next`. Staying the same is not a change.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::InProgress, Self::Success | Self::Failed | Self::Unconfirmed)
                | (Self::Unconfirmed, Self::Success | Self::Failed)
        )
    }

    /// The name, as in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "IN_PROGRESS",
            Self::Success => "SUCCESS",
            Self::Failed => "FAILED",
            Self::Unconfirmed => "UNCONFIRMED",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Status {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|status| status.as_str() == text).ok_or_else(|| {
            Error::invalid("status", "must be IN_PROGRESS, SUCCESS, FAILED or UNCONFIRMED")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_five_changes_are_legal() {
        let legal: Vec<_> = Status::ALL
            .into_iter()
            .flat_map(|from| Status::ALL.map(|to| (from, to)))
            .filter(|(from, to)| from.may_become(*to))
            .map(|(from, to)| format!("{from} {to}"))
            .collect();
        assert_eq!(
            legal,
            [
                "IN_PROGRESS SUCCESS",
                "IN_PROGRESS FAILED",
                "IN_PROGRESS UNCONFIRMED",
                "UNCONFIRMED SUCCESS",
                "UNCONFIRMED FAILED"
            ]
        );
    }

    #[test]
    fn names_are_read_back_and_nothing_else_is() {
        for status in Status::ALL {
            assert_eq!(status.as_str().parse::<Status>().unwrap(), status);
            assert_eq!(serde_json::to_string(&status).unwrap(), format!("\"{status}\""));
        }
        assert!("BANANA".parse::<Status>().is_err());
        assert!("success".parse::<Status>().is_err());
    }
}
