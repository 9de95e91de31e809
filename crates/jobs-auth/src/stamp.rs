//! Which state of a file was last read, so that one `stat` shows whether it has changed.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Tells one state of a file from another: replacing it makes another inode, writing
/// to it changes its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileStamp {
    modified: Option<SystemTime>,
    bytes: u64,
    inode: (u64, i64, i64),
}

impl FileStamp {
    /// The state of the file at `path`; `None` when it cannot be looked at. Take it before reading
    /// the file, so that a change made meanwhile is noticed the next time.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        #[cfg(unix)]
        let inode = {
            use std::os::unix::fs::MetadataExt as _;
            (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let inode = (0, 0, 0);
        Some(Self { modified: metadata.modified().ok(), bytes: metadata.len(), inode })
    }
}
