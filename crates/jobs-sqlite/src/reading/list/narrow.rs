//! Jobs that an index of their own leads to: the retries of a job, and those whose IDs begin alike,
//! if they are few. The other conditions are checked job by job.

use jobs_core::{JobId, JobIdPrefix, Result};

use super::candidate::Lead;
use super::conditions::WantedTerms;
use super::{DOING, Search, Span};
use crate::error::Context;
use crate::reading::lookups::{self, led_to};

impl Search<'_> {
    /// Takes the jobs of a span that try the job `retried` again.
    pub(super) fn retries(&mut self, retried: JobId, span: Span) -> Result<()> {
        self.cost += 1;
        let Some(retried) = lookups::first_of(self.sql, retried)? else { return Ok(()) };
        // The index alone would answer; the row that it leads to must be a retry of the job.
        let select = format!(
            "SELECT i.idx, e.retry_of IS ?1
               FROM entry AS i INDEXED BY entry_by_retry_of LEFT JOIN entry AS e ON e.idx = i.idx
              WHERE i.retry_of = ?1 AND i.idx >= ?2 AND i.idx < ?3 ORDER BY i.idx {}",
            self.direction()
        );
        let sql = self.sql;
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let mut rows = statement.query((retried, span.first, span.past)).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let (job, is_it) = row.try_into().doing(DOING)?;
            if self.is_done(job) {
                break;
            }
            self.look_at(led_to(job, is_it, "retry_of")?)?;
        }
        Ok(())
    }

    /// Takes the jobs of a span whose IDs begin with `beginning`, if these are so few in the whole
    /// ledger that a page can afford to read and sort them; false if they are more, and none is
    /// taken.
    ///
    /// A page reads at most half as many as the rows that it may look at, which costs an eighth of
    /// the page; so it gets ahead, whatever the other conditions are.
    pub(super) fn by_id(&mut self, beginning: JobIdPrefix, span: Span) -> Result<bool> {
        let few = self.cost_max / 2;
        let found = lookups::ids_within(self.sql, beginning.range(), few)?;
        // Reading four neighbours in an index takes about as long as finding one row.
        self.cost += found.as_ref().map_or(few, Vec::len).div_ceil(4);
        let Some(mut found) = found else { return Ok(false) };
        found.retain(|(job, _)| (span.first..span.past).contains(job));
        found.sort_unstable();
        if self.newest_first() {
            found.reverse();
        }
        for (job, job_id) in found {
            if self.is_done(job) {
                break;
            }
            self.cost += 1;
            lookups::check_id(self.sql, job, job_id)?;
            self.look_at(job)?;
        }
        Ok(true)
    }

    /// Takes the job if it matches. Its terms are compared before all that a list shows of it is
    /// read.
    fn look_at(&mut self, job: i64) -> Result<()> {
        let WantedTerms { user, action, batch, .. } = self.wanted;
        let wanted = [user, action, batch];
        if wanted.iter().any(|terms| !terms.is_empty()) {
            self.cost += 1;
            let select = "SELECT user, action, batch FROM entry WHERE idx = ?1";
            let mut statement = self.sql.prepare_cached(select).doing(DOING)?;
            let terms = statement.query_row([job], |row| row.try_into()).doing(DOING)?;
            let terms: (Option<i64>, Option<i64>, Option<i64>) = terms;
            let has = |(wanted, term): (&Vec<i64>, Option<i64>)| {
                wanted.is_empty() || term.is_some_and(|term| wanted.binary_search(&term).is_ok())
            };
            if !wanted.into_iter().zip([terms.0, terms.1, terms.2]).all(has) {
                return Ok(());
            }
        }
        self.take(job, Lead::default())
    }
}
