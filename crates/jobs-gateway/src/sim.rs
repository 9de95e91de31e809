//! A simulated upstream, for demonstrations and tests: it answers as the real kind does, or fails on demand.
//!
//! `POST …/tms/v1/…` with `{"action": "PE-Finalize", "cids": ["5001"]}` (or the same as a form) answers
//!
//! ```text
//! 200 {"success": true, "message": "Sending action to migration services"}
//! 200 {"success": false, "message": "those CIDs ['unknown-1'] do not exist"}
//! 401 {"errorCode": "HPE_GL_NETWORKING_ERROR_UNAUTHORIZED", "httpStatusCode": 401, …}
//! ```
//!
//! and a GET answers `{"success": true, "status": "Ready"}`. A first path segment asks for something else:
//!
//! | path | what happens |
//! |---|---|
//! | `/not-ready/…` | 200, `success: false`, `TMS bootstrap status(INIT) is not Ready` |
//! | `/status-503/…` | that status, from 200 to 599, with a JSON message |
//! | `/invalid-json/…` | 200 with a page of HTML |
//! | `/redirect/…` | 302 to `/tms/v1/redirected` |
//! | `/giant/…` | 200 with valid JSON of 64 MiB |
//! | `/echo/…` | 200, `success: false`, and a message that repeats the token and the body |
//! | `/hang-up/…` | the connection closes in the middle of a 200 answer |
//! | `/stall/…` | the beginning of a 200 answer, and no more |
//! | `/never/…` | no answer, ever |
//! | `/held/…` | the usual answer, but not before [`Sim::release`] or `POST /_sim/release` |
//!
//! `GET /_sim/calls` lists the last calls, for tests in another process, and counts the answers that stall.

use std::collections::{BTreeSet, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use bytes::Bytes;
use futures::{StreamExt, stream};
use serde::Serialize;
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::ContentType;

/// The most bytes of a request: more than any Set Action has.
const REQUEST_BYTES_MAX: usize = 32 << 20;

const GIANT_BYTES: usize = 64 << 20;

/// How the simulated upstream behaves.
#[derive(Debug, Clone)]
pub struct SimConfig {
    /// The one good token; `None` asks for none.
    pub token: Option<String>,
    /// The customers that exist; `None` for all but those whose cid begins with `unknown-`.
    pub customers: Option<BTreeSet<String>>,
    /// How long it takes to answer.
    pub delay: Duration,
    /// How many of the last calls it remembers, bodies included.
    pub calls_kept: usize,
}

/// No token, no delay, the last 64 calls.
impl Default for SimConfig {
    fn default() -> Self {
        Self { token: None, customers: None, delay: Duration::ZERO, calls_kept: 64 }
    }
}

/// A call that the simulated upstream got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SimCall {
    /// `GET`, `POST`, ….
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The `Authorization` header.
    pub authorization: Option<String>,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The body, bytes that are not UTF-8 replaced.
    pub body: String,
}

/// The simulated upstream. Cheap to clone; the clones share the calls.
#[derive(Debug, Clone)]
pub struct Sim {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    config: SimConfig,
    calls: Mutex<VecDeque<SimCall>>,
    count: watch::Sender<usize>,
    released: watch::Sender<bool>,
    stalled: AtomicUsize,
}

impl Sim {
    /// An upstream that has got no call yet.
    #[must_use]
    pub fn new(config: SimConfig) -> Self {
        let (count, released) = (watch::Sender::new(0), watch::Sender::new(false));
        let (calls, stalled) = (Mutex::default(), AtomicUsize::new(0));
        Self { shared: Arc::new(Shared { config, calls, count, released, stalled }) }
    }

    /// Its routes, to be served by any server.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/_sim/calls", get(list_calls))
            .route("/_sim/release", post(release))
            .fallback(answer)
            .layer(DefaultBodyLimit::max(REQUEST_BYTES_MAX))
            .with_state(self.clone())
    }

    /// Serves it on `listener` until the future is dropped.
    ///
    /// # Errors
    /// Those of the listener.
    pub async fn serve(&self, listener: TcpListener) -> std::io::Result<()> {
        axum::serve(listener, self.router()).await
    }

    /// The last calls, oldest first.
    #[must_use]
    pub fn calls(&self) -> Vec<SimCall> {
        self.lock().iter().cloned().collect()
    }

    /// How many calls there were.
    #[must_use]
    pub fn call_count(&self) -> usize {
        *self.shared.count.borrow()
    }

    /// Waits until there were `count` calls or more.
    pub async fn called(&self, count: usize) {
        let mut calls = self.shared.count.subscribe();
        // The sender lives in `self`, so waiting cannot fail.
        let _ = calls.wait_for(|calls| *calls >= count).await;
    }

    /// Lets the calls to `/held/…` go on, those under way and those to come.
    pub fn release(&self) {
        self.shared.released.send_replace(true);
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<SimCall>> {
        self.shared.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remember(&self, call: SimCall) {
        let mut calls = self.lock();
        calls.push_back(call);
        while calls.len() > self.shared.config.calls_kept {
            calls.pop_front();
        }
        drop(calls);
        self.shared.count.send_modify(|count| *count += 1);
    }

    /// The usual answer.
    fn act(&self, call: &SimCall) -> Response {
        let good = self.shared.config.token.as_ref().map(|token| format!("Bearer {token}"));
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
            cids.iter().filter(|cid| !self.exists(cid)).map(|cid| python_repr(cid)).collect();
        if unknown.is_empty() {
            let message = "Sending action to migration services";
            return Json(json!({"success": true, "message": message})).into_response();
        }
        failed(&format!("those CIDs [{}] do not exist", unknown.join(", ")))
    }

    fn exists(&self, cid: &str) -> bool {
        match &self.shared.config.customers {
            Some(customers) => customers.contains(cid),
            None => !cid.starts_with("unknown-"),
        }
    }
}

async fn list_calls(State(sim): State<Sim>) -> Json<Value> {
    let stalled = sim.shared.stalled.load(Ordering::Relaxed);
    Json(json!({"count": sim.call_count(), "calls": sim.calls(), "stalled": stalled}))
}

async fn release(State(sim): State<Sim>) -> StatusCode {
    sim.release();
    StatusCode::NO_CONTENT
}

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
    tokio::time::sleep(sim.shared.config.delay).await;
    match uri.path().split('/').nth(1).unwrap_or_default() {
        "not-ready" => failed("TMS bootstrap status(INIT) is not Ready"),
        "invalid-json" => ([(CONTENT_TYPE, "text/html")], "<html>It works!</html>").into_response(),
        "redirect" => (StatusCode::FOUND, [(LOCATION, "/tms/v1/redirected")]).into_response(),
        "giant" => giant(),
        "echo" => {
            let authorization = call.authorization.as_deref().unwrap_or("no token");
            failed(&format!("got {authorization} and {}", call.body))
        }
        "hang-up" => half_a_body(async {
            // The server writes out what it has when the body makes it wait.
            tokio::task::yield_now().await;
            Err(std::io::Error::other("simulated hang-up"))
        }),
        "stall" => half_a_body(async move {
            // The server sends what it has before it does anything else.
            sim.shared.stalled.fetch_add(1, Ordering::Relaxed);
            std::future::pending().await
        }),
        "never" => std::future::pending().await,
        "held" => {
            let mut released = sim.shared.released.subscribe();
            let _ = released.wait_for(|released| *released).await;
            sim.act(&call)
        }
        other => match other.strip_prefix("status-").and_then(|code| code.parse().ok()) {
            Some(code @ 200..=599) => with_status(code),
            _ => sim.act(&call),
        },
    }
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

/// Valid JSON, were it read to its end: `{"message":"xxx…"}`.
fn giant() -> Response {
    const CHUNK: &[u8] = &[b'x'; 64 << 10];
    let parts = std::iter::once(&b"{\"message\":\""[..])
        .chain(std::iter::repeat_n(CHUNK, GIANT_BYTES / CHUNK.len()))
        .chain([&b"\"}"[..]]);
    let parts = parts.map(|part| Ok::<_, std::io::Error>(Bytes::from_static(part)));
    Body::from_stream(stream::iter(parts)).into_response()
}

/// Half a body, then what `rest` brings. On an error the server closes the connection.
fn half_a_body(rest: impl Future<Output = std::io::Result<Bytes>> + Send + 'static) -> Response {
    let half = async { Ok(Bytes::from_static(b"{\"success\": tr")) };
    Body::from_stream(stream::once(half).chain(stream::once(rest))).into_response()
}

/// The customers of a Set Action; `None` when it is not one.
fn read_cids(call: &SimCall) -> Option<Vec<String>> {
    let content_type = call.content_type.as_deref().and_then(ContentType::of_name)?;
    let payload = match content_type {
        ContentType::Json => serde_json::from_str(&call.body).ok()?,
        ContentType::Form => read_form(&call.body),
    };
    payload.get("action")?.as_str()?;
    let cids = payload.get("cids")?.as_array()?.iter();
    Some(cids.map(|cid| cid.as_str().map_or_else(|| cid.to_string(), str::to_owned)).collect())
}

fn read_form(body: &str) -> Map<String, Value> {
    url::form_urlencoded::parse(body.as_bytes())
        .map(|(name, value)| {
            let value =
                serde_json::from_str(&value).unwrap_or_else(|_| Value::from(value.as_ref()));
            (name.into_owned(), value)
        })
        .collect()
}

/// A string as Python shows it in a list.
fn python_repr(text: &str) -> String {
    if text.contains('\'') && !text.contains('"') {
        format!("\"{}\"", text.replace('\\', "\\\\"))
    } else {
        format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
    }
}
