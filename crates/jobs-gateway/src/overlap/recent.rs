//! The recent jobs by action and customer: the cost of finding one does not depend on how many
//! there are.

use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasher;
use std::ops::RangeInclusive;

use jobs_core::{
    ActionCode, Cause, Cid, CustomerSet, Draft, Entry, HttpStatus, Index, JobFacts, JobId, NewJob,
    Source, Status, StatusDetails, Timestamp, UserId,
};

use super::candidate::{Candidate, TOLD_MAX};
use crate::answer::Overlap;

/// How much memory jobs may take, as estimated.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    /// Those that may have acted. One user may have half of it.
    pub(super) sent: usize,
    /// All others.
    pub(super) claimed: usize,
}

/// How many bytes a job takes beside its customers, …
const JOB_BYTES: usize = 360;

/// … and each customer beside its text: its place in the set, and its posting.
const CUSTOMER_BYTES: usize = 64;

/// How many customers of old jobs are forgotten at once.
const FORGOTTEN_MAX: usize = 1000;

/// The jobs that were created since some moment, as far as the ledger was read, and what is found
/// among them.
#[derive(Debug)]
pub(super) struct Recent {
    jobs: HashMap<Index, Job>,
    by_id: HashMap<JobId, Index>,
    sent: JobGroup,
    claimed: JobGroup,
    /// How much of `sent` is whose.
    of_users: HashMap<UserId, usize>,
    hasher: RandomState,
    /// Jobs from this time on are kept.
    since: Timestamp,
    /// Jobs after this time were recorded while the clock was ahead.
    until: Timestamp,
}

/// Jobs that count in the same way.
#[derive(Debug, Default)]
struct JobGroup {
    /// By the hash of action and customer, which takes less memory than their texts, and no
    /// allocation for each.
    postings: BTreeSet<(u64, Index)>,
    /// The oldest first. The clock may have been set back, so this is not the order of the indexes.
    by_time: BTreeSet<(Timestamp, Index)>,
    bytes: usize,
    bytes_max: usize,
    /// The creation time of the newest evicted job.
    given_up: Option<Timestamp>,
}

impl JobGroup {
    fn new(bytes_max: usize) -> Self {
        Self { bytes_max, ..Self::default() }
    }

    /// The job to evict when there is no room: one that was created after `until`, or else the
    /// oldest.
    fn give_up(&mut self, until: Timestamp) -> Option<Index> {
        if self.bytes <= self.bytes_max {
            return None;
        }
        let ahead = self.by_time.last().filter(|(created_at, _)| *created_at > until);
        if let Some((_, index)) = ahead {
            return Some(*index);
        }
        let (created_at, index) = *self.by_time.first()?;
        self.given_up = self.given_up.max(Some(created_at));
        Some(index)
    }
}

#[derive(Debug)]
struct Job {
    job_id: JobId,
    /// Whose it is.
    owner: UserId,
    /// Who sent it.
    user: UserId,
    action: Action,
    customers: CustomerSet,
    created_at: Timestamp,
    source: Source,
    counts: Counts,
    bytes: usize,
}

/// What an upstream treats as the same action; see [`is_same_action`](super::is_same_action).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Action {
    Code(ActionCode),
    /// For one without a code, in lower case.
    Name(String),
}

impl Action {
    fn of(code: ActionCode, name: &str) -> Self {
        if code == ActionCode::UNKNOWN {
            Self::Name(name.to_ascii_lowercase())
        } else {
            Self::Code(code)
        }
    }
}

/// In which searches a job counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counts {
    /// In all, also those for jobs that may have acted. These are the jobs that the gateway sent,
    /// unless the upstream refused them: nobody can withhold another's call by recording a job that
    /// was never sent.
    AsSent,
    /// Only in searches for all jobs.
    AsClaimed,
    /// In none: the upstream never received it. If it counted as an overlap, a user who is refused
    /// and tries again would be refused because of the first try.
    Never,
}

impl Counts {
    fn of_details(source: Source, details: &StatusDetails) -> Self {
        let StatusDetails { status, cause, http_status, .. } = details;
        Self::of(source, *status, Some(*cause), *http_status)
    }

    fn of(source: Source, status: Status, cause: Option<Cause>, code: Option<HttpStatus>) -> Self {
        let is_refused =
            status == Status::Failed && code.is_some_and(|code| (400..500).contains(&code.get()));
        match cause {
            Some(Cause::NeverSent | Cause::Withheld) => Self::Never,
            _ if source == Source::Gateway && !is_refused => Self::AsSent,
            _ => Self::AsClaimed,
        }
    }
}

/// What was found among the jobs before one.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Overlaps {
    /// Those that may have acted, the newest first.
    pub(super) acted: Vec<Overlap>,
    /// All of them, the newest first.
    pub(super) all: Vec<Overlap>,
}

impl Recent {
    /// Without jobs yet. Jobs that are added are kept if they were created at `since` or later,
    /// while there is room.
    pub(super) fn new(since: Timestamp, budget: Budget) -> Self {
        Self {
            jobs: HashMap::new(),
            by_id: HashMap::new(),
            sent: JobGroup::new(budget.sent),
            claimed: JobGroup::new(budget.claimed),
            of_users: HashMap::new(),
            hasher: RandomState::new(),
            since,
            until: Timestamp::MAX,
        }
    }

    /// The time from which jobs are kept.
    pub(super) fn since(&self) -> Timestamp {
        self.since
    }

    pub(super) fn is_empty(&self) -> bool {
        self.jobs.is_empty()
    }

    /// Whether no job of `since` or later was evicted: of those that may have acted, and of all.
    pub(super) fn is_complete(&self, since: Timestamp) -> (bool, bool) {
        let is_whole = |kept: &JobGroup| kept.given_up.is_none_or(|given_up| given_up < since);
        (is_whole(&self.sent), is_whole(&self.sent) && is_whole(&self.claimed))
    }

    /// Whether the jobs that `user` sent take more than one user's share.
    pub(super) fn is_over_share(&self, user: &UserId) -> bool {
        self.of_users.get(user).is_some_and(|bytes| *bytes > self.sent.bytes_max / 2)
    }

    /// About how many customers [`add`](Self::add) has to process.
    pub(super) fn customers_of(&self, entry: &Entry) -> usize {
        match entry.draft() {
            Draft::JobCreated(job) => job.customers().len(),
            Draft::JobImported(import) => import.job().customers().len(),
            Draft::StatusChanged(change) => {
                let job = self.by_id.get(&change.job_id).and_then(|index| self.jobs.get(index));
                job.map_or(0, |job| job.customers.len())
            }
            Draft::NoteAdded(_) => 0,
        }
    }

    /// Takes in what `entry` says.
    pub(super) fn add(&mut self, entry: &Entry) {
        match entry.draft() {
            Draft::JobCreated(job) => {
                let counts = Counts::of(job.source(), Status::InProgress, None, None);
                self.insert(entry, job, entry.recorded_at(), counts);
            }
            Draft::JobImported(import) => {
                let (job, details) = (import.job(), import.details());
                let counts = Counts::of_details(job.source(), details);
                self.insert(entry, job, import.created_at(), counts);
            }
            Draft::StatusChanged(change) => {
                let Some(index) = self.by_id.get(&change.job_id).copied() else { return };
                let Some(job) = self.remove(index) else { return };
                let counts = Counts::of_details(job.source, &change.details);
                self.keep(index, Job { counts, ..job });
            }
            // Says nothing of what the job may have done.
            Draft::NoteAdded(_) => {}
        }
    }

    fn insert(&mut self, entry: &Entry, job: &NewJob, created_at: Timestamp, counts: Counts) {
        if created_at < self.since {
            return;
        }
        let JobFacts { user_id, submitted_by, action_code, action_name, .. } = job.facts();
        let customers = job.customers().clone();
        let texts: usize = customers.iter().map(|cid| cid.as_str().len()).sum();
        let new = Job {
            job_id: entry.job_id(),
            owner: user_id.clone(),
            user: submitted_by.as_ref().unwrap_or(user_id).clone(),
            action: Action::of(*action_code, action_name.as_str()),
            bytes: JOB_BYTES + customers.len() * CUSTOMER_BYTES + texts,
            customers,
            created_at,
            source: job.source(),
            counts,
        };
        self.keep(entry.index(), new);
        self.make_room();
    }

    /// Evicts jobs until the rest have room: first those that lie ahead of the clock, then the
    /// oldest.
    fn make_room(&mut self) {
        let until = self.until;
        for counts in [Counts::AsSent, Counts::AsClaimed] {
            while let Some(index) = self.kept_mut(counts).and_then(|kept| kept.give_up(until)) {
                self.remove(index);
            }
        }
    }

    /// How many customers the next job that [`forget`](Self::forget) forgets has.
    pub(super) fn due(&self, since: Timestamp) -> usize {
        let oldest = [&self.sent, &self.claimed].map(|kept| kept.by_time.first());
        let old = oldest.into_iter().flatten().filter(|(created_at, _)| *created_at < since);
        old.map(|(_, index)| self.jobs[index].customers.len()).max().unwrap_or(0)
    }

    /// Forgets jobs that were created before `since`, and treats jobs after `until` as ahead of the
    /// clock. Old jobs are removed gradually; until then they are no longer found.
    pub(super) fn forget(&mut self, since: Timestamp, until: Timestamp) {
        (self.since, self.until) = (self.since.max(since), until);
        for counts in [Counts::AsSent, Counts::AsClaimed] {
            let mut forgotten = 0;
            while forgotten <= FORGOTTEN_MAX
                && let Some((created_at, index)) =
                    self.kept(counts).and_then(|kept| kept.by_time.first().copied())
                && created_at < since
            {
                forgotten += self.remove(index).map_or(0, |job| job.customers.len());
            }
        }
    }

    /// Adds `job` at `index` to the groups in which it counts.
    fn keep(&mut self, index: Index, job: Job) {
        let keys = self.keys(index, &job);
        let Some(kept) = self.kept_mut(job.counts) else { return };
        kept.postings.extend(keys);
        kept.by_time.insert((job.created_at, index));
        kept.bytes += job.bytes;
        if job.counts == Counts::AsSent {
            *self.of_users.entry(job.user.clone()).or_default() += job.bytes;
        }
        self.by_id.insert(job.job_id, index);
        self.jobs.insert(index, job);
    }

    fn remove(&mut self, index: Index) -> Option<Job> {
        let job = self.jobs.remove(&index)?;
        self.by_id.remove(&job.job_id);
        let keys = self.keys(index, &job);
        let kept = self.kept_mut(job.counts)?;
        for key in &keys {
            kept.postings.remove(key);
        }
        kept.by_time.remove(&(job.created_at, index));
        kept.bytes -= job.bytes;
        if job.counts == Counts::AsSent
            && let Some(bytes) = self.of_users.get_mut(&job.user)
        {
            *bytes -= job.bytes;
            if *bytes == 0 {
                self.of_users.remove(&job.user);
            }
        }
        Some(job)
    }

    fn keys(&self, index: Index, job: &Job) -> Vec<(u64, Index)> {
        job.customers.iter().map(|cid| (self.hash(&job.action, cid), index)).collect()
    }

    fn hash(&self, action: &Action, cid: &Cid) -> u64 {
        self.hasher.hash_one((action, cid))
    }

    fn kept(&self, counts: Counts) -> Option<&JobGroup> {
        match counts {
            Counts::AsSent => Some(&self.sent),
            Counts::AsClaimed => Some(&self.claimed),
            Counts::Never => None,
        }
    }

    fn kept_mut(&mut self, counts: Counts) -> Option<&mut JobGroup> {
        match counts {
            Counts::AsSent => Some(&mut self.sent),
            Counts::AsClaimed => Some(&mut self.claimed),
            Counts::Never => None,
        }
    }

    /// The newest jobs with an index below `before` that were created in `window` and have the
    /// action and some of the customers of `candidate`.
    pub(super) fn overlaps(
        &self,
        candidate: &Candidate,
        before: Index,
        window: &RangeInclusive<Timestamp>,
    ) -> Overlaps {
        let action = Action::of(candidate.action_code, candidate.action_name.as_str());
        let mut counts: BTreeMap<Index, usize> = BTreeMap::new();
        for cid in candidate.customers.iter() {
            let hash = self.hash(&action, cid);
            for kept in [&self.sent, &self.claimed] {
                let is_one = |index: &Index| {
                    let job = &self.jobs[index];
                    // Another action or customer may have the same hash.
                    let is_same = job.action == action && job.customers.contains(cid);
                    is_same
                        && window.contains(&job.created_at)
                        && Some(job.job_id) != candidate.retry_of
                };
                let found = kept.postings.range((hash, 0)..(hash, before));
                let found = found.rev().map(|(_, index)| *index).filter(is_one);
                // A job that is among the newest of all is among the newest of each of its
                // customers.
                for index in found.take(TOLD_MAX) {
                    *counts.entry(index).or_default() += 1;
                }
            }
        }
        let told = |(index, customers): (Index, usize)| {
            let Job { job_id, owner, .. } = &self.jobs[&index];
            Overlap { job_id: *job_id, owner: owner.clone(), customers }
        };
        let newest = counts.iter().rev().map(|(index, customers)| (*index, *customers));
        let may_have_acted =
            |(index, _): &(Index, usize)| self.jobs[index].counts == Counts::AsSent;
        Overlaps {
            acted: newest.clone().filter(may_have_acted).take(TOLD_MAX).map(told).collect(),
            all: newest.take(TOLD_MAX).map(told).collect(),
        }
    }

    /// How much memory is taken.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> [usize; 2] {
        [self.sent.bytes, self.claimed.bytes]
    }
}
