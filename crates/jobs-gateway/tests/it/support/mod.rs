//! What the tests share: a gateway over a simulated upstream, a store that fails on demand, and a
//! log that can be read.

mod log;
mod store;

use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use axum::Router;
use axum::http::StatusCode;
use jobs_core::{
    Draft, Index, JobDetail, JobId, JobStore, JobStoreExt, PageLimit, StatusChange, UserId,
};
use jobs_gateway::{Finished, Gateway, GatewayConfig, Refusal, Secret, SetAction};
use jobs_sim::{Sim, SimConfig};
pub(crate) use log::Log;
use serde_json::{Value, json};
pub(crate) use store::{Fault, FaultyStore};
use tokio::net::TcpListener;

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
    /// A setup whose settings `adapt` changes.
    pub(crate) async fn with(adapt: impl FnOnce(&mut GatewayConfig)) -> Self {
        log::listen();
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

/// A gateway over an upstream that answers every request with this code and body, made of the
/// request's body; and its base.
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

/// Lets the 30 s that a call may take pass at once. The clock stays paused afterwards.
pub(crate) async fn pass_the_total_timeout() {
    tokio::time::pause();
    tokio::time::advance(GatewayConfig::default().total_timeout).await;
}

/// Polls once, and returns the output if it is ready.
pub(crate) async fn poll_once<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
    poll_fn(|context| match Pin::new(&mut *future).poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Poll::Ready(None),
    })
    .await
}
