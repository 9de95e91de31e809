//! Connections to upstreams: which are reused, and that an upstream which closes them at the worst
//! moment causes no repeated request and no false outcome.

mod http1;
mod http2;

use std::sync::{Arc, Mutex};

use jobs_core::{Cause, JobStore as _, Status};
use jobs_gateway::{Gateway, GatewayConfig};
use serde_json::json;

use crate::support::{self, FaultyStore, set_action};

/// What an upstream does with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Answer,
    /// Answers, and closes the connection at once.
    AnswerAndClose,
    /// Answers, and sends a few unsolicited bytes.
    AnswerAndMore,
    /// Closes the connection without an answer.
    Close,
    /// Refuses the request (HTTP/2).
    Refuse,
    /// Says that it takes no more requests, this one included, and closes the connection (HTTP/2).
    GoAway,
    /// Does nothing.
    Nothing,
}

/// What an upstream does with a request of the connection with this number, which is its first if
/// the second number is 0.
type Script = fn(usize, usize) -> Act;

/// The number of the connection on which each request arrived.
type Came = Arc<Mutex<Vec<usize>>>;

/// An upstream that follows a script.
struct Scripted {
    base: String,
    came: Came,
    /// Notified when the upstream has closed a connection.
    closed: tokio::sync::mpsc::UnboundedReceiver<()>,
}

impl Scripted {
    fn came(&self) -> Vec<usize> {
        self.came.lock().unwrap().clone()
    }

    fn gateway(&self, adapt: impl FnOnce(&mut GatewayConfig)) -> (Gateway, Arc<FaultyStore>) {
        let store = Arc::new(FaultyStore::default());
        (support::gateway(Arc::clone(&store), &self.base, adapt), store)
    }
}

/// Sends a Set Action and says how its job ended.
async fn call(gateway: &Gateway, base: &str) -> (Status, Cause) {
    let action = set_action(base, json!({"action": "PE-Enable", "cids": ["1"]}));
    let details = gateway.set_action(action).await.unwrap().answer.details;
    (details.status, details.cause)
}

/// How many jobs ended as `UNCONFIRMED`.
async fn unconfirmed(store: &FaultyStore) -> u64 {
    store.stats(&jobs_core::StatsQuery::default()).await.unwrap().total.get(Status::Unconfirmed)
}

const SUCCESS: (Status, Cause) = (Status::Success, Cause::Answered);
