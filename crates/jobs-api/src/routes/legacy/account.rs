//! `/api/login`, `/api/logout`, `/api/user/…`: sign-in as the old dashboard's front end knows it.
//!
//! ```json
//! {"success":true,"message":"Login successful","user":"vijay"}
//! {"error":"Session expired","expired":true}
//! ```

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response};
use jobs_auth::Role;
use jobs_core::UserId;
use jobs_sign_in::{Begun, Credentials, SignIn};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::{LegacyError, legacy, no_such_method, refused};
use crate::App;
use crate::access::{Access, Grant};
use crate::describe::{Answer, Description, Input, Tag};
use crate::endpoint::Endpoint;
use crate::request::body;
use crate::request::login_body::{self, Login};
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;
use crate::response::reply::{Json, NewSession};
use crate::response::{reply, sign_in_errors};
use crate::schema::values::{MeansName, RoleName};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        legacy(
            Endpoint::get("readUserInfo", "/api/user/info", info)
                .does("who is signed in, and how", Access::ONESELF)
                .answers("Who is signed in, and how."),
        ),
        legacy(
            Endpoint::get("readUserRole", "/api/user/role", role)
                .does("whether that is an admin", Access::ONESELF)
                .answers("Whether it is an admin."),
        ),
        legacy(
            Endpoint::post("logout", "/api/logout", logout)
                .does("ends the session", Access::ONESELF)
                .answers("The session has ended."),
        ),
        login_endpoint(),
    ]
}

fn login_endpoint() -> Endpoint {
    let said = |what| Answer::json::<Said>(what);
    let wait = |what| said(what).header("Retry-After", "Seconds.");
    Endpoint::post("login", "/api/login", login)
        .does("begins a session", Access::Everybody)
        .tagged(Tag::Legacy)
        .with_answer(|_| NewSession::described(Answer::json::<LoginSuccess>("The session.")))
        .or(400, said("The body is not one."))
        .or(401, said("The name or the password is wrong."))
        .or(403, said("The request comes from another site."))
        .or(405, no_such_method::<LegacyError>())
        .or(408, said("The body did not arrive within 30 seconds."))
        .or(415, Answer::json::<LegacyError>("The body has a `Content-Encoding`."))
        .or(429, wait("Too many failures."))
        .or(503, wait("Too many sign in at once."))
}

fn failed(status: StatusCode, message: &str) -> Response {
    reply::json(status, &json!({"success": false, "message": message}))
}

/// The body of a sign-in, which is small, and repeated in no answer.
struct LoginBody(Body);

impl FromRequest<App> for LoginBody {
    type Rejection = Infallible;

    async fn from_request(request: Request, _: &App) -> Result<Self, Infallible> {
        Ok(Self(request.into_body()))
    }
}

impl Input for LoginBody {
    fn describe(description: &mut Description) {
        let example = json!({"username": "vijay", "password": "correct horse battery staple"});
        let what = format!("At most {} bytes.", login_body::BYTES_MAX);
        description.takes_body::<Login>("application/json", example, &what);
    }
}

async fn login(
    State(sign_in): State<Arc<SignIn>>,
    parts: Parts,
    LoginBody(body): LoginBody,
) -> Response {
    if let Err(error) = SignIn::check_same_origin(&parts) {
        let problem = Problem::from(error);
        return failed(problem.status(), problem.detail());
    }
    let body = match login_body::read(body).await {
        Ok(body) => body,
        Err(problem) => return failed(problem.status(), problem.detail()),
    };
    let Ok(Login { username, password }) = body::parse(&body) else {
        // What the parser says may repeat the password.
        let message = r#"the body must be {"username": "…", "password": "…"}"#;
        return failed(StatusCode::BAD_REQUEST, message);
    };
    let scope = RequestScope::of(&parts);
    let credentials = Credentials::Password { name: username, password };
    match sign_in.begin_session(&parts, scope.source(), credentials).await {
        Ok(Begun { identity, cookie, .. }) => {
            let message = "Login successful";
            let user = identity.user.clone();
            let body = json!(LoginSuccess { success: true, message, user });
            (NewSession(cookie), reply::json(StatusCode::OK, &body)).into_response()
        }
        Err(error) => {
            let (status, message) = sign_in_errors::explain(&error);
            let mut response = failed(status, &message);
            sign_in_errors::add_retry_after(&error, &mut response);
            response
        }
    }
}

/// What was done.
#[derive(Serialize, ToSchema)]
#[schema(description = "")]
struct Said {
    success: bool,
    message: &'static str,
}

#[derive(Serialize, ToSchema)]
struct LoginSuccess {
    success: bool,
    message: &'static str,
    user: UserId,
}

#[derive(Serialize, ToSchema)]
struct UserRole {
    user_id: UserId,
    is_admin: bool,
}

#[derive(Serialize, ToSchema)]
struct UserInfo {
    #[serde(flatten)]
    #[schema(inline)]
    user: UserRole,
    #[schema(inline, value_type = RoleName)]
    role: Role,
    #[schema(inline, value_type = MeansName)]
    signed_in_by: &'static str,
}

async fn logout(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    scope: RequestScope,
) -> Result<(NewSession, Json<Said>), Response> {
    let ended = sign_in.end_session(grant.standing(), scope.source()).await;
    let cookie = ended.map_err(|error| refused(error.into()))?;
    Ok((NewSession(cookie), Json(Said { success: true, message: "Logged out" })))
}

async fn info(grant: Grant) -> Json<UserInfo> {
    let role = grant.role();
    let signed_in_by = grant.standing().means();
    Json(UserInfo { user: user(&grant), role, signed_in_by })
}

async fn role(grant: Grant) -> Json<UserRole> {
    Json(user(&grant))
}

fn user(grant: &Grant) -> UserRole {
    UserRole { user_id: grant.user().clone(), is_admin: grant.role() == Role::Admin }
}
