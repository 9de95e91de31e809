//! The key that signs sessions, and the file that it is kept in.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use jobs_files::permissions::{self, PermissionError};
use jobs_files::whole_file;

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
    #[error(transparent)]
    Permission(#[from] PermissionError),
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

impl SessionKeyError {
    /// Whether the file itself may be sound: perhaps no file descriptor was left.
    pub(crate) fn may_pass(&self) -> bool {
        use io::ErrorKind::{InvalidInput, PermissionDenied};
        match self {
            Self::Io { source, .. } | Self::Permission(PermissionError::Io { source, .. }) => {
                !matches!(source.kind(), InvalidInput | PermissionDenied)
            }
            _ => false,
        }
    }
}

/// The key that signs sessions.
pub struct SessionKey(pub(crate) [u8; 32]);

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

    /// The key in the file at `path`, which is made, readable by its owner alone, if there is none;
    /// and whether it was.
    ///
    /// # Errors
    /// [`SessionKeyError`].
    pub(crate) fn load_or_create(path: &Path) -> Result<(Self, bool), SessionKeyError> {
        let failed = |source| SessionKeyError::Io { path: path.into(), source };
        let text = match whole_file::read_text(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let key = Self::generate()?;
                let line = format!("{}\n", hex::encode(key.0));
                whole_file::create(path, line.as_bytes()).map_err(failed)?;
                return Ok((key, true));
            }
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(SessionKeyError::Malformed { path: path.into() });
            }
            Err(error) => return Err(failed(error)),
        };
        permissions::check_unread(path)?;
        let mut bytes = [0; 32];
        hex::decode_to_slice(text.trim_end(), &mut bytes)
            .map_err(|_| SessionKeyError::Malformed { path: path.into() })?;
        Ok((Self(bytes), false))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_key_is_made_once_and_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.key");
        let (key, is_new) = SessionKey::load_or_create(&path).unwrap();
        assert!(is_new);
        let (again, is_new) = SessionKey::load_or_create(&path).unwrap();
        assert!(again.0 == key.0 && !is_new);
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
