//! What every store can do beyond the methods of [`JobStore`], built on them.

use async_trait::async_trait;

use super::{Appended, JobStore};
use crate::log::{Receipt, SignHead};
use crate::merkle::{ConsistencyProof, Hash, InclusionProof, Plan};
use crate::{
    Cid, CustomerOutcome, CustomerQuery, CustomerSet, Draft, Entry, Error, Index, Job, JobId,
    NewJob, PageLimit, Result, StatusChange,
};

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

    /// All entries of a job, oldest first: its creation and at most two changes, since
    /// `IN_PROGRESS → UNCONFIRMED → SUCCESS | FAILED` is the longest way there is.
    ///
    /// # Errors
    /// [`Error::UnknownJob`]; [`Error::Corrupt`] when the entries do not lead from the last one to
    /// the first; those of [`JobStore::entries`].
    async fn history(&self, job_id: JobId) -> Result<Vec<Entry>> {
        let job = self.job(job_id).await?.ok_or(Error::UnknownJob { job_id })?.job;
        let mut history = Vec::new();
        let mut next = Some(job.last_index);
        while let Some(index) = next {
            let entry = self.entry_of(job_id, index).await?;
            next = before(&job, &entry, history.len())?;
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
    /// [`Error::Corrupt`] when the job's entries do not lead from the last one to the first; those
    /// of [`JobStore::entries`].
    async fn customer_outcome(&self, job: &Job, cid: &Cid) -> Result<CustomerOutcome> {
        let mut next = Some(job.last_index);
        let mut read = 0;
        // The first entry has no outcomes.
        while let Some(index) = next.filter(|index| *index != job.index) {
            let entry = self.entry_of(job.job_id, index).await?;
            if let Some(outcome) = CustomerOutcome::own(&entry, cid) {
                return Ok(outcome);
            }
            next = before(job, &entry, read)?;
            read += 1;
        }
        Ok(CustomerOutcome::of_the_job(job))
    }

    /// `job` as it was when the ledger had `size` entries. Reads nothing when it has not changed
    /// since, and three entries at most.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `size` when the job was not recorded by then; [`Error::Corrupt`] when
    /// its entries do not lead from the last one to the first; those of [`JobStore::entries`].
    async fn job_at(&self, job: Job, size: Index) -> Result<Job> {
        if job.index >= size {
            return Err(Error::invalid("size", "is from before the job was recorded"));
        }
        let mut job = job;
        let mut index = job.last_index;
        let mut read = 0;
        while index >= size {
            let later = self.entry_of(job.job_id, index).await?;
            // There is one before: the job's first entry is older than `size`.
            index = before(&job, &later, read)?.unwrap_or(job.index);
            read += 1;
        }
        if index != job.last_index {
            job.as_of(&self.entry_of(job.job_id, index).await?);
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

/// The most entries that a job has; see [`JobStoreExt::history`].
const ENTRIES_MAX: usize = 3;

/// The index of the job's entry before `entry`; `None` before the first. `later` of the job's
/// entries come after it. A walk along these ends even if the store answers nonsense.
fn before(job: &Job, entry: &Entry, later: usize) -> Result<Option<Index>> {
    let index = entry.index();
    match entry.previous() {
        None if index == job.index => Ok(None),
        Some(previous) if (job.index..index).contains(&previous) && later + 1 < ENTRIES_MAX => {
            Ok(Some(previous))
        }
        _ => {
            let Job { job_id, index: first, .. } = job;
            Err(Error::Corrupt(format!("entry {index} of job {job_id} does not lead to {first}")))
        }
    }
}
