//! Which entries a subscriber wants: those that meet every condition given, each with any of its
//! values.

use jobs_core::{ActionName, AnyOf, Cause, JobIdPrefix, Source, Status, UserId};

use crate::jobs::JobTraits;

/// The kinds of entries, as [`jobs_core::Draft::kind`] names them.
pub const KINDS: [&str; 4] = ["job_created", "job_imported", "status_changed", "note_added"];

/// Conditions on an entry. Texts are compared byte by byte.
#[derive(Debug, Clone, Default)]
pub struct EntryFilter {
    /// Of this kind.
    pub kind: AnyOf<&'static str>,
    /// About this job, or one whose ID begins so.
    pub job_id: AnyOf<JobIdPrefix>,
    /// Giving the job this status, which no note does.
    pub status: AnyOf<Status>,
    /// Saying that the status rests on this cause.
    pub cause: AnyOf<Cause>,
    /// About a job that this user asked for. This is also what keeps others' jobs from an operator.
    pub user_id: AnyOf<UserId>,
    /// About a job of this action.
    pub action_name: AnyOf<ActionName>,
    /// About a job from this source.
    pub source: AnyOf<Source>,
}

impl EntryFilter {
    /// Whether a condition is about the job, for which an entry alone may not be enough.
    pub(crate) fn is_about_jobs(&self) -> bool {
        !(self.user_id.is_empty() && self.action_name.is_empty() && self.source.is_empty())
    }

    /// Whether the job meets the conditions that are about it.
    pub(crate) fn accepts_job(&self, job: &JobTraits) -> bool {
        self.user_id.accepts(&job.user_id)
            && self.action_name.accepts(&job.action_name)
            && self.source.accepts(&job.source)
    }
}
