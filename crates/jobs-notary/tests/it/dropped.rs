//! Futures that are dropped at any point, and stores that panic: the anchors follow the ledger all
//! the same, and the notary goes on to sign.

use std::future::poll_fn;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

use jobs_core::merkle::{Tile, TileId};
use jobs_core::{Appended, Draft, Head, Index, JobStore, JobStoreExt as _, MemoryStore, Result};
use jobs_notary::{Anchor, NotarizedStore, Notary, check};

use crate::{job, key};

/// A store whose calls wait before they do anything, and before they answer.
#[derive(Debug, Default)]
struct Slow {
    inner: MemoryStore,
    panics: AtomicBool,
    panicked: AtomicBool,
    /// Another process, which appends as soon as this store is asked for its head.
    others: Option<(Arc<MemoryStore>, Anchor)>,
    others_came: AtomicBool,
}

/// How often a call is pending on each side of its work.
const WAITS: usize = 3;

async fn wait() {
    for _ in 0..WAITS {
        let mut waited = false;
        poll_fn(|context| {
            context.waker().wake_by_ref();
            if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

impl Slow {
    fn ledger(&self) -> &MemoryStore {
        self.others.as_ref().map_or(&self.inner, |(ledger, _)| ledger)
    }
}

impl jobs_core::DelegatingStore for Slow {
    type Inner = MemoryStore;

    fn inner(&self) -> &MemoryStore {
        self.ledger()
    }

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        wait().await;
        let answers = self.ledger().append(drafts).await;
        wait().await;
        answers
    }

    async fn head(&self) -> Result<Head> {
        if self.panics.load(Ordering::SeqCst) {
            self.panicked.store(true, Ordering::SeqCst);
            panic!("this store panics");
        }
        if let Some((ledger, anchor)) = &self.others
            && !self.others_came.swap(true, Ordering::SeqCst)
        {
            let ledger = Arc::clone(ledger) as Arc<dyn JobStore>;
            let anchors = vec![anchor.clone()];
            let notary = Notary::start(key(), Arc::clone(&ledger), anchors).await.unwrap();
            ledger.append_one(job(1)).await.unwrap();
            notary.close().await;
        }
        wait().await;
        let head = self.ledger().head().await;
        wait().await;
        head
    }

    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        wait().await;
        let tiles = self.ledger().tiles(tiles).await;
        wait().await;
        tiles
    }
}

/// Polls `future` up to `polls` times, then drops it. Says whether it was ready.
async fn give_up<T>(polls: usize, future: impl Future<Output = T>) -> bool {
    let mut future = Box::pin(future);
    for _ in 0..polls {
        let poll = poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await;
        if poll.is_ready() {
            return true;
        }
    }
    false
}

fn anchored(folder: &Path) -> Index {
    Anchor::at(folder).read().unwrap().unwrap().verify(key().verifier()).unwrap().size
}

/// At whichever poll an append is dropped, the anchor comes to hold all that is recorded.
#[tokio::test]
async fn an_append_may_be_dropped_at_any_poll() {
    let mut recorded_untold = 0;
    let mut ready = 0;
    for polls in 0..=2 * WAITS + 1 {
        let folder = tempfile::tempdir().unwrap();
        let slow = Arc::new(Slow::default());
        let anchors = vec![Anchor::open(folder.path()).unwrap()];
        let notary = Notary::start(key(), Arc::clone(&slow) as _, anchors).await.unwrap();
        let notary = Arc::new(notary);
        let store = NotarizedStore::new(Arc::clone(&notary));
        store.append_one(job(1)).await.unwrap();
        ready += usize::from(give_up(polls, store.append(vec![job(2)])).await);
        let size = slow.inner.head().await.unwrap().size();
        recorded_untold += usize::from(size == 2);
        // What comes after the gap is signed and anchored, too.
        let goes_on = polls % 2 == 0;
        if goes_on {
            let answer = store.append_one(job(3)).await.unwrap();
            let receipt = notary.receipt(&answer).await.unwrap().unwrap();
            receipt.verify(answer.leaf().unwrap(), notary.verifier()).unwrap();
        }
        notary.close().await;
        assert_eq!(anchored(folder.path()), size + u64::from(goes_on), "{polls} polls");
    }
    assert_eq!((recorded_untold, ready), (WAITS + 1, 1), "each kind of end is among them");
}

/// At whichever poll a signature is dropped, the next one is there, and of the same ledger.
#[tokio::test]
async fn a_signature_may_be_dropped_at_any_poll() {
    let slow = Arc::new(Slow::default());
    let notary = Notary::without_keeping(key(), Arc::clone(&slow) as _, &[]).await.unwrap();
    let mut ready = 0;
    let mut polls = 0;
    while ready < 3 {
        let number = u32::try_from(polls).unwrap();
        let answer = slow.inner.append_one(job(number)).await.unwrap();
        ready = [
            give_up(polls, notary.checkpoint()).await,
            give_up(polls, notary.receipt(&answer)).await,
            give_up(polls, notary.receipt_of(0)).await,
        ]
        .map(usize::from)
        .into_iter()
        .sum();
        let receipt = notary.receipt(&answer).await.unwrap().unwrap();
        let signed = receipt.verify(answer.leaf().unwrap(), notary.verifier()).unwrap();
        let head = slow.inner.head().await.unwrap();
        assert_eq!((signed.size, signed.root), (head.size(), head.root()), "{polls} polls");
        polls += 1;
    }
    assert!(polls > 2 * WAITS, "{polls} polls: nothing was dropped half-way");
}

/// A store that panics when it is asked for its head fails that one look.
#[tokio::test]
async fn the_anchor_follows_again_once_the_store_no_longer_panics() {
    let folder = tempfile::tempdir().unwrap();
    let slow = Arc::new(Slow::default());
    let anchors = vec![Anchor::open(folder.path()).unwrap()];
    let notary = Notary::start(key(), Arc::clone(&slow) as _, anchors).await.unwrap();
    let notary = Arc::new(notary);
    slow.panics.store(true, Ordering::SeqCst);
    let store = NotarizedStore::new(Arc::clone(&notary));
    store.append_one(job(1)).await.unwrap();
    while !slow.panicked.load(Ordering::SeqCst) {
        tokio::task::yield_now().await;
    }
    slow.panics.store(false, Ordering::SeqCst);
    notary.close().await;
    assert_eq!(anchored(folder.path()), 1);
}

/// Two processes that start for the first time: the one that sees the other's first entry reports
/// no rollback.
#[tokio::test]
async fn a_ledger_that_another_process_begins_meanwhile_is_no_rollback() {
    let folder = tempfile::tempdir().unwrap();
    let anchor = Anchor::open(folder.path()).unwrap();
    let others = Some((Arc::new(MemoryStore::default()), anchor.clone()));
    let store = Slow { others, ..Slow::default() };
    check(&store, key().verifier(), std::slice::from_ref(&anchor)).await.unwrap();
    assert_eq!(anchored(folder.path()), 1);
}
