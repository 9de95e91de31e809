//! Changes to `auth.toml`: one at a time, with the file whole at every moment, and what people
//! wrote into it kept.
//!
//! A program that changes the file holds the lock on `auth.toml.lock` from reading to writing, so
//! that neither of two simultaneous changes is lost. Readers need no lock.

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use jobs_core::{Timestamp, UserId};
use jobs_files::{lock_file, whole_file};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::file::{
    self, AuthFile, AuthFileError, TOKEN_NAME_BYTES_MAX, TokenEntry, UserEntry, check_token_name,
};
use crate::identity::Identity;
use crate::password::PasswordHash;
use crate::role::Role;
use crate::token::{TokenDigest, digest, mint_token};

/// How a new file begins.
const HEAD: &str = "\
# Who may use the server. Change it with `jobctl user` and `jobctl token`, or by hand; a running server notices.
# Roles: operator (runs actions, sees their own jobs), auditor (sees all, changes nothing), admin.

";

type Result<T> = std::result::Result<T, AuthFileError>;

/// Decides on a change: what the file says, and what it would say.
type Rule = dyn Fn(&AuthFile, &AuthFile) -> Result<()> + Send + Sync;

fn refused<T>(reason: impl Into<String>) -> Result<T> {
    Err(AuthFileError::Refused(reason.into()))
}

fn invalid<T>(field: &'static str, reason: impl Into<String>) -> Result<T> {
    Err(AuthFileError::Invalid { field, reason: reason.into() })
}

fn taken<T>(field: &'static str, reason: &str) -> Result<T> {
    Err(AuthFileError::Taken { field, reason: reason.to_owned() })
}

/// A token that is to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Whose it is.
    pub user: UserId,
    /// What it may do, for a user who is not listed.
    pub role: Option<Role>,
    /// Its name among the user's tokens; the user's own with a number, unless given.
    pub name: Option<String>,
    /// What it is for.
    pub comment: Option<String>,
    /// The last moment at which it is accepted; for ever without one.
    pub expires_at: Option<Timestamp>,
    /// Who makes it over HTTP.
    pub made_by: Option<UserId>,
    /// How many tokens the user may have then, revoked ones included, as these stay in the file.
    pub count_max: Option<usize>,
}

impl NewToken {
    /// A token of `user`, for ever.
    #[must_use]
    pub fn of(user: UserId, role: Option<Role>) -> Self {
        let (name, comment, expires_at) = (None, None, None);
        Self { user, role, name, comment, expires_at, made_by: None, count_max: None }
    }

    /// The same, with a name.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..self }
    }
}

/// Changes the file at a path. Why a change is refused is said without repeating what was given,
/// which somebody may have mixed up with a secret.
#[derive(Clone)]
pub struct AuthFileEditor {
    path: PathBuf,
    rule: Option<Arc<Rule>>,
}

impl std::fmt::Debug for AuthFileEditor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AuthFileEditor").field("path", &self.path).finish_non_exhaustive()
    }
}

impl AuthFileEditor {
    /// Changes the file at `path`, which need not exist; its directory must. Nobody is kept from
    /// locking themselves out: who may write to the file can undo that.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), rule: None }
    }

    /// The same, for changes that `rule` allows. It is asked under the lock, so on what the file
    /// says then and not on what somebody read before, and last: what it allows is written.
    #[must_use]
    pub fn ruled_by(
        self,
        rule: impl Fn(&AuthFile, &AuthFile) -> Result<()> + Send + Sync + 'static,
    ) -> Self {
        Self { rule: Some(Arc::new(rule)), ..self }
    }

    /// Whether this program ever made or changed the file here. A file that was written by hand, or
    /// comes from another server's directory, has no lock beside it.
    #[must_use]
    pub fn was_used(&self) -> bool {
        self.lock_path().exists()
    }

    /// Makes the file, with one token. There must be none yet.
    ///
    /// # Errors
    /// [`AuthFileError`]; nothing is changed.
    pub fn create_with_token(
        &self,
        digest: &TokenDigest,
        identity: &Identity,
        comment: &str,
    ) -> Result<()> {
        self.change(|document, now| {
            if !now.users.is_empty() || !now.tokens.is_empty() {
                return refused(format!("{}: is there already", self.path.display()));
            }
            let mut token = token_table(digest, &identity.user, Some(identity.role));
            token.insert("comment", value(comment));
            tables(document, "token")?.push(token);
            Ok(())
        })
    }

    /// Lists a user.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is listed already; nothing is changed.
    pub fn add_user(
        &self,
        name: &UserId,
        role: Role,
        password: Option<&PasswordHash>,
    ) -> Result<()> {
        self.change(|document, now| {
            check_person(name)?;
            if now.user(name).is_some() {
                return taken("user", "a user of this name is listed already");
            }
            check_form(now, name)?;
            let holds = |token: &&TokenEntry| token.identity.user == *name;
            if let Some(token) = now.tokens.iter().find(holds)
                && token.identity.role != role
            {
                return refused(format!(
                    "the user has the token {} with the role {}: give that role, or change the file by hand",
                    token.name, token.identity.role
                ));
            }
            let mut user = Table::new();
            user.insert("name", value(name.as_str()));
            user.insert("role", value(role.as_str()));
            if let Some(password) = password {
                user.insert("password", value(password.as_str()));
            }
            user.insert("created_at", value(Timestamp::now().to_string()));
            tables(document, "user")?.push(user);
            Ok(())
        })
    }

    /// Gives a user another password. Sessions that were begun with the previous one end.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is not listed; nothing is changed.
    pub fn set_password(&self, name: &UserId, password: &PasswordHash) -> Result<()> {
        self.change_user(name, |user| {
            user.insert("password", value(password.as_str()));
        })
    }

    /// The same, unless the user has another password by now than `current`, or one at all if that
    /// is `None`.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is not listed; nothing is changed.
    pub fn change_password(
        &self,
        name: &UserId,
        current: Option<&PasswordHash>,
        password: &PasswordHash,
    ) -> Result<()> {
        self.change(|document, now| {
            if listed(now, name)?.password.as_ref() != current {
                return refused("the password was changed meanwhile");
            }
            let user = table(document, "user", position_of_user(now, name))?;
            user.insert("password", value(password.as_str()));
            Ok(())
        })
    }

    /// Gives a user another role.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is not listed; nothing is changed.
    pub fn set_role(&self, name: &UserId, role: Role) -> Result<()> {
        self.change(|document, now| {
            listed(now, name)?;
            // Tokens of a listed user have its role, and may say so.
            for (place, token) in now.tokens.iter().enumerate() {
                if token.identity.user == *name {
                    table(document, "token", Some(place))?.remove("role");
                }
            }
            let user = table(document, "user", position_of_user(now, name))?;
            user.insert("role", value(role.as_str()));
            Ok(())
        })
    }

    /// Disables a user, who can then do nothing, by password, session, token or any other way.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is not listed; nothing is changed.
    pub fn disable_user(&self, name: &UserId) -> Result<()> {
        self.change_user(name, |user| {
            user.insert("disabled", value(true));
        })
    }

    /// Enables a user who was disabled. A user who has a password needs a new one, so that earlier
    /// sessions do not go on.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is not listed, or has a password and is given none;
    /// nothing is changed.
    pub fn enable_user(&self, name: &UserId, password: Option<&PasswordHash>) -> Result<()> {
        self.change(|document, now| {
            let had_one = listed(now, name)?.password.is_some();
            if had_one && password.is_none() {
                return refused("the user needs a new password");
            }
            let user = table(document, "user", position_of_user(now, name))?;
            user.remove("disabled");
            if let Some(password) = password {
                user.insert("password", value(password.as_str()));
            }
            Ok(())
        })
    }

    /// Makes a token, and returns it and its name: the one that was asked for, or the user's with a
    /// number. The token itself is not stored.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the name is taken, or the role does not fit; nothing is
    /// changed.
    pub fn new_token(&self, new: &NewToken) -> Result<(String, String)> {
        let token = mint_token().map_err(AuthFileError::Random)?;
        let digest = digest(&token);
        let NewToken { user, role, comment, expires_at, made_by, .. } = new;
        let name = self.change(|document, now| {
            check_new_token(now, new)?;
            let is_listed = now.user(user).is_some();
            let name = free_token_name(now, user, new.name.as_deref())?;
            let mut token = token_table(&digest, user, role.filter(|_| !is_listed));
            token.insert("name", value(&name));
            if let Some(comment) = comment {
                token.insert("comment", value(comment));
            }
            if let Some(expires_at) = expires_at {
                token.insert("expires_at", value(expires_at.to_string()));
            }
            if let Some(made_by) = made_by {
                token.insert("made_by", value(made_by.as_str()));
            }
            tables(document, "token")?.push(token);
            Ok(name)
        })?;
        Ok((token, name))
    }

    /// Revokes the only token of this name. It stays in the file, marked, so that the user has no
    /// other of that name.
    ///
    /// # Errors
    /// [`AuthFileError`], also when there is no such token, or several users have one; nothing is
    /// changed.
    pub fn revoke_token(&self, name: &str) -> Result<()> {
        self.revoke(name, None)
    }

    /// The same for the token of this name that `user` has.
    ///
    /// # Errors
    /// [`AuthFileError`], also when there is no such token; nothing is changed.
    pub fn revoke_token_of(&self, user: &UserId, name: &str) -> Result<()> {
        self.revoke(name, Some(user))
    }

    fn revoke(&self, name: &str, of: Option<&UserId>) -> Result<()> {
        self.change(|document, now| {
            let is_it = |token: &TokenEntry| {
                token.name == name && of.is_none_or(|user| token.identity.user == *user)
            };
            let mut found = (0..).zip(&now.tokens).filter(|(_, token)| is_it(token));
            let Some((position, _)) = found.next() else {
                let reason = format!("there is no token {name}; see: jobctl token list");
                return Err(AuthFileError::Unknown(reason));
            };
            if found.next().is_some() {
                return refused(format!("several users have a token {name}: name the user, too"));
            }
            let token = table(document, "token", Some(position))?;
            token.insert("disabled", value(true));
            // The first time counts.
            token.entry("revoked_at").or_insert_with(|| value(Timestamp::now().to_string()));
            Ok(())
        })
    }

    fn change_user(&self, name: &UserId, change: impl FnOnce(&mut Table)) -> Result<()> {
        self.change(|document, now| {
            listed(now, name)?;
            change(table(document, "user", position_of_user(now, name))?);
            Ok(())
        })
    }

    /// Reads, changes and writes the file, all under the lock. What is written is read back first:
    /// this program leaves no file behind that it would refuse.
    fn change<T>(
        &self,
        change: impl FnOnce(&mut DocumentMut, &AuthFile) -> Result<T>,
    ) -> Result<T> {
        let _locked = self.lock().map_err(|source| AuthFileError::io(&self.path, source))?;
        let text = file::read(&self.path)?;
        // A file that exists lists somebody.
        let now = match &text {
            Some(text) => AuthFile::parse(&self.path, text)?,
            None => AuthFile::default(),
        };
        let head = if text.is_none() { HEAD } else { "" };
        let mut document: DocumentMut = text
            .unwrap_or_default()
            .parse()
            .map_err(|error: toml_edit::TomlError| AuthFileError::Refused(error.to_string()))?;
        let done = change(&mut document, &now)?;
        let text = format!("{head}{document}");
        let changed = AuthFile::parse(&self.path, &text)?;
        if let Some(rule) = &self.rule {
            rule(&now, &changed)?;
        }
        whole_file::replace_keeping_owner(&self.path, text.as_bytes())
            .map_err(|source| AuthFileError::io(&self.path, source))?;
        Ok(done)
    }

    /// Waits for the lock. The operating system releases it when the process ends, in whichever
    /// way.
    fn lock(&self) -> io::Result<File> {
        let path = self.lock_path();
        let file = lock_file::open(&path).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidInput => {
                io::Error::new(error.kind(), format!("{} {error}", path.display()))
            }
            _ => error,
        })?;
        file.lock()?;
        Ok(file)
    }

    fn lock_path(&self) -> PathBuf {
        self.path.with_extension("toml.lock")
    }
}

/// Refuses a token that does not fit what is listed.
fn check_new_token(now: &AuthFile, new: &NewToken) -> Result<()> {
    let NewToken { user, role, count_max, .. } = new;
    check_person(user)?;
    check_form(now, user)?;
    match (now.user(user), role) {
        (None, None) => {
            return refused("the user is not listed: add the user first, or give a role");
        }
        (Some(listed), Some(role)) if listed.role != *role => {
            return refused(format!("the user is listed as {}", listed.role));
        }
        (Some(listed), _) if listed.disabled => {
            return refused("the user is disabled");
        }
        _ => {}
    }
    let count = now.tokens.iter().filter(|token| token.identity.user == *user).count();
    match count_max {
        Some(most) if count >= *most => refused(format!(
            "the user has {count} tokens, revoked ones included, and no more can be made this way"
        )),
        _ => Ok(()),
    }
}

/// Refuses the names of our own programs.
fn check_person(name: &UserId) -> Result<()> {
    let reason = "is the name of a program of the ledger, and no user's";
    file::check_is_person(name).or_else(|_| invalid("user", reason))
}

/// Refuses a name that differs from one in the file in form alone.
fn check_form(now: &AuthFile, name: &UserId) -> Result<()> {
    match now.other_form(name) {
        Some(known) => refused(format!(
            "the name differs from {known} in its form alone (case, or how characters are made up): write {known}"
        )),
        None => Ok(()),
    }
}

fn position_of_user(now: &AuthFile, name: &UserId) -> Option<usize> {
    now.users.iter().position(|user| user.name == *name)
}

fn listed<'a>(now: &'a AuthFile, name: &UserId) -> Result<&'a UserEntry> {
    now.user(name).ok_or_else(|| AuthFileError::Unknown(format!("there is no user {name}")))
}

/// The name that was asked for, or the user's with a number.
fn free_token_name(now: &AuthFile, user: &UserId, asked: Option<&str>) -> Result<String> {
    // Only of the user's own: nobody is told of others' tokens.
    let has = |token: &TokenEntry, name: &str| token.identity.user == *user && token.name == name;
    let is_taken = |name: &str| now.tokens.iter().any(|token| has(token, name));
    if let Some(name) = asked {
        check_token_name(name).or_else(|reason| invalid("name", reason))?;
        if is_taken(name) {
            return taken("name", "the user has, or had, a token of this name: give another");
        }
        return Ok(name.to_owned());
    }
    let stem = Some(user.as_str()).filter(|name| check_token_name(name).is_ok());
    // With the longest number, it must still fit.
    let stem = stem.filter(|name| name.len() <= TOKEN_NAME_BYTES_MAX - "-9999999".len());
    let stem = stem.unwrap_or("token");
    let free = (1_u32..).map(|n| format!("{stem}-{n}")).find(|name| !is_taken(name));
    Ok(free.unwrap_or_default())
}

fn token_table(digest: &TokenDigest, user: &UserId, role: Option<Role>) -> Table {
    let mut token = Table::new();
    token.insert("sha256", value(hex::encode(digest)));
    token.insert("user", value(user.as_str()));
    if let Some(role) = role {
        token.insert("role", value(role.as_str()));
    }
    token.insert("created_at", value(Timestamp::now().to_string()));
    token
}

/// The tables `[[name]]`, made if there are none.
fn tables<'a>(document: &'a mut DocumentMut, name: &str) -> Result<&'a mut ArrayOfTables> {
    let item = document.entry(name).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    item.as_array_of_tables_mut().ok_or_else(|| {
        let reason = format!("{name} is not written as [[{name}]]: rewrite it by hand first");
        AuthFileError::Refused(reason)
    })
}

fn table<'a>(
    document: &'a mut DocumentMut,
    name: &str,
    position: Option<usize>,
) -> Result<&'a mut Table> {
    let found = position.and_then(|position| tables(document, name).ok()?.get_mut(position));
    found.ok_or_else(|| {
        AuthFileError::Refused(format!("{name} is not written as [[{name}]]: change it by hand"))
    })
}

#[cfg(test)]
mod tests;
