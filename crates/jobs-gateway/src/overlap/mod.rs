//! Whether a Set Action repeats what was asked for moments ago: the same action on some of the same customers.
//!
//! It is looked for once the job is recorded, among the jobs before it. So of two that come at the same moment, also through
//! two servers on one ledger, exactly the later one hears of the other.

mod recent;
mod window;

use std::fmt::Write as _;

use jobs_core::{
    ActionCode, ActionName, CustomerSet, Error, Index, JobFacts, JobId, JobStore, NewJob, Result,
    Timestamp,
};

use crate::gateway::Shared;
use crate::{GatewayConfig, OnOverlap, work};
use window::Window;

/// The most overlaps that are told.
const TOLD_MAX: usize = 20;

/// The most customers that the jobs of a window have together, with which it takes some 160 MiB.
const CUSTOMERS_MAX: usize = 2_000_000;

/// How the reason of a call that was withheld begins.
const WITHHELD: &str = "withheld: ";

const NOT_LOOKED_UP: &str = "whether other jobs do the same to these customers could not be looked up; \
                             no call was made";

const NOT_ALL: &str = "so many jobs were recorded moments ago that not all of them could be compared with this one; \
                       no call was made";

/// An earlier job that does the same to some of the same customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// The earlier job, whoever asked for it.
    pub job_id: JobId,
    /// How many customers the two have in common.
    pub customers: usize,
}

/// What a gateway does about overlaps, and what it knows of the jobs of moments ago.
#[derive(Debug)]
pub(crate) struct Policy {
    on_overlap: OnOverlap,
    window: Window,
}

impl Policy {
    pub(crate) fn new(config: &GatewayConfig) -> Self {
        let window = Window::new(config.overlap_window, CUSTOMERS_MAX);
        Self { on_overlap: config.on_overlap, window }
    }
}

/// Where in the ledger a job stands, and since when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) index: Index,
    pub(crate) created_at: Timestamp,
}

/// The job whose overlaps are looked for.
pub(crate) struct Sought {
    job_id: JobId,
    action_code: ActionCode,
    action_name: ActionName,
    customers: CustomerSet,
    retry_of: Option<JobId>,
}

/// What is known before the call.
pub(crate) struct Found {
    /// The newest job first.
    pub(crate) overlaps: Vec<Overlap>,
    /// Whether all jobs of the window were compared.
    pub(crate) is_complete: bool,
    /// Why the call must not be made.
    pub(crate) withheld: Option<String>,
}

/// Which jobs are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Among {
    /// All that may have been sent, by whomever.
    All,
    /// Those that the gateway sent, unless the upstream refused them. Nobody can withhold another's call by recording a job that
    /// was never sent, nor push those that were out of what is told.
    MayHaveActed,
}

/// What to do about the overlaps of `job`, which is recorded at `place`, if that is known.
pub(crate) async fn look(shared: &Shared, job: Sought, place: Option<Place>) -> Found {
    let refuses = match shared.overlap.on_overlap {
        OnOverlap::Allow => {
            return Found { overlaps: Vec::new(), is_complete: true, withheld: None };
        }
        OnOverlap::Warn => false,
        OnOverlap::Refuse => true,
    };
    let job_id = job.job_id;
    find(&*shared.store, &shared.overlap.window, job, place, refuses).await.unwrap_or_else(|error| {
        tracing::warn!(%job_id, %error, refuses, "the overlaps of a job could not be looked up");
        let withheld = refuses.then(|| format!("{WITHHELD}{NOT_LOOKED_UP}"));
        Found { overlaps: Vec::new(), is_complete: false, withheld }
    })
}

async fn find(
    store: &dyn JobStore,
    window: &Window,
    job: Sought,
    place: Option<Place>,
    refuses: bool,
) -> Result<Found> {
    /// About what looking for one customer costs, in bytes of work.
    const CUSTOMER_BYTES: usize = 64;

    let place = match place {
        Some(place) => place,
        None => place_of(store, job.job_id).await?,
    };
    let (since, until) = window.around(place.created_at);
    let known = window.up_to(store, place).await?;
    let customers = job.customers.len();
    let find = move || {
        let recent = &known.recent;
        let of = |among| recent.overlaps(&job, place.index, since..=until, among);
        let is_complete = recent.is_complete(since);
        if refuses {
            let overlaps = of(Among::MayHaveActed);
            let withheld = match is_complete {
                _ if !overlaps.is_empty() => Some(refusal(&overlaps)),
                true => None,
                false => Some(format!("{WITHHELD}{NOT_ALL}")),
            };
            if withheld.is_some() {
                return Found { overlaps, is_complete, withheld };
            }
        }
        Found { overlaps: of(Among::All), is_complete, withheld: None }
    };
    Ok(work::on(customers * CUSTOMER_BYTES, find).await)
}

fn refusal(overlaps: &[Overlap]) -> String {
    let mut text = format!("{WITHHELD}the same action was asked for moments ago");
    for Overlap { job_id, customers } in overlaps {
        // Writing to a string cannot fail.
        let _ = write!(text, ", by job {job_id} for {customers} of these customers");
    }
    text + "; no call was made"
}

async fn place_of(store: &dyn JobStore, job_id: JobId) -> Result<Place> {
    let job = store.job(job_id).await?.ok_or(Error::UnknownJob { job_id })?.job;
    Ok(Place { index: job.index, created_at: job.created_at })
}

impl Sought {
    pub(crate) fn new(job: &NewJob) -> Self {
        Self {
            job_id: job.job_id(),
            action_code: job.facts().action_code,
            action_name: job.facts().action_name.clone(),
            customers: job.customers().clone(),
            retry_of: job.retry_of(),
        }
    }
}

/// Whether an upstream takes the action of a job for the same as this one: by its code, or, where it has none, by its name in any
/// case.
#[must_use]
pub fn is_same_action(job: &JobFacts, action_code: ActionCode, action_name: &ActionName) -> bool {
    let is_same_name = || job.action_name.as_str().eq_ignore_ascii_case(action_name.as_str());
    job.action_code == action_code && (action_code != ActionCode::UNKNOWN || is_same_name())
}

#[cfg(test)]
mod tests;
