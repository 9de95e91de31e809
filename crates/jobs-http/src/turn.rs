//! Turns for answers that may be long: the ones with payloads. However many are asked for at once, a few are in the making.
//!
//! What is made is counted until it is sent; see `serve/unsent.rs`.

use std::sync::Arc;
use std::time::Duration;

use axum::response::Response;
use tokio::sync::Semaphore;

use crate::problem::Problem;

/// How many are in the making: as many as a SQLite store has readers, where more would wait too. An entry of 16 MiB takes 80 MiB
/// for a moment: read, parsed, written into what grows to twice the size, and copied from there.
const AT_ONCE_MAX: usize = 4;

/// How long one waits for its turn. Each takes a few hundredths of a second when it is long.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// Who is next.
#[derive(Debug)]
pub(crate) struct Turns(Arc<Semaphore>);

impl Default for Turns {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE_MAX)))
    }
}

impl Turns {
    /// Makes an answer in its turn, to the end even if the caller goes away, or those that nobody waits for would pile up.
    ///
    /// # Errors
    /// `503` when the turn does not come in time, and whatever `make` says.
    pub(crate) async fn make(
        &self,
        make: impl Future<Output = Result<Response, Problem>> + Send + 'static,
    ) -> Result<Response, Problem> {
        let turn = tokio::time::timeout(WAIT_MAX, Arc::clone(&self.0).acquire_owned()).await;
        let busy = || Problem::busy("as many long answers are in the making as there may be");
        let turn = turn.map_err(|_| busy())?.map_err(Problem::internal)?;
        let made = tokio::spawn(async move {
            let _until_made = turn;
            make.await
        });
        made.await.map_err(Problem::internal)?
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use futures::FutureExt as _;
    use tokio::sync::Notify;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_few_are_made_at_once_and_those_that_nobody_waits_for_count() {
        let (turns, go_on) = (Turns::default(), Arc::new(Notify::new()));
        let make = || {
            let go_on = Arc::clone(&go_on);
            turns.make(async move {
                go_on.notified().await;
                Ok(Response::new(Body::empty()))
            })
        };
        for _ in 0..AT_ONCE_MAX {
            let mut given_up = Box::pin(make());
            assert!(given_up.as_mut().now_or_never().is_none());
        }
        let refused = make().await.unwrap_err();
        assert_eq!(refused.status(), 503);
        let (answer, ()) = tokio::join!(make(), async {
            go_on.notify_one();
            tokio::task::yield_now().await;
            go_on.notify_waiters();
            tokio::time::sleep(Duration::from_secs(1)).await;
            go_on.notify_waiters();
        });
        assert_eq!(answer.unwrap().status(), 200);
    }
}
