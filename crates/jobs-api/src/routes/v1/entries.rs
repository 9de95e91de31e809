//! `GET /v1/entries`: the ledger itself, entry by entry, with all that their leaves are computed
//! from.

use axum::extract::State;
use jobs_auth::security::Event;
use jobs_core::openapi::IndexSchema;
use jobs_core::{CustomerSet, Draft, Entry, Index};
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::{Access, Grant};
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::query::{Limit, Query, query};
use crate::response::problem::Problem;
use crate::response::reply::{LargeJson, NextPage};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("listEntries", "/v1/entries", list)
            .does("lists all entries with all that is in them, by index", Access::READ_ALL)
            .tagged(Tag::Ledger)
            .logged_as(Event::EntriesRead)
            .answers("A page of the ledger."),
    ]
}

/// How many entries there are on a page.
pub(super) type EntryLimit = Limit<100, 1_000>;

query! {
    /// Which entries to list.
    struct EntriesQuery {
        /// The first entry.
        from: Option<Index>,
        /// How many there are on a page, at most.
        limit: EntryLimit,
    }
}

#[derive(Serialize, ToSchema)]
struct EntryPage {
    #[schema(value_type = Vec<Entry>)]
    entries: Vec<Whole>,
    /// The `from` of the next page; `null` at the end.
    #[schema(value_type = Option<IndexSchema>)]
    next: Option<Index>,
}

/// An entry and, for one that creates a job, the job's customers.
struct Whole(Entry);

impl Whole {
    fn customers(&self) -> Option<&CustomerSet> {
        match self.0.draft() {
            Draft::JobCreated(job) => Some(job.customers()),
            Draft::JobImported(import) => Some(import.job().customers()),
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => None,
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

async fn list(
    State(ledger): State<Ledger>,
    _: Grant,
    query: Query<EntriesQuery>,
) -> Result<(NextPage, LargeJson<EntryPage>), Problem> {
    let from = query.values.from.unwrap_or(0);
    let page = ledger.store().entries(from, query.values.limit.get()).await?;
    // A page may be shorter than its limit when entries are large; only an empty one is the end.
    let next = page.last().map(|entry| entry.index() + 1);
    let next_page = query.next_page("from", next.map(|next| next.to_string()).as_deref());
    let entries = page.into_iter().map(Whole).collect();
    Ok((next_page, LargeJson::of(EntryPage { entries, next }).await?))
}
