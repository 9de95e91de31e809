//! The queue to the writer: its bounds, and the messages that it takes.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jobs_core::{Appended, Draft, Entry, Error, Result};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

use crate::index::slices::Slice;
use crate::weight::Weight;
use crate::writing::batch::Prepared;
use crate::writing::terms::Known;

/// How many messages may wait. A client has one message in flight, so this is how many clients may
/// wait before the next one has to wait for a place; a message of one five-customer job takes about
/// 1 KiB.
pub(super) const QUEUE_MAX: usize = 4096;

/// How many KiB of drafts may wait: 64 MiB, while a payload may have 16. A larger message waits
/// until it is alone.
pub(super) const QUEUE_KIB_MAX: u32 = 64 << 10;

/// What the writer is asked to do.
pub(super) enum Message {
    /// Record drafts.
    Append(Append),
    /// Answer the questions.
    Asked,
    /// Record a slice of the reverse index.
    Postings(Slice, Reply),
    /// Take no more messages; finish what is queued.
    Close,
}

/// Drafts of one caller, each to be answered.
pub(super) struct Append {
    pub(super) drafts: Vec<Prepared>,
    pub(super) weight: Weight,
    pub(super) reply: oneshot::Sender<(Answers, Spent)>,
    /// The drafts' part of the queue's bytes, held until they are freed.
    pub(super) permit: OwnedSemaphorePermit,
}

impl Append {
    /// Gives the answers. A caller that no longer listens is no error.
    pub(super) fn answer(self, answers: Answers, entries: Vec<Arc<Entry>>) {
        let spent = Spent { _entries: entries, _permit: self.permit };
        drop(self.reply.send((answers, spent)));
    }
}

pub(super) type Answers = Result<Vec<Result<Appended>>>;

/// What is left of an append. The caller frees it: freeing takes longer than recording many a
/// draft, and would hold up the writer.
pub(super) struct Spent {
    _entries: Vec<Arc<Entry>>,
    _permit: OwnedSemaphorePermit,
}

/// Takes the answer whether something was done, or why not.
pub(super) type Reply = oneshot::Sender<Result<()>>;

/// The way to the writer; it works until the last one is dropped.
#[derive(Clone)]
pub(crate) struct Queue {
    messages: mpsc::Sender<Message>,
    pub(super) byte_budget: Arc<Semaphore>,
    known: Known,
    questions: Questions,
}

impl Queue {
    /// Has `drafts` recorded. Waits while the queue is full. Without drafts, asks whether some
    /// would be recorded, and waits only for the batch that is being recorded.
    pub(crate) async fn append(self, drafts: Vec<Draft>) -> Answers {
        if drafts.is_empty() {
            return self.ask().await.map(|()| Vec::new());
        }
        let weight = Weight::of(&drafts);
        let kib = u32::try_from(weight.bytes.div_ceil(1024)).unwrap_or(u32::MAX);
        let permit = self.byte_budget.acquire_many_owned(kib.min(QUEUE_KIB_MAX)).await;
        let permit = permit.map_err(|_| Error::Closed)?;
        let known = self.known;
        let drafts = drafts.into_iter().map(|draft| Prepared::new(draft, &known)).collect();
        let (reply, answer) = oneshot::channel();
        let append = Append { drafts, weight, reply, permit };
        let sent = self.messages.send(Message::Append(append)).await;
        drop(self.messages);
        sent.map_err(|_| Error::Closed)?;
        let (answers, _spent) = answer.await.map_err(|_| Error::Closed)?;
        answers
    }

    async fn ask(self) -> Result<()> {
        let (reply, answer) = oneshot::channel();
        if self.questions.add(reply)? {
            // With a full queue, the writer has more than one batch to record, and answers the
            // questions before each.
            let _unless_full = self.messages.try_send(Message::Asked);
        }
        drop(self.messages);
        answer.await.map_err(|_| Error::Closed)?
    }

    /// Has a slice written, and waits for it. Blocks, so it must not be called on a thread of the
    /// runtime.
    pub(crate) fn write_slice(self, slice: Slice) -> Result<()> {
        let (reply, answer) = oneshot::channel();
        let sent = self.messages.blocking_send(Message::Postings(slice, reply));
        drop(self);
        sent.map_err(|_| Error::Closed)?;
        answer.blocking_recv().map_err(|_| Error::Closed)?
    }

    /// Has the writer take no more messages.
    pub(crate) async fn close(self) {
        // A writer that has already ended needs no message.
        let _gone = self.messages.send(Message::Close).await;
    }

    /// A way to the writer that does not keep it at work.
    pub(crate) fn downgrade(&self) -> WeakQueue {
        let Self { messages, byte_budget, known, questions } = self.clone();
        WeakQueue { messages: messages.downgrade(), byte_budget, known, questions }
    }
}

/// Callers who ask whether something would be recorded, and must not wait for the whole queue.
/// `None` once there is no writer that answers.
#[derive(Clone)]
pub(super) struct Questions(Arc<Mutex<Option<Vec<Reply>>>>);

impl Questions {
    pub(super) fn list(&self) -> MutexGuard<'_, Option<Vec<Reply>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a question, and says whether it is the first since they were last taken.
    pub(super) fn add(&self, reply: Reply) -> Result<bool> {
        let mut list = self.list();
        let list = list.as_mut().ok_or(Error::Closed)?;
        list.push(reply);
        Ok(list.len() == 1)
    }

    /// The questions that were added since they were last taken.
    pub(super) fn take(&self) -> Vec<Reply> {
        self.list().as_mut().map(std::mem::take).unwrap_or_default()
    }
}

/// Where the messages arrive.
pub(super) struct Inbox {
    pub(super) messages: mpsc::Receiver<Message>,
    pub(super) questions: Questions,
}

impl Drop for Inbox {
    fn drop(&mut self) {
        *self.questions.list() = None;
    }
}

/// A way to the writer, as long as somebody else keeps it at work.
pub(crate) struct WeakQueue {
    messages: mpsc::WeakSender<Message>,
    byte_budget: Arc<Semaphore>,
    known: Known,
    questions: Questions,
}

impl WeakQueue {
    pub(crate) fn upgrade(&self) -> Option<Queue> {
        let messages = self.messages.upgrade()?;
        let byte_budget = Arc::clone(&self.byte_budget);
        let known = self.known.clone();
        Some(Queue { messages, byte_budget, known, questions: self.questions.clone() })
    }
}

pub(super) fn channel(known: Known) -> (Queue, Inbox) {
    let (sender, messages) = mpsc::channel(QUEUE_MAX);
    let byte_budget = Arc::new(Semaphore::new(QUEUE_KIB_MAX as usize));
    let questions = Questions(Arc::new(Mutex::new(Some(Vec::new()))));
    let queue = Queue { messages: sender, byte_budget, known, questions: questions.clone() };
    (queue, Inbox { messages, questions })
}
