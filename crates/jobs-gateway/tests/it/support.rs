//! What the tests share: a gateway over a simulated upstream, and a store that fails on demand.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::io::Write;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;

use axum::Router;
use axum::http::StatusCode;
use jobs_core::{
    Appended, Draft, Entry, Error, Index, JobDetail, JobId, JobPage, JobQuery, JobStore,
    JobStoreExt, MemoryStore, PageLimit, Result, StatusChange, UserId,
};
use jobs_gateway::{Finished, Gateway, GatewayConfig, Refusal, Secret, SetAction};
use jobs_sim::{Sim, SimConfig};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// A token as the upstream's identity provider makes them.
pub(crate) const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ2aWpheSJ9.c2lnbmF0dXJl";

/// A gateway, its store, and a simulated upstream at `base`.
pub(crate) struct Setup {
    pub(crate) gateway: Gateway,
    pub(crate) store: Arc<FaultyStore>,
    pub(crate) sim: Sim,
    pub(crate) base: String,
}

impl Setup {
    /// With the settings that `adapt` changes.
    pub(crate) async fn with(adapt: impl FnOnce(&mut GatewayConfig)) -> Self {
        let sim = Sim::new(SimConfig { token: Some(TOKEN.into()), ..SimConfig::default() });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = base_of(listener.local_addr().unwrap());
        let served = sim.clone();
        tokio::spawn(async move { served.serve(listener).await });
        let store = Arc::new(FaultyStore::default());
        let gateway = gateway(Arc::clone(&store), &base, adapt);
        Self { gateway, store, sim, base }
    }

    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// Sends a Set Action for customers 5001 and 5002 to `path`.
    pub(crate) async fn send(&self, path: &str) -> Result<Finished, Refusal> {
        self.gateway.set_action(self.action(path)).await
    }

    pub(crate) fn action(&self, path: &str) -> SetAction {
        set_action(
            &format!("{}{path}", self.base),
            json!({"action": "PE-Enable", "cids": ["5001", "5002"]}),
        )
    }

    pub(crate) async fn job(&self, job_id: JobId) -> JobDetail {
        self.store.job(job_id).await.unwrap().expect("the job is recorded")
    }

    /// The newest status change of a job.
    pub(crate) async fn change(&self, job_id: JobId) -> StatusChange {
        let history = self.store.history(job_id).await.unwrap();
        match history.last().unwrap().draft() {
            Draft::StatusChanged(change) => (**change).clone(),
            other => panic!("not a status change: {other:?}"),
        }
    }

    /// How many entries the ledger has.
    pub(crate) async fn ledger_size(&self) -> Index {
        self.store.head().await.unwrap().size()
    }
}

pub(crate) fn vijay() -> UserId {
    UserId::new("vijay").unwrap()
}

/// Everything that the ledger holds, as readers see it.
pub(crate) async fn whole_ledger(setup: &Setup) -> String {
    let mut text = String::new();
    for entry in setup.store.entries(0, PageLimit::default()).await.unwrap() {
        text += &serde_json::to_string(&entry).unwrap();
        text += &format!("{entry:?}");
        text += &String::from_utf8(entry.leaf()).unwrap();
        let detail = setup.job(entry.job_id()).await;
        text += &serde_json::to_string(&detail).unwrap();
        text += &format!("{detail:?}");
    }
    text
}

pub(crate) fn base_of(address: SocketAddr) -> String {
    format!("http://{address}")
}

pub(crate) fn gateway(
    store: Arc<FaultyStore>,
    base: &str,
    adapt: impl FnOnce(&mut GatewayConfig),
) -> Gateway {
    let mut config = GatewayConfig {
        upstreams: vec![base.parse().unwrap()],
        reads: vec![format!("POST {base}/*").parse().unwrap()],
        ..GatewayConfig::default()
    };
    adapt(&mut config);
    Gateway::new(store, config).unwrap()
}

/// A Set Action of `vijay` with the good token.
pub(crate) fn set_action(url: &str, payload: Value) -> SetAction {
    let Value::Object(payload) = payload else { panic!("not an object: {payload}") };
    SetAction::new(vijay(), url, payload).unwrap().with_token(Some(Secret::new(TOKEN)))
}

/// A gateway over an upstream that answers every request with this code and body, made of the request's body; and
/// its base.
pub(crate) async fn answering(
    store: Arc<FaultyStore>,
    answer: impl Fn(String) -> (u16, String) + Clone + Send + Sync + 'static,
) -> (Gateway, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = base_of(listener.local_addr().unwrap());
    let handler = async move |body: String| {
        let (code, body) = answer(body);
        (StatusCode::from_u16(code).unwrap(), body)
    };
    let app = Router::new().fallback(handler);
    tokio::spawn(async move { axum::serve(listener, app).await });
    (gateway(store, &base, |_| {}), base)
}

/// Lets the 30 s that a call may take go by at once. The clock stands still afterwards.
pub(crate) async fn pass_the_total_timeout() {
    tokio::time::pause();
    tokio::time::advance(GatewayConfig::default().total_timeout).await;
}

/// What becomes of a call of `append`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fault {
    /// None.
    Pass,
    /// Fails, and nothing is recorded.
    Before,
    /// Fails, reported as perhaps recorded; it is not.
    BeforeUnsure,
    /// Is recorded, then reported as failed and perhaps recorded.
    After,
    /// The store meets damage.
    Damaged,
    /// The store is closed.
    Closed,
    /// The store breaks its own rules.
    Panic,
}

/// A [`MemoryStore`] whose next calls of `append` fail as planned, and whose lists and entries cannot be read while that is said.
#[derive(Debug)]
pub(crate) struct FaultyStore {
    inner: MemoryStore,
    reads: AtomicUsize,
    reads_fail: AtomicBool,
    empty_pages: Mutex<Option<GoesOn>>,
    plan: Mutex<VecDeque<Fault>>,
    appends: watch::Sender<usize>,
}

/// Where a page goes on that comes after another one.
type GoesOn = fn(Option<Index>) -> Index;

impl Default for FaultyStore {
    fn default() -> Self {
        Self {
            inner: MemoryStore::default(),
            reads: AtomicUsize::default(),
            reads_fail: AtomicBool::default(),
            empty_pages: Mutex::default(),
            plan: Mutex::default(),
            appends: watch::Sender::new(0),
        }
    }
}

impl FaultyStore {
    /// The next calls of `append` fare as in `plan`, later ones pass.
    pub(crate) fn plan(&self, plan: impl IntoIterator<Item = Fault>) {
        *self.plan.lock().unwrap() = plan.into_iter().collect();
    }

    /// Waits until `append` has been called `count` times.
    pub(crate) async fn appended(&self, count: usize) {
        let mut appends = self.appends.subscribe();
        // Longer than any pause between two tries; under a clock that stands still, it passes at once.
        let patience = std::time::Duration::from_secs(300);
        let appended = appends.wait_for(|appends| *appends >= count);
        tokio::time::timeout(patience, appended).await.expect("more tries").unwrap();
    }

    /// How often `append` was called.
    pub(crate) fn appends(&self) -> usize {
        *self.appends.borrow()
    }

    /// From now on, `jobs` fails.
    pub(crate) fn fail_reads(&self) {
        self.reads_fail.store(true, Ordering::Relaxed);
    }

    /// From now on, pages of jobs are empty and go on where `next` says of where the one before did.
    pub(crate) fn empty_pages(&self, next: GoesOn) {
        *self.empty_pages.lock().unwrap() = Some(next);
    }

    /// How often `jobs` was called.
    pub(crate) fn reads(&self) -> usize {
        self.reads.load(Ordering::Relaxed)
    }

    async fn fare(&self, fault: Fault, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        match fault {
            Fault::Pass => self.inner.append(drafts).await,
            Fault::Before => Err(failure(false)),
            Fault::BeforeUnsure => Err(failure(true)),
            Fault::After => {
                self.inner.append(drafts).await?;
                Err(failure(true))
            }
            Fault::Damaged => Err(Error::Corrupt("a row".into())),
            Fault::Closed => Err(Error::Closed),
            Fault::Panic => panic!("planned"),
        }
    }
}

fn failure(maybe_recorded: bool) -> Error {
    Error::Storage {
        context: "using the ledger",
        maybe_recorded,
        source: Arc::new(std::io::Error::other("disk full")),
    }
}

impl jobs_core::DelegatingStore for FaultyStore {
    type Inner = MemoryStore;

    fn inner(&self) -> &MemoryStore {
        &self.inner
    }

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let fault = self.plan.lock().unwrap().pop_front().unwrap_or(Fault::Pass);
        let answer = self.fare(fault, drafts).await;
        self.appends.send_modify(|appends| *appends += 1);
        answer
    }

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        if self.reads_fail.load(Ordering::Relaxed) {
            return Err(failure(false));
        }
        self.inner.entries(from, limit).await
    }

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        let reads = self.reads.fetch_add(1, Ordering::Relaxed);
        if let Some(next) = *self.empty_pages.lock().unwrap() {
            assert!(reads < 1000, "it is asked without end");
            return Ok(JobPage { jobs: Vec::new(), next: Some(next(query.after)) });
        }
        if self.reads_fail.load(Ordering::Relaxed) {
            return Err(failure(false));
        }
        self.inner.jobs(query).await
    }
}

/// Polls once: what the future has ready now.
pub(crate) async fn poll_once<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    poll_fn(|context| match Pin::new(&mut *future).poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}

/// A log that a test can read.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Takes down all that this thread logs, until the guard is dropped. The runtime of a test has one thread, so that the tasks
    /// of the gateway log here as well.
    pub(crate) fn begin() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    pub(crate) fn text(&self) -> String {
        let log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&log).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
