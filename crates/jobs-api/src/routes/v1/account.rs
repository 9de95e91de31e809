//! `GET /v1/account` and `POST /v1/account/password`: who the caller is, and another password.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use jobs_auth::{Identity, Role, Session, SessionBy, moment};
use jobs_core::{Timestamp, UserId};
use jobs_sign_in::{Begun, CallerError, SignIn};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::sign_in::Done;
use crate::access::{Access, Grant};
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::request::body::Sent;
use crate::request::login_body::SmallJson;
use crate::request::query::{NoParameters, Query};
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;
use crate::response::reply::{Json, NewSession};
use crate::schema::values::{MeansName, RoleName};
use jobs_auth::security::Event;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("readAccount", "/v1/account", account)
            .does("who is signed in, how, and until when", Access::Everybody)
            .tagged(Tag::Accounts)
            .answers("The account; `null` if nobody is signed in, or the session has ended.")
            .refuses([401, 403]),
        Endpoint::post("changePassword", "/v1/account/password", change_password)
            .does("gives the caller another password; their other sessions end", Access::ONESELF)
            .tagged(Tag::Accounts)
            .logged_as(Event::AccountsEdited)
            .answers("It is changed; the caller's session goes on with the new cookie.")
            .refuses([409, 429, 501]),
    ]
}

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Account {
    user_id: UserId,
    #[schema(inline, value_type = RoleName)]
    role: Role,
    #[schema(inline, value_type = MeansName)]
    signed_in_by: &'static str,
    /// The session, of a caller who is signed in by one.
    session: Option<AccountSession>,
    /// Whether the user is listed in `auth.toml`; others have a token, or come with a JWT.
    is_listed: bool,
    /// Whether the user can sign in with a password, and change it.
    has_password: bool,
    /// Whether the caller may make tokens: not if signed in by a token or a JWT, or by a session
    /// that began with a token.
    may_make_tokens: bool,
}

/// The session that a caller is signed in by.
#[derive(Debug, Serialize, ToSchema)]
struct AccountSession {
    id: String,
    begun_at: Timestamp,
    /// When it ends unless it is used again.
    ends_at: Timestamp,
}

impl Account {
    pub(super) fn of_begun(sign_in: &SignIn, begun: &Begun) -> Self {
        let ends = sign_in.session_ends(&begun.session);
        let may_make_tokens = begun.session.by() == SessionBy::Password;
        let session = Some((&begun.session, ends));
        Self::of(sign_in, &begun.identity, "session", session, may_make_tokens)
    }

    fn of(
        sign_in: &SignIn,
        identity: &Identity,
        signed_in_by: &'static str,
        session: Option<(&Session, Duration)>,
        may_make_tokens: bool,
    ) -> Self {
        let register = sign_in.accounts().register();
        let listed = register.user(&identity.user);
        Self {
            user_id: identity.user.clone(),
            role: identity.role,
            signed_in_by,
            session: session.map(|(session, ends)| AccountSession {
                id: session.handle(),
                begun_at: moment(session.begun()),
                ends_at: moment(ends),
            }),
            is_listed: listed.is_some(),
            has_password: listed.is_some_and(|user| user.password.is_some()),
            may_make_tokens,
        }
    }
}

async fn account(
    State(sign_in): State<Arc<SignIn>>,
    scope: RequestScope,
    parts: Parts,
    _: Query<NoParameters>,
) -> Result<Json<Option<Account>>, Problem> {
    let standing = match scope.identify_who_asks(&parts, &sign_in).await {
        Ok(standing) => standing,
        // A program must not take `null` for success.
        Err(error) if parts.headers.contains_key(AUTHORIZATION) => return Err(error.into()),
        // The cookie stays: another tab may have replaced it meanwhile.
        Err(CallerError::NotSignedIn { .. } | CallerError::SessionExpired) => {
            return Ok(Json(None));
        }
        Err(error) => return Err(error.into()),
    };
    let session = sign_in.session_of(&standing);
    let may_make_tokens = standing.may_make_tokens();
    let (identity, means) = (standing.identity(), standing.means());
    let account = Account::of(&sign_in, identity, means, session, may_make_tokens);
    Ok(Json(Some(account)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PasswordChange {
    current: String,
    new: String,
}

impl Sent for PasswordChange {
    fn example() -> Value {
        json!({"current": "correct horse battery staple", "new": "a staple for the battery horse"})
    }
}

async fn change_password(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    scope: RequestScope,
    body: SmallJson<PasswordChange>,
) -> Result<(Option<NewSession>, Json<Done>), Problem> {
    let standing = grant.standing();
    let PasswordChange { current, new } = body.read(standing).await?;
    let cookie = sign_in.change_password(standing, scope.source(), current, new).await?;
    Ok((cookie.map(NewSession), Json(Done {})))
}
