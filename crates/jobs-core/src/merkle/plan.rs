//! Which nodes a proof consists of: pure arithmetic on indexes, before anything is read.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Hash, Tile, TileId, node_hash};
use crate::{Error, Index, Result};

/// A perfect subtree: the `index`-th, from 0, of those with 2^`level` leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node {
    /// 0 for a leaf.
    pub level: u8,
    /// Counted from the left.
    pub index: Index,
}

impl Node {
    /// The node above.
    #[must_use]
    pub fn parent(self) -> Self {
        Self { level: self.level + 1, index: self.index / 2 }
    }
}

/// What a proof consists of: for each of its hashes the leaves that the hash stands for.
///
/// A store that keeps nodes in [tiles](TileId) answers a plan like this: read
/// [`tiles`](Self::tiles), then [`resolve_tiles`](Self::resolve_tiles).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    ranges: Vec<Range<Index>>,
}

impl Plan {
    /// The plan of the proof that leaf `index` is in the tree of `size` leaves: `PATH(m, D[n])` of
    /// RFC 6962 §2.1.1.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `index` when the tree has no such leaf.
    pub fn inclusion(index: Index, size: Index) -> Result<Self> {
        if index >= size {
            let reason = format!("must be below the size of the tree, {size}");
            return Err(Error::invalid("index", reason));
        }
        let mut ranges = Vec::with_capacity(height(size));
        let mut tree = 0..size;
        while tree.end - tree.start > 1 {
            let middle = tree.start + split(tree.end - tree.start);
            if index < middle {
                ranges.push(middle..tree.end);
                tree.end = middle;
            } else {
                ranges.push(tree.start..middle);
                tree.start = middle;
            }
        }
        ranges.reverse();
        Ok(Self { ranges })
    }

    /// The plan of the proof that the tree of `to` leaves begins with the tree of `from` leaves:
    /// `PROOF(m, D[n])` of RFC 6962 §2.1.2. Empty when `from` is 0 or `to`.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `from` when it is larger than `to`.
    pub fn consistency(from: Index, to: Index) -> Result<Self> {
        if from > to {
            return Err(Error::invalid("from", format!("must be at most the later size, {to}")));
        }
        let mut ranges = Vec::with_capacity(height(to));
        let mut tree = 0..to;
        // An empty tree begins every tree.
        while from != 0 && from != tree.end {
            let middle = tree.start + split(tree.end - tree.start);
            if from <= middle {
                ranges.push(middle..tree.end);
                tree.end = middle;
            } else {
                ranges.push(tree.start..middle);
                tree.start = middle;
            }
        }
        // The old tree's own last subtree, unless it is the whole old tree, which the verifier has.
        if tree.start != 0 {
            ranges.push(tree);
        }
        ranges.reverse();
        Ok(Self { ranges })
    }

    /// The hashes, from nodes that `node` finds.
    ///
    /// # Errors
    /// Those of `node`.
    pub fn resolve(&self, mut node: impl FnMut(Node) -> Result<Hash>) -> Result<Vec<Hash>> {
        self.ranges.iter().map(|range| subtree_root(range.clone(), &mut node)).collect()
    }

    /// The tiles that hold the nodes, each once, each only as wide as needed.
    #[must_use]
    pub fn tiles(&self) -> Vec<TileId> {
        Self::tiles_of(std::slice::from_ref(self))
    }

    /// The tiles that hold the nodes of several plans, each once: proofs from one tree share most
    /// of their tiles.
    #[must_use]
    pub fn tiles_of(plans: &[Self]) -> Vec<TileId> {
        let mut widths = BTreeMap::new();
        let ranges = plans.iter().flat_map(|plan| plan.ranges.iter().cloned());
        for node in ranges.flat_map(perfect_subtrees) {
            let tile = TileId::of(node);
            let width = widths.entry((tile.level(), tile.index())).or_insert(tile);
            *width = (*width).max(tile);
        }
        widths.into_values().collect()
    }

    /// The hashes, from the tiles that [`tiles`](Self::tiles) named.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when a tile is missing.
    pub fn resolve_tiles(&self, tiles: &[Tile]) -> Result<Vec<Hash>> {
        self.resolve(|node| {
            let found = tiles.iter().find_map(|tile| tile.node(node));
            found.ok_or_else(|| Error::Corrupt(format!("the tile of node {node:?} is missing")))
        })
    }
}

/// The most hashes of a proof in a tree of `size` leaves.
fn height(size: Index) -> usize {
    size.checked_ilog2().map_or(0, |log| log as usize + 1)
}

/// The largest power of two below `size`, which is at least 2: where RFC 6962 splits a tree.
fn split(size: Index) -> Index {
    1 << (size - 1).ilog2()
}

/// The perfect subtrees that make up a range of leaves, right to left, which is from small to
/// large: one for each 1 bit of its length. The range begins where a subtree as large as any within
/// it can begin.
fn perfect_subtrees(mut range: Range<Index>) -> impl Iterator<Item = Node> {
    std::iter::from_fn(move || {
        let left = range.end.checked_sub(range.start).filter(|left| *left > 0)?;
        let leaves = 1 << left.trailing_zeros();
        range.end -= leaves;
        #[expect(clippy::cast_possible_truncation, reason = "a u64 has at most 63 trailing zeros")]
        let level = left.trailing_zeros() as u8;
        Some(Node { level, index: range.end >> level })
    })
}

/// The root over a range of leaves, the rightmost subtrees joined first.
fn subtree_root(range: Range<Index>, node: &mut impl FnMut(Node) -> Result<Hash>) -> Result<Hash> {
    let mut subtrees = perfect_subtrees(range);
    let last = subtrees.next().ok_or_else(|| Error::Corrupt("a subtree of no leaves".into()))?;
    let last = node(last)?;
    subtrees.try_fold(last, |right, left| Ok(node_hash(&node(left)?, &right)))
}
