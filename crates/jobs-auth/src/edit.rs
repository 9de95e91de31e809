//! Changes to `auth.toml`: one at a time, the file whole at every moment, and what people wrote into it kept.
//!
//! Whoever changes the file holds the lock on `auth.toml.lock` from reading to writing, so that two who do it at once
//! both have their way. Readers need no lock.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::PathBuf;

use jobs_core::{Timestamp, UserId};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::file::{
    self, AuthFile, AuthFileError, TOKEN_NAME_BYTES_MAX, UserEntry, check_token_name,
};
use crate::password::PasswordHash;
use crate::register::Identity;
use crate::role::Role;
use crate::token::{TokenDigest, digest, mint_token};
use crate::whole_file;

/// How a new file begins.
const HEAD: &str = "\
# Who may use the server. Change it with `jobctl user` and `jobctl token`, or by hand; a running server notices.
# Roles: operator (runs actions, sees their own jobs), auditor (sees all, changes nothing), admin.

";

type Result<T> = std::result::Result<T, AuthFileError>;

fn refused<T>(reason: impl Into<String>) -> Result<T> {
    Err(AuthFileError::Refused(reason.into()))
}

/// The file at a path, to be changed.
#[derive(Debug, Clone)]
pub struct AuthFileEditor {
    path: PathBuf,
}

impl AuthFileEditor {
    /// Changes the file at `path`, which need not exist; its directory must.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Whether the file was ever made or changed here by this program. One that was written by hand, or comes from another
    /// server's directory, has no lock beside it.
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
            file::check_is_person(name).or_else(refused)?;
            if now.user(name).is_some() {
                return refused(format!("the user {name} is listed already"));
            }
            check_form(now, name)?;
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

    /// Gives a user another password. Sessions that were begun with the one before end.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is not listed; nothing is changed.
    pub fn set_password(&self, name: &UserId, password: &PasswordHash) -> Result<()> {
        self.change_user(name, |user| {
            user.insert("password", value(password.as_str()));
        })
    }

    /// Lets a user do nothing any more, by password, session, token or any other way.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is not listed; nothing is changed.
    pub fn disable_user(&self, name: &UserId) -> Result<()> {
        self.change_user(name, |user| {
            user.insert("disabled", value(true));
        })
    }

    /// Lets a user in again who was disabled. With a new password for whoever has one, so that sessions which were begun
    /// before do not go on.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the user is not listed, or has a password and is given none; nothing is changed.
    pub fn enable_user(&self, name: &UserId, password: Option<&PasswordHash>) -> Result<()> {
        self.change(|document, now| {
            let had_one = listed(now, name)?.password.is_some();
            if had_one && password.is_none() {
                return refused(format!("{name} needs a new password"));
            }
            let user = table(document, "user", position_of_user(now, name))?;
            user.remove("disabled");
            if let Some(password) = password {
                user.insert("password", value(password.as_str()));
            }
            Ok(())
        })
    }

    /// Makes a token, and gives it and its name: the one that was asked for, or the user's with a number. The token is
    /// kept nowhere. `role` is for a user who is not listed.
    ///
    /// # Errors
    /// [`AuthFileError`], also when the name is taken, or the role does not fit; nothing is changed.
    pub fn new_token(
        &self,
        user: &UserId,
        role: Option<Role>,
        name: Option<&str>,
        comment: Option<&str>,
    ) -> Result<(String, String)> {
        let token = mint_token().map_err(AuthFileError::Random)?;
        let digest = digest(&token);
        let name = self.change(|document, now| {
            file::check_is_person(user).or_else(refused)?;
            check_form(now, user)?;
            let listed = now.user(user);
            match (listed, role) {
                (None, None) => {
                    return refused(format!(
                        "{user} is not listed as a user: add the user first, or give a role"
                    ));
                }
                (Some(listed), Some(role)) if listed.role != role => {
                    return refused(format!("{user} is listed as {}", listed.role));
                }
                (Some(listed), _) if listed.disabled => {
                    return refused(format!("the user {user} is disabled"));
                }
                _ => {}
            }
            let name = free_token_name(now, user, name)?;
            let mut token = token_table(&digest, user, role.filter(|_| listed.is_none()));
            token.insert("name", value(&name));
            if let Some(comment) = comment {
                token.insert("comment", value(comment));
            }
            tables(document, "token")?.push(token);
            Ok(name)
        })?;
        Ok((token, name))
    }

    /// Accepts a token no more. It stays in the file, marked, so that its name is not taken for another.
    ///
    /// # Errors
    /// [`AuthFileError`], also when there is no such token; nothing is changed.
    pub fn revoke_token(&self, name: &str) -> Result<()> {
        self.change(|document, now| {
            let Some(position) = now.tokens.iter().position(|token| token.name == name) else {
                return refused(format!("there is no token {name}; see: jobctl token list"));
            };
            table(document, "token", Some(position))?.insert("disabled", value(true));
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

    /// Reads, changes and writes the file, all under the lock. What is written is read back first: this program leaves
    /// no file behind that it would refuse.
    fn change<T>(
        &self,
        change: impl FnOnce(&mut DocumentMut, &AuthFile) -> Result<T>,
    ) -> Result<T> {
        let _locked = self.lock().map_err(|source| AuthFileError::io(&self.path, source))?;
        let text = file::read(&self.path)?;
        // A file that is there lists somebody.
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
        AuthFile::parse(&self.path, &text)?;
        whole_file::replace(&self.path, &text)
            .map_err(|source| AuthFileError::io(&self.path, source))?;
        Ok(done)
    }

    /// Waits for its turn. The operating system lets go of the lock when the process ends, however it ends.
    fn lock(&self) -> io::Result<File> {
        let path = self.lock_path();
        if fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
            // Opening a pipe would wait for a reader.
            let reason = format!("{} is not a regular file", path.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
        }
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        file.lock()?;
        Ok(file)
    }

    fn lock_path(&self) -> PathBuf {
        self.path.with_extension("toml.lock")
    }
}

/// Refuses a name that only its form tells from one in the file.
fn check_form(now: &AuthFile, name: &UserId) -> Result<()> {
    match now.other_form(name) {
        Some(known) => refused(file::same_form(name, known)),
        None => Ok(()),
    }
}

fn position_of_user(now: &AuthFile, name: &UserId) -> Option<usize> {
    now.users.iter().position(|user| user.name == *name)
}

fn listed<'a>(now: &'a AuthFile, name: &UserId) -> Result<&'a UserEntry> {
    now.user(name).ok_or_else(|| AuthFileError::Refused(format!("there is no user {name}")))
}

/// The name that was asked for, or the user's with a number.
fn free_token_name(now: &AuthFile, user: &UserId, asked: Option<&str>) -> Result<String> {
    let taken = |name: &str| now.tokens.iter().any(|token| token.name == name);
    if let Some(name) = asked {
        check_token_name(name).or_else(refused)?;
        if taken(name) {
            return refused(format!("there is, or was, a token {name}: give another name"));
        }
        return Ok(name.to_owned());
    }
    let stem = Some(user.as_str()).filter(|name| check_token_name(name).is_ok());
    // With the longest number, it must still fit.
    let stem = stem.filter(|name| name.len() <= TOKEN_NAME_BYTES_MAX - "-9999999".len());
    let stem = stem.unwrap_or("token");
    let free = (1_u32..).map(|n| format!("{stem}-{n}")).find(|name| !taken(name));
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
mod tests {
    use super::*;

    /// Opening a pipe would wait for a reader.
    #[cfg(unix)]
    #[test]
    fn a_lock_that_is_no_regular_file_is_refused_and_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let editor = AuthFileEditor::new(folder.path().join("auth.toml"));
        let lock = folder.path().join("auth.toml.lock");
        assert!(std::process::Command::new("mkfifo").arg(&lock).status().unwrap().success());
        let error = editor.add_user(&id("vijay"), Role::Operator, None).unwrap_err().to_string();
        assert!(error.contains("auth.toml.lock is not a regular file"), "{error}");
        assert!(!folder.path().join("auth.toml").exists());
    }

    #[test]
    fn what_was_brought_here_is_told_from_what_this_program_has_made_or_changed_here() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("auth.toml");
        let editor = AuthFileEditor::new(&path);
        assert!(!editor.was_used());
        let user = "[[user]]\nname = \"vijay\"\nrole = \"operator\"\n";
        fs::write(&path, user).unwrap();
        assert!(!editor.was_used());
        editor.add_user(&id("anna"), Role::Operator, None).unwrap();
        assert!(editor.was_used());
        fs::remove_file(&path).unwrap();
        assert!(editor.was_used(), "its lock is left");
        let other = tempfile::tempdir().unwrap();
        let copy = other.path().join("auth.toml");
        editor.add_user(&id("anna"), Role::Operator, None).unwrap();
        fs::copy(&path, &copy).unwrap();
        assert!(!AuthFileEditor::new(copy).was_used());
    }

    fn id(name: &str) -> UserId {
        UserId::new(name).unwrap()
    }

    /// A folder and an editor of the file in it.
    fn new() -> (tempfile::TempDir, AuthFileEditor) {
        let folder = tempfile::tempdir().unwrap();
        let editor = AuthFileEditor::new(folder.path().join("auth.toml"));
        (folder, editor)
    }

    fn load(editor: &AuthFileEditor) -> AuthFile {
        AuthFile::load(&editor.path).unwrap().unwrap()
    }

    fn text(editor: &AuthFileEditor) -> String {
        fs::read_to_string(&editor.path).unwrap()
    }

    #[test]
    fn what_is_created_is_loaded_again() {
        use std::os::unix::fs::PermissionsExt as _;
        let (_folder, editor) = new();
        assert!(AuthFile::load(&editor.path).unwrap().is_none());
        let identity = Identity { user: id("o'\"é"), role: Role::Auditor };
        editor.create_with_token(&digest("abc"), &identity, "made by a \"test\"").unwrap();
        assert_eq!(*load(&editor).register().find_token("abc").unwrap(), identity);
        assert!(!text(&editor).contains("abc\""));
        assert!(text(&editor).starts_with("# Who may"), "{}", text(&editor));
        let mode = fs::metadata(&editor.path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let again = editor.create_with_token(&digest("abd"), &identity, "");
        assert!(matches!(again, Err(AuthFileError::Refused(_))), "{again:?}");

        fs::set_permissions(&editor.path, fs::Permissions::from_mode(0o620)).unwrap();
        let error = editor.add_user(&id("a"), Role::Admin, None).unwrap_err();
        assert!(matches!(error, AuthFileError::Writable { mode: 0o620, .. }), "{error}");
    }

    #[test]
    fn users_come_change_and_go() {
        let (_folder, editor) = new();
        let (one, two) = (
            PasswordHash::of_new("the first password").unwrap(),
            PasswordHash::of_new("the second password").unwrap(),
        );
        editor.add_user(&id("vijay"), Role::Operator, Some(&one)).unwrap();
        editor.add_user(&id("audra"), Role::Auditor, None).unwrap();
        let error = editor.add_user(&id("vijay"), Role::Admin, None).unwrap_err().to_string();
        assert_eq!(error, "the user vijay is listed already");
        let signs_in = |password| {
            let register = load(&editor).register();
            register.check_password("vijay", password).is_some()
        };
        assert!(signs_in("the first password"));
        editor.set_password(&id("vijay"), &two).unwrap();
        assert!(signs_in("the second password") && !signs_in("the first password"));
        editor.disable_user(&id("vijay")).unwrap();
        assert!(!signs_in("the second password"));
        assert!(editor.enable_user(&id("vijay"), None).is_err(), "its sessions would go on");
        editor.enable_user(&id("vijay"), Some(&one)).unwrap();
        assert!(signs_in("the first password"));
        let error = editor.disable_user(&id("nobody")).unwrap_err().to_string();
        assert_eq!(error, "there is no user nobody");
        assert_eq!(load(&editor).users.len(), 2);
    }

    #[test]
    fn names_that_differ_in_form_alone_are_not_two_users() {
        let (_folder, editor) = new();
        editor.add_user(&id("jos\u{e9}"), Role::Operator, None).unwrap();
        editor.new_token(&id("ci"), Some(Role::Auditor), None, None).unwrap();
        for other in ["JOS\u{c9}", "jose\u{301}", "Jose\u{301}", "CI", "\u{ff43}i"] {
            let added = editor.add_user(&id(other), Role::Admin, None).unwrap_err().to_string();
            assert!(added.contains("in its form alone"), "{added}");
            let made = editor.new_token(&id(other), Some(Role::Admin), None, None);
            assert!(made.unwrap_err().to_string().contains("in its form alone"), "{other}");
        }
        // Nor by hand.
        let written = text(&editor);
        for (line, field) in [
            ("[[user]]\nname = \"JOS\u{c9}\"\nrole = \"admin\"\n".to_owned(), "name: "),
            (
                format!(
                    "[[token]]\nsha256 = \"{:064x}\"\nuser = \"Jos\u{e9}\"\nrole = \"admin\"\n",
                    7
                ),
                "user: ",
            ),
        ] {
            fs::write(&editor.path, format!("{written}\n{line}")).unwrap();
            let error = AuthFile::load(&editor.path).unwrap_err().to_string();
            assert!(error.contains(field) && error.contains("in its form alone"), "{error}");
        }
        fs::write(&editor.path, &written).unwrap();
        editor.add_user(&id("ci"), Role::Auditor, None).unwrap();
    }

    #[test]
    fn tokens_are_made_and_revoked_by_name() {
        let (_folder, editor) = new();
        let error = editor.new_token(&id("ci"), None, None, None).unwrap_err().to_string();
        assert!(error.starts_with("ci is not listed as a user"), "{error}");
        let (token, name) = editor.new_token(&id("ci"), Some(Role::Auditor), None, None).unwrap();
        assert_eq!(name, "ci-1");
        assert!(!text(&editor).contains(&token));
        let found = |token: &str| load(&editor).register().find_token(token);
        assert_eq!(found(&token).unwrap().role, Role::Auditor);

        editor.add_user(&id("vijay"), Role::Operator, None).unwrap();
        let error = editor.new_token(&id("vijay"), Some(Role::Admin), None, None).unwrap_err();
        assert_eq!(error.to_string(), "vijay is listed as operator");
        let (laptop, _) = editor.new_token(&id("vijay"), None, Some("laptop"), Some("c")).unwrap();
        assert_eq!(found(&laptop).unwrap().role, Role::Operator);

        editor.revoke_token("laptop").unwrap();
        assert!(found(&laptop).is_none() && found(&token).is_some());
        let taken = editor.new_token(&id("vijay"), None, Some("laptop"), None).unwrap_err();
        assert!(taken.to_string().contains("there is, or was, a token laptop"), "{taken}");
        assert!(editor.revoke_token("other").is_err());
        assert!(editor.new_token(&id("vijay"), None, Some("a b"), None).is_err());
        editor.disable_user(&id("vijay")).unwrap();
        assert!(editor.new_token(&id("vijay"), None, None, None).is_err());
    }

    #[test]
    fn what_people_wrote_is_kept_and_what_is_malformed_is_not_touched() {
        let (_folder, editor) = new();
        editor.new_token(&id("ci"), Some(Role::Auditor), None, None).unwrap();
        let written = text(&editor).replace("[[token]]", "# the nightly run\n[[token]] # really");
        fs::write(&editor.path, &written).unwrap();
        editor.add_user(&id("vijay"), Role::Operator, None).unwrap();
        assert!(text(&editor).contains("# the nightly run\n[[token]] # really"));
        let broken = format!("{written}\nrubbish\n");
        fs::write(&editor.path, &broken).unwrap();
        let error = editor.add_user(&id("audra"), Role::Auditor, None).unwrap_err();
        assert!(matches!(error, AuthFileError::Malformed { .. }), "{error}");
        assert_eq!(text(&editor), broken);
        let inline = "token = [{sha256 = \"";
        let inline = format!("{inline}{:064x}\", user = \"a\", role = \"admin\"}}]\n", 7);
        fs::write(&editor.path, inline).unwrap();
        let error = editor.new_token(&id("b"), Some(Role::Admin), None, None).unwrap_err();
        assert!(error.to_string().contains("by hand"), "{error}");
    }

    #[test]
    fn changes_at_once_are_all_made() {
        let (folder, editor) = new();
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let editor = &editor;
                scope.spawn(move || {
                    for nth in 0..5 {
                        let name = id(&format!("user-{thread}-{nth}"));
                        editor.add_user(&name, Role::Operator, None).unwrap();
                    }
                });
            }
        });
        assert_eq!(load(&editor).users.len(), 40);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the file and its lock");
    }
}
