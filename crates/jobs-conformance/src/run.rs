//! How a behaviour is run: on a runtime of its own, through each kind of pointer, with an audit at the end.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use futures::future::LocalBoxFuture;
use jobs_core::JobStore;

/// A behaviour as a function pointer: it gets an empty store, and panics when the store misbehaves.
pub type Check = for<'a> fn(&'a dyn JobStore) -> LocalBoxFuture<'a, ()>;

/// One thing that every store does.
#[derive(Debug, Clone, Copy)]
pub struct Behaviour {
    /// The module of this crate that it is in.
    pub module: &'static str,
    /// The name of its function.
    pub name: &'static str,
    /// Its function.
    pub check: Check,
}

/// Runs `future` on a multi-threaded runtime, which the behaviours need: some of them block.
///
/// # Panics
/// When the runtime cannot be built, and when `future` panics.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().unwrap().block_on(future)
}

/// How long a behaviour may take: a hundred times what the slowest takes on a slow disk. A store that never answers must not keep
/// its author waiting for a test that never ends.
const DEADLINE: Duration = Duration::from_secs(300);

/// Runs `behaviour` in a thread of its own. One that has not ended by the deadline is left behind.
fn in_time(deadline: Duration, behaviour: impl AsyncFnOnce() + Send + 'static) {
    let (ends, ended) = mpsc::channel();
    let thread = thread::spawn(move || {
        // Gone with the thread, also when that panics.
        let _until_ended: mpsc::Sender<()> = ends;
        block_on(behaviour());
    });
    if ended.recv_timeout(deadline) == Err(RecvTimeoutError::Timeout) {
        panic!("the store did not answer within {} s", deadline.as_secs());
    }
    thread.join().unwrap_or_else(|panic| resume_unwind(panic));
}

/// Runs a behaviour on a store held as `&dyn JobStore`, then audits the ledger.
///
/// # Panics
/// When the store misbehaves.
pub fn by_reference<S: JobStore, K>(
    factory: impl AsyncFn() -> (S, K) + Send + 'static,
    check: Check,
) {
    in_time(DEADLINE, async move || {
        let (_guard, store) = swap(factory().await);
        run(&store, check).await;
    });
}

/// Runs a behaviour on a store held as `Box<dyn JobStore>`, then audits the ledger.
///
/// # Panics
/// When the store misbehaves.
pub fn boxed<S: JobStore, K>(factory: impl AsyncFn() -> (S, K) + Send + 'static, check: Check) {
    in_time(DEADLINE, async move || {
        let (_guard, store) = swap(factory().await);
        let store: Box<dyn JobStore> = Box::new(store);
        run(&store, check).await;
    });
}

/// Runs a behaviour on a store held as `Arc<dyn JobStore>`, then audits the ledger.
///
/// # Panics
/// When the store misbehaves.
pub fn shared<S: JobStore, K>(factory: impl AsyncFn() -> (S, K) + Send + 'static, check: Check) {
    in_time(DEADLINE, async move || {
        let (_guard, store) = swap(factory().await);
        let store: Arc<dyn JobStore> = Arc::new(store);
        run(&store, check).await;
    });
}

async fn run(store: &dyn JobStore, check: Check) {
    check(store).await;
    crate::audit(store).await;
}

/// Local variables are dropped last to first, so the store must come after what it stands on.
pub(crate) fn swap<S, K>((store, guard): (S, K)) -> (K, S) {
    (guard, store)
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    #[test]
    fn what_never_ends_is_left_behind_and_what_fails_says_why() {
        let never = || in_time(Duration::from_millis(1), async || std::future::pending().await);
        let message = |panic: Box<dyn std::any::Any + Send>| *panic.downcast::<String>().unwrap();
        let said = message(catch_unwind(never).unwrap_err());
        assert_eq!(said, "the store did not answer within 0 s");
        let fails = || in_time(DEADLINE, async || panic!("{}", "why"));
        assert_eq!(message(catch_unwind(fails).unwrap_err()), "why");
        in_time(DEADLINE, async || ());
    }
}
