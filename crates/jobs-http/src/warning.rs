//! The warning beside the answer to a Set Action, when other jobs have just done the same to some of its customers.

use jobs_core::JobId;
use jobs_gateway::Overlap;
use serde::Serialize;

const MESSAGE: &str = "other jobs asked for the same action on some of these customers moments ago";

/// The warning as callers see it.
#[derive(Debug, Serialize)]
pub(crate) struct Warning {
    message: &'static str,
    jobs: Vec<OverlappingJob>,
}

#[derive(Debug, Serialize)]
struct OverlappingJob {
    job_id: JobId,
    /// How many customers the two have in common.
    customers: usize,
}

impl Warning {
    /// What there is to warn of, if anything.
    pub(crate) fn of(overlaps: &[Overlap]) -> Option<Self> {
        let job = |overlap: &Overlap| {
            let Overlap { job_id, customers } = *overlap;
            OverlappingJob { job_id, customers }
        };
        let jobs: Vec<_> = overlaps.iter().map(job).collect();
        (!jobs.is_empty()).then_some(Self { message: MESSAGE, jobs })
    }
}
