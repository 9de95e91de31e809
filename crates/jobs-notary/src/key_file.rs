//! `ledger.key`: the signing key of a ledger, one line, readable by its owner alone.

use std::io;
use std::path::{Path, PathBuf};

use jobs_core::log::{Origin, SigningKey};
use jobs_files::permissions::{self, PermissionError};
use jobs_files::{directory, whole_file};

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
    #[error(transparent)]
    Permission(#[from] PermissionError),
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

/// The second line of a key file that no start has completed.
const NEW: &str = "new: the anchors may lack their first checkpoint";

/// What there is at the path of a key.
#[derive(Debug)]
pub enum KeyFile {
    /// Nothing.
    Missing,
    /// A key that signs for nobody yet: it was [kept](create) and not [completed](complete). Some
    /// anchors may have their first checkpoint, and others none.
    New(SigningKey),
    /// The key of a ledger, whose anchors had a checkpoint.
    Complete(SigningKey),
}

/// What is in the file at `path`.
///
/// # Errors
/// [`KeyFileError`].
pub fn read(path: &Path) -> Result<KeyFile, KeyFileError> {
    let failed = |source| KeyFileError::Io { path: path.into(), source };
    let text = match whole_file::read(path, BYTES_MAX) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(KeyFile::Missing),
        Err(error) => return Err(failed(error)),
    };
    permissions::check_unread(path)?;
    let text = text.trim_end();
    let (text, is_new) = match text.strip_suffix(NEW) {
        Some(key) => (key.trim_end(), true),
        None => (text, false),
    };
    let key = SigningKey::from_secret_text(text)
        .map_err(|source| KeyFileError::Malformed { path: path.into(), source })?;
    Ok(if is_new { KeyFile::New(key) } else { KeyFile::Complete(key) })
}

/// The key of a ledger in the file at `path`; `None` when there is no file, and when no start has
/// completed the key.
///
/// # Errors
/// [`KeyFileError`].
pub fn load(path: &Path) -> Result<Option<SigningKey>, KeyFileError> {
    Ok(match read(path)? {
        KeyFile::Complete(key) => Some(key),
        KeyFile::Missing | KeyFile::New(_) => None,
    })
}

/// Keeps `key` at `path`, as new.
///
/// ```text
/// PRIVATE+KEY+ledger.example.com/log+…
/// new: the anchors may lack their first checkpoint
/// ```
///
/// The second line tells a start that was cut short from anchors that somebody has emptied. It is
/// in the file, and not in its name: only somebody who can read the key can make it new again.
///
/// # Errors
/// [`KeyFileError`]; also when there is something at `path`.
pub fn create(path: &Path, key: &SigningKey) -> Result<(), KeyFileError> {
    let failed = |source| KeyFileError::Io { path: path.into(), source };
    let lines = format!("{}\n{NEW}\n", key.to_secret_text());
    whole_file::create(path, lines.as_bytes()).map_err(failed)
}

/// Checks that a key can be [kept](create) at `path`, and leaves nothing behind.
///
/// # Errors
/// [`KeyFileError::Io`].
pub fn check_creation(path: &Path) -> Result<(), KeyFileError> {
    tempfile::tempfile_in(directory::of(path))
        .map(drop)
        .map_err(|source| KeyFileError::Io { path: path.into(), source })
}

/// Says in the file at `path` that every anchor has a checkpoint that its key has signed.
///
/// # Errors
/// [`KeyFileError`].
pub fn complete(path: &Path) -> Result<(), KeyFileError> {
    let KeyFile::New(key) = read(path)? else { return Ok(()) };
    let failed = |source| KeyFileError::Io { path: path.into(), source };
    let line = format!("{}\n", key.to_secret_text());
    whole_file::replace(path, line.as_bytes()).map_err(failed)
}

/// Refuses a key of another ledger than `origin`, if that is given.
///
/// # Errors
/// [`KeyFileError::Origin`].
pub fn check_origin(
    path: &Path,
    key: &SigningKey,
    origin: Option<&Origin>,
) -> Result<(), KeyFileError> {
    let found = key.verifier().name();
    match origin {
        Some(expected) if expected != found => {
            let expected = expected.clone();
            let found = found.clone();
            Err(KeyFileError::Origin { path: path.into(), expected, found })
        }
        _ => Ok(()),
    }
}

/// A new key, not stored yet, for the ledger `origin` or, without one, for a ledger with a unique
/// name.
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

/// A unique name for a ledger that was given none.
fn name_of_its_own() -> Result<Origin, KeyFileError> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(KeyFileError::Random)?;
    let name = format!("job-ledger/{:016x}", u64::from_be_bytes(random));
    Ok(Origin::new(name).unwrap_or_else(|error| unreachable!("hex digits: {error}")))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_key_is_new_until_it_is_completed_and_readable_by_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.key");
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert!(matches!(read(&path).unwrap(), KeyFile::Missing) && load(&path).unwrap().is_none());
        let key = generate(None).unwrap();
        create(&path, &key).unwrap();
        assert_eq!(mode(), 0o600);
        let KeyFile::New(found) = read(&path).unwrap() else { panic!("it is not new") };
        assert_eq!(found.verifier(), key.verifier());
        assert!(load(&path).unwrap().is_none(), "nobody else uses it yet");
        assert!(create(&path, &key).is_err());
        complete(&path).unwrap();
        assert_eq!(mode(), 0o600);
        assert_eq!(load(&path).unwrap().unwrap().verifier(), key.verifier());
        let other = generate(None).unwrap();
        assert_ne!(other.verifier().name(), key.verifier().name());
    }

    #[test]
    fn a_key_that_cannot_be_trusted_is_refused_and_not_shown() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.key");
        let origin = Origin::new("ledger.test").unwrap();
        let key = generate(Some(origin.clone())).unwrap();
        create(&path, &key).unwrap();
        let other = Origin::new("other.test").unwrap();
        check_origin(&path, &key, None).unwrap();
        check_origin(&path, &key, Some(&origin)).unwrap();
        let error = check_origin(&path, &key, Some(&other)).unwrap_err();
        assert!(matches!(error, KeyFileError::Origin { .. }), "{error}");

        complete(&path).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("ledger.test", "ledger.best")).unwrap();
        let error = load(&path).unwrap_err();
        assert!(matches!(error, KeyFileError::Malformed { .. }), "{error}");
        // `PRIVATE+KEY+name+id+secret`, and base64 may contain a `+`.
        let secret = text.trim_end().splitn(5, '+').last().unwrap();
        assert!(!format!("{error} {error:?}").contains(secret));

        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let error = load(&path).unwrap_err().to_string();
        assert!(error.contains("chmod 600"), "{error}");
    }
}
