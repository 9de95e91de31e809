//! Whether a Set Action repeats what was asked for moments ago: the same action on some of the same
//! customers.
//!
//! Overlaps are looked for once the job is recorded, among the jobs before it. So if two come at
//! the same moment, even through two servers on one ledger, only the later one is told of the
//! other.

mod candidate;
mod recent;
mod window;

use std::fmt::Write as _;
use std::time::Duration;

use jobs_core::{
    ActionCode, ActionName, Error, JobFacts, JobId, JobStore, Result, Timestamp, UserId,
};
use jobs_serve::work;

use candidate::CUSTOMER_BYTES;
pub(crate) use candidate::{Candidate, Position};
use recent::{Budget, Overlaps};
use window::{Known, Window};

use crate::answer::Overlap;
use crate::config::{GatewayConfig, OnOverlap};

/// How much memory the jobs of a window may take.
const BUDGET: Budget = Budget { sent: 192 << 20, claimed: 64 << 20 };

/// How long a call waits until the new entries of the ledger are read; they are read faster than
/// they are written.
const LOOK_TIME_MAX: Duration = Duration::from_secs(5);

/// How the reason of a call that was withheld begins.
const WITHHELD: &str = "withheld: ";

const NOT_LOOKED_UP: &str = "whether other jobs do the same to these customers could not be looked up; no call was made: send it \
                             again in a while, without the same Idempotency-Key";

const NOT_ALL: &str = "so many jobs were sent moments ago that not all of them could be compared with this one; no call was made: \
                       send it again in a while, without the same Idempotency-Key";

const OVER_SHARE: &str = "the jobs that this user had sent moments ago have so many customers that no more can be compared; no call was \
                          made: send it again in a while, without the same Idempotency-Key";

/// What a gateway does about overlaps, and the recent jobs that it knows.
#[derive(Debug)]
pub(crate) struct Detection {
    on_overlap: OnOverlap,
    window: Window,
}

/// What is known before the call.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Detected {
    /// The newest job first.
    pub(crate) overlaps: Vec<Overlap>,
    /// Whether all jobs of the window were compared.
    pub(crate) is_complete: bool,
    /// Why the call must not be made.
    pub(crate) withheld: Option<String>,
}

impl Detected {
    const NOTHING: Self = Self { overlaps: Vec::new(), is_complete: true, withheld: None };
}

impl Detection {
    pub(crate) fn new(config: &GatewayConfig) -> Self {
        let window = Window::new(config.overlap_window, BUDGET);
        Self { on_overlap: config.on_overlap, window }
    }

    /// What to do about the overlaps of `job`, which is recorded in `store` at `position`, if that
    /// is known.
    pub(crate) async fn look(
        &self,
        store: &dyn JobStore,
        job: Candidate,
        position: Option<Position>,
    ) -> Detected {
        if self.on_overlap == OnOverlap::Allow {
            return Detected::NOTHING;
        }
        let job_id = job.job_id;
        let refuses = self.refuses();
        in_time(Some(job_id), refuses, find(store, &self.window, job, position, refuses)).await
    }

    fn refuses(&self) -> bool {
        self.on_overlap == OnOverlap::Refuse
    }
}

/// What is found before anything is recorded: nothing is decided, and whatever is found then may
/// differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreseen {
    /// The jobs of the window that did the same to some of these customers: at most 20, the newest
    /// first. If the call would be withheld because of some of them, these alone.
    pub overlaps: Vec<Overlap>,
    /// Whether all jobs of the window were compared.
    pub is_complete: bool,
    /// Whether the call would be withheld: the upstream would not be asked to do anything.
    pub is_withheld: bool,
    /// What is done about overlaps once the job is recorded.
    pub on_overlap: OnOverlap,
    /// How far back jobs are compared.
    pub window: Duration,
}

impl Detection {
    /// How far back jobs are compared.
    pub(crate) fn window(&self) -> Duration {
        self.window.length()
    }

    /// The overlaps that `job` would have if it were the next in `store`.
    pub(crate) async fn foresee(&self, store: &dyn JobStore, job: Candidate) -> Foreseen {
        let refuses = self.refuses();
        let found = in_time(None, refuses, foresee(store, &self.window, job, refuses)).await;
        let Detected { overlaps, is_complete, withheld } = found;
        Foreseen {
            overlaps,
            is_complete,
            is_withheld: withheld.is_some(),
            on_overlap: self.on_overlap,
            window: self.window.length(),
        }
    }
}

/// What is found before the time is up, for a job that is recorded or only foreseen.
async fn in_time(
    job_id: Option<JobId>,
    refuses: bool,
    found: impl Future<Output = Result<Detected>>,
) -> Detected {
    let error = match tokio::time::timeout(LOOK_TIME_MAX, found).await {
        Ok(Ok(found)) => return found,
        Ok(Err(error)) => error.to_string(),
        Err(_) => format!("it took longer than {LOOK_TIME_MAX:?}"),
    };
    let job_id = job_id.map(tracing::field::display);
    tracing::warn!(job_id, error, refuses, "the overlaps of a job could not be looked up");
    let withheld = refuses.then(|| format!("{WITHHELD}{NOT_LOOKED_UP}"));
    Detected { overlaps: Vec::new(), is_complete: false, withheld }
}

/// The overlaps of a job that is recorded.
async fn find(
    store: &dyn JobStore,
    window: &Window,
    job: Candidate,
    position: Option<Position>,
    refuses: bool,
) -> Result<Detected> {
    let position = match position {
        Some(position) => position,
        None => position_of(store, job.job_id).await?,
    };
    let known = window.up_to(store, position).await?;
    Ok(detect(known, window, job, position, refuses).await)
}

/// The overlaps of a job that would be the next.
async fn foresee(
    store: &dyn JobStore,
    window: &Window,
    job: Candidate,
    refuses: bool,
) -> Result<Detected> {
    let next = Position { index: store.head().await?.size(), created_at: Timestamp::now() };
    let Some(newest) = next.index.checked_sub(1) else { return Ok(Detected::NOTHING) };
    let known = window.up_to(store, Position { index: newest, ..next }).await?;
    Ok(detect(known, window, job, next, refuses).await)
}

/// What the recent jobs before `position` say of the job there.
async fn detect(
    known: Known,
    window: &Window,
    job: Candidate,
    position: Position,
    refuses: bool,
) -> Detected {
    let (since, until) = window.around(position.created_at);
    let customers = job.customers.len();
    let detect = move || {
        let recent = &known.recent;
        let Overlaps { acted, all } = recent.overlaps(&job, position.index, &(since..=until));
        let (are_all_sent, is_complete) = recent.is_complete(since);
        let reason = match are_all_sent {
            _ if !refuses => None,
            _ if !acted.is_empty() => {
                let withheld = Some(refusal(&acted, &job.owner));
                return Detected { overlaps: acted, is_complete, withheld };
            }
            _ if recent.is_over_share(&job.user) => Some(OVER_SHARE),
            true => None,
            false => Some(NOT_ALL),
        };
        let withheld = reason.map(|reason| format!("{WITHHELD}{reason}"));
        Detected { overlaps: all, is_complete, withheld }
    };
    work::sized(customers * CUSTOMER_BYTES, detect).await
}

/// Names the jobs of `owner`; those of others, whom the reader may not see, are counted.
fn refusal(overlaps: &[Overlap], owner: &UserId) -> String {
    let mut text = format!("{WITHHELD}the same action was asked for moments ago");
    for Overlap { job_id, owner: whose, customers } in overlaps {
        // Writing to a string cannot fail.
        let _ = if whose == owner {
            write!(text, ", by job {job_id} for {customers} of these customers")
        } else {
            write!(text, ", by a job of another user for {customers} of these customers")
        };
    }
    text + "; no call was made"
}

async fn position_of(store: &dyn JobStore, job_id: JobId) -> Result<Position> {
    let job = store.job(job_id).await?.ok_or(Error::UnknownJob { job_id })?.job;
    Ok(Position { index: job.index, created_at: job.created_at })
}

/// Whether an upstream treats the action of a job as the same as this one: by its code, or, where
/// it has none, by its name in any case.
#[must_use]
pub fn is_same_action(job: &JobFacts, action_code: ActionCode, action_name: &ActionName) -> bool {
    let is_same_name = || job.action_name.as_str().eq_ignore_ascii_case(action_name.as_str());
    job.action_code == action_code && (action_code != ActionCode::UNKNOWN || is_same_name())
}

#[cfg(test)]
mod tests;
