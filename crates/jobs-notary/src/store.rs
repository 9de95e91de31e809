//! A store that tells a notary of every head: what is appended through it reaches the anchors.

use std::sync::Arc;

use jobs_core::{Appended, Draft, JobStore, Result};

use crate::notary::Notary;

/// The ledger that a notary signs for; every append is reported to the notary. An append whose
/// future is dropped is not reported: the anchors find it by themselves within a second.
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
        // All new entries of one call are of one batch, so the last one is enough.
        if let Some(newest) = answers.iter().flatten().rev().find(|answer| !answer.repeated()) {
            self.notary.hear(newest);
        }
        Ok(answers)
    }
}
