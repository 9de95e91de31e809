//! Stores that claim to be durable and are not, or not for every handle: a behaviour finds each.
//!
//! Their ledgers are held by this process, under the name of the folder. That passes for durable
//! until the process is killed.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use jobs_conformance::{Behaviour, DURABLE_BEHAVIOURS, DurableCheck, Runner};
use jobs_core::{Appended, Draft, Error, JobStore, Result};

use crate::faulty::FaultyStore;

/// What is wrong with the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lapse {
    /// Nothing, as long as the process lives.
    LostWithTheProcess,
    /// A ledger that is closed is gone.
    ForgetsWhenClosed,
    /// The last call before a ledger is closed is lost.
    LosesTheLastCall,
    /// What other handles append is not seen before this one appends.
    StaleReads,
    /// A handle appends to what it knows, over what others have appended.
    OverwritesOthers,
    /// Closing one handle closes all.
    ClosesAll,
    /// A call that is dropped takes the ledger with it.
    LostWhenGivenUp,
}

#[derive(Debug, Default)]
struct Ledger {
    store: FaultyStore,
    before_the_last_call: Mutex<FaultyStore>,
    handles: AtomicUsize,
    closed: AtomicUsize,
}

/// One handle.
#[derive(Debug)]
struct Handle {
    lapse: Lapse,
    ledger: Arc<Ledger>,
    /// What it has seen of the ledger.
    seen: FaultyStore,
}

impl Handle {
    fn open(lapse: Lapse, folder: &Path) -> Self {
        static LEDGERS: Mutex<BTreeMap<PathBuf, Arc<Ledger>>> = Mutex::new(BTreeMap::new());
        let mut ledgers = LEDGERS.lock().unwrap_or_else(PoisonError::into_inner);
        let ledger = ledgers.entry(folder.to_owned()).or_default();
        if ledger.handles.fetch_add(1, Ordering::SeqCst) == 0 {
            match lapse {
                Lapse::ForgetsWhenClosed => ledger.store.become_like(&FaultyStore::default()),
                Lapse::LosesTheLastCall => {
                    ledger.store.become_like(&ledger.before_the_last_call.lock().unwrap());
                }
                _ => {}
            }
        }
        let seen = FaultyStore::default();
        seen.become_like(&ledger.store);
        Self { lapse, ledger: Arc::clone(ledger), seen }
    }

    /// What it reads.
    fn store(&self) -> &FaultyStore {
        let cached = matches!(self.lapse, Lapse::StaleReads | Lapse::OverwritesOthers);
        if cached { &self.seen } else { &self.ledger.store }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let others = self.ledger.handles.fetch_sub(1, Ordering::SeqCst) > 1;
        self.ledger.closed.store(usize::from(others), Ordering::SeqCst);
    }
}

impl jobs_core::DelegatingStore for Handle {
    type Inner = FaultyStore;

    fn inner(&self) -> &FaultyStore {
        self.store()
    }

    async fn around<T: Send>(
        &self,
        _: &'static str,
        call: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        if self.lapse == Lapse::ClosesAll && self.ledger.closed.load(Ordering::SeqCst) > 0 {
            return Err(Error::Closed);
        }
        call.await
    }

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let ledger = &self.ledger;
        if self.lapse == Lapse::OverwritesOthers {
            let answers = self.seen.append(drafts).await;
            ledger.store.become_like(&self.seen);
            return answers;
        }
        if self.lapse == Lapse::LosesTheLastCall {
            ledger.before_the_last_call.lock().unwrap().become_like(&ledger.store);
        }
        if self.lapse == Lapse::LostWhenGivenUp {
            let kept = FaultyStore::default();
            kept.become_like(&ledger.store);
            ledger.store.become_like(&FaultyStore::default());
            tokio::task::yield_now().await;
            ledger.store.become_like(&kept);
        }
        let answers = ledger.store.append(drafts).await;
        self.seen.become_like(&ledger.store);
        answers
    }
}

/// Why a behaviour fails, or `None`. In a process that `kills` starts, this appends until it is
/// killed.
fn failure(test: &str, lapse: Lapse, behaviour: &Behaviour<DurableCheck>) -> Option<String> {
    let test = format!("{}::{test}", module_path!());
    let open = async move |folder: &Path| Handle::open(lapse, folder);
    let run = || Runner::default().durable(&test, open, behaviour.check);
    let panic = catch_unwind(AssertUnwindSafe(run)).err()?;
    let literal = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    Some(panic.downcast::<String>().map_or(literal.unwrap_or_default(), |text| *text))
}

macro_rules! lapses {
    ($($name:ident: $lapse:ident, $behaviour:literal, $why:literal;)*) => {
        $(#[test]
        fn $name() {
            let named = |item: &&Behaviour<_>| format!("{}::{}", item.module, item.name) == $behaviour;
            let behaviour = DURABLE_BEHAVIOURS.iter().find(named).unwrap();
            let why = failure(stringify!($name), Lapse::$lapse, behaviour);
            let why = why.expect(concat!($behaviour, " missed it"));
            assert!(why.contains($why), "{why}");
        })*
    };
}

lapses! {
    forgets_when_closed: ForgetsWhenClosed, "reopening::a_ledger_opens_as_it_was_closed", "not the entries of before";
    forgets_while_empty: ForgetsWhenClosed, "reopening::an_empty_ledger_opens_again", "left == right";
    loses_the_last_call: LosesTheLastCall, "reopening::a_ledger_goes_on_after_every_opening", "the ledger of the last opening";
    lost_when_given_up: LostWhenGivenUp, "reopening::a_ledger_opens_after_callers_gave_up", "left == right";
    stale_reads: StaleReads, "handles::each_handle_sees_what_the_others_appended", "not counted";
    stale_readers: StaleReads, "handles::readers_see_what_other_handles_append_only_grow", "acknowledged, and not counted";
    overwrites_others: OverwritesOthers, "handles::the_rules_hold_across_handles", "must be refused";
    overwrites_in_a_race: OverwritesOthers, "handles::writers_with_handles_of_their_own_lose_nothing", "was given twice";
    wins_every_race: OverwritesOthers, "handles::handles_race_for_one_job_id", "left == right";
    settles_in_every_race: OverwritesOthers, "handles::handles_race_for_one_status", "";
    closes_all: ClosesAll, "handles::a_handle_goes_on_when_another_is_closed", "Closed";
    lost_with_the_process: LostWithTheProcess, "kills::acknowledged_entries_outlive_a_kill", "which is lost";
    other_processes_are_not_seen: LostWithTheProcess, "kills::a_kill_leaves_other_processes_whole", "which is lost";
}

/// Only a kill reveals what a process loses with its memory.
#[test]
fn what_a_process_holds_passes_until_the_process_is_killed() {
    for behaviour in DURABLE_BEHAVIOURS.iter().filter(|item| item.module != "kills") {
        let failure = failure("", Lapse::LostWithTheProcess, behaviour);
        assert_eq!(failure, None, "{}::{}", behaviour.module, behaviour.name);
    }
}
