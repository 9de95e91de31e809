//! The routes, one file a resource, merged here.

mod account;
mod bulk;
mod customer;
mod diff;
mod entries;
mod export;
mod health;
mod job;
mod jobs;
mod legacy;
mod log;
mod openapi;
mod pages;
mod proof;
mod proxy_fetch;
mod retry;
mod retry_of;
mod stats;
mod status;
mod stream;

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::HeaderValue;
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response};
use serde::de::DeserializeOwned;

use crate::App;
use crate::envelope::{self, Enveloped};
use crate::problem::Problem;

/// The whole API over `app`.
#[must_use]
pub fn router(app: App) -> Enveloped {
    let router = Router::new()
        .merge(health::router())
        .merge(jobs::router())
        .merge(job::router())
        .merge(status::router())
        .merge(retry::router())
        .merge(bulk::router())
        .merge(customer::router())
        .merge(diff::router())
        .merge(export::router())
        .merge(proxy_fetch::router())
        .merge(legacy::router())
        .merge(stats::router())
        .merge(proof::router())
        .merge(entries::router())
        .merge(stream::router())
        .merge(log::router())
        .merge(account::router())
        .merge(pages::router())
        .merge(openapi::router())
        .route_layer(axum::middleware::from_fn_with_state(
            app.clone(),
            crate::read_limit::limit_reads,
        ))
        .fallback(envelope::unknown_path)
        .method_not_allowed_fallback(envelope::unknown_method)
        .with_state(app.clone());
    Enveloped::of(app, router)
}

/// A problem of somebody who is signed in, in the old dashboard's words.
pub(crate) fn old_problem(problem: Problem) -> Response {
    legacy::Failure::from(problem).into_response()
}

/// The `Link` header that points to the next page (RFC 8288).
fn next_link(path: &str, query: &str) -> Result<HeaderValue, Problem> {
    HeaderValue::try_from(format!("<{path}?{query}>; rel=\"next\"")).map_err(Problem::internal)
}

/// What the path holds, decoded.
struct InPath<T>(T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for InPath<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let path = Path::<T>::from_request_parts(parts, app).await;
        path.map(|Path(path)| Self(path)).map_err(|_| Problem::invalid("path", "is not UTF-8"))
    }
}

/// Does what may take many milliseconds where it keeps nobody waiting: a leaf is hashed from up to 100,000 customers.
async fn off_the_workers<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)
}
