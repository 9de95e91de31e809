//! What comes before every handler: who calls, whether they may use the endpoint, and a permit to
//! read where it needs one.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use jobs_auth::Role;
use jobs_core::UserId;
use jobs_serve::Permit;
use jobs_sign_in::Standing;
use tracing::Instrument as _;

use super::{Access, Endpoint, LogAccess, Scope};
use crate::App;
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;

/// That the caller may use the endpoint, and on whose jobs.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    standing: Standing,
    scope: Scope,
}

/// Why a handler does not run.
pub(crate) struct Refusal {
    pub(crate) problem: Problem,
    /// Whether the caller is signed in, and is refused for another reason.
    pub(crate) is_signed_in: bool,
}

/// Answers by the handler once the caller may use the endpoint. A request that reads has a permit
/// until it is answered, and is answered to the end even if the caller goes away: requests that
/// nobody waits for would pile up otherwise.
pub(super) async fn admit(
    State((app, endpoint)): State<(App, &'static Endpoint)>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let permit = match enter(&app, endpoint, &mut parts).await {
        Ok(permit) => permit,
        Err(refusal) => return (endpoint.refuse)(&parts, refusal),
    };
    let answering = next.run(Request::from_parts(parts, body));
    let Some(permit) = permit else { return answering.await };
    let answering = answering.in_current_span();
    let answered = tokio::spawn(async move {
        let _until_answered = permit;
        answering.await
    });
    match answered.await {
        Ok(response) => response,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => Problem::internal(error).into_response(),
        },
    }
}

async fn enter(
    app: &App,
    endpoint: &'static Endpoint,
    parts: &mut Parts,
) -> Result<Option<Permit>, Refusal> {
    let refused = |is_signed_in| move |problem| Refusal { problem, is_signed_in };
    let scope = RequestScope::of(parts);
    scope.set_endpoint(endpoint);
    let is_public = match endpoint.access() {
        Access::Everybody => true,
        Access::LogReaders => app.log_access() == LogAccess::Public,
        Access::Roles { .. } => false,
    };
    let standing = match is_public {
        // Their permits are counted as theirs.
        true if endpoint.needs_read_permit() => scope.identify(parts, app.sign_in()).await.ok(),
        true => None,
        false => {
            let standing = scope.identify(parts, app.sign_in()).await;
            Some(standing.map_err(|error| refused(false)(error.into()))?)
        }
    };
    if let Some(standing) = &standing {
        standing.set_operation(endpoint.path());
    }
    let user = standing.as_ref().map(|standing| standing.identity().user.clone());
    if let (Some(standing), Access::Roles { .. }) = (standing, endpoint.access()) {
        parts.extensions.insert(Grant::new(standing, endpoint).map_err(refused(true))?);
    }
    match endpoint.needs_read_permit() {
        true => {
            app.read_permit_in_time(user.as_ref()).await.map(Some).map_err(refused(user.is_some()))
        }
        false => Ok(None),
    }
}

impl Grant {
    fn new(standing: Standing, endpoint: &'static Endpoint) -> Result<Self, Problem> {
        let role = standing.identity().role;
        match endpoint.scope(role) {
            Scope::Nothing => Err(Problem::forbidden(format!("the role {role} may not do this"))),
            scope => Ok(Self { standing, scope }),
        }
    }

    /// Who calls.
    pub(crate) fn user(&self) -> &UserId {
        &self.standing.identity().user
    }

    /// The caller's role.
    pub(crate) fn role(&self) -> Role {
        self.standing.identity().role
    }

    /// Says whether the caller is still signed in, and when that ends: for what waits before
    /// something is recorded, or answers for long.
    pub(crate) fn standing(&self) -> &Standing {
        &self.standing
    }

    /// That the caller is still signed in: asked right before something is recorded, after whatever
    /// was waited for or read.
    pub(crate) fn check_standing(&self) -> Result<(), Problem> {
        Ok(self.standing.check()?)
    }

    /// Says in the security log that a part of the request was refused, which as a whole is not.
    pub(crate) fn record_forbidden(&self, problem: &Problem) {
        if problem.status() == StatusCode::FORBIDDEN {
            self.standing.record_forbidden(problem.detail());
        }
    }

    /// The user whose jobs the caller is restricted to; `None` when they may see everybody's.
    pub(crate) fn only_user(&self) -> Option<&UserId> {
        (self.scope != Scope::All).then_some(self.user())
    }

    /// That the caller may act on what belongs to `owner`.
    ///
    /// # Errors
    /// `403` when that is another user, and the caller may act only on their own jobs.
    pub(crate) fn check_owner(&self, owner: &UserId) -> Result<(), Problem> {
        match self.only_user() {
            Some(user) if user != owner => {
                Err(Problem::forbidden("this belongs to another user; your role sees its own jobs"))
            }
            _ => Ok(()),
        }
    }

    /// The user to whose jobs a list is restricted: the one that is asked for, or the only one that
    /// the caller may see.
    ///
    /// # Errors
    /// As [`check_owner`](Self::check_owner).
    pub(crate) fn restrict(&self, asked_for: Option<UserId>) -> Result<Option<UserId>, Problem> {
        let user = asked_for.or_else(|| self.only_user().cloned());
        user.as_ref().map_or(Ok(()), |user| self.check_owner(user)).map(|()| user)
    }
}

/// Only of an endpoint whose callers are signed in.
impl FromRequestParts<App> for Grant {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let grant = parts.extensions.get::<Self>().cloned();
        grant.ok_or_else(|| Problem::internal("the endpoint is open to everybody"))
    }
}
