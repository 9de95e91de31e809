//! The users and tokens that are accepted right now: those of `auth.toml`, which is read again when
//! it was changed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use arc_swap::ArcSwap;

use crate::changes;
use crate::edit::AuthFileEditor;
use crate::file::{AuthFile, AuthFileError};
use crate::register::Register;
use crate::stamp::FileStamp;
use crate::token_uses;

/// How often the file of when tokens were last used is written.
const USES_EVERY: Duration = Duration::from_secs(60);

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
    /// Its content when it could last be used: what the register was made of.
    file: ArcSwap<AuthFile>,
    seen: Mutex<FileSeen>,
    uses: Mutex<UsesWritten>,
}

/// When tokens were last used, as the file says by now.
#[derive(Debug, Default)]
struct UsesWritten {
    text: String,
    at: Duration,
    /// Whether the log was told that it cannot be written.
    has_failed: bool,
}

#[derive(Debug)]
struct FileSeen {
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
        let register = file.register();
        let uses = token_uses::read_token_uses(&path);
        for (handle, token) in register.tokens() {
            if let Some(used) = uses.get(handle) {
                token.note_use(*used);
            }
        }
        let uses =
            Mutex::new(UsesWritten { text: token_uses::text(&register), ..UsesWritten::default() });
        let seen = Mutex::new(FileSeen { stamp, is_unreadable: false });
        let file = ArcSwap::from_pointee(file);
        let watched = Watched { path, file, seen, uses };
        Ok(Some(Self { register: ArcSwap::from_pointee(register), file: Some(watched) }))
    }

    /// The users and tokens that are accepted now.
    #[must_use]
    pub fn register(&self) -> arc_swap::Guard<Arc<Register>> {
        self.register.load()
    }

    /// What the file lists, as it is accepted now; `None` when there is no file. A lookup never
    /// waits.
    #[must_use]
    pub fn listed(&self) -> Option<Arc<AuthFile>> {
        self.file.as_ref().map(|watched| watched.file.load_full())
    }

    /// Changes the file; `None` when there is none. A change is accepted after a
    /// [`refresh`](Self::refresh).
    #[must_use]
    pub fn editor(&self) -> Option<AuthFileEditor> {
        self.file.as_ref().map(|watched| AuthFileEditor::new(&watched.path))
    }

    /// Writes down when tokens were last used, if that has changed and a minute has passed since
    /// the last time, or `is_last`. What cannot be written is lost, and the log says so once.
    pub fn write_uses(&self, now: Duration, is_last: bool) {
        let Some(Watched { path, uses, .. }) = &self.file else { return };
        let mut written = uses.lock().unwrap_or_else(PoisonError::into_inner);
        let is_early = written.at <= now && now < written.at + USES_EVERY;
        if is_early && !is_last {
            return;
        }
        let text = token_uses::text(&self.register());
        written.at = now;
        if text == written.text {
            return;
        }
        match token_uses::write(path, &text) {
            Ok(()) => (written.text, written.has_failed) = (text, false),
            Err(error) => {
                if !std::mem::replace(&mut written.has_failed, true) {
                    tracing::warn!("when tokens were last used cannot be written: {error}");
                }
            }
        }
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
        let Some(Watched { path, seen, file: listed, .. }) = &self.file else { return false };
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
        let mut register = file.register();
        register.share_uses(&self.register());
        self.register.store(Arc::new(register));
        let file = Arc::new(file);
        let before = listed.swap(Arc::clone(&file));
        changes::record(&before, &file);
        tracing::info!(users, tokens, "{} was changed and read again", path.display());
        true
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jobs_core::UserId;

    use super::*;
    use crate::{NewToken, Role};

    const NOW: Duration = Duration::from_secs(1_769_612_693);

    fn id(name: &str) -> UserId {
        UserId::new(name).unwrap()
    }

    #[test]
    fn a_change_is_seen_and_a_broken_file_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("auth.toml");
        assert!(Accounts::open(&path).unwrap().is_none());
        let editor = AuthFileEditor::new(&path);
        let (token, name) = editor.new_token(&NewToken::of(id("a"), Some(Role::Admin))).unwrap();
        let accounts = Accounts::open(&path).unwrap().unwrap();
        let accepted = || accounts.register().find_token(&token, NOW).is_some();
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
        let (token, name) = editor.new_token(&NewToken::of(id("a"), Some(Role::Admin))).unwrap();
        let accounts = Accounts::open(&path).unwrap().unwrap();
        let accepted = || accounts.register().find_token(&token, NOW).is_some();
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
    fn when_a_token_was_last_used_is_known_after_a_restart_and_after_a_change() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("auth.toml");
        let editor = AuthFileEditor::new(&path);
        let (token, _) = editor.new_token(&NewToken::of(id("a"), Some(Role::Admin))).unwrap();
        let open = || Accounts::open(&path).unwrap().unwrap();
        let used = |accounts: &Accounts| {
            let register = accounts.register();
            register.find_digest(&crate::digest(&token), NOW).unwrap().last_used()
        };
        let uses = folder.path().join("token-uses");
        let accounts = open();
        accounts.write_uses(NOW, true);
        assert!(!uses.exists(), "there is nothing to say");
        accounts.register().find_digest(&crate::digest(&token), NOW).unwrap().note_use(NOW);
        accounts.write_uses(NOW + Duration::from_secs(59), false);
        assert!(!uses.exists(), "once a minute");
        accounts.write_uses(NOW + Duration::from_secs(60), false);
        let handle = hex::encode(accounts.listed().unwrap().tokens[0].handle());
        assert_eq!(fs::read_to_string(&uses).unwrap(), format!("{handle} 1769612640\n"));
        assert_eq!(fs::metadata(&uses).unwrap().permissions().mode() & 0o777, 0o600);
        let minute = Some(Duration::from_secs(1_769_612_640));
        assert_eq!(used(&open()), minute);
        editor.add_user(&id("b"), Role::Auditor, None).unwrap();
        assert!(accounts.refresh());
        assert_eq!(used(&accounts), minute);
        for rubbish in ["rubbish", "a b c\n", "\u{0}"] {
            fs::write(&uses, rubbish).unwrap();
            assert_eq!(used(&open()), None, "{rubbish}");
        }
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
