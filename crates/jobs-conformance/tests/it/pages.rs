//! Stores that answer with pages of unusual lengths: what the trait allows passes, and what it
//! forbids is found. And stores that fail in the middle, which must end every behaviour.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use jobs_conformance::{BEHAVIOURS, Runner};
use jobs_core::{
    Appended, Draft, Entry, Head, Index, JobPage, JobQuery, JobStore, MemoryStore, PageLimit,
    Result,
};

/// What is odd about the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Odd {
    ShortPages,
    EmptyPageOfEntries,
    LongPageOfEntries,
    LongPageOfJobs,
    EntriesWithoutEnd,
    NextGoesBack,
    NextStandsStill,
    AppendPanics,
    HeadStandsStill,
}

#[derive(Debug)]
pub(crate) struct OddStore {
    odd: Odd,
    inner: MemoryStore,
    appends: AtomicU32,
}

impl OddStore {
    pub(crate) fn new(odd: Odd) -> Self {
        Self { odd, inner: MemoryStore::default(), appends: AtomicU32::new(0) }
    }

    fn limit(&self, limit: PageLimit, long: Odd) -> PageLimit {
        let limit = match self.odd {
            Odd::ShortPages => limit.get().div_ceil(2),
            odd if odd == long => (limit.get() + 1).min(PageLimit::MAX),
            _ => limit.get(),
        };
        PageLimit::new(limit).unwrap()
    }
}

impl jobs_core::DelegatingStore for OddStore {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let appends = self.appends.fetch_add(1, Ordering::Relaxed);
        assert!(
            self.odd != Odd::AppendPanics || appends < 5,
            "this store fails after five appends"
        );
        self.inner.append(drafts).await
    }

    async fn head(&self) -> Result<Head> {
        if self.odd == Odd::HeadStandsStill {
            return MemoryStore::default().head().await;
        }
        self.inner.head().await
    }

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        let size = self.inner.head().await?.size();
        let from = match self.odd {
            Odd::EmptyPageOfEntries if from + 2 == size => size,
            Odd::EntriesWithoutEnd => from.min(size.saturating_sub(1)),
            _ => from,
        };
        self.inner.entries(from, self.limit(limit, Odd::LongPageOfEntries)).await
    }

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        let limit = self.limit(query.limit, Odd::LongPageOfJobs);
        let mut page = self.inner.jobs(&JobQuery { limit, ..query.clone() }).await?;
        match self.odd {
            Odd::NextGoesBack => page.next = page.next.and(page.jobs.first()).map(|job| job.index),
            Odd::NextStandsStill => page.next = page.next.and(query.after.or(page.next)),
            _ => {}
        }
        Ok(page)
    }
}

jobs_conformance::conformance!(short_pages, volatile: async |_: &std::path::Path| {
    crate::pages::OddStore::new(crate::pages::Odd::ShortPages)
});

/// Whether a behaviour finds it. The test is also that this returns at all.
fn finds(odd: Odd, behaviour: &str) -> bool {
    let name = |item: &jobs_conformance::Behaviour| format!("{}::{}", item.module, item.name);
    let check = BEHAVIOURS.iter().find(|item| name(item) == behaviour).unwrap().check;
    let run = || Runner::default().by_reference(async move |_: &Path| OddStore::new(odd), check);
    catch_unwind(AssertUnwindSafe(run)).is_err()
}

#[test]
fn pages_that_the_trait_does_not_allow_are_found() {
    for (odd, behaviour) in [
        (Odd::EmptyPageOfEntries, "entries::entries_are_paged"),
        (Odd::LongPageOfEntries, "entries::entries_are_paged"),
        (Odd::EntriesWithoutEnd, "entries::entries_are_paged"),
        (Odd::LongPageOfJobs, "pages::pages_show_every_job_once"),
        (Odd::NextGoesBack, "pages::pages_show_every_job_once"),
        (Odd::NextStandsStill, "pages::pages_show_every_job_once"),
    ] {
        assert!(finds(odd, behaviour), "{behaviour} missed {odd:?}");
    }
}

/// Readers that wait for writers, and rivals that wait for each other, end when one of them has
/// failed.
#[test]
fn no_behaviour_waits_for_a_writer_that_has_failed() {
    for behaviour in [
        "concurrency::many_writers_lose_nothing",
        "concurrency::writers_race_for_one_job_id",
        "concurrency::writers_race_for_one_status",
        "concurrency::readers_see_a_ledger_that_only_grows",
        "concurrency::what_was_acknowledged_is_seen_by_everyone",
        "requests::writers_race_for_one_request",
        "pages::pages_hold_while_others_append",
        "stats::many_writers_count_together",
    ] {
        assert!(finds(Odd::AppendPanics, behaviour), "{behaviour}");
        assert!(finds(Odd::HeadStandsStill, behaviour), "{behaviour}");
    }
}
