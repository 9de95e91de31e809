//! `/v1/jobs/{job_id}/diff/{other_id}`: which customers two jobs have in common, and which one of
//! them alone has.

use std::cmp::Ordering;

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{Cid, CustomerQuery, Error, JobId, JobStore, PageLimit, Result};
use serde::Serialize;
use utoipa::ToSchema;

use super::job::CustomerLimit;
use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::path::{InPath, OtherJobId};
use crate::request::query::{Query, Value, query};
use crate::response::problem::Problem;
use crate::response::reply::{Json, NextPage};
use crate::schema::{Shape, one_of_texts};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("diffJobs", "/v1/jobs/{job_id}/diff/{other_id}", diff)
            .does("compares the customers of two", Access::READ)
            .answers("The comparison."),
    ]
}

query! {
    /// Whether to list customers beside their counts, and which.
    struct DiffQuery {
        /// Which customers to list.
        part: Option<Part>,
        /// How many there are on a page, at most.
        limit: CustomerLimit,
        /// The `next` of the page before.
        after: Option<Cid>,
    }
}

/// Which customers: those of the first job alone, of the second alone, or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(description = "")]
enum Part {
    OnlyA,
    OnlyB,
    Both,
}

impl Value for Part {
    fn read(name: &'static str, text: &str) -> Result<Self> {
        match text {
            "only_a" => Ok(Self::OnlyA),
            "only_b" => Ok(Self::OnlyB),
            "both" => Ok(Self::Both),
            _ => Err(Error::invalid(name, "must be only_a, only_b or both")),
        }
    }

    fn shape() -> Shape {
        one_of_texts(["only_a", "only_b", "both"]).into()
    }
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
struct Counts {
    #[schema(inline, value_type = Quantity)]
    only_a: usize,
    #[schema(inline, value_type = Quantity)]
    only_b: usize,
    #[schema(inline, value_type = Quantity)]
    both: usize,
}

#[derive(Serialize, ToSchema)]
struct Diff {
    a: JobId,
    b: JobId,
    #[schema(inline)]
    counts: Counts,
    #[serde(flatten)]
    #[schema(inline)]
    page: Option<Page>,
}

/// A page of the customers of one part.
#[derive(Serialize, ToSchema)]
struct Page {
    #[schema(inline)]
    part: Part,
    customers: Vec<Cid>,
    next: Option<Cid>,
}

async fn diff(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath((a, OtherJobId(b))): InPath<(JobId, OtherJobId)>,
    query: Query<DiffQuery>,
) -> Result<(NextPage, Json<Diff>), Problem> {
    for job_id in [a, b] {
        ledger.job(job_id, &grant).await?;
    }
    let DiffQuery { part, limit, after } = &query.values;
    let part = *part;
    let limit = limit.get().get();
    let after = after.clone();
    let mut wanted = Wanted { part, after, limit, customers: Vec::new() };
    let counts = compare(ledger.store(), a, b, |part, cid| wanted.see(part, cid)).await?;
    let page = wanted.into_page();
    let next = page.as_ref().and_then(|page| page.next.as_ref());
    Ok((query.next_page("after", next.map(Cid::as_str)), Json(Diff { a, b, counts, page })))
}

/// The page that is asked for, taken from the customers that come by.
struct Wanted {
    part: Option<Part>,
    after: Option<Cid>,
    limit: usize,
    /// One more than the limit, when there is more.
    customers: Vec<Cid>,
}

impl Wanted {
    fn see(&mut self, part: Part, cid: &Cid) {
        let is_after = self.after.as_ref().is_none_or(|after| cid > after);
        if self.part == Some(part) && is_after && self.customers.len() <= self.limit {
            self.customers.push(cid.clone());
        }
    }

    fn into_page(self) -> Option<Page> {
        let Self { part, limit, mut customers, .. } = self;
        let more = customers.len() > limit;
        customers.truncate(limit);
        let next = customers.last().filter(|_| more).cloned();
        part.map(|part| Page { part, customers, next })
    }
}

/// How many customers two jobs have in common.
pub(super) async fn common(store: &dyn JobStore, a: JobId, b: JobId) -> Result<usize> {
    Ok(compare(store, a, b, |_, _| {}).await?.both)
}

/// Merges the customers of two jobs, which are sorted: hands each to `see` once, in order, and
/// counts them.
async fn compare(
    store: &dyn JobStore,
    a: JobId,
    b: JobId,
    mut see: impl FnMut(Part, &Cid),
) -> Result<Counts> {
    let mut counts = Counts::default();
    let mut a = SortedCustomers::of(store, a);
    let mut b = SortedCustomers::of(store, b);
    loop {
        let next_a = a.peek().await?;
        let next_b = b.peek().await?;
        let order = match (next_a, next_b) {
            (None, None) => return Ok(counts),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(a), Some(b)) => a.cmp(b),
        };
        let (part, count, cid) = match order {
            Ordering::Less => (Part::OnlyA, &mut counts.only_a, next_a),
            Ordering::Greater => (Part::OnlyB, &mut counts.only_b, next_b),
            Ordering::Equal => (Part::Both, &mut counts.both, next_a),
        };
        *count += 1;
        if let Some(cid) = cid {
            see(part, cid);
        }
        if order.is_le() {
            a.skip();
        }
        if order.is_ge() {
            b.skip();
        }
    }
}

/// The customers of a job, in order, a page in memory.
struct SortedCustomers<'s> {
    store: &'s dyn JobStore,
    job_id: JobId,
    page: Vec<Cid>,
    at: usize,
    is_last_page: bool,
}

impl<'s> SortedCustomers<'s> {
    fn of(store: &'s dyn JobStore, job_id: JobId) -> Self {
        Self { store, job_id, page: Vec::new(), at: 0, is_last_page: false }
    }

    async fn peek(&mut self) -> Result<Option<&Cid>> {
        if self.at == self.page.len() && !self.is_last_page {
            let limit = PageLimit::new(PageLimit::MAX)?;
            let query = CustomerQuery { after: self.page.pop(), limit };
            self.page = self.store.customers(self.job_id, &query).await?;
            self.at = 0;
            self.is_last_page = self.page.len() < limit.get();
        }
        Ok(self.page.get(self.at))
    }

    fn skip(&mut self) {
        self.at += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use jobs_core::{
        ActionCode, ActionName, CustomerSet, JobStoreExt, MemoryStore, NewJob, UserId,
    };

    async fn job(store: &MemoryStore, cids: &BTreeSet<String>) -> JobId {
        let customers = CustomerSet::new(cids.iter().map(|cid| Cid::new(cid.as_str()).unwrap()));
        let user = UserId::new("vijay").unwrap();
        let action = ActionName::new("Pay").unwrap();
        let job = NewJob::new(user, ActionCode::UNKNOWN, action, customers.unwrap()).unwrap();
        store.create(job).await.unwrap().job_id()
    }

    /// Sets that end together, in the middle of each other's pages, at the end of a page, and that
    /// share nothing.
    #[tokio::test]
    async fn the_parts_are_those_of_the_sets() {
        let store = MemoryStore::default();
        let set = |numbers: &mut dyn Iterator<Item = u32>| -> BTreeSet<String> {
            numbers.map(|number| number.to_string()).collect()
        };
        let sets = [
            set(&mut (0..25_000)),
            set(&mut (0..30_000).step_by(3)),
            set(&mut (7_000..17_000)),
            set(&mut (40_000..40_001)),
        ];
        let mut ids = Vec::new();
        for set in &sets {
            ids.push(job(&store, set).await);
        }
        for (a, set_a) in ids.iter().zip(&sets) {
            for (b, set_b) in ids.iter().zip(&sets) {
                let mut parts = [Part::OnlyA, Part::OnlyB, Part::Both].map(|part| (part, vec![]));
                let see = |seen, cid: &Cid| {
                    let part = parts.iter_mut().find(|(part, _)| *part == seen);
                    part.unwrap().1.push(cid.as_str().to_owned());
                };
                let counts = compare(&store, *a, *b, see).await.unwrap();
                let [only_a, only_b, both] = parts.map(|(_, cids)| cids);
                assert!(only_a.iter().eq(set_a.difference(set_b)));
                assert!(only_b.iter().eq(set_b.difference(set_a)));
                assert!(both.iter().eq(set_a.intersection(set_b)));
                let only_a = only_a.len();
                let only_b = only_b.len();
                let both = both.len();
                assert_eq!(counts, Counts { only_a, only_b, both });
            }
        }
    }
}
