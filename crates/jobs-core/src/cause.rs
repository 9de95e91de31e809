//! Why a job has its status, in words for programs. Texts beside it are for people and may be
//! reworded.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

use crate::{Error, Result, Status};

/// What a status rests on, for programs: texts beside it may be reworded.
///
/// Most causes leave no choice of the status; [`Cause::fits`] says which ones go together.
///
/// ```
/// use jobs_core::{Cause, Status};
/// assert!(Cause::TimedOut.fits(Status::Unconfirmed));
/// assert!(!Cause::TimedOut.fits(Status::Failed)); // the upstream may have acted
/// ```
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
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The upstream's whole answer was read and says how the job ended.
    Answered,
    /// The upstream accepted the request with an answer that cannot be read, or that does not say
    /// how the job ended.
    UnreadableAnswer,
    /// The code of the answer does not tell whether the upstream acted: something in between may
    /// have sent it.
    InconclusiveAnswer,
    /// The request was sent, and no whole answer came in time.
    TimedOut,
    /// The request was sent, and the connection broke before a whole answer came.
    ConnectionLost,
    /// The request provably never left.
    NeverSent,
    /// The request was not sent because other jobs overlap with it, or because that could not be
    /// checked.
    Withheld,
    /// The gateway stopped before the outcome of the call was recorded.
    Interrupted,
    /// Somebody who may write to the ledger reported it.
    Reported,
    /// Another system recorded it before the job was imported.
    Imported,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; Self::COUNT] = *Self::VARIANTS.first_chunk().expect("COUNT of them");

    /// The statuses that this cause can have led to.
    #[must_use]
    pub fn statuses(self) -> &'static [Status] {
        match self {
            Self::Answered => &[Status::Success, Status::Failed],
            Self::UnreadableAnswer
            | Self::InconclusiveAnswer
            | Self::TimedOut
            | Self::ConnectionLost
            | Self::Interrupted => &[Status::Unconfirmed],
            Self::NeverSent | Self::Withheld => &[Status::Failed],
            Self::Reported => &[Status::Success, Status::Failed, Status::Unconfirmed],
            Self::Imported => &Status::ALL,
        }
    }

    /// Whether this cause can have led to `status`.
    #[must_use]
    pub fn fits(self, status: Status) -> bool {
        self.statuses().contains(&status)
    }

    /// The name, as in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::UnreadableAnswer => "unreadable_answer",
            Self::InconclusiveAnswer => "inconclusive_answer",
            Self::TimedOut => "timed_out",
            Self::ConnectionLost => "connection_lost",
            Self::NeverSent => "never_sent",
            Self::Withheld => "withheld",
            Self::Interrupted => "interrupted",
            Self::Reported => "reported",
            Self::Imported => "imported",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Cause {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|cause| cause.as_str() == text).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|cause| cause.as_str()).collect();
            Error::invalid("cause", format!("must be one of {}", names.join(", ")))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_and_nothing_else_is() {
        for cause in Cause::ALL {
            assert_eq!(cause.as_str().parse::<Cause>().unwrap(), cause);
            assert_eq!(serde_json::to_string(&cause).unwrap(), format!("\"{cause}\""));
        }
        let error = "banana".parse::<Cause>().unwrap_err().to_string();
        assert!(error.starts_with("cause: must be one of answered, "), "{error}");
    }

    /// What may or may not have reached the upstream is never called failed or done.
    #[test]
    fn doubt_is_unconfirmed() {
        for cause in [
            Cause::UnreadableAnswer,
            Cause::InconclusiveAnswer,
            Cause::TimedOut,
            Cause::ConnectionLost,
            Cause::Interrupted,
        ] {
            assert_eq!(cause.statuses(), [Status::Unconfirmed], "{cause}");
        }
    }
}
