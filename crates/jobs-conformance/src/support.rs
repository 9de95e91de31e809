//! Short ways to make drafts and to read a store, for the behaviours.

use jobs_core::{
    ActionCode, ActionName, Appended, BatchId, Cause, Cid, ClusterUrl, CustomerSet, Draft, Entry,
    Error, ErrorMessage, Head, HttpStatus, ImportedJob, Index, Job, JobFacts, JobFilter, JobId,
    JobPage, JobQuery, JobStore, JobStoreExt, NewJob, NewNote, NoteText, Order, Original, Outcome,
    OutcomeMessage, Outcomes, PageLimit, RequestKey, RequestPayload, ResponseSummary, Source,
    Status, StatusChange, StatusDetails, Timestamp, UserId,
};

pub(crate) use crate::team::in_parallel;

/// The same ID for the same number, in every run.
pub(crate) fn job_id(n: u32) -> JobId {
    format!("0000beef-0000-4000-8000-{n:012x}").parse().unwrap()
}

pub(crate) fn cid(text: impl Into<Box<str>>) -> Cid {
    Cid::new(text).unwrap()
}

pub(crate) fn customers(cids: &[&str]) -> CustomerSet {
    CustomerSet::new(cids.iter().map(|text| cid(*text))).unwrap()
}

pub(crate) fn limit(n: usize) -> PageLimit {
    PageLimit::new(n).unwrap()
}

pub(crate) fn time(text: &str) -> Timestamp {
    Timestamp::parse("created_at", text).unwrap()
}

/// `time` and `micros` more.
pub(crate) fn later(time: Timestamp, micros: i64) -> Timestamp {
    Timestamp::from_micros("created_at", time.as_micros() + micros).unwrap()
}

/// A plain job of two customers.
pub(crate) fn new_job(n: u32) -> NewJob {
    job_of(n, customers(&["5001", "5002"]))
}

/// A plain job of these customers.
pub(crate) fn job_of(n: u32, customers: CustomerSet) -> NewJob {
    let user_id = UserId::new("vijay");
    let action_name = ActionName::new("Trans-Begin");
    let action_code = ActionCode::new(1).unwrap();
    NewJob::new(user_id.unwrap(), action_code, action_name.unwrap(), customers)
        .unwrap()
        .with_job_id(job_id(n))
}

/// A job with every field set.
pub(crate) fn full_job(n: u32, retry_of: JobId) -> NewJob {
    job_of(n, customers(&["5001", "5002", "日本"]))
        .with_submitted_by(UserId::new("boss").unwrap())
        .with_batch_id(Some(BatchId::new("batch 7").unwrap()))
        .with_cluster_url(Some(ClusterUrl::new("https://cluster.example/tms/v1").unwrap()))
        .with_request_payload(Some(RequestPayload::new("{\"action\":\"Trans-Begin\"}").unwrap()))
        .with_source(Source::Gateway)
        .with_retry_of(Some(retry_of))
        .with_request_key(key(&format!("job {n}")))
}

/// Facts with nothing optional.
pub(crate) fn bare_facts() -> JobFacts {
    JobFacts {
        user_id: UserId::new("old-user").unwrap(),
        submitted_by: None,
        batch_id: None,
        action_code: ActionCode::UNKNOWN,
        action_name: ActionName::new("tran-begin").unwrap(),
        cluster_url: None,
    }
}

/// An imported job with no customers and nothing optional.
pub(crate) fn bare_import(n: u32, status: Status) -> ImportedJob {
    let created_at = time("2026-01-28T15:04:53.003687Z");
    let details = StatusDetails::new(status);
    ImportedJob::new(job_id(n), bare_facts(), customers(&[]), created_at, details)
}

/// An imported job with every field set.
pub(crate) fn full_import(n: u32) -> ImportedJob {
    let facts = JobFacts {
        submitted_by: Some(UserId::new("importer").unwrap()),
        batch_id: Some(BatchId::new("old batch").unwrap()),
        action_code: ActionCode::new(3).unwrap(),
        cluster_url: Some(ClusterUrl::new("http://old.example").unwrap()),
        ..bare_facts()
    };
    let created_at = time("2025-12-31T23:59:59.999999Z");
    ImportedJob::new(job_id(n), facts, customers(&["7001", "7002"]), created_at, full_failure())
        .with_updated_at(Some(time("2026-01-01T00:00:17.5Z")))
        .with_request_payload(Some(RequestPayload::new("{\"cids\":[\"7001\"]}").unwrap()))
        .with_original(Some(Original::new("{\"status\":\"failed\"}").unwrap()))
}

/// `FAILED`, with every field set.
pub(crate) fn full_failure() -> StatusDetails {
    StatusDetails {
        status: Status::Failed,
        cause: Cause::Answered,
        http_status: Some(HttpStatus::new(200).unwrap()),
        error_message: Some(ErrorMessage::new("bootstrap status(INIT) is not Ready").unwrap()),
        response_summary: Some(ResponseSummary::new("{\"success\": false}\r\n").unwrap()),
    }
}

/// The key of a request.
pub(crate) fn key(name: &str) -> Option<RequestKey> {
    Some(RequestKey::new(&UserId::new("vijay").unwrap(), name).unwrap())
}

/// A change that says nothing but the status.
pub(crate) fn change(n: u32, status: Status) -> StatusChange {
    let actor = UserId::new("gateway").unwrap();
    let details = StatusDetails::new(status);
    StatusChange {
        job_id: job_id(n),
        actor,
        details,
        outcomes: Outcomes::default(),
        request_key: None,
    }
}

/// A note without a key.
pub(crate) fn note(n: u32, text: &str) -> NewNote {
    NewNote::new(job_id(n), UserId::new("vijay").unwrap(), NoteText::new(text).unwrap())
}

/// A change with every field set but the request's key; `5001` and `5002` are the customers of
/// [`new_job`].
pub(crate) fn full_change(n: u32) -> StatusChange {
    let outcomes =
        [outcome("5002", Status::Failed, Some("")), outcome("5001", Status::Success, None)];
    let outcomes = Outcomes::new(outcomes).unwrap();
    StatusChange { details: full_failure(), outcomes, ..change(n, Status::Failed) }
}

pub(crate) fn outcome(customer: &str, status: Status, message: Option<&str>) -> Outcome {
    let message = message.map(|text| OutcomeMessage::new(text).unwrap());
    Outcome { cid: cid(customer), status, message }
}

/// Appends drafts that must all be new, in one call.
pub(crate) async fn append_all(store: &dyn JobStore, drafts: Vec<Draft>) -> Vec<Appended> {
    let count = drafts.len();
    let answers = store.append(drafts).await.unwrap();
    assert_eq!(answers.len(), count, "one answer for each draft");
    let appended: Vec<Appended> = answers.into_iter().map(|answer| answer.unwrap()).collect();
    assert!(appended.iter().all(|answer| !answer.repeated()), "a new fact counts as repeated");
    appended
}

/// Appends one draft that must be new.
pub(crate) async fn append(store: &dyn JobStore, draft: impl Into<Draft>) -> Appended {
    append_all(store, vec![draft.into()]).await.remove(0)
}

/// Appends one draft that must be refused and leave the ledger as it was.
pub(crate) async fn refusal(store: &dyn JobStore, draft: impl Into<Draft>) -> Error {
    let before = store.head().await.unwrap();
    let Err(error) = store.append_one(draft.into()).await else {
        panic!("a draft was taken that must be refused");
    };
    assert_eq!(store.head().await.unwrap(), before, "a refused draft changed the ledger");
    error
}

/// Appends one draft that must count as repeated and leave the ledger as it was.
pub(crate) async fn repeat(store: &dyn JobStore, draft: impl Into<Draft>, original: &Appended) {
    let before = store.head().await.unwrap();
    let answer = store.append_one(draft.into()).await.unwrap();
    assert!(answer.repeated(), "a repeat counts as new");
    assert_eq!(answer.job_id(), original.job_id());
    assert_eq!(answer.index(), original.index(), "a repeat answers with the entry that holds it");
    assert_eq!(answer.recorded_at(), original.recorded_at());
    assert_eq!(store.head().await.unwrap(), before, "a repeat changed the ledger");
}

/// The entry at `index`, which must exist.
pub(crate) async fn entry(store: &dyn JobStore, index: Index) -> Entry {
    store.entry(index).await.unwrap().unwrap()
}

/// More entries than any behaviour appends.
const ENTRIES_MAX: Index = 1 << 20;

/// Every entry that the head counts, page by page, and perhaps some that were appended since. It
/// ends even if the ledger grows with each call.
pub(crate) async fn all_entries(store: &dyn JobStore) -> Vec<Entry> {
    let end = size(store).await;
    assert!(end <= ENTRIES_MAX, "the head counts {end} entries, which nobody has appended");
    let mut entries: Vec<Entry> = Vec::new();
    loop {
        let from = Index::try_from(entries.len()).unwrap();
        if from >= end {
            return entries;
        }
        let page = entries_page(store, from, 1_000).await;
        assert!(!page.is_empty(), "the ledger had {end} entries, and now ends at {from}");
        entries.extend(page);
    }
}

/// A page of entries, checked against the trait's rules: their indexes follow each other from
/// `from` on, there are no more of them than asked for and than the ledger has, and it is empty
/// only at the end.
pub(crate) async fn entries_page(store: &dyn JobStore, from: Index, most: usize) -> Vec<Entry> {
    let before = store.head().await.unwrap().size();
    let page = store.entries(from, limit(most)).await.unwrap();
    let after = store.head().await.unwrap().size();
    assert!(page.len() <= most, "a page of {} entries where {most} are the most", page.len());
    assert!(from >= before || !page.is_empty(), "an empty page of entries before the end");
    assert!(page.iter().zip(from..).all(|(entry, index)| entry.index() == index), "a gap");
    let past = from.saturating_add(page.len() as Index);
    assert!(page.is_empty() || past <= after, "more entries than the head counts");
    page
}

/// Every job, page by page.
pub(crate) async fn all_jobs(store: &dyn JobStore, order: Order) -> Vec<Job> {
    walk(store, JobFilter::default(), order, 1_000).await
}

/// The IDs of the jobs that meet `filter`, oldest first.
pub(crate) async fn ids(store: &dyn JobStore, filter: JobFilter) -> Vec<JobId> {
    let jobs = walk(store, filter, Order::OldestFirst, 1_000).await;
    jobs.into_iter().map(|job| job.job_id).collect()
}

/// Every job that meets `filter`, `page_limit` at a time, and perhaps some that were appended
/// since. It ends, as
/// [`all_entries`] does.
pub(crate) async fn walk(
    store: &dyn JobStore,
    filter: JobFilter,
    order: Order,
    page_limit: usize,
) -> Vec<Job> {
    let end = size(store).await;
    assert!(end <= ENTRIES_MAX, "the head counts {end} entries, which nobody has appended");
    let mut query = JobQuery { filter, order, after: None, limit: limit(page_limit) };
    let mut jobs = Vec::new();
    loop {
        let page = jobs_page(store, &query).await;
        jobs.extend(page.jobs);
        query.after = page.next;
        // A walk from the newest ends by itself, and may begin with jobs that were appended after
        // the head was read.
        let is_beyond = |after| order == Order::OldestFirst && after >= end;
        if query.after.is_none_or(is_beyond) {
            return jobs;
        }
    }
}

/// A page of jobs, checked against the trait's rules: no more than asked for, and each job and
/// `next` further on than its beginning, so that a walk ends.
pub(crate) async fn jobs_page(store: &dyn JobStore, query: &JobQuery) -> JobPage {
    let page = store.jobs(query).await.unwrap();
    let end = store.head().await.unwrap().size();
    let JobQuery { order, after, .. } = query;
    assert!(page.jobs.len() <= query.limit.get(), "a page longer than asked for: {query:?}");
    let mut last = *after;
    for index in page.jobs.iter().map(|job| job.index) {
        assert!(last.is_none_or(|last| goes_on(*order, last, index)), "out of order: {query:?}");
        assert!(index < end, "a job that the head does not count: {query:?}");
        last = Some(index);
    }
    if let Some(next) = page.next {
        let ahead = after.is_none_or(|after| goes_on(*order, after, next));
        assert!(ahead && next < end, "the next page begins at {next}: {query:?}");
        let before_its_jobs = last.is_some_and(|last| last != next && !goes_on(*order, last, next));
        assert!(!before_its_jobs || page.jobs.is_empty(), "the next page repeats: {query:?}");
    }
    page
}

fn goes_on(order: Order, from: Index, to: Index) -> bool {
    match order {
        Order::NewestFirst => to < from,
        Order::OldestFirst => to > from,
    }
}

/// The page that `query` asks for, filled from the following pages if the store ended its search
/// early: this is what any two stores agree on.
pub(crate) async fn filled(store: &dyn JobStore, query: &JobQuery) -> JobPage {
    let mut asked = query.clone();
    let mut jobs = Vec::new();
    loop {
        let page = jobs_page(store, &asked).await;
        jobs.extend(page.jobs);
        if page.next.is_none() {
            return JobPage { jobs, next: None };
        }
        asked.after = page.next;
        if jobs.len() == query.limit.get() {
            // If the first page is full, the search did not end early: there is more only if it has
            // a next one.
            let at_once = asked.limit == query.limit;
            let filled = filled_up(store, query, asked, jobs).await;
            assert!(!at_once || filled.next.is_some(), "no more jobs follow: {query:?}");
            return filled;
        }
        asked.limit = limit(query.limit.get() - jobs.len());
    }
}

/// A full page: it has a next one if one more job is found, and that begins after its last job.
async fn filled_up(
    store: &dyn JobStore,
    query: &JobQuery,
    mut asked: JobQuery,
    jobs: Vec<Job>,
) -> JobPage {
    asked.limit = limit(1);
    loop {
        let page = jobs_page(store, &asked).await;
        if !page.jobs.is_empty() {
            let next = jobs.last().map(|job| job.index);
            debug_assert_eq!(jobs.len(), query.limit.get());
            return JobPage { jobs, next };
        }
        match page.next {
            None => return JobPage { jobs, next: None },
            next => asked.after = next,
        }
    }
}

/// How large the ledger is.
pub(crate) async fn size(store: &dyn JobStore) -> Index {
    head(store).await.size()
}

pub(crate) async fn head(store: &dyn JobStore) -> Head {
    store.head().await.unwrap()
}
