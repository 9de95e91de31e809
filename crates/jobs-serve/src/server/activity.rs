//! What the requests of one connection are doing: whether the server is working for the peer, or
//! waiting for it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// The requests of one connection. Neither answers that the peer has not read nor HTTP/2's pings
/// count as work; otherwise a peer could keep a connection for ever without asking for anything.
#[derive(Debug)]
pub(crate) struct Activity {
    counts: Mutex<Counts>,
    evicted: Notify,
    aborted: Notify,
}

#[derive(Debug)]
struct Counts {
    /// How many requests are in flight: a handler is working on them, or a body is being made while
    /// it is sent.
    in_flight: usize,
    /// How many requests cannot go on until more of their bodies arrives.
    awaiting_body: usize,
    /// How many of those in flight are not waiting for their bodies.
    working: usize,
    /// How many of those answer with a stream that can be resumed.
    streaming: usize,
    /// How many answers, and pieces of answers, the peer has not taken.
    unread: usize,
    /// When any of these last changed; at first, when the connection began.
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
            // Checked again when the time has come, so that a request needs no timer.
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

    /// Since when the server has only been sending resumable streams to the peer, if so.
    pub(crate) fn streaming_since(&self) -> Option<Instant> {
        let counts = self.counts();
        (counts.working > 0 && counts.working == counts.streaming).then_some(counts.changed)
    }

    /// How many resumable streams are being sent to the peer.
    pub(crate) fn streaming(&self) -> usize {
        self.counts().streaming
    }

    /// How many things the server waits for: more of a body, or an answer being taken.
    pub(crate) fn awaited(&self) -> usize {
        let counts = self.counts();
        counts.awaiting_body + counts.unread
    }

    /// Counts one more answer that the peer has not taken.
    pub(crate) fn add_unread(&self) {
        self.counts().unread += 1;
    }

    /// Counts one less.
    pub(crate) fn remove_unread(&self) {
        self.counts().unread -= 1;
    }

    /// Ends the connection: at once if the server waits for the peer, and otherwise when its
    /// requests are answered.
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

    /// Resolves when the connection must end at once.
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

/// The phases of a request, which may overlap.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Phase {
    /// Being answered.
    InFlight,
    /// Waiting for more of its body.
    AwaitingBody,
    /// Answered by a stream that can be resumed.
    Streaming,
}

/// Keeps a request in a phase until it is dropped.
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

    /// Puts the request into a phase that it is not in yet.
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
        // It is being answered while it waits for more of its body, and its answer is not taken.
        let answering = upload.enter(Phase::InFlight);
        assert!(!is_waiting());
        let asking = upload.enter(Phase::AwaitingBody);
        assert!(is_waiting());
        drop(answering);
        assert!(is_waiting());
        // The other request waits for nothing.
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
