//! `retry_of`: which earlier job a new one may say that it tries again.
//!
//! The earlier job no longer counts as an overlap, and the new one is shown beside it. So the
//! earlier job must be visible to the caller, and to the user for whom an admin submits the new
//! one; it must have ended; and it must have the same action.

use std::collections::HashMap;

use jobs_core::{ActionCode, ActionName, Job, JobId, Status, UserId};
use jobs_gateway::SetAction;
use jobs_sign_in::SignIn;

use crate::access::{Access, Grant, Scope};
use crate::ledger::Ledger;
use crate::response::problem::Problem;

const FIELD: &str = "retry_of";

/// What a new job that tries another one again is, and whose.
pub(in crate::routes) struct RetriedJob<'a> {
    pub(in crate::routes) job_id: JobId,
    pub(in crate::routes) user_id: &'a UserId,
    pub(in crate::routes) action_code: ActionCode,
    pub(in crate::routes) action_name: &'a ActionName,
}

impl<'a> RetriedJob<'a> {
    /// What `action` of `user_id` tries again, if it does.
    pub(in crate::routes) fn of(action: &'a SetAction, user_id: &'a UserId) -> Option<Self> {
        let job_id = action.retry_of()?;
        let action_name = action.action_name();
        Some(Self { job_id, user_id, action_code: action.action_code(), action_name })
    }
}

/// The earlier jobs of one request, each read once.
pub(in crate::routes) struct Earlier<'a> {
    ledger: &'a Ledger,
    sign_in: &'a SignIn,
    grant: &'a Grant,
    jobs: HashMap<JobId, Option<Job>>,
}

impl<'a> Earlier<'a> {
    pub(in crate::routes) fn new(
        ledger: &'a Ledger,
        sign_in: &'a SignIn,
        grant: &'a Grant,
    ) -> Self {
        Self { ledger, sign_in, grant, jobs: HashMap::new() }
    }

    /// Refuses a new job that may not try again the one that it names.
    ///
    /// # Errors
    /// `400` that names the field, the same for a job of somebody else as for one that does not
    /// exist; and those of the store.
    pub(in crate::routes) async fn check(
        &mut self,
        retried: Option<RetriedJob<'_>>,
    ) -> Result<(), Problem> {
        let Some(RetriedJob { job_id, user_id, action_code, action_name }) = retried else {
            return Ok(());
        };
        if !self.jobs.contains_key(&job_id) {
            // Its payload, which may be long, is read as well.
            let _until_read = self.ledger.read_permit_in_time(Some(self.grant.user())).await?;
            let job = self.ledger.store().job(job_id).await?.map(|detail| detail.job);
            self.jobs.insert(job_id, job);
        }
        let job = self.jobs.get(&job_id).and_then(Option::as_ref);
        let seen = job.filter(|job| self.grant.check_owner(&job.facts.user_id).is_ok());
        let reason = match seen {
            None => "is no job that you may see",
            Some(job) if !self.may_see(user_id, job) => {
                "is no job that the user may see for whom you hand in the new one (user_id)"
            }
            Some(job) if job.status == Status::InProgress => "has not ended yet; wait until it has",
            Some(job) if !jobs_gateway::is_same_action(&job.facts, action_code, action_name) => {
                "has another action; what tries it again must have the same"
            }
            Some(_) => return Ok(()),
        };
        Err(Problem::invalid(FIELD, reason))
    }

    /// Whether the user of the new job may see `earlier`, which the caller does.
    fn may_see(&self, user: &UserId, earlier: &Job) -> bool {
        let owner = &earlier.facts.user_id;
        // Who is not listed here with a role may read at least what is their own.
        let role = self.sign_in.role_of(user);
        let may_read_all = role.is_some_and(|role| Access::READ.scope(role) == Scope::All);
        user == self.grant.user() || user == owner || may_read_all
    }
}
