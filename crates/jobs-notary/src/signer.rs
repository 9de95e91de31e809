//! Signs heads of one ledger: only what its own store holds, and never two that contradict each
//! other.
//!
//! A signature on two roots of one size, or on a root that a later one does not continue, lets the
//! holder of the key show each reader another ledger. So a head is signed once the store proves two
//! things: it begins with the newest head that was vouched for, and it holds the head that is to be
//! signed. Where the store's own answers lead from one to the other, they are the proof.

use std::collections::VecDeque;
use std::sync::{Arc, PoisonError};

use jobs_core::log::{SignHead as _, SignedCheckpoint, SigningKey};
use jobs_core::{Error, Head, JobStore, Result, plural};
use tokio::sync::Mutex;

use crate::rollback::extends;

/// How many signed heads are remembered. The answers of one batch need the same one, and those of
/// the next batches may overtake them.
const REMEMBERED: usize = 8;

/// How many batches' heads from the store's answers are remembered until one of those answers is
/// signed.
const HEARD: usize = 256;

#[derive(Debug)]
pub(crate) struct Signer {
    key: SigningKey,
    store: Arc<dyn JobStore>,
    signed: Mutex<Signed>,
    /// What the store's own answers say of each batch: the head before it, and the one that
    /// continues it.
    heard: std::sync::Mutex<VecDeque<(Head, Head)>>,
}

#[derive(Debug)]
struct Signed {
    /// The largest head that was seen. A head is only signed if it is a beginning of this one or
    /// continues it.
    newest: Head,
    recent: VecDeque<(Head, SignedCheckpoint)>,
    /// Heads between which and `newest` the store's answers lead.
    passed: VecDeque<Head>,
}

impl Signer {
    /// Signs for the ledger in `store`, whose head was `newest`.
    pub(crate) fn new(key: SigningKey, store: Arc<dyn JobStore>, newest: Head) -> Self {
        let signed =
            Mutex::new(Signed { newest, recent: VecDeque::new(), passed: VecDeque::new() });
        Self { key, store, signed, heard: Default::default() }
    }

    pub(crate) fn key(&self) -> &SigningKey {
        &self.key
    }

    pub(crate) fn store(&self) -> &Arc<dyn JobStore> {
        &self.store
    }

    /// Remembers a batch that the store has recorded.
    pub(crate) fn hear(&self, before: Head, head: Head) {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        // All answers of a batch say the same.
        if heard.back() != Some(&(before, head)) {
            if heard.len() == HEARD {
                heard.pop_front();
            }
            heard.push_back((before, head));
        }
    }

    /// Moves on along what was heard, batch by batch; true when `wanted` is passed. Nothing is
    /// read: how the store computed a head is known, and all heads passed are of one ledger.
    fn follow(&self, signed: &mut Signed, wanted: Head) -> bool {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some((_, head)) = heard.iter().find(|(before, _)| *before == signed.newest) {
            signed.newest = *head;
            if signed.passed.len() == HEARD {
                signed.passed.pop_front();
            }
            signed.passed.push_back(*head);
        }
        signed.passed.contains(&wanted)
    }

    /// The head that the store has now, signed.
    pub(crate) async fn newest(&self) -> Result<SignedCheckpoint> {
        let mut signed = self.signed.lock().await;
        let head = self.look(&mut signed).await?;
        Ok(signed.sign(head, &self.key))
    }

    /// Signs `head`, which the store had once.
    pub(crate) async fn sign(&self, head: Head) -> Result<SignedCheckpoint> {
        // Held until it is signed, so that the answers of one batch sign once.
        let mut signed = self.signed.lock().await;
        if let Some(known) = signed.known(head) {
            return Ok(known);
        }
        if self.follow(&mut signed, head) {
            return Ok(signed.sign(head, &self.key));
        }
        let current = self.look(&mut signed).await?;
        if !extends(&*self.store, &current, head.size(), &head.root()).await? {
            return Err(refusal(&current, &head));
        }
        Ok(signed.sign(head, &self.key))
    }

    /// The store's head, once it is proved to continue what was seen before.
    async fn look(&self, signed: &mut Signed) -> Result<Head> {
        self.follow(signed, signed.newest);
        let head = self.store.head().await?;
        let before = signed.newest;
        if !extends(&*self.store, &head, before.size(), &before.root()).await? {
            return Err(refusal(&head, &before));
        }
        signed.newest = head;
        Ok(head)
    }
}

impl Signed {
    fn known(&self, head: Head) -> Option<SignedCheckpoint> {
        self.recent.iter().find(|(known, _)| *known == head).map(|(_, signed)| signed.clone())
    }

    fn sign(&mut self, head: Head, key: &SigningKey) -> SignedCheckpoint {
        if let Some(known) = self.known(head) {
            return known;
        }
        let checkpoint = key.sign_head(head);
        self.recent.truncate(REMEMBERED - 1);
        self.recent.push_front((head, checkpoint.clone()));
        checkpoint
    }
}

fn refusal(is: &Head, was: &Head) -> Error {
    Error::Corrupt(format!(
        "nothing is signed: the ledger of {} with root {} does not contain the {} with root {}",
        plural(is.size(), "entry", "entries"),
        is.root(),
        plural(was.size(), "entry", "entries"),
        was.root()
    ))
}
