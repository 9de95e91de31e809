//! The window of a gateway over its ledger: the recent jobs, brought up to a job's index by reading
//! new entries, each once.

use std::sync::Arc;
use std::time::Duration;

use jobs_core::{
    Entry, Error, Index, JobFilter, JobQuery, JobStore, Order, PageLimit, Result, Timestamp,
};
use jobs_serve::work;
use tokio::sync::{Mutex, OwnedMappedMutexGuard, OwnedMutexGuard};

use super::candidate::{CUSTOMER_BYTES, Position};
use super::recent::{Budget, Recent};

/// How many entries are read at once.
const PAGE: usize = 1000;

/// If the window is behind by more entries than this, as after an import, it first looks for the
/// first entry that it needs.
const BEHIND_MAX: Index = 10_000;

/// How much longer jobs are kept than the window reaches, for jobs that are compared a little later
/// than others that were recorded after them.
const LATE_MAX: Duration = Duration::from_secs(5);

#[derive(Debug)]
pub(crate) struct Window {
    length: Duration,
    budget: Budget,
    /// `None` before anything was looked for.
    pub(super) state: Arc<Mutex<Option<State>>>,
}

/// What was read, up to the entry `next`.
#[derive(Debug)]
pub(super) struct State {
    pub(super) recent: Recent,
    next: Index,
    /// How many entries were read.
    #[cfg(test)]
    pub(super) read: usize,
}

impl Window {
    pub(super) fn new(length: Duration, budget: Budget) -> Self {
        Self { length, budget, state: Arc::default() }
    }

    /// How far back jobs count.
    pub(super) fn length(&self) -> Duration {
        self.length
    }

    /// The first and the last creation time of jobs that count for one created at `created_at`.
    ///
    /// An earlier job with a later time was recorded before the clock was set back. One that is far
    /// ahead is not recent, and would otherwise count as recent until the clock has caught up.
    pub(super) fn around(&self, created_at: Timestamp) -> (Timestamp, Timestamp) {
        (shifted(created_at, self.length, -1), shifted(created_at, self.length, 1))
    }

    /// What is known once all entries up to `position` were read. Other callers wait meanwhile, and
    /// then have less to read.
    pub(super) async fn up_to(&self, store: &dyn JobStore, position: Position) -> Result<Known> {
        let state = Arc::clone(&self.state).lock_owned().await;
        let (since, until) = self.around(position.created_at);
        let kept_since = shifted(since, LATE_MAX, -1);
        let mut known = OwnedMutexGuard::map(state, |state| {
            // The clock was set back, or this is the first job.
            if state.as_ref().is_some_and(|state| since < state.recent.since()) {
                *state = None;
            }
            state.get_or_insert_with(|| State::new(kept_since, self.budget))
        });
        let due = known.recent.due(kept_since) * CUSTOMER_BYTES;
        known = work::sized(due, move || {
            known.recent.forget(kept_since, shifted(until, LATE_MAX, 1));
            known
        })
        .await;
        if known.recent.is_empty() && position.index.saturating_sub(known.next) > BEHIND_MAX {
            let first = first_job(store, kept_since, until).await?;
            known.next = known.next.max(first.unwrap_or(position.index));
        }
        while known.next <= position.index {
            let entries = store.entries(known.next, PageLimit::new(PAGE)?).await?;
            let Some(last) = entries.last().filter(|last| last.index() >= known.next) else {
                return Err(Error::Corrupt(format!("entry {} cannot be read", known.next)));
            };
            let next = last.index() + 1;
            let customers: usize =
                entries.iter().map(|entry| known.recent.customers_of(entry)).sum();
            known = work::sized(customers * CUSTOMER_BYTES, move || {
                known.add(&entries, next);
                known
            })
            .await;
        }
        Ok(known)
    }
}

/// What is known of the ledger, locked.
pub(super) type Known = OwnedMappedMutexGuard<Option<State>, State>;

impl State {
    fn new(since: Timestamp, budget: Budget) -> Self {
        Self {
            recent: Recent::new(since, budget),
            next: 0,
            #[cfg(test)]
            read: 0,
        }
    }

    fn add(&mut self, entries: &[Entry], next: Index) {
        entries.iter().for_each(|entry| self.recent.add(entry));
        self.next = next;
        #[cfg(test)]
        {
            self.read += entries.len();
        }
    }
}

/// The index of the first job that was created from `since` to `until`.
async fn first_job(
    store: &dyn JobStore,
    since: Timestamp,
    until: Timestamp,
) -> Result<Option<Index>> {
    let filter = JobFilter { since: Some(since), until: Some(until), ..JobFilter::default() };
    let mut query =
        JobQuery { filter, order: Order::OldestFirst, limit: PageLimit::new(1)?, after: None };
    loop {
        let page = store.jobs(&query).await?;
        let first = page.jobs.first().map(|job| job.index);
        if first.is_some() || page.next.is_none() {
            return Ok(first);
        }
        query.after = page.next;
    }
}

/// `time` shifted by `by`, within the range of times.
fn shifted(time: Timestamp, by: Duration, sign: i64) -> Timestamp {
    let by = i64::try_from(by.as_micros()).unwrap_or(i64::MAX).saturating_mul(sign);
    let micros = time.as_micros().saturating_add(by);
    let end = if sign < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_micros("created_at", micros).unwrap_or(end)
}
