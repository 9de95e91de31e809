//! Looking a term up in a run.

use jobs_core::Result;
use rusqlite::Connection;

use crate::error::{Context, corrupt};
use crate::index::blocks;

/// The jobs of run `run` that use `term`, none when it has no such job.
pub(crate) fn jobs(sql: &Connection, run: i64, term: i64) -> Result<Option<Vec<i64>>> {
    const DOING: &str = "reading the reverse index";
    let select = "SELECT term, block FROM posting WHERE run = ?1 AND term <= ?2
                   ORDER BY term DESC LIMIT 1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query((run, term)).doing(DOING)?;
    let Some(row) = rows.next().doing(DOING)? else { return Ok(None) };
    blocks::jobs(run, row.get(0).doing(DOING)?, bytes(row, 1)?, term)
}

fn bytes<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> Result<&'r [u8]> {
    let value = row.get_ref(column).map(|value| value.as_blob().ok());
    value.ok().flatten().ok_or_else(|| corrupt("column block: is not a blob"))
}
