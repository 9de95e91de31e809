//! Finds the jobs of the calls: by the ID in the log, otherwise by user, action, number of
//! customers and time.

use jobs_core::CustomerSet;
use rusqlite::{Connection, params};

use super::super::audit::action_key;
use super::super::cell::Cell;
use super::super::customers;
use super::super::ids;
use super::super::old::OldJobs;
use super::super::table::OldRow;
use super::event::recordable;
use super::nearest::{Candidates, pair};
use crate::CliError;

/// How far a job's time may be outside its call: the old server wrote both.
const SLACK_MICROS: i64 = 2_000_000;

/// How long after its start a call without an end may have made its job.
const CALL_MICROS_MAX: i64 = 60 * 1_000_000;

/// How near a job is to its call, in microseconds: the nearest first.
const NEAR_MICROS: [i64; 4] = [5_000, 100_000, 2_000_000, i64::MAX / 2];

/// What is known about a call, from any of its lines. The columns for jobs are integers, like the
/// jobs' numbers: SQLite does not use an index of untyped values to look for an integer.
const CALLS: &str = "
    CREATE TEMP TABLE log_told AS
        SELECT c.id AS call, c.at, s.micros AS started, coalesce(d.micros, e.micros, m.micros) AS ended,
               coalesce(s.user, d.user, e.user, m.user) AS user,
               coalesce(s.action, d.action, e.action, m.action) AS action,
               coalesce(s.action_key, d.action_key, e.action_key, m.action_key) AS action_key,
               coalesce(s.cid_count, d.cid_count, e.cid_count, m.cid_count) AS cid_count,
               coalesce(d.job_id, m.job_id, e.job_id) AS job_id,
               id_key(coalesce(d.job_id, m.job_id, e.job_id)) AS id,
               d.id IS NOT NULL AND NOT d.cut AND d.job_id IS NULL AS says_none,
               coalesce(d.http_status, m.http_status, e.http_status) AS http_status,
               coalesce(d.elapsed_ms, e.elapsed_ms, m.elapsed_ms) AS elapsed_ms, coalesce(d.result, e.result) AS result,
               coalesce(e.exception_type, d.exception_type) AS exception_type, coalesce(d.error, e.error) AS error,
               m.id IS NOT NULL AS job_missing, c.ambiguous, CAST(NULL AS INTEGER) AS job, CAST(NULL AS INTEGER) AS perhaps,
               CAST(NULL AS INTEGER) AS audit
        FROM temp.log_call c LEFT JOIN temp.log_event s ON s.id = c.start LEFT JOIN temp.log_event d ON d.id = c.done
             LEFT JOIN temp.log_event e ON e.id = c.error LEFT JOIN temp.log_event m ON m.id = c.job_missing;
    CREATE UNIQUE INDEX temp.log_told_by_call ON log_told (call);";

/// Finds them. Afterwards, `temp.log_told` has the calls.
pub(super) fn find(old: &OldJobs) -> Result<(), CliError> {
    let sql = old.sql();
    let work = || {
        sql.execute_batch(CALLS)?;
        by_id(sql)?;
        by_content(sql, "job", "NOT c.says_none AND NOT c.job_missing")?;
        // The log says that the call has no job: one that would fit is only shown.
        by_content(sql, "perhaps", "(c.says_none OR c.job_missing)")
    };
    work().map_err(|error| old.failed(error))
}

/// Puts the jobs into `temp.log_job`.
pub(super) fn read(old: &OldJobs) -> Result<(), CliError> {
    let failed = |error| old.failed(error);
    let mut statement = old.sql().prepare(&old.rows_sql("")).map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        let row = old.jobs().read(row).map_err(failed)?;
        let customers = customers::of_job(old, row.get("job_id"))?;
        let customers = customers.ok().map(|customers| customers.set);
        insert(old.sql(), &row, customers.as_ref()).map_err(failed)?;
    }
    let indexes = "
        CREATE INDEX temp.log_job_by_id ON log_job (id);
        CREATE INDEX temp.log_job_free ON log_job (user, action_key, micros) WHERE call IS NULL AND typeof(id) = 'blob';";
    old.sql().execute_batch(indexes).map_err(failed)
}

fn insert(
    sql: &Connection,
    row: &OldRow<'_>,
    customers: Option<&CustomerSet>,
) -> rusqlite::Result<()> {
    let name = |column: &str| {
        let text = row.get(column).text().ok().flatten();
        text.map(|text| recordable(&text))
    };
    let action = name("action_name");
    let id = row.get("job_id");
    let job_id = ids::job_id(id);
    let count =
        |of: fn(&CustomerSet) -> usize| customers.and_then(|set| i64::try_from(of(set)).ok());
    sql.prepare_cached(
        "INSERT INTO temp.log_job (job, id, spelt, micros, user, action, action_key, customers, customer_rows, status,
             http_status)
         VALUES (?, ?, ?, instant(?), ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        row.number,
        // A row that is refused is not the job of any call.
        job_id.as_ref().ok().map(|job_id| *job_id.as_uuid().as_bytes()),
        job_id.map_or_else(|_| spelt(id), |job_id| job_id.to_string()),
        row.get("created_at"),
        name("user_id"),
        action,
        action.as_deref().map(action_key),
        count(|set| set.len()),
        count(|set| set.len() + set.duplicates_dropped()),
        name("status"),
        row.get("http_status").integer(),
    ])?;
    Ok(())
}

/// An ID that is not a UUID, as the log would have it.
fn spelt(id: &Cell) -> String {
    let text = id.text().ok().flatten();
    text.map_or_else(|| id.shown(), |text| recordable(&text))
}

fn by_id(sql: &Connection) -> rusqlite::Result<()> {
    sql.execute_batch(
        "UPDATE temp.log_told SET job = (SELECT min(j.job) FROM temp.log_job j WHERE j.id = log_told.id)
             WHERE id IS NOT NULL;
         CREATE INDEX temp.log_told_by_job ON log_told (job);
         UPDATE temp.log_job SET call = (SELECT min(c.call) FROM temp.log_told c WHERE c.job = log_job.job);",
    )
}

/// The number of customers of `call`, a table's alias, is not known to differ from that of `job`:
/// the old server counted a customer twice if it was given twice.
pub(super) fn same_count(call: &str, job: &str) -> String {
    format!(
        "({call}.cid_count IS NULL OR {job}.customers IS NULL OR {call}.cid_count IN ({job}.customers, {job}.customer_rows))"
    )
}

/// The jobs that no call has, in the order of time of one user's one action.
const FREE: Candidates = Candidates {
    table: "temp.log_job c INDEXED BY log_job_free",
    id: "job",
    time: "micros",
    who: "NULL",
};

/// Matches a call whose ID is not known to the nearest job that was made during the call, in which
/// the clock may have been set back.
fn by_content(sql: &Connection, column: &str, wanted: &str) -> rusqlite::Result<()> {
    let fits = "c.call IS NULL AND typeof(c.id) = 'blob' AND c.user = x.user AND c.action_key = x.action_key
        AND (x.count IS NULL OR c.customers IS NULL OR x.count IN (c.customers, c.customer_rows))";
    let call = format!(
        "UPDATE temp.log_told SET {column} = ?2, ambiguous = ambiguous OR ?3 WHERE call = ?1"
    );
    let job = "UPDATE temp.log_job SET call = ?1 WHERE job = ?2";
    let earliest = format!(
        "min(c.at, coalesce(c.ended, c.at)) - iif(c.started IS NULL AND c.elapsed_ms IS NULL, {CALL_MICROS_MAX}, {SLACK_MICROS})"
    );
    let latest = format!("coalesce(max(c.ended, c.at) + {SLACK_MICROS}, c.at + {CALL_MICROS_MAX})");
    for near in NEAR_MICROS {
        let calls = format!(
            "SELECT c.call, c.at, max({earliest}, c.at - {near}), min({latest}, c.at + {near}), c.user, c.action_key, c.cid_count,
                 c.cid_count, NULL, NULL, NULL, NULL
             FROM temp.log_told c WHERE {wanted} AND c.id IS NULL AND c.job IS NULL AND c.perhaps IS NULL ORDER BY c.at, c.call"
        );
        pair(sql, &calls, &mut [FREE.finder(sql, fits)?], [job, &call])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use rusqlite::Connection;

    use super::super::super::copy::Copy;
    use super::super::super::times::UtcOffset;
    use super::super::report::LogReport;
    use super::super::{audited, findings};
    use super::*;

    /// A call for each job, a second apart: with the job's ID, without one, with `NONE`, without an
    /// end.
    const CALLS_OF_JOBS: &str = "
        UPDATE temp.log_job SET micros = micros + job * 1000000;
        INSERT INTO temp.log_event (file, kind, micros, cut, user, action, action_key, cid_count, hash)
            SELECT 0, 'set_action_start', micros, 0, user, action, action_key, 1, x'' FROM temp.log_job;
        INSERT INTO temp.log_event (file, kind, micros, cut, job_id, elapsed_ms, hash)
            SELECT 0, 'set_action_done', micros + 300000, job % 4 = 1, iif(job % 4 = 0, spelt, NULL), 300, x'' FROM temp.log_job
            WHERE job % 4 < 3;
        CREATE INDEX temp.log_event_by_time ON log_event (kind, micros);";

    /// How many hundreds of steps SQLite takes to read `count` jobs and to match them to as many
    /// calls.
    fn steps(count: u32) -> u64 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.db");
        let sql = Connection::open(&path).unwrap();
        sql.execute_batch(&format!(
            "CREATE TABLE jobs (job_id, user_id, action_code, action_name, created_at, status);
             CREATE TABLE job_customers (job_id, cid);
             WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {count})
             INSERT INTO jobs SELECT printf('9b2d3a1c-0f4e-4d6a-8c7b-%012x', n), 'vijay', 1, 'PE-Enable',
                 '2026-01-28T10:00:00', 'SUCCESS' FROM n;
             INSERT INTO job_customers SELECT job_id, 'c' FROM jobs;"
        ))
        .unwrap();
        drop(sql);
        let old = OldJobs::open(Copy::of(&path).unwrap(), UtcOffset::ZERO).unwrap();
        super::super::store::create(old.sql()).unwrap();
        let taken = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&taken);
        let count_one = move || {
            counter.fetch_add(1, Ordering::Relaxed);
            false
        };
        old.sql().progress_handler(100, Some(count_one)).unwrap();
        read(&old).unwrap();
        let times = "SELECT count(*) FROM temp.log_job WHERE micros = 1769594400000000";
        let found: u32 = old.sql().query_row(times, [], |row| row.get(0)).unwrap();
        assert_eq!(found, count);
        old.sql().execute_batch(CALLS_OF_JOBS).unwrap();
        super::super::calls::make(old.sql()).unwrap();
        find(&old).unwrap();
        audited::find(&old, None).unwrap();
        let mut report = LogReport::default();
        findings::find(&old, &[(0, i64::MAX)], &mut report).unwrap();
        assert_eq!(report.calls.with_job, u64::from(count) / 4 * 2);
        assert_eq!(report.ended_without_job.count, u64::from(count) / 4);
        assert_eq!(report.without_end.count, u64::from(count) / 4);
        taken.load(Ordering::Relaxed)
    }

    #[test]
    fn twice_as_many_jobs_take_twice_as_many_steps() {
        let few = steps(2000);
        let many = steps(4000);
        assert!(many < 3 * few, "{few} {many}");
    }
}
