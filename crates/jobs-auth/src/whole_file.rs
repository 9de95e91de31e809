//! Files that appear whole or not at all, readable by their owner alone.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// The text of a regular file: whatever else stands at `path` may have a reader wait, or have no end.
pub(crate) fn read_text(path: &Path) -> io::Result<String> {
    let unfit = |reason| Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
    // A disk that is not mounted, perhaps: that is another matter than a file that was never there.
    if path.is_symlink() && matches!(path.try_exists(), Ok(false)) {
        return unfit(
            "is a link that leads nowhere: put the file back that it leads to, or remove the link",
        );
    }
    if !fs::metadata(path)?.is_file() {
        return unfit("is not a regular file");
    }
    fs::read_to_string(path)
}

/// Replaces the file at `path`, or makes it. Its owner stays the same.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let file = written(path, text)?;
    #[cfg(unix)]
    keep_owner(path, file.as_file())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_directory(path)
}

/// Makes the file at `path`, where there is none.
pub(crate) fn create(path: &Path, text: &str) -> io::Result<()> {
    let file = written(path, text)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    sync_directory(path)
}

/// A file beside `path`, made with mode 0600.
fn written(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let mut file = NamedTempFile::new_in(directory(path))?;
    file.write_all(text.as_bytes())?;
    Ok(file)
}

fn directory(path: &Path) -> &Path {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    directory.unwrap_or(Path::new("."))
}

/// A name is durable once its directory is.
fn sync_directory(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(directory(path))?.sync_all()?;
    Ok(())
}

/// When root changes the file of a server that runs as somebody else, that somebody must still be able to read it.
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
