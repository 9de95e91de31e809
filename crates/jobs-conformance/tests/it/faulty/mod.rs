//! A store written with the public parts of the core, as any author would, with one fault on
//! request.

mod ledger;

use std::sync::Mutex;

use async_trait::async_trait;
use jobs_core::backend::{Lookup as _, TreeState};
use jobs_core::merkle::{Hash, Tile, TileId, root_of};
use jobs_core::{
    Appended, Cid, Counts, CustomerQuery, Draft, Entry, Error, Head, Index, JobDetail, JobId,
    JobOutline, JobPage, JobQuery, JobStore, Order, OutcomeCounts, PageLimit, RequestKey, Result,
    Stats, StatsQuery,
};

use self::ledger::Ledger;
use crate::faults::Fault;

/// Keeps its entries in a list, and scans it for every answer.
#[derive(Debug, Default)]
pub(crate) struct FaultyStore {
    fault: Option<Fault>,
    ledger: Mutex<Ledger>,
    /// The ledger before the last append.
    stale: Mutex<Ledger>,
}

impl FaultyStore {
    pub(crate) fn new(fault: Fault) -> Self {
        let ledger = Ledger { fault: Some(fault), ..Ledger::default() };
        Self { fault: Some(fault), ledger: Mutex::new(ledger.clone()), stale: Mutex::new(ledger) }
    }

    /// Replaces its entries by those of `other`.
    pub(crate) fn become_like(&self, other: &Self) {
        let ledger = other.with(|ledger| ledger.clone());
        self.with(|own| *own = ledger);
    }

    fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    fn with<T>(&self, work: impl FnOnce(&mut Ledger) -> T) -> T {
        work(&mut self.ledger.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// What readers see.
    fn read<T>(&self, work: impl FnOnce(&mut Ledger) -> T) -> T {
        if !self.has(Fault::StaleReads) {
            return self.with(work);
        }
        work(&mut self.stale.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// The head of what is read, under the same lock as the rest of an answer.
    fn head_of(&self, ledger: &Ledger) -> Head {
        let mut state = ledger.state.clone();
        if self.has(Fault::HeadOffByOne) && state.edge.size() > 3 {
            let leaves: Vec<_> = ledger.entries.iter().rev().skip(1).rev().collect();
            state = TreeState::default();
            leaves.iter().for_each(|entry| push(&mut state, entry));
        }
        if self.has(Fault::RootOfOtherLeaves) {
            state = TreeState::default();
            ledger.entries.iter().rev().for_each(|entry| push(&mut state, entry));
        }
        state.head()
    }

    fn append_now(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        if self.has(Fault::NoLock) {
            let mut ledger = self.with(|ledger| ledger.clone());
            let answers = ledger.append_all(drafts);
            // Let other threads run between reading and writing.
            (0..50).for_each(|_| std::thread::yield_now());
            self.with(|shared| *shared = ledger);
            return answers;
        }
        self.with(|ledger| {
            let looks_back = [Fault::OneBadDraftFailsAll, Fault::StaleReads];
            let before = if looks_back.iter().any(|f| self.has(*f)) {
                ledger.clone()
            } else {
                Ledger::default()
            };
            if self.has(Fault::StaleReads) {
                *self.stale.lock().unwrap_or_else(std::sync::PoisonError::into_inner) =
                    before.clone();
            }
            let mut answers = ledger.append_all(drafts)?;
            if self.has(Fault::OneBadDraftFailsAll)
                && let Some(Err(error)) = answers.iter().find(|answer| answer.is_err())
            {
                let error = error.clone();
                *ledger = before;
                answers = answers.iter().map(|_| Err(error.clone())).collect();
            }
            if self.has(Fault::AnswersOutOfOrder) {
                answers.reverse();
            }
            if self.has(Fault::LastDraftLost) && answers.len() > 1_000 {
                answers.pop();
            }
            Ok(answers)
        })
    }
}

#[async_trait]
impl JobStore for FaultyStore {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        if self.has(Fault::StateLostWhenDropped) {
            let first = vec![drafts[0].clone()];
            let rest = drafts[1..].to_vec();
            let mut answers = self.append_now(first)?;
            // Put back only if the future is not dropped meanwhile.
            let before = self.with(|ledger| std::mem::take(&mut ledger.jobs));
            tokio::task::yield_now().await;
            self.with(|ledger| ledger.jobs = before);
            answers.extend(self.append_now(rest)?);
            return Ok(answers);
        }
        self.append_now(drafts)
    }

    async fn head(&self) -> Result<Head> {
        Ok(self.read(|ledger| self.head_of(ledger)))
    }

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        let mut skip = usize::try_from(from).unwrap_or(usize::MAX);
        if self.has(Fault::IndexCastToI64) && i64::try_from(from).is_err() {
            skip = 0;
        }
        if self.has(Fault::EntriesAfterInsteadOfFrom) && skip > 0 {
            skip += 1;
        }
        let limit = if self.has(Fault::EntriesLimitIgnored) { usize::MAX } else { limit.get() };
        Ok(self.read(|ledger| {
            ledger.entries.iter().skip(skip).take(limit).map(|entry| ledger.read(entry)).collect()
        }))
    }

    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.read(|ledger| {
            let index = ledger.clone().request(key)?;
            Ok(index.map(|index| ledger.read(ledger.at(index))))
        })
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        Ok(self.read(|ledger| {
            let state = ledger.jobs.get(&job_id)?;
            Some(ledger.detail(state.first))
        }))
    }

    async fn outline(&self, job_id: JobId) -> Result<Option<JobOutline>> {
        self.read(|ledger| {
            let Some(state) = ledger.jobs.get(&job_id) else { return Ok(None) };
            let detail = ledger.detail(state.first);
            let history = ledger.entries.iter().filter(|entry| entry.job_id() == job_id);
            let history: Vec<Entry> = history.map(|entry| ledger.read(entry)).collect();
            let mut outline = JobOutline::of(detail, &history)?;
            if self.has(Fault::NamedCustomersCountedTwice) {
                let outcomes = history.iter().filter_map(|entry| match entry.draft() {
                    Draft::StatusChanged(change) => Some(&change.outcomes),
                    _ => None,
                });
                let counts: Vec<_> = outcomes.map(|it| OutcomeCounts::of(&[it])).collect();
                outline.named.success = counts.iter().map(|it| it.success).sum();
                outline.named.failed = counts.iter().map(|it| it.failed).sum();
                outline.named.unconfirmed = counts.iter().map(|it| it.unconfirmed).sum();
            }
            if self.has(Fault::OutlineWithoutLongTexts) {
                outline.entries.iter_mut().for_each(|entry| entry.long_texts.clear());
            }
            Ok(Some(outline))
        })
    }

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        self.read(|ledger| {
            let mut firsts: Vec<Index> = ledger.jobs.values().map(|state| state.first).collect();
            firsts.sort_unstable();
            if query.order == Order::NewestFirst && !self.has(Fault::OrderIgnored) {
                firsts.reverse();
            }
            firsts.retain(|first| self.is_after(*first, query));
            let mut jobs: Vec<_> = firsts
                .into_iter()
                .filter(|first| ledger.matches(*first, &query.filter))
                .map(|first| ledger.detail(first).job)
                .take(query.limit.get() + 1)
                .collect();
            let limit = query.limit.get();
            let mut more = jobs.len() > limit;
            more |= self.has(Fault::FullPageHasNext) && jobs.len() == limit;
            more &= !self.has(Fault::NeverNext);
            jobs.truncate(limit - usize::from(self.has(Fault::ShortPage) && limit > 1));
            let mut next = jobs.last().filter(|_| more).map(|job| job.index);
            if self.has(Fault::NextIsLastIndex) {
                next = jobs.last().filter(|_| more).map(|job| job.last_index);
            }
            Ok(JobPage { jobs, next })
        })
    }

    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.read(|ledger| {
            let state = match ledger.jobs.get(&job_id) {
                None if self.has(Fault::UnknownJobHasNoCustomers) => return Ok(vec![]),
                state => *state.ok_or(Error::UnknownJob { job_id })?,
            };
            let mut cids: Vec<Cid> = ledger.set(state.first).iter().cloned().collect();
            let after = query.after.as_ref();
            match self.fault {
                Some(Fault::CustomersUnsorted) => cids.sort_by_key(|cid| cid.as_str().len()),
                Some(Fault::CustomersInUtf16Order) => {
                    cids.sort_by_key(|cid| cid.as_str().encode_utf16().collect::<Vec<_>>());
                }
                Some(Fault::CustomersAfterInclusive) => {
                    cids.retain(|cid| after.is_none_or(|after| cid >= after));
                }
                Some(Fault::CustomersAfterByPosition) => {
                    let at = after.and_then(|after| cids.iter().position(|cid| cid == after));
                    cids.drain(..at.map_or(0, |at| at + 1));
                }
                _ => {}
            }
            if !self.has(Fault::CustomersAfterInclusive)
                && !self.has(Fault::CustomersAfterByPosition)
            {
                cids.retain(|cid| after.is_none_or(|after| cid > after));
            }
            if !self.has(Fault::CustomersLimitIgnored) {
                cids.truncate(query.limit.get());
            }
            Ok(cids)
        })
    }

    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        let mut query = query.clone();
        if self.has(Fault::StatsOfEverybody) {
            query.user_id = None;
        }
        if self.has(Fault::StatsLimitIgnored) {
            query.limit = PageLimit::new(PageLimit::MAX)?;
        }
        Ok(self.read(|ledger| {
            let head = self.head_of(ledger);
            let mut firsts: Vec<Index> = ledger.jobs.values().map(|state| state.first).collect();
            firsts.sort_unstable();
            if self.has(Fault::StatsTiesReversed) {
                firsts.reverse();
            }
            let jobs = firsts.into_iter().map(|first| {
                let mut job = ledger.detail(first).job;
                match self.fault {
                    Some(Fault::StatsOfTheFirstStatus) => {
                        job.status = ledger.at(first).status().unwrap();
                    }
                    Some(Fault::StatsByRecordedDay) => {
                        job.created_at = ledger.at(first).recorded_at();
                    }
                    _ => {}
                }
                job
            });
            let mut stats = Stats::count(head, jobs, &query);
            if self.has(Fault::StatsOthersLost) {
                stats.by_user.other = Counts::default();
            }
            stats
        }))
    }

    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.read(|ledger| {
            let mut tiles: Vec<_> =
                tiles.iter().map(|id| self.tile(ledger, *id)).collect::<Result<_>>()?;
            if self.has(Fault::TilesOutOfOrder) {
                tiles.sort_by_key(Tile::id);
            }
            Ok(tiles)
        })
    }
}

impl FaultyStore {
    fn tile(&self, ledger: &Ledger, id: TileId) -> Result<Tile> {
        let mut leaves: Vec<_> = ledger.entries.iter().map(|entry| entry.leaf()).collect();
        if self.has(Fault::TilesOfIndexesAlone) {
            leaves = (0..leaves.len()).map(|n| n.to_string().into_bytes()).collect();
        }
        let past = usize::try_from(id.tree_size_min()).unwrap_or(usize::MAX);
        if past > leaves.len() {
            if self.has(Fault::TilesInventedBeyondTheEnd) {
                return Tile::new(id, vec![Hash::of(b""); id.width().into()]);
            }
            return Err(Error::invalid("tile", "is of a larger ledger"));
        }
        let each = 1 << (8 * if self.has(Fault::TileLevelIgnored) { 0 } else { id.level() });
        let first = usize::try_from(id.first()).unwrap() * each;
        let hashes = (0..usize::from(id.width())).map(|n| first + n * each);
        Tile::new(id, hashes.map(|first| root_of(&leaves[first..first + each])).collect())
    }

    fn is_after(&self, first: Index, query: &JobQuery) -> bool {
        let Some(mut after) = query.after else { return true };
        if self.has(Fault::IndexCastToI64) && i64::try_from(after).is_err() {
            after = 0;
        }
        query.order.is_after(first, after) || (self.has(Fault::AfterInclusive) && first == after)
    }
}

fn push(state: &mut TreeState, entry: &Entry) {
    state.edge.push(jobs_core::merkle::leaf_hash(&entry.leaf()), |_, _| {});
}
