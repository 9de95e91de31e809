//! The connection pool: a slot for each connection, and the choice of which to evict when there are
//! none left.
//!
//! * No slot is free: connections that have kept the server waiting for longest are evicted; or
//!   else those whose resumable streams have been quiet for longest.
//! * No more streams of HTTP/2 are allowed: the connection that keeps the server waiting in most of
//!   them, for more of a body or for an answer to be taken, is evicted; or else the one with the
//!   most resumable streams.
//!
//! Without it, a peer that opens that many and then is silent would lock everybody else out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use hyper::rt::Executor;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::activity::Activity;

/// One in this many connections is evicted at a time, and at least one: finding them means looking
/// at all.
const EVICTED_ONE_IN: usize = 128;

/// How often to check whether a connection can be evicted, while the server is working for all of
/// them.
const LOOK_INTERVAL: Duration = Duration::from_millis(100);

/// The connections of a server.
#[derive(Debug)]
pub(crate) struct ConnectionPool {
    slots: Arc<Semaphore>,
    http_2_streams: Arc<Semaphore>,
    connections: Mutex<Connections>,
}

#[derive(Debug, Default)]
struct Connections {
    next: u64,
    /// Those that are not evicted, by their numbers: later ones have greater numbers.
    activities: HashMap<u64, Arc<Activity>>,
    /// The one that was evicted for its streams, until it has ended.
    evicted: Weak<Activity>,
}

/// The slot of a connection, until this is dropped.
#[derive(Debug)]
pub(crate) struct Slot {
    pool: Arc<ConnectionPool>,
    number: u64,
    pub(crate) activity: Arc<Activity>,
    _permit: OwnedSemaphorePermit,
}

impl ConnectionPool {
    /// A pool of `connections_max` connections, with `http_2_streams_max` streams of HTTP/2 in all.
    pub(crate) fn new(connections_max: usize, http_2_streams_max: usize) -> Arc<Self> {
        let semaphore = |permits| Arc::new(Semaphore::new(permits));
        let slots = semaphore(connections_max);
        let http_2_streams = semaphore(http_2_streams_max);
        Arc::new(Self { slots, http_2_streams, connections: Mutex::default() })
    }

    /// A slot for one more connection, as soon as one is free or another connection can be evicted.
    pub(crate) async fn slot(self: &Arc<Self>) -> Slot {
        let permit = loop {
            let free = Arc::clone(&self.slots).acquire_owned();
            tokio::select! {
                biased;
                permit = free => break permit.expect("this semaphore is never closed"),
                () = self.make_room() => {}
            }
        };
        let activity = Arc::new(Activity::new());
        let mut connections = self.connections();
        let number = connections.next;
        connections.next += 1;
        connections.activities.insert(number, Arc::clone(&activity));
        drop(connections);
        Slot { pool: Arc::clone(self), number, activity, _permit: permit }
    }

    /// A permit for one more stream of HTTP/2. If there is none, a connection is evicted, and a
    /// later stream may have it.
    fn http_2_stream(&self) -> Option<OwnedSemaphorePermit> {
        let permit = Arc::clone(&self.http_2_streams).try_acquire_owned().ok();
        if permit.is_none() {
            self.evict_with_most_streams();
        }
        permit
    }

    /// One at a time, as its streams are only freed once it has ended.
    fn evict_with_most_streams(&self) {
        let mut connections = self.connections();
        if connections.evicted.strong_count() > 0 {
            return;
        }
        let held = |(number, it): (&u64, &Arc<Activity>)| (it.awaited(), it.streaming(), *number);
        let Some((awaited, streaming, number)) = connections.activities.iter().map(held).max()
        else {
            return;
        };
        if (awaited, streaming) != (0, 0)
            && let Some(activity) = connections.activities.remove(&number)
        {
            connections.evicted = Arc::downgrade(&activity);
            if awaited > 0 { activity.evict() } else { activity.abort() }
        }
    }

    /// Evicts connections if possible, and waits a little for connections to end.
    pub(crate) async fn make_room(&self) {
        self.evict_longest_waiting();
        tokio::time::sleep(LOOK_INTERVAL).await;
    }

    fn evict_longest_waiting(&self) {
        let mut connections = self.connections();
        let waiting = connections.take_longest(Activity::waiting_since);
        for activity in &waiting {
            activity.evict();
        }
        let mut count = waiting.len();
        if count == 0 {
            let streaming = connections.take_longest(Activity::streaming_since);
            streaming.iter().for_each(|activity| activity.abort());
            count = streaming.len();
        }
        if count > 0 {
            tracing::debug!(count, "connections are evicted for others");
        }
    }

    fn connections(&self) -> MutexGuard<'_, Connections> {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connections {
    /// Removes the connections that have been in some state for longest: a fraction of all, and at
    /// least one if there is one.
    fn take_longest(&mut self, since: impl Fn(&Activity) -> Option<Instant>) -> Vec<Arc<Activity>> {
        let since = |(number, activity): (&u64, &Arc<Activity>)| Some((since(activity)?, *number));
        let mut found: Vec<_> = self.activities.iter().filter_map(since).collect();
        let count = (self.activities.len() / EVICTED_ONE_IN).max(1).min(found.len());
        if let Some(last) = count.checked_sub(1) {
            found.select_nth_unstable(last);
        }
        found[..count].iter().filter_map(|(_, number)| self.activities.remove(number)).collect()
    }
}

/// Runs the streams of HTTP/2. One too many is dropped before it begins, which resets it
/// (`CANCEL`): a request that waits to be refused would take as much memory as one that is
/// answered.
#[derive(Debug, Clone)]
pub(crate) struct StreamExecutor(pub(crate) Arc<ConnectionPool>);

impl<F: Future<Output: Send> + Send + 'static> Executor<F> for StreamExecutor {
    fn execute(&self, stream: F) {
        if let Some(permit) = self.0.http_2_stream() {
            tokio::spawn(async move {
                let _until_it_ends = permit;
                stream.await
            });
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.pool.connections().activities.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::super::activity::{Phase, PhaseGuard, RequestActivity};
    use super::*;

    const STREAMS_MAX: usize = 100;

    impl Slot {
        fn is_evicted(&self) -> bool {
            self.activity.evicted().now_or_never().is_some()
        }

        fn is_aborted(&self) -> bool {
            self.activity.aborted().now_or_never().is_some()
        }

        /// Puts a new request into a phase.
        fn enter(&self, phase: Phase) -> PhaseGuard {
            RequestActivity::new(Arc::clone(&self.activity)).enter(phase)
        }
    }

    fn pool(connections_max: usize) -> Arc<ConnectionPool> {
        ConnectionPool::new(connections_max, STREAMS_MAX)
    }

    async fn slots(pool: &Arc<ConnectionPool>, count: usize) -> Vec<Slot> {
        let mut slots = Vec::new();
        for _ in 0..count {
            slots.push(pool.slot().await);
            tokio::time::advance(Duration::from_secs(1)).await;
        }
        slots
    }

    #[tokio::test(start_paused = true)]
    async fn the_peer_that_has_kept_the_server_waiting_longest_is_evicted() {
        let pool = pool(4);
        let mut slots = slots(&pool, 4).await;
        // The server is answering the first, waits for the second although it has a request, and
        // has answered the third lately.
        let _in_flight = slots[0].enter(Phase::InFlight);
        let request = RequestActivity::new(Arc::clone(&slots[1].activity));
        let _waiting = [Phase::InFlight, Phase::AwaitingBody].map(|phase| request.enter(phase));
        drop(slots[2].enter(Phase::InFlight));
        for expected in [3, 1, 1] {
            assert!(pool.slot().now_or_never().is_none());
            let evicted = slots.iter().position(Slot::is_evicted);
            assert_eq!(evicted, Some(expected));
            slots.remove(expected);
            let next = pool.slot().now_or_never().unwrap();
            drop(next.enter(Phase::InFlight));
            slots.push(next);
            tokio::time::advance(Duration::from_secs(1)).await;
        }
    }

    #[tokio::test(start_paused = true)]
    async fn while_the_server_works_for_all_one_more_waits_for_the_first_that_is_done() {
        let pool = pool(2);
        let slots = slots(&pool, 2).await;
        let mut work: Vec<_> = slots.iter().map(|it| it.enter(Phase::InFlight)).collect();
        let mut next = Box::pin(pool.slot());
        assert!(next.as_mut().now_or_never().is_none());
        assert!(!slots.iter().any(Slot::is_evicted));
        work.pop();
        let begin = Instant::now();
        let ends = async {
            slots[1].activity.evicted().await;
            drop(slots);
        };
        tokio::join!(next, ends);
        assert!(begin.elapsed() <= LOOK_INTERVAL);
    }

    #[tokio::test(start_paused = true)]
    async fn a_stream_that_can_be_resumed_is_aborted_before_a_newcomer_waits() {
        let pool = pool(3);
        let slots = slots(&pool, 3).await;
        let mut work: Vec<_> = slots.iter().map(|it| it.enter(Phase::InFlight)).collect();
        let streams = [1, 2].map(|slot| RequestActivity::new(Arc::clone(&slots[slot].activity)));
        for stream in &streams {
            tokio::time::advance(Duration::from_secs(1)).await;
            work.extend([Phase::InFlight, Phase::Streaming].map(|phase| stream.enter(phase)));
        }
        // Beside a stream, both have a request in flight; the second one's is then answered.
        drop(work.remove(1));
        assert!(pool.slot().now_or_never().is_none());
        assert_eq!(slots.iter().map(Slot::is_aborted).collect::<Vec<_>>(), [false, true, false]);
        assert!(!slots.iter().any(Slot::is_evicted));
    }

    #[tokio::test(start_paused = true)]
    async fn streams_of_http_2_are_bounded_and_a_connection_is_evicted_for_more() {
        let pool = pool(10);
        let mut slots = slots(&pool, 3).await;
        let mut permits: Vec<_> = (0..STREAMS_MAX).map(|_| pool.http_2_stream()).collect();
        assert!(permits.iter().all(Option::is_some) && !slots.iter().any(Slot::is_evicted));
        assert!(pool.http_2_stream().is_none());
        assert!(!slots.iter().any(Slot::is_evicted), "nobody has the server waiting");
        // The server waits for bodies, and for answers to be read.
        let _waiting = [0, 1, 1].map(|slot| slots[slot].enter(Phase::AwaitingBody));
        for _ in 0..3 {
            slots[2].activity.add_unread();
        }
        for _ in 0..2 {
            assert!(pool.http_2_stream().is_none());
        }
        assert_eq!(slots.iter().map(Slot::is_evicted).collect::<Vec<_>>(), [false, false, true]);
        // Another is evicted only when that one has ended.
        slots.pop();
        assert!(pool.http_2_stream().is_none());
        assert_eq!(slots.iter().map(Slot::is_evicted).collect::<Vec<_>>(), [false, true]);
        permits.pop();
        assert!(pool.http_2_stream().is_some());
    }
}
