//! Whether a peer has the server at work, or has it waiting.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// What one connection's requests are doing. What the peer has not read yet is no work, nor are HTTP/2's pings, or a
/// connection could be kept for ever by asking for nothing.
#[derive(Debug)]
pub(super) struct Activity {
    requests: Mutex<Requests>,
    cut_off: Notify,
}

#[derive(Debug)]
struct Requests {
    under_way: usize,
    /// How many of those under way can do nothing until more of their bodies comes.
    awaited: usize,
    /// When any of this last changed; the connection's beginning before the first.
    changed: Instant,
}

/// What a request can be.
#[derive(Debug, Clone, Copy)]
pub(super) enum State {
    /// Being answered.
    UnderWay,
    /// Being answered, and waiting for more of its body.
    Awaited,
}

/// A request that is in a state until this is dropped.
#[derive(Debug)]
pub(super) struct Stay {
    activity: Arc<Activity>,
    state: State,
}

impl Activity {
    pub(super) fn new() -> Self {
        let requests = Requests { under_way: 0, awaited: 0, changed: Instant::now() };
        Self { requests: Mutex::new(requests), cut_off: Notify::new() }
    }

    pub(super) fn begin(self: &Arc<Self>, state: State) -> Stay {
        self.change(state, |count| *count += 1);
        Stay { activity: Arc::clone(self), state }
    }

    /// Resolves once no request has been under way for `patience`.
    pub(super) async fn rested(&self, patience: Duration) {
        loop {
            let deadline = self.last() + patience;
            if deadline <= Instant::now() {
                return;
            }
            // Looked at again when the time has come, so that a request costs no timer.
            tokio::time::sleep_until(deadline).await;
        }
    }

    /// When a request was last under way.
    fn last(&self) -> Instant {
        let requests = self.requests();
        if requests.under_way > 0 { Instant::now() } else { requests.changed }
    }

    /// Since when the server has been waiting for the peer, if it is.
    pub(super) fn waiting_since(&self) -> Option<Instant> {
        let requests = self.requests();
        (requests.under_way == requests.awaited).then_some(requests.changed)
    }

    /// How many requests can do nothing until more of their bodies comes.
    pub(super) fn awaited(&self) -> usize {
        self.requests().awaited
    }

    /// Ends the connection at once.
    pub(super) fn cut_off(&self) {
        self.cut_off.notify_one();
    }

    /// Resolves when the connection is to end at once.
    pub(super) async fn is_cut_off(&self) {
        self.cut_off.notified().await;
    }

    fn change(&self, state: State, change: impl FnOnce(&mut usize)) {
        let mut requests = self.requests();
        match state {
            State::UnderWay => change(&mut requests.under_way),
            State::Awaited => change(&mut requests.awaited),
        }
        requests.changed = Instant::now();
    }

    fn requests(&self) -> MutexGuard<'_, Requests> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        self.activity.change(self.state, |count| *count -= 1);
    }
}
