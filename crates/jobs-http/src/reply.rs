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
    of_json(status, &serde_json::to_vec(value).expect("every answer of this crate is JSON"))
}

fn of_json(status: StatusCode, json: &[u8]) -> Response {
    let mut response = Response::new(Body::from(exactly(json)));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// An answer with a member that is a list, whose items are written one by one.
pub(crate) struct Rows {
    json: Vec<u8>,
    is_empty: bool,
}

impl Rows {
    /// `head`, which is an object with a member at least, and then `name`.
    ///
    /// # Panics
    /// As [`json`].
    pub(crate) fn after(head: &impl Serialize, name: &str) -> Self {
        let mut json = serde_json::to_vec(head).expect("every answer of this crate is JSON");
        json.pop();
        json.extend(format!(",\"{name}\":[").bytes());
        Self { json, is_empty: true }
    }

    /// # Panics
    /// As [`json`].
    pub(crate) fn push(&mut self, row: &impl Serialize) {
        if !std::mem::replace(&mut self.is_empty, false) {
            self.json.push(b',');
        }
        serde_json::to_writer(&mut self.json, row).expect("every answer of this crate is JSON");
    }

    pub(crate) fn into_response(mut self) -> Response {
        self.json.extend(b"]}");
        of_json(StatusCode::OK, &self.json)
    }
}

/// A copy of `bytes` that takes no more memory than they do, as an answer may lie here until it is read. A vector that has grown
/// has room for up to as much again, and to shrink it does not help: mimalloc moves nothing that fills half of its place.
pub(crate) fn exactly(bytes: &[u8]) -> Bytes {
    Bytes::copy_from_slice(bytes)
}
