//! Leave to make a call: how many are under way, how much memory they take, and whose they are.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jobs_core::UserId;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;

use crate::Refusal;

/// One user may have a quarter of the calls and of the memory, so that nobody takes all.
const USERS_MIN: usize = 4;

/// What calls take, or may take.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Load {
    pub(crate) calls: usize,
    pub(crate) bytes: usize,
}

impl Load {
    /// With `more`, unless that is over `max`.
    fn with(self, more: Self, max: Self) -> Option<Self> {
        let sum = Self { calls: self.calls + more.calls, bytes: self.bytes + more.bytes };
        (sum.calls <= max.calls && sum.bytes <= max.bytes).then_some(sum)
    }

    fn less(self, part: Self) -> Self {
        Self { calls: self.calls - part.calls, bytes: self.bytes - part.bytes }
    }

    fn share(self) -> Self {
        Self { calls: self.calls.div_ceil(USERS_MIN), bytes: self.bytes.div_ceil(USERS_MIN) }
    }
}

/// Gives leave, and counts it.
#[derive(Debug)]
pub(crate) struct Admission {
    max: Load,
    books: Mutex<Books>,
    /// Counts the permits that are out, so that they can be waited for.
    tracker: TaskTracker,
    closed: CancellationToken,
}

#[derive(Debug, Default)]
struct Books {
    all: Load,
    /// The users who have any calls.
    users: HashMap<UserId, Load>,
}

/// Leave to make one call, given back on drop.
#[derive(Debug)]
pub(crate) struct Permit {
    admission: Arc<Admission>,
    user_id: UserId,
    load: Load,
    _counted: TaskTrackerToken,
}

impl Admission {
    pub(crate) fn new(max: Load) -> Self {
        let (books, tracker, closed) = Default::default();
        Self { max, books, tracker, closed }
    }

    /// Leave for a call of `user_id` whose request takes about so many `bytes`. A request that takes more than its
    /// user's share takes all of that.
    pub(crate) fn admit(
        self: &Arc<Self>,
        user_id: &UserId,
        bytes: usize,
    ) -> Result<Permit, Refusal> {
        // Counted before it is looked whether this is closed: whoever closes and then waits, waits for this one.
        let counted = self.tracker.token();
        if self.closed.is_cancelled() {
            return Err(Refusal::ShuttingDown);
        }
        let share = self.max.share();
        let load = Load { calls: 1, bytes: bytes.min(share.bytes) };
        let mut books = self.books();
        let own = books.users.get(user_id).copied().unwrap_or_default();
        let (Some(all), Some(own)) = (books.all.with(load, self.max), own.with(load, share)) else {
            return Err(Refusal::Busy);
        };
        books.all = all;
        books.users.insert(user_id.clone(), own);
        drop(books);
        let (admission, user_id) = (Arc::clone(self), user_id.clone());
        Ok(Permit { admission, user_id, load, _counted: counted })
    }

    fn give_back(&self, user_id: &UserId, load: Load) {
        let mut books = self.books();
        books.all = books.all.less(load);
        if let Some(own) = books.users.get_mut(user_id) {
            *own = own.less(load);
            if *own == Load::default() {
                books.users.remove(user_id);
            }
        }
    }

    /// Gives no more leave.
    pub(crate) fn close(&self) {
        self.closed.cancel();
        self.tracker.close();
    }

    /// Waits until no more leave is given.
    pub(crate) async fn closed(&self) {
        self.closed.cancelled().await;
    }

    /// Waits until all that was given is given back.
    pub(crate) async fn idle(&self) {
        self.tracker.wait().await;
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        // Nothing that is done under the lock can panic half-way.
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Permit {
    /// Gives back the memory, once the request is gone.
    pub(crate) fn give_back_bytes(&mut self) {
        let bytes = std::mem::take(&mut self.load.bytes);
        self.admission.give_back(&self.user_id, Load { calls: 0, bytes });
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.admission.give_back(&self.user_id, self.load);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(name: &str) -> UserId {
        UserId::new(name).unwrap()
    }

    fn admission(calls: usize, bytes: usize) -> Arc<Admission> {
        Arc::new(Admission::new(Load { calls, bytes }))
    }

    fn is_busy(result: &Result<Permit, Refusal>) -> bool {
        matches!(result, Err(Refusal::Busy))
    }

    #[test]
    fn nobody_takes_more_than_a_share_of_the_calls() {
        let admission = admission(8, 800);
        let admit = |name: &str| admission.admit(&user(name), 0);
        let mut held: Vec<_> =
            ["a", "a", "b", "b", "c", "c"].map(|name| admit(name).unwrap()).into();
        assert!(is_busy(&admit("a")) && is_busy(&admit("b")));
        held.extend(["d", "e"].map(|name| admit(name).unwrap()));
        assert!(is_busy(&admit("f")), "eight are all");
        drop(held.remove(0));
        assert!(admit("a").is_ok());
    }

    #[test]
    fn nobody_takes_more_than_a_share_of_the_memory() {
        let admission = admission(1000, 400);
        let admit = |name: &str, bytes| admission.admit(&user(name), bytes);
        let mut held = [admit("a", 40).unwrap(), admit("a", 60).unwrap()];
        assert!(is_busy(&admit("a", 1)));
        let others = ["b", "c", "d"].map(|name| admit(name, usize::MAX).unwrap());
        assert!(is_busy(&admit("e", 1)), "400 are all");
        assert!(admit("e", 0).is_ok());
        // The call goes on without its request.
        held[0].give_back_bytes();
        assert!(admit("e", 40).is_ok());
        drop((held, others));
        assert_eq!(admission.books().all, Load::default());
        assert!(admission.books().users.is_empty());
    }

    #[test]
    fn a_limit_of_one_lets_one_in() {
        let admission = admission(1, 1);
        let held = admission.admit(&user("a"), 10).unwrap();
        assert!(is_busy(&admission.admit(&user("b"), 0)));
        drop(held);
        assert!(admission.admit(&user("b"), 0).is_ok());
    }

    #[tokio::test]
    async fn once_closed_it_waits_for_those_inside() {
        let admission = admission(4, 4);
        let held = admission.admit(&user("a"), 1).unwrap();
        admission.close();
        assert!(matches!(admission.admit(&user("a"), 1), Err(Refusal::ShuttingDown)));
        let mut idle = Box::pin(admission.idle());
        assert!(futures::poll!(&mut idle).is_pending());
        drop(held);
        idle.await;
    }
}
