//! What a caller gets back: how the job finished, or why nothing was sent.

use std::fmt;

use jobs_core::{ActionName, ErrorMessage, HttpStatus, JobId, Status};

use crate::Overlap;

/// A Set Action that was recorded and whose call has ended, one way or another.
#[derive(Debug, Clone, PartialEq)]
pub struct Finished {
    /// The job.
    pub job_id: JobId,
    /// How many cids of the request were repeats; each customer is recorded once.
    pub duplicates_dropped: usize,
    /// How the job ended. When `outcome_recorded` is false, the ledger still says `IN_PROGRESS`.
    pub status: Status,
    /// Why it did not succeed; what the ledger says. Never holds the caller's token.
    pub error_message: Option<ErrorMessage>,
    /// What came back from the upstream.
    pub answer: UpstreamAnswer,
    /// Whether the outcome is durable. If not, the store is failing, and the gateway offers the outcome again until
    /// it is recorded or the gateway stops; then [`Gateway::recover`](crate::Gateway::recover) settles the job as
    /// `UNCONFIRMED` at the next start.
    pub outcome_recorded: bool,
    /// Whether this is the answer to an earlier request with the same key: it is told from the ledger, and no call was
    /// made.
    pub replayed: bool,
    /// The jobs that asked for the same action on some of the same customers within the gateway's window: at most 20, the
    /// newest first. None with [`OnOverlap::Allow`](crate::OnOverlap::Allow), nor when it is told again.
    pub overlaps: Vec<Overlap>,
}

/// What came back from the upstream.
///
/// `text` and `reason` are meant for messages. `text` is without credentials: those that were sent, should the upstream
/// repeat one, and its own. `body` is what was received, and meant for the caller alone; `Debug` hides it.
#[derive(Clone, PartialEq)]
pub enum UpstreamAnswer {
    /// A whole answer whose body is JSON.
    Json {
        /// The answer's code.
        http_status: HttpStatus,
        /// The body.
        body: serde_json::Value,
        /// The beginning of the body as text: 64 KiB, and `…` if there is more.
        text: String,
    },
    /// A whole answer, or the beginning of one that is too long, that cannot be read as JSON.
    NotJson {
        /// The answer's code.
        http_status: HttpStatus,
        /// The same, bytes that are not UTF-8 replaced.
        text: String,
        /// Why it cannot be read.
        reason: String,
    },
    /// The request was sent and no whole answer came in time: the upstream may or may not have acted.
    TimedOut {
        /// The limit that ran out.
        reason: String,
    },
    /// The request was sent and the connection broke: the upstream may or may not have acted.
    Lost {
        /// What broke.
        reason: String,
    },
    /// The request provably never left: no connection came about.
    NotSent {
        /// What kept it.
        reason: String,
    },
    /// The request was not sent, because other jobs overlap with it or that could not be looked up
    /// ([`OnOverlap::Refuse`](crate::OnOverlap::Refuse)).
    Withheld {
        /// Which jobs those are.
        reason: String,
    },
}

impl UpstreamAnswer {
    /// The code of the answer, when a whole answer came.
    #[must_use]
    pub fn http_status(&self) -> Option<HttpStatus> {
        match self {
            Self::Json { http_status, .. } | Self::NotJson { http_status, .. } => {
                Some(*http_status)
            }
            Self::TimedOut { .. }
            | Self::Lost { .. }
            | Self::NotSent { .. }
            | Self::Withheld { .. } => None,
        }
    }

    /// Whether the code is 200 or 201, the only ones by which this kind of upstream says that it accepted.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        self.http_status().is_some_and(|status| matches!(status.get(), 200 | 201))
    }
}

impl fmt::Debug for UpstreamAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, reason) = match self {
            Self::Json { .. } => ("Json", None),
            Self::NotJson { reason, .. } => ("NotJson", Some(reason)),
            Self::TimedOut { reason } => ("TimedOut", Some(reason)),
            Self::Lost { reason } => ("Lost", Some(reason)),
            Self::NotSent { reason } => ("NotSent", Some(reason)),
            Self::Withheld { reason } => ("Withheld", Some(reason)),
        };
        let http_status = self.http_status().map(HttpStatus::get);
        let mut shown = f.debug_struct(name);
        shown.field("http_status", &http_status).field("reason", &reason).finish_non_exhaustive()
    }
}

/// Why no call was made. The messages are meant for the caller and hold no credential.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// A field breaks a rule. Nothing was recorded.
    #[error("{field}: {reason}")]
    Invalid {
        /// The field: `url`, `token`, `action`, `cids`, `postData`, `retry_of`, ….
        field: &'static str,
        /// The rule, in words.
        reason: String,
    },
    /// The URL lies under none of the allowed upstreams. Nothing was recorded.
    #[error(
        "url: {origin} is not an allowed upstream for this path; \
         allow its base URL with --upstream URL or JOBS_UPSTREAM"
    )]
    NotAllowed {
        /// Scheme, host and port that were asked for.
        origin: String,
    },
    /// The URL names an address that must not be called. Nothing was recorded.
    #[error(
        "url: {address} is a link-local, metadata or otherwise unusable address; \
         --upstream-allow-link-local or JOBS_UPSTREAM_ALLOW_LINK_LOCAL allows link-local and metadata addresses"
    )]
    AddressNotAllowed {
        /// The address.
        address: std::net::IpAddr,
    },
    /// The action has no code, and such actions are refused here. Nothing was recorded.
    #[error("action: {action_name} is not a known action, and unknown actions are refused here")]
    UnknownAction {
        /// The action.
        action_name: ActionName,
    },
    /// As many calls are under way as may be, in all or of this user. Nothing was recorded; try again.
    #[error("too many calls are under way, or too many of this user; try again")]
    Busy,
    /// The gateway is being shut down. Nothing was recorded.
    #[error("the gateway is shutting down")]
    ShuttingDown,
    /// The store did not record the job, so the call was not made.
    #[error("the job could not be recorded, so no call was made: {source}")]
    NotRecorded {
        /// The job, when it may have become durable although the store reported a failure.
        job_id: Option<JobId>,
        /// What the store said.
        source: jobs_core::Error,
    },
    /// An earlier request with the same key has its call under way; ask again.
    #[error("the request with this idempotency_key is under way, as job {job_id}; ask again")]
    UnderWay {
        /// The job of the earlier request.
        job_id: JobId,
    },
    /// The key was given with other content before. Nothing was recorded.
    #[error("idempotency_key: was used for another request, which job {job_id} records")]
    KeyReused {
        /// The job that bears the key.
        job_id: JobId,
    },
    /// An earlier request with the same key made the job, and the store does not tell how it ended.
    #[error("job {job_id} of the earlier request could not be read: {source}")]
    NotReplayed {
        /// The job of the earlier request.
        job_id: JobId,
        /// What the store said.
        source: jobs_core::Error,
    },
    /// The flow broke off inside; look the job up to see how far it came.
    #[error("an internal error broke off job {job_id}")]
    Interrupted {
        /// The job.
        job_id: JobId,
    },
}

impl Refusal {
    /// The job that may be in the ledger in spite of the refusal; `None` when certainly nothing was recorded.
    #[must_use]
    pub fn job_id(&self) -> Option<JobId> {
        match self {
            Self::NotRecorded { job_id, .. } => *job_id,
            Self::Interrupted { job_id }
            | Self::UnderWay { job_id }
            | Self::NotReplayed { job_id, .. } => Some(*job_id),
            _ => None,
        }
    }

    pub(crate) fn invalid(field: &'static str, reason: impl Into<String>) -> Self {
        Self::Invalid { field, reason: reason.into() }
    }
}
