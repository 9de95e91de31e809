//! `auth.toml`: who may use the server.
//!
//! ```toml
//! [[token]]
//! sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
//! user = "vijay"
//! role = "operator"                # or auditor, or admin
//! comment = "laptop"               # optional
//! created_at = "2026-01-28T15:04:53.003687Z" # optional
//! ```
//!
//! The file holds no token, only the SHA-256 of each. It is written once, at the first start; afterwards the
//! administrator edits it, and the server reads it when it starts.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use jobs_core::{Timestamp, UserId};
use serde::Deserialize;
use toml::Spanned;

use crate::access::Role;
use crate::auth::{Identity, TokenDigest, Tokens};

/// Why `auth.toml` cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuthFileError {
    /// It is not what it should be.
    #[error("{path}, line {line}: {reason}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// Other users of the machine could let themselves in.
    #[error("{path}: other users may write to it (mode {mode:o}); run: chmod 600 {path}")]
    Writable {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    #[serde(default)]
    token: Vec<Spanned<Token>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Token {
    sha256: Spanned<String>,
    user: Spanned<String>,
    role: Role,
    #[serde(rename = "comment")]
    _comment: Option<String>,
    #[serde(rename = "created_at")]
    _created_at: Option<String>,
}

/// Reads the file; `None` when there is none.
///
/// # Errors
/// [`AuthFileError`], naming the line.
pub fn load(path: &Path) -> Result<Option<Tokens>, AuthFileError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(AuthFileError::Io { path: path.into(), source }),
    };
    check_mode(path)?;
    let tokens = parse(&text).map_err(|(offset, reason)| {
        let before = text.as_bytes().iter().take(offset);
        let line = 1 + before.filter(|byte| **byte == b'\n').count();
        AuthFileError::Malformed { path: path.into(), line, reason }
    })?;
    Ok(Some(tokens))
}

/// The tokens in `text`, or the offset of what is wrong and why.
fn parse(text: &str) -> Result<Tokens, (usize, String)> {
    let contents: Contents = toml::from_str(text).map_err(|error| {
        (error.span().map_or(0, |span| span.start), error.message().trim().to_owned())
    })?;
    let mut tokens = Tokens::default();
    for token in contents.token {
        let start = token.span().start;
        let token = token.into_inner();
        let sha256 = token.sha256.get_ref();
        let mut digest = TokenDigest::default();
        hex::decode_to_slice(sha256, &mut digest).map_err(|_| {
            (token.sha256.span().start, "sha256: must be 64 hexadecimal digits".to_owned())
        })?;
        let user = UserId::new(token.user.get_ref().as_str())
            .map_err(|error| (token.user.span().start, error.to_string()))?;
        if !tokens.insert(digest, Identity { user, role: token.role }) {
            return Err((start, format!("token {sha256} is given twice")));
        }
    }
    if tokens.is_empty() {
        let reason = "has no [[token]]; remove the file to have a first token made".to_owned();
        return Err((0, reason));
    }
    Ok(tokens)
}

/// Whoever may write to the file may let themselves in. Reading it is of little use (a digest of 256 random bits
/// cannot be inverted), and still nobody's business.
#[cfg(unix)]
fn check_mode(path: &Path) -> Result<(), AuthFileError> {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata =
        fs::metadata(path).map_err(|source| AuthFileError::Io { path: path.into(), source })?;
    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o022 != 0 {
        return Err(AuthFileError::Writable { path: path.into(), mode });
    }
    if mode & 0o044 != 0 {
        let path = path.display();
        tracing::warn!("{path}: other users may read it (mode {mode:o}); run: chmod 600 {path}");
    }
    Ok(())
}

#[cfg(not(unix))]
fn check_mode(_: &Path) -> Result<(), AuthFileError> {
    Ok(())
}

/// Writes the file with one token, durably and whole or not at all. There must be none yet, and nobody else may be
/// writing it; the lock of the data directory sees to that.
///
/// # Errors
/// [`AuthFileError::Io`].
pub fn create(
    path: &Path,
    digest: &TokenDigest,
    identity: &Identity,
    comment: &str,
) -> Result<(), AuthFileError> {
    let text = first_contents(digest, identity, comment);
    write_whole(path, &text).map_err(|source| AuthFileError::Io { path: path.into(), source })
}

fn first_contents(digest: &TokenDigest, identity: &Identity, comment: &str) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    format!(
        "# Who may use the server: the SHA-256 of each token (printf %s \"$TOKEN\" | sha256sum), its user,\n\
         # and a role: operator (runs actions, sees the own jobs), auditor (sees all, changes nothing), admin.\n\
         # Read when the server starts.\n\
         \n\
         [[token]]\n\
         sha256 = \"{}\"\n\
         user = {}\n\
         role = \"{}\"\n\
         comment = {}\n\
         created_at = \"{}\"\n",
        hex::encode(digest),
        quoted(identity.user.as_str()),
        identity.role.as_str(),
        quoted(comment),
        Timestamp::now(),
    )
}

fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let unfinished = path.with_extension("toml.unfinished");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&unfinished)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    #[cfg(unix)]
    if let Some(directory) = path.parent() {
        // The name is durable once the directory is.
        File::open(directory)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth;

    const HEX: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    fn line_and_reason(text: &str) -> String {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("auth.toml");
        write_whole(&path, text).unwrap();
        match load(&path).unwrap_err() {
            AuthFileError::Malformed { line, reason, .. } => format!("{line}: {reason}"),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn what_is_created_is_loaded_again() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("auth.toml");
        assert!(load(&path).unwrap().is_none());
        let identity = Identity { user: UserId::new("o'\"é").unwrap(), role: Role::Auditor };
        create(&path, &auth::digest("abc"), &identity, "made by a \"test\"").unwrap();
        let tokens = load(&path).unwrap().unwrap();
        assert_eq!(tokens.len(), 1);
        assert_eq!(*tokens.find("abc").unwrap(), identity);
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing is left over");
        assert!(!fs::read_to_string(&path).unwrap().contains("abc"));
    }

    #[test]
    fn what_is_malformed_is_refused_with_its_line() {
        let token = format!("[[token]]\nsha256 = \"{HEX}\"\nuser = \"a\"\nrole = \"admin\"\n");
        for (text, expected) in [
            (token.replace("admin", "root"), "4: unknown variant `root`"),
            (token.replace("9f86", "9f8"), "2: sha256: must be 64 hexadecimal digits"),
            (token.replace("\"a\"", "\"\""), "3: user_id: must not be empty"),
            (token.replace("user", "name"), "3: unknown field `name`"),
            (token.replace("user = \"a\"\n", ""), "1: missing field `user`"),
            (token.replace("[[token]]", "[[token]"), "1: "),
            (format!("{token}\n{token}"), "6: token 9f86"),
            (format!("x = 1\n{token}"), "1: unknown field `x`"),
            (String::new(), "1: has no [[token]]"),
        ] {
            let found = line_and_reason(&text);
            assert!(found.starts_with(expected), "{text}\n{found}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_private_and_must_stay_so() {
        use std::os::unix::fs::PermissionsExt as _;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("auth.toml");
        let identity = Identity { user: UserId::new("a").unwrap(), role: Role::Admin };
        create(&path, &auth::digest("abc"), &identity, "").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o620)).unwrap();
        assert!(matches!(load(&path), Err(AuthFileError::Writable { mode: 0o620, .. })));
    }
}
