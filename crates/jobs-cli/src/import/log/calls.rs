//! Combines the events to calls: which start and which end belong together.

use rusqlite::Connection;

use super::ends::{Ends, Lines};

/// How far the end's time less its duration may be from the start's, in microseconds before and
/// after: the nearest first. The duration may not include what the server did before it called the
/// upstream, such as waiting for its locked database.
const NEAR_MICROS: [(i64, i64); 6] = [
    (1_000, 1_000),
    (5_000, 5_000),
    (25_000, 25_000),
    (100_000, 100_000),
    (2_000_000, 1_000_000),
    (10_000_000, 2_000_000),
];

/// The longest duration of a call whose lines do not give it. The old server gave up after 35
/// seconds.
const CALL_MICROS_MAX: i64 = 120 * 1_000_000;

/// How far apart the lines of one end may be.
const SAME_END_MICROS: [i64; 2] = [100_000, 2_000_000];

/// By how much summer time moves a clock, and how exactly a call must fit then.
const SUMMER_TIME_MICROS: i64 = 3600 * 1_000_000;
const SUMMER_TIME_NEAR_MICROS: i64 = 2_000_000;

/// Makes the calls.
pub(super) fn make(sql: &Connection) -> rusqlite::Result<()> {
    sql.execute_batch(
        "INSERT INTO temp.log_call (id, at, steady, file, set_back, user, action_key, cid_count, start)
             SELECT id, micros, micros + set_back, file, set_back, user, action_key, cid_count, id
             FROM temp.log_event WHERE kind = 'set_action_start' ORDER BY id;
         UPDATE temp.log_event SET call = id WHERE kind = 'set_action_start';
         CREATE INDEX temp.log_event_without_call ON log_event (kind, micros) WHERE call IS NULL;",
    )?;
    let done = Ends::of(sql, "done")?;
    // An end whose job is known is first matched to a start that agrees with the job.
    for near in NEAR_MICROS {
        done.pair(&began(near).of_job())?;
    }
    done.pair(&soon_after().of_job())?;
    pair_open(&done)?;
    finish(done)?;
    sql.execute_batch(
        "UPDATE temp.log_call SET ended = (SELECT d.micros FROM temp.log_event d WHERE d.id = done AND d.job_id IS NULL);",
    )?;
    // An error is first matched to a call without an end: a call with one may have its error there.
    let error = Ends::of(sql, "error")?;
    pair_open(&error)?;
    for apart in SAME_END_MICROS {
        error.pair_ended(&beside(apart))?;
    }
    finish(error)?;
    // A missing job is reported next to an end.
    let missing = Ends::of(sql, "job_missing")?;
    let [at_once, soon] = SAME_END_MICROS;
    missing.pair_ended(&beside(at_once))?;
    pair_open(&missing)?;
    missing.pair_ended(&beside(soon))?;
    finish(missing)
}

/// Matches the ends to calls without one, the nearest first.
fn pair_open(ends: &Ends<'_>) -> rusqlite::Result<()> {
    NEAR_MICROS.into_iter().try_for_each(|near| ends.pair(&began(near)))?;
    ends.pair(&soon_after())
}

/// Matches the remaining ends: the clock was changed during their calls, or their starts are not in
/// the log.
fn finish(ends: Ends<'_>) -> rusqlite::Result<()> {
    for moved in [SUMMER_TIME_MICROS, -SUMMER_TIME_MICROS] {
        let began = format!("e.micros - e.elapsed_ms * 1000 + ({moved})");
        let near = SUMMER_TIME_NEAR_MICROS.to_string();
        ends.pair(&Lines::new(began, (&near, &near), "e.elapsed_ms IS NOT NULL"))?;
    }
    ends.pair_across_set_back(&on_a_steady_clock())?;
    ends.make_calls()
}

/// Ends with a duration, at the time when the call must have begun.
fn began((before, after): (i64, i64)) -> Lines {
    let limits = (&*before.to_string(), &*after.to_string());
    Lines::new("e.micros - e.elapsed_ms * 1000", limits, "e.elapsed_ms IS NOT NULL")
}

/// Ends without a duration.
fn soon_after() -> Lines {
    Lines::new("e.micros", (&CALL_MICROS_MAX.to_string(), "0"), "e.elapsed_ms IS NULL")
}

/// Lines about an end that has another line, too.
fn beside(apart: i64) -> Lines {
    let apart = apart.to_string();
    Lines::new("e.micros", (&apart, &apart), "true")
}

/// Ends after a place where their file's clock was set back: by at least as much as two lines show,
/// and by as much more as there is between these two.
fn on_a_steady_clock() -> Lines {
    let took = format!("coalesce(max(e.elapsed_ms, 0) * 1000, {CALL_MICROS_MAX})");
    let slack = NEAR_MICROS[5].0;
    Lines::new("e.micros + e.set_back", (&format!("{took} + {slack}"), "0"), "e.set_back > 0")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use rusqlite::functions::FunctionFlags;

    use super::super::store;
    use super::*;

    /// How many hundreds of steps SQLite takes for the calls of `events`, which are made for `n`,
    /// the numbers up to `count`. Afterwards, `paired` of the starts must have an end of the kind
    /// `what`.
    fn steps(count: u32, events: &str, what: &str, paired: u32) -> u64 {
        let sql = Connection::open_in_memory().unwrap();
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
        sql.create_scalar_function("id_key", 1, flags, |context| context.get::<Option<String>>(0))
            .unwrap();
        store::create(&sql).unwrap();
        sql.execute_batch(&format!(
            "CREATE TEMP TABLE n AS
                 WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {count}) SELECT n FROM n;
             {events}"
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
        let found = format!(
            "SELECT count({what}), count(DISTINCT {what}) FROM temp.log_call WHERE start IS NOT NULL"
        );
        let found = sql.query_row(&found, [], |row| Ok([row.get(0)?, row.get(1)?]));
        assert_eq!(found, Ok([paired, paired]), "{events}");
        taken.load(Ordering::Relaxed)
    }

    #[track_caller]
    fn check(events: &str, what: &str, paired: fn(u32) -> u32) {
        let few = steps(300, events, what, paired(300));
        let many = steps(600, events, what, paired(600));
        assert!(many < 3 * few, "{few} {many}: {events}");
    }

    /// Calls of one user and one action, all at one time, of which the last hundred have no end.
    #[test]
    fn twice_as_many_equal_calls_at_one_time_take_twice_as_many_steps() {
        for missing in [0, 100] {
            let events = format!(
                "INSERT INTO temp.log_event (file, kind, micros, cut, user, action_key, cid_count, hash)
                     SELECT 0, 'set_action_start', 0, 0, 'vijay', '#1', 1, x'' FROM temp.n;
                 INSERT INTO temp.log_event (file, kind, micros, cut, elapsed_ms, hash)
                     SELECT 0, 'set_action_done', 1000000, 0, iif(n % 2, 1000, NULL), x'' FROM temp.n
                     WHERE n <= (SELECT count(*) FROM temp.n) - {missing};"
            );
            check(&events, "done", if missing == 0 { |n| n } else { |n| n - 100 });
        }
    }

    /// Calls of one user and one action, each for another number of customers, with ends in the
    /// reverse order.
    #[test]
    fn twice_as_many_numbers_of_customers_take_twice_as_many_steps() {
        let columns = "(file, kind, micros, cut, hash, user, action_key, cid_count)";
        check(
            &format!(
                "INSERT INTO temp.log_event {columns}
                     SELECT 0, 'set_action_start', 0, 0, x'', 'vijay', '#1', n FROM temp.n;
                 INSERT INTO temp.log_event {columns}
                     SELECT 0, 'set_action_done', 9000000, 0, x'', 'vijay', '#1', n FROM temp.n;"
            ),
            "done",
            |n| n,
        );
    }

    /// Lines without a user, in the time of as many calls that are all different.
    #[test]
    fn twice_as_many_lines_without_a_user_take_twice_as_many_steps() {
        const STARTS: &str = "
            INSERT INTO temp.log_event (file, kind, micros, cut, user, action_key, cid_count, hash)
                SELECT 0, 'set_action_start', n * 1000, 0, 'user' || (n % 50), '#' || (n % 5), n, x'' FROM temp.n;";
        const DONE: &str = "
            INSERT INTO temp.log_event (file, kind, micros, cut, elapsed_ms, hash)
                SELECT 0, 'set_action_done', n * 1000 + 5000, 0, 5, x'' FROM temp.n;";
        for (what, columns, values) in [
            ("error", "error", "'no answer'"),
            ("job_missing", "http_status", "200"),
            ("done", "result", "'failed'"),
            ("done", "elapsed_ms", "7000"),
            ("error", "user", "'user' || (n % 50)"),
            ("error", "user, action_key", "'user' || (n % 50), '#' || (n % 5)"),
            ("done", "user, action_key, cid_count", "'user' || (n % 50), '#' || (n % 5), n"),
        ] {
            let lines = format!(
                "INSERT INTO temp.log_event (file, kind, micros, cut, hash, {columns})
                     SELECT 0, 'set_action_{what}', n * 1000 + 7000000, 0, x'', {values} FROM temp.n;"
            );
            check(&format!("{STARTS}{lines}"), what, |n| n);
            if what != "done" {
                let beside = lines.replace("7000000", "5000");
                check(&format!("{STARTS}{DONE}{beside}"), what, |n| n);
            }
        }
    }
}
