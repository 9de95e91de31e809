//! Evidence: a folder that proves to a third party, offline, what a ledger recorded about one job.
//!
//! ```text
//! README.md                      what it is, and how to check it
//! verifier.key                   ledger.example.com+0a1b2c3d+AekyeRrm56h…
//! checkpoint                     the signed note that all receipts are against
//! entries/17.json                the leaf of an entry, and its receipt
//! entries/17.tlog-proof
//! customers.json                 ["5001","5002"]
//! outcomes/23.json               [{"cid":"5002","message":"does not exist","status":"FAILED"}]
//! texts/17.request_payload       a text that the leaf names by its SHA-256
//! ```
//!
//! `docs/format.md` describes every byte, and `docs/verify/check.py` is a second program that
//! checks them.

mod check;
mod checked;
mod collect;
mod error;
mod folder;
mod layout;

use std::collections::BTreeMap;

pub use checked::Checked;
pub use error::EvidenceError;

/// The files of one piece of evidence. Before [`check`](Self::check), only their names are certain,
/// and that none is too large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    files: BTreeMap<String, Vec<u8>>,
}

impl Evidence {
    /// Takes files by their names, folders before a `/`.
    ///
    /// # Errors
    /// [`EvidenceError::Unexpected`] for a name that no file of evidence has,
    /// [`EvidenceError::TooLarge`].
    pub fn from_files(files: BTreeMap<String, Vec<u8>>) -> Result<Self, EvidenceError> {
        let mut room = layout::Room::of_evidence();
        for (file, bytes) in &files {
            if !room.take(file) {
                return Err(EvidenceError::Unexpected { file: file.clone() });
            }
            let bytes_max = layout::bytes_max(file)?;
            if bytes.len() > bytes_max {
                return Err(EvidenceError::TooLarge { file: file.clone(), bytes_max });
            }
        }
        Ok(Self { files })
    }

    /// The files by their names.
    #[must_use]
    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }
}
