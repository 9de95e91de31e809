//! Pages of jobs by any filter, found by key.
//!
//! A page walks the ledger in *spans*, newest or oldest first: the complete runs of the reverse
//! index, and the tail after them. In a run, the filter's terms are looked up; the jobs of any term
//! of a condition are joined and those of all conditions intersected, also with the index by
//! status; the tail is read. A run in which no job was created between `since` and `until` is
//! passed over. The retries of a job, and the jobs whose IDs begin alike if they are few, have an
//! index of their own, which is read instead ([`narrow`]).
//!
//! What a page may cost is bounded. Where two common conditions hardly ever meet, such as a status
//! and a user who never had it, a search may end before it has filled the page; the page then says
//! where to go on.

mod by_status;
mod candidate;
mod conditions;
mod narrow;
mod read;
#[cfg(test)]
mod tests;

use jobs_core::{Job, JobFilter, JobPage, JobQuery, Order, Result, Status};
use rusqlite::Connection;

use crate::error::Context;
use crate::format::codes::{cause_to_sql, from_sql, source_to_sql, status_to_sql};
use crate::index::{postings, runs};
use candidate::Lead;
use conditions::{Codes, WantedTerms};

const DOING: &str = "listing jobs";

/// How many rows a page looks at, beside the tail's, before it ends early: about 20 ms of work, so
/// that a page costs no more in a large ledger than in one of this many rows. It is more than any
/// one run costs before its first job, so that every page makes progress: a run that is read costs
/// 16,384, and one in which 50 terms are looked up for each of four conditions about 7,000, as its
/// jobs have at most 362,144 customers; looking for the beginning of an ID first costs 2,500.
const COST_MAX: usize = 20_000;

/// The page that `query` asks for. All reads must see one state: the caller holds a transaction.
pub(crate) fn page(sql: &Connection, query: &JobQuery) -> Result<JobPage> {
    Ok(page_within(sql, query, COST_MAX)?.0)
}

/// The page, with what it cost.
fn page_within(sql: &Connection, query: &JobQuery, cost_max: usize) -> Result<(JobPage, usize)> {
    let mut statuses = conditions::statuses(&query.filter);
    if statuses.is_empty() {
        return Ok((JobPage::default(), 0));
    }
    if statuses.len() == Status::ALL.len() {
        statuses.clear();
    }
    let Some(wanted) = WantedTerms::of(sql, &query.filter)? else {
        return Ok((JobPage::default(), 0));
    };
    let mut search = Search {
        sql,
        query,
        wanted: &wanted,
        wanted_status: Codes::of(&statuses, status_to_sql),
        wanted_cause: Codes::of(query.filter.cause.as_slice(), cause_to_sql),
        wanted_source: Codes::of(query.filter.source.as_slice(), source_to_sql),
        statuses,
        cost_max,
        jobs: Vec::new(),
        cost: 0,
        stopped: None,
    };
    search.run()?;
    let cost = search.cost;
    Ok((search.into_page()?, cost))
}

/// A stretch of the ledger, `first..past`.
#[derive(Clone, Copy)]
struct Span {
    first: i64,
    past: i64,
}

/// A search in progress.
struct Search<'q> {
    sql: &'q Connection,
    query: &'q JobQuery,
    /// The statuses of which the jobs must have any; none where that is no condition.
    statuses: Vec<Status>,
    wanted: &'q WantedTerms,
    wanted_status: Codes,
    wanted_cause: Codes,
    wanted_source: Codes,
    cost_max: usize,
    jobs: Vec<Job>,
    /// How many rows were looked at.
    cost: usize,
    /// Where the search ended because it had cost enough; everything before it, in the page's
    /// order, is done.
    stopped: Option<i64>,
}

impl Search<'_> {
    fn into_page(self) -> Result<JobPage> {
        let mut jobs = self.jobs;
        let limit = self.query.limit.get();
        if jobs.len() > limit {
            jobs.truncate(limit);
            let next = jobs.last().map(|job| job.index);
            return Ok(JobPage { jobs, next });
        }
        // The key is the index before, so that the next page begins with this one.
        let step = if self.query.order == Order::NewestFirst { 1 } else { -1 };
        let next = self.stopped.map(|at| from_sql(at + step)).transpose()?;
        Ok(JobPage { jobs, next })
    }

    /// Whether to stop before the job or the run at `at`: because there is one job more than the
    /// page shows, which says that there is another page, or because this one has cost enough.
    fn is_done(&mut self, at: i64) -> bool {
        if self.cost > self.cost_max {
            self.stopped.get_or_insert(at);
        }
        self.stopped.is_some() || self.jobs.len() > self.query.limit.get()
    }

    fn newest_first(&self) -> bool {
        self.query.order == Order::NewestFirst
    }

    /// The end of a span at which the page begins.
    fn start_of(&self, span: Span) -> i64 {
        if self.newest_first() { span.past - 1 } else { span.first }
    }

    fn is_after(&self, job: i64, key: i64) -> bool {
        if self.newest_first() { job < key } else { job > key }
    }

    fn direction(&self) -> &'static str {
        if self.newest_first() { "DESC" } else { "ASC" }
    }

    fn created_within(&self) -> (i64, i64) {
        let JobFilter { since, until, .. } = &self.query.filter;
        (
            since.map_or(i64::MIN, |time| time.as_micros()),
            until.map_or(i64::MAX, |time| time.as_micros()),
        )
    }

    /// The part of the ledger that the page may show: after its key, in its order.
    fn range(&self) -> Span {
        // SQL's largest index is beyond any ledger, so a larger key means the same.
        let after = self.query.after.map(|after| i64::try_from(after).unwrap_or(i64::MAX));
        match (self.query.order, after) {
            (_, None) => Span { first: 0, past: i64::MAX },
            (Order::NewestFirst, Some(after)) => Span { first: 0, past: after },
            (Order::OldestFirst, Some(after)) => {
                Span { first: after.saturating_add(1), past: i64::MAX }
            }
        }
    }

    fn run(&mut self) -> Result<()> {
        let JobFilter { since, until, retry_of, job_id, .. } = self.query.filter;
        let range = self.range();
        if let Some(retried) = retry_of {
            return self.retries(retried, range);
        }
        if let Some(beginning) = job_id
            && self.by_id(beginning, range)?
        {
            return Ok(());
        }
        if !self.statuses.is_empty() && since.is_none() && until.is_none() && self.wanted.none() {
            return self.by_status(range);
        }
        let covered = runs::reach(self.sql)?.covered;
        let tail = Span { first: covered.max(range.first), past: range.past };
        if self.newest_first() {
            self.read(tail)?;
            self.runs(range)
        } else {
            self.runs(range)?;
            self.read(tail)
        }
    }

    fn runs(&mut self, range: Span) -> Result<()> {
        let select = format!(
            "SELECT first, past, created_max >= ?4 AND created_min < ?5 FROM run
              WHERE next_term IS NULL AND past > ?1 AND first > ?2 AND first < ?3 ORDER BY first {}",
            self.direction()
        );
        let sql = self.sql;
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let (since, until) = self.created_within();
        // No run that begins further before the range reaches into it.
        let before = range.first.saturating_sub(runs::RUN_MAX);
        let bounds = (range.first, before, range.past, since, until);
        let mut rows = statement.query(bounds).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let (run, past, is_of_the_time): (i64, i64, bool) = row.try_into().doing(DOING)?;
            let span = Span { first: run.max(range.first), past: past.min(range.past) };
            if self.is_done(self.start_of(span)) {
                break;
            }
            self.cost += 1;
            if !is_of_the_time {
                continue;
            }
            if !self.wanted.none() {
                self.look_up(run, span)?;
            } else if !self.statuses.is_empty() {
                self.by_status(span)?;
            } else {
                self.cost += usize::try_from(span.past - span.first).unwrap_or(usize::MAX);
                self.read(span)?;
            }
        }
        Ok(())
    }

    /// Takes the jobs of a run that use a wanted term of every condition.
    fn look_up(&mut self, run: i64, span: Span) -> Result<()> {
        let mut common: Option<Vec<i64>> = None;
        for terms in self.wanted.all() {
            let jobs = self.jobs_with_any(run, terms)?;
            if jobs.is_empty() {
                return Ok(());
            }
            common = Some(match common {
                None => jobs,
                Some(common) => intersect(common, &jobs),
            });
        }
        let mut jobs = common.unwrap_or_default();
        jobs.retain(|job| (span.first..span.past).contains(job));
        if self.newest_first() {
            jobs.reverse();
        }
        if self.statuses.is_empty() {
            self.take_all(&jobs)
        } else {
            self.take_with_status(&jobs, span)
        }
    }

    /// The jobs of a run that use any of `terms`, ascending.
    fn jobs_with_any(&mut self, run: i64, terms: &[i64]) -> Result<Vec<i64>> {
        let mut any = Vec::new();
        for term in terms {
            self.cost += 1;
            let Some(jobs) = postings::jobs(self.sql, run, *term)? else { continue };
            // Decoding and comparing 64 jobs takes about as long as finding one row.
            self.cost += jobs.len() / 64;
            if any.is_empty() {
                any = jobs;
            } else {
                any.extend(jobs);
            }
        }
        if terms.len() > 1 {
            // Stable, which merges what ascends already.
            any.sort();
            any.dedup();
        }
        Ok(any)
    }

    fn take_all(&mut self, jobs: &[i64]) -> Result<()> {
        for job in jobs {
            if self.is_done(*job) {
                break;
            }
            self.take(*job, Lead { terms: true, ..Lead::default() })?;
        }
        Ok(())
    }
}

/// What two ascending lists have in common.
fn intersect(mut a: Vec<i64>, b: &[i64]) -> Vec<i64> {
    let mut b = b.iter().peekable();
    a.retain(|job| {
        while b.next_if(|other| *other < job).is_some() {}
        b.peek() == Some(&job)
    });
    a
}
