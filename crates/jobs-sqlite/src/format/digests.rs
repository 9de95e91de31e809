//! What an entry's row keeps of what may be large, beside it: lengths and hashes, as the leaf has
//! them.

use jobs_core::merkle::Hash;
use jobs_core::{Draft, NewJob, Original};

/// The values of the columns `customers_root`, `outcome_count`, `outcomes_root`, `payload_sha256`
/// and `original_sha256`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Digests {
    pub(crate) customers_root: Option<Hash>,
    pub(crate) outcome_count: Option<u64>,
    pub(crate) outcomes_root: Option<Hash>,
    pub(crate) payload: Option<Hash>,
    pub(crate) original: Option<Hash>,
}

impl Digests {
    /// Those that a row with this content must have.
    pub(crate) fn of(draft: &Draft) -> Self {
        match draft {
            Draft::JobCreated(job) => Self::of_job(job, None),
            Draft::JobImported(import) => Self::of_job(import.job(), import.original()),
            Draft::StatusChanged(change) if !change.outcomes.is_empty() => Self {
                outcome_count: Some(change.outcomes.len() as u64),
                outcomes_root: Some(change.outcomes.root()),
                ..Self::default()
            },
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => Self::default(),
        }
    }

    /// The columns in which two differ, with both values.
    pub(crate) fn differences(
        &self,
        expected: &Self,
    ) -> impl Iterator<Item = (&'static str, String, String)> {
        let hash = |hash: Option<Hash>| hash.map_or_else(|| "NULL".into(), |hash| hash.to_string());
        let count = |count: Option<u64>| count.map_or_else(|| "NULL".into(), |it| it.to_string());
        let columns = [
            ("customers_root", hash(self.customers_root), hash(expected.customers_root)),
            ("outcome_count", count(self.outcome_count), count(expected.outcome_count)),
            ("outcomes_root", hash(self.outcomes_root), hash(expected.outcomes_root)),
            ("payload_sha256", hash(self.payload), hash(expected.payload)),
            ("original_sha256", hash(self.original), hash(expected.original)),
        ];
        columns.into_iter().filter(|(_, stored, expected)| stored != expected)
    }

    pub(crate) fn of_job(job: &NewJob, original: Option<&Original>) -> Self {
        let payload = job.request_payload().map(|text| Hash::of(text.as_str().as_bytes()));
        let original = original.map(|text| Hash::of(text.as_str().as_bytes()));
        Self { customers_root: Some(job.customers().root()), payload, original, ..Self::default() }
    }
}
