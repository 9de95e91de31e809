//! The writer thread: the only place that appends. It takes what has queued up, puts it into one
//! transaction, makes it durable with one fsync, and only then answers.
//!
//! ```text
//! append() ──► bounded queue ──► drain ──► Batch: begin, append each, commit ──► answers
//! indexer  ──►      (a slice of postings rides along with a batch)
//! ```
//!
//! Nothing is waited for to fill a batch: while one commit is under way the next batch gathers by itself.
//! The end of the queue is the signal to stop: after all that was queued is durable.

use std::thread::JoinHandle;

use jobs_core::{Appended, Draft, Index, Result, Timestamp};
use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use crate::batch::{self, Batch};
use crate::error::Context;
use crate::postings::{self, Slice};
use crate::terms::Terms;

/// How many messages may wait. One client has one message under way, so this is how many clients may wait
/// before the next one is held back at the door; a message of one five-customer job takes about 1 KiB.
const QUEUE_MAX: usize = 4096;

/// How many drafts a batch takes at most, unless one message has more: about 50 ms of work, so that the
/// first of them does not wait much longer than the fsync it shares.
const BATCH_DRAFTS_MAX: usize = 1024;

/// How many customers a batch takes at most, unless one message has more, for the same reason.
const BATCH_CUSTOMERS_MAX: usize = 20_000;

/// What the writer is asked to do.
pub(crate) enum Message {
    /// Record drafts.
    Append { drafts: Vec<Draft>, reply: oneshot::Sender<Result<Vec<Result<Appended>>>> },
    /// Record a slice of the reverse index.
    Postings { slice: Slice, reply: oneshot::Sender<Result<()>> },
    /// Take no more messages; finish what is queued.
    Close,
}

impl Message {
    /// How many drafts and how many customers the message brings.
    fn weight(&self) -> (usize, usize) {
        match self {
            Self::Append { drafts, .. } => {
                (drafts.len(), drafts.iter().map(customers_of).sum::<usize>())
            }
            Self::Postings { slice, .. } => (0, slice.postings.len()),
            Self::Close => (0, 0),
        }
    }

    /// Does the message's part of a batch: one answer a draft.
    fn record(&mut self, batch: &mut Batch<'_>, now: Timestamp) -> Result<Vec<Result<Appended>>> {
        match self {
            Self::Append { drafts, .. } => {
                drafts.drain(..).map(|draft| batch.append(draft, now)).collect()
            }
            Self::Postings { slice, .. } => {
                postings::write(batch.sql(), slice).map(|()| Vec::new())
            }
            Self::Close => Ok(Vec::new()),
        }
    }

    /// Answers the message once its batch is durable, or has failed. A caller that no longer listens is no
    /// error: what it asked for is recorded all the same.
    fn answer(self, answers: Result<Vec<Result<Appended>>>) {
        match self {
            Self::Append { reply, .. } => drop(reply.send(answers)),
            Self::Postings { reply, .. } => drop(reply.send(answers.map(drop))),
            Self::Close => {}
        }
    }
}

fn customers_of(draft: &Draft) -> usize {
    match draft {
        Draft::JobCreated(job) => job.customers().len(),
        Draft::JobImported(import) => import.job().customers().len(),
        Draft::StatusChanged(change) => change.outcomes.len(),
    }
}

/// The way to the writer; it works until the last one is dropped.
pub(crate) type Queue = mpsc::Sender<Message>;

/// A way to the writer that does not keep it at work.
pub(crate) type WeakQueue = mpsc::WeakSender<Message>;

/// Starts the writer on its connection. `committed` hears the ledger's new size after every commit.
pub(crate) fn start(
    connection: Connection,
    committed: impl Fn(Index) + Send + 'static,
) -> Result<(Queue, JoinHandle<()>)> {
    let (queue, messages) = mpsc::channel(QUEUE_MAX);
    let thread = std::thread::Builder::new()
        .name("jobs-sqlite-writer".into())
        .spawn(move || Writer { connection, terms: Terms::new() }.run(messages, &committed))
        .doing("starting the writer")?;
    Ok((queue, thread))
}

struct Writer {
    connection: Connection,
    terms: Terms,
}

impl Writer {
    fn run(mut self, mut messages: mpsc::Receiver<Message>, committed: &impl Fn(Index)) {
        let mut batch = Vec::new();
        let mut next = messages.blocking_recv();
        while let Some(first) = next {
            gather(first, &mut messages, &mut batch);
            if !batch.is_empty()
                && let Some(size) = self.commit(&mut batch)
            {
                committed(size);
            }
            // Once closed, only what is there already: a sender that is not polled may hold its place in the
            // queue for ever.
            next = if messages.is_closed() {
                messages.try_recv().ok()
            } else {
                messages.blocking_recv()
            };
        }
    }

    /// Runs one batch and answers it. A failure answers every message of the batch, and leaves the ledger as
    /// it was.
    fn commit(&mut self, messages: &mut Vec<Message>) -> Option<Index> {
        let now = Timestamp::now();
        let mut answers = Vec::with_capacity(messages.len());
        let result = batch::run(&mut self.connection, &mut self.terms, |batch| {
            for message in messages.iter_mut() {
                answers.push(message.record(batch, now)?);
            }
            Ok(())
        });
        if let Err(error) = &result {
            tracing::error!(%error, "a batch was not recorded");
            self.terms.forget();
        }
        let failure = result.as_ref().err();
        let answers = answers.into_iter().chain(std::iter::repeat_with(Vec::new));
        for (message, answers) in messages.drain(..).zip(answers) {
            message.answer(failure.map_or(Ok(answers), |error| Err(error.clone())));
        }
        result.ok()
    }
}

/// Takes what waits in the queue, up to the bounds of a batch.
fn gather(first: Message, messages: &mut mpsc::Receiver<Message>, batch: &mut Vec<Message>) {
    let (mut drafts, mut customers) = (0, 0);
    let mut next = Some(first);
    while let Some(message) = next {
        let weight = message.weight();
        drafts += weight.0;
        customers += weight.1;
        match message {
            // Senders that wait for room are turned away; what is in the queue can still be received.
            Message::Close => messages.close(),
            message => batch.push(message),
        }
        let full = drafts >= BATCH_DRAFTS_MAX || customers >= BATCH_CUSTOMERS_MAX;
        next = if full { None } else { messages.try_recv().ok() };
    }
}
