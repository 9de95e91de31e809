//! What every answer gets, whoever made it: an ID, safe headers, and a line in the log.

use std::any::Any;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, HeaderName, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::problem::{Cause, Problem};

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

pub(crate) async fn envelope(request: Request, next: Next) -> Response {
    let id = request_id();
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let mut response = next.run(request).await;
    let status = response.status();
    // The path alone: a query may hold what is private.
    let path = uri.path();
    if let Some(Cause(cause)) = response.extensions_mut().remove() {
        tracing::error!(id, %method, path, status = status.as_u16(), cause, "request failed");
    } else {
        tracing::debug!(id, %method, path, status = status.as_u16(), "request");
    }
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::try_from(id) {
        headers.insert(X_REQUEST_ID, id);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// An ID by which a request can be found in the log: random for the process, then counted.
fn request_id() -> String {
    static PROCESS: LazyLock<u32> = LazyLock::new(|| {
        let random = RandomState::new().hash_one("request ids");
        u32::try_from(random >> 32).unwrap_or_default()
    });
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{:08x}-{count:x}", *PROCESS)
}

/// The answer when a handler panicked. The connection, and every other request, goes on.
pub(crate) fn panicked(panic: &(dyn Any + Send)) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("unknown");
    Problem::internal(format_args!("panic: {text}")).into_response()
}

/// The methods that would change or remove what is recorded: refused on every path, known or not.
pub(crate) async fn unknown_path(request: Request) -> Problem {
    match request.method().as_str() {
        "DELETE" | "PUT" | "PATCH" => Problem::method_not_allowed(Some("GET, HEAD, POST")),
        _ => Problem::not_found(),
    }
}

pub(crate) async fn unknown_method() -> Problem {
    // The router knows the methods of the path, and adds them.
    Problem::method_not_allowed(None)
}
