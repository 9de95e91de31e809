//! The `--utc-offset` at which the jobs' local times fit the audit log's, which are in UTC, best.

use std::collections::BTreeMap;

use rusqlite::params;

use super::audit::{AuditLog, SAME_ACTION, WINDOW_MICROS, action_key};
use super::customers;
use super::items::OffsetHint;
use super::key;
use super::old::OldJobs;
use super::times::UtcOffset;
use crate::CliError;

/// The most jobs that are compared, spread over the whole file.
const SAMPLE: u64 = 1000;

/// Offsets are multiples of a quarter of an hour everywhere on earth.
const STEP_SECONDS: i64 = 15 * 60;

/// From -12:00 to +14:00, the offsets in use.
const EAST_SECONDS: i64 = 14 * 3600;
const WEST_SECONDS: i64 = 12 * 3600;

/// Compares a sample of the jobs with the log. `None` when no job agrees with any row at any
/// offset.
pub(super) fn find(
    old: &OldJobs,
    log: &AuditLog,
    given: UtcOffset,
) -> Result<Option<OffsetHint>, CliError> {
    let mut votes: BTreeMap<i64, u64> = BTreeMap::new();
    let mut compared = 0;
    for (user, root, action, local) in sample(old)? {
        compared += 1;
        for offset in offsets(log, &user, &root, &action, local)? {
            *votes.entry(offset).or_default() += 1;
        }
    }
    // Of several offsets with equal votes, the one nearest to UTC.
    let best = votes.iter().max_by_key(|(offset, votes)| (**votes, -offset.abs()));
    let Some((best, best_votes)) = best else { return Ok(None) };
    let Some(best) = i32::try_from(*best).ok().and_then(UtcOffset::from_seconds) else {
        return Ok(None);
    };
    let given_votes = votes.get(&i64::from(given.seconds())).copied().unwrap_or(0);
    Ok(Some(OffsetHint {
        utc_offset: best.to_string(),
        jobs_compared: compared,
        jobs_that_agree: *best_votes,
        jobs_that_agree_with_given: given_votes,
    }))
}

type Sampled = (String, [u8; 32], String, i64);

/// User, customers, action and time as if it were UTC, of jobs whose time has no offset.
fn sample(old: &OldJobs) -> Result<Vec<Sampled>, CliError> {
    let step = old.count()?.div_ceil(SAMPLE).max(1);
    let query = old.rows_sql(&format!("WHERE m.seq % {step} = 0"));
    let mut statement = old.sql().prepare(&query).map_err(|error| old.failed(error))?;
    let mut rows = statement.query([]).map_err(|error| old.failed(error))?;
    let mut sampled = Vec::new();
    while let Some(row) = rows.next().map_err(|error| old.failed(error))? {
        let row = old.jobs().read(row).map_err(|error| old.failed(error))?;
        let customers = customers::of_job(old, row.get("job_id"))?;
        let key = customers.and_then(|found| key::read(&row, &found, UtcOffset::ZERO));
        let Ok(key) = key else { continue };
        if key.created.local && !key.customers.is_empty() {
            let root = *key.customers.root().as_bytes();
            let action = action_key(key.action_name.as_str());
            sampled.push((key.user_id.into(), root, action, key.created.at.as_micros()));
        }
    }
    Ok(sampled)
}

/// The offsets at which a job agrees with some row of the log, each once.
fn offsets(
    log: &AuditLog,
    user: &str,
    root: &[u8; 32],
    action: &str,
    local: i64,
) -> Result<Vec<i64>, CliError> {
    const STEP_MICROS: i64 = STEP_SECONDS * 1_000_000;
    let read = || -> rusqlite::Result<Vec<i64>> {
        let mut statement = log.copy.sql.prepare_cached(&format!(
            "SELECT micros FROM temp.line
             WHERE NOT taken AND user = ?2 AND customers = ?3 AND micros BETWEEN ?4 AND ?5 AND {SAME_ACTION}",
        ))?;
        let from = local - EAST_SECONDS * 1_000_000 - WINDOW_MICROS;
        let to = local + WEST_SECONDS * 1_000_000 + WINDOW_MICROS;
        let mut rows = statement.query(params![action, user, root, from, to])?;
        let mut offsets = Vec::new();
        while let Some(row) = rows.next()? {
            let ahead: i64 = local - row.get::<_, i64>(0)?;
            let steps = (ahead + STEP_MICROS / 2).div_euclid(STEP_MICROS);
            if (ahead - steps * STEP_MICROS).abs() <= WINDOW_MICROS {
                offsets.push(steps * STEP_SECONDS);
            }
        }
        offsets.sort_unstable();
        offsets.dedup();
        Ok(offsets)
    };
    read().map_err(|error| log.copy.failed(error))
}
