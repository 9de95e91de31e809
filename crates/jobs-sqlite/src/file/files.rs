//! The files of an open ledger, and whether the paths still lead to what SQLite has open.
//!
//! SQLite writes to the files that it opened, even if they were moved or removed since. Its locks
//! on them, which keep other programs from removing the log, are gone as soon as anything in this
//! process opens and closes the database by itself. So before a batch and before it is answered,
//! the paths must lead to the same files, and the commit must be found in the log:
//!
//! ```text
//! jobs.db, jobs.db-wal, jobs.db-shm   the same device and inode as when they were opened
//! jobs.db-wal                         has the frame with which the last commit ends, under the
//!                                     log's own salts
//! jobs.db                             not written since; or else a new connection finds the newest
//!                                     entry in it
//! ```
//!
//! If it is otherwise, the store records and reads nothing more until it is opened again.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use jobs_core::{Error, Result};

use crate::error::Context;
use crate::file::look::beside;

const DOING: &str = "looking for the ledger's files";

/// Why the store has stopped.
#[derive(Debug, Clone, thiserror::Error)]
#[error(
    "{what}, while the ledger was open: nothing more is recorded or read until it is opened again. Keep what is there \
     and what was moved away, put the ledger's files back, and restart"
)]
pub(crate) struct Displaced {
    what: String,
}

/// Why a file that was read as one that nobody writes is no longer read.
#[derive(Debug, thiserror::Error)]
#[error("it was written meanwhile, by a server that started or by another program; read it again")]
struct Written;

/// Why nothing can be appended to the log.
#[cfg(unix)]
#[derive(Debug, thiserror::Error)]
enum NoRoom {
    #[error("it is mounted to be read only: mount it to be written")]
    ReadOnly,
    #[error("it is full: make room")]
    Full,
    #[error("no file of this process may have more than {0} bytes: raise its limit (ulimit -f)")]
    Limit(u64),
}

/// With the kind by which the caller can tell them apart.
#[cfg(unix)]
impl From<NoRoom> for io::Error {
    fn from(why: NoRoom) -> Self {
        let kind = match why {
            NoRoom::ReadOnly => io::ErrorKind::ReadOnlyFilesystem,
            NoRoom::Full => io::ErrorKind::StorageFull,
            NoRoom::Limit(_) => io::ErrorKind::FileTooLarge,
        };
        Self::new(kind, why)
    }
}

impl Displaced {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into() }
    }
}

/// What tells a file from another one, and whether it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
}

impl Identity {
    #[cfg(unix)]
    fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self { device: metadata.dev(), inode: metadata.ino() }
    }

    /// Where this is not unix, no file can be removed or renamed while SQLite has it open.
    #[cfg(not(unix))]
    fn of(_: &Metadata) -> Self {
        Self { device: 0, inode: 0 }
    }
}

/// When the database was written last. In WAL mode, only moving the log writes to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
}

/// The files of a store, watched by all of its connections.
#[derive(Debug)]
pub(crate) struct Files {
    database: PathBuf,
    log: PathBuf,
    /// Each with what it was when it was opened.
    watched: Vec<(PathBuf, Identity)>,
    /// What the database must stay, if it is read as a file that nobody writes.
    frozen: Option<Stamp>,
    displaced: OnceLock<Displaced>,
}

impl Files {
    /// The files of the ledger at `path`, which SQLite has open and has read.
    pub(crate) fn open(path: &Path) -> Result<Arc<Self>> {
        let database = std::path::absolute(path).doing(DOING)?;
        // SQLite keeps the log beside the file itself, not beside a link to it.
        let real = database.canonicalize().doing(DOING)?;
        let log = beside(&real, "-wal");
        let mut watched = Vec::new();
        for path in [database.clone(), log.clone(), beside(&real, "-shm")] {
            match fs::metadata(&path) {
                Ok(metadata) => watched.push((path, Identity::of(&metadata))),
                // Where nothing can be written, there is no log and no `-shm`.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error).doing(DOING),
            }
        }
        Ok(Arc::new(Self { database, log, watched, frozen: None, displaced: OnceLock::new() }))
    }

    /// The ledger at `path`, to be read as a file that nobody writes.
    pub(crate) fn open_unchanging(path: &Path) -> Result<Arc<Self>> {
        let metadata = fs::metadata(path).doing(DOING)?;
        let frozen = Stamp { bytes: metadata.len(), modified: metadata.modified().ok() };
        let watched = vec![(path.to_owned(), Identity::of(&metadata))];
        let database = path.to_owned();
        let log = beside(path, "-wal");
        let frozen = Some(frozen);
        let displaced = OnceLock::new();
        Ok(Arc::new(Self { database, log, watched, frozen, displaced }))
    }

    pub(crate) fn database(&self) -> &Path {
        &self.database
    }

    /// The log, to be read.
    pub(crate) fn open_log(&self) -> Result<File> {
        let log = File::open(&self.log).doing(DOING)?;
        self.check()?;
        Ok(log)
    }

    /// Checks that each path leads to the file that was opened.
    ///
    /// # Errors
    /// [`Error::Storage`], from the first time on when one does not.
    pub(crate) fn check(&self) -> Result<Stamp> {
        if let Some(displaced) = self.displaced.get() {
            return Err(stopped(displaced));
        }
        let mut stamp = None;
        for (path, identity) in &self.watched {
            let shown = path.display();
            let metadata = match fs::metadata(path) {
                Ok(metadata) if Identity::of(&metadata) == *identity => metadata,
                Ok(_) => return Err(self.displace(format!("{shown} was replaced by another file"))),
                Err(error) if is_gone(&error) => {
                    return Err(self.displace(format!("{shown} was removed or renamed")));
                }
                Err(error) => return Err(error).doing(DOING),
            };
            stamp
                .get_or_insert(Stamp { bytes: metadata.len(), modified: metadata.modified().ok() });
        }
        let stamp = stamp.ok_or_else(|| stopped(&Displaced::new("the ledger has no file")))?;
        match &self.frozen {
            Some(frozen) if *frozen != stamp => Err(Error::storage("reading the ledger", Written)),
            _ => Ok(stamp),
        }
    }

    /// Checks that `bytes` more bytes can be written at the end of the log, which is at `end`.
    ///
    /// # Errors
    /// [`Error::Storage`].
    #[cfg(unix)]
    pub(crate) fn check_room(&self, end: u64, bytes: u64) -> Result<()> {
        match self.lacks_room(end, bytes).doing("looking for room on the disk")? {
            Some(why) => Err(io::Error::from(why)).doing("looking for room on the disk"),
            None => Ok(()),
        }
    }

    /// Why there is no room, if there is none.
    #[cfg(unix)]
    fn lacks_room(&self, end: u64, bytes: u64) -> io::Result<Option<NoRoom>> {
        use rustix::fs::{StatVfsMountFlags, statvfs};
        use rustix::process::{Resource, getrlimit};
        let disk = statvfs(&self.log)?;
        if disk.f_flag.contains(StatVfsMountFlags::RDONLY) {
            return Ok(Some(NoRoom::ReadOnly));
        }
        // What a failed commit left after the end is overwritten. A file system in memory may not
        // say how large it is.
        let left = fs::metadata(&self.log)?.len().saturating_sub(end);
        let room = disk.f_bavail.saturating_mul(disk.f_frsize).saturating_add(left);
        if disk.f_blocks > 0 && room < bytes {
            return Ok(Some(NoRoom::Full));
        }
        let most = getrlimit(Resource::Fsize).current;
        Ok(most.filter(|most| end.saturating_add(bytes) > *most).map(NoRoom::Limit))
    }

    /// The error that says why nothing can be appended to the log at `end`, if that is so.
    #[cfg(unix)]
    pub(crate) fn full(&self, end: u64) -> Option<Error> {
        let why = self.lacks_room(end, 1).ok()??;
        Err::<(), _>(io::Error::from(why)).doing("looking for room on the disk").err()
    }

    #[cfg(not(unix))]
    pub(crate) fn check_room(&self, _: u64, _: u64) -> Result<()> {
        Ok(())
    }

    #[cfg(not(unix))]
    pub(crate) fn full(&self, _: u64) -> Option<Error> {
        None
    }

    /// Whether the log alone is gone: nobody has opened the ledger since, as that would have made a
    /// new one.
    pub(crate) fn only_log_is_gone(&self) -> bool {
        self.watched.iter().all(|(path, identity)| match fs::metadata(path) {
            Ok(metadata) => *path != self.log && Identity::of(&metadata) == *identity,
            // Programs that remove the log remove the `-shm` too.
            Err(error) => *path != self.database && is_gone(&error),
        })
    }

    /// Stops the store.
    pub(crate) fn displace(&self, what: impl Into<String>) -> Error {
        let displaced = self.displaced.get_or_init(|| {
            let displaced = Displaced::new(what);
            tracing::error!("ALARM: {displaced}");
            displaced
        });
        stopped(displaced)
    }

    pub(crate) fn is_displaced(&self) -> bool {
        self.displaced.get().is_some()
    }
}

fn stopped(displaced: &Displaced) -> Error {
    Error::storage(DOING, displaced.clone())
}

/// Also when a directory on the way is gone.
fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Where a commit ends in the log: its last frame's header, and the salts that tell the log's
/// current frames from those it held before it was begun anew. See
/// <https://www.sqlite.org/fileformat.html#the_write_ahead_log>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    frames: u32,
    salts: [u8; 8],
    frame: [u8; FRAME_HEADER],
}

const LOG_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
/// The first bytes of a log, for either byte order of its checksums.
const MAGIC: [[u8; 4]; 2] = [[0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83]];

impl Mark {
    /// The end of the commit after which the log has `frames` frames; `None` when the log does not
    /// hold it.
    pub(crate) fn read(log: &File, frames: u32) -> Option<Self> {
        Self::of_frame(log, frames).filter(Self::commits)
    }

    /// Whether the log holds the end of a commit beyond its first `frames` frames.
    pub(crate) fn is_beyond(log: &File, frames: u32) -> bool {
        (frames..).map_while(|before| Self::of_frame(log, before + 1)).any(|mark| mark.commits())
    }

    /// The last of `frames` frames, if it is whole and belongs to the current log.
    fn of_frame(log: &File, frames: u32) -> Option<Self> {
        let mut header = [0; LOG_HEADER];
        let mut frame = [0; FRAME_HEADER];
        read_at(log, 0, &mut header)?;
        let page = u32::from_be_bytes(header.get(8..12)?.try_into().ok()?);
        let end = log_bytes(frames, page);
        read_at(log, end.checked_sub(u64::from(page) + FRAME_HEADER as u64)?, &mut frame)?;
        let whole = log.metadata().ok()?.len() >= end;
        let own =
            MAGIC.iter().any(|magic| header.starts_with(magic)) && frame[8..16] == header[16..24];
        let salts = header.get(16..24)?.try_into().ok()?;
        (whole && own).then_some(Self { frames, salts, frame })
    }

    /// Only the last frame of a commit says how many pages the database has now.
    fn commits(&self) -> bool {
        self.frame[4..8] != [0; 4]
    }

    /// Whether the log still has it.
    pub(crate) fn is_in(&self, log: &File) -> bool {
        Self::read(log, self.frames) == Some(*self)
    }

    /// Whether it is of the same log as `other`: the log was not begun anew in between.
    pub(crate) fn same_log(&self, other: &Self) -> bool {
        self.salts == other.salts
    }

    pub(crate) fn frames(&self) -> u32 {
        self.frames
    }
}

/// The length of a log of `frames` frames.
pub(crate) fn log_bytes(frames: u32, page_bytes: u32) -> u64 {
    LOG_HEADER as u64 + u64::from(frames) * (u64::from(page_bytes) + FRAME_HEADER as u64)
}

fn read_at(mut file: &File, from: u64, bytes: &mut [u8]) -> Option<()> {
    file.seek(SeekFrom::Start(from)).ok()?;
    file.read_exact(bytes).ok()
}
