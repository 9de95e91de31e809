//! The writer's watch over its files: before it begins a batch, and before it answers one.

use std::cell::Cell;
use std::fs::File;
use std::sync::Arc;

use jobs_core::{Error, Index, Result};
use rusqlite::{Connection, OptionalExtension as _};

use crate::error::{Context, Unwritten, unwritten};
use crate::file::connection;
use crate::file::files::{Files, Mark, Stamp, log_bytes};
use crate::file::log::{self, LOG_PAGES};
use crate::format::codes::to_sql;
use crate::reading::tree;

thread_local! {
    /// How many frames the log had after this thread's last commit; none when that commit wrote
    /// nothing.
    static FRAMES: Cell<Option<u32>> = const { Cell::new(None) };
}

/// What was durable last, as far as this writer knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Newest {
    size: Index,
    /// The leaf of the last entry, if there is one.
    leaf: Option<[u8; 32]>,
}

/// What the writer knows of its files.
pub(crate) struct Watch {
    files: Arc<Files>,
    log: File,
    /// When the database was written last.
    stamp: Stamp,
    mark: Option<Mark>,
    newest: Newest,
    /// Whether the last commit failed: its end could not be written, or was not made durable.
    commit_failed: bool,
    /// Whether saving the log was tried since its files were displaced.
    saved: bool,
}

impl Watch {
    /// Begins to watch the files that `writer` has open; its commits must be made by one thread.
    pub(crate) fn begin(writer: &Connection, files: Arc<Files>) -> Result<Self> {
        writer.wal_hook(Some(|_, frames| {
            FRAMES.set(u32::try_from(frames).ok());
            Ok(())
        }));
        let newest = newest(writer)?;
        let log = files.open_log()?;
        let stamp = files.check()?;
        let watch =
            Self { files, log, stamp, mark: None, newest, commit_failed: false, saved: false };
        watch.find_newest()?;
        Ok(watch)
    }

    /// Runs `work`, which commits once, on a connection whose files are where they should be. Fails
    /// unless what it committed is found there.
    pub(crate) fn over<T>(
        &mut self,
        writer: &mut Connection,
        work: impl FnOnce(&mut Connection) -> Result<T>,
    ) -> Result<T> {
        let before = self.before();
        self.save_after(writer, before)?;
        FRAMES.set(None);
        let done = match work(writer) {
            Ok(done) => done,
            Err(error) => {
                // Not an error from before there was anything to commit, such as another program
                // holding the ledger.
                let in_doubt = matches!(error, Error::Storage { maybe_recorded: true, .. });
                self.commit_failed |= in_doubt || unwritten(&error).is_some();
                return Err(self.without_doubt(writer, error));
            }
        };
        let frames = FRAMES.take();
        self.commit_failed &= frames.is_none();
        let after = newest(writer).and_then(|newest| self.after(frames, newest));
        self.save_after(writer, after).map_err(maybe_recorded)?;
        Ok(done)
    }

    /// Whether the last commit failed.
    pub(crate) fn commit_failed(&self) -> bool {
        self.commit_failed
    }

    /// Checks that the disk has room for `bytes` more bytes of the log.
    pub(crate) fn check_room(&self, writer: &Connection, bytes: u64) -> Result<()> {
        /// SQLite's own default, which no ledger has changed.
        const PAGE_BYTES: u32 = 4096;
        self.files.check_room(log_bytes(log::log_frames(writer)?, PAGE_BYTES), bytes)
    }

    /// A commit that could not be written is certainly not recorded, unless its end is in the log
    /// all the same, where it would be found after a crash.
    fn without_doubt(&self, writer: &Connection, error: Error) -> Error {
        let Some(unwritten) = unwritten(&error) else { return error };
        // It ends where the log could be written no further.
        let full = self.files.full(self.log.metadata().map_or(0, |log| log.len()));
        if full.is_none() && unwritten == Unwritten::Failed {
            // Nobody knows what became of the write.
            return error;
        }
        match (log::log_frames(writer), error) {
            (Ok(seen), Error::Storage { context, source, .. })
                if !Mark::is_beyond(&self.log, seen) =>
            {
                full.unwrap_or(Error::Storage { context, maybe_recorded: false, source })
            }
            (_, error) => error,
        }
    }

    /// Moves the log into the database if it is long enough.
    pub(crate) fn move_long_log(&mut self, writer: &Connection) -> Result<()> {
        if self.mark.is_none_or(|mark| mark.frames() < LOG_PAGES) {
            return Ok(());
        }
        log::move_log(writer)?;
        self.before()
    }

    fn before(&mut self) -> Result<()> {
        let stamp = self.files.check()?;
        let marked = self.mark.is_none_or(|mark| mark.is_in(&self.log));
        if stamp == self.stamp && marked {
            return Ok(());
        }
        // Another program has moved the log, or has damaged the files.
        self.find_newest()?;
        self.stamp = stamp;
        if !marked {
            self.mark = None;
        }
        Ok(())
    }

    /// Checks that a commit which left `frames` frames in the log is in the files.
    fn after(&mut self, frames: Option<u32>, newest: Newest) -> Result<()> {
        if let Some(frames) = frames {
            let follows = |mark: &Mark| {
                self.mark.is_none_or(|last| !last.same_log(mark) || last.is_in(&self.log))
            };
            self.mark = Mark::read(&self.log, frames).filter(follows);
        }
        // After the log: a program that begins it anew has written to the database before.
        let stamp = self.files.check()?;
        self.newest = newest;
        let moved = stamp != self.stamp;
        if frames.is_some() && self.mark.is_none() && !moved {
            return Err(self.files.displace("the log of the ledger was cut or overwritten"));
        }
        if moved {
            self.find_newest()?;
            self.stamp = stamp;
        }
        Ok(())
    }

    /// Checks that a new connection finds the newest entry.
    fn find_newest(&self) -> Result<()> {
        let found = connection::open_reader(self.files.database()).and_then(|sql| {
            let sql = sql.unchecked_transaction().doing("beginning to read")?;
            let size = tree::read_tree(&sql)?.edge.size();
            tree::check_size(&sql, size)?;
            Ok(size >= self.newest.size && leaf(&sql, self.newest.size)? == self.newest.leaf)
        });
        match found {
            Ok(true) => Ok(()),
            Ok(false) => Err(self.files.displace("the file of the ledger was overwritten")),
            Err(error) => Err(self
                .files
                .displace(format!("the file of the ledger was overwritten ({error})"))),
        }
    }

    fn save_after<T>(&mut self, writer: &Connection, result: Result<T>) -> Result<T> {
        if result.is_err() {
            self.save_log(writer);
        }
        result
    }

    /// When the log was removed, no path leads to what it holds. It can be moved into the database
    /// as long as nobody has opened the ledger since.
    pub(crate) fn save_log(&mut self, writer: &Connection) {
        if self.saved || !self.files.is_displaced() {
            return;
        }
        // Never again: another program may have written to the database by then.
        self.saved = true;
        if !self.files.only_log_is_gone() {
            return;
        }
        match log::empty_log(writer) {
            Ok(true) => tracing::error!("what was in the removed log was moved into the ledger"),
            Ok(false) => {
                tracing::error!("not all of the removed log could be moved into the ledger");
            }
            Err(error) => tracing::error!(%error, "the removed log was not moved into the ledger"),
        }
    }
}

fn newest(sql: &Connection) -> Result<Newest> {
    let size = tree::read_tree(sql)?.edge.size();
    Ok(Newest { size, leaf: leaf(sql, size)? })
}

/// The leaf of the last of `size` entries.
fn leaf(sql: &Connection, size: Index) -> Result<Option<[u8; 32]>> {
    const DOING: &str = "reading the newest entry";
    let Some(last) = size.checked_sub(1) else { return Ok(None) };
    let mut statement =
        sql.prepare_cached("SELECT leaf_hash FROM entry WHERE idx = ?1").doing(DOING)?;
    statement.query_row([to_sql(last)?], |row| row.get(0)).optional().doing(DOING)
}

fn maybe_recorded(error: Error) -> Error {
    match error {
        Error::Storage { context, source, .. } => {
            Error::Storage { context, maybe_recorded: true, source }
        }
        Error::Corrupt(what) => Error::Storage {
            context: "looking for what was recorded",
            maybe_recorded: true,
            source: Arc::from(Box::<dyn std::error::Error + Send + Sync>::from(what)),
        },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, OpenOptions};
    use std::path::Path;

    use super::*;
    use crate::file::look::beside;
    use crate::writing::batch;
    use crate::writing::terms::Terms;

    fn record(sql: &mut Connection) -> Result<u64> {
        batch::run(sql, &mut Terms::new(), |batch| {
            batch.append(crate::tests::support::job_of(1), jobs_core::Timestamp::now())?.map(drop)
        })
    }

    /// The outcome of a batch when something is done to its files before or after it is committed.
    fn outcome(before: fn(&Path), after: fn(&Path)) -> Result<u64> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let mut sql = connection::open_writer(&path).unwrap();
        let files = Files::open(&path).unwrap();
        let mut watch = Watch::begin(&sql, files).unwrap();
        for _ in 0..3 {
            watch.over(&mut sql, record).unwrap();
        }
        watch.over(&mut sql, |sql| {
            before(&path);
            let recorded = record(sql)?;
            after(&path);
            Ok(recorded)
        })
    }

    fn nothing(_: &Path) {}

    fn cut(path: &Path, bytes: u64) {
        OpenOptions::new().write(true).open(path).unwrap().set_len(bytes).unwrap();
    }

    #[test]
    fn a_batch_whose_files_are_touched_while_it_is_committed_may_be_recorded() {
        let deeds: [fn(&Path); 7] = [
            |path| fs::rename(path, beside(path, "-old")).unwrap(),
            |path| fs::remove_file(beside(path, "-wal")).unwrap(),
            |path| fs::remove_file(beside(path, "-shm")).unwrap(),
            |path| fs::rename(beside(path, "-wal"), beside(path, "-old")).unwrap(),
            |path| {
                fs::copy(beside(path, "-wal"), beside(path, "-old")).unwrap();
                fs::rename(beside(path, "-old"), beside(path, "-wal")).unwrap();
            },
            |path| cut(&beside(path, "-wal"), 0),
            |path| cut(&beside(path, "-wal"), 4152),
        ];
        assert_eq!(outcome(nothing, nothing).unwrap(), 1);
        for (number, deed) in deeds.into_iter().enumerate() {
            for outcome in [outcome(deed, nothing), outcome(nothing, deed)] {
                let error = outcome.unwrap_err();
                let maybe = matches!(error, Error::Storage { maybe_recorded: true, .. });
                // Unless SQLite itself notices before it commits.
                let torn = error.to_string().contains("disk I/O error");
                assert!(maybe || torn, "deed {number}: {error}");
            }
        }
    }

    /// A commit whose end is in the log is never reported as not recorded.
    #[test]
    fn a_commit_that_readers_do_not_see_is_found_in_the_log() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let mut sql = connection::open_writer(&path).unwrap();
        let mut watch = Watch::begin(&sql, Files::open(&path).unwrap()).unwrap();
        let before = log::log_frames(&sql).unwrap();
        watch.over(&mut sql, record).unwrap();
        let after = log::log_frames(&sql).unwrap();
        assert!(before < after);
        for seen in 0..after {
            assert!(Mark::is_beyond(&watch.log, seen), "{seen} of {after} frames");
        }
        assert!(!Mark::is_beyond(&watch.log, after));
        // Its last page is not whole.
        cut(&beside(&path, "-wal"), log_bytes(after, 4096) - 1);
        assert!(!Mark::is_beyond(&watch.log, before));
    }

    /// Another process may move the log and begin it anew between a commit and its answer.
    #[test]
    fn a_log_that_others_have_moved_is_no_damage() {
        let deed = |path: &Path| {
            let other = Connection::open(path).unwrap();
            let busy = "PRAGMA wal_checkpoint(TRUNCATE)";
            assert_eq!(other.query_row(busy, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
        };
        assert_eq!(outcome(nothing, deed).unwrap(), 1);
        assert_eq!(outcome(deed, nothing).unwrap(), 1);
    }
}
