//! Sign-in: from a bearer token to a user and a role, and from these to what a handler may do.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use jobs_auth::Identity;
use jobs_core::UserId;

use crate::App;
use crate::access::{Operation, Scope};
use crate::problem::Problem;

/// Someone with a token that is accepted. Says who it is only to a handler that names its operation.
#[derive(Debug)]
pub struct Caller(Arc<Identity>);

impl Caller {
    /// What the caller may do with `operation`.
    ///
    /// # Errors
    /// `403` when the caller's role may not do it at all.
    pub fn authorize(self, operation: Operation) -> Result<Grant, Problem> {
        let role = self.0.role;
        match operation.scope(role) {
            Scope::Nothing => {
                let role = role.as_str();
                Err(Problem::forbidden(format!("the role {role} may not do this")))
            }
            scope => Ok(Grant { identity: self.0, scope }),
        }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(AUTHORIZATION) else {
            return Err(Problem::unauthorized("is missing; send Authorization: Bearer TOKEN"));
        };
        let token = value.to_str().ok().and_then(bearer_token);
        let Some(token) = token else {
            return Err(Problem::unauthorized("is not of the form Bearer TOKEN"));
        };
        let identity = app.accounts().register().find_token(token);
        identity.map(Self).ok_or_else(|| Problem::unauthorized("the token is not known"))
    }
}

/// The token in `Bearer TOKEN`; the scheme may be written in any case (RFC 9110 §11.1).
fn bearer_token(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

/// Leave to do one operation.
#[derive(Debug)]
pub struct Grant {
    identity: Arc<Identity>,
    scope: Scope,
}

impl Grant {
    /// Who calls.
    #[must_use]
    pub fn user(&self) -> &UserId {
        &self.identity.user
    }

    /// The user whose jobs the operation is restricted to; `None` when it may concern everybody's.
    #[must_use]
    pub fn only_user(&self) -> Option<&UserId> {
        (self.scope != Scope::All).then_some(self.user())
    }

    /// Leave to do it to what belongs to `owner`.
    ///
    /// # Errors
    /// `403` when that is another user, and the caller may act on the own jobs alone.
    pub fn check_owner(&self, owner: &UserId) -> Result<(), Problem> {
        match self.only_user() {
            Some(user) if user != owner => {
                Err(Problem::forbidden("this belongs to another user; your role sees its own jobs"))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_is_read_in_any_case_and_nothing_else_is_taken() {
        assert_eq!(bearer_token("Bearer abc"), Some("abc"));
        assert_eq!(bearer_token("bearer  abc "), Some("abc"));
        for bad in ["", "Bearer", "Bearer ", "Basic abc", "abc", "Bearerabc"] {
            assert_eq!(bearer_token(bad), None, "{bad:?}");
        }
    }
}
