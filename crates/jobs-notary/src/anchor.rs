//! An anchor: a directory outside the database that holds the ledger's newest checkpoint.

use std::fs::{self, DirBuilder};
use std::io;
use std::path::PathBuf;

use jobs_core::ProofError;
use jobs_core::log::SignedCheckpoint;

use crate::whole_file;

/// The file in the directory.
const FILE: &str = "checkpoint";

/// Why an anchor cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnchorError {
    /// It cannot be read or written.
    #[error("the anchor {path}: {source}")]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It holds something else than a checkpoint.
    #[error("the anchor {path}: {source}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: ProofError,
    },
}

/// Where a copy of the newest checkpoint is kept. One directory serves one ledger.
#[derive(Debug, Clone)]
pub struct Anchor {
    directory: PathBuf,
}

impl Anchor {
    /// The anchor in `directory`, which is made if need be.
    ///
    /// # Errors
    /// [`AnchorError::Io`], also when it is empty and cannot be written: it would never know anything.
    pub fn open(directory: impl Into<PathBuf>) -> Result<Self, AnchorError> {
        let directory = directory.into();
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        let anchor = Self { directory };
        let usable = builder.create(&anchor.directory).and_then(|()| {
            let empty = !anchor.file().try_exists()?;
            if empty { tempfile::tempfile_in(&anchor.directory).map(drop) } else { Ok(()) }
        });
        match usable {
            Ok(()) => Ok(anchor),
            Err(source) => Err(AnchorError::Io { path: anchor.directory, source }),
        }
    }

    /// The anchor in `directory`, to be read alone.
    #[must_use]
    pub fn at(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into() }
    }

    /// The file that holds the checkpoint.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.directory.join(FILE)
    }

    /// The checkpoint, its signature not checked; `None` when there is none yet.
    ///
    /// # Errors
    /// [`AnchorError`].
    pub fn read(&self) -> Result<Option<SignedCheckpoint>, AnchorError> {
        let path = self.file();
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(AnchorError::Io { path, source }),
        };
        text.parse().map(Some).map_err(|source| AnchorError::Malformed { path, source })
    }

    /// Puts `checkpoint` in the place of the last one. After a crash one or the other is there, whole. A
    /// [`Notary`](crate::Notary) does it after every commit.
    ///
    /// # Errors
    /// [`AnchorError::Io`].
    pub fn write(&self, checkpoint: &SignedCheckpoint) -> Result<(), AnchorError> {
        let path = self.file();
        whole_file::replace(&path, checkpoint.to_string().as_bytes())
            .map_err(|source| AnchorError::Io { path, source })
    }
}
