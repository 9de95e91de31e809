//! Sessions of users who signed in by password or by a token, each a signed text that the browser
//! keeps and the server does not.
//!
//! ```text
//! base64url(id ‖ begun ‖ used ‖ by ‖ credential ‖ user) . base64url(HMAC-SHA-256)
//!           16   8       8      1 or 9   16       the rest
//! ```
//!
//! The numbers are lengths in bytes; times are seconds since 1970, big-endian; `by` is `p` for a
//! password, and for a token `t` and the handle by which it is found; the user is UTF-8.
//!
//! `credential` stands for the password or the token that the session was begun with: it is the
//! beginning of a MAC over what is kept of that. So a session ends with its password, or with its
//! token, and the role is what that has now. The server only keeps which sessions were signed out
//! of, so sessions survive its restart.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwapOption;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jobs_core::UserId;
use sha2::{Digest as _, Sha256};

use crate::identity::Identity;
use crate::register::{Register, User};
use crate::security::{self, Details, Event};
use crate::session_key::{SessionKey, SessionKeyError};
use crate::signed_out::{Id, SignedOut};
use crate::stamp::FileStamp;
use crate::token::{TokenDigest, TokenHandle, handle};

pub use crate::session_limits::{AGE_MAX, IDLE_MAX};

type Credential = [u8; 16];

/// With what a session was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionBy {
    /// The user's password.
    Password,
    /// A token.
    Token,
}

impl SessionBy {
    /// Its name, for people.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Token => "token",
        }
    }
}

/// A valid session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    id: Id,
    user: UserId,
    begun: u64,
    used: u64,
    by: Begun,
    credential: Credential,
}

/// With what a session was begun, and which token that was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begun {
    Password,
    Token(TokenHandle),
}

/// Logs that all sessions have ended.
fn ended(reason: &str) {
    security::record(Event::SessionsEnded, &Details { reason: Some(reason), ..Details::default() });
}

impl Session {
    /// A name for it that may be shown: neither the session nor its ID can be derived from it.
    #[must_use]
    pub fn handle(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(b"session handle\0");
        hash.update(self.id);
        hex::encode(&hash.finalize()[..8])
    }

    /// Whose it is.
    #[must_use]
    pub fn user(&self) -> &UserId {
        &self.user
    }

    /// When it was begun, since 1970.
    #[must_use]
    pub fn begun(&self) -> Duration {
        Duration::from_secs(self.begun)
    }

    /// With what it was begun.
    #[must_use]
    pub fn by(&self) -> SessionBy {
        match self.by {
            Begun::Password => SessionBy::Password,
            Begun::Token(_) => SessionBy::Token,
        }
    }

    pub(crate) fn id(&self) -> &Id {
        &self.id
    }

    /// When it ends unless it is used again, or at the latest, since 1970.
    #[must_use]
    pub fn ends(&self) -> Duration {
        let after = |begin: u64, time: Duration| Duration::from_secs(begin).saturating_add(time);
        after(self.used, IDLE_MAX).min(after(self.begun, AGE_MAX))
    }
}

/// Why a text is not a valid session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// It was not signed here.
    #[error("it is not of this server")]
    Unknown,
    /// It was a session: it idled too long, is too old, was signed out of, its token was revoked or
    /// has expired, or its user was disabled or has another password.
    #[error("it has ended")]
    Ended,
}

/// Why no session is begun.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BeginError {
    /// There is no key that it could be signed with.
    #[error("no session can begin until the file session.key can be used again; the log says why")]
    NoKey,
    /// There are no random bytes to make an ID of.
    #[error("no random bytes to make the ID of a session of: {0}")]
    Random(#[from] getrandom::Error),
}

/// Begins and checks sessions.
#[derive(Debug)]
pub struct Sessions {
    /// `None` while the file of the key cannot be used: then there are no sessions.
    key: ArcSwapOption<SessionKey>,
    /// Without one, sessions end with the process.
    key_file: Option<KeyFile>,
    signed_out: SignedOut,
}

/// The file of the key, and which state of it was read last.
#[derive(Debug)]
struct KeyFile {
    path: PathBuf,
    seen: Mutex<KeySeen>,
}

#[derive(Debug)]
struct KeySeen {
    stamp: Option<FileStamp>,
    /// Whether the log was told that it cannot be used.
    has_failed: bool,
}

/// Sessions that the key signs and that end with the process.
impl From<SessionKey> for Sessions {
    fn from(key: SessionKey) -> Self {
        let key = ArcSwapOption::from_pointee(key);
        let signed_out = SignedOut::in_memory();
        Self { key, key_file: None, signed_out }
    }
}

impl Sessions {
    /// Sessions that the key in the file `key` signs, except those in the file `signed_out`, as of
    /// `now`. Files that do not exist are made, readable by their owner alone.
    ///
    /// # Errors
    /// [`SessionKeyError`].
    pub fn open(key: &Path, signed_out: &Path, now: Duration) -> Result<Self, SessionKeyError> {
        let seen = Mutex::new(KeySeen { stamp: FileStamp::of(key), has_failed: false });
        let (loaded, is_new) = SessionKey::load_or_create(key)?;
        let key_file = KeyFile { path: key.into(), seen };
        let opened = SignedOut::open(signed_out, is_new, now.as_secs());
        let failed = |source| SessionKeyError::Io { path: signed_out.into(), source };
        let (remembered, fault) = opened.map_err(failed)?;
        if let Some(fault) = fault {
            let path = signed_out.display();
            ended(&format!("{path} {fault}, and nobody knows which of them were signed out of"));
        }
        let key = ArcSwapOption::from_pointee(loaded);
        Ok(Self { key, key_file: Some(key_file), signed_out: remembered })
    }

    /// Takes the key that the file has now, if it was replaced or removed, and says whether it did:
    /// sessions of the previous key have ended. While the file cannot be used there are no
    /// sessions, and the log says why.
    pub fn refresh(&self) -> bool {
        let Some(KeyFile { path, seen }) = &self.key_file else { return false };
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        let stamp = FileStamp::of(path);
        if stamp.is_some() && seen.stamp == stamp {
            return false;
        }
        let loaded = SessionKey::load_or_create(path);
        let is_there = !matches!(path.try_exists(), Ok(false));
        let is_first_failure =
            loaded.is_err() && !std::mem::replace(&mut seen.has_failed, loaded.is_err());
        let (key, reason) = match loaded {
            Ok((key, false)) => (Some(key), format!("{} was replaced", path.display())),
            Ok((key, true)) => {
                (Some(key), format!("{} was removed, and made anew", path.display()))
            }
            Err(error) if is_there && error.may_pass() => {
                // The file could not be read, perhaps because no file descriptor was left.
                if is_first_failure {
                    tracing::error!("{error}; the key from before stays until it is read");
                }
                return false;
            }
            Err(_) if !is_first_failure && seen.stamp == stamp => return false,
            Err(error) => (None, format!("{error}; no session can begin until this is mended")),
        };
        seen.stamp = stamp;
        let before = self.key.load_full();
        if before.as_ref().map(|key| key.0) == key.as_ref().map(|key| key.0) {
            return false;
        }
        self.key.store(key.map(Arc::new));
        match before {
            Some(_) => ended(&reason),
            None => tracing::info!("{} can be used again", path.display()),
        }
        true
    }

    /// Begins a session of `user`, who gave the password at the time `now`, and returns its text.
    ///
    /// # Errors
    /// [`BeginError`].
    pub fn begin(&self, user: &User, now: Duration) -> Result<String, BeginError> {
        let credential = self.of_password(user).ok_or(BeginError::NoKey)?;
        self.begin_by(user.identity.user.clone(), Begun::Password, credential, now)
    }

    /// Begins a session of `user`, who gave the token with this digest at the time `now`, and
    /// returns its text.
    ///
    /// # Errors
    /// [`BeginError`].
    pub fn begin_by_token(
        &self,
        user: &UserId,
        digest: &TokenDigest,
        now: Duration,
    ) -> Result<String, BeginError> {
        let credential = self.of_token(digest).ok_or(BeginError::NoKey)?;
        self.begin_by(user.clone(), Begun::Token(handle(digest)), credential, now)
    }

    fn begin_by(
        &self,
        user: UserId,
        by: Begun,
        credential: Credential,
        now: Duration,
    ) -> Result<String, BeginError> {
        let mut id = Id::default();
        getrandom::fill(&mut id)?;
        let used = now.as_secs();
        let begun = self.signed_out.beginning(&user, used);
        let signed = self.sign(&Session { id, user, begun, used, by, credential });
        signed.ok_or(BeginError::NoKey)
    }

    /// A session as `session` is, begun at the time `now` with what that has now: for a user whose
    /// sessions all end.
    ///
    /// # Errors
    /// [`BeginError`].
    pub fn begin_again(
        &self,
        session: &Session,
        register: &Register,
        now: Duration,
    ) -> Result<String, BeginError> {
        let credential = match session.by {
            Begun::Password => register.user(&session.user).and_then(|user| self.of_password(user)),
            Begun::Token(_) => Some(session.credential),
        };
        let credential = credential.ok_or(BeginError::NoKey)?;
        self.begin_by(session.user.clone(), session.by, credential, now)
    }

    /// The session in `text`, and whose it is. The role is what `register` says now.
    ///
    /// # Errors
    /// [`SessionError`].
    pub fn check(
        &self,
        text: &str,
        register: &Register,
        now: Duration,
    ) -> Result<(Session, Arc<Identity>), SessionError> {
        let session = self.read(text).ok_or(SessionError::Unknown)?;
        let identity = self.check_again(&session, register, now)?;
        Ok((session, identity))
    }

    /// Checks a session again that was checked before, and returns whose it is as of now.
    ///
    /// # Errors
    /// [`SessionError::Ended`], also when the key has changed.
    pub fn check_again(
        &self,
        session: &Session,
        register: &Register,
        now: Duration,
    ) -> Result<Arc<Identity>, SessionError> {
        if now > session.ends() || self.signed_out.has(&session.id, &session.user, session.begun) {
            return Err(SessionError::Ended);
        }
        match session.by {
            Begun::Password => {
                let user = register.user(&session.user).filter(|user| !user.disabled);
                // The credential is made with the key.
                let user = user.filter(|user| self.of_password(user) == Some(session.credential));
                user.map(|user| Arc::clone(&user.identity))
            }
            Begun::Token(_) => {
                let digest = self.token_of(session, register);
                let token = digest.and_then(|digest| register.find_digest(digest, now));
                let token = token.filter(|token| token.identity.user == session.user);
                token.map(|token| Arc::clone(&token.identity))
            }
        }
        .ok_or(SessionError::Ended)
    }

    /// The digest of the token that a session was begun with, unless that was revoked; none of a
    /// session that was begun with a password, or with another key.
    #[must_use]
    pub fn token_of<'a>(
        &self,
        session: &Session,
        register: &'a Register,
    ) -> Option<&'a TokenDigest> {
        let Begun::Token(handle) = &session.by else { return None };
        let digest = register.of_handle(handle)?;
        // The credential is made with the key.
        (self.of_token(digest) == Some(session.credential)).then_some(digest)
    }

    /// When a session ends, since 1970: by itself, or with its token.
    #[must_use]
    pub fn ends(&self, session: &Session, register: &Register) -> Duration {
        let token = self.token_of(session, register).and_then(|digest| register.token(digest));
        let with_token = token.and_then(|token| token.expires);
        with_token.map_or(session.ends(), |expires| expires.min(session.ends()))
    }

    /// The session with the time of this use, for the browser to keep instead; `None` when nothing
    /// has changed.
    #[must_use]
    pub fn renew(&self, session: &Session, now: Duration) -> Option<String> {
        let used = now.as_secs();
        (used > session.used).then(|| self.sign(&Session { used, ..session.clone() })).flatten()
    }

    /// Ends a session, also for every holder of a copy of it. Returns once a restart would not
    /// forget it.
    ///
    /// # Errors
    /// When a restart may forget it.
    pub fn sign_out(&self, session: &Session, now: Duration) -> std::io::Result<()> {
        self.signed_out.add(session.id, &session.user, session.begun, now.as_secs())
    }

    /// Ends all sessions of a user that were begun by now, however they were. Returns once a
    /// restart would not forget it.
    ///
    /// # Errors
    /// When a restart may forget it.
    pub fn end_all_of(&self, user: &UserId, now: Duration) -> std::io::Result<()> {
        self.signed_out.end_all(user, now.as_secs())
    }

    fn sign(&self, session: &Session) -> Option<String> {
        let Session { id, user, begun, used, by, credential } = session;
        let mut bytes = Vec::with_capacity(FIXED_BYTES + user.as_str().len());
        bytes.extend(id);
        bytes.extend(begun.to_be_bytes());
        bytes.extend(used.to_be_bytes());
        match by {
            Begun::Password => bytes.push(b'p'),
            Begun::Token(handle) => {
                bytes.push(b't');
                bytes.extend(handle);
            }
        }
        bytes.extend(credential);
        bytes.extend(user.as_str().as_bytes());
        let mac = self.mac(b"session", &bytes)?.finalize().into_bytes();
        Some(format!("{}.{}", URL_SAFE_NO_PAD.encode(&bytes), URL_SAFE_NO_PAD.encode(mac)))
    }

    fn read(&self, text: &str) -> Option<Session> {
        let (bytes, mac) = text.split_once('.')?;
        let bytes = URL_SAFE_NO_PAD.decode(bytes).ok()?;
        let mac = URL_SAFE_NO_PAD.decode(mac).ok()?;
        // Compares in constant time.
        self.mac(b"session", &bytes)?.verify_slice(&mac).ok()?;
        let (id, rest) = bytes.split_first_chunk()?;
        let (begun, rest) = rest.split_first_chunk()?;
        let (used, rest) = rest.split_first_chunk()?;
        let (by, rest) = rest.split_first()?;
        let (by, rest) = match by {
            b'p' => (Begun::Password, rest),
            b't' => rest.split_first_chunk().map(|(handle, rest)| (Begun::Token(*handle), rest))?,
            _ => return None,
        };
        let (credential, user) = rest.split_first_chunk()?;
        let user = UserId::new(std::str::from_utf8(user).ok()?).ok()?;
        let begun = u64::from_be_bytes(*begun);
        let used = u64::from_be_bytes(*used);
        Some(Session { id: *id, user, begun, used, by, credential: *credential })
    }

    /// Stands for the user's current password, and reveals nothing of it.
    fn of_password(&self, user: &User) -> Option<Credential> {
        self.credential(b"credential", user.password.as_ref()?.as_str().as_bytes())
    }

    /// Stands for the token with this digest, and reveals nothing of it.
    fn of_token(&self, digest: &TokenDigest) -> Option<Credential> {
        self.credential(b"token", digest)
    }

    fn credential(&self, used_for: &[u8], kept: &[u8]) -> Option<Credential> {
        self.mac(used_for, kept)?.finalize().into_bytes().first_chunk().copied()
    }

    /// A MAC over `bytes`, for one use of the key, if there is one.
    fn mac(&self, used_for: &[u8], bytes: &[u8]) -> Option<Hmac<Sha256>> {
        #[cfg(test)]
        tests::MACS.set(tests::MACS.get() + 1);
        let mac = Hmac::<Sha256>::new_from_slice(&self.key.load().as_ref()?.0);
        let mut mac = mac.unwrap_or_else(|error| unreachable!("any length will do: {error}"));
        mac.update(used_for);
        mac.update(&[0]);
        mac.update(bytes);
        Some(mac)
    }
}

/// The most that stands before the user's name.
const FIXED_BYTES: usize = 16 + 8 + 8 + 9 + 16;

#[cfg(test)]
mod tests;
