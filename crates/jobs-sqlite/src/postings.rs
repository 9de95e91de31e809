//! The reverse index: which jobs use a term (a customer, user, action or batch).
//!
//! It is written behind the ledger, a *run* of entries at a time, each run sorted by term. Inserting sorted
//! runs at the end of one B-tree costs a fraction of keeping an index row per customer and job. A thread of its
//! own reads the run's entries and hands their postings to the writer in slices, so that no commit waits for a
//! whole run. Entries after the last complete run are found by reading them, so nothing is ever missing.

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread::JoinHandle;

use jobs_core::{Error, Index, Result};
use rusqlite::{Connection, OptionalExtension};
use tokio::sync::oneshot;

use crate::error::{Context, corrupt};
use crate::writer::{Message, Queue, WeakQueue};

/// How many entries a run has. Offsets into a run must fit a uint16.
pub(crate) const RUN_ENTRIES: i64 = 16_384;

/// A run ends early once it has this many uses of terms, which bounds the memory that sorting takes to about
/// 32 MB: 2^20 uses, 16 bytes each, twice over while they are grouped.
const RUN_USES_MAX: usize = 1 << 20;

/// How many postings a commit takes along: about 1 ms of work.
const SLICE_POSTINGS: usize = 1000;

/// The postings of a few neighbouring terms of a run.
#[derive(Debug)]
pub(crate) struct Slice {
    run: Bounds,
    /// Each term with its jobs, ascending.
    pub(crate) postings: Vec<(i64, Vec<u8>)>,
    /// The term that the next slice starts with; none when this slice completes the run.
    next_term: Option<i64>,
}

#[derive(Debug, Clone, Copy)]
struct Bounds {
    first: i64,
    past: i64,
    created_min: i64,
    created_max: i64,
}

/// Starts the thread that keeps the index up. It hears the ledger's size through `woken`, and ends when the
/// sender is dropped.
pub(crate) fn start(
    sql: Connection,
    queue: &Queue,
    woken: mpsc::Receiver<Index>,
    run_entries: i64,
) -> Result<JoinHandle<()>> {
    // Weak, so that the indexer does not keep the writer's queue open.
    let queue = queue.downgrade();
    let mut due = (covered(&sql)? + run_entries).cast_unsigned();
    std::thread::Builder::new()
        .name("jobs-sqlite-indexer".into())
        .spawn(move || {
            while let Ok(size) = woken.recv() {
                if size < due {
                    continue;
                }
                match index_all(&sql, &queue, run_entries) {
                    Ok(covered) => due = (covered + run_entries).cast_unsigned(),
                    Err(Error::Closed) => return,
                    // Lists stay right without the index, only slower; the next commit tries again.
                    Err(error) => tracing::warn!(%error, "the reverse index fell behind"),
                }
            }
        })
        .doing("starting the indexer")
}

/// The index after the last complete run: from there on, entries are found by reading them.
pub(crate) fn covered(sql: &Connection) -> Result<i64> {
    const DOING: &str = "reading the reverse index";
    // At most the last run is incomplete.
    let select = "SELECT past FROM run WHERE next_term IS NULL ORDER BY first DESC LIMIT 1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let past = statement.query_row([], |row| row.get(0)).optional().doing(DOING)?;
    Ok(past.unwrap_or(0))
}

/// Indexes every run that is due, and returns where the next one starts.
fn index_all(sql: &Connection, queue: &WeakQueue, run_entries: i64) -> Result<i64> {
    loop {
        let first = covered(sql)?;
        let size: i64 = sql
            .prepare_cached("SELECT size FROM tree WHERE id = 0")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .doing("reading the tree's state")?;
        if size - first < run_entries {
            return Ok(first);
        }
        let next_term = next_term(sql, first)?;
        let (bounds, uses) = read_run(sql, first, run_entries)?;
        for slice in slices(bounds, uses, next_term) {
            let (reply, answer) = oneshot::channel();
            // A strong handle only for a moment: the store may close between two slices.
            let strong = queue.upgrade().ok_or(Error::Closed)?;
            let sent = strong.blocking_send(Message::Postings { slice, reply });
            drop(strong);
            sent.map_err(|_| Error::Closed)?;
            answer.blocking_recv().map_err(|_| Error::Closed)??;
        }
    }
}

/// The term to go on with in the run that starts at `first`; none when it is not begun.
fn next_term(sql: &Connection, first: i64) -> Result<Option<i64>> {
    const DOING: &str = "reading the reverse index";
    let select = "SELECT next_term FROM run WHERE first = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    Ok(statement.query_row([first], |row| row.get(0)).optional().doing(DOING)?.flatten())
}

/// Reads the run of entries that starts at `first`: its bounds, and its terms with the jobs that use them.
fn read_run(
    sql: &Connection,
    first: i64,
    run_entries: i64,
) -> Result<(Bounds, BTreeMap<i64, Vec<u8>>)> {
    const DOING: &str = "reading entries for the reverse index";
    let select = "SELECT idx, user, action, batch, coalesce(created_at, recorded_at), customers
                    FROM entry WHERE idx >= ?1 AND idx < ?2 ORDER BY idx";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query((first, first + run_entries)).doing(DOING)?;
    let mut bounds = Bounds { first, past: first, created_min: i64::MAX, created_max: i64::MIN };
    let mut uses = Uses::default();
    while let Some(row) = rows.next().doing(DOING)? {
        let index: i64 = row.get(0).doing(DOING)?;
        bounds.past = index + 1;
        let Some(customers) = row.get_ref(5).doing(DOING)?.as_str_or_null().doing(DOING)? else {
            continue; // a change of status
        };
        let created: i64 = row.get(4).doing(DOING)?;
        bounds.created_min = bounds.created_min.min(created);
        bounds.created_max = bounds.created_max.max(created);
        let offset = u16::try_from(index - first).map_err(|_| corrupt("a run is too long"))?;
        for column in 1..=3 {
            if let Some(term) = row.get(column).doing(DOING)? {
                uses.add(term, offset);
            }
        }
        customer_terms(customers)?.into_iter().for_each(|term| uses.add(term, offset));
        if uses.count >= RUN_USES_MAX {
            break;
        }
    }
    Ok((bounds, uses.by_term))
}

/// A run's terms with their postings under construction.
#[derive(Default)]
struct Uses {
    by_term: BTreeMap<i64, Vec<u8>>,
    count: usize,
}

impl Uses {
    fn add(&mut self, term: i64, offset: u16) {
        self.by_term.entry(term).or_default().extend(offset.to_be_bytes());
        self.count += 1;
    }
}

/// The terms in an entry's `customers`, a JSON array of integers.
pub(crate) fn customer_terms(json: &str) -> Result<Vec<i64>> {
    serde_json::from_str(json).map_err(|error| corrupt(format!("column customers: {error}")))
}

/// Cuts a run's postings into slices, leaving out what is written already.
fn slices(
    run: Bounds,
    by_term: BTreeMap<i64, Vec<u8>>,
    next_term: Option<i64>,
) -> impl Iterator<Item = Slice> {
    let mut rest =
        by_term.into_iter().skip_while(move |(term, _)| Some(*term) < next_term).peekable();
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let postings = rest.by_ref().take(SLICE_POSTINGS).collect();
        let next_term = rest.peek().map(|(term, _)| *term);
        done = next_term.is_none();
        Some(Slice { run, postings, next_term })
    })
}

/// Writes a slice, unless another process's indexer was faster.
pub(crate) fn write(sql: &Connection, slice: &Slice) -> Result<()> {
    const DOING: &str = "writing the reverse index";
    let Slice { run, postings, next_term } = slice;
    let from = postings.first().map(|(term, _)| *term);
    let begun = sql
        .prepare_cached("SELECT next_term FROM run WHERE first = ?1")
        .and_then(|mut statement| {
            statement.query_row([run.first], |row| row.get::<_, Option<i64>>(0)).optional()
        })
        .doing(DOING)?;
    match begun {
        None => begin_run(sql, *run, *next_term).doing(DOING)?,
        Some(expected) if expected.is_some() && expected == from => {
            let update = "UPDATE OR ROLLBACK run SET next_term = ?2 WHERE first = ?1";
            let mut statement = sql.prepare_cached(update).doing(DOING)?;
            statement.execute((run.first, next_term)).doing(DOING)?;
        }
        Some(_) => return Ok(()),
    }
    let insert = "INSERT OR ROLLBACK INTO posting (run, term, jobs) VALUES (?1, ?2, ?3)";
    let mut statement = sql.prepare_cached(insert).doing(DOING)?;
    for (term, jobs) in postings {
        statement.execute((run.first, term, jobs)).doing(DOING)?;
    }
    Ok(())
}

fn begin_run(sql: &Connection, run: Bounds, next_term: Option<i64>) -> rusqlite::Result<()> {
    let Bounds { first, past, created_min, created_max } = run;
    let insert = "INSERT OR ROLLBACK INTO run (first, past, created_min, created_max, next_term)
                  VALUES (?1, ?2, ?3, ?4, ?5)";
    let mut statement = sql.prepare_cached(insert)?;
    statement.execute((first, past, created_min, created_max, next_term))?;
    Ok(())
}

/// The jobs of a posting, as indexes.
pub(crate) fn decode(run: i64, jobs: &[u8]) -> Result<Vec<i64>> {
    let (offsets, rest) = jobs.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(corrupt("a posting has an odd number of bytes"));
    }
    Ok(offsets.iter().map(|offset| run + i64::from(u16::from_be_bytes(*offset))).collect())
}
