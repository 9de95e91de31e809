//! The old dashboard's record of jobs in its own shapes, one file a resource; what is recorded is what `/v1` shows.
//!
//! ```json
//! {"success":true,"user_id":"vijay","job_count":1,"jobs":[{"job_id":"0192f0c1-…","status":"SUCCESS"}]}
//! {"success":false,"message":"limit: must be an integer from 1 to 500"}
//! ```

mod audit;
mod jobs;
mod record;
mod stats;

use std::cmp::Reverse;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use jobs_core::{ErrorMessage, Job, JobFilter, JobQuery, JobStore, PageLimit, Status};
use serde_json::json;

use crate::App;
use crate::auth::Caller;
use crate::problem::Problem;
use crate::query::Params;

const LIMIT_DEFAULT: usize = 50;
const LIMIT_MAX: usize = 500;

pub(super) fn router() -> Router<App> {
    Router::new().merge(jobs::router()).merge(audit::router()).merge(stats::router())
}

/// A caller, or a refusal in the old dashboard's words.
pub(super) struct LegacyCaller(pub(super) Caller);

impl FromRequestParts<App> for LegacyCaller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        Caller::from_request_parts(parts, app).await.map(Self).map_err(refused)
    }
}

pub(super) fn refused(problem: Problem) -> Response {
    let body = match problem.status() {
        _ if problem.is_session_expired() => json!({"error": "Session expired", "expired": true}),
        StatusCode::UNAUTHORIZED => json!({"error": "Unauthorized"}),
        _ => json!({"error": problem.detail()}),
    };
    problem.into_response_with(&body)
}

/// What went wrong for someone who is signed in, as `{"success":false,"message":"…"}`.
pub(super) struct Failure(Problem);

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl From<jobs_core::Error> for Failure {
    fn from(error: jobs_core::Error) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut body = json!({"success": false, "message": self.0.detail()});
        // Of a job that may be recorded in spite of the failure.
        if let Some(job_id) = self.0.job_id() {
            body["job_id"] = json!(job_id);
        }
        self.0.into_response_with(&body)
    }
}

/// The parameter `limit`: how many rows at most.
fn limit(params: &Params<'_>) -> Result<PageLimit, Problem> {
    params.limit(LIMIT_DEFAULT, LIMIT_MAX)
}

/// The newest jobs, and whether the search for them came to its end.
struct Newest {
    jobs: Vec<Job>,
    /// There may be others of these, which the search would have found later: what an answer costs is bounded, and the
    /// old paths have no pages.
    is_incomplete: bool,
}

/// How many pages one answer takes of each status. Mostly one is enough: it is short only where a search was ended.
const PAGES_MAX: usize = 2;

/// The newest jobs that pass `filter` and have one of `statuses`.
async fn newest(
    store: &dyn JobStore,
    filter: &JobFilter,
    limit: PageLimit,
    statuses: &[Option<Status>],
) -> jobs_core::Result<Newest> {
    let (mut jobs, mut reached) = (Vec::new(), 0);
    for status in statuses {
        let filter = JobFilter { status: *status, ..filter.clone() };
        let mut query = JobQuery { filter, limit, ..JobQuery::default() };
        let (mut of_status, mut next) = (Vec::new(), None);
        for _ in 0..PAGES_MAX {
            let page = store.jobs(&query).await?;
            of_status.extend(page.jobs);
            next = page.next;
            if of_status.len() >= limit.get() || !query.go_on(next)? {
                break;
            }
        }
        // Below, this status has not been looked for.
        reached = reached.max(next.unwrap_or(0));
        jobs.append(&mut of_status);
    }
    jobs.sort_unstable_by_key(|job: &Job| Reverse(job.index));
    jobs.truncate(limit.get());
    jobs.retain(|job| job.index >= reached);
    let is_incomplete = jobs.len() < limit.get() && reached > 0;
    Ok(Newest { jobs, is_incomplete })
}

/// A status in the words of the old front end, which knows none for a call of which nobody knows how it ended: it said of
/// a timeout that it had failed.
fn status_word(status: Status) -> &'static str {
    match status {
        Status::Unconfirmed => Status::Failed.as_str(),
        known => known.as_str(),
    }
}

/// Why a job has its status. One that is not confirmed says so, since [`status_word`] does not.
fn explain(status: Status, message: Option<&ErrorMessage>) -> Option<String> {
    match message {
        Some(message) => Some(message.as_str().to_owned()),
        None if status == Status::Unconfirmed => Some("Nobody knows how it ended".to_owned()),
        None => None,
    }
}
