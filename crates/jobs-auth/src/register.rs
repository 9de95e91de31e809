//! The register of who may use the server: the users, and who holds which token.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use jobs_core::UserId;

use crate::identity::Identity;
use crate::name_form;
use crate::password::{self, PasswordHash};
use crate::token::{Token, TokenDigest, TokenHandle, digest, handle, public_name};

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

/// Why a caller whom a proxy or an issuer vouches for is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotLetIn {
    /// The list says so.
    #[error("names a user who is disabled")]
    Disabled,
    /// The name differs from that of a listed user in form alone.
    #[error(
        "names a user whom auth.toml has in another spelling: case, or how characters are made up"
    )]
    OtherForm,
    /// Neither role includes the other.
    #[error("names a role that auth.toml does not give the user")]
    OtherRole,
}

/// Whose name something is, according to the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameOf {
    /// That of a listed user, disabled or not, or of the holder of a token that was not revoked.
    Somebody,
    /// That of nobody here.
    Nobody,
    /// That of a program of the ledger, in any form: no user can have it.
    Program,
    /// That of nobody, as it differs from a listed name in form alone: case, or how characters are
    /// made up.
    OtherForm,
}

/// The users and tokens that are accepted.
///
/// A token is looked up by its SHA-256. How long a lookup takes may tell something about the digest
/// of what the caller sent, never about a token: to move a digest towards a stored one, a caller
/// would have to invert SHA-256. So no comparison here needs to take constant time.
#[derive(Clone, Default)]
pub struct Register {
    users: HashMap<UserId, User>,
    /// The names of users and of tokens' holders, revoked tokens included, by the form in which
    /// names are compared.
    forms: HashMap<String, UserId>,
    tokens: HashMap<TokenDigest, Token>,
    /// Whose tokens these are.
    holders: HashSet<UserId>,
    /// What each token is found by where its digest must not be.
    handles: HashMap<TokenHandle, TokenDigest>,
    /// The names of tokens that were revoked, and whose they were.
    revoked: HashMap<TokenDigest, (String, UserId)>,
}

impl Register {
    /// Accepts `user` from now on. `false`, and no change, when a user of that name is listed
    /// already.
    pub fn insert_user(&mut self, user: User) -> bool {
        let vacant = !self.users.contains_key(&user.identity.user);
        if vacant {
            self.insert_form(&user.identity.user);
            self.users.insert(user.identity.user.clone(), user);
        }
        vacant
    }

    /// Accepts the token with this digest from now on, for ever. `false`, and no change, when it is
    /// accepted already.
    pub fn insert_token(&mut self, digest: TokenDigest, identity: Identity) -> bool {
        self.insert(digest, Token::new(public_name(&digest), identity, None))
    }

    /// The same, for as long as the token says.
    pub(crate) fn insert(&mut self, digest: TokenDigest, token: Token) -> bool {
        let vacant = !self.tokens.contains_key(&digest);
        if vacant {
            let user = &token.identity.user;
            self.insert_form(user);
            self.holders.insert(user.clone());
            self.handles.insert(handle(&digest), digest);
            self.tokens.insert(digest, token);
        }
        vacant
    }

    /// Takes over from `before` when each token was last used.
    pub(crate) fn share_uses(&mut self, before: &Self) {
        for (digest, token) in &mut self.tokens {
            if let Some(known) = before.tokens.get(digest) {
                token.share_uses(known);
            }
        }
    }

    /// Remembers that the token with this digest was revoked.
    pub(crate) fn insert_revoked(&mut self, digest: TokenDigest, name: &str, user: &UserId) {
        self.insert_form(user);
        self.revoked.insert(digest, (name.to_owned(), user.clone()));
    }

    fn insert_form(&mut self, name: &UserId) {
        self.forms.entry(name_form::form(name.as_str())).or_insert_with(|| name.clone());
    }

    /// The name of a token that was revoked or has expired, and whose it was.
    #[must_use]
    pub fn find_over(&self, digest: &TokenDigest, now: Duration) -> Option<(&str, &UserId)> {
        let revoked = self.revoked.get(digest).map(|(name, user)| (&**name, user));
        let expired = || self.tokens.get(digest).filter(|token| token.is_over(now));
        revoked.or_else(|| expired().map(|token| (&*token.name, &token.identity.user)))
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

    /// Whose name it is.
    #[must_use]
    pub fn name_of(&self, name: &UserId) -> NameOf {
        if name_form::is_program(name) {
            return NameOf::Program;
        }
        match self.forms.get(&name_form::form(name.as_str())) {
            Some(listed) if listed != name => NameOf::OtherForm,
            _ if self.users.contains_key(name) || self.holders.contains(name) => NameOf::Somebody,
            _ => NameOf::Nobody,
        }
    }

    /// Whose token this is at the time `now`; nobody's when it has expired, or its user is
    /// disabled.
    #[must_use]
    pub fn find_token(&self, token: &str, now: Duration) -> Option<Arc<Identity>> {
        self.find_digest(&digest(token), now).map(|token| Arc::clone(&token.identity))
    }

    /// The accepted token with this digest; none when it has expired, or its user is disabled.
    #[must_use]
    pub fn find_digest(&self, digest: &TokenDigest, now: Duration) -> Option<&Token> {
        let token = self.tokens.get(digest).filter(|token| !token.is_over(now))?;
        let is_disabled = self.users.get(&token.identity.user).is_some_and(|user| user.disabled);
        (!is_disabled).then_some(token)
    }

    /// The token with this digest, whether it is accepted now or not, unless it was revoked.
    #[must_use]
    pub fn token(&self, digest: &TokenDigest) -> Option<&Token> {
        self.tokens.get(digest)
    }

    /// The digest of the token with this handle, unless it was revoked.
    pub(crate) fn of_handle(&self, handle: &TokenHandle) -> Option<&TokenDigest> {
        self.handles.get(handle)
    }

    /// All tokens that were not revoked, with their handles.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = (&TokenHandle, &Token)> {
        self.handles.iter().filter_map(|(handle, digest)| Some((handle, self.tokens.get(digest)?)))
    }

    /// The identity that somebody else vouches for, within the register's limits: the role of a
    /// listed user is never exceeded, and a name that differs from a listed one in form alone is
    /// refused.
    ///
    /// # Errors
    /// [`NotLetIn`].
    pub fn admit(&self, vouched: Identity) -> Result<Identity, NotLetIn> {
        let Some(listed) = self.forms.get(&name_form::form(vouched.user.as_str())) else {
            return Ok(vouched);
        };
        let user = self.users.get(listed);
        if user.is_some_and(|user| user.disabled) {
            return Err(NotLetIn::Disabled);
        }
        if *listed != vouched.user {
            return Err(NotLetIn::OtherForm);
        }
        // The role of a token whose holder is not listed limits nobody.
        let Some(listed) = user else { return Ok(vouched) };
        let most = listed.identity.role;
        let role = vouched.role;
        match (most.includes(role), role.includes(most)) {
            (true, _) => Ok(vouched),
            (false, true) => Ok((*listed.identity).clone()),
            (false, false) => Err(NotLetIn::OtherRole),
        }
    }

    /// The user of this name and password. Takes as long for users that do not exist, are disabled
    /// or have no password.
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

/// Shows only how many there are: digests and hashes are secret.
impl fmt::Debug for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Register({} users, {} tokens)", self.users.len(), self.tokens.len())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::role::Role;

    const NOW: Duration = Duration::from_secs(1_769_612_693);

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
        assert_eq!(register.find_token("token-one", NOW).unwrap().user.as_str(), "a");
        assert!(register.find_token("token-on", NOW).is_none());
        assert!(register.find_token("", NOW).is_none());
    }

    #[test]
    fn a_token_is_accepted_until_it_expires_and_the_log_knows_whose_it_was() {
        let mut register = Register::default();
        let user = UserId::new("a").unwrap();
        let token = Token::new("laptop".to_owned(), identity("a"), Some(NOW));
        assert!(register.insert(digest("t"), token));
        assert!(register.find_token("t", NOW).is_some());
        assert_eq!(register.find_over(&digest("t"), NOW), None);
        let late = NOW + Duration::from_micros(1);
        assert!(register.find_token("t", late).is_none());
        assert_eq!(register.find_over(&digest("t"), late), Some(("laptop", &user)));
        register.insert_revoked(digest("r"), "old", &user);
        assert_eq!(register.find_over(&digest("r"), NOW), Some(("old", &user)));
    }

    #[test]
    fn a_use_is_known_to_the_minute_and_to_registers_to_come() {
        let mut before = Register::default();
        before.insert_token(digest("t"), identity("a"));
        let mut now = before.clone();
        now.tokens.clear();
        now.insert_token(digest("t"), identity("a"));
        now.share_uses(&before);
        let used = |register: &Register| register.token(&digest("t")).unwrap().last_used();
        assert_eq!(used(&now), None);
        before.token(&digest("t")).unwrap().note_use(NOW);
        let minute = Duration::from_secs(NOW.as_secs() / 60 * 60);
        assert_eq!(used(&now), Some(minute));
        now.token(&digest("t")).unwrap().note_use(NOW - Duration::from_secs(600));
        assert_eq!(used(&before), Some(minute), "a clock that is set back takes nothing back");
    }

    #[test]
    fn a_disabled_user_is_not_let_in_by_any_means() {
        let mut register = Register::default();
        register.insert_token(digest("t"), identity("a"));
        let mut user = user("a", Some("correct horse battery"));
        assert!(register.insert_user(user.clone()));
        assert!(register.find_token("t", NOW).is_some());
        assert!(register.check_password("a", "correct horse battery").is_some());
        register.users.clear();
        user.disabled = true;
        assert!(register.insert_user(user));
        assert!(register.find_token("t", NOW).is_none());
        assert!(register.check_password("a", "correct horse battery").is_none());
    }

    #[test]
    fn it_takes_as_long_to_refuse_a_user_who_is_not_listed() {
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
            // Hashing a password takes thousands of times as long as looking up a name.
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

    #[test]
    fn whom_others_vouch_for_never_exceeds_a_listed_user_of_that_name() {
        let mut register = Register::default();
        for (name, role, disabled) in [
            ("jos\u{e9}", Role::Operator, false),
            ("audra", Role::Auditor, false),
            ("boss", Role::Admin, false),
            ("gone", Role::Operator, true),
        ] {
            let identity = Arc::new(Identity { user: UserId::new(name).unwrap(), role });
            assert!(register.insert_user(User { identity, password: None, disabled }));
        }
        register.insert_token(digest("t"), identity("nightly"));
        register.insert_revoked(digest("r"), "r", &UserId::new("past").unwrap());
        let admit = |name: &str, role| {
            let user = UserId::new(name).unwrap();
            register.admit(Identity { user: user.clone(), role }).map(|found| {
                assert_eq!(found.user, user);
                found.role
            })
        };
        use Role::{Admin, Auditor, Operator};
        for role in Role::ALL {
            for name in ["nobody", "nightly", "past"] {
                assert_eq!(admit(name, role), Ok(role), "{name} is not listed");
            }
            assert_eq!(admit("boss", role), Ok(role), "an admin may do all");
            for form in ["gone", "Gone", "GONE", "\u{ff47}one"] {
                assert_eq!(admit(form, role), Err(NotLetIn::Disabled), "{form}");
            }
            for form in
                ["jose\u{301}", "Jos\u{e9}", "JOSE\u{301}", "Audra", "BOSS", "Nightly", "PAST"]
            {
                assert_eq!(admit(form, role), Err(NotLetIn::OtherForm), "{form}");
            }
        }
        assert_eq!(admit("jos\u{e9}", Admin), Ok(Operator));
        assert_eq!(admit("audra", Admin), Ok(Auditor));
        assert_eq!(admit("jos\u{e9}", Auditor), Err(NotLetIn::OtherRole));
        assert_eq!(admit("audra", Operator), Err(NotLetIn::OtherRole));
    }

    #[test]
    fn a_name_is_somebodys_in_one_form_alone() {
        let mut register = Register::default();
        register.insert_user(user("vijay", None));
        register.insert_user(User { disabled: true, ..user("gone", None) });
        register.insert_token(digest("t"), identity("nightly"));
        register.insert_revoked(digest("r"), "r", &UserId::new("past").unwrap());
        for (name, expected) in [
            ("vijay", NameOf::Somebody),
            ("gone", NameOf::Somebody),
            ("nightly", NameOf::Somebody),
            ("past", NameOf::Nobody),
            ("anita", NameOf::Nobody),
            ("Vijay", NameOf::OtherForm),
            ("\u{ff56}ijay", NameOf::OtherForm),
            ("GONE", NameOf::OtherForm),
            ("Nightly", NameOf::OtherForm),
            ("Past", NameOf::OtherForm),
            ("Jobs-Http", NameOf::Program),
            ("\u{ff4a}obs-gateway", NameOf::Program),
        ] {
            assert_eq!(register.name_of(&UserId::new(name).unwrap()), expected, "{name}");
        }
    }
}
