//! Where jobs are read from: the ledger in a data directory, or a server. Both return the same
//! types, so the output does not depend on it.

use jobs_core::{
    AnyOf, Cid, CustomerQuery, Index, JobDetail, JobFilter, JobId, JobQuery, JobStore as _,
    JobStoreExt as _, Order, PageLimit, StatsQuery,
};

use crate::CliError;
use crate::api::{Customers, History, JobPage, Remote, StatsAnswer};
use crate::cli::{ListArgs, ListOrder, Place, StatsArgs};
use crate::ledger::Ledger;

/// A place to read jobs from.
#[derive(Debug)]
pub(crate) enum Source {
    Ledger(Ledger),
    Server(Remote),
}

impl Source {
    pub(crate) fn open(place: &Place) -> Result<Self, CliError> {
        if let Some(url) = &place.server {
            return Ok(Self::Server(Remote::new(url, place.token.as_deref())?));
        }
        Ledger::open(&place.data_dir).map(Self::Ledger)
    }

    /// A page of at most `limit` jobs. It may be shorter than the limit; only [`JobPage::next`]
    /// says that there are no more.
    pub(crate) async fn jobs(
        &self,
        args: &ListArgs,
        cursor: Option<&str>,
        limit: usize,
    ) -> Result<JobPage, CliError> {
        let filter = filter(args)?;
        let order = order(args.order);
        match self {
            Self::Server(remote) => remote.jobs(&filter, order, cursor, limit).await,
            Self::Ledger(Ledger { store, .. }) => {
                let after = cursor.map(read_cursor).transpose()?;
                let limit = PageLimit::new(limit.min(PageLimit::MAX)).map_err(reading)?;
                let query = JobQuery { filter, order, after, limit };
                let page = store.jobs(&query).await.map_err(reading)?;
                Ok(JobPage { jobs: page.jobs, next: page.next.map(|index| index.to_string()) })
            }
        }
    }

    /// How many jobs there are.
    pub(crate) async fn stats(&self, args: &StatsArgs) -> Result<StatsAnswer, CliError> {
        let limit = usize::try_from(args.limit).unwrap_or(PageLimit::MAX);
        let limit = PageLimit::new(limit).map_err(reading)?;
        let query = StatsQuery { user_id: args.user_id.clone(), limit };
        match self {
            Self::Server(remote) => remote.stats(&query).await,
            Self::Ledger(Ledger { store, .. }) => {
                store.stats(&query).await.map(StatsAnswer::from).map_err(reading)
            }
        }
    }

    /// The job with everything except its customers.
    pub(crate) async fn job(&self, job_id: JobId) -> Result<JobDetail, CliError> {
        match self {
            Self::Server(remote) => remote.job(job_id).await,
            Self::Ledger(Ledger { store, .. }) => {
                let job = store.job(job_id).await.map_err(reading)?;
                job.ok_or_else(|| CliError::NoSuchJob(job_id.to_string()))
            }
        }
    }

    /// The job's entries, oldest first.
    pub(crate) async fn history(&self, job_id: JobId) -> Result<History, CliError> {
        match self {
            Self::Server(remote) => remote.history(job_id).await,
            Self::Ledger(Ledger { store, .. }) => {
                let entries = store.history(job_id).await.map_err(reading)?;
                Ok(History { entries: entries.iter().map(Into::into).collect() })
            }
        }
    }

    /// A page of the job's customers.
    pub(crate) async fn customers(
        &self,
        job_id: JobId,
        after: Option<Cid>,
    ) -> Result<Customers, CliError> {
        match self {
            Self::Server(remote) => remote.customers(job_id, after).await,
            Self::Ledger(Ledger { store, .. }) => {
                let limit = PageLimit::new(PageLimit::MAX).map_err(reading)?;
                let query = CustomerQuery { after, limit };
                let customers = store.customers(job_id, &query).await.map_err(reading)?;
                let is_full = customers.len() == limit.get();
                let next = customers.last().filter(|_| is_full).cloned();
                Ok(Customers { customers, next })
            }
        }
    }
}

fn filter(args: &ListArgs) -> Result<JobFilter, CliError> {
    Ok(JobFilter {
        job_id: args.job_id,
        user_id: any("--user-id", &args.user_id)?,
        status: any("--status", &args.status)?,
        cause: any("--cause", &args.cause)?,
        action_name: any("--action-name", &args.action_name)?,
        cid: any("--cid", &args.cid)?,
        batch_id: any("--batch-id", &args.batch_id)?,
        source: any("--source", &args.source)?,
        retry_of: args.retry_of,
        since: args.since,
        until: args.until,
    })
}

fn any<T: Ord + Clone>(option: &'static str, values: &[T]) -> Result<AnyOf<T>, CliError> {
    let any = AnyOf::new(option, values.iter().cloned());
    any.map_err(|error| CliError::Usage(error.to_string()))
}

fn order(order: ListOrder) -> Order {
    match order {
        ListOrder::NewestFirst => Order::NewestFirst,
        ListOrder::OldestFirst => Order::OldestFirst,
    }
}

fn read_cursor(text: &str) -> Result<Index, CliError> {
    text.parse().map_err(|_| {
        CliError::Usage(format!("--cursor {text}: is not a cursor of a list from a data directory"))
    })
}

fn reading(error: jobs_core::Error) -> CliError {
    CliError::ledger("reading the ledger", error)
}
