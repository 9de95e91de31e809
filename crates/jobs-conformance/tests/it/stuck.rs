//! Stores that never answer, that answer without end, or that fail in the middle: every behaviour
//! ends all the same, and says why.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use jobs_conformance::{BEHAVIOURS, Runner};
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerQuery, CustomerSet, Entry, Index, JobId, JobPage,
    JobQuery, JobStore, JobStoreExt as _, MemoryStore, NewJob, Order, PageLimit, Result, UserId,
};

/// What it does in one of its methods, from its `after`th call on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// The future is never ready.
    Pends,
    /// The thread is blocked.
    Blocks,
    Panics,
    /// Every page is the first one.
    FirstPageAgain,
    /// There is always one more: invented, or appended just then.
    OneMore,
    /// An empty page that leads on to the next index.
    LeadsOn,
}

#[derive(Debug)]
struct Stuck {
    method: &'static str,
    habit: Habit,
    after: u32,
    calls: AtomicU32,
    inner: MemoryStore,
}

impl Stuck {
    fn new(method: &'static str, habit: Habit, after: u32) -> Self {
        Self { method, habit, after, calls: AtomicU32::new(0), inner: MemoryStore::default() }
    }

    /// Counts a call of `method`, and returns what the store does in it.
    fn habit_in(&self, method: &str) -> Option<Habit> {
        let is_due = method == self.method && self.calls.load(Ordering::SeqCst) > self.after;
        is_due.then_some(self.habit)
    }
}

fn any_job() -> NewJob {
    let user = UserId::new("nobody").unwrap();
    let action = ActionName::new("None").unwrap();
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap()
}

impl jobs_core::DelegatingStore for Stuck {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn around<T: Send>(
        &self,
        method: &'static str,
        call: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        if method == self.method {
            self.calls.fetch_add(1, Ordering::SeqCst);
        }
        match self.habit_in(method) {
            Some(Habit::Pends) => std::future::pending().await,
            Some(Habit::Blocks) => loop {
                thread::park();
            },
            Some(Habit::Panics) => panic!("this store fails in {method}"),
            Some(Habit::OneMore) if method != "customers" => {
                self.inner.create(any_job()).await?;
            }
            _ => {}
        }
        call.await
    }

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        let again = self.habit_in("entries") == Some(Habit::FirstPageAgain);
        self.inner.entries(if again { 0 } else { from }, limit).await
    }

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        let mut query = query.clone();
        match self.habit_in("jobs") {
            Some(Habit::FirstPageAgain) => query.after = None,
            Some(Habit::LeadsOn) => {
                let next = match query.order {
                    Order::OldestFirst => query.after.map_or(0, |after| after + 1),
                    Order::NewestFirst => query.after.map_or(1 << 40, |after| after - 1),
                };
                return Ok(JobPage { jobs: Vec::new(), next: Some(next) });
            }
            _ => {}
        }
        self.inner.jobs(&query).await
    }

    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        let mut query = query.clone();
        match self.habit_in("customers") {
            Some(Habit::FirstPageAgain) => query.after = None,
            Some(Habit::OneMore) => {
                let last = query.after.map_or(0, |cid| cid.as_str().parse().unwrap_or(0));
                let more = last + 1..=last + query.limit.get();
                return Ok(more.map(|n| Cid::new(format!("{n:032}")).unwrap()).collect());
            }
            _ => {}
        }
        self.inner.customers(job_id, &query).await
    }
}

/// Why a behaviour fails, or `None`.
fn failure(
    runner: Runner,
    behaviour: &str,
    (method, habit, after): (&'static str, Habit, u32),
) -> Option<String> {
    let name = |item: &jobs_conformance::Behaviour| format!("{}::{}", item.module, item.name);
    let check = BEHAVIOURS.iter().find(|item| name(item) == behaviour).unwrap().check;
    let open = async move |_: &Path| Stuck::new(method, habit, after);
    let panic = catch_unwind(AssertUnwindSafe(|| runner.by_reference(open, check))).err()?;
    let literal = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    Some(panic.downcast::<String>().map_or(literal.unwrap_or_default(), |text| *text))
}

/// A behaviour that calls each method: alone, and where other threads wait for the one that calls.
const CALLERS: [(&str, &str, u32); 14] = [
    ("append", "appending::indexes_are_gapless", 1),
    ("head", "appending::an_empty_store_answers", 0),
    ("entries", "entries::entries_are_paged", 3),
    ("request", "requests::a_request_makes_one_job", 0),
    ("job", "round_trip::every_field_of_a_new_job_is_read_back", 0),
    ("jobs", "pages::pages_show_every_job_once", 2),
    ("customers", "customers::customers_are_paged", 2),
    ("stats", "stats::jobs_are_counted_by_action_user_and_day", 0),
    ("tiles", "proofs::tiles_hold_the_hashes_of_the_leaves", 0),
    ("append", "concurrency::many_writers_lose_nothing", 20),
    ("append", "concurrency::readers_see_a_ledger_that_only_grows", 20),
    ("append", "concurrency::writers_race_for_one_status", 20),
    ("job", "concurrency::what_was_acknowledged_is_seen_by_everyone", 5),
    ("append", "pages::pages_hold_while_others_append", 20),
];

/// The call that is not answered is named, whether its future is never ready or its thread never
/// returns.
#[test]
fn a_call_that_is_never_answered_is_named() {
    let impatient = Runner { answer_within: Duration::from_secs(5), ..Runner::default() };
    thread::scope(|scope| {
        for (method, behaviour, after) in CALLERS {
            for habit in [Habit::Pends, Habit::Blocks] {
                scope.spawn(move || {
                    let why = failure(impatient, behaviour, (method, habit, after)).unwrap();
                    assert_eq!(why, format!("no answer to `{method}` within 5s"), "{behaviour}");
                });
            }
        }
    });
}

/// A method that fails ends the behaviour at once, with its message, even if threads wait for it.
#[test]
fn a_call_that_panics_ends_the_behaviour() {
    for (method, behaviour, after) in CALLERS {
        let why = failure(Runner::default(), behaviour, (method, Habit::Panics, after)).unwrap();
        assert_eq!(why, format!("this store fails in {method}"), "{behaviour}");
    }
}

/// A walk over pages comes to its end, or to a page that is refused.
#[test]
fn answers_without_end_are_refused() {
    use Habit::{FirstPageAgain, LeadsOn, OneMore};
    let twenty_seven = "customers::twenty_seven_thousand_customers_are_taken";
    for (method, habit, after, behaviour, part) in [
        ("customers", FirstPageAgain, 0, twenty_seven, "and no end"),
        ("customers", OneMore, 0, twenty_seven, "and no end"),
        ("customers", FirstPageAgain, 0, "customers::customers_are_paged", "after"),
        ("entries", FirstPageAgain, 0, "appending::a_large_batch_is_taken_whole", ""),
        ("entries", FirstPageAgain, 0, "entries::entries_are_paged", "a gap"),
        ("entries", OneMore, 0, "entries::entries_are_paged", ""),
        ("head", OneMore, 0, "entries::the_head_stands_still_when_nothing_is_recorded", ""),
        ("entries", OneMore, 0, "concurrency::many_writers_lose_nothing", ""),
        ("jobs", FirstPageAgain, 0, "pages::pages_show_every_job_once", "out of order"),
        ("jobs", LeadsOn, 0, "pages::pages_show_every_job_once", "the next page begins at"),
        ("jobs", LeadsOn, 0, "filters::every_filter_alone_and_combined", "the next page begins at"),
        ("jobs", OneMore, 0, "pages::pages_show_every_job_once", "left == right"),
        ("jobs", OneMore, 0, "pages::the_last_page_says_so", ""),
        ("jobs", OneMore, 0, "pages::pages_hold_while_others_append", ""),
    ] {
        let why = failure(Runner::default(), behaviour, (method, habit, after));
        let why = why.unwrap_or_else(|| panic!("{behaviour} missed {habit:?} in {method}"));
        assert!(why.contains(part), "{habit:?} in {method}: {behaviour}: {why}");
        let in_vain = why.contains("did not end") || why.contains("no answer");
        assert!(!in_vain, "{habit:?} in {method}: {behaviour} did not end by itself: {why}");
    }
}

/// The time limit ends what no behaviour notices.
#[test]
fn a_behaviour_that_never_ends_is_left_behind() {
    let check: jobs_conformance::Check = |store| {
        Box::pin(async move {
            loop {
                store.head().await.unwrap();
            }
        })
    };
    let runner = Runner { end_within: Duration::from_millis(50), ..Runner::default() };
    let run = || runner.boxed(async |_: &Path| MemoryStore::default(), check);
    let why = *catch_unwind(run).unwrap_err().downcast::<String>().unwrap();
    assert_eq!(why, "the behaviour did not end within 50ms");
}
