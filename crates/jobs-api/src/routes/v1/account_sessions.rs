//! `/v1/account/sessions`: where the caller is signed in, and to end that.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::State;
use jobs_auth::{SeenSession, moment};
use jobs_core::Timestamp;
use jobs_sign_in::SignIn;
use serde::Serialize;
use utoipa::ToSchema;

use super::sign_in::Done;
use crate::access::{Access, Grant};
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::request::path::{InPath, SessionHandle};
use crate::request::query::{NoParameters, Query};
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;
use crate::response::reply::{Json, NewSession};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("listOwnSessions", "/v1/account/sessions", list)
            .does("the caller's sessions that were used since the server started", Access::ONESELF)
            .tagged(Tag::Accounts)
            .answers("The sessions, the one that was used last first."),
        Endpoint::post("endOwnSession", "/v1/account/sessions/{session_id}/end", end)
            .does("ends one of the caller's sessions", Access::ONESELF)
            .tagged(Tag::Accounts)
            .answers("It has ended, for everybody who has a copy of it."),
        Endpoint::post("endOtherSessions", "/v1/account/sessions/end-others", end_others)
            .does("ends all of the caller's sessions but the one that asks", Access::ONESELF)
            .tagged(Tag::Accounts)
            .answers("They have ended, also those that were not used since the server started.")
            .refuses([503]),
    ]
}

/// Sessions.
#[derive(Serialize, ToSchema)]
struct OwnSessions {
    sessions: Vec<OwnSession>,
    /// When the server started: sessions that were not used since are not listed.
    since: Timestamp,
}

/// A session.
#[derive(Serialize, ToSchema)]
struct OwnSession {
    /// What it is called here.
    id: String,
    begun_at: Timestamp,
    used_at: Timestamp,
    /// With what it was begun.
    #[schema(pattern = "^(password|token)$")]
    by: &'static str,
    /// From where it was used last.
    #[schema(value_type = Option<String>)]
    address: Option<IpAddr>,
    /// What the browser called itself then.
    #[schema(value_type = Option<String>)]
    user_agent: Option<Box<str>>,
    /// Whether the caller is signed in by it.
    current: bool,
}

async fn list(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    _: Query<NoParameters>,
) -> Result<Json<OwnSessions>, Problem> {
    let current = sign_in.session_of(grant.standing()).map(|(session, _)| session.handle());
    let view = |SeenSession { session, used, address, user_agent }| {
        let id = session.handle();
        OwnSession {
            begun_at: moment(session.begun()),
            used_at: moment(used),
            by: session.by().as_str(),
            address,
            user_agent,
            current: current.as_ref() == Some(&id),
            id,
        }
    };
    let sessions = sign_in.sessions_of(grant.user()).into_iter().map(view).collect();
    Ok(Json(OwnSessions { sessions, since: moment(sign_in.sessions_since()) }))
}

async fn end(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    InPath(SessionHandle(handle)): InPath<SessionHandle>,
    scope: RequestScope,
) -> Result<(Option<NewSession>, Json<Done>), Problem> {
    let (found, cookie) = sign_in.end_session_of(grant.standing(), scope.source(), &handle).await?;
    if !found {
        return Err(Problem::not_found("you have no such session, or it has ended"));
    }
    Ok((cookie.map(NewSession), Json(Done {})))
}

async fn end_others(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    scope: RequestScope,
    _: Query<NoParameters>,
) -> Result<(Option<NewSession>, Json<Done>), Problem> {
    let cookie = sign_in.end_other_sessions(grant.standing(), scope.source()).await?;
    Ok((cookie.map(NewSession), Json(Done {})))
}
