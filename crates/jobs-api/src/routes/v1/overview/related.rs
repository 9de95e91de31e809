//! The jobs that have to do with a job: what it tries again, what tried it again, its batch, and
//! those that did the same moments before or after.

use jobs_core::leaf::Subtree;
use jobs_core::openapi::Quantity;
use jobs_core::{Job, JobFilter, JobId, JobPage, JobQuery, Order, PageLimit, Timestamp};
use jobs_gateway::Gateway;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Grant;
use crate::ledger::Ledger;
use crate::response::problem::Problem;
use crate::routes::v1::diff;

/// How many jobs of each kind are shown. A list has the rest.
const SHOWN_MAX: usize = 20;

/// How many customers of other jobs are compared with this one's, about 50 ms of work.
const COMPARED_MAX: usize = 200_000;

/// Jobs that the caller may see. Of each kind at most 20.
#[derive(Serialize, ToSchema)]
pub(super) struct Related {
    /// The job that this one tries again.
    retry_of: Option<Job>,
    /// Those that try this one again, the newest first.
    retries: Vec<Job>,
    /// Others of the same batch, the newest first.
    batch: Vec<Job>,
    /// Those with the same action, spelt the same, and some of these customers, within the window
    /// of the overlap check, before this job or after it.
    overlaps: Vec<RelatedOverlap>,
    /// Whether all jobs of the same action in that window were compared.
    overlaps_complete: bool,
}

/// A job with some of the same customers.
#[derive(Serialize, ToSchema)]
struct RelatedOverlap {
    job: Job,
    /// How many customers the two have in common.
    #[schema(inline, value_type = Quantity)]
    customers: usize,
}

impl Related {
    pub(super) async fn to(
        ledger: &Ledger,
        gateway: &Gateway,
        grant: &Grant,
        job: &Job,
        customers: Option<Subtree>,
    ) -> Result<Self, Problem> {
        let retry_of = match job.retry_of {
            // It may be somebody else's.
            Some(earlier) => ledger.job(earlier, grant).await.ok().map(|earlier| earlier.job),
            None => None,
        };
        let retries = JobFilter { retry_of: job.job_id.into(), ..JobFilter::default() };
        let (retries, _) = others(ledger, grant, job, retries).await?;
        let batch = match &job.facts.batch_id {
            Some(batch_id) => {
                let batch_id = batch_id.clone().into();
                let filter = JobFilter { batch_id, ..JobFilter::default() };
                others(ledger, grant, job, filter).await?.0
            }
            None => Vec::new(),
        };
        let (overlaps, overlaps_complete) =
            overlaps(ledger, gateway, grant, job, customers).await?;
        Ok(Self { retry_of, retries, batch, overlaps, overlaps_complete })
    }
}

/// The newest jobs that match, without `job`, and whether these are all.
async fn others(
    ledger: &Ledger,
    grant: &Grant,
    job: &Job,
    filter: JobFilter,
) -> Result<(Vec<Job>, bool), Problem> {
    let user_id = grant.only_user().cloned().into();
    let filter = JobFilter { user_id, ..filter };
    let limit = PageLimit::new(SHOWN_MAX + 1)?;
    let query = JobQuery { filter, order: Order::NewestFirst, after: None, limit };
    let JobPage { mut jobs, next } = ledger.store().jobs(&query).await?;
    jobs.retain(|other| other.job_id != job.job_id);
    let is_all = next.is_none() && jobs.len() <= SHOWN_MAX;
    jobs.truncate(SHOWN_MAX);
    Ok((jobs, is_all))
}

/// The overlaps, and whether all jobs that could be one were compared.
async fn overlaps(
    ledger: &Ledger,
    gateway: &Gateway,
    grant: &Grant,
    job: &Job,
    own: Option<Subtree>,
) -> Result<(Vec<RelatedOverlap>, bool), Problem> {
    let window = i64::try_from(gateway.overlap_window().as_micros()).unwrap_or(i64::MAX);
    let moved = |by: i64| {
        let micros = job.created_at.as_micros().saturating_add(by);
        Timestamp::from_micros("created_at", micros).ok()
    };
    // Its end is exclusive.
    let filter = JobFilter {
        action_name: job.facts.action_name.clone().into(),
        since: moved(-window),
        until: moved(window.saturating_add(1)),
        ..JobFilter::default()
    };
    let mut overlaps = Vec::new();
    let mut compared = 0;
    let (others, mut is_complete) = others(ledger, grant, job, filter).await?;
    for other in others {
        // As often as not, somebody asks for the same customers again.
        if other.customer_count == job.customer_count
            && customers_of(ledger, other.job_id).await? == own
        {
            overlaps.push(RelatedOverlap { job: other, customers: job.customer_count });
            continue;
        }
        compared += job.customer_count + other.customer_count;
        if compared > COMPARED_MAX {
            is_complete = false;
            break;
        }
        let customers = diff::common(ledger.store(), job.job_id, other.job_id).await?;
        if customers > 0 {
            overlaps.push(RelatedOverlap { job: other, customers });
        }
    }
    Ok((overlaps, is_complete))
}

/// The number and root of a job's customers, which its entry has.
async fn customers_of(ledger: &Ledger, job_id: JobId) -> Result<Option<Subtree>, Problem> {
    let outline = ledger.store().outline(job_id).await?;
    let first = outline.as_ref().and_then(|outline| outline.entries.first());
    Ok(first.and_then(|first| first.leaf.customers()))
}
