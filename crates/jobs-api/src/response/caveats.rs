//! What a caller should know beside the answer to a Set Action: that its outcome is not recorded
//! yet, or that other jobs have just done the same to some of its customers.

use jobs_core::openapi::Quantity;
use jobs_core::{JobId, UserId};
use jobs_gateway::{Finished, Overlap};
use serde::Serialize;
use utoipa::ToSchema;

const MESSAGE: &str = "other jobs asked for the same action on some of these customers moments ago";

const MORE: &str = "other jobs asked for the same action on some of these customers moments ago; there may be more, as not all \
                    could be compared";

const NOT_COMPARED: &str = "not all jobs of moments ago could be compared with this one; whether another asked for the same action \
                            on some of these customers is not known";

/// Members of an answer, each of which is there only when there is something to say.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Caveats {
    // `false` until the ledger takes the outcome: it shows the job as IN_PROGRESS.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    outcome_recorded: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    warning: Option<Warning>,
}

impl Caveats {
    /// What there is to say of this call to its caller, who may see the jobs of `only_user` alone
    /// or of everybody.
    pub(crate) fn of(finished: &Finished, only_user: Option<&UserId>) -> Self {
        let outcome_recorded = (!finished.outcome_recorded).then_some(false);
        Self { outcome_recorded, warning: Warning::of(finished, only_user) }
    }
}

/// Jobs that asked for the same a moment ago; none where not all could be compared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OverlapWarning)]
struct Warning {
    message: &'static str,
    #[schema(inline)]
    jobs: Vec<OverlappingJob>,
}

/// A job that does the same to some of the same customers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverlappingJob {
    /// `null` if it is another user's and the caller sees only their own.
    job_id: Option<JobId>,
    /// How many customers the two have in common.
    #[schema(inline, value_type = Quantity)]
    customers: usize,
}

impl OverlappingJob {
    /// What a caller may know of it who sees the jobs of `only_user` alone, or of everybody.
    pub(crate) fn shown(overlap: &Overlap, only_user: Option<&UserId>) -> Self {
        let Overlap { job_id, owner, customers } = overlap;
        let is_theirs = only_user.is_none_or(|user| user == owner);
        Self { job_id: is_theirs.then_some(*job_id), customers: *customers }
    }
}

impl Warning {
    /// What there is to warn of, if anything.
    fn of(finished: &Finished, only_user: Option<&UserId>) -> Option<Self> {
        let job = |overlap| OverlappingJob::shown(overlap, only_user);
        let jobs: Vec<_> = finished.overlaps.iter().map(job).collect();
        let message = match (jobs.is_empty(), finished.overlaps_complete) {
            (true, true) => return None,
            (true, false) => NOT_COMPARED,
            (false, true) => MESSAGE,
            (false, false) => MORE,
        };
        Some(Self { message, jobs })
    }
}
