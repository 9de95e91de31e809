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
        self.write(&line(&user, &id, begun), is_full, now)
    }

    /// Ends all sessions of `user` that were begun by now. Returns once that is on the disk.
    ///
    /// # Errors
    /// When it is not on the disk, and a restart would forget it.
    pub(crate) fn end_all(&self, user: &UserId, now: u64) -> io::Result<()> {
        let user = key_of(user);
        let until = {
            let mut state = self.state();
            let of_user = state.users.entry(user).or_default();
            // Sessions that were begun since the last time are dated one second later.
            let until = if of_user.all_until < now { now } else { of_user.all_until + 1 };
            of_user.end(until);
            of_user.all_until = until;
            until
        };
        self.write(&format!("{} all {until}\n", hex::encode(user)), false, now)
    }

    /// Appends a line to the file, or writes that anew if it must be.
    fn write(&self, line: &str, is_full: bool, now: u64) -> io::Result<()> {
        let Some(log) = &self.log else { return Ok(()) };
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        if !is_full && matches!(log.append(line), Ok(true)) {
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
mod tests;
