//! The right edge of a growing tree: all that an append needs to know of it.

use super::{Hash, Node, node_hash};
use crate::{Error, Index, Result};

/// The right edge of a growing tree: the roots of the perfect subtrees that its leaves fill,
/// largest first, one for each 1 bit of the size.
///
/// It is all that an append needs: [`push`](Self::push) costs one node hash on average, and
/// [`root`](Self::root) at most 63.
///
/// ```
/// use jobs_core::merkle::{RightEdge, leaf_hash};
/// let mut edge = RightEdge::default();
/// edge.push(leaf_hash(b""), |_, _| {});
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

    /// Adds a leaf, and calls `completed` with each perfect subtree that the leaf completes, itself
    /// first.
    pub fn push(&mut self, leaf: Hash, mut completed: impl FnMut(Node, Hash)) {
        let mut node = Node { level: 0, index: self.size };
        let mut hash = leaf;
        completed(node, hash);
        // Each trailing 1 bit of the old size is a subtree as large as the one being carried.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                hash = node_hash(&left, &hash);
                node = node.parent();
                completed(node, hash);
            }
        }
        self.subtrees.push(hash);
        self.size += 1;
    }

    /// The root of the subtree at `node`, if it is part of this edge.
    #[must_use]
    pub fn node(&self, node: Node) -> Option<Hash> {
        // The subtrees stand for the 1 bits of the size, the highest first; each has the index of
        // what stands before it.
        let before = self.size.checked_shr(u32::from(node.level))?;
        if before & 1 == 0 || node.index != before - 1 {
            return None;
        }
        self.subtrees.get(before.count_ones() as usize - 1).copied()
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
    use sha2::Sha256;

    use super::*;
    use crate::merkle::leaf_hash;

    #[test]
    fn every_size_agrees_with_an_independent_tree() {
        let mut oracle = ct_merkle::mem_backed_tree::MemoryBackedTree::<Sha256, Vec<u8>>::new();
        let mut edge = RightEdge::default();
        for n in 0_u32..1100 {
            let theirs: [u8; 32] = oracle.root().as_bytes().as_slice().try_into().unwrap();
            assert_eq!(edge.root(), Hash::from_bytes(theirs), "size {n}");
            let leaf = n.to_be_bytes().to_vec();
            edge.push(leaf_hash(&leaf), |_, _| {});
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
