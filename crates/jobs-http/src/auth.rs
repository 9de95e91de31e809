//! Sign-in: from a bearer token to a user and a role, and from these to what a handler may do.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jobs_core::UserId;
use sha2::{Digest as _, Sha256};

use crate::App;
use crate::access::{Operation, Role, Scope};
use crate::problem::Problem;

/// The SHA-256 of a token, which is all that is kept of it.
pub type TokenDigest = [u8; 32];

/// The SHA-256 of `token`.
#[must_use]
pub fn digest(token: &str) -> TokenDigest {
    Sha256::digest(token).into()
}

/// Makes a token: 256 random bits, with a prefix by which scanners for leaked secrets can know it.
///
/// # Errors
/// When the operating system gives no random bytes.
pub fn mint_token() -> Result<String, getrandom::Error> {
    let mut random = [0; 32];
    getrandom::fill(&mut random)?;
    Ok(format!("jobs_{}", URL_SAFE_NO_PAD.encode(random)))
}

/// Whose token it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The user, as recorded with the jobs.
    pub user: UserId,
    /// What the user may do.
    pub role: Role,
}

/// The tokens that are accepted.
///
/// A token is looked up by its SHA-256. How long a lookup takes may tell something about the digest of what the
/// caller sent, never about a token: to move a digest towards a stored one, a caller would have to invert SHA-256.
/// So no comparison here needs to take constant time.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    identities: HashMap<TokenDigest, Arc<Identity>>,
}

impl Tokens {
    /// Accepts the token with this digest from now on. `false`, and no change, when it is accepted already.
    pub fn insert(&mut self, digest: TokenDigest, identity: Identity) -> bool {
        let vacant = !self.identities.contains_key(&digest);
        if vacant {
            self.identities.insert(digest, Arc::new(identity));
        }
        vacant
    }

    /// How many tokens are accepted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.identities.len()
    }

    /// Whether no token is accepted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.identities.is_empty()
    }

    /// Whose token this is.
    #[must_use]
    pub fn find(&self, token: &str) -> Option<Arc<Identity>> {
        self.identities.get(&digest(token)).cloned()
    }
}

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
        let identity = app.tokens().find(token);
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

    #[test]
    fn minted_tokens_differ_and_are_found_again() {
        let (one, two) = (mint_token().unwrap(), mint_token().unwrap());
        assert_ne!(one, two);
        assert_eq!(one.len(), "jobs_".len() + 43);
        let identity = Identity { user: UserId::new("admin").unwrap(), role: Role::Admin };
        let mut tokens = Tokens::default();
        assert!(tokens.insert(digest(&one), identity.clone()));
        assert!(!tokens.insert(digest(&one), identity));
        assert!(tokens.find(&one).is_some());
        assert!(tokens.find(&two).is_none());
        assert!(tokens.find(&one[1..]).is_none());
    }
}
