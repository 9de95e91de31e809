//! Proofs about a job's customers against its leaf: that one was in the job, or was not, without
//! the others.

use serde::{Deserialize, Serialize};

use crate::merkle::{self, Hash, InclusionProof, Plan};
use crate::{Cid, CustomerSet, Index, ProofError, Result};

/// A customer of a job, its place among the job's sorted customers, and the path from it to their
/// root.
// Here and below the members stand in the order of their names: so their JSON is canonical, as RFC
// 8785 has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The customer.
    pub cid: Cid,
    /// The inclusion path in the tree of the job's customers, the leaf's sibling first.
    pub path: Vec<Hash>,
    /// From 0, in ascending order of the cids' bytes.
    pub position: Index,
}

impl Member {
    fn of(customers: &CustomerSet, position: usize) -> Option<Self> {
        let cid = customers.as_slice().get(position)?.clone();
        let position = position as Index;
        let count = customers.len() as Index;
        let path = Plan::inclusion(position, count).and_then(|plan| {
            plan.resolve(|node| {
                let first = node.index << node.level;
                let leaves = 1_u64 << node.level;
                let range = usize::try_from(first).ok()..usize::try_from(first + leaves).ok();
                let cids = match range {
                    std::ops::Range { start: Some(start), end: Some(end) } => {
                        customers.as_slice().get(start..end).unwrap_or_default()
                    }
                    _ => &[],
                };
                Ok(merkle::root_of(cids.iter().map(Cid::as_str)))
            })
        });
        Some(Self { cid, path: path.ok()?, position })
    }

    fn verify(&self, count: Index, root: &Hash) -> Result<(), ProofError> {
        let proof = InclusionProof::new(self.position, count, self.path.clone());
        proof.verify(&merkle::leaf_hash(self.cid.as_str().as_bytes()), root)
    }
}

/// Whether a customer is one of a job's, with the proof. It is checked against `customers` of the
/// job's leaf.
///
/// That a customer is *not* among them is proved by two neighbours between which it would stand; at
/// either end one neighbour is enough, and a job without customers has none to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// It is one of them.
    Member(Member),
    /// It is not one of them.
    NotMember {
        /// The first customer after it.
        after: Option<Member>,
        /// The last customer before it.
        before: Option<Member>,
    },
}

impl Membership {
    /// Proves whether `cid` is one of `customers`.
    #[must_use]
    pub fn prove(customers: &CustomerSet, cid: &Cid) -> Self {
        let member = |position: usize| Member::of(customers, position);
        match customers.as_slice().binary_search(cid) {
            Ok(position) => match member(position) {
                Some(member) => Self::Member(member),
                None => unreachable!("the search found position {position}"),
            },
            Err(position) => Self::NotMember {
                before: position.checked_sub(1).and_then(member),
                after: member(position),
            },
        }
    }

    /// Checks the proof for `cid` against a job's leaf: `count` and `root` of its `customers`.
    /// Returns whether the customer is one of the job's.
    ///
    /// # Errors
    /// [`ProofError`] when it proves neither.
    pub fn verify(&self, cid: &Cid, count: Index, root: &Hash) -> Result<bool, ProofError> {
        match self {
            Self::Member(member) if member.cid == *cid => member.verify(count, root).map(|()| true),
            Self::Member(_) => Err(ProofError::Shape),
            Self::NotMember { before, after } => {
                let between = before.as_ref().is_none_or(|before| before.cid < *cid)
                    && after.as_ref().is_none_or(|after| *cid < after.cid);
                // The gap: no customer lies between these two positions.
                let gap_start = before.as_ref().map_or(Some(0), |m| m.position.checked_add(1));
                let gap_end = after.as_ref().map_or(count, |after| after.position);
                if !between || gap_start != Some(gap_end) {
                    return Err(ProofError::Shape);
                }
                for member in before.iter().chain(after) {
                    member.verify(count, root)?;
                }
                let empty = count == 0 && *root != Hash::of(b"");
                if empty { Err(ProofError::Root) } else { Ok(false) }
            }
        }
    }
}
