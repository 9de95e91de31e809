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
    // Without the room that it has grown into, up to as much again, as it may lie here until it is read.
    let mut response = Response::new(Body::from(Bytes::from(body.into_boxed_slice())));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
