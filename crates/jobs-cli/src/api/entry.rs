//! An entry of the ledger in an answer of the API: without the job's customers in a history, with
//! them in the list of the ledger's entries.

use jobs_core::{
    Cid, Draft, ImportedJob, Index, JobFacts, JobId, NewJob, NoteText, Original, Outcome,
    RequestKey, RequestPayload, Source, Status, StatusDetails, Timestamp, UserId,
};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// An entry. Unlike a [`jobs_core::Entry`], it need not be from a ledger, and proves nothing.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Entry {
    JobCreated(JobCreatedEntry),
    JobImported(JobImportedEntry),
    StatusChanged(StatusChangedEntry),
    NoteAdded(NoteAddedEntry),
}

/// What every entry has.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Position {
    pub(crate) index: Index,
    pub(crate) recorded_at: Timestamp,
    pub(crate) previous: Option<Index>,
    pub(crate) job_id: JobId,
    pub(crate) request_key: Option<RequestKey>,
}

/// What an entry says of the job that it creates.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct JobEntry {
    #[serde(flatten)]
    pub(crate) facts: JobFacts,
    pub(crate) created_at: Timestamp,
    pub(crate) customer_count: usize,
    /// Not in a history.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) customers: Option<Vec<Cid>>,
    pub(crate) request_payload: Option<RequestPayload>,
    pub(crate) source: Source,
    pub(crate) retry_of: Option<JobId>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct JobCreatedEntry {
    #[serde(flatten)]
    pub(crate) position: Position,
    #[serde(flatten)]
    pub(crate) job: JobEntry,
    pub(crate) status: Status,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct JobImportedEntry {
    #[serde(flatten)]
    pub(crate) position: Position,
    #[serde(flatten)]
    pub(crate) job: JobEntry,
    #[serde(flatten)]
    pub(crate) details: StatusDetails,
    pub(crate) updated_at: Option<Timestamp>,
    pub(crate) original: Option<Original>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StatusChangedEntry {
    #[serde(flatten)]
    pub(crate) position: Position,
    #[serde(flatten)]
    pub(crate) details: StatusDetails,
    pub(crate) actor: UserId,
    pub(crate) outcomes: Vec<Outcome>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct NoteAddedEntry {
    #[serde(flatten)]
    pub(crate) position: Position,
    pub(crate) actor: UserId,
    pub(crate) text: NoteText,
}

impl Entry {
    /// Reads an entry.
    ///
    /// # Errors
    /// Why it is not an entry.
    pub(crate) fn read(value: &Value) -> Result<Self, String> {
        match value["kind"].as_str() {
            Some("job_created") => part(value).map(Self::JobCreated),
            Some("job_imported") => part(value).map(Self::JobImported),
            Some("status_changed") => part(value).map(Self::StatusChanged),
            Some("note_added") => part(value).map(Self::NoteAdded),
            Some(other) => Err(format!("kind: {other:?} is unknown")),
            None => Err("missing field `kind`".into()),
        }
    }

    pub(crate) fn position(&self) -> &Position {
        match self {
            Self::JobCreated(entry) => &entry.position,
            Self::JobImported(entry) => &entry.position,
            Self::StatusChanged(entry) => &entry.position,
            Self::NoteAdded(entry) => &entry.position,
        }
    }

    /// The name of the kind.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::JobCreated(_) => "job_created",
            Self::JobImported(_) => "job_imported",
            Self::StatusChanged(_) => "status_changed",
            Self::NoteAdded(_) => "note_added",
        }
    }

    /// The status that this gave to the job; `None` for a note.
    pub(crate) fn status(&self) -> Option<Status> {
        match self {
            Self::JobCreated(entry) => Some(entry.status),
            Self::JobImported(JobImportedEntry { details, .. })
            | Self::StatusChanged(StatusChangedEntry { details, .. }) => Some(details.status),
            Self::NoteAdded(_) => None,
        }
    }

    /// What is known about the status; `None` for a job that starts, and for a note.
    pub(crate) fn details(&self) -> Option<&StatusDetails> {
        match self {
            Self::JobCreated(_) | Self::NoteAdded(_) => None,
            Self::JobImported(JobImportedEntry { details, .. })
            | Self::StatusChanged(StatusChangedEntry { details, .. }) => Some(details),
        }
    }

    /// The change of a status, if it is one.
    pub(crate) fn change(&self) -> Option<&StatusChangedEntry> {
        match self {
            Self::StatusChanged(entry) => Some(entry),
            Self::JobCreated(_) | Self::JobImported(_) | Self::NoteAdded(_) => None,
        }
    }

    /// The note, if it is one.
    pub(crate) fn note(&self) -> Option<&NoteAddedEntry> {
        match self {
            Self::NoteAdded(entry) => Some(entry),
            Self::JobCreated(_) | Self::JobImported(_) | Self::StatusChanged(_) => None,
        }
    }
}

fn part<'de, T: Deserialize<'de>>(value: &'de Value) -> Result<T, String> {
    T::deserialize(value).map_err(|error| error.to_string())
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Self::read(&value).map_err(serde::de::Error::custom)
    }
}

/// The entry of a ledger, as a history shows it.
impl From<&jobs_core::Entry> for Entry {
    fn from(entry: &jobs_core::Entry) -> Self {
        let position = Position {
            index: entry.index(),
            recorded_at: entry.recorded_at(),
            previous: entry.previous(),
            job_id: entry.job_id(),
            request_key: entry.draft().request_key(),
        };
        match entry.draft() {
            Draft::JobCreated(job) => Self::JobCreated(JobCreatedEntry {
                position,
                job: JobEntry::new(job, entry.recorded_at()),
                status: Status::InProgress,
            }),
            Draft::JobImported(import) => Self::imported(position, import),
            Draft::StatusChanged(change) => Self::StatusChanged(StatusChangedEntry {
                position,
                details: change.details.clone(),
                actor: change.actor.clone(),
                outcomes: change.outcomes.iter().cloned().collect(),
            }),
            Draft::NoteAdded(note) => Self::NoteAdded(NoteAddedEntry {
                position,
                actor: note.actor.clone(),
                text: note.text.clone(),
            }),
        }
    }
}

impl Entry {
    fn imported(position: Position, import: &ImportedJob) -> Self {
        Self::JobImported(JobImportedEntry {
            position,
            job: JobEntry::new(import.job(), import.created_at()),
            details: import.details().clone(),
            updated_at: import.updated_at(),
            original: import.original().cloned(),
        })
    }
}

impl JobEntry {
    fn new(job: &NewJob, created_at: Timestamp) -> Self {
        Self {
            facts: job.facts().clone(),
            created_at,
            customer_count: job.customers().len(),
            customers: None,
            request_payload: job.request_payload().cloned(),
            source: job.source(),
            retry_of: job.retry_of(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jobs_core::backend::restore;
    use jobs_core::{ActionCode, ActionName, Cause, CustomerSet, NewNote, Outcomes, StatusChange};

    use super::*;

    fn drafts() -> Vec<Draft> {
        let user = UserId::new("vijay").unwrap();
        let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
        let code = ActionCode::UNKNOWN;
        let name = ActionName::new("T-Enable").unwrap();
        let job = NewJob::new(user.clone(), code, name, customers.clone()).unwrap();
        let payload = RequestPayload::new("{\"n\":1.50}").unwrap();
        let job = job.with_request_payload(Some(payload));
        let details = StatusDetails {
            http_status: jobs_core::HttpStatus::new(401).ok(),
            ..StatusDetails::new(Status::Failed)
        };
        let time = Timestamp::now();
        let job_id = job.job_id();
        let facts = job.facts().clone();
        let imported = ImportedJob::new(
            job_id,
            facts,
            customers,
            time,
            StatusDetails { cause: Cause::Imported, ..details.clone() },
        );
        let outcome =
            Outcome { cid: Cid::new("5001").unwrap(), status: Status::Failed, message: None };
        let change = StatusChange {
            outcomes: Outcomes::new([outcome]).unwrap(),
            request_key: RequestKey::new(&user, "key").ok(),
            ..StatusChange::new(job_id, user.clone(), details)
        };
        let note = NewNote {
            request_key: RequestKey::new(&user, "note").ok(),
            ..NewNote::new(job_id, user, NoteText::new("seen").unwrap())
        };
        vec![job.into(), imported.with_updated_at(Some(time)).into(), change.into(), note.into()]
    }

    #[test]
    fn an_entry_of_each_kind_is_what_the_ledger_serializes() {
        for (index, draft) in (0..).zip(drafts()) {
            let entry = restore(index, Timestamp::now(), index.checked_sub(1), draft);
            let answered = serde_json::to_value(&entry).unwrap();
            let converted = Entry::from(&entry);
            assert_eq!(serde_json::to_value(&converted).unwrap(), answered);
            let read = Entry::read(&answered).unwrap();
            assert_eq!(serde_json::to_value(&read).unwrap(), answered);
            assert_eq!((read.kind(), read.status()), (entry.draft().kind(), entry.status()));
        }
    }

    #[test]
    fn what_has_another_kind_is_no_entry() {
        let error = Entry::read(&serde_json::json!({"kind": "job_deleted"})).unwrap_err();
        assert_eq!(error, "kind: \"job_deleted\" is unknown");
        assert!(Entry::read(&Value::Null).is_err());
    }
}
