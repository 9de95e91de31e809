//! The simulated upstream: its settings, and the calls that it remembers.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use serde::Serialize;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::answers;

/// How the simulated upstream behaves.
#[derive(Debug, Clone)]
pub struct SimConfig {
    /// The one good token; `None` if no token is required.
    pub token: Option<String>,
    /// The customers that exist; `None` for all but those whose cid begins with `unknown-`.
    pub customers: Option<BTreeSet<String>>,
    /// How long it takes to answer.
    pub delay: Duration,
    /// How many of the last calls it remembers, bodies included.
    pub calls_kept: usize,
}

/// No token, no delay, the last 64 calls.
impl Default for SimConfig {
    fn default() -> Self {
        Self { token: None, customers: None, delay: Duration::ZERO, calls_kept: 64 }
    }
}

/// A call that the simulated upstream received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SimCall {
    /// `GET`, `POST`, ….
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The `Authorization` header.
    pub authorization: Option<String>,
    /// The `Content-Type` header.
    pub content_type: Option<String>,
    /// The body, bytes that are not UTF-8 replaced.
    pub body: String,
}

/// The simulated upstream. Cheap to clone; the clones share the calls.
#[derive(Debug, Clone)]
pub struct Sim {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    config: SimConfig,
    calls: Mutex<VecDeque<SimCall>>,
    call_count: watch::Sender<usize>,
    stall_count: watch::Sender<usize>,
    released: watch::Sender<bool>,
}

impl Sim {
    /// An upstream that has received no call yet.
    #[must_use]
    pub fn new(config: SimConfig) -> Self {
        let shared = Shared {
            config,
            calls: Mutex::default(),
            call_count: watch::Sender::new(0),
            stall_count: watch::Sender::new(0),
            released: watch::Sender::new(false),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Its routes, to be served by any server.
    pub fn router(&self) -> Router {
        answers::router(self.clone())
    }

    /// Serves it on `listener` until the future is dropped.
    ///
    /// # Errors
    /// Those of the listener.
    pub async fn serve(&self, listener: TcpListener) -> std::io::Result<()> {
        axum::serve(listener, self.router()).await
    }

    /// The last calls, oldest first.
    #[must_use]
    pub fn calls(&self) -> Vec<SimCall> {
        self.lock().iter().cloned().collect()
    }

    /// How many calls there were.
    #[must_use]
    pub fn call_count(&self) -> usize {
        *self.shared.call_count.borrow()
    }

    /// Waits until there were `count` calls or more.
    pub async fn called(&self, count: usize) {
        reached(&self.shared.call_count, count).await;
    }

    /// How many answers to `/stall/…` were begun.
    #[must_use]
    pub fn stall_count(&self) -> usize {
        *self.shared.stall_count.borrow()
    }

    /// Waits until `count` answers to `/stall/…` or more were begun.
    pub async fn stalled(&self, count: usize) {
        reached(&self.shared.stall_count, count).await;
    }

    /// Lets current and future calls to `/held/…` go on.
    pub fn release(&self) {
        self.shared.released.send_replace(true);
    }

    pub(crate) fn config(&self) -> &SimConfig {
        &self.shared.config
    }

    pub(crate) fn has_customer(&self, cid: &str) -> bool {
        match &self.shared.config.customers {
            Some(customers) => customers.contains(cid),
            None => !cid.starts_with("unknown-"),
        }
    }

    pub(crate) fn remember(&self, call: SimCall) {
        let mut calls = self.lock();
        calls.push_back(call);
        while calls.len() > self.shared.config.calls_kept {
            calls.pop_front();
        }
        drop(calls);
        self.shared.call_count.send_modify(|count| *count += 1);
    }

    pub(crate) fn count_stall(&self) {
        self.shared.stall_count.send_modify(|count| *count += 1);
    }

    /// Waits for [`release`](Self::release).
    pub(crate) async fn released(&self) {
        let mut released = self.shared.released.subscribe();
        // The sender lives in `self`, so waiting cannot fail.
        let _ = released.wait_for(|released| *released).await;
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<SimCall>> {
        self.shared.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn reached(counter: &watch::Sender<usize>, count: usize) {
    let mut counter = counter.subscribe();
    // The sender outlives this, so waiting cannot fail.
    let _ = counter.wait_for(|counted| *counted >= count).await;
}
