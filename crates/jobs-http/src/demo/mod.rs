//! `--demo`: a simulated upstream in this process, people to sign in as, weeks of imported jobs,
//! and sample jobs that the real gateway sends to the upstream.

mod kept;
mod past;
mod people;
mod samples;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use jobs_auth::PasswordError;
use jobs_core::{JobStore, JobStoreExt as _, Timestamp};
use jobs_gateway::Gateway;
use jobs_sim::{Sim, SimConfig};
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use url::Url;

pub(crate) use self::kept::Kept;
pub(crate) use self::people::{PEOPLE, People};

/// How long the simulated upstream takes to answer: long enough to see jobs in progress.
const DELAY: Duration = Duration::from_millis(100);

/// A simulated upstream on a port of this machine, for as long as the value lives.
#[derive(Debug)]
pub struct Demo {
    url: Url,
    kept: Kept,
    /// The upstream and the samples in flight; they end with the value.
    tasks: Mutex<JoinSet<()>>,
}

impl Demo {
    /// Starts the upstream, on the port that it had before if that is free: URLs that were recorded
    /// then still lead to it.
    ///
    /// # Errors
    /// When there is no free port, or no random bytes.
    pub(crate) async fn start(kept: Option<Kept>) -> io::Result<Self> {
        let before = kept.as_ref().map_or(0, |kept| kept.upstream_port);
        let listener = match TcpListener::bind(("127.0.0.1", before)).await {
            Ok(listener) => listener,
            Err(_) => TcpListener::bind("127.0.0.1:0").await?,
        };
        let address = listener.local_addr()?;
        let kept = match kept {
            Some(kept) => Kept { upstream_port: address.port(), ..kept },
            None => Kept::new(address.port())?,
        };
        let url = Url::parse(&format!("http://{address}/")).map_err(io::Error::other)?;
        // Keeps no calls: anyone who can reach the upstream could read them, with their tokens.
        let sim = Sim::new(SimConfig { delay: DELAY, calls_kept: 0, ..SimConfig::default() });
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            if let Err(error) = sim.serve(listener).await {
                tracing::error!(%error, "the simulated upstream ended");
            }
        });
        Ok(Self { url, kept, tasks: Mutex::new(tasks) })
    }

    /// The base URL of the upstream, to be put on the allow-list.
    #[must_use]
    pub fn url(&self) -> Url {
        self.url.clone()
    }

    /// The people who are to be listed if nobody is yet.
    pub(crate) fn people(&self) -> Result<People, PasswordError> {
        People::with_password(&self.kept.password)
    }

    /// Says that the ledger was made by this start.
    pub(crate) fn begin_ledger(&mut self) {
        self.kept.began_ledger = true;
    }

    /// What the next start needs.
    pub(crate) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Adds the imported jobs and starts the sample jobs, if the ledger is empty and was made by a
    /// demo: an empty ledger that somebody made for their jobs stays empty. The samples run while
    /// the server serves.
    pub async fn fill(&self, store: &Arc<dyn JobStore>, gateway: &Gateway) {
        if !self.kept.began_ledger {
            return tracing::info!("the ledger was made without --demo: no sample jobs were added");
        }
        match store.head().await {
            Ok(head) if head.size() == 0 => {}
            Ok(_) => return tracing::info!("the ledger is not empty: no sample jobs were added"),
            Err(error) => return tracing::warn!(%error, "no sample jobs were added"),
        }
        if let Err(error) = import(store).await {
            tracing::warn!(%error, "adding the jobs of the past failed");
        }
        let mut tasks = self.tasks.lock().await;
        for user in samples::USERS {
            let gateway = gateway.clone();
            let url = self.url();
            tasks.spawn(async move {
                if let Err(error) = samples::run(user, &gateway, &url).await {
                    tracing::warn!(user, error, "adding the sample jobs failed");
                }
            });
        }
    }
}

async fn import(store: &Arc<dyn JobStore>) -> jobs_core::Result<()> {
    for draft in past::weeks(Timestamp::now())? {
        store.append_one(draft).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use jobs_core::{JobQuery, MemoryStore, PageLimit, Source, Status};
    use jobs_gateway::GatewayConfig;

    use super::samples::{SAMPLES, USERS};
    use super::*;

    #[tokio::test]
    async fn the_samples_show_every_kind_of_end_and_come_once() {
        let mut demo = Demo::start(None).await.unwrap();
        let store: Arc<dyn JobStore> = Arc::new(MemoryStore::default());
        let config = GatewayConfig { upstreams: vec![demo.url()], ..GatewayConfig::default() };
        let gateway = Gateway::new(Arc::clone(&store), config).unwrap();
        // Somebody else's ledger.
        demo.fill(&store, &gateway).await;
        assert_eq!(store.head().await.unwrap().size(), 0);
        assert_eq!(demo.tasks.lock().await.len(), 1, "the upstream alone");
        demo.begin_ledger();
        demo.fill(&store, &gateway).await;
        let mut tasks = demo.tasks.lock().await;
        for _ in USERS {
            tasks.join_next().await.unwrap().unwrap();
        }
        drop(tasks);

        let query = JobQuery { limit: PageLimit::new(1000).unwrap(), ..JobQuery::default() };
        let mut jobs = store.jobs(&query).await.unwrap().jobs;
        let all = jobs.len();
        jobs.retain(|job| job.source == Source::Gateway);
        assert_eq!(jobs.len(), USERS.len() * SAMPLES.len());
        assert!(all > 150 + jobs.len(), "{all} jobs with those of the past");
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
        let after = store.jobs(&query).await.unwrap().jobs.len();
        assert_eq!(after, all);
    }

    #[tokio::test]
    async fn the_upstream_has_its_port_again() {
        let first = Demo::start(None).await.unwrap();
        let kept = first.kept().clone();
        let beside = Demo::start(Some(kept.clone())).await.unwrap();
        assert_ne!(beside.url(), first.url(), "a port that is taken is not waited for");
        let url = first.url();
        // Once its task has ended, the port is free.
        let mut tasks = std::mem::take(&mut *first.tasks.lock().await);
        tasks.shutdown().await;
        let second = Demo::start(Some(kept.clone())).await.unwrap();
        assert_eq!((second.url(), second.kept()), (url, &kept));
    }
}
