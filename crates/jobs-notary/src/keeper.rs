//! The thread that keeps the anchors up to date with the ledger.
//!
//! ```text
//! commit ──► heard of, or seen within a second ──► head of the store ──► sign ──► every anchor
//! ```
//!
//! The thread asks the store for its head; a notification only makes it ask sooner. So the anchors
//! follow every append, even that of a caller that does not wait for the answer, or of another
//! process. An anchor is written after the commit that it vouches for, never before, so that a
//! crash cannot leave it ahead of the database.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::thread;
use std::time::Duration;

use jobs_core::log::SignedCheckpoint;
use jobs_core::{Error, Index};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use crate::anchor::{Anchor, AnchorError};
use crate::signer::Signer;

/// How long the anchors rest after they were written: under load they are written ten times a
/// second, and their fsyncs take little from the ledger's.
const REST: Duration = Duration::from_millis(100);

/// How long an append without a notification can go unseen. A look reads one row of the database.
const LOOK_INTERVAL: Duration = Duration::from_secs(1);

/// What the thread is told.
#[derive(Debug, Default)]
pub(crate) struct News {
    told: Mutex<Told>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Told {
    /// The largest size of the ledger that was reported or seen.
    size: Index,
    /// Woken whenever it grows.
    followers: Vec<Waker>,
    /// Whether the thread waits for it. It need not be woken while it writes or rests.
    waiting: bool,
    closing: bool,
}

impl News {
    /// Reports that the ledger has `size` entries, or had.
    pub(crate) fn hear(&self, size: Index) {
        let mut told = self.told();
        if told.size < size {
            told.size = size;
            told.followers.iter().for_each(Waker::wake_by_ref);
            if std::mem::take(&mut told.waiting) {
                self.changed.notify_one();
            }
        }
    }

    pub(crate) fn follow(&self, follower: Waker) {
        self.told().followers.push(follower);
    }

    pub(crate) fn close(&self) {
        self.told().closing = true;
        self.changed.notify_one();
    }

    /// Rests, and then waits until there is more than `size` entries, it is time to look, or to
    /// end.
    fn wait(&self, size: Index) {
        let told = self.changed.wait_timeout_while(self.told(), REST, |told| !told.closing);
        let (told, _) = told.unwrap_or_else(PoisonError::into_inner);
        let idle = |told: &mut Told| {
            told.waiting = told.size <= size && !told.closing;
            told.waiting
        };
        drop(self.changed.wait_timeout_while(told, LOOK_INTERVAL, idle));
    }

    /// The guarded value is consistent between any two statements, so a poisoned lock is fine.
    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts the thread. The returned receiver ends with it.
pub(crate) fn start(
    signer: Arc<Signer>,
    news: Arc<News>,
    anchors: Vec<Anchor>,
) -> io::Result<watch::Receiver<()>> {
    let (ends, ended) = watch::channel(());
    // A separate runtime: the store may need one, and must be readable even if the caller's is not
    // driven.
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let mut keeper = Keeper { signer, news, anchors, written: None };
    thread::Builder::new().name("jobs-notary-anchors".into()).spawn(move || {
        let _until_ended = ends;
        keeper.run(&runtime);
    })?;
    Ok(ended)
}

struct Keeper {
    signer: Arc<Signer>,
    news: Arc<News>,
    anchors: Vec<Anchor>,
    /// The checkpoint that all anchors have.
    written: Option<SignedCheckpoint>,
}

impl Keeper {
    fn run(&mut self, runtime: &Runtime) {
        let mut failing = false;
        loop {
            // A try that begins after all appends have ended is the last one.
            let last_try = self.news.told().closing;
            let tried = self.try_once(runtime);
            match &tried {
                // The ledger goes on: it is whole without its anchors. They are tried again until
                // the end.
                Err(error) if !failing || last_try => {
                    tracing::error!(%error, "the newest checkpoint is not anchored");
                }
                _ => {}
            }
            if last_try {
                return;
            }
            failing = tried.is_err();
            // After a failure there is nothing to wait for but time.
            self.news.wait(tried.unwrap_or(Index::MAX));
        }
    }

    /// A store that panics fails this try, and not the later ones.
    fn try_once(&mut self, runtime: &Runtime) -> Result<Index, AnchorError> {
        let tried = catch_unwind(AssertUnwindSafe(|| runtime.block_on(self.advance())));
        let panicked = || Error::Corrupt("the store panicked".into());
        tried.unwrap_or_else(|_| Err(AnchorError::Ledger(panicked())))
    }

    /// Moves each anchor to the head of the store, and returns its size. One that fails does not
    /// stop the others.
    async fn advance(&mut self) -> Result<Index, AnchorError> {
        let newest = self.signer.newest().await?;
        let size = newest.unverified().size;
        self.news.hear(size);
        if self.written.as_ref() == Some(&newest) {
            return Ok(size);
        }
        let mut failure = None;
        for anchor in &self.anchors {
            if let Err(error) = anchor.advance(&newest, &self.signer).await {
                failure = Some(error);
            }
        }
        match failure {
            Some(error) => Err(error),
            None => {
                self.written = Some(newest);
                Ok(size)
            }
        }
    }
}
