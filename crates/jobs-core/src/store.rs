//! The store trait: one method that appends, the others read. There is no delete, no update, no truncate.

use std::fmt::Debug;
use std::sync::{Arc, OnceLock};

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::log::{Receipt, SignHead};
use crate::merkle::{ConsistencyProof, Growth, Hash, InclusionProof, Plan, Tile, TileId};
use crate::{
    Cid, CustomerOutcome, CustomerQuery, CustomerSet, Draft, Entry, Error, Index, Job, JobDetail,
    JobId, JobPage, JobQuery, NewJob, PageLimit, RequestKey, Result, Stats, StatsQuery,
    StatusChange, Timestamp,
};

/// An append-only store of jobs.
///
/// Object-safe: hold it as `Arc<dyn JobStore>`. Several stores, in several processes, may append to one
/// ledger. A store is closed by dropping it. The ledger of a durable one can then be opened again and holds
/// whatever [`append`](Self::append) has answered, also when the process was killed. What every implementation must do is spelt out, one function a behaviour, by the
/// `jobs-conformance` crate.
#[async_trait]
pub trait JobStore: Debug + Send + Sync + 'static {
    /// Appends `drafts` in their order and returns once they are durable: one answer per draft, in order.
    ///
    /// A draft that is refused leaves its neighbours alone. An index is the order of the ledger; drafts of
    /// other callers may come to lie between those of one call.
    ///
    /// # Errors
    /// For one draft: [`Error::DuplicateJob`], [`Error::UnknownJob`], [`Error::IllegalTransition`],
    /// [`Error::Conflict`], [`Error::UnknownCustomer`], [`Error::KeyReused`], [`Error::Invalid`]. For all: [`Error::Closed`],
    /// [`Error::Storage`], [`Error::Corrupt`].
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>>;

    /// How large the ledger is, and its root.
    ///
    /// # Errors
    /// [`Error::Closed`], [`Error::Storage`], [`Error::Corrupt`].
    async fn head(&self) -> Result<Head>;

    /// Entries in order, starting with index `from`: at most `limit`, possibly fewer although more follow, and none only when
    /// `from` is the end of the ledger or beyond.
    ///
    /// # Errors
    /// [`Error::Closed`], [`Error::Storage`], [`Error::Corrupt`].
    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>>;

    /// The entry that a request with this key made, if there was one: what is asked for again is not recorded again.
    ///
    /// # Errors
    /// [`Error::Closed`], [`Error::Storage`], [`Error::Corrupt`].
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>>;

    /// The job with this ID.
    ///
    /// # Errors
    /// [`Error::Closed`], [`Error::Storage`], [`Error::Corrupt`].
    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>>;

    /// A page of jobs: at most as many as asked for, possibly fewer or none although more match, as
    /// [`JobPage::next`] alone says whether there is more; it lies further on than `after`, so that a walk ends.
    ///
    /// # Errors
    /// [`Error::Closed`], [`Error::Storage`], [`Error::Corrupt`].
    async fn jobs(&self, query: &JobQuery) -> Result<JobPage>;

    /// A page of a job's customers, sorted by bytes; shorter than the limit only at the end.
    ///
    /// # Errors
    /// [`Error::UnknownJob`]; [`Error::Closed`], [`Error::Storage`], [`Error::Corrupt`].
    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>>;

    /// How many jobs there are, by status, action, user and day. Takes the same time however large the ledger is.
    ///
    /// # Errors
    /// [`Error::Closed`], [`Error::Storage`], [`Error::Corrupt`].
    async fn stats(&self, query: &StatsQuery) -> Result<Stats>;

    /// Hashes of the Merkle tree, by tiles: one answer per ID, in order. A tile of any width is there once the
    /// ledger has [`TileId::tree_size_min`] entries, and never changes.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `tile` when the ledger is not that large yet; [`Error::Closed`],
    /// [`Error::Storage`], [`Error::Corrupt`].
    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>>;
}

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
    /// [`Error::UnknownJob`]; [`Error::Corrupt`] when the entries do not lead from the last one to the first; those of
    /// [`JobStore::entries`].
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
    /// [`Error::Corrupt`] when there is none, or it is another job's; those of [`JobStore::entries`].
    async fn entry_of(&self, job_id: JobId, index: Index) -> Result<Entry> {
        let entry = self.entry(index).await?.filter(|entry| entry.job_id() == job_id);
        entry.ok_or_else(|| Error::Corrupt(format!("entry {index} of job {job_id} is missing")))
    }

    /// What is recorded of `cid`, one of the customers of `job`: the newest outcome of its own, or else how the job as a
    /// whole stands. Reads two entries at most.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when the job's entries do not lead from the last one to the first; those of [`JobStore::entries`].
    async fn customer_outcome(&self, job: &Job, cid: &Cid) -> Result<CustomerOutcome> {
        let (mut next, mut read) = (Some(job.last_index), 0);
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

    /// `job` as it was when the ledger had `size` entries. Reads nothing when it has not changed since, and three
    /// entries at most.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `size` when the job was not recorded by then; [`Error::Corrupt`] when its entries do not lead
    /// from the last one to the first; those of [`JobStore::entries`].
    async fn job_at(&self, job: Job, size: Index) -> Result<Job> {
        if job.index >= size {
            return Err(Error::invalid("size", "is from before the job was recorded"));
        }
        let mut job = job;
        let (mut index, mut read) = (job.last_index, 0);
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
    /// [`Error::Corrupt`] when a page does not go on where the one before ends, or when there are more than a job can have;
    /// those of [`JobStore::customers`].
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

    /// The receipt of the entry at `index`, in the ledger as it is now: what proves offline, to anyone who has the entry's
    /// leaf and the signer's verifier key, that it was recorded. `None` when there is no such entry.
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
    /// [`Error::Invalid`] for `signer` when it has signed another size than it was asked to; those of [`JobStore::head`] and
    /// [`JobStore::tiles`].
    async fn receipt(&self, index: Index, signer: &dyn SignHead) -> Result<Option<Receipt>> {
        let head = self.head().await?;
        if index >= head.size() {
            return Ok(None);
        }
        let inclusion = self.inclusion(index, head.size()).await?;
        let receipt = Receipt::new(inclusion, signer.sign_head(head));
        receipt.map(Some).map_err(|_| Error::invalid("signer", "has signed another head"))
    }

    /// The proof that the first `to` entries begin with the first `from`: that nothing was removed or changed
    /// in between.
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

/// The index of the job's entry before `entry`, `later` of whose entries come after that; `None` before the first. A walk along
/// these ends, whatever the store answers.
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

macro_rules! forward {
    ($pointer:ident) => {
        #[async_trait]
        impl<S: JobStore + ?Sized> JobStore for $pointer<S> {
            async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
                (**self).append(drafts).await
            }
            async fn head(&self) -> Result<Head> {
                (**self).head().await
            }
            async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
                (**self).entries(from, limit).await
            }
            async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
                (**self).request(key).await
            }
            async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
                (**self).job(job_id).await
            }
            async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
                (**self).jobs(query).await
            }
            async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
                (**self).customers(job_id, query).await
            }
            async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
                (**self).stats(query).await
            }
            async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
                (**self).tiles(tiles).await
            }
        }
    };
}

forward!(Box);
forward!(Arc);

/// The answer to a draft that is durable.
#[derive(Debug, Clone, Serialize)]
pub struct Appended {
    job_id: JobId,
    index: Index,
    recorded_at: Timestamp,
    repeated: bool,
    /// None for a repeat, and so is `growth`.
    #[serde(skip)]
    leaf: Option<Vec<u8>>,
    /// What its batch added to the tree, and the heads before and after it, computed once for all its answers; set before the
    /// first of them is given.
    #[serde(skip)]
    growth: Option<Arc<OnceLock<(Growth, Head, Head)>>>,
}

impl Appended {
    pub(crate) fn new(
        entry: &Entry,
        leaf: Vec<u8>,
        growth: Arc<OnceLock<(Growth, Head, Head)>>,
    ) -> Self {
        let (leaf, growth) = (Some(leaf), Some(growth));
        Self { repeated: false, leaf, growth, ..Self::repeat_of(entry) }
    }

    pub(crate) fn repeat_of(entry: &Entry) -> Self {
        let (job_id, index, recorded_at) = (entry.job_id(), entry.index(), entry.recorded_at());
        Self { job_id, index, recorded_at, repeated: true, leaf: None, growth: None }
    }

    /// The job.
    #[must_use]
    pub fn job_id(&self) -> JobId {
        self.job_id
    }

    /// The index of the entry.
    #[must_use]
    pub fn index(&self) -> Index {
        self.index
    }

    /// When the ledger took it.
    #[must_use]
    pub fn recorded_at(&self) -> Timestamp {
        self.recorded_at
    }

    /// Whether the ledger had the same fact already: nothing was appended, and the index and the time are
    /// those of the entry that holds it.
    #[must_use]
    pub fn repeated(&self) -> bool {
        self.repeated
    }

    /// The head that the ledger had once this was durable. `None` for a repeat, which appended nothing.
    #[must_use]
    pub fn head(&self) -> Option<Head> {
        self.growth().map(|(_, _, after)| *after)
    }

    /// The head that the ledger had before the batch that this was recorded in, which [`head`](Self::head) continues. `None` for
    /// a repeat.
    #[must_use]
    pub fn head_before(&self) -> Option<Head> {
        self.growth().map(|(_, before, _)| *before)
    }

    /// The proof that the entry is in the tree with that head: at hand without reading anything. `None` for a
    /// repeat; [`JobStoreExt::receipt`] proves any entry.
    #[must_use]
    pub fn inclusion(&self) -> Option<InclusionProof> {
        self.growth()?.0.inclusion(self.index)
    }

    /// The [leaf](Entry::leaf) of the entry, which the proof is about. `None` for a repeat.
    #[must_use]
    pub fn leaf(&self) -> Option<&[u8]> {
        self.leaf.as_deref()
    }

    fn growth(&self) -> Option<&(Growth, Head, Head)> {
        self.growth.as_ref()?.get()
    }
}

/// By what was recorded, wherever it stands in its batch.
impl PartialEq for Appended {
    fn eq(&self, other: &Self) -> bool {
        let facts =
            |answer: &Self| (answer.job_id, answer.index, answer.recorded_at, answer.repeated);
        facts(self) == facts(other)
    }
}

impl Eq for Appended {}

/// The size of a ledger and the root over all its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    size: Index,
    root: Hash,
}

impl Head {
    pub(crate) fn new(size: Index, root: Hash) -> Self {
        Self { size, root }
    }

    /// How many entries there are.
    #[must_use]
    pub fn size(&self) -> Index {
        self.size
    }

    /// The RFC 6962 root over their leaves.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.root
    }
}
