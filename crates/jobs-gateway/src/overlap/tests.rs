//! Tests that the window finds what a search through the whole ledger finds.

use std::time::Duration;

use jobs_core::{
    Cause, Cid, CustomerSet, Entry, HttpStatus, ImportedJob, Job, JobStoreExt, MemoryStore, NewJob,
    NewNote, NoteText, Source, Status, StatusChange, StatusDetails, Timestamp, UserId,
};
use proptest::prelude::*;

use super::candidate::TOLD_MAX;
use super::*;

const WINDOW: Duration = Duration::from_secs(3600);

fn vijay() -> UserId {
    UserId::new("vijay").unwrap()
}

fn job(code: i64, cids: &[&str]) -> NewJob {
    let customers = CustomerSet::new(cids.iter().map(|cid| Cid::new(*cid).unwrap()));
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new("Pay").unwrap();
    let job = NewJob::new(user, ActionCode::new(code).unwrap(), action, customers.unwrap());
    job.unwrap().with_source(Source::Gateway)
}

/// Records a job, and gives the earlier jobs that it overlaps with.
async fn found(store: &MemoryStore, window: &Window, job: NewJob, refuses: bool) -> Detected {
    let candidate = Candidate::new(&job);
    let appended = store.create(job).await.unwrap();
    let position = Position { index: appended.index(), created_at: appended.recorded_at() };
    find(store, window, candidate, Some(position), refuses).await.unwrap()
}

async fn overlaps_of(store: &MemoryStore, window: &Window, job: NewJob) -> Vec<JobId> {
    let found = found(store, window, job, false).await;
    found.overlaps.into_iter().map(|overlap| overlap.job_id).collect()
}

/// A job with the time `created_at` from another clock, or from this one before it was set.
fn recorded_by_another_clock(job: &NewJob, created_at: i64) -> ImportedJob {
    let created_at = Timestamp::from_micros("created_at", created_at).unwrap();
    let facts = job.facts().clone();
    let customers = job.customers().clone();
    let details = StatusDetails::new(Status::Success);
    ImportedJob::new(job.job_id(), facts, customers, created_at, details)
}

/// A job that seems to lie ahead was recorded before the clock was set back: it counts if it is
/// near, and otherwise it is not an overlap for hours.
#[tokio::test]
async fn the_window_reaches_as_far_ahead_as_back() {
    const LENGTH: i64 = 3_600_000_000;
    let store = MemoryStore::default();
    let window = Window::new(WINDOW, BUDGET);
    let now = Timestamp::now().as_micros();
    let mut near = Vec::new();
    for ahead in [-2 * LENGTH, -LENGTH / 2, LENGTH / 2, 2 * LENGTH, 9_000 * LENGTH] {
        let earlier = recorded_by_another_clock(&job(1, &["5001"]), now + ahead);
        if ahead.abs() < LENGTH {
            near.insert(0, earlier.job().job_id());
        }
        store.append_one(earlier.into()).await.unwrap();
    }
    assert_eq!(overlaps_of(&store, &window, job(1, &["5001"])).await, near);
}

/// Notes make no job act, and take none of those that did out of the window.
#[tokio::test]
async fn notes_are_no_overlap_and_hide_none() {
    let store = MemoryStore::default();
    let window = Window::new(WINDOW, BUDGET);
    let earlier = store.create(job(1, &["5001"])).await.unwrap().job_id();
    let note = |job_id| {
        let text = NoteText::new("seen").unwrap();
        NewNote::new(job_id, UserId::new("anita").unwrap(), text)
    };
    store.add_note(note(earlier)).await.unwrap();
    assert_eq!(overlaps_of(&store, &window, job(1, &["5001"])).await, [earlier]);
    let details = StatusDetails { cause: Cause::NeverSent, ..StatusDetails::new(Status::Failed) };
    let never_sent = StatusChange::new(earlier, UserId::new("anita").unwrap(), details);
    store.change_status(never_sent).await.unwrap();
    store.add_note(note(earlier)).await.unwrap();
    let found = overlaps_of(&store, &window, job(1, &["5001"])).await;
    assert_eq!(found.len(), 1, "the second, and not the first, which was never sent: {found:?}");
    assert_ne!(found, [earlier]);
}

/// What one job of two customers takes.
const JOB_OF_TWO: usize = 360 + 2 * (64 + 4);

fn budget(sent: usize, claimed: usize) -> Budget {
    Budget { sent: sent * JOB_OF_TWO, claimed: claimed * JOB_OF_TWO }
}

/// A job that was recorded and never sent.
fn claim(code: i64, cids: &[&str]) -> NewJob {
    job(code, cids).with_source(Source::Api)
}

fn by(name: &str, job: &NewJob) -> NewJob {
    let facts = JobFacts { user_id: UserId::new(name).unwrap(), ..job.facts().clone() };
    let job = NewJob::from_facts(JobId::mint(), facts, job.customers().clone()).unwrap();
    job.with_source(Source::Gateway)
}

/// An eviction is reported, and withholds a call that nothing else withholds.
#[tokio::test]
async fn memory_is_bounded_and_what_is_missed_is_said() {
    let store = MemoryStore::default();
    let window = Window::new(WINDOW, budget(4, 1));
    for name in ["anita", "anita", "maria", "maria"] {
        store.create(by(name, &job(1, &["5001", "5002"]))).await.unwrap();
    }
    let full = found(&store, &window, job(2, &["5003", "5004"]), true).await;
    assert!(!full.is_complete && full.withheld.unwrap().contains("so many jobs were sent"));
    // The newest are kept.
    let found = found(&store, &window, job(2, &["5003"]), true).await;
    assert!(!found.is_complete && found.withheld.unwrap().contains("for 1 of these customers"));
    let known = window.state.try_lock().unwrap();
    let [sent, _] = known.as_ref().unwrap().recent.bytes();
    assert!(sent <= 4 * JOB_OF_TWO && sent > 3 * JOB_OF_TWO, "{sent}");
}

/// Nobody withholds the calls of others by recording jobs, however many.
#[tokio::test]
async fn claims_without_end_push_out_none_that_was_sent() {
    let store = MemoryStore::default();
    let window = Window::new(WINDOW, budget(4, 2));
    let first = store.create(job(1, &["5001", "5002"])).await.unwrap();
    for _ in 0..20 {
        store.create(claim(1, &["5001", "5002"])).await.unwrap();
    }
    let other = found(&store, &window, by("maria", &job(1, &["5003"])), true).await;
    assert_eq!((other.withheld, other.is_complete), (None, false));
    let again = found(&store, &window, by("maria", &job(1, &["5001"])), true).await;
    assert_eq!(again.overlaps, [Overlap { job_id: first.job_id(), owner: vijay(), customers: 1 }]);
    let known = window.state.try_lock().unwrap();
    assert!(known.as_ref().unwrap().recent.bytes()[1] <= 2 * JOB_OF_TWO);
}

/// Only a user who has sent more than a share is held back; withheld jobs take no room.
#[tokio::test]
async fn one_users_jobs_leave_room_for_those_of_others() {
    let store = MemoryStore::default();
    let window = Window::new(WINDOW, budget(6, 1));
    for number in 0..10 {
        let cids = [format!("a{number:03}"), format!("b{number:03}")];
        let cids = cids.each_ref().map(String::as_str);
        let job = by("vijay", &job(1, &cids));
        let job_id = job.job_id();
        let found = found(&store, &window, job, true).await;
        assert_eq!(found.withheld.is_some(), number >= 3, "{number}: {:?}", found.withheld);
        if found.withheld.is_some() {
            let cause = Cause::Withheld;
            let details = StatusDetails { cause, ..StatusDetails::new(Status::Failed) };
            let change = StatusChange::new(job_id, UserId::new("jobs-gateway").unwrap(), details);
            store.change_status(change).await.unwrap();
        }
    }
    let other = found(&store, &window, by("maria", &job(1, &["5003"])), true).await;
    assert_eq!((other.withheld, other.is_complete), (None, true));
}

/// What was recorded while the clock was far ahead gives way to what is recorded now.
#[tokio::test]
async fn jobs_that_lie_ahead_push_out_none_of_now() {
    let store = MemoryStore::default();
    let window = Window::new(WINDOW, budget(4, 4));
    let ahead = Timestamp::now().as_micros() + 24 * 3_600_000_000;
    let first = store.create(claim(1, &["5001", "5002"])).await.unwrap();
    for _ in 0..20 {
        let job = recorded_by_another_clock(&job(1, &["5001", "5002"]), ahead);
        store.append_one(job.into()).await.unwrap();
    }
    let found = found(&store, &window, job(1, &["5001"]), false).await;
    assert_eq!(found.overlaps, [Overlap { job_id: first.job_id(), owner: vijay(), customers: 1 }]);
    assert!(found.is_complete);
}

/// A call does not wait for long for what is new in the ledger.
#[tokio::test(start_paused = true)]
async fn a_look_that_takes_long_ends() {
    let store = MemoryStore::default();
    let job = job(1, &["5001"]);
    store.create(job.clone()).await.unwrap();
    for (on_overlap, withholds) in [(OnOverlap::Warn, false), (OnOverlap::Refuse, true)] {
        let detection = Detection { on_overlap, window: Window::new(WINDOW, BUDGET) };
        let _busy = std::sync::Arc::clone(&detection.window.state).lock_owned().await;
        let found = detection.look(&store, Candidate::new(&job), None).await;
        assert_eq!((found.is_complete, found.withheld.is_some()), (false, withholds));
        let foreseen = detection.foresee(&store, Candidate::new(&job)).await;
        assert_eq!((foreseen.is_complete, foreseen.is_withheld), (false, withholds));
    }
}

/// Only the window of a ledger with a long past is read.
#[tokio::test]
async fn what_was_recorded_before_the_window_is_not_read() {
    let store = MemoryStore::default();
    let window = Window::new(WINDOW, BUDGET);
    let old = recorded_by_another_clock(&job(1, &["5001"]), 1_000_000);
    let imports = (0..12_000).map(|_| {
        let other = recorded_by_another_clock(&job(1, &["5001"]), 1_000_000);
        other.into()
    });
    store.append_one(old.into()).await.unwrap();
    store.append(imports.collect()).await.unwrap();
    let new = store.create(job(1, &["5001"])).await.unwrap();
    assert_eq!(overlaps_of(&store, &window, job(1, &["5001"])).await, [new.job_id()]);
    let known = window.state.try_lock().unwrap();
    assert_eq!(known.as_ref().unwrap().read, 2, "the new job and the one that was compared");
}

/// What a ledger may hold before the job whose overlaps are looked for.
#[derive(Debug, Clone)]
enum Step {
    Job {
        code: i64,
        name: &'static str,
        cids: Vec<u8>,
        source: Source,
    },
    Import {
        code: i64,
        cids: Vec<u8>,
        ahead: i64,
    },
    /// The job with this number among the open ones ends.
    Ends {
        number: usize,
        cause: Cause,
        code: Option<u16>,
    },
    Look {
        code: i64,
        name: &'static str,
        cids: Vec<u8>,
        retry_of: Option<usize>,
        refuses: bool,
        other: bool,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let code = || prop::sample::select(vec![-1, 1, 2]);
    let name = || prop::sample::select(vec!["Pay", "PAY", "Stop"]);
    let cids = || prop::collection::vec(0..6_u8, 1..4);
    let source = prop::sample::select(vec![Source::Gateway, Source::Api, Source::Embedded]);
    let ahead = prop::sample::select(vec![-7200, -3500, -10, 10, 3500, 7200]);
    let ends = prop::sample::select(vec![
        (Cause::Answered, Some(200)),
        (Cause::Answered, Some(404)),
        (Cause::Answered, Some(503)),
        (Cause::NeverSent, None),
        (Cause::Withheld, None),
    ]);
    let step = prop_oneof![
        3 => (code(), name(), cids(), source).prop_map(|(code, name, cids, source)| Step::Job { code, name, cids, source }),
        1 => (code(), cids(), ahead).prop_map(|(code, cids, ahead)| Step::Import { code, cids, ahead }),
        2 => (any::<usize>(), ends).prop_map(|(number, (cause, code))| Step::Ends { number, cause, code }),
        3 => (code(), name(), cids(), prop::option::of(any::<usize>()), any::<bool>(), any::<bool>())
            .prop_map(|(code, name, cids, retry_of, refuses, other)| Step::Look { code, name, cids, retry_of, refuses, other }),
    ];
    prop::collection::vec(step, 1..40)
}

fn new_job(code: i64, name: &str, cids: &[u8]) -> NewJob {
    let customers = CustomerSet::new(cids.iter().map(|cid| Cid::new(format!("c{cid}")).unwrap()));
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new(name).unwrap();
    NewJob::new(user, ActionCode::new(code).unwrap(), action, customers.unwrap()).unwrap()
}

/// What the jobs before `position` are, found by reading the whole ledger.
async fn by_brute_force(
    store: &MemoryStore,
    candidate: &Candidate,
    position: Position,
    acted_alone: bool,
) -> Vec<Overlap> {
    let limit = jobs_core::PageLimit::new(jobs_core::PageLimit::MAX).unwrap();
    let entries: Vec<Entry> = store.entries(0, limit).await.unwrap();
    let mut overlaps = Vec::new();
    for entry in entries.iter().filter(|entry| entry.index() < position.index).rev() {
        let Some(mut detail) = store.job(entry.job_id()).await.unwrap() else { continue };
        if detail.job.index != entry.index() {
            continue;
        }
        detail.job = store.job_at(detail.job, position.index + 1).await.unwrap();
        let other = detail.job;
        let apart = (other.created_at.as_micros() - position.created_at.as_micros()).abs();
        let is_near = i128::from(apart) <= i128::try_from(WINDOW.as_micros()).unwrap();
        let was_sent = !matches!(other.cause, Some(Cause::NeverSent | Cause::Withheld));
        let is_refused = other.status == Status::Failed
            && other.http_status.is_some_and(|code| (400..500).contains(&code.get()));
        let counts = !acted_alone || other.source == Source::Gateway && !is_refused;
        let is_same = is_same_action(&other.facts, candidate.action_code, &candidate.action_name)
            && candidate.retry_of != Some(other.job_id);
        let cids = store.all_customers(other.job_id).await.unwrap();
        let customers = cids.iter().filter(|cid| candidate.customers.contains(cid)).count();
        if is_near && was_sent && counts && is_same && customers > 0 {
            let Job { job_id, facts, .. } = other;
            overlaps.push(Overlap { job_id, owner: facts.user_id, customers });
        }
    }
    overlaps.truncate(TOLD_MAX);
    overlaps
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_overlap_is_missed_and_none_is_made_up(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(check(steps))?;
    }
}

async fn check(steps: Vec<Step>) -> Result<(), TestCaseError> {
    let store = MemoryStore::default();
    // Two servers on one ledger.
    let windows = [Window::new(WINDOW, BUDGET), Window::new(WINDOW, BUDGET)];
    let mut open = Vec::new();
    let mut all = Vec::new();
    for step in steps {
        match step {
            Step::Job { code, name, cids, source } => {
                let job = new_job(code, name, &cids).with_source(source);
                open.push(job.job_id());
                all.push(job.job_id());
                store.create(job).await.unwrap();
            }
            Step::Import { code, cids, ahead } => {
                let created_at = Timestamp::now().as_micros() + ahead * 1_000_000;
                let import = recorded_by_another_clock(&new_job(code, "Pay", &cids), created_at);
                all.push(import.job().job_id());
                store.append_one(import.into()).await.unwrap();
            }
            Step::Ends { number, cause, code } if !open.is_empty() => {
                let job_id = open.swap_remove(number % open.len());
                let status = if code == Some(200) { Status::Success } else { Status::Failed };
                let http_status = code.map(|code| HttpStatus::new(code).unwrap());
                let details = StatusDetails { cause, http_status, ..StatusDetails::new(status) };
                let change = StatusChange::new(job_id, UserId::new("vijay").unwrap(), details);
                store.change_status(change).await.unwrap();
            }
            Step::Ends { .. } => {}
            Step::Look { code, name, cids, retry_of, refuses, other } => {
                let retry_of =
                    retry_of.filter(|_| !all.is_empty()).map(|number| all[number % all.len()]);
                let job =
                    new_job(code, name, &cids).with_source(Source::Gateway).with_retry_of(retry_of);
                let candidate = Candidate::new(&job);
                open.push(job.job_id());
                all.push(job.job_id());
                let window = &windows[usize::from(other)];
                let foreseen =
                    foresee(&store, window, Candidate::new(&job), refuses).await.unwrap();
                let appended = store.create(job).await.unwrap();
                let position =
                    Position { index: appended.index(), created_at: appended.recorded_at() };
                let acted = by_brute_force(&store, &candidate, position, true).await;
                let any = by_brute_force(&store, &candidate, position, false).await;
                let found = find(&store, window, candidate, Some(position), refuses).await.unwrap();
                // Nothing came in between.
                prop_assert_eq!(&found, &foreseen);
                let is_withheld = refuses && !acted.is_empty();
                prop_assert_eq!(found.withheld.is_some(), is_withheld);
                prop_assert_eq!(found.overlaps, if is_withheld { acted } else { any });
            }
        }
    }
    Ok(())
}
