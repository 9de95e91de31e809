//! From an entry to the bytes of its leaf.

use std::borrow::Cow;

use super::members::Members;
use super::{BYTES_MAX, INLINE_BYTES_MAX, Subtree};
use crate::Entry;
use crate::draft::{Draft, ImportedJob, NewJob, NewNote, StatusChange, StatusDetails};
use crate::merkle::Hash;

/// The leaf of `entry`.
pub(crate) fn encode(entry: &Entry) -> Vec<u8> {
    let mut members = Members::new(entry.draft().kind(), entry.job_id());
    members.previous = entry.previous();
    match entry.draft() {
        Draft::JobCreated(job) => {
            members.job(job);
            members.created_at = Some(entry.recorded_at());
        }
        Draft::JobImported(import) => {
            members.import(import);
            members.recorded_at = Some(entry.recorded_at());
        }
        Draft::StatusChanged(change) => {
            members.change(change);
            members.recorded_at = Some(entry.recorded_at());
        }
        Draft::NoteAdded(note) => {
            members.note(note);
            members.recorded_at = Some(entry.recorded_at());
        }
    }
    let bytes = members.to_bytes();
    debug_assert!(bytes.len() <= BYTES_MAX, "the limits of the fields bound the leaf");
    bytes
}

impl<'a> Members<'a> {
    fn job(&mut self, job: &'a NewJob) {
        self.facts(job.facts());
        let customers = job.customers();
        self.customers = Some(Subtree { count: customers.len() as u64, root: customers.root() });
        self.request_payload_sha256 = job.request_payload().map(|text| sha256(text.as_str()));
        self.source = Some(job.source());
        self.retry_of = job.retry_of();
        self.request_key = job.request_key();
    }

    fn import(&mut self, import: &'a ImportedJob) {
        self.job(import.job());
        self.details(import.details());
        self.created_at = Some(import.created_at());
        self.updated_at = import.updated_at();
        self.original_sha256 = import.original().map(|text| sha256(text.as_str()));
    }

    fn change(&mut self, change: &'a StatusChange) {
        self.actor = Some(change.actor.as_str().into());
        self.request_key = change.request_key;
        self.details(&change.details);
        let outcomes = &change.outcomes;
        self.outcomes = (!outcomes.is_empty())
            .then(|| Subtree { count: outcomes.len() as u64, root: outcomes.root() });
    }

    fn note(&mut self, note: &'a NewNote) {
        self.actor = Some(note.actor.as_str().into());
        self.request_key = note.request_key;
        (self.text, self.text_sha256) = inline_or_hash(Some(note.text.as_str()));
    }

    fn details(&mut self, details: &'a StatusDetails) {
        let StatusDetails { status, cause, http_status, error_message, response_summary } = details;
        self.status = Some(*status);
        self.cause = Some(*cause);
        self.http_status = *http_status;
        (self.error_message, self.error_message_sha256) =
            inline_or_hash(error_message.as_ref().map(|text| text.as_str()));
        (self.response_summary, self.response_summary_sha256) =
            inline_or_hash(response_summary.as_ref().map(|text| text.as_str()));
    }
}

fn inline_or_hash(text: Option<&str>) -> (Option<Cow<'_, str>>, Option<Hash>) {
    match text {
        Some(long) if long.len() > INLINE_BYTES_MAX => (None, Some(sha256(long))),
        inline => (inline.map(Cow::from), None),
    }
}

fn sha256(text: &str) -> Hash {
    Hash::of(text.as_bytes())
}
