//! Answers as JSON.

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde::Serialize;

/// `value` as a JSON answer.
///
/// # Panics
/// When `value` is not JSON, such as a map whose keys are not strings: a fault of this program, answered as one.
pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    let body = serde_json::to_vec(value).expect("every answer of this crate is JSON");
    let mut response = Response::new(Body::from(exactly(&body)));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// A copy of `bytes` that takes no more memory than they do, as an answer may lie here until it is read. A vector that has grown
/// has room for up to as much again, and to shrink it does not help: mimalloc moves nothing that fills half of its place.
pub(crate) fn exactly(bytes: &[u8]) -> Bytes {
    Bytes::copy_from_slice(bytes)
}
