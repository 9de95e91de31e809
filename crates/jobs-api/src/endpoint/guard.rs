//! What comes before every handler: who calls, whether they may use the endpoint, and a permit to
//! read where it needs one.

use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use jobs_serve::Permit;
use tracing::Instrument as _;

use super::Endpoint;
use crate::App;
use crate::access::{Access, Grant, LogAccess};
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;

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
    scope.set_event(endpoint.event());
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
        parts.extensions.insert(Grant::new(standing, endpoint.access()).map_err(refused(true))?);
    }
    match endpoint.needs_read_permit() {
        true => app
            .ledger()
            .read_permit_in_time(user.as_ref())
            .await
            .map(Some)
            .map_err(refused(user.is_some())),
        false => Ok(None),
    }
}
