//! Findings under collection: the first ones by index, and how many there are.

use std::collections::BTreeSet;
use std::fmt::Display;

use jobs_core::merkle::Hash;
use jobs_core::{Index, JobId};
use jobs_sqlite::verify::{Finding, Report};

use crate::CliError;

/// How many findings are kept: those with the lowest indexes.
const KEPT_MAX: usize = 100;

/// The most characters of a value that a finding shows; a payload has up to 16 MiB.
const VALUE_CHARS: usize = 500;

#[derive(Debug, Default)]
pub(super) struct Findings {
    kept: BTreeSet<Finding>,
    count: u64,
    remarks: Vec<String>,
    failure: Option<CliError>,
}

impl Findings {
    /// Says that something could not be verified, and why. What was found is told nevertheless.
    pub(super) fn fail(&mut self, error: CliError) {
        self.remark(format!("not all could be verified: {error}"));
        self.failure.get_or_insert(error);
    }

    pub(super) fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    /// Why not all could be verified, the first reason.
    pub(super) fn take_failure(&mut self) -> Option<CliError> {
        self.failure.take()
    }

    /// Says what was not verified, which is no finding.
    pub(super) fn remark(&mut self, what: impl Into<String>) {
        self.remarks.push(what.into());
    }

    pub(super) fn remarks(&self) -> &[String] {
        &self.remarks
    }

    pub(super) fn add(&mut self, finding: Finding) {
        self.count += 1;
        self.kept.insert(finding);
        if self.kept.len() > KEPT_MAX {
            self.kept.pop_last();
        }
    }

    pub(super) fn add_all(&mut self, findings: Vec<Finding>) {
        findings.into_iter().for_each(|finding| self.add(finding));
    }

    /// The first, by index; those that are of no entry come last.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.kept.iter()
    }

    pub(super) fn count(&self) -> u64 {
        self.count
    }
}

impl From<&Report> for Findings {
    fn from(report: &Report) -> Self {
        let (kept, count) = (report.findings().cloned().collect(), report.findings_count());
        Self { kept, count, ..Self::default() }
    }
}

/// What was read of a ledger, and what differs.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) size: Index,
    /// `None` when the tree could not be built again.
    pub(super) root: Option<Hash>,
    pub(super) jobs: u64,
    pub(super) findings: Findings,
}

impl Found {
    /// Nothing, for this reason.
    pub(super) fn nothing(error: CliError) -> Self {
        let mut findings = Findings::default();
        findings.fail(error);
        Self { size: 0, root: None, jobs: 0, findings }
    }
}

/// A finding of an entry or, without an index, of the ledger as a whole.
pub(super) fn finding(index: impl Into<Option<Index>>, what: impl Into<String>) -> Finding {
    let (job_id, stored, expected) = (None, None, None);
    Finding { index: index.into(), job_id, what: what.into(), stored, expected }
}

/// What can be added to a finding.
pub(super) trait Details {
    fn of_job(self, job_id: impl Into<Option<JobId>>) -> Self;
    fn stored(self, stored: impl Display) -> Self;
    fn expected(self, expected: impl Display) -> Self;
}

impl Details for Finding {
    fn of_job(mut self, job_id: impl Into<Option<JobId>>) -> Self {
        self.job_id = job_id.into();
        self
    }

    fn stored(mut self, stored: impl Display) -> Self {
        self.stored = Some(clip(&stored));
        self
    }

    fn expected(mut self, expected: impl Display) -> Self {
        self.expected = Some(clip(&expected));
        self
    }
}

fn clip(value: &dyn Display) -> String {
    let value = value.to_string();
    match value.char_indices().nth(VALUE_CHARS) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value,
    }
}
