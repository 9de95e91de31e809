//! What is known of one request, from its head to its answer.
//!
//! ```text
//! envelope ─► source: client, https, prefix          ┐
//! guard    ─► caller, renewed cookie; event          ├─► envelope: answer, security log
//! body     ─► the memory that it takes               ┘
//! ```
//!
//! It is in the extensions of the request, for extractors, and in those of its answer, for the
//! server, which counts what is sent for the user.

use std::convert::Infallible;
use std::fmt::Display;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use jobs_auth::security::{Details, Event, record};
use jobs_core::UserId;
use jobs_serve::Reservation;
use jobs_sign_in::{Caller, CallerError, PathPrefix, RequestSource, SignIn, Standing};

use crate::describe::Input;

/// One request in flight. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct RequestScope(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    source: RequestSource,
    caller: OnceLock<Result<Caller, CallerError>>,
    event: OnceLock<Option<Event>>,
    body_memory: Mutex<Option<Reservation>>,
}

impl RequestScope {
    pub(crate) fn new(source: RequestSource) -> Self {
        Self(Arc::new(Inner { source, ..Inner::default() }))
    }

    /// That of the request. Where there is no envelope, nothing is known.
    pub(crate) fn of(parts: &Parts) -> Self {
        parts.extensions.get::<Self>().cloned().unwrap_or_default()
    }

    /// Where the request comes from.
    pub(crate) fn source(&self) -> &RequestSource {
        &self.0.source
    }

    /// The path under which the caller sees this server.
    pub(crate) fn prefix(&self) -> &PathPrefix {
        self.0.source.prefix()
    }

    /// Finds out who sent the request, unless that is known.
    ///
    /// # Errors
    /// Why it is nobody who is signed in.
    pub(crate) async fn identify(
        &self,
        parts: &Parts,
        sign_in: &Arc<SignIn>,
    ) -> Result<Standing, CallerError> {
        if self.0.caller.get().is_none() {
            let found = sign_in.identify(parts, &self.0.source).await;
            let _found_already = self.0.caller.set(found);
        }
        self.found()
    }

    /// The same, for a request that asks just that.
    ///
    /// # Errors
    /// As [`identify`](Self::identify).
    pub(crate) async fn identify_who_asks(
        &self,
        parts: &Parts,
        sign_in: &Arc<SignIn>,
    ) -> Result<Standing, CallerError> {
        if self.0.caller.get().is_none() {
            let found = sign_in.identify_who_asks(parts, &self.0.source).await;
            let _found_already = self.0.caller.set(found);
        }
        self.found()
    }

    fn found(&self) -> Result<Standing, CallerError> {
        match self.0.caller.get() {
            Some(Ok(caller)) => Ok(caller.standing.clone()),
            Some(Err(error)) => Err(error.clone()),
            None => unreachable!("it was just set"),
        }
    }

    /// Sets what the security log says once the request has succeeded.
    pub(crate) fn set_event(&self, event: Option<Event>) {
        let _known_already = self.0.event.set(event);
    }

    /// That the caller is signed in, if that was found out.
    pub(crate) fn standing(&self) -> Option<&Standing> {
        Some(&self.caller()?.standing)
    }

    /// Who sent the request, if they are signed in.
    pub(crate) fn user(&self) -> Option<&UserId> {
        Some(&self.standing()?.identity().user)
    }

    /// The cookie of the caller's session, if it was renewed.
    pub(crate) fn renewed_cookie(&self) -> Option<&HeaderValue> {
        self.caller()?.renewed_cookie.as_ref()
    }

    /// Holds the memory of the request's body until the request is answered: what the handler makes
    /// of the body takes memory too.
    pub(crate) fn hold_body_memory(&self, reservation: Reservation) {
        self.set_body_memory(Some(reservation));
    }

    /// Gives that memory back. The answer keeps the scope, and may take long to be sent.
    pub(crate) fn release_body_memory(&self) {
        self.set_body_memory(None);
    }

    fn set_body_memory(&self, reservation: Option<Reservation>) {
        *self.0.body_memory.lock().unwrap_or_else(PoisonError::into_inner) = reservation;
    }

    fn caller(&self) -> Option<&Caller> {
        self.0.caller.get()?.as_ref().ok()
    }

    /// Says in the security log what came of the request for `path`, where that is worth a line.
    pub(crate) fn record(&self, status: StatusCode, path: &impl Display) {
        let event = match self.0.event.get().copied().flatten() {
            _ if status == StatusCode::FORBIDDEN => Event::Forbidden,
            Some(event) if status.is_success() => event,
            _ => return,
        };
        let path = path.to_string();
        let details = self.standing().map(Standing::details).unwrap_or_default();
        let operation = details.operation.or(Some(&path));
        let client = self.source().client();
        record(event, &Details { operation, client, ..details });
    }
}

/// That of the request; the envelope has put it there.
impl<S: Sync> FromRequestParts<S> for RequestScope {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

impl Input for RequestScope {}
