//! Threads that work on one store together, and that all end when one of them fails.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use tokio::runtime::Handle;

/// Threads that may wait for each other.
#[derive(Debug)]
pub(crate) struct Team {
    size: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: usize,
    round: u64,
    /// How many have ended.
    ended: usize,
    failed: bool,
}

/// The panic of a thread that ends because another has failed.
struct AnotherFailed;

impl Team {
    pub(crate) fn new(size: usize) -> Self {
        Self { size, state: Mutex::default(), changed: Condvar::new() }
    }

    /// Waits until all threads do.
    ///
    /// # Panics
    /// When one has failed or ended: the others would wait for it for ever.
    pub(crate) fn wait(&self) {
        let mut state = self.state();
        let round = state.round;
        state.waiting += 1;
        if state.waiting == self.size {
            state.waiting = 0;
            state.round += 1;
            self.changed.notify_all();
        }
        while state.round == round {
            if state.failed || state.ended > 0 {
                drop(state);
                resume_unwind(Box::new(AnotherFailed));
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Ends this thread if another has failed: for loops that wait for what others do.
    pub(crate) fn go_on(&self) {
        if self.state().failed {
            resume_unwind(Box::new(AnotherFailed));
        }
    }

    /// How many threads have done their work.
    pub(crate) fn ended(&self) -> usize {
        self.state().ended
    }

    /// Runs `work(0)` to `work(size - 1)` on as many threads, started together, and collects their
    /// results.
    pub(crate) fn run<T: Send, F: Future<Output = T>>(
        &self,
        work: impl Fn(usize) -> F + Sync,
    ) -> Vec<T> {
        let runtime = Handle::current();
        let runtime = &runtime;
        let work = &work;
        let results: Vec<thread::Result<T>> = tokio::task::block_in_place(|| {
            thread::scope(|scope| {
                let run = |n| {
                    scope.spawn(move || {
                        let result = catch_unwind(AssertUnwindSafe(|| {
                            self.wait();
                            runtime.block_on(work(n))
                        }));
                        let mut state = self.state();
                        state.ended += 1;
                        state.failed |= result.is_err();
                        self.changed.notify_all();
                        result
                    })
                };
                let running: Vec<_> = (0..self.size).map(run).collect();
                running.into_iter().map(|thread| thread.join().unwrap_or_else(Err)).collect()
            })
        });
        let mut given = Vec::new();
        let mut failures = Vec::new();
        for result in results {
            match result {
                Ok(value) => given.push(value),
                Err(panic) => failures.push(panic),
            }
        }
        match reason(failures) {
            Some(panic) => resume_unwind(panic),
            None => given,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The failure that others followed.
fn reason(mut failures: Vec<Box<dyn Any + Send>>) -> Option<Box<dyn Any + Send>> {
    let first = failures.iter().position(|panic| !panic.is::<AnotherFailed>());
    (!failures.is_empty()).then(|| failures.swap_remove(first.unwrap_or(0)))
}

/// Runs `work` on `threads` threads that never wait for each other.
pub(crate) fn in_parallel<T: Send, F: Future<Output = T>>(
    threads: usize,
    work: impl Fn(usize) -> F + Sync,
) -> Vec<T> {
    Team::new(threads).run(work)
}
