//! The sequencer under a clock that the test sets: cases that no test through a store can bring
//! about.

use jobs_core::backend::{JobState, Lookup, Sequenced, Sequencer, TreeState};
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, Entry, Error, Index, JobId, NewJob, Outcomes,
    RequestKey, Result, Timestamp, UserId,
};

/// A ledger that knows no job.
struct Nothing;

impl Lookup for Nothing {
    fn job(&mut self, _: JobId) -> Result<Option<JobState>> {
        Ok(None)
    }
    fn request(&mut self, _: RequestKey) -> Result<Option<Index>> {
        Ok(None)
    }
    fn entry(&mut self, index: Index) -> Result<Entry> {
        Err(Error::Corrupt(format!("no entry {index}")))
    }
    fn unknown_customer(&mut self, _: Index, _: &Outcomes) -> Result<Option<Cid>> {
        Ok(None)
    }
}

fn draft() -> Draft {
    let user_id = UserId::new("vijay");
    let action_name = ActionName::new("PE-Enable");
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    NewJob::new(user_id.unwrap(), ActionCode::UNKNOWN, action_name.unwrap(), customers)
        .unwrap()
        .into()
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros("now", seconds * 1_000_000).unwrap()
}

fn sequence(sequencer: &Sequencer, now: Timestamp) -> Entry {
    match sequencer.sequence(draft(), now, &mut Nothing).unwrap() {
        Sequenced::New(entry, _) => entry,
        other => panic!("{other:?}"),
    }
}

/// An entry gets the time that the clock shows, also when the clock was set back; the state that a
/// store keeps has the time of the newest entry, not the latest.
#[test]
fn an_entry_gets_the_time_of_the_clock_also_when_that_was_set_back() {
    let mut sequencer = Sequencer::new(TreeState::default());
    let mut times = Vec::new();
    for seconds in [100, 40, 99, 101, 0] {
        let entry = sequence(&sequencer, at(seconds));
        times.push(entry.recorded_at());
        sequencer.accept(&entry, |_, _| {}).unwrap();
        let state = sequencer.finish();
        assert_eq!(state.recorded_at, at(seconds));
        sequencer = Sequencer::new(state);
    }
    assert_eq!(times, [100, 40, 99, 101, 0].map(at));
}

/// An entry that is not the next one is not taken into the tree, and the state stays as it was.
#[test]
fn only_the_next_entry_is_accepted() {
    let mut sequencer = Sequencer::new(TreeState::default());
    let first = sequence(&sequencer, at(1));
    sequencer.accept(&first, |_, _| {}).unwrap();
    let error = sequencer.accept(&first, |_, _| {}).unwrap_err();
    assert!(matches!(error, Error::Corrupt(_)), "{error}");
    let ahead = jobs_core::backend::restore(2, at(1), None, draft());
    assert!(sequencer.accept(&ahead, |_, _| {}).is_err());
    let state = sequencer.finish();
    assert_eq!(state.head().size(), 1);
    assert_eq!(state.head().root(), jobs_core::merkle::leaf_hash(&first.leaf()));
}

/// A batch answers once it is complete: all its answers are of one head, and each proves its entry
/// in it.
#[test]
fn answers_are_proved_once_the_batch_is_complete() {
    let mut sequencer = Sequencer::new(TreeState::default());
    let accepted: Vec<_> = (1..=3)
        .map(|seconds| {
            let entry = sequence(&sequencer, at(seconds));
            (sequencer.accept(&entry, |_, _| {}).unwrap(), entry)
        })
        .collect();
    assert!(accepted.iter().all(|(answer, _)| answer.head().is_none()));
    let head = sequencer.finish().head();
    for (answer, entry) in accepted {
        assert_eq!(answer.head(), Some(head));
        let leaf = jobs_core::merkle::leaf_hash(&entry.leaf());
        answer.inclusion().unwrap().verify(&leaf, &head.root()).unwrap();
    }
}

/// A draft that was sequenced but not accepted changes nothing.
#[test]
fn sequencing_alone_changes_nothing() {
    let sequencer = Sequencer::new(TreeState::default());
    assert_eq!(sequence(&sequencer, at(7)).index(), 0);
    assert_eq!(sequence(&sequencer, at(8)).index(), 0);
    assert_eq!(sequencer.finish(), TreeState::default());
}

/// A ledger whose records of jobs cannot be read.
struct Damaged;

impl Lookup for Damaged {
    fn job(&mut self, _: JobId) -> Result<Option<JobState>> {
        Err(Error::Corrupt("a job's state".into()))
    }
    fn request(&mut self, _: RequestKey) -> Result<Option<Index>> {
        Ok(None)
    }
    fn entry(&mut self, index: Index) -> Result<Entry> {
        Err(Error::Corrupt(format!("no entry {index}")))
    }
    fn unknown_customer(&mut self, _: Index, _: &Outcomes) -> Result<Option<Cid>> {
        Ok(None)
    }
}

/// A draft that meets damage is refused with that error, and the rest of the batch goes on.
#[test]
fn damage_is_the_affair_of_the_draft_that_meets_it() {
    let sequencer = Sequencer::new(TreeState::default());
    let refused = sequencer.sequence(draft(), at(1), &mut Damaged).unwrap();
    assert!(matches!(refused, Sequenced::Refused(Error::Corrupt(_))), "{refused:?}");
    assert_eq!(sequence(&sequencer, at(1)).index(), 0);
}
