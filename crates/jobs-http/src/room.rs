//! Room for what callers send: a bound on the bytes that are held for all requests together, and no more than half of it for one user.
//!
//! A body takes room as its bytes arrive, so that a slow one costs what it has sent and not what it may yet send,
//! and gives it back when its request is answered. A room that is full would leave bodies that each hold a part
//! waiting for each other; so the room has a place beside it, large enough for any one body, and the first that
//! finds the room, or its user's half, full moves there and goes on to its end.

use std::sync::Arc;
use std::time::Duration;

use jobs_core::UserId;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::share::Shares;

/// How long a body waits for room. Those that have theirs are parsed and recorded in much less.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// Room for bodies.
#[derive(Debug)]
pub(crate) struct Room {
    bytes: Arc<Semaphore>,
    shares: Shares,
    place_beside: Arc<Semaphore>,
}

/// There was no room in time.
#[derive(Debug)]
pub(crate) struct Full;

/// What one body holds of a room until this is dropped.
#[derive(Debug, Default)]
pub(crate) enum Claim {
    #[default]
    Nothing,
    Bytes(Bytes),
    PlaceBeside {
        _permit: OwnedSemaphorePermit,
    },
}

/// So many bytes, of the room and of the user's share of it.
#[derive(Debug)]
pub(crate) struct Bytes {
    of_all: OwnedSemaphorePermit,
    of_share: OwnedSemaphorePermit,
}

impl Room {
    /// Room for `bytes_max`, and for one body more.
    pub(crate) fn new(bytes_max: u32) -> Self {
        let bytes_max = usize::try_from(bytes_max).unwrap_or(usize::MAX);
        let semaphore = |permits| Arc::new(Semaphore::new(permits));
        let shares = Shares::new(bytes_max / 2);
        Self { bytes: semaphore(bytes_max), shares, place_beside: semaphore(1) }
    }

    /// Lets `claim` of `user` hold `bytes` more.
    pub(crate) async fn grow(
        &self,
        claim: &mut Claim,
        user: &UserId,
        bytes: u32,
    ) -> Result<(), Full> {
        if matches!(claim, Claim::PlaceBeside { .. }) {
            return Ok(());
        }
        tokio::select! {
            biased;
            more = self.take(user, bytes) => claim.add(more?),
            place = Arc::clone(&self.place_beside).acquire_owned() => {
                *claim = Claim::PlaceBeside { _permit: place.map_err(|_| Full)? };
            }
            () = tokio::time::sleep(WAIT_MAX) => return Err(Full),
        }
        Ok(())
    }

    /// Whoever waits for the share does not stand in the line of all.
    async fn take(&self, user: &UserId, bytes: u32) -> Result<Bytes, Full> {
        let of_share = self.shares.of(Some(user)).acquire_many_owned(bytes).await;
        let of_all = Arc::clone(&self.bytes).acquire_many_owned(bytes).await;
        Ok(Bytes { of_all: of_all.map_err(|_| Full)?, of_share: of_share.map_err(|_| Full)? })
    }
}

impl Bytes {
    fn count(&self) -> usize {
        self.of_all.num_permits()
    }

    fn split(&mut self, bytes: usize) -> Option<Self> {
        let of_all = self.of_all.split(bytes)?;
        Some(Self { of_all, of_share: self.of_share.split(bytes)? })
    }

    fn merge(&mut self, more: Self) {
        self.of_all.merge(more.of_all);
        self.of_share.merge(more.of_share);
    }
}

impl Claim {
    /// What is claimed beyond `bytes`. The place beside is not divided: it stays unless `bytes` is 0.
    pub(crate) fn split_off(&mut self, bytes: usize) -> Self {
        match self {
            _ if bytes == 0 => std::mem::take(self),
            Self::Bytes(held) => {
                let more = held.count().saturating_sub(bytes);
                held.split(more).map_or(Self::Nothing, Self::Bytes)
            }
            _ => Self::Nothing,
        }
    }

    pub(crate) fn is_beside(&self) -> bool {
        matches!(self, Self::PlaceBeside { .. })
    }

    fn add(&mut self, more: Bytes) {
        match self {
            Self::Bytes(bytes) => bytes.merge(more),
            _ => *self = Self::Bytes(more),
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    fn user(name: &str) -> UserId {
        UserId::new(name).unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn a_full_half_lets_one_body_go_on_and_the_others_wait_for_a_while() {
        let (room, vijay) = (Room::new(20), user("vijay"));
        let mut claims: [Claim; 3] = Default::default();
        let [first, second, third] = &mut claims;
        for _ in 0..5 {
            room.grow(first, &vijay, 1).await.unwrap();
            room.grow(second, &vijay, 1).await.unwrap();
        }
        // Both want more. The first goes on beside the room, and leaves its part to the second.
        for _ in 0..5 {
            room.grow(first, &vijay, 1).await.unwrap();
            room.grow(second, &vijay, 1).await.unwrap();
        }
        room.grow(third, &vijay, 1).await.unwrap_err();
        assert_eq!(room.bytes.available_permits(), 10);
        *first = Claim::default();
        room.grow(third, &vijay, 1).await.unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn one_user_keeps_no_other_out() {
        let (room, vijay) = (Room::new(20), user("vijay"));
        let mut claims: Vec<_> = (0..30).map(|_| Claim::default()).collect();
        let crowd = claims.iter_mut().map(|claim| room.grow(claim, &vijay, 1));
        let crowd = futures::future::join_all(crowd);
        let mut crowd = Box::pin(crowd);
        assert!((&mut crowd).now_or_never().is_none(), "some of them wait");
        let mut other = Claim::default();
        for _ in 0..10 {
            room.grow(&mut other, &user("anita"), 1).now_or_never().unwrap().unwrap();
        }
        assert!(!other.is_beside());
        let refused = crowd.await.into_iter().filter(Result::is_err).count();
        assert_eq!(refused, 30 - 10 - 1, "there are a half, and the place beside");
    }

    #[tokio::test]
    async fn a_claim_is_divided_and_the_place_beside_is_not() {
        let (room, vijay) = (Room::new(20), user("vijay"));
        let (mut held, mut beside) = (Claim::default(), Claim::default());
        room.grow(&mut held, &vijay, 10).await.unwrap();
        room.grow(&mut beside, &vijay, 5).await.unwrap();
        assert!(matches!(held.split_off(10), Claim::Bytes(none) if none.count() == 0));
        drop(held.split_off(3));
        assert_eq!(room.bytes.available_permits(), 17);
        assert!(matches!(beside.split_off(1), Claim::Nothing) && beside.is_beside());
        assert!(beside.split_off(0).is_beside() && !beside.is_beside());
        assert_eq!(room.place_beside.available_permits(), 1);
    }

    #[tokio::test]
    async fn whoever_goes_away_leaves_the_line() {
        let (room, vijay) = (Room::new(20), user("vijay"));
        let (mut held, mut beside) = (Claim::default(), Claim::default());
        room.grow(&mut held, &vijay, 10).await.unwrap();
        room.grow(&mut beside, &vijay, 1).await.unwrap();
        let mut gone: Vec<_> = (0..10).map(|_| Claim::default()).collect();
        let crowd = gone.iter_mut().map(|claim| room.grow(claim, &vijay, 10));
        assert!(futures::future::join_all(crowd).now_or_never().is_none());
        drop(held);
        assert!(room.grow(&mut Claim::default(), &vijay, 10).now_or_never().is_some());
    }

    #[tokio::test]
    async fn whoever_waits_is_woken_by_whoever_leaves() {
        let (room, vijay) = (Room::new(20), user("vijay"));
        let (mut held, mut beside) = (Claim::default(), Claim::default());
        room.grow(&mut held, &vijay, 10).await.unwrap();
        room.grow(&mut beside, &vijay, 1).await.unwrap();
        let mut waiting = Claim::default();
        let waited = room.grow(&mut waiting, &vijay, 10);
        let (waited, ()) = tokio::join!(waited, async { drop(held) });
        waited.unwrap();
        assert!(matches!(waiting, Claim::Bytes(_)));
    }
}
