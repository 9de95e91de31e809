//! The Merkle tree of RFC 6962 §2.1 over SHA-256: leaf and node hashes, and the tree's right edge.
//!
//! A leaf is `SHA-256(0x00 ‖ bytes)`, a node `SHA-256(0x01 ‖ left ‖ right)`, the empty tree's root
//! `SHA-256("")`. The different first bytes keep a node from passing for a leaf.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::{Error, Index, Result};

/// A SHA-256 hash, 32 bytes. Shown as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Takes the bytes of a hash.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// `SHA-256(bytes)`, without a prefix: for contents that a leaf names by their hash.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The hash of a leaf.
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0x00]).chain_update(leaf).finalize().into())
}

/// The hash of an inner node.
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = [0x01; 65];
    bytes[1..33].copy_from_slice(&left.0);
    bytes[33..].copy_from_slice(&right.0);
    Hash::of(&bytes)
}

/// The root over `leaves` in their order.
#[must_use]
pub fn root_of<T: AsRef<[u8]>>(leaves: impl IntoIterator<Item = T>) -> Hash {
    let mut edge = RightEdge::default();
    for leaf in leaves {
        edge.push(leaf_hash(leaf.as_ref()));
    }
    edge.root()
}

/// The right edge of a growing tree: the roots of the perfect subtrees that its leaves fill, largest first,
/// one for each 1 bit of the size.
///
/// It is all that an append needs: [`push`](Self::push) costs one node hash on average, and
/// [`root`](Self::root) at most 63.
///
/// ```
/// use jobs_core::merkle::{RightEdge, leaf_hash};
/// let mut edge = RightEdge::default();
/// edge.push(leaf_hash(b""));
/// assert_eq!(
///     edge.root().to_string(),
///     "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RightEdge {
    size: Index,
    subtrees: Vec<Hash>,
}

impl RightEdge {
    /// The number of leaves.
    #[must_use]
    pub fn size(&self) -> Index {
        self.size
    }

    /// Adds a leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut node = leaf;
        // Each trailing 1 bit of the old size is a subtree as large as the one being carried.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                node = node_hash(&left, &node);
            }
        }
        self.subtrees.push(node);
        self.size += 1;
    }

    /// The tree's root.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut subtrees = self.subtrees.iter().rev();
        match subtrees.next() {
            None => Hash::of(b""),
            Some(last) => subtrees.fold(*last, |right, left| node_hash(left, &right)),
        }
    }

    /// The subtrees' roots one after the other, 32 bytes each, largest subtree first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.subtrees.iter().flat_map(|hash| hash.0).collect()
    }

    /// The edge of a tree of `size` leaves, from what [`to_bytes`](Self::to_bytes) gave.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when the number of hashes does not fit the size.
    pub fn from_bytes(size: Index, bytes: &[u8]) -> Result<Self> {
        let (hashes, rest) = bytes.as_chunks::<32>();
        if !rest.is_empty() || hashes.len() != size.count_ones() as usize {
            let found = bytes.len();
            return Err(Error::Corrupt(format!("a right edge of {found} bytes at size {size}")));
        }
        Ok(Self { size, subtrees: hashes.iter().copied().map(Hash).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The leaves and roots that certificate-transparency projects publish as test data.
    const LEAVES: [&str; 8] = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    #[test]
    fn published_roots_are_met() {
        let leaves: Vec<_> = LEAVES.iter().map(|leaf| hex::decode(leaf).unwrap()).collect();
        for (size, root) in [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ] {
            assert_eq!(root_of(&leaves[..size]).to_string(), root, "size {size}");
        }
    }

    #[test]
    fn every_size_agrees_with_an_independent_tree() {
        let mut oracle = ct_merkle::mem_backed_tree::MemoryBackedTree::<Sha256, Vec<u8>>::new();
        let mut edge = RightEdge::default();
        for n in 0_u32..1100 {
            let theirs: [u8; 32] = oracle.root().as_bytes().as_slice().try_into().unwrap();
            assert_eq!(edge.root(), Hash::from_bytes(theirs), "size {n}");
            let leaf = n.to_be_bytes().to_vec();
            edge.push(leaf_hash(&leaf));
            oracle.push(leaf);
            let restored = RightEdge::from_bytes(edge.size(), &edge.to_bytes()).unwrap();
            assert_eq!(restored, edge);
        }
    }

    #[test]
    fn an_edge_that_does_not_fit_its_size_is_refused() {
        assert!(RightEdge::from_bytes(3, &[0; 32]).is_err());
        assert!(RightEdge::from_bytes(1, &[0; 33]).is_err());
        assert!(RightEdge::from_bytes(0, &[]).is_ok());
    }
}
