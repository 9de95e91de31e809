//! The thread that keeps the reverse index up to date, and what wakes it.

use std::sync::mpsc;
use std::thread::JoinHandle;

use jobs_core::{Error, Result};
use rusqlite::Connection;

use crate::error::Context;
use crate::index::runs::{Length, Reach, RunSize, reach};
use crate::index::slices::slices_of;
#[cfg(test)]
use crate::index::slices::write;
use crate::writing::queue::WeakQueue;

/// How often the indexer looks at the ledger while a run's worth of entries is appended.
const LOOKS_A_RUN: i64 = 8;

/// Tells the indexer that the writer has appended. It wakes the indexer a few times a run, not at
/// every commit.
pub(crate) struct Waker {
    wake: mpsc::SyncSender<()>,
    look: RunSize,
    appended: Length,
}

impl Waker {
    /// Takes note of entries that became durable, and of their jobs' customers.
    pub(crate) fn appended(&mut self, entries: u64, customers: usize) {
        self.appended.entries = self.appended.entries.saturating_add_unsigned(entries);
        self.appended.customers = self.appended.customers.saturating_add_unsigned(customers as u64);
        if self.appended.is_a_run(self.look) {
            self.appended = Length::default();
            // The indexer is busy and will look again, or has ended because the store closes.
            let _full_or_gone = self.wake.try_send(());
        }
    }
}

/// A waker, and the channel on which the indexer waits for it.
pub(crate) fn waker(size: RunSize) -> (Waker, mpsc::Receiver<()>) {
    let (wake, woken) = mpsc::sync_channel(1);
    let part = |whole: i64| (whole / LOOKS_A_RUN).max(1);
    let look = RunSize { entries: part(size.entries), customers: part(size.customers) };
    (Waker { wake, look, appended: Length::default() }, woken)
}

/// Starts the thread that keeps the index up to date. It looks at the ledger when the waker says
/// so, and ends when the waker is dropped. When it looks, appends of other processes count too.
pub(crate) fn start(
    sql: Connection,
    queue: WeakQueue,
    woken: mpsc::Receiver<()>,
    size: RunSize,
) -> Result<JoinHandle<()>> {
    std::thread::Builder::new()
        .name("jobs-sqlite-indexer".into())
        .spawn(move || {
            let mut backlog = Backlog::default();
            while let Ok(()) = woken.recv() {
                match backlog.index(&sql, &queue, size) {
                    Ok(()) => {}
                    Err(Error::Closed) => return,
                    Err(error) => {
                        // Lists stay right without the index, only slower.
                        tracing::warn!(%error, "the reverse index fell behind");
                        backlog.back_off();
                    }
                }
            }
        })
        .doing("starting the indexer")
}

/// The entries after the last complete run, as far as they have been counted.
#[derive(Debug, Default)]
pub(crate) struct Backlog {
    covered: i64,
    /// The index up to which entries have been counted.
    counted: i64,
    length: Length,
    /// The size of the ledger when it was last looked at.
    size: i64,
}

impl Backlog {
    /// Writes every run that is due.
    pub(crate) fn index(
        &mut self,
        sql: &Connection,
        queue: &WeakQueue,
        size: RunSize,
    ) -> Result<()> {
        while let Some(first) = self.due(sql, size)? {
            for slice in slices_of(sql, first, size)? {
                // It holds the queue only for a moment, so that the store can close between two
                // slices.
                queue.upgrade().ok_or(Error::Closed)?.write_slice(slice)?;
            }
        }
        Ok(())
    }

    /// The start of the next run, once there are enough entries for one.
    pub(crate) fn due(&mut self, sql: &Connection, size: RunSize) -> Result<Option<i64>> {
        let Reach { covered, size: ledger } = reach(sql)?;
        if covered != self.covered {
            *self = Self { covered, counted: covered, ..Self::default() };
        }
        self.size = ledger;
        self.count(sql, size)?;
        Ok(self.length.is_a_run(size).then_some(covered))
    }

    /// Goes on counting until the entries make a run.
    pub(crate) fn count(&mut self, sql: &Connection, size: RunSize) -> Result<()> {
        const DOING: &str = "counting entries for the reverse index";
        let select = "SELECT customer_count FROM entry WHERE idx >= ?1 AND idx < ?2 ORDER BY idx";
        let mut statement = sql.prepare_cached(select).doing(DOING)?;
        let mut rows = statement.query((self.counted, self.size)).doing(DOING)?;
        while !self.length.is_a_run(size) {
            let Some(row) = rows.next().doing(DOING)? else { break };
            self.length.add(row.get(0).doing(DOING)?);
            self.counted += 1;
        }
        Ok(())
    }

    /// After an error: not again before another run's worth is appended.
    pub(crate) fn back_off(&mut self) {
        self.counted = self.size;
        self.length = Length::default();
    }
}

/// Writes every run that is due, without a thread.
#[cfg(test)]
pub(crate) fn index_now(connection: &mut Connection, size: RunSize) {
    let mut backlog = Backlog::default();
    while let Some(first) = backlog.due(connection, size).unwrap() {
        for slice in slices_of(connection, first, size).unwrap() {
            write(connection, &slice).unwrap();
        }
    }
}
