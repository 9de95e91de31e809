//! Recovery at start-up: jobs that a gateway left `IN_PROGRESS` when it stopped in mid-call become
//! `UNCONFIRMED`.

use jobs_core::{
    Cause, Draft, Error, ErrorMessage, Job, JobFilter, JobQuery, Order, PageLimit, Result, Source,
    Status, StatusChange, StatusDetails,
};

use super::shared::Shared;
use crate::outcome::{actor, in_doubt};

/// How many jobs a page has, and so how many changes a commit. A thousand lines of a list are well
/// under a megabyte.
const PAGE: usize = 1000;

const REASON: &str = "the gateway stopped before the outcome of the call was recorded";

pub(crate) async fn recover(shared: &Shared) -> Result<u64> {
    let mut settled = 0;
    let mut query = JobQuery {
        filter: JobFilter {
            status: Status::InProgress.into(),
            source: Source::Gateway.into(),
            ..JobFilter::default()
        },
        order: Order::OldestFirst,
        after: None,
        limit: PageLimit::new(PAGE)?,
    };
    let size = shared.store.head().await?.size();
    loop {
        // Settled jobs no longer match the filter. The next page is found by key, so no other job
        // is skipped.
        let page = shared.store.jobs(&query).await?;
        settled += settle(shared, &page.jobs).await?;
        // Jobs that were recorded since belong to calls in flight.
        if !query.go_on(page.next.filter(|next| *next < size))? {
            break;
        }
    }
    if settled > 0 {
        tracing::warn!(jobs = settled, "jobs whose call broke off are now UNCONFIRMED");
    }
    Ok(settled)
}

async fn settle(shared: &Shared, jobs: &[Job]) -> Result<u64> {
    let drafts: Vec<Draft> = {
        let in_flight = shared.in_flight();
        let left = |job: &&Job| !in_flight.contains(&job.job_id);
        jobs.iter().filter(left).map(|job| unconfirmed(job).into()).collect()
    };
    if drafts.is_empty() {
        return Ok(0);
    }
    let mut settled = 0;
    for answer in shared.store.append(drafts).await? {
        match answer {
            Ok(appended) if appended.repeated() => {}
            Ok(_) => settled += 1,
            // Its flow finished between the list and this change.
            Err(Error::IllegalTransition { .. } | Error::Conflict { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(settled)
}

fn unconfirmed(job: &Job) -> StatusChange {
    let details = StatusDetails {
        cause: Cause::Interrupted,
        error_message: Some(ErrorMessage::shortened(&in_doubt(REASON))),
        ..StatusDetails::new(Status::Unconfirmed)
    };
    StatusChange::new(job.job_id, actor(), details)
}
