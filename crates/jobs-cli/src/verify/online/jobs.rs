//! What the entries say of each job and of each customer, in a size that does not depend on what
//! they say.
//!
//! Of what is served about a job, fingerprints are kept: keyed hashes of 64 bits. The key is drawn
//! anew for each run and never shown, so nobody can prepare two answers with one fingerprint. Where
//! one differs, the job's entries are asked for again, to say what differs.
//!
//! Memory: 140 to 280 bytes for each job (a table of 121 bytes a place, of which it fills 7 of 16
//! to 7 of 8), and for each customer 40 to 80 bytes and the cid.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher as _, Hash, RandomState};

use jobs_core::{
    ActionName, BatchId, Cause, Cid, Day, Entry, Index, JobDetail, JobId, Source, Status,
    StatusChanges, UserId,
};
use serde_json::{Map, Value};

use super::served;

/// Fingerprints of the parts of what is served of a job.
type Parts = [u64; 5];

/// What a line of a list shows and no later entry changes; also every member that is none of ours.
const FACTS: usize = 0;
/// What a line of a list shows of the newest change of status.
const STATE: usize = 1;
/// What only the job by itself shows and no later entry changes.
const REQUEST: usize = 2;
/// What only the job by itself shows of the newest change of status.
const ANSWER: usize = 3;
/// What a line of a list shows of the notes.
const NOTES: usize = 4;

/// The member that names the newest entry, of whichever kind: compared by itself.
const LAST: &str = "last_index";

/// Whether what is served of a job names its newest entry.
fn ends_with(served: &Map<String, Value>, known: &KnownJob) -> bool {
    served.get(LAST).and_then(Value::as_u64) == Some(known.last)
}

/// The parameter by which the retries of a job are listed.
const RETRY_OF: &str = "retry_of";

fn part(member: &str) -> usize {
    match member {
        "status" | "cause" | "http_status" | "error_message" | "updated_at" | "changes" => STATE,
        "note_count" | "newest_note" => NOTES,
        "request_payload" | "original" => REQUEST,
        "response_summary" => ANSWER,
        _ => FACTS,
    }
}

/// A job.
#[derive(Debug, Clone, Copy)]
pub(super) struct KnownJob {
    /// The entry that created it.
    pub(super) first: Index,
    /// Its newest entry.
    pub(super) last: Index,
    /// Its newest change of status; 0 if there is none.
    change: Index,
    /// How many notes there are.
    pub(super) notes: u32,
    parts: Parts,
    /// The fingerprint of the root over its customers.
    customers: u64,
    /// The fingerprint of its entries, in order.
    pub(super) history: u64,
    /// The numbers of its user, its action, its batch, and the job that it retries.
    terms: [u32; 4],
    pub(super) day: Day,
    pub(super) status: Status,
    pub(super) source: Source,
    pub(super) cause: Option<Cause>,
}

impl KnownJob {
    pub(super) fn user(&self) -> u32 {
        self.terms[0]
    }

    pub(super) fn action(&self) -> u32 {
        self.terms[1]
    }

    pub(super) fn has(&self, term: u32) -> bool {
        self.terms.contains(&term)
    }
}

/// A value by which jobs are listed.
#[derive(Debug)]
pub(super) struct Term {
    /// The parameter of the list.
    pub(super) field: &'static str,
    pub(super) value: Box<str>,
    /// How many jobs have it.
    pub(super) jobs: u64,
}

/// The jobs of a customer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CustomerJobs {
    pub(super) jobs: u64,
    /// The sum of the fingerprints of their first entries' indexes: with the number, it stands for
    /// the set.
    pub(super) sum: u64,
}

impl CustomerJobs {
    pub(super) fn add(&mut self, fingerprint: u64) {
        self.jobs += 1;
        self.sum = self.sum.wrapping_add(fingerprint);
    }
}

/// All that was replayed so far.
#[derive(Debug, Default)]
pub(super) struct Jobs {
    key: RandomState,
    jobs: HashMap<JobId, KnownJob>,
    customers: HashMap<Cid, CustomerJobs>,
    /// The place in `terms` of each.
    numbers: HashMap<(&'static str, Box<str>), u32>,
    terms: Vec<Term>,
    days: BTreeMap<Day, u64>,
    /// Some job, without what may be large. Beside what is known of a job, each entry says all that
    /// it changes, so that the job that it is applied to makes no difference to what follows.
    any: Option<JobDetail>,
}

impl Jobs {
    pub(super) fn len(&self) -> usize {
        self.jobs.len()
    }

    pub(super) fn get(&self, job_id: JobId) -> Option<&KnownJob> {
        self.jobs.get(&job_id)
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (JobId, &KnownJob)> {
        self.jobs.iter().map(|(job_id, known)| (*job_id, known))
    }

    pub(super) fn customers(&self) -> &HashMap<Cid, CustomerJobs> {
        &self.customers
    }

    /// All values by which jobs are listed, with their numbers.
    pub(super) fn terms(&self) -> impl Iterator<Item = (u32, &Term)> {
        (0..).zip(&self.terms)
    }

    /// The value with this number, which is that of a job.
    pub(super) fn term(&self, number: u32) -> &Term {
        &self.terms[number as usize]
    }

    /// How many jobs were created on each day.
    pub(super) fn days(&self) -> &BTreeMap<Day, u64> {
        &self.days
    }

    pub(super) fn fingerprint(&self, value: impl Hash) -> u64 {
        self.key.hash_one(value)
    }

    /// The fingerprint of a job's entries up to one that is shown as `entry`, after those with the
    /// fingerprint `before`.
    pub(super) fn fold(&self, before: u64, entry: &Value) -> u64 {
        self.fingerprint((before, entry))
    }

    /// Takes the entry that creates a job. `shown` is the entry as the job's history shows it.
    pub(super) fn create(&mut self, entry: &Entry, shown: &Value) {
        let (Some(detail), Some(customers)) = (JobDetail::created(entry), served::customers(entry))
        else {
            return;
        };
        let job = &detail.job;
        let user = self.number(UserId::FIELD, job.facts.user_id.as_str());
        let action = self.number(ActionName::FIELD, job.facts.action_name.as_str());
        let batch = job.facts.batch_id.as_ref();
        let batch = batch.map_or(u32::MAX, |batch| self.number(BatchId::FIELD, batch.as_str()));
        let retried =
            job.retry_of.map_or(u32::MAX, |earlier| self.number(RETRY_OF, &earlier.to_string()));
        let known = KnownJob {
            first: entry.index(),
            last: entry.index(),
            change: 0,
            notes: 0,
            parts: self.parts(&served::object(&detail)),
            customers: self.fingerprint(customers.root().as_bytes()),
            history: self.fold(0, shown),
            terms: [user, action, batch, retried],
            day: Day::of(job.created_at),
            status: job.status,
            source: job.source,
            cause: job.cause,
        };
        *self.days.entry(known.day).or_default() += 1;
        let fingerprint = self.fingerprint(known.first);
        for cid in customers {
            match self.customers.get_mut(cid) {
                Some(listed) => listed.add(fingerprint),
                None => self.customers.entry(cid.clone()).or_default().add(fingerprint),
            }
        }
        self.jobs.insert(entry.job_id(), known);
        self.any.get_or_insert(JobDetail { request_payload: None, original: None, ..detail });
    }

    /// Takes a later entry of a job that is known.
    pub(super) fn follow(&mut self, entry: &Entry, shown: &Value) {
        let (Some(detail), Some(known)) = (&mut self.any, self.jobs.get(&entry.job_id())) else {
            return;
        };
        let before = (known.change > 0).then_some(known.change);
        detail.job.changes = StatusChanges::try_from(Vec::from_iter(before)).unwrap_or_default();
        detail.job.note_count = known.notes as usize;
        detail.apply(entry);
        let parts = served::object(detail);
        let parts = self.parts(&parts);
        let Some(known) = self.jobs.get_mut(&entry.job_id()) else { return };
        match entry.status() {
            Some(status) => {
                (known.parts[STATE], known.parts[ANSWER]) = (parts[STATE], parts[ANSWER]);
                (known.change, known.status, known.cause) = (entry.index(), status, entry.cause());
            }
            None => {
                known.parts[NOTES] = parts[NOTES];
                known.notes += 1;
            }
        }
        known.last = entry.index();
        known.history = self.key.hash_one((known.history, shown));
    }

    /// Whether a line of a list says what the job's entries do.
    pub(super) fn is_line_of(&self, known: &KnownJob, line: &Map<String, Value>) -> bool {
        let [facts, state, _, _, notes] = known.parts;
        self.parts(line) == [facts, state, 0, 0, notes] && ends_with(line, known)
    }

    /// Whether what is said of a job by itself is what its entries do.
    pub(super) fn is_all_of(&self, known: &KnownJob, job: &Map<String, Value>) -> bool {
        self.parts(job) == known.parts && ends_with(job, known)
    }

    /// Whether a job's customers have this root.
    pub(super) fn has_customers(&self, known: &KnownJob, root: jobs_core::merkle::Hash) -> bool {
        self.fingerprint(root.as_bytes()) == known.customers
    }

    fn parts(&self, object: &Map<String, Value>) -> Parts {
        let mut parts = Parts::default();
        for member in object.iter().filter(|(name, _)| *name != LAST) {
            let sum = &mut parts[part(member.0)];
            *sum = sum.wrapping_add(self.fingerprint(member));
        }
        parts
    }

    fn number(&mut self, field: &'static str, value: &str) -> u32 {
        let next = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry((field, value.into())).or_insert(next);
        if number == next {
            self.terms.push(Term { field, value: value.into(), jobs: 0 });
        }
        if let Some(term) = self.terms.get_mut(number as usize) {
            term.jobs += 1;
        }
        number
    }
}
