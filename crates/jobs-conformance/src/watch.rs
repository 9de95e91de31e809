//! Watches the calls of a store, so that a failure can name the one that was not answered.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use jobs_core::{JobStore, Result};

/// The calls that are not answered yet.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    calls: Mutex<Calls>,
}

#[derive(Debug, Default)]
struct Calls {
    /// By their number, so that the first one is the oldest.
    waiting: BTreeMap<u64, (&'static str, Instant)>,
    next: u64,
    /// Set once nobody waits for the behaviour any more.
    abandoned: bool,
}

/// A call that is answered, or given up, when this is dropped.
pub(crate) struct Call<'a> {
    watch: &'a Watch,
    number: u64,
}

impl Watch {
    /// # Panics
    /// When the behaviour was abandoned: a thread of it that asks again and again must end.
    pub(crate) fn call(&self, name: &'static str) -> Call<'_> {
        let mut calls = self.calls();
        let number = calls.next;
        let abandoned = calls.abandoned;
        if !abandoned {
            calls.next += 1;
            calls.waiting.insert(number, (name, Instant::now()));
        }
        drop(calls);
        assert!(!abandoned, "the behaviour was abandoned");
        Call { watch: self, number }
    }

    /// The call that has been waiting for longest, and since when.
    pub(crate) fn oldest(&self) -> Option<(&'static str, Instant)> {
        self.calls().waiting.values().next().copied()
    }

    /// Makes every further call fail.
    pub(crate) fn abandon(&self) {
        self.calls().abandoned = true;
    }

    /// The guarded value is consistent between any two statements, so a poisoned lock is fine.
    fn calls(&self) -> MutexGuard<'_, Calls> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        self.watch.calls().waiting.remove(&self.number);
    }
}

/// A store whose calls are watched.
#[derive(Debug)]
pub(crate) struct Watched<S> {
    store: S,
    watch: Arc<Watch>,
}

impl<S> Watched<S> {
    pub(crate) fn new(store: S, watch: &Arc<Watch>) -> Self {
        Self { store, watch: Arc::clone(watch) }
    }
}

impl<S: JobStore> jobs_core::DelegatingStore for Watched<S> {
    jobs_core::delegate_to!(store: S);

    async fn around<T: Send>(
        &self,
        method: &'static str,
        call: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        let _call = self.watch.call(method);
        call.await
    }
}
