//! Whether the server is well. Nobody has to sign in for it; the answers say nothing about the ledger's content.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use jobs_core::Error;
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

/// An append would be taken, and a read is answered: both are asked for, at once, and neither leaves a trace.
async fn ready(State(app): State<App>) -> Result<Response, Problem> {
    let store = app.store();
    let read = asked("the ledger cannot be read", store.head());
    // Nothing to append goes the whole way of an append: through the queue, to the writer, its files and its lock.
    let append = asked("no append would be taken", store.append(Vec::new()));
    let (read, append) = tokio::join!(read, append);
    read?;
    append?;
    Ok(reply::json(StatusCode::OK, &Health { status: "ready", service: "jobs-http" }))
}

/// `503` with `what` unless the ledger answers in time.
async fn asked<T>(
    what: &str,
    answer: impl Future<Output = jobs_core::Result<T>>,
) -> Result<(), Problem> {
    match tokio::time::timeout(READY_TIMEOUT, answer).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(Problem::not_ready(what, &why(&error), &error)),
        Err(_) => {
            let why = format!("it does not answer within {} seconds", READY_TIMEOUT.as_secs());
            Err(Problem::not_ready(what, &why, &"it is still waited for"))
        }
    }
}

/// What anybody may be told: a source may name paths.
fn why(error: &Error) -> String {
    match error {
        Error::Storage { context, .. } => format!("{context} failed; the log says why"),
        Error::Closed => "the server is shutting down".to_owned(),
        _ => "its file is damaged; the log says how".to_owned(),
    }
}
