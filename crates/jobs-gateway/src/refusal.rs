//! Why no call was made.

use jobs_core::{ActionName, JobId};

use crate::method::ReadMethod;

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
    /// The request is neither a Set Action nor a read that is allowed. Nothing was recorded.
    #[error(
        "url: a {method} of this path of {origin} is neither a Set Action nor an allowed read; a Set Action has action and cids in \
         postData, and --upstream-read \"{method} URL\" or JOBS_UPSTREAM_READ allows a read"
    )]
    ReadNotAllowed {
        /// The method that was asked for.
        method: ReadMethod,
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
    /// The limit of calls in flight is reached, in all or for this user. Nothing was recorded; try
    /// again.
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
    /// The call of an earlier request with the same key is still in flight; ask again.
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
    /// An earlier request with the same key made the job, and the store failed to say how it ended.
    #[error("job {job_id} of the earlier request could not be read: {source}")]
    NotReplayed {
        /// The job of the earlier request.
        job_id: JobId,
        /// What the store said.
        source: jobs_core::Error,
    },
    /// An internal error broke off the flow; look the job up to see how far it got.
    #[error("an internal error broke off job {job_id}")]
    Interrupted {
        /// The job.
        job_id: JobId,
    },
}

impl Refusal {
    /// The job that may be in the ledger in spite of the refusal; `None` when certainly nothing was
    /// recorded.
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
