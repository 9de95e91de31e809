//! A store that tells a notary of every head: what is appended through it reaches the anchors.

use std::sync::Arc;

use jobs_core::{Appended, Draft, JobStore, Result};

use crate::notary::Notary;

/// The ledger that a notary signs for, with every append told to the notary. It is told nothing of
/// an append whose future is dropped: its anchors look by themselves, a second later.
#[derive(Debug, Clone)]
pub struct NotarizedStore {
    notary: Arc<Notary>,
}

impl NotarizedStore {
    /// The [store](Notary::store) of `notary`.
    #[must_use]
    pub fn new(notary: Arc<Notary>) -> Self {
        Self { notary }
    }

    fn store(&self) -> &dyn JobStore {
        &**self.notary.store()
    }
}

impl jobs_core::DelegatingStore for NotarizedStore {
    type Inner = dyn JobStore;

    fn inner(&self) -> &dyn JobStore {
        self.store()
    }

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let answers = self.store().append(drafts).await?;
        // All new entries of one call are of one batch; the last one will do.
        if let Some(newest) = answers.iter().flatten().rev().find(|answer| !answer.repeated()) {
            self.notary.hear(newest);
        }
        Ok(answers)
    }
}
