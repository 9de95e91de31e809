//! Whether a peer has the server at work, or has it waiting.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// What one connection's requests are doing. What the peer has not read yet is no work, nor are HTTP/2's pings, or a
/// connection could be kept for ever by asking for nothing.
#[derive(Debug)]
pub(super) struct Activity {
    counts: Mutex<Counts>,
    gives_way: Notify,
    cut_off: Notify,
}

#[derive(Debug)]
struct Counts {
    under_way: usize,
    /// How many requests can do nothing until more of their bodies comes.
    awaited: usize,
    /// How many of those under way are not among them.
    at_work: usize,
    /// How many of those at work answer by a stream of entries, which has no end and can be resumed.
    following: usize,
    /// How many answers, and pieces of answers, the peer has not taken.
    unread: usize,
    /// When what requests do last changed; the connection's beginning before the first.
    changed: Instant,
}

impl Default for Counts {
    fn default() -> Self {
        let changed = Instant::now();
        Self { under_way: 0, awaited: 0, at_work: 0, following: 0, unread: 0, changed }
    }
}

impl Activity {
    pub(super) fn new() -> Self {
        let counts = Mutex::new(Counts::default());
        Self { counts, gives_way: Notify::new(), cut_off: Notify::new() }
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
        let counts = self.counts();
        if counts.under_way > 0 { Instant::now() } else { counts.changed }
    }

    /// Since when the server has been waiting for the peer, if it is.
    pub(super) fn waiting_since(&self) -> Option<Instant> {
        let counts = self.counts();
        (counts.at_work == 0).then_some(counts.changed)
    }

    /// Since when all that the server does for the peer is to have it follow the entries, if that is all.
    pub(super) fn following_since(&self) -> Option<Instant> {
        let counts = self.counts();
        (counts.at_work > 0 && counts.at_work == counts.following).then_some(counts.changed)
    }

    /// How many streams of entries the peer follows.
    pub(super) fn following(&self) -> usize {
        self.counts().following
    }

    /// In how many things the server waits for the peer: for more of a body, or for an answer to be taken.
    pub(super) fn awaited(&self) -> usize {
        let counts = self.counts();
        counts.awaited + counts.unread
    }

    /// That there is one more answer which the peer has not taken, or one less.
    pub(super) fn change_unread(&self, change: impl FnOnce(&mut usize)) {
        change(&mut self.counts().unread);
    }

    /// Ends the connection: at once if the server waits for the peer, and otherwise when it is done.
    pub(super) fn give_way(&self) {
        self.gives_way.notify_one();
    }

    /// Resolves when the connection is to give way.
    pub(super) async fn gives_way(&self) {
        self.gives_way.notified().await;
    }

    /// Ends the connection at once.
    pub(super) fn cut_off(&self) {
        self.cut_off.notify_one();
    }

    /// Resolves when the connection is to end at once.
    pub(super) async fn is_cut_off(&self) {
        self.cut_off.notified().await;
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request, and what it is doing. Both are written under the lock of the counts.
#[derive(Debug)]
pub(super) struct Request {
    activity: Arc<Activity>,
    under_way: AtomicBool,
    awaited: AtomicBool,
    following: AtomicBool,
}

/// What a request can be, also all at once.
#[derive(Debug, Clone, Copy)]
pub(super) enum State {
    /// Being answered.
    UnderWay,
    /// Waiting for more of its body.
    Awaited,
    /// Answered by a stream of entries.
    Following,
}

/// That a request is in a state, until this is dropped.
#[derive(Debug)]
pub(super) struct Stay {
    request: Arc<Request>,
    state: State,
}

impl Request {
    pub(super) fn new(activity: Arc<Activity>) -> Arc<Self> {
        let [under_way, awaited, following] = [(); 3].map(|()| AtomicBool::new(false));
        Arc::new(Self { activity, under_way, awaited, following })
    }

    /// Has the request be in a state that it is not in yet.
    pub(super) fn begin(self: &Arc<Self>, state: State) -> Stay {
        self.change(state, true);
        Stay { request: Arc::clone(self), state }
    }

    fn change(&self, state: State, is_in_it: bool) {
        let mut counts = self.activity.counts();
        self.count(&mut counts, |count| count - 1);
        match state {
            State::UnderWay => self.under_way.store(is_in_it, Ordering::Relaxed),
            State::Awaited => self.awaited.store(is_in_it, Ordering::Relaxed),
            State::Following => self.following.store(is_in_it, Ordering::Relaxed),
        }
        self.count(&mut counts, |count| count + 1);
        counts.changed = Instant::now();
    }

    /// Changes the counts that this request is in.
    fn count(&self, counts: &mut Counts, change: impl Fn(usize) -> usize) {
        let load = |flag: &AtomicBool| flag.load(Ordering::Relaxed);
        let (under_way, awaited) = (load(&self.under_way), load(&self.awaited));
        let (at_work, following) = (under_way && !awaited, load(&self.following));
        for (count, is_in_it) in [
            (&mut counts.under_way, under_way),
            (&mut counts.awaited, awaited),
            (&mut counts.at_work, at_work),
            (&mut counts.following, at_work && following),
        ] {
            if is_in_it {
                *count = change(*count);
            }
        }
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        self.request.change(self.state, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_is_at_work_for_requests_that_wait_for_no_more_of_their_own_bodies() {
        let activity = Arc::new(Activity::new());
        let [bulk, action] = [(); 2].map(|()| Request::new(Arc::clone(&activity)));
        let is_waiting = || activity.waiting_since().is_some();
        assert!(is_waiting());
        // It answers, while it asks for more of its body, and its answer is not taken.
        let answering = bulk.begin(State::UnderWay);
        assert!(!is_waiting());
        let asking = bulk.begin(State::Awaited);
        assert!(is_waiting());
        drop(answering);
        assert!(is_waiting());
        // The other has nothing to wait for.
        let acting = action.begin(State::UnderWay);
        assert!(!is_waiting());
        drop(asking);
        assert!(!is_waiting());
        drop(acting);
        assert!(is_waiting());
        let counts = activity.counts();
        assert_eq!((counts.under_way, counts.awaited, counts.at_work), (0, 0, 0));
    }
}
