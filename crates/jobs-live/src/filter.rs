//! Which entries a subscriber wants: those that meet every condition given.

use jobs_core::{ActionName, Cause, JobId, Source, Status, UserId};

use crate::jobs::JobTraits;

/// The kinds of entries, as [`jobs_core::Draft::kind`] names them.
pub const KINDS: [&str; 4] = ["job_created", "job_imported", "status_changed", "note_added"];

/// Conditions on an entry. Texts are compared byte by byte.
#[derive(Debug, Clone, Default)]
pub struct EntryFilter {
    /// Of this kind.
    pub kind: Option<&'static str>,
    /// About this job.
    pub job_id: Option<JobId>,
    /// Giving the job this status, which no note does.
    pub status: Option<Status>,
    /// Saying that the status rests on this cause.
    pub cause: Option<Cause>,
    /// About a job that this user asked for. This is also what keeps others' jobs from an operator.
    pub user_id: Option<UserId>,
    /// About a job of this action.
    pub action_name: Option<ActionName>,
    /// About a job from this source.
    pub source: Option<Source>,
}

impl EntryFilter {
    /// Whether a condition is about the job, for which an entry alone may not be enough.
    pub(crate) fn is_about_jobs(&self) -> bool {
        self.user_id.is_some() || self.action_name.is_some() || self.source.is_some()
    }

    /// Whether the job meets the conditions that are about it.
    pub(crate) fn accepts_job(&self, job: &JobTraits) -> bool {
        self.user_id.as_ref().is_none_or(|user_id| *user_id == job.user_id)
            && self.action_name.as_ref().is_none_or(|action_name| *action_name == job.action_name)
            && self.source.is_none_or(|source| source == job.source)
    }
}
