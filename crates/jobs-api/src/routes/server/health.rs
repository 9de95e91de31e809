//! Whether the server is well. Nobody has to sign in for it; the answers say nothing about the
//! ledger's content.

use std::time::Duration;

use axum::extract::State;
use jobs_core::Error;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::Access;
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::response::problem::Problem;
use crate::response::reply::Json;

/// How long the ledger may take to answer; a healthy one takes microseconds.
const READY_TIMEOUT: Duration = Duration::from_secs(5);

pub(super) fn endpoints() -> Vec<Endpoint> {
    let endpoints = vec![
        Endpoint::get("live", "/livez", live)
            .does("whether the process answers", Access::Everybody)
            .answers("It answers."),
        Endpoint::get("ready", "/readyz", ready)
            .does("whether an append would be taken and a read answered", Access::Everybody)
            .answers("An append would be taken, and a read is answered.")
            .refuses([503]),
    ];
    endpoints.into_iter().map(|it| it.tagged(Tag::Server).for_any_host()).collect()
}

/// How the server is.
#[derive(Serialize, ToSchema)]
#[schema(description = "")]
struct Health {
    status: &'static str,
    service: &'static str,
}

/// The process answers.
async fn live() -> Json<Health> {
    Json(Health { status: "live", service: "jobs-http" })
}

/// An append would be taken, and a read is answered: both are asked for, at once, and neither
/// leaves a trace.
async fn ready(State(ledger): State<Ledger>) -> Result<Json<Health>, Problem> {
    let store = ledger.store();
    let read = asked("the ledger cannot be read", store.head());
    // Nothing to append goes the whole way of an append: through the queue, to the writer, its
    // files and its lock.
    let append = asked("no append would be taken", store.append(Vec::new()));
    let (read, append) = tokio::join!(read, append);
    read?;
    append?;
    Ok(Json(Health { status: "ready", service: "jobs-http" }))
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
