//! What a caller should know beside the answer to a Set Action: that its outcome is not recorded
//! yet, or that other jobs have just done the same to some of its customers.

use jobs_core::JobId;
use jobs_core::openapi::Quantity;
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
    /// What there is to say of this call.
    pub(crate) fn of(finished: &Finished) -> Self {
        let outcome_recorded = (!finished.outcome_recorded).then_some(false);
        Self { outcome_recorded, warning: Warning::of(finished) }
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

#[derive(Debug, Serialize, ToSchema)]
struct OverlappingJob {
    job_id: JobId,
    /// How many the two have in common.
    #[schema(inline, value_type = Quantity)]
    customers: usize,
}

impl Warning {
    /// What there is to warn of, if anything.
    fn of(finished: &Finished) -> Option<Self> {
        let job = |overlap: &Overlap| {
            let Overlap { job_id, customers } = *overlap;
            OverlappingJob { job_id, customers }
        };
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
