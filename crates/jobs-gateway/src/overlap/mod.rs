//! Whether a Set Action repeats what was asked for moments ago: the same action on some of the same customers.
//!
//! It is looked for once the job is recorded, among the jobs before it. So of two that come at the same moment, also through
//! two servers on one ledger, exactly the later one hears of the other.

mod recent;
mod window;

use std::fmt::Write as _;
use std::time::Duration;

use jobs_core::{
    ActionCode, ActionName, CustomerSet, Error, Index, JobFacts, JobId, JobStore, NewJob, Result,
    Timestamp, UserId,
};

use crate::gateway::Shared;
use crate::{GatewayConfig, OnOverlap, work};
use recent::{Budget, Overlaps};
use window::Window;

/// The most overlaps that are told.
const TOLD_MAX: usize = 20;

/// How much memory the jobs of a window take.
const BUDGET: Budget = Budget { sent: 192 << 20, claimed: 64 << 20 };

/// How long a call waits until what is new in the ledger is read; it is read faster than it is written.
const LOOK_TIME_MAX: Duration = Duration::from_secs(5);

/// About what one customer costs where it is looked for, in bytes of work.
const CUSTOMER_BYTES: usize = 64;

/// How the reason of a call that was withheld begins.
const WITHHELD: &str = "withheld: ";

const NOT_LOOKED_UP: &str = "whether other jobs do the same to these customers could not be looked up; no call was made: send it \
                             again in a while, without the same Idempotency-Key";

const NOT_ALL: &str = "so many jobs were sent moments ago that not all of them could be compared with this one; no call was made: \
                       send it again in a while, without the same Idempotency-Key";

const OVER_SHARE: &str = "the jobs that this user had sent moments ago have so many customers that no more can be compared; no call was \
                          made: send it again in a while, without the same Idempotency-Key";

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
        let window = Window::new(config.overlap_window, BUDGET);
        Self { on_overlap: config.on_overlap, window }
    }
}

/// Where in the ledger a job stands, and since when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Position {
    pub(crate) index: Index,
    pub(crate) created_at: Timestamp,
}

/// The job whose overlaps are looked for.
pub(crate) struct Sought {
    job_id: JobId,
    /// Who has it sent.
    user: UserId,
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

/// What to do about the overlaps of `job`, which is recorded at `position`, if that is known.
pub(crate) async fn look(shared: &Shared, job: Sought, position: Option<Position>) -> Found {
    let refuses = match shared.overlap.on_overlap {
        OnOverlap::Allow => {
            return Found { overlaps: Vec::new(), is_complete: true, withheld: None };
        }
        OnOverlap::Warn => false,
        OnOverlap::Refuse => true,
    };
    bounded(&*shared.store, &shared.overlap.window, job, position, refuses).await
}

/// What is found in time.
async fn bounded(
    store: &dyn JobStore,
    window: &Window,
    job: Sought,
    position: Option<Position>,
    refuses: bool,
) -> Found {
    let job_id = job.job_id;
    let found = find(store, window, job, position, refuses);
    let error = match tokio::time::timeout(LOOK_TIME_MAX, found).await {
        Ok(Ok(found)) => return found,
        Ok(Err(error)) => error.to_string(),
        Err(_) => format!("it took longer than {LOOK_TIME_MAX:?}"),
    };
    tracing::warn!(%job_id, error, refuses, "the overlaps of a job could not be looked up");
    let withheld = refuses.then(|| format!("{WITHHELD}{NOT_LOOKED_UP}"));
    Found { overlaps: Vec::new(), is_complete: false, withheld }
}

async fn find(
    store: &dyn JobStore,
    window: &Window,
    job: Sought,
    position: Option<Position>,
    refuses: bool,
) -> Result<Found> {
    let position = match position {
        Some(position) => position,
        None => position_of(store, job.job_id).await?,
    };
    let known = window.up_to(store, position).await?;
    let (since, until) = window.around(position.created_at);
    let customers = job.customers.len();
    let find = move || {
        let recent = &known.recent;
        let Overlaps { acted, all } = recent.overlaps(&job, position.index, &(since..=until));
        let (are_all_sent, is_complete) = recent.is_complete(since);
        let reason = match are_all_sent {
            _ if !refuses => None,
            _ if !acted.is_empty() => {
                let withheld = Some(refusal(&acted));
                return Found { overlaps: acted, is_complete, withheld };
            }
            _ if recent.is_over_share(&job.user) => Some(OVER_SHARE),
            true => None,
            false => Some(NOT_ALL),
        };
        let withheld = reason.map(|reason| format!("{WITHHELD}{reason}"));
        Found { overlaps: all, is_complete, withheld }
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

async fn position_of(store: &dyn JobStore, job_id: JobId) -> Result<Position> {
    let job = store.job(job_id).await?.ok_or(Error::UnknownJob { job_id })?.job;
    Ok(Position { index: job.index, created_at: job.created_at })
}

impl Sought {
    pub(crate) fn new(job: &NewJob) -> Self {
        let JobFacts { user_id, submitted_by, .. } = job.facts();
        Self {
            job_id: job.job_id(),
            user: submitted_by.as_ref().unwrap_or(user_id).clone(),
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
