//! Tiles: how a tree's nodes are kept and served, 256 at a time, as C2SP tlog-tiles has it.
//!
//! The tile with index N at tile level L holds up to 256 neighbouring nodes of level 8 L of the
//! tree, the first of them 256 N. All nodes between level 8 L and 8 L + 8 can be computed from it.

use std::fmt;
use std::str::FromStr;

use super::{Hash, Node, node_hash};
use crate::{Error, Index, Result};

/// Which tile, and how many of its hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TileId {
    level: u8,
    index: Index,
    width: u16,
}

impl TileId {
    /// The hashes of a full tile.
    pub const WIDTH_MAX: u16 = 256;

    /// The highest level whose nodes a tree of fewer than 2^63 leaves can have.
    const LEVEL_MAX: u8 = 7;

    /// The first `width` hashes of tile `index` at tile level `level`.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `tile`, when there can be no such tile.
    pub fn new(level: u8, index: Index, width: u16) -> Result<Self> {
        let tile = Self { level, index, width };
        // The most nodes of the tile's level that such a tree can have.
        let nodes = Index::MAX >> 1 >> (8 * u32::from(level.min(Self::LEVEL_MAX)));
        let possible = level <= Self::LEVEL_MAX
            && (1..=Self::WIDTH_MAX).contains(&width)
            && index <= nodes >> 8
            && (index << 8) + Index::from(width) <= nodes;
        if !possible {
            return Err(Error::invalid("tile", "there can be no such tile"));
        }
        Ok(tile)
    }

    /// The tile that `node` is computed from, only as wide as needed.
    pub(super) fn of(node: Node) -> Self {
        let level = node.level / 8;
        let within = node.level % 8;
        let index = node.index >> (8 - within);
        let past = (node.index + 1) << within;
        #[expect(clippy::cast_possible_truncation, reason = "the node ends within its tile")]
        let width = (past - index * 256) as u16;
        Self { level, index, width }
    }

    /// 0 for tiles of leaves' hashes.
    #[must_use]
    pub fn level(self) -> u8 {
        self.level
    }

    /// Counted from the left.
    #[must_use]
    pub fn index(self) -> Index {
        self.index
    }

    /// How many hashes, 1 to 256.
    #[must_use]
    pub fn width(self) -> u16 {
        self.width
    }

    /// The index of the tile's first node among those of its level.
    #[must_use]
    pub fn first(self) -> Index {
        self.index << 8
    }

    /// The fewest leaves of a tree that has this tile.
    #[must_use]
    pub fn tree_size_min(self) -> Index {
        (self.first() + Index::from(self.width)) << (8 * u32::from(self.level))
    }
}

/// The path under which a tile is served: `<L>/<N>` or `<L>/<N>.p/<W>`, N in groups of three
/// digits, all but the last after an `x`.
///
/// ```
/// use jobs_core::merkle::TileId;
/// assert_eq!(TileId::new(0, 1_234_067, 256)?.to_string(), "0/x001/x234/067");
/// assert_eq!("1/000.p/17".parse::<TileId>()?, TileId::new(1, 0, 17)?);
/// # Ok::<_, jobs_core::Error>(())
/// ```
impl fmt::Display for TileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.level, IndexPath(self.index))?;
        if self.width < Self::WIDTH_MAX { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

impl FromStr for TileId {
    type Err = Error;

    fn from_str(path: &str) -> Result<Self> {
        let invalid =
            || Error::invalid("tile", "must be <level>/<index> or <level>/<index>.p/<width>");
        let (level, rest) = path.split_once('/').ok_or_else(invalid)?;
        let level = number(level).and_then(|level| u8::try_from(level).ok()).ok_or_else(invalid)?;
        let (index, width) = parse_index_path(rest).ok_or_else(invalid)?;
        Self::new(level, index, width)
    }
}

/// An index as C2SP spells it in a path.
pub(crate) struct IndexPath(pub(crate) Index);

impl fmt::Display for IndexPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let digits = format!("{digits:0>width$}", width = digits.len().div_ceil(3) * 3);
        let groups = digits.len() / 3;
        for group in 0..groups {
            let separator = if group + 1 < groups { "x" } else { "" };
            let slash = if group > 0 { "/" } else { "" };
            write!(f, "{slash}{separator}{}", &digits[3 * group..3 * group + 3])?;
        }
        Ok(())
    }
}

/// The index and the width of a path `<N>` or `<N>.p/<W>`, if it is spelt as [`IndexPath`] spells
/// it.
pub(crate) fn parse_index_path(path: &str) -> Option<(Index, u16)> {
    let (index, width) = match path.split_once(".p/") {
        // The width of a full tile has no suffix.
        Some((index, width)) => (index, number(width).filter(|width| (1..256).contains(width))?),
        None => (path, 256),
    };
    let digits: String = index.chars().filter(|c| !matches!(c, 'x' | '/')).collect();
    let parsed = digits.parse().ok()?;
    // There is one path for each tile: no other spelling of the number is accepted.
    (IndexPath(parsed).to_string() == index).then_some((parsed, u16::try_from(width).ok()?))
}

/// A decimal number without a sign or leading zeros.
fn number(digits: &str) -> Option<u64> {
    let number: u64 = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

/// A tile's hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    id: TileId,
    hashes: Vec<Hash>,
}

impl Tile {
    /// Puts a tile together.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when there are not as many hashes as `id` says.
    pub fn new(id: TileId, hashes: Vec<Hash>) -> Result<Self> {
        if hashes.len() != usize::from(id.width) {
            let found = crate::plural(hashes.len(), "hash", "hashes");
            return Err(Error::Corrupt(format!("tile {id} has {found}")));
        }
        Ok(Self { id, hashes })
    }

    /// Which tile it is.
    #[must_use]
    pub fn id(&self) -> TileId {
        self.id
    }

    /// The hashes, from the left.
    #[must_use]
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    /// The bytes that are served: the hashes one after the other.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.hashes.iter().flat_map(|hash| *hash.as_bytes()).collect()
    }

    /// The hash of `node`, if it can be computed from this tile.
    #[must_use]
    pub fn node(&self, node: Node) -> Option<Hash> {
        let needed = TileId::of(node);
        if (needed.level, needed.index) != (self.id.level, self.id.index) {
            return None;
        }
        let past = usize::from(needed.width);
        let hashes = self.hashes.get(past - (1 << (node.level % 8))..past)?;
        Some(perfect_root(hashes))
    }
}

/// The root over a power of two of hashes.
fn perfect_root(hashes: &[Hash]) -> Hash {
    match hashes {
        [hash] => *hash,
        _ => {
            let (left, right) = hashes.split_at(hashes.len() / 2);
            node_hash(&perfect_root(left), &perfect_root(right))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_spelt_one_way_only() {
        for (tile, path) in [
            ((0, 0, 256), "0/000"),
            ((0, 999, 256), "0/999"),
            ((0, 1000, 1), "0/x001/000.p/1"),
            ((7, 0, 127), "7/000.p/127"),
            ((3, 1_234_067, 255), "3/x001/x234/067.p/255"),
        ] {
            let id = TileId::new(tile.0, tile.1, tile.2).unwrap();
            assert_eq!(id.to_string(), path);
            assert_eq!(path.parse::<TileId>().unwrap(), id);
        }
        for path in [
            "",
            "0",
            "0/",
            "0/0",
            "0/00",
            "0/0000",
            "0/x000/001",
            "0/001/002",
            "0/x001/x002",
            "00/000",
            "+0/000",
            "0/+01",
            "0/-01",
            "0/000.p/0",
            "0/000.p/256",
            "0/000.p/01",
            "0/000.p/",
            "8/000",
            "7/000",
            "7/000.p/128",
            "7/001.p/1",
            "0/000.p/1/",
            "/0/000",
            "0/x001x000",
            "0/x999/x999/x999/x999/x999/x999/999",
            "256/000",
        ] {
            assert!(path.parse::<TileId>().is_err(), "{path}");
        }
    }
}
