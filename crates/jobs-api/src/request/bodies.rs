//! What bodies of requests may take, all together and for each user; and how many are parsed at
//! once.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use jobs_core::UserId;
use jobs_serve::work::INLINE_BYTES_MAX;
use jobs_serve::{Bodies, BodyError, BodyLimits, Budget, Lines, Permit, Reservation};

use crate::response::problem::Problem;

/// The most bytes of a body. 100,000 customers of 128 bytes, quoted, are 13.1 MB; the rest is for
/// the payload.
pub const BODY_BYTES_MAX: usize = 16 << 20;

/// How long a whole body may take to arrive: 16 MiB in half a minute is 4.5 Mbit/s.
pub(crate) const BODY_SECONDS_MAX: u64 = 30;

/// The memory for bodies that say that they are small: 40,000 of 200 bytes, ten for each
/// connection.
const SMALL_MEMORY_BYTES: usize = 8 << 20;

/// The memory for all others: 50 Set Actions on 30,000 customers, or two bodies of the greatest
/// size and one beside; half of it is the most that one user has, so one of the greatest size.
/// Parsed, a body takes up to 12 times its size (4 million cids of one character), so with both
/// budgets exhausted, callers hold 700 MiB.
const LARGE_MEMORY_BYTES: usize = 32 << 20;

/// How many large bodies are parsed at once, half of them one user's; more would take the cores
/// from everybody else.
const PARSED_AT_ONCE_MAX: usize = 2;

/// The bodies of a server's requests.
#[derive(Debug)]
pub(crate) struct RequestBodies {
    memory: Arc<Bodies<UserId>>,
    parsers: Budget<UserId>,
}

impl Default for RequestBodies {
    fn default() -> Self {
        let limits = BodyLimits {
            bytes_max: BODY_BYTES_MAX,
            timeout: Duration::from_secs(BODY_SECONDS_MAX),
            small_bytes_max: INLINE_BYTES_MAX as u64,
            small_memory_bytes: SMALL_MEMORY_BYTES,
            large_memory_bytes: LARGE_MEMORY_BYTES,
        };
        Self {
            memory: Arc::new(Bodies::new(limits)),
            parsers: Budget::new(PARSED_AT_ONCE_MAX, PARSED_AT_ONCE_MAX / 2),
        }
    }
}

impl RequestBodies {
    /// The whole `body` of `user`, and the memory that it takes.
    ///
    /// # Errors
    /// `400`, `408`, `413`, and `503` when there is no memory in time.
    pub(crate) async fn read(
        &self,
        user: &UserId,
        body: Body,
    ) -> Result<(Vec<u8>, Reservation), Problem> {
        Ok(self.memory.read(user, body).await?)
    }

    /// The lines of a body of `user`.
    pub(crate) fn lines(&self, user: &UserId, body: Body) -> Lines<UserId, Body> {
        Lines::new(Arc::clone(&self.memory), user.clone(), body)
    }

    /// A permit for `user` to parse what is large; others wait until it is dropped.
    pub(crate) async fn parser(&self, user: &UserId) -> Permit {
        self.parsers.acquire(user.clone(), 1).await
    }
}

impl From<BodyError> for Problem {
    fn from(error: BodyError) -> Self {
        match error {
            BodyError::TooLarge => Self::body_too_large(BODY_BYTES_MAX),
            BodyError::BrokeOff => Self::invalid("body", "broke off before its end"),
            BodyError::TimedOut => Self::body_timeout(BODY_SECONDS_MAX),
            BodyError::NoMemory => Self::no_room(),
            BodyError::Interrupted => Self::invalid("body", "is not read to its end"),
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    #[tokio::test]
    async fn one_users_large_bodies_do_not_take_all_the_permits_to_parse() {
        let bodies = RequestBodies::default();
        let id = |name| UserId::new(name).unwrap();
        let vijay = id("vijay");
        let anita = id("anita");
        let _held = bodies.parser(&vijay).await;
        assert!(bodies.parser(&vijay).now_or_never().is_none());
        assert!(bodies.parser(&anita).now_or_never().is_some());
    }
}
