//! What a caller may do: from a user and a role to leave for one operation.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jobs_auth::{Identity, Role};
use jobs_core::UserId;

use crate::App;
use crate::access::{Operation, Scope};
use crate::problem::Problem;
use crate::sign_in::Means;

/// Someone who is signed in. Says who it is only to a handler that names its operation.
#[derive(Debug)]
pub struct Caller {
    identity: Arc<Identity>,
    means: Means,
}

impl Caller {
    /// What the caller may do with `operation`.
    ///
    /// # Errors
    /// `403` when the caller's role may not do it at all.
    pub fn authorize(self, operation: Operation) -> Result<Grant, Problem> {
        let Self { identity, means } = self;
        match operation.scope(identity.role) {
            Scope::Nothing => {
                Err(Problem::forbidden(format!("the role {} may not do this", identity.role)))
            }
            scope => Ok(Grant { identity, means, scope }),
        }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let (identity, means) = app.sign_in().identify(parts).await?;
        Ok(Self { identity, means })
    }
}

/// Leave to do one operation.
#[derive(Debug)]
pub struct Grant {
    identity: Arc<Identity>,
    means: Means,
    scope: Scope,
}

impl Grant {
    /// Who calls.
    #[must_use]
    pub fn user(&self) -> &UserId {
        &self.identity.user
    }

    /// The caller's role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.identity.role
    }

    /// By what means the caller is signed in.
    pub(crate) fn means(&self) -> &Means {
        &self.means
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
