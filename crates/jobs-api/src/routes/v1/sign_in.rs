//! `POST /v1/sign-in` and `/v1/sign-out`: a session begins with a password or a token, and ends.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, Request, State};
use axum::http::request::Parts;
use jobs_sign_in::SignIn;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::account::Account;
use crate::App;
use crate::access::{Access, Grant};
use crate::describe::{Description, Input, Tag};
use crate::endpoint::Endpoint;
use crate::request::login_body::{self, SignInBody};
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;
use crate::response::reply::{Json, NewSession};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::post("signIn", "/v1/sign-in", sign_in)
            .does("begins a session, with a password or a token", Access::Everybody)
            .tagged(Tag::Accounts)
            .answers("The session has begun.")
            .refuses([400, 401, 403, 408, 415, 429, 503]),
        Endpoint::post("signOut", "/v1/sign-out", sign_out)
            .does("ends the session that the caller is signed in by, if any", Access::ONESELF)
            .tagged(Tag::Accounts)
            .answers("It has ended."),
    ]
}

/// Nothing more is said.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Done {}

/// The body, which is small, and repeated in no answer.
struct SmallBody(Body);

impl FromRequest<App> for SmallBody {
    type Rejection = Infallible;

    async fn from_request(request: Request, _: &App) -> Result<Self, Infallible> {
        Ok(Self(request.into_body()))
    }
}

impl Input for SmallBody {
    fn describe(description: &mut Description) {
        let example = json!({"username": "vijay", "password": "correct horse battery staple"});
        let what = format!(
            "A name and a password, or a token alone; at most {} bytes.",
            login_body::BYTES_MAX
        );
        description.takes_body::<SignInBody>("application/json", example, &what);
    }
}

async fn sign_in(
    State(sign_in): State<Arc<SignIn>>,
    parts: Parts,
    SmallBody(body): SmallBody,
) -> Result<(NewSession, Json<Account>), Problem> {
    SignIn::check_same_origin(&parts)?;
    let credentials = login_body::credentials(&login_body::read(body).await?)?;
    let scope = RequestScope::of(&parts);
    let begun = sign_in.begin_session(&parts, scope.source(), credentials).await?;
    Ok((NewSession(begun.cookie.clone()), Json(Account::of_begun(&sign_in, &begun))))
}

async fn sign_out(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    scope: RequestScope,
) -> Result<(NewSession, Json<Done>), Problem> {
    let cookie = sign_in.end_session(grant.standing(), scope.source()).await?;
    Ok((NewSession(cookie), Json(Done {})))
}
