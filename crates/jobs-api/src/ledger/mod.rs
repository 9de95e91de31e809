//! The ledger as handlers reach it: its store, the notary that signs for it, and the concurrency
//! limit of reads. However many requests there are, a few read at once, and one user at most half
//! of these; all callers who are not signed in count as one.
//!
//! ```text
//! request ─► permit ─► handler ─► answer, whole
//! export  ─► page ─► permit ─► lines               a permit for each page
//! POST    ─► permit ─► look up ─► record, call ─► permit ─► …    one each time that it reads
//! ```
//!
//! A caller who asks for a thousand things waits behind their own requests; see
//! [`jobs_serve::Budget`]. An answer that is made and not sent counts in the server's budget of
//! response bytes.

pub(crate) mod proof;

use std::sync::Arc;
use std::time::Duration;

use jobs_core::{JobDetail, JobId, JobOutline, JobStore, UserId};
use jobs_gateway::ReadLimit;
use jobs_notary::Notary;
use jobs_serve::Permit;
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::access::Grant;
use crate::response::problem::Problem;

/// How many read at once: as many as a SQLite store has readers, where more would wait too. The
/// longest history takes 120 MiB for a moment: its entries 70, and what is written of them 40; a
/// payload of 16 MiB, each character of it escaped, 80.
const AT_ONCE_MAX: usize = 4;

/// How long a request waits for its permit. Each read takes a few hundredths of a second when it is
/// long.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// The ledger. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Ledger {
    store: Arc<dyn JobStore>,
    notary: Arc<Notary>,
    read_limit: Arc<ReadLimit>,
    /// Held while evidence is made, which takes more memory than any other answer: its files, and
    /// what checking them takes.
    evidence: Arc<Mutex<()>>,
}

impl Ledger {
    /// The ledger in `store`, for which `notary` signs.
    pub(crate) fn new(store: Arc<dyn JobStore>, notary: Arc<Notary>) -> Self {
        let read_limit = Arc::new(ReadLimit::new(AT_ONCE_MAX, AT_ONCE_MAX / 2));
        Self { store, notary, read_limit, evidence: Arc::default() }
    }

    pub(crate) fn store(&self) -> &dyn JobStore {
        &*self.store
    }

    pub(crate) fn notary(&self) -> &Notary {
        &self.notary
    }

    /// The limit of reads, for others who read for callers.
    pub(crate) fn read_limit(&self) -> &Arc<ReadLimit> {
        &self.read_limit
    }

    /// The job, if it exists and `grant` extends to it.
    pub(crate) async fn job(&self, job_id: JobId, grant: &Grant) -> Result<JobDetail, Problem> {
        let job = self.store().job(job_id).await?;
        let job = job.ok_or(jobs_core::Error::UnknownJob { job_id })?;
        grant.check_owner(&job.job.facts.user_id)?;
        Ok(job)
    }

    /// The job with its entries, without what may be large, if it exists and `grant` extends to it.
    pub(crate) async fn outline(
        &self,
        job_id: JobId,
        grant: &Grant,
    ) -> Result<JobOutline, Problem> {
        let outline = self.store().outline(job_id).await?;
        let outline = outline.ok_or(jobs_core::Error::UnknownJob { job_id })?;
        grant.check_owner(&outline.job.facts.user_id)?;
        Ok(outline)
    }

    /// The permit to make evidence, of which there is one.
    pub(crate) async fn evidence_permit(&self) -> OwnedMutexGuard<()> {
        Arc::clone(&self.evidence).lock_owned().await
    }

    /// A permit for `user`, or for a caller who is not signed in, to read.
    ///
    /// # Errors
    /// `503` when there is none in time.
    pub(crate) async fn read_permit_in_time(
        &self,
        user: Option<&UserId>,
    ) -> Result<Permit, Problem> {
        let permit = self.read_limit.acquire_within(WAIT_MAX, user.cloned(), 1).await;
        permit.map_err(|_| Problem::busy("as much is being read as may be at once"))
    }

    /// As [`read_permit_in_time`](Self::read_permit_in_time), for however long it takes.
    pub(crate) async fn read_permit(&self, user: Option<&UserId>) -> Permit {
        self.read_limit.acquire(user.cloned(), 1).await
    }
}
