//! Pages of jobs by any filter, found by key.
//!
//! A page walks the ledger in *spans*, newest or oldest first: the complete runs of the reverse index, and the
//! tail after them. In a run, the filter's terms are looked up and their jobs intersected, also with the index by
//! status; the tail is read. A run in which no job was created between `since` and `until` is passed over.
//!
//! What a page may cost is bounded. Where two common conditions hardly ever meet, such as a status and a user who
//! never had it, a search may end before it has filled the page; the page then says where to go on.

use jobs_core::{Cause, Job, JobFilter, JobPage, JobQuery, Order, Result, Source, Status};
use rusqlite::{Connection, OptionalExtension};

use crate::codes::{cause_to_sql, source_to_sql, status_to_sql};
use crate::error::{Context, corrupt, in_entry};
use crate::postings;
use crate::rows::{self, customers_of, from_sql, terms_in};
use crate::terms::{self, Kind};

/// The indexes of `job_state`.
const BY_STATUS: &str = "job_state_by_status";
const OPEN_CALLS: &str = "job_state_open_calls";

const DOING: &str = "listing jobs";

/// How many rows a page looks at, beside the tail's, before it ends as it is: about 20 ms of work, so that a page costs no more
/// in a large ledger than in one that has just these. It is more than any one run costs before its first job, so that every
/// page gets ahead.
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
    let (jobs, cost, stopped) = (Vec::new(), 0, None);
    let mut search = Search { sql, query, status, customer: None, cost_max, jobs, cost, stopped };
    if let Some(wanted) = Terms::of(sql, &query.filter)? {
        search.run(&wanted)?;
    }
    let cost = search.cost;
    Ok((search.into_page()?, cost))
}

/// The statuses of the jobs that a filter can accept. Most causes lead to one status alone, and that one has an index.
enum Statuses {
    None,
    One(Status),
    Several,
}

impl Statuses {
    fn of(filter: &JobFilter) -> Self {
        match (filter.status, filter.cause.map(Cause::statuses)) {
            (Some(status), Some(possible)) if !possible.contains(&status) => Self::None,
            (Some(status), _) | (None, Some(&[status])) => Self::One(status),
            (None, _) => Self::Several,
        }
    }
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

/// What led to a job beside reading its entry: an index by its status, and perhaps its source; the reverse index.
#[derive(Debug, Clone, Copy, Default)]
struct Lead {
    status: bool,
    source: bool,
    terms: bool,
}

/// A search under way.
struct Search<'q> {
    sql: &'q Connection,
    query: &'q JobQuery,
    /// The one status that the jobs have, if it is one.
    status: Option<Status>,
    /// The term of the customer that the jobs have, if one is asked for.
    customer: Option<i64>,
    cost_max: usize,
    jobs: Vec<jobs_core::Job>,
    /// How many rows were looked at.
    cost: usize,
    /// Where the search ended because it had cost enough; all before it, in the page's order, are done with.
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

    /// Whether to stop before the job or the run at `at`: because there is one job more than the page shows, which
    /// says that there is another page, or because this one has cost enough.
    fn is_done(&mut self, at: i64) -> bool {
        if self.cost > self.cost_max {
            self.stopped.get_or_insert(at);
        }
        self.stopped.is_some() || self.jobs.len() > self.query.limit.get()
    }

    fn newest_first(&self) -> bool {
        self.query.order == Order::NewestFirst
    }

    /// The end of a span at which the page begins it.
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

    fn run(&mut self, wanted: &Terms) -> Result<()> {
        self.customer = wanted.customer;
        let JobFilter { since, until, .. } = &self.query.filter;
        let range = self.range();
        if let (Some(status), None, None, true) = (self.status, since, until, wanted.none()) {
            return self.by_status(status, range);
        }
        let covered = postings::reach(self.sql)?.covered;
        let tail = Span { first: covered.max(range.first), past: range.past };
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
            "SELECT first, past, created_max >= ?4 AND created_min < ?5 FROM run
              WHERE next_term IS NULL AND past > ?1 AND first > ?2 AND first < ?3 ORDER BY first {}",
            self.direction()
        );
        let sql = self.sql;
        let mut statement = sql.prepare_cached(&select).doing(DOING)?;
        let (since, until) = self.created_within();
        // No run that begins further before the range reaches into it.
        let before = range.first.saturating_sub(postings::RUN_MAX);
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
    fn look_up(&mut self, run: i64, span: Span, wanted: &Terms) -> Result<()> {
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

    /// Takes those of `jobs` that have a status. The two ascend (or descend) side by side, each skipping to where
    /// the other stands, so that the cost is that of the smaller.
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
        let job = rows::job(self.sql, index)?;
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
                rows::with_customers(self.sql, index, |json| contains(json, customer))?
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

    /// Whether the job's status and time are those asked for; spares the reading of all that a list shows of it.
    fn may_match(&self, index: i64, lead: Lead) -> Result<bool> {
        let JobFilter { cause, source, since, until, .. } = &self.query.filter;
        let status = self.status;
        if (status, cause, source, since, until) == (None, &None, &None, &None, &None) {
            return Ok(true);
        }
        let select = "SELECT ?2 IS NULL OR s.status IS ?2, ?5 IS NULL OR s.source IS ?5,
                             (?6 IS NULL OR (SELECT cause FROM entry WHERE idx = coalesce(s.last, s.job)) IS ?6)
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
    fn read(&mut self, span: Span, wanted: &Terms) -> Result<()> {
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
        let Terms { user, action, batch, customer } = *wanted;
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

#[cfg(test)]
mod tests {
    use jobs_core::{
        ActionCode, ActionName, BatchId, Cid, CustomerSet, Draft, ImportedJob, JobFacts, JobId,
        PageLimit, StatusDetails, Timestamp, UserId,
    };

    use super::*;
    use crate::postings::RunSize;

    const RUN: RunSize = RunSize { entries: 16, customers: 1000 };
    const RUNS: usize = 40;
    const JOBS: usize = 16 * RUNS + 8;

    fn created_at(number: usize) -> Timestamp {
        Timestamp::from_micros("created_at", 1000 * i64::try_from(number).unwrap()).unwrap()
    }

    /// One job in 16 is Rare's, and all of them SUCCESS; a few of Vijay's are UNCONFIRMED; none is FAILED.
    fn draft(number: usize) -> Draft {
        let user = if number.is_multiple_of(16) { "rare" } else { "vijay" };
        let action = if number.is_multiple_of(2) { "Even" } else { "Odd" };
        let status = if number % 50 == 7 { Status::Unconfirmed } else { Status::Success };
        let facts = JobFacts {
            user_id: UserId::new(user).unwrap(),
            submitted_by: None,
            batch_id: (number == 333).then(|| BatchId::new("one").unwrap()),
            action_code: ActionCode::new(1).unwrap(),
            action_name: ActionName::new(action).unwrap(),
            cluster_url: None,
        };
        let cid = Cid::new((number % 100).to_string()).unwrap();
        let customers = CustomerSet::new([cid]).unwrap();
        let details = StatusDetails::new(status);
        ImportedJob::new(JobId::mint(), facts, customers, created_at(number), details).into()
    }

    fn ledger() -> (Connection, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let mut sql = crate::connection::open_writer(&folder.path().join("jobs.db")).unwrap();
        let mut terms = crate::terms::Terms::new();
        let written = crate::batch::run(&mut sql, &mut terms, |batch| {
            (0..JOBS)
                .try_for_each(|number| batch.append(draft(number), Timestamp::now())?.map(drop))
        });
        assert_eq!(written.unwrap(), JOBS as u64);
        postings::index_now(&mut sql, RUN);
        assert_eq!(postings::reach(&sql).unwrap().covered, 16 * 40);
        (sql, folder)
    }

    fn filters() -> Vec<JobFilter> {
        let user = |name| Some(UserId::new(name).unwrap());
        let action = |name| Some(ActionName::new(name).unwrap());
        let some = JobFilter::default;
        vec![
            some(),
            JobFilter { status: Some(Status::Unconfirmed), ..some() },
            JobFilter { status: Some(Status::Success), user_id: user("rare"), ..some() },
            JobFilter { status: Some(Status::Unconfirmed), user_id: user("vijay"), ..some() },
            JobFilter { user_id: user("rare"), action_name: action("Even"), ..some() },
            JobFilter { cid: Some(Cid::new("42").unwrap()), ..some() },
            JobFilter { batch_id: Some(BatchId::new("one").unwrap()), ..some() },
            JobFilter { since: Some(created_at(100)), until: Some(created_at(300)), ..some() },
            JobFilter {
                status: Some(Status::Unconfirmed),
                since: Some(created_at(100)),
                until: Some(created_at(500)),
                ..some()
            },
        ]
    }

    /// What no job matches is found out in a look or two a run, not in one a job.
    #[test]
    fn a_page_of_nothing_costs_a_few_looks_a_run() {
        let (sql, _folder) = ledger();
        let user = |name| Some(UserId::new(name).unwrap());
        let failed = Some(Status::Failed);
        let some = JobFilter::default;
        for (filter, looks_max) in [
            (JobFilter { status: failed, ..some() }, 0),
            (JobFilter { status: failed, user_id: user("vijay"), ..some() }, 3 * RUNS + 8),
            (
                JobFilter { status: Some(Status::Unconfirmed), user_id: user("rare"), ..some() },
                4 * RUNS + 8,
            ),
            (
                JobFilter {
                    user_id: user("rare"),
                    action_name: Some(ActionName::new("Odd").unwrap()),
                    ..some()
                },
                3 * RUNS + 8,
            ),
            // No run is of that time.
            (JobFilter { since: Some(created_at(JOBS)), ..some() }, RUNS),
            (
                JobFilter {
                    status: Some(Status::Success),
                    since: Some(created_at(JOBS)),
                    ..some()
                },
                RUNS,
            ),
        ] {
            for order in [Order::NewestFirst, Order::OldestFirst] {
                let query = JobQuery { filter: filter.clone(), order, ..JobQuery::default() };
                let (page, looks) = page_within(&sql, &query, COST_MAX).unwrap();
                assert_eq!(page, JobPage::default(), "{filter:?}");
                assert!(looks <= looks_max, "{looks} looks: {filter:?}");
            }
        }
    }

    /// A time is looked for in the runs of that time, whatever the ledger has grown to since: the others are passed over.
    #[test]
    fn a_page_of_a_time_costs_the_runs_of_that_time() {
        let (sql, _folder) = ledger();
        let filter = JobFilter {
            status: Some(Status::Success),
            until: Some(created_at(20)),
            ..JobFilter::default()
        };
        let (page, looks) =
            page_within(&sql, &JobQuery { filter, ..JobQuery::default() }, COST_MAX).unwrap();
        assert_eq!(page.jobs.len(), 19);
        assert!(looks <= 32 + RUNS, "{looks} looks");
    }

    #[test]
    fn a_search_that_costs_too_much_goes_on_on_the_next_page() {
        let (sql, _folder) = ledger();
        for filter in filters() {
            for order in [Order::NewestFirst, Order::OldestFirst] {
                let limit = PageLimit::new(PageLimit::MAX).unwrap();
                let mut query = JobQuery { filter: filter.clone(), order, after: None, limit };
                let whole = page_within(&sql, &query, COST_MAX).unwrap().0;
                assert!(!whole.jobs.is_empty() && whole.next.is_none());
                // Above what any one span costs.
                for cost_max in [20, 21, 22, 50] {
                    let (mut jobs, mut pages) = (Vec::new(), 0);
                    query.after = None;
                    loop {
                        let page = page_within(&sql, &query, cost_max).unwrap().0;
                        jobs.extend(page.jobs);
                        pages += 1;
                        assert!(pages <= JOBS, "the search does not get ahead");
                        query.after = page.next;
                        if query.after.is_none() {
                            break;
                        }
                    }
                    assert_eq!(jobs, whole.jobs, "{filter:?} {order:?} {cost_max}");
                    assert!(pages > 1 || jobs.len() < 20, "{filter:?}: one page");
                }
            }
        }
    }

    #[test]
    fn lists_are_intersected() {
        assert_eq!(intersect(vec![1, 3, 4, 9], &[0, 3, 5, 9, 10]), [3, 9]);
        assert_eq!(intersect(vec![1], &[]), Vec::<i64>::new());
    }
}
