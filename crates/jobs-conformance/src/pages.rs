//! Behaviours of pages of jobs: found by key, in both directions, while others append.

use std::sync::atomic::{AtomicBool, Ordering};

use jobs_core::{Index, Job, JobFilter, JobQuery, JobStore, Order, PageLimit, Status};

use crate::support::{
    all_jobs, append, append_all, change, cid, filled, head, in_parallel, job_id, limit, new_job,
    walk,
};

const BOTH: [Order; 2] = [Order::NewestFirst, Order::OldestFirst];

/// Jobs 0 to 10, with entries of other kinds between; the indexes of the first entries of each.
async fn eleven_jobs(store: &dyn JobStore) -> Vec<Index> {
    let mut indexes = Vec::new();
    for n in 0..11 {
        indexes.push(append(store, new_job(n)).await.index());
        if n % 3 == 1 {
            append(store, change(n - 1, Status::Unconfirmed)).await;
            append(store, change(n - 1, Status::Success)).await;
        }
    }
    indexes
}

fn indexes(jobs: &[Job]) -> Vec<Index> {
    jobs.iter().map(|job| job.index).collect()
}

/// Walking from page to page shows each job once, in order, with pages of any size.
pub async fn pages_show_every_job_once(store: &dyn JobStore) {
    let mut expected = eleven_jobs(store).await;
    for page_limit in [1, 2, 3, 5, 10, 11, 12, PageLimit::MAX] {
        let jobs = walk(store, JobFilter::default(), Order::OldestFirst, page_limit).await;
        assert_eq!(indexes(&jobs), expected, "oldest first, {page_limit} a page");
    }
    expected.reverse();
    for page_limit in [1, 2, 3, 5, 10, 11, 12, PageLimit::MAX] {
        let jobs = walk(store, JobFilter::default(), Order::NewestFirst, page_limit).await;
        assert_eq!(indexes(&jobs), expected, "newest first, {page_limit} a page");
    }
    assert_eq!(Order::default(), Order::NewestFirst);
    assert_eq!(JobQuery::default().limit.get(), 50);
}

/// A page may start after any index: of a job, of a later entry of a job, or beyond the ledger.
pub async fn pages_start_anywhere(store: &dyn JobStore) {
    let all = eleven_jobs(store).await;
    let end = head(store).await.size();
    let beyond = [end, end + 1, i64::MAX.unsigned_abs(), 1 << 63, Index::MAX];
    for after in (0..end).chain(beyond) {
        for order in BOTH {
            let mut expected = all.clone();
            if order == Order::NewestFirst {
                expected.reverse();
            }
            expected.retain(|index| match order {
                Order::NewestFirst => *index < after,
                Order::OldestFirst => *index > after,
            });
            let more = expected.len() > 4;
            expected.truncate(4);
            let query =
                JobQuery { order, after: Some(after), limit: limit(4), ..JobQuery::default() };
            let page = filled(store, &query).await;
            assert_eq!(indexes(&page.jobs), expected, "{order:?} after {after}");
            assert_eq!(page.next, expected.last().copied().filter(|_| more), "{order:?} {after}");
        }
    }
}

/// `next` is there exactly when there are more jobs that match: a full last page has none.
pub async fn the_last_page_says_so(store: &dyn JobStore) {
    append_all(store, (0..6).map(|n| new_job(n).into()).collect()).await;
    append_all(store, [1, 3].map(|n| change(n, Status::Success).into()).to_vec()).await;
    let success = JobFilter { status: Status::Success.into(), ..JobFilter::default() };
    let nobody = JobFilter { cid: cid("nobody").into(), ..JobFilter::default() };
    for order in BOTH {
        let last = |filter: &JobFilter| if !filter.status.is_empty() { [3, 1] } else { [1, 4] };
        for (filter, page_limit, next) in [
            (JobFilter::default(), 6, None),
            (JobFilter::default(), 7, None),
            (JobFilter::default(), 5, Some([1, 4])),
            (success.clone(), 2, None),
            (success.clone(), 3, None),
            (success.clone(), 1, Some(last(&success))),
            (nobody.clone(), 1, None),
        ] {
            let query = JobQuery { filter, order, after: None, limit: limit(page_limit) };
            let page = filled(store, &query).await;
            let next = next.map(|[newest, oldest]| match order {
                Order::NewestFirst => newest,
                Order::OldestFirst => oldest,
            });
            assert_eq!(page.next, next, "{query:?}");
        }
    }
}

/// While others append, a walk shows no job twice, keeps its order, and skips none of those that
/// were there when it began; one from the newest shows just those.
pub async fn pages_hold_while_others_append(store: &dyn JobStore) {
    const WRITERS: usize = 2;
    append_all(store, (0..40).map(|n| new_job(n).into()).collect()).await;
    let walkers_done = AtomicBool::new(false);
    in_parallel(WRITERS + 4, |thread| {
        let walkers_done = &walkers_done;
        async move {
            if thread < WRITERS {
                let first = 1_000 * u32::try_from(thread + 1).unwrap();
                for n in first..first + 200 {
                    append_all(store, vec![new_job(n).into(), change(n, Status::Failed).into()])
                        .await;
                    if n > first + 20 && walkers_done.load(Ordering::Relaxed) {
                        break;
                    }
                }
            } else {
                let order = BOTH[thread % 2];
                let shared = (thread % 4 < 2).then(|| cid("5001"));
                let filter = JobFilter { cid: shared.into(), ..JobFilter::default() };
                for round in 0..5 {
                    walk_and_compare(store, &filter, order, 3 + round * 7).await;
                }
                walkers_done.store(true, Ordering::Relaxed);
            }
        }
    });
    assert!(store.job(job_id(1_020)).await.unwrap().is_some(), "the writers wrote");
}

async fn walk_and_compare(
    store: &dyn JobStore,
    filter: &JobFilter,
    order: Order,
    page_limit: usize,
) {
    let before = indexes(&all_jobs(store, Order::OldestFirst).await);
    let mut seen = indexes(&walk(store, filter.clone(), order, page_limit).await);
    if order == Order::NewestFirst {
        seen.reverse();
    }
    assert!(seen.is_sorted_by(|a, b| a < b), "{order:?}: a job came twice, or out of order");
    let known = before.last().copied();
    let early: Vec<_> = seen.iter().copied().filter(|index| Some(*index) <= known).collect();
    assert_eq!(early, before, "{order:?}: a job was skipped");
}
