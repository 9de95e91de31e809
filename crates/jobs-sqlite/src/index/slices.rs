//! Slices of a run's postings, each written in its own transaction.

use jobs_core::Result;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::error::{Context, corrupt};
use crate::index::blocks::Block;
use crate::index::runs::{Run, RunSize, open_run, read_run};

/// The fewest bytes of postings that a transaction writes, if that many are left: about 2 ms of
/// work, against the one fsync that it costs. Its last posting may have 128 KiB: that of a term
/// which all entries of the longest run use.
pub(crate) const SLICE_BYTES: usize = 256 << 10;

/// The postings of a few neighbouring terms of a run.
#[derive(Debug)]
pub(crate) struct Slice {
    pub(crate) run: Run,
    /// The term that the slice starts with; 0 when it begins the run.
    pub(crate) from: i64,
    /// The postings, in the order of their terms.
    pub(crate) blocks: Vec<Block>,
    /// The term that the next slice starts with; none when this slice completes the run.
    pub(crate) next_term: Option<i64>,
}

/// The postings of the run that starts at `first`, or what is left of them.
pub(crate) fn slices_of(
    sql: &Connection,
    first: i64,
    size: RunSize,
) -> Result<impl Iterator<Item = Slice> + use<>> {
    let open = open_run(sql, first)?;
    let (run, uses) = read_run(sql, first, open.map(|(past, _)| past), size)?;
    Ok(slices(run, uses, open.map_or(0, |(_, next_term)| next_term)))
}

/// Cuts a run's uses, which are sorted, into slices, from the term `from` on.
fn slices(run: Run, uses: Vec<(i64, u16)>, from: i64) -> impl Iterator<Item = Slice> {
    let mut at = uses.partition_point(|(term, _)| *term < from);
    let mut next = Some(from);
    std::iter::from_fn(move || {
        let from = next?;
        let mut blocks = Vec::new();
        let mut bytes = 0;
        while bytes < SLICE_BYTES
            && let Some((block, taken)) = Block::take(&uses[at..])
        {
            at += taken;
            bytes += block.postings.len();
            blocks.push(block);
        }
        next = uses.get(at).map(|(term, _)| *term);
        Some(Slice { run, from, blocks, next_term: next })
    })
}

/// The blocks of a run's uses, which are sorted.
pub(crate) fn blocks_of(mut uses: &[(i64, u16)]) -> impl Iterator<Item = Block> {
    std::iter::from_fn(move || {
        let (block, taken) = Block::take(uses)?;
        uses = &uses[taken..];
        Some(block)
    })
}

/// Writes a slice in its own transaction, unless another process's indexer was faster. The run is
/// open while its postings are written.
pub(crate) fn write(connection: &mut Connection, slice: &Slice) -> Result<()> {
    const DOING: &str = "writing the reverse index";
    let sql = connection.transaction_with_behavior(TransactionBehavior::Immediate).doing(DOING)?;
    let next_term = match begun(&sql, slice.run)? {
        Some(next_term) => next_term,
        None => {
            begin(&sql, slice.run).doing(DOING)?;
            Some(0)
        }
    };
    if next_term == Some(slice.from) {
        write_postings(&sql, slice).doing(DOING)?;
    }
    sql.commit().doing(DOING)
}

/// The term to go on with in `run`, none when it is complete; nothing at all when it is not begun.
fn begun(sql: &Connection, run: Run) -> Result<Option<Option<i64>>> {
    const DOING: &str = "reading the reverse index";
    let select = "SELECT past, created_min, created_max, next_term FROM run WHERE first = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let row: Option<(i64, i64, i64, Option<i64>)> =
        statement.query_row([run.first], |row| row.try_into()).optional().doing(DOING)?;
    let Some((past, created_min, created_max, next_term)) = row else { return Ok(None) };
    // Lists skip a run because of its bounds, so bounds that somebody else wrote are checked.
    if next_term.is_some() && (Run { past, created_min, created_max, ..run }) != run {
        return Err(corrupt(format!("run {} is not what its entries say", run.first)));
    }
    Ok(Some(next_term))
}

fn begin(sql: &Connection, run: Run) -> rusqlite::Result<()> {
    let Run { first, past, created_min, created_max } = run;
    let insert = "INSERT OR ROLLBACK INTO run (first, past, created_min, created_max, next_term)
                  VALUES (?1, ?2, ?3, ?4, 0)";
    let mut statement = sql.prepare_cached(insert)?;
    statement.execute((first, past, created_min, created_max)).map(drop)
}

fn write_postings(sql: &Connection, slice: &Slice) -> rusqlite::Result<()> {
    let insert = "INSERT OR ROLLBACK INTO posting (run, term, block) VALUES (?1, ?2, ?3)";
    let mut statement = sql.prepare_cached(insert)?;
    for Block { term, postings } in &slice.blocks {
        statement.execute((slice.run.first, term, postings))?;
    }
    let update = "UPDATE OR ROLLBACK run SET next_term = ?2 WHERE first = ?1";
    let mut statement = sql.prepare_cached(update)?;
    statement.execute((slice.run.first, slice.next_term)).map(drop)
}
