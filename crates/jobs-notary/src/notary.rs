//! The notary: signs heads, makes receipts, and keeps the anchors up to date from a thread of its own.
//!
//! ```text
//! commit ──► witness(head) ──► newest head ──► anchor thread: sign, write, fsync, rename in each anchor
//! ```
//!
//! An anchor is written after the commit that it vouches for, never before, so that a crash cannot leave it
//! ahead of the database. While one is being written the next heads gather, and only the newest counts.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::thread::JoinHandle;
use std::time::Duration;
use std::{io, thread};

use jobs_core::log::{Receipt, SignHead, SignedCheckpoint, SigningKey, VerifierKey};
use jobs_core::{Appended, Head};

use crate::Anchor;

/// How long the anchors rest after they were written: under load they are written ten times a second, and
/// their fsyncs take little from the ledger's.
const REST: Duration = Duration::from_millis(100);

/// How many signed heads are remembered. The answers of one batch ask for the same one, and those of the next
/// batches may overtake them.
const REMEMBERED: usize = 8;

/// Signs for a ledger. Share it in an [`Arc`].
#[derive(Debug)]
pub struct Notary {
    shared: Arc<Shared>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Debug)]
struct Shared {
    key: SigningKey,
    signed: Mutex<VecDeque<(Head, SignedCheckpoint)>>,
    pending: Mutex<Pending>,
    changed: Condvar,
}

/// What the anchor thread is asked to do, and who else hears of heads.
#[derive(Debug, Default)]
struct Pending {
    newest: Option<Head>,
    /// Whether the thread waits for a head. While it writes or rests nobody needs to wake it.
    waiting: bool,
    /// Woken by every head that is larger than those before.
    followers: Vec<Waker>,
    closing: bool,
}

impl Notary {
    /// Starts the thread that keeps `anchors` up to date. [`check`](crate::check) them first: they are
    /// overwritten.
    ///
    /// # Errors
    /// When the thread cannot be started.
    pub fn start(key: SigningKey, anchors: Vec<Anchor>) -> io::Result<Self> {
        let (signed, pending, changed) = Default::default();
        let shared = Arc::new(Shared { key, signed, pending, changed });
        let theirs = Arc::clone(&shared);
        let run = move || theirs.keep_up(&anchors);
        let thread = thread::Builder::new().name("jobs-notary-anchors".into()).spawn(run)?;
        Ok(Self { shared, thread: Mutex::new(Some(thread)) })
    }

    /// What checks this notary's signatures; safe to hand out.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        self.shared.key.verifier()
    }

    /// The signed checkpoint of a head.
    #[must_use]
    pub fn sign(&self, head: Head) -> SignedCheckpoint {
        self.shared.sign(head)
    }

    /// The receipt of an entry that was just appended, without reading anything; `None` for a repeat. For any entry,
    /// [`JobStoreExt::receipt`](jobs_core::JobStoreExt::receipt) takes a notary as its signer.
    #[must_use]
    pub fn receipt(&self, answer: &Appended) -> Option<Receipt> {
        let (head, inclusion) = (answer.head()?, answer.inclusion()?);
        Receipt::new(inclusion, self.sign_head(head)).ok()
    }

    /// Hears of a head that is durable. The anchors follow soon after.
    pub fn witness(&self, head: Head) {
        let mut pending = lock(&self.shared.pending);
        if pending.newest.is_none_or(|newest| newest.size() < head.size()) {
            pending.newest = Some(head);
            pending.followers.iter().for_each(Waker::wake_by_ref);
            if std::mem::take(&mut pending.waiting) {
                self.shared.changed.notify_one();
            }
        }
    }

    /// Has `follower` woken from now on whenever a head is witnessed that is larger than those before. It is woken by
    /// whoever appended, who waits for it: it must be quick, and ask nothing of the notary.
    pub fn wake_on_growth(&self, follower: Waker) {
        lock(&self.shared.pending).followers.push(follower);
    }

    /// Writes the newest checkpoint to the anchors, and ends the thread. Signing goes on.
    pub fn close(&self) {
        lock(&self.shared.pending).closing = true;
        self.shared.changed.notify_one();
        let thread = lock(&self.thread).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that writes the anchors panicked");
        }
    }
}

impl SignHead for Notary {
    fn sign_head(&self, head: Head) -> SignedCheckpoint {
        self.sign(head)
    }
}

impl Drop for Notary {
    fn drop(&mut self) {
        self.close();
    }
}

impl Shared {
    fn sign(&self, head: Head) -> SignedCheckpoint {
        // Held while signing, so that the answers of one batch sign once.
        let mut signed = lock(&self.signed);
        if let Some((_, known)) = signed.iter().find(|(known, _)| *known == head) {
            return known.clone();
        }
        let checkpoint = self.key.sign_head(head);
        signed.truncate(REMEMBERED - 1);
        signed.push_front((head, checkpoint.clone()));
        checkpoint
    }

    fn keep_up(&self, anchors: &[Anchor]) {
        let (mut written, mut failing) = (None, false);
        while let Some(head) = self.next(written) {
            // A try that begins when no head can follow is the last one.
            let last_try = lock(&self.pending).closing;
            let checkpoint = self.sign(head);
            let mut failure = None;
            for anchor in anchors {
                if let Err(error) = anchor.write(&checkpoint) {
                    failure = Some(error);
                }
            }
            let pending = lock(&self.pending);
            match failure {
                None => written = Some(head),
                Some(error) => {
                    // The ledger goes on: it is whole without its anchors. They are tried again until the end.
                    if !failing || last_try {
                        tracing::error!(%error, "the newest checkpoint is not anchored");
                    }
                    if last_try {
                        return;
                    }
                }
            }
            failing = written != Some(head);
            let resting = |pending: &mut Pending| !pending.closing;
            drop(self.changed.wait_timeout_while(pending, REST, resting));
        }
    }

    /// Waits for a head other than `written`; `None` when there will be none.
    fn next(&self, written: Option<Head>) -> Option<Head> {
        let idle = |pending: &mut Pending| {
            pending.waiting = pending.newest == written && !pending.closing;
            pending.waiting
        };
        let pending = self.changed.wait_while(lock(&self.pending), idle);
        let newest = pending.unwrap_or_else(PoisonError::into_inner).newest;
        if newest == written { None } else { newest }
    }
}

/// What these locks guard is whole between any two statements.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
