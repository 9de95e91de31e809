//! `GET /v1/jobs/{job_id}/outcomes`: how a job ended for each of its customers, those for whom it
//! failed first.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{
    AnyOf, Cid, CustomerOutcome, Draft, Entry, Error, Job, JobId, JobStoreExt, PageLimit, Status,
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

fn rank(status: Status) -> usize {
    ORDER.iter().position(|other| *other == status).unwrap_or(ORDER.len())
}

query! {
    /// Which of a job's customers to list.
    struct OutcomesQuery {
        /// Those for whom it ended so.
        status: AnyOf<Status>,
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
            _ => Err(Error::invalid(name, &format!("must have 1 to {SOUGHT_MAX} bytes"))),
        }
    }

    fn shape() -> Shape {
        sized(1, SOUGHT_MAX).into()
    }
}

/// The customer at the end of a page: `FAILED:5001`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct After {
    status: Status,
    cid: Cid,
}

impl FromStr for After {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = || Error::invalid("cursor", "must be the next of the page before");
        let (status, cid) = text.split_once(':').ok_or_else(refused)?;
        Ok(Self { status: status.parse()?, cid: Cid::new(cid)? })
    }
}

impl fmt::Display for After {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.status, self.cid)
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
    let history = ledger.store().history(job_id).await?;
    let customers = ledger.store().all_customers(job_id).await?;
    let OutcomesQuery { status, search, limit, cursor } = &query.values;
    let wanted = Wanted { status: status.clone(), search: search.clone(), after: cursor.clone() };
    let limit = limit.get().get();
    let page = off_the_workers(move || Named::by(&history).page(&job, customers, &wanted, limit));
    let page = page.await?;
    let next_page = query.next_page("cursor", page.next.as_deref());
    Ok((next_page, LargeJson::of(page).await?))
}

/// Which customers a page shows.
struct Wanted {
    status: AnyOf<Status>,
    search: Option<Sought>,
    after: Option<After>,
}

impl Wanted {
    fn accepts(&self, cid: &Cid, outcome: &CustomerOutcome) -> bool {
        let has = |text: &str, Sought(part): &Sought| text.to_ascii_lowercase().contains(part);
        let is_found = self.search.as_ref().is_none_or(|part| {
            let message = outcome.message.as_ref().map(|text| text.as_str());
            has(cid.as_str(), part) || message.is_some_and(|text| has(text, part))
        });
        is_found && self.status.accepts(&outcome.status)
    }

    fn is_past(&self, row: &OfCustomer) -> bool {
        self.after.as_ref().is_none_or(|After { status, cid }| {
            (rank(row.outcome.status), &row.cid) > (rank(*status), cid)
        })
    }
}

/// The customers whom a job's entries name, each as the newest entry has it.
pub(super) struct Named(BTreeMap<Cid, CustomerOutcome>);

impl Named {
    pub(super) fn by(history: &[Entry]) -> Self {
        let mut named = BTreeMap::new();
        for entry in history {
            let Draft::StatusChanged(change) = entry.draft() else { continue };
            for outcome in change.outcomes.iter() {
                let own = CustomerOutcome {
                    status: outcome.status,
                    message: outcome.message.clone(),
                    own: true,
                    index: entry.index(),
                };
                named.insert(outcome.cid.clone(), own);
            }
        }
        Self(named)
    }

    /// How many customers it names.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// How many of the customers of `job` have each status: those who are not named have the job's.
    pub(super) fn counts(&self, job: &Job) -> CustomerCounts {
        let mut counts = CustomerCounts::default();
        self.0.values().for_each(|outcome| counts.add(outcome.status, 1));
        counts.add(job.status, job.customer_count.saturating_sub(self.0.len()));
        counts
    }

    fn page(
        mut self,
        job: &Job,
        customers: Vec<Cid>,
        wanted: &Wanted,
        limit: usize,
    ) -> OutcomePage {
        let counts = self.counts(job);
        let named = self.count();
        let of_the_job = CustomerOutcome::of_the_job(job);
        let rows = customers.into_iter().map(|cid| {
            let outcome = self.0.remove(&cid).unwrap_or_else(|| of_the_job.clone());
            OfCustomer { cid, outcome }
        });
        let mut rows: Vec<OfCustomer> =
            rows.filter(|row| wanted.accepts(&row.cid, &row.outcome)).collect();
        let matching = rows.len();
        // The customers are sorted, and equal statuses stay in that order.
        rows.sort_by_key(|row| rank(row.outcome.status));
        let first = rows.partition_point(|row| !wanted.is_past(row));
        let mut page: Vec<OfCustomer> = rows.drain(first..).take(limit + 1).collect();
        let next = (page.len() > limit).then(|| page.pop()).flatten();
        let next = next
            .and_then(|_| page.last())
            .map(|last| After { status: last.outcome.status, cid: last.cid.clone() }.to_string());
        OutcomePage { job_id: job.job_id, counts, named, matching, customers: page, next }
    }
}
