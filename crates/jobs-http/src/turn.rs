//! Turns: however many requests there are, a few read at once, and no user more than half of these, nor all who are not signed in,
//! together.
//!
//! ```text
//! request ─► its user's share ─► a turn ─► handler ─► answer, whole       the turn ends
//! export  ─► page ─► turn ─► lines                                        a turn for each page
//! POST    ─► turn ─► what is looked up ─► record, call ─► turn ─► …       a turn for each time that it reads
//! ```
//!
//! Whoever waits for the share does not stand in the line for a turn. So there, everybody is behind two requests of each other
//! user at most, and one who asks for a thousand things waits for oneself. What is made is counted until it is sent; see
//! `serve/unsent.rs`.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use jobs_core::UserId;
use jobs_gateway::ReadTurns;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::Problem;
use crate::share::Shares;

/// How many read at once: as many as a SQLite store has readers, where more would wait too. The longest history takes 120 MiB for a
/// moment: its entries 70, and what is written of them 40; a payload of 16 MiB, each character of it escaped, 80.
const AT_ONCE_MAX: usize = 4;

/// How long one waits for its turn. Each takes a few hundredths of a second when it is long.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// Who is next.
#[derive(Debug)]
pub(crate) struct Turns {
    all: Arc<Semaphore>,
    shares: Shares,
}

/// A turn, until this is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    _turn: OwnedSemaphorePermit,
    _of_share: OwnedSemaphorePermit,
}

/// Those for reading.
impl Default for Turns {
    fn default() -> Self {
        Self::new(AT_ONCE_MAX)
    }
}

impl Turns {
    /// So many at once, half of them for one user.
    pub(crate) fn new(at_once: usize) -> Self {
        Self { all: Arc::new(Semaphore::new(at_once)), shares: Shares::new(at_once / 2) }
    }

    /// Waits for a turn of `user`, or of somebody who is not signed in.
    ///
    /// # Errors
    /// `503` when it does not come in time.
    pub(crate) async fn take(&self, user: Option<&UserId>) -> Result<Turn, Problem> {
        let turn = tokio::time::timeout(WAIT_MAX, self.wait(user)).await;
        turn.map_err(|_| Problem::busy("as much is being read as may be at once"))
    }

    /// As [`take`](Self::take), for however long it takes.
    pub(crate) async fn wait(&self, user: Option<&UserId>) -> Turn {
        let permit = async |of: Arc<Semaphore>| {
            of.acquire_owned().await.expect("these semaphores are never closed")
        };
        let of_share = permit(self.shares.of(user)).await;
        Turn { _turn: permit(Arc::clone(&self.all)).await, _of_share: of_share }
    }
}

/// What the gateway reads is read in the turn of whoever called.
#[async_trait]
impl ReadTurns for Turns {
    async fn turn(&self, user: &UserId) -> Box<dyn Send> {
        Box::new(self.wait(Some(user)).await)
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    const SHARE: usize = AT_ONCE_MAX / 2;

    fn user(name: &str) -> Option<UserId> {
        Some(UserId::new(name).unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn one_user_has_half_of_the_turns_and_waits_for_oneself() {
        let turns = Turns::default();
        let (vijay, anita) = (user("vijay"), user("anita"));
        let mut held = Vec::new();
        for _ in 0..SHARE {
            held.push(turns.take(vijay.as_ref()).await.unwrap());
        }
        // However many wait, none of them stands before another user.
        let waiting: Vec<_> = (0..100).map(|_| Box::pin(turns.wait(vijay.as_ref()))).collect();
        let mut waiting = futures::future::join_all(waiting);
        assert!((&mut waiting).now_or_never().is_none());
        for other in [&anita, &None] {
            drop(turns.take(other.as_ref()).now_or_never().unwrap().unwrap());
        }
        assert_eq!(turns.take(vijay.as_ref()).await.unwrap_err().status(), 503);
        drop((held, waiting));
        assert!(turns.take(vijay.as_ref()).now_or_never().unwrap().is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn all_users_together_have_all_turns() {
        let turns = Turns::default();
        let mut held = Vec::new();
        for name in ["a", "b"] {
            for _ in 0..SHARE {
                held.push(turns.take(user(name).as_ref()).await.unwrap());
            }
        }
        assert_eq!(turns.take(user("c").as_ref()).await.unwrap_err().status(), 503);
        held.pop();
        assert!(turns.take(user("c").as_ref()).await.is_ok());
    }
}
