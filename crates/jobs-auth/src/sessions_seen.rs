//! The sessions that were used since the server started, for their users to look at and to end.
//!
//! The server does not keep sessions, so it knows only those that it has seen. They are in memory,
//! within bounds: of more sessions, and of more users, those that were used longest ago are
//! forgotten here, and go on.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use hashlink::LruCache;
use jobs_core::UserId;

use crate::session::Session;
use crate::signed_out::Id;

/// How many users' sessions are remembered.
const USERS_MAX: usize = 1_000;

/// How many sessions of one user are remembered, some 500 bytes each: 16 MB if a thousand users
/// have as many.
const OF_USER_MAX: usize = 32;

/// The most bytes of what a browser calls itself.
const USER_AGENT_BYTES_MAX: usize = 256;

/// A session, and how it was used last.
#[derive(Debug, Clone)]
pub struct SeenSession {
    /// The session.
    pub session: Session,
    /// When it was used last, since 1970.
    pub used: Duration,
    /// From where.
    pub address: Option<IpAddr>,
    /// With what, as that calls itself; cut to 256 bytes.
    pub user_agent: Option<Box<str>>,
}

/// The sessions that were used since the server started.
#[derive(Debug)]
pub struct SeenSessions {
    since: Duration,
    users: Mutex<LruCache<UserId, LruCache<Id, SeenSession>>>,
}

impl SeenSessions {
    /// None yet, at the time `since`, in time since 1970.
    #[must_use]
    pub fn new(since: Duration) -> Self {
        Self { since, users: Mutex::new(LruCache::new(USERS_MAX)) }
    }

    /// Since when sessions are remembered, since 1970.
    #[must_use]
    pub fn since(&self) -> Duration {
        self.since
    }

    /// Remembers that a session was used at the time `now`.
    pub fn note(
        &self,
        session: &Session,
        now: Duration,
        address: Option<IpAddr>,
        user_agent: Option<&str>,
    ) {
        let user_agent = user_agent.map(cut);
        let mut users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        if users.get_mut(session.user()).is_none() {
            users.insert(session.user().clone(), LruCache::new(OF_USER_MAX));
        }
        let Some(sessions) = users.get_mut(session.user()) else { return };
        match sessions.get_mut(session.id()) {
            Some(seen) => {
                seen.session.clone_from(session);
                (seen.used, seen.address) = (now, address);
                if seen.user_agent.as_deref() != user_agent {
                    seen.user_agent = user_agent.map(Into::into);
                }
            }
            None => {
                let user_agent = user_agent.map(Into::into);
                let seen = SeenSession { session: session.clone(), used: now, address, user_agent };
                sessions.insert(*session.id(), seen);
            }
        }
    }

    /// The sessions of `user`, the one that was used last first. Some may have ended.
    #[must_use]
    pub fn of(&self, user: &UserId) -> Vec<SeenSession> {
        let users = self.users.lock().unwrap_or_else(PoisonError::into_inner);
        let sessions = users.peek(user).into_iter().flat_map(LruCache::iter);
        let mut sessions: Vec<_> = sessions.map(|(_, seen)| seen.clone()).collect();
        sessions.reverse();
        sessions
    }
}

/// What there is room for.
fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(USER_AGENT_BYTES_MAX)]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Identity, PasswordHash, Register, Role, SessionKey, Sessions, User};

    const NOW: Duration = Duration::from_secs(1_769_612_693);

    fn user(name: &str) -> User {
        let identity = Identity { user: UserId::new(name).unwrap(), role: Role::Operator };
        let hash = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
                    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let password = Some(PasswordHash::parse(hash).unwrap());
        User { identity: Arc::new(identity), password, disabled: false }
    }

    fn session(user: &User) -> Session {
        let sessions: Sessions = SessionKey::generate().unwrap().into();
        let mut register = Register::default();
        register.insert_user(user.clone());
        let text = sessions.begin(user, NOW).unwrap();
        sessions.check(&text, &register, NOW).unwrap().0
    }

    #[test]
    fn the_session_that_was_used_last_comes_first_as_it_was_used_last() {
        let seen = SeenSessions::new(NOW);
        let vijay = user("vijay");
        let one = session(&vijay);
        let other = session(&vijay);
        let from = |text: &str| text.parse().ok();
        seen.note(&one, NOW, from("192.0.2.1"), Some("a browser"));
        seen.note(&other, NOW, from("192.0.2.2"), None);
        let later = NOW + Duration::from_secs(9);
        let long = "é".repeat(200);
        seen.note(&one, later, from("192.0.2.3"), Some(&long));
        let found = seen.of(&vijay.identity.user);
        let [first, second] = &found[..] else { panic!("{found:?}") };
        assert_eq!((&first.session, first.used, first.address), (&one, later, from("192.0.2.3")));
        assert_eq!(first.user_agent.as_deref(), Some(&*"é".repeat(128)));
        assert_eq!((&second.session, second.used), (&other, NOW));
        assert!(seen.of(&UserId::new("anita").unwrap()).is_empty());
    }

    #[test]
    fn no_user_and_no_number_of_users_fills_the_memory() {
        let seen = SeenSessions::new(NOW);
        let vijay = user("vijay");
        for _ in 0..OF_USER_MAX + 5 {
            seen.note(&session(&vijay), NOW, None, None);
        }
        assert_eq!(seen.of(&vijay.identity.user).len(), OF_USER_MAX);
        for n in 0..USERS_MAX {
            seen.note(&session(&user(&format!("user-{n}"))), NOW, None, None);
        }
        assert!(seen.of(&vijay.identity.user).is_empty(), "seen longest ago");
        assert_eq!(seen.users.lock().unwrap().len(), USERS_MAX);
    }

    #[test]
    fn a_handle_gives_nothing_of_the_session_away() {
        let session = session(&user("vijay"));
        let handle = session.handle();
        assert!(handle.len() == 16 && !hex::encode(session.id()).contains(&handle));
        assert_eq!(session.handle(), handle);
    }
}
