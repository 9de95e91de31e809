//! The users and tokens that are accepted right now: those of `auth.toml`, which is read again when
//! it was changed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;

use crate::changes;
use crate::file::{AuthFile, AuthFileError};
use crate::register::Register;
use crate::stamp::FileStamp;

/// The users and tokens that are accepted, replaced only as a whole. A lookup never waits.
#[derive(Debug)]
pub struct Accounts {
    register: ArcSwap<Register>,
    file: Option<Watched>,
}

/// The file, and which state of it was read last.
#[derive(Debug)]
struct Watched {
    path: PathBuf,
    seen: Mutex<FileSeen>,
}

#[derive(Debug)]
struct FileSeen {
    /// Its content when it could last be used.
    file: AuthFile,
    stamp: Option<FileStamp>,
    /// Whether the log was told that it cannot be read.
    is_unreadable: bool,
}

impl Accounts {
    /// Accepts the users and tokens of `register`, for ever.
    #[must_use]
    pub fn fixed(register: Register) -> Self {
        Self { register: ArcSwap::from_pointee(register), file: None }
    }

    /// Accepts the users and tokens that the file at `path` lists; `None` when there is no file.
    ///
    /// # Errors
    /// [`AuthFileError`], naming the line.
    pub fn open(path: impl Into<PathBuf>) -> Result<Option<Self>, AuthFileError> {
        let path = path.into();
        // Taken before the file is read, so that a change made meanwhile is noticed.
        let stamp = FileStamp::of(&path);
        let Some(file) = AuthFile::load(&path)? else { return Ok(None) };
        let register = ArcSwap::from_pointee(file.register());
        let seen = Mutex::new(FileSeen { file, stamp, is_unreadable: false });
        Ok(Some(Self { register, file: Some(Watched { path, seen }) }))
    }

    /// The users and tokens that are accepted now.
    #[must_use]
    pub fn register(&self) -> arc_swap::Guard<Arc<Register>> {
        self.register.load()
    }

    /// Reads the file again if it was changed, and says whether other users or tokens are accepted
    /// now. A file that cannot be used changes nothing: the log says once what is wrong with it,
    /// and the users from before keep their access. A file that cannot be read is tried again the
    /// next time.
    pub fn refresh(&self) -> bool {
        self.refresh_by(AuthFile::load)
    }

    fn refresh_by(
        &self,
        load: impl FnOnce(&Path) -> Result<Option<AuthFile>, AuthFileError>,
    ) -> bool {
        let Some(Watched { path, seen }) = &self.file else { return false };
        // Held while it is read, so that an older state never replaces a newer one.
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        let stamp = FileStamp::of(path);
        if seen.stamp == stamp {
            return false;
        }
        let loaded = load(path);
        if let Err(error @ AuthFileError::Io { .. }) = &loaded {
            // The file could not be read, perhaps because no file descriptor was left, and it may
            // revoke somebody.
            if !std::mem::replace(&mut seen.is_unreadable, true) {
                tracing::error!("{error}; the users and tokens from before stay until it is read");
            }
            return false;
        }
        (seen.stamp, seen.is_unreadable) = (stamp, false);
        let file = match loaded {
            Ok(Some(file)) => file,
            Ok(None) => {
                let path = path.display();
                tracing::error!("{path}: is gone; the users and tokens from before stay");
                return false;
            }
            Err(error) => {
                tracing::error!("{error}; the users and tokens from before stay");
                return false;
            }
        };
        let users = file.users.len();
        let tokens = file.tokens.len();
        self.register.store(Arc::new(file.register()));
        let before = std::mem::replace(&mut seen.file, file);
        changes::record(&before, &seen.file);
        tracing::info!(users, tokens, "{} was changed and read again", path.display());
        true
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jobs_core::UserId;

    use super::*;
    use crate::{AuthFileEditor, Role};

    fn id(name: &str) -> UserId {
        UserId::new(name).unwrap()
    }

    #[test]
    fn a_change_is_seen_and_a_broken_file_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("auth.toml");
        assert!(Accounts::open(&path).unwrap().is_none());
        let editor = AuthFileEditor::new(&path);
        let (token, name) = editor.new_token(&id("a"), Some(Role::Admin), None, None).unwrap();
        let accounts = Accounts::open(&path).unwrap().unwrap();
        let accepted = || accounts.register().find_token(&token).is_some();
        assert!(accepted() && !accounts.refresh(), "nothing has changed");

        let good = fs::read(&path).unwrap();
        for broken in [&b"rubbish"[..], b""] {
            fs::write(&path, broken).unwrap();
            assert!(!accounts.refresh() && accepted());
        }
        fs::remove_file(&path).unwrap();
        assert!(!accounts.refresh() && accepted());
        fs::write(&path, &good).unwrap();
        assert!(accounts.refresh() && accepted());

        editor.revoke_token(&name).unwrap();
        assert!(accepted(), "not read yet");
        assert!(accounts.refresh() && !accepted());
        assert!(!accounts.refresh());
    }

    #[test]
    fn a_change_that_cannot_be_read_is_not_taken_as_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("auth.toml");
        let editor = AuthFileEditor::new(&path);
        let (token, name) = editor.new_token(&id("a"), Some(Role::Admin), None, None).unwrap();
        let accounts = Accounts::open(&path).unwrap().unwrap();
        let accepted = || accounts.register().find_token(&token).is_some();
        editor.revoke_token(&name).unwrap();
        for _ in 0..3 {
            let too_many = |path: &Path| {
                Err(AuthFileError::io(path, std::io::Error::other("too many open files")))
            };
            assert!(!accounts.refresh_by(too_many) && accepted());
        }
        assert!(accounts.refresh() && !accepted());
    }

    #[test]
    fn a_change_that_leaves_size_and_time_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("auth.toml");
        let editor = AuthFileEditor::new(&path);
        editor.add_user(&id("ann"), Role::Auditor, None).unwrap();
        let accounts = Accounts::open(&path).unwrap().unwrap();
        let modified = fs::metadata(&path).unwrap().modified().unwrap();
        let text = fs::read_to_string(&path).unwrap().replace("ann", "bob");
        fs::write(&path, text).unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
        assert!(accounts.refresh());
        assert!(accounts.register().user(&id("bob")).is_some());
    }
}
