//! Gaps in time: stretches without a job that are far longer than usual, where jobs may be missing.

use jobs_core::Timestamp;

use super::cell::Cell;
use super::items::{Listed, TimeGap};
use super::old::OldJobs;
use super::table::OldTable;
use crate::CliError;

/// The rule, as the report gives it.
pub(super) const RULE: &str =
    "at least 72 hours, and at least 10 times as long as 9 of 10 gaps between neighbouring jobs";

/// Longer than a weekend.
const FLOOR_MICROS: i64 = 72 * 3600 * 1_000_000;

/// How many times the ninth decile.
const FACTOR: i64 = 10;

/// With fewer gaps, nothing is "usual".
const GAPS_MIN: i64 = 10;

/// Finds the gaps with SQL over the table of times, so that few jobs are in memory, however many
/// there are.
pub(super) fn find(old: &OldJobs) -> Result<Listed<TimeGap>, CliError> {
    let read = || -> rusqlite::Result<Listed<TimeGap>> {
        let mut found = Listed::default();
        let Some(threshold) = threshold(old)? else { return Ok(found) };
        let OldTable { from, number, .. } = old.jobs();
        let mut statement = old.sql().prepare(&format!(
            "SELECT b.job_id, a.job_id, m.before, m.micros FROM
                 (SELECT job, micros, lag(job) OVER w AS before_job, lag(micros) OVER w AS before
                  FROM temp.moment WHERE micros IS NOT NULL WINDOW w AS (ORDER BY seq)) m
             JOIN {from} a ON a.{number} = m.job JOIN {from} b ON b.{number} = m.before_job
             WHERE m.micros - m.before >= ?1 ORDER BY m.micros",
        ))?;
        let mut rows = statement.query([threshold])?;
        while let Some(row) = rows.next()? {
            let from: i64 = row.get(2)?;
            let to: i64 = row.get(3)?;
            found.push(TimeGap {
                after_job: Cell::from(row.get_ref(0)?).shown(),
                before_job: Cell::from(row.get_ref(1)?).shown(),
                from: moment(from),
                to: moment(to),
                hours: (to - from) / 3_600_000_000,
            });
        }
        Ok(found)
    };
    read().map_err(|error| old.failed(error))
}

fn moment(micros: i64) -> Option<Timestamp> {
    Timestamp::from_micros("created_at", micros).ok()
}

/// The least microseconds of a gap that is reported; `None` if there are too few jobs to know what
/// is usual.
fn threshold(old: &OldJobs) -> rusqlite::Result<Option<i64>> {
    let gaps = "SELECT micros - lag(micros) OVER (ORDER BY seq) AS gap
                FROM temp.moment WHERE micros IS NOT NULL";
    let count = format!("SELECT count(gap) FROM ({gaps})");
    let count: i64 = old.sql().query_row(&count, [], |row| row.get(0))?;
    if count < GAPS_MIN {
        return Ok(None);
    }
    let decile = format!(
        "SELECT gap FROM ({gaps}) WHERE gap IS NOT NULL ORDER BY gap LIMIT 1 OFFSET {}",
        count * 9 / 10 - 1
    );
    let decile: i64 = old.sql().query_row(&decile, [], |row| row.get(0))?;
    Ok(Some(decile.saturating_mul(FACTOR).max(FLOOR_MICROS)))
}
