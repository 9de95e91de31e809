//! Behaviours of the statistics: they are those of the entries, however the entries were recorded.

use std::collections::BTreeMap;

use jobs_core::{
    ActionCode, ActionName, Breakdown, Counts, CustomerSet, Day, Draft, Entry, ImportedJob, Index,
    JobFacts, JobId, JobStore, NewJob, PageLimit, Stats, StatsQuery, Status, StatusDetails,
    Timestamp, UserId,
};

use crate::support::{
    all_entries, append, append_all, bare_facts, bare_import, change, customers, full_change,
    full_import, head, in_parallel, job_id, limit, new_job, refusal, repeat, time,
};

/// A job of this user and action.
fn job(n: u32, user: &str, action: &str) -> Draft {
    let user = UserId::new(user).unwrap();
    let action = ActionName::new(action).unwrap();
    let job = NewJob::new(user, ActionCode::UNKNOWN, action, customers(&["5001"])).unwrap();
    job.with_job_id(job_id(n)).into()
}

/// An import of this user and day.
fn import(n: u32, user: &str, status: Status, created_at: &str) -> Draft {
    let facts = JobFacts { user_id: UserId::new(user).unwrap(), ..bare_facts() };
    let details = StatusDetails::new(status);
    let none = CustomerSet::new([]).unwrap();
    ImportedJob::new(job_id(n), facts, none, time(created_at), details).into()
}

async fn stats(store: &dyn JobStore, user: Option<&str>, rows_max: usize) -> Stats {
    let user_id = user.map(|user| UserId::new(user).unwrap());
    store.stats(&StatsQuery { user_id, limit: limit(rows_max) }).await.unwrap()
}

async fn all(store: &dyn JobStore) -> Stats {
    stats(store, None, PageLimit::MAX).await
}

/// `(value, jobs)` of each row, and how many jobs are in no row.
fn shown<T: ToString>(breakdown: &Breakdown<T>) -> (Vec<(String, u64)>, u64) {
    let rows = breakdown.rows.iter().map(|row| (row.value.to_string(), row.jobs.jobs()));
    (rows.collect(), breakdown.other.jobs())
}

fn rows(rows: &[(&str, u64)]) -> Vec<(String, u64)> {
    rows.iter().map(|(value, jobs)| ((*value).to_owned(), *jobs)).collect()
}

/// A job as it is counted.
struct Counted {
    user: String,
    action: String,
    day: Day,
    first: Index,
    status: Status,
}

/// Checks the statistics of everybody and of every user against a count of `entries`, which are all
/// that the ledger has.
///
/// # Panics
/// When they differ.
pub(crate) async fn check(store: &dyn JobStore, entries: &[Entry]) {
    let mut jobs: BTreeMap<JobId, Counted> = BTreeMap::new();
    for entry in entries {
        let (new, created_at) = match entry.draft() {
            Draft::JobCreated(job) => (&**job, entry.recorded_at()),
            Draft::JobImported(import) => (import.job(), import.created_at()),
            Draft::StatusChanged(change) => {
                jobs.get_mut(&entry.job_id()).unwrap().status = change.details.status;
                continue;
            }
            Draft::NoteAdded(_) => continue,
        };
        let user = new.facts().user_id.to_string();
        let action = new.facts().action_name.to_string();
        let day = Day::of(created_at);
        let first = entry.index();
        let status = entry.status().unwrap();
        jobs.insert(new.job_id(), Counted { user, action, day, first, status });
    }
    let jobs: Vec<_> = jobs.into_values().collect();
    let users: Vec<&str> = jobs.iter().map(|job| job.user.as_str()).chain(["nobody"]).collect();
    for user in users.into_iter().map(Some).chain([None]) {
        let of_user = |job: &&Counted| user.is_none_or(|user| job.user == user);
        let jobs: Vec<_> = jobs.iter().filter(of_user).collect();
        let found = stats(store, user, PageLimit::MAX).await;
        assert_eq!(found.head, head(store).await, "head of the statistics of {user:?}");
        assert_eq!(found.total, count(&jobs), "all jobs of {user:?}");
        check_rows(&found.by_action, by_most(&jobs, |job| &job.action));
        check_rows(&found.by_user, by_most(&jobs, |job| &job.user));
        let mut days: BTreeMap<String, Vec<&Counted>> = BTreeMap::new();
        jobs.iter().for_each(|job| days.entry(job.day.to_string()).or_default().push(job));
        check_rows(&found.by_day, days.into_iter().rev().collect());
    }
}

fn by_most<'j>(
    jobs: &[&'j Counted],
    value: impl Fn(&Counted) -> &String,
) -> Vec<(String, Vec<&'j Counted>)> {
    let mut groups: BTreeMap<String, Vec<&Counted>> = BTreeMap::new();
    jobs.iter().for_each(|job| groups.entry(value(job).clone()).or_default().push(job));
    let mut groups: Vec<_> = groups.into_iter().collect();
    let first = |jobs: &[&Counted]| jobs.iter().map(|job| job.first).min();
    groups.sort_by(|(_, a), (_, b)| b.len().cmp(&a.len()).then(first(a).cmp(&first(b))));
    groups
}

fn check_rows<T: ToString>(found: &Breakdown<T>, expected: Vec<(String, Vec<&Counted>)>) {
    let found_rows = found.rows.iter().map(|row| (row.value.to_string(), row.jobs));
    let expected = expected.into_iter().map(|(value, jobs)| (value, count(&jobs)));
    assert_eq!(found_rows.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    assert_eq!(found.other, Counts::default());
}

fn count(jobs: &[&Counted]) -> Counts {
    let of = |status| jobs.iter().filter(|job| job.status == status).count() as u64;
    Counts::new(Status::ALL.map(of))
}

/// A ledger without jobs has statistics, and so has a user without jobs.
pub async fn where_there_is_nothing_nothing_is_counted(store: &dyn JobStore) {
    let none = all(store).await;
    assert_eq!((none.head, none.total), (head(store).await, Counts::default()));
    assert_eq!(shown(&none.by_action), (vec![], 0));
    assert_eq!((shown(&none.by_user), shown(&none.by_day)), ((vec![], 0), (vec![], 0)));
    append(store, new_job(1)).await;
    let nobody = stats(store, Some("nobody"), 10).await;
    assert_eq!(nobody.head, head(store).await);
    assert_eq!((nobody.total, shown(&nobody.by_day)), (Counts::default(), (vec![], 0)));
    // Somebody who is known, but has no jobs.
    append(store, change(1, Status::Success)).await;
    assert_eq!(stats(store, Some("gateway"), 10).await.total, Counts::default());
}

/// Jobs of several users and actions: the rows are in order, and a user's statistics only count
/// that user's jobs.
pub async fn jobs_are_counted_by_action_user_and_day(store: &dyn JobStore) {
    let today = append(store, job(1, "vijay", "Trans-Begin")).await.recorded_at();
    let drafts = vec![
        job(2, "anna", "PE-Enable"),
        job(3, "anna", "Trans-Begin"),
        // As many as vijay has, but later.
        job(4, "Vijay", "PE-Enable"),
        job(5, "anna", "pe-enable"),
    ];
    append_all(store, drafts).await;
    let found = all(store).await;
    assert_eq!(found.total, Counts::new([5, 0, 0, 0]));
    let actions = [("Trans-Begin", 2), ("PE-Enable", 2), ("pe-enable", 1)];
    assert_eq!(shown(&found.by_action), (rows(&actions), 0));
    assert_eq!(shown(&found.by_user), (rows(&[("anna", 3), ("vijay", 1), ("Vijay", 1)]), 0));
    assert_eq!(found.by_day.rows.last().unwrap().value, Day::of(today));
    let anna = stats(store, Some("anna"), 10).await;
    assert_eq!(anna.total, Counts::new([3, 0, 0, 0]));
    let actions = [("PE-Enable", 1), ("Trans-Begin", 1), ("pe-enable", 1)];
    assert_eq!(shown(&anna.by_action), (rows(&actions), 0));
    assert_eq!(shown(&anna.by_user), (rows(&[("anna", 3)]), 0));
    check(store, &all_entries(store).await).await;
}

/// The first rows are those with the most jobs, or the newest days; the others are one number.
pub async fn rows_are_bounded_and_nothing_is_lost(store: &dyn JobStore) {
    let day = |n: u32| format!("2026-01-{:02}T12:00:00Z", n % 20 + 1);
    let user = |n: u32| format!("user-{}", n % 6 * (n % 2));
    let drafts = (0..60).map(|n| import(n, &user(n), Status::Failed, &day(n))).collect();
    append_all(store, drafts).await;
    let whole = all(store).await;
    assert_eq!(shown(&whole.by_user).0[0], ("user-0".to_owned(), 30));
    assert_eq!(whole.by_day.rows.len(), 20);
    for rows_max in [1, 2, 3, 4, 19, 20, 21] {
        let found = stats(store, None, rows_max).await;
        assert_eq!(found.total, whole.total);
        let kept = whole.by_user.rows.len().min(rows_max);
        assert_eq!(found.by_user.rows, whole.by_user.rows[..kept]);
        let left: u64 = whole.by_user.rows[kept..].iter().map(|row| row.jobs.jobs()).sum();
        assert_eq!(found.by_user.other, Counts::new([0, 0, left, 0]), "{rows_max} rows");
        let kept = rows_max.min(20);
        assert_eq!(found.by_day.rows, whole.by_day.rows[..kept]);
        assert_eq!(found.by_day.other.jobs(), 60 - 3 * kept as u64, "{rows_max} rows");
    }
    assert_eq!(whole.by_day.rows[0].value.to_string(), "2026-01-20");
}

/// Every legal change moves the job from one status to another, in every count that it is in; also
/// within one call, and for imports.
pub async fn a_job_is_counted_by_its_status_now(store: &dyn JobStore) {
    for (n, way) in (0..).step_by(2).zip([
        &[Status::Success][..],
        &[Status::Failed],
        &[Status::Unconfirmed],
        &[Status::Unconfirmed, Status::Success],
        &[Status::Unconfirmed, Status::Failed],
    ]) {
        append(store, bare_import(n, Status::InProgress)).await;
        for status in way {
            append(store, change(n, *status)).await;
            check(store, &all_entries(store).await).await;
        }
        let changes = way.iter().map(|status| change(n + 1, *status).into());
        append_all(store, [Draft::from(new_job(n + 1))].into_iter().chain(changes).collect()).await;
        check(store, &all_entries(store).await).await;
    }
    assert_eq!(all(store).await.total, Counts::new([0, 4, 4, 2]));
}

/// An import counts for the day on which the other system created it, in the status that it had
/// there.
pub async fn imports_are_counted_by_their_own_day_and_status(store: &dyn JobStore) {
    let drafts = vec![
        import(1, "old", Status::Success, "2025-12-31T23:59:59.999999Z"),
        import(2, "old", Status::Unconfirmed, "2026-01-01T00:00:00Z"),
        import(3, "old", Status::InProgress, "2026-01-01T01:00:00+02:00"),
        import(4, "old", Status::Failed, "1970-01-01T00:00:00Z"),
        import(5, "old", Status::Failed, &Timestamp::MAX.to_string()),
    ];
    append_all(store, drafts).await;
    let found = all(store).await;
    assert_eq!(found.total, Counts::new([1, 1, 2, 1]));
    let days = [("9999-12-30", 1), ("2026-01-01", 1), ("2025-12-31", 2), ("1970-01-01", 1)];
    assert_eq!(shown(&found.by_day), (rows(&days), 0));
    assert_eq!(found.by_day.rows[2].jobs, Counts::new([1, 1, 0, 0]));
    append(store, change(3, Status::Unconfirmed)).await;
    let found = all(store).await;
    assert_eq!(found.by_day.rows[2].jobs, Counts::new([0, 1, 0, 1]), "its day is still its own");
    check(store, &all_entries(store).await).await;
}

/// What appends nothing counts nothing.
pub async fn repeats_and_refusals_count_nothing(store: &dyn JobStore) {
    append(store, new_job(1)).await;
    let imported = append(store, full_import(2)).await;
    let failed = append(store, full_change(1)).await;
    let before = all(store).await;
    refusal(store, new_job(1)).await;
    refusal(store, new_job(2)).await;
    refusal(store, change(1, Status::Success)).await;
    refusal(store, change(3, Status::Success)).await;
    repeat(store, full_import(2), &imported).await;
    repeat(store, full_change(1), &failed).await;
    assert_eq!(all(store).await, before);
    // Also beside drafts that are accepted.
    let drafts: [Draft; 4] =
        [new_job(1).into(), new_job(4).into(), full_change(1).into(), full_change(4).into()];
    let answers = store.append(drafts.to_vec()).await.unwrap();
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 3);
    check(store, &all_entries(store).await).await;
    assert_eq!(all(store).await.total, Counts::new([0, 0, 3, 0]));
}

/// Several writers at once: nothing is counted twice, and nothing is left out.
pub async fn many_writers_count_together(store: &dyn JobStore) {
    const WRITERS: u32 = 8;
    const JOBS: u32 = 12;
    in_parallel(WRITERS as usize, async |writer| {
        let writer = u32::try_from(writer).unwrap();
        for n in (0..JOBS).map(|n| writer * JOBS + n) {
            let user = format!("user-{}", n % 3);
            let action = format!("action-{}", n % 2);
            append_all(store, vec![job(n, &user, &action)]).await;
            if n % 4 != 0 {
                append(store, change(n, Status::ALL[n as usize % 4])).await;
            }
            // All counted at one moment, even while others write.
            let found = all(store).await;
            let days: u64 = found.by_day.rows.iter().map(|row| row.jobs.jobs()).sum();
            assert_eq!(found.total.jobs(), days);
            assert!(found.head.size() >= found.total.jobs());
        }
    });
    check(store, &all_entries(store).await).await;
    let quarter = u64::from(WRITERS * JOBS / 4);
    assert_eq!(all(store).await.total, Counts::new([quarter; 4]));
}
