//! The routes, behind the server that protects them from their callers: how it refuses, and whose
//! an answer is.

use std::convert::Infallible;

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use jobs_core::UserId;
use jobs_serve::{Limits, Policy, RequestBody, Unclear};
use tokio::net::TcpListener;

use super::Enveloped;
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;

/// Serves `router` on `listener` until `shutdown` resolves; then accepts no more, and returns when
/// the requests in flight are answered or [`Limits::drain_timeout`] has passed. Streams are among
/// them until [`App::end_streams`](crate::App::end_streams) has ended them: `shutdown` should do
/// so.
pub async fn serve(
    listener: TcpListener,
    router: Enveloped,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) {
    let service = tower::service_fn(move |request: axum::http::Request<RequestBody>| {
        let router = router.clone();
        async move { Ok::<_, Infallible>(router.answer(request.map(Body::new)).await) }
    });
    jobs_serve::serve(listener, service, ProblemPolicy, limits, shutdown).await;
}

/// Refusals are problem details, and each user who is signed in is a caller; all others are one
/// together.
#[derive(Debug, Clone, Copy)]
struct ProblemPolicy;

impl Policy<Body> for ProblemPolicy {
    type Caller = Option<UserId>;

    fn refuse(&self, unclear: &Unclear) -> Response {
        Problem::invalid(unclear.field, unclear.reason).into_response()
    }

    fn caller(&self, response: &Response) -> Option<UserId> {
        response.extensions().get::<RequestScope>().and_then(RequestScope::user).cloned()
    }
}
