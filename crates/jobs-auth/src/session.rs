//! Sessions of users who signed in by password, each a signed text that the browser keeps and the
//! server does not.
//!
//! ```text
//! base64url(id ‖ begun ‖ used ‖ credential ‖ user) . base64url(HMAC-SHA-256)
//!           16   8       8      16           the rest
//! ```
//!
//! The numbers are lengths in bytes; times are seconds since 1970, big-endian; the user is UTF-8.
//!
//! `credential` stands for the password that the session was begun with, so that all sessions of a
//! user end with the password. The server only keeps which sessions were signed out of, so sessions
//! survive its restart.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwapOption;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jobs_core::UserId;
use sha2::Sha256;

use crate::register::{Identity, Register, User};
use crate::security::{self, Details, Event};
use crate::session_key::{SessionKey, SessionKeyError};
use crate::signed_out::{Id, SignedOut};
use crate::stamp::FileStamp;

pub use crate::session_limits::{AGE_MAX, IDLE_MAX};

type Credential = [u8; 16];

/// A valid session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    id: Id,
    user: UserId,
    begun: u64,
    used: u64,
    credential: Credential,
}

/// Logs that all sessions have ended.
fn ended(reason: &str) {
    security::record(Event::SessionsEnded, &Details { reason: Some(reason), ..Details::default() });
}

impl Session {
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
    /// It was a session: it idled too long, is too old, was signed out of, or its user was disabled
    /// or has another password.
    #[error("it has ended")]
    Ended,
}

/// Why no session is begun.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BeginError {
    /// There is no key that it could be signed with.
    #[error(
        "nobody can sign in by password until the file session.key can be used again; the log says why"
    )]
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
            Err(error) => {
                (None, format!("{error}; nobody can sign in by password until this is mended"))
            }
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
        let mut id = Id::default();
        getrandom::fill(&mut id)?;
        let name = user.identity.user.clone();
        let used = now.as_secs();
        let begun = self.signed_out.beginning(&name, used);
        let credential = self.credential(user).unwrap_or_default();
        let signed = self.sign(&Session { id, user: name, begun, used, credential });
        signed.ok_or(BeginError::NoKey)
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
        let user = register.user(&session.user).filter(|user| !user.disabled);
        let user = user.ok_or(SessionError::Ended)?;
        // The credential is made with the key.
        if self.credential(user) != Some(session.credential) {
            return Err(SessionError::Ended);
        }
        Ok(Arc::clone(&user.identity))
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

    fn sign(&self, session: &Session) -> Option<String> {
        let Session { id, user, begun, used, credential } = session;
        let mut bytes = Vec::with_capacity(FIXED_BYTES + user.as_str().len());
        bytes.extend(id);
        bytes.extend(begun.to_be_bytes());
        bytes.extend(used.to_be_bytes());
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
        let (credential, user) = rest.split_first_chunk()?;
        let user = UserId::new(std::str::from_utf8(user).ok()?).ok()?;
        let begun = u64::from_be_bytes(*begun);
        let used = u64::from_be_bytes(*used);
        Some(Session { id: *id, user, begun, used, credential: *credential })
    }

    /// Stands for the user's current password, and reveals nothing of it.
    fn credential(&self, user: &User) -> Option<Credential> {
        let hash = user.password.as_ref()?.as_str();
        let mac = self.mac(b"credential", hash.as_bytes())?.finalize().into_bytes();
        mac.first_chunk().copied()
    }

    /// A MAC over `bytes`, for one use of the key, if there is one.
    fn mac(&self, used_for: &[u8], bytes: &[u8]) -> Option<Hmac<Sha256>> {
        let mac = Hmac::<Sha256>::new_from_slice(&self.key.load().as_ref()?.0);
        let mut mac = mac.unwrap_or_else(|error| unreachable!("any length will do: {error}"));
        mac.update(used_for);
        mac.update(&[0]);
        mac.update(bytes);
        Some(mac)
    }
}

/// What stands before the user's name.
const FIXED_BYTES: usize = 16 + 8 + 8 + 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PasswordHash, Role};

    const NOW: Duration = Duration::from_secs(1_769_612_693);

    fn user(name: &str, password: &str) -> User {
        let identity = Identity { user: UserId::new(name).unwrap(), role: Role::Operator };
        let password = Some(PasswordHash::of_new(password).unwrap());
        User { identity: Arc::new(identity), password, disabled: false }
    }

    fn register(users: &[&User]) -> Register {
        let mut register = Register::default();
        for user in users {
            assert!(register.insert_user((*user).clone()));
        }
        register
    }

    fn sessions() -> Sessions {
        SessionKey([7; 32]).into()
    }

    #[test]
    fn a_session_lasts_while_it_is_used() {
        let vijay = user("vijay", "correct horse battery");
        let sessions = sessions();
        let register = register(&[&vijay]);
        let mut text = sessions.begin(&vijay, NOW).unwrap();
        let mut now = NOW;
        while now + IDLE_MAX <= NOW + AGE_MAX {
            now += IDLE_MAX;
            let (session, identity) = sessions.check(&text, &register, now).unwrap();
            assert_eq!(identity, vijay.identity);
            text = sessions.renew(&session, now).unwrap();
            assert_eq!(sessions.renew(&sessions.read(&text).unwrap(), now), None);
        }
        let late = sessions.check(&text, &register, now + Duration::from_secs(1));
        assert_eq!(late, Err(SessionError::Ended), "twelve hours are over");
    }

    #[test]
    fn a_session_that_idles_ends() {
        let vijay = user("vijay", "correct horse battery");
        let sessions = sessions();
        let register = register(&[&vijay]);
        let text = sessions.begin(&vijay, NOW).unwrap();
        assert!(sessions.check(&text, &register, NOW + IDLE_MAX).is_ok());
        let late = NOW + IDLE_MAX + Duration::from_secs(1);
        assert_eq!(sessions.check(&text, &register, late), Err(SessionError::Ended));
        // That the clock was set back does not end the session.
        assert!(sessions.check(&text, &register, NOW - IDLE_MAX).is_ok());
    }

    #[test]
    fn a_session_ends_with_its_user_and_its_password() {
        let vijay = user("vijay", "correct horse battery");
        let sessions = sessions();
        let text = sessions.begin(&vijay, NOW).unwrap();
        let check = |register: &Register| sessions.check(&text, register, NOW).map(drop);
        assert_eq!(check(&register(&[&vijay])), Ok(()));
        let promoted = Identity { role: Role::Admin, ..(*vijay.identity).clone() };
        let promoted = User { identity: Arc::new(promoted), ..vijay.clone() };
        let (_, identity) = sessions.check(&text, &register(&[&promoted]), NOW).unwrap();
        assert_eq!(identity.role, Role::Admin, "the role is that of now");
        for ended in [
            User { disabled: true, ..vijay.clone() },
            User { password: None, ..vijay },
            // The same password, given anew, has another salt.
            user("vijay", "correct horse battery"),
            user("anita", "correct horse battery"),
        ] {
            assert_eq!(check(&register(&[&ended])), Err(SessionError::Ended), "{ended:?}");
        }
    }

    #[test]
    fn a_session_that_was_signed_out_of_is_over_for_every_copy() {
        let vijay = user("vijay", "correct horse battery");
        let sessions = sessions();
        let register = register(&[&vijay]);
        let text = sessions.begin(&vijay, NOW).unwrap();
        let other = sessions.begin(&vijay, NOW).unwrap();
        let later = NOW + Duration::from_secs(60);
        let (session, _) = sessions.check(&text, &register, later).unwrap();
        let renewed = sessions.renew(&session, later).unwrap();
        sessions.sign_out(&session, later).unwrap();
        for copy in [&text, &renewed] {
            assert_eq!(sessions.check(copy, &register, later), Err(SessionError::Ended));
        }
        assert!(sessions.check(&other, &register, later).is_ok());
    }

    #[test]
    fn what_was_not_signed_here_is_no_session() {
        let vijay = user("vijay", "correct horse battery");
        let sessions = sessions();
        let register = register(&[&vijay]);
        let text = sessions.begin(&vijay, NOW).unwrap();
        let elsewhere = Sessions::from(SessionKey([8; 32])).begin(&vijay, NOW).unwrap();
        let mut forged: Vec<String> = vec![String::new(), ".".into(), elsewhere];
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            forged.push(String::from_utf8(bytes).unwrap());
            forged.push(text[..at].to_owned());
        }
        for forged in forged {
            let found = sessions.check(&forged, &register, NOW);
            assert_eq!(found, Err(SessionError::Unknown), "{forged}");
        }
    }

    #[test]
    fn sessions_end_when_the_key_is_replaced_removed_or_spoilt_and_not_by_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let key = folder.path().join("session.key");
        let out = folder.path().join("signed-out");
        let open = || Sessions::open(&key, &out, NOW).unwrap();
        let vijay = user("vijay", "correct horse battery");
        let register = register(&[&vijay]);
        let sessions = open();
        let good = |sessions: &Sessions, text: &str| sessions.check(text, &register, NOW).is_ok();
        let text = sessions.begin(&vijay, NOW).unwrap();
        assert!(!sessions.refresh() && good(&sessions, &text) && good(&open(), &text));
        let (session, _) = sessions.check(&text, &register, NOW).unwrap();
        assert!(sessions.check_again(&session, &register, NOW).is_ok());

        std::fs::remove_file(&key).unwrap();
        assert!(sessions.refresh() && key.exists() && !good(&sessions, &text));
        let again = sessions.check_again(&session, &register, NOW);
        assert_eq!(again, Err(SessionError::Ended), "also for callers who were signed in");
        let text = sessions.begin(&vijay, NOW).unwrap();
        assert!(!sessions.refresh() && good(&sessions, &text) && good(&open(), &text));

        let other = "ab".repeat(32);
        std::fs::write(&key, &other).unwrap();
        assert!(sessions.refresh() && !sessions.refresh() && !good(&sessions, &text));
        let text = sessions.begin(&vijay, NOW).unwrap();
        assert!(good(&sessions, &text) && good(&open(), &text));

        std::fs::write(&key, "rubbish").unwrap();
        assert!(sessions.refresh() && !sessions.refresh() && !good(&sessions, &text));
        assert!(matches!(sessions.begin(&vijay, NOW), Err(BeginError::NoKey)), "it would not last");
        std::fs::write(&key, &other).unwrap();
        assert!(sessions.refresh() && good(&sessions, &text), "it was mended");
        std::fs::remove_file(&key).unwrap();
        std::fs::create_dir(&key).unwrap();
        assert!(sessions.refresh() && !sessions.refresh() && !good(&sessions, &text));
        std::fs::remove_dir(&key).unwrap();
        jobs_files::whole_file::create(&key, other.as_bytes()).unwrap();
        assert!(sessions.refresh() && good(&sessions, &text));

        let restarted = open();
        let (session, _) = restarted.check(&text, &register, NOW).unwrap();
        restarted.sign_out(&session, NOW).unwrap();
        assert!(!good(&restarted, &text) && !good(&open(), &text));
        let text = sessions.begin(&vijay, NOW).unwrap();
        std::fs::write(&out, "rubbish").unwrap();
        let restarted = open();
        assert!(!good(&restarted, &text));
        let text = restarted.begin(&vijay, NOW).unwrap();
        assert!(good(&restarted, &text), "who signs in again is accepted");
    }
}
