//! An entry: one fact in the ledger. It can be read and never made, changed or deserialised by a
//! caller.

use serde::Serialize;
use serde::ser::SerializeMap;

use crate::draft::{Draft, ImportedJob, JobFacts, NewJob, StatusDetails};
use crate::leaf;
use crate::{Cause, Index, JobId, Status, Timestamp};

/// One fact in the ledger: a draft that was accepted, and its place.
///
/// Only the [`Sequencer`](crate::backend::Sequencer) turns a draft into a new entry, and no method
/// of a store takes an entry, so an entry that did not come out of a store cannot get into one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    index: Index,
    recorded_at: Timestamp,
    previous: Option<Index>,
    draft: Draft,
}

impl Entry {
    pub(crate) fn new(
        index: Index,
        recorded_at: Timestamp,
        previous: Option<Index>,
        draft: Draft,
    ) -> Self {
        Self { index, recorded_at, previous, draft }
    }

    /// The place in the ledger, from 0, without gaps.
    #[must_use]
    pub fn index(&self) -> Index {
        self.index
    }

    /// What the clock showed when the ledger took it. The clock may have been set back since the
    /// entry before: the [`index`](Self::index) is the order, not the time.
    #[must_use]
    pub fn recorded_at(&self) -> Timestamp {
        self.recorded_at
    }

    /// The index of the same job's entry before this one; `None` for the job's first.
    #[must_use]
    pub fn previous(&self) -> Option<Index> {
        self.previous
    }

    /// The job.
    #[must_use]
    pub fn job_id(&self) -> JobId {
        self.draft.job_id()
    }

    /// What was recorded.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The status that the entry gives to the job; `None` for a note, which leaves it as it was.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        match &self.draft {
            Draft::JobCreated(_) => Some(Status::InProgress),
            Draft::JobImported(import) => Some(import.details().status),
            Draft::StatusChanged(change) => Some(change.details.status),
            Draft::NoteAdded(_) => None,
        }
    }

    /// What that status rests on; `None` for a job that starts, and for a note.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        match &self.draft {
            Draft::JobCreated(_) | Draft::NoteAdded(_) => None,
            Draft::JobImported(import) => Some(import.details().cause),
            Draft::StatusChanged(change) => Some(change.details.cause),
        }
    }

    /// The canonical bytes that the Merkle tree hashes, rebuilt from the entry's fields.
    ///
    /// ```text
    /// {"action_code":1,"action_name":"Trans-Begin","created_at":"2026-01-28T15:04:53.003687Z",
    ///  "customers":{"count":2,"root":"9f…"},"job_id":"0192f0c1-…","kind":"job_created",
    ///  "source":"gateway","user_id":"vijay","v":1}
    /// ```
    ///
    /// (in reality one line, without spaces between members).
    #[must_use]
    pub fn leaf(&self) -> Vec<u8> {
        leaf::encode(self)
    }
}

/// JSON with the seed's field names. A job's customers are given by number; texts are given whole.
impl Serialize for Entry {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("index", &self.index)?;
        map.serialize_entry("kind", self.draft.kind())?;
        map.serialize_entry("recorded_at", &self.recorded_at)?;
        map.serialize_entry("previous", &self.previous)?;
        map.serialize_entry("job_id", &self.job_id())?;
        match &self.draft {
            Draft::JobCreated(job) => {
                serialize_job(&mut map, job, self.recorded_at)?;
                map.serialize_entry("status", &self.status())?;
            }
            Draft::JobImported(import) => serialize_import(&mut map, import)?,
            Draft::StatusChanged(change) => {
                map.serialize_entry("actor", &change.actor)?;
                serialize_details(&mut map, &change.details)?;
                map.serialize_entry("outcomes", &change.outcomes)?;
                map.serialize_entry("request_key", &change.request_key)?;
            }
            Draft::NoteAdded(note) => {
                map.serialize_entry("actor", &note.actor)?;
                map.serialize_entry("text", &note.text)?;
                map.serialize_entry("request_key", &note.request_key)?;
            }
        }
        map.end()
    }
}

fn serialize_job<M: SerializeMap>(
    map: &mut M,
    job: &NewJob,
    created_at: Timestamp,
) -> Result<(), M::Error> {
    let JobFacts { user_id, submitted_by, batch_id, .. } = job.facts();
    let JobFacts { action_code, action_name, cluster_url, .. } = job.facts();
    map.serialize_entry("user_id", user_id)?;
    map.serialize_entry("submitted_by", submitted_by)?;
    map.serialize_entry("batch_id", batch_id)?;
    map.serialize_entry("action_code", action_code)?;
    map.serialize_entry("action_name", action_name)?;
    map.serialize_entry("cluster_url", cluster_url)?;
    map.serialize_entry("created_at", &created_at)?;
    map.serialize_entry("customer_count", &job.customers().len())?;
    map.serialize_entry("request_payload", &job.request_payload())?;
    map.serialize_entry("source", &job.source())?;
    map.serialize_entry("retry_of", &job.retry_of())?;
    map.serialize_entry("request_key", &job.request_key())
}

fn serialize_import<M: SerializeMap>(map: &mut M, import: &ImportedJob) -> Result<(), M::Error> {
    serialize_job(map, import.job(), import.created_at())?;
    map.serialize_entry("updated_at", &import.updated_at())?;
    serialize_details(map, import.details())?;
    map.serialize_entry("original", &import.original())
}

fn serialize_details<M: SerializeMap>(
    map: &mut M,
    details: &StatusDetails,
) -> Result<(), M::Error> {
    let StatusDetails { status, cause, http_status, error_message, response_summary } = details;
    map.serialize_entry("status", status)?;
    map.serialize_entry("cause", cause)?;
    map.serialize_entry("http_status", http_status)?;
    map.serialize_entry("error_message", error_message)?;
    map.serialize_entry("response_summary", response_summary)
}
