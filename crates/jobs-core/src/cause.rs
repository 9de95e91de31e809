//! Why a job has its status, in words for programs. Texts beside it are for people and may be
//! reworded.

use crate::named::named;
use crate::{Error, Status};

named! {
    /// What a status rests on, for programs: texts beside it may be reworded.
    ///
    /// Most causes leave no choice of the status; [`Cause::fits`] says which ones go together.
    ///
    /// ```
    /// use jobs_core::{Cause, Status};
    /// assert!(Cause::TimedOut.fits(Status::Unconfirmed));
    /// assert!(!Cause::TimedOut.fits(Status::Failed)); // the upstream may have acted
    /// ```
    pub enum Cause {
        /// The upstream's whole answer was read and says how the job ended.
        Answered = "answered",
        /// The upstream accepted the request with an answer that cannot be read, or that does not
        /// say how the job ended.
        UnreadableAnswer = "unreadable_answer",
        /// The code of the answer does not tell whether the upstream acted: something in between
        /// may have sent it.
        InconclusiveAnswer = "inconclusive_answer",
        /// The request was sent, and no whole answer came in time.
        TimedOut = "timed_out",
        /// The request was sent, and the connection broke before a whole answer came.
        ConnectionLost = "connection_lost",
        /// The request provably never left.
        NeverSent = "never_sent",
        /// The request was not sent because other jobs overlap with it, or because that could not
        /// be checked.
        Withheld = "withheld",
        /// The gateway stopped before the outcome of the call was recorded.
        Interrupted = "interrupted",
        /// Somebody who may write to the ledger reported it.
        Reported = "reported",
        /// Another system recorded it before the job was imported.
        Imported = "imported",
    }
    else {
        let names = Self::ALL.map(Self::as_str).join(", ");
        Error::invalid("cause", format!("must be one of {names}"))
    }
}

impl Cause {
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
