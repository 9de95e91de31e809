//! The ledger's rules, from one entry to the next and to its job's others.

use std::collections::VecDeque;

use jobs_core::{Cid, CustomerSet, Draft, Entry, Index, NewJob, NewNote};
use jobs_sqlite::verify::{Finding, Findings};
use serde_json::Value;

use super::jobs::{Jobs, KnownJob};

/// What was replayed so far.
#[derive(Debug, Default)]
pub(super) struct Rules {
    jobs: Jobs,
    recent: RecentCustomers,
}

impl Rules {
    pub(super) fn into_jobs(self) -> Jobs {
        self.jobs
    }

    pub(super) fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// Checks the next entry, which a history shows as `shown`. The job that is returned must have
    /// its customers asked for again, to check the outcomes.
    pub(super) fn check(
        &mut self,
        entry: &Entry,
        shown: &Value,
        findings: &mut Findings,
    ) -> Option<KnownJob> {
        let mut report =
            |what: &str| findings.add(Finding::new(entry.index(), what).of_job(entry.job_id()));
        let job = match entry.draft() {
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => {
                return self.check_later(entry, shown, findings);
            }
            Draft::JobCreated(job) => job,
            Draft::JobImported(import) => import.job(),
        };
        self.check_job(entry, job, &mut report);
        if self.jobs.get(entry.job_id()).is_none() {
            self.jobs.create(entry, shown);
            self.recent.add(entry.index(), job.customers());
        }
        None
    }

    fn check_job(&self, entry: &Entry, job: &NewJob, report: &mut dyn FnMut(&str)) {
        if self.jobs.get(entry.job_id()).is_some() {
            report("job_id: is that of an earlier job");
            return;
        }
        if entry.previous().is_some() {
            report("previous: there is none before a job's first entry");
        }
        if job.retry_of().is_some_and(|earlier| self.jobs.get(earlier).is_none()) {
            report("retry_of: is no earlier job");
        }
    }

    fn check_later(
        &mut self,
        entry: &Entry,
        shown: &Value,
        findings: &mut Findings,
    ) -> Option<KnownJob> {
        let job_id = entry.job_id();
        let mut report =
            |what: &str| findings.add(Finding::new(entry.index(), what).of_job(job_id));
        let Some(known) = self.jobs.get(job_id).copied() else {
            report("job_id: is no earlier job");
            return None;
        };
        if entry.previous() != Some(known.last) {
            report("previous: is not the job's entry before");
        }
        match entry.status() {
            Some(status) if !known.status.may_become(status) => {
                report("status: cannot follow that of the job's last change");
            }
            None if known.notes as usize >= NewNote::COUNT_MAX => {
                report("kind: is one more note than a job may have");
            }
            _ => {}
        }
        self.jobs.follow(entry, shown);
        outcomes(entry).next()?;
        match self.recent.get(known.first) {
            Some(customers) => {
                check_outcomes(entry, customers, findings);
                None
            }
            None => Some(known),
        }
    }
}

/// Checks that every customer with an outcome is one of the job's.
pub(super) fn check_outcomes(entry: &Entry, customers: &CustomerSet, findings: &mut Findings) {
    if let Some(unknown) = outcomes(entry).find(|cid| !customers.contains(cid)) {
        let what = "outcomes: names a customer that the job does not have";
        findings.add(Finding::new(entry.index(), what).of_job(entry.job_id()).stored(unknown));
    }
}

/// The customers with an outcome of their own.
fn outcomes(entry: &Entry) -> impl Iterator<Item = &Cid> {
    let outcomes = match entry.draft() {
        Draft::StatusChanged(change) => Some(&change.outcomes),
        Draft::JobCreated(_) | Draft::JobImported(_) | Draft::NoteAdded(_) => None,
    };
    outcomes.into_iter().flat_map(|outcomes| outcomes.iter()).map(|outcome| &outcome.cid)
}

/// The customers of the newest jobs: most outcomes follow soon after their job.
#[derive(Debug, Default)]
struct RecentCustomers {
    /// By the index of the entry that created the job, ascending.
    jobs: VecDeque<(Index, CustomerSet)>,
    cids: usize,
}

impl RecentCustomers {
    /// Twice what one job may have.
    const CIDS_MAX: usize = 2 * CustomerSet::COUNT_MAX;

    fn add(&mut self, first: Index, customers: &CustomerSet) {
        self.cids += customers.len();
        self.jobs.push_back((first, customers.clone()));
        while self.cids > Self::CIDS_MAX || self.jobs.len() > Self::CIDS_MAX {
            let Some((_, oldest)) = self.jobs.pop_front() else { return };
            self.cids -= oldest.len();
        }
    }

    fn get(&self, first: Index) -> Option<&CustomerSet> {
        let at = self.jobs.binary_search_by_key(&first, |(first, _)| *first).ok()?;
        self.jobs.get(at).map(|(_, customers)| customers)
    }
}
