//! Lock files, readable by their owner alone.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;

/// Opens a lock file, and makes it if there is none.
///
/// # Errors
/// When it cannot be opened, or is not a regular file: opening a pipe would wait for a reader.
pub fn open(path: &Path) -> io::Result<File> {
    open_regular(path, File::options().create(true))
}

/// Checks that [`open`] would open a file that is there.
///
/// # Errors
/// Those of [`open`].
pub fn check(path: &Path) -> io::Result<()> {
    match open_regular(path, &mut File::options()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn open_regular(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "is not a regular file"));
    }
    options.truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_made_once_and_keeps_its_content() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        check(&path).unwrap();
        assert!(!path.exists(), "a check makes nothing");
        drop(open(&path).unwrap());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::write(&path, "content").unwrap();
        let first = open(&path).unwrap();
        first.try_lock().unwrap();
        assert!(open(&path).unwrap().try_lock().is_err(), "it is locked");
        assert_eq!(fs::read(&path).unwrap(), b"content");
        for refused in [check(folder.path()), open(folder.path()).map(drop)] {
            assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::InvalidInput);
        }
    }
}
