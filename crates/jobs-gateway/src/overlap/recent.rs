//! The jobs of the last moments by action and customer: what one costs to find does not depend on how many there are.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasher;
use std::ops::RangeInclusive;

use jobs_core::{
    ActionCode, Cause, Cid, CustomerSet, Draft, Entry, HttpStatus, Index, JobFacts, JobId, NewJob,
    Source, Status, Timestamp,
};

use super::{Among, Overlap, Sought, TOLD_MAX};

/// The jobs that were created since some moment, as far as the ledger was read, and what is found among them.
#[derive(Debug)]
pub(super) struct Recent {
    jobs: HashMap<Index, Job>,
    by_id: HashMap<JobId, Index>,
    /// The oldest first. The clock may have been set back, so that this is not the order of the indexes.
    by_time: BTreeSet<(Timestamp, Index)>,
    sent: Postings,
    claimed: Postings,
    hasher: RandomState,
    customers: usize,
    customers_max: usize,
    /// Jobs before this moment are not kept.
    since: Timestamp,
    /// The newest one that was given up for want of room.
    given_up: Option<Timestamp>,
}

/// The jobs with an action and a customer, by the hash of the two: less memory than with their texts, and in one piece.
type Postings = BTreeSet<(u64, Index)>;

#[derive(Debug)]
struct Job {
    job_id: JobId,
    action: Action,
    customers: CustomerSet,
    created_at: Timestamp,
    source: Source,
    counts: Counts,
}

/// What an upstream takes for the same action; see [`is_same_action`](super::is_same_action).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Action {
    Code(ActionCode),
    /// Of one that has no code, in small letters.
    Name(String),
}

impl Action {
    pub(super) fn of(code: ActionCode, name: &str) -> Self {
        if code == ActionCode::UNKNOWN {
            Self::Name(name.to_ascii_lowercase())
        } else {
            Self::Code(code)
        }
    }

    fn of_job(facts: &JobFacts) -> Self {
        Self::of(facts.action_code, facts.action_name.as_str())
    }
}

/// Where a job counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// Where it is asked for jobs that may have acted: those that the gateway sent, unless the upstream refused them.
    AsSent,
    /// Only where it is asked for all.
    AsClaimed,
    /// Nowhere: the upstream never heard of it.
    Never,
}

impl Counts {
    fn of(source: Source, status: Status, cause: Option<Cause>, code: Option<HttpStatus>) -> Self {
        let is_refused =
            status == Status::Failed && code.is_some_and(|code| (400..500).contains(&code.get()));
        match cause {
            // Were a call that never left an overlap, whoever is refused and tries again would be refused for that.
            Some(Cause::NeverSent | Cause::Withheld) => Self::Never,
            _ if source == Source::Gateway && !is_refused => Self::AsSent,
            _ => Self::AsClaimed,
        }
    }
}

impl Recent {
    /// None yet; those that come are kept if they were created at `since` or later, while all have at most `customers_max`
    /// customers together.
    pub(super) fn new(since: Timestamp, customers_max: usize) -> Self {
        Self {
            jobs: HashMap::new(),
            by_id: HashMap::new(),
            by_time: BTreeSet::new(),
            sent: Postings::new(),
            claimed: Postings::new(),
            hasher: RandomState::new(),
            customers: 0,
            customers_max,
            since,
            given_up: None,
        }
    }

    /// From when on the jobs are here.
    pub(super) fn since(&self) -> Timestamp {
        self.since
    }

    /// Whether none of `since` or later was given up for want of room.
    pub(super) fn is_complete(&self, since: Timestamp) -> bool {
        self.given_up.is_none_or(|given_up| given_up < since)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.jobs.is_empty()
    }

    #[cfg(test)]
    pub(super) fn customers(&self) -> usize {
        self.customers
    }

    /// Takes in what `entry` says.
    pub(super) fn add(&mut self, entry: &Entry) {
        match entry.draft() {
            Draft::JobCreated(job) => self.insert(entry, job, entry.recorded_at(), None),
            Draft::JobImported(import) => {
                let code = import.details().http_status;
                self.insert(entry, import.job(), import.created_at(), code);
            }
            Draft::StatusChanged(change) => {
                let Some(index) = self.by_id.get(&change.job_id).copied() else { return };
                let details = &change.details;
                let source = self.jobs[&index].source;
                let counts =
                    Counts::of(source, details.status, Some(details.cause), details.http_status);
                self.recount(index, counts);
            }
        }
    }

    fn insert(
        &mut self,
        entry: &Entry,
        job: &NewJob,
        created_at: Timestamp,
        code: Option<HttpStatus>,
    ) {
        if created_at < self.since {
            return;
        }
        let (index, job_id) = (entry.index(), entry.job_id());
        let (action, customers) = (Action::of_job(job.facts()), job.customers().clone());
        let source = job.source();
        self.customers += customers.len();
        self.jobs.insert(
            index,
            Job { job_id, action, customers, created_at, source, counts: Counts::Never },
        );
        self.by_id.insert(job_id, index);
        self.by_time.insert((created_at, index));
        self.recount(index, Counts::of(source, entry.status(), entry.cause(), code));
        while self.customers > self.customers_max
            && let Some((given_up, oldest)) = self.by_time.pop_first()
        {
            self.given_up = self.given_up.max(Some(given_up));
            self.remove(oldest);
        }
    }

    /// Gives up what was created before `since`.
    pub(super) fn forget_before(&mut self, since: Timestamp) {
        self.since = self.since.max(since);
        while let Some(oldest) =
            self.by_time.first().copied().filter(|(created_at, _)| *created_at < since)
        {
            self.by_time.remove(&oldest);
            self.remove(oldest.1);
        }
    }

    fn remove(&mut self, index: Index) {
        self.recount(index, Counts::Never);
        if let Some(job) = self.jobs.remove(&index) {
            self.by_id.remove(&job.job_id);
            self.customers -= job.customers.len();
        }
    }

    /// Has the job at `index` count as it does now.
    fn recount(&mut self, index: Index, counts: Counts) {
        let Some(job) = self.jobs.get_mut(&index) else { return };
        let before = std::mem::replace(&mut job.counts, counts);
        if before == counts {
            return;
        }
        let job = &self.jobs[&index];
        let key = |cid| (self.hasher.hash_one((&job.action, cid)), index);
        let keys: Vec<_> = job.customers.iter().map(key).collect();
        if let Some(postings) = self.postings(before) {
            for key in &keys {
                postings.remove(key);
            }
        }
        if let Some(postings) = self.postings(counts) {
            postings.extend(keys);
        }
    }

    fn postings(&mut self, counts: Counts) -> Option<&mut Postings> {
        match counts {
            Counts::AsSent => Some(&mut self.sent),
            Counts::AsClaimed => Some(&mut self.claimed),
            Counts::Never => None,
        }
    }

    /// The newest jobs before the one that is `sought`, at `place`, that were created from `since` until `until` and have some
    /// of its customers.
    pub(super) fn overlaps(
        &self,
        sought: &Sought,
        before: Index,
        window: RangeInclusive<Timestamp>,
        among: Among,
    ) -> Vec<Overlap> {
        let action = Action::of(sought.action_code, sought.action_name.as_str());
        let all = [&self.sent, &self.claimed];
        let postings = if among == Among::All { &all[..] } else { &all[..1] };
        let mut counts: BTreeMap<Index, usize> = BTreeMap::new();
        for cid in sought.customers.iter() {
            let hash = self.hasher.hash_one((&action, cid));
            for postings in postings {
                let is_one = |index: &Index| {
                    let job = &self.jobs[index];
                    // Another one may have the same hash.
                    window.contains(&job.created_at)
                        && Some(job.job_id) != sought.retry_of
                        && job.has(&action, cid)
                };
                let found =
                    postings.range((hash, 0)..(hash, before)).rev().map(|(_, index)| *index);
                // Whichever of the newest in all has this customer is one of the newest that have it.
                for index in found.filter(is_one).take(TOLD_MAX) {
                    *counts.entry(index).or_default() += 1;
                }
            }
        }
        let newest = counts.into_iter().rev().take(TOLD_MAX);
        newest
            .map(|(index, customers)| Overlap { job_id: self.jobs[&index].job_id, customers })
            .collect()
    }
}

impl Job {
    fn has(&self, action: &Action, cid: &Cid) -> bool {
        self.action == *action && self.customers.contains(cid)
    }
}
