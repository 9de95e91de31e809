//! The lines about ends of one kind, and the calls that may match them.

use rusqlite::Connection;

use super::jobs::same_count;
use super::nearest::{Candidates, Finder, pair};

/// The columns of [`LINES`](super::nearest::LINES) that come after the times.
const WHO: &str =
    "e.user, e.action_key, e.cid_count, e.cid_count, e.file, e.set_back, e.error, e.http_status";

/// The same for an end whose job is `j`, which supplies more values.
const WHO_BY_JOB: &str = "coalesce(e.user, j.user), coalesce(e.action_key, j.action_key), coalesce(e.cid_count, j.customers),
    coalesce(e.cid_count, j.customer_rows), e.file, e.set_back, e.error, e.http_status";

/// The job whose ID the end has, if it does not contradict the end.
const ITS_JOB: &str = "JOIN temp.log_job j ON j.job = (SELECT min(k.job) FROM temp.log_job k WHERE k.id = id_key(e.job_id))
    AND coalesce(e.user = j.user, true) AND coalesce(e.action_key = j.action_key, true)";

/// User and action are known to be the same.
const SAME: &str = "c.user = x.user AND c.action_key = x.action_key";

/// User and action are not known to be different.
const NOT_OTHERS: &str = "(x.user IS NULL OR c.user IS NULL OR c.user = x.user)
    AND (x.action_key IS NULL OR c.action_key IS NULL OR c.action_key = x.action_key)";

const SAME_COUNT: &str =
    "(c.cid_count IS NULL OR x.count IS NULL OR c.cid_count IN (x.count, x.count_rows))";

/// A call with unknown values, as its start was cut.
const NAMELESS: &str = "(c.user IS NULL OR c.action_key IS NULL OR c.cid_count IS NULL)";

/// The calls in the order of time, after the values that are known.
const BY_COUNT: Candidates = by("temp.log_call c INDEXED BY log_call_by_count", "at");
const BY_WHO: Candidates = by("temp.log_call c INDEXED BY log_call_by_who", "at");
const BY_TIME: Candidates = by("temp.log_call c INDEXED BY log_call_by_time", "at");
const NAMELESS_BY_TIME: Candidates = by("temp.log_call c INDEXED BY log_call_nameless", "at");
const BY_STEADY_TIME: Candidates =
    by("temp.log_call c INDEXED BY log_call_by_steady_time", "steady");
const BY_END: Candidates = by("temp.log_call c INDEXED BY log_call_by_end", "ended");

const fn by(table: &'static str, time: &'static str) -> Candidates {
    Candidates { table, id: "id", time, who: "json_array(c.user, c.action_key, c.cid_count)" }
}

/// A selection of the ends `e`, and the times when their calls must have begun or ended.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    at: String,
    before: String,
    after: String,
    wanted: String,
    by_job: bool,
}

impl Lines {
    /// The ends that are `wanted`: near `at`, with limits in microseconds before and after it.
    pub(super) fn new(at: impl Into<String>, limits: (&str, &str), wanted: &str) -> Self {
        let before = limits.0.into();
        let after = limits.1.into();
        Self { at: at.into(), before, after, wanted: wanted.into(), by_job: false }
    }

    /// Those that are also `wanted`.
    pub(super) fn and(mut self, wanted: &str) -> Self {
        self.wanted = format!("{} AND {wanted}", self.wanted);
        self
    }

    /// Those whose job is known; the job supplies the values that they lack.
    pub(super) fn of_job(self) -> Self {
        let same_count = same_count("e", "j");
        Self { by_job: true, ..self.and(&format!("e.job_id IS NOT NULL AND {same_count}")) }
    }

    /// They have a user and an action.
    fn is_known(&self) -> &'static str {
        if self.by_job {
            "coalesce(e.user, j.user) IS NOT NULL AND coalesce(e.action_key, j.action_key) IS NOT NULL"
        } else {
            "e.user IS NOT NULL AND e.action_key IS NOT NULL"
        }
    }

    /// They have a number of customers.
    fn has_count(&self) -> &'static str {
        if self.by_job {
            "coalesce(e.cid_count, j.customers) IS NOT NULL"
        } else {
            "e.cid_count IS NOT NULL"
        }
    }

    fn sql(&self, what: &str) -> String {
        let Self { at, before, after, wanted, by_job } = self;
        let (who, job) = if *by_job { (WHO_BY_JOB, ITS_JOB) } else { (WHO, "") };
        format!(
            "SELECT e.id, {at}, {at} - ({before}), {at} + ({after}), {who}
             FROM temp.log_event e INDEXED BY log_event_without_call {job}
             WHERE e.kind = 'set_action_{what}' AND e.call IS NULL AND {wanted} ORDER BY e.micros, e.id"
        )
    }
}

/// The ends of one kind.
#[derive(Debug)]
pub(in crate::import) struct Ends<'sql> {
    sql: &'sql Connection,
    what: &'static str,
}

impl<'sql> Ends<'sql> {
    /// The ends in the column `what` of `log_call`; creates indexes of the calls that have none.
    pub(in crate::import) fn of(
        sql: &'sql Connection,
        what: &'static str,
    ) -> rusqlite::Result<Self> {
        let ends = Self { sql, what };
        let open = ends.open();
        let open = open.replace("c.", "");
        sql.execute_batch(&format!(
            "CREATE INDEX temp.log_call_by_count ON log_call (user, action_key, cid_count, at) WHERE {open};
             CREATE INDEX temp.log_call_by_who ON log_call (user, action_key, at) WHERE {open};
             CREATE INDEX temp.log_call_by_time ON log_call (at) WHERE {open};
             CREATE INDEX temp.log_call_nameless ON log_call (at) WHERE {open}
                 AND (user IS NULL OR action_key IS NULL OR cid_count IS NULL);
             CREATE INDEX temp.log_call_by_steady_time ON log_call (steady) WHERE {open};
             CREATE INDEX temp.log_call_by_end ON log_call (ended) WHERE ended IS NOT NULL AND {what} IS NULL;"
        ))?;
        Ok(ends)
    }

    /// The call `c` has no end, and no line of this kind.
    fn open(&self) -> String {
        format!("c.done IS NULL AND c.{} IS NULL", self.what)
    }

    /// Matches ends to calls without one. Ends with a user and an action choose first.
    pub(super) fn pair(&self, lines: &Lines) -> rusqlite::Result<()> {
        let sql = self.sql;
        let open = self.open();
        let fits = format!("{open} AND {SAME_COUNT}");
        let known = lines.clone().and(lines.is_known());
        let nameless = format!("{fits} AND {NAMELESS} AND {NOT_OTHERS}");
        let counted = format!("{open} AND {SAME} AND c.cid_count");
        self.take(
            &known.clone().and(lines.has_count()),
            &mut [
                BY_COUNT.finder(sql, &format!("{counted} = x.count"))?,
                BY_COUNT.finder(
                    sql,
                    &format!("{counted} = x.count_rows AND x.count_rows <> x.count"),
                )?,
                NAMELESS_BY_TIME.finder(sql, &nameless)?,
            ],
        )?;
        self.take(
            &known.and(&format!("NOT ({})", lines.has_count())),
            &mut [
                BY_WHO.finder(sql, &format!("{fits} AND {SAME}"))?,
                NAMELESS_BY_TIME.finder(sql, &nameless)?,
            ],
        )?;
        let unknown = lines.clone().and(&format!("NOT ({})", lines.is_known()));
        self.take(&unknown, &mut [BY_TIME.finder(sql, &format!("{fits} AND {NOT_OTHERS}"))?])
    }

    /// Matches ends to calls without one that began before the file's clock was set back, if the
    /// end is after that place.
    pub(super) fn pair_across_set_back(&self, lines: &Lines) -> rusqlite::Result<()> {
        let earlier = "c.file = x.file AND c.set_back < x.set_back";
        let wanted = format!("{} AND {SAME_COUNT} AND {NOT_OTHERS} AND {earlier}", self.open());
        self.take(lines, &mut [BY_STEADY_TIME.finder(self.sql, &wanted)?])
    }

    /// Matches further lines about an end to calls that ended at that time without a job.
    pub(super) fn pair_ended(&self, lines: &Lines) -> rusqlite::Result<()> {
        let wanted = format!(
            "c.ended IS NOT NULL AND c.{} IS NULL AND {SAME_COUNT} AND {NOT_OTHERS} AND EXISTS (
                 SELECT 1 FROM temp.log_event d WHERE d.id = c.done AND (x.error IS NULL OR d.error IS NULL)
                     AND coalesce(x.http_status = d.http_status, true))",
            self.what
        );
        self.take(lines, &mut [BY_END.finder(self.sql, &wanted)?])
    }

    fn take(&self, lines: &Lines, finders: &mut [Finder<'_>]) -> rusqlite::Result<()> {
        let what = self.what;
        let call = format!(
            "UPDATE temp.log_call SET {what} = ?1, ambiguous = ambiguous OR ?3 WHERE id = ?2"
        );
        let event = "UPDATE temp.log_event SET call = ?2 WHERE id = ?1";
        pair(self.sql, &lines.sql(what), finders, [event, &call])
    }

    /// Turns the remaining ends into calls.
    pub(in crate::import) fn make_calls(self) -> rusqlite::Result<()> {
        let what = self.what;
        self.sql.execute_batch(&format!(
            "INSERT INTO temp.log_call (id, at, user, action_key, cid_count, {what})
                 SELECT id, micros - coalesce(elapsed_ms, 0) * 1000, user, action_key, cid_count, id FROM temp.log_event
                 WHERE kind = 'set_action_{what}' AND call IS NULL;
             UPDATE temp.log_event SET call = id WHERE kind = 'set_action_{what}' AND call IS NULL;
             DROP INDEX temp.log_call_by_count;
             DROP INDEX temp.log_call_by_who;
             DROP INDEX temp.log_call_by_time;
             DROP INDEX temp.log_call_nameless;
             DROP INDEX temp.log_call_by_steady_time;
             DROP INDEX temp.log_call_by_end;"
        ))
    }
}
