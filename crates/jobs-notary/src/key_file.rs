//! `ledger.key`: the signing key of a ledger, one line, readable by its owner alone.

use std::path::{Path, PathBuf};
use std::{fs, io};

use jobs_core::log::{Origin, SigningKey};

use crate::whole_file;

/// The most bytes of the file: a key of the longest name has some 400.
const BYTES_MAX: u64 = 4096;

/// Why the key cannot be used. No message shows any of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeyFileError {
    /// It cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Others could sign in the ledger's name.
    #[error("{path}: other users may read it (mode {mode:o}); run: chmod 600 {path}")]
    Readable {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It holds something else.
    #[error("{path}: {source}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: jobs_core::ProofError,
    },
    /// It belongs to a ledger of another name.
    #[error("{path}: is the key of {found}, not of {expected}; a ledger keeps its name")]
    Origin {
        /// The file.
        path: PathBuf,
        /// The name that was asked for.
        expected: Origin,
        /// The name in the file.
        found: Origin,
    },
    /// There are no random bytes to make a key of.
    #[error("no random bytes to make a key of: {0}")]
    Random(getrandom::Error),
}

/// The key in the file at `path`; `None` when there is no file.
///
/// # Errors
/// [`KeyFileError`].
pub fn load(path: &Path) -> Result<Option<SigningKey>, KeyFileError> {
    let failed = |source| KeyFileError::Io { path: path.into(), source };
    let text = match whole_file::read(path, BYTES_MAX) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path).map_err(failed)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(KeyFileError::Readable { path: path.into(), mode });
        }
    }
    SigningKey::from_secret_text(text.trim_end())
        .map(Some)
        .map_err(|source| KeyFileError::Malformed { path: path.into(), source })
}

/// The key in the file at `path`. If there is no file, a key is made and kept there, for the ledger `origin` or,
/// without one, for a ledger with a name of its own.
///
/// # Errors
/// [`KeyFileError`]; also when the file is the key of another ledger than `origin`.
pub fn load_or_create(path: &Path, origin: Option<Origin>) -> Result<SigningKey, KeyFileError> {
    let Some(key) = load(path)? else { return create(path, origin) };
    let found = key.verifier().name();
    match origin {
        Some(expected) if expected != *found => {
            let found = found.clone();
            Err(KeyFileError::Origin { path: path.into(), expected, found })
        }
        _ => Ok(key),
    }
}

fn create(path: &Path, origin: Option<Origin>) -> Result<SigningKey, KeyFileError> {
    let key = generate(origin)?;
    let failed = |source| KeyFileError::Io { path: path.into(), source };
    let line = format!("{}\n", key.to_secret_text());
    whole_file::create(path, line.as_bytes()).map_err(failed)?;
    Ok(key)
}

/// A new key that is kept in no file, for the ledger `origin` or, without one, for a ledger with a name of its own.
///
/// # Errors
/// [`KeyFileError::Random`].
pub fn generate(origin: Option<Origin>) -> Result<SigningKey, KeyFileError> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(KeyFileError::Random)?;
    let origin = match origin {
        Some(origin) => origin,
        None => name_of_its_own()?,
    };
    Ok(SigningKey::from_seed(origin, &seed))
}

/// A name that no other ledger has, for one that was given none.
fn name_of_its_own() -> Result<Origin, KeyFileError> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(KeyFileError::Random)?;
    let name = format!("job-ledger/{:016x}", u64::from_be_bytes(random));
    Ok(Origin::new(name).unwrap_or_else(|error| unreachable!("hex digits: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_readable_by_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.key");
        assert!(load(&path).unwrap().is_none());
        let key = load_or_create(&path, None).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let again = load_or_create(&path, Some(key.verifier().name().clone())).unwrap();
        assert_eq!(again.verifier(), key.verifier());
        let other = load_or_create(&folder.path().join("other.key"), None).unwrap();
        assert_ne!(other.verifier().name(), key.verifier().name());
    }

    #[test]
    fn a_key_that_cannot_be_trusted_is_refused_and_not_shown() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.key");
        let origin = Origin::new("ledger.test").unwrap();
        load_or_create(&path, Some(origin.clone())).unwrap();
        let other = Origin::new("other.test").unwrap();
        let error = load_or_create(&path, Some(other)).unwrap_err();
        assert!(matches!(error, KeyFileError::Origin { .. }), "{error}");

        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("ledger.test", "ledger.best")).unwrap();
        let error = load_or_create(&path, Some(origin)).unwrap_err();
        assert!(matches!(error, KeyFileError::Malformed { .. }), "{error}");
        // `PRIVATE+KEY+name+id+secret`, and base64 may have a `+` of its own.
        let secret = text.trim_end().splitn(5, '+').last().unwrap();
        assert!(!format!("{error} {error:?}").contains(secret));

        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let error = load(&path).unwrap_err().to_string();
        assert!(error.contains("chmod 600"), "{error}");
    }
}
