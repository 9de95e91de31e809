//! The canonical bytes of an entry: what the Merkle tree hashes, and what they say.
//!
//! RFC 8785 canonical JSON: members sorted by name, no white space, strings escaped only where JSON
//! must, integers below 2^53. Absent values are left out. Texts of at most [`INLINE_BYTES_MAX`]
//! bytes stand in the leaf itself. Longer ones, and everything that may be large, are named by
//! their SHA-256, so a leaf always fits the 65,535 bytes of a C2SP entry bundle.
//!
//! ```text
//! Entry ──► Members ──► bytes        a store, for its tree
//! bytes ──► Members ──► Leaf         a verifier, which has no entry
//! ```

mod encode;
mod members;
mod parse;
mod writer;

use serde::{Deserialize, Serialize};

use crate::draft::{JobFacts, Source};
use crate::merkle::Hash;
use crate::{
    Cause, ErrorMessage, HttpStatus, Index, JobId, NoteText, Outcome, RequestKey, ResponseSummary,
    Status, Timestamp, UserId,
};

pub(crate) use encode::encode;
pub(crate) use members::to_json;

/// The version of the format, `v` in every leaf.
pub const VERSION: u32 = 1;

/// The most bytes of a text that stands in the leaf itself.
pub const INLINE_BYTES_MAX: usize = 256;

/// The most bytes of a leaf: what the uint16 length of a C2SP tlog-tiles entry bundle can say.
pub const BYTES_MAX: usize = 65_535;

/// What the bytes of a leaf say: an entry as far as a reader knows it from the leaf alone.
///
/// ```
/// use jobs_core::Status;
/// use jobs_core::leaf::Leaf;
/// let bytes = br#"{"actor":"gateway","cause":"answered","job_id":"0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3","kind":"status_changed","previous":1,"recorded_at":"2026-01-28T15:04:53.003687Z","status":"SUCCESS","v":1}"#;
/// let leaf = Leaf::parse(bytes)?;
/// assert_eq!((leaf.status(), leaf.previous()), (Some(Status::Success), Some(1)));
/// assert_eq!(leaf.to_bytes(), bytes);
/// # Ok::<_, jobs_core::ProofError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The job.
    pub job_id: JobId,
    /// When the ledger took the entry.
    pub recorded_at: Timestamp,
    /// What was recorded.
    pub fact: Fact,
}

/// What was recorded: one variant for each kind of entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A job started.
    JobCreated(Created),
    /// A job came from another system.
    JobImported(Imported),
    /// A job's status changed.
    StatusChanged(Changed),
    /// Somebody noted something about a job.
    NoteAdded(Noted),
}

/// What is fixed when a job is created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    /// Who, what, where.
    pub facts: JobFacts,
    /// How it came into the ledger.
    pub source: Source,
    /// The job that it tries again.
    pub retry_of: Option<JobId>,
    /// Its customers: the root is over the cids' bytes, ascending.
    pub customers: Subtree,
    /// The SHA-256 of what was sent upstream.
    pub request_payload: Option<Hash>,
    /// The key of the request that asked for it.
    pub request_key: Option<RequestKey>,
}

/// What another system had recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The job.
    pub job: Created,
    /// When the other system created it.
    pub created_at: Timestamp,
    /// When the other system last changed it.
    pub updated_at: Option<Timestamp>,
    /// The status in which the other system left it.
    pub details: Details,
    /// The SHA-256 of the other system's own record.
    pub original: Option<Hash>,
}

/// A change of a job's status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The index of the job's entry before this one.
    pub previous: Index,
    /// Who says so.
    pub actor: UserId,
    /// The new status and why.
    pub details: Details,
    /// How it ended for single customers, if that is known: the root is over each outcome's
    /// canonical JSON.
    pub outcomes: Option<Subtree>,
    /// The key of the request that says so.
    pub request_key: Option<RequestKey>,
}

/// A note about a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The index of the job's entry before this one.
    pub previous: Index,
    /// Who says so.
    pub actor: UserId,
    /// What they say.
    pub text: Text<NoteText>,
    /// The key of the request that says so.
    pub request_key: Option<RequestKey>,
}

/// A status and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// The status.
    pub status: Status,
    /// What the status rests on.
    pub cause: Cause,
    /// The code of the upstream's answer.
    pub http_status: Option<HttpStatus>,
    /// Why the job did not succeed.
    pub error_message: Option<Text<ErrorMessage>>,
    /// What the upstream answered.
    pub response_summary: Option<Text<ResponseSummary>>,
}

/// A text in a leaf: itself, or, when it is longer than [`INLINE_BYTES_MAX`], its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text<T> {
    /// The text.
    Inline(T),
    /// The SHA-256 of its UTF-8 bytes.
    Sha256(Hash),
}

/// A subtree in a leaf: how many items, and the RFC 6962 root over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subtree {
    /// How many items.
    pub count: u64,
    /// The root.
    pub root: Hash,
}

/// The bytes of an outcome that the tree of its entry's outcomes hashes:
/// `{"cid":…,"message":…,"status":…}`, without `message` where there is none.
#[must_use]
pub fn of_outcome(outcome: &Outcome) -> Vec<u8> {
    crate::outcomes::outcome_leaf(outcome)
}

impl Leaf {
    /// The status that the entry gives to the job; `None` for a note, which leaves it as it was.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        match &self.fact {
            Fact::JobCreated(_) => Some(Status::InProgress),
            Fact::JobImported(import) => Some(import.details.status),
            Fact::StatusChanged(change) => Some(change.details.status),
            Fact::NoteAdded(_) => None,
        }
    }

    /// The index of the same job's entry before this one; `None` for the job's first.
    #[must_use]
    pub fn previous(&self) -> Option<Index> {
        match &self.fact {
            Fact::StatusChanged(change) => Some(change.previous),
            Fact::NoteAdded(note) => Some(note.previous),
            Fact::JobCreated(_) | Fact::JobImported(_) => None,
        }
    }

    /// The job's customers; `None` when the entry does not create a job.
    #[must_use]
    pub fn customers(&self) -> Option<Subtree> {
        self.created().map(|job| job.customers)
    }

    /// The outcomes that the entry reports, if any.
    #[must_use]
    pub fn outcomes(&self) -> Option<Subtree> {
        match &self.fact {
            Fact::StatusChanged(change) => change.outcomes,
            Fact::JobCreated(_) | Fact::JobImported(_) | Fact::NoteAdded(_) => None,
        }
    }

    /// The texts that the leaf names by their SHA-256, each under its field's name.
    pub fn hashed_texts(&self) -> impl Iterator<Item = (&'static str, Hash)> {
        fn hash<T>(text: Option<&Text<T>>) -> Option<Hash> {
            match text? {
                Text::Sha256(hash) => Some(*hash),
                Text::Inline(_) => None,
            }
        }
        let original = match &self.fact {
            Fact::JobImported(import) => import.original,
            Fact::JobCreated(_) | Fact::StatusChanged(_) | Fact::NoteAdded(_) => None,
        };
        let note = match &self.fact {
            Fact::NoteAdded(note) => Some(&note.text),
            Fact::JobCreated(_) | Fact::JobImported(_) | Fact::StatusChanged(_) => None,
        };
        let details = self.details();
        let texts = [
            ("request_payload", self.created().and_then(|job| job.request_payload)),
            ("original", original),
            ("error_message", hash(details.and_then(|details| details.error_message.as_ref()))),
            (
                "response_summary",
                hash(details.and_then(|details| details.response_summary.as_ref())),
            ),
            (NoteText::FIELD, hash(note)),
        ];
        texts.into_iter().filter_map(|(member, hash)| Some((member, hash?)))
    }

    fn created(&self) -> Option<&Created> {
        match &self.fact {
            Fact::JobCreated(job) => Some(job),
            Fact::JobImported(import) => Some(&import.job),
            Fact::StatusChanged(_) | Fact::NoteAdded(_) => None,
        }
    }

    fn details(&self) -> Option<&Details> {
        match &self.fact {
            Fact::JobCreated(_) | Fact::NoteAdded(_) => None,
            Fact::JobImported(import) => Some(&import.details),
            Fact::StatusChanged(change) => Some(&change.details),
        }
    }
}
