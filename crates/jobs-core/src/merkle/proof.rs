//! Inclusion and consistency proofs, and how they are checked: RFC 9162 §2.1.3.2 and §2.1.4.2.

use super::{Hash, node_hash};
use crate::{Index, ProofError};

/// The proof that a leaf is in a tree: the hashes beside its way to the root, the leaf's sibling
/// first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InclusionProof {
    index: Index,
    size: Index,
    path: Vec<Hash>,
}

impl InclusionProof {
    /// Puts a proof together. Nothing is checked before [`verify`](Self::verify).
    #[must_use]
    pub fn new(index: Index, size: Index, path: Vec<Hash>) -> Self {
        Self { index, size, path }
    }

    /// The leaf's index.
    #[must_use]
    pub fn index(&self) -> Index {
        self.index
    }

    /// How many leaves the tree has.
    #[must_use]
    pub fn size(&self) -> Index {
        self.size
    }

    /// The hashes, the leaf's sibling first.
    #[must_use]
    pub fn path(&self) -> &[Hash] {
        &self.path
    }

    /// Checks that the leaf with hash `leaf` is in the tree with root `root`.
    ///
    /// # Errors
    /// [`ProofError`] when it does not prove that.
    pub fn verify(&self, leaf: &Hash, root: &Hash) -> Result<(), ProofError> {
        if self.index >= self.size {
            return Err(ProofError::Shape);
        }
        let mut node = self.index;
        let mut last = self.size - 1;
        let mut hash = *leaf;
        for sibling in &self.path {
            if last == 0 {
                return Err(ProofError::Shape);
            }
            if node & 1 == 1 || node == last {
                hash = node_hash(sibling, &hash);
                // A node at the ragged edge has no sibling on the levels where its number is even.
                let levels = node.trailing_zeros();
                (node, last) = (node >> levels, last >> levels);
            } else {
                hash = node_hash(&hash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        let complete = if last == 0 { Ok(()) } else { Err(ProofError::Shape) };
        complete.and(if hash == *root { Ok(()) } else { Err(ProofError::Root) })
    }
}

/// The proof that a tree begins with an earlier one: that nothing was removed or changed in
/// between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsistencyProof {
    from: Index,
    to: Index,
    path: Vec<Hash>,
}

impl ConsistencyProof {
    /// Puts a proof together. Nothing is checked before [`verify`](Self::verify).
    #[must_use]
    pub fn new(from: Index, to: Index, path: Vec<Hash>) -> Self {
        Self { from, to, path }
    }

    /// The size of the earlier tree.
    #[must_use]
    pub fn from(&self) -> Index {
        self.from
    }

    /// The size of the later tree.
    #[must_use]
    pub fn to(&self) -> Index {
        self.to
    }

    /// The hashes, in the order of RFC 6962.
    #[must_use]
    pub fn path(&self) -> &[Hash] {
        &self.path
    }

    /// Checks that the tree with root `new` begins with the tree with root `old`.
    ///
    /// # Errors
    /// [`ProofError`] when it does not prove that.
    pub fn verify(&self, old: &Hash, new: &Hash) -> Result<(), ProofError> {
        if self.from > self.to {
            return Err(ProofError::Shape);
        }
        if self.from == 0 || self.from == self.to {
            let expected = if self.from == 0 { Hash::of(b"") } else { *new };
            let empty = if self.path.is_empty() { Ok(()) } else { Err(ProofError::Shape) };
            return empty.and(if *old == expected { Ok(()) } else { Err(ProofError::Root) });
        }
        let mut node = self.from - 1;
        let mut last = self.to - 1;
        let levels = node.trailing_ones();
        (node, last) = (node >> levels, last >> levels);
        let mut path = self.path.iter();
        // A whole subtree is its own first hash.
        let first = if self.from.is_power_of_two() { Some(old) } else { path.next() };
        let first = *first.ok_or(ProofError::Shape)?;
        let mut of_old = first;
        let mut of_new = first;
        for sibling in path {
            if last == 0 {
                return Err(ProofError::Shape);
            }
            if node & 1 == 1 || node == last {
                of_old = node_hash(sibling, &of_old);
                of_new = node_hash(sibling, &of_new);
                let levels = node.trailing_zeros();
                (node, last) = (node >> levels, last >> levels);
            } else {
                of_new = node_hash(&of_new, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        let complete = if last == 0 { Ok(()) } else { Err(ProofError::Shape) };
        let roots = of_old == *old && of_new == *new;
        complete.and(if roots { Ok(()) } else { Err(ProofError::Root) })
    }
}
