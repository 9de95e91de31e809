//! Whether a Set Action repeats what was asked for moments ago: the same action on some of the same customers.
//!
//! It is looked for once the job is recorded, among the jobs before it. So of two that come at the same moment, also through
//! two servers on one ledger, exactly the later one hears of the other.

use std::fmt::Write as _;
use std::time::Duration;

use jobs_core::{
    ActionCode, ActionName, Cause, CustomerQuery, CustomerSet, Error, Index, Job, JobFacts,
    JobFilter, JobId, JobQuery, JobStore, NewJob, Order, PageLimit, Result, Source, Status,
    Timestamp, UserId,
};

use crate::gateway::Shared;
use crate::{OnOverlap, ReadTurns};

/// The most jobs of the window that are looked at.
const LOOKED_AT_MAX: usize = 200;

/// The most overlaps that are told.
const TOLD_MAX: usize = 20;

/// The most customers of other jobs that are read, in all: about a second of work. A job that would go beyond is passed over.
const CUSTOMERS_MAX: usize = 1_000_000;

/// How the reason of a call that was withheld begins.
const WITHHELD: &str = "withheld: ";

const NOT_LOOKED_UP: &str = "whether other jobs do the same to these customers could not be looked up; \
                             no call was made";

/// An earlier job that does the same to some of the same customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// The earlier job, whoever asked for it.
    pub job_id: JobId,
    /// How many customers the two have in common.
    pub customers: usize,
}

/// What of a gateway's settings is about overlaps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Policy {
    pub(crate) on_overlap: OnOverlap,
    pub(crate) window: Duration,
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
    user_id: UserId,
    action_code: ActionCode,
    action_name: ActionName,
    customers: CustomerSet,
    retry_of: Option<JobId>,
}

/// What is known before the call.
#[derive(Default)]
pub(crate) struct Found {
    /// The newest job first.
    pub(crate) overlaps: Vec<Overlap>,
    /// Why the call must not be made.
    pub(crate) withheld: Option<String>,
}

/// Which jobs are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Among {
    /// All that may have been sent, by whomever.
    All,
    /// Those that the gateway sent, unless the upstream refused them. Nobody can withhold another's call by recording a job that
    /// was never sent, nor push those that were out of what is looked at.
    MayHaveActed,
}

impl Among {
    fn source(self) -> Option<Source> {
        (self == Self::MayHaveActed).then_some(Source::Gateway)
    }

    fn has(self, job: &Job) -> bool {
        let is_refused = job.status == Status::Failed
            && job.http_status.is_some_and(|code| (400..500).contains(&code.get()));
        was_sent(job) && !(self == Self::MayHaveActed && is_refused)
    }
}

/// What to do about the overlaps of `job`, which is recorded at `place`, if that is known.
pub(crate) async fn look(
    shared: &Shared,
    turns: &dyn ReadTurns,
    job: Sought,
    place: Option<Place>,
) -> Found {
    let Policy { on_overlap, window } = shared.overlap;
    let refuses = match on_overlap {
        OnOverlap::Allow => return Found::default(),
        OnOverlap::Warn => false,
        OnOverlap::Refuse => true,
    };
    let ledger = InTurns { store: &*shared.store, turns };
    let find = async |among| find(&ledger, &job, place, window, CUSTOMERS_MAX, among).await;
    let found = async {
        if refuses {
            let overlaps = find(Among::MayHaveActed).await?;
            if !overlaps.is_empty() {
                let withheld = Some(refusal(&overlaps));
                return Ok(Found { overlaps, withheld });
            }
        }
        Ok::<_, Error>(Found { overlaps: find(Among::All).await?, withheld: None })
    };
    found.await.unwrap_or_else(|error| {
        let job_id = job.job_id;
        tracing::warn!(%job_id, %error, refuses, "the overlaps of a job could not be looked up");
        let withheld = refuses.then(|| format!("{WITHHELD}{NOT_LOOKED_UP}"));
        Found { overlaps: Vec::new(), withheld }
    })
}

fn refusal(overlaps: &[Overlap]) -> String {
    let mut text = format!("{WITHHELD}the same action was asked for moments ago");
    for Overlap { job_id, customers } in overlaps {
        // Writing to a string cannot fail.
        let _ = write!(text, ", by job {job_id} for {customers} of these customers");
    }
    text + "; no call was made"
}

/// The store, read in turns: one for the list, and one for the customers of each job of it, as any other request takes.
struct InTurns<'a> {
    store: &'a dyn JobStore,
    turns: &'a dyn ReadTurns,
}

async fn find(
    ledger: &InTurns<'_>,
    job: &Sought,
    place: Option<Place>,
    window: Duration,
    customers_max: usize,
    among: Among,
) -> Result<Vec<Overlap>> {
    let InTurns { store, turns } = *ledger;
    let turn = turns.turn(&job.user_id).await;
    let Place { index, created_at } = match place {
        Some(place) => place,
        None => place_of(store, job.job_id).await?,
    };
    let window = i64::try_from(window.as_micros()).unwrap_or(i64::MAX);
    let since = created_at.as_micros().saturating_sub(window).max(Timestamp::MIN.as_micros());
    // A job before this one that has a later time was recorded before the clock was set back. One that is far ahead is not of
    // moments ago, and would be taken for that until the clock has caught up.
    let until = created_at.as_micros().saturating_add(window).saturating_add(1);
    let query = JobQuery {
        filter: JobFilter {
            since: Some(Timestamp::from_micros("since", since)?),
            until: Timestamp::from_micros("until", until).ok(),
            source: among.source(),
            ..JobFilter::default()
        },
        order: Order::NewestFirst,
        after: Some(index),
        limit: PageLimit::new(LOOKED_AT_MAX)?,
    };
    let mut overlaps = Vec::new();
    let mut customers_left = customers_max;
    let page = store.jobs(&query).await?;
    drop(turn);
    for other in page.jobs.iter().filter(|other| among.has(other) && job.may_repeat(other)) {
        let Some(left) = customers_left.checked_sub(other.customer_count) else { continue };
        customers_left = left;
        let _turn = turns.turn(&job.user_id).await;
        let customers = in_common(store, &job.customers, other.job_id).await?;
        if customers > 0 {
            overlaps.push(Overlap { job_id: other.job_id, customers });
        }
        if overlaps.len() == TOLD_MAX {
            break;
        }
    }
    Ok(overlaps)
}

async fn place_of(store: &dyn JobStore, job_id: JobId) -> Result<Place> {
    let job = store.job(job_id).await?.ok_or(Error::UnknownJob { job_id })?.job;
    Ok(Place { index: job.index, created_at: job.created_at })
}

/// How many of `customers` the job `other` has.
async fn in_common(store: &dyn JobStore, customers: &CustomerSet, other: JobId) -> Result<usize> {
    let mut query = CustomerQuery { after: None, limit: PageLimit::new(PageLimit::MAX)? };
    let mut count = 0;
    loop {
        let page = store.customers(other, &query).await?;
        count += page.iter().filter(|cid| customers.contains(cid)).count();
        if page.len() < query.limit.get() {
            return Ok(count);
        }
        query.after = page.into_iter().next_back();
    }
}

impl Sought {
    pub(crate) fn new(job: &NewJob) -> Self {
        Self {
            job_id: job.job_id(),
            user_id: job.facts().user_id.clone(),
            action_code: job.facts().action_code,
            action_name: job.facts().action_name.clone(),
            customers: job.customers().clone(),
            retry_of: job.retry_of(),
        }
    }

    pub(crate) fn user_id(&self) -> &UserId {
        &self.user_id
    }

    fn may_repeat(&self, other: &Job) -> bool {
        is_same_action(&other.facts, self.action_code, &self.action_name)
            && self.retry_of != Some(other.job_id)
    }
}

/// Whether an upstream takes the action of a job for the same as this one: by its code, or, where it has none, by its name in any
/// case.
#[must_use]
pub fn is_same_action(job: &JobFacts, action_code: ActionCode, action_name: &ActionName) -> bool {
    let is_same_name = || job.action_name.as_str().eq_ignore_ascii_case(action_name.as_str());
    job.action_code == action_code && (action_code != ActionCode::UNKNOWN || is_same_name())
}

/// Whether the upstream may have heard of the job. Were a call that never left an overlap, whoever is refused and tries again
/// would be refused for that, again and again.
fn was_sent(job: &Job) -> bool {
    !matches!(job.cause, Some(Cause::NeverSent | Cause::Withheld))
}

#[cfg(test)]
mod tests {
    use jobs_core::{Cid, ImportedJob, JobStoreExt, MemoryStore, StatusDetails};

    use super::*;
    use crate::turns::AtOnce;

    fn job(code: i64, cids: &[&str]) -> NewJob {
        let customers = CustomerSet::new(cids.iter().map(|cid| Cid::new(*cid).unwrap()));
        let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Pay").unwrap());
        NewJob::new(user, ActionCode::new(code).unwrap(), action, customers.unwrap()).unwrap()
    }

    /// Records a job, and gives the earlier jobs that it overlaps with.
    async fn overlaps_of(store: &MemoryStore, job: NewJob, customers_max: usize) -> Vec<JobId> {
        let sought = Sought::new(&job);
        let appended = store.create(job).await.unwrap();
        let place = Place { index: appended.index(), created_at: appended.recorded_at() };
        let window = Duration::from_secs(3600);
        let ledger = InTurns { store, turns: &AtOnce };
        let found =
            find(&ledger, &sought, Some(place), window, customers_max, Among::All).await.unwrap();
        found.into_iter().map(|overlap| overlap.job_id).collect()
    }

    /// A job that another clock, or this one before it was set, put at `created_at`.
    fn recorded_by_another_clock(created_at: i64) -> ImportedJob {
        let created_at = Timestamp::from_micros("created_at", created_at).unwrap();
        let job = job(1, &["5001"]);
        let details = StatusDetails::new(Status::Success);
        let customers = job.customers().clone();
        ImportedJob::new(job.job_id(), job.facts().clone(), customers, created_at, details)
    }

    /// A job that seems to lie ahead was recorded before the clock was set back: it counts if it is near, and is no overlap for
    /// hours if it is not.
    #[tokio::test]
    async fn the_window_reaches_as_far_ahead_as_back() {
        const WINDOW: i64 = 3_600_000_000;
        let store = MemoryStore::default();
        let now = Timestamp::now().as_micros();
        let mut near = Vec::new();
        for ahead in [-2 * WINDOW, -WINDOW / 2, WINDOW / 2, 2 * WINDOW, 9_000 * WINDOW] {
            let earlier = recorded_by_another_clock(now + ahead);
            if ahead.abs() < WINDOW {
                near.insert(0, earlier.job().job_id());
            }
            store.append_one(earlier.into()).await.unwrap();
        }
        assert_eq!(overlaps_of(&store, job(1, &["5001"]), CUSTOMERS_MAX).await, near);
    }

    #[tokio::test]
    async fn what_is_read_is_bounded() {
        let store = MemoryStore::default();
        let create =
            async |code, cids: &[&str]| store.create(job(code, cids)).await.unwrap().job_id();
        let small = create(1, &["5001"]).await;
        let large = create(1, &["5001", "5002", "5003"]).await;
        // One that is too large to read is passed over, and those behind it are not.
        assert_eq!(overlaps_of(&store, job(1, &["5001"]), 2).await, [small]);
        let again = overlaps_of(&store, job(1, &["5001"]), 4).await;
        assert_eq!(again[1..], [large], "the job before it took one of the four");
        for _ in 0..LOOKED_AT_MAX {
            create(2, &["5001"]).await;
        }
        assert_eq!(overlaps_of(&store, job(1, &["5001"]), CUSTOMERS_MAX).await, []);
    }
}
