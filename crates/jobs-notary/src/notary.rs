//! The notary of one ledger: signs what its store holds, makes receipts, and keeps the anchors up
//! to date.

use std::sync::Arc;
use std::task::Waker;

use jobs_core::log::{Receipt, SignedCheckpoint, SigningKey, VerifierKey};
use jobs_core::{Appended, Error, Index, JobStore, JobStoreExt as _, Result, UserId};
use tokio::sync::watch;

use crate::anchor::Anchor;
use crate::check::{RollbackError, vouched};
use crate::keeper::{self, News};
use crate::restore::{record_restore, recorded_at};
use crate::rollback::Rollback;
use crate::signer::Signer;

/// Signs for one ledger, whose store it holds: it has no method that takes a head. Share it in an
/// [`Arc`].
#[derive(Debug)]
pub struct Notary {
    signer: Arc<Signer>,
    news: Arc<News>,
    ended: watch::Receiver<()>,
}

impl Notary {
    /// Starts a notary for the ledger in `store`, and the thread that keeps `anchors` up to date.
    /// Anchors that are empty get their first checkpoint: once the ledger has entries, an empty one
    /// looks as if somebody had removed its checkpoint. [`check`](crate::check) says whether all of
    /// them may be empty.
    ///
    /// # Errors
    /// [`RollbackError`], since a ledger that contradicts an anchor must not be signed for.
    pub async fn start(
        key: SigningKey,
        store: Arc<dyn JobStore>,
        anchors: Vec<Anchor>,
    ) -> Result<Self, RollbackError> {
        let signer = signer(key, store, &anchors).await?;
        for anchor in &anchors {
            anchor.make()?;
            if anchor.read()?.is_none() {
                anchor.advance(&signer.newest().await?, &signer).await?;
            }
        }
        Self::keeping(signer, anchors)
    }

    /// Starts a notary for a ledger that is not what its anchors say, which `user` has accepted.
    /// This is recorded in the ledger before the anchors' checkpoints are replaced, unless it
    /// [was](recorded_at) already; then the answer is `None`.
    ///
    /// # Errors
    /// [`RollbackError::Ledger`] when it cannot be recorded; [`RollbackError::Anchor`] when an
    /// anchor holds more than what was accepted, or cannot be written.
    pub async fn start_restored(
        key: SigningKey,
        store: Arc<dyn JobStore>,
        anchors: Vec<Anchor>,
        accepted: (&Rollback, UserId),
    ) -> Result<(Self, Option<Appended>), RollbackError> {
        let (rollback, user) = accepted;
        let recorded = match recorded_at(&*store, rollback).await? {
            Some(_) => None,
            None => Some(record_restore(&*store, rollback, user).await?),
        };
        let head = store.head().await?;
        let signer = Signer::new(key, store, head);
        let newest = signer.newest().await?;
        for anchor in &anchors {
            anchor.make()?;
            anchor.give_up(rollback, &newest, &signer)?;
        }
        Ok((Self::keeping(signer, anchors)?, recorded))
    }

    /// A notary that signs and keeps no anchor. The ledger must begin with what `anchors` say,
    /// which are only read, so that another ledger's key is not used by mistake.
    ///
    /// # Errors
    /// [`RollbackError`].
    pub async fn without_keeping(
        key: SigningKey,
        store: Arc<dyn JobStore>,
        anchors: &[Anchor],
    ) -> Result<Self, RollbackError> {
        let signer = Arc::new(signer(key, store, anchors).await?);
        // The sender is dropped at once: there is nothing to wait for.
        Ok(Self { signer, news: Arc::default(), ended: watch::channel(()).1 })
    }

    fn keeping(signer: Signer, anchors: Vec<Anchor>) -> Result<Self, RollbackError> {
        let signer = Arc::new(signer);
        let news = Arc::<News>::default();
        let ended = keeper::start(Arc::clone(&signer), Arc::clone(&news), anchors);
        Ok(Self { signer, news, ended: ended.map_err(RollbackError::Thread)? })
    }

    /// What checks this notary's signatures; safe to hand out.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        self.signer.key().verifier()
    }

    /// The ledger that it signs for.
    #[must_use]
    pub fn store(&self) -> &Arc<dyn JobStore> {
        self.signer.store()
    }

    /// The signed checkpoint of the ledger as it is now.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when the ledger does not continue what was signed before; those of
    /// [`JobStore::tiles`].
    pub async fn checkpoint(&self) -> Result<SignedCheckpoint> {
        self.signer.newest().await
    }

    /// The receipt of an entry that was just appended to this ledger, against the head that the
    /// ledger then had; `None` for a repeat. Nothing is read for what was appended through
    /// [`NotarizedStore`](crate::NotarizedStore), as long as no other process appends.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when this ledger does not hold that head, as for an answer of another
    /// store; those of [`JobStore::tiles`].
    pub async fn receipt(&self, answer: &Appended) -> Result<Option<Receipt>> {
        let Some((head, inclusion)) = answer.head().zip(answer.inclusion()) else {
            return Ok(None);
        };
        let checkpoint = self.signer.sign(head).await?;
        Receipt::new(inclusion, checkpoint).map(Some).map_err(|error| as_corrupt(&error))
    }

    /// The receipt of the entry at `index`, in the ledger as it is now. `None` when there is no
    /// such entry.
    ///
    /// # Errors
    /// Those of [`checkpoint`](Self::checkpoint).
    pub async fn receipt_of(&self, index: Index) -> Result<Option<Receipt>> {
        let checkpoint = self.checkpoint().await?;
        let size = checkpoint.unverified().size;
        if index >= size {
            return Ok(None);
        }
        let inclusion = self.store().inclusion(index, size).await?;
        Receipt::new(inclusion, checkpoint).map(Some).map_err(|error| as_corrupt(&error))
    }

    /// Takes note of what its own store answered to an append, so that the anchors follow at once,
    /// and not only at their next look.
    pub(crate) fn hear(&self, answer: &Appended) {
        if let Some((before, head)) = answer.head_before().zip(answer.head()) {
            self.signer.hear(before, head);
            self.news.hear(head.size());
        }
    }

    /// From now on, wakes `follower` whenever the ledger is seen to have grown. The caller of the
    /// append does this and waits for it, so the waker must be quick, and must not call the notary.
    pub fn wake_on_growth(&self, follower: Waker) {
        self.news.follow(follower);
    }

    /// Writes the checkpoint of all that the store has by now to the anchors, and ends the thread.
    /// The notary still signs.
    ///
    /// Close a store that has a queue first: an append whose caller is gone may still be in it.
    pub async fn close(&self) {
        self.news.close();
        let mut ended = self.ended.clone();
        // Nothing is ever sent: it ends when the thread does.
        while ended.changed().await.is_ok() {}
    }
}

/// Ends the thread, after a last look. Unlike [`close`](Notary::close), it does not wait for it.
impl Drop for Notary {
    fn drop(&mut self) {
        self.news.close();
    }
}

/// Signs for the ledger in `store`, which begins with what each of `anchors` says.
async fn signer(
    key: SigningKey,
    store: Arc<dyn JobStore>,
    anchors: &[Anchor],
) -> Result<Signer, RollbackError> {
    let head = vouched(&*store, key.verifier(), anchors).await?.head;
    Ok(Signer::new(key, store, head))
}

fn as_corrupt(error: &jobs_core::ProofError) -> Error {
    Error::Corrupt(error.to_string())
}
