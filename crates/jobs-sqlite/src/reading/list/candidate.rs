//! Whether a job that a search comes upon is one of the list: what led to it must be true of it,
//! and the other conditions are checked.

use jobs_core::{Job, JobFilter, JobIdPrefix, Result, Status};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::by_status::{BY_STATUS, OPEN_CALLS};
use super::{DOING, Search};
use crate::error::{Context, corrupt, in_entry};
use crate::format::codes::{from_sql, status_to_sql};
use crate::format::term_array::terms_in;
use crate::reading::{customers, jobs};

/// About how long a term is in a job's array of customers.
const TERM_BYTES: usize = 7;

/// What led to a job other than reading its entry: an index by its status, and perhaps its source;
/// the reverse index. And whether its customers were looked at already.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lead {
    pub(super) status: Option<Status>,
    pub(super) source: bool,
    pub(super) terms: bool,
    pub(super) customers: bool,
}

impl Search<'_> {
    /// Takes the job at `index` if it matches. What led to it must be true of it.
    pub(super) fn take(&mut self, index: i64, lead: Lead) -> Result<()> {
        self.cost += 1;
        if !self.may_match(index, lead)? {
            return Ok(());
        }
        // Before all that a list shows of it is read, which takes several times as long.
        if !lead.terms && !lead.customers && !self.has_customer(index)? {
            return Ok(());
        }
        let job = jobs::job(self.sql, index)?;
        if lead.terms {
            self.check_terms(index, &job)?;
        }
        if self.query.filter.accepts(&job) {
            self.jobs.push(job);
        }
        Ok(())
    }

    /// Checks that a job which the reverse index names for the filter's terms has them.
    fn check_terms(&mut self, index: i64, job: &Job) -> Result<()> {
        let JobFilter { user_id, action_name, batch_id, .. } = &self.query.filter;
        let facts = &job.facts;
        if self.has_customer(index)?
            && user_id.accepts(&facts.user_id)
            && action_name.accepts(&facts.action_name)
            && batch_id.accepts(facts.batch_id.as_ref())
        {
            return Ok(());
        }
        Err(corrupt(format!(
            "the reverse index leads to entry {index}, which does not have the term"
        )))
    }

    /// Whether the job has a wanted customer.
    fn has_customer(&mut self, index: i64) -> Result<bool> {
        let wanted = &self.wanted.customer;
        if wanted.is_empty() {
            return Ok(true);
        }
        let (cost, found) = customers::with_customers(self.sql, index, |json| {
            Ok((json.len() / (64 * TERM_BYTES), has_any(json, wanted)?))
        })?;
        self.cost += cost;
        Ok(found)
    }

    /// Whether the job's status, time and ID are those asked for; this avoids reading all that a
    /// list shows of it.
    fn may_match(&self, index: i64, lead: Lead) -> Result<bool> {
        let JobFilter { cause, source, since, until, job_id, .. } = &self.query.filter;
        let unasked = self.statuses.is_empty() && cause.is_empty() && source.is_empty();
        if unasked && (since, until, job_id) == (&None, &None, &None) {
            return Ok(true);
        }
        let matches = self.state(index)?.map(|state| {
            let is_status = match lead.status {
                Some(wanted) => state.status == status_to_sql(wanted),
                None => self.wanted_status.has(state.status),
            };
            let (since, until) = self.created_within();
            let rest = (since..until).contains(&state.created_at)
                && self.wanted_cause.has(state.cause)
                && state.is_id_in(*job_id);
            (is_status, self.wanted_source.has(state.source), rest)
        });
        let by_status = lead.status.is_some();
        match matches {
            Some((status, source, rest)) if (status || !by_status) && (source || !lead.source) => {
                Ok(status && source && rest)
            }
            None if !by_status => Err(corrupt(format!("entry {index}: is missing"))),
            found => {
                let by = if lead.source { OPEN_CALLS } else { BY_STATUS };
                let is =
                    if found.is_some() { "whose state is another" } else { "which is missing" };
                Err(corrupt(format!("the index {by} leads to job {index}, {is}")))
            }
        }
    }
}

/// How a job stands, as it is in the file. What no condition is about is not read.
struct State {
    status: i64,
    source: i64,
    created_at: i64,
    cause: Option<i64>,
    id: Option<[u8; 16]>,
}

impl State {
    fn is_id_in(&self, beginning: Option<JobIdPrefix>) -> bool {
        let Some(range) = beginning.map(JobIdPrefix::range) else { return true };
        self.id.is_some_and(|id| range.contains(&Uuid::from_bytes(id)))
    }
}

impl Search<'_> {
    fn state(&self, index: i64) -> Result<Option<State>> {
        let select = "SELECT s.status, s.source, coalesce(e.created_at, e.recorded_at),
                             iif(?2, (SELECT cause FROM entry WHERE idx = coalesce(s.last_change, s.job)), NULL), iif(?3, e.job_id, NULL)
                        FROM entry AS e JOIN job_state AS s ON s.job = e.idx WHERE e.idx = ?1";
        let mut statement = self.sql.prepare_cached(select).doing(DOING)?;
        let JobFilter { cause, job_id, .. } = &self.query.filter;
        let conditions = (index, !cause.is_empty(), job_id.is_some());
        let state = statement.query_row(conditions, |row| {
            let (status, source, created_at, cause, id) = row.try_into()?;
            Ok(State { status, source, created_at, cause, id })
        });
        state.optional().doing(DOING).map_err(in_entry(from_sql(index)?))
    }
}

/// Whether a list of customers has any of the terms `wanted`, which ascend.
pub(super) fn has_any(customers: &str, wanted: &[i64]) -> Result<bool> {
    for term in terms_in(customers) {
        if wanted.binary_search(&term?).is_ok() {
            return Ok(true);
        }
    }
    Ok(false)
}
