//! Lists by each filter, beside a constant body of the same size.

use std::sync::Arc;

use super::fill::{CUSTOMERS, Filled, action, batch, user};
use super::reads::{self, Reads};
use super::{Pace, customers};
use crate::measured::Measured;
use crate::{Arguments, Result};

/// The query, or the path, of the request with a number.
pub(super) type Query = fn(&Filled, usize) -> String;

pub(super) const FILTERS: [(&str, Query); 16] = [
    ("no filter", |_, _| String::new()),
    ("oldest first", |_, _| "order=oldest_first".into()),
    ("status", |_, _| "status=FAILED".into()),
    ("cause", |_, _| "cause=reported".into()),
    ("user", |_, job| format!("user_id={}", user(job))),
    ("action", |_, job| format!("action_name={}", action(job))),
    ("batch", |_, job| format!("batch_id={}", batch(job))),
    ("customer", |_, job| format!("cid={}", customers(job, CUSTOMERS)[0])),
    ("source, a rare one", |_, _| "source=embedded".into()),
    ("since", |filled, _| format!("since={}", filled.middle)),
    ("until", |filled, _| format!("until={}", filled.middle)),
    ("user and status", |_, job| format!("user_id={}&status=FAILED", user(job / 8 * 8))),
    ("action and status", |_, job| format!("action_name={}&status=SUCCESS", action(job))),
    ("customer and action", |_, job| {
        format!("cid={}&action_name={}", customers(job, CUSTOMERS)[0], action(job))
    }),
    ("customer and status", |_, job| {
        format!("cid={}&status=FAILED", customers(job / 16 * 16 + 8, CUSTOMERS)[0])
    }),
    ("user, action and until", |filled, job| {
        format!("user_id={}&action_name={}&until={}", user(job), action(job), filled.middle)
    }),
];

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let filled = Arc::new(Filled::new(arguments, reads::jobs(pace)?)?);
    let reads = Reads::new("filters", arguments, &filled, pace)?;
    let measure = |(case, query): (&str, Query)| {
        reads.measure(case, move |filled, number| path(filled, number, query))
    };
    FILTERS.into_iter().map(measure).collect()
}

/// The list that the request with this number asks for: of jobs all over the ledger.
pub(super) fn path(filled: &Filled, number: usize, query: Query) -> String {
    format!("/v1/jobs?{}", query(filled, number * 7919 % filled.jobs))
}
