//! The writer thread: the only place that appends. It takes what has queued up, puts it into one
//! transaction, makes it durable with one fsync, and only then answers.
//!
//! ```text
//! append() ─ terms ──► bounded queue ──► gather ──► Batch: begin, append each, commit ──► answers
//! indexer  ──►      (a slice of postings has a transaction of its own, after the batch)
//! append of nothing ──► questions: whether something would be recorded, answered before the next
//!                       batch
//! ```
//!
//! The writer does not wait for a batch to fill: during one commit, the next batch gathers by
//! itself. The end of the queue is the signal to stop: after all that was queued is durable.

use std::error::Error as StdError;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;

use jobs_core::{Error, Index, Result, Timestamp};
use rusqlite::Connection;
use tokio::sync::mpsc;

use crate::error::Context;
use crate::file::files::Files;
use crate::file::log;
use crate::file::watch::Watch;
use crate::index::slices::{self, Slice};
use crate::reading::tail::Tail;
use crate::weight::Weight;
use crate::writing::batch;
use crate::writing::queue::{Append, Inbox, Message, Queue, Reply, channel};
use crate::writing::terms::Terms;

/// The most drafts of a batch, unless one message has more: about 50 ms of work, so that the first
/// of them does not wait much longer than the fsync it shares.
const BATCH_DRAFTS_MAX: usize = 1024;

/// The most customers of a batch, unless one message has more, for the same reason.
const BATCH_CUSTOMERS_MAX: usize = 20_000;

/// The most bytes of a batch, unless the last message has more: 16 MiB, as long as the log may grow
/// before it is moved into the database.
pub(super) const BATCH_BYTES_MAX: usize = 16 << 20;

/// The most bytes that a small append adds to the log: some 15 pages of 4 KiB.
const APPEND_BYTES: u64 = 64 << 10;

/// Whether a batch of this weight is full.
fn fills_a_batch(weight: Weight) -> bool {
    weight.drafts >= BATCH_DRAFTS_MAX
        || weight.customers >= BATCH_CUSTOMERS_MAX
        || weight.bytes >= BATCH_BYTES_MAX
}

/// Starts the writer on its connection. `committed` is called after every commit with the number of
/// entries it made durable, and the number of their drafts' customers.
pub(crate) fn start(
    connection: Connection,
    files: Arc<Files>,
    tail: Arc<Tail>,
    committed: impl FnMut(u64, usize) + Send + 'static,
) -> Result<(Queue, JoinHandle<()>)> {
    let terms = Terms::new();
    let (queue, inbox) = channel(terms.known());
    let watch = Watch::begin(&connection, Arc::clone(&files))?;
    let writer = Writer { connection, files, watch, terms, tail, moves_log: false };
    let thread = std::thread::Builder::new()
        .name("jobs-sqlite-writer".into())
        .spawn(move || writer.run(inbox, committed))
        .doing("starting the writer")?;
    Ok((queue, thread))
}

struct Writer {
    connection: Connection,
    files: Arc<Files>,
    watch: Watch,
    terms: Terms,
    tail: Arc<Tail>,
    /// Whether to move the log into the database in the end: after an orderly close, or once
    /// something was written. A store that is dropped because of what it holds, as when a start is
    /// refused, leaves its files as they were.
    moves_log: bool,
}

impl Writer {
    fn run(mut self, mut inbox: Inbox, mut committed: impl FnMut(u64, usize)) {
        let mut next = inbox.messages.blocking_recv();
        while let Some(first) = next {
            let Inbox { messages, questions } = &mut inbox;
            let work = gather(first, messages);
            // After gathering: the message that announces a question may be among those that were
            // gathered.
            self.answer(questions.take());
            if !work.appends.is_empty() {
                let customers = work.appends.iter().map(|append| append.weight.customers).sum();
                if let Some(entries) = self.commit(work.appends) {
                    committed(entries, customers);
                }
            }
            if let Some((slice, reply)) = work.slice {
                let Self { connection, watch, .. } = &mut self;
                let write = |sql: &mut Connection| slices::write(sql, &slice);
                let written = guarded(|| watch.over(connection, write));
                // The indexer may have ended because the store closes.
                drop(reply.send(written));
            }
            self.moves_log = true;
            if let Err(error) = guarded(|| self.watch.move_long_log(&self.connection)) {
                tracing::warn!(%error, "the log was not moved into the ledger");
            }
            // Once closed, only take what is there already: a sender that is not polled may hold
            // its place in the queue for ever.
            next = if messages.is_closed() {
                messages.try_recv().ok()
            } else {
                messages.blocking_recv()
            };
        }
        // The readers' connections, which may be closed last, cannot move the log. It is moved for
        // those who copy the file.
        if self.files.is_displaced() {
            self.watch.save_log(&self.connection);
        } else if self.moves_log
            && let Err(error) = log::empty_log(&self.connection)
        {
            tracing::debug!(%error, "the log stays beside the ledger");
        }
    }

    /// Runs one batch, answers it, and returns how many entries it made durable. A failure answers
    /// every message of the batch, and leaves the ledger as it was. A caller that no longer listens
    /// is no error: what it asked for is recorded all the same.
    fn commit(&mut self, mut appends: Vec<Append>) -> Option<Index> {
        let mut answers = Vec::with_capacity(appends.len());
        let Self { connection, watch, terms, tail, .. } = self;
        let mut record = |batch: &mut batch::Batch<'_>| {
            // Read within the transaction, so that what another process commits before it has an
            // earlier time.
            let now = Timestamp::now();
            for append in &mut appends {
                let drafts = append.drafts.drain(..);
                let answer: Result<Vec<_>> = drafts.map(|draft| batch.append(draft, now)).collect();
                answers.push((answer?, batch.take_spent()));
            }
            Ok(())
        };
        let run = |sql: &mut Connection| batch::run(sql, terms, &mut record);
        match guarded(|| watch.over(connection, run)) {
            Ok(entries) => {
                // Keep all of them before answering: a caller that is answered may read what was
                // recorded beside it.
                let kept: Vec<_> = answers
                    .into_iter()
                    .map(|(answers, entries)| (answers, tail.keep(entries)))
                    .collect();
                for (append, (answers, rest)) in appends.into_iter().zip(kept) {
                    append.answer(Ok(answers), rest);
                }
                Some(entries)
            }
            Err(error) => {
                tracing::error!(%error, "a batch was not recorded");
                for append in appends {
                    append.answer(Err(error.clone()), Vec::new());
                }
                None
            }
        }
    }

    /// Answers those who ask whether a batch would be recorded.
    fn answer(&mut self, questions: Vec<Reply>) {
        if questions.is_empty() {
            return;
        }
        let answer = self.would_record();
        if let Err(error) = &answer {
            tracing::error!(%error, "a batch would not be recorded");
        }
        for reply in questions {
            // The caller may be gone.
            drop(reply.send(answer.clone()));
        }
    }

    /// Finds out whether a batch would be recorded, by running an empty one. After a failed commit,
    /// only another commit shows whether the fault is over: an unchanged page is committed, once
    /// the disk has room for a small append.
    fn would_record(&mut self) -> Result<()> {
        let Self { connection, watch, terms, .. } = self;
        let run = |sql: &mut Connection| batch::run(sql, terms, |_: &mut batch::Batch<'_>| Ok(()));
        guarded(|| watch.over(connection, run))?;
        watch.check_room(connection, APPEND_BYTES)?;
        if watch.commit_failed() {
            guarded(|| watch.over(connection, log::commit_unchanged))?;
        }
        Ok(())
    }
}

/// Runs `work`, and turns a panic into an error: no other thread could take this one's place. A
/// transaction that `work` had open is rolled back while it unwinds.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    // What `work` has changed is on the connection, which is rolled back, or is forgotten after an
    // error.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Error::Storage {
            context: "recording",
            // Nobody knows how far it got.
            maybe_recorded: true,
            source: Arc::from(Box::<dyn StdError + Send + Sync>::from("the writer panicked")),
        })
    })
}

/// What the writer does next: a batch, and then at most one slice of the reverse index.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) appends: Vec<Append>,
    pub(super) slice: Option<(Slice, Reply)>,
}

/// Takes what waits in the queue, up to the bounds of a batch.
pub(super) fn gather(first: Message, messages: &mut mpsc::Receiver<Message>) -> Gathered {
    let mut work = Gathered::default();
    let mut weight = Weight::default();
    let mut next = Some(first);
    while let Some(message) = next {
        match message {
            Message::Append(append) => {
                weight.add(append.weight);
                work.appends.push(append);
            }
            Message::Asked => {}
            // The indexer waits for its answer, so there is no second one.
            Message::Postings(slice, reply) => work.slice = Some((slice, reply)),
            // Senders that wait for room are refused; what is in the queue can still be received.
            Message::Close => messages.close(),
        }
        next = if fills_a_batch(weight) { None } else { messages.try_recv().ok() };
    }
    work
}
