//! The new job whose overlaps are looked for, and its position in the ledger.

use jobs_core::{
    ActionCode, ActionName, CustomerSet, Index, JobFacts, JobId, NewJob, Timestamp, UserId,
};

/// The most overlaps that are reported.
pub(super) const TOLD_MAX: usize = 20;

/// About what looking for one customer costs, in bytes of work.
pub(super) const CUSTOMER_BYTES: usize = 64;

/// Where in the ledger a job stands, and since when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Position {
    pub(crate) index: Index,
    pub(crate) created_at: Timestamp,
}

/// The new job, which is compared with those before it.
#[derive(Debug)]
pub(crate) struct Candidate {
    pub(super) job_id: JobId,
    /// Whose it is.
    pub(super) owner: UserId,
    /// The user who sends it.
    pub(super) user: UserId,
    pub(super) action_code: ActionCode,
    pub(super) action_name: ActionName,
    pub(super) customers: CustomerSet,
    pub(super) retry_of: Option<JobId>,
}

impl Candidate {
    /// A job that is not recorded, and may never be.
    pub(crate) fn unrecorded(
        user: UserId,
        action_code: ActionCode,
        action_name: ActionName,
        customers: CustomerSet,
        retry_of: Option<JobId>,
    ) -> Self {
        let job_id = JobId::mint();
        let owner = user.clone();
        Self { job_id, owner, user, action_code, action_name, customers, retry_of }
    }

    pub(crate) fn new(job: &NewJob) -> Self {
        let JobFacts { user_id, submitted_by, .. } = job.facts();
        Self {
            job_id: job.job_id(),
            owner: user_id.clone(),
            user: submitted_by.as_ref().unwrap_or(user_id).clone(),
            action_code: job.facts().action_code,
            action_name: job.facts().action_name.clone(),
            customers: job.customers().clone(),
            retry_of: job.retry_of(),
        }
    }
}
