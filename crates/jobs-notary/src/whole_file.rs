//! Files that are there whole or not at all, whenever the machine stops; readable by their owner alone.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// The text of a regular file of `bytes_max` bytes at most: whatever else stands at `path` may have a reader wait, or have
/// no end.
///
/// # Errors
/// When it cannot be read, or is something else.
pub fn read(path: &Path, bytes_max: u64) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "is not a regular file"));
    }
    let mut text = String::new();
    File::open(path)?.take(bytes_max + 1).read_to_string(&mut text)?;
    if text.len() as u64 > bytes_max {
        let reason = format!("is longer than the {bytes_max} bytes that such a file has at most");
        return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
    }
    Ok(text)
}

/// Opens a file that is only locked, and makes it, readable by its owner alone, if there is none.
///
/// # Errors
/// When it cannot be opened, or is something else: opening a pipe would wait for a reader.
pub fn open_lock(path: &Path) -> io::Result<File> {
    open_regular(path, File::options().create(true))
}

/// Checks that [`open_lock`] would open a file that is there.
///
/// # Errors
/// Those of [`open_lock`].
pub fn check_lock(path: &Path) -> io::Result<()> {
    match open_regular(path, &mut File::options()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn open_regular(path: &Path, options: &mut fs::OpenOptions) -> io::Result<File> {
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "is not a regular file"));
    }
    options.truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.open(path)
}

/// Makes a directory, and those that it is in, which others may not look into.
///
/// # Errors
/// When there is none, and it cannot be made.
pub fn make_directory(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Checks that files can be made in a directory or, where it has to be made first, in the one that it is to be made in. Leaves
/// nothing behind, and makes no directory meanwhile: somebody else may be about to use it.
///
/// # Errors
/// When they cannot.
pub fn check_directory(path: &Path) -> io::Result<()> {
    for directory in path.ancestors() {
        let directory = if directory.as_os_str().is_empty() { Path::new(".") } else { directory };
        match fs::metadata(directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
            Ok(_) => return tempfile::tempfile_in(directory).map(drop),
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

/// Writes a new file. It is durable when this returns.
///
/// # Errors
/// When it cannot be written, also because there is something at `path` already.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    beside(path, bytes)?.persist_noclobber(path).map_err(|error| error.error)?;
    File::open(directory_of(path))?.sync_all()
}

/// Writes a file in the place of the one at `path`, if there is one: whenever the machine stops, one or the other is
/// there. It is durable when this returns.
///
/// # Errors
/// When it cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    beside(path, bytes)?.persist(path).map_err(|error| error.error)?;
    File::open(directory_of(path))?.sync_all()
}

/// The directory in which `path` is.
pub(crate) fn directory_of(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// A durable file of mode 0600 that only has to get its name.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = NamedTempFile::new_in(directory_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_is_checked_and_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there");
        fs::create_dir(&there).unwrap();
        check_directory(&there).unwrap();
        check_directory(&there.join("a/b/c")).unwrap();
        assert_eq!(fs::read_dir(&there).unwrap().count(), 0);
        fs::write(there.join("file"), "").unwrap();
        for path in [there.join("file"), there.join("file/a"), "/proc".into(), "/proc/x/y".into()] {
            check_directory(&path).unwrap_err();
        }
        assert_eq!(fs::read_dir(&there).unwrap().count(), 1);
    }

    #[test]
    fn a_file_is_replaced_only_when_that_is_meant_and_nothing_is_left_over() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        create(&path, b"one").unwrap();
        let exists = create(&path, b"two").unwrap_err();
        assert_eq!(exists.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        replace(&folder.path().join("new"), b"three").unwrap();
        create(&folder.path().join("no/such"), b"").unwrap_err();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(directory_of(Path::new("file")), Path::new("."));
    }
}
