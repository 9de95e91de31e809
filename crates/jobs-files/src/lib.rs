#![doc = include_str!("../README.md")]

pub mod directory;
pub mod lock_file;
pub mod permissions;
pub mod whole_file;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The path of the file beside `path` that has its name and `suffix`, as SQLite names what belongs
/// to a database.
#[must_use]
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}
