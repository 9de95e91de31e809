//! `--demo`: a simulated upstream in this process, and sample jobs that the real gateway sends to
//! it.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use jobs_core::{BatchId, Cid, JobId, JobStore, UserId};
use jobs_gateway::{Finished, Gateway, SetAction};
use jobs_sim::{Sim, SimConfig};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use url::Url;

/// How long the simulated upstream takes to answer: long enough to see jobs in progress.
const DELAY: Duration = Duration::from_millis(100);

/// The users of the sample jobs. Each has a job for every one of [`SAMPLES`].
const USERS: [&str; 4] = ["vijay", "anita", "ravi", "meera"];

/// Action, number of customers, and the path that decides what the upstream does with it.
const SAMPLES: [(&str, usize, &str); 9] = [
    ("Trans-Begin", 5, "/tms/v1/actions"),
    ("PE-Enable", 12, "/tms/v1/actions"),
    ("T-Enable", 3, "/not-ready/tms/v1/actions"),
    ("T-Enable", 3, "/tms/v1/actions"),
    ("PE-Finalize", 84, "/tms/v1/actions"),
    ("PE-Direct", 1, "/status-401/tms/v1/actions"),
    ("Trans-Begin", 2500, "/tms/v1/actions"),
    ("PE-Enable", 7, "/invalid-json/tms/v1/actions"),
    ("PE-Finalize", 2, "/hang-up/tms/v1/actions"),
];

/// The sample of whose customers the upstream does not know some.
const PARTLY_UNKNOWN: usize = 4;

/// The sample that is a retry of the one before.
const RETRY: usize = 3;

/// A simulated upstream on a port of this machine, for as long as the value lives.
#[derive(Debug)]
pub struct Demo {
    url: Url,
    /// The upstream and the samples in flight; they end with the value.
    tasks: Mutex<JoinSet<()>>,
}

impl Demo {
    /// Starts the upstream.
    ///
    /// # Errors
    /// When there is no free port.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/", listener.local_addr()?);
        let url = Url::parse(&url).map_err(io::Error::other)?;
        // Keeps no calls: anyone who can reach the upstream could read them, with their tokens.
        let sim = Sim::new(SimConfig { delay: DELAY, calls_kept: 0, ..SimConfig::default() });
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            if let Err(error) = sim.serve(listener).await {
                tracing::error!(%error, "the simulated upstream ended");
            }
        });
        Ok(Self { url, tasks: Mutex::new(tasks) })
    }

    /// The base URL of the upstream, to be put on the allow-list.
    #[must_use]
    pub fn url(&self) -> Url {
        self.url.clone()
    }

    /// Starts the sample jobs, if the ledger is empty; they run while the server serves.
    pub async fn fill(&self, store: &Arc<dyn JobStore>, gateway: &Gateway) {
        match store.head().await {
            Ok(head) if head.size() == 0 => {}
            Ok(_) => return tracing::info!("the ledger is not empty: no sample jobs were added"),
            Err(error) => return tracing::warn!(%error, "no sample jobs were added"),
        }
        let mut tasks = self.tasks.lock().await;
        for user in USERS {
            let gateway = gateway.clone();
            let url = self.url();
            tasks.spawn(async move {
                if let Err(error) = run_samples(user, &gateway, &url).await {
                    tracing::warn!(user, error, "adding the sample jobs failed");
                }
            });
        }
    }
}

/// Runs one user's jobs, one after the other, as a person would.
async fn run_samples(user: &'static str, gateway: &Gateway, url: &Url) -> Result<(), String> {
    let mut last = None;
    for at in 0..SAMPLES.len() {
        let retry_of = last.filter(|_| at == RETRY);
        let action = sample(user, at, url, retry_of).map_err(|error| error.to_string())?;
        let finished = gateway.set_action(action).await;
        let Finished { job_id, .. } = finished.map_err(|error| error.to_string())?;
        last = Some(job_id);
    }
    Ok(())
}

fn sample(
    user: &str,
    at: usize,
    url: &Url,
    retry_of: Option<JobId>,
) -> jobs_core::Result<SetAction> {
    let (action, count, path) = SAMPLES[at];
    // The ranges of the samples overlap, so that customers have a history.
    let mut cids: Vec<String> = (0..count).map(|i| format!("{}", 5000 + 3 * at + i)).collect();
    if at == PARTLY_UNKNOWN {
        cids.extend(["unknown-1".to_owned(), "unknown-2".to_owned()]);
    }
    let mut payload = json!({"action": action, Cid::FIELD: cids});
    let payload = payload.as_object_mut().map(std::mem::take).unwrap_or_default();
    let mut url = url.clone();
    url.set_path(path);
    let batch_id =
        at.is_multiple_of(3).then(|| BatchId::new(format!("{user}-{}", 1 + at / 3))).transpose()?;
    let action = SetAction::new(UserId::new(user)?, url, payload)?;
    Ok(action.with_batch_id(batch_id).with_retry_of(retry_of))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use jobs_core::{JobQuery, JobStoreExt, MemoryStore, PageLimit, Status};
    use jobs_gateway::GatewayConfig;

    use super::*;

    #[tokio::test]
    async fn the_samples_show_every_kind_of_end_and_come_once() {
        let demo = Demo::start().await.unwrap();
        let store: Arc<dyn JobStore> = Arc::new(MemoryStore::default());
        let config = GatewayConfig { upstreams: vec![demo.url()], ..GatewayConfig::default() };
        let gateway = Gateway::new(Arc::clone(&store), config).unwrap();
        demo.fill(&store, &gateway).await;
        let mut tasks = demo.tasks.lock().await;
        for _ in USERS {
            tasks.join_next().await.unwrap().unwrap();
        }
        drop(tasks);

        let query = JobQuery { limit: PageLimit::new(100).unwrap(), ..JobQuery::default() };
        let jobs = store.jobs(&query).await.unwrap().jobs;
        assert_eq!(jobs.len(), USERS.len() * SAMPLES.len());
        let mut ends: HashMap<Status, usize> = HashMap::new();
        jobs.iter().for_each(|job| *ends.entry(job.status).or_default() += 1);
        let users = USERS.len();
        assert_eq!(ends[&Status::Success], 4 * users);
        assert_eq!(ends[&Status::Failed], 3 * users);
        assert_eq!(ends[&Status::Unconfirmed], 2 * users);
        assert_eq!(jobs.iter().filter(|job| job.retry_of.is_some()).count(), users);
        let partly = jobs.iter().find(|job| job.customer_count == 86).unwrap();
        let history = store.history(partly.job_id).await.unwrap();
        let jobs_core::Draft::StatusChanged(change) = history[1].draft() else { panic!() };
        assert_eq!(change.outcomes.len(), 2);

        demo.fill(&store, &gateway).await;
        assert_eq!(demo.tasks.lock().await.len(), 1, "the upstream alone: nothing is filled twice");
    }
}
