//! Behaviours of a durable ledger whose process is killed. The kill is a real one: SIGKILL, in the
//! middle of an append.
//!
//! A killed process loses what it held in its own memory. What the machine loses when its power
//! fails is for each store to test in its own way.

use std::collections::BTreeMap;

use jobs_core::{Entry, JobStore, Timestamp};

use crate::Ledger;
use crate::support::{append_all, head, job_id};
use crate::writer::{Acknowledged, call_number, drafts};

/// Every entry that was acknowledged before the kill is there when the ledger is opened again, and
/// the ledger goes on: for this process, and for the next one that is killed.
pub async fn acknowledged_entries_outlive_a_kill(ledger: &Ledger) {
    let mut told = Told::default();
    // The first one is killed while it starts, or opens the ledger.
    for (round, count) in (0..).zip([0, 1, 2, 30, 100]) {
        let mut writer = ledger.writer(2 * round);
        writer.wait_for(count);
        told.add(writer.kill());
        let store = ledger.open().await;
        told.check(&crate::audit(&*store).await);
        told.append(&*store, call_number(2 * round + 1, 0, 0)).await;
    }
    told.repeat(&*ledger.open().await).await;
}

/// Processes that append at the same time lose nothing of each other's, nor of what a killed one
/// had recorded.
pub async fn a_kill_leaves_other_processes_whole(ledger: &Ledger) {
    let store = ledger.open().await;
    let mut told = Told::default();
    told.append(&*store, call_number(0, 0, 0)).await;
    let mut killed = ledger.writer(1);
    let mut goes_on = ledger.writer(2);
    for nth in 1..20 {
        killed.wait_for(3 * nth as usize);
        told.append(&*store, call_number(0, 0, nth)).await;
    }
    told.add(killed.kill());
    goes_on.wait_for(30);
    for nth in 20..40 {
        told.append(&*store, call_number(0, 0, nth)).await;
    }
    told.add(goes_on.kill());
    let entries = crate::audit(&*store).await;
    told.check(&entries);
    told.repeat(&*store).await;
    assert_eq!(crate::audit(&*ledger.open().await).await, entries);
}

/// The entries that writers were told are recorded, by index.
#[derive(Default)]
struct Told(BTreeMap<u64, Acknowledged>);

impl Told {
    fn add(&mut self, acknowledged: impl IntoIterator<Item = Acknowledged>) {
        for one in acknowledged {
            let before = self.0.insert(one.index, one);
            assert!(
                before.is_none(),
                "{one:?}: acknowledged before, for {before:?}, which is lost"
            );
        }
    }

    /// Appends in this process.
    async fn append(&mut self, store: &dyn JobStore, call: u32) {
        let answers = append_all(store, drafts(call)).await;
        let told = answers.iter().enumerate().map(|(at, one)| Acknowledged::new(call, at, one));
        self.add(told.collect::<Vec<_>>());
    }

    /// Checks that all of them are among `entries`, which are all that the ledger has.
    fn check(&self, entries: &[Entry]) {
        for one in self.0.values() {
            let entry = usize::try_from(one.index).ok().and_then(|index| entries.get(index));
            let entry = entry.unwrap_or_else(|| panic!("{one:?}: was acknowledged, and is lost"));
            let as_told = entry.draft() == &drafts(one.call)[one.position];
            assert!(as_told, "{one:?}: another entry is there: {entry:?}");
            let time = Timestamp::from_micros("recorded_at", one.recorded_at_micros).unwrap();
            assert_eq!(entry.recorded_at(), time, "{one:?}: its time");
        }
    }

    /// A caller that sends an acknowledged draft again is told where it is; nothing is recorded
    /// twice.
    async fn repeat(&self, store: &dyn JobStore) {
        let before = head(store).await;
        for one in self.0.values().rev().take(20) {
            let draft = drafts(one.call).swap_remove(one.position);
            // Only the last of a job's reports counts as repeated.
            let last = store.job(draft.job_id()).await.unwrap().unwrap().job;
            assert_eq!(last.job_id, job_id(one.call));
            if one.position == 0 || last.last_index == one.index {
                let answers = store.append(vec![draft]).await.unwrap();
                let answer = answers.into_iter().next().unwrap().unwrap();
                assert_eq!((answer.index(), answer.repeated()), (one.index, true), "{one:?}");
            }
        }
        assert_eq!(head(store).await, before, "a repeat changed the ledger");
    }
}
