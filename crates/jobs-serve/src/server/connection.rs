//! One connection, from its first byte to its end: closed by its peer, by a timeout, by eviction,
//! or because the server stops.

use std::sync::Arc;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use hyper_util::server::conn::auto::Builder;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio_io_timeout::TimeoutStream;

use super::BoxError;
use super::activity::Activity;
use super::exchange::{Exchanges, HttpService};
use super::policy::Policy;
use super::pool::{Slot, StreamExecutor};

/// How long an answer may take to be sent once the server stops. What the peer has room for is sent
/// at once.
const LAST_ANSWER_TIMEOUT: Duration = Duration::from_secs(1);

pub(crate) struct Connection {
    pub(crate) http: Arc<Builder<StreamExecutor>>,
    pub(crate) slot: Slot,
    /// Says `true` when the server stops.
    pub(crate) stop: watch::Receiver<bool>,
    pub(crate) header_timeout: Duration,
    pub(crate) write_timeout: Duration,
}

impl Connection {
    /// Answers the requests on `stream`, until it ends.
    pub(crate) async fn run<S: HttpService, P: Policy<S::ResponseBody>>(
        self,
        stream: TcpStream,
        exchanges: Arc<Exchanges<S, P, P::Caller>>,
    ) {
        // Answers are written in one piece; waiting to fill a packet would only delay them.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.write_timeout));
        let service = service_fn(|request| Arc::clone(&exchanges).answer(request));
        let connection = self.http.serve_connection(TokioIo::new(Box::pin(stream)), service);
        let mut connection = std::pin::pin!(connection);
        let activity = &self.slot.activity;
        tokio::select! {
            biased;
            ended = &mut connection => return log_end(ended),
            () = activity.idle_for(self.header_timeout) => {}
            () = self.stopped() => {}
            () = activity.evicted() => {
                // Requests that arrived in the meantime are answered.
                if activity.waiting_since().is_some() {
                    return tracing::debug!("a connection was evicted");
                }
            }
            () = activity.aborted() => return tracing::debug!("a connection was aborted"),
        }
        connection.as_mut().graceful_shutdown();
        tokio::select! {
            biased;
            ended = &mut connection => log_end(ended),
            () = self.given_up(activity) => tracing::debug!("a connection was aborted"),
        }
    }

    /// Resolves when the server stops.
    async fn stopped(&self) {
        let mut stop = self.stop.clone();
        // The server has also stopped if the sender is gone.
        let _stopped = stop.wait_for(|stop| *stop).await;
    }

    /// Resolves when the time of a connection that was told to end is over.
    async fn given_up(&self, activity: &Activity) {
        tokio::select! {
            () = activity.idle_for(self.header_timeout + self.write_timeout) => {}
            () = async { self.stopped().await; activity.idle_for(LAST_ANSWER_TIMEOUT).await } => {}
            () = activity.aborted() => {}
        }
    }
}

fn log_end(ended: Result<(), BoxError>) {
    if let Err(error) = ended {
        tracing::debug!(error, "connection");
    }
}
