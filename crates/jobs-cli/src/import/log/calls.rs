//! Makes calls of the events: which start and which end belong together.

use rusqlite::Connection;

use super::jobs::same_count;

/// How far the end's time less its duration may lie from the start's, in microseconds before and after: the nearest first, so
/// that few pairs come into question where there are many calls. The duration may leave out what the server did before it
/// called the upstream, such as waiting for its locked database.
const NEAR_MICROS: [(i64, i64); 4] =
    [(5_000, 5_000), (100_000, 100_000), (2_000_000, 1_000_000), (10_000_000, 2_000_000)];

/// How long a call can have taken of which no line says it. The old server gave up after 35 seconds.
const CALL_MICROS_MAX: i64 = 120 * 1_000_000;

/// How far apart the lines of one end lie.
const SAME_END_MICROS: [i64; 2] = [100_000, 2_000_000];

/// The user and the action of the two are not known to be different.
const SAME_WHO_AND_WHAT: &str = "(e.user IS NULL OR c.user IS NULL OR e.user = c.user)
    AND (e.action_key IS NULL OR c.action_key IS NULL OR e.action_key = c.action_key)
    AND (e.cid_count IS NULL OR c.cid_count IS NULL OR e.cid_count = c.cid_count)";

/// Makes the calls.
pub(super) fn make(sql: &Connection) -> rusqlite::Result<()> {
    sql.execute_batch(
        "INSERT INTO temp.log_call (id, twin, at, user, action_key, cid_count, start)
             SELECT id, min(id) OVER (PARTITION BY micros, user, action_key, cid_count), micros, user, action_key,
                    cid_count, id
             FROM temp.log_event WHERE kind = 'set_action_start';
         UPDATE temp.log_event SET call = id WHERE kind = 'set_action_start';
         CREATE INDEX temp.log_call_by_time ON log_call (at) WHERE twin = id;
         CREATE INDEX temp.log_call_open ON log_call (twin, id) WHERE done IS NULL;",
    )?;
    // An end whose job is known goes first to a start that agrees with the job.
    for start in [&*start_of_its_job(), "true"] {
        for (before, after) in NEAR_MICROS {
            let pairs = ends_after_its_duration("done", before, after);
            end_open(sql, "done", &format!("{pairs} AND {start}"))?;
        }
        end_open(sql, "done", &format!("{} AND {start}", ends_soon_after("done")))?;
    }
    ends_without_start(sql, "done")?;
    attach(sql, "error")?;
    attach(sql, "job_missing")
}

/// The job of the end `e` is one that the call `c` can have made. Whether it is known does not depend on the call, so that it is asked
/// once for each end.
fn start_of_its_job() -> String {
    format!(
        "e.job_id IS NOT NULL AND id_key(e.job_id) IN (SELECT id FROM temp.log_job)
         AND EXISTS (SELECT 1 FROM temp.log_job j
             WHERE j.id = id_key(e.job_id) AND coalesce(j.user = c.user, true)
               AND coalesce(j.action_key = c.action_key, true) AND {})",
        same_count("c")
    )
}

/// Gives an error, or what is said of a missing job, to a call that ended just then without a job, or that has no end yet. An
/// error goes first to one that has no end: one that has may have told its own.
fn attach(sql: &Connection, what: &'static str) -> rusqlite::Result<()> {
    let [at_once, soon] = SAME_END_MICROS;
    if what == "job_missing" {
        end(sql, what, &ends_with_done(what, at_once), "?2")?;
    }
    for (before, after) in NEAR_MICROS {
        end_open(sql, what, &ends_after_its_duration(what, before, after))?;
    }
    end_open(sql, what, &ends_soon_after(what))?;
    for apart in [at_once, soon] {
        end(sql, what, &ends_with_done(what, apart), "?2")?;
    }
    ends_without_start(sql, what)
}

/// Pairs of an end and a call that began when the end says.
fn ends_after_its_duration(what: &str, before: i64, after: i64) -> String {
    let began = "e.micros - e.elapsed_ms * 1000";
    format!(
        "SELECT e.id AS a, c.id AS b, abs(c.at - ({began})) AS distance
         FROM temp.log_event e CROSS JOIN temp.log_call c ON c.at BETWEEN {began} - {before} AND {began} + {after}
         WHERE e.kind = 'set_action_{what}' AND e.call IS NULL AND e.elapsed_ms IS NOT NULL
           AND {} AND {SAME_WHO_AND_WHAT}",
        is_open(what)
    )
}

/// Pairs of an end that does not say how long the call took and a call that has no end yet.
fn ends_soon_after(what: &str) -> String {
    format!(
        "SELECT e.id AS a, c.id AS b, e.micros - c.at AS distance
         FROM temp.log_event e CROSS JOIN temp.log_call c ON c.at BETWEEN e.micros - {CALL_MICROS_MAX} AND e.micros
         WHERE e.kind = 'set_action_{what}' AND e.call IS NULL AND e.elapsed_ms IS NULL
           AND {} AND {SAME_WHO_AND_WHAT}",
        is_open(what)
    )
}

/// The call `c` stands for itself and its twins, and one of them has no such end yet.
fn is_open(what: &str) -> String {
    format!(
        "c.twin = c.id AND EXISTS (SELECT 1 FROM temp.log_call o WHERE o.twin = c.id AND o.done IS NULL AND o.{what} IS NULL)"
    )
}

/// Pairs of another line about an end and a call that ended then without a job.
fn ends_with_done(what: &str, apart: i64) -> String {
    format!(
        "SELECT e.id AS a, c.id AS b, abs(d.micros - e.micros) AS distance
         FROM temp.log_event e
         CROSS JOIN temp.log_event d
             ON d.kind = 'set_action_done' AND d.micros BETWEEN e.micros - {apart} AND e.micros + {apart}
         JOIN temp.log_call c ON c.id = d.call
         WHERE e.kind = 'set_action_{what}' AND e.call IS NULL AND c.{what} IS NULL AND d.job_id IS NULL
           AND (e.error IS NULL OR d.error IS NULL)
           AND (e.http_status IS NULL OR d.http_status IS NULL OR e.http_status = d.http_status)
           AND {SAME_WHO_AND_WHAT}"
    )
}

/// Gives ends to calls, of twins to the first that has none.
fn end_open(sql: &Connection, what: &str, pairs: &str) -> rusqlite::Result<()> {
    let open = format!(
        "(SELECT min(id) FROM temp.log_call WHERE twin = ?2 AND done IS NULL AND {what} IS NULL)"
    );
    end(sql, what, pairs, &open)
}

/// Gives ends to calls; `call` is the one of a pair.
fn end(sql: &Connection, what: &str, pairs: &str, call: &str) -> rusqlite::Result<()> {
    let event = format!(
        "UPDATE temp.log_event SET call = {call} WHERE id = ?1 AND call IS NULL
         AND EXISTS (SELECT 1 FROM temp.log_call WHERE id = {call} AND {what} IS NULL)"
    );
    // As many parameters as the statement before has.
    let call = format!(
        "UPDATE temp.log_call SET {what} = ?1 WHERE ?2 AND id = (SELECT call FROM temp.log_event WHERE id = ?1)"
    );
    take_nearest(sql, pairs, &event, &call)
}

/// Makes calls of the ends that are left.
fn ends_without_start(sql: &Connection, what: &str) -> rusqlite::Result<()> {
    sql.execute_batch(&format!(
        "INSERT INTO temp.log_call (id, twin, at, user, action_key, cid_count, {what})
             SELECT id, id, micros - coalesce(elapsed_ms, 0) * 1000, user, action_key, cid_count, id FROM temp.log_event
             WHERE kind = 'set_action_{what}' AND call IS NULL;
         UPDATE temp.log_event SET call = id WHERE kind = 'set_action_{what}' AND call IS NULL;"
    ))
}

/// Goes through `pairs`, which have `a`, `b` and a `distance`, the nearest first: where `take`, which is given the two, changes
/// a row, so does `also`.
pub(super) fn take_nearest(
    sql: &Connection,
    pairs: &str,
    take: &str,
    also: &str,
) -> rusqlite::Result<()> {
    sql.execute_batch(&format!(
        "CREATE TEMP TABLE pair AS SELECT * FROM ({pairs}) ORDER BY distance, a, b;"
    ))?;
    {
        let (mut take, mut also) = (sql.prepare(take)?, sql.prepare(also)?);
        let mut pairs = sql.prepare("SELECT a, b FROM temp.pair ORDER BY rowid")?;
        let mut rows = pairs.query([])?;
        while let Some(row) = rows.next()? {
            let pair: (i64, i64) = (row.get(0)?, row.get(1)?);
            if take.execute(pair)? == 1 {
                also.execute(pair)?;
            }
        }
    }
    sql.execute_batch("DROP TABLE temp.pair;")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use rusqlite::functions::FunctionFlags;

    use super::super::store;
    use super::*;

    /// How many hundreds of steps SQLite takes for `count` calls of one user at one time, of which the first `ended` have an end.
    fn steps(count: u32, ended: u32) -> u64 {
        let sql = Connection::open_in_memory().unwrap();
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        sql.create_scalar_function("id_key", 1, flags, |context| context.get::<Option<String>>(0))
            .unwrap();
        store::create(&sql).unwrap();
        sql.execute_batch(&format!(
            "CREATE TEMP TABLE n AS
                 WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {count}) SELECT n FROM n;
             INSERT INTO temp.log_event (file, kind, micros, cut, user, action_key, cid_count, hash)
                 SELECT 0, 'set_action_start', 0, 0, 'vijay', '#1', 1, x'' FROM temp.n;
             INSERT INTO temp.log_event (file, kind, micros, cut, elapsed_ms, hash)
                 SELECT 0, 'set_action_done', 1000000, 0, iif(n % 2, 1000, NULL), x'' FROM temp.n WHERE n <= {ended};"
        ))
        .unwrap();
        store::drop_repeated(&sql).unwrap();
        let taken = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&taken);
        let count_one = move || {
            counter.fetch_add(1, Ordering::Relaxed);
            false
        };
        sql.progress_handler(100, Some(count_one)).unwrap();
        make(&sql).unwrap();
        let paired = "SELECT count(*), count(done), count(DISTINCT done) FROM temp.log_call WHERE start IS NOT NULL";
        let paired = sql.query_row(paired, [], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]));
        assert_eq!(paired, Ok([count, ended, ended]));
        taken.load(Ordering::Relaxed)
    }

    #[test]
    fn twice_as_many_equal_calls_at_one_time_take_twice_as_many_steps() {
        for missing in [0, 100] {
            let (few, many) = (steps(1000, 1000 - missing), steps(2000, 2000 - missing));
            assert!(many < 3 * few, "{few} {many}");
        }
    }
}
