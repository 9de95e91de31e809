//! Room for what callers send: a bound on the bytes that are held for all requests together.
//!
//! A body takes room as its bytes arrive, so that a slow one costs what it has sent and not what it may yet send,
//! and gives it back when its request is answered. A room that is full would leave bodies that each hold a part
//! waiting for each other; so the room has a place beside it, large enough for any one body, and the first that
//! finds the room full moves there and goes on to its end.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long a body waits for room. Those that have theirs are parsed and recorded in much less.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// Room for bodies.
#[derive(Debug)]
pub(crate) struct Room {
    bytes: Arc<Semaphore>,
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
    Bytes(OwnedSemaphorePermit),
    PlaceBeside {
        _permit: OwnedSemaphorePermit,
    },
}

impl Room {
    /// Room for `bytes_max`, and for one body more.
    pub(crate) fn new(bytes_max: u32) -> Self {
        let bytes_max = usize::try_from(bytes_max).unwrap_or(usize::MAX);
        let semaphore = |permits| Arc::new(Semaphore::new(permits));
        Self { bytes: semaphore(bytes_max), place_beside: semaphore(1) }
    }

    /// Lets `claim` hold `bytes` more.
    pub(crate) async fn grow(&self, claim: &mut Claim, bytes: u32) -> Result<(), Full> {
        if matches!(claim, Claim::PlaceBeside { .. }) {
            return Ok(());
        }
        tokio::select! {
            biased;
            more = Arc::clone(&self.bytes).acquire_many_owned(bytes) => {
                claim.add(more.map_err(|_| Full)?);
            }
            place = Arc::clone(&self.place_beside).acquire_owned() => {
                *claim = Claim::PlaceBeside { _permit: place.map_err(|_| Full)? };
            }
            () = tokio::time::sleep(WAIT_MAX) => return Err(Full),
        }
        Ok(())
    }
}

impl Claim {
    /// What is claimed beyond `bytes`. The place beside is not divided: it stays unless `bytes` is 0.
    pub(crate) fn split_off(&mut self, bytes: usize) -> Self {
        match self {
            _ if bytes == 0 => std::mem::take(self),
            Self::Bytes(held) => {
                let more = held.num_permits().saturating_sub(bytes);
                held.split(more).map_or(Self::Nothing, Self::Bytes)
            }
            _ => Self::Nothing,
        }
    }

    pub(crate) fn is_beside(&self) -> bool {
        matches!(self, Self::PlaceBeside { .. })
    }

    fn add(&mut self, more: OwnedSemaphorePermit) {
        match self {
            Self::Bytes(bytes) => bytes.merge(more),
            _ => *self = Self::Bytes(more),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_full_room_lets_one_body_go_on_and_the_others_wait_for_a_while() {
        let room = Room::new(10);
        let mut claims: [Claim; 3] = Default::default();
        let [first, second, third] = &mut claims;
        for _ in 0..5 {
            room.grow(first, 1).await.unwrap();
            room.grow(second, 1).await.unwrap();
        }
        // Both want more. The first goes on beside the room, and leaves its part to the second.
        for _ in 0..5 {
            room.grow(first, 1).await.unwrap();
            room.grow(second, 1).await.unwrap();
        }
        room.grow(third, 1).await.unwrap_err();
        assert_eq!(room.bytes.available_permits(), 0);
        *first = Claim::default();
        room.grow(third, 1).await.unwrap();
    }

    #[tokio::test]
    async fn a_claim_is_divided_and_the_place_beside_is_not() {
        let room = Room::new(10);
        let (mut held, mut beside) = (Claim::default(), Claim::default());
        room.grow(&mut held, 10).await.unwrap();
        room.grow(&mut beside, 5).await.unwrap();
        assert!(matches!(held.split_off(10), Claim::Bytes(none) if none.num_permits() == 0));
        drop(held.split_off(3));
        assert_eq!(room.bytes.available_permits(), 7);
        assert!(matches!(beside.split_off(1), Claim::Nothing) && beside.is_beside());
        assert!(beside.split_off(0).is_beside() && !beside.is_beside());
        assert_eq!(room.place_beside.available_permits(), 1);
    }

    #[tokio::test]
    async fn whoever_waits_is_woken_by_whoever_leaves() {
        let room = Room::new(10);
        let (mut held, mut beside) = (Claim::default(), Claim::default());
        room.grow(&mut held, 10).await.unwrap();
        room.grow(&mut beside, 1).await.unwrap();
        let mut waiting = Claim::default();
        let (waited, ()) = tokio::join!(room.grow(&mut waiting, 10), async { drop(held) });
        waited.unwrap();
        assert!(matches!(waiting, Claim::Bytes(_)));
    }
}
