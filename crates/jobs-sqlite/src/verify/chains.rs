//! A job's entries, from the newest back to the first, and what `job_state` says of them.

use jobs_core::merkle::leaf_hash;
use jobs_core::{Entry, Index, NewNote, Result, Status};
use rusqlite::{CachedStatement, Connection, OptionalExtension};

use super::report::{Finding, Findings};
use crate::error::Context;
use crate::format::codes::{from_sql, status_from_sql, status_to_sql, to_sql};
use crate::reading::entries;

const DOING: &str = "verifying a job's entries";

/// A row of `job_state`.
#[derive(Clone, Copy)]
struct StateRow {
    job: i64,
    status: i64,
    source: i64,
    said: Said,
}

/// What `job_state` says of the entries after a job's first.
#[derive(Clone, Copy, Default, PartialEq)]
struct Said {
    last_change: Option<i64>,
    first_change: Option<i64>,
    last_note: Option<i64>,
    notes: i64,
}

/// The states of a stretch of jobs, in order: reading them in one go takes a fraction of looking
/// each up.
struct States(std::iter::Peekable<std::vec::IntoIter<StateRow>>);

impl States {
    fn read(sql: &Connection, first: Index, past: Index) -> Result<Self> {
        let select = "SELECT job, status, source, last_change, first_change, last_note, notes
                        FROM job_state NOT INDEXED WHERE job >= ?1 AND job < ?2 ORDER BY job";
        let mut statement = sql.prepare_cached(select).doing(DOING)?;
        let states = statement.query_map([to_sql(first)?, to_sql(past)?], |row| {
            let (job, status, source, last_change, first_change, last_note, notes) =
                row.try_into()?;
            let said = Said { last_change, first_change, last_note, notes };
            Ok(StateRow { job, status, source, said })
        });
        let states = states.doing(DOING)?.collect::<rusqlite::Result<Vec<_>>>().doing(DOING)?;
        Ok(Self(states.into_iter().peekable()))
    }

    /// That of `job`; jobs are asked for in order.
    fn of(&mut self, job: i64) -> Option<StateRow> {
        while self.0.next_if(|state| state.job < job).is_some() {}
        self.0.next_if(|state| state.job == job)
    }
}

/// An entry as far as it is a part of its job's chain.
#[derive(Clone, Copy)]
pub(super) struct Link {
    /// The job's first entry.
    pub(super) job: i64,
    pub(super) previous: Option<i64>,
    /// The code of the status that it gives to the job; none for a note.
    pub(super) status: Option<i64>,
}

/// What a job's chain comes to.
#[derive(Default)]
pub(super) struct Checked {
    /// How many entries it has.
    pub(super) reached: u64,
    /// The job's status, if that is known.
    pub(super) status: Option<Status>,
}

/// What was met on the way along a chain.
#[derive(Default)]
struct Met {
    said: Said,
    /// The status that the newest change gave to the job; none without a change.
    status: Option<i64>,
    /// The same of the entries below the size that is verified.
    status_seen: Option<i64>,
    /// The entries after the first, newest first.
    entries: Vec<i64>,
}

impl Met {
    fn take(&mut self, at: i64, status: Option<i64>, is_seen: bool) {
        self.entries.push(at);
        let Some(status) = status else {
            self.said.last_note.get_or_insert(at);
            self.said.notes += 1;
            return;
        };
        self.status.get_or_insert(status);
        if is_seen {
            self.status_seen.get_or_insert(status);
        }
        if self.said.last_change.is_none() {
            self.said.last_change = Some(at);
        } else {
            self.said.first_change.get_or_insert(at);
        }
    }
}

/// The chains of a stretch of jobs.
pub(super) struct Chains<'c> {
    sql: &'c Connection,
    links: CachedStatement<'c>,
    states: States,
    /// How many entries there are; what was appended since is followed and not counted.
    size: Index,
}

impl<'c> Chains<'c> {
    /// Those of the jobs from `first` up to `past`.
    pub(super) fn new(sql: &'c Connection, first: Index, past: Index, size: Index) -> Result<Self> {
        let select = "SELECT coalesce(job, idx), previous, iif(kind = 4, NULL, coalesce(status, 0))
                        FROM entry WHERE idx = ?1";
        let links = sql.prepare_cached(select).doing(DOING)?;
        Ok(Self { sql, links, states: States::read(sql, first, past)?, size })
    }

    /// The entry at `index`, if there is one.
    pub(super) fn link(&mut self, index: i64) -> Result<Option<Link>> {
        let found = self.links.query_row([index], |row| {
            Ok(Link { job: row.get(0)?, previous: row.get(1)?, status: row.get(2)? })
        });
        found.optional().doing(DOING)
    }

    /// The entry that gave the job the status that it had after `link`, the one at `at`: that one,
    /// or the newest before it that is no note. None where there is none.
    pub(super) fn status_entry(
        &mut self,
        mut at: i64,
        mut link: Link,
    ) -> Result<Option<(i64, Link)>> {
        while link.status.is_none() {
            let Some(previous) = link.previous.filter(|previous| *previous < at) else {
                return Ok(None);
            };
            at = previous;
            match self.link(at)? {
                Some(before) => link = before,
                None => return Ok(None),
            }
        }
        Ok(Some((at, link)))
    }

    /// That `job_state` says what the entries of the job do that `first` creates; jobs are asked
    /// for in order.
    pub(super) fn check(
        &mut self,
        first: &Entry,
        source: i64,
        findings: &mut Findings,
    ) -> Result<Checked> {
        let mut report = |finding: Finding| findings.add(finding.of_job(first.job_id()));
        let Some(state) = self.states.of(to_sql(first.index())?) else {
            report(Finding::new(first.index(), "job_state: has no row for this job"));
            return Ok(Checked::default());
        };
        if state.source != source {
            let what = "job_state: column source: is not the job's";
            report(Finding::new(first.index(), what).stored(state.source).expected(source));
        }
        let met = match self.walk(&state)? {
            Ok(met) => met,
            Err(Some(column)) => {
                let what = format!(
                    "job_state: column {column}: leads to an entry of another job, or to none"
                );
                report(Finding::new(first.index(), what));
                return Ok(Checked::default());
            }
            // What is wrong with the entry is reported there.
            Err(None) => return Ok(Checked::default()),
        };
        let was_edited = |entries: &[i64]| {
            entries.iter().try_fold(false, |edited, at| Ok(edited || self.was_edited(*at)?))
        };
        let status = first.status().unwrap_or(Status::InProgress);
        let expected = met.status.unwrap_or(status_to_sql(status));
        let status_entry = met.said.last_change.unwrap_or(state.job);
        if state.status != expected && !was_edited(&[status_entry])? {
            let name = |code| {
                status_from_sql(code)
                    .map_or_else(|_| i64::to_string(&code), |status| status.to_string())
            };
            let what = "job_state: column status: is not that of the job's newest change";
            let finding = Finding::new(first.index(), what);
            report(finding.stored(name(state.status)).expected(name(expected)));
        }
        if state.said != met.said && !was_edited(&met.entries)? {
            for (column, stored, expected) in state.said.differences(met.said) {
                let what = format!("job_state: column {column}: is not what the job's entries say");
                report(Finding::new(first.index(), what).stored(stored).expected(expected));
            }
        }
        if usize::try_from(met.said.notes).is_ok_and(|notes| notes > NewNote::COUNT_MAX) {
            let what = "entry: its job has more notes than a job may have";
            report(Finding::new(first.index(), what).stored(met.said.notes));
        }
        let seen = |at: &&i64| (**at).cast_unsigned() < self.size;
        Ok(Checked {
            reached: 1 + met.entries.iter().filter(seen).count() as u64,
            // A code that is none is reported with its entry.
            status: met.status_seen.map_or(Some(status), |code| status_from_sql(code).ok()),
        })
    }

    /// Walks a job's chain back to its first entry. If it goes astray, the column that leads there;
    /// or nothing, if the entry there is missing, or it or the one that leads there was edited:
    /// that is reported as such, and nothing else is wrong.
    fn walk(&mut self, state: &StateRow) -> Result<std::result::Result<Met, Option<&'static str>>> {
        let StateRow { job, said, .. } = *state;
        let mut met = Met::default();
        let change = said.last_change.map(|last| (last, "last_change"));
        let note = said.last_note.map(|last| (last, "last_note"));
        let Some((mut at, column)) = change.max(note) else { return Ok(Ok(met)) };
        // A newest entry that does not come after the first leads nowhere.
        for (at, column) in change.into_iter().chain(note) {
            if at <= job {
                return Ok(Err(Some(column)));
            }
        }
        while at != job {
            match self.link(at)? {
                Some(Link { job: of, previous: Some(previous), status })
                    if of == job && previous < at =>
                {
                    met.take(at, status, at.cast_unsigned() < self.size);
                    at = previous;
                }
                found => {
                    let came_from = met.entries.last().copied();
                    let is_excused = self.is_excused(at, found.is_some(), came_from)?;
                    return Ok(Err((!is_excused).then_some(column)));
                }
            }
        }
        Ok(Ok(met))
    }

    /// Whether what is at `at`, or led there, is itself found to be wrong.
    fn is_excused(&self, at: i64, is_there: bool, came_from: Option<i64>) -> Result<bool> {
        for entry in is_there.then_some(at).into_iter().chain(came_from) {
            if self.was_edited(entry)? {
                return Ok(true);
            }
        }
        Ok(!is_there && u64::try_from(at).is_ok_and(|at| at < self.size))
    }

    fn was_edited(&self, at: i64) -> Result<bool> {
        let select = "SELECT leaf_hash FROM entry WHERE idx = ?1";
        let kept: Option<[u8; 32]> =
            self.sql.query_row(select, [at], |row| row.get(0)).optional().unwrap_or_default();
        let entry = entries::entry(self.sql, from_sql(at)?).ok().flatten();
        let computed = entry.map(|entry| *leaf_hash(&entry.leaf()).as_bytes());
        Ok(computed.is_none() || computed != kept)
    }
}

impl Said {
    /// The columns in which two differ, with both values.
    fn differences(self, expected: Self) -> impl Iterator<Item = (&'static str, String, String)> {
        let show = |index: Option<i64>| index.map_or("NULL".into(), |index| index.to_string());
        let columns = [
            ("last_change", show(self.last_change), show(expected.last_change)),
            ("first_change", show(self.first_change), show(expected.first_change)),
            ("last_note", show(self.last_note), show(expected.last_note)),
            ("notes", self.notes.to_string(), expected.notes.to_string()),
        ];
        columns.into_iter().filter(|(_, stored, expected)| stored != expected)
    }
}
