//! A private copy of a database. Reading a database in WAL mode in place would create or change the
//! files beside it, and reading it as immutable would miss the rows that are only in its log. A
//! copy avoids both.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jobs_files::beside;
use tempfile::TempDir;

use crate::CliError;

/// The files beside a database that belong to its content. The `-shm` file is rebuilt from the log.
const COMPANIONS: [&str; 2] = ["-wal", "-journal"];

/// A copy in a directory that nobody else may read, and that is removed with this value.
#[derive(Debug)]
pub(crate) struct PrivateCopy {
    path: PathBuf,
    _directory: TempDir,
}

impl PrivateCopy {
    /// A copy of the database at `path`, its log included; `None` when it was written meanwhile.
    pub(crate) fn of(path: &Path) -> Result<Option<Self>, CliError> {
        let failed = |source| CliError::io(path.display().to_string(), source);
        // SQLite looks for the log beside the file itself, not beside a link to it.
        let real = path.canonicalize().map_err(failed)?;
        let directory =
            tempfile::Builder::new().prefix("jobctl-").tempdir().map_err(CliError::temporary)?;
        let copied = directory.path().join("copy.db");
        let before = Look::at(&real).map_err(failed)?;
        copy_file(&real, &copied)?;
        for suffix in COMPANIONS {
            let companion = beside(&real, suffix);
            if companion.try_exists().map_err(failed)? {
                copy_file(&companion, &beside(&copied, suffix))?;
            }
        }
        let unchanged = Look::at(&real).map_err(failed)? == before;
        Ok(unchanged.then_some(Self { path: copied, _directory: directory }))
    }

    /// The copy.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// The lengths and times of a database's files, to notice writes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Look([Option<(u64, SystemTime)>; 3]);

impl Look {
    /// Of the database `real`, which is not a link.
    pub(crate) fn at(real: &Path) -> io::Result<Self> {
        let one = |path: &Path| match path.metadata() {
            Ok(data) => Ok(Some((data.len(), data.modified()?))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        };
        let [log, journal] = COMPANIONS.map(|suffix| one(&beside(real, suffix)));
        Ok(Self([one(real)?, log?, journal?]))
    }

    /// Whether the log has content that a reader of only the database would miss.
    pub(crate) fn has_log(&self) -> bool {
        self.0[1..].iter().flatten().any(|(bytes, _)| *bytes > 0)
    }
}

/// Copies the bytes but not the permissions: SQLite must be able to write to the copy.
fn copy_file(from: &Path, to: &Path) -> Result<(), CliError> {
    let failed = |source| CliError::io(from.display().to_string(), source);
    let found = from.metadata().map_err(failed)?;
    if found.is_dir() {
        return Err(failed(io::Error::other("is a directory, not a database file")));
    }
    if !found.is_file() {
        return Err(failed(io::Error::other("is not a regular file")));
    }
    let no_room = |error| {
        let bytes = found.len();
        let from = from.display();
        CliError::temporary(format!("{error}, while {from} ({bytes} bytes) was copied there"))
    };
    let mut source = File::open(from).map_err(failed)?;
    let mut copy = File::create_new(to).map_err(no_room)?;
    let mut piece = vec![0; 1 << 20];
    loop {
        // Not `io::copy`: it does not say which of the two files an error belongs to.
        match source.read(&mut piece).map_err(failed)? {
            0 => return Ok(()),
            bytes => copy.write_all(&piece[..bytes]).map_err(no_room)?,
        }
    }
}
