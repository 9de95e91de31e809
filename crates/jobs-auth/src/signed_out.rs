//! The sessions that were signed out of, which have ended for whoever has a copy: kept in a file, since a session
//! outlives a restart.
//!
//! ```text
//! all 1769612693                               every session that was begun by then has ended
//! 000102030405060708090a0b0c0d0e0f 1769655893  the ID of a session that was signed out of, and when it was begun
//! ```
//!
//! A line is on the disk before a sign-out is answered. A file that is damaged or missing ends all sessions, as nobody
//! knows which of them were signed out of.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::session::AGE_MAX;
use crate::whole_file;

pub(crate) type Id = [u8; 16];

/// How many sessions are remembered until they would have ended anyway: 100,000 of 24 bytes, one every half second. For
/// one more, all sessions end that are as old as the oldest of these.
const SESSIONS_MAX: usize = 100_000;

/// How many lines are appended before the file is written anew without those that nobody needs any more.
const LINES_APPENDED_MAX: usize = SESSIONS_MAX;

/// The most bytes of a file of ours: two times [`SESSIONS_MAX`] lines of at most 54 bytes, and the first.
const BYTES_MAX: u64 = 12 << 20;

/// The sessions that were signed out of.
#[derive(Debug)]
pub(crate) struct SignedOut {
    state: Mutex<State>,
    /// Without one, sessions end with the process.
    path: Option<PathBuf>,
}

#[derive(Debug, Default)]
struct State {
    /// When each was begun, in seconds since 1970.
    begun: HashMap<Id, u64>,
    /// Every session that was begun by then has ended.
    all_until: u64,
    /// Where lines are appended; `None` when the file must be written anew.
    file: Option<File>,
    lines_appended: usize,
}

impl SignedOut {
    /// None, kept in memory alone.
    pub(crate) fn in_memory() -> Self {
        Self { state: Mutex::default(), path: None }
    }

    /// Those in the file at `path`, which is written anew, at `now` in seconds since 1970. Where it is damaged, or gone
    /// and not `is_first`, all sessions have ended, and the reason is given.
    pub(crate) fn open(
        path: &Path,
        is_first: bool,
        now: u64,
    ) -> io::Result<(Self, Option<&'static str>)> {
        let (mut state, fault) = match read(path) {
            Ok(state) => (state, None),
            Err(error) => match error.kind() {
                io::ErrorKind::NotFound if is_first => (State::default(), None),
                io::ErrorKind::NotFound => (State::default(), Some("is gone")),
                io::ErrorKind::InvalidData => (State::default(), Some("is damaged")),
                _ => return Err(error),
            },
        };
        if fault.is_some() {
            state.all_until = now;
        }
        state.rewrite(path, now)?;
        Ok((Self { state: Mutex::new(state), path: Some(path.into()) }, fault))
    }

    /// Whether the session was signed out of.
    pub(crate) fn has(&self, id: &Id, begun: u64) -> bool {
        let state = self.state();
        begun <= state.all_until || state.begun.contains_key(id)
    }

    /// When a session that begins at `now` is taken to have begun: after those that have all ended.
    pub(crate) fn beginning(&self, now: u64) -> u64 {
        now.max(self.state().all_until.saturating_add(1))
    }

    /// Remembers a session from here on. Returns when that is on the disk.
    ///
    /// # Errors
    /// That it is not, and a restart would forget it.
    pub(crate) fn add(&self, id: Id, begun: u64, now: u64) -> io::Result<()> {
        let mut state = self.state();
        state.begun.insert(id, begun);
        let is_full = state.begun.len() > SESSIONS_MAX;
        if is_full {
            state.forget(now);
        }
        let Some(path) = &self.path else { return Ok(()) };
        if !is_full && matches!(state.append(&line(&id, begun)), Ok(true)) {
            return Ok(());
        }
        // After a failure, half of a line may stand there.
        state.rewrite(path, now)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Whether the line is on the disk; not if the file must be written anew.
    fn append(&mut self, line: &str) -> io::Result<bool> {
        self.lines_appended += 1;
        match &mut self.file {
            Some(file) if self.lines_appended <= LINES_APPENDED_MAX => {
                file.write_all(line.as_bytes()).and_then(|()| file.sync_data()).map(|()| true)
            }
            _ => Ok(false),
        }
    }

    /// Forgets sessions that have ended by themselves, and the oldest while there are too many: with all as old.
    fn forget(&mut self, now: u64) {
        self.begun.retain(|_, begun| begun.saturating_add(AGE_MAX.as_secs()) >= now);
        while self.begun.len() > SESSIONS_MAX {
            let oldest = self.begun.values().copied().min().unwrap_or_default();
            self.all_until = self.all_until.max(oldest);
            self.begun.retain(|_, begun| *begun > oldest);
        }
    }

    /// Writes the file anew, and opens it for what comes.
    fn rewrite(&mut self, path: &Path, now: u64) -> io::Result<()> {
        self.file = None;
        self.forget(now);
        let mut text = format!("all {}\n", self.all_until);
        for (id, begun) in &self.begun {
            text.push_str(&line(id, *begun));
        }
        whole_file::replace(path, &text)?;
        self.file = Some(OpenOptions::new().append(true).open(path)?);
        self.lines_appended = 0;
        Ok(())
    }
}

fn line(id: &Id, begun: u64) -> String {
    format!("{} {begun}\n", hex::encode(id))
}

/// What the file at `path` says; `InvalidData` when it is none of ours.
fn read(path: &Path) -> io::Result<State> {
    if std::fs::metadata(path)?.len() > BYTES_MAX {
        return Err(io::ErrorKind::InvalidData.into());
    }
    parse(&whole_file::read_text(path)?).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn parse(text: &str) -> Option<State> {
    // What follows the last line break was cut short, and never answered.
    let (whole, _cut) = text.rsplit_once('\n')?;
    let mut lines = whole.split('\n');
    let all_until = lines.next()?.strip_prefix("all ")?.parse().ok()?;
    let mut state = State { all_until, ..State::default() };
    for line in lines {
        let (id, begun) = line.split_once(' ')?;
        let mut bytes = Id::default();
        hex::decode_to_slice(id, &mut bytes).ok()?;
        state.begun.insert(bytes, begun.parse().ok()?);
    }
    Some(state)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const NOW: u64 = 1_769_612_693;

    fn id(n: usize) -> Id {
        let mut id = Id::default();
        id[..8].copy_from_slice(&n.to_be_bytes());
        id
    }

    fn open(path: &Path) -> (SignedOut, Option<&'static str>) {
        SignedOut::open(path, false, NOW).unwrap()
    }

    #[test]
    fn what_was_signed_out_of_stays_so_after_a_restart() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signed-out");
        let (first, fault) = SignedOut::open(&path, true, NOW).unwrap();
        assert!(fault.is_none() && !first.has(&id(1), NOW));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        first.add(id(1), NOW, NOW).unwrap();
        first.add(id(2), NOW - AGE_MAX.as_secs() - 1, NOW).unwrap();
        drop(first);
        // A crash in the middle of a line that was never answered.
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{text}0011")).unwrap();
        for _ in 0..2 {
            let (again, fault) = open(&path);
            assert_eq!(fault, None);
            assert!(again.has(&id(1), NOW) && !again.has(&id(3), NOW));
        }
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text, format!("all 0\n{}", line(&id(1), NOW)), "without what ended by itself");
    }

    #[test]
    fn a_damaged_or_missing_file_ends_all_sessions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signed-out");
        let good = format!("all 5\n{}{}", line(&id(1), NOW), line(&id(2), NOW));
        fs::write(&path, &good).unwrap();
        assert_eq!(open(&path).1, None);
        let damaged = [
            String::new(),
            good.replace("all", "al1"),
            good.replace(' ', ""),
            good.replace("\n0", "\nx"),
            good.replacen("\n0", "\n\n0", 1),
            good.replace("1769", "-1769"),
            format!("{good}\0\0\0\n"),
        ];
        for text in damaged {
            fs::write(&path, &text).unwrap();
            let (found, fault) = open(&path);
            assert_eq!(fault, Some("is damaged"), "{text:?}");
            assert!(found.has(&id(7), NOW) && found.has(&id(7), 3));
            let begun = found.beginning(NOW);
            assert!(!found.has(&id(7), begun), "who signs in again is in");
            // And it stays so.
            let (again, fault) = open(&path);
            assert!(fault.is_none() && again.has(&id(7), NOW) && !again.has(&id(7), begun));
        }
        fs::write(&path, [b'a', 0xff, b'\n']).unwrap();
        assert_eq!(open(&path).1, Some("is damaged"));
        fs::remove_file(&path).unwrap();
        let (found, fault) = open(&path);
        assert!(fault == Some("is gone") && found.has(&id(7), NOW));
    }

    #[test]
    fn for_one_too_many_all_sessions_end_that_are_as_old_as_the_oldest() {
        let signed_out = SignedOut::in_memory();
        let others = (10..10 + SESSIONS_MAX - 2).map(|n| (id(n), NOW));
        signed_out.state().begun.extend(others);
        for (n, begun) in [(1, NOW - 20), (2, NOW - 10), (3, NOW - 30)] {
            signed_out.add(id(n), begun, NOW).unwrap();
        }
        assert_eq!(signed_out.state().begun.len(), SESSIONS_MAX);
        for (n, begun) in [(1, NOW - 20), (2, NOW - 10), (3, NOW - 30), (10, NOW)] {
            assert!(signed_out.has(&id(n), begun), "{n}");
        }
        assert!(signed_out.has(&id(4), NOW - 30), "as old as the one that is forgotten");
        assert!(!signed_out.has(&id(4), NOW - 29));
        // What has ended by itself makes room first.
        signed_out.add(id(5), NOW, NOW + AGE_MAX.as_secs() - 5).unwrap();
        assert!(!signed_out.has(&id(4), NOW - 29));
    }

    #[test]
    fn the_file_is_written_anew_after_many_lines_and_after_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signed-out");
        let (signed_out, _) = SignedOut::open(&path, true, NOW).unwrap();
        signed_out.add(id(1), NOW - AGE_MAX.as_secs(), NOW).unwrap();
        signed_out.state().lines_appended = LINES_APPENDED_MAX;
        signed_out.add(id(2), NOW, NOW + 1).unwrap();
        let expected = format!("all 0\n{}", line(&id(2), NOW));
        assert_eq!(fs::read_to_string(&path).unwrap(), expected);
        // As of a disk that takes no more: a file that cannot be written.
        signed_out.state().file = Some(File::open(&path).unwrap());
        signed_out.add(id(3), NOW, NOW + 1).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 3);
        signed_out.state().file = Some(File::open(&path).unwrap());
        let elsewhere = folder.path().join("elsewhere");
        fs::rename(folder.path().join("signed-out"), &elsewhere).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(signed_out.add(id(4), NOW, NOW).is_err());
        assert!(signed_out.has(&id(4), NOW), "here, it has ended all the same");
    }
}
