//! Files that the command line names. They may be pipes, as `<(curl …)` is one, and are never read beyond what they may hold.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// The bytes of the file at `path`, at most `bytes_max`.
///
/// # Errors
/// When it cannot be read, or has more.
pub(crate) fn read(path: &Path, bytes_max: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than it may have, so that a larger file is seen to be one.
    File::open(path)?.take(bytes_max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > bytes_max {
        return Err(io::Error::other(format!("is larger than {bytes_max} bytes")));
    }
    Ok(bytes)
}
