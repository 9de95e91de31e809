//! Statistics, read from the counters.

use std::cmp::Reverse;

use jobs_core::{
    ActionName, Breakdown, Count, Counts, Day, Error, Index, Result, Stats, StatsQuery, Status,
    UserId,
};
use rusqlite::types::FromSql;
use rusqlite::{Connection, Row};

use crate::error::{Context, corrupt};
use crate::format::codes::{from_sql, to_sql};
use crate::format::counters::{EVERYBODY, kind};
use crate::format::term_kind::TermKind;
use crate::reading::{lookups, tree};

const READING: &str = "reading counters";

/// The statistics as the connection sees them.
pub(crate) fn stats(sql: &Connection, query: &StatsQuery) -> Result<Stats> {
    let head = tree::read_tree(sql)?.head();
    let user = match &query.user_id {
        None => Some(EVERYBODY),
        Some(user_id) => lookups::find_term(sql, TermKind::User, user_id.as_str())?,
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
    /// Jobs are left over only when not all rows are shown; otherwise the search missed some.
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
        // In the order of the index.
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
        let mut found = Vec::new();
        let mut before = None;
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

pub(crate) fn damage(error: impl std::fmt::Display) -> Error {
    corrupt(format!("counter: {error}"))
}
