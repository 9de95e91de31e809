//! What there is below a directory.

use std::fs;
use std::path::{Path, PathBuf};

/// All files and directories below `path`, sorted.
pub(crate) fn below(path: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path));
        }
        found.push(path);
    }
    found.sort();
    found
}
