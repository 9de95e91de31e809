//! The pages for people: the form that begins a session, and the first page, which leads on. They
//! work without scripts, and load nothing from anywhere.

use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::header::LOCATION;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use jobs_sign_in::{Begun, Credentials, PathPrefix, SignIn};
use maud::{Markup, html};
use serde_json::json;
use url::form_urlencoded;

use crate::access::{Access, Grant};
use crate::app::{App, Site};
use crate::describe::{Answer, Description, Input, Tag};
use crate::endpoint::Endpoint;
use crate::request::login_body::{self, SignInBody};
use crate::request::query::Field as _;
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;
use crate::response::reply::NewSession;
use crate::response::{html, sign_in_errors};

const STYLE: &str = "\
body{font:16px/1.5 system-ui,sans-serif;max-width:22rem;margin:4rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}\
h1{font-size:1.25rem}label{display:block;margin:1rem 0}\
input{display:block;width:100%;box-sizing:border-box;font:inherit;padding:.5rem;border:1px solid #767676;border-radius:4px}\
button{font:inherit;padding:.5rem 1rem;border:0;border-radius:4px;color:#fff;background:#0b57d0}\
.problem{color:#b3261e}\
@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#141414}input{color:inherit;background:#222}.problem{color:#f2b8b5}}";

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| html::policy(STYLE));

const HOME: &str = "/";
const LOGIN: &str = "/login";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let ended = Answer::redirect("To the form that begins a session.").status(303);
    let endpoints = vec![
        Endpoint::get("seeHome", HOME, home)
            .does("the dashboard; in a server without one, a page that leads on", Access::Everybody)
            .with_answer(|_| Answer::html("The page.")),
        Endpoint::post("logoutByForm", "/logout", logout)
            .does("ends the session, by a form", Access::ONESELF)
            .with_answer(|_| NewSession::described(ended)),
        Endpoint::get("seeLoginForm", LOGIN, login_form)
            .does("a page with a form that begins a session", Access::Everybody)
            .with_answer(|_| Answer::html("The form.")),
        login_endpoint(),
    ];
    endpoints.into_iter().map(|endpoint| endpoint.tagged(Tag::Pages)).collect()
}

fn login_endpoint() -> Endpoint {
    let begun = Answer::redirect("To the page.").status(303);
    let wait = |what| Answer::html(what).header("Retry-After", "Seconds.");
    Endpoint::post("loginByForm", LOGIN, login)
        .does("begins a session, by the form", Access::Everybody)
        .with_answer(|_| NewSession::described(begun))
        .or(400, Answer::html("The body is not one."))
        .or(401, Answer::html("The name, the password or the token is wrong."))
        .or(403, Answer::html("The request comes from another site."))
        .or(408, Answer::html("The body did not arrive within 30 seconds."))
        .or(429, wait("Too many failures."))
        .or(503, wait("Too many sign in at once."))
        .refuses([415])
}

async fn home(State(site): State<Option<Site>>, scope: RequestScope, parts: Parts) -> Response {
    let prefix = scope.prefix();
    let answer = site.and_then(|site| (site.answer)(HOME, prefix.as_str(), &parts.headers));
    if let Some(answer) = answer {
        return answer.map(Body::from);
    }
    let body = html! {
        p { "An append-only record of every job that was run here. This server has no dashboard." }
        p { a href={ (prefix) "/docs" } { "The API, for programs" } }
        p { a href={ (prefix) (LOGIN) } { "Sign in" } " for a session in this browser" }
        form method="post" action={ (prefix) "/logout" } { button { "Sign out" } }
    };
    page(StatusCode::OK, "Job ledger", &body)
}

/// The page to go to from the form. The form is shown even if it is not valid.
struct Next(String);

impl FromRequestParts<App> for Next {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        Ok(Self(parameter(query.as_bytes(), "next").unwrap_or_default()))
    }
}

impl Input for Next {
    fn describe(description: &mut Description) {
        let next = Option::<String>::parameters("next", "The page to go to from there.");
        description.parameters.extend(next);
    }
}

async fn login_form(scope: RequestScope, Next(next): Next) -> Response {
    login_page(StatusCode::OK, scope.prefix(), &next, None)
}

fn login_page(
    status: StatusCode,
    prefix: &PathPrefix,
    next: &str,
    problem: Option<&str>,
) -> Response {
    let hidden_next = html! {
        input type="hidden" name="next" value={ (prefix) (own_page(prefix, next)) };
    };
    let body = html! {
        @if let Some(problem) = problem {
            p.problem role="alert" { (problem) }
        }
        form method="post" action={ (prefix) (LOGIN) } {
            (hidden_next)
            label { "User " input name="username" autocomplete="username" required autofocus; }
            label {
                "Password "
                input name="password" type="password" autocomplete="current-password" required;
            }
            button { "Sign in" }
        }
        form method="post" action={ (prefix) (LOGIN) } {
            (hidden_next)
            label { "Or a token " input name="token" type="password" autocomplete="off" required; }
            button { "Sign in with the token" }
        }
    };
    page(status, "Sign in to the job ledger", &body)
}

/// A form, which is small, and repeated in no answer.
struct LoginForm(Body);

impl FromRequest<App> for LoginForm {
    type Rejection = Infallible;

    async fn from_request(request: Request, _: &App) -> Result<Self, Infallible> {
        Ok(Self(request.into_body()))
    }
}

impl Input for LoginForm {
    fn describe(description: &mut Description) {
        let example = json!({"username": "vijay", "password": "correct horse battery staple"});
        let what = "A form: a name and a password, or a token.";
        let content_type = "application/x-www-form-urlencoded";
        description.takes_body::<SignInBody>(content_type, example, what);
    }
}

async fn login(
    State(sign_in): State<Arc<SignIn>>,
    parts: Parts,
    LoginForm(body): LoginForm,
) -> Response {
    let scope = RequestScope::of(&parts);
    let prefix = scope.prefix();
    let refused =
        |problem: Problem| login_page(problem.status(), prefix, "", Some(problem.detail()));
    if let Err(error) = SignIn::check_same_origin(&parts) {
        return refused(error.into());
    }
    let body = match login_body::read(body).await {
        Ok(body) => body,
        Err(problem) => return refused(problem),
    };
    let field = |name| parameter(&body, name).unwrap_or_default();
    let next = field("next");
    let source = scope.source();
    let credentials = match field("token") {
        token if token.is_empty() => {
            Credentials::Password { name: field("username"), password: field("password") }
        }
        // Copied with the line break behind it, perhaps.
        token => Credentials::Token(token.trim().to_owned()),
    };
    match sign_in.begin_session(&parts, source, credentials).await {
        Ok(Begun { cookie, .. }) => {
            let page = redirect(StatusCode::SEE_OTHER, &own_page(prefix, &next));
            (NewSession(cookie), page).into_response()
        }
        Err(error) => {
            let (status, message) = sign_in_errors::explain(&error);
            let mut response = login_page(status, prefix, &next, Some(&message));
            sign_in_errors::add_retry_after(&error, &mut response);
            response
        }
    }
}

async fn logout(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    scope: RequestScope,
) -> Result<(NewSession, Response), Problem> {
    let cookie = sign_in.end_session(grant.standing(), scope.source()).await?;
    Ok((NewSession(cookie), redirect(StatusCode::SEE_OTHER, LOGIN)))
}

/// The first value of a parameter, in a query or a form.
fn parameter(encoded: &[u8], name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(encoded);
    pairs.find(|(found, _)| found == name).map(|(_, value)| value.into_owned())
}

/// `next` without the prefix if it is a page of ours, or the first page. Browsers take `//x` and
/// `/\x` for another host, and drop tabs and line breaks before they look.
fn own_page<'a>(prefix: &PathPrefix, next: &'a str) -> Cow<'a, str> {
    let next = prefix.strip(next).unwrap_or(next.into());
    let own = next.starts_with('/')
        && !next[1..].starts_with(['/', '\\'])
        && next.bytes().all(|byte| byte.is_ascii_graphic())
        && !has_dot_segments(&next)
        && next.len() <= 2048;
    if own { next } else { HOME.into() }
}

/// Whether a browser would go up from here, and so out of the prefix.
fn has_dot_segments(page: &str) -> bool {
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let path = path.replace("%2e", ".").replace("%2E", ".");
    path.split(['/', '\\']).any(|segment| matches!(segment, "." | ".."))
}

fn redirect(status: StatusCode, to: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    // An own page, all of whose characters a header can hold.
    if let Ok(to) = HeaderValue::try_from(to) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

fn page(status: StatusCode, title: &str, body: &Markup) -> Response {
    html::answer(status, html::document(title, STYLE, body), &POLICY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_are_gone_to() {
        for own in ["/", "/jobs", "/jobs?status=FAILED&limit=5", "/a//b", "/%2F%2Fevil.test"] {
            assert_eq!(own_page(&PathPrefix::default(), own), own);
        }
        let prefix = "/ledger".parse().unwrap();
        for (own, page) in [
            ("/ledger/jobs", "/jobs"),
            ("/jobs", "/jobs"),
            ("/ledger", "/"),
            ("/ledger?a=b", "/?a=b"),
            ("/ledgers", "/ledgers"),
            ("/ledger//evil.test", "/"),
        ] {
            assert_eq!(own_page(&prefix, own), page);
        }
        let long = format!("/{}", "x".repeat(2048));
        for other in [
            "",
            "jobs",
            "//evil.test",
            "/../x",
            "/a/%2E%2e/x",
            "/a/.",
            "/\\evil.test",
            "/\t/evil.test",
            "\t//evil.test",
            "https://evil.test",
            "javascript:alert(1)",
            "\\\\evil.test",
            "/a b",
            "/\r\nx: y",
            &long,
        ] {
            assert_eq!(own_page(&PathPrefix::default(), other), "/", "{other}");
        }
    }
}
