//! Runs a behaviour: on its own runtime, through each kind of pointer, with an audit at the end and
//! a time limit.

use std::panic::resume_unwind;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use futures::future::LocalBoxFuture;
use jobs_core::JobStore;

use crate::ledger::{Ledger, opened};
use crate::watch::{Watch, Watched};
use crate::writer;

/// A behaviour as a function pointer: it gets an empty store, and panics when the store misbehaves.
pub type Check = for<'a> fn(&'a dyn JobStore) -> LocalBoxFuture<'a, ()>;

/// A behaviour of a durable store: it gets an empty ledger to open as often as it likes.
pub type DurableCheck = for<'a> fn(&'a Ledger) -> LocalBoxFuture<'a, ()>;

/// One thing that every store does; or, with a [`DurableCheck`], every durable one.
#[derive(Debug, Clone, Copy)]
pub struct Behaviour<C = Check> {
    /// The module of this crate that it is in.
    pub module: &'static str,
    /// The name of its function.
    pub name: &'static str,
    /// Its function.
    pub check: C,
}

/// Runs behaviours, each in its own thread.
///
/// A store that never answers must not make a test hang: when time is up the behaviour fails, and
/// its thread is left behind.
///
/// Each method takes a function that opens a store on the ledger in a folder, and makes the ledger
/// when there is none. The folder is new and empty for each behaviour; a store that needs no folder
/// ignores it.
#[derive(Debug, Clone, Copy)]
pub struct Runner {
    /// How long one call of the store may take. By default a minute, many times what the slowest
    /// takes on a slow disk.
    pub answer_within: Duration,
    /// How long a behaviour may take. By default five minutes.
    pub end_within: Duration,
}

impl Default for Runner {
    fn default() -> Self {
        Self { answer_within: Duration::from_secs(60), end_within: Duration::from_secs(300) }
    }
}

impl Runner {
    /// Runs a behaviour on a store held as `&dyn JobStore`, then audits the ledger.
    ///
    /// # Panics
    /// When the store misbehaves.
    pub fn by_reference<S: JobStore>(
        self,
        open: impl AsyncFn(&Path) -> S + Send + 'static,
        check: Check,
    ) {
        self.held(open, |store| store, check);
    }

    /// Runs a behaviour on a store held as `Box<dyn JobStore>`, then audits the ledger.
    ///
    /// # Panics
    /// When the store misbehaves.
    pub fn boxed<S: JobStore>(self, open: impl AsyncFn(&Path) -> S + Send + 'static, check: Check) {
        self.held(open, |store| Box::new(store) as Box<dyn JobStore>, check);
    }

    /// Runs a behaviour on a store held as `Arc<dyn JobStore>`, then audits the ledger.
    ///
    /// # Panics
    /// When the store misbehaves.
    pub fn shared<S: JobStore>(
        self,
        open: impl AsyncFn(&Path) -> S + Send + 'static,
        check: Check,
    ) {
        self.held(open, |store| Arc::new(store) as Arc<dyn JobStore>, check);
    }

    fn held<S: JobStore, H: JobStore>(
        self,
        open: impl AsyncFn(&Path) -> S + Send + 'static,
        hold: fn(S) -> H,
        check: Check,
    ) {
        self.supervise(move |watch| {
            // Dropped after the store, and after the runtime.
            let folder = tempfile::tempdir().unwrap();
            block_on(async {
                let store = hold(opened(&open, folder.path(), watch).await);
                let store = Watched::new(store, watch);
                check(&store).await;
                crate::audit(&store).await;
            });
        });
    }

    /// Runs a behaviour of a durable store, then opens the ledger once more and audits it.
    ///
    /// `test` is the path of the test that calls this, as [`module_path!`] begins it. The
    /// behaviours of the module [`kills`](crate::kills) run only that test in a separate process,
    /// in which this call appends to the ledger until it is killed.
    ///
    /// # Panics
    /// When the store misbehaves.
    pub fn durable<S: JobStore>(
        self,
        test: &str,
        open: impl AsyncFn(&Path) -> S + Send + 'static,
        check: DurableCheck,
    ) {
        // The harness names a test without its crate.
        let test = test.split_once("::").map_or(test, |(_, test)| test).to_owned();
        if let Some(order) = writer::Order::of_this_process(&test) {
            return self.supervise(move |watch| {
                block_on(async {
                    let store = opened(&open, order.folder(), watch).await;
                    order.carry_out(&Watched::new(store, watch)).await;
                });
            });
        }
        self.supervise(move |watch| {
            let folder = tempfile::tempdir().unwrap();
            let ledger = Ledger::new(open, folder.path(), test, watch);
            block_on(async {
                check(&ledger).await;
                crate::audit(&*ledger.open().await).await;
            });
        });
    }

    /// Runs `work` in its own thread, which is left behind when a call is not answered or the whole
    /// does not end in time.
    pub(crate) fn supervise(self, work: impl FnOnce(&Arc<Watch>) + Send + 'static) {
        let Self { answer_within, end_within } = self;
        let watch = Arc::<Watch>::default();
        let began = Instant::now();
        let (ends, ended) = mpsc::channel::<()>();
        let watched = Arc::clone(&watch);
        let thread = thread::spawn(move || {
            // Dropped with the thread, also when that panics.
            let _until_ended = ends;
            work(&watched);
        });
        loop {
            let oldest = watch.oldest();
            let waited = oldest.map_or(Duration::ZERO, |(_, since)| since.elapsed());
            let left = answer_within.saturating_sub(waited);
            let left = left.min(end_within.saturating_sub(began.elapsed()));
            if left.is_zero() {
                watch.abandon();
                match oldest.filter(|_| waited >= answer_within) {
                    Some((call, _)) => panic!("no answer to `{call}` within {answer_within:?}"),
                    None => panic!("the behaviour did not end within {end_within:?}"),
                }
            }
            if ended.recv_timeout(left) != Err(RecvTimeoutError::Timeout) {
                break;
            }
        }
        thread.join().unwrap_or_else(|panic| resume_unwind(panic));
    }
}

/// Runs `future` on a multi-threaded runtime, which the behaviours need: some of them block.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().unwrap().block_on(future)
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    #[test]
    fn what_never_ends_is_left_behind_and_what_fails_says_why() {
        let short = Duration::from_millis(1);
        let patient = Runner::default();
        let why = |runner: Runner, work: fn(&Arc<Watch>)| {
            let panic = catch_unwind(|| runner.supervise(work)).unwrap_err();
            *panic.downcast::<String>().unwrap()
        };
        let said =
            why(Runner { end_within: short, ..patient }, |_| block_on(std::future::pending()));
        assert_eq!(said, "the behaviour did not end within 1ms");
        let said = why(Runner { answer_within: short, ..patient }, |watch| {
            drop(watch.call("one that is answered"));
            let _call = watch.call("head");
            loop {
                thread::park();
            }
        });
        assert_eq!(said, "no answer to `head` within 1ms");
        assert_eq!(why(patient, |_| panic!("{}", "why")), "why");
        patient.supervise(|_| ());
    }

    /// A thread that goes on asking ends once nobody waits for it.
    #[test]
    fn what_is_left_behind_asks_no_more() {
        let (asks, asked) = mpsc::channel::<()>();
        let runner = Runner { end_within: Duration::from_millis(1), ..Runner::default() };
        let spins = move || {
            runner.supervise(move |watch| {
                let _until_ended = asks;
                loop {
                    drop(watch.call("head"));
                }
            });
        };
        catch_unwind(std::panic::AssertUnwindSafe(spins)).unwrap_err();
        let ended = asked.recv_timeout(Runner::default().answer_within);
        assert_eq!(ended, Err(RecvTimeoutError::Disconnected));
    }
}
