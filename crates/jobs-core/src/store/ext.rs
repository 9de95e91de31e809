//! What every store can do beyond the methods of [`JobStore`], built on them.

use async_trait::async_trait;

use super::{Appended, JobStore};
use crate::log::{Receipt, SignHead};
use crate::merkle::{ConsistencyProof, Hash, InclusionProof, Plan};
use crate::{
    Cid, CustomerOutcome, CustomerQuery, CustomerSet, Draft, Entry, Error, Index, Job, JobId,
    JobNote, NewJob, NewNote, PageLimit, Result, StatusChange,
};

/// How many proofs are made from one read of tiles: of entries far from each other, each has a tile
/// of 8 KiB of its own, so that they take 1 MiB at most.
const PROOFS_AT_ONCE: usize = 64;

/// Conveniences over any [`JobStore`].
#[async_trait]
pub trait JobStoreExt: JobStore {
    /// Creates one job.
    ///
    /// # Errors
    /// Those of [`JobStore::append`].
    async fn create(&self, job: NewJob) -> Result<Appended> {
        self.append_one(job.into()).await
    }

    /// Changes one job's status.
    ///
    /// # Errors
    /// Those of [`JobStore::append`].
    async fn change_status(&self, change: StatusChange) -> Result<Appended> {
        self.append_one(change.into()).await
    }

    /// Adds a note to one job.
    ///
    /// # Errors
    /// Those of [`JobStore::append`].
    async fn add_note(&self, note: NewNote) -> Result<Appended> {
        self.append_one(note.into()).await
    }

    /// Appends one draft.
    ///
    /// # Errors
    /// Those of [`JobStore::append`].
    async fn append_one(&self, draft: Draft) -> Result<Appended> {
        let mut answers = self.append(vec![draft]).await?;
        match (answers.pop(), answers.len()) {
            (Some(answer), 0) => answer,
            _ => Err(Error::Corrupt("a draft did not get one answer".into())),
        }
    }

    /// The entry at `index`.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when the store answers with another one; those of [`JobStore::entries`].
    async fn entry(&self, index: Index) -> Result<Option<Entry>> {
        let page = self.entries(index, PageLimit::new(1)?).await?;
        match page.into_iter().next() {
            Some(other) if other.index() != index => {
                let other = other.index();
                Err(Error::Corrupt(format!("entry {other} was read in the place of {index}")))
            }
            entry => Ok(entry),
        }
    }

    /// All entries of a job, oldest first: its creation, at most two changes, since
    /// `IN_PROGRESS → UNCONFIRMED → SUCCESS | FAILED` is the longest way there is, and at most
    /// [`NewNote::COUNT_MAX`] notes.
    ///
    /// # Errors
    /// [`Error::UnknownJob`]; [`Error::Corrupt`] when the entries do not lead from the last one to
    /// the first; those of [`JobStore::entries`].
    async fn history(&self, job_id: JobId) -> Result<Vec<Entry>> {
        let job = self.job(job_id).await?.ok_or(Error::UnknownJob { job_id })?.job;
        let mut history = Vec::new();
        let mut walk = Walk::new(self, &job);
        while let Some(entry) = walk.step().await? {
            history.push(entry);
        }
        history.reverse();
        Ok(history)
    }

    /// The entry at `index`, which is one of the job's.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when there is none, or it is another job's; those of
    /// [`JobStore::entries`].
    async fn entry_of(&self, job_id: JobId, index: Index) -> Result<Entry> {
        let entry = self.entry(index).await?.filter(|entry| entry.job_id() == job_id);
        entry.ok_or_else(|| Error::Corrupt(format!("entry {index} of job {job_id} is missing")))
    }

    /// What is recorded of `cid`, one of the customers of `job`: the newest outcome that names it,
    /// or else how the job as a whole stands. Reads two entries at most.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when the job's changes are not in the ledger; those of
    /// [`JobStore::entries`].
    async fn customer_outcome(&self, job: &Job, cid: &Cid) -> Result<CustomerOutcome> {
        for index in job.changes.iter().rev() {
            let entry = self.entry_of(job.job_id, index).await?;
            if let Some(outcome) = CustomerOutcome::own(&entry, cid) {
                return Ok(outcome);
            }
        }
        Ok(CustomerOutcome::of_the_job(job))
    }

    /// `job` as it was when the ledger had `size` entries.
    ///
    /// Reads nothing when nothing about the job was appended since. Otherwise it reads what was,
    /// and four entries at most beside that, however many notes there are: what this takes for all
    /// jobs of a ledger together grows only with what was appended since.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `size` when the job was not recorded by then; [`Error::Corrupt`] when
    /// its entries do not lead from the last one to the first; those of [`JobStore::entries`].
    async fn job_at(&self, job: Job, size: Index) -> Result<Job> {
        if job.index >= size {
            return Err(Error::invalid("size", "is from before the job was recorded"));
        }
        if job.last_index < size {
            return Ok(job);
        }
        let mut walk = Walk::new(self, &job);
        let mut later_notes = 0;
        while walk.next.is_some_and(|index| index >= size) {
            let later = walk.step().await?;
            later_notes += usize::from(later.is_some_and(|entry| JobNote::of(&entry).is_some()));
        }
        let mut job = job;
        // There is one before: the job's first entry is older than `size`.
        job.last_index = walk.next.unwrap_or(job.index);
        let status_index = job.status_index();
        job.changes = job.changes.before(size);
        if status_index >= size {
            job.take_status(&self.entry_of(job.job_id, job.status_index()).await?);
        }
        if later_notes > 0 {
            job.note_count = job.note_count.saturating_sub(later_notes);
            job.newest_note = if job.note_count > 0 { Some(walk.into_note().await?) } else { None };
        }
        Ok(job)
    }

    /// All customers of a job, in order.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when a page does not go on where the one before ends, or when there are
    /// more than a job can have; those of [`JobStore::customers`].
    async fn all_customers(&self, job_id: JobId) -> Result<Vec<Cid>> {
        let limit = PageLimit::new(PageLimit::MAX)?;
        let mut all: Vec<Cid> = Vec::new();
        loop {
            let query = CustomerQuery { after: all.last().cloned(), limit };
            let page = self.customers(job_id, &query).await?;
            let last = page.len() < limit.get();
            let goes_on = query.after.as_ref() < page.first() || page.is_empty();
            all.extend(page);
            if !goes_on || all.len() > CustomerSet::COUNT_MAX {
                let count = all.len();
                return Err(Error::Corrupt(format!("{count} customers of {job_id}, and no end")));
            }
            if last {
                return Ok(all);
            }
        }
    }

    /// The proof that the entry at `index` is in the tree of the first `size` entries.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `index` when it is not below `size`; those of [`JobStore::tiles`].
    async fn inclusion(&self, index: Index, size: Index) -> Result<InclusionProof> {
        let path = self.hashes(&Plan::inclusion(index, size)?).await?;
        Ok(InclusionProof::new(index, size, path))
    }

    /// As [`inclusion`](Self::inclusion), for several entries, in order: what their proofs have in
    /// common is read once.
    ///
    /// # Errors
    /// As [`inclusion`](Self::inclusion).
    async fn inclusions(&self, indexes: &[Index], size: Index) -> Result<Vec<InclusionProof>> {
        let mut proofs = Vec::with_capacity(indexes.len());
        for indexes in indexes.chunks(PROOFS_AT_ONCE) {
            let plans = indexes.iter().map(|index| Plan::inclusion(*index, size));
            let plans = plans.collect::<Result<Vec<_>>>()?;
            let tiles = Plan::tiles_of(&plans);
            let tiles = if tiles.is_empty() { Vec::new() } else { self.tiles(&tiles).await? };
            for (index, plan) in indexes.iter().zip(&plans) {
                proofs.push(InclusionProof::new(*index, size, plan.resolve_tiles(&tiles)?));
            }
        }
        Ok(proofs)
    }

    /// The receipt of the entry at `index`, in the ledger as it is now: what proves offline, to
    /// anyone who has the entry's leaf and the signer's verifier key, that it was recorded. `None`
    /// when there is no such entry.
    ///
    /// ```
    /// use jobs_core::log::{Origin, SigningKey};
    /// use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, JobStoreExt, MemoryStore, NewJob, UserId};
    ///
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// let store = MemoryStore::default();
    /// let customers = CustomerSet::new([Cid::new("5001")?])?;
    /// let action = ActionName::new("Trans-Begin")?;
    /// let job = NewJob::new(UserId::new("vijay")?, ActionCode::new(1)?, action, customers)?;
    /// let index = store.create(job).await?.index();
    ///
    /// let key = SigningKey::from_seed(Origin::new("ledger.example.com")?, &[7; 32]); // of a real key: random bytes
    /// let receipt = store.receipt(index, &key).await?.expect("it was just appended");
    /// let leaf = store.entry(index).await?.expect("it was just appended").leaf();
    /// assert_eq!(receipt.verify(&leaf, key.verifier())?.size, 1);
    /// assert!(store.receipt(index + 1, &key).await?.is_none());
    /// # Ok::<_, Box<dyn std::error::Error>>(()) }).unwrap();
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`] for `signer` when it has signed another size than it was asked to; those
    /// of [`JobStore::head`] and [`JobStore::tiles`].
    async fn receipt(&self, index: Index, signer: &dyn SignHead) -> Result<Option<Receipt>> {
        let head = self.head().await?;
        if index >= head.size() {
            return Ok(None);
        }
        let inclusion = self.inclusion(index, head.size()).await?;
        let receipt = Receipt::new(inclusion, signer.sign_head(head));
        receipt.map(Some).map_err(|_| Error::invalid("signer", "has signed another head"))
    }

    /// The proof that the first `to` entries begin with the first `from`: that nothing was removed
    /// or changed in between.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `from` when it is above `to`; those of [`JobStore::tiles`].
    async fn consistency(&self, from: Index, to: Index) -> Result<ConsistencyProof> {
        let path = self.hashes(&Plan::consistency(from, to)?).await?;
        Ok(ConsistencyProof::new(from, to, path))
    }

    /// The hashes of a planned proof.
    ///
    /// # Errors
    /// Those of [`JobStore::tiles`].
    async fn hashes(&self, plan: &Plan) -> Result<Vec<Hash>> {
        let tiles = plan.tiles();
        if tiles.is_empty() {
            Ok(Vec::new())
        } else {
            plan.resolve_tiles(&self.tiles(&tiles).await?)
        }
    }
}

impl<S: JobStore + ?Sized> JobStoreExt for S {}

/// A walk along a job's entries, from the newest to the first. It ends even if the store answers
/// nonsense: after as many as the job says that it has.
struct Walk<'s, S: ?Sized> {
    store: &'s S,
    job_id: JobId,
    first: Index,
    /// The entry to come; `None` after the first.
    next: Option<Index>,
    /// How many entries there may still be.
    left: usize,
}

impl<'s, S: JobStoreExt + ?Sized> Walk<'s, S> {
    fn new(store: &'s S, job: &Job) -> Self {
        let Job { job_id, index: first, last_index, note_count, changes, .. } = *job;
        let left = 1 + changes.iter().count() + note_count.min(NewNote::COUNT_MAX);
        Self { store, job_id, first, next: Some(last_index), left }
    }

    /// The next entry; `None` after the first.
    async fn step(&mut self) -> Result<Option<Entry>> {
        let Some(index) = self.next else { return Ok(None) };
        let entry = self.store.entry_of(self.job_id, index).await?;
        self.left = self.left.saturating_sub(1);
        self.next = match entry.previous() {
            None if index == self.first => None,
            Some(previous) if (self.first..index).contains(&previous) && self.left > 0 => {
                Some(previous)
            }
            _ => {
                let Self { job_id, first, .. } = self;
                let what = format!("entry {index} of job {job_id} does not lead to {first}");
                return Err(Error::Corrupt(what));
            }
        };
        Ok(Some(entry))
    }

    /// The next note. Only changes of the job's status can come before it.
    async fn into_note(mut self) -> Result<JobNote> {
        while let Some(entry) = self.step().await? {
            if let Some(note) = JobNote::of(&entry) {
                return Ok(note);
            }
        }
        let job_id = self.job_id;
        Err(Error::Corrupt(format!("job {job_id} has fewer notes than it counts")))
    }
}
