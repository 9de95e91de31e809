//! The ledger's rules, from one entry to the next and to its job's others.

use std::collections::{HashMap, HashSet, VecDeque};

use jobs_core::merkle::Hash;
use jobs_core::{Cid, CustomerSet, Draft, Entry, Index, JobId, NewJob, Status};

use crate::verify::findings::{Details, Findings, finding};

/// What was replayed so far.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Jobs whose status is final. Of them no more needs to be known: nothing can follow.
    done: HashSet<JobId>,
    /// The others.
    open: HashMap<JobId, Open>,
    recent: Recent,
}

/// A job whose status may change.
#[derive(Debug)]
struct Open {
    first: Index,
    last: Index,
    status: Status,
    /// The root over its customers.
    customers: Hash,
}

/// Customers to ask for again: those of the job that the entry `first` created, with this root.
#[derive(Debug)]
pub(super) struct Unknown {
    pub(super) first: Index,
    pub(super) customers: Hash,
}

impl Rules {
    pub(super) fn jobs(&self) -> u64 {
        (self.done.len() + self.open.len()) as u64
    }

    /// Checks the next entry. What is returned must be known to check its outcomes.
    pub(super) fn check(&mut self, entry: &Entry, findings: &mut Findings) -> Option<Unknown> {
        let mut report =
            |what: &str| findings.add(finding(entry.index(), what).of_job(entry.job_id()));
        match entry.draft() {
            Draft::StatusChanged(_) => return self.check_change(entry, findings),
            Draft::JobCreated(job) => self.check_job(entry, job, &mut report),
            Draft::JobImported(import) => self.check_job(entry, import.job(), &mut report),
        }
        None
    }

    fn check_job(&mut self, entry: &Entry, job: &NewJob, report: &mut dyn FnMut(&str)) {
        if self.knows(entry.job_id()) {
            report("job_id: is that of an earlier job");
            return;
        }
        if entry.previous().is_some() {
            report("previous: there is none before a job's first entry");
        }
        if job.retry_of().is_some_and(|earlier| !self.knows(earlier)) {
            report("retry_of: is no earlier job");
        }
        let (first, status) = (entry.index(), entry.status());
        let customers = job.customers().root();
        self.stands(entry.job_id(), Open { first, last: first, status, customers });
        self.recent.add(first, job.customers());
    }

    fn check_change(&mut self, entry: &Entry, findings: &mut Findings) -> Option<Unknown> {
        let job_id = entry.job_id();
        let mut report = |what: &str| findings.add(finding(entry.index(), what).of_job(job_id));
        let Some(before) = self.open.remove(&job_id) else {
            report(if self.done.contains(&job_id) {
                "status: cannot follow that of the job's entry before"
            } else {
                "job_id: is no earlier job"
            });
            return None;
        };
        if entry.previous() != Some(before.last) {
            report("previous: is not the job's entry before");
        }
        if !before.status.may_become(entry.status()) {
            report("status: cannot follow that of the job's entry before");
        }
        let Open { first, customers, .. } = before;
        self.stands(job_id, Open { last: entry.index(), status: entry.status(), ..before });
        outcomes(entry).next()?;
        match self.recent.get(first) {
            Some(customers) => {
                check_outcomes(entry, customers, findings);
                None
            }
            None => Some(Unknown { first, customers }),
        }
    }

    fn knows(&self, job_id: JobId) -> bool {
        self.done.contains(&job_id) || self.open.contains_key(&job_id)
    }

    fn stands(&mut self, job_id: JobId, state: Open) {
        if Status::ALL.iter().any(|next| state.status.may_become(*next)) {
            self.open.insert(job_id, state);
        } else {
            self.done.insert(job_id);
        }
    }
}

/// Checks that every customer with an outcome is one of the job's.
pub(super) fn check_outcomes(entry: &Entry, customers: &CustomerSet, findings: &mut Findings) {
    if let Some(stranger) = outcomes(entry).find(|cid| !customers.contains(cid)) {
        let what = "outcomes: names a customer that the job does not have";
        findings.add(finding(entry.index(), what).of_job(entry.job_id()).stored(stranger));
    }
}

/// The customers with an outcome of their own.
fn outcomes(entry: &Entry) -> impl Iterator<Item = &Cid> {
    let outcomes = match entry.draft() {
        Draft::StatusChanged(change) => Some(&change.outcomes),
        Draft::JobCreated(_) | Draft::JobImported(_) => None,
    };
    outcomes.into_iter().flat_map(|outcomes| outcomes.iter()).map(|outcome| &outcome.cid)
}

/// The customers of the newest jobs: most outcomes follow soon after their job.
#[derive(Debug, Default)]
struct Recent {
    /// By the index of the entry that created the job, ascending.
    jobs: VecDeque<(Index, CustomerSet)>,
    cids: usize,
}

impl Recent {
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
