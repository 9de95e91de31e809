//! What a reader may ask for, and the pages that come back. Every page is bounded, and found by
//! key.

use serde::{Deserialize, Serialize};

use crate::{
    ActionName, AnyOf, BatchId, Cause, Cid, Error, Index, Job, JobId, JobIdPrefix, Result, Source,
    Status, Timestamp, UserId,
};

/// How many items a page may have: 1 to [`PageLimit::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageLimit(usize);

impl PageLimit {
    /// The most items of any page.
    pub const MAX: usize = 10_000;

    /// Checks `limit` and takes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] outside 1 to [`PageLimit::MAX`].
    pub fn new(limit: usize) -> Result<Self> {
        if !(1..=Self::MAX).contains(&limit) {
            return Err(Error::invalid("limit", "must be from 1 to 10000"));
        }
        Ok(Self(limit))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> usize {
        self.0
    }
}

/// 50, the old dashboard's default.
impl Default for PageLimit {
    fn default() -> Self {
        Self(50)
    }
}

/// Which jobs: those that meet every condition given, each with any of its values. Texts are
/// compared byte by byte.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JobFilter {
    /// With an ID that begins so.
    pub job_id: Option<JobIdPrefix>,
    /// Asked for by this user.
    pub user_id: AnyOf<UserId>,
    /// In this status now.
    pub status: AnyOf<Status>,
    /// In their status now for this cause.
    pub cause: AnyOf<Cause>,
    /// Of this action.
    pub action_name: AnyOf<ActionName>,
    /// With this customer.
    pub cid: AnyOf<Cid>,
    /// With this label.
    pub batch_id: AnyOf<BatchId>,
    /// From this source.
    pub source: AnyOf<Source>,
    /// That try this job again.
    pub retry_of: Option<JobId>,
    /// Created at this moment or later.
    pub since: Option<Timestamp>,
    /// Created before this moment.
    pub until: Option<Timestamp>,
}

impl JobFilter {
    /// Whether the conditions on what a [`Job`] shows are met: all but the one on `cid`.
    #[must_use]
    pub fn accepts(&self, job: &Job) -> bool {
        self.user_id.accepts(&job.facts.user_id)
            && self.action_name.accepts(&job.facts.action_name)
            && self.batch_id.accepts(job.facts.batch_id.as_ref())
            && self.source.accepts(&job.source)
            && self.status.accepts(&job.status)
            && self.cause.accepts(job.cause.as_ref())
            && self.job_id.is_none_or(|prefix| prefix.matches(job.job_id))
            && self.retry_of.is_none_or(|retried| Some(retried) == job.retry_of)
            && self.since.is_none_or(|since| since <= job.created_at)
            && self.until.is_none_or(|until| job.created_at < until)
    }
}

/// In which order jobs are listed: by the index of the entry that created them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The last recorded first.
    #[default]
    NewestFirst,
    /// The first recorded first.
    OldestFirst,
}

impl Order {
    /// Whether `index` comes after `key` in this order.
    #[must_use]
    pub fn is_after(self, index: Index, key: Index) -> bool {
        match self {
            Self::NewestFirst => index < key,
            Self::OldestFirst => index > key,
        }
    }
}

/// A request for a page of jobs.
///
/// Pages are found by key: even if jobs are appended between two pages, walking on from
/// [`JobPage::next`] shows no job twice and skips none that was recorded when the walk began,
/// unless its status changed to or from the one that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JobQuery {
    /// Which jobs.
    pub filter: JobFilter,
    /// In which order.
    pub order: Order,
    /// Only jobs that come after the job with this index, in the given order.
    pub after: Option<Index>,
    /// How many at most.
    pub limit: PageLimit,
}

impl JobQuery {
    /// Asks for the page after one that goes on at `next`; false when that was the last one.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when `next` does not lie further on, as a walk would then never end.
    pub fn go_on(&mut self, next: Option<Index>) -> Result<bool> {
        match (self.after, next) {
            (Some(after), Some(next)) if !self.order.is_after(next, after) => {
                Err(Error::Corrupt(format!("the page of jobs after {after} goes on at {next}")))
            }
            (_, Some(next)) => {
                self.after = Some(next);
                Ok(true)
            }
            (_, None) => Ok(false),
        }
    }
}

/// A page of jobs. It is full unless nothing more matches, or the store ended a long search for the
/// next match and wants to be asked again. Only [`next`](Self::next) says whether there is more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JobPage {
    /// The jobs, in the order asked for.
    pub jobs: Vec<Job>,
    /// What to pass as [`JobQuery::after`] for the next page; `None` when there are no more jobs.
    pub next: Option<Index>,
}

/// A request for a page of a job's customers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomerQuery {
    /// Only customers that sort after this one, by bytes.
    pub after: Option<Cid>,
    /// How many at most.
    pub limit: PageLimit,
}
