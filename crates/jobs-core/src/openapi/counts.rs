//! The schemas of counts: their types are generic, or a map in JSON.
#![expect(dead_code, reason = "only described")]

use utoipa::ToSchema;
use utoipa::openapi::ObjectBuilder;

use super::{Quantity, delegate, schema};
use crate::merkle::Hash;
use crate::{Counts, Head, Stats, Status};

schema!(
    Counts = {
        Status::ALL.map(Status::as_str).into_iter().fold(ObjectBuilder::new(), |object, status| {
            object.property(status, Quantity::schema()).required(status)
        })
    }
);

delegate! {
    Stats: StatsMembers;
}

#[derive(ToSchema)]
struct StatsMembers {
    /// The ledger that was counted.
    head: Head,
    total: Counts,
    by_action: BreakdownMembers,
    by_user: BreakdownMembers,
    by_day: BreakdownMembers,
}

#[derive(ToSchema)]
#[schema(as = Breakdown)]
struct BreakdownMembers {
    rows: Vec<CountMembers>,
    /// What is in none of the rows.
    other: Counts,
}

#[derive(ToSchema)]
#[schema(as = Count)]
struct CountMembers {
    value: String,
    jobs: Counts,
}

#[derive(Debug, ToSchema)]
pub(crate) struct SubtreeMembers {
    #[schema(inline, value_type = Quantity)]
    count: u64,
    root: Hash,
}
