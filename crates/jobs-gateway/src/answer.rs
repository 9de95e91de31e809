//! What a caller gets back: how the job finished, and which others did the same.

use std::fmt;

use jobs_core::{JobId, StatusDetails, UserId};

/// A Set Action that was recorded, and whose call is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Begun {
    /// The job.
    pub job_id: JobId,
    /// How many cids of the request were repeats; each customer is recorded once.
    pub duplicates_dropped: usize,
    /// Whether an earlier request with the same key made the job: no call was made for this one.
    pub replayed: bool,
}

/// A Set Action that was recorded and whose call has ended, one way or another.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished {
    /// The job.
    pub job_id: JobId,
    /// How many cids of the request were repeats; each customer is recorded once.
    pub duplicates_dropped: usize,
    /// How the job ended, and what was answered. When `outcome_recorded` is false, the ledger still
    /// says `IN_PROGRESS`.
    pub answer: Answer,
    /// Whether the outcome is durable. If not, the store is failing, and the gateway offers the
    /// outcome again until it is recorded or the gateway stops; then
    /// [`Gateway::recover`](crate::Gateway::recover) settles the job as `UNCONFIRMED` at the next
    /// start.
    pub outcome_recorded: bool,
    /// Whether this is the answer to an earlier request with the same key: it is read from the
    /// ledger, and no call was made.
    pub replayed: bool,
    /// The jobs that asked for the same action on some of the same customers within the gateway's
    /// window: at most 20, the newest first. None with
    /// [`OnOverlap::Allow`](crate::OnOverlap::Allow), nor when it is replayed.
    pub overlaps: Vec<Overlap>,
    /// Whether all jobs of the window were compared with this one. False when they take more memory
    /// than their budget (192 MiB for those that were sent, 64 MiB for others), or when the ledger
    /// could not be read; see [`OnOverlap`](crate::OnOverlap) for what becomes of the call then.
    pub overlaps_complete: bool,
}

/// An earlier job that does the same to some of the same customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The earlier job, of any user.
    pub job_id: JobId,
    /// Whose job it is. Who may not see that user's jobs is not told the ID.
    pub owner: UserId,
    /// How many customers the two have in common.
    pub customers: usize,
}

/// What came of a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What the ledger says of a Set Action, and would say of a read. Holds no credential of the
    /// request.
    pub details: StatusDetails,
    /// The body of an answer by which the upstream accepted, meant for the caller alone.
    pub data: Data,
}

/// The body of an answer.
#[derive(Clone, PartialEq)]
pub enum Data {
    /// None, or none that can be read, or that of an error, which `error_message` quotes.
    None,
    /// What was received, or, when the answer is replayed, what is recorded of it: all but the
    /// credentials.
    Json(serde_json::Value),
    /// It was too long to be recorded whole, and the answer is a replay.
    NotRecorded,
}

/// Hides the body, which may hold credentials.
impl fmt::Debug for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Json(_) => "Json(…)",
            Self::NotRecorded => "NotRecorded",
        })
    }
}
