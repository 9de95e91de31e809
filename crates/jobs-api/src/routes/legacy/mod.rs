//! The legacy surface: what the Flask dashboard had, in its own shapes and words, one file a
//! resource. What is recorded is what `/v1` shows.
//!
//! ```json
//! {"success":true,"user_id":"vijay","job_count":1,"jobs":[{"job_id":"0192f0c1-…","status":"SUCCESS"}]}
//! {"success":false,"message":"limit: must be an integer from 1 to 500"}
//! ```

mod query;
mod record;

surface! {
    proxy_fetch,
    jobs,
    audit,
    stats,
    account,
    health,
}

use std::cmp::Reverse;

use axum::extract::FromRequestParts;
use axum::http::header::{HeaderName, LINK};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jobs_core::{ErrorMessage, Job, JobFilter, JobId, JobQuery, JobStore, PageLimit, Status};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::Surface;
use crate::App;
use crate::describe::{Answer, Description, Input, Tag};
use crate::endpoint::{Endpoint, Refusal};
use crate::openapi::parts::{ALLOW, CHALLENGE, NO_SUCH_METHOD};
use crate::request::query::Limit;
use crate::response::problem::Problem;

/// How many rows an answer has at most.
type LegacyLimit = Limit<50, 500>;

pub(super) const SURFACE: Surface = Surface { owns, body_of, mark };

/// Those that are gone included: the old front end and its scripts know no other words.
fn owns(path: &str) -> bool {
    path.starts_with("/api/") || path == proxy_fetch::PATH || path == health::PATH
}

fn body_of(path: &str, problem: &Problem) -> Value {
    let status = problem.status().as_u16();
    let message = problem.detail();
    let status = if problem.may_be_recorded() { 500 } else { status };
    if path == proxy_fetch::PATH {
        json!({"status": "error", "message": message, "httpStatus": status, "job_id": null})
    } else if path.starts_with("/api/") && status >= 500 {
        // A path that exists: its front end looks for `success`.
        json!({"success": false, "message": message})
    } else {
        json!({"error": message})
    }
}

/// Since when these paths are deprecated: 1 January 2026 (RFC 9745).
const DEPRECATION: (HeaderName, HeaderValue) =
    (HeaderName::from_static("deprecation"), HeaderValue::from_static("@1767225600"));

/// Where it is said what to use instead.
const DEPRECATION_LINK: HeaderValue =
    HeaderValue::from_static("</docs#legacy>; rel=\"deprecation\"; type=\"text/html\"");

/// For `/health` there is nothing newer, as monitors need no more than it says.
fn mark(path: &str, headers: &mut HeaderMap) {
    if path != health::PATH {
        let (name, since) = DEPRECATION;
        headers.insert(name, since);
        headers.append(LINK, DEPRECATION_LINK);
    }
}

/// Has an endpoint refuse in the old dashboard's words.
fn legacy(endpoint: Endpoint) -> Endpoint {
    let forbidden = Answer::json::<LegacyError>("The request comes from another site.");
    with_refusals(endpoint, forbidden).refuses_by(|_, refusal| refused(refusal.problem))
}

/// As [`legacy`], for the record of jobs, which uses other words once a caller is signed in.
/// docs/legacy.md says what the members of its answers mean.
fn legacy_record(endpoint: Endpoint) -> Endpoint {
    let what = "The request comes from another site, or the caller's role may not do this.";
    with_refusals(endpoint, Answer::json_either::<LegacyError, LegacyProblem>(what))
        .otherwise(Answer::json::<LegacyProblem>("What is wrong."))
        .refuses_by(|_, Refusal { problem, is_signed_in }| match is_signed_in {
            true => Failure(problem).into_response(),
            false => refused(problem),
        })
}

fn with_refusals(endpoint: Endpoint, forbidden: Answer) -> Endpoint {
    let unauthorized = Answer::json::<LegacyError>("Not signed in, or not any more.");
    endpoint
        .tagged(Tag::Legacy)
        .or(401, unauthorized.header("WWW-Authenticate", CHALLENGE))
        .or(403, forbidden)
        .or(405, no_such_method::<LegacyError>())
}

fn no_such_method<T: ToSchema>() -> Answer {
    Answer::json::<T>(NO_SUCH_METHOD).header("Allow", ALLOW)
}

#[derive(Serialize, ToSchema)]
struct LegacyError {
    error: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    expired: Option<bool>,
}

fn refused(problem: Problem) -> Response {
    let (error, expired) = match problem.status() {
        _ if problem.is_session_expired() => ("Session expired", Some(true)),
        StatusCode::UNAUTHORIZED => ("Unauthorized", None),
        _ => (problem.detail(), None),
    };
    let body = json!(LegacyError { error: error.to_owned(), expired });
    problem.into_response_with(&body)
}

/// A part of a request that is refused as a [`Failure`].
struct Legacy<T>(T);

impl<T: FromRequestParts<App, Rejection = Problem>> FromRequestParts<App> for Legacy<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        Ok(Self(T::from_request_parts(parts, app).await?))
    }
}

impl<T: Input> Input for Legacy<T> {
    fn describe(description: &mut Description) {
        T::describe(description);
    }
}

#[derive(Serialize, ToSchema)]
struct LegacyProblem {
    success: bool,
    message: String,
    // One that may be recorded in spite of the failure.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    job_id: Option<JobId>,
}

/// What went wrong for someone who is signed in, as `{"success":false,"message":"…"}`.
struct Failure(Problem);

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
        let message = self.0.detail().to_owned();
        let job_id = self.0.job_id();
        let body = json!(LegacyProblem { success: false, message, job_id });
        self.0.into_response_with(&body)
    }
}

/// The newest jobs, and whether the search for them came to its end.
struct Newest {
    jobs: Vec<Job>,
    /// There may be others of these, which the search would have found later: what an answer costs
    /// is bounded, and the old paths have no pages.
    is_incomplete: bool,
}

/// How many pages one answer takes of each status. Mostly one is enough: it is short only where a
/// search was ended.
const PAGES_MAX: usize = 2;

/// The newest jobs that pass `filter` and have one of `statuses`.
async fn newest(
    store: &dyn JobStore,
    filter: &JobFilter,
    limit: PageLimit,
    statuses: &[Option<Status>],
) -> jobs_core::Result<Newest> {
    let mut jobs = Vec::new();
    let mut reached = 0;
    for status in statuses {
        let filter = JobFilter { status: (*status).into(), ..filter.clone() };
        let mut query = JobQuery { filter, limit, ..JobQuery::default() };
        let mut of_status = Vec::new();
        let mut next = None;
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

/// A status in the words of the old front end, which knows none for a call of which nobody knows
/// how it ended: it said of a timeout that it had failed.
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
