//! What the requests of one connection are doing: whether the server is working for its peer, or
//! waiting for it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// The requests of one connection. What the peer has not read yet is no work, nor are HTTP/2's
/// pings, or a connection could be kept for ever by asking for nothing.
#[derive(Debug)]
pub(crate) struct Activity {
    counts: Mutex<Counts>,
    evicted: Notify,
    aborted: Notify,
}

#[derive(Debug)]
struct Counts {
    /// How many requests are in flight: a handler, or a body that is made while it is sent, is at
    /// work on them.
    in_flight: usize,
    /// How many requests can do nothing until more of their bodies comes.
    awaiting_body: usize,
    /// How many of those in flight are not among them.
    working: usize,
    /// How many of those that are worked on answer by a stream that can be resumed.
    streaming: usize,
    /// How many answers, and pieces of answers, the peer has not taken.
    unread: usize,
    /// When what requests do last changed; the connection's beginning before the first.
    changed: Instant,
}

impl Activity {
    pub(crate) fn new() -> Self {
        let counts = Counts {
            in_flight: 0,
            awaiting_body: 0,
            working: 0,
            streaming: 0,
            unread: 0,
            changed: Instant::now(),
        };
        Self { counts: Mutex::new(counts), evicted: Notify::new(), aborted: Notify::new() }
    }

    /// Resolves once no request has been in flight for `timeout`.
    pub(crate) async fn idle_for(&self, timeout: Duration) {
        loop {
            let deadline = self.last() + timeout;
            if deadline <= Instant::now() {
                return;
            }
            // Looked at again when the time has come, so that a request costs no timer.
            tokio::time::sleep_until(deadline).await;
        }
    }

    /// When a request was last in flight.
    fn last(&self) -> Instant {
        let counts = self.counts();
        if counts.in_flight > 0 { Instant::now() } else { counts.changed }
    }

    /// Since when the server has been waiting for the peer, if it is.
    pub(crate) fn waiting_since(&self) -> Option<Instant> {
        let counts = self.counts();
        (counts.working == 0).then_some(counts.changed)
    }

    /// Since when all that the server does for the peer are streams that can be resumed, if that is
    /// all.
    pub(crate) fn streaming_since(&self) -> Option<Instant> {
        let counts = self.counts();
        (counts.working > 0 && counts.working == counts.streaming).then_some(counts.changed)
    }

    /// How many streams that can be resumed the peer is sent.
    pub(crate) fn streaming(&self) -> usize {
        self.counts().streaming
    }

    /// In how many things the server waits for the peer: for more of a body, or for an answer to be
    /// taken.
    pub(crate) fn awaited(&self) -> usize {
        let counts = self.counts();
        counts.awaiting_body + counts.unread
    }

    /// That there is one more answer which the peer has not taken.
    pub(crate) fn add_unread(&self) {
        self.counts().unread += 1;
    }

    /// That there is one less.
    pub(crate) fn remove_unread(&self) {
        self.counts().unread -= 1;
    }

    /// Ends the connection: at once if the server waits for the peer, and otherwise when what was
    /// asked for is answered.
    pub(crate) fn evict(&self) {
        self.evicted.notify_one();
    }

    /// Resolves when the connection is evicted.
    pub(crate) async fn evicted(&self) {
        self.evicted.notified().await;
    }

    /// Ends the connection at once.
    pub(crate) fn abort(&self) {
        self.aborted.notify_one();
    }

    /// Resolves when the connection is to end at once.
    pub(crate) async fn aborted(&self) {
        self.aborted.notified().await;
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What one request is doing. The flags are written under the lock of the connection's counts.
#[derive(Debug)]
pub(crate) struct RequestActivity {
    connection: Arc<Activity>,
    in_flight: AtomicBool,
    awaiting_body: AtomicBool,
    streaming: AtomicBool,
}

/// What a request can be, also all at once.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Phase {
    /// Being answered.
    InFlight,
    /// Waiting for more of its body.
    AwaitingBody,
    /// Answered by a stream that can be resumed.
    Streaming,
}

/// That a request is in a phase, until this is dropped.
#[derive(Debug)]
pub(crate) struct PhaseGuard {
    request: Arc<RequestActivity>,
    phase: Phase,
}

impl RequestActivity {
    pub(crate) fn new(connection: Arc<Activity>) -> Arc<Self> {
        let flag = || AtomicBool::new(false);
        let in_flight = flag();
        let awaiting_body = flag();
        let streaming = flag();
        Arc::new(Self { connection, in_flight, awaiting_body, streaming })
    }

    /// Has the request be in a phase that it is not in yet.
    pub(crate) fn enter(self: &Arc<Self>, phase: Phase) -> PhaseGuard {
        self.change(phase, true);
        PhaseGuard { request: Arc::clone(self), phase }
    }

    fn change(&self, phase: Phase, is_in_it: bool) {
        let mut counts = self.connection.counts();
        self.count(&mut counts, |count| count - 1);
        let flag = match phase {
            Phase::InFlight => &self.in_flight,
            Phase::AwaitingBody => &self.awaiting_body,
            Phase::Streaming => &self.streaming,
        };
        flag.store(is_in_it, Ordering::Relaxed);
        self.count(&mut counts, |count| count + 1);
        counts.changed = Instant::now();
    }

    /// Changes the counts that this request is in.
    fn count(&self, counts: &mut Counts, change: impl Fn(usize) -> usize) {
        let load = |flag: &AtomicBool| flag.load(Ordering::Relaxed);
        let in_flight = load(&self.in_flight);
        let awaiting_body = load(&self.awaiting_body);
        let working = in_flight && !awaiting_body;
        let streaming = load(&self.streaming);
        for (count, is_in_it) in [
            (&mut counts.in_flight, in_flight),
            (&mut counts.awaiting_body, awaiting_body),
            (&mut counts.working, working),
            (&mut counts.streaming, working && streaming),
        ] {
            if is_in_it {
                *count = change(*count);
            }
        }
    }
}

impl Drop for PhaseGuard {
    fn drop(&mut self) {
        self.request.change(self.phase, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_works_for_requests_that_wait_for_no_more_of_their_own_bodies() {
        let activity = Arc::new(Activity::new());
        let upload = RequestActivity::new(Arc::clone(&activity));
        let action = RequestActivity::new(Arc::clone(&activity));
        let is_waiting = || activity.waiting_since().is_some();
        assert!(is_waiting());
        // It answers, while it asks for more of its body, and its answer is not taken.
        let answering = upload.enter(Phase::InFlight);
        assert!(!is_waiting());
        let asking = upload.enter(Phase::AwaitingBody);
        assert!(is_waiting());
        drop(answering);
        assert!(is_waiting());
        // The other has nothing to wait for.
        let acting = action.enter(Phase::InFlight);
        assert!(!is_waiting());
        drop(asking);
        assert!(!is_waiting());
        drop(acting);
        assert!(is_waiting());
        let counts = activity.counts();
        assert_eq!((counts.in_flight, counts.awaiting_body, counts.working), (0, 0, 0));
    }
}
