//! What a caller may do: from a user and a role to leave for one operation.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jobs_auth::Role;
use jobs_core::UserId;

use crate::App;
use crate::access::{Operation, Scope};
use crate::problem::Problem;
use crate::sign_in::{Means, Standing};

/// Someone who is signed in. Says who it is only to a handler that names its operation.
#[derive(Debug)]
pub struct Caller {
    standing: Standing,
}

impl Caller {
    /// What the caller may do with `operation`.
    ///
    /// # Errors
    /// `403` when the caller's role may not do it at all.
    pub fn authorize(self, operation: Operation) -> Result<Grant, Problem> {
        let Self { standing } = self;
        standing.is_for(operation);
        let role = standing.identity().role;
        match operation.scope(role) {
            Scope::Nothing => Err(Problem::forbidden(format!("the role {role} may not do this"))),
            scope => Ok(Grant { standing, scope }),
        }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        Ok(Self { standing: Standing::of(parts, app).await? })
    }
}

/// Leave to do one operation.
#[derive(Debug, Clone)]
pub struct Grant {
    standing: Standing,
    scope: Scope,
}

impl Grant {
    /// Who calls.
    #[must_use]
    pub fn user(&self) -> &UserId {
        &self.standing.identity().user
    }

    /// The caller's role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.standing.identity().role
    }

    /// By what means the caller is signed in.
    pub(crate) fn means(&self) -> &Means {
        self.standing.means()
    }

    /// Says whether the caller still is, and when that is over: for whoever waits before something is recorded, or answers
    /// for long.
    pub(crate) fn standing(&self) -> Standing {
        self.standing.clone()
    }

    /// That the caller still is signed in: asked right before something is recorded, after whatever was waited for or read.
    pub(crate) fn check_standing(&self) -> Result<(), Problem> {
        self.standing.check()
    }

    /// The user whose jobs the operation is restricted to; `None` when it may concern everybody's.
    #[must_use]
    pub fn only_user(&self) -> Option<&UserId> {
        (self.scope != Scope::All).then_some(self.user())
    }

    /// Leave to do it to what belongs to `owner`.
    ///
    /// # Errors
    /// `403` when that is another user, and the caller may act only on their own jobs.
    pub fn check_owner(&self, owner: &UserId) -> Result<(), Problem> {
        match self.only_user() {
            Some(user) if user != owner => {
                Err(Problem::forbidden("this belongs to another user; your role sees its own jobs"))
            }
            _ => Ok(()),
        }
    }
}
