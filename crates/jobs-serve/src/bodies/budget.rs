//! The memory budget of request bodies: a bound on the bytes that are held for all requests
//! together. One caller has at most half of it.
//!
//! A body reserves memory as its bytes arrive, so that a slow one costs what it has sent and not
//! what it may yet send, and gives it back when its request is answered. With an exhausted budget,
//! bodies that each hold a part would wait for each other. So there is one overflow slot beside it:
//! the first body that finds the budget, or its caller's half, exhausted moves there and goes on to
//! its end.

use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::budget::{Budget, Exhausted, Permit};

/// How long a body waits for memory. Bodies that have memory are parsed and answered in much less.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// Memory for the bodies of callers, `K`.
#[derive(Debug)]
pub struct BodyBudget<K> {
    bytes: Budget<K>,
    overflow: Arc<Semaphore>,
}

/// What one body holds of a budget, given back on drop. The default is nothing.
#[derive(Debug, Default)]
pub struct Reservation(Inner);

#[derive(Debug, Default)]
enum Inner {
    #[default]
    Nothing,
    Bytes(Permit),
    Overflow(#[expect(dead_code, reason = "given back on drop")] OwnedSemaphorePermit),
}

impl<K: Eq + Hash> BodyBudget<K> {
    /// A budget of `bytes_max`, and one more body in the overflow slot.
    #[must_use]
    pub fn new(bytes_max: usize) -> Self {
        let overflow = Arc::new(Semaphore::new(1));
        Self { bytes: Budget::new(bytes_max, bytes_max / 2), overflow }
    }

    /// Lets `reservation` of `caller` hold `bytes` more. Needs a tokio runtime with time enabled.
    ///
    /// # Errors
    /// [`Exhausted`] when there is no memory within 5 s.
    pub async fn grow(
        &self,
        reservation: &mut Reservation,
        caller: K,
        bytes: usize,
    ) -> Result<(), Exhausted> {
        if reservation.is_overflow() {
            return Ok(());
        }
        // Only the overflow slot has room for more than that.
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        tokio::select! {
            biased;
            more = self.bytes.acquire(caller, bytes) => reservation.add(more),
            slot = Arc::clone(&self.overflow).acquire_owned() => {
                *reservation = Reservation(Inner::Overflow(slot.map_err(|_| Exhausted)?));
            }
            () = tokio::time::sleep(WAIT_MAX) => return Err(Exhausted),
        }
        Ok(())
    }
}

impl Reservation {
    /// Takes out what is reserved beyond `bytes`. The overflow slot is not divided: it stays unless
    /// `bytes` is 0.
    pub fn split_off(&mut self, bytes: usize) -> Self {
        match &mut self.0 {
            _ if bytes == 0 => std::mem::take(self),
            Inner::Bytes(held) => {
                let more = held.count().saturating_sub(bytes);
                Self(held.split(more).map_or(Inner::Nothing, Inner::Bytes))
            }
            _ => Self::default(),
        }
    }

    /// Whether it is the overflow slot.
    #[must_use]
    pub fn is_overflow(&self) -> bool {
        matches!(self.0, Inner::Overflow(_))
    }

    fn add(&mut self, more: Permit) {
        match &mut self.0 {
            Inner::Bytes(held) => held.merge(more),
            _ => self.0 = Inner::Bytes(more),
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    const VIJAY: &str = "vijay";

    fn budget() -> BodyBudget<&'static str> {
        BodyBudget::new(20)
    }

    #[tokio::test(start_paused = true)]
    async fn an_exhausted_half_lets_one_body_go_on_and_the_others_wait_for_a_while() {
        let budget = budget();
        let mut reservations: [Reservation; 3] = Default::default();
        let [first, second, third] = &mut reservations;
        for _ in 0..5 {
            budget.grow(first, VIJAY, 1).await.unwrap();
            budget.grow(second, VIJAY, 1).await.unwrap();
        }
        // Both want more. The first goes on in the overflow slot, and leaves its part to the
        // second.
        for _ in 0..5 {
            budget.grow(first, VIJAY, 1).await.unwrap();
            budget.grow(second, VIJAY, 1).await.unwrap();
        }
        budget.grow(third, VIJAY, 1).await.unwrap_err();
        assert_eq!(budget.bytes.available(), 10);
        *first = Reservation::default();
        budget.grow(third, VIJAY, 1).await.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn one_caller_keeps_no_other_out() {
        let budget = budget();
        let mut reservations: Vec<_> = (0..30).map(|_| Reservation::default()).collect();
        let many = reservations.iter_mut().map(|it| budget.grow(it, VIJAY, 1));
        let mut many = Box::pin(futures::future::join_all(many));
        assert!((&mut many).now_or_never().is_none(), "some of them wait");
        let mut other = Reservation::default();
        for _ in 0..10 {
            budget.grow(&mut other, "anita", 1).now_or_never().unwrap().unwrap();
        }
        assert!(!other.is_overflow());
        let refused = many.await.into_iter().filter(Result::is_err).count();
        assert_eq!(refused, 30 - 10 - 1, "there are a half, and the overflow slot");
    }

    #[tokio::test]
    async fn a_reservation_is_divided_and_the_overflow_slot_is_not() {
        let budget = budget();
        let mut held = Reservation::default();
        let mut overflow = Reservation::default();
        budget.grow(&mut held, VIJAY, 10).await.unwrap();
        budget.grow(&mut overflow, VIJAY, 5).await.unwrap();
        assert!(matches!(held.split_off(10).0, Inner::Bytes(none) if none.count() == 0));
        drop(held.split_off(3));
        assert_eq!(budget.bytes.available(), 17);
        assert!(matches!(overflow.split_off(1).0, Inner::Nothing) && overflow.is_overflow());
        assert!(overflow.split_off(0).is_overflow() && !overflow.is_overflow());
        assert_eq!(budget.overflow.available_permits(), 1);
    }

    #[tokio::test]
    async fn a_caller_that_goes_away_leaves_the_queue() {
        let budget = budget();
        let mut held = Reservation::default();
        let mut overflow = Reservation::default();
        budget.grow(&mut held, VIJAY, 10).await.unwrap();
        budget.grow(&mut overflow, VIJAY, 1).await.unwrap();
        let mut gone: Vec<_> = (0..10).map(|_| Reservation::default()).collect();
        let many = gone.iter_mut().map(|it| budget.grow(it, VIJAY, 10));
        assert!(futures::future::join_all(many).now_or_never().is_none());
        drop(held);
        let mut next = Reservation::default();
        assert!(budget.grow(&mut next, VIJAY, 10).now_or_never().is_some());
    }

    #[tokio::test]
    async fn a_body_that_leaves_wakes_one_that_waits() {
        let budget = budget();
        let mut held = Reservation::default();
        let mut overflow = Reservation::default();
        budget.grow(&mut held, VIJAY, 10).await.unwrap();
        budget.grow(&mut overflow, VIJAY, 1).await.unwrap();
        let mut waiting = Reservation::default();
        let waited = budget.grow(&mut waiting, VIJAY, 10);
        let (waited, ()) = tokio::join!(waited, async { drop(held) });
        waited.unwrap();
        assert!(matches!(waiting.0, Inner::Bytes(_)));
    }
}
