//! `GET /v1/jobs/{job_id}/outcomes`: how a job ended for each of its customers, those for whom it
//! failed first, and of these those whom an entry names.

use std::fmt;
use std::str::FromStr;

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{
    AnyOf, Cid, CustomerOutcome, CustomerSet, Draft, Entry, Error, Index, Job, JobId, JobStoreExt,
    Outcome, OutcomeCounts, Outcomes, PageLimit, Status,
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

const RANKS: usize = 2 * ORDER.len();

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
    let mut entries = Vec::new();
    for index in std::iter::once(job.index).chain(job.changes.iter()) {
        entries.push(ledger.store().entry_of(job_id, index).await?);
    }
    let OutcomesQuery { status, own, search, limit, cursor } = &query.values;
    let wanted =
        Wanted { status: status.clone(), own: *own, search: search.clone(), after: cursor.clone() };
    let limit = limit.get().get();
    let page = off_the_workers(move || page(&job, &entries, &wanted, limit)).await?;
    let next_page = query.next_page("cursor", page.next.as_deref());
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
    fn accepts(&self, row: &Row<'_>) -> bool {
        let is_found = self.search.as_ref().is_none_or(|part| {
            let message = row.named.map(|outcome| outcome.message.as_ref());
            let message = message.flatten().is_some_and(|text| part.is_in(text.as_str()));
            message || part.is_in(row.cid.as_str())
        });
        let is_own = self.own.is_none_or(|own| own == row.named.is_some());
        is_found && is_own && self.status.accepts(&row.status)
    }

    fn is_past(&self, row: &Row<'_>) -> bool {
        self.after.as_ref().is_none_or(|After { status, own, cid }| {
            (row.rank(), row.cid) > (rank(*status, *own), cid)
        })
    }
}

impl Sought {
    /// Without a copy of the text: there may be a hundred thousand.
    fn is_in(&self, text: &str) -> bool {
        let part = self.0.as_bytes();
        text.as_bytes().windows(part.len()).any(|bytes| bytes.eq_ignore_ascii_case(part))
    }
}

/// A customer, and what the newest entry that names the customer says.
#[derive(Clone, Copy)]
struct Row<'e> {
    cid: &'e Cid,
    status: Status,
    named: Option<&'e Outcome>,
    /// The index of the entry that says so.
    index: Index,
}

impl Row<'_> {
    fn rank(&self) -> usize {
        rank(self.status, self.named.is_some())
    }

    fn shown(self) -> OfCustomer {
        let message = self.named.and_then(|outcome| outcome.message.clone());
        let Self { status, index, .. } = self;
        let outcome = CustomerOutcome { status, message, own: self.named.is_some(), index };
        OfCustomer { cid: self.cid.clone(), outcome }
    }
}

/// The outcomes of an entry that are not passed yet, in the order of customers.
struct Cursor<'e> {
    index: Index,
    left: &'e [Outcome],
}

impl<'e> Cursor<'e> {
    /// That of `cid`; customers are asked for in order.
    fn of(&mut self, cid: &Cid) -> Option<(Index, &'e Outcome)> {
        let passed = self.left.iter().take_while(|outcome| outcome.cid < *cid).count();
        self.left = &self.left[passed..];
        self.left.first().filter(|outcome| outcome.cid == *cid).map(|it| (self.index, it))
    }
}

/// A page of the customers of `job`, whose first entry and changes of status are `entries`.
fn page(job: &Job, entries: &[Entry], wanted: &Wanted, limit: usize) -> OutcomePage {
    let changes: Vec<(Index, &Outcomes)> = entries.iter().filter_map(outcomes_of).collect();
    let outcomes: Vec<&Outcomes> = changes.iter().map(|(_, outcomes)| *outcomes).collect();
    let named = OutcomeCounts::of(&outcomes);
    let of_the_job = CustomerOutcome::of_the_job(job);
    // Newest first.
    let mut cursors: Vec<Cursor<'_>> = changes
        .iter()
        .rev()
        .map(|(index, outcomes)| Cursor { index: *index, left: outcomes.iter().as_slice() })
        .collect();
    let mut matching = 0;
    // Of each group the first that the page may show; customers come in order.
    let mut ranked: [Vec<Row<'_>>; RANKS] = Default::default();
    for cid in entries.first().and_then(customers_of).into_iter().flatten() {
        let mut said = None;
        for cursor in &mut cursors {
            let older = cursor.of(cid);
            said = said.or(older);
        }
        let row = match said {
            Some((index, outcome)) => {
                Row { cid, status: outcome.status, named: Some(outcome), index }
            }
            None => Row { cid, status: of_the_job.status, named: None, index: of_the_job.index },
        };
        if !wanted.accepts(&row) {
            continue;
        }
        matching += 1;
        if let Some(rows) = ranked.get_mut(row.rank())
            && rows.len() <= limit
            && wanted.is_past(&row)
        {
            rows.push(row);
        }
    }
    let mut rows = ranked.into_iter().flatten();
    let customers: Vec<OfCustomer> = rows.by_ref().take(limit).map(Row::shown).collect();
    let last = rows.next().and_then(|_| customers.last());
    let next = last.map(|OfCustomer { cid, outcome }| {
        After { status: outcome.status, own: outcome.own, cid: cid.clone() }.to_string()
    });
    OutcomePage {
        job_id: job.job_id,
        counts: CustomerCounts::of(job, named),
        named: named.named(),
        matching,
        customers,
        next,
    }
}

fn outcomes_of(entry: &Entry) -> Option<(Index, &Outcomes)> {
    match entry.draft() {
        Draft::StatusChanged(change) => Some((entry.index(), &change.outcomes)),
        Draft::JobCreated(_) | Draft::JobImported(_) | Draft::NoteAdded(_) => None,
    }
}

fn customers_of(first: &Entry) -> Option<&CustomerSet> {
    match first.draft() {
        Draft::JobCreated(job) => Some(job.customers()),
        Draft::JobImported(import) => Some(import.job().customers()),
        Draft::StatusChanged(_) | Draft::NoteAdded(_) => None,
    }
}
