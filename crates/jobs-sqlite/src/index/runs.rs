//! Runs of entries: how long one is, how much of the ledger they cover, and what terms a run uses.

use jobs_core::Result;
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Context, corrupt, in_entry};
use crate::format::codes::from_sql;
use crate::format::term_array::{customers_of, terms_in};

/// When a run is long enough. Runs of any length can stand side by side.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RunSize {
    /// This many entries. Offsets into a run must fit a uint16.
    pub(crate) entries: i64,
    /// Or this many customers of its jobs, which bounds what a list reads after the last run, and
    /// the memory that sorting a run takes.
    pub(crate) customers: i64,
}

impl RunSize {
    /// 2^18 customers are 16 for each of 16,384 jobs. Sorted with the jobs' users, actions and
    /// batches, at 16 bytes each, they take 5 MB (the last job may bring 100,000 more); as JSON,
    /// about 2 MB that a list looks through.
    pub(crate) const DEFAULT: Self = Self { entries: 16_384, customers: 1 << 18 };
}

/// The most entries of a run: an entry in it is named by an offset of 16 bits.
pub(crate) const RUN_MAX: i64 = 1 << 16;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Run {
    pub(crate) first: i64,
    pub(crate) past: i64,
    pub(crate) created_min: i64,
    pub(crate) created_max: i64,
}

/// How far the index has come: the index after the last complete run, from which entries are found
/// by reading them, and the size of the ledger.
pub(crate) struct Reach {
    pub(crate) covered: i64,
    pub(crate) size: i64,
}

pub(crate) fn reach(sql: &Connection) -> Result<Reach> {
    const DOING: &str = "reading the reverse index";
    // At most the last run is open.
    let select = "SELECT coalesce((SELECT past FROM run WHERE next_term IS NULL ORDER BY first DESC LIMIT 1), 0),
                         size FROM tree WHERE id = 0";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let (covered, size): (i64, i64) = statement.query_row([], |row| row.try_into()).doing(DOING)?;
    if !(0..=size).contains(&covered) {
        return Err(corrupt(format!("the reverse index covers {covered} entries of {size}")));
    }
    Ok(Reach { covered, size })
}

/// How much of a run some entries are.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Length {
    pub(crate) entries: i64,
    pub(crate) customers: i64,
}

impl Length {
    pub(crate) fn is_a_run(self, size: RunSize) -> bool {
        self.entries >= size.entries || self.customers >= size.customers
    }

    /// Counts one more entry; only a job has customers.
    pub(crate) fn add(&mut self, customer_count: Option<i64>) {
        self.entries += 1;
        self.customers = self.customers.saturating_add(customer_count.unwrap_or(0));
    }
}

/// The end of the open run that starts at `first`, and the term to go on with; none when it is not
/// begun.
pub(crate) fn open_run(sql: &Connection, first: i64) -> Result<Option<(i64, i64)>> {
    const DOING: &str = "reading the reverse index";
    let select = "SELECT past, next_term FROM run WHERE first = ?1 AND next_term IS NOT NULL";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    statement.query_row([first], |row| row.try_into()).optional().doing(DOING)
}

/// Reads the run of entries that starts at `first`: its bounds, and each use of a term with the
/// job's offset, in order. The run ends at `past`, or where it is long enough.
pub(crate) fn read_run(
    sql: &Connection,
    first: i64,
    past: Option<i64>,
    size: RunSize,
) -> Result<(Run, Vec<(i64, u16)>)> {
    const DOING: &str = "reading entries for the reverse index";
    let select =
        "SELECT idx, customer_count, coalesce(created_at, recorded_at), job_id IS NOT NULL,
                         customers, user, action, batch
                    FROM entry WHERE idx >= ?1 AND idx < ?2 ORDER BY idx";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query((first, past.unwrap_or(i64::MAX))).doing(DOING)?;
    let mut run = Run { first, past: first, created_min: i64::MAX, created_max: i64::MIN };
    let mut uses = Vec::new();
    let mut length = Length::default();
    while past.is_some() || !length.is_a_run(size) {
        let Some(row) = rows.next().doing(DOING)? else { break };
        let index: i64 = row.get(0).doing(DOING)?;
        run.past = index + 1;
        length.add(row.get(1).doing(DOING)?);
        if !row.get::<_, bool>(3).doing(DOING)? {
            continue; // a change of status
        }
        let created: i64 = row.get(2).doing(DOING)?;
        run.created_min = run.created_min.min(created);
        run.created_max = run.created_max.max(created);
        let offset = u16::try_from(index - first).map_err(|_| corrupt("a run is too long"))?;
        let customers = customers_of(row.get_ref(4)).map_err(in_entry(from_sql(index)?))?;
        for column in 5..=7 {
            uses.extend(row.get::<_, Option<i64>>(column).doing(DOING)?.map(|term| (term, offset)));
        }
        for term in terms_in(customers) {
            uses.push((term.map_err(in_entry(from_sql(index)?))?, offset));
        }
    }
    uses.sort_unstable();
    // Only a row that was tampered with names a term twice.
    uses.dedup();
    Ok((run, uses))
}
