//! Errors as callers see them: RFC 9457 problem details. The one place that maps errors to HTTP.
//!
//! ```json
//! {"type":"urn:jobs:problem:invalid","title":"A field is invalid","status":400,
//!  "detail":"limit: must be an integer from 1 to 500","field":"limit"}
//! ```
//!
//! What went wrong inside is logged, under the request's ID, and never shown.

mod kind;
mod sources;
mod wire;

use std::borrow::Cow;
use std::fmt::Display;

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use jobs_core::{Error, JobId};

use self::kind::Kind;

/// An error on its way to the caller.
#[derive(Debug, Clone)]
pub struct Problem(Box<Parts>);

#[derive(Debug, Clone)]
struct Parts {
    kind: Kind,
    detail: Cow<'static, str>,
    field: Option<Cow<'static, str>>,
    job_id: Option<JobId>,
    allow: Option<&'static str>,
    /// After how many seconds to ask again, where that is known.
    wait: Option<u64>,
    cause: Option<String>,
}

/// What the log, and not the caller, is told about a response; travels in the response's
/// extensions.
#[derive(Debug, Clone)]
pub(crate) struct Cause(pub(crate) String);

impl Problem {
    fn new(kind: Kind, detail: impl Into<Cow<'static, str>>) -> Self {
        let detail = detail.into();
        Self(Box::new(Parts {
            kind,
            detail,
            field: None,
            job_id: None,
            allow: None,
            wait: None,
            cause: None,
        }))
    }

    /// `400`: `field` breaks a rule.
    #[must_use]
    pub fn invalid(field: impl Into<Cow<'static, str>>, reason: &str) -> Self {
        let field = field.into();
        let mut problem = Self::new(Kind::Invalid, format!("{field}: {reason}"));
        problem.0.field = Some(field);
        problem
    }

    /// The same problem, about the field that the caller knows as `field`.
    #[must_use]
    pub fn about(error: Error, field: &'static str) -> Self {
        match error {
            Error::Invalid { reason, .. } => Self::invalid(field, &reason),
            other => other.into(),
        }
    }

    fn of_field(kind: Kind, field: impl Into<Cow<'static, str>>, reason: impl Display) -> Self {
        let field = field.into();
        let mut problem = Self::new(kind, format!("{field}: {reason}"));
        problem.0.field = Some(field);
        problem
    }

    /// `401`: the `Authorization` header is the field.
    #[must_use]
    pub fn unauthorized(reason: impl Display) -> Self {
        Self::of_field(Kind::Unauthorized, "authorization", reason)
    }

    /// `401`: the caller was signed in.
    #[must_use]
    pub fn session_expired() -> Self {
        Self::new(Kind::SessionExpired, "the session has ended; sign in again")
    }

    /// `401`: a password or a token begins no session.
    #[must_use]
    pub fn wrong_credentials(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::WrongCredentials, reason)
    }

    /// `429`: another try is looked at after so many seconds.
    #[must_use]
    pub fn too_many_tries(reason: impl Into<Cow<'static, str>>, wait: Option<u64>) -> Self {
        let mut problem = Self::new(Kind::TooManyTries, reason);
        problem.0.wait = wait;
        problem
    }

    /// `409`: users and tokens are not as the change needs them.
    #[must_use]
    pub fn account_conflict(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::AccountConflict, reason)
    }

    /// `409`: a name that was given belongs to another.
    #[must_use]
    pub fn taken(field: &'static str, reason: impl Display) -> Self {
        Self::of_field(Kind::AccountConflict, field, reason)
    }

    /// `501`: users and tokens are in no file that could be shown or changed.
    #[must_use]
    pub fn no_accounts(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::NoAccounts, reason)
    }

    /// Whether the caller was signed in, and is no more.
    #[must_use]
    pub fn is_session_expired(&self) -> bool {
        self.0.kind == Kind::SessionExpired
    }

    /// `403`.
    #[must_use]
    pub fn forbidden(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Forbidden, detail)
    }

    /// `403`, for what a header says.
    #[must_use]
    pub fn forbidden_by(header: impl Into<Cow<'static, str>>, reason: impl Display) -> Self {
        Self::of_field(Kind::Forbidden, header, reason)
    }

    /// `404`: there is nothing at this path.
    #[must_use]
    pub fn not_found(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::NotFound, detail)
    }

    /// `405`, with the methods that exist when they are not known elsewhere.
    #[must_use]
    pub fn method_not_allowed(allow: Option<&'static str>) -> Self {
        let detail = "the Allow header names the methods; nothing can be deleted or replaced";
        let mut problem = Self::new(Kind::MethodNotAllowed, detail);
        problem.0.allow = allow;
        problem
    }

    /// `421`: the request is for another host.
    #[must_use]
    pub fn misdirected(reason: impl Display) -> Self {
        Self::of_field(Kind::Misdirected, "host", reason)
    }

    /// `408`: the body did not arrive in time.
    #[must_use]
    pub fn body_timeout(seconds_max: u64) -> Self {
        let reason = format_args!("did not arrive within {seconds_max} s");
        Self::of_field(Kind::BodyTimeout, "body", reason)
    }

    /// `409`: the job's outcome is not known yet, and the gateway will say it.
    #[must_use]
    pub fn call_under_way() -> Self {
        let reason = "the call is under way, and the gateway records how it ends";
        Self::of_field(Kind::IllegalTransition, "status", reason)
    }

    /// `409`: the job cannot be tried again.
    #[must_use]
    pub fn not_retryable(field: &'static str, reason: impl Display) -> Self {
        Self::of_field(Kind::NotRetryable, field, reason)
    }

    /// `422`: the caller must give again what was not recorded.
    #[must_use]
    pub fn credentials_needed(field: &'static str, reason: impl Display) -> Self {
        Self::of_field(Kind::CredentialsNeeded, field, reason)
    }

    /// `413`.
    #[must_use]
    pub fn body_too_large(bytes_max: usize) -> Self {
        let reason = format_args!("is longer than {bytes_max} bytes");
        Self::of_field(Kind::BodyTooLarge, "body", reason)
    }

    /// `415`: the body would have to be decoded.
    #[must_use]
    pub fn coded_body() -> Self {
        let reason = "must be absent or identity; send the body as it is, neither compressed nor otherwise coded";
        Self::of_field(Kind::BodyCoded, "content-encoding", reason)
    }

    /// `503`: too many bytes of other bodies are held.
    #[must_use]
    pub fn no_room() -> Self {
        Self::of_field(Kind::Busy, "body", "there is no room for it now; nothing was recorded")
    }

    /// `503`: as much is in flight as there may be.
    #[must_use]
    pub fn busy(detail: &'static str) -> Self {
        Self::new(Kind::Busy, detail)
    }

    /// `503`: the ledger is not ready, `what` it does not do and `why`; the log is told the cause.
    #[must_use]
    pub fn not_ready(what: &str, why: &str, cause: &impl Display) -> Self {
        Self::new(Kind::Unavailable, format!("{what}: {why}")).with_cause(cause.to_string())
    }

    /// `503`: the ledger is not available.
    #[must_use]
    pub fn unavailable(detail: &'static str) -> Self {
        Self::new(Kind::Unavailable, detail)
    }

    /// `500`; the log is told the cause.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "so that `map_err` can take it")]
    pub fn internal(cause: impl ToString) -> Self {
        let detail = "the log says more under the ID in the X-Request-Id header";
        Self::new(Kind::Internal, detail).with_cause(cause.to_string())
    }

    fn with_cause(mut self, cause: String) -> Self {
        self.0.cause = Some(cause);
        self
    }

    /// With the job that may be recorded in spite of the problem.
    #[must_use]
    pub fn with_job_id(mut self, job_id: Option<JobId>) -> Self {
        self.0.job_id = job_id;
        if job_id.is_some() && matches!(self.0.kind, Kind::Internal | Kind::Unavailable) {
            self.0.kind = Kind::MaybeRecorded;
        }
        self
    }

    /// `424`: a handler broke off, and nobody knows how far it came.
    #[must_use]
    pub fn broke_off(mut self) -> Self {
        self.0.kind = Kind::MaybeRecorded;
        self.0.detail = "something broke inside, perhaps after recording: look it up before you send it again; \
                         the log says more under the ID in the X-Request-Id header"
            .into();
        self
    }

    /// The same problem of a request that bears an idempotency key if `has_key`: that one may be
    /// sent again by anyone, and is told what became of it.
    #[must_use]
    pub fn repeatable_if(mut self, has_key: bool) -> Self {
        if has_key && self.may_be_recorded() {
            self.0.kind = Kind::Unavailable;
        }
        self
    }

    /// Whether something may be recorded in spite of the problem, and a second request would record
    /// it twice.
    #[must_use]
    pub fn may_be_recorded(&self) -> bool {
        self.0.kind == Kind::MaybeRecorded
    }

    /// The status code.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.kind.parts().0
    }

    /// What is wrong with this request, in words for the caller.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// The field that is wrong.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// The job that may be recorded in spite of the problem.
    #[must_use]
    pub fn job_id(&self) -> Option<JobId> {
        self.0.job_id
    }

    /// When to ask again, if that may help.
    pub(crate) fn retry_after(&self) -> Option<HeaderValue> {
        if let Some(seconds) = self.0.wait {
            return Some(HeaderValue::from(seconds));
        }
        let may_help = matches!(self.0.kind, Kind::UnderWay | Kind::Busy | Kind::Unavailable);
        may_help.then(|| HeaderValue::from_static("1"))
    }

    /// The same answer with another body, for those who know no problem details.
    pub(crate) fn into_response_with(self, body: &serde_json::Value) -> Response {
        let mut response = self.into_response();
        *response.body_mut() = Body::from(body.to_string());
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        response
    }

    pub(crate) fn take_cause(&mut self) -> Option<Cause> {
        self.0.cause.take().map(Cause)
    }
}
