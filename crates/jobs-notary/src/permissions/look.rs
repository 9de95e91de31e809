//! What a path leads to, by which links and directories, and whose that is.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::{Own, PermissionError};
use crate::whole_file::directory_of;

/// How many links are followed, as by Linux: whoever opens the file says that there are more.
const LINKS_MAX: usize = 40;

/// In a directory with this bit, only the owner of a file may remove or rename it.
const STICKY: u32 = 0o1000;

/// A file or a directory.
pub(super) struct Look {
    pub(super) path: PathBuf,
    /// With the bit [`STICKY`].
    mode: u32,
    pub(super) owner: u32,
}

impl Look {
    /// `None` where nothing is, or a device or a pipe, which whoever opens it refuses.
    pub(super) fn at(path: &Path) -> Result<Option<Self>, PermissionError> {
        match fs::metadata(path) {
            Ok(found) if !found.is_file() && !found.is_dir() => Ok(None),
            Ok(found) => {
                let (mode, owner) = (found.mode() & 0o1777, found.uid());
                Ok(Some(Self { path: path.into(), mode, owner }))
            }
            // Also below a file, and of a name that is too long: whoever opens it says so.
            Err(error) if error.kind() != io::ErrorKind::PermissionDenied => Ok(None),
            Err(source) => Err(PermissionError::Io { path: path.into(), source }),
        }
    }

    /// Its permission bits.
    pub(super) fn mode(&self) -> u32 {
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

    /// Checks that nobody else may replace `file`, which is in this directory.
    fn check_holds(&self, file: &Path, owners: &Owners) -> Result<(), PermissionError> {
        owners.check(&self.path, self.owner)?;
        if self.mode & 0o022 == 0 || self.mode & STICKY != 0 {
            return Ok(());
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Err(PermissionError::Replaceable { place: self.path.clone(), name, mode: self.mode() })
    }
}

/// The users whose files are taken.
pub(super) struct Owners {
    owners: Vec<u32>,
    runs_as: u32,
}

impl Owners {
    /// Those of files in `directory`.
    pub(super) fn new(own: Own, directory: &Look) -> Self {
        let runs_as = rustix::process::geteuid().as_raw();
        let mut owners = vec![0, runs_as];
        if own == Own::Owners && runs_as == 0 {
            owners.push(directory.owner);
        }
        Self { owners, runs_as }
    }

    /// Checks a file or a directory, as far as it is there, and by what it is reached.
    pub(super) fn check_file(&self, path: &Path, is_secret: bool) -> Result<(), PermissionError> {
        self.check_way(path)?;
        let Some(file) = Look::at(path)? else { return Ok(()) };
        file.check(self)?;
        if is_secret { file.check_unread() } else { Ok(()) }
    }

    /// Checks the directory that `path` is in and, where it is a link, the link and the directory that it leads to.
    fn check_way(&self, path: &Path) -> Result<(), PermissionError> {
        let mut path = path.to_owned();
        for _ in 0..LINKS_MAX {
            let place = directory_of(&path).to_owned();
            if let Some(place) = Look::at(&place)? {
                place.check_holds(&path, self)?;
            }
            let Ok(target) = fs::read_link(&path) else { break };
            // In a directory with the sticky bit, anybody may have made it.
            if let Ok(link) = fs::symlink_metadata(&path) {
                self.check(&path, link.uid())?;
            }
            path = place.join(target);
        }
        Ok(())
    }

    fn check(&self, path: &Path, owner: u32) -> Result<(), PermissionError> {
        if self.owners.contains(&owner) {
            return Ok(());
        }
        Err(PermissionError::Foreign { path: path.into(), owner, runs_as: self.runs_as })
    }
}
