//! The routes, one file a resource, merged here.

mod health;
mod job;
mod jobs;
mod proxy_fetch;
mod status;

use std::any::Any;

use axum::Router;
use axum::http::HeaderValue;
use axum::middleware::from_fn;
use tower_http::catch_panic::CatchPanicLayer;

use crate::App;
use crate::envelope;
use crate::problem::Problem;

/// The whole API over `app`.
pub fn router(app: App) -> Router {
    Router::new()
        .merge(health::router())
        .merge(jobs::router())
        .merge(job::router())
        .merge(status::router())
        .merge(proxy_fetch::router())
        .fallback(envelope::unknown_path)
        .method_not_allowed_fallback(envelope::unknown_method)
        .layer(CatchPanicLayer::custom(|panic: Box<dyn Any + Send>| envelope::panicked(&*panic)))
        .layer(from_fn(envelope::envelope))
        .with_state(app)
}

/// The `Link` header that points to the next page (RFC 8288).
fn next_link(path: &str, query: &str) -> Result<HeaderValue, Problem> {
    HeaderValue::try_from(format!("<{path}?{query}>; rel=\"next\"")).map_err(Problem::internal)
}
