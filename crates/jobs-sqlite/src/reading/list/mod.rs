//! Pages of jobs by any filter, found by key.
//!
//! A page walks the ledger in *spans*, newest or oldest first: the complete runs of the reverse
//! index, and the tail after them. In a run, the filter's terms are looked up and their jobs
//! intersected, also with the index by status; the tail is read. A run in which no job was created
//! between `since` and `until` is passed over.
//!
//! What a page may cost is bounded. Where two common conditions hardly ever meet, such as a status
//! and a user who never had it, a search may end before it has filled the page; the page then says
//! where to go on.

mod conditions;
#[cfg(test)]
mod tests;

use jobs_core::{Job, JobFilter, JobPage, JobQuery, Order, Result, Source, Status};
use rusqlite::{Connection, OptionalExtension};

use crate::error::{Context, corrupt, in_entry};
use crate::format::codes::{cause_to_sql, from_sql, source_to_sql, status_to_sql};
use crate::format::term_array::{customers_of, terms_in};
use crate::index::{postings, runs};
use crate::reading::{customers, jobs};
use conditions::{Statuses, WantedTerms};

/// The indexes of `job_state`.
const BY_STATUS: &str = "job_state_by_status";
const OPEN_CALLS: &str = "job_state_open_calls";

const DOING: &str = "listing jobs";

/// How many rows a page looks at, beside the tail's, before it ends early: about 20 ms of work, so
/// that a page costs no more in a large ledger than in one of this many rows. It is more than any
/// one run costs before its first job, so that every page makes progress.
const COST_MAX: usize = 20_000;

/// The page that `query` asks for. All reads must see one state: the caller holds a transaction.
pub(crate) fn page(sql: &Connection, query: &JobQuery) -> Result<JobPage> {
    Ok(page_within(sql, query, COST_MAX)?.0)
}

/// The page, with what it cost.
fn page_within(sql: &Connection, query: &JobQuery, cost_max: usize) -> Result<(JobPage, usize)> {
    let status = match Statuses::of(&query.filter) {
        Statuses::None => return Ok((JobPage::default(), 0)),
        Statuses::One(status) => Some(status),
        Statuses::Several => None,
    };
    let jobs = Vec::new();
    let cost = 0;
    let stopped = None;
    let mut search = Search { sql, query, status, customer: None, cost_max, jobs, cost, stopped };
    if let Some(wanted) = WantedTerms::of(sql, &query.filter)? {
        search.run(&wanted)?;
    }
    let cost = search.cost;
    Ok((search.into_page()?, cost))
}

/// A stretch of the ledger, `first..past`.
#[derive(Clone, Copy)]
struct Span {
    first: i64,
    past: i64,
}

/// What led to a job other than reading its entry: an index by its status, and perhaps its source;
/// the reverse index.
#[derive(Debug, Clone, Copy, Default)]
struct Lead {
    status: bool,
    source: bool,
    terms: bool,
}

/// A search in progress.
struct Search<'q> {
    sql: &'q Connection,
    query: &'q JobQuery,
    /// The status that the jobs must have, if there is only one.
    status: Option<Status>,
    /// The term of the customer that the jobs have, if one is asked for.
    customer: Option<i64>,
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

    fn run(&mut self, wanted: &WantedTerms) -> Result<()> {
        self.customer = wanted.customer;
        let JobFilter { since, until, .. } = &self.query.filter;
        let range = self.range();
        if let (Some(status), None, None, true) = (self.status, since, until, wanted.none()) {
            return self.by_status(status, range);
        }
        let covered = runs::reach(self.sql)?.covered;
        let tail = Span { first: covered.max(range.first), past: range.past };
        if self.newest_first() {
            self.read(tail, wanted)?;
            self.runs(range, wanted)
        } else {
            self.runs(range, wanted)?;
            self.read(tail, wanted)
        }
    }

    fn runs(&mut self, range: Span, wanted: &WantedTerms) -> Result<()> {
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
            match self.status {
                _ if !wanted.none() => self.look_up(run, span, wanted)?,
                Some(status) => self.by_status(status, span)?,
                None => {
                    self.cost += usize::try_from(span.past - span.first).unwrap_or(usize::MAX);
                    self.read(span, wanted)?;
                }
            }
        }
        Ok(())
    }

    /// Takes the jobs of a span that have a status.
    fn by_status(&mut self, status: Status, span: Span) -> Result<()> {
        let of_the_gateway = self.query.filter.source == Some(Source::Gateway);
        let open_calls = of_the_gateway && status == Status::InProgress;
        let lead = Lead { status: true, source: open_calls, terms: false };
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
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let bounds = (status_to_sql(status), span.first, span.past);
        let mut rows = statement.query(bounds).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let job = row.get(0).doing(DOING)?;
            if self.is_done(job) {
                break;
            }
            self.take(job, lead)?;
        }
        Ok(())
    }

    /// Takes the jobs of a run that use every wanted term.
    fn look_up(&mut self, run: i64, span: Span, wanted: &WantedTerms) -> Result<()> {
        let mut common: Option<Vec<i64>> = None;
        for term in wanted.all() {
            self.cost += 1;
            let Some(jobs) = postings::jobs(self.sql, run, term)? else { return Ok(()) };
            // Decoding and comparing 64 jobs takes about as long as finding one row.
            self.cost += jobs.len() / 64;
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
        match self.status {
            None => self.take_all(&jobs),
            Some(status) => self.take_with_status(&jobs, status, span),
        }
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

    /// Takes those of `jobs` that have a status. The two ascend (or descend) side by side, each
    /// skipping to where the other stands, so that the cost is that of the smaller.
    fn take_with_status(&mut self, mut jobs: &[i64], status: Status, span: Span) -> Result<()> {
        while let Some(job) = jobs.first()
            && !self.is_done(*job)
        {
            let Some(next) = self.next_with_status(status, *job, span)? else { break };
            jobs = &jobs[jobs.partition_point(|job| self.is_after(next, *job))..];
            if jobs.first() == Some(&next) {
                jobs = &jobs[1..];
                self.take(next, Lead { status: true, source: false, terms: true })?;
            }
        }
        Ok(())
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

    /// Takes the job at `index` if it matches. What led to it must be true of it.
    fn take(&mut self, index: i64, lead: Lead) -> Result<()> {
        self.cost += 1;
        if !self.may_match(index, lead)? {
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
        let has_customer = match self.customer {
            None => true,
            Some(customer) => {
                self.cost += job.customer_count / 64;
                customers::with_customers(self.sql, index, |json| contains(json, customer))?
            }
        };
        if has_customer
            && user_id.as_ref().is_none_or(|user_id| *user_id == facts.user_id)
            && action_name.as_ref().is_none_or(|name| *name == facts.action_name)
            && (batch_id.is_none() || *batch_id == facts.batch_id)
        {
            return Ok(());
        }
        Err(corrupt(format!(
            "the reverse index leads to entry {index}, which does not have the term"
        )))
    }

    /// Whether the job's status and time are those asked for; this avoids reading all that a list
    /// shows of it.
    fn may_match(&self, index: i64, lead: Lead) -> Result<bool> {
        let JobFilter { cause, source, since, until, .. } = &self.query.filter;
        let status = self.status;
        if (status, cause, source, since, until) == (None, &None, &None, &None, &None) {
            return Ok(true);
        }
        let select = "SELECT ?2 IS NULL OR s.status IS ?2, ?5 IS NULL OR s.source IS ?5,
                             (?6 IS NULL OR (SELECT cause FROM entry WHERE idx = coalesce(s.last_change, s.job)) IS ?6)
                             AND coalesce(e.created_at, e.recorded_at) >= ?3
                             AND coalesce(e.created_at, e.recorded_at) < ?4
                        FROM entry AS e JOIN job_state AS s ON s.job = e.idx WHERE e.idx = ?1";
        let mut statement = self.sql.prepare_cached(select).doing(DOING)?;
        let (since, until) = self.created_within();
        let source = source.map(source_to_sql);
        let cause = cause.map(cause_to_sql);
        let conditions = (index, status.map(status_to_sql), since, until, source, cause);
        let matches = statement.query_row(conditions, |row| row.try_into()).optional();
        let matches: Option<(bool, bool, bool)> =
            matches.doing(DOING).map_err(in_entry(from_sql(index)?))?;
        match matches {
            Some((status, source, rest))
                if (status || !lead.status) && (source || !lead.source) =>
            {
                Ok(status && source && rest)
            }
            None if !lead.status => Err(corrupt(format!("entry {index}: is missing"))),
            found => {
                let by = if lead.source { OPEN_CALLS } else { BY_STATUS };
                let is =
                    if found.is_some() { "whose state is another" } else { "which is missing" };
                Err(corrupt(format!("the index {by} leads to job {index}, {is}")))
            }
        }
    }

    /// Takes matching jobs by reading the entries of a span.
    fn read(&mut self, span: Span, wanted: &WantedTerms) -> Result<()> {
        if self.is_done(self.start_of(span)) {
            return Ok(());
        }
        let customers = if wanted.customer.is_some() { "customers" } else { "NULL" };
        let select = format!(
            "SELECT idx, {customers} AS customers FROM entry
              WHERE idx >= ?1 AND idx < ?2 AND job_id IS NOT NULL
                AND (?3 IS NULL OR user = ?3) AND (?4 IS NULL OR action = ?4)
                AND (?5 IS NULL OR batch = ?5)
                AND coalesce(created_at, recorded_at) >= ?6
                AND coalesce(created_at, recorded_at) < ?7
              ORDER BY idx {}",
            self.direction()
        );
        let sql = self.sql;
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let (since, until) = self.created_within();
        let WantedTerms { user, action, batch, customer } = *wanted;
        let conditions = (span.first, span.past, user, action, batch, since, until);
        let mut rows = statement.query(conditions).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let job = row.get(0).doing(DOING)?;
            if self.is_done(job) {
                break;
            }
            if let Some(customer) = customer
                && !has_customer(row, customer).map_err(in_entry(from_sql(job)?))?
            {
                continue;
            }
            self.take(job, Lead::default())?;
        }
        Ok(())
    }
}

fn has_customer(row: &rusqlite::Row<'_>, customer: i64) -> Result<bool> {
    contains(customers_of(row.get_ref("customers"))?, customer)
}

fn contains(customers: &str, customer: i64) -> Result<bool> {
    for term in terms_in(customers) {
        if term? == customer {
            return Ok(true);
        }
    }
    Ok(false)
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
