//! The warning beside the answer to a Set Action, when other jobs have just done the same to some
//! of its customers, or when that is not known.

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

/// Jobs that asked for the same a moment ago; none where not all could be compared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OverlapWarning)]
pub(crate) struct Warning {
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
    pub(crate) fn of(finished: &Finished) -> Option<Self> {
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
