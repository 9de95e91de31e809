//! What a verification comes to: what was read of a ledger, what differs, and what was not
//! verified.

use jobs_core::Index;
use jobs_core::merkle::Hash;
use jobs_sqlite::verify::{Findings, Report};

use crate::CliError;

/// What was read of a ledger, and what differs.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) size: Index,
    /// `None` when the tree could not be built again.
    pub(super) root: Option<Hash>,
    pub(super) jobs: u64,
    pub(super) findings: Findings,
    pub(super) unverified: Unverified,
}

impl Found {
    /// Nothing, for this reason.
    pub(super) fn nothing(error: CliError) -> Self {
        let mut unverified = Unverified::default();
        unverified.fail(error);
        Self { size: 0, root: None, jobs: 0, findings: Findings::default(), unverified }
    }
}

impl From<Report> for Found {
    fn from(report: Report) -> Self {
        Self {
            size: report.head.size(),
            root: Some(report.head.root()),
            jobs: report.jobs,
            findings: report.into_findings(),
            unverified: Unverified::default(),
        }
    }
}

/// What was not verified, and why.
#[derive(Debug, Default)]
pub(super) struct Unverified {
    remarks: Vec<String>,
    failure: Option<CliError>,
}

impl Unverified {
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

    /// Says what was not verified.
    pub(super) fn remark(&mut self, what: impl Into<String>) {
        self.remarks.push(what.into());
    }

    pub(super) fn remarks(&self) -> &[String] {
        &self.remarks
    }
}
