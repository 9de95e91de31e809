//! What filters know about an entry's job. A change of status or a note only names the job, so the
//! rest is remembered.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use hashlink::LruCache;
use jobs_core::{ActionName, Draft, Entry, Error, JobId, JobStore, NewJob, Result, Source, UserId};

/// How many jobs are remembered: those of the last minutes, in 3 to 7 MB.
const REMEMBERED: usize = 16_384;

/// A job, as far as filters know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JobTraits {
    pub(crate) user_id: UserId,
    pub(crate) action_name: ActionName,
    pub(crate) source: Source,
}

/// The jobs that entries were about lately.
pub(crate) struct RecentJobs(Mutex<LruCache<JobId, Arc<JobTraits>>>);

impl Default for RecentJobs {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(REMEMBERED)))
    }
}

impl fmt::Debug for RecentJobs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecentJobs").finish_non_exhaustive()
    }
}

impl RecentJobs {
    /// The job that `entry` is about, read from `store` if need be.
    pub(crate) async fn of(&self, store: &dyn JobStore, entry: &Entry) -> Result<Arc<JobTraits>> {
        match entry.draft() {
            Draft::JobCreated(job) => Ok(self.remember(entry.job_id(), traits(job))),
            Draft::JobImported(import) => Ok(self.remember(entry.job_id(), traits(import.job()))),
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => {
                match self.remembered(entry.job_id()) {
                    Some(job) => Ok(job),
                    None => self.ask(store, entry.job_id()).await,
                }
            }
        }
    }

    async fn ask(&self, store: &dyn JobStore, job_id: JobId) -> Result<Arc<JobTraits>> {
        let job = store.job(job_id).await?;
        let job = job.ok_or_else(|| Error::Corrupt(format!("job {job_id} is missing")))?.job;
        let user_id = job.facts.user_id;
        let action_name = job.facts.action_name;
        Ok(self.remember(job_id, JobTraits { user_id, action_name, source: job.source }))
    }

    fn remembered(&self, job_id: JobId) -> Option<Arc<JobTraits>> {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.get(&job_id).cloned()
    }

    fn remember(&self, job_id: JobId, traits: JobTraits) -> Arc<JobTraits> {
        let traits = Arc::new(traits);
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.insert(job_id, Arc::clone(&traits));
        traits
    }
}

fn traits(job: &NewJob) -> JobTraits {
    let facts = job.facts();
    JobTraits {
        user_id: facts.user_id.clone(),
        action_name: facts.action_name.clone(),
        source: job.source(),
    }
}
