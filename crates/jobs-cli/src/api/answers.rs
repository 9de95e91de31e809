//! Answers that hold several jobs, entries or customers. Every source of jobs returns these types.

use jobs_core::merkle::Hash;
use jobs_core::{ActionName, Breakdown, Cid, Counts, Day, Index, Job, Stats, UserId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entry::Entry;

/// A page of jobs.
#[derive(Debug, Deserialize)]
pub(crate) struct JobPage {
    pub(crate) jobs: Vec<Job>,
    /// The cursor of the next page; `None` on the last one.
    pub(crate) next: Option<String>,
}

/// How many jobs there are. Only a store makes a [`jobs_core::Head`], so a head from a server has
/// another type.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StatsAnswer {
    pub(crate) head: HeadAnswer,
    pub(crate) total: Counts,
    pub(crate) by_action: Breakdown<ActionName>,
    pub(crate) by_user: Breakdown<UserId>,
    pub(crate) by_day: Breakdown<Day>,
}

/// The ledger that was counted.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct HeadAnswer {
    pub(crate) size: Index,
    pub(crate) root: Hash,
}

impl From<Stats> for StatsAnswer {
    fn from(stats: Stats) -> Self {
        let Stats { head, total, by_action, by_user, by_day } = stats;
        let head = HeadAnswer { size: head.size(), root: head.root() };
        Self { head, total, by_action, by_user, by_day }
    }
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

/// A page of the ledger's entries, as JSON: verification compares every member, also those that no
/// type knows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntryPage {
    pub(crate) entries: Vec<Value>,
    /// The index at which the next page begins; `None` after the last entry.
    pub(crate) next: Option<Index>,
}

/// Why a request was refused (RFC 9457).
#[derive(Debug, Deserialize)]
pub(super) struct Problem {
    pub(super) title: String,
    pub(super) detail: Option<String>,
}
