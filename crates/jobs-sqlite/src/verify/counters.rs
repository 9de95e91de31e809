//! The counters, against the jobs that they count.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jobs_core::Result;
use rusqlite::Connection;

use super::report::{Finding, Findings};
use crate::counters::{self, Counter, Key};

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

/// Compares the stored rows with what they should be.
pub(super) fn check(sql: &Connection, mut expected: Rows, findings: &mut Findings) -> Result<()> {
    // Which rows differ, before they are put into words: that takes other statements.
    let mut differing = Vec::new();
    counters::scan(sql, |key, stored| match expected.remove(&key) {
        Some(counter) if counter == stored => {}
        counter => differing.push((key, Some(stored), counter)),
    })?;
    differing.extend(expected.into_iter().map(|(key, counter)| (key, None, Some(counter))));
    for (key, stored, counter) in differing {
        let name = format!("counter of {}", key.describe(sql)?);
        findings.add(match (stored, counter) {
            (Some(stored), Some(counter)) => difference(&name, stored, counter),
            (None, _) => Finding::new(None, format!("{name}: is missing")),
            (Some(_), None) => Finding::new(None, format!("{name}: counts no job")),
        });
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
