//! Permits to make a call: how many are under way, how much memory they take, and whose they are.
//!
//! Whoever asks while all are taken waits for a moment, in the order in which they came, first for the share of their user and then
//! for what all share.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use jobs_core::UserId;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;

use crate::Refusal;

/// One user may have a quarter of the calls and of the memory, so that nobody takes all.
const USERS_MIN: usize = 4;

/// How long a call waits for its permit: those under way end in less, where an upstream is well. Who may act was looked at before.
const WAIT_MAX: Duration = Duration::from_millis(500);

/// Memory is counted in units of so many bytes.
const UNIT_BYTES: usize = 64;

/// What calls may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    pub(crate) calls: usize,
    pub(crate) bytes: usize,
}

impl Load {
    fn share(self) -> Self {
        Self { calls: self.calls.div_ceil(USERS_MIN), bytes: self.bytes.div_ceil(USERS_MIN) }
    }

    fn units(self) -> u32 {
        u32::try_from(self.bytes.div_ceil(UNIT_BYTES)).unwrap_or(u32::MAX >> 3)
    }
}

/// Gives permits, and counts them.
#[derive(Debug)]
pub(crate) struct Admission {
    max: Load,
    all: Pool,
    /// The pools of users who have a permit or wait for one.
    users: Mutex<HashMap<UserId, Weak<Pool>>>,
    /// Counts the permits that are out, so that they can be waited for.
    tracker: TaskTracker,
    closed: CancellationToken,
}

/// Calls and memory that somebody may take.
#[derive(Debug)]
struct Pool {
    calls: Arc<Semaphore>,
    memory: Arc<Semaphore>,
}

impl Pool {
    fn new(load: Load) -> Self {
        let memory = Arc::new(Semaphore::new(load.units() as usize));
        Self { calls: Arc::new(Semaphore::new(load.calls)), memory }
    }

    /// One call, and so many units of memory. Nobody closes a pool.
    async fn take(&self, units: u32) -> Option<Taken> {
        let call = Arc::clone(&self.calls).acquire_owned().await.ok()?;
        let memory = Arc::clone(&self.memory).acquire_many_owned(units).await.ok()?;
        Some(Taken { _call: call, memory: Some(memory) })
    }
}

/// What was taken of a pool, given back on drop.
#[derive(Debug)]
struct Taken {
    _call: OwnedSemaphorePermit,
    memory: Option<OwnedSemaphorePermit>,
}

/// A permit to make one call, given back on drop.
#[derive(Debug)]
pub(crate) struct Permit {
    of_user: Taken,
    of_all: Taken,
    /// Keeps what was taken of it counted.
    _pool: Arc<Pool>,
    _counted: TaskTrackerToken,
}

impl Admission {
    pub(crate) fn new(max: Load) -> Self {
        let (users, tracker, closed) = Default::default();
        Self { max, all: Pool::new(max), users, tracker, closed }
    }

    /// A permit for a call of `user_id` whose request takes about so many `bytes`. A request that takes more than its
    /// user's share takes all of that.
    pub(crate) async fn admit(&self, user_id: &UserId, bytes: usize) -> Result<Permit, Refusal> {
        // Counted before it is looked whether this is closed: whoever closes and then waits, waits for this one.
        let counted = self.tracker.token();
        if self.closed.is_cancelled() {
            return Err(Refusal::ShuttingDown);
        }
        let share = self.max.share();
        let units = Load { calls: 1, bytes: bytes.min(share.bytes) }.units();
        let pool = self.pool(user_id);
        let taken = async { Some((pool.take(units).await?, self.all.take(units).await?)) };
        let taken = tokio::time::timeout(WAIT_MAX, taken);
        let Some(taken) = self.closed.run_until_cancelled(taken).await else {
            return Err(Refusal::ShuttingDown);
        };
        let Ok(Some((of_user, of_all))) = taken else { return Err(Refusal::Busy) };
        Ok(Permit { of_user, of_all, _pool: pool, _counted: counted })
    }

    fn pool(&self, user_id: &UserId) -> Arc<Pool> {
        // Nothing that is done under the lock can panic half-way.
        let mut users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(pool) = users.get(user_id).and_then(Weak::upgrade) {
            return pool;
        }
        // Before the map grows, it lets those go who have nothing under way.
        if users.len() == users.capacity() {
            users.retain(|_, pool| pool.strong_count() > 0);
        }
        let pool = Arc::new(Pool::new(self.max.share()));
        users.insert(user_id.clone(), Arc::downgrade(&pool));
        pool
    }

    /// Gives no more permits.
    pub(crate) fn close(&self) {
        self.closed.cancel();
        self.tracker.close();
    }

    /// Waits until no more permits are given.
    pub(crate) async fn closed(&self) {
        self.closed.cancelled().await;
    }

    /// Waits until all that were given are given back.
    pub(crate) async fn idle(&self) {
        self.tracker.wait().await;
    }
}

impl Permit {
    /// Gives back the memory, once the request is gone.
    pub(crate) fn give_back_bytes(&mut self) {
        self.of_user.memory = None;
        self.of_all.memory = None;
    }
}

#[cfg(test)]
mod tests {
    use std::task::Poll;

    use super::*;

    fn user(name: &str) -> UserId {
        UserId::new(name).unwrap()
    }

    fn admission(calls: usize, bytes: usize) -> Admission {
        Admission::new(Load { calls, bytes })
    }

    /// What whoever asks gets at once: nothing while they wait.
    async fn admit(admission: &Admission, name: &str, bytes: usize) -> Option<Permit> {
        let user = user(name);
        let mut asked = Box::pin(admission.admit(&user, bytes));
        match futures::poll!(&mut asked) {
            Poll::Ready(permit) => Some(permit.unwrap()),
            Poll::Pending => None,
        }
    }

    #[tokio::test]
    async fn nobody_takes_more_than_a_share_of_the_calls() {
        let admission = admission(8, 800);
        let mut held = Vec::new();
        for name in ["a", "a", "b", "b", "c", "c"] {
            held.push(admit(&admission, name, 0).await.unwrap());
        }
        assert!(admit(&admission, "a", 0).await.is_none());
        assert!(admit(&admission, "b", 0).await.is_none());
        for name in ["d", "e"] {
            held.push(admit(&admission, name, 0).await.unwrap());
        }
        assert!(admit(&admission, "f", 0).await.is_none(), "eight are all");
        drop(held.remove(0));
        assert!(admit(&admission, "a", 0).await.is_some());
    }

    #[tokio::test]
    async fn nobody_takes_more_than_a_share_of_the_memory() {
        const UNIT: usize = UNIT_BYTES;
        let admission = admission(1000, 400 * UNIT);
        let first = admit(&admission, "a", 40 * UNIT).await.unwrap();
        let mut held = [first, admit(&admission, "a", 60 * UNIT).await.unwrap()];
        assert!(admit(&admission, "a", 1).await.is_none());
        let mut others = Vec::new();
        for name in ["b", "c", "d"] {
            others.push(admit(&admission, name, usize::MAX).await.unwrap());
        }
        assert!(admit(&admission, "e", 1).await.is_none(), "400 are all");
        assert!(admit(&admission, "e", 0).await.is_some());
        // The call goes on without its request.
        held[0].give_back_bytes();
        assert!(admit(&admission, "e", 40 * UNIT).await.is_some());
        drop((held, others));
        assert_eq!(admission.all.memory.available_permits(), 400);
        assert_eq!(admission.all.calls.available_permits(), 1000);
    }

    #[tokio::test]
    async fn a_limit_of_one_lets_one_in() {
        let admission = admission(1, 1);
        let held = admit(&admission, "a", 10).await.unwrap();
        assert!(admit(&admission, "b", 0).await.is_none());
        drop(held);
        assert!(admit(&admission, "b", 0).await.is_some());
    }

    /// A call that ends a moment later makes room for the next, which is not refused.
    #[tokio::test(start_paused = true)]
    async fn a_short_wait_spares_a_refusal_and_a_long_one_does_not() {
        let admission = admission(4, 4);
        let held = admit(&admission, "a", 0).await.unwrap();
        let user = user("a");
        let refused = admission.admit(&user, 0).await;
        assert!(matches!(refused, Err(Refusal::Busy)));
        let mut waiting = Box::pin(admission.admit(&user, 0));
        assert!(futures::poll!(&mut waiting).is_pending());
        drop(held);
        let next = waiting.await.unwrap();
        // Whoever waits when it is closed is told so.
        let mut waiting = Box::pin(admission.admit(&user, 0));
        assert!(futures::poll!(&mut waiting).is_pending());
        admission.close();
        assert!(matches!(waiting.await, Err(Refusal::ShuttingDown)));
        drop(next);
    }

    /// Of users who have nothing under way, nothing is kept for long.
    #[tokio::test]
    async fn users_who_are_gone_are_forgotten() {
        let admission = admission(8, 8);
        for number in 0..10_000 {
            admit(&admission, &format!("user-{number}"), 1).await.unwrap();
            // The runtime has a task that goes on for long wait.
            tokio::task::yield_now().await;
        }
        assert!(admission.users.lock().unwrap().len() < 100);
    }

    #[tokio::test]
    async fn once_closed_it_waits_for_those_inside() {
        let admission = admission(4, 4);
        let held = admit(&admission, "a", 1).await.unwrap();
        admission.close();
        assert!(matches!(admission.admit(&user("a"), 1).await, Err(Refusal::ShuttingDown)));
        let mut idle = Box::pin(admission.idle());
        assert!(futures::poll!(&mut idle).is_pending());
        drop(held);
        idle.await;
    }
}
