//! Behaviours of a job's customers: a set in the order of bytes, read page by page.

use jobs_core::{
    Cid, CustomerQuery, CustomerSet, Error, JobFilter, JobStore, JobStoreExt, PageLimit, Status,
};

use crate::support::{
    append, append_all, bare_import, change, cid, customers, ids, job_id, job_of, limit, new_job,
};

async fn page(store: &dyn JobStore, n: u32, after: Option<&str>, page_limit: usize) -> Vec<String> {
    let query = CustomerQuery { after: after.map(cid), limit: limit(page_limit) };
    let page = store.customers(job_id(n), &query).await.unwrap();
    page.into_iter().map(String::from).collect()
}

/// Customers are a set: repeats are dropped, and the order is that of the bytes of UTF-8, not of a
/// language, of numbers, or of UTF-16.
pub async fn customers_are_a_set_in_the_order_of_bytes(store: &dyn JobStore) {
    let given = ["b", "é", "10", "\u{1f600}", "a", "9", "B", "\u{ff5e}", "b", "!", "ab", "a", "_"];
    append(store, job_of(1, customers(&given))).await;
    let sorted = ["!", "10", "9", "B", "_", "a", "ab", "b", "é", "\u{ff5e}", "\u{1f600}"];
    assert_eq!(page(store, 1, None, 100).await, sorted);
    assert_eq!(store.job(job_id(1)).await.unwrap().unwrap().job.customer_count, sorted.len());
    for name in sorted {
        let filter = JobFilter { cid: cid(name).into(), ..JobFilter::default() };
        assert_eq!(ids(store, filter).await, [job_id(1)], "{name:?}");
    }
}

/// A page starts after any cid, whether the job has it or not, and has as many as asked for while
/// there are more.
pub async fn customers_are_paged(store: &dyn JobStore) {
    let all = ["a", "b", "ba", "c", "d", "é", "\u{1f600}"];
    append_all(store, vec![new_job(1).into(), job_of(2, customers(&all)).into()]).await;
    let starts = ["!", "a", "aa", "b", "bz", "c", "d", "e", "é", "ê", "\u{1f600}", "\u{10fffd}"];
    for page_limit in [1, 2, 3, 6, 7, 8, PageLimit::MAX] {
        let first: Vec<_> = all.into_iter().take(page_limit).collect();
        assert_eq!(page(store, 2, None, page_limit).await, first);
        for after in starts {
            let expected: Vec<_> =
                all.into_iter().filter(|name| *name > after).take(page_limit).collect();
            let page = page(store, 2, Some(after), page_limit).await;
            assert_eq!(page, expected, "after {after:?}, {page_limit} at most");
        }
    }
}

/// No customers of a job that is not recorded: an error, and not an empty page.
pub async fn customers_of_an_unknown_job_are_refused(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), bare_import(2, Status::Success).into()]).await;
    for query in
        [CustomerQuery::default(), CustomerQuery { after: Some(cid("5001")), limit: limit(1) }]
    {
        let error = store.customers(job_id(3), &query).await.unwrap_err();
        assert!(matches!(error, Error::UnknownJob { job_id: id } if id == job_id(3)), "{error}");
        assert!(store.customers(job_id(2), &query).await.unwrap().is_empty(), "a job without any");
    }
}

/// Many jobs share customers, in one call and across calls; each job keeps its own set when its
/// status changes, and each customer finds its jobs.
pub async fn customers_are_shared_between_jobs(store: &dyn JobStore) {
    // Customer `k` is in job `n` when bit `k` of `n` is set.
    let set_of = |n: u32| {
        CustomerSet::new((0..5).filter(|k| n >> k & 1 == 1).map(|k| cid(format!("{k}")))).unwrap()
    };
    append_all(store, (1..16).map(|n| job_of(n, set_of(n)).into()).collect()).await;
    for n in 16..32 {
        append(store, job_of(n, set_of(n))).await;
        append(store, change(n, Status::Success)).await;
    }
    for n in 1..32 {
        assert_eq!(store.all_customers(job_id(n)).await.unwrap(), set_of(n).as_slice());
    }
    for k in 0..5 {
        let filter = JobFilter { cid: cid(format!("{k}")).into(), ..JobFilter::default() };
        let expected: Vec<_> = (1..32).filter(|n| n >> k & 1 == 1).map(job_id).collect();
        assert_eq!(ids(store, filter).await, expected, "customer {k}");
    }
}

/// The largest job that was ever seen in practice: 27,682 customers.
pub async fn twenty_seven_thousand_customers_are_taken(store: &dyn JobStore) {
    large(store, 27_682).await;
}

/// A job may have as many customers as allowed; one more cannot even be put into a set.
pub async fn as_many_customers_as_allowed_are_taken(store: &dyn JobStore) {
    let names = |n: usize| (0..n).map(|n| cid(n.to_string()));
    let error = CustomerSet::new(names(CustomerSet::COUNT_MAX + 1)).unwrap_err();
    assert!(matches!(error, Error::Invalid { field: "cids", .. }), "{error}");
    large(store, CustomerSet::COUNT_MAX).await;
}

async fn large(store: &dyn JobStore, count: usize) {
    let set = CustomerSet::new((0..count).map(|n| cid(format!("{n:032x}")))).unwrap();
    append_all(store, vec![new_job(1).into(), job_of(2, set.clone()).into(), new_job(3).into()])
        .await;
    append(store, change(2, Status::Success)).await;
    assert_eq!(store.job(job_id(2)).await.unwrap().unwrap().job.customer_count, count);
    assert!(store.all_customers(job_id(2)).await.unwrap() == set.as_slice());
    for at in [0, count / 2, count - 1] {
        let member: &Cid = &set.as_slice()[at];
        let filter = JobFilter { cid: member.clone().into(), ..JobFilter::default() };
        assert_eq!(ids(store, filter).await, [job_id(2)]);
        let query = CustomerQuery { after: Some(member.clone()), limit: limit(2) };
        let expected: Vec<Cid> = set.iter().skip(at + 1).take(2).cloned().collect();
        assert_eq!(store.customers(job_id(2), &query).await.unwrap(), expected);
    }
}
