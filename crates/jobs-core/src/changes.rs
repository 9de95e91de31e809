//! Where a job's changes of status are in the ledger, so that readers need not pass its notes.

use serde::{Deserialize, Serialize};

use crate::{Error, Index};

/// The indexes of the entries that changed a job's status, ascending. There are two at most, since
/// `IN_PROGRESS → UNCONFIRMED → SUCCESS | FAILED` is the longest way there is.
///
/// ```
/// use jobs_core::StatusChanges;
/// let changes = StatusChanges::try_from(vec![3, 7])?;
/// assert_eq!((changes.first(), changes.last()), (Some(3), Some(7)));
/// assert!(StatusChanges::try_from(vec![7, 3]).is_err());
/// assert_eq!(StatusChanges::default().last(), None);
/// # Ok::<_, jobs_core::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Index>", into = "Vec<Index>")]
pub struct StatusChanges {
    first: Option<Index>,
    /// None unless there is a first.
    second: Option<Index>,
}

impl StatusChanges {
    /// The job's first change of status.
    #[must_use]
    pub fn first(self) -> Option<Index> {
        self.first
    }

    /// The job's newest change of status.
    #[must_use]
    pub fn last(self) -> Option<Index> {
        self.second.or(self.first)
    }

    /// The changes, oldest first.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Index> {
        self.first.into_iter().chain(self.second)
    }

    /// Those of a ledger of `size` entries.
    #[must_use]
    pub fn before(self, size: Index) -> Self {
        let early = |change: &Index| *change < size;
        Self { first: self.first.filter(early), second: self.second.filter(early) }
    }

    /// These and one more. The rules of statuses leave no third.
    #[must_use]
    pub(crate) fn and(self, index: Index) -> Self {
        match self.first {
            None => Self { first: Some(index), second: None },
            Some(_) => Self { second: Some(index), ..self },
        }
    }
}

/// Takes at most two indexes, ascending.
impl TryFrom<Vec<Index>> for StatusChanges {
    type Error = Error;

    fn try_from(changes: Vec<Index>) -> Result<Self, Error> {
        match *changes {
            [] => Ok(Self::default()),
            [first] => Ok(Self { first: Some(first), second: None }),
            [first, second] if first < second => {
                Ok(Self { first: Some(first), second: Some(second) })
            }
            _ => Err(Error::invalid("changes", "must be two indexes at most, ascending")),
        }
    }
}

impl From<StatusChanges> for Vec<Index> {
    fn from(changes: StatusChanges) -> Self {
        changes.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_follow_each_other_and_can_be_cut_off() {
        let none = StatusChanges::default();
        let both = none.and(3).and(7);
        assert_eq!(Vec::from(both), [3, 7]);
        assert_eq!(both.before(8), both);
        assert_eq!(both.before(7), none.and(3));
        assert_eq!(both.before(3), none);
        assert_eq!(serde_json::to_string(&both).unwrap(), "[3,7]");
        assert_eq!(serde_json::from_str::<StatusChanges>("[3,7]").unwrap(), both);
        for wrong in ["[3,3]", "[1,2,3]", "3"] {
            assert!(serde_json::from_str::<StatusChanges>(wrong).is_err(), "{wrong}");
        }
    }
}
