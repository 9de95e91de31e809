//! Who may change a data directory and what the programs keep in it: whoever runs them, root, and nobody else. It is looked at before
//! anything is made or written.
//!
//! ```text
//! /srv/jobs: other users may write to it (mode 775); run: chmod go-w /srv/jobs
//! /srv/jobs/jobs.db: belongs to the user 1001, and this runs as the user 1000; run this as that user, or: chown 1000 /srv/jobs/jobs.db
//! ```
//!
//! The directories above are not looked at: whoever may write to one of them can put another directory in the place of this one, but
//! none that belongs to whoever runs the programs.

use std::io;
use std::path::{Path, PathBuf};

/// The files in a data directory that say who is let in, or are the ledger. What else somebody keeps there is theirs.
const FILES: [&str; 12] = [
    "jobs.db",
    "jobs.db-wal",
    "jobs.db-shm",
    "jobs.db-journal",
    "auth.toml",
    "auth.toml.lock",
    "session.key",
    "signed-out",
    "ledger.key",
    "first-token",
    "jobs-http.lock",
    "anchor",
];

/// The files in `anchor`.
const ANCHOR_FILES: [&str; 2] = ["anchor/checkpoint", "anchor/checkpoint.lock"];

/// Those of the files that nobody else may even read.
const SECRETS: [&str; 3] = ["session.key", "ledger.key", "first-token"];

/// What is wrong with a file or a directory, and the command that mends it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PermissionError {
    /// Other users may change it.
    #[error("{path}: other users may write to it (mode {mode:o}); run: chmod go-w {path}")]
    Writable {
        /// The file or directory.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Other users may read a secret.
    #[error("{path}: other users may read it (mode {mode:o}); run: chmod 600 {path}")]
    Readable {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It is another user's.
    #[error(
        "{path}: belongs to the user {owner}, and this runs as the user {runs_as}; run this as that user, or: chown {runs_as} {path}"
    )]
    Foreign {
        /// The file or directory.
        path: PathBuf,
        /// The user whose it is, by number.
        owner: u32,
        /// The user who runs this program, by number.
        runs_as: u32,
    },
    /// It cannot be looked at.
    #[error("{path}: {source}")]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// Whose files are a program's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// Those of whoever runs it: it makes files beside them.
    Runners,
    /// For root, also those of the directory's owner: what it changes stays theirs.
    Owners,
}

/// Has every file that this process makes be readable and writable by its owner alone, whatever umask it was started with. For
/// programs, at their start.
pub fn make_private_files() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// Checks the data directory and the programs' files in it, as far as they are there.
///
/// # Errors
/// The first [`PermissionError`].
#[cfg(unix)]
pub fn check(data_dir: &Path, own: Own) -> Result<(), PermissionError> {
    let runs_as = rustix::process::geteuid().as_raw();
    let Some(directory) = Look::at(data_dir)? else { return Ok(()) };
    let mut owners = vec![0, runs_as];
    if own == Own::Owners && runs_as == 0 {
        owners.push(directory.owner);
    }
    directory.check(&owners, runs_as)?;
    for name in FILES.iter().chain(&ANCHOR_FILES) {
        let Some(file) = Look::at(&data_dir.join(name))? else { continue };
        file.check(&owners, runs_as)?;
        if SECRETS.contains(name) {
            file.check_unread()?;
        }
    }
    Ok(())
}

/// Checks a file with a secret that is kept elsewhere, if it is there.
///
/// # Errors
/// [`PermissionError`].
#[cfg(unix)]
pub fn check_secret(path: &Path) -> Result<(), PermissionError> {
    let runs_as = rustix::process::geteuid().as_raw();
    match Look::at(path)? {
        Some(file) => file.check(&[0, runs_as], runs_as).and_then(|()| file.check_unread()),
        None => Ok(()),
    }
}

/// Takes from others every right to the programs' files that are there, [`check`] having refused those that hold a secret which
/// they may have read. A copy that was put back with `cp` may be open to all, and SQLite gives the files that it makes beside
/// `jobs.db` its mode.
///
/// # Errors
/// [`PermissionError::Foreign`] for a file of somebody else, which only they can close, or [`PermissionError::Io`].
#[cfg(unix)]
pub fn close(data_dir: &Path) -> Result<(), PermissionError> {
    use std::os::unix::fs::PermissionsExt as _;
    let runs_as = rustix::process::geteuid().as_raw();
    for name in FILES.iter().chain(&ANCHOR_FILES) {
        let Some(Look { path, mode, owner, .. }) = Look::at(&data_dir.join(name))? else {
            continue;
        };
        if mode & 0o077 == 0 {
            continue;
        }
        // As its owner has it, who may have taken rights from themselves.
        let closed = std::fs::Permissions::from_mode(mode & 0o700);
        std::fs::set_permissions(&path, closed).map_err(|source| match source.kind() {
            io::ErrorKind::PermissionDenied if owner != runs_as => {
                PermissionError::Foreign { path, owner, runs_as }
            }
            _ => PermissionError::Io { path, source },
        })?;
    }
    Ok(())
}

#[cfg(not(unix))]
pub fn check(_: &Path, _: Own) -> Result<(), PermissionError> {
    Ok(())
}

#[cfg(not(unix))]
pub fn check_secret(_: &Path) -> Result<(), PermissionError> {
    Ok(())
}

#[cfg(not(unix))]
pub fn close(_: &Path) -> Result<(), PermissionError> {
    Ok(())
}

/// What a path leads to.
#[cfg(unix)]
struct Look {
    path: PathBuf,
    mode: u32,
    owner: u32,
}

#[cfg(unix)]
impl Look {
    /// `None` where nothing is, or a device or a pipe, which whoever opens it refuses.
    fn at(path: &Path) -> Result<Option<Self>, PermissionError> {
        use std::os::unix::fs::MetadataExt as _;
        match std::fs::metadata(path) {
            Ok(found) if !found.is_file() && !found.is_dir() => Ok(None),
            Ok(found) => {
                let (mode, owner) = (found.mode() & 0o777, found.uid());
                Ok(Some(Self { path: path.into(), mode, owner }))
            }
            // Also below a file, and of a name that is too long: whoever opens it says so.
            Err(error) if error.kind() != io::ErrorKind::PermissionDenied => Ok(None),
            Err(source) => Err(PermissionError::Io { path: path.into(), source }),
        }
    }

    fn check(&self, owners: &[u32], runs_as: u32) -> Result<(), PermissionError> {
        let Self { path, mode, owner } = self;
        if !owners.contains(owner) {
            return Err(PermissionError::Foreign { path: path.clone(), owner: *owner, runs_as });
        }
        if mode & 0o022 != 0 {
            return Err(PermissionError::Writable { path: path.clone(), mode: *mode });
        }
        Ok(())
    }

    fn check_unread(&self) -> Result<(), PermissionError> {
        let Self { path, mode, .. } = self;
        match mode & 0o077 {
            0 => Ok(()),
            _ => Err(PermissionError::Readable { path: path.clone(), mode: *mode }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt as _, chown};

    use super::*;

    /// A data directory with every file.
    fn whole() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("anchor")).unwrap();
        set_mode(&folder.path().join("anchor"), 0o700);
        for name in FILES.iter().chain(&ANCHOR_FILES).filter(|name| **name != "anchor") {
            fs::write(folder.path().join(name), "").unwrap();
            set_mode(&folder.path().join(name), 0o600);
        }
        folder
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    fn refusal(folder: &Path) -> Option<String> {
        check(folder, Own::Runners).err().map(|error| error.to_string())
    }

    #[test]
    fn what_others_may_write_is_refused_with_the_command_that_mends_it() {
        let folder = whole();
        assert_eq!(refusal(folder.path()), None);
        assert_eq!(refusal(&folder.path().join("absent/there")), None);
        for name in [""].iter().chain(&FILES).chain(&ANCHOR_FILES) {
            let path = folder.path().join(name);
            let before = fs::metadata(&path).unwrap().permissions();
            for mode in [0o020, 0o002, 0o022] {
                set_mode(&path, before.mode() & 0o777 | mode);
                let refusal = refusal(folder.path()).unwrap();
                let path = path.to_str().unwrap().trim_end_matches('/');
                assert!(refusal.contains(&format!("run: chmod go-w {path}")), "{refusal}");
            }
            let is_secret = SECRETS.contains(name);
            set_mode(&path, before.mode() & 0o777 | 0o044);
            assert_eq!(refusal(folder.path()).is_some(), is_secret, "{name}");
            fs::set_permissions(&path, before).unwrap();
        }
        assert_eq!(refusal(folder.path()), None, "what is mended is taken");
        // What is somebody's own is not looked at.
        fs::write(folder.path().join("notes"), "").unwrap();
        set_mode(&folder.path().join("notes"), 0o666);
        assert_eq!(refusal(folder.path()), None);
    }

    #[test]
    fn what_belongs_to_another_user_is_refused() {
        const OTHER: u32 = 65534;
        if !rustix::process::geteuid().is_root() {
            // Nobody else can give files away.
            return;
        }
        let folder = whole();
        for name in [""].iter().chain(&FILES).chain(&ANCHOR_FILES) {
            let path = folder.path().join(name);
            chown(&path, Some(OTHER), None).unwrap();
            let refusal = refusal(folder.path()).unwrap();
            let path = path.to_str().unwrap().trim_end_matches('/');
            assert!(refusal.contains(&format!("chown 0 {path}")), "{refusal}");
            assert!(refusal.contains("the user 65534"), "{refusal}");
            chown(path, Some(0), None).unwrap();
        }
        // Root changes the accounts of somebody else's server, and files of a third one are nobody's.
        for name in [""].iter().chain(&FILES).chain(&ANCHOR_FILES) {
            chown(folder.path().join(name), Some(OTHER), None).unwrap();
        }
        check(folder.path(), Own::Owners).unwrap();
        assert!(check(folder.path(), Own::Runners).is_err());
        chown(folder.path().join("auth.toml"), Some(OTHER - 1), None).unwrap();
        assert!(check(folder.path(), Own::Owners).is_err());
    }

    #[test]
    fn others_are_kept_from_reading_whatever_is_there() {
        let folder = whole();
        let all = || FILES.iter().chain(&ANCHOR_FILES);
        for name in all() {
            set_mode(&folder.path().join(name), if *name == "anchor" { 0o755 } else { 0o644 });
        }
        fs::remove_file(folder.path().join("jobs.db-shm")).unwrap();
        close(folder.path()).unwrap();
        for path in all().map(|name| folder.path().join(name)).filter(|path| path.exists()) {
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
        }
    }
}
