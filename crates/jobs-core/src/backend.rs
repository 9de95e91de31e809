//! For those who write a store: the sequencer, the only way from a draft to a new entry.
//!
//! A store runs each batch like this, in one transaction:
//!
//! ```text
//! load the TreeState ──► Sequencer ──► for each draft: sequence ──► accept ──► write the entry
//!                                                   └─► refused or repeated: answer alone
//!                   └──► finish: write the new TreeState ──► commit ──► answer
//! ```

use std::sync::{Arc, OnceLock};

use crate::merkle::{self, Growth, Hash, Node, RightEdge};
use crate::store::{Appended, Head};
use crate::{
    Cause, Cid, Draft, Entry, Error, Index, JobId, NewNote, Outcomes, RequestKey, Result, Status,
    StatusChanges, StatusDetails, Timestamp,
};

/// Rebuilds an entry from what a store kept. These are the values that readers are served, and the
/// leaf is encoded from them: a stored value that was edited no longer fits the tree.
#[must_use]
pub fn restore(
    index: Index,
    recorded_at: Timestamp,
    previous: Option<Index>,
    draft: Draft,
) -> Entry {
    Entry::new(index, recorded_at, previous, draft)
}

/// What a store keeps with its entries, and changes in the same transaction: all that the next
/// append needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeState {
    /// The tree's right edge.
    pub edge: RightEdge,
    /// The time of the newest entry: a store that sees it go back knows that the clock was set
    /// back.
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
    /// Its status.
    pub status: Status,
    /// The entries that changed its status.
    pub changes: StatusChanges,
    /// How many notes about it there are.
    pub note_count: usize,
    /// The index of the newest of them.
    pub newest_note: Option<Index>,
}

impl JobState {
    /// The state of a job that the entry at `index` creates with `status`.
    #[must_use]
    pub fn created(index: Index, status: Status) -> Self {
        let changes = StatusChanges::default();
        Self { first: index, status, changes, note_count: 0, newest_note: None }
    }

    /// The index of the job's newest entry.
    #[must_use]
    pub fn last(&self) -> Index {
        self.status_index().max(self.newest_note.unwrap_or_default())
    }

    /// The index of the entry that gave the job the status that it has.
    #[must_use]
    pub fn status_index(&self) -> Index {
        self.changes.last().unwrap_or(self.first)
    }

    /// The state once `entry` follows: one that gives the job a status is a change of it.
    fn followed_by(self, entry: &Entry) -> Self {
        match entry.status() {
            Some(status) => Self { status, changes: self.changes.and(entry.index()), ..self },
            None => {
                Self { note_count: self.note_count + 1, newest_note: Some(entry.index()), ..self }
            }
        }
    }
}

/// The questions that a draft raises about what is recorded already, drafts of the same batch
/// included.
pub trait Lookup {
    /// Where the job stands; `None` when there is no such job.
    ///
    /// # Errors
    /// The store could not answer; this ends the batch.
    fn job(&mut self, job_id: JobId) -> Result<Option<JobState>>;

    /// The index of the entry that bears the key.
    ///
    /// # Errors
    /// The store could not answer; this ends the batch.
    fn request(&mut self, key: RequestKey) -> Result<Option<Index>>;

    /// The entry at `index`, which exists.
    ///
    /// # Errors
    /// The store could not answer; this ends the batch.
    fn entry(&mut self, index: Index) -> Result<Entry>;

    /// The first customer in `outcomes` that the job created at index `first` does not have.
    ///
    /// # Errors
    /// The store could not answer; this ends the batch.
    fn unknown_customer(&mut self, first: Index, outcomes: &Outcomes) -> Result<Option<Cid>>;
}

/// What becomes of a draft.
#[derive(Debug)]
pub enum Sequenced {
    /// A new entry. The store calls [`Sequencer::accept`] and writes it.
    New(Entry, JobState),
    /// The ledger holds the same fact already; there is nothing to write.
    Repeated(Appended),
    /// The draft breaks a rule; the next one may be fine.
    Refused(Error),
}

/// Gives drafts their place: the next index, the time that the clock shows, the entry before.
#[derive(Debug)]
pub struct Sequencer {
    growth: Growth,
    recorded_at: Timestamp,
    /// What the answers of this batch share, once it is complete.
    shared: Arc<OnceLock<(Growth, Head, Head)>>,
}

impl Sequencer {
    /// Goes on from `state`.
    #[must_use]
    pub fn new(state: TreeState) -> Self {
        let TreeState { edge, recorded_at } = state;
        Self { growth: Growth::new(edge), recorded_at, shared: Arc::default() }
    }

    /// Applies the ledger's rules to `draft` at the time `now`, which the entry gets even if
    /// earlier entries have a later one: the index alone is the order. Nothing changes until
    /// [`accept`](Self::accept).
    ///
    /// # Errors
    /// Only those of `lookup`, which end the batch. A draft that breaks a rule is
    /// [`Sequenced::Refused`], and so is one whose look-ups meet damage: the rest of the batch is
    /// not affected.
    pub fn sequence(
        &self,
        draft: Draft,
        now: Timestamp,
        lookup: &mut impl Lookup,
    ) -> Result<Sequenced> {
        match self.judge(draft, now, lookup) {
            Err(damage @ Error::Corrupt(_)) => Ok(Sequenced::Refused(damage)),
            sequenced => sequenced,
        }
    }

    fn judge(&self, draft: Draft, now: Timestamp, lookup: &mut impl Lookup) -> Result<Sequenced> {
        if let Some(key) = draft.request_key()
            && let Some(index) = lookup.request(key)?
        {
            return Ok(replay_of(&draft, &lookup.entry(index)?));
        }
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
            (Draft::StatusChanged(_) | Draft::NoteAdded(_), None) => {
                return Ok(Sequenced::Refused(Error::UnknownJob { job_id }));
            }
            (Draft::StatusChanged(change), Some(state)) => {
                let to = change.details.status;
                if to == state.status && to != Status::InProgress {
                    return Ok(repeat_of(&draft, &lookup.entry(state.status_index())?));
                }
                if !state.status.may_become(to) {
                    let refusal = Error::IllegalTransition { job_id, from: state.status, to };
                    return Ok(Sequenced::Refused(refusal));
                }
                if let Err(refusal) = check_cause(&change.details) {
                    return Ok(Sequenced::Refused(refusal));
                }
                if let Some(cid) = lookup.unknown_customer(state.first, &change.outcomes)? {
                    return Ok(Sequenced::Refused(Error::UnknownCustomer { job_id, cid }));
                }
            }
            // In any status, and as often as somebody says so.
            (Draft::NoteAdded(_), Some(state)) => {
                if state.note_count >= NewNote::COUNT_MAX {
                    return Ok(Sequenced::Refused(Error::TooManyNotes { job_id }));
                }
            }
        }
        Ok(self.place(draft, now, known))
    }

    fn place(&self, mut draft: Draft, now: Timestamp, known: Option<JobState>) -> Sequenced {
        // A wrong root would make the ledger unsound for ever.
        draft.distrust();
        let index = self.size();
        let entry = Entry::new(index, now, known.map(|state| state.last()), draft);
        let state = match (known, entry.status()) {
            (Some(state), _) => state.followed_by(&entry),
            (None, status) => JobState::created(index, status.unwrap_or(Status::InProgress)),
        };
        Sequenced::New(entry, state)
    }

    /// Takes `entry` into the tree. `completed` is called with each perfect subtree that its leaf
    /// completes, the leaf itself first: what a store keeps to answer
    /// [`tiles`](crate::JobStore::tiles).
    ///
    /// The store writes the entry in the same transaction; when that fails, so does the whole
    /// batch.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when it is not the next one.
    pub fn accept(&mut self, entry: &Entry, completed: impl FnMut(Node, Hash)) -> Result<Appended> {
        let size = self.size();
        if entry.index() != size {
            let index = entry.index();
            let before = crate::plural(size, "entry", "entries");
            return Err(Error::Corrupt(format!("entry {index} does not follow {before}")));
        }
        let leaf = entry.leaf();
        self.growth.push(merkle::leaf_hash(&leaf), completed);
        self.recorded_at = entry.recorded_at();
        Ok(Appended::new(entry, leaf, Arc::clone(&self.shared)))
    }

    /// How many entries there are, those of this batch included.
    #[must_use]
    pub fn size(&self) -> Index {
        self.growth.edge().size()
    }

    /// Ends the batch, whose answers can be given once it is durable. Returns what the store must
    /// keep.
    #[must_use]
    pub fn finish(self) -> TreeState {
        let Self { growth, recorded_at, shared } = self;
        let edge = growth.edge().clone();
        let state = TreeState { edge, recorded_at };
        let before = growth.before();
        let before = Head::new(before.size(), before.root());
        // Nobody else sets it.
        drop(shared.set((growth, before, state.head())));
        state
    }
}

/// Refuses a cause that cannot have led to the status, and the cause of imports: an import is not a
/// change.
fn check_cause(details: &StatusDetails) -> Result<()> {
    let StatusDetails { status, cause, .. } = details;
    if *cause == Cause::Imported {
        return Err(Error::invalid("cause", "must not be imported: only an imported job's own is"));
    }
    if !cause.fits(*status) {
        return Err(Error::invalid("cause", format!("{cause} does not lead to {status}")));
    }
    Ok(())
}

/// Whether `recorded`, which bears the key of `draft`, is what `draft` asks for. Their IDs may
/// differ: a request that is sent again is given a new one.
fn replay_of(draft: &Draft, recorded: &Entry) -> Sequenced {
    let same = match (draft, recorded.draft()) {
        (Draft::JobCreated(ours), Draft::JobCreated(theirs)) => {
            (**ours).clone().with_job_id(theirs.job_id()) == **theirs
        }
        (ours, theirs) => ours == theirs,
    };
    if same {
        return Sequenced::Repeated(Appended::repeat_of(recorded));
    }
    Sequenced::Refused(Error::KeyReused { job_id: recorded.job_id() })
}

/// Whether `recorded`, an entry of the same job, holds what `draft` says. Who says it does not
/// matter; for a mere report, neither does what the recorded status rests on.
fn repeat_of(draft: &Draft, recorded: &Entry) -> Sequenced {
    let same = match (draft, recorded.draft()) {
        (Draft::StatusChanged(ours), Draft::StatusChanged(theirs)) => {
            says_no_more(&ours.details, &theirs.details) && ours.outcomes == theirs.outcomes
        }
        (Draft::StatusChanged(ours), Draft::JobImported(theirs)) => {
            says_no_more(&ours.details, theirs.details()) && ours.outcomes.is_empty()
        }
        (ours, theirs) => ours == theirs,
    };
    if same {
        return Sequenced::Repeated(Appended::repeat_of(recorded));
    }
    let job_id = draft.job_id();
    Sequenced::Refused(match draft {
        Draft::StatusChanged(change) => Error::Conflict { job_id, status: change.details.status },
        _ => Error::DuplicateJob { job_id },
    })
}

/// Whether `details` are those recorded already.
fn says_no_more(details: &StatusDetails, recorded: &StatusDetails) -> bool {
    // Naming every field: a new one that is forgotten here does not compile.
    let StatusDetails { status, cause, http_status, error_message, response_summary } = details;
    *status == recorded.status
        && (*cause == Cause::Reported || *cause == recorded.cause)
        && *http_status == recorded.http_status
        && *error_message == recorded.error_message
        && *response_summary == recorded.response_summary
}
