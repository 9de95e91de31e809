//! Pages of jobs by any filter, found by key.
//!
//! A page walks the ledger in *spans*, newest or oldest first: the complete runs of the reverse index, and the
//! tail after them. In a run, the filter's terms are looked up and their jobs intersected; the tail is read. A
//! run in which no job was created between `since` and `until` is passed over. A filter on the status alone
//! has an index of its own.

use jobs_core::{Job, JobFilter, JobPage, JobQuery, Order, Result};
use rusqlite::{Connection, OptionalExtension};

use crate::error::Context;
use crate::postings::{self, customer_terms};
use crate::rows;
use crate::terms::{self, Kind};

const DOING: &str = "listing jobs";

/// The page that `query` asks for. All reads must see one state: the caller holds a transaction.
pub(crate) fn page(sql: &Connection, query: &JobQuery) -> Result<JobPage> {
    let mut found = Found { sql, query, jobs: Vec::new() };
    if let Some(wanted) = Terms::of(sql, &query.filter)? {
        if wanted.none() && query.filter.status.is_some() {
            found.by_status()?;
        } else {
            found.by_spans(&wanted)?;
        }
    }
    let mut jobs = found.jobs;
    let limit = query.limit.get();
    let more = jobs.len() > limit;
    jobs.truncate(limit);
    let next = jobs.last().filter(|_| more).map(|job| job.index);
    Ok(JobPage { jobs, next })
}

/// The terms that a filter asks for, as numbers.
struct Terms {
    user: Option<i64>,
    action: Option<i64>,
    batch: Option<i64>,
    customer: Option<i64>,
}

impl Terms {
    /// `None` when the filter names a text that no entry holds, so that no job can match.
    fn of(sql: &Connection, filter: &JobFilter) -> Result<Option<Self>> {
        let mut unknown = false;
        let mut find = |kind, value: Option<&str>| -> Result<Option<i64>> {
            let Some(value) = value else { return Ok(None) };
            let id = terms::find(sql, kind, value)?;
            unknown |= id.is_none();
            Ok(id)
        };
        let terms = Self {
            user: find(Kind::User, filter.user_id.as_ref().map(|text| text.as_str()))?,
            action: find(Kind::Action, filter.action_name.as_ref().map(|text| text.as_str()))?,
            batch: find(Kind::Batch, filter.batch_id.as_ref().map(|text| text.as_str()))?,
            customer: find(Kind::Customer, filter.cid.as_ref().map(|text| text.as_str()))?,
        };
        Ok((!unknown).then_some(terms))
    }

    fn none(&self) -> bool {
        self.all().next().is_none()
    }

    /// The terms, those that tend to have the fewest jobs first.
    fn all(&self) -> impl Iterator<Item = i64> {
        [self.customer, self.batch, self.user, self.action].into_iter().flatten()
    }
}

/// A stretch of the ledger, `first..past`.
#[derive(Clone, Copy)]
struct Span {
    first: i64,
    past: i64,
}

/// The jobs found so far.
struct Found<'q> {
    sql: &'q Connection,
    query: &'q JobQuery,
    jobs: Vec<Job>,
}

impl Found<'_> {
    /// One more than the page shows, to know whether there is another page.
    fn full(&self) -> bool {
        self.jobs.len() > self.query.limit.get()
    }

    fn newest_first(&self) -> bool {
        self.query.order == Order::NewestFirst
    }

    /// Takes the job at `index` if it matches. The filter's terms are known to match.
    fn take(&mut self, index: i64) -> Result<()> {
        if let Some(job) = rows::job(self.sql, index)?
            && self.query.filter.accepts(&job)
        {
            self.jobs.push(job);
        }
        Ok(())
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

    fn by_status(&mut self) -> Result<()> {
        let Some(status) = self.query.filter.status else { return Ok(()) };
        let Span { first, past } = self.range();
        let select = format!(
            "SELECT job FROM job_state WHERE status = ?1 AND job >= ?2 AND job < ?3 ORDER BY job {}",
            if self.newest_first() { "DESC" } else { "ASC" }
        );
        let sql = self.sql;
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let bounds = (crate::codes::status_to_sql(status), first, past);
        let mut rows = statement.query(bounds).doing(DOING)?;
        while !self.full() {
            let Some(row) = rows.next().doing(DOING)? else { break };
            self.take(row.get(0).doing(DOING)?)?;
        }
        Ok(())
    }

    fn by_spans(&mut self, wanted: &Terms) -> Result<()> {
        let range = self.range();
        let tail = Span { first: postings::covered(self.sql)?.max(range.first), past: range.past };
        if self.newest_first() {
            self.read(tail, wanted)?;
            self.runs(range, wanted)
        } else {
            self.runs(range, wanted)?;
            self.read(tail, wanted)
        }
    }

    fn runs(&mut self, range: Span, wanted: &Terms) -> Result<()> {
        let select = format!(
            "SELECT first, past FROM run
              WHERE next_term IS NULL AND past > ?1 AND first < ?2
                AND created_max >= ?3 AND created_min < ?4 ORDER BY first {}",
            if self.newest_first() { "DESC" } else { "ASC" }
        );
        let sql = self.sql;
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let since = self.query.filter.since.map_or(i64::MIN, |time| time.as_micros());
        let until = self.query.filter.until.map_or(i64::MAX, |time| time.as_micros());
        let mut rows = statement.query((range.first, range.past, since, until)).doing(DOING)?;
        while !self.full() {
            let Some(row) = rows.next().doing(DOING)? else { break };
            let (run, past): (i64, i64) = row.try_into().doing(DOING)?;
            let span = Span { first: run.max(range.first), past: past.min(range.past) };
            if wanted.none() {
                self.read(span, wanted)?;
            } else {
                self.look_up(run, span, wanted)?;
            }
        }
        Ok(())
    }

    /// Takes the jobs of a run that use every wanted term.
    fn look_up(&mut self, run: i64, span: Span, wanted: &Terms) -> Result<()> {
        let mut common: Option<Vec<i64>> = None;
        for term in wanted.all() {
            let Some(jobs) = posting(self.sql, run, term)? else { return Ok(()) };
            common = Some(match common {
                None => jobs,
                Some(mut common) => {
                    common.retain(|job| jobs.binary_search(job).is_ok());
                    common
                }
            });
        }
        let mut jobs = common.unwrap_or_default();
        jobs.retain(|job| (span.first..span.past).contains(job));
        if self.newest_first() {
            jobs.reverse();
        }
        for job in jobs {
            if self.full() {
                break;
            }
            self.take(job)?;
        }
        Ok(())
    }

    /// Takes matching jobs by reading the entries of a span.
    fn read(&mut self, span: Span, wanted: &Terms) -> Result<()> {
        if self.full() {
            return Ok(());
        }
        let select = format!(
            "SELECT idx, customers FROM entry
              WHERE idx >= ?1 AND idx < ?2 AND job_id IS NOT NULL
                AND (?3 IS NULL OR user = ?3) AND (?4 IS NULL OR action = ?4)
                AND (?5 IS NULL OR batch = ?5)
                AND (?6 IS NULL OR coalesce(created_at, recorded_at) >= ?6)
                AND (?7 IS NULL OR coalesce(created_at, recorded_at) < ?7)
              ORDER BY idx {}",
            if self.newest_first() { "DESC" } else { "ASC" }
        );
        let sql = self.sql;
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let since = self.query.filter.since.map(|time| time.as_micros());
        let until = self.query.filter.until.map(|time| time.as_micros());
        let Terms { user, action, batch, customer } = *wanted;
        let conditions = (span.first, span.past, user, action, batch, since, until);
        let mut rows = statement.query(conditions).doing(DOING)?;
        while !self.full() {
            let Some(row) = rows.next().doing(DOING)? else { break };
            if let Some(customer) = customer {
                let customers = row.get_ref(1).doing(DOING)?.as_str().doing(DOING)?;
                if !customer_terms(customers)?.contains(&customer) {
                    continue;
                }
            }
            self.take(row.get(0).doing(DOING)?)?;
        }
        Ok(())
    }
}

fn posting(sql: &Connection, run: i64, term: i64) -> Result<Option<Vec<i64>>> {
    let select = "SELECT jobs FROM posting WHERE run = ?1 AND term = ?2";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let jobs: Option<Vec<u8>> =
        statement.query_row((run, term), |row| row.get(0)).optional().doing(DOING)?;
    jobs.map(|jobs| postings::decode(run, &jobs)).transpose()
}
