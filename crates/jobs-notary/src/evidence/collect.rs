//! Makes evidence from a ledger.

use std::collections::BTreeMap;

use jobs_core::log::{Receipt, SignedCheckpoint};
use jobs_core::{
    CustomerSet, Draft, Entry, Error, JobId, JobStoreExt, NewJob, NoteText, Outcomes, Result,
    StatusDetails, leaf,
};

use super::{Evidence, layout};
use crate::notary::Notary;

impl Evidence {
    /// What the ledger of `notary` has recorded about the job, signed.
    ///
    /// # Errors
    /// [`Error::UnknownJob`]; [`Error::Corrupt`] also when the result would not pass its check, for
    /// then the ledger is damaged; those of [`JobStore`](jobs_core::JobStore)'s methods.
    pub async fn collect(notary: &Notary, job_id: JobId) -> Result<Self> {
        // The checkpoint first: then no entry that it covers is missing from the history.
        let checkpoint = notary.checkpoint().await?;
        let store = notary.store();
        let size = checkpoint.unverified().size;
        let mut history = store.history(job_id).await?;
        history.retain(|entry| entry.index() < size);
        if history.is_empty() {
            return Err(Error::UnknownJob { job_id });
        }
        let mut evidence = Self::about(notary, &checkpoint);
        for entry in &history {
            let inclusion = store.inclusion(entry.index(), size).await?;
            let receipt = Receipt::new(inclusion, checkpoint.clone())
                .map_err(|error| Error::Corrupt(error.to_string()))?;
            evidence.put(layout::receipt(entry.index()), receipt.to_string());
            evidence.put_entry(entry);
        }
        match evidence.check(Some(notary.verifier())) {
            Ok(_) => Ok(evidence),
            Err(error) => Err(Error::Corrupt(format!("evidence about job {job_id}: {error}"))),
        }
    }

    fn about(notary: &Notary, checkpoint: &SignedCheckpoint) -> Self {
        let mut evidence = Self { files: BTreeMap::new() };
        evidence.put(layout::README, layout::README_TEXT);
        evidence.put(layout::KEY, format!("{}\n", notary.verifier()));
        evidence.put(layout::CHECKPOINT, checkpoint.to_string());
        evidence
    }

    fn put(&mut self, file: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(file.into(), bytes.into());
    }

    fn put_entry(&mut self, entry: &Entry) {
        let index = entry.index();
        self.put(layout::leaf(index), entry.leaf());
        let (job, details) = match entry.draft() {
            Draft::JobCreated(job) => (Some(&**job), None),
            Draft::JobImported(import) => (Some(import.job()), Some(import.details())),
            Draft::StatusChanged(change) => (None, Some(&change.details)),
            Draft::NoteAdded(_) => (None, None),
        };
        if let Some(job) = job {
            self.put(layout::CUSTOMERS, customers_json(job.customers()));
        }
        if let Draft::StatusChanged(change) = entry.draft()
            && !change.outcomes.is_empty()
        {
            self.put(layout::outcomes(index), outcomes_json(&change.outcomes));
        }
        let original = match entry.draft() {
            Draft::JobImported(import) => import.original().map(|text| text.as_str()),
            Draft::JobCreated(_) | Draft::StatusChanged(_) | Draft::NoteAdded(_) => None,
        };
        let note = match entry.draft() {
            Draft::NoteAdded(note) => long(Some(note.text.as_str())),
            Draft::JobCreated(_) | Draft::JobImported(_) | Draft::StatusChanged(_) => None,
        };
        let payload = job.and_then(NewJob::request_payload).map(|text| text.as_str());
        let [error_message, response_summary] = details.map_or([None; 2], long_texts);
        for (member, text) in [
            ("request_payload", payload),
            ("original", original),
            ("error_message", error_message),
            ("response_summary", response_summary),
            (NoteText::FIELD, note),
        ] {
            if let Some(text) = text {
                self.put(layout::text(index, member), text);
            }
        }
    }
}

/// A text that is too long to stand in the leaf.
fn long(text: Option<&str>) -> Option<&str> {
    text.filter(|text| text.len() > leaf::INLINE_BYTES_MAX)
}

fn long_texts(details: &StatusDetails) -> [Option<&str>; 2] {
    let error_message = details.error_message.as_ref().map(|text| text.as_str());
    let response_summary = details.response_summary.as_ref().map(|text| text.as_str());
    [error_message, response_summary].map(long)
}

/// Canonical JSON: an array of the cids, ascending by their bytes.
pub(super) fn customers_json(customers: &CustomerSet) -> Vec<u8> {
    let json = serde_json::to_vec(customers.as_slice());
    json.unwrap_or_else(|error| unreachable!("strings could not be written to memory: {error}"))
}

/// Canonical JSON: an array of the outcomes, each as its tree hashes it.
pub(super) fn outcomes_json(outcomes: &Outcomes) -> Vec<u8> {
    let outcomes: Vec<_> = outcomes.iter().map(leaf::of_outcome).collect();
    [b"[".as_slice(), &outcomes.join(&b","[..]), b"]"].concat()
}
