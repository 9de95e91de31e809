//! What the jobs of a list must have in common, as the file's numbers.

use jobs_core::{Cause, JobFilter, Result, Status};
use rusqlite::Connection;

use crate::format::term_kind::TermKind;
use crate::reading::lookups;

/// The statuses of the jobs that a filter can accept. Most causes lead to one status alone, and
/// that one has an index.
pub(super) enum Statuses {
    None,
    One(Status),
    Several,
}

impl Statuses {
    pub(super) fn of(filter: &JobFilter) -> Self {
        match (filter.status, filter.cause.map(Cause::statuses)) {
            (Some(status), Some(possible)) if !possible.contains(&status) => Self::None,
            (Some(status), _) | (None, Some(&[status])) => Self::One(status),
            (None, _) => Self::Several,
        }
    }
}

/// The terms that a filter asks for, as numbers.
pub(super) struct WantedTerms {
    pub(super) user: Option<i64>,
    pub(super) action: Option<i64>,
    pub(super) batch: Option<i64>,
    pub(super) customer: Option<i64>,
}

impl WantedTerms {
    /// `None` when the filter names a text that no entry holds, so that no job can match.
    pub(super) fn of(sql: &Connection, filter: &JobFilter) -> Result<Option<Self>> {
        let mut unknown = false;
        let mut find = |kind, value: Option<&str>| -> Result<Option<i64>> {
            let Some(value) = value else { return Ok(None) };
            let id = lookups::find_term(sql, kind, value)?;
            unknown |= id.is_none();
            Ok(id)
        };
        let terms = Self {
            user: find(TermKind::User, filter.user_id.as_ref().map(|text| text.as_str()))?,
            action: find(TermKind::Action, filter.action_name.as_ref().map(|text| text.as_str()))?,
            batch: find(TermKind::Batch, filter.batch_id.as_ref().map(|text| text.as_str()))?,
            customer: find(TermKind::Customer, filter.cid.as_ref().map(|text| text.as_str()))?,
        };
        Ok((!unknown).then_some(terms))
    }

    pub(super) fn none(&self) -> bool {
        self.all().next().is_none()
    }

    /// The terms, those that tend to have the fewest jobs first.
    pub(super) fn all(&self) -> impl Iterator<Item = i64> {
        [self.customer, self.batch, self.user, self.action].into_iter().flatten()
    }
}
