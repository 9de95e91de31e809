//! What verification found: the first records that differ, and how many there are.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;

use jobs_core::{Head, Index, JobId};
use serde::Serialize;

/// How many findings are kept: those with the lowest indexes.
const KEPT_MAX: usize = 100;

/// Something in a ledger that is not as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The entry that it is about, or that it begins with.
    pub index: Option<Index>,
    /// The job that it is about, as the ledger names it.
    pub job_id: Option<JobId>,
    /// What differs: the table or object, the column where it is known, and how.
    pub what: String,
    /// What is stored.
    pub stored: Option<String>,
    /// What can be known of what should be stored.
    pub expected: Option<String>,
}

impl Finding {
    /// That this entry differs or, without an index, the ledger as a whole.
    #[must_use]
    pub fn new(index: impl Into<Option<Index>>, what: impl Into<String>) -> Self {
        let job_id = None;
        let stored = None;
        let expected = None;
        Self { index: index.into(), job_id, what: what.into(), stored, expected }
    }

    /// With the job that it is about.
    #[must_use]
    pub fn of_job(mut self, job_id: impl Into<Option<JobId>>) -> Self {
        self.job_id = job_id.into();
        self
    }

    /// With what is stored.
    #[must_use]
    pub fn stored(mut self, stored: impl fmt::Display) -> Self {
        self.stored = Some(stored.to_string());
        self
    }

    /// With what should be stored.
    #[must_use]
    pub fn expected(mut self, expected: impl fmt::Display) -> Self {
        self.expected = Some(expected.to_string());
        self
    }
}

/// By index; what is of no entry comes last.
impl Ord for Finding {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |finding: &Self| (finding.index.is_none(), finding.index);
        let rest = |finding: &Self| {
            let Self { job_id, what, stored, expected, .. } = finding.clone();
            (job_id, what, stored, expected)
        };
        key(self).cmp(&key(other)).then_with(|| rest(self).cmp(&rest(other)))
    }
}

impl PartialOrd for Finding {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.index, self.job_id) {
            (Some(index), Some(job_id)) => write!(f, "entry {index} (job {job_id}): ")?,
            (Some(index), None) => write!(f, "entry {index}: ")?,
            (None, Some(job_id)) => write!(f, "job {job_id}: ")?,
            (None, None) => {}
        }
        f.write_str(&self.what)?;
        if let Some(stored) = &self.stored {
            write!(f, "; stored: {stored}")?;
        }
        if let Some(expected) = &self.expected {
            write!(f, "; expected: {expected}")?;
        }
        Ok(())
    }
}

/// What a verification came to.
#[derive(Debug, Clone)]
pub struct Report {
    /// The head over all entries as they are served.
    pub head: Head,
    /// How many jobs there are.
    pub jobs: u64,
    findings: Findings,
}

impl Report {
    pub(super) fn new(head: Head, jobs: u64, findings: Findings) -> Self {
        Self { head, jobs, findings }
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }

    /// The first findings, by index; those that are of no entry come last.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter()
    }

    /// How many findings there are, those that are not kept included.
    #[must_use]
    pub fn findings_count(&self) -> u64 {
        self.findings.count()
    }

    /// The findings alone, to which others may be added.
    #[must_use]
    pub fn into_findings(self) -> Findings {
        self.findings
    }
}

/// Findings under collection: the first ones by index, and how many there are.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    kept: BTreeSet<Finding>,
    count: u64,
}

impl Findings {
    /// Adds one.
    pub fn add(&mut self, finding: Finding) {
        self.count += 1;
        self.kept.insert(finding);
        if self.kept.len() > KEPT_MAX {
            self.kept.pop_last();
        }
    }

    /// How many there are, those that are not kept included.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The first, by index; those that are of no entry come last.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.kept.iter()
    }

    /// Whether any is of an entry.
    pub(super) fn are_of_entries(&self) -> bool {
        self.kept.iter().any(|finding| finding.index.is_some())
    }

    /// Adds those of another collection.
    pub(super) fn merge(&mut self, other: Self) {
        let kept_of_other = other.kept.len() as u64;
        self.extend(other.kept);
        self.count += other.count.saturating_sub(kept_of_other);
    }
}

impl Extend<Finding> for Findings {
    fn extend<T: IntoIterator<Item = Finding>>(&mut self, findings: T) {
        findings.into_iter().for_each(|finding| self.add(finding));
    }
}
