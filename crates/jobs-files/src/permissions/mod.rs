//! Who may change a data directory, what the programs keep in it, and what their settings name
//! elsewhere: the user who runs them, root, and nobody else. It is looked at before anything is
//! made or written.
//!
//! ```text
//! /srv/jobs: other users may write to it (mode 775); run: chmod go-w /srv/jobs
//! /srv/jobs/jobs.db: belongs to the user 1001, and this runs as the user 1000; run this as …
//! /srv: other users may write to it (mode 777), and so replace jobs in it; run: chmod go-w /srv
//! ```
//!
//! The directories on the path count as well, from the root on, and so do links and what they lead
//! to: a user who may write to one of them can replace what is in it. What they put there need not
//! belong to them: an older copy, with tokens that were revoked since, belongs to the user who runs
//! the programs, and a link or a rename puts it there.

mod error;
mod kinds;
#[cfg(unix)]
mod look;

use std::io;
use std::path::{Path, PathBuf};

pub use error::PermissionError;
pub use kinds::{Named, Own};
#[cfg(unix)]
use look::{Look, Owners};

#[cfg(unix)]
use crate::{beside, directory};

/// The files in a data directory that say who may use the server, or are the ledger. Other files
/// there are not looked at.
const FILES: [&str; 14] = [
    "jobs.db",
    "jobs.db-wal",
    "jobs.db-shm",
    "jobs.db-journal",
    "auth.toml",
    "auth.toml.lock",
    "token-uses",
    "session.key",
    "signed-out",
    "ledger.key",
    "first-token",
    "demo.json",
    "jobs-http.lock",
    "anchor",
];

/// The files in `anchor`.
const ANCHOR_FILES: [&str; 2] = ["anchor/checkpoint", "anchor/checkpoint.lock"];

/// What SQLite keeps beside a database: beside the file itself, where `jobs.db` is a link.
const BESIDE_DATABASE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The files that nobody else may even read.
const SECRETS: [&str; 4] = ["session.key", "ledger.key", "first-token", "demo.json"];

/// From now on, every file that this process makes is readable and writable by its owner alone,
/// under any umask. For programs, at their start.
pub fn make_private_files() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// The permission bits of the file at `path`; 0 where the system has none.
///
/// # Errors
/// When it cannot be looked at.
pub fn mode(path: &Path) -> io::Result<u32> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        Ok(std::fs::metadata(path)?.permissions().mode() & 0o777)
    }
    #[cfg(not(unix))]
    std::fs::metadata(path).map(|_| 0)
}

/// Checks that nobody else may read the file at `path`, which holds a secret.
///
/// # Errors
/// [`PermissionError::Readable`]; [`PermissionError::Io`] when it cannot be looked at.
pub fn check_unread(path: &Path) -> Result<(), PermissionError> {
    let mode = mode(path).map_err(|source| PermissionError::Io { path: path.into(), source })?;
    match mode & 0o077 {
        0 => Ok(()),
        _ => Err(PermissionError::Readable { path: path.into(), mode }),
    }
}

/// Checks the data directory and the programs' files in it, as far as they are there, and the way
/// to them.
///
/// # Errors
/// The first [`PermissionError`].
#[cfg(unix)]
pub fn check(data_dir: &Path, own: Own) -> Result<(), PermissionError> {
    check_as(runner(), data_dir, own)
}

#[cfg(unix)]
fn check_as(runs_as: u32, data_dir: &Path, own: Own) -> Result<(), PermissionError> {
    let owners = Owners::new(own, Look::at(data_dir)?.as_ref(), runs_as);
    owners.checked(data_dir, false)?;
    for (path, is_secret) in files(data_dir) {
        owners.checked(&path, is_secret)?;
    }
    Ok(())
}

/// Checks what a setting names, as far as it is there, and the way to it.
///
/// # Errors
/// The first [`PermissionError`].
#[cfg(unix)]
pub fn check_named(path: &Path, named: Named, own: Own) -> Result<(), PermissionError> {
    check_named_as(runner(), path, named, own)
}

#[cfg(unix)]
fn check_named_as(
    runs_as: u32,
    path: &Path,
    named: Named,
    own: Own,
) -> Result<(), PermissionError> {
    let place = Look::at(directory::of(path))?;
    let owners = Owners::new(own, place.as_ref(), runs_as);
    owners.checked(path, named == Named::Secret)?;
    if named == Named::Anchor {
        for name in ANCHOR_FILES.iter().filter_map(|name| name.strip_prefix("anchor/")) {
            owners.checked(&path.join(name), false)?;
        }
    }
    Ok(())
}

/// The user who runs this program, by number.
#[cfg(unix)]
fn runner() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// The programs' files in a data directory, and which of them hold a secret.
#[cfg(unix)]
fn files(data_dir: &Path) -> Vec<(PathBuf, bool)> {
    let names = FILES.iter().chain(&ANCHOR_FILES);
    let mut files: Vec<_> =
        names.map(|name| (data_dir.join(name), SECRETS.contains(name))).collect();
    let database = data_dir.join("jobs.db");
    if let Ok(file) = database.canonicalize()
        && database.is_symlink()
    {
        files.extend(BESIDE_DATABASE.map(|suffix| (beside(&file, suffix), false)));
    }
    files
}

/// Checks as [`check`] does, and removes other users' rights to every file of the programs that
/// passes, even if another is refused. A copy that was put back with `cp` may be open to all, and
/// SQLite gives the files that it makes beside `jobs.db` the same mode.
///
/// # Errors
/// The first [`PermissionError`]: also [`PermissionError::Foreign`] for a file of root's that all
/// may read, which only root can close.
#[cfg(unix)]
pub fn secure(data_dir: &Path, own: Own) -> Result<(), PermissionError> {
    let owners = Owners::new(own, Look::at(data_dir)?.as_ref(), runner());
    let mut refused = owners.checked(data_dir, false).err();
    for (path, is_secret) in files(data_dir) {
        let file = owners.checked(&path, is_secret);
        let closed = file.and_then(|file| file.map_or(Ok(()), |file| file.close(&owners)));
        refused = refused.or(closed.err());
    }
    refused.map_or(Ok(()), Err)
}

#[cfg(not(unix))]
pub fn check(_: &Path, _: Own) -> Result<(), PermissionError> {
    Ok(())
}

#[cfg(not(unix))]
pub fn check_named(_: &Path, _: Named, _: Own) -> Result<(), PermissionError> {
    Ok(())
}

#[cfg(not(unix))]
pub fn secure(_: &Path, _: Own) -> Result<(), PermissionError> {
    Ok(())
}

#[cfg(test)]
mod tests;
