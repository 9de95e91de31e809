//! Jobs by their statuses: the index by status is read, or stepped through, for each status that is
//! wanted, and what it holds of them is merged in the page's order.

use jobs_core::{Result, Source, Status};
use rusqlite::OptionalExtension;

use super::candidate::Lead;
use super::{DOING, Search, Span};
use crate::error::Context;
use crate::format::codes::status_to_sql;

/// The indexes of `job_state`.
pub(super) const BY_STATUS: &str = "job_state_by_status";
pub(super) const OPEN_CALLS: &str = "job_state_open_calls";

impl Search<'_> {
    /// Takes the jobs of a span that have a wanted status.
    pub(super) fn by_status(&mut self, span: Span) -> Result<()> {
        let open_calls = self.query.filter.source.as_slice() == [Source::Gateway]
            && self.statuses == [Status::InProgress];
        let index = if open_calls {
            format!("{OPEN_CALLS} WHERE status = 0 AND source = 1 AND")
        } else {
            format!("{BY_STATUS} WHERE")
        };
        let select = format!(
            "SELECT job FROM job_state INDEXED BY {index} status = ?1 AND job >= ?2 AND job < ?3
              ORDER BY job {}",
            self.direction()
        );
        let sql = self.sql;
        let statuses = self.statuses.clone();
        let prepare = |_: &Status| sql.prepare_cached(&select).doing(DOING);
        let mut statements = statuses.iter().map(prepare).collect::<Result<Vec<_>>>()?;
        let mut cursors = Vec::new();
        for (status, statement) in statuses.iter().zip(&mut statements) {
            let bounds = (status_to_sql(*status), span.first, span.past);
            let mut rows = statement.query(bounds).doing(DOING)?;
            let next = next_job(&mut rows)?;
            cursors.push((*status, rows, next));
        }
        // Of each other status, one row is read that may not be shown.
        self.cost += cursors.len() - 1;
        loop {
            let heads = cursors.iter().enumerate();
            let heads = heads.filter_map(|(at, (.., next))| Some((at, (*next)?)));
            let Some((at, job)) = self.first_of(heads) else { break };
            if self.is_done(job) {
                break;
            }
            let (status, rows, next) = &mut cursors[at];
            self.take(job, Lead { status: Some(*status), source: open_calls, ..Lead::default() })?;
            *next = next_job(rows)?;
        }
        Ok(())
    }

    /// Takes those of `jobs` that have a wanted status. The jobs and those of each status ascend
    /// (or descend) side by side, each skipping to where the others stand, so that the cost is that
    /// of the fewest.
    pub(super) fn take_with_status(&mut self, mut jobs: &[i64], span: Span) -> Result<()> {
        let before_all = if self.newest_first() { i64::MAX } else { i64::MIN };
        // Up to where the jobs of each status were passed over; nowhere, once there are no more.
        let mut cursors: Vec<_> =
            self.statuses.iter().map(|status| (*status, Some(before_all))).collect();
        while let Some(job) = jobs.first()
            && !self.is_done(*job)
        {
            for (status, at) in &mut cursors {
                if at.is_some_and(|at| self.is_after(*job, at)) {
                    *at = self.next_with_status(*status, *job, span)?;
                }
            }
            let heads = cursors.iter().filter_map(|(status, at)| Some((*status, (*at)?)));
            let Some((status, next)) = self.first_of(heads) else { break };
            jobs = &jobs[jobs.partition_point(|job| self.is_after(next, *job))..];
            if jobs.first() == Some(&next) {
                jobs = &jobs[1..];
                let status = Some(status);
                self.take(next, Lead { status, terms: true, ..Lead::default() })?;
            }
        }
        Ok(())
    }

    /// The one of `heads` whose job comes first in the page's order.
    fn first_of<T>(&self, heads: impl Iterator<Item = (T, i64)>) -> Option<(T, i64)> {
        heads.reduce(|first, head| if self.is_after(first.1, head.1) { head } else { first })
    }

    /// The first job of the span from `job` on, in the page's order, that has a status.
    fn next_with_status(&mut self, status: Status, job: i64, span: Span) -> Result<Option<i64>> {
        self.cost += 1;
        let select = format!(
            "SELECT job FROM job_state INDEXED BY job_state_by_status
              WHERE status = ?1 AND job >= ?2 AND job < ?3 ORDER BY job {} LIMIT 1",
            self.direction()
        );
        let (first, past) = if self.newest_first() {
            (span.first, job.saturating_add(1))
        } else {
            (job, span.past)
        };
        let mut statement = self.sql.prepare_cached(&select).doing(DOING)?;
        let next = statement.query_row((status_to_sql(status), first, past), |row| row.get(0));
        next.optional().doing(DOING)
    }
}

fn next_job(rows: &mut rusqlite::Rows<'_>) -> Result<Option<i64>> {
    rows.next().doing(DOING)?.map(|row| row.get(0)).transpose().doing(DOING)
}
