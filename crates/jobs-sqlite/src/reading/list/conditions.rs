//! What the jobs of a list must have in common, as the file's numbers.

use jobs_core::{AnyOf, JobFilter, Result, Status};
use rusqlite::Connection;

use crate::format::term_kind::TermKind;
use crate::reading::lookups;

/// The statuses of the jobs that a filter can accept, also by what causes can have led to; none of
/// them when it can accept no job.
pub(super) fn statuses(filter: &JobFilter) -> Vec<Status> {
    let fits = |status: &Status| {
        filter.status.accepts(status)
            && (filter.cause.is_empty() || filter.cause.iter().any(|cause| cause.fits(*status)))
    };
    Status::ALL.into_iter().filter(fits).collect()
}

/// The codes that a row may have, as the bits of a number; any, where that is no condition.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Codes(Option<u64>);

impl Codes {
    pub(super) fn of<T: Copy>(values: &[T], code: impl Fn(T) -> i64) -> Self {
        let bits = values.iter().map(|value| bit(code(*value)));
        Self(bits.reduce(|bits, bit| bits | bit))
    }

    /// Whether the code is one of these; a row without one meets no condition.
    pub(super) fn has(self, code: impl Into<Option<i64>>) -> bool {
        self.0.is_none_or(|bits| code.into().is_some_and(|code| bits & bit(code) != 0))
    }
}

/// No bit for what is no code.
fn bit(code: i64) -> u64 {
    u32::try_from(code).ok().and_then(|code| 1_u64.checked_shl(code)).unwrap_or(0)
}

/// The terms that a filter asks for, as numbers, ascending; of each kind any, and none where there
/// is no condition.
#[derive(Default)]
pub(super) struct WantedTerms {
    pub(super) user: Vec<i64>,
    pub(super) action: Vec<i64>,
    pub(super) batch: Vec<i64>,
    pub(super) customer: Vec<i64>,
}

impl WantedTerms {
    /// `None` when of some condition no text is in any entry, so that no job can match.
    pub(super) fn of(sql: &Connection, filter: &JobFilter) -> Result<Option<Self>> {
        let JobFilter { user_id, action_name, batch_id, cid, .. } = filter;
        let user = find(sql, TermKind::User, user_id, |text| text.as_str())?;
        let action = find(sql, TermKind::Action, action_name, |text| text.as_str())?;
        let batch = find(sql, TermKind::Batch, batch_id, |text| text.as_str())?;
        let customer = find(sql, TermKind::Customer, cid, |text| text.as_str())?;
        let (Some(user), Some(action), Some(batch), Some(customer)) =
            (user, action, batch, customer)
        else {
            return Ok(None);
        };
        Ok(Some(Self { user, action, batch, customer }))
    }

    pub(super) fn none(&self) -> bool {
        self.all().next().is_none()
    }

    /// The terms of each condition, those that tend to have the fewest jobs first.
    pub(super) fn all(&self) -> impl Iterator<Item = &[i64]> {
        let all = [&self.customer, &self.batch, &self.user, &self.action];
        all.into_iter().filter(|terms| !terms.is_empty()).map(Vec::as_slice)
    }
}

/// The terms of those of `values` that are in some entry; `None` if there are values and no term.
fn find<T>(
    sql: &Connection,
    kind: TermKind,
    values: &AnyOf<T>,
    text: impl Fn(&T) -> &str,
) -> Result<Option<Vec<i64>>> {
    let mut terms = Vec::with_capacity(values.len());
    for value in values {
        terms.extend(lookups::find_term(sql, kind, text(value))?);
    }
    terms.sort_unstable();
    Ok((values.is_empty() || !terms.is_empty()).then_some(terms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_given_or_any() {
        let any = Codes::of(&[], |code: i64| code);
        let some = Codes::of(&[0, 3, 10], |code| code);
        for code in [-1, 0, 1, 2, 3, 4, 10, 64, 67, i64::MAX, i64::MIN] {
            assert!(any.has(code));
            assert_eq!(some.has(code), [0, 3, 10].contains(&code), "{code}");
        }
        assert!(any.has(None) && !some.has(None));
    }
}
