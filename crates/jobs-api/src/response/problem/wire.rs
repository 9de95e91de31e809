//! A problem as an answer: its members and its headers.

use axum::http::header::{ACCEPT_ENCODING, ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jobs_core::JobId;
use serde::Serialize;
use utoipa::{PartialSchema, ToSchema};

use super::{Parts, Problem};
use crate::schema::Shape;
use crate::schema::values::ErrorCode;

/// Problem details (RFC 9457).
#[derive(Serialize, ToSchema)]
struct Wire<'a> {
    /// What kind of problem it is.
    #[serde(rename = "type")]
    #[schema(pattern = "^urn:jobs:problem:[a-z-]+$")]
    kind: String,
    /// The kind in words.
    title: &'static str,
    #[schema(inline, value_type = ErrorCode)]
    status: u16,
    /// What is wrong with this request.
    detail: &'a str,
    /// The member, parameter or header that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    field: Option<&'a str>,
    /// A job that may be recorded in spite of the problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    job_id: Option<JobId>,
}

impl PartialSchema for Problem {
    fn schema() -> Shape {
        Wire::schema()
    }
}

impl ToSchema for Problem {
    fn schemas(schemas: &mut Vec<(String, Shape)>) {
        Wire::schemas(schemas);
    }
}

impl Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Parts { kind, detail, field, job_id, .. } = &*self.0;
        let (status, name, title) = kind.parts();
        let wire = Wire {
            kind: format!("urn:jobs:problem:{name}"),
            title,
            status: status.as_u16(),
            detail,
            field: field.as_deref(),
            job_id: *job_id,
        };
        wire.serialize(serializer)
    }
}

impl IntoResponse for Problem {
    fn into_response(mut self) -> Response {
        let cause = self.take_cause();
        let status = self.status();
        let allow = self.0.allow;
        let mut response = crate::response::reply::json(status, &self);
        if let Some(cause) = cause {
            response.extensions_mut().insert(cause);
        }
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(allow) = allow {
            headers.insert(ALLOW, HeaderValue::from_static(allow));
        }
        if let Some(seconds) = self.retry_after() {
            headers.insert(RETRY_AFTER, seconds);
        }
        if status == StatusCode::UNSUPPORTED_MEDIA_TYPE {
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
