//! What a notary signs, and where its anchors stand, even if futures are dropped or its store
//! changes.

use std::future::poll_fn;
use std::path::Path;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;

use jobs_core::{
    Appended, Draft, Error, Head, Index, JobStore, JobStoreExt as _, MemoryStore, Result,
};
use jobs_notary::{Anchor, AnchorError, Evidence, NotarizedStore, Notary, RollbackError};
use tokio::sync::Notify;

use crate::{job, key};

/// A store that turns into another one, shows an older head, or records only after its caller has
/// gone.
#[derive(Debug)]
struct Odd {
    /// Each former ledger is leaked, so that it can be borrowed while another takes its place.
    ledger: Mutex<&'static MemoryStore>,
    head: Mutex<Option<Head>>,
    /// When notified, it records what waits.
    queue: Option<Arc<Notify>>,
}

impl Odd {
    fn of(ledger: &Arc<MemoryStore>) -> Self {
        let ledger = Mutex::new(kept(Arc::clone(ledger)));
        Self { ledger, head: Mutex::default(), queue: None }
    }

    fn becomes(&self, ledger: Arc<MemoryStore>) {
        *self.ledger.lock().unwrap() = kept(ledger);
    }
}

fn kept(ledger: Arc<MemoryStore>) -> &'static MemoryStore {
    Box::leak(Box::new(ledger))
}

impl jobs_core::DelegatingStore for Odd {
    type Inner = MemoryStore;

    fn inner(&self) -> &MemoryStore {
        *self.ledger.lock().unwrap()
    }

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let ledger = *self.ledger.lock().unwrap();
        let queue = self.queue.clone();
        let recorded = tokio::spawn(async move {
            if let Some(queue) = queue {
                queue.notified().await;
            }
            ledger.append(drafts).await
        });
        recorded.await.map_err(|_| Error::Closed)?
    }

    async fn head(&self) -> Result<Head> {
        let older = *self.head.lock().unwrap();
        match older {
            Some(head) => Ok(head),
            None => self.inner().head().await,
        }
    }
}

async fn ledger_of(jobs: u32) -> Arc<MemoryStore> {
    let ledger = MemoryStore::default();
    ledger.append((0..jobs).map(job).collect()).await.unwrap();
    Arc::new(ledger)
}

fn anchors(folder: &Path) -> Vec<Anchor> {
    vec![Anchor::open(folder).unwrap()]
}

fn anchored_size(folder: &Path) -> Index {
    Anchor::at(folder).read().unwrap().unwrap().verify(key().verifier()).unwrap().size
}

async fn poll_once(append: &mut (impl Future + Unpin)) {
    let mut append = pin!(append);
    poll_fn(|context| {
        assert!(append.as_mut().poll(context).is_pending());
        Poll::Ready(())
    })
    .await;
}

/// A store with a queue records an append whose future was polled and dropped, and nobody is told.
/// The anchor follows all the same: by itself while the notary runs, and at once when it closes.
#[tokio::test]
async fn the_anchor_follows_an_append_whose_future_was_dropped() {
    for closes in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let queue = Arc::new(Notify::new());
        let odd = Arc::new(Odd { queue: Some(Arc::clone(&queue)), ..Odd::of(&Arc::default()) });
        let notary = Notary::start(key(), Arc::clone(&odd) as _, anchors(folder.path()));
        let notary = Arc::new(notary.await.unwrap());
        let store = NotarizedStore::new(Arc::clone(&notary));
        let mut append = Box::pin(store.append(vec![job(1)]));
        poll_once(&mut append).await;
        drop(append);
        assert_eq!(anchored_size(folder.path()), 0);
        queue.notify_one();
        while odd.head().await.unwrap().size() == 0 {
            tokio::task::yield_now().await;
        }
        if closes {
            notary.close().await;
        }
        while !closes && anchored_size(folder.path()) == 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(anchored_size(folder.path()), 1, "closes: {closes}");
    }
}

/// So it does when another process appends, which tells this notary nothing.
#[tokio::test]
async fn the_anchor_follows_what_others_append() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = ledger_of(3).await;
    let notary = Notary::start(key(), Arc::clone(&ledger) as _, anchors(folder.path())).await;
    let notary = notary.unwrap();
    ledger.append_one(job(100)).await.unwrap();
    while anchored_size(folder.path()) < 4 {
        tokio::task::yield_now().await;
    }
    ledger.append_one(job(101)).await.unwrap();
    notary.close().await;
    assert_eq!(anchored_size(folder.path()), 5);
}

/// A process that sees an older ledger, such as one that was stopped in the middle, writes nothing
/// older than what is there.
#[tokio::test]
async fn an_anchor_never_moves_backwards() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = ledger_of(3).await;
    let stale = Arc::new(Odd::of(&ledger));
    *stale.head.lock().unwrap() = Some(ledger.head().await.unwrap());
    let slow = Notary::start(key(), Arc::clone(&stale) as _, anchors(folder.path())).await.unwrap();
    assert_eq!(anchored_size(folder.path()), 3);
    let fast = Notary::start(key(), Arc::clone(&ledger) as _, anchors(folder.path())).await;
    ledger.append((3..10).map(job).collect()).await.unwrap();
    let older = ledger.head().await.unwrap();
    ledger.append((10..300).map(job).collect()).await.unwrap();
    fast.unwrap().close().await;
    assert_eq!(anchored_size(folder.path()), 300);
    *stale.head.lock().unwrap() = Some(older);
    slow.close().await;
    assert_eq!(anchored_size(folder.path()), 300);
    // Nor does one that starts now and sees less: the ledger it sees was rolled back.
    let stale = Arc::new(Odd::of(&ledger_of(4).await));
    let refused = Notary::start(key(), stale, anchors(folder.path())).await;
    assert!(matches!(refused, Err(RollbackError::Rollback(_))), "{refused:?}");
    assert_eq!(anchored_size(folder.path()), 300);
}

/// Two that write at the same time: a reader sees the anchor only grow.
#[tokio::test(flavor = "multi_thread")]
async fn two_notaries_share_an_anchor() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = ledger_of(1).await;
    let mut appending = Vec::new();
    let mut notaries = Vec::new();
    for number in [1_000, 2_000] {
        let notary = Notary::start(key(), Arc::clone(&ledger) as _, anchors(folder.path())).await;
        let notary = Arc::new(notary.unwrap());
        notaries.push(Arc::clone(&notary));
        appending.push(tokio::spawn(async move {
            let store = NotarizedStore::new(notary);
            for n in 0..200 {
                store.append_one(job(number + n)).await.unwrap();
                tokio::task::yield_now().await;
            }
        }));
    }
    let mut seen = 0;
    while !appending.iter().all(tokio::task::JoinHandle::is_finished) {
        let size = anchored_size(folder.path());
        assert!(size >= seen, "{size} after {seen}");
        seen = size;
        tokio::task::yield_now().await;
    }
    for notary in notaries {
        notary.close().await;
        let size = anchored_size(folder.path());
        assert!(size >= seen, "{size} after {seen}");
        seen = size;
    }
    assert_eq!(seen, 401);
}

/// An answer of another store, of any size, is not vouched for; nor is this store once it is
/// another.
#[tokio::test]
async fn only_what_its_own_store_holds_is_signed() {
    let ledger = ledger_of(3).await;
    let odd = Arc::new(Odd::of(&ledger));
    let notary = Notary::without_keeping(key(), Arc::clone(&odd) as _, &[]).await.unwrap();
    let own = ledger.append_one(job(50)).await.unwrap();
    assert!(notary.receipt(&own).await.unwrap().is_some());
    for size in [0, 2, 3, 4, 9] {
        let foreign = ledger_of(size).await.append_one(job(60)).await.unwrap();
        let refused = notary.receipt(&foreign).await;
        assert!(matches!(refused, Err(Error::Corrupt(_))), "{size}: {refused:?}");
    }
    assert_eq!(notary.checkpoint().await.unwrap().unverified().size, 4);
    // A larger ledger, one as large, and a smaller one: none continues what was signed.
    for size in [400, 4, 1, 0] {
        odd.becomes(ledger_of(size).await);
        let refused = notary.checkpoint().await;
        assert!(matches!(refused, Err(Error::Corrupt(_))), "{size}: {refused:?}");
        assert!(notary.receipt_of(0).await.is_err());
        let refused = Evidence::collect(&notary, job(0).job_id()).await;
        assert!(matches!(refused, Err(Error::Corrupt(_))), "{size}: {refused:?}");
    }
    odd.becomes(ledger);
    assert_eq!(notary.checkpoint().await.unwrap().unverified().size, 4);
}

/// The anchors know what was signed before the last start, and so does a notary that only reads
/// them.
#[tokio::test]
async fn no_other_ledger_is_signed_for_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = ledger_of(5).await;
    let notary = Notary::start(key(), Arc::clone(&ledger) as _, anchors(folder.path())).await;
    notary.unwrap().close().await;
    for size in [0, 4, 5, 400] {
        let other = ledger_of(size).await;
        let refused = Notary::start(key(), Arc::clone(&other) as _, anchors(folder.path())).await;
        assert!(matches!(refused, Err(RollbackError::Rollback(_))), "{size}: {refused:?}");
        let refused = Notary::without_keeping(key(), other, &anchors(folder.path())).await;
        assert!(matches!(refused, Err(RollbackError::Rollback(_))), "{size}: {refused:?}");
    }
    // With another ledger's key.
    let other = jobs_core::log::SigningKey::from_seed(key().verifier().name().clone(), &[1; 32]);
    let refused = Notary::without_keeping(other, ledger, &anchors(folder.path())).await;
    assert!(matches!(refused, Err(RollbackError::Unknown { .. })), "{refused:?}");
}

#[test]
fn an_anchor_that_is_no_plain_file_is_refused_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let anchor = Anchor::open(folder.path()).unwrap();
    let refused = |part: &str| {
        let error = anchor.read().unwrap_err();
        assert!(matches!(error, AnchorError::Io { .. }), "{error}");
        assert!(error.to_string().contains(part), "{error}");
    };
    std::os::unix::fs::symlink("/dev/zero", anchor.file()).unwrap();
    refused("is not a regular file");
    std::fs::remove_file(anchor.file()).unwrap();
    std::fs::File::create(anchor.file()).unwrap().set_len(1 << 40).unwrap();
    let damaged = anchor.read().unwrap_err();
    assert!(matches!(damaged, AnchorError::Malformed { .. }), "{damaged}");
    assert!(damaged.to_string().contains("is damaged"), "{damaged}");
}
