//! The tree's nodes, by tiles: leaves' hashes stand with their entries, subtrees of 256, 65,536, …
//! leaves in their own table. The nodes between are computed from them.

use jobs_core::merkle::{Hash, Tile, TileId};
use jobs_core::{Error, Result};
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Context, corrupt};
use crate::format::codes::to_sql;
use crate::reading::tree;

/// The tiles with these IDs. All reads must see one state: the caller holds a transaction.
pub(crate) fn read(sql: &Connection, ids: &[TileId]) -> Result<Vec<Tile>> {
    let size = tree::read_tree(sql)?.edge.size();
    ids.iter().map(|id| read_one(sql, *id, size)).collect()
}

fn read_one(sql: &Connection, id: TileId, size: u64) -> Result<Tile> {
    const DOING: &str = "reading a tile";
    if id.tree_size_min() > size {
        let entries = jobs_core::plural(size, "entry", "entries");
        let reason = format!("{id} is of a larger ledger; this one has {entries}");
        return Err(Error::invalid("tile", reason));
    }
    let select = if id.level() == 0 {
        "SELECT idx, leaf_hash FROM entry WHERE ?1 = 0 AND idx >= ?2 ORDER BY idx LIMIT ?3"
    } else {
        "SELECT idx, hash FROM subtree WHERE level = ?1 AND idx >= ?2 ORDER BY idx LIMIT ?3"
    };
    let first = to_sql(id.first())?;
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query((id.level(), first, id.width())).doing(DOING)?;
    let mut hashes = Vec::with_capacity(id.width().into());
    let node = |at| match id.level() {
        0 => format!("entry {at}: column leaf_hash"),
        level => format!("subtree {at} of level {level}"),
    };
    for expected in first.. {
        let Some(row) = rows.next().doing(DOING)? else { break };
        let read: rusqlite::Result<(i64, [u8; 32])> = row.try_into();
        let (index, hash) =
            read.map_err(|error| corrupt(format!("{}: {error}", node(expected))))?;
        if index != expected {
            return Err(corrupt(format!("{} is missing", node(expected))));
        }
        hashes.push(Hash::from_bytes(hash));
    }
    Tile::new(id, hashes)
}

/// The stored hashes of the leaves `first..past`; the last ones may be missing.
pub(crate) fn leaf_hashes(sql: &Connection, first: u64, past: u64) -> Result<Vec<Hash>> {
    const DOING: &str = "reading the leaves' hashes";
    let select = "SELECT leaf_hash FROM entry WHERE idx >= ?1 AND idx < ?2 ORDER BY idx";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let bounds = (to_sql(first)?, to_sql(past)?);
    let hashes =
        statement.query_map(bounds, |row| row.get(0).map(Hash::from_bytes)).doing(DOING)?;
    hashes.collect::<rusqlite::Result<_>>().doing(DOING)
}

/// The stored root of a subtree; `None` where the value cannot be one.
pub(crate) fn subtree(sql: &Connection, level: u8, index: u64) -> Result<Option<Hash>> {
    let select = "SELECT hash FROM subtree WHERE level = ?1 AND idx = ?2";
    let mut statement = sql.prepare_cached(select).doing("reading a subtree")?;
    let hash: Option<Vec<u8>> = statement
        .query_row((level, to_sql(index)?), |row| row.get(0))
        .optional()
        .doing("reading a subtree")?;
    Ok(hash.and_then(|hash| hash.try_into().ok()).map(Hash::from_bytes))
}
