//! Calls without a job that are in the audit log: their row becomes a job, so they are not lost.

use jobs_core::ImportedJob;
use rusqlite::{Connection, params};

use super::super::audit::{self, AuditLog, action_key};
use super::super::old::OldJobs;
use super::nearest::{Candidates, pair};
use crate::CliError;

/// How far a row's time may be before its call, as the audit log has whole seconds, and after the
/// end of the call, as the database may have been locked when the row was written.
const BEFORE_MICROS: i64 = 2_000_000;
const AFTER_MICROS: i64 = 10_000_000;

/// How long a call without an end may have taken.
const CALL_MICROS_MAX: i64 = 60_000_000;

/// How near a row is to the end of its call, in microseconds: the nearest first.
const NEAR_MICROS: [i64; 2] = [2_000_000, i64::MAX / 2];

/// The jobs made from rows that belong to no job of the old database.
const TABLE: &str = "
    CREATE TEMP TABLE log_audit (
        id INTEGER PRIMARY KEY, job_id TEXT NOT NULL, micros INTEGER NOT NULL, user TEXT NOT NULL, action_key TEXT NOT NULL,
        customers INTEGER NOT NULL, customer_rows INTEGER NOT NULL, call INTEGER);
    CREATE INDEX temp.log_audit_by_action ON log_audit (user, action_key, micros) WHERE call IS NULL;
    CREATE INDEX temp.log_audit_by_user ON log_audit (user, micros) WHERE call IS NULL;";

const BY_ACTION: Candidates = by("temp.log_audit c INDEXED BY log_audit_by_action");
const BY_USER: Candidates = by("temp.log_audit c INDEXED BY log_audit_by_user");

const fn by(table: &'static str) -> Candidates {
    Candidates { table, id: "id", time: "micros", who: "NULL" }
}

/// Finds them; without an audit log there are none.
pub(super) fn find(old: &OldJobs, log: Option<&AuditLog>) -> Result<(), CliError> {
    let failed = |error| old.failed(error);
    old.sql().execute_batch(TABLE).map_err(failed)?;
    let mut from = log.map(|_| audit::START);
    while let (Some(log), Some(place)) = (log, from) {
        let (page, next) = log.left_over(place)?;
        from = next;
        for row in page.into_iter().flatten() {
            insert(old.sql(), &row.job).map_err(failed)?;
        }
    }
    pair_all(old.sql()).map_err(failed)
}

fn insert(sql: &Connection, job: &ImportedJob) -> rusqlite::Result<()> {
    let facts = job.job().facts();
    let customers = job.job().customers();
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    sql.prepare_cached(
        "INSERT INTO temp.log_audit (job_id, micros, user, action_key, customers, customer_rows) VALUES (?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        job.job().job_id().to_string(),
        job.created_at().as_micros(),
        facts.user_id.as_str(),
        action_key(facts.action_name.as_str()),
        count(customers.len()),
        count(customers.len() + customers.duplicates_dropped()),
    ])?;
    Ok(())
}

/// Matches each row to one call of the same user and number of customers, preferably of the same
/// action. A log may use one name for all actions, but actions with different known codes are
/// different.
fn pair_all(sql: &Connection) -> rusqlite::Result<()> {
    const SAME: &str =
        "c.call IS NULL AND c.user = x.user AND x.count IN (c.customers, c.customer_rows)";
    let same_action = format!("{SAME} AND c.action_key = x.action_key");
    let any_action = format!("{SAME} AND NOT (c.action_key LIKE '#%' AND x.action_key LIKE '#%')");
    let row = "UPDATE temp.log_audit SET call = ?1 WHERE id = ?2";
    let call = "UPDATE temp.log_told SET audit = ?2, ambiguous = ambiguous OR ?3 WHERE call = ?1";
    for (place, fits) in [(BY_ACTION, same_action), (BY_USER, any_action)] {
        for near in NEAR_MICROS {
            pair(sql, &calls(near), &mut [place.finder(sql, &fits)?], [row, call])?;
        }
    }
    Ok(())
}

/// The calls without a job, at the time when they ended.
fn calls(near: i64) -> String {
    let at = "coalesce(c.ended, c.at)";
    let earliest = format!("min(c.at, {at}) - {BEFORE_MICROS}");
    let latest = format!("coalesce(max(c.ended, c.at), c.at + {CALL_MICROS_MAX}) + {AFTER_MICROS}");
    format!(
        "SELECT c.call, {at}, max({earliest}, {at} - {near}), min({latest}, {at} + {near}), c.user, c.action_key, c.cid_count,
             c.cid_count, NULL, NULL, NULL, NULL
         FROM temp.log_told c
         WHERE c.job IS NULL AND c.audit IS NULL AND (c.id IS NULL OR typeof(c.id) = 'blob') AND c.user IS NOT NULL
             AND c.action_key IS NOT NULL AND c.cid_count IS NOT NULL ORDER BY {at}, c.call"
    )
}
