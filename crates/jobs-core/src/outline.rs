//! A job and its entries without what may be large, for readers who prove entries and show no list.

use crate::leaf::Leaf;
use crate::{
    Draft, Entry, Error, Index, Job, JobDetail, NoteText, OutcomeCounts, Outcomes, Result,
    StatusDetails,
};

/// A job with all its entries, without its customers, outcomes, payload and original record: the
/// entries name those by their hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobOutline {
    /// The job.
    pub job: Job,
    /// How long the payload is that was sent upstream, in bytes.
    pub request_payload_bytes: Option<usize>,
    /// Its entries, oldest first.
    pub entries: Vec<EntryOutline>,
    /// How many of its customers an entry names.
    pub named: OutcomeCounts,
}

impl JobOutline {
    /// That of a job and all its entries, oldest first. For stores that have everything in memory:
    /// the hashes are computed.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when an entry has a leaf that no entry can have.
    pub fn of(detail: JobDetail, history: &[Entry]) -> Result<Self> {
        let outcomes = history.iter().filter_map(outcomes_of).collect::<Vec<_>>();
        Ok(Self {
            job: detail.job,
            request_payload_bytes: detail.request_payload.map(|payload| payload.as_str().len()),
            entries: history.iter().map(EntryOutline::of).collect::<Result<_>>()?,
            named: OutcomeCounts::of(&outcomes),
        })
    }
}

/// An entry as its leaf has it, and the texts that people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryOutline {
    /// The place in the ledger.
    pub index: Index,
    /// What the entry's leaf says.
    pub leaf: Leaf,
    /// The error message, the answer and the note that the leaf names by their SHA-256, each under
    /// the name of its member.
    pub long_texts: Vec<(&'static str, String)>,
}

impl EntryOutline {
    /// That of a whole entry.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when its leaf is one that no entry can have.
    pub fn of(entry: &Entry) -> Result<Self> {
        let index = entry.index();
        let leaf = Leaf::parse(&entry.leaf())
            .map_err(|error| Error::Corrupt(format!("the leaf of entry {index}: {error}")))?;
        let hashed: Vec<_> = leaf.hashed_texts().map(|(member, _)| member).collect();
        let long_texts = texts_of(entry).into_iter().filter(|(name, _)| hashed.contains(name));
        Ok(Self { index, leaf, long_texts: long_texts.collect() })
    }
}

fn outcomes_of(entry: &Entry) -> Option<&Outcomes> {
    match entry.draft() {
        Draft::StatusChanged(change) => Some(&change.outcomes),
        Draft::JobCreated(_) | Draft::JobImported(_) | Draft::NoteAdded(_) => None,
    }
}

/// The texts of an entry that people read.
fn texts_of(entry: &Entry) -> Vec<(&'static str, String)> {
    let details = match entry.draft() {
        Draft::JobCreated(_) => return Vec::new(),
        Draft::JobImported(import) => import.details(),
        Draft::StatusChanged(change) => &change.details,
        Draft::NoteAdded(note) => return vec![(NoteText::FIELD, note.text.as_str().to_owned())],
    };
    let StatusDetails { error_message, response_summary, .. } = details;
    let error_message =
        error_message.as_ref().map(|text| ("error_message", text.as_str().to_owned()));
    let response_summary =
        response_summary.as_ref().map(|text| ("response_summary", text.as_str().to_owned()));
    error_message.into_iter().chain(response_summary).collect()
}
