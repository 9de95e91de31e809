//! The errors of the ledger: what a caller can tell apart, and nothing about how a store works
//! inside.

use std::sync::Arc;

use crate::{Cid, JobId, Status};

/// A result whose error is [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not recorded or could not be read.
///
/// Cheap to clone (sources are shared), because one failed commit answers every draft of its batch.
/// The messages name the field or the job; they never hold a payload or a credential.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A value breaks a rule of its type. Nothing was recorded.
    #[error("{field}: {reason}")]
    Invalid {
        /// The field as it is named everywhere (`user_id`, `cids`, …).
        field: &'static str,
        /// The rule, in words.
        reason: String,
    },
    /// The job ID is already in the ledger, with other content.
    #[error("job_id: {job_id} is already recorded")]
    DuplicateJob {
        /// The repeated ID.
        job_id: JobId,
    },
    /// No job has this ID.
    #[error("job_id: no job {job_id} is recorded")]
    UnknownJob {
        /// The ID that was asked for.
        job_id: JobId,
    },
    /// The job's status cannot change that way; see [`Status::may_become`].
    #[error("status: job {job_id} is {from} and cannot become {to}")]
    IllegalTransition {
        /// The job.
        job_id: JobId,
        /// Its current status.
        from: Status,
        /// The status that was asked for.
        to: Status,
    },
    /// The job already has this status, recorded with other content.
    #[error("status: job {job_id} is already {status}, recorded with other details")]
    Conflict {
        /// The job.
        job_id: JobId,
        /// The status that it has.
        status: Status,
    },
    /// An outcome names a customer that the job does not have.
    #[error("outcomes: {cid} is not a customer of job {job_id}")]
    UnknownCustomer {
        /// The job.
        job_id: JobId,
        /// The first such customer.
        cid: Cid,
    },
    /// The job has as many notes as a job may have. Nothing was recorded.
    #[error("text: job {job_id} has {} notes, and may have no more", crate::NewNote::COUNT_MAX)]
    TooManyNotes {
        /// The job.
        job_id: JobId,
    },
    /// The draft's [`RequestKey`](crate::RequestKey) was given with other content before. Nothing
    /// was recorded.
    #[error("idempotency_key: was used for another request, which job {job_id} records")]
    KeyReused {
        /// The job of the entry that bears the key.
        job_id: JobId,
    },
    /// The store is shutting down or has shut down. Nothing was recorded.
    #[error("the store is closed")]
    Closed,
    /// The store could not do its work. A draft that got this answer is not recorded, unless
    /// `maybe_recorded` says that the failure happened during the commit.
    #[error("{context}: {source}")]
    Storage {
        /// What the store was doing.
        context: &'static str,
        /// Whether the drafts may have become durable all the same; look the job up to know.
        maybe_recorded: bool,
        /// What went wrong below.
        #[source]
        source: Arc<dyn std::error::Error + Send + Sync>,
    },
    /// The store holds something that this version could never have written.
    #[error("the ledger is damaged: {0}")]
    Corrupt(String),
}

impl Error {
    /// An [`Error::Invalid`] for `field`.
    pub fn invalid(field: &'static str, reason: impl Into<String>) -> Self {
        Self::Invalid { field, reason: reason.into() }
    }

    /// An [`Error::Storage`] whose drafts are certainly not recorded.
    pub fn storage(
        context: &'static str,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        Self::Storage { context, maybe_recorded: false, source: Arc::new(source) }
    }
}

/// Why a proof, a checkpoint or a receipt proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProofError {
    /// It is not spelt as its format has it.
    #[error("{what}: {reason}")]
    Malformed {
        /// What was read: `note`, `checkpoint`, `receipt`, `verifier key`, …
        what: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The sizes do not fit each other, or the number of hashes does not fit the sizes.
    #[error("the proof does not have the shape that its sizes call for")]
    Shape,
    /// It leads to another root than the one it should lead to.
    #[error("the proof leads to another root")]
    Root,
    /// The signature of the key is wrong.
    #[error("the signature of {name} is not genuine")]
    Signature {
        /// The key's name.
        name: String,
    },
    /// The key has not signed.
    #[error("there is no signature of {name}")]
    Unsigned {
        /// The key's name.
        name: String,
    },
    /// Another key has signed than the one that was expected.
    #[error("its key is {found}, and not {expected}")]
    OtherKey {
        /// The key that was expected.
        expected: String,
        /// The key that it names.
        found: String,
    },
    /// It is about another ledger.
    #[error("it is of the ledger {found}, not of {expected}")]
    Origin {
        /// The ledger that the key belongs to.
        expected: String,
        /// The ledger that it is about.
        found: String,
    },
}

impl ProofError {
    pub(crate) fn malformed(what: &'static str, reason: &'static str) -> Self {
        Self::Malformed { what, reason }
    }
}
