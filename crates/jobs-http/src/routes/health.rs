//! Whether the server is well. Nobody has to sign in for it; the answers say nothing about the ledger's content.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use jobs_core::JobStore;
use serde::Serialize;

use crate::App;
use crate::access::Operation;
use crate::problem::Problem;
use crate::reply;

/// How long the ledger may take to answer; a healthy one takes microseconds.
const READY_TIMEOUT: Duration = Duration::from_secs(5);

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::Health.path(), get(health))
        .route(Operation::Live.path(), get(live))
        .route(Operation::Ready.path(), get(ready))
}

#[derive(Serialize)]
struct Health {
    status: &'static str,
    service: &'static str,
}

/// The old dashboard's answer, word for word, for the monitors that compare it.
async fn health() -> Response {
    let health = Health { status: "healthy", service: "TMS Dashboard" };
    reply::json(StatusCode::OK, &health)
}

/// The process answers.
async fn live() -> Response {
    reply::json(StatusCode::OK, &Health { status: "live", service: "jobs-http" })
}

/// The ledger answers too, whoever in it reads and whoever writes.
async fn ready(State(app): State<App>) -> Result<Response, Problem> {
    let asked = tokio::time::timeout(READY_TIMEOUT, ask(app.store())).await;
    asked.map_err(|_| Problem::unavailable("the ledger does not answer"))??;
    Ok(reply::json(StatusCode::OK, &Health { status: "ready", service: "jobs-http" }))
}

async fn ask(store: &dyn JobStore) -> jobs_core::Result<()> {
    store.head().await?;
    // Nothing to append is taken as everything is, and leaves no trace.
    store.append(Vec::new()).await?;
    Ok(())
}
