//! `/v1/account/tokens`: the caller's own tokens.

use std::sync::Arc;

use axum::extract::State;
use jobs_auth::security::Event;
use jobs_auth::{NewToken, moment};
use jobs_core::Timestamp;
use jobs_sign_in::SignIn;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::tokens::{MadeToken, TokenView, Tokens, Viewer, make_token, revoke_token};
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
    /// No later than the token that the caller is signed in by ends.
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
    let OwnTokenOrder { name, expires_at } = body.read(grant.standing()).await?;
    let standing = grant.standing();
    let listed = sign_in.role_of(grant.user());
    if standing.means() == "jwt" && listed != Some(grant.role()) {
        // The token would have another role, or outlive what the issuer says.
        let reason = "you are signed in by a JWT, and auth.toml does not list you with its role: \
                      an admin can give you a token";
        return Err(Problem::account_conflict(reason));
    }
    let expires_at = no_later(expires_at, sign_in.token_ends(standing).map(moment))?;
    let role = listed.is_none().then_some(grant.role());
    let of_caller = NewToken::of(grant.user().clone(), role).named(&name);
    let count_max = Some(TOKENS_OF_USER_MAX);
    make_token(&sign_in, &grant, NewToken { expires_at, count_max, ..of_caller }).await
}

/// When a token ends that is made by a caller whose own ends at `most`: who has a token for a while
/// has none for ever.
fn no_later(
    asked: Option<Timestamp>,
    most: Option<Timestamp>,
) -> Result<Option<Timestamp>, Problem> {
    match (asked, most) {
        (Some(asked), Some(most)) if asked > most => {
            let reason = format!("must be no later than your own token ends, {most}");
            Err(Problem::invalid("expires_at", &reason))
        }
        (asked, most) => Ok(asked.or(most)),
    }
}

async fn revoke(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    InPath(TokenName(name)): InPath<TokenName>,
) -> Result<Json<TokenView>, Problem> {
    let user = grant.user().clone();
    revoke_token(&sign_in, &grant, name, Some(&user)).await
}
