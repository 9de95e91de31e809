//! The conveniences of the store trait over stores whose answers no ledger could give: each reports
//! that, and reads no further than it would in a sound ledger.

use std::sync::atomic::{AtomicUsize, Ordering};

use jobs_core::backend::restore;
use jobs_core::merkle::{Tile, TileId};
use jobs_core::{
    ActionCode, ActionName, Appended, Cid, CustomerQuery, CustomerSet, Draft, Entry, Error, Index,
    JobDetail, JobId, JobStore, JobStoreExt as _, MemoryStore, NewJob, PageLimit, Result, Status,
    StatusChange, StatusDetails, Timestamp, UserId,
};

/// What is wrong with the store's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lie {
    /// Each entry names the index before as the job's, without end.
    EndlessHistory,
    /// An entry names itself.
    Itself,
    /// The job's last entry names one that is older than the job.
    OlderThanTheJob,
    /// The job's last entry names none.
    NoneBefore,
    /// The entry after the one that was asked for.
    AnotherEntry,
    NoAnswer,
    TwoAnswers,
    /// Always the first page.
    SamePage,
    /// A page that goes on, and so does the next one.
    EndlessCustomers,
}

/// A ledger with one job, whose last entry is at index `LAST`.
#[derive(Debug)]
struct Lying {
    lie: Lie,
    inner: MemoryStore,
    reads: AtomicUsize,
}

/// The job's first entry, and its last.
const FIRST: Index = 1;
const LAST: Index = 1_000_000;

fn id(n: u32) -> JobId {
    format!("0000beef-0000-4000-8000-{n:012x}").parse().unwrap()
}

fn job(n: u32) -> NewJob {
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new("Trans-Begin").unwrap();
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    let job = NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap();
    job.with_job_id(id(n))
}

fn change(n: u32) -> StatusChange {
    let details = StatusDetails::new(Status::Success);
    StatusChange::new(id(n), UserId::new("vijay").unwrap(), details)
}

impl Lying {
    async fn new(lie: Lie) -> Self {
        let inner = MemoryStore::default();
        inner.append(vec![job(0).into(), job(1).into(), change(1).into()]).await.unwrap();
        Self { lie, inner, reads: AtomicUsize::new(0) }
    }

    /// The job as the store shows it, with a last entry far from its first.
    async fn shown(&self) -> jobs_core::Job {
        self.job(id(1)).await.unwrap().unwrap().job
    }
}

impl jobs_core::DelegatingStore for Lying {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let mut answers = self.inner.append(drafts).await?;
        match self.lie {
            Lie::NoAnswer => answers.clear(),
            Lie::TwoAnswers => answers.push(answers[0].clone()),
            _ => {}
        }
        Ok(answers)
    }

    async fn entries(&self, from: Index, _: PageLimit) -> Result<Vec<Entry>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        let previous = match self.lie {
            Lie::Itself => Some(from),
            Lie::OlderThanTheJob => Some(FIRST - 1),
            Lie::NoneBefore => None,
            _ => from.checked_sub(1),
        };
        let index = if self.lie == Lie::AnotherEntry { from + 1 } else { from };
        Ok(vec![restore(index, Timestamp::MIN, previous, change(1).into())])
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        let detail = self.inner.job(job_id).await?;
        Ok(detail.map(|mut detail| {
            detail.job.last_index = LAST;
            detail
        }))
    }

    async fn customers(&self, _: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.reads.fetch_add(1, Ordering::SeqCst);
        let after = query.after.as_ref().filter(|_| self.lie == Lie::EndlessCustomers);
        let after: usize = after.map_or(0, |cid| cid.as_str().parse().unwrap());
        let page = after + 1..=after + query.limit.get();
        Ok(page.map(|n| Cid::new(format!("{n:032}")).unwrap()).collect())
    }
}

fn assert_corrupt<T: std::fmt::Debug>(answer: &Result<T>, lie: Lie) {
    assert!(matches!(answer, Err(Error::Corrupt(_))), "{lie:?}: {answer:?}");
}

#[tokio::test]
async fn a_history_that_does_not_lead_to_the_first_entry_is_damage() {
    for lie in
        [Lie::EndlessHistory, Lie::Itself, Lie::OlderThanTheJob, Lie::NoneBefore, Lie::AnotherEntry]
    {
        let store = Lying::new(lie).await;
        let shown = store.shown().await;
        let stranger = Cid::new("stranger").unwrap();
        let reads = || store.reads.swap(0, Ordering::SeqCst);
        assert_corrupt(&store.history(id(1)).await, lie);
        assert!(reads() <= 2, "{lie:?}");
        let outcome = store.customer_outcome(&shown, &stranger).await;
        assert_eq!(outcome.is_err(), lie == Lie::AnotherEntry, "{lie:?}: only that entry matters");
        assert!(reads() <= 1, "{lie:?}");
        assert_corrupt(&store.job_at(shown, FIRST + 1).await, lie);
        assert!(reads() <= 2, "{lie:?}");
    }
}

#[tokio::test]
async fn an_entry_is_the_one_that_was_asked_for() {
    let store = Lying::new(Lie::AnotherEntry).await;
    assert_corrupt(&store.entry(7).await, Lie::AnotherEntry);
    assert_corrupt(&store.entry_of(id(1), 7).await, Lie::AnotherEntry);
}

#[tokio::test]
async fn one_draft_has_one_answer() {
    for lie in [Lie::NoAnswer, Lie::TwoAnswers] {
        assert_corrupt(&Lying::new(lie).await.create(job(7)).await, lie);
    }
}

#[tokio::test]
async fn customers_that_do_not_end_are_damage() {
    let pages = CustomerSet::COUNT_MAX / PageLimit::MAX + 1;
    for (lie, reads) in [(Lie::SamePage, 2), (Lie::EndlessCustomers, pages)] {
        let store = Lying::new(lie).await;
        assert_corrupt(&store.all_customers(id(1)).await, lie);
        assert_eq!(store.reads.load(Ordering::SeqCst), reads, "{lie:?}");
    }
}

/// A store that counts how often it is asked for tiles, and for how many.
#[derive(Debug, Default)]
struct Tiled {
    inner: MemoryStore,
    asked: AtomicUsize,
    tiles: AtomicUsize,
}

impl jobs_core::DelegatingStore for Tiled {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        self.tiles.fetch_add(tiles.len(), Ordering::SeqCst);
        self.inner.tiles(tiles).await
    }
}

#[tokio::test]
async fn many_proofs_share_what_is_read() {
    let store = Tiled::default();
    let jobs: Vec<Draft> = (0..600).map(|n| job(n).into()).collect();
    store.append(jobs).await.unwrap();
    let indexes: Vec<Index> = (0..130).chain(500..600).collect();
    let proofs = store.inclusions(&indexes, 600).await.unwrap();
    assert!(proofs.iter().map(|proof| proof.index()).eq(indexes.iter().copied()));
    let [asked, tiles] = [&store.asked, &store.tiles].map(|count| count.swap(0, Ordering::SeqCst));
    assert_eq!(asked, 4, "64 proofs at a time");
    assert!(tiles <= 4 * asked, "{tiles} tiles");
    assert_eq!(store.inclusions(&[], 600).await.unwrap(), []);
    assert_eq!(store.asked.load(Ordering::SeqCst), 0);
}
