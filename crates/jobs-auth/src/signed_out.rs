//! The sessions that were signed out of, which have ended for every holder of a copy. They are kept
//! in a file, since sessions outlive a restart.
//!
//! ```text
//! all 1769612693
//! 9f86d081884c7d659a2feaa0c55ad015 all 1769612693
//! 9f86d081884c7d659a2feaa0c55ad015 000102030405060708090a0b0c0d0e0f 1769655893
//! ```
//!
//! The first line says that every session that was begun by then has ended; the second says it of a
//! user's sessions; the third is one session of the user, and when it was begun.
//!
//! A user is the beginning of the SHA-256 of the name. A line is on the disk before a sign-out is
//! answered. A file that is damaged or missing ends all sessions, as nobody knows which of them
//! were signed out of.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jobs_core::UserId;
use jobs_files::whole_file;
use sha2::{Digest as _, Sha256};

use crate::session_limits::AGE_MAX;

pub(crate) type Id = [u8; 16];

/// How many sessions of one user are remembered until they would have ended anyway: one every seven
/// minutes. One more ends all sessions of this user that are as old as the oldest of these.
const OF_USER_MAX: usize = 100;

/// How many are remembered in all, 24 bytes each: those of 1,000 users who do nothing else. One
/// more ends all sessions that are as old as the oldest of these.
const SESSIONS_MAX: usize = 100_000;

/// How many lines are appended before the file is written anew without those that are no longer
/// needed.
const LINES_APPENDED_MAX: usize = SESSIONS_MAX;

/// The most bytes of such a file: two times [`SESSIONS_MAX`] lines of at most 87 bytes, as many of
/// users, and the first.
const BYTES_MAX: u64 = 32 << 20;

/// The sessions that were signed out of.
#[derive(Debug)]
pub(crate) struct SignedOut {
    /// Locked for every request with a cookie, so never held while something is written.
    state: Mutex<State>,
    /// Held while something is written. Without one, sessions end with the process.
    log: Option<Mutex<Log>>,
}

#[derive(Debug, Default)]
struct State {
    users: HashMap<Id, OfUser>,
    /// Every session that was begun by this time has ended.
    all_until: u64,
}

/// The sessions of one user that were signed out of.
#[derive(Debug, Default)]
struct OfUser {
    /// When each was begun, in seconds since 1970.
    begun: HashMap<Id, u64>,
    /// Every session of this user that was begun by this time has ended.
    all_until: u64,
}

/// The file.
#[derive(Debug)]
struct Log {
    path: PathBuf,
    /// Where lines are appended; `None` when the file must be written anew.
    file: Option<File>,
    lines_appended: usize,
}

impl SignedOut {
    /// No sessions, kept in memory alone.
    pub(crate) fn in_memory() -> Self {
        Self { state: Mutex::default(), log: None }
    }

    /// The sessions in the file at `path`, which is written anew; `now` is in seconds since 1970.
    /// If the file is damaged, or gone and not `is_first`, all sessions have ended, and the reason
    /// is returned.
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
        state.forget(now);
        let mut log = Log { path: path.into(), file: None, lines_appended: 0 };
        log.rewrite(&state.text())?;
        Ok((Self { state: Mutex::new(state), log: Some(Mutex::new(log)) }, fault))
    }

    /// Whether the session was signed out of.
    pub(crate) fn has(&self, id: &Id, user: &UserId, begun: u64) -> bool {
        let state = self.state();
        let of_user = state.users.get(&key_of(user));
        let has = |it: &OfUser| begun <= it.all_until || it.begun.contains_key(id);
        begun <= state.all_until || of_user.is_some_and(has)
    }

    /// When a session of `user` that begins at `now` is taken to have begun: after those that have
    /// all ended.
    pub(crate) fn beginning(&self, user: &UserId, now: u64) -> u64 {
        let state = self.state();
        let of_user = state.users.get(&key_of(user)).map_or(0, |it| it.all_until);
        now.max(state.all_until.max(of_user).saturating_add(1))
    }

    /// Remembers a session from here on. Returns once that is on the disk.
    ///
    /// # Errors
    /// When it is not on the disk, and a restart would forget it.
    pub(crate) fn add(&self, id: Id, user: &UserId, begun: u64, now: u64) -> io::Result<()> {
        let user = key_of(user);
        let is_full = {
            let mut state = self.state();
            state.insert(user, id, begun);
            let is_full = state.count() > SESSIONS_MAX;
            if is_full {
                state.forget(now);
            }
            is_full
        };
        let Some(log) = &self.log else { return Ok(()) };
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        if !is_full && matches!(log.append(&line(&user, &id, begun)), Ok(true)) {
            return Ok(());
        }
        // After a failure, half of a line may stand there.
        let text = {
            let mut state = self.state();
            state.forget(now);
            state.text()
        };
        log.rewrite(&text)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn count(&self) -> usize {
        self.users.values().map(|user| user.begun.len()).sum()
    }

    fn insert(&mut self, user: Id, id: Id, begun: u64) {
        let of_user = self.users.entry(user).or_default();
        of_user.begun.insert(id, begun);
        while of_user.begun.len() > OF_USER_MAX {
            let oldest = oldest(of_user.begun.values());
            of_user.end(oldest);
        }
    }

    /// Forgets sessions that have ended by themselves, and, while there are too many, the oldest
    /// and all as old.
    fn forget(&mut self, now: u64) {
        let over = now.saturating_sub(AGE_MAX.as_secs());
        self.users.retain(|_, user| {
            user.begun.retain(|_, begun| *begun >= over);
            !user.begun.is_empty() || user.all_until >= over
        });
        while self.count() > SESSIONS_MAX {
            let oldest = oldest(self.users.values().flat_map(|user| user.begun.values()));
            self.all_until = self.all_until.max(oldest);
            self.users.values_mut().for_each(|user| user.end(oldest));
        }
    }

    fn text(&self) -> String {
        let mut text = format!("all {}\n", self.all_until);
        for (user, OfUser { begun, all_until }) in &self.users {
            if *all_until > 0 {
                text.push_str(&format!("{} all {all_until}\n", hex::encode(user)));
            }
            for (id, begun) in begun {
                text.push_str(&line(user, id, *begun));
            }
        }
        text
    }
}

impl OfUser {
    /// Ends all sessions that were begun by `until`, which need not be remembered one by one any
    /// more.
    fn end(&mut self, until: u64) {
        let before = self.begun.len();
        self.begun.retain(|_, begun| *begun > until);
        if self.begun.len() < before {
            self.all_until = self.all_until.max(until);
        }
    }
}

impl Log {
    /// Whether the line is on the disk; false if the file must be written anew.
    fn append(&mut self, line: &str) -> io::Result<bool> {
        self.lines_appended += 1;
        match &mut self.file {
            Some(file) if self.lines_appended <= LINES_APPENDED_MAX => {
                file.write_all(line.as_bytes()).and_then(|()| file.sync_data()).map(|()| true)
            }
            _ => Ok(false),
        }
    }

    /// Writes the file anew, and opens it for appending.
    fn rewrite(&mut self, text: &str) -> io::Result<()> {
        self.file = None;
        whole_file::replace_keeping_owner(&self.path, text.as_bytes())?;
        self.file = Some(OpenOptions::new().append(true).open(&self.path)?);
        self.lines_appended = 0;
        Ok(())
    }
}

fn oldest<'a>(begun: impl Iterator<Item = &'a u64>) -> u64 {
    begun.copied().min().unwrap_or_default()
}

/// A key of fixed size and without special characters, for any name.
fn key_of(user: &UserId) -> Id {
    let digest = Sha256::digest(user.as_str());
    let mut key = Id::default();
    key.copy_from_slice(&digest[..size_of::<Id>()]);
    key
}

fn line(user: &Id, id: &Id, begun: u64) -> String {
    format!("{} {} {begun}\n", hex::encode(user), hex::encode(id))
}

/// What the file at `path` says; `InvalidData` when it is not one of ours.
fn read(path: &Path) -> io::Result<State> {
    if std::fs::metadata(path)?.len() > BYTES_MAX {
        return Err(io::ErrorKind::InvalidData.into());
    }
    parse(&whole_file::read_text(path)?).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn parse(text: &str) -> Option<State> {
    // A line without a line break was cut short, and its sign-out never answered.
    let (whole, _cut) = text.rsplit_once('\n')?;
    let mut lines = whole.split('\n');
    let all_until = lines.next()?.strip_prefix("all ")?.parse().ok()?;
    let mut state = State { all_until, ..State::default() };
    for line in lines {
        let (user, rest) = line.split_once(' ')?;
        let (which, begun) = rest.split_once(' ')?;
        let user = parse_id(user)?;
        let begun = begun.parse().ok()?;
        match which {
            "all" => {
                let of_user = state.users.entry(user).or_default();
                of_user.all_until = of_user.all_until.max(begun);
            }
            id => state.insert(user, parse_id(id)?, begun),
        }
    }
    Some(state)
}

fn parse_id(hex: &str) -> Option<Id> {
    let mut id = Id::default();
    hex::decode_to_slice(hex, &mut id).ok()?;
    Some(id)
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

    fn log(signed_out: &SignedOut) -> MutexGuard<'_, Log> {
        signed_out.log.as_ref().unwrap().lock().unwrap()
    }

    fn user(n: usize) -> UserId {
        UserId::new(format!("user-{n}")).unwrap()
    }

    fn vijay() -> UserId {
        UserId::new("vijay").unwrap()
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
        assert!(fault.is_none() && !first.has(&id(1), &vijay(), NOW));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        first.add(id(1), &vijay(), NOW, NOW).unwrap();
        first.add(id(2), &vijay(), NOW - AGE_MAX.as_secs() - 1, NOW).unwrap();
        drop(first);
        // A crash in the middle of a line that was never answered.
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{text}0011")).unwrap();
        for _ in 0..2 {
            let (again, fault) = open(&path);
            assert_eq!(fault, None);
            assert!(again.has(&id(1), &vijay(), NOW) && !again.has(&id(3), &vijay(), NOW));
        }
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(
            text,
            format!("all 0\n{}", line(&key_of(&vijay()), &id(1), NOW)),
            "without what ended by itself"
        );
    }

    #[test]
    fn a_damaged_or_missing_file_ends_all_sessions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signed-out");
        let good = format!(
            "all 5\n{}{}",
            line(&key_of(&vijay()), &id(1), NOW),
            line(&key_of(&vijay()), &id(2), NOW)
        );
        fs::write(&path, &good).unwrap();
        assert_eq!(open(&path).1, None);
        let damaged = [
            String::new(),
            good.replace("all", "al1"),
            good.replace(' ', ""),
            good.replace("\n9", "\nx"),
            good.replacen("\n9", "\n\n9", 1),
            good.replace("1769", "-1769"),
            good.replacen(' ', " all ", 2),
            format!("{good}\0\0\0\n"),
        ];
        for text in damaged {
            fs::write(&path, &text).unwrap();
            let (found, fault) = open(&path);
            assert_eq!(fault, Some("is damaged"), "{text:?}");
            assert!(found.has(&id(7), &vijay(), NOW) && found.has(&id(7), &vijay(), 3));
            let begun = found.beginning(&vijay(), NOW);
            assert!(!found.has(&id(7), &vijay(), begun), "who signs in again is in");
            // This lasts.
            let (again, fault) = open(&path);
            assert!(
                fault.is_none()
                    && again.has(&id(7), &vijay(), NOW)
                    && !again.has(&id(7), &vijay(), begun)
            );
        }
        fs::write(&path, [b'a', 0xff, b'\n']).unwrap();
        assert_eq!(open(&path).1, Some("is damaged"));
        fs::remove_file(&path).unwrap();
        let (found, fault) = open(&path);
        assert!(fault == Some("is gone") && found.has(&id(7), &vijay(), NOW));
    }

    #[test]
    fn for_one_too_many_all_sessions_end_that_are_as_old_as_the_oldest() {
        let signed_out = SignedOut::in_memory();
        for n in 10..10 + SESSIONS_MAX - 2 {
            signed_out.state().insert(key_of(&user(n % 2000)), id(n), NOW);
        }
        for (n, begun) in [(1, NOW - 20), (2, NOW - 10), (3, NOW - 30)] {
            signed_out.add(id(n), &vijay(), begun, NOW).unwrap();
        }
        assert_eq!(signed_out.state().count(), SESSIONS_MAX);
        for (n, begun) in [(1, NOW - 20), (2, NOW - 10), (3, NOW - 30)] {
            assert!(signed_out.has(&id(n), &vijay(), begun), "{n}");
        }
        assert!(signed_out.has(&id(10), &user(10), NOW));
        assert!(signed_out.has(&id(4), &vijay(), NOW - 30), "as old as the one that is forgotten");
        assert!(!signed_out.has(&id(4), &vijay(), NOW - 29));
        // What has ended by itself makes room first.
        signed_out.add(id(5), &vijay(), NOW, NOW + AGE_MAX.as_secs() - 5).unwrap();
        assert!(!signed_out.has(&id(4), &vijay(), NOW - 29));
    }

    #[test]
    fn one_user_ends_only_sessions_of_that_user() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signed-out");
        let (signed_out, _) = SignedOut::open(&path, true, NOW).unwrap();
        signed_out.add(id(1), &user(1), NOW - 9000, NOW).unwrap();
        for n in 0..3 * OF_USER_MAX {
            let begun = NOW - 3000 + u64::try_from(n).unwrap();
            signed_out.add(id(1000 + n), &vijay(), begun, NOW).unwrap();
        }
        let ended = NOW - 3000 + 2 * OF_USER_MAX as u64 - 1;
        for restarted in [signed_out, open(&path).0, open(&path).0] {
            assert_eq!(restarted.state().count(), OF_USER_MAX + 1);
            for n in 0..3 * OF_USER_MAX {
                let begun = NOW - 3000 + u64::try_from(n).unwrap();
                assert!(restarted.has(&id(1000 + n), &vijay(), begun), "{n}");
            }
            assert!(restarted.has(&id(7), &vijay(), ended), "as old as one that is forgotten");
            assert!(!restarted.has(&id(7), &vijay(), ended + 1));
            assert_eq!(restarted.beginning(&vijay(), ended), ended + 1);
            for begun in [3, NOW - 9000, NOW] {
                assert!(!restarted.has(&id(7), &user(1), begun), "another user's");
                assert!(!restarted.has(&id(1000), &user(1), begun));
            }
            assert!(restarted.has(&id(1), &user(1), NOW - 9000));
        }
    }

    /// Asking whether a session goes on does not wait for the disk.
    #[test]
    fn nobody_waits_for_what_is_being_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signed-out");
        let (signed_out, _) = SignedOut::open(&path, true, NOW).unwrap();
        let writing = log(&signed_out);
        std::thread::scope(|scope| {
            let out = scope.spawn(|| signed_out.add(id(1), &vijay(), NOW, NOW));
            while !signed_out.has(&id(1), &vijay(), NOW) {
                std::thread::yield_now();
            }
            assert!(!out.is_finished(), "it is not on the disk");
            assert_eq!(signed_out.beginning(&vijay(), NOW), NOW);
            drop(writing);
            out.join().unwrap().unwrap();
        });
        assert!(open(&path).0.has(&id(1), &vijay(), NOW));
    }

    #[test]
    fn the_file_is_written_anew_after_many_lines_and_after_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("signed-out");
        let (signed_out, _) = SignedOut::open(&path, true, NOW).unwrap();
        signed_out.add(id(1), &vijay(), NOW - AGE_MAX.as_secs(), NOW).unwrap();
        log(&signed_out).lines_appended = LINES_APPENDED_MAX;
        signed_out.add(id(2), &vijay(), NOW, NOW + 1).unwrap();
        let expected = format!("all 0\n{}", line(&key_of(&vijay()), &id(2), NOW));
        assert_eq!(fs::read_to_string(&path).unwrap(), expected);
        // A file that cannot be written, as on a full disk.
        log(&signed_out).file = Some(File::open(&path).unwrap());
        signed_out.add(id(3), &vijay(), NOW, NOW + 1).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 3);
        log(&signed_out).file = Some(File::open(&path).unwrap());
        let elsewhere = folder.path().join("elsewhere");
        fs::rename(folder.path().join("signed-out"), &elsewhere).unwrap();
        fs::create_dir(&path).unwrap();
        assert!(signed_out.add(id(4), &vijay(), NOW, NOW).is_err());
        assert!(signed_out.has(&id(4), &vijay(), NOW), "here, it has ended all the same");
    }
}
