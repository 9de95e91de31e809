//! A store that tells a notary of every head: what is appended through it reaches the anchors.

use std::sync::Arc;

use async_trait::async_trait;
use jobs_core::merkle::{Tile, TileId};
use jobs_core::{
    Appended, Cid, CustomerQuery, Draft, Entry, Head, Index, JobDetail, JobId, JobPage, JobQuery,
    JobStore, PageLimit, RequestKey, Result, Stats, StatsQuery,
};

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

#[async_trait]
impl JobStore for NotarizedStore {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let answers = self.store().append(drafts).await?;
        // All new entries of one call are of one batch; the last one will do.
        if let Some(newest) = answers.iter().flatten().rev().find(|answer| !answer.repeated()) {
            self.notary.hear(newest);
        }
        Ok(answers)
    }

    async fn head(&self) -> Result<Head> {
        self.store().head().await
    }

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.store().entries(from, limit).await
    }

    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.store().request(key).await
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.store().job(job_id).await
    }

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        self.store().jobs(query).await
    }

    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.store().customers(job_id, query).await
    }

    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        self.store().stats(query).await
    }

    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.store().tiles(tiles).await
    }
}
