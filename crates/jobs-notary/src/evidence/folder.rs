//! Evidence in a folder: written whole or not at all, and read as untrusted input.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use jobs_files::directory;

use super::error::Result;
use super::{Evidence, EvidenceError, layout};

impl Evidence {
    /// Writes the files to a new folder `dir`, which appears whole or not at all.
    ///
    /// # Errors
    /// [`EvidenceError::Io`], also when there is something at `dir` already.
    pub fn write_to(&self, dir: &Path) -> Result<()> {
        let failed = |source| EvidenceError::Io { path: dir.into(), source };
        self.write(dir).map_err(failed)
    }

    fn write(&self, dir: &Path) -> io::Result<()> {
        // A dangling link exists, too.
        if dir.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let parent = directory::of(dir);
        // Removed again if anything fails. Readable by its owner alone: a job may be private.
        let new = tempfile::Builder::new().prefix(".evidence-").tempdir_in(parent)?;
        for (file, bytes) in self.files() {
            let path = new.path().join(file);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, bytes)?;
            File::open(&path)?.sync_all()?;
        }
        // If another program has made `dir` by now, this fails, unless it is an empty folder.
        fs::rename(new.path(), dir)?;
        let _ = new.keep();
        File::open(parent)?.sync_all()
    }

    /// Reads what [`write_to`](Self::write_to) wrote: plain files of known names, none too large,
    /// no links.
    ///
    /// # Errors
    /// [`EvidenceError::Io`], and those of [`from_files`](Self::from_files).
    pub fn read_from(dir: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        read_folder(dir, "", &mut layout::Room::of_evidence(), &mut files)?;
        Self::from_files(files)
    }
}

/// Reads the files in `dir`, whose names begin with `prefix`.
fn read_folder(
    dir: &Path,
    prefix: &str,
    room: &mut layout::Room,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<()> {
    let failed = |source| EvidenceError::Io { path: dir.into(), source };
    for item in fs::read_dir(dir).map_err(failed)? {
        let item = item.map_err(failed)?;
        // A name that is not UTF-8 is not one of ours, however it is shown.
        let name = item.file_name().to_string_lossy().into_owned();
        let file = format!("{prefix}{name}");
        // Of the link itself, if it is one.
        let kind = item.file_type().map_err(failed)?;
        if kind.is_dir() && prefix.is_empty() && layout::FOLDERS.contains(&name.as_str()) {
            read_folder(&item.path(), &format!("{name}/"), room, files)?;
        } else if kind.is_file() && room.take(&file) {
            let bytes = read_file(item.path(), layout::bytes_max(&file)?)?;
            files.insert(file, bytes);
        } else {
            return Err(EvidenceError::Unexpected { file });
        }
    }
    Ok(())
}

/// The file, or one byte more of it than it may have.
fn read_file(path: PathBuf, bytes_max: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read =
        File::open(&path).and_then(|file| file.take(bytes_max as u64 + 1).read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|source| EvidenceError::Io { path, source })
}
