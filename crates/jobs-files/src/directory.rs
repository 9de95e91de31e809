//! Makes and checks the directories that files are in.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::path::Path;

/// The directory that `path` is in.
#[must_use]
pub fn of(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Makes a directory, and those that it is in, which other users may not look into.
///
/// # Errors
/// When there is none, and it cannot be made.
pub fn make(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Checks that files can be made in a directory or, if it does not exist, in the one in which it
/// would be made. Leaves nothing behind, and does not make the directory meanwhile: another program
/// may be about to use it.
///
/// # Errors
/// When they cannot.
pub fn check(path: &Path) -> io::Result<()> {
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

/// Makes durable the names in the directory that `path` is in.
pub(crate) fn sync_of(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(of(path))?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_is_checked_and_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there");
        fs::create_dir(&there).unwrap();
        check(&there).unwrap();
        check(&there.join("a/b/c")).unwrap();
        assert_eq!(fs::read_dir(&there).unwrap().count(), 0);
        fs::write(there.join("file"), "").unwrap();
        for path in [there.join("file"), there.join("file/a"), "/proc".into(), "/proc/x/y".into()] {
            check(&path).unwrap_err();
        }
        assert_eq!(fs::read_dir(&there).unwrap().count(), 1);
    }

    #[test]
    fn a_name_alone_is_in_the_current_directory() {
        assert_eq!(of(Path::new("file")), Path::new("."));
    }
}
