//! Admission of calls: how many are in flight, how much memory they take, and whose they are.
//!
//! While all permits are taken, a request waits for a moment, in the order of arrival, behind at
//! most a share of each other user.

use std::time::Duration;

use jobs_core::UserId;
use jobs_serve::{Budget, Permit};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;

use crate::Refusal;

/// How many requests read the store at once, and how many of these are one user's; requests without
/// a user share `None`.
pub type ReadLimit = Budget<Option<UserId>>;

/// One user may have a quarter of the calls and of the memory, so that nobody takes all.
const USERS_MIN: usize = 4;

/// How long a call waits for its permit: calls in flight take less, if the upstream is healthy.
/// Whether the caller may act is checked before.
const WAIT_MAX: Duration = Duration::from_millis(500);

/// Memory is counted in units of this many bytes.
const UNIT_BYTES: usize = 64;

/// What calls may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Load {
    pub(crate) calls: usize,
    pub(crate) bytes: usize,
}

/// Gives permits, and counts them.
#[derive(Debug)]
pub(crate) struct Admission {
    calls: Budget<UserId>,
    /// In units.
    memory: Budget<UserId>,
    /// The most memory that one user has, in units.
    memory_share: usize,
    /// Counts the permits that are out, so that they can be waited for.
    tracker: TaskTracker,
    closed: CancellationToken,
}

/// A permit to make one call, given back on drop.
#[derive(Debug)]
pub(crate) struct CallPermit {
    _call: Permit,
    memory: Option<Permit>,
    _counted: TaskTrackerToken,
}

impl Admission {
    pub(crate) fn new(max: Load) -> Self {
        let units = |bytes: usize| bytes.div_ceil(UNIT_BYTES).min(u32::MAX as usize >> 3);
        let memory_share = units(max.bytes.div_ceil(USERS_MIN));
        Self {
            calls: Budget::new(max.calls, max.calls.div_ceil(USERS_MIN)),
            memory: Budget::new(units(max.bytes), memory_share),
            memory_share,
            tracker: TaskTracker::new(),
            closed: CancellationToken::new(),
        }
    }

    /// A permit for a call of `user_id` whose request takes about `bytes` bytes. A request that
    /// takes more than its user's share gets the whole share.
    pub(crate) async fn admit(
        &self,
        user_id: &UserId,
        bytes: usize,
    ) -> Result<CallPermit, Refusal> {
        // Counted before checking whether admission is closed: a caller that closes it and then
        // waits also waits for this permit.
        let counted = self.tracker.token();
        if self.closed.is_cancelled() {
            return Err(Refusal::ShuttingDown);
        }
        let units = bytes.div_ceil(UNIT_BYTES).min(self.memory_share);
        let units = u32::try_from(units).unwrap_or(u32::MAX);
        let acquired = async {
            // While a request waits for its user's share of the memory, it holds a permit of that
            // user's share alone.
            let call = self.calls.acquire(user_id.clone(), 1).await;
            (call, self.memory.acquire(user_id.clone(), units).await)
        };
        let acquired = tokio::time::timeout(WAIT_MAX, acquired);
        let Some(acquired) = self.closed.run_until_cancelled(acquired).await else {
            return Err(Refusal::ShuttingDown);
        };
        let (call, memory) = acquired.map_err(|_| Refusal::Busy)?;
        Ok(CallPermit { _call: call, memory: Some(memory), _counted: counted })
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

    /// Waits until all permits are given back.
    pub(crate) async fn idle(&self) {
        self.tracker.wait().await;
    }
}

impl CallPermit {
    /// Gives back the memory, once the request is gone.
    pub(crate) fn give_back_bytes(&mut self) {
        self.memory = None;
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

    /// The permit that a request gets at once; `None` if it has to wait.
    async fn admit(admission: &Admission, name: &str, bytes: usize) -> Option<CallPermit> {
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
        assert_eq!(admission.memory.available(), 400);
        assert_eq!(admission.calls.available(), 1000);
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
        // A request that waits when it is closed is told so.
        let mut waiting = Box::pin(admission.admit(&user, 0));
        assert!(futures::poll!(&mut waiting).is_pending());
        admission.close();
        assert!(matches!(waiting.await, Err(Refusal::ShuttingDown)));
        drop(next);
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
