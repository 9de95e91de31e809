//! `GET /api/audit/stats`: how many rows the old audit log would have, counted by the ledger.

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{Breakdown, Counts, PageLimit, Stats, StatsQuery, Status};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Failure, legacy_record};
use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::response::reply::Json;
use crate::schema::values::AnyNumber;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let stats = Endpoint::get("readAuditStats", "/api/audit/stats", stats)
        .does("the old dashboard's: counts what is in that log", Access::READ)
        .answers("The counts.");
    vec![legacy_record(stats)]
}

#[derive(Serialize, ToSchema)]
struct LegacyStats {
    success: bool,
    #[schema(inline)]
    stats: Numbers,
}

#[derive(Debug, PartialEq, Serialize, ToSchema)]
struct Numbers {
    #[schema(inline, value_type = Quantity)]
    total_records: u64,
    #[schema(inline, value_type = Quantity)]
    unique_users: usize,
    #[schema(inline, value_type = Quantity)]
    unique_actions: usize,
    #[schema(inline, value_type = Quantity)]
    successful_actions: u64,
    #[schema(inline, value_type = Quantity)]
    failed_actions: u64,
    #[schema(inline, value_type = AnyNumber)]
    success_rate_percent: f64,
}

impl Numbers {
    fn of(stats: &Stats) -> Self {
        let total_records = records(stats.total);
        let successful_actions = stats.total.get(Status::Success);
        Self {
            total_records,
            unique_users: values(&stats.by_user),
            unique_actions: values(&stats.by_action),
            successful_actions,
            failed_actions: total_records.saturating_sub(successful_actions),
            success_rate_percent: percent(successful_actions, total_records),
        }
    }
}

/// Jobs that a row would be of; see [`Record::STATUSES`](super::record::Record::STATUSES).
fn records(jobs: Counts) -> u64 {
    jobs.jobs().saturating_sub(jobs.get(Status::InProgress))
}

/// How many values have a row.
fn values<T>(breakdown: &Breakdown<T>) -> usize {
    breakdown.rows.iter().filter(|row| records(row.jobs) > 0).count()
}

/// To two decimals; 0 of nothing.
fn percent(part: u64, whole: u64) -> f64 {
    let hundredths = u128::from(part) * 10_000 + u128::from(whole / 2);
    let hundredths = hundredths.checked_div(u128::from(whole)).unwrap_or_default();
    f64::from(u32::try_from(hundredths).unwrap_or(u32::MAX)) / 100.0
}

async fn stats(State(ledger): State<Ledger>, grant: Grant) -> Result<Json<LegacyStats>, Failure> {
    // Users and actions are counted by listing them, so up to as many as a list may have.
    let limit = PageLimit::new(PageLimit::MAX)?;
    let query = StatsQuery { user_id: grant.only_user().cloned(), limit };
    let stats = Numbers::of(&ledger.store().stats(&query).await?);
    Ok(Json(LegacyStats { success: true, stats }))
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    #[expect(clippy::float_cmp, reason = "the nearest number to two decimals is one number")]
    fn a_rate_has_two_decimals() {
        for (part, whole, rate) in
            [(0, 0, 0.0), (0, 5, 0.0), (2, 3, 66.67), (1, 3, 33.33), (5, 5, 100.0)]
        {
            assert_eq!(percent(part, whole), rate, "{part} of {whole}");
        }
    }
}
