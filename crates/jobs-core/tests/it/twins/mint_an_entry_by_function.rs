//! The twin of `tests/ui/fail/mint_an_entry_by_function.rs`: what is allowed instead.

use jobs_core::backend::{JobState, Lookup, Sequenced, Sequencer, TreeState};
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, Entry, Error, Index, JobId, NewJob, Outcomes,
    Result, Timestamp, UserId,
};

fn sequence(recorded_at: Timestamp, draft: Draft, lookup: &mut impl Lookup) -> Option<Entry> {
    let sequencer = Sequencer::new(TreeState::default());
    match sequencer.sequence(draft, recorded_at, lookup) {
        Ok(Sequenced::New(entry, _)) => Some(entry),
        _ => None,
    }
}

struct Nothing;

impl Lookup for Nothing {
    fn job(&mut self, _: JobId) -> Result<Option<JobState>> {
        Ok(None)
    }
    fn request(&mut self, _: jobs_core::RequestKey) -> Result<Option<Index>> {
        Ok(None)
    }
    fn entry(&mut self, index: Index) -> Result<Entry> {
        Err(Error::Corrupt(format!("no entry {index}")))
    }
    fn unknown_customer(&mut self, _: Index, _: &Outcomes) -> Result<Option<Cid>> {
        Ok(None)
    }
}

pub(super) fn main() {
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    let user_id = UserId::new("vijay").unwrap();
    let action_name = ActionName::new("PE-Enable").unwrap();
    let job = NewJob::new(user_id, ActionCode::UNKNOWN, action_name, customers).unwrap();
    let entry = sequence(Timestamp::now(), job.into(), &mut Nothing).unwrap();
    assert_eq!(entry.index(), 0);
}
