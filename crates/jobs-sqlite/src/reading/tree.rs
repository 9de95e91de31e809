//! The tree's state, as it is stored.

use jobs_core::backend::TreeState;
use jobs_core::merkle::RightEdge;
use jobs_core::{Index, Result, Timestamp};
use rusqlite::Connection;

use crate::error::{Context, corrupt};
use crate::format::codes::from_sql;

/// The tree's state as the connection sees it.
pub(crate) fn read_tree(sql: &Connection) -> Result<TreeState> {
    const DOING: &str = "reading the tree's state";
    let select = "SELECT size, recorded_at, edge FROM tree WHERE id = 0";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let (size, recorded_at, edge): (i64, i64, Vec<u8>) =
        statement.query_row([], |row| row.try_into()).doing(DOING)?;
    let recorded_at = Timestamp::from_micros("recorded_at", recorded_at)
        .map_err(|error| corrupt(format!("tree: column {error}")))?;
    Ok(TreeState { edge: RightEdge::from_bytes(from_sql(size)?, &edge)?, recorded_at })
}

/// Refuses to build on entries that the tree does not know: another program has changed the file.
pub(crate) fn check_size(sql: &Connection, size: Index) -> Result<()> {
    const DOING: &str = "counting entries";
    let select = "SELECT coalesce(max(idx), -1) + 1 FROM entry";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let entries = from_sql(statement.query_row([], |row| row.get(0)).doing(DOING)?)?;
    if entries == size {
        return Ok(());
    }
    Err(corrupt(format!(
        "the file holds {} and its tree {size}; nothing is appended to it",
        jobs_core::plural(entries, "entry", "entries")
    )))
}
