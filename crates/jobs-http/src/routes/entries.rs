//! `GET /v1/entries`: the ledger itself, entry by entry, with all that their leaves are computed from.

use axum::Router;
use axum::extract::State;
use axum::http::header::LINK;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jobs_core::{CustomerSet, Draft, Entry, Index};
use serde::Serialize;

use crate::access::Operation;
use crate::auth::Caller;
use crate::problem::Problem;
use crate::query::Params;
use crate::{App, reply};

const LIMIT_DEFAULT: usize = 100;
const LIMIT_MAX: usize = 1000;

pub(super) fn router() -> Router<App> {
    Router::new().route(Operation::ListEntries.path(), get(list))
}

#[derive(Serialize)]
struct Entries {
    entries: Vec<Whole>,
    /// What to pass as `from` for the next page; none at the end of the ledger.
    next: Option<Index>,
}

/// An entry and, for one that creates a job, the job's customers.
struct Whole(Entry);

impl Whole {
    fn customers(&self) -> Option<&CustomerSet> {
        match self.0.draft() {
            Draft::JobCreated(job) => Some(job.customers()),
            Draft::JobImported(import) => Some(import.job().customers()),
            Draft::StatusChanged(_) => None,
        }
    }
}

impl Serialize for Whole {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            #[serde(flatten)]
            entry: &'a Entry,
            #[serde(skip_serializing_if = "Option::is_none")]
            customers: Option<&'a [jobs_core::Cid]>,
        }
        let customers = self.customers().map(CustomerSet::as_slice);
        Flat { entry: &self.0, customers }.serialize(serializer)
    }
}

async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Problem> {
    caller.authorize(Operation::ListEntries)?;
    let params = Params::parse(uri.query(), &["from", "limit"])?;
    let from = params.index("from")?.unwrap_or(0);
    let limit = params.limit(LIMIT_DEFAULT, LIMIT_MAX)?;
    let page = app.store().entries(from, limit).await?;
    // A page may be shorter than its limit when entries are large; only an empty one is the end.
    let next = page.last().map(|entry| entry.index() + 1);
    let link =
        next.map(|next| super::next_link(uri.path(), &params.with("from", &next.to_string())));
    let entries = page.into_iter().map(Whole).collect();
    let json = move || reply::json(StatusCode::OK, &Entries { entries, next });
    let mut response = super::off_the_workers(json).await?;
    if let Some(link) = link {
        response.headers_mut().insert(LINK, link?);
    }
    Ok(response)
}
