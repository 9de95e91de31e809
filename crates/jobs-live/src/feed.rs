//! The feed: what all subscribers share, and the tail that fills it.
//!
//! ```text
//! append ─► notary ─► tail: read, encode once ─► ring of segments ─► subscribers: a position each
//!                       ▲                                              │ behind the ring
//!                     store ◄──────── long entries, kept ◄─────────────┘ reads pages
//! ```
//!
//! Nothing is queued for a subscriber: a slow one falls behind the ring, and then costs reads and
//! no memory. The same holds for an entry that is longer than a segment: it is sent in pieces, and
//! between two of them the subscriber only holds how much of it was sent.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Wake;
use std::time::Duration;

use jobs_core::{Error, Index, JobStore, PageLimit, Result, UserId};
use jobs_notary::Notary;
use jobs_serve::Budget;
use tokio::sync::{Notify, watch};

use crate::filter::EntryFilter;
use crate::jobs::RecentJobs;
use crate::long_entries::LongEntries;
use crate::ring::Ring;
use crate::segment::{self, Segment};
use crate::subscriber::Subscriber;

/// How many bytes of the newest entries are kept for all subscribers together: about 25,000 entries
/// of usual size.
pub(crate) const RING_BYTES_MAX: usize = 16 << 20;

/// How many bytes of long entries are kept for subscribers behind the ring, who get them in pieces:
/// two of the greatest size, or a hundred of 30,000 customers. When more are needed at once, they
/// are read anew for each piece.
const LONG_ENTRIES_BYTES_MAX: usize = 32 << 20;

/// The most subscribers: as many as connections by default. One HTTP/2 connection could have many,
/// and each may hold a segment.
pub(crate) const SUBSCRIBERS_MAX: usize = 4096;

/// The most entries of a page: about a segment's worth of usual ones.
pub(crate) const PAGE_ENTRIES_MAX: usize = 128;

/// How many subscribers read from the store at once: half as many as a SQLite store has readers, so
/// that other requests do not wait for them. A user has at most one of these.
const READING_MAX: usize = 2;

/// How long the tail rests when it has read everything, so that a busy ledger wakes each subscriber
/// at most a hundred times a second.
const REST: Duration = Duration::from_millis(10);

/// How often the tail looks for what other processes have appended, and how long it waits after a
/// failure.
pub(crate) const LOOK_INTERVAL: Duration = Duration::from_secs(1);

/// The entries of a ledger, for subscribers.
#[derive(Debug)]
pub struct Feed {
    store: Arc<dyn JobStore>,
    grown: Arc<Growth>,
    jobs: RecentJobs,
    reading: Budget<UserId>,
    long_entries: LongEntries,
    ring_bytes_max: usize,
    state: Mutex<State>,
    /// Changes whenever `state` may be worth a look.
    pub(crate) changed: watch::Sender<()>,
}

#[derive(Debug)]
pub(crate) struct State {
    pub(crate) ring: Ring,
    pub(crate) subscribers: usize,
    tail_runs: bool,
    ended: bool,
}

/// Is notified when the ledger has grown.
#[derive(Debug, Default)]
struct Growth(Notify);

impl Wake for Growth {
    fn wake(self: Arc<Self>) {
        self.0.notify_one();
    }
}

/// Why there is no subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SubscribeError {
    /// The limit of subscribers is reached.
    #[error("as many streams are open as there may be")]
    Full,
    /// The feed was ended.
    #[error("the server is shutting down")]
    Ended,
}

impl Feed {
    /// Follows `store`, whose appends are reported to `notary`.
    #[must_use]
    pub fn new(store: Arc<dyn JobStore>, notary: &Notary) -> Arc<Self> {
        Self::with_ring(store, notary, RING_BYTES_MAX)
    }

    pub(crate) fn with_ring(
        store: Arc<dyn JobStore>,
        notary: &Notary,
        ring_bytes_max: usize,
    ) -> Arc<Self> {
        let grown = Arc::new(Growth::default());
        notary.wake_on_growth(Arc::clone(&grown).into());
        let ring = Ring::new(0, ring_bytes_max);
        let state = State { ring, subscribers: 0, tail_runs: false, ended: false };
        Arc::new(Self {
            store,
            grown,
            jobs: RecentJobs::default(),
            reading: Budget::new(READING_MAX, READING_MAX / 2),
            long_entries: LongEntries::new(LONG_ENTRIES_BYTES_MAX),
            ring_bytes_max,
            state: Mutex::new(state),
            changed: watch::Sender::new(()),
        })
    }

    /// A stream for `user` of all that `filter` accepts from the entry `position` on, which is at
    /// most `size`, the ledger's size a moment ago.
    ///
    /// # Errors
    /// [`SubscribeError`].
    ///
    /// # Panics
    /// Outside of a tokio runtime.
    pub fn subscribe(
        self: &Arc<Self>,
        user: UserId,
        filter: EntryFilter,
        position: Index,
        size: Index,
    ) -> Result<Subscriber, SubscribeError> {
        let mut state = self.state();
        if state.ended {
            return Err(SubscribeError::Ended);
        }
        if state.subscribers == SUBSCRIBERS_MAX {
            return Err(SubscribeError::Full);
        }
        state.subscribers += 1;
        if !state.tail_runs {
            state.tail_runs = true;
            state.ring = Ring::new(size, self.ring_bytes_max);
            tokio::spawn(Arc::clone(self).tail(size));
        }
        drop(state);
        Ok(Subscriber::new(Arc::clone(self), user, filter, position))
    }

    /// Ends all streams, and admits no more.
    pub fn end(&self) {
        self.state().ended = true;
        self.changed.send_replace(());
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.state().ended
    }

    /// Puts new entries from `next` on into the ring, as long as there are subscribers.
    async fn tail(self: Arc<Self>, mut next: Index) {
        let mut failing = false;
        while self.tail_is_wanted() {
            tokio::select! {
                () = self.grown.0.notified() => {}
                () = tokio::time::sleep(LOOK_INTERVAL) => {}
            }
            let read = self.read_to_the_end(&mut next).await;
            match &read {
                Err(error) if !failing => tracing::warn!(%error, "the streams stand still"),
                Ok(()) if failing => tracing::info!("the streams go on"),
                _ => {}
            }
            failing = read.is_err();
            tokio::time::sleep(REST).await;
        }
    }

    async fn read_to_the_end(&self, next: &mut Index) -> Result<()> {
        loop {
            let segments = self.read(*next, PAGE_ENTRIES_MAX, true).await?;
            let Some(last) = segments.last() else { return Ok(()) };
            *next = last.end();
            let mut state = self.state();
            segments.into_iter().for_each(|segment| state.ring.push(segment));
            drop(state);
            self.changed.send_replace(());
        }
    }

    /// Whether there are subscribers. If not, the ring and the long entries are emptied, and the
    /// tail must end.
    fn tail_is_wanted(&self) -> bool {
        let mut state = self.state();
        state.tail_runs = state.subscribers > 0 && !state.ended;
        if !state.tail_runs {
            state.ring = Ring::new(0, self.ring_bytes_max);
            self.long_entries.clear();
        }
        state.tail_runs
    }

    /// The entries from `from` on as segments, none at the end of the ledger. With `of_whom`, each
    /// frame has the traits of its job.
    async fn read(&self, from: Index, entries_max: usize, of_whom: bool) -> Result<Vec<Segment>> {
        let entries = self.store.entries(from, PageLimit::new(entries_max)?).await?;
        if entries.is_empty() {
            return Ok(Vec::new());
        }
        let mut jobs = Vec::with_capacity(entries.len());
        for entry in &entries {
            let job = if of_whom { Some(self.jobs.of(&*self.store, entry).await?) } else { None };
            jobs.push(job);
        }
        // Payloads may be large, and there are few worker threads.
        let encode = move || segment::encode(&entries, jobs);
        let encoded = tokio::task::spawn_blocking(encode).await;
        encoded.map_err(|error| Error::storage("encoding entries", error))
    }

    /// The entries from `from` on, at most `entries_max` and at least one, for a subscriber of
    /// `user` that the ring has left behind.
    pub(crate) async fn catch_up(
        &self,
        user: &UserId,
        from: Index,
        entries_max: usize,
        of_whom: bool,
    ) -> Result<Arc<Segment>> {
        if let Some(long) = self.long_entries.find(from, of_whom) {
            return Ok(long);
        }
        let _until_read = self.reading.acquire(user.clone(), 1).await;
        // The last holder of the permit may have read the same entry.
        if let Some(long) = self.long_entries.find(from, of_whom) {
            return Ok(long);
        }
        let segments = self.read(from, entries_max, of_whom).await?;
        let first = segments.into_iter().next();
        let first =
            Arc::new(first.ok_or_else(|| Error::Corrupt(format!("entry {from} is missing")))?);
        if first.is_long() {
            self.long_entries.put(of_whom, Arc::clone(&first));
        }
        Ok(first)
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // The state is consistent between any two statements, so a poisoned lock is fine.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
