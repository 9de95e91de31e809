//! What a path leads to, through which links and directories, and who owns each.

use std::ffi::OsStr;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use super::error::PermissionError;
use super::kinds::Own;

/// How many links are followed, as in Linux. If there are more, opening the file reports that.
const LINKS_MAX: usize = 40;

/// In a directory with this bit, only the owner of a file may remove or rename it.
const STICKY: u32 = 0o1000;

/// A file or a directory.
pub(super) struct Look {
    path: PathBuf,
    /// With the bit [`STICKY`].
    mode: u32,
    owner: u32,
    group: u32,
}

impl Look {
    /// `None` where there is nothing, or a device or a pipe, which opening the file refuses.
    pub(super) fn at(path: &Path) -> Result<Option<Self>, PermissionError> {
        match fs::metadata(path) {
            Ok(found) if !found.is_file() && !found.is_dir() => Ok(None),
            Ok(found) => {
                let mode = found.mode() & 0o1777;
                let owner = found.uid();
                let group = found.gid();
                Ok(Some(Self { path: path.into(), mode, owner, group }))
            }
            // This includes a path below a file, and a name that is too long: opening the file
            // reports those.
            Err(error) if error.kind() != io::ErrorKind::PermissionDenied => Ok(None),
            Err(source) => Err(PermissionError::Io { path: path.into(), source }),
        }
    }

    /// Its permission bits.
    fn mode(&self) -> u32 {
        self.mode & 0o777
    }

    pub(super) fn check(&self, owners: &Owners) -> Result<(), PermissionError> {
        owners.check(&self.path, self.owner)?;
        match self.mode & 0o022 {
            0 => Ok(()),
            _ => Err(PermissionError::Writable { path: self.path.clone(), mode: self.mode() }),
        }
    }

    fn check_unread(&self) -> Result<(), PermissionError> {
        match self.mode & 0o077 {
            0 => Ok(()),
            _ => Err(PermissionError::Readable { path: self.path.clone(), mode: self.mode() }),
        }
    }

    /// Checks that nobody else may put something else in the place of `name` in this directory.
    fn check_holds(&self, name: &OsStr, owners: &Owners) -> Result<(), PermissionError> {
        // In containers, root may be given a user's directory, and the ledger is then that user's.
        if owners.runs_as != 0 {
            owners.check(&self.path, self.owner)?;
        }
        // Where every user has a private group of the same number, that group may write what they
        // make: the umask is 002.
        let is_own_group = self.group == self.owner && self.owner != 0;
        let of_others = if is_own_group { 0o002 } else { 0o022 };
        if self.mode & of_others == 0 || self.mode & STICKY != 0 {
            return Ok(());
        }
        let name = name.to_string_lossy().into_owned();
        Err(PermissionError::Replaceable { place: self.path.clone(), name, mode: self.mode() })
    }

    /// Removes all rights of other users to it.
    pub(super) fn close(self, owners: &Owners) -> Result<(), PermissionError> {
        if self.mode & 0o077 == 0 {
            return Ok(());
        }
        let Self { path, mode, owner, .. } = self;
        // The owner's rights stay: owners may have taken some from themselves.
        let closed = fs::Permissions::from_mode(mode & 0o700);
        fs::set_permissions(&path, closed).map_err(|source| match source.kind() {
            io::ErrorKind::PermissionDenied if owner != owners.runs_as => {
                PermissionError::Foreign { path, owner, runs_as: owners.runs_as }
            }
            _ => PermissionError::Io { path, source },
        })
    }
}

/// The users whose files are taken.
pub(super) struct Owners {
    owners: Vec<u32>,
    runs_as: u32,
}

impl Owners {
    /// Those of files in `directory`, if that is there, for a program that runs as the user
    /// `runs_as`.
    pub(super) fn new(own: Own, directory: Option<&Look>, runs_as: u32) -> Self {
        let mut owners = vec![0, runs_as];
        if own == Own::Owners && runs_as == 0 {
            owners.extend(directory.map(|directory| directory.owner));
        }
        Self { owners, runs_as }
    }

    /// Checks a file or a directory, as far as it is there, and the way to it; gives what is there.
    pub(super) fn checked(
        &self,
        path: &Path,
        is_secret: bool,
    ) -> Result<Option<Look>, PermissionError> {
        self.check_way(path)?;
        let Some(file) = Look::at(path)? else { return Ok(None) };
        file.check(self)?;
        if is_secret {
            file.check_unread()?;
        }
        Ok(Some(file))
    }

    /// Checks all directories and links by which `path` is reached, from the root on.
    fn check_way(&self, path: &Path) -> Result<(), PermissionError> {
        let io = |source| PermissionError::Io { path: path.into(), source };
        let mut ahead = std::path::absolute(path).map_err(io)?;
        let mut at = PathBuf::new();
        for _ in 0..=LINKS_MAX {
            match self.check_to_link(&mut at, &ahead)? {
                Some(target) => ahead = target,
                None => break,
            }
        }
        Ok(())
    }

    /// Walks on from the directory `at`, which is not a link, up to the next link; returns the path
    /// that remains from there.
    fn check_to_link(
        &self,
        at: &mut PathBuf,
        ahead: &Path,
    ) -> Result<Option<PathBuf>, PermissionError> {
        let mut steps = ahead.components();
        while let Some(step) = steps.next() {
            let Component::Normal(name) = step else {
                match step {
                    Component::ParentDir => drop(at.pop()),
                    Component::CurDir => {}
                    _ => at.push(step),
                }
                continue;
            };
            if let Some(place) = Look::at(at)? {
                place.check_holds(name, self)?;
            }
            let next = at.join(name);
            let Ok(target) = fs::read_link(&next) else {
                *at = next;
                continue;
            };
            // In a directory with the sticky bit, anybody may have made it.
            if let Ok(link) = fs::symlink_metadata(&next) {
                self.check(&next, link.uid())?;
            }
            return Ok(Some(target.join(steps.as_path())));
        }
        Ok(None)
    }

    fn check(&self, path: &Path, owner: u32) -> Result<(), PermissionError> {
        if self.owners.contains(&owner) {
            return Ok(());
        }
        Err(PermissionError::Foreign { path: path.into(), owner, runs_as: self.runs_as })
    }
}
