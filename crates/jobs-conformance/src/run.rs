//! How a behaviour is run: on a runtime of its own, through each kind of pointer, with an audit at the end.

use std::sync::Arc;

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

/// Runs a behaviour on a store held as `&dyn JobStore`, then audits the ledger.
///
/// # Panics
/// When the store misbehaves.
pub fn by_reference<S: JobStore, K>(factory: impl AsyncFn() -> (S, K), check: Check) {
    block_on(async {
        let (_guard, store) = swap(factory().await);
        run(&store, check).await;
    });
}

/// Runs a behaviour on a store held as `Box<dyn JobStore>`, then audits the ledger.
///
/// # Panics
/// When the store misbehaves.
pub fn boxed<S: JobStore, K>(factory: impl AsyncFn() -> (S, K), check: Check) {
    block_on(async {
        let (_guard, store) = swap(factory().await);
        let store: Box<dyn JobStore> = Box::new(store);
        run(&store, check).await;
    });
}

/// Runs a behaviour on a store held as `Arc<dyn JobStore>`, then audits the ledger.
///
/// # Panics
/// When the store misbehaves.
pub fn shared<S: JobStore, K>(factory: impl AsyncFn() -> (S, K), check: Check) {
    block_on(async {
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
