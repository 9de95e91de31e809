//! The counters, against the jobs that they count.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jobs_core::{Day, Error, Result};
use rusqlite::{Connection, OptionalExtension};

use super::report::{Finding, Findings};
use crate::error::Context;
use crate::format::counters::{Counter, EVERYBODY, Key, kind};

const DOING: &str = "reading counters";

/// What the rows should be, as far as their jobs were seen.
pub(super) type Rows = BTreeMap<Key, Counter>;

/// Adds what was seen elsewhere.
pub(super) fn join(rows: &mut Rows, others: Rows) {
    for (key, counter) in others {
        match rows.entry(key) {
            Entry::Vacant(place) => drop(place.insert(counter)),
            Entry::Occupied(mut place) => place.get_mut().add(&counter),
        }
    }
}

/// Compares the stored rows with what they should be. A row that cannot be read is a finding, and
/// the last.
pub(super) fn check(sql: &Connection, expected: Rows, findings: &mut Findings) -> Result<()> {
    match compare(sql, expected, findings) {
        Err(Error::Corrupt(what)) => {
            findings.add(Finding::new(None, format!("counter: {what}")));
            Ok(())
        }
        other => other,
    }
}

fn compare(sql: &Connection, mut expected: Rows, findings: &mut Findings) -> Result<()> {
    let name = |key: Key| Ok(format!("counter of {}", describe(key, sql)?));
    scan(sql, |key, stored| {
        match expected.remove(&key) {
            Some(counter) if counter == stored => {}
            Some(counter) => findings.add(difference(&name(key)?, stored, counter)),
            None => findings.add(Finding::new(None, format!("{}: counts no job", name(key)?))),
        }
        Ok(())
    })?;
    for key in expected.into_keys() {
        findings.add(Finding::new(None, format!("{}: is missing", name(key)?)));
    }
    Ok(())
}

/// Names the first column that differs.
fn difference(name: &str, stored: Counter, expected: Counter) -> Finding {
    let columns = |counter: Counter| {
        let [in_progress, success, failed, unconfirmed] = counter.jobs;
        [
            ("first", counter.first),
            ("in_progress", in_progress),
            ("success", success),
            ("failed", failed),
            ("unconfirmed", unconfirmed),
        ]
    };
    let mut pairs = columns(stored).into_iter().zip(columns(expected));
    let (stored, expected) =
        pairs.find(|(stored, expected)| stored != expected).unwrap_or_default();
    let what = format!("{name}: column {}: is not that of its jobs", stored.0);
    Finding::new(None, what).stored(stored.1).expected(expected.1)
}

/// Every row, in the order of its key.
fn scan(sql: &Connection, mut each: impl FnMut(Key, Counter) -> Result<()>) -> Result<()> {
    let select = "SELECT user, kind, value, first, in_progress, success, failed, unconfirmed
                    FROM counter ORDER BY user, kind, value";
    let mut statement = sql.prepare(select).doing(DOING)?;
    let mut rows = statement.query([]).doing(DOING)?;
    while let Some(row) = rows.next().doing(DOING)? {
        let (user, kind, value, first, a, b, c, d) = row.try_into().doing(DOING)?;
        each(Key { user, kind, value }, Counter { first, jobs: [a, b, c, d] })?;
    }
    Ok(())
}

/// The row in words, such as `action "T-Enable" of user "vijay"`.
fn describe(key: Key, sql: &Connection) -> Result<String> {
    let term = |id: i64| -> Result<String> {
        let select = "SELECT value FROM term WHERE id = ?1";
        let value = sql.query_row(select, [id], |row| row.get::<_, String>(0)).optional();
        Ok(value.doing(DOING)?.map_or_else(|| format!("term {id}"), |text| format!("{text:?}")))
    };
    let value = match key.kind {
        kind::ALL => "all jobs".into(),
        kind::USER => format!("user {}", term(key.value)?),
        kind::ACTION => format!("action {}", term(key.value)?),
        kind::DAY => match Day::from_number(key.value) {
            Ok(day) => format!("day {day}"),
            Err(_) => format!("day {}", key.value),
        },
        other => format!("value {} of kind {other}", key.value),
    };
    Ok(match key.user {
        EVERYBODY => value,
        user => format!("{value} of user {}", term(user)?),
    })
}
