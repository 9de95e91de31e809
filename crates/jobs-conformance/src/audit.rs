//! The audit: everything that a store answers, computed a second time from its entries.

use std::collections::BTreeMap;

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use jobs_core::merkle::Hash;
use jobs_core::{
    Draft, Entry, Index, Job, JobDetail, JobId, JobNote, JobOutline, JobStore, JobStoreExt, NewJob,
    NewNote, Order, OutcomeCounts, Status,
};
use sha2::Sha256;

use crate::support::{all_entries, all_jobs, entries_page};

/// Checks that a ledger at rest adds up, and returns its entries.
///
/// Indexes have no gaps, times never run backwards, every entry names its job's entry before, every
/// change of status is legal, no job has too many notes, the head is the root that another library
/// finds, and every job, the list of jobs, each job's history, its outline and its customers, and
/// the statistics, are what the entries say.
///
/// # Panics
/// When something does not add up, saying what.
pub async fn audit(store: &dyn JobStore) -> Vec<Entry> {
    let entries = all_entries(store).await;
    check_chain(&entries);
    check_head(store, &entries).await;

    let mut histories: BTreeMap<Index, Vec<Entry>> = BTreeMap::new();
    let mut firsts: BTreeMap<JobId, Index> = BTreeMap::new();
    for entry in &entries {
        let first = *firsts.entry(entry.job_id()).or_insert(entry.index());
        histories.entry(first).or_default().push(entry.clone());
    }
    let mut expected_list = Vec::new();
    for history in histories.values() {
        let job_id = history[0].job_id();
        let expected = fold(history);
        assert_eq!(store.job(job_id).await.unwrap().as_ref(), Some(&expected), "job {job_id}");
        assert_eq!(&store.history(job_id).await.unwrap(), history, "history of job {job_id}");
        let outline = store.outline(job_id).await.unwrap();
        check_outline(&outline.unwrap(), &expected, history);
        let customers = store.all_customers(job_id).await.unwrap();
        let recorded = new_job(&history[0]).unwrap().customers();
        assert!(customers == recorded.as_slice(), "customers of job {job_id} differ");
        expected_list.push(expected.job);
    }
    assert_eq!(all_jobs(store, Order::OldestFirst).await, expected_list, "oldest first");
    expected_list.reverse();
    assert_eq!(all_jobs(store, Order::NewestFirst).await, expected_list, "newest first");
    crate::stats::check(store, &entries).await;
    entries
}

/// That what is said of a job without its lists is what its entries say.
fn check_outline(outline: &JobOutline, expected: &JobDetail, history: &[Entry]) {
    let job_id = expected.job.job_id;
    assert_eq!(outline.job, expected.job, "job {job_id} in its outline");
    let payload = expected.request_payload.as_ref().map(|payload| payload.as_str().len());
    assert_eq!(outline.request_payload_bytes, payload, "payload of job {job_id}");
    assert_eq!(outline.entries.len(), history.len(), "entries of job {job_id} in its outline");
    let mut named = BTreeMap::new();
    for (found, entry) in outline.entries.iter().zip(history) {
        let index = entry.index();
        assert_eq!((found.index, found.leaf.to_bytes()), (index, entry.leaf()), "leaf {index}");
        assert_eq!(found.long_texts, long_texts(entry), "texts of entry {index}");
        if let Draft::StatusChanged(change) = entry.draft() {
            named.extend(change.outcomes.iter().map(|outcome| (&outcome.cid, outcome.status)));
        }
    }
    let counted = |status| named.values().filter(|named| **named == status).count();
    let expected = OutcomeCounts {
        success: counted(Status::Success),
        failed: counted(Status::Failed),
        unconfirmed: counted(Status::Unconfirmed),
    };
    assert_eq!(outline.named, expected, "customers of job {job_id} that its entries name");
}

/// The texts that people read and that the leaf names by their hash.
fn long_texts(entry: &Entry) -> Vec<(&'static str, String)> {
    let mut texts = Vec::new();
    let details = match entry.draft() {
        Draft::JobCreated(_) => None,
        Draft::JobImported(import) => Some(import.details()),
        Draft::StatusChanged(change) => Some(&change.details),
        Draft::NoteAdded(note) => {
            texts.push(("text", note.text.as_str().to_owned()));
            None
        }
    };
    if let Some(details) = details {
        let message = details.error_message.as_ref().map(|text| text.as_str().to_owned());
        let summary = details.response_summary.as_ref().map(|text| text.as_str().to_owned());
        texts.extend(message.map(|text| ("error_message", text)));
        texts.extend(summary.map(|text| ("response_summary", text)));
    }
    texts.retain(|(_, text)| text.len() > 256);
    texts
}

/// The root over the leaves of `entries`, as another library computes it.
pub(crate) fn oracle_root(entries: &[Entry]) -> Hash {
    let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    entries.iter().for_each(|entry| tree.push(entry.leaf()));
    Hash::from_bytes(tree.root().as_bytes().as_slice().try_into().unwrap())
}

async fn check_head(store: &dyn JobStore, entries: &[Entry]) {
    let head = store.head().await.unwrap();
    assert_eq!(usize::try_from(head.size()).unwrap(), entries.len(), "size of the head");
    assert_eq!(head.root(), oracle_root(entries), "root of the head");
    assert!(entries_page(store, head.size(), 1).await.is_empty(), "entries beyond the head");
}

fn check_chain(entries: &[Entry]) {
    let mut last: BTreeMap<JobId, (Index, Status, usize)> = BTreeMap::new();
    for (expected, entry) in (0..).zip(entries) {
        let index = entry.index();
        let job_id = entry.job_id();
        assert_eq!(index, expected, "the indexes have a gap");
        let before = last.get(&job_id).copied();
        assert_eq!(entry.previous(), before.map(|(index, ..)| index), "previous of entry {index}");
        let creates = new_job(entry).is_some();
        assert_eq!(
            creates,
            before.is_none(),
            "entry {index} creates job {job_id} again, or changes it too soon"
        );
        let now = match (before, entry.status()) {
            (None, Some(status)) => (index, status, 0),
            (None, None) => panic!("entry {index} is a note of no job"),
            (Some((_, from, notes)), Some(to)) => {
                assert!(from.may_become(to), "entry {index}: {from} became {to}");
                (index, to, notes)
            }
            (Some((_, status, notes)), None) => (index, status, notes + 1),
        };
        assert!(now.2 <= NewNote::COUNT_MAX, "entry {index} is one note too many");
        last.insert(job_id, now);
    }
}

fn new_job(entry: &Entry) -> Option<&NewJob> {
    match entry.draft() {
        Draft::JobCreated(job) => Some(job),
        Draft::JobImported(import) => Some(import.job()),
        Draft::StatusChanged(_) | Draft::NoteAdded(_) => None,
    }
}

/// What a reader must be told about the job with this history.
fn fold(history: &[Entry]) -> JobDetail {
    let first = &history[0];
    let is_change = |entry: &&Entry| matches!(entry.draft(), Draft::StatusChanged(_));
    let changes: Vec<&Entry> = history.iter().filter(is_change).collect();
    let notes: Vec<JobNote> = history.iter().filter_map(JobNote::of).collect();
    let last = changes.last().copied().unwrap_or(first);
    let new = new_job(first).unwrap();
    let import = match first.draft() {
        Draft::JobImported(import) => Some(import),
        _ => None,
    };
    let details = match last.draft() {
        Draft::JobCreated(_) | Draft::NoteAdded(_) => None,
        Draft::JobImported(import) => Some(import.details()),
        Draft::StatusChanged(change) => Some(&change.details),
    };
    let changed = !changes.is_empty();
    let change_indexes: Vec<Index> = changes.iter().map(|entry| entry.index()).collect();
    let imported_update = import.and_then(|import| import.updated_at());
    JobDetail {
        job: Job {
            job_id: new.job_id(),
            facts: new.facts().clone(),
            created_at: import.map_or(first.recorded_at(), |import| import.created_at()),
            status: details.map_or(Status::InProgress, |details| details.status),
            cause: details.map(|details| details.cause),
            http_status: details.and_then(|details| details.http_status),
            error_message: details.and_then(|details| details.error_message.clone()),
            updated_at: if changed { Some(last.recorded_at()) } else { imported_update },
            customer_count: new.customers().len(),
            source: new.source(),
            retry_of: new.retry_of(),
            index: first.index(),
            changes: change_indexes.try_into().unwrap(),
            note_count: notes.len(),
            newest_note: notes.into_iter().next_back(),
            last_index: history.last().unwrap().index(),
        },
        request_payload: new.request_payload().cloned(),
        response_summary: details.and_then(|details| details.response_summary.clone()),
        original: import.and_then(|import| import.original().cloned()),
    }
}
