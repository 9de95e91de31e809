//! The reference store: everything in memory, every answer by the plainest code.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use crate::backend::{JobState, Lookup, Sequenced, Sequencer, TreeState};
use crate::merkle::{Hash, Node, RightEdge, Tile, TileId};
use crate::{
    Appended, Cid, CustomerQuery, CustomerSet, Draft, Entry, Error, Head, Index, JobDetail, JobId,
    JobOutline, JobPage, JobQuery, JobStore, NewJob, Order, Outcomes, PageLimit, RequestKey,
    Result, Stats, StatsQuery, Timestamp,
};

/// A ledger in memory, for tests and for programs that need no record after they end.
///
/// It answers exactly as a durable store does, but the ledger ends with the store and cannot be
/// opened again. Lists and statistics scan, so it is meant for thousands of jobs.
///
/// ```
/// use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, MemoryStore, NewJob, UserId};
/// use jobs_core::{JobStore, JobStoreExt};
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let store = MemoryStore::default();
/// let job = NewJob::new(
///     UserId::new("vijay")?,
///     ActionCode::new(1)?,
///     ActionName::new("Trans-Begin")?,
///     CustomerSet::new([Cid::new("5001")?])?,
/// )?;
/// let created = store.create(job).await?;
/// assert!(store.job(created.job_id()).await?.is_some());
/// assert_eq!(store.head().await?.size(), 1);
/// # Ok::<_, jobs_core::Error>(()) }).unwrap();
/// ```
#[derive(Debug, Default)]
pub struct MemoryStore {
    ledger: Mutex<Ledger>,
}

#[derive(Debug, Default)]
struct Ledger {
    state: TreeState,
    entries: Vec<Entry>,
    /// The hash of each entry's leaf.
    leaves: Vec<Hash>,
    jobs: HashMap<JobId, JobState>,
    requests: HashMap<RequestKey, Index>,
    /// The first entries of the jobs, ascending.
    order: Vec<Index>,
}

impl MemoryStore {
    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        // The ledger changes only in `Ledger::push`, which cannot panic half-way.
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl JobStore for MemoryStore {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        Ok(self.ledger().append(drafts, Timestamp::now()))
    }

    async fn head(&self) -> Result<Head> {
        Ok(self.ledger().state.head())
    }

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        let ledger = self.ledger();
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        Ok(ledger.entries.iter().skip(from).take(limit.get()).cloned().collect())
    }

    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        let ledger = self.ledger();
        Ok(ledger.requests.get(&key).and_then(|index| ledger.at(*index)).cloned())
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        let ledger = self.ledger();
        Ok(ledger.jobs.get(&job_id).and_then(|state| ledger.detail(state.first)))
    }

    async fn outline(&self, job_id: JobId) -> Result<Option<JobOutline>> {
        let ledger = self.ledger();
        let Some(first) = ledger.jobs.get(&job_id).map(|state| state.first) else {
            return Ok(None);
        };
        let Some(detail) = ledger.detail(first) else { return Ok(None) };
        let history: Vec<Entry> = ledger.history(first).into_iter().cloned().collect();
        JobOutline::of(detail, &history).map(Some)
    }

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        let ledger = self.ledger();
        let newest_first = query.order == Order::NewestFirst;
        let forwards = ledger.order.iter().filter(|_| !newest_first);
        let backwards = ledger.order.iter().rev().filter(|_| newest_first);
        let mut jobs: Vec<_> = forwards
            .chain(backwards)
            .filter(|first| query.after.is_none_or(|after| query.order.is_after(**first, after)))
            .filter_map(|first| ledger.matching(*first, query))
            .take(query.limit.get() + 1)
            .collect();
        let more = jobs.len() > query.limit.get();
        jobs.truncate(query.limit.get());
        let next = jobs.last().filter(|_| more).map(|job| job.index);
        Ok(JobPage { jobs, next })
    }

    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        let ledger = self.ledger();
        let state = ledger.jobs.get(&job_id).ok_or(Error::UnknownJob { job_id })?;
        let customers = ledger.new_job(state.first).map(NewJob::customers).into_iter().flatten();
        let after = query.after.as_ref();
        Ok(customers
            .filter(|cid| after.is_none_or(|after| *cid > after))
            .take(query.limit.get())
            .cloned()
            .collect())
    }

    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        let ledger = self.ledger();
        let details = ledger.order.iter().filter_map(|first| ledger.detail(*first));
        Ok(Stats::count(ledger.state.head(), details.map(|detail| detail.job), query))
    }

    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        let ledger = self.ledger();
        tiles.iter().map(|id| ledger.tile(*id)).collect()
    }
}

impl Ledger {
    fn append(&mut self, drafts: Vec<Draft>, now: Timestamp) -> Vec<Result<Appended>> {
        let mut sequencer = Sequencer::new(self.state.clone());
        let append = |draft| self.append_one(&mut sequencer, draft, now);
        let answers = drafts.into_iter().map(append).collect();
        self.state = sequencer.finish();
        answers
    }

    fn append_one(
        &mut self,
        sequencer: &mut Sequencer,
        draft: Draft,
        now: Timestamp,
    ) -> Result<Appended> {
        match sequencer.sequence(draft, now, self)? {
            Sequenced::New(entry, state) => {
                let keep = |node: Node, hash| {
                    if node.level == 0 {
                        self.leaves.push(hash);
                    }
                };
                let appended = sequencer.accept(&entry, keep)?;
                self.push(entry, state);
                Ok(appended)
            }
            Sequenced::Repeated(appended) => Ok(appended),
            Sequenced::Refused(error) => Err(error),
        }
    }

    /// A tile: each of its hashes is the root over the leaves that it stands for.
    fn tile(&self, id: TileId) -> Result<Tile> {
        let past = usize::try_from(id.tree_size_min()).unwrap_or(usize::MAX);
        let Some(leaves) = self.leaves.get(..past) else {
            return Err(Error::invalid("tile", format!("the ledger is too small for tile {id}")));
        };
        let leaves_each = 1 << (8 * id.level());
        let skipped = past - usize::from(id.width()) * leaves_each;
        let hashes = leaves[skipped..].chunks_exact(leaves_each).map(|leaves| {
            let mut edge = RightEdge::default();
            leaves.iter().for_each(|leaf| edge.push(*leaf, |_, _| {}));
            edge.root()
        });
        Tile::new(id, hashes.collect())
    }

    fn push(&mut self, entry: Entry, state: JobState) {
        if state.first == entry.index() {
            self.order.push(entry.index());
        }
        self.jobs.insert(entry.job_id(), state);
        self.requests.extend(entry.draft().request_key().map(|key| (key, entry.index())));
        self.entries.push(entry);
    }

    fn at(&self, index: Index) -> Option<&Entry> {
        self.entries.get(usize::try_from(index).ok()?)
    }

    fn new_job(&self, first: Index) -> Option<&NewJob> {
        match self.at(first)?.draft() {
            Draft::JobCreated(job) => Some(job),
            Draft::JobImported(import) => Some(import.job()),
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => None,
        }
    }

    fn customers(&self, first: Index) -> Option<&CustomerSet> {
        self.new_job(first).map(NewJob::customers)
    }

    fn detail(&self, first: Index) -> Option<JobDetail> {
        let mut history = self.history(first).into_iter();
        let mut detail = JobDetail::created(history.next()?)?;
        history.for_each(|entry| detail.apply(entry));
        Some(detail)
    }

    /// The entries of the job that `first` creates, oldest first.
    fn history(&self, first: Index) -> Vec<&Entry> {
        let mut history = Vec::new();
        let state = self.at(first).and_then(|created| self.jobs.get(&created.job_id()));
        let mut next = state.map(JobState::last);
        while let Some(entry) = next.and_then(|index| self.at(index)) {
            history.push(entry);
            next = entry.previous();
        }
        history.reverse();
        history
    }

    fn matching(&self, first: Index, query: &JobQuery) -> Option<crate::Job> {
        let filter = &query.filter;
        let customers = self.customers(first)?;
        let cid_matches =
            filter.cid.is_empty() || filter.cid.iter().any(|cid| customers.contains(cid));
        let job = self.detail(first)?.job;
        (cid_matches && filter.accepts(&job)).then_some(job)
    }
}

impl Lookup for Ledger {
    fn job(&mut self, job_id: JobId) -> Result<Option<JobState>> {
        Ok(self.jobs.get(&job_id).copied())
    }

    fn request(&mut self, key: RequestKey) -> Result<Option<Index>> {
        Ok(self.requests.get(&key).copied())
    }

    fn entry(&mut self, index: Index) -> Result<Entry> {
        self.at(index).cloned().ok_or_else(|| Error::Corrupt(format!("entry {index} is missing")))
    }

    fn unknown_customer(&mut self, first: Index, outcomes: &Outcomes) -> Result<Option<Cid>> {
        let customers = self.customers(first);
        let is_customer = |cid: &Cid| customers.is_some_and(|set| set.contains(cid));
        Ok(outcomes.iter().map(|outcome| &outcome.cid).find(|cid| !is_customer(cid)).cloned())
    }
}
