//! The values of a condition, of which any one is enough.

use crate::{Error, Result};

/// A condition on one member of a job or an entry: that it has any of these values. Without values
/// it is no condition, and anything meets it.
///
/// The values are a set: their order and how often each was given do not matter.
///
/// ```
/// use jobs_core::{AnyOf, Status};
/// let ended = AnyOf::new("status", [Status::Failed, Status::Success, Status::Failed])?;
/// assert_eq!(ended.len(), 2);
/// assert!(ended.accepts(&Status::Failed) && !ended.accepts(&Status::InProgress));
/// assert!(AnyOf::default().accepts(&Status::InProgress));
/// # Ok::<_, jobs_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AnyOf<T>(Vec<T>);

impl<T> AnyOf<T> {
    /// The most values. It bounds what a store looks up for one page, and is more than there are
    /// statuses, causes or sources.
    pub const MAX: usize = 50;

    /// Whether there are no values, and so no condition.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The values, ascending.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The values, ascending.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Ord> AnyOf<T> {
    /// The set of `values`.
    ///
    /// # Errors
    /// [`Error::Invalid`], naming `field`, when these are more than [`AnyOf::MAX`].
    pub fn new(field: &'static str, values: impl IntoIterator<Item = T>) -> Result<Self> {
        let mut values: Vec<T> = values.into_iter().collect();
        values.sort_unstable();
        values.dedup();
        if values.len() > Self::MAX {
            let reason = format!("has more than {} values", Self::MAX);
            return Err(Error::invalid(field, reason));
        }
        Ok(Self(values))
    }

    /// Whether `value` is one of the values, or there is no condition. What has no value meets no
    /// condition.
    #[must_use]
    pub fn accepts<'v>(&self, value: impl Into<Option<&'v T>>) -> bool
    where
        T: 'v,
    {
        self.is_empty() || value.into().is_some_and(|value| self.0.binary_search(value).is_ok())
    }
}

/// No condition.
impl<T> Default for AnyOf<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// That it has this value.
impl<T> From<T> for AnyOf<T> {
    fn from(value: T) -> Self {
        Self(vec![value])
    }
}

/// That it has this value, if there is one.
impl<T> From<Option<T>> for AnyOf<T> {
    fn from(value: Option<T>) -> Self {
        Self(value.into_iter().collect())
    }
}

impl<'a, T> IntoIterator for &'a AnyOf<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_a_set() {
        let set = AnyOf::new("n", [3, 1, 3, 2, 1]).unwrap();
        assert_eq!(set.as_slice(), [1, 2, 3]);
        assert_eq!(set, AnyOf::new("n", [2, 3, 1]).unwrap());
        assert!([1, 2, 3].iter().all(|n| set.accepts(n)));
        assert!(!set.accepts(&0) && !set.accepts(&4) && !set.accepts(None));
    }

    #[test]
    fn without_values_everything_is_accepted() {
        for none in [AnyOf::default(), AnyOf::from(None), AnyOf::new("n", []).unwrap()] {
            assert!(none.is_empty() && none.accepts(&1) && none.accepts(None));
        }
        assert!(!AnyOf::from(Some(1)).accepts(&2));
    }

    #[test]
    fn there_are_at_most_fifty() {
        assert_eq!(AnyOf::new("n", (0..50).chain(0..50)).unwrap().len(), AnyOf::<u8>::MAX);
        let error = AnyOf::new("n", 0..51).unwrap_err().to_string();
        assert_eq!(error, "n: has more than 50 values");
    }
}
