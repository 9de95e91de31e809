//! What every answer gets, wherever it was made: an ID, safe headers, and a line in the log.

use std::any::Any;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, HeaderName, SET_COOKIE, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, Uri};
use axum::response::{IntoResponse, Response};
use futures::FutureExt as _;
use jobs_core::JobId;
use jobs_serve::Peer;
use jobs_sign_in::{RequestSource, bearer_token};
use tower::Service as _;

use super::cut_off::{cut_off, unless_lost};
use super::{body_headers, prefix};
use crate::App;
use crate::request::idempotency::IDEMPOTENCY_KEY;
use crate::request::scope::RequestScope;
use crate::response::problem::{Cause, Problem};
use crate::routes::{answers_any_host, endpoints, surface_of};

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// For how long browsers ask for this host over https alone, once they have done so. Of other hosts
/// below it nothing is known.
const ONE_YEAR: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Routes, and what every answer gets. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Enveloped {
    router: Router,
    app: Option<App>,
}

impl Enveloped {
    /// Answers by `router`. It is wrapped as a whole: a layer would be boxed and cloned anew for
    /// each request.
    #[must_use]
    pub fn new(router: Router) -> Self {
        Self { router, app: None }
    }

    /// Answers for `app`, under the prefix that it has for a request.
    pub(crate) fn of(app: App, router: Router) -> Self {
        Self { router, app: Some(app) }
    }

    /// Answers `request`, and says so in the log. A handler that panics is answered for: the
    /// connection, and every other request, goes on.
    pub async fn answer(&self, request: Request) -> Response {
        let id = request_id();
        let (mut parts, body) = request.into_parts();
        let mut source = RequestSource::of_peer(parts.extensions.remove().map(|Peer(peer)| peer));
        let refusal = self.enter(&mut parts, &mut source).err();
        let is_routed = refusal.is_none();
        let scope = RequestScope::new(source);
        parts.extensions.insert(scope.clone());
        let method = parts.method.clone();
        let uri = parts.uri.clone();
        let is_by_token = bearer_token(&parts.headers).is_some();
        let has_key = parts.headers.contains_key(&IDEMPOTENCY_KEY);
        let request = Request::from_parts(parts, body);
        let routed = AssertUnwindSafe(self.router.clone().call(request)).catch_unwind();
        let mut routed = pin!(routed);
        let answered = match refusal {
            Some(problem) => Err(problem),
            None if method.is_safe() => {
                unless_lost(&scope, routed.as_mut()).await.map_err(Problem::from)
            }
            // What may be recorded is answered: a handler asks before it records.
            None => Ok(routed.as_mut().await),
        };
        scope.release_body_memory();
        let mut response = match answered {
            Ok(Ok(Ok(response))) => cut_off(&scope, response),
            Ok(Err(panic)) => panicked(&*panic, &method, uri.path(), has_key),
            Err(problem) => refuse(uri.path(), problem),
        };
        if let Some(cookie) = scope.renewed_cookie() {
            // Unless the answer has one that begins or ends a session.
            response.headers_mut().entry(SET_COOKIE).or_insert_with(|| cookie.clone());
        }
        // A request that is refused before it is routed was recorded there, if it had to be.
        if is_routed {
            scope.record(response.status(), &LoggedPath(uri.path()));
        }
        log(&id, &method, &uri, &mut response);
        let headers = response.headers_mut();
        if let Ok(id) = HeaderValue::try_from(id) {
            headers.insert(X_REQUEST_ID, id);
        }
        // The log's answers say themselves how long they hold.
        headers.entry(CACHE_CONTROL).or_insert(NO_STORE);
        keep_apart(headers, is_by_token);
        if headers.contains_key(SET_COOKIE) {
            // A cache that kept it would hand out the session.
            headers.insert(CACHE_CONTROL, NO_STORE);
        }
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if scope.source().is_https() {
            headers.insert(STRICT_TRANSPORT_SECURITY, ONE_YEAR);
        }
        if let Some(surface) = surface_of(uri.path()) {
            (surface.mark)(uri.path(), headers);
        }
        if !scope.prefix().is_empty() {
            prefix::put_before_links(scope.prefix(), headers);
        }
        response.extensions_mut().insert(scope);
        response
    }

    /// Finds out where the request comes from, and refuses what nobody may send to any route.
    fn enter(&self, parts: &mut Parts, source: &mut RequestSource) -> Result<(), Problem> {
        let Some(app) = &self.app else { return Ok(()) };
        app.sign_in().read_proxies(parts, source)?;
        prefix::take_off(source.prefix(), app.site(), &mut parts.uri);
        app.sign_in().check(parts, answers_any_host(parts.uri.path()), source)?;
        body_headers::check(&parts.headers)
    }
}

/// Forbids caches to keep a private answer that they could give to another caller. They tell
/// callers apart by `Authorization` when told to, but not by cookies, nor by what a proxy adds.
fn keep_apart(headers: &mut HeaderMap, is_by_token: bool) {
    let is_private = |it: &HeaderValue| it.as_bytes().starts_with(b"private");
    if !headers.get(CACHE_CONTROL).is_some_and(is_private) {
        return;
    }
    if is_by_token {
        headers.append(VARY, HeaderValue::from_name(AUTHORIZATION));
    } else {
        headers.insert(CACHE_CONTROL, NO_STORE);
    }
}

/// The path alone, and of that what is known: anything else may be private.
fn log(id: &str, method: &Method, uri: &Uri, response: &mut Response) {
    let status = response.status();
    let path = LoggedPath(uri.path());
    if let Some(Cause(cause)) = response.extensions_mut().remove() {
        tracing::error!(id, %method, %path, status = status.as_u16(), cause, "request failed");
    } else {
        tracing::debug!(id, %method, %path, status = status.as_u16(), "request");
    }
}

/// A path in which `…` stands for every segment that is neither one of ours nor a job's ID nor a
/// number.
struct LoggedPath<'a>(&'a str);

impl fmt::Display for LoggedPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_ours = |segment: &str| {
            endpoints().iter().any(|it| it.path().split('/').any(|known| known == segment))
        };
        for segment in self.0.split('/').skip(1) {
            let is_number = segment.bytes().all(|byte| byte.is_ascii_digit());
            let is_known = is_number || segment.parse::<JobId>().is_ok() || is_ours(segment);
            write!(f, "/{}", if is_known { segment } else { "…" })?;
        }
        Ok(())
    }
}

/// The ID of a request in the log: a random number for the process, then a count.
fn request_id() -> String {
    static PROCESS: LazyLock<u32> = LazyLock::new(|| {
        let random = RandomState::new().hash_one("request ids");
        u32::try_from(random >> 32).unwrap_or_default()
    });
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{:08x}-{count:x}", *PROCESS)
}

fn panicked(panic: &(dyn Any + Send), method: &Method, path: &str, has_key: bool) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("unknown");
    let problem = Problem::internal(format_args!("panic: {text}"));
    let problem = if *method == Method::POST && !has_key { problem.broke_off() } else { problem };
    let mut response = refuse(path, problem);
    if *method == Method::HEAD {
        // As the router does with every other answer.
        *response.body_mut() = Body::empty();
    }
    response
}

/// The site's answer, or a problem. The methods that would change or remove what is recorded are
/// refused on every path, known or not.
pub(crate) async fn unknown_path(
    State(app): State<App>,
    scope: RequestScope,
    parts: Parts,
) -> Response {
    let Parts { method, uri, headers, .. } = parts;
    if let Some(site) = app.site()
        && matches!(method, Method::GET | Method::HEAD)
        && let Some(response) = (site.answer)(uri.path(), scope.prefix().as_str(), &headers)
    {
        let is_head = method == Method::HEAD;
        return response.map(|body| if is_head { Body::empty() } else { Body::from(body) });
    }
    let problem = match method.as_str() {
        "DELETE" | "PUT" | "PATCH" => Problem::method_not_allowed(Some("GET, HEAD, POST")),
        _ => Problem::not_found("see the documentation for the paths that exist"),
    };
    refuse(uri.path(), problem)
}

pub(crate) async fn unknown_method(uri: Uri) -> Response {
    // The router knows the methods of the path, and adds them.
    refuse(uri.path(), Problem::method_not_allowed(None))
}

/// What is wrong, in the words of the surface to which the path belongs.
fn refuse(path: &str, problem: Problem) -> Response {
    match surface_of(path) {
        Some(surface) => {
            let body = (surface.body_of)(path, &problem);
            problem.into_response_with(&body)
        }
        None => problem.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use axum::routing::post;
    use jobs_serve::{BodyBudget, Reservation};
    use tokio::sync::{mpsc, oneshot};

    use super::*;

    /// What is made of a body takes memory, too, and the answer may take long to be sent.
    #[tokio::test]
    async fn the_memory_of_a_body_is_held_until_the_request_is_answered() {
        let budget = BodyBudget::new(2);
        let reserve = async || {
            let mut reservation = Reservation::default();
            budget.grow(&mut reservation, "vijay", 1).await.unwrap();
            reservation
        };
        let (called, mut calls) = mpsc::channel(1);
        let handler = async move |scope: RequestScope| {
            let (answer, answered) = oneshot::channel();
            called.send((scope, answer)).await.unwrap();
            answered.await.unwrap()
        };
        let enveloped = Enveloped::new(Router::new().route("/", post(handler)));
        let request = Request::post("/").body(Body::empty()).unwrap();
        let answering = tokio::spawn(async move { enveloped.answer(request).await });

        let (scope, answer) = calls.recv().await.unwrap();
        scope.hold_body_memory(reserve().await);
        drop(scope);
        assert!(reserve().await.is_overflow(), "it is held while the handler works");
        answer.send("done").unwrap();
        let _unsent = answering.await.unwrap();
        assert!(!reserve().await.is_overflow(), "it is given back before the answer is sent");
    }

    #[test]
    fn the_log_has_of_a_path_what_is_known() {
        let id = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";
        for (path, logged) in [
            ("/".to_owned(), "/".to_owned()),
            ("/v1/jobs".to_owned(), "/v1/jobs".to_owned()),
            (
                format!("/v1/jobs/{id}/customers/x/proof"),
                format!("/v1/jobs/{id}/customers/…/proof"),
            ),
            ("/v1/entries/17/leaf".to_owned(), "/v1/entries/17/leaf".to_owned()),
            ("/v1/jobs/a-token".to_owned(), "/v1/jobs/…".to_owned()),
            ("//x/".to_owned(), "//…/".to_owned()),
            ("*".to_owned(), String::new()),
        ] {
            assert_eq!(LoggedPath(&path).to_string(), logged);
        }
    }
}
