//! The writer thread: the only place that appends. It takes what has queued up, puts it into one
//! transaction, makes it durable with one fsync, and only then answers.
//!
//! ```text
//! append() ─ terms ──► bounded queue ──► gather ──► Batch: begin, append each, commit ──► answers
//! indexer  ──►      (a slice of postings has a transaction of its own, after the batch)
//! append of nothing ──► questions: whether something would be recorded, answered before the next batch
//! ```
//!
//! Nothing is waited for to fill a batch: while one commit is under way the next batch gathers by itself.
//! The end of the queue is the signal to stop: after all that was queued is durable.

use std::error::Error as StdError;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use jobs_core::{Appended, Draft, Entry, Error, Index, Result, Timestamp};
use rusqlite::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

use crate::batch::{self, Prepared};
use crate::connection;
use crate::error::Context;
use crate::files::Files;
use crate::postings::{self, Slice};
use crate::tail::Tail;
use crate::terms::{Known, Terms};
use crate::watch::Watch;
use crate::weight::Weight;

/// How many messages may wait. One client has one message under way, so this is how many clients may wait
/// before the next one is held back at the door; a message of one five-customer job takes about 1 KiB.
const QUEUE_MAX: usize = 4096;

/// How many bytes of drafts may wait, in KiB: 64 MiB, of which a payload may be 16. A message that has more of its
/// own waits until it is alone.
const QUEUE_KIB_MAX: u32 = 64 << 10;

/// How many drafts a batch takes at most, unless one message has more: about 50 ms of work, so that the
/// first of them does not wait much longer than the fsync it shares.
const BATCH_DRAFTS_MAX: usize = 1024;

/// How many customers a batch takes at most, unless one message has more, for the same reason.
const BATCH_CUSTOMERS_MAX: usize = 20_000;

/// How many bytes a batch takes at most, unless the last message has more: 16 MiB, as long as the log may grow
/// before it is moved into the database.
const BATCH_BYTES_MAX: usize = 16 << 20;

/// What a small append takes of the log at most: some 15 pages of 4 KiB.
const APPEND_BYTES: u64 = 64 << 10;

/// What the writer is asked to do.
enum Message {
    /// Record drafts.
    Append(Append),
    /// Look for questions.
    Asked,
    /// Record a slice of the reverse index.
    Postings(Slice, Reply),
    /// Take no more messages; finish what is queued.
    Close,
}

/// Drafts of one caller, each to be answered.
struct Append {
    drafts: Vec<Prepared>,
    weight: Weight,
    reply: oneshot::Sender<(Answers, Spent)>,
    /// The drafts' place in the queue's bytes, theirs until they are freed.
    room: OwnedSemaphorePermit,
}

type Answers = Result<Vec<Result<Appended>>>;

/// What an append is done with. The caller frees it, which would take the writer longer than many a draft.
struct Spent {
    _entries: Vec<Arc<Entry>>,
    _room: OwnedSemaphorePermit,
}

/// Where it is said that something was done, or why not.
type Reply = oneshot::Sender<Result<()>>;

impl Append {
    /// Gives the answers. A caller that no longer listens is no error.
    fn answer(self, answers: Answers, entries: Vec<Arc<Entry>>) {
        let spent = Spent { _entries: entries, _room: self.room };
        drop(self.reply.send((answers, spent)));
    }
}

/// Whether a batch that has gathered this much takes no more.
fn fills_a_batch(weight: Weight) -> bool {
    weight.drafts >= BATCH_DRAFTS_MAX
        || weight.customers >= BATCH_CUSTOMERS_MAX
        || weight.bytes >= BATCH_BYTES_MAX
}

/// The way to the writer; it works until the last one is dropped.
#[derive(Clone)]
pub(crate) struct Queue {
    messages: mpsc::Sender<Message>,
    room: Arc<Semaphore>,
    known: Known,
    questions: Questions,
}

/// Who asks whether something would be recorded, and must not wait for all that others have recorded. None once there is no writer
/// that answers.
#[derive(Clone)]
struct Questions(Arc<Mutex<Option<Vec<Reply>>>>);

impl Questions {
    fn list(&self) -> MutexGuard<'_, Option<Vec<Reply>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds one, and says whether it is the first since they were taken.
    fn add(&self, reply: Reply) -> Result<bool> {
        let mut list = self.list();
        let list = list.as_mut().ok_or(Error::Closed)?;
        list.push(reply);
        Ok(list.len() == 1)
    }

    /// Those that were added since.
    fn take(&self) -> Vec<Reply> {
        self.list().as_mut().map(std::mem::take).unwrap_or_default()
    }
}

/// Where the messages arrive.
struct Inbox {
    messages: mpsc::Receiver<Message>,
    questions: Questions,
}

impl Drop for Inbox {
    fn drop(&mut self) {
        *self.questions.list() = None;
    }
}

impl Queue {
    /// Has `drafts` recorded. Waits at the door while the queue is full. Without drafts, it asks whether some would be, and waits for
    /// what is being recorded alone.
    pub(crate) async fn append(self, drafts: Vec<Draft>) -> Answers {
        if drafts.is_empty() {
            return self.ask().await.map(|()| Vec::new());
        }
        let weight = Weight::of(&drafts);
        let kib = u32::try_from(weight.bytes.div_ceil(1024)).unwrap_or(u32::MAX);
        let room = self.room.acquire_many_owned(kib.min(QUEUE_KIB_MAX)).await;
        let room = room.map_err(|_| Error::Closed)?;
        let known = self.known;
        let drafts = drafts.into_iter().map(|draft| Prepared::new(draft, &known)).collect();
        let (reply, answer) = oneshot::channel();
        let append = Append { drafts, weight, reply, room };
        let sent = self.messages.send(Message::Append(append)).await;
        drop(self.messages);
        sent.map_err(|_| Error::Closed)?;
        let (answers, _spent) = answer.await.map_err(|_| Error::Closed)?;
        answers
    }

    async fn ask(self) -> Result<()> {
        let (reply, answer) = oneshot::channel();
        if self.questions.add(reply)? {
            // A writer has more than one batch before it when its queue is full, and looks before each.
            let _unless_full = self.messages.try_send(Message::Asked);
        }
        drop(self.messages);
        answer.await.map_err(|_| Error::Closed)?
    }

    /// Has a slice written, and waits for it; not for a thread of the runtime.
    pub(crate) fn write_slice(self, slice: Slice) -> Result<()> {
        let (reply, answer) = oneshot::channel();
        let sent = self.messages.blocking_send(Message::Postings(slice, reply));
        drop(self);
        sent.map_err(|_| Error::Closed)?;
        answer.blocking_recv().map_err(|_| Error::Closed)?
    }

    /// Has the writer take no more messages.
    pub(crate) async fn close(self) {
        // A writer that is gone already has nothing to be told.
        let _gone = self.messages.send(Message::Close).await;
    }

    /// A way to the writer that does not keep it at work.
    pub(crate) fn downgrade(&self) -> WeakQueue {
        let Self { messages, room, known, questions } = self.clone();
        WeakQueue { messages: messages.downgrade(), room, known, questions }
    }
}

/// A way to the writer, as long as somebody else keeps it at work.
pub(crate) struct WeakQueue {
    messages: mpsc::WeakSender<Message>,
    room: Arc<Semaphore>,
    known: Known,
    questions: Questions,
}

impl WeakQueue {
    pub(crate) fn upgrade(&self) -> Option<Queue> {
        let messages = self.messages.upgrade()?;
        let (room, known) = (Arc::clone(&self.room), self.known.clone());
        Some(Queue { messages, room, known, questions: self.questions.clone() })
    }
}

/// Starts the writer on its connection. `committed` hears after every commit how many entries it made durable,
/// and how many customers their drafts had.
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

fn channel(known: Known) -> (Queue, Inbox) {
    let (sender, messages) = mpsc::channel(QUEUE_MAX);
    let room = Arc::new(Semaphore::new(QUEUE_KIB_MAX as usize));
    let questions = Questions(Arc::new(Mutex::new(Some(Vec::new()))));
    let queue = Queue { messages: sender, room, known, questions: questions.clone() };
    (queue, Inbox { messages, questions })
}

struct Writer {
    connection: Connection,
    files: Arc<Files>,
    watch: Watch,
    terms: Terms,
    tail: Arc<Tail>,
    /// Whether to move the log into the database in the end: after an orderly close, or once something was written. A
    /// store that is dropped for what it holds, as by a start that is refused, leaves its files as they were.
    moves_log: bool,
}

/// What the writer does next: a batch, and then at most one slice of the reverse index.
#[derive(Default)]
struct Work {
    appends: Vec<Append>,
    slice: Option<(Slice, Reply)>,
}

impl Writer {
    fn run(mut self, mut inbox: Inbox, mut committed: impl FnMut(u64, usize)) {
        let mut next = inbox.messages.blocking_recv();
        while let Some(first) = next {
            let Inbox { messages, questions } = &mut inbox;
            let work = gather(first, messages);
            // After that: the message that there is one may be among those that were gathered.
            self.answer(questions.take());
            if !work.appends.is_empty() {
                let customers = work.appends.iter().map(|append| append.weight.customers).sum();
                if let Some(entries) = self.commit(work.appends) {
                    committed(entries, customers);
                }
            }
            if let Some((slice, reply)) = work.slice {
                let Self { connection, watch, .. } = &mut self;
                let write = |sql: &mut Connection| postings::write(sql, &slice);
                let written = guarded(|| watch.over(connection, write));
                // The indexer may have gone ahead while the store closes.
                drop(reply.send(written));
            }
            self.moves_log = true;
            if let Err(error) = guarded(|| self.watch.move_long_log(&self.connection)) {
                tracing::warn!(%error, "the log was not moved into the ledger");
            }
            // Once closed, only what is there already: a sender that is not polled may hold its place in the
            // queue for ever.
            next = if messages.is_closed() {
                messages.try_recv().ok()
            } else {
                messages.blocking_recv()
            };
        }
        // The readers' connections, which may be closed last, cannot do it. It is for those who copy the file.
        if self.files.is_displaced() {
            self.watch.save_log(&self.connection);
        } else if self.moves_log
            && let Err(error) = connection::empty_log(&self.connection)
        {
            tracing::debug!(%error, "the log stays beside the ledger");
        }
    }

    /// Runs one batch, answers it, and returns how many entries it made durable. A failure answers every message
    /// of the batch, and leaves the ledger as it was. A caller that no longer listens is no error: what it asked
    /// for is recorded all the same.
    fn commit(&mut self, mut appends: Vec<Append>) -> Option<Index> {
        let mut answers = Vec::with_capacity(appends.len());
        let Self { connection, watch, terms, tail, .. } = self;
        let mut record = |batch: &mut batch::Batch<'_>| {
            // In the transaction: what another process commits before it has an earlier time.
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
                // All of them first: whoever is answered may read what was recorded beside it.
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
            // Whoever asked may have gone.
            drop(reply.send(answer.clone()));
        }
    }

    /// Finds out whether a batch would be recorded: by an empty one. When the last commit has failed, only another one says whether
    /// that is over: of a page as it is, once the disk has room for a small append.
    fn would_record(&mut self) -> Result<()> {
        let Self { connection, watch, terms, .. } = self;
        let run = |sql: &mut Connection| batch::run(sql, terms, |_: &mut batch::Batch<'_>| Ok(()));
        guarded(|| watch.over(connection, run))?;
        watch.check_room(connection, APPEND_BYTES)?;
        if watch.commit_failed() {
            guarded(|| watch.over(connection, connection::commit_unchanged))?;
        }
        Ok(())
    }
}

/// Runs `work`, and makes a panic of it an error: the thread that appends has nobody to take its place. A
/// transaction that `work` had open is rolled back while it unwinds.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    // What `work` has changed is on the connection, which is rolled back, or is forgotten after an error.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Error::Storage {
            context: "recording",
            // Nobody knows how far it came.
            maybe_recorded: true,
            source: Arc::from(Box::<dyn StdError + Send + Sync>::from("the writer panicked")),
        })
    })
}

/// Takes what waits in the queue, up to the bounds of a batch.
fn gather(first: Message, messages: &mut mpsc::Receiver<Message>) -> Work {
    let (mut work, mut weight) = (Work::default(), Weight::default());
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
            // Senders that wait for room are turned away; what is in the queue can still be received.
            Message::Close => messages.close(),
        }
        next = if fills_a_batch(weight) { None } else { messages.try_recv().ok() };
    }
    work
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::pin::Pin;
    use std::task::Poll;

    use super::*;
    use crate::faults::job;

    async fn is_pending(append: &mut (impl Future + Unpin)) -> bool {
        poll_fn(|context| Poll::Ready(Pin::new(&mut *append).poll(context).is_pending())).await
    }

    /// Appends, each polled until it waits.
    async fn queued(
        queue: &Queue,
        messages: Vec<Vec<Draft>>,
    ) -> Vec<impl Future<Output = Answers> + Unpin> {
        let mut appends = Vec::new();
        for drafts in messages {
            let mut append = Box::pin(queue.clone().append(drafts));
            assert!(is_pending(&mut append).await);
            appends.push(append);
        }
        appends
    }

    #[tokio::test]
    async fn what_waits_is_bounded_in_bytes() {
        const PAYLOAD: usize = 15 << 20;
        let (queue, mut inbox) = channel(Terms::new().known());
        let messages = &mut inbox.messages;
        let mut waiting = queued(&queue, (0..6).map(|_| vec![job(PAYLOAD)]).collect()).await;
        assert_eq!(messages.len(), 4, "15 MiB each, and 64 may wait");
        // Room is made by an answer, not by the writer's taking the message.
        let first = messages.recv().await;
        assert!(is_pending(&mut waiting[4]).await);
        assert_eq!(messages.len(), 3);
        drop(first);
        assert!(is_pending(&mut waiting[4]).await);
        assert_eq!(messages.len(), 4);
        drop(waiting);
        // A message with more than all the room is admitted when it is alone.
        while messages.try_recv().is_ok() {}
        let large = vec![(0..5).map(|_| job(PAYLOAD)).collect()];
        let _waiting = queued(&queue, large).await;
        assert_eq!((messages.len(), queue.room.available_permits()), (1, 0));
    }

    #[tokio::test]
    async fn a_batch_is_bounded_in_drafts_customers_and_bytes() {
        let (queue, mut inbox) = channel(Terms::new().known());
        let messages = &mut inbox.messages;
        let sizes = |count: usize, drafts: usize, bytes: usize| {
            let message = move || (0..drafts).map(|_| job(bytes)).collect::<Vec<_>>();
            (0..count).map(move |_| message()).collect::<Vec<_>>()
        };
        for (sent, expected) in [
            (sizes(5, 1, 5 << 20), vec![4, 1]),
            (sizes(5, 500, 0), vec![3, 2]),
            (sizes(3, 1, 0), vec![3]),
        ] {
            let _waiting = queued(&queue, sent).await;
            let mut batches = Vec::new();
            while let Ok(first) = messages.try_recv() {
                batches.push(gather(first, messages).appends.len());
            }
            assert_eq!(batches, expected);
        }
    }

    #[test]
    fn a_panic_becomes_an_error_that_says_maybe() {
        let error = guarded::<()>(|| panic!("a defect")).unwrap_err();
        assert!(matches!(error, Error::Storage { maybe_recorded: true, .. }), "{error}");
        assert!(guarded(|| Ok(())).is_ok());
    }

    #[tokio::test]
    async fn whoever_asks_whether_something_would_be_recorded_waits_for_no_queue() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let sql = connection::open_writer(&path).unwrap();
        let (gate, opened) = std::sync::mpsc::channel::<()>();
        let (commits, mut committed) = mpsc::unbounded_channel();
        let hears = move |entries, _| {
            commits.send(entries).unwrap();
            opened.recv().unwrap();
        };
        let (queue, thread) =
            start(sql, Files::open(&path).unwrap(), Arc::new(Tail::none()), hears).unwrap();
        // Each fills a batch; the first is being recorded.
        let appends = queued(&queue, (0..3).map(|_| vec![job(BATCH_BYTES_MAX)]).collect()).await;
        assert_eq!(committed.recv().await, Some(1));
        let mut questions: Vec<_> =
            (0..2).map(|_| Box::pin(queue.clone().append(Vec::new()))).collect();
        for question in &mut questions {
            assert!(is_pending(question).await);
        }
        gate.send(()).unwrap();
        for question in questions {
            assert_eq!(question.await.unwrap().len(), 0);
        }
        assert!(
            committed.recv().await == Some(1) && committed.try_recv().is_err(),
            "the third waits"
        );
        (0..2).for_each(|_| gate.send(()).unwrap());
        for append in appends {
            append.await.unwrap();
        }
        drop(queue);
        thread.join().unwrap();
    }

    #[tokio::test]
    async fn nobody_is_asked_when_the_writer_is_gone() {
        let (queue, inbox) = channel(Terms::new().known());
        let mut asked = Box::pin(queue.clone().append(Vec::new()));
        assert!(is_pending(&mut asked).await);
        drop(inbox);
        assert!(matches!(asked.await, Err(Error::Closed)));
        assert!(matches!(queue.append(Vec::new()).await, Err(Error::Closed)));
    }
}
