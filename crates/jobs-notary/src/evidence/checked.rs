//! What evidence proves, once it is checked.

use std::fmt;

use jobs_core::log::{Checkpoint, VerifierKey};
use jobs_core::{JobId, Status, plural};

/// What evidence proves. Shown in a few lines, the same as those of `docs/verify/check.py`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checked {
    /// The job.
    pub job_id: JobId,
    /// Its status after the entries that are shown.
    pub status: Status,
    /// How many entries are shown: all of them up to the last of these.
    pub entries: usize,
    /// How many customers the job has.
    pub customers: usize,
    /// Which ledger, and how large it was.
    pub checkpoint: Checkpoint,
    /// The key that signed the checkpoint.
    pub key: VerifierKey,
    /// Whether that is the key that was expected. If none was, the key came with the evidence,
    /// which then proves only what that key's owner says.
    pub key_was_expected: bool,
}

impl Checked {
    /// Whether no change of the job's status can have been left out: none can follow this one.
    /// Notes may have followed.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !Status::ALL.iter().any(|next| self.status.may_become(*next))
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { job_id, status, entries, customers, checkpoint, key, key_was_expected } = self;
        let [shown, recorded] =
            [*entries as u64, checkpoint.size].map(|n| plural(n, "entry", "entries"));
        let customers = plural(customers, "customer", "customers");
        writeln!(f, "job {job_id}: {status}, {shown}, {customers}")?;
        writeln!(f, "ledger {}: checkpoint of {recorded}", checkpoint.origin)?;
        let whose = if *key_was_expected { "as expected" } else { "the evidence's own, unchecked" };
        writeln!(f, "key {key}: {whose}")?;
        let rest = if self.is_complete() {
            "no other status can follow"
        } else {
            "later entries, if any, are not shown"
        };
        write!(f, "after {status}: {rest}")
    }
}
