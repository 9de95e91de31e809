//! `GET /v1/jobs/{job_id}/outcomes`: how a job ended for each of its customers, those for whom it
//! failed first, and of these those whom an entry names.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{
    AnyOf, Cid, CustomerOutcome, CustomerQuery, Draft, Entry, Error, Index, Job, JobId,
    JobStoreExt, Outcome, OutcomeCounts, Outcomes, PageLimit, Status,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::path::InPath;
use crate::request::query::{Limit, Query, Value, query};
use crate::response::problem::Problem;
use crate::response::reply::{LargeJson, NextPage, off_the_workers};
use crate::schema::{Shape, sized, string};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("readOutcomes", "/v1/jobs/{job_id}/outcomes", outcomes)
            .does("lists how it ended for each customer, failures first", Access::READ)
            .answers("A page of the customers, with their outcomes."),
    ]
}

/// In which order outcomes are listed: what needs a person's attention first.
const ORDER: [Status; 4] =
    [Status::Failed, Status::Unconfirmed, Status::InProgress, Status::Success];

/// The place of a customer among the groups that are listed one after another: within a status,
/// those whom an entry names come before those who share what it says of the whole job.
fn rank(status: Status, own: bool) -> usize {
    let status = ORDER.iter().position(|other| *other == status).unwrap_or(ORDER.len());
    2 * status + usize::from(!own)
}

query! {
    /// Which of a job's customers to list.
    struct OutcomesQuery {
        /// Those for whom it ended so.
        status: AnyOf<Status>,
        /// Those whom an entry names (`true`), or the others.
        own: Option<bool>,
        /// A part of the customer or of the message; the case of ASCII letters does not matter.
        search: Option<Sought>,
        /// How many there are on a page, at most.
        limit: Limit<100, { PageLimit::MAX }>,
        /// The `next` of the page before.
        cursor: Option<After>,
    }
}

/// A part of a text.
#[derive(Debug, Clone)]
struct Sought(String);

/// The most bytes that are looked for.
const SOUGHT_MAX: usize = 128;

impl Value for Sought {
    fn read(name: &'static str, text: &str) -> jobs_core::Result<Self> {
        match text.len() {
            1..=SOUGHT_MAX => Ok(Self(text.to_ascii_lowercase())),
            _ => Err(Error::invalid(name, format!("must have 1 to {SOUGHT_MAX} bytes"))),
        }
    }

    fn shape() -> Shape {
        sized(1, SOUGHT_MAX).into()
    }
}

/// The customer at the end of a page: `FAILED:own:5001`, or `FAILED:job:5001` for one who is not
/// named.
#[derive(Debug, Clone, PartialEq, Eq)]
struct After {
    status: Status,
    own: bool,
    cid: Cid,
}

impl After {
    fn rank(&self) -> usize {
        rank(self.status, self.own)
    }
}

impl From<&OfCustomer> for After {
    fn from(OfCustomer { cid, outcome }: &OfCustomer) -> Self {
        Self { status: outcome.status, own: outcome.own, cid: cid.clone() }
    }
}

impl FromStr for After {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = || Error::invalid("cursor", "must be the next of the page before");
        let (status, rest) = text.split_once(':').ok_or_else(refused)?;
        let (whose, cid) = rest.split_once(':').ok_or_else(refused)?;
        let own = match whose {
            "own" => true,
            "job" => false,
            _ => return Err(refused()),
        };
        Ok(Self { status: status.parse()?, own, cid: Cid::new(cid)? })
    }
}

impl fmt::Display for After {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whose = if self.own { "own" } else { "job" };
        write!(f, "{}:{whose}:{}", self.status, self.cid)
    }
}

impl Value for After {
    fn read(_: &'static str, text: &str) -> jobs_core::Result<Self> {
        text.parse()
    }

    fn shape() -> Shape {
        string().into()
    }
}

/// How many customers have each status.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) struct CustomerCounts {
    #[schema(inline, value_type = Quantity)]
    in_progress: usize,
    #[schema(inline, value_type = Quantity)]
    success: usize,
    #[schema(inline, value_type = Quantity)]
    failed: usize,
    #[schema(inline, value_type = Quantity)]
    unconfirmed: usize,
}

impl CustomerCounts {
    /// How many of the customers of `job` have each status: those who are not named have the job's.
    pub(super) fn of(job: &Job, named: OutcomeCounts) -> Self {
        let OutcomeCounts { success, failed, unconfirmed } = named;
        let mut counts = Self { in_progress: 0, success, failed, unconfirmed };
        counts.add(job.status, job.customer_count.saturating_sub(named.named()));
        counts
    }

    fn add(&mut self, status: Status, customers: usize) {
        *match status {
            Status::InProgress => &mut self.in_progress,
            Status::Success => &mut self.success,
            Status::Failed => &mut self.failed,
            Status::Unconfirmed => &mut self.unconfirmed,
        } += customers;
    }
}

#[derive(Serialize, ToSchema)]
struct OutcomePage {
    job_id: JobId,
    /// Of all customers.
    counts: CustomerCounts,
    /// How many customers an entry names.
    #[schema(inline, value_type = Quantity)]
    named: usize,
    /// How many customers match the filters.
    #[schema(inline, value_type = Quantity)]
    matching: usize,
    customers: Vec<OfCustomer>,
    /// The `cursor` of the next page; `null` at the end.
    next: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct OfCustomer {
    cid: Cid,
    #[serde(flatten)]
    #[schema(inline)]
    outcome: CustomerOutcome,
}

async fn outcomes(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    query: Query<OutcomesQuery>,
) -> Result<(NextPage, LargeJson<OutcomePage>), Problem> {
    let job = ledger.job(job_id, &grant).await?.job;
    // Those that this state of the job consists of: what is recorded meanwhile is not among them.
    let mut changes = Vec::new();
    for index in job.changes.iter() {
        changes.push(ledger.store().entry_of(job_id, index).await?);
    }
    let OutcomesQuery { status, own, search, limit, cursor } = &query.values;
    let wanted = Arc::new(Wanted {
        status: status.clone(),
        own: *own,
        search: search.clone(),
        after: cursor.clone(),
    });
    let limit = limit.get().get();
    let of_the_job = rank(job.status, false);
    let asked = Arc::clone(&wanted);
    let (named, mut rows, later, mut matching) = off_the_workers(move || {
        let named = Named::of(&changes);
        let (rows, matching) = named.listed(&asked);
        let (rows, later): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|row| row.rank() < of_the_job);
        (named, rows, later, matching)
    })
    .await?;
    // One more shows whether there is another page.
    let room = (limit + 1).saturating_sub(rows.len());
    let (others, matching_others) = others(&ledger, &job, &named, &wanted, room).await?;
    rows.extend(others);
    rows.extend(later);
    matching += matching_others;
    let is_last = rows.len() <= limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| !is_last).map(|last| After::from(last).to_string());
    let next_page = query.next_page("cursor", next.as_deref());
    let page = OutcomePage {
        job_id,
        counts: CustomerCounts::of(&job, named.counts),
        named: named.of.len(),
        matching,
        customers: rows,
        next,
    };
    Ok((next_page, LargeJson::of(page).await?))
}

/// Which customers a page shows.
struct Wanted {
    status: AnyOf<Status>,
    own: Option<bool>,
    search: Option<Sought>,
    after: Option<After>,
}

impl Wanted {
    fn accepts(&self, OfCustomer { cid, outcome }: &OfCustomer) -> bool {
        let is_found = self.search.as_ref().is_none_or(|part| {
            let message = outcome.message.as_ref();
            part.is_in(cid.as_str()) || message.is_some_and(|text| part.is_in(text.as_str()))
        });
        is_found && self.accepts_all(outcome.status, outcome.own)
    }

    /// Whether a whole group is shown, but for the text that is looked for.
    fn accepts_all(&self, status: Status, own: bool) -> bool {
        self.own.is_none_or(|wanted| wanted == own) && self.status.accepts(&status)
    }

    fn is_past(&self, row: &OfCustomer) -> bool {
        self.after.as_ref().is_none_or(|after| (row.rank(), &row.cid) > (after.rank(), &after.cid))
    }
}

impl Sought {
    /// Without a copy of the text: there may be a hundred thousand.
    fn is_in(&self, text: &str) -> bool {
        let part = self.0.as_bytes();
        text.as_bytes().windows(part.len()).any(|bytes| bytes.eq_ignore_ascii_case(part))
    }
}

impl OfCustomer {
    fn rank(&self) -> usize {
        rank(self.outcome.status, self.outcome.own)
    }
}

/// The customers whom entries name, and what the newest of these says of each.
struct Named {
    of: BTreeMap<Cid, CustomerOutcome>,
    counts: OutcomeCounts,
}

impl Named {
    /// By these changes of status, the oldest first.
    fn of(changes: &[Entry]) -> Self {
        let mut of = BTreeMap::new();
        let changes: Vec<(Index, &Outcomes)> = changes.iter().filter_map(outcomes_of).collect();
        for (index, outcomes) in &changes {
            for Outcome { cid, status, message } in outcomes.iter() {
                let message = message.clone();
                let outcome =
                    CustomerOutcome { status: *status, message, own: true, index: *index };
                of.insert(cid.clone(), outcome);
            }
        }
        let outcomes: Vec<&Outcomes> = changes.into_iter().map(|(_, outcomes)| outcomes).collect();
        Self { of, counts: OutcomeCounts::of(&outcomes) }
    }

    /// Those that the page may show, in the order of the list, and how many match.
    fn listed(&self, wanted: &Wanted) -> (Vec<OfCustomer>, usize) {
        let rows = self.of.iter();
        let rows = rows.map(|(cid, it)| OfCustomer { cid: cid.clone(), outcome: it.clone() });
        let mut rows: Vec<OfCustomer> = rows.filter(|row| wanted.accepts(row)).collect();
        let matching = rows.len();
        rows.retain(|row| wanted.is_past(row));
        // They are in the order of their cids, which those of a group keep.
        rows.sort_by_key(OfCustomer::rank);
        (rows, matching)
    }
}

/// How many customers are read at once where all of them match.
const READ_AT_ONCE: usize = 1000;

/// The customers whom no entry names: the first `room` that the page may show, and how many match.
/// Only where a text is looked for are all of the job's customers read.
async fn others(
    ledger: &Ledger,
    job: &Job,
    named: &Named,
    wanted: &Wanted,
    room: usize,
) -> Result<(Vec<OfCustomer>, usize), Problem> {
    let (mut rows, mut found) = (Vec::new(), 0);
    if !wanted.accepts_all(job.status, false) {
        return Ok((rows, found));
    }
    let all = job.customer_count.saturating_sub(named.of.len());
    let is_searched = wanted.search.is_some();
    let group = rank(job.status, false);
    let (at_once, mut after) = match &wanted.after {
        _ if is_searched => (PageLimit::MAX, None),
        Some(after) if after.rank() > group => return Ok((rows, all)),
        Some(after) if after.rank() == group => (READ_AT_ONCE, Some(after.cid.clone())),
        _ => (READ_AT_ONCE, None),
    };
    let limit = PageLimit::new(at_once)?;
    while is_searched || rows.len() < room {
        let cids = ledger.store().customers(job.job_id, &CustomerQuery { after, limit }).await?;
        let is_last = cids.len() < at_once;
        after = cids.last().cloned();
        for cid in cids.into_iter().filter(|cid| !named.of.contains_key(cid)) {
            let row = OfCustomer { cid, outcome: CustomerOutcome::of_the_job(job) };
            if wanted.accepts(&row) {
                found += 1;
                if rows.len() < room && wanted.is_past(&row) {
                    rows.push(row);
                }
            }
        }
        if is_last {
            break;
        }
    }
    Ok((rows, if is_searched { found } else { all }))
}

fn outcomes_of(entry: &Entry) -> Option<(Index, &Outcomes)> {
    match entry.draft() {
        Draft::StatusChanged(change) => Some((entry.index(), &change.outcomes)),
        Draft::JobCreated(_) | Draft::JobImported(_) | Draft::NoteAdded(_) => None,
    }
}
