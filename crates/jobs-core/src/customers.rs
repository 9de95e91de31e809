//! The customers of a job: a set, sorted by bytes, with the Merkle root that stands for it in the
//! leaf.

use std::sync::{Arc, OnceLock};

use crate::merkle::{self, Hash};
use crate::{Cid, Error, Result};

/// A job's customers: sorted by bytes, no cid twice, at most [`CustomerSet::COUNT_MAX`]. Cheap to
/// clone.
///
/// ```
/// use jobs_core::{Cid, CustomerSet};
/// let cids = ["5002", "5001", "5002"].map(|cid| Cid::new(cid).unwrap());
/// let set = CustomerSet::new(cids)?;
/// assert_eq!(set.iter().map(Cid::as_str).collect::<Vec<_>>(), ["5001", "5002"]);
/// assert_eq!(set.duplicates_dropped(), 1);
/// # Ok::<_, jobs_core::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct CustomerSet {
    cids: Arc<[Cid]>,
    duplicates_dropped: usize,
    root: OnceLock<Hash>,
    /// Whether the root was given, and not computed here.
    root_is_given: bool,
}

impl CustomerSet {
    /// The most customers that a job may have, counted after duplicates are dropped.
    pub const COUNT_MAX: usize = 100_000;

    /// Sorts the cids, drops the duplicates and computes the root. The caller does this so that the
    /// one thread that appends has less to do.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `cids` when more than [`CustomerSet::COUNT_MAX`] remain. An empty set
    /// is accepted here; [`NewJob`](crate::NewJob) refuses it.
    pub fn new(cids: impl IntoIterator<Item = Cid>) -> Result<Self> {
        let mut cids: Vec<Cid> = cids.into_iter().collect();
        let given = cids.len();
        cids.sort_unstable();
        cids.dedup();
        if cids.len() > Self::COUNT_MAX {
            let reason = format!("has {} customers; at most 100000 are allowed", cids.len());
            return Err(Error::invalid(Cid::FIELD, reason));
        }
        let duplicates_dropped = given - cids.len();
        let set = Self {
            cids: cids.into(),
            duplicates_dropped,
            root: OnceLock::new(),
            root_is_given: false,
        };
        set.root();
        Ok(set)
    }

    /// Takes cids that a store kept in order. The root is computed when it is asked for.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when they are not strictly ascending: this set was not written by us.
    pub fn from_sorted(cids: Vec<Cid>) -> Result<Self> {
        if !cids.is_sorted_by(|a, b| a < b) {
            return Err(Error::Corrupt("a job's customers are not in order".into()));
        }
        let root = OnceLock::new();
        Ok(Self { cids: cids.into(), duplicates_dropped: 0, root, root_is_given: false })
    }

    /// The same set with the root that a store has already computed from the cids' leaf hashes it
    /// remembers. Only for entries that are read: the root of a draft is computed anew when it is
    /// appended.
    ///
    /// # Panics
    /// In builds with debug assertions, when it is not the root of these cids.
    #[must_use]
    pub fn with_root(self, root: Hash) -> Self {
        debug_assert_eq!(merkle::root_of(self.cids.iter().map(Cid::as_str)), root);
        Self { root: OnceLock::from(root), root_is_given: true, ..self }
    }

    /// Forgets a root that was given.
    pub(crate) fn distrust(&mut self) {
        if std::mem::take(&mut self.root_is_given) {
            self.root = OnceLock::new();
        }
    }

    /// How many customers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cids.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cids.is_empty()
    }

    /// Whether `cid` is one of them.
    #[must_use]
    pub fn contains(&self, cid: &Cid) -> bool {
        self.cids.binary_search(cid).is_ok()
    }

    /// The customers in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Cid> {
        self.cids.iter()
    }

    /// The customers in order.
    #[must_use]
    pub fn as_slice(&self) -> &[Cid] {
        &self.cids
    }

    /// How many of the cids given to [`CustomerSet::new`] were repeats. Not part of the set: two
    /// sets that differ in this alone are equal.
    #[must_use]
    pub fn duplicates_dropped(&self) -> usize {
        self.duplicates_dropped
    }

    /// The RFC 6962 root over the cids' bytes in order. Computed once.
    pub fn root(&self) -> Hash {
        *self.root.get_or_init(|| merkle::root_of(self.cids.iter().map(Cid::as_str)))
    }
}

impl PartialEq for CustomerSet {
    fn eq(&self, other: &Self) -> bool {
        self.cids == other.cids
    }
}

impl Eq for CustomerSet {}

impl<'a> IntoIterator for &'a CustomerSet {
    type Item = &'a Cid;
    type IntoIter = std::slice::Iter<'a, Cid>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(cids: &[&str]) -> Result<CustomerSet> {
        CustomerSet::new(cids.iter().map(|cid| Cid::new(*cid).unwrap()))
    }

    #[test]
    fn order_and_repeats_of_the_request_do_not_matter() {
        let set_a = set(&["b", "a", "é", "a", "B"]).unwrap();
        let set_b = set(&["B", "a", "b", "é"]).unwrap();
        assert_eq!(set_a, set_b);
        assert_eq!(set_a.root(), set_b.root());
        assert_eq!(set_a.duplicates_dropped(), 1);
        assert_eq!(set_a.iter().map(Cid::as_str).collect::<Vec<_>>(), ["B", "a", "b", "é"]);
    }

    #[test]
    fn the_limit_counts_distinct_customers() {
        let cids = |n: usize| (0..n).map(|i| Cid::new(i.to_string()).unwrap());
        assert_eq!(CustomerSet::new(cids(100_000)).unwrap().len(), 100_000);
        assert!(CustomerSet::new(cids(100_001)).is_err());
        assert_eq!(CustomerSet::new(cids(100_000).chain(cids(5))).unwrap().duplicates_dropped(), 5);
    }

    #[test]
    fn stored_sets_must_be_in_order() {
        let cid = |text: &str| Cid::new(text).unwrap();
        assert!(CustomerSet::from_sorted(vec![cid("a"), cid("b")]).is_ok());
        assert!(CustomerSet::from_sorted(vec![cid("b"), cid("a")]).is_err());
        assert!(CustomerSet::from_sorted(vec![cid("a"), cid("a")]).is_err());
    }
}
