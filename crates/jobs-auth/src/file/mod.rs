//! `auth.toml`: the users and the tokens, as read.
//!
//! ```toml
//! [[user]]
//! name = "vijay"
//! role = "operator"                # or auditor, or admin
//! password = "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0…" # optional
//! disabled = true                  # optional
//! created_at = "2026-01-28T15:04:53.003687Z" # optional
//!
//! [[token]]
//! sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
//! user = "vijay"
//! role = "operator"                # only for a user who is not listed above
//! name = "laptop"                  # optional
//! disabled = true                  # optional: it was revoked
//! comment = "for the nightly run"  # optional
//! created_at = "2026-01-28T15:04:53.003687Z" # optional
//! made_by = "vijay"                # optional: who made it over HTTP
//! expires_at = "2026-04-28T15:04:53.003687Z" # optional: until then it is accepted
//! revoked_at = "2026-02-28T15:04:53.003687Z" # optional
//! ```
//!
//! There is no password and no token in it, only their hashes.

mod content;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jobs_core::escape::shell_word;
use jobs_core::{Timestamp, UserId};
use jobs_files::{permissions, whole_file};

use crate::clock::since_1970;
use crate::identity::Identity;
use crate::name_form;
use crate::password::PasswordHash;
use crate::register::{Register, User};
use crate::role::Role;
use crate::token::{Token, TokenDigest, TokenHandle, handle};

use self::content::{Fault, understand};

pub(crate) use self::content::{check_is_person, check_token_name};

/// The most bytes of a token's name.
pub const TOKEN_NAME_BYTES_MAX: usize = 64;

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
    #[error(
        "{path}: other users may write to it (mode {mode:o}); run: chmod 600 {}",
        shell_word(path)
    )]
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
    /// The change that was asked for cannot be made, because of what is there.
    #[error("{0}")]
    Refused(String),
    /// A name that was given belongs to another.
    #[error("{reason}")]
    Taken {
        /// Which part of what was given: `name`, `user`.
        field: &'static str,
        /// Why it cannot be taken.
        reason: String,
    },
    /// Sessions that are to end with the change have ended, but may go on after a restart.
    #[error("the end of the user's sessions could not be written down: {0}")]
    Sessions(io::Error),
    /// There is no such user or token.
    #[error("{0}")]
    Unknown(String),
    /// What was given cannot be taken.
    #[error("{field}: {reason}")]
    Invalid {
        /// Which part of it: `name`, `user`, `role`, `expires_at`.
        field: &'static str,
        /// The rule that it breaks.
        reason: String,
    },
    /// There are no random bytes to make a token of.
    #[error("no random bytes to make a token of: {0}")]
    Random(getrandom::Error),
}

impl AuthFileError {
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io { path: path.into(), source }
    }
}

/// A user, as the file lists it.
#[derive(Debug, Clone)]
pub struct UserEntry {
    /// The user.
    pub name: UserId,
    /// What the user may do.
    pub role: Role,
    /// The hash of the password, if the user has one.
    pub password: Option<PasswordHash>,
    /// Whether the user may do nothing any more.
    pub disabled: bool,
    /// When the entry was made, if it says so.
    pub created_at: Option<String>,
}

/// A token, as the file lists it.
#[derive(Clone)]
pub struct TokenEntry {
    /// Its name among its user's tokens, or one that was made from its digest and gives nothing
    /// away.
    pub name: String,
    /// Whose it is, and what it may do.
    pub identity: Identity,
    /// Whether it was revoked.
    pub disabled: bool,
    /// What it is for, if the file says so.
    pub comment: Option<String>,
    /// When it was made, if the file says so.
    pub created_at: Option<String>,
    /// Who made it over HTTP, if the file says so.
    pub made_by: Option<String>,
    /// The last moment at which it is accepted, if there is one.
    pub expires_at: Option<Timestamp>,
    /// When it was revoked, if the file says so.
    pub revoked_at: Option<String>,
    pub(crate) digest: TokenDigest,
}

impl TokenEntry {
    /// Whether it is the token with this digest.
    #[must_use]
    pub fn is(&self, digest: &TokenDigest) -> bool {
        self.digest == *digest
    }

    /// By what [`read_token_uses`](crate::read_token_uses) knows it.
    #[must_use]
    pub fn handle(&self) -> TokenHandle {
        handle(&self.digest)
    }

    /// What the register has of it; nothing when it was revoked.
    #[must_use]
    pub fn accepted<'a>(&self, register: &'a Register) -> Option<&'a Token> {
        register.token(&self.digest)
    }
}

impl std::fmt::Debug for TokenEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TokenEntry({} of {})", self.name, self.identity.user)
    }
}

/// What the file lists, in its order.
#[derive(Debug, Clone, Default)]
pub struct AuthFile {
    /// The users.
    pub users: Vec<UserEntry>,
    /// The tokens, those that were revoked included.
    pub tokens: Vec<TokenEntry>,
}

impl AuthFile {
    /// Reads the file; `None` when there is none.
    ///
    /// # Errors
    /// [`AuthFileError`], naming the line.
    pub fn load(path: &Path) -> Result<Option<Self>, AuthFileError> {
        match read(path)? {
            Some(text) => Self::parse(path, &text).map(Some),
            None => Ok(None),
        }
    }

    /// What `text`, the content of the file at `path`, lists.
    pub(crate) fn parse(path: &Path, text: &str) -> Result<Self, AuthFileError> {
        understand(text).map_err(|Fault { offset, reason }| {
            let before = text.as_bytes().iter().take(offset);
            let line = 1 + before.filter(|byte| **byte == b'\n').count();
            AuthFileError::Malformed { path: path.into(), line, reason }
        })
    }

    /// The users and tokens that it accepts.
    #[must_use]
    pub fn register(&self) -> Register {
        let mut register = Register::default();
        for UserEntry { name, role, password, disabled, .. } in &self.users {
            let identity = Arc::new(Identity { user: name.clone(), role: *role });
            // No name and no token is there twice.
            register.insert_user(User {
                identity,
                password: password.clone(),
                disabled: *disabled,
            });
        }
        for token in &self.tokens {
            let TokenEntry { name, identity, digest, .. } = token;
            if token.disabled {
                register.insert_revoked(*digest, name, &identity.user);
            } else {
                let expires = token.expires_at.map(since_1970);
                register.insert(*digest, Token::new(name.clone(), identity.clone(), expires));
            }
        }
        register
    }

    /// The name in the file, of a user or of a token's, that differs from `name` in its form alone.
    pub(crate) fn other_form(&self, name: &UserId) -> Option<&UserId> {
        let form = name_form::form(name.as_str());
        let users = self.users.iter().map(|user| &user.name);
        let mut names = users.chain(self.tokens.iter().map(|token| &token.identity.user));
        names.find(|known| *known != name && name_form::form(known.as_str()) == form)
    }

    /// The user of this name.
    #[must_use]
    pub fn user(&self, name: &UserId) -> Option<&UserEntry> {
        self.users.iter().find(|user| user.name == *name)
    }
}

/// The file's text; `None` when there is none.
pub(crate) fn read(path: &Path) -> Result<Option<String>, AuthFileError> {
    let text = match whole_file::read_text(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(AuthFileError::io(path, source)),
    };
    check_mode(path)?;
    Ok(Some(text))
}

/// A user who may write to the file can grant themselves access. From its hashes, passwords can be
/// guessed.
fn check_mode(path: &Path) -> Result<(), AuthFileError> {
    let mode = permissions::mode(path).map_err(|source| AuthFileError::io(path, source))?;
    if mode & 0o022 != 0 {
        return Err(AuthFileError::Writable { path: path.into(), mode });
    }
    if mode & 0o044 != 0 {
        let word = shell_word(path);
        let path = path.display();
        tracing::warn!("{path}: other users may read it (mode {mode:o}); run: chmod 600 {word}");
    }
    Ok(())
}
