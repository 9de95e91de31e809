//! `/v1/tokens`: everybody's tokens, for admins; and what all answers about tokens share.

use std::sync::Arc;

use axum::extract::State;
use jobs_auth::security::Event;
use jobs_auth::{
    AuthFile, AuthFileEditor, NewToken, Role, TokenDigest, TokenEntry, moment, since_1970,
};
use jobs_core::{Timestamp, UserId};
use jobs_sign_in::SignIn;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::access::{Access, Grant};
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::request::body::Sent;
use crate::request::login_body::SmallJson;
use crate::request::path::{AccountOf, InPath, TokenName};
use crate::request::query::{NoParameters, Query};
use crate::response::problem::Problem;
use crate::response::reply::{Created, Json};
use crate::schema::values::RoleName;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("listTokens", "/v1/tokens", list)
            .does("everybody's tokens, by name", Access::ADMIN)
            .tagged(Tag::Accounts)
            .answers("The tokens, in the order of auth.toml.")
            .refuses([501]),
        Endpoint::post("makeToken", "/v1/tokens", make)
            .does("makes a token of a user, or of a program that is no listed user", Access::ADMIN)
            .tagged(Tag::Accounts)
            .logged_as(Event::AccountsEdited)
            .answers("The token, which is shown this once.")
            .refuses([409, 501]),
        Endpoint::post("revokeToken", "/v1/users/{user_id}/tokens/{token_name}/revoke", revoke)
            .does("revokes a token of a user's; what it has under way ends", Access::ADMIN)
            .tagged(Tag::Accounts)
            .logged_as(Event::AccountsEdited)
            .answers("It is revoked.")
            .refuses([409, 501]),
    ]
}

/// Tokens.
#[derive(Serialize, ToSchema)]
pub(super) struct Tokens {
    tokens: Vec<TokenView>,
}

/// A token, as it may be shown.
#[derive(Serialize, ToSchema)]
pub(super) struct TokenView {
    name: String,
    user_id: UserId,
    #[schema(inline, value_type = RoleName)]
    role: Role,
    /// What becomes of a request with it.
    #[schema(pattern = "^(accepted|expired|revoked|user_disabled)$")]
    state: &'static str,
    /// What it is for.
    comment: Option<String>,
    created_at: Option<Timestamp>,
    /// Who made it; `null` if it was made at the machine of the server.
    made_by: Option<UserId>,
    /// The last moment at which it is accepted.
    expires_at: Option<Timestamp>,
    /// The minute in which it was last used, if that is known.
    last_used_at: Option<Timestamp>,
    revoked_at: Option<Timestamp>,
    /// Whether the caller is signed in by it, or by a session that began with it.
    current: bool,
}

/// A token that was made.
#[derive(Serialize, ToSchema)]
pub(super) struct MadeToken {
    /// The token itself, which is shown this once and kept nowhere.
    token: String,
    #[serde(flatten)]
    #[schema(inline)]
    view: TokenView,
}

/// What is shown to a caller.
pub(super) struct Viewer<'a> {
    sign_in: &'a SignIn,
    file: Arc<AuthFile>,
    current: Option<TokenDigest>,
}

impl<'a> Viewer<'a> {
    /// # Errors
    /// `501` where there is no `auth.toml`.
    pub(super) fn new(sign_in: &'a SignIn, grant: &Grant) -> Result<Self, Problem> {
        let current = sign_in.token_of(grant.standing());
        Ok(Self { sign_in, file: sign_in.listed()?, current })
    }

    /// The tokens that `are_shown`.
    pub(super) fn tokens(&self, are_shown: impl Fn(&TokenEntry) -> bool) -> Tokens {
        let shown = self.file.tokens.iter().filter(|token| are_shown(token));
        Tokens { tokens: shown.map(|token| self.view(token)).collect() }
    }

    /// The token of this name that `user` has.
    ///
    /// # Errors
    /// `404`.
    fn token(&self, user: &UserId, name: &str) -> Result<&TokenEntry, Problem> {
        let is_it = |token: &&TokenEntry| token.name == name && token.identity.user == *user;
        let found = self.file.tokens.iter().find(is_it);
        // Not by its name: people may paste a token there.
        found.ok_or_else(|| Problem::not_found("there is no such token"))
    }

    fn view(&self, token: &TokenEntry) -> TokenView {
        let parsed = |text: &Option<String>| Timestamp::parse("time", text.as_deref()?).ok();
        let last_used =
            token.accepted(&self.sign_in.accounts().register()).and_then(|it| it.last_used());
        TokenView {
            name: token.name.clone(),
            user_id: token.identity.user.clone(),
            role: token.identity.role,
            state: self.state(token),
            comment: token.comment.clone(),
            created_at: parsed(&token.created_at),
            made_by: token.made_by.as_deref().and_then(|user| UserId::new(user).ok()),
            expires_at: token.expires_at,
            last_used_at: last_used.map(moment),
            revoked_at: parsed(&token.revoked_at),
            current: self.is_current(token),
        }
    }

    fn state(&self, token: &TokenEntry) -> &'static str {
        let user = self.file.user(&token.identity.user);
        if token.disabled {
            "revoked"
        } else if self.is_over(token) {
            "expired"
        } else if user.is_some_and(|user| user.disabled) {
            "user_disabled"
        } else {
            "accepted"
        }
    }

    fn is_over(&self, token: &TokenEntry) -> bool {
        token.expires_at.is_some_and(|expires| self.sign_in.time() > since_1970(expires))
    }

    fn is_current(&self, token: &TokenEntry) -> bool {
        self.current.is_some_and(|digest| token.is(&digest))
    }
}

/// Refuses a caller who is signed in by a token, or a JWT, to make tokens.
pub(super) fn check_may_make(grant: &Grant) -> Result<(), Problem> {
    if grant.standing().may_make_tokens() {
        return Ok(());
    }
    let reason = "who is signed in by a token or a JWT, or by a session that began with a token, \
                  makes no tokens: sign in with a password, or use `jobctl token new`";
    Err(Problem::forbidden(reason))
}

/// Makes a token, for the caller or for somebody else. Call [`check_may_make`] first.
pub(super) async fn make_token(
    sign_in: &SignIn,
    grant: &Grant,
    new: NewToken,
) -> Result<Created<MadeToken>, Problem> {
    if new.expires_at.is_some_and(|expires| since_1970(expires) <= sign_in.time()) {
        return Err(Problem::invalid("expires_at", "is over already"));
    }
    let user = new.user.clone();
    let new = NewToken { made_by: Some(grant.user().clone()), ..new };
    let by = grant.standing();
    let (token, name) =
        sign_in.change_accounts(by, None, move |editor| editor.new_token(&new)).await?;
    let viewer = Viewer::new(sign_in, grant)?;
    let listed = viewer.token(&user, &name).map_err(|_| {
        let reason = "the token was made, and auth.toml was changed since: look at the list";
        Problem::account_conflict(reason)
    })?;
    let view = viewer.view(listed);
    Ok(Created(MadeToken { token, view }))
}

/// Revokes the token of this name that `user` has.
pub(super) async fn revoke_token(
    sign_in: &SignIn,
    grant: &Grant,
    user: UserId,
    name: String,
) -> Result<Json<TokenView>, Problem> {
    let viewer = Viewer::new(sign_in, grant)?;
    viewer.token(&user, &name)?;
    let (of, revoked) = (user.clone(), name.clone());
    let revoke = move |editor: &AuthFileEditor| editor.revoke_token_of(&of, &revoked);
    sign_in.change_accounts(grant.standing(), None, revoke).await?;
    let viewer = Viewer { file: sign_in.listed()?, ..viewer };
    Ok(Json(viewer.view(viewer.token(&user, &name)?)))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TokenOrder {
    user_id: UserId,
    name: String,
    /// Only for a user who is not listed.
    #[schema(inline, value_type = Option<RoleName>)]
    role: Option<Role>,
    expires_at: Option<Timestamp>,
}

impl Sent for TokenOrder {
    fn example() -> Value {
        json!({
            "user_id": "nightly", "name": "nightly-2", "role": "operator",
            "expires_at": "2027-01-28T15:04:53Z",
        })
    }
}

async fn list(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    _: Query<NoParameters>,
) -> Result<Json<Tokens>, Problem> {
    Ok(Json(Viewer::new(&sign_in, &grant)?.tokens(|_| true)))
}

async fn make(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    body: SmallJson<TokenOrder>,
) -> Result<Created<MadeToken>, Problem> {
    check_may_make(&grant)?;
    let TokenOrder { user_id, name, role, expires_at } = body.read(grant.standing()).await?;
    let new = NewToken { expires_at, ..NewToken::of(user_id, role).named(&name) };
    make_token(&sign_in, &grant, new).await
}

async fn revoke(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    InPath((AccountOf(user), TokenName(name))): InPath<(AccountOf, TokenName)>,
) -> Result<Json<TokenView>, Problem> {
    revoke_token(&sign_in, &grant, user, name).await
}
