//! What the reading routes answer, against what the entries say.
//!
//! ```text
//! /v1/jobs, by nothing and by each value of each filter   lists     each job that belongs, once, in order, as it is
//! /v1/jobs/{id}, …/history, …/customers, of each job      job       the job, its entries, its customers
//! /v1/customers/{cid}/jobs, of each customer              customer  the customer's jobs, and how each ended
//! /v1/stats, of all and of each user                      stats     the counts
//! /v1/export.ndjson                                       export    all jobs once more, oldest first
//! ```
//!
//! What is appended meanwhile is no difference: entries beyond the checkpoint's size are ignored,
//! and a job that has changed since is compared with what its entries say, those of before the
//! checkpoint being the ones that were verified.

mod customer;
mod export;
mod job;
mod lists;
mod pages;
pub(super) mod stats;

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

use futures::stream::{self, StreamExt as _};
use jobs_core::log::Checkpoint;
use jobs_core::{Cid, Draft, Entry, Index, JobDetail, JobId, NewNote};
use jobs_sqlite::verify::Finding;
use serde_json::{Map, Value};

use super::jobs::{Jobs, KnownJob};
use super::served;
use crate::api::Remote;
use crate::verify::found::Found;
use crate::{CliError, progress};

/// How many requests are in flight at once.
const REQUESTS: usize = 16;

/// How many findings of one route are reported. What follows is not looked at: its cause is the
/// same.
const OF_A_ROUTE_MAX: usize = 5;

/// The most entries that a job can have: three that give it a status, and its notes.
const ENTRIES_MAX: usize = 3 + NewNote::COUNT_MAX;

/// Compares what the routes answer with what the first entries say, as many as the checkpoint has.
/// `stats` is what the server answered before they were read. What differs is added to `found`.
pub(super) async fn compare(
    remote: &Remote,
    head: &Checkpoint,
    jobs: &Jobs,
    stats: Answer,
    found: Found,
) -> Found {
    let (own, of_kind) = Default::default();
    let routes = Routes { remote, head, jobs, own, of_kind, found: RefCell::new(found) };
    let result = routes.run(stats).await;
    let mut found = routes.found.into_inner();
    if let Err(error) = result {
        found.unverified.fail(error);
    }
    found
}

/// Checks each of `all`, which are `things`, several at once, and shows how far that has come.
async fn each<T, F: Future<Output = Result<(), CliError>>>(
    things: &str,
    all: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
    check: impl FnMut(T) -> F,
) -> Result<(), CliError> {
    let all = all.into_iter();
    let bar = progress::bar(all.len() as u64, things);
    let mut checks = stream::iter(all).map(check).buffer_unordered(REQUESTS);
    while let Some(checked) = checks.next().await {
        checked?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// What a server answers; the error says why it is no answer of a ledger.
pub(super) type Answer = Result<Value, String>;

/// A path and what is asked for there.
#[derive(Debug, Clone)]
struct Route {
    /// What findings are counted by.
    kind: &'static str,
    path: Vec<String>,
    query: Vec<(&'static str, String)>,
    job_id: Option<JobId>,
}

impl Route {
    fn new(kind: &'static str, path: &[&str]) -> Self {
        let path = path.iter().map(|&segment| segment.to_owned()).collect();
        Self { kind, path, query: Vec::new(), job_id: None }
    }

    fn of_job(kind: &'static str, job_id: JobId, rest: &[&str]) -> Self {
        let id = job_id.to_string();
        let path = [&["jobs", id.as_str()], rest].concat();
        Self { job_id: Some(job_id), ..Self::new(kind, &path) }
    }
}

/// Without what only a page is asked for.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GET /v1/{}", self.path.join("/"))?;
        for (n, (name, value)) in self.query.iter().enumerate() {
            let before = if n == 0 { '?' } else { '&' };
            write!(f, "{before}{name}={value}")?;
        }
        Ok(())
    }
}

#[derive(Debug)]
struct Routes<'a> {
    remote: &'a Remote,
    head: &'a Checkpoint,
    jobs: &'a Jobs,
    /// Of each customer whom an entry names, the sum of the fingerprints of the outcomes of its
    /// own.
    own: RefCell<HashMap<Cid, u64>>,
    /// How many findings there are of each kind of route.
    of_kind: RefCell<HashMap<&'static str, usize>>,
    found: RefCell<Found>,
}

impl Routes<'_> {
    async fn run(&self, stats: Answer) -> Result<(), CliError> {
        each("lists", self.lists(), |list| self.check_list(list)).await?;
        each("jobs", self.jobs.iter(), |(job_id, known)| self.check_job(job_id, known)).await?;
        let customers = self.jobs.customers().iter();
        each("customers", customers, |(cid, listed)| self.check_customer(cid, *listed)).await?;
        self.check_stats(stats).await?;
        self.check_export().await
    }

    fn size(&self) -> Index {
        self.head.size
    }

    /// Whether so much was found on a kind of route that no more of it is looked at.
    fn is_done_with(&self, route: &Route) -> bool {
        let of_kind = self.of_kind.borrow();
        of_kind.get(route.kind).is_some_and(|count| *count >= OF_A_ROUTE_MAX)
    }

    /// Reports what is wrong with an answer, about one job or the list as a whole.
    fn report(
        &self,
        route: &Route,
        job_id: Option<JobId>,
        what: impl fmt::Display,
        stored: Option<String>,
        expected: Option<String>,
    ) {
        if self.is_done_with(route) {
            return;
        }
        let job_id = job_id.or(route.job_id);
        let finding = Finding::new(None, format!("{route}: {what}")).of_job(job_id);
        *self.of_kind.borrow_mut().entry(route.kind).or_default() += 1;
        self.found.borrow_mut().findings.add(Finding { stored, expected, ..finding });
    }

    /// Reports what is wrong without more to show.
    fn complain(&self, route: &Route, job_id: Option<JobId>, what: impl fmt::Display) {
        self.report(route, job_id, what, None, None);
    }

    fn remark(&self, what: String) {
        self.found.borrow_mut().unverified.remark(what);
    }

    /// The object that is answered, which has exactly these members. Any other answer is reported.
    async fn ask(
        &self,
        route: &Route,
        more: &[(&'static str, String)],
        members: &[&str],
    ) -> Result<Option<Map<String, Value>>, CliError> {
        let query = [&route.query[..], more].concat();
        let path: Vec<&str> = route.path.iter().map(String::as_str).collect();
        Ok(self.object(route, self.remote.ask(&path, &query).await?, members))
    }

    fn object(
        &self,
        route: &Route,
        answer: Answer,
        members: &[&str],
    ) -> Option<Map<String, Value>> {
        let object = match answer {
            Ok(Value::Object(object)) => object,
            Ok(_) => {
                self.complain(route, None, "the answer is no object");
                return None;
            }
            Err(reason) => {
                self.complain(route, None, reason);
                return None;
            }
        };
        // A job has members that are compared one by one.
        if !members.is_empty() && !object.keys().map(String::as_str).eq(members.iter().copied()) {
            let names = object.keys().cloned().collect::<Vec<_>>().join(", ");
            let what = "the answer has other members";
            self.report(route, None, what, Some(served::clip(names)), Some(members.join(", ")));
            return None;
        }
        Some(object)
    }

    /// Compares what is served of a job, as a line of a list or by itself, with its entries.
    async fn check_served(
        &self,
        route: &Route,
        job_id: JobId,
        known: &KnownJob,
        served: &Map<String, Value>,
        is_line: bool,
    ) -> Result<(), CliError> {
        let is_same = match is_line {
            true => self.jobs.is_line_of(known, served),
            false => self.jobs.is_all_of(known, served),
        };
        if is_same || self.is_done_with(route) {
            return Ok(());
        }
        if served.get("job_id").and_then(Value::as_str) != Some(&job_id.to_string()) {
            let found = served::show(served.get("job_id"));
            self.report(route, Some(job_id), "job_id: is another job's", Some(found), None);
            return Ok(());
        }
        let entries = match self.entries_of(job_id, known, newest(served)).await? {
            Ok(entries) => entries,
            Err(what) => {
                self.complain(route, Some(job_id), what);
                return Ok(());
            }
        };
        let Some(expected) = detail(&entries) else { return Ok(()) };
        let expected =
            if is_line { served::object(&expected.job) } else { served::object(&expected) };
        if let Some((member, found, expected)) = served::first_difference(served, &expected) {
            let what = format!("{member}: is not what the job's entries say");
            self.report(route, Some(job_id), what, Some(found), Some(expected));
        }
        Ok(())
    }

    /// The entries of a job, oldest first, asked for again one by one: up to the newest one that
    /// was verified, or to a later one that an answer names. Those that were verified must be the
    /// same again.
    async fn entries_of(
        &self,
        job_id: JobId,
        known: &KnownJob,
        newest: Option<Index>,
    ) -> Result<Result<Vec<Entry>, String>, CliError> {
        let newest = newest.filter(|newest| *newest >= self.size()).unwrap_or(known.last);
        let mut entries = Vec::new();
        let mut next = Some(newest);
        while let Some(index) = next {
            let entry = self.entry(index).await?;
            let Some(entry) = entry.filter(|entry| entry.job_id() == job_id) else {
                return Ok(Err(format!(
                    "the answer rests on entry {index}, which is not this job's"
                )));
            };
            next = entry.previous().filter(|previous| *previous < index);
            entries.push(entry);
            if entries.len() > ENTRIES_MAX {
                break;
            }
        }
        entries.reverse();
        let verified = entries.iter().filter(|entry| entry.index() < self.size());
        let history = verified.fold(0, |before, entry| {
            self.jobs.fold(before, &serde_json::to_value(entry).unwrap_or_default())
        });
        let is_same = history == known.history;
        let reason = "the server gave other entries when it was asked again";
        Ok(if is_same { Ok(entries) } else { Err(reason.into()) })
    }

    async fn entry(&self, index: Index) -> Result<Option<Entry>, CliError> {
        let page = self.remote.entries(index, 1).await?;
        let page = page.map(|page| page.entries).unwrap_or_default();
        Ok(page.first().and_then(|value| served::entry(value, index).ok()))
    }
}

/// The job that these entries, all that it has, add up to.
fn detail(entries: &[Entry]) -> Option<JobDetail> {
    let (first, rest) = entries.split_first()?;
    let mut detail = JobDetail::created(first)?;
    rest.iter().for_each(|entry| detail.apply(entry));
    Some(detail)
}

/// The newest entry that an answer about a job says it has.
fn newest(served: &Map<String, Value>) -> Option<Index> {
    served.get("last_index").and_then(Value::as_u64)
}

/// The outcomes that an entry names.
fn outcomes(entry: &Entry) -> Option<&jobs_core::Outcomes> {
    match entry.draft() {
        Draft::StatusChanged(change) => Some(&change.outcomes),
        Draft::JobCreated(_) | Draft::JobImported(_) | Draft::NoteAdded(_) => None,
    }
}
