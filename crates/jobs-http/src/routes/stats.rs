//! `GET /v1/stats`: how many jobs there are, by status, action, user and day.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jobs_core::{StatsQuery, UserId};

use crate::access::Operation;
use crate::auth::Caller;
use crate::etag::Tag;
use crate::problem::Problem;
use crate::query::Params;
use crate::{App, reply};

const LIMIT_DEFAULT: usize = 50;
const LIMIT_MAX: usize = 500;

pub(super) fn router() -> Router<App> {
    Router::new().route(Operation::ReadStats.path(), get(stats))
}

async fn stats(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ReadStats)?;
    let params = Params::parse(uri.query(), &["user_id", "limit"])?;
    let mut user_id = params.get("user_id", str::parse::<UserId>)?;
    if let Some(only) = grant.only_user() {
        grant.check_owner(user_id.get_or_insert_with(|| only.clone()))?;
    }
    let query = StatsQuery { user_id, limit: params.limit(LIMIT_DEFAULT, LIMIT_MAX)? };
    // A dashboard asks again and again, and mostly nothing has happened.
    let tag = Tag::new(&app.store().head().await?, &grant)?;
    if tag.is_known(&headers) {
        return Ok(tag.not_modified());
    }
    let stats = app.store().stats(&query).await?;
    // Of the very head that was counted, which may be a later one.
    Ok(Tag::new(&stats.head, &grant)?.mark(reply::json(StatusCode::OK, &stats)))
}
