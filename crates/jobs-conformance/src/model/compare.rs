//! Runs operations on two stores and compares every answer.

use jobs_core::backend::restore;
use jobs_core::{
    Appended, Day, Draft, Entry, Index, Job, JobPage, JobQuery, JobStore, Order, PageLimit, Result,
    StatsQuery, Timestamp,
};

use super::{Moment, Op, Span};
use crate::support::{all_entries, entries_page, filled, limit};

/// Runs `ops` on both stores, which must be empty, and compares all that they answer; then audits
/// both.
///
/// # Panics
/// When an answer of `subject` is not that of `reference`, or when its ledger does not add up.
pub async fn compare(reference: &dyn JobStore, subject: &dyn JobStore, ops: &[Op]) {
    for op in ops {
        match op {
            Op::Append(drafts) => append(reference, subject, drafts).await,
            Op::Head => heads(reference, subject).await,
            Op::Entries(from, limit) => entries(reference, subject, *from, *limit).await,
            Op::Job(job_id) => {
                let recorded = all_entries(subject).await;
                let mut expected = reference.job(*job_id).await.unwrap();
                if let Some(detail) = &mut expected {
                    translate_job(&mut detail.job, &recorded);
                }
                assert_eq!(subject.job(*job_id).await.unwrap(), expected, "job {job_id}");
            }
            Op::Jobs(query, span) => {
                page(reference, subject, query, *span).await;
            }
            Op::Walk(query, span) => {
                let mut query = query.clone();
                while let Some(next) = page(reference, subject, &query, *span).await {
                    query.after = Some(next);
                }
            }
            Op::Customers(job_id, query) => {
                let expected = reference.customers(*job_id, query).await;
                let found = subject.customers(*job_id, query).await;
                assert_eq!(shown(&found), shown(&expected), "{op:?}");
            }
            Op::Stats(query) => stats(reference, subject, query).await,
        }
    }
    crate::audit(reference).await;
    crate::audit(subject).await;
}

async fn append(reference: &dyn JobStore, subject: &dyn JobStore, drafts: &[Draft]) {
    let expected = reference.append(drafts.to_vec()).await.unwrap();
    let found = subject.append(drafts.to_vec()).await.unwrap();
    assert_eq!(found.len(), expected.len(), "one answer for each draft");
    let recorded = all_entries(subject).await;
    for ((found, expected), draft) in found.iter().zip(&expected).zip(drafts) {
        assert_eq!(appended(found), appended(expected), "{draft:?}");
        if let Ok(answer) = found {
            assert_eq!(
                answer.recorded_at(),
                at(answer.index(), &recorded).recorded_at(),
                "{draft:?}"
            );
        }
    }
}

/// An answer without its time, or the text of an error.
fn appended(answer: &Result<Appended>) -> String {
    shown(&answer.as_ref().map(|answer| (answer.job_id(), answer.index(), answer.repeated())))
}

fn shown<T: std::fmt::Debug>(answer: &T) -> String {
    format!("{answer:?}")
}

async fn heads(reference: &dyn JobStore, subject: &dyn JobStore) {
    // The roots differ with the times; the audit compares them with the entries.
    let expected = reference.head().await.unwrap();
    let found = subject.head().await.unwrap();
    assert_eq!(found.size(), expected.size(), "size of the head");
}

async fn stats(reference: &dyn JobStore, subject: &dyn JobStore, query: &StatsQuery) {
    let mut expected = reference.stats(query).await.unwrap();
    let found = subject.stats(query).await.unwrap();
    assert_eq!(found.head.size(), expected.head.size(), "size of the head of {query:?}");
    expected.head = found.head;
    // Around midnight the two stores may have recorded a job on different days; the audit checks
    // the counts by day.
    let days = async |store| {
        let entries = all_entries(store).await;
        entries.iter().map(|entry| Day::of(entry.recorded_at())).collect::<Vec<_>>()
    };
    if days(reference).await != days(subject).await {
        expected.by_day = found.by_day.clone();
    }
    assert_eq!(found, expected, "{query:?}");
}

async fn entries(reference: &dyn JobStore, subject: &dyn JobStore, from: Index, limit: PageLimit) {
    let recorded = all_entries(subject).await;
    let expected: Vec<Entry> = reference
        .entries(from, limit)
        .await
        .unwrap()
        .iter()
        .map(|entry| {
            let time = at(entry.index(), &recorded).recorded_at();
            restore(entry.index(), time, entry.previous(), entry.draft().clone())
        })
        .collect();
    let found = entries_page(subject, from, limit.get()).await;
    assert!(expected.starts_with(&found), "entries from {from}: {found:?} for {expected:?}");
}

/// Compares one page and returns the key of the next.
async fn page(
    reference: &dyn JobStore,
    subject: &dyn JobStore,
    query: &JobQuery,
    span: Span,
) -> Option<Index> {
    let recorded = all_entries(subject).await;
    let mut with_span = query.clone();
    with_span.filter.since = span.since.map(|moment| resolve(moment, &recorded));
    with_span.filter.until = span.until.map(|moment| resolve(moment, &recorded));
    let expected = if span.since.is_none() && span.until.is_none() {
        let mut page = reference.jobs(query).await.unwrap();
        page.jobs.iter_mut().for_each(|job| translate_job(job, &recorded));
        page
    } else {
        expected_page(reference, &with_span, &recorded).await
    };
    let found = filled(subject, &with_span).await;
    assert_eq!(found, expected, "{with_span:?}");
    found.next
}

/// What the reference would answer if it had the subject's times: its jobs without bounds of time
/// or page, to which the bounds are applied here.
async fn expected_page(reference: &dyn JobStore, query: &JobQuery, recorded: &[Entry]) -> JobPage {
    let mut unbounded = JobQuery { after: None, limit: limit(PageLimit::MAX), ..query.clone() };
    (unbounded.filter.since, unbounded.filter.until) = (None, None);
    let mut jobs = reference.jobs(&unbounded).await.unwrap().jobs;
    jobs.iter_mut().for_each(|job| translate_job(job, recorded));
    jobs.retain(|job| {
        query.filter.since.is_none_or(|since| since <= job.created_at)
            && query.filter.until.is_none_or(|until| job.created_at < until)
            && query.after.is_none_or(|after| match query.order {
                Order::NewestFirst => job.index < after,
                Order::OldestFirst => job.index > after,
            })
    });
    let more = jobs.len() > query.limit.get();
    jobs.truncate(query.limit.get());
    let next = jobs.last().map(|job| job.index).filter(|_| more);
    JobPage { jobs, next }
}

/// Gives a job of the reference the times at which the subject recorded the same entries.
fn translate_job(job: &mut Job, subject: &[Entry]) {
    let first = at(job.index, subject);
    if !matches!(first.draft(), Draft::JobImported(_)) {
        job.created_at = first.recorded_at();
    }
    if let Some(change) = job.changes.last() {
        job.updated_at = Some(at(change, subject).recorded_at());
    }
    if let Some(note) = &mut job.newest_note {
        note.recorded_at = at(note.index, subject).recorded_at();
    }
}

fn at(index: Index, entries: &[Entry]) -> &Entry {
    &entries[usize::try_from(index).unwrap()]
}

fn resolve(moment: Moment, recorded: &[Entry]) -> Timestamp {
    match moment {
        Moment::At(time) => time,
        Moment::Recorded(..) if recorded.is_empty() => Timestamp::MIN,
        Moment::Recorded(index, micros) => {
            let count = Index::try_from(recorded.len()).unwrap();
            crate::support::later(at(index % count, recorded).recorded_at(), micros)
        }
    }
}
