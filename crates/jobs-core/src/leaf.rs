//! The canonical bytes of an entry: what the Merkle tree hashes.
//!
//! RFC 8785 canonical JSON: members sorted by name, no white space, strings escaped only where JSON must,
//! integers below 2^53. Absent values are left out. Texts of at most [`INLINE_BYTES_MAX`] bytes stand in the
//! leaf, longer ones and everything that may be large by SHA-256, so a leaf always fits the 65,535 bytes of a
//! C2SP entry bundle.

use serde::Serialize;

use crate::draft::{Draft, ImportedJob, JobFacts, NewJob, Source, StatusChange, StatusDetails};
use crate::merkle::Hash;
use crate::{
    ActionCode, ActionName, BatchId, ClusterUrl, Entry, HttpStatus, Index, JobId, Status,
    Timestamp, UserId,
};

/// The version of the format, `v` in every leaf.
pub const VERSION: u32 = 1;

/// The most bytes of a text that stands in the leaf itself.
pub const INLINE_BYTES_MAX: usize = 256;

/// The most bytes of a leaf: what the uint16 length of a C2SP tlog-tiles entry bundle can say.
pub const BYTES_MAX: usize = 65_535;

/// A subtree in the leaf: how many items, and the RFC 6962 root over them.
#[derive(Serialize)]
struct Subtree {
    count: usize,
    root: Hash,
}

/// All members that any kind of leaf may have, in the order of their names, as RFC 8785 wants them.
#[derive(Serialize, Default)]
#[serde(rename_all = "snake_case")]
struct Leaf<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    action_code: Option<ActionCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action_name: Option<&'a ActionName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<&'a UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch_id: Option<&'a BatchId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cluster_url: Option<&'a ClusterUrl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customers: Option<Subtree>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_message_sha256: Option<Hash>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_status: Option<HttpStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_id: Option<JobId>,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    original_sha256: Option<Hash>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcomes: Option<Subtree>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_payload_sha256: Option<Hash>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response_summary_sha256: Option<Hash>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_of: Option<JobId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<&'a UserId>,
    v: u32,
}

/// The leaf of `entry`.
pub(crate) fn encode(entry: &Entry) -> Vec<u8> {
    let mut leaf = Leaf {
        v: VERSION,
        kind: entry.draft().kind(),
        job_id: Some(entry.job_id()),
        previous: entry.previous(),
        ..Leaf::default()
    };
    match entry.draft() {
        Draft::JobCreated(job) => {
            leaf.job(job);
            leaf.created_at = Some(entry.recorded_at());
        }
        Draft::JobImported(import) => {
            leaf.import(import);
            leaf.recorded_at = Some(entry.recorded_at());
        }
        Draft::StatusChanged(change) => {
            leaf.change(change);
            leaf.recorded_at = Some(entry.recorded_at());
        }
    }
    let bytes = to_json(&leaf);
    debug_assert!(bytes.len() <= BYTES_MAX, "the limits of the fields bound the leaf");
    bytes
}

impl<'a> Leaf<'a> {
    fn job(&mut self, job: &'a NewJob) {
        let JobFacts { user_id, batch_id, action_code, action_name, cluster_url } = job.facts();
        self.user_id = Some(user_id);
        self.batch_id = batch_id.as_ref();
        self.action_code = Some(*action_code);
        self.action_name = Some(action_name);
        self.cluster_url = cluster_url.as_ref();
        let customers = job.customers();
        self.customers = Some(Subtree { count: customers.len(), root: customers.root() });
        self.request_payload_sha256 = job.request_payload().map(|text| sha256(text.as_str()));
        self.source = Some(job.source());
        self.retry_of = job.retry_of();
    }

    fn import(&mut self, import: &'a ImportedJob) {
        self.job(import.job());
        self.details(import.details());
        self.created_at = Some(import.created_at());
        self.updated_at = import.updated_at();
        self.original_sha256 = import.original().map(|text| sha256(text.as_str()));
    }

    fn change(&mut self, change: &'a StatusChange) {
        self.actor = Some(&change.actor);
        self.details(&change.details);
        let outcomes = &change.outcomes;
        self.outcomes = (!outcomes.is_empty())
            .then(|| Subtree { count: outcomes.len(), root: outcomes.root() });
    }

    fn details(&mut self, details: &'a StatusDetails) {
        let StatusDetails { status, http_status, error_message, response_summary } = details;
        self.status = Some(*status);
        self.http_status = *http_status;
        (self.error_message, self.error_message_sha256) =
            inline_or_hash(error_message.as_ref().map(|text| text.as_str()));
        (self.response_summary, self.response_summary_sha256) =
            inline_or_hash(response_summary.as_ref().map(|text| text.as_str()));
    }
}

fn inline_or_hash(text: Option<&str>) -> (Option<&str>, Option<Hash>) {
    match text {
        Some(long) if long.len() > INLINE_BYTES_MAX => (None, Some(sha256(long))),
        inline => (inline, None),
    }
}

fn sha256(text: &str) -> Hash {
    Hash::of(text.as_bytes())
}

/// JSON without white space. `serde_json` escapes strings as RFC 8785 wants it; the order of members is the
/// order of the struct's fields.
pub(crate) fn to_json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(512);
    if let Err(error) = serde_json::to_writer(&mut bytes, value) {
        // Writing to memory cannot fail, and these types have string keys and no fallible values.
        unreachable!("a leaf could not be encoded: {error}");
    }
    bytes
}
