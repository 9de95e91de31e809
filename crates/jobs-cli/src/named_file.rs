//! Files that the command line names: regular ones, or pipes that the shell hands over, as `<(curl
//! …)` does. They are never read beyond what they may hold, and nothing else is waited for.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// The bytes of the file at `path`, at most `bytes_max`.
///
/// # Errors
/// When it cannot be read, is another kind of file, or has more ([`io::ErrorKind::FileTooLarge`]).
pub(crate) fn read(path: &Path, bytes_max: u64) -> io::Result<Vec<u8>> {
    // Opening any other pipe would wait for a writer.
    let is_handed_over = path == Path::new("/dev/stdin")
        || ["/dev/fd", "/proc/self/fd"].iter().any(|fd| path.parent() == Some(Path::new(fd)));
    if !is_handed_over && !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "is not a regular file"));
    }
    let mut bytes = Vec::new();
    // One byte more than it may have, to notice a larger file.
    File::open(path)?.take(bytes_max + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > bytes_max {
        let reason = format!("is larger than {bytes_max} bytes");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, reason));
    }
    Ok(bytes)
}
