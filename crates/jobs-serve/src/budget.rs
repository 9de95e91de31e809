//! A budget of permits: bounds how many all callers have together, and how many of these one caller
//! has.
//!
//! A permit stands for one unit of what is bounded: a request in flight, a byte. It is acquired
//! from the caller's share *before* the common budget, so a request that waits for its caller's
//! share is not in the common queue. There, a request is behind at most a share of each other
//! caller.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Permits that callers acquire, each caller (`K`) no more than a share of them at once. Requests
/// wait in the order of arrival.
#[derive(Debug)]
pub struct Budget<K> {
    all: Arc<Semaphore>,
    of_each: usize,
    /// The shares of the callers who have, or wait for, a permit.
    shares: Mutex<HashMap<K, Weak<Semaphore>>>,
}

/// Permits that were acquired from a [`Budget`], given back on drop.
#[derive(Debug)]
pub struct Permit {
    of_all: OwnedSemaphorePermit,
    of_share: OwnedSemaphorePermit,
}

/// There was no permit in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the budget is exhausted")]
pub struct Exhausted;

impl<K: Eq + Hash> Budget<K> {
    /// A budget of `all` permits, of which one caller has at most `of_each` at once.
    #[must_use]
    pub fn new(all: usize, of_each: usize) -> Self {
        Self { all: Arc::new(Semaphore::new(all)), of_each, shares: Mutex::default() }
    }

    /// A budget that is never exhausted.
    #[must_use]
    pub fn unlimited() -> Self {
        Self::new(Semaphore::MAX_PERMITS, Semaphore::MAX_PERMITS)
    }

    /// Acquires `count` permits for `caller`, however long it takes. It never resolves if `count`
    /// is more than the caller's share.
    ///
    /// Dropped before it resolves, it leaves the queue.
    pub async fn acquire(&self, caller: K, count: u32) -> Permit {
        let acquire = async |semaphore: Arc<Semaphore>| {
            let permit = semaphore.acquire_many_owned(count).await;
            permit.expect("no semaphore of a budget is ever closed")
        };
        let of_share = acquire(self.share(caller)).await;
        Permit { of_all: acquire(Arc::clone(&self.all)).await, of_share }
    }

    /// As [`acquire`](Self::acquire), but waits for at most `wait_max`. Needs a tokio runtime with
    /// time enabled.
    ///
    /// # Errors
    /// [`Exhausted`] when there are no permits by then.
    pub async fn acquire_within(
        &self,
        wait_max: Duration,
        caller: K,
        count: u32,
    ) -> Result<Permit, Exhausted> {
        let acquired = tokio::time::timeout(wait_max, self.acquire(caller, count)).await;
        acquired.map_err(|_| Exhausted)
    }

    /// Acquires `count` permits for `caller` without waiting.
    ///
    /// # Errors
    /// [`Exhausted`] when they are not.
    pub fn try_acquire(&self, caller: K, count: u32) -> Result<Permit, Exhausted> {
        let acquire = |semaphore: Arc<Semaphore>| {
            semaphore.try_acquire_many_owned(count).map_err(|_| Exhausted)
        };
        let of_share = acquire(self.share(caller))?;
        Ok(Permit { of_all: acquire(Arc::clone(&self.all))?, of_share })
    }

    /// How many permits are available.
    #[must_use]
    pub fn available(&self) -> usize {
        self.all.available_permits()
    }

    /// The share of `caller`. It stays the same semaphore as long as somebody holds it or one of
    /// its permits.
    fn share(&self, caller: K) -> Arc<Semaphore> {
        // Nothing under the lock can panic half-way.
        let mut shares = self.shares.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(share) = shares.get(&caller).and_then(Weak::upgrade) {
            return share;
        }
        // Unused shares are removed before the map grows.
        if shares.len() == shares.capacity() {
            shares.retain(|_, share| share.strong_count() > 0);
        }
        let share = Arc::new(Semaphore::new(self.of_each));
        shares.insert(caller, Arc::downgrade(&share));
        share
    }
}

impl Permit {
    /// How many permits it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.of_all.num_permits()
    }

    /// Takes `count` permits out of it; `None` when it holds fewer.
    pub fn split(&mut self, count: usize) -> Option<Self> {
        let of_all = self.of_all.split(count)?;
        Some(Self { of_all, of_share: self.of_share.split(count)? })
    }

    /// Merges `more` into it.
    ///
    /// # Panics
    /// When the two are not of the same budget and caller.
    pub fn merge(&mut self, more: Self) {
        self.of_all.merge(more.of_all);
        self.of_share.merge(more.of_share);
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    const SHARE: usize = 2;
    const WAIT_MAX: Duration = Duration::from_secs(5);

    fn budget() -> Budget<&'static str> {
        Budget::new(2 * SHARE, SHARE)
    }

    #[tokio::test(start_paused = true)]
    async fn one_caller_has_a_share_and_queues_behind_itself_alone() {
        let budget = budget();
        let mut held = Vec::new();
        for _ in 0..SHARE {
            held.push(budget.acquire("vijay", 1).await);
        }
        // However many of one caller's requests wait, none of them is ahead of another caller in
        // the queue.
        let waiting: Vec<_> = (0..100).map(|_| Box::pin(budget.acquire("vijay", 1))).collect();
        let mut waiting = futures::future::join_all(waiting);
        assert!((&mut waiting).now_or_never().is_none());
        for other in ["anita", ""] {
            drop(budget.acquire_within(WAIT_MAX, other, 1).now_or_never().unwrap().unwrap());
        }
        assert_eq!(budget.acquire_within(WAIT_MAX, "vijay", 1).await.unwrap_err(), Exhausted);
        assert_eq!(budget.try_acquire("vijay", 1).unwrap_err(), Exhausted);
        drop((held, waiting));
        assert!(budget.acquire_within(WAIT_MAX, "vijay", 1).now_or_never().unwrap().is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn all_callers_together_have_the_whole_budget() {
        let budget = budget();
        let mut held = Vec::new();
        for caller in ["a", "b"] {
            for _ in 0..SHARE {
                held.push(budget.try_acquire(caller, 1).unwrap());
            }
        }
        assert_eq!(budget.available(), 0);
        assert_eq!(budget.acquire_within(WAIT_MAX, "c", 1).await.unwrap_err(), Exhausted);
        held.pop();
        assert!(budget.acquire_within(WAIT_MAX, "c", 1).await.is_ok());
    }

    #[test]
    fn a_share_is_one_callers_for_as_long_as_it_is_taken() {
        let budget = Budget::new(100, 3);
        let held = budget.try_acquire("vijay", 2).unwrap();
        assert!(budget.try_acquire("vijay", 2).is_err());
        assert!(budget.try_acquire("vijay", 1).is_ok() && budget.try_acquire("anita", 3).is_ok());
        drop(held);
        assert!(budget.try_acquire("vijay", 3).is_ok());
        assert_eq!(budget.available(), 100);
    }

    #[test]
    fn a_permit_is_divided_and_put_together_again() {
        let budget = Budget::new(10, 5);
        let mut permit = budget.try_acquire("vijay", 5).unwrap();
        assert!(permit.split(6).is_none());
        let part = permit.split(3).unwrap();
        assert_eq!((permit.count(), part.count(), budget.available()), (2, 3, 5));
        permit.merge(part);
        assert!(budget.try_acquire("vijay", 1).is_err());
        drop(permit.split(1));
        assert!(budget.try_acquire("vijay", 1).is_ok());
        assert_eq!(budget.available(), 6);
    }

    #[test]
    fn callers_who_are_gone_are_forgotten() {
        let budget = Budget::new(8, 1);
        for number in 0..10_000 {
            drop(budget.try_acquire(number, 1).unwrap());
        }
        assert!(budget.shares.lock().unwrap().len() < 100);
    }
}
