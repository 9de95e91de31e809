//! `/api/login`, `/api/logout`, `/api/user/…`: sign-in as the old dashboard's front end knows it.
//!
//! ```json
//! {"success":true,"message":"Login successful","user":"vijay"}
//! {"error":"Session expired","expired":true}
//! ```

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{RETRY_AFTER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use jobs_auth::Role;
use serde::Deserialize;
use serde_json::{Value, json};

use super::legacy::{LegacyCaller, refused};
use crate::access::Operation;
use crate::auth::Grant;
use crate::sign_in::{Refused, SignIn, read_body};
use crate::{App, extract, reply};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::Login.path(), post(login))
        .route(Operation::Logout.path(), post(logout))
        .route(Operation::ReadUserInfo.path(), get(info))
        .route(Operation::ReadUserRole.path(), get(role))
}

/// The status and the message of a sign-in that failed; how long to wait goes into a header.
pub(super) fn explain(refused: &Refused) -> (StatusCode, String) {
    let status = match refused {
        Refused::Wrong => StatusCode::UNAUTHORIZED,
        Refused::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
        Refused::Busy | Refused::NoKey(_) => StatusCode::SERVICE_UNAVAILABLE,
        Refused::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let message = match refused {
        Refused::Wrong => "Invalid username or password".to_owned(),
        Refused::Broken(_) => "Something broke inside".to_owned(),
        other => other.to_string(),
    };
    (status, message)
}

/// Says when to try again.
pub(super) fn add_retry_after(refused: &Refused, response: &mut Response) {
    let seconds = match refused {
        Refused::Wrong | Refused::NoKey(_) | Refused::Broken(_) => return,
        Refused::TooOften(wait) => crate::sign_in::seconds(*wait),
        Refused::Busy => 1,
    };
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
}

#[derive(Deserialize)]
struct Login {
    username: String,
    password: String,
}

fn failed(status: StatusCode, message: &str) -> Response {
    reply::json(status, &json!({"success": false, "message": message}))
}

async fn login(State(app): State<App>, parts: Parts, body: Body) -> Response {
    if let Err(problem) = SignIn::check_same_origin(&parts) {
        return failed(problem.status(), problem.detail());
    }
    let body = match read_body(body).await {
        Ok(body) => body,
        Err(problem) => return failed(problem.status(), problem.detail()),
    };
    let Ok(Login { username, password }) = extract::parse(&body) else {
        // What the parser says may repeat the password.
        let message = r#"the body must be {"username": "…", "password": "…"}"#;
        return failed(StatusCode::BAD_REQUEST, message);
    };
    match app.sign_in().begin_session(&parts, username, password).await {
        Ok((identity, cookie)) => {
            let body =
                json!({"success": true, "message": "Login successful", "user": identity.user});
            let mut response = reply::json(StatusCode::OK, &body);
            response.headers_mut().insert(SET_COOKIE, cookie);
            response
        }
        Err(refused) => {
            let (status, message) = explain(&refused);
            let mut response = failed(status, &message);
            add_retry_after(&refused, &mut response);
            response
        }
    }
}

async fn logout(
    State(app): State<App>,
    LegacyCaller(caller): LegacyCaller,
    parts: Parts,
) -> Result<Response, Response> {
    let grant = caller.authorize(Operation::Logout).map_err(refused)?;
    let cookie = app.sign_in().end_session(&grant, &parts).await.map_err(refused)?;
    let mut response =
        reply::json(StatusCode::OK, &json!({"success": true, "message": "Logged out"}));
    response.headers_mut().insert(SET_COOKIE, cookie);
    Ok(response)
}

async fn info(LegacyCaller(caller): LegacyCaller) -> Result<Response, Response> {
    let grant = caller.authorize(Operation::ReadUserInfo).map_err(refused)?;
    let mut body = user(&grant);
    body["role"] = json!(grant.role());
    body["signed_in_by"] = json!(grant.means().as_str());
    Ok(reply::json(StatusCode::OK, &body))
}

async fn role(LegacyCaller(caller): LegacyCaller) -> Result<Response, Response> {
    let grant = caller.authorize(Operation::ReadUserRole).map_err(refused)?;
    Ok(reply::json(StatusCode::OK, &user(&grant)))
}

fn user(grant: &Grant) -> Value {
    json!({"user_id": grant.user(), "is_admin": grant.role() == Role::Admin})
}
