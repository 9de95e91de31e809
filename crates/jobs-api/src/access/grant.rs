//! What the caller of an endpoint may do: the guard puts it into the request once it has checked.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use jobs_auth::Role;
use jobs_core::{AnyOf, UserId};
use jobs_sign_in::Standing;

use super::{Access, Scope};
use crate::describe::Input;
use crate::response::problem::Problem;

/// That the caller may use the endpoint, and on whose jobs.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    standing: Standing,
    scope: Scope,
}

impl Grant {
    /// What the role of a caller with this `standing` may do where `access` is needed.
    ///
    /// # Errors
    /// `403` when that is nothing.
    pub(crate) fn new(standing: Standing, access: Access) -> Result<Self, Problem> {
        let role = standing.identity().role;
        match access.scope(role) {
            Scope::Nothing => Err(Problem::forbidden(format!("the role {role} may not do this"))),
            scope => Ok(Self { standing, scope }),
        }
    }

    /// Who calls.
    pub(crate) fn user(&self) -> &UserId {
        &self.standing.identity().user
    }

    /// The caller's role.
    pub(crate) fn role(&self) -> Role {
        self.standing.identity().role
    }

    /// Says whether the caller is still signed in, and when that ends: for what waits before
    /// something is recorded, or answers for long.
    pub(crate) fn standing(&self) -> &Standing {
        &self.standing
    }

    /// That the caller is still signed in: checked right before something is recorded, once all
    /// that it takes was waited for and read.
    pub(crate) fn check_standing(&self) -> Result<(), Problem> {
        Ok(self.standing.check()?)
    }

    /// Says in the security log that a part of the request was refused, which as a whole is not.
    pub(crate) fn record_forbidden(&self, problem: &Problem) {
        if problem.status() == StatusCode::FORBIDDEN {
            self.standing.record_forbidden(problem.detail());
        }
    }

    /// The user whose jobs the caller is restricted to; `None` when they may see everybody's.
    pub(crate) fn only_user(&self) -> Option<&UserId> {
        (self.scope != Scope::All).then_some(self.user())
    }

    /// That the caller may act on what belongs to `owner`.
    ///
    /// # Errors
    /// `403` when that is another user, and the caller may act only on their own jobs.
    pub(crate) fn check_owner(&self, owner: &UserId) -> Result<(), Problem> {
        match self.only_user() {
            Some(user) if user != owner => {
                Err(Problem::forbidden("this belongs to another user; your role sees its own jobs"))
            }
            _ => Ok(()),
        }
    }

    /// As [`restrict`](Self::restrict), for any of several users.
    ///
    /// # Errors
    /// As [`check_owner`](Self::check_owner), for each of them.
    pub(crate) fn restrict_any(&self, asked_for: AnyOf<UserId>) -> Result<AnyOf<UserId>, Problem> {
        if asked_for.is_empty() {
            return Ok(self.only_user().cloned().into());
        }
        asked_for.iter().try_for_each(|user| self.check_owner(user)).map(|()| asked_for)
    }

    /// The user to whose jobs a list is restricted: the one that is asked for, or the only one that
    /// the caller may see.
    ///
    /// # Errors
    /// As [`check_owner`](Self::check_owner).
    pub(crate) fn restrict(&self, asked_for: Option<UserId>) -> Result<Option<UserId>, Problem> {
        let user = asked_for.or_else(|| self.only_user().cloned());
        user.as_ref().map_or(Ok(()), |user| self.check_owner(user)).map(|()| user)
    }
}

/// Only of an endpoint whose callers are signed in.
impl<S: Sync> FromRequestParts<S> for Grant {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let grant = parts.extensions.get::<Self>().cloned();
        grant.ok_or_else(|| Problem::internal("the endpoint is open to everybody"))
    }
}

impl Input for Grant {}
