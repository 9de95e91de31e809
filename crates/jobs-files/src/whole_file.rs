//! Files that exist whole or not at all, whenever the machine stops; readable by their owner alone.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::directory;

/// The text of a regular file of at most `bytes_max` bytes. Anything else at `path` could keep its
/// reader waiting, or never end.
///
/// # Errors
/// When it cannot be read, or is something else.
pub fn read(path: &Path, bytes_max: u64) -> io::Result<String> {
    check_regular(path)?;
    let mut text = String::new();
    File::open(path)?.take(bytes_max + 1).read_to_string(&mut text)?;
    if text.len() as u64 > bytes_max {
        let reason = format!("is longer than the {bytes_max} bytes that such a file has at most");
        return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
    }
    Ok(text)
}

/// The text of a regular file of any length.
///
/// # Errors
/// When it cannot be read, or is something else. A link that leads nowhere is not
/// [`NotFound`](io::ErrorKind::NotFound): the disk that it leads to may not be mounted.
pub fn read_text(path: &Path) -> io::Result<String> {
    if path.is_symlink() && matches!(path.try_exists(), Ok(false)) {
        let reason =
            "is a link that leads nowhere: put the file back that it leads to, or remove the link";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    }
    check_regular(path)?;
    fs::read_to_string(path)
}

fn check_regular(path: &Path) -> io::Result<()> {
    if fs::metadata(path)?.is_file() {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, "is not a regular file"))
}

/// Writes a new file. It is durable when this returns.
///
/// # Errors
/// When it cannot be written, or when `path` already exists.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = written(path, bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    directory::sync_of(path)
}

/// Replaces the file at `path`, if there is one: whenever the machine stops, one or the other is
/// there. It is durable when this returns, and belongs to the user who runs this.
///
/// # Errors
/// When it cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put_in_place(written(path, bytes)?, path)
}

/// As [`replace`], but the file belongs to the same user and group as before: when root changes the
/// file of a server that runs as another user, the server must still be able to read it.
///
/// # Errors
/// Those of [`replace`], also when the new file cannot be given to its owner.
pub fn replace_keeping_owner(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = written(path, bytes)?;
    #[cfg(unix)]
    keep_owner(path, file.as_file())?;
    put_in_place(file, path)
}

/// A file of mode 0600 beside `path`, which is not durable yet.
fn written(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = NamedTempFile::new_in(directory::of(path))?;
    file.write_all(bytes)?;
    Ok(file)
}

fn put_in_place(file: NamedTempFile, path: &Path) -> io::Result<()> {
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    directory::sync_of(path)
}

#[cfg(unix)]
fn keep_owner(path: &Path, file: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let before = match fs::metadata(path) {
        Ok(before) => before,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let made = file.metadata()?;
    if (made.uid(), made.gid()) == (before.uid(), before.gid()) {
        return Ok(());
    }
    fchown(file, Some(before.uid()), Some(before.gid()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_when_that_is_meant_and_nothing_is_left_over() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        create(&path, b"one").unwrap();
        let exists = create(&path, b"two").unwrap_err();
        assert_eq!(exists.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        for (replace, bytes) in
            [(replace as fn(&Path, &[u8]) -> _, b"two"), (replace_keeping_owner, b"six")]
        {
            replace(&path, bytes).unwrap();
            assert_eq!(fs::read(&path).unwrap(), bytes);
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        replace(&folder.path().join("new"), b"three").unwrap();
        create(&folder.path().join("no/such"), b"").unwrap_err();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    /// Only root can give files away; run by another user, this tests nothing.
    #[cfg(unix)]
    #[test]
    fn a_replaced_file_keeps_its_owner_where_that_is_asked_for() {
        use std::os::unix::fs::{MetadataExt as _, chown};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        create(&path, b"one").unwrap();
        if chown(&path, Some(1001), Some(1002)).is_err() {
            return;
        }
        let owner = || {
            let found = fs::metadata(&path).unwrap();
            (found.uid(), found.gid())
        };
        replace_keeping_owner(&path, b"two").unwrap();
        assert_eq!(owner(), (1001, 1002));
        replace(&path, b"three").unwrap();
        assert_ne!(owner(), (1001, 1002));
    }

    #[test]
    fn what_is_no_regular_file_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        create(&path, b"text").unwrap();
        assert_eq!(
            (read(&path, 4).unwrap(), read_text(&path).unwrap()),
            ("text".into(), "text".into())
        );
        assert_eq!(read(&path, 3).unwrap_err().kind(), io::ErrorKind::InvalidData);
        let absent = folder.path().join("absent");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&absent, &link).unwrap();
        for (path, kind) in [
            (folder.path(), io::ErrorKind::InvalidInput),
            (&absent, io::ErrorKind::NotFound),
            (&link, io::ErrorKind::InvalidInput),
        ] {
            assert_eq!(read_text(path).unwrap_err().kind(), kind, "{}", path.display());
        }
    }
}
