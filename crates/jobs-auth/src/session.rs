//! Sessions: who signed in by password, as a signed text that the browser keeps and the server does not.
//!
//! ```text
//! base64url(id ‖ begun ‖ used ‖ credential ‖ user) . base64url(HMAC-SHA-256)
//!           16   8       8      16           the rest, UTF-8; times in seconds since 1970, big-endian
//! ```
//!
//! `credential` stands for the password that the session was begun with, so that all sessions of a user end with the
//! password. Since the server keeps none of this, sessions survive its restart.

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jobs_core::UserId;
use sha2::Sha256;

use crate::register::{Identity, Register, User};

/// How long a session may idle.
pub const IDLE_MAX: Duration = Duration::from_secs(15 * 60);

/// How long a session lasts at most, however much it is used.
pub const AGE_MAX: Duration = Duration::from_secs(12 * 60 * 60);

/// How many sessions that were signed out of are remembered until they would have ended anyway: 100,000 of 24 bytes,
/// one every half second.
const SIGNED_OUT_MAX: usize = 100_000;

type Id = [u8; 16];
type Credential = [u8; 16];

/// Why the key of the sessions cannot be used. No message shows any of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SessionKeyError {
    /// It cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Other users of the machine could sign in as anybody.
    #[error("{path}: other users may read it (mode {mode:o}); run: chmod 600 {path}")]
    Readable {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It holds something else.
    #[error(
        "{path}: must hold 64 hexadecimal digits; remove it to have a new one made, which ends all sessions"
    )]
    Malformed {
        /// The file.
        path: PathBuf,
    },
    /// There are no random bytes to make a key of.
    #[error("no random bytes to make a key of: {0}")]
    Random(#[from] getrandom::Error),
}

/// The key that signs sessions.
pub struct SessionKey([u8; 32]);

impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionKey(…)")
    }
}

impl SessionKey {
    /// A new key, kept in no file: its sessions end with the process.
    ///
    /// # Errors
    /// When the operating system gives no random bytes.
    pub fn generate() -> Result<Self, SessionKeyError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// The key in the file at `path`, which is made, readable by its owner alone, if there is none.
    ///
    /// # Errors
    /// [`SessionKeyError`].
    pub fn load_or_create(path: &Path) -> Result<Self, SessionKeyError> {
        let failed = |source| SessionKeyError::Io { path: path.into(), source };
        let text = match crate::file::read_text(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let key = Self::generate()?;
                write_new(path, &hex::encode(key.0)).map_err(failed)?;
                return Ok(key);
            }
            Err(error) => return Err(failed(error)),
        };
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(path).map_err(failed)?.permissions().mode() & 0o777;
            if mode & 0o077 != 0 {
                return Err(SessionKeyError::Readable { path: path.into(), mode });
            }
        }
        let mut bytes = [0; 32];
        hex::decode_to_slice(text.trim_end(), &mut bytes)
            .map_err(|_| SessionKeyError::Malformed { path: path.into() })?;
        Ok(Self(bytes))
    }
}

fn write_new(path: &Path, line: &str) -> io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let directory = directory.unwrap_or(Path::new("."));
    // Made with mode 0600.
    let mut file = tempfile::NamedTempFile::new_in(directory)?;
    writeln!(file, "{line}")?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    #[cfg(unix)]
    fs::File::open(directory)?.sync_all()?;
    Ok(())
}

/// A session that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    id: Id,
    user: UserId,
    begun: u64,
    used: u64,
    credential: Credential,
}

/// Why a text is no session that goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// It was not signed here.
    #[error("it is not of this server")]
    Unknown,
    /// It was a session: it idled too long, is too old, was signed out of, or its user was disabled or has another
    /// password.
    #[error("it has ended")]
    Ended,
}

/// Begins and checks sessions.
#[derive(Debug)]
pub struct Sessions {
    key: SessionKey,
    /// Those that were signed out of, each with the second in which it would have ended. Kept in memory alone: after a
    /// restart, a copy of such a session lasts for what is left of its 15 minutes.
    signed_out: Mutex<HashMap<Id, u64>>,
}

impl Sessions {
    /// Sessions that `key` signs.
    #[must_use]
    pub fn new(key: SessionKey) -> Self {
        Self { key, signed_out: Mutex::default() }
    }

    /// Begins a session of `user`, who gave the password at the time `now`, and gives it as a text.
    ///
    /// # Errors
    /// When the operating system gives no random bytes.
    pub fn begin(&self, user: &User, now: Duration) -> Result<String, getrandom::Error> {
        let mut id = Id::default();
        getrandom::fill(&mut id)?;
        let (begun, used) = (now.as_secs(), now.as_secs());
        let credential = self.credential(user).unwrap_or_default();
        Ok(self.sign(&Session { id, user: user.identity.user.clone(), begun, used, credential }))
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
        let since = |then: u64| now.saturating_sub(Duration::from_secs(then));
        if since(session.used) > IDLE_MAX || since(session.begun) > AGE_MAX {
            return Err(SessionError::Ended);
        }
        let user = register.user(&session.user).filter(|user| !user.disabled);
        let user = user.ok_or(SessionError::Ended)?;
        if self.credential(user) != Some(session.credential) || self.is_signed_out(&session) {
            return Err(SessionError::Ended);
        }
        Ok((session, Arc::clone(&user.identity)))
    }

    /// The session as it is now that it was used, for the browser to keep instead; `None` when nothing has changed.
    #[must_use]
    pub fn renew(&self, session: &Session, now: Duration) -> Option<String> {
        let used = now.as_secs();
        (used > session.used).then(|| self.sign(&Session { used, ..session.clone() }))
    }

    /// Ends a session, whoever has a copy of it.
    pub fn sign_out(&self, session: &Session, now: Duration) {
        let mut signed_out = self.signed_out.lock().unwrap_or_else(PoisonError::into_inner);
        if signed_out.len() >= SIGNED_OUT_MAX {
            signed_out.retain(|_, end| *end > now.as_secs());
        }
        if signed_out.len() >= SIGNED_OUT_MAX {
            // Not one that could be used again sooner: that which would have ended first.
            let first = signed_out.iter().min_by_key(|(_, end)| **end).map(|(id, _)| *id);
            first.and_then(|id| signed_out.remove(&id));
        }
        signed_out.insert(session.id, session.begun + AGE_MAX.as_secs());
    }

    fn is_signed_out(&self, session: &Session) -> bool {
        let signed_out = self.signed_out.lock().unwrap_or_else(PoisonError::into_inner);
        signed_out.contains_key(&session.id)
    }

    fn sign(&self, session: &Session) -> String {
        let Session { id, user, begun, used, credential } = session;
        let mut bytes = Vec::with_capacity(FIXED_BYTES + user.as_str().len());
        bytes.extend(id);
        bytes.extend(begun.to_be_bytes());
        bytes.extend(used.to_be_bytes());
        bytes.extend(credential);
        bytes.extend(user.as_str().as_bytes());
        let mac = self.mac(b"session", &bytes).finalize().into_bytes();
        format!("{}.{}", URL_SAFE_NO_PAD.encode(&bytes), URL_SAFE_NO_PAD.encode(mac))
    }

    fn read(&self, text: &str) -> Option<Session> {
        let (bytes, mac) = text.split_once('.')?;
        let bytes = URL_SAFE_NO_PAD.decode(bytes).ok()?;
        let mac = URL_SAFE_NO_PAD.decode(mac).ok()?;
        // Compares in constant time.
        self.mac(b"session", &bytes).verify_slice(&mac).ok()?;
        let (id, rest) = bytes.split_first_chunk()?;
        let (begun, rest) = rest.split_first_chunk()?;
        let (used, rest) = rest.split_first_chunk()?;
        let (credential, user) = rest.split_first_chunk()?;
        let user = UserId::new(std::str::from_utf8(user).ok()?).ok()?;
        let (begun, used) = (u64::from_be_bytes(*begun), u64::from_be_bytes(*used));
        Some(Session { id: *id, user, begun, used, credential: *credential })
    }

    /// Stands for the password that the user has now, and tells nothing of it.
    fn credential(&self, user: &User) -> Option<Credential> {
        let hash = user.password.as_ref()?.as_str();
        let mac = self.mac(b"credential", hash.as_bytes()).finalize().into_bytes();
        mac.first_chunk().copied()
    }

    /// A MAC over `bytes`, for one use of the key.
    fn mac(&self, used_for: &[u8], bytes: &[u8]) -> Hmac<Sha256> {
        let mac = Hmac::<Sha256>::new_from_slice(&self.key.0);
        let mut mac = mac.unwrap_or_else(|error| unreachable!("any length will do: {error}"));
        mac.update(used_for);
        mac.update(&[0]);
        mac.update(bytes);
        mac
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
        Sessions::new(SessionKey([7; 32]))
    }

    #[test]
    fn a_session_lasts_while_it_is_used() {
        let vijay = user("vijay", "correct horse battery");
        let (sessions, register) = (sessions(), register(&[&vijay]));
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
        let (sessions, register) = (sessions(), register(&[&vijay]));
        let text = sessions.begin(&vijay, NOW).unwrap();
        assert!(sessions.check(&text, &register, NOW + IDLE_MAX).is_ok());
        let late = NOW + IDLE_MAX + Duration::from_secs(1);
        assert_eq!(sessions.check(&text, &register, late), Err(SessionError::Ended));
        // The clock was set back: it is not the session's fault.
        assert!(sessions.check(&text, &register, NOW - IDLE_MAX).is_ok());
    }

    #[test]
    fn as_many_ended_sessions_are_remembered_as_there_may_be() {
        let vijay = user("vijay", "correct horse battery");
        let sessions = sessions();
        let begin = |now| sessions.read(&sessions.begin(&vijay, now).unwrap()).unwrap();
        let second = Duration::from_secs(1);
        let (first, next, last) = (begin(NOW), begin(NOW + second), begin(NOW + 2 * second));
        let others = (2..SIGNED_OUT_MAX).map(|n| {
            let mut id = [0; 16];
            id[..8].copy_from_slice(&n.to_be_bytes());
            (id, u64::MAX)
        });
        sessions.signed_out.lock().unwrap().extend(others);
        for session in [&next, &first, &last] {
            sessions.sign_out(session, NOW + 2 * second);
        }
        let remembered = [&first, &next, &last].map(|session| sessions.is_signed_out(session));
        assert_eq!(remembered, [false, true, true], "the first would have ended first");
        assert_eq!(sessions.signed_out.lock().unwrap().len(), SIGNED_OUT_MAX);
        // What has ended by itself need not be remembered.
        sessions.sign_out(&first, NOW + AGE_MAX + 3 * second);
        assert_eq!(sessions.signed_out.lock().unwrap().len(), SIGNED_OUT_MAX - 1);
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
        let (sessions, register) = (sessions(), register(&[&vijay]));
        let text = sessions.begin(&vijay, NOW).unwrap();
        let other = sessions.begin(&vijay, NOW).unwrap();
        let later = NOW + Duration::from_secs(60);
        let (session, _) = sessions.check(&text, &register, later).unwrap();
        let renewed = sessions.renew(&session, later).unwrap();
        sessions.sign_out(&session, later);
        for copy in [&text, &renewed] {
            assert_eq!(sessions.check(copy, &register, later), Err(SessionError::Ended));
        }
        assert!(sessions.check(&other, &register, later).is_ok());
    }

    #[test]
    fn what_was_not_signed_here_is_no_session() {
        let vijay = user("vijay", "correct horse battery");
        let (sessions, register) = (sessions(), register(&[&vijay]));
        let text = sessions.begin(&vijay, NOW).unwrap();
        let elsewhere = Sessions::new(SessionKey([8; 32])).begin(&vijay, NOW).unwrap();
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
    fn the_key_is_made_once_and_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.key");
        let key = SessionKey::load_or_create(&path).unwrap();
        assert_eq!(SessionKey::load_or_create(&path).unwrap().0, key.0);
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600);
        fs::write(&path, "abc").unwrap();
        let error = SessionKey::load_or_create(&path).unwrap_err().to_string();
        assert!(error.contains("64 hexadecimal digits"), "{error}");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let error = SessionKey::load_or_create(&path).unwrap_err().to_string();
        assert!(error.contains("chmod 600"), "{error}");
    }
}
