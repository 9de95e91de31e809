//! Writes the tree's state and the subtrees that a batch has completed.

use jobs_core::Result;
use jobs_core::backend::TreeState;
use jobs_core::merkle::{Hash, Node};
use rusqlite::Connection;

use crate::error::Context;
use crate::format::codes::to_sql;

pub(crate) fn write_tree(sql: &Connection, state: &TreeState) -> Result<()> {
    const DOING: &str = "recording the tree's state";
    let update = "UPDATE tree SET size = ?1, recorded_at = ?2, edge = ?3 WHERE id = 0";
    let mut statement = sql.prepare_cached(update).doing(DOING)?;
    let size = to_sql(state.edge.size())?;
    let values = (size, state.recorded_at.as_micros(), state.edge.to_bytes());
    statement.execute(values).doing(DOING)?;
    Ok(())
}

/// Records the roots of subtrees that were just completed; their levels are multiples of 8.
pub(crate) fn write_subtrees(sql: &Connection, subtrees: &[(Node, Hash)]) -> Result<()> {
    const DOING: &str = "recording a subtree";
    let insert = "INSERT OR ROLLBACK INTO subtree (level, idx, hash) VALUES (?1, ?2, ?3)";
    for (node, hash) in subtrees {
        let mut statement = sql.prepare_cached(insert).doing(DOING)?;
        let values = (node.level / 8, to_sql(node.index)?, hash.as_bytes());
        statement.execute(values).doing(DOING)?;
    }
    Ok(())
}
