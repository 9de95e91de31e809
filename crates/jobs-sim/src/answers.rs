//! The routes of the simulated upstream, and what each of them answers.

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use bytes::Bytes;
use futures::{StreamExt, stream};
use serde_json::{Value, json};

use crate::set_action::read_cids;
use crate::{Sim, SimCall};

/// The most bytes of a request: more than any Set Action has.
const REQUEST_BYTES_MAX: usize = 32 << 20;

/// The bytes of the answer to `/giant/…`: more than anybody should read.
const GIANT_BYTES: usize = 64 << 20;

pub(crate) fn router(sim: Sim) -> Router {
    Router::new()
        .route("/_sim/calls", get(list_calls))
        .route("/_sim/release", post(release))
        .fallback(answer)
        .layer(DefaultBodyLimit::max(REQUEST_BYTES_MAX))
        .with_state(sim)
}

async fn list_calls(State(sim): State<Sim>) -> Json<Value> {
    Json(json!({"count": sim.call_count(), "calls": sim.calls(), "stalled": sim.stall_count()}))
}

async fn release(State(sim): State<Sim>) -> StatusCode {
    sim.release();
    StatusCode::NO_CONTENT
}

/// Answers all other requests: each is remembered, then answered as the path's first segment asks.
async fn answer(
    State(sim): State<Sim>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let header =
        |name| headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into());
    let call = SimCall {
        method: method.to_string(),
        path: uri.to_string(),
        authorization: header(AUTHORIZATION),
        content_type: header(CONTENT_TYPE),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    sim.remember(call.clone());
    tokio::time::sleep(sim.config().delay).await;
    match uri.path().split('/').nth(1).unwrap_or_default() {
        "not-ready" => failed("TMS bootstrap status(INIT) is not Ready"),
        "invalid-json" => ([(CONTENT_TYPE, "text/html")], "<html>It works!</html>").into_response(),
        "redirect" => (StatusCode::FOUND, [(LOCATION, "/tms/v1/redirected")]).into_response(),
        "giant" => giant(),
        "echo" => echo(&call),
        "hang-up" => hang_up(),
        "stall" => stall(sim),
        "never" => std::future::pending().await,
        "held" => {
            sim.released().await;
            act(&sim, &call)
        }
        other => match other.strip_prefix("status-").and_then(|code| code.parse().ok()) {
            Some(code @ 200..=599) => with_status(code),
            _ => act(&sim, &call),
        },
    }
}

/// The usual answer.
fn act(sim: &Sim, call: &SimCall) -> Response {
    let good = sim.config().token.as_ref().map(|token| format!("Bearer {token}"));
    if good.is_some() && good != call.authorization {
        return unauthorized();
    }
    if call.method != Method::POST.as_str() {
        return Json(json!({"success": true, "status": "Ready"})).into_response();
    }
    let Some(cids) = read_cids(call) else {
        let problem = json!({"success": false, "message": "action and cids are required"});
        return (StatusCode::BAD_REQUEST, Json(problem)).into_response();
    };
    let unknown: Vec<_> =
        cids.iter().filter(|cid| !sim.has_customer(cid)).map(|cid| python_repr(cid)).collect();
    if unknown.is_empty() {
        let message = "Sending action to migration services";
        return Json(json!({"success": true, "message": message})).into_response();
    }
    failed(&format!("those CIDs [{}] do not exist", unknown.join(", ")))
}

fn failed(message: &str) -> Response {
    Json(json!({"success": false, "message": message})).into_response()
}

fn unauthorized() -> Response {
    let body = json!({
        "errorCode": "HPE_GL_NETWORKING_ERROR_UNAUTHORIZED",
        "httpStatusCode": 401,
        "message": "Invalid access token",
        "debugId": "7f1c0a52",
    });
    (StatusCode::UNAUTHORIZED, Json(body)).into_response()
}

fn with_status(code: u16) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(json!({"message": format!("simulated status {code}")}))).into_response()
}

fn echo(call: &SimCall) -> Response {
    let authorization = call.authorization.as_deref().unwrap_or("no token");
    failed(&format!("got {authorization} and {}", call.body))
}

/// Valid JSON if it is read to its end: `{"message":"xxx…"}`.
fn giant() -> Response {
    const CHUNK: &[u8] = &[b'x'; 64 << 10];
    let parts = std::iter::once(&b"{\"message\":\""[..])
        .chain(std::iter::repeat_n(CHUNK, GIANT_BYTES / CHUNK.len()))
        .chain([&b"\"}"[..]]);
    let parts = parts.map(|part| Ok::<_, std::io::Error>(Bytes::from_static(part)));
    Body::from_stream(stream::iter(parts)).into_response()
}

fn hang_up() -> Response {
    half_a_body(async {
        // The server writes out what it has when the body makes it wait.
        tokio::task::yield_now().await;
        Err(std::io::Error::other("simulated hang-up"))
    })
}

fn stall(sim: Sim) -> Response {
    half_a_body(async move {
        // The server first sends what it has.
        sim.count_stall();
        std::future::pending().await
    })
}

/// Half a body, then the result of `rest`. On an error the server closes the connection.
fn half_a_body(rest: impl Future<Output = std::io::Result<Bytes>> + Send + 'static) -> Response {
    let half = async { Ok(Bytes::from_static(b"{\"success\": tr")) };
    Body::from_stream(stream::once(half).chain(stream::once(rest))).into_response()
}

/// A string as Python shows it in a list.
fn python_repr(text: &str) -> String {
    if text.contains('\'') && !text.contains('"') {
        format!("\"{}\"", text.replace('\\', "\\\\"))
    } else {
        format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
    }
}
