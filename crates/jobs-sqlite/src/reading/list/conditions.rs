//! What the jobs of a list must have in common, as the file's numbers.

use jobs_core::{AnyOf, JobFilter, Result, Status};
use rusqlite::Connection;

use crate::format::codes::{cause_to_sql, source_to_sql, status_to_sql};
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

/// Codes as the bits of a number, so that one comparison tells whether a row has any of them;
/// `None` for any code.
pub(super) fn bits(codes: impl IntoIterator<Item = i64>) -> Option<i64> {
    codes.into_iter().map(|code| 1 << code).reduce(|bits, bit| bits | bit)
}

/// The codes of the sources and of the causes that a filter asks for.
pub(super) fn source_bits(filter: &JobFilter) -> Option<i64> {
    bits(filter.source.iter().map(|source| source_to_sql(*source)))
}

pub(super) fn cause_bits(filter: &JobFilter) -> Option<i64> {
    bits(filter.cause.iter().map(|cause| cause_to_sql(*cause)))
}

pub(super) fn status_bit(status: Status) -> i64 {
    1 << status_to_sql(status)
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
