//! `/v1/users`: the users in `auth.toml`, for admins.

use std::sync::Arc;

use axum::extract::State;
use jobs_auth::security::Event;
use jobs_auth::{AuthFile, AuthFileEditor, AuthFileError, PasswordHash, Role, UserEntry};
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
use crate::request::path::{AccountOf, InPath};
use crate::request::query::{NoParameters, Query};
use crate::response::problem::Problem;
use crate::response::reply::{Created, Json};
use crate::response::sign_in_errors::bad_password;
use crate::schema::values::RoleName;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let changed = |endpoint: Endpoint| {
        endpoint.answers("The user, as of now.").logged_as(Event::AccountsEdited).refuses([409])
    };
    let endpoints = vec![
        Endpoint::get("listUsers", "/v1/users", list)
            .does("the users", Access::ADMIN)
            .answers("The users, in the order of auth.toml."),
        changed(
            Endpoint::post("addUser", "/v1/users", add)
                .does("adds a user, with a password or without", Access::ADMIN),
        ),
        changed(
            Endpoint::post("changeRole", "/v1/users/{user_id}/role", change_role)
                .does("gives a user another role", Access::ADMIN),
        ),
        changed(
            Endpoint::post("disableUser", "/v1/users/{user_id}/disable", disable)
                .does("disables a user, however signed in", Access::ADMIN),
        ),
        changed(
            Endpoint::post("enableUser", "/v1/users/{user_id}/enable", enable)
                .does("enables a disabled user; with a password, that is a new one", Access::ADMIN),
        ),
        changed(
            Endpoint::post("setPassword", "/v1/users/{user_id}/password", set_password)
                .does("gives a user another password; their sessions end", Access::ADMIN),
        ),
    ];
    let each = |endpoint: Endpoint| endpoint.tagged(Tag::Accounts).refuses([501]);
    endpoints.into_iter().map(each).collect()
}

/// Users.
#[derive(Serialize, ToSchema)]
struct Users {
    users: Vec<UserView>,
}

/// A user, as it may be shown.
#[derive(Serialize, ToSchema)]
struct UserView {
    user_id: UserId,
    #[schema(inline, value_type = RoleName)]
    role: Role,
    /// Whether the user may do nothing any more.
    disabled: bool,
    /// Whether the user can sign in with a password.
    has_password: bool,
    created_at: Option<Timestamp>,
}

impl UserView {
    fn of(user: &UserEntry) -> Self {
        let created_at = user.created_at.as_deref();
        Self {
            user_id: user.name.clone(),
            role: user.role,
            disabled: user.disabled,
            has_password: user.password.is_some(),
            created_at: created_at.and_then(|text| Timestamp::parse("time", text).ok()),
        }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewUser {
    user_id: UserId,
    #[schema(inline, value_type = RoleName)]
    role: Role,
    /// Without one, the user signs in with tokens, or in another way.
    password: Option<String>,
}

impl Sent for NewUser {
    fn example() -> Value {
        json!({"user_id": "noor", "role": "operator", "password": "a staple for the battery horse"})
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct GivenRole {
    #[schema(inline, value_type = RoleName)]
    role: Role,
}

impl Sent for GivenRole {
    fn example() -> Value {
        json!({"role": "auditor"})
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MaybePassword {
    /// Needed for a user who has one: earlier sessions must not go on.
    password: Option<String>,
}

impl Sent for MaybePassword {
    fn example() -> Value {
        json!({"password": "a staple for the battery horse"})
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct GivenPassword {
    password: String,
}

impl Sent for GivenPassword {
    fn example() -> Value {
        json!({"password": "a staple for the battery horse"})
    }
}

/// What an admin changes of a user.
struct Change<'a> {
    sign_in: &'a SignIn,
    grant: &'a Grant,
    user: UserId,
    /// Whether all sessions of the user end, however they were begun.
    ends_sessions: bool,
}

impl Change<'_> {
    async fn hash(&self, password: Option<String>) -> Result<Option<PasswordHash>, Problem> {
        let Some(password) = password else { return Ok(None) };
        let hash = self.sign_in.hash_password(self.grant.user(), self.user.clone(), password);
        hash.await.map(Some).map_err(|error| bad_password("password", &error))
    }

    /// Makes the change, if the admin is still signed in, and returns the user as of now.
    async fn make(
        self,
        change: impl FnOnce(&AuthFileEditor, &UserId) -> Result<(), AuthFileError> + Send + 'static,
    ) -> Result<UserView, Problem> {
        let user = self.user.clone();
        let by = self.grant.standing();
        let ends = self.ends_sessions.then_some(&self.user);
        self.sign_in.change_accounts(by, ends, move |editor| change(editor, &user)).await?;
        let file = self.sign_in.listed()?;
        let changed = file.user(&self.user).map(UserView::of);
        changed.ok_or_else(|| Problem::account_conflict("the user was removed meanwhile"))
    }

    /// Refuses an admin what would lock them out.
    fn check_not_oneself(&self, does: &str) -> Result<(), Problem> {
        if self.user == *self.grant.user() {
            let reason = format!("you cannot {does} yourself: another admin can");
            return Err(Problem::account_conflict(reason));
        }
        Ok(())
    }

    /// The users, among whom there is this one.
    fn listed(&self) -> Result<Arc<AuthFile>, Problem> {
        let file = self.sign_in.listed()?;
        match file.user(&self.user) {
            Some(_) => Ok(file),
            None => Err(Problem::not_found("there is no such user")),
        }
    }
}

async fn list(
    State(sign_in): State<Arc<SignIn>>,
    _: Grant,
    _: Query<NoParameters>,
) -> Result<Json<Users>, Problem> {
    let file = sign_in.listed()?;
    Ok(Json(Users { users: file.users.iter().map(UserView::of).collect() }))
}

async fn add(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    body: SmallJson<NewUser>,
) -> Result<Created<UserView>, Problem> {
    let NewUser { user_id, role, password } = body.read(grant.standing()).await?;
    sign_in.listed()?;
    let change = Change { sign_in: &sign_in, grant: &grant, user: user_id, ends_sessions: false };
    if role != Role::Admin {
        // Who is not listed yet, and comes with a JWT, would have that role from now on.
        change.check_not_oneself("take the role admin from")?;
    }
    let hash = change.hash(password).await?;
    let added = change.make(move |editor, user| editor.add_user(user, role, hash.as_ref()));
    added.await.map(Created)
}

async fn change_role(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    InPath(AccountOf(user)): InPath<AccountOf>,
    body: SmallJson<GivenRole>,
) -> Result<Json<UserView>, Problem> {
    let GivenRole { role } = body.read(grant.standing()).await?;
    let change = Change { sign_in: &sign_in, grant: &grant, user, ends_sessions: false };
    change.listed()?;
    if role != Role::Admin {
        change.check_not_oneself("take the role admin from")?;
    }
    change.make(move |editor, user| editor.set_role(user, role)).await.map(Json)
}

async fn disable(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    InPath(AccountOf(user)): InPath<AccountOf>,
) -> Result<Json<UserView>, Problem> {
    // So that those by token are over also when the user is enabled again.
    let change = Change { sign_in: &sign_in, grant: &grant, user, ends_sessions: true };
    change.listed()?;
    change.check_not_oneself("disable")?;
    change.make(AuthFileEditor::disable_user).await.map(Json)
}

async fn enable(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    InPath(AccountOf(user)): InPath<AccountOf>,
    body: SmallJson<MaybePassword>,
) -> Result<Json<UserView>, Problem> {
    let MaybePassword { password } = body.read(grant.standing()).await?;
    // One by token may have begun while the user was being disabled.
    let change = Change { sign_in: &sign_in, grant: &grant, user, ends_sessions: true };
    change.listed()?;
    // Nor give themselves a password without the current one.
    change.check_not_oneself("enable")?;
    let hash = change.hash(password).await?;
    let enabled = change.make(move |editor, user| editor.enable_user(user, hash.as_ref()));
    enabled.await.map(Json)
}

async fn set_password(
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    InPath(AccountOf(user)): InPath<AccountOf>,
    body: SmallJson<GivenPassword>,
) -> Result<Json<UserView>, Problem> {
    let GivenPassword { password } = body.read(grant.standing()).await?;
    let change =
        Change { sign_in: &sign_in, grant: &grant, user: user.clone(), ends_sessions: true };
    let has_one = change.listed()?.user(&user).is_some_and(|user| user.password.is_some());
    if has_one && user == *grant.user() {
        // Whoever finds the admin's browser does not know it.
        let reason =
            "change your own password at /v1/account/password, which asks for the current one";
        return Err(Problem::account_conflict(reason));
    }
    let Some(hash) = change.hash(Some(password)).await? else {
        return Err(Problem::internal("a password has a hash"));
    };
    let is_own = user == *grant.user();
    let changed = change.make(move |editor, user| match is_own {
        // Meanwhile, somebody may have given them one.
        true => editor.change_password(user, None, &hash),
        false => editor.set_password(user, &hash),
    });
    changed.await.map(Json)
}
