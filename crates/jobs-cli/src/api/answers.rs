//! Answers that hold several jobs, entries or customers. A source of jobs gives them as well,
//! whatever it reads.

use jobs_core::{Cid, Index, Job};
use serde::Deserialize;
use serde_json::Value;

use super::entry::Entry;

/// A page of jobs.
#[derive(Debug, Deserialize)]
pub(crate) struct JobPage {
    pub(crate) jobs: Vec<Job>,
    /// The cursor of the next page; `None` on the last one.
    pub(crate) next: Option<String>,
}

/// The entries of a job, oldest first.
#[derive(Debug, Deserialize)]
pub(crate) struct History {
    pub(crate) entries: Vec<Entry>,
}

/// A page of a job's customers.
#[derive(Debug, Deserialize)]
pub(crate) struct Customers {
    pub(crate) customers: Vec<Cid>,
    /// The customer after which the next page begins; `None` on the last one.
    pub(crate) next: Option<Cid>,
}

/// A page of the ledger's entries. They are kept as they were answered: verification compares every
/// member, also those that no type knows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryPage {
    pub(crate) entries: Vec<Value>,
    /// The index at which the next page begins; `None` behind the last entry.
    pub(crate) next: Option<Index>,
}

/// Why a request was refused (RFC 9457).
#[derive(Debug, Deserialize)]
pub(super) struct Problem {
    pub(super) title: String,
    pub(super) detail: Option<String>,
}
