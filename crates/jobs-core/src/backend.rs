//! For those who write a store: the sequencer, the only way from a draft to a new entry.
//!
//! A store runs each batch like this, in one transaction:
//!
//! ```text
//! load the TreeState ──► Sequencer ──► for each draft: sequence ──► write the entry ──► accept
//!                                                   └─► refused or repeated: answer alone
//!                   └──► write the new TreeState ──► commit ──► answer
//! ```

use crate::merkle::{self, RightEdge};
use crate::store::{Appended, Head};
use crate::{Cid, Draft, Entry, Error, Index, JobId, Outcomes, Result, Status, Timestamp};

/// Rebuilds an entry from what a store kept. The values are those that readers are served: the leaf is
/// encoded from them, so that a stored value that was edited no longer fits the tree.
#[must_use]
pub fn restore(
    index: Index,
    recorded_at: Timestamp,
    previous: Option<Index>,
    draft: Draft,
) -> Entry {
    Entry::new(index, recorded_at, previous, draft)
}

/// What a store keeps with its entries, changed in the same transaction: all that the next append needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeState {
    /// The tree's right edge.
    pub edge: RightEdge,
    /// The time of the newest entry.
    pub recorded_at: Timestamp,
}

impl TreeState {
    /// The head of this tree.
    #[must_use]
    pub fn head(&self) -> Head {
        Head::new(self.edge.size(), self.edge.root())
    }
}

/// The state of an empty ledger.
impl Default for TreeState {
    fn default() -> Self {
        Self { edge: RightEdge::default(), recorded_at: Timestamp::MIN }
    }
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobState {
    /// The index of the entry that created it.
    pub first: Index,
    /// The index of its newest entry.
    pub last: Index,
    /// Its status.
    pub status: Status,
}

/// The questions that a draft raises about what is recorded already, drafts of the same batch included.
pub trait Lookup {
    /// Where the job stands; `None` when there is no such job.
    ///
    /// # Errors
    /// Whatever keeps the store from answering; it ends the batch.
    fn job(&mut self, job_id: JobId) -> Result<Option<JobState>>;

    /// The entry at `index`, which exists.
    ///
    /// # Errors
    /// Whatever keeps the store from answering; it ends the batch.
    fn entry(&mut self, index: Index) -> Result<Entry>;

    /// The first customer in `outcomes` that the job created at index `first` does not have.
    ///
    /// # Errors
    /// Whatever keeps the store from answering; it ends the batch.
    fn stranger(&mut self, first: Index, outcomes: &Outcomes) -> Result<Option<Cid>>;
}

/// What becomes of a draft.
#[derive(Debug)]
pub enum Sequenced {
    /// A new entry. The store writes it, then calls [`Sequencer::accept`].
    New(Entry, JobState),
    /// The ledger holds the same fact already; there is nothing to write.
    Repeated(Appended),
    /// The draft breaks a rule; the next one may be fine.
    Refused(Error),
}

/// Gives drafts their place: the next index, a time that never runs backwards, the entry before.
#[derive(Debug)]
pub struct Sequencer {
    state: TreeState,
}

impl Sequencer {
    /// Goes on from `state`.
    #[must_use]
    pub fn new(state: TreeState) -> Self {
        Self { state }
    }

    /// Applies the ledger's rules to `draft` at the time `now`. Nothing changes until
    /// [`accept`](Self::accept).
    ///
    /// # Errors
    /// Only those of `lookup`, which end the batch; a draft that breaks a rule is
    /// [`Sequenced::Refused`].
    pub fn sequence(
        &self,
        draft: Draft,
        now: Timestamp,
        lookup: &mut impl Lookup,
    ) -> Result<Sequenced> {
        let job_id = draft.job_id();
        let known = lookup.job(job_id)?;
        match (&draft, known) {
            (Draft::JobCreated(_), Some(_)) => {
                return Ok(Sequenced::Refused(Error::DuplicateJob { job_id }));
            }
            (Draft::JobCreated(job), None) => {
                if let Some(earlier) = job.retry_of()
                    && lookup.job(earlier)?.is_none()
                {
                    let reason = format!("no job {earlier} is recorded");
                    return Ok(Sequenced::Refused(Error::invalid("retry_of", reason)));
                }
            }
            (Draft::JobImported(_), Some(state)) => {
                return Ok(repeat_of(&draft, &lookup.entry(state.first)?));
            }
            (Draft::JobImported(_), None) => {}
            (Draft::StatusChanged(_), None) => {
                return Ok(Sequenced::Refused(Error::UnknownJob { job_id }));
            }
            (Draft::StatusChanged(change), Some(state)) => {
                let to = change.details.status;
                if to == state.status && to != Status::InProgress {
                    return Ok(repeat_of(&draft, &lookup.entry(state.last)?));
                }
                if !state.status.may_become(to) {
                    let refusal = Error::IllegalTransition { job_id, from: state.status, to };
                    return Ok(Sequenced::Refused(refusal));
                }
                if let Some(cid) = lookup.stranger(state.first, &change.outcomes)? {
                    return Ok(Sequenced::Refused(Error::UnknownCustomer { job_id, cid }));
                }
            }
        }
        Ok(self.place(draft, now, known))
    }

    fn place(&self, draft: Draft, now: Timestamp, known: Option<JobState>) -> Sequenced {
        let index = self.state.edge.size();
        let recorded_at = now.max(self.state.recorded_at);
        let entry = Entry::new(index, recorded_at, known.map(|state| state.last), draft);
        let first = known.map_or(index, |state| state.first);
        let state = JobState { first, last: index, status: entry.status() };
        Sequenced::New(entry, state)
    }

    /// Takes `entry`, which the store has written, into the tree.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when it is not the next one.
    pub fn accept(&mut self, entry: &Entry) -> Result<Appended> {
        let size = self.state.edge.size();
        if entry.index() != size {
            let index = entry.index();
            return Err(Error::Corrupt(format!("entry {index} does not follow {size} entries")));
        }
        self.state.edge.push(merkle::leaf_hash(&entry.leaf()));
        self.state.recorded_at = entry.recorded_at();
        Ok(Appended::new(entry, false))
    }

    /// What the store must keep.
    #[must_use]
    pub fn state(&self) -> &TreeState {
        &self.state
    }
}

/// Whether `recorded`, an entry of the same job, holds what `draft` says. Who says it does not matter.
fn repeat_of(draft: &Draft, recorded: &Entry) -> Sequenced {
    let same = match (draft, recorded.draft()) {
        (Draft::StatusChanged(ours), Draft::StatusChanged(theirs)) => {
            ours.details == theirs.details && ours.outcomes == theirs.outcomes
        }
        (Draft::StatusChanged(ours), Draft::JobImported(theirs)) => {
            ours.details == *theirs.details() && ours.outcomes.is_empty()
        }
        (ours, theirs) => ours == theirs,
    };
    if same {
        return Sequenced::Repeated(Appended::new(recorded, true));
    }
    let job_id = draft.job_id();
    Sequenced::Refused(match draft {
        Draft::StatusChanged(_) => Error::Conflict { job_id, status: recorded.status() },
        _ => Error::DuplicateJob { job_id },
    })
}
