//! When a whole ledger was last verified, and what that came to: a file beside the ledger, which
//! whoever verifies it may leave there for those who look at the ledger.
//!
//! ```text
//! {"ended_at":"2026-03-01T02:00:07.412Z","size":1530,"root":"4f1c…","is_sound":true,"findings":0,
//!  "signatures_checked":true}
//! ```
//!
//! It says what was seen, and proves nothing: whoever can change the ledger can change the file.

use std::io;
use std::path::Path;

use jobs_core::merkle::Hash;
use jobs_core::{Index, Timestamp};
use jobs_files::whole_file;
use serde::{Deserialize, Serialize};

/// What a verification of a whole ledger came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// When it ended.
    pub ended_at: Timestamp,
    /// How many entries were read.
    pub size: Index,
    /// The root of the tree over them; `None` if it could not be built.
    pub root: Option<Hash>,
    /// Whether every entry could be read, and nothing differs from what was recorded.
    pub is_sound: bool,
    /// How much differs.
    pub findings: u64,
    /// Whether there were a key and signed checkpoints, all of which it checked.
    pub signatures_checked: bool,
}

/// As it is written.
#[derive(Serialize, Deserialize)]
struct Written {
    ended_at: String,
    size: Index,
    root: Option<Hash>,
    is_sound: bool,
    findings: u64,
    signatures_checked: bool,
}

/// Many times what the file has.
const BYTES_MAX: u64 = 4096;

impl Verified {
    /// The name of the file, in the directory of the ledger.
    pub const FILE: &str = "verified.json";

    /// What the file in `data_dir` says, if there is one.
    ///
    /// # Errors
    /// When it cannot be read, or says something else.
    pub fn read(data_dir: &Path) -> io::Result<Option<Self>> {
        let text = match whole_file::read(&data_dir.join(Self::FILE), BYTES_MAX) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let Written { ended_at, size, root, is_sound, findings, signatures_checked } =
            serde_json::from_str(&text)?;
        let ended_at = Timestamp::parse("ended_at", &ended_at).map_err(io::Error::other)?;
        Ok(Some(Self { ended_at, size, root, is_sound, findings, signatures_checked }))
    }

    /// Replaces the file in `data_dir`. The user who runs the server can read it, whoever writes
    /// it: nothing in it is secret.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, data_dir: &Path) -> io::Result<()> {
        let Self { ended_at, size, root, is_sound, findings, signatures_checked } = *self;
        let ended_at = ended_at.to_string();
        let written = Written { ended_at, size, root, is_sound, findings, signatures_checked };
        let path = data_dir.join(Self::FILE);
        whole_file::replace(&path, &serde_json::to_vec(&written)?)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Verified::read(folder.path()).unwrap(), None);
        let first = Verified {
            ended_at: Timestamp::now(),
            size: 1530,
            root: Some(Hash::of(b"a root")),
            is_sound: true,
            findings: 0,
            signatures_checked: true,
        };
        let second = Verified {
            root: None,
            is_sound: false,
            findings: 7,
            signatures_checked: false,
            ..first
        };
        for verified in [first, second] {
            verified.write(folder.path()).unwrap();
            assert_eq!(Verified::read(folder.path()).unwrap(), Some(verified));
        }
        for wrong in ["", "{}", r#"{"ended_at":"soon","size":1,"is_sound":true,"findings":0}"#] {
            std::fs::write(folder.path().join(Verified::FILE), wrong).unwrap();
            assert!(Verified::read(folder.path()).is_err(), "{wrong}");
        }
    }
}
