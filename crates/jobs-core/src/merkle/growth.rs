//! What a batch added to the tree: enough to prove each of its leaves at once, without reading
//! anything.

use super::{Hash, InclusionProof, Node, Plan, RightEdge};
use crate::{Error, Index, Result};

/// The perfect subtrees that a batch of leaves completed, and the tree's right edge before and
/// after it.
///
/// A proof of one of the batch's leaves consists of these alone: what lies to the left of the batch
/// is in the edge that it began with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    before: RightEdge,
    after: RightEdge,
    /// Per level, the completed subtrees from left to right; the first has index `before.size() >>
    /// level`.
    completed: Vec<Vec<Hash>>,
}

impl Growth {
    /// Starts from the right edge of a tree.
    #[must_use]
    pub fn new(before: RightEdge) -> Self {
        Self { after: before.clone(), before, completed: Vec::new() }
    }

    /// Adds a leaf, and calls `completed` with each perfect subtree that the leaf completes, itself
    /// first.
    pub fn push(&mut self, leaf: Hash, mut completed: impl FnMut(Node, Hash)) {
        let levels = &mut self.completed;
        self.after.push(leaf, |node, hash| {
            let level = usize::from(node.level);
            if levels.len() == level {
                levels.push(Vec::new());
            }
            levels[level].push(hash);
            completed(node, hash);
        });
    }

    /// The tree's right edge before the batch.
    #[must_use]
    pub fn before(&self) -> &RightEdge {
        &self.before
    }

    /// The tree's right edge now.
    #[must_use]
    pub fn edge(&self) -> &RightEdge {
        &self.after
    }

    /// The proof that leaf `index` is in the tree as it is now; `None` when the leaf is not of this
    /// batch.
    #[must_use]
    pub fn inclusion(&self, index: Index) -> Option<InclusionProof> {
        let size = self.after.size();
        if index < self.before.size() || index >= size {
            return None;
        }
        let path =
            Plan::inclusion(index, size).and_then(|plan| plan.resolve(|node| self.node(node)));
        Some(InclusionProof::new(index, size, path.ok()?))
    }

    fn node(&self, node: Node) -> Result<Hash> {
        let new = node.index.checked_sub(self.before.size() >> node.level);
        let found = match new {
            Some(new) => self
                .completed
                .get(usize::from(node.level))
                .and_then(|level| level.get(usize::try_from(new).ok()?).copied()),
            None => self.before.node(node),
        };
        found.ok_or_else(|| Error::Corrupt(format!("node {node:?} is not of this batch")))
    }
}
