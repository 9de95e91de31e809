//! Who is let in: the users, and whose token is whose.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use jobs_core::UserId;

use crate::password::{self, PasswordHash};
use crate::role::Role;
use crate::token::{TokenDigest, digest};

/// Somebody who was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The user, as recorded with the jobs.
    pub user: UserId,
    /// What the user may do.
    pub role: Role,
}

/// A user that is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Who it is, and the role.
    pub identity: Arc<Identity>,
    /// The hash of the password; without one, the user cannot sign in by password.
    pub password: Option<PasswordHash>,
    /// Whether the user may do nothing any more, however signed in.
    pub disabled: bool,
}

/// The users and tokens that are accepted.
///
/// A token is looked up by its SHA-256. How long a lookup takes may tell something about the digest of what the
/// caller sent, never about a token: to move a digest towards a stored one, a caller would have to invert SHA-256.
/// So no comparison here needs to take constant time.
#[derive(Clone, Default)]
pub struct Register {
    users: HashMap<UserId, User>,
    tokens: HashMap<TokenDigest, Arc<Identity>>,
    /// Whose tokens there are.
    holders: HashSet<UserId>,
}

impl Register {
    /// Accepts `user` from now on. `false`, and no change, when a user of that name is listed already.
    pub fn insert_user(&mut self, user: User) -> bool {
        let vacant = !self.users.contains_key(&user.identity.user);
        if vacant {
            self.users.insert(user.identity.user.clone(), user);
        }
        vacant
    }

    /// Accepts the token with this digest from now on. `false`, and no change, when it is accepted already.
    pub fn insert_token(&mut self, digest: TokenDigest, identity: Identity) -> bool {
        let vacant = !self.tokens.contains_key(&digest);
        if vacant {
            self.holders.insert(identity.user.clone());
            self.tokens.insert(digest, Arc::new(identity));
        }
        vacant
    }

    /// Whether nobody is listed at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.users.is_empty() && self.tokens.is_empty()
    }

    /// The user of this name, also one that is disabled.
    #[must_use]
    pub fn user(&self, name: &UserId) -> Option<&User> {
        self.users.get(name)
    }

    /// Whether it is somebody's name: that of a user who is listed, disabled or not, or of whom a token is that is accepted.
    #[must_use]
    pub fn knows(&self, name: &UserId) -> bool {
        self.users.contains_key(name) || self.holders.contains(name)
    }

    /// Whose token this is; nobody's when its user is disabled.
    #[must_use]
    pub fn find_token(&self, token: &str) -> Option<Arc<Identity>> {
        let identity = self.tokens.get(&digest(token))?;
        (!self.is_disabled(&identity.user)).then(|| Arc::clone(identity))
    }

    /// Whether the user is listed, and may do nothing any more.
    #[must_use]
    pub fn is_disabled(&self, name: &UserId) -> bool {
        self.users.get(name).is_some_and(|user| user.disabled)
    }

    /// The user of this name and password. Takes as long for users that do not exist, are disabled or have no password.
    #[must_use]
    pub fn check_password(&self, name: &str, password: &str) -> Option<&User> {
        let user = UserId::new(name).ok().and_then(|name| self.users.get(&name));
        let Some((user, hash)) = user.and_then(|user| Some((user, user.password.as_ref()?))) else {
            password::match_nothing(password);
            return None;
        };
        (hash.matches(password) && !user.disabled).then_some(user)
    }
}

/// Shows how many there are: digests and hashes are nobody's business.
impl fmt::Debug for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Register({} users, {} tokens)", self.users.len(), self.tokens.len())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn identity(user: &str) -> Identity {
        Identity { user: UserId::new(user).unwrap(), role: Role::Admin }
    }

    fn user(name: &str, password: Option<&str>) -> User {
        let password = password.map(|password| PasswordHash::of_new(password).unwrap());
        User { identity: Arc::new(identity(name)), password, disabled: false }
    }

    #[test]
    fn tokens_are_found_by_the_whole_of_them() {
        let mut register = Register::default();
        assert!(register.insert_token(digest("token-one"), identity("a")));
        assert!(!register.insert_token(digest("token-one"), identity("b")));
        assert_eq!(register.find_token("token-one").unwrap().user.as_str(), "a");
        assert!(register.find_token("token-on").is_none());
        assert!(register.find_token("").is_none());
    }

    #[test]
    fn a_disabled_user_is_not_let_in_by_any_means() {
        let mut register = Register::default();
        register.insert_token(digest("t"), identity("a"));
        let mut user = user("a", Some("correct horse battery"));
        assert!(register.insert_user(user.clone()));
        assert!(register.find_token("t").is_some());
        assert!(register.check_password("a", "correct horse battery").is_some());
        register.users.clear();
        user.disabled = true;
        assert!(register.insert_user(user));
        assert!(register.find_token("t").is_none());
        assert!(register.check_password("a", "correct horse battery").is_none());
    }

    #[test]
    fn it_takes_as_long_to_refuse_whoever_is_not_listed() {
        let mut register = Register::default();
        register.insert_user(user("a", Some("correct horse battery")));
        register.insert_user(user("b", None));
        let time = |name: &str| {
            let begin = Instant::now();
            assert!(register.check_password(name, "wrong horse battery").is_none());
            begin.elapsed()
        };
        let least = |name: &str| (0..3).map(|_| time(name)).min().unwrap();
        let listed = least("a");
        for name in ["b", "nobody", ""] {
            // To hash a password takes thousands of times as long as to look up a name.
            assert!(least(name) > listed / 10, "{name:?}: {:?}, {listed:?}", least(name));
        }
    }

    #[test]
    fn passwords_are_of_one_user_each() {
        let mut register = Register::default();
        register.insert_user(user("a", Some("correct horse battery")));
        register.insert_user(user("b", None));
        let check = |name, password| register.check_password(name, password).is_some();
        assert!(check("a", "correct horse battery"));
        assert!(!check("a", "correct horse batter") && !check("a", ""));
        assert!(!check("b", "correct horse battery") && !check("b", ""));
        assert!(!check("", "correct horse battery") && !check("nobody", "the password of nobody"));
    }
}
