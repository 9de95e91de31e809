//! What a demo keeps in the data directory: the port of its upstream, the password of its people,
//! and whether the ledger is its own.
//!
//! ```text
//! {"upstream_port":40123,"password":"k3jd-9x2m-qq7f-a8rc","began_ledger":true}
//! ```

use std::io;
use std::path::Path;

use jobs_files::whole_file;
use serde::{Deserialize, Serialize};

/// What a demo keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kept {
    pub(crate) upstream_port: u16,
    pub(crate) password: String,
    /// Whether the ledger was made by a server with `--demo`. Only such a one is filled.
    pub(crate) began_ledger: bool,
}

/// Many times what the file has.
const BYTES_MAX: u64 = 4096;

impl Kept {
    /// With a password that is made now: whoever can reach this machine's ports must not know it.
    pub(super) fn new(upstream_port: u16) -> io::Result<Self> {
        /// Without those that look like others.
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        let letters = random.map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        let parts: Vec<String> = letters.chunks(4).map(|part| part.iter().collect()).collect();
        Ok(Self { upstream_port, password: parts.join("-"), began_ledger: false })
    }

    /// What is in the file, if there is one that can be used.
    pub(crate) fn read(path: &Path) -> Option<Self> {
        serde_json::from_str(&whole_file::read(path, BYTES_MAX).ok()?).ok()
    }

    /// Writes the file, which only its owner may read.
    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        whole_file::replace(path, &serde_json::to_vec(self)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_was_written_and_each_demo_has_another_password() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.json");
        assert_eq!(Kept::read(&path), None);
        let kept = Kept::new(7).unwrap();
        kept.write(&path).unwrap();
        assert_eq!(Kept::read(&path), Some(kept.clone()));
        // A file of any size in its place is not read into memory.
        let mut long = std::fs::read(&path).unwrap();
        long.resize(4097, b' ');
        std::fs::write(&path, &long).unwrap();
        assert_eq!(Kept::read(&path), None);
        std::fs::write(&path, &long[..4096]).unwrap();
        assert_eq!(Kept::read(&path), Some(kept.clone()));
        assert_ne!(kept.password, Kept::new(7).unwrap().password);
        assert_eq!(kept.password.len(), 19);
    }
}
