//! The counters: how many jobs of each status there are, by user, action and day, kept with the append and read as
//! statistics.
//!
//! A job is counted in six rows of `counter`: one for all jobs, one for its user, its action and its day, and one each
//! for the action and the day among its user's jobs. `user` 0 stands for all users:
//!
//! ```text
//! user kind      value        first in_progress success failed unconfirmed
//! 0    0 all     0            0     1           0       0      0
//! 0    1 user    term 1       0     1           0       0      0
//! 0    2 action  term 2       0     1           0       0      0
//! 0    3 day     20481        0     1           0       0      0
//! 1    2 action  term 2       0     1           0       0      0
//! 1    3 day     20481        0     1           0       0      0
//! ```

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use jobs_core::{
    ActionName, Breakdown, Count, Counts, Day, Error, Index, Result, Stats, StatsQuery, Status,
    Timestamp, UserId,
};
use rusqlite::types::FromSql;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row};

use crate::codes::status_from_sql;
use crate::error::{Context, corrupt};
use crate::rows::{from_sql, to_sql};
use crate::{batch, terms};

/// By what a row counts; the numbers are part of the file format.
mod kind {
    pub(super) const ALL: i64 = 0;
    pub(super) const USER: i64 = 1;
    pub(super) const ACTION: i64 = 2;
    pub(super) const DAY: i64 = 3;
}

/// `user` of the rows that count everybody's jobs; terms begin with 1.
const EVERYBODY: i64 = 0;

/// What two jobs have in common that are counted in the same rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Group {
    /// Terms.
    pub(crate) user: i64,
    pub(crate) action: i64,
    pub(crate) day: Day,
}

impl Group {
    /// The rows that count its jobs.
    fn keys(self) -> [Key; 6] {
        let Self { user, action, day } = self;
        let day = day.number();
        [
            Key { user: EVERYBODY, kind: kind::ALL, value: 0 },
            Key { user: EVERYBODY, kind: kind::USER, value: user },
            Key { user: EVERYBODY, kind: kind::ACTION, value: action },
            Key { user: EVERYBODY, kind: kind::DAY, value: day },
            Key { user, kind: kind::ACTION, value: action },
            Key { user, kind: kind::DAY, value: day },
        ]
    }
}

/// The key of a row, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    user: i64,
    kind: i64,
    value: i64,
}

impl Key {
    /// The row in words, such as `action "T-Enable" of user "vijay"`.
    pub(crate) fn describe(self, sql: &Connection) -> Result<String> {
        let term = |id: i64| -> Result<String> {
            let select = "SELECT value FROM term WHERE id = ?1";
            let value = sql.query_row(select, [id], |row| row.get::<_, String>(0)).optional();
            Ok(value
                .doing(READING)?
                .map_or_else(|| format!("term {id}"), |text| format!("{text:?}")))
        };
        let value = match self.kind {
            kind::ALL => "all jobs".into(),
            kind::USER => format!("user {}", term(self.value)?),
            kind::ACTION => format!("action {}", term(self.value)?),
            kind::DAY => match Day::from_number(self.value) {
                Ok(day) => format!("day {day}"),
                Err(_) => format!("day {}", self.value),
            },
            other => format!("value {} of kind {other}", self.value),
        };
        Ok(match self.user {
            EVERYBODY => value,
            user => format!("{value} of user {}", term(user)?),
        })
    }
}

/// What a row holds, or what it is changed by: the first job that it counts, and how many jobs have each status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counter {
    pub(crate) first: i64,
    pub(crate) jobs: [i64; Status::ALL.len()],
}

impl Counter {
    /// Of a group whose first job is not known, or is in a row already.
    const NONE: Self = Self { first: i64::MAX, jobs: [0; Status::ALL.len()] };

    pub(crate) fn add(&mut self, other: &Self) {
        self.first = self.first.min(other.first);
        self.jobs.iter_mut().zip(other.jobs).for_each(|(jobs, more)| *jobs += more);
    }
}

/// Changes of counters under collection, by group, so that a job costs one lookup and not six.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    groups: HashMap<Group, Counter>,
}

impl Tally {
    /// Counts the job created at index `first`.
    pub(crate) fn add(&mut self, group: Group, first: i64, status: Status) {
        let counter = self.groups.entry(group).or_insert(Counter::NONE);
        counter.first = counter.first.min(first);
        counter.jobs[status as usize] += 1;
    }

    /// Counts a job with another status than before.
    pub(crate) fn move_one(&mut self, group: Group, from: Status, to: Status) {
        let counter = self.groups.entry(group).or_insert(Counter::NONE);
        counter.jobs[from as usize] -= 1;
        counter.jobs[to as usize] += 1;
    }

    /// What it comes to, row by row.
    pub(crate) fn rows(self) -> BTreeMap<Key, Counter> {
        let mut rows = BTreeMap::new();
        for (group, counter) in self.groups {
            for key in group.keys() {
                rows.entry(key).or_insert(Counter::NONE).add(&counter);
            }
        }
        rows
    }
}

/// How the job created at index `first` is counted so far.
pub(crate) fn counted(sql: &Connection, first: i64) -> Result<(Group, Status)> {
    const DOING: &str = "looking up how a job is counted";
    let select = "SELECT s.status, e.user, e.action, coalesce(e.created_at, e.recorded_at)
                    FROM job_state AS s JOIN entry AS e ON e.idx = s.job WHERE s.job = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let row = statement.query_row([first], |row| row.try_into());
    let (status, user, action, micros): (i64, i64, i64, i64) = row.doing(DOING)?;
    let created_at = Timestamp::from_micros("created_at", micros)
        .map_err(|error| corrupt(format!("entry {first}: column {error}")))?;
    Ok((Group { user, action, day: Day::of(created_at) }, status_from_sql(status)?))
}

const COUNTING: &str = "counting";

/// Writes what a batch has changed, each row once.
pub(crate) fn write(sql: &Connection, tally: Tally) -> Result<()> {
    // Not an upsert: the trigger that guards inserts would refuse it for a row that is there.
    const UPDATE: &str = "UPDATE OR ROLLBACK counter SET
            in_progress = in_progress + ?4, success = success + ?5, failed = failed + ?6,
            unconfirmed = unconfirmed + ?7
        WHERE user = ?1 AND kind = ?2 AND value = ?3";
    const INSERT: &str = "INSERT OR ROLLBACK INTO counter
            (user, kind, value, in_progress, success, failed, unconfirmed, first)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let mut update = sql.prepare_cached(UPDATE).doing(COUNTING)?;
    for (Key { user, kind, value }, Counter { first, jobs: [a, b, c, d] }) in tally.rows() {
        if written(update.execute((user, kind, value, a, b, c, d)))? == 0 {
            let mut insert = sql.prepare_cached(INSERT).doing(COUNTING)?;
            written(insert.execute((user, kind, value, a, b, c, d, first)))?;
        }
    }
    Ok(())
}

/// A change that the table does not take, such as one to fewer jobs than none, says that the row was tampered with.
fn written(rows: rusqlite::Result<usize>) -> Result<usize> {
    match rows {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(damage(error))
        }
        other => other.doing(COUNTING),
    }
}

const READING: &str = "reading counters";

/// Every row, in the order of its key.
pub(crate) fn scan(
    sql: &Connection,
    mut each: impl FnMut(Key, Counter) -> Result<()>,
) -> Result<()> {
    let select = "SELECT user, kind, value, first, in_progress, success, failed, unconfirmed
                    FROM counter ORDER BY user, kind, value";
    let mut statement = sql.prepare(select).doing(READING)?;
    let mut rows = statement.query([]).doing(READING)?;
    while let Some(row) = rows.next().doing(READING)? {
        let (user, kind, value, first, a, b, c, d) = row.try_into().doing(READING)?;
        each(Key { user, kind, value }, Counter { first, jobs: [a, b, c, d] })?;
    }
    Ok(())
}

/// The statistics as the connection sees them.
pub(crate) fn stats(sql: &Connection, query: &StatsQuery) -> Result<Stats> {
    let head = batch::read_tree(sql)?.head();
    let user = match &query.user_id {
        None => Some(EVERYBODY),
        Some(user_id) => terms::find(sql, terms::Kind::User, user_id.as_str())?,
    };
    // A user who is not known has no rows.
    let reader = Reader { sql, user: user.unwrap_or(-1), limit: to_sql(query.limit.get() as u64)? };
    let by_user = match &query.user_id {
        None => reader.most(kind::USER, UserId::new)?,
        Some(user_id) => reader.one(user_id)?,
    };
    let total = match &query.user_id {
        None => reader.all()?,
        Some(_) => by_user.first().map_or(Counts::default(), |row| row.jobs),
    };
    Ok(Stats {
        head,
        total,
        by_action: reader.breakdown(total, reader.most(kind::ACTION, ActionName::new)?)?,
        by_user: reader.breakdown(total, by_user)?,
        by_day: reader.breakdown(total, reader.days()?)?,
    })
}

/// Reads the rows of one user's jobs, or of everybody's.
struct Reader<'c> {
    sql: &'c Connection,
    user: i64,
    limit: i64,
}

impl Reader<'_> {
    /// Jobs are left over only when not all rows are shown: otherwise a search has missed some.
    fn breakdown<T>(&self, total: Counts, rows: Vec<Count<T>>) -> Result<Breakdown<T>> {
        let all = (rows.len() as u64) < from_sql(self.limit)?;
        let breakdown = Breakdown::new(total, rows)?;
        if all && breakdown.other.jobs() != 0 {
            return Err(damage("its rows do not add up to all jobs"));
        }
        Ok(breakdown)
    }

    /// The row that counts everybody's jobs; there is none before the first job.
    fn all(&self) -> Result<Counts> {
        Ok(self.row(kind::ALL, 0)?.unwrap_or_default())
    }

    /// The one row of the user who is asked for.
    fn one(&self, user_id: &UserId) -> Result<Vec<Count<UserId>>> {
        let jobs = self.row(kind::USER, self.user)?;
        Ok(jobs.map(|jobs| Count { value: user_id.clone(), jobs }).into_iter().collect())
    }

    fn row(&self, kind: i64, value: i64) -> Result<Option<Counts>> {
        let select = "SELECT in_progress, success, failed, unconfirmed FROM counter
                       WHERE user = 0 AND kind = ?1 AND value = ?2";
        let mut statement = self.sql.prepare_cached(select).doing(READING)?;
        let mut rows = statement.query((kind, value)).doing(READING)?;
        rows.next().doing(READING)?.map(|row| counts(row, 0)).transpose()
    }

    /// The rows with the most jobs.
    fn most<T>(&self, kind: i64, new: impl Fn(Box<str>) -> Result<T>) -> Result<Vec<Count<T>>> {
        // As the index has it.
        let select = "SELECT t.value, c.in_progress, c.success, c.failed, c.unconfirmed, c.first
                        FROM counter AS c LEFT JOIN term AS t ON t.id = c.value AND t.kind = c.kind
                       WHERE c.user = ?1 AND c.kind = ?2 AND c.kind IN (1, 2)
                       ORDER BY c.in_progress + c.success + c.failed + c.unconfirmed DESC, c.first
                       LIMIT ?3";
        self.rows(select, kind, new)
    }

    /// The newest days.
    fn days(&self) -> Result<Vec<Count<Day>>> {
        let select = "SELECT value, in_progress, success, failed, unconfirmed, NULL FROM counter
                       WHERE user = ?1 AND kind = ?2 ORDER BY value DESC LIMIT ?3";
        self.rows(select, kind::DAY, Day::from_number)
    }

    fn rows<S: FromSql, T>(
        &self,
        select: &str,
        kind: i64,
        new: impl Fn(S) -> Result<T>,
    ) -> Result<Vec<Count<T>>> {
        let mut statement = self.sql.prepare_cached(select).doing(READING)?;
        let mut rows = statement.query((self.user, kind, self.limit)).doing(READING)?;
        let (mut found, mut before) = (Vec::new(), None);
        while let Some(row) = rows.next().doing(READING)? {
            let value = row.get(0).map_err(damage)?;
            let jobs = counts(row, 1)?;
            // Each row's place in the index must be that of its own numbers.
            if let Some(first) = row.get::<_, Option<i64>>(5).map_err(damage)? {
                let place = Some((Reverse(jobs.jobs()), first));
                if before >= place {
                    return Err(damage("the index by jobs is out of order"));
                }
                before = place;
            }
            found.push(Count { value: new(value).map_err(damage)?, jobs });
        }
        Ok(found)
    }
}

/// The counts in a row, from the column `first` on.
fn counts(row: &Row<'_>, first: usize) -> Result<Counts> {
    let mut jobs: [Index; Status::ALL.len()] = Default::default();
    for (at, jobs) in (first..).zip(&mut jobs) {
        *jobs = from_sql(row.get(at).map_err(damage)?).map_err(damage)?;
    }
    Ok(Counts::new(jobs))
}

fn damage(error: impl std::fmt::Display) -> Error {
    corrupt(format!("counter: {error}"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use jobs_core::{
        ActionCode, Cid, CustomerSet, Draft, NewJob, Outcomes, PageLimit, StatusChange,
        StatusDetails,
    };
    use tempfile::TempDir;

    use super::*;
    use crate::connection;
    use crate::terms::Terms;

    fn job(user: &str, action: &str) -> NewJob {
        let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
        let (user, action) = (UserId::new(user).unwrap(), ActionName::new(action).unwrap());
        NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap()
    }

    fn ledger() -> (Connection, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        (connection::open_writer(&folder.path().join("jobs.db")).unwrap(), folder)
    }

    /// Records drafts in one batch, always at the same time, and returns how many rows that wrote.
    fn append(sql: &mut Connection, drafts: Vec<Draft>) -> u64 {
        let now = Timestamp::from_micros("now", 1_769_612_693_003_687).unwrap();
        let before = sql.total_changes();
        let written = batch::run(sql, &mut Terms::new(), |batch| {
            drafts.into_iter().try_for_each(|draft| batch.append(draft, now)?.map(drop))
        });
        written.unwrap();
        sql.total_changes() - before
    }

    /// An entry, an ID and a state each, the tree, and six counters.
    #[test]
    fn a_batch_writes_each_counter_once() {
        let (mut sql, _folder) = ledger();
        let jobs = |count: u64| (0..count).map(|_| job("vijay", "Pay").into()).collect();
        let terms = 3;
        assert_eq!(append(&mut sql, jobs(1)), terms + 3 + 1 + 6);
        assert_eq!(append(&mut sql, jobs(100)), 300 + 1 + 6);
        // Another user has three of them to himself.
        let both = vec![job("vijay", "Pay").into(), job("anna", "Pay").into()];
        assert_eq!(append(&mut sql, both), 1 + 6 + 1 + 6 + 3);
        let open = job("vijay", "Pay");
        let change = StatusChange {
            job_id: open.job_id(),
            actor: UserId::new("vijay").unwrap(),
            details: StatusDetails::new(Status::Success),
            outcomes: Outcomes::default(),
            request_key: None,
        };
        // The state is written twice.
        assert_eq!(append(&mut sql, vec![open.into(), change.into()]), 5 + 1 + 6);
    }

    /// Reading does the same work, step by step of SQLite's machine, however many jobs, users and actions there are.
    #[test]
    fn statistics_take_the_same_steps_however_large_the_ledger() {
        let steps = |jobs: u32, user_id: Option<&str>| {
            let (mut sql, _folder) = ledger();
            let names = |n: u32| (format!("user-{}", n / 2), format!("action-{}", n % 40));
            let draft = |(user, action): (String, String)| job(&user, &action).into();
            append(&mut sql, (0..jobs).map(names).map(draft).collect());
            let steps = Arc::new(AtomicU64::new(0));
            let counted = Arc::clone(&steps);
            let count = move || {
                counted.fetch_add(1, Ordering::Relaxed);
                false
            };
            sql.progress_handler(1, Some(count)).unwrap();
            let user_id = user_id.map(|user| UserId::new(user).unwrap());
            let query = StatsQuery { user_id, limit: PageLimit::new(10).unwrap() };
            let stats = stats(&sql, &query).unwrap();
            assert_eq!(stats.by_action.rows.len(), if query.user_id.is_some() { 2 } else { 10 });
            steps.load(Ordering::Relaxed)
        };
        for user_id in [None, Some("user-7")] {
            let few = steps(40, user_id);
            assert!(few > 100, "only {few} steps were counted");
            assert_eq!(steps(3000, user_id), few, "{user_id:?}");
        }
    }
}
