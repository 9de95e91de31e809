//! A job's status and the only ways in which it may change.
//!
//! ```text
//! IN_PROGRESS ──► SUCCESS | FAILED | UNCONFIRMED
//! UNCONFIRMED ──► SUCCESS | FAILED
//! ```

use crate::Error;
use crate::named::named;

named! {
    /// How a job stands. `UNCONFIRMED`: the upstream may or may not have acted.
    pub enum Status {
        /// Recorded; the upstream has not answered yet.
        InProgress = "IN_PROGRESS",
        /// The upstream did it.
        Success = "SUCCESS",
        /// The upstream did not do it, or the request provably never reached it.
        Failed = "FAILED",
        /// The upstream may or may not have acted: a timeout, or a crash in mid-call. Settled later
        /// by appending what was found out.
        Unconfirmed = "UNCONFIRMED",
    }
    else Error::invalid("status", "must be IN_PROGRESS, SUCCESS, FAILED or UNCONFIRMED")
}

impl Status {
    /// Whether a job of this status may become `next`. Staying the same is not a change.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        matches!(
            (self, next),
            (Self::InProgress, Self::Success | Self::Failed | Self::Unconfirmed)
                | (Self::Unconfirmed, Self::Success | Self::Failed)
        )
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
