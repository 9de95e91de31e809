//! `/v1/account/tokens`: the caller's own tokens.

use std::sync::Arc;

use axum::extract::State;
use jobs_auth::NewToken;
use jobs_auth::security::Event;
use jobs_core::Timestamp;
use jobs_sign_in::SignIn;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::tokens::{
    MadeToken, TokenView, Tokens, Viewer, check_may_make, make_token, revoke_token,
};
use crate::access::{Access, Grant};
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::request::body::Sent;
use crate::request::login_body::SmallJson;
use crate::request::path::{InPath, TokenName};
use crate::request::query::{NoParameters, Query};
use crate::response::problem::Problem;
use crate::response::reply::{Created, Json};

/// How many tokens a user may have in `auth.toml` before no more can be made here, revoked ones
/// included, as these stay there: one a day for more than half a year.
const TOKENS_OF_USER_MAX: usize = 200;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("listOwnTokens", "/v1/account/tokens", list)
            .does("the caller's tokens, by name", Access::ONESELF)
            .tagged(Tag::Accounts)
            .answers("The tokens, in the order of auth.toml.")
            .refuses([501]),
        Endpoint::post("makeOwnToken", "/v1/account/tokens", make)
            .does("makes a token of the caller's", Access::ONESELF)
            .tagged(Tag::Accounts)
            .logged_as(Event::AccountsEdited)
            .answers("The token, which is shown this once.")
            .refuses([409, 501]),
        Endpoint::post("revokeOwnToken", "/v1/account/tokens/{token_name}/revoke", revoke)
            .does("revokes a token of the caller's; what it has under way ends", Access::ONESELF)
            .tagged(Tag::Accounts)
            .logged_as(Event::AccountsEdited)
            .answers("It is revoked.")
            .refuses([409, 501]),
    ]
}

async fn list(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    _: Query<NoParameters>,
) -> Result<Json<Tokens>, Problem> {
    let viewer = Viewer::new(&sign_in, &grant)?;
    Ok(Json(viewer.tokens(|token| token.identity.user == *grant.user())))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OwnTokenOrder {
    name: String,
    /// The last moment at which it is accepted.
    expires_at: Option<Timestamp>,
}

impl Sent for OwnTokenOrder {
    fn example() -> Value {
        json!({"name": "laptop", "expires_at": "2027-01-28T15:04:53Z"})
    }
}

async fn make(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    body: SmallJson<OwnTokenOrder>,
) -> Result<Created<MadeToken>, Problem> {
    check_may_make(&grant)?;
    let OwnTokenOrder { name, expires_at } = body.read(grant.standing()).await?;
    let of_caller = NewToken::of(grant.user().clone(), None).named(&name);
    let count_max = Some(TOKENS_OF_USER_MAX);
    make_token(&sign_in, &grant, NewToken { expires_at, count_max, ..of_caller }).await
}

async fn revoke(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    InPath(TokenName(name)): InPath<TokenName>,
) -> Result<Json<TokenView>, Problem> {
    let user = grant.user().clone();
    revoke_token(&sign_in, &grant, user, name).await
}
