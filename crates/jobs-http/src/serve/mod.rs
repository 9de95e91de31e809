//! The connection loop: HTTP/1 and HTTP/2 over hyper, every resource bounded, and an end that waits for requests.

use std::convert::Infallible;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::Instant;
use tokio_io_timeout::TimeoutStream;

use crate::Enveloped;

use crate::sign_in::Peer;

/// How long, once the server stops, an answer may take to leave it. What the peer has room for leaves at once.
const LAST_ANSWER_TIMEOUT: Duration = Duration::from_secs(1);

/// What one server may spend on its connections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The most connections at once. More wait in the operating system's queue.
    pub connections_max: usize,
    /// How long the head of a request may take to arrive, and how long a connection may idle before it.
    pub header_timeout: Duration,
    /// How long a peer may take not a byte of an answer, and how long the rest of the answers may take to leave
    /// once the connection has idled for `header_timeout`.
    pub write_timeout: Duration,
    /// The most bytes of an HTTP/1 request's head, and of an HTTP/2 request's header list.
    pub header_bytes_max: u32,
    /// The most header lines of a request.
    pub headers_max: usize,
    /// The most requests at once on an HTTP/2 connection.
    pub streams_max: u32,
    /// How long requests may take to finish once the server is told to stop. Longer than an upstream's total
    /// timeout, or the callers of slow actions get no answer (their jobs are recorded all the same).
    pub drain_timeout: Duration,
}

/// 4,096 connections (an idle one holds about 12 KiB, so 50 MB), 20 s for a head of at most 32 KiB and 64 lines,
/// 20 s to read an answer, 128 streams, 40 s to drain (10 more than an upstream may take).
impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 4096,
            header_timeout: Duration::from_secs(20),
            write_timeout: Duration::from_secs(20),
            header_bytes_max: 32 << 10,
            headers_max: 64,
            streams_max: 128,
            drain_timeout: Duration::from_secs(40),
        }
    }
}

/// Serves `router` on `listener` until `shutdown` resolves; then accepts no more, and returns when the requests
/// under way are answered or [`Limits::drain_timeout`] has passed. Streams are among them until
/// [`App::end_streams`](crate::App::end_streams) has ended them: `shutdown` should do so.
pub async fn serve(
    listener: TcpListener,
    router: Enveloped,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) {
    let permits = Arc::new(Semaphore::new(limits.connections_max));
    let http = Arc::new(builder(&limits));
    let stop = watch::Sender::new(false);
    let mut connections = JoinSet::new();
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let (stream, peer, permit) = tokio::select! {
            biased;
            () = &mut shutdown => break,
            Some(_) = connections.join_next() => continue,
            accepted = accept(&listener, &permits) => accepted,
        };
        let connection = Connection {
            http: Arc::clone(&http),
            router: router.clone(),
            peer,
            stop: stop.subscribe(),
            header_timeout: limits.header_timeout,
            write_timeout: limits.write_timeout,
            _permit: permit,
        };
        connections.spawn(connection.run(stream));
    }
    // The port is free from here on.
    drop(listener);
    stop.send_replace(true);
    drain(connections, limits.drain_timeout).await;
}

fn builder(limits: &Limits) -> Builder<TokioExecutor> {
    let mut http = Builder::new(TokioExecutor::new());
    let header_bytes_max = usize::try_from(limits.header_bytes_max).unwrap_or(usize::MAX);
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_timeout)
        .max_buf_size(header_bytes_max)
        .max_headers(limits.headers_max);
    http.http2()
        .timer(TokioTimer::new())
        .max_header_list_size(limits.header_bytes_max)
        .max_concurrent_streams(limits.streams_max)
        // A peer that is gone without a word is found out by pings.
        .keep_alive_interval(limits.header_timeout)
        .keep_alive_timeout(limits.header_timeout);
    http
}

/// The next connection, once there is room for it.
async fn accept(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
) -> (TcpStream, Peer, OwnedSemaphorePermit) {
    let permit = Arc::clone(permits).acquire_owned().await;
    let permit = permit.expect("this semaphore is never closed");
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, Peer(peer), permit),
            // The peer gave up while it waited.
            Err(error) if is_about_one_connection(&error) => {}
            Err(error) => {
                // Out of file descriptors, most likely: some connections must end first.
                tracing::warn!(%error, "cannot accept connections");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

fn is_about_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

struct Connection {
    http: Arc<Builder<TokioExecutor>>,
    router: Enveloped,
    peer: Peer,
    stop: watch::Receiver<bool>,
    header_timeout: Duration,
    write_timeout: Duration,
    _permit: OwnedSemaphorePermit,
}

impl Connection {
    async fn run(self, stream: TcpStream) {
        // Answers are written whole; waiting to fill a packet only delays them.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.write_timeout));
        let activity = Arc::new(Activity::new());
        let service = service_fn(|mut request: hyper::Request<Incoming>| {
            // Also where there is a token: sign-in counts guesses by address, whatever else is sent along.
            request.extensions_mut().insert(self.peer);
            answer(self.router.clone(), request, Arc::clone(&activity))
        });
        let connection = self.http.serve_connection(TokioIo::new(Box::pin(stream)), service);
        let mut connection = std::pin::pin!(connection);
        tokio::select! {
            biased;
            ended = &mut connection => return log_end(ended),
            () = activity.rested(self.header_timeout) => {}
            () = self.stopped() => {}
        }
        connection.as_mut().graceful_shutdown();
        tokio::select! {
            biased;
            ended = &mut connection => log_end(ended),
            () = self.given_up(&activity) => tracing::debug!("a connection was cut off"),
        }
    }

    /// Resolves when the server stops.
    async fn stopped(&self) {
        let mut stop = self.stop.clone();
        // That the sender is gone says the same.
        let _stopped = stop.wait_for(|stop| *stop).await;
    }

    /// Resolves when a connection that was told to end has had its time.
    async fn given_up(&self, activity: &Activity) {
        tokio::select! {
            () = activity.rested(self.header_timeout + self.write_timeout) => {}
            () = async { self.stopped().await; activity.rested(LAST_ANSWER_TIMEOUT).await } => {}
        }
    }
}

fn log_end(ended: Result<(), Box<dyn std::error::Error + Send + Sync>>) {
    if let Err(error) = ended {
        tracing::debug!(error, "connection");
    }
}

/// Whether a peer has the server at work. What it has not read yet does not count, nor do HTTP/2's pings, or a
/// connection could be kept for ever by asking for nothing.
struct Activity(Mutex<Requests>);

struct Requests {
    under_way: usize,
    /// When the last one began or was answered; the connection's beginning before the first.
    changed: Instant,
}

impl Activity {
    fn new() -> Self {
        Self(Mutex::new(Requests { under_way: 0, changed: Instant::now() }))
    }

    /// A request is under way from now until what this returns is dropped.
    fn begin(self: &Arc<Self>) -> UnderWay {
        let mut requests = self.requests();
        requests.under_way += 1;
        requests.changed = Instant::now();
        UnderWay(Arc::clone(self))
    }

    /// Resolves once no request has been under way for `patience`.
    async fn rested(&self, patience: Duration) {
        loop {
            let deadline = self.last() + patience;
            if deadline <= Instant::now() {
                return;
            }
            // Looked at again when the time has come, so that a request costs no timer.
            tokio::time::sleep_until(deadline).await;
        }
    }

    /// When a request was last under way.
    fn last(&self) -> Instant {
        let requests = self.requests();
        if requests.under_way > 0 { Instant::now() } else { requests.changed }
    }

    fn requests(&self) -> MutexGuard<'_, Requests> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct UnderWay(Arc<Activity>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut requests = self.0.requests();
        requests.under_way -= 1;
        requests.changed = Instant::now();
    }
}

async fn answer(
    router: Enveloped,
    request: hyper::Request<Incoming>,
    activity: Arc<Activity>,
) -> Result<axum::response::Response, Infallible> {
    let _under_way = activity.begin();
    let response = router.answer(request.map(Body::new)).await;
    if response.body().size_hint().exact().is_some() {
        return Ok(response);
    }
    let in_the_making =
        |body| Body::new(InTheMaking { body, activity: Arc::clone(&activity), under_way: None });
    Ok(response.map(in_the_making))
}

/// A body that is made while it is sent. The server is at work on it from when the peer has room for more until there is
/// more; so a stream lasts while it is read, and a peer that takes nothing is idle.
struct InTheMaking {
    body: Body,
    activity: Arc<Activity>,
    under_way: Option<UnderWay>,
}

impl HttpBody for InTheMaking {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = &mut *self;
        this.under_way.get_or_insert_with(|| this.activity.begin());
        let frame = Pin::new(&mut this.body).poll_frame(cx);
        if frame.is_ready() {
            this.under_way = None;
        }
        frame
    }
}

/// Waits for the connections to end, each of which knows by now that it must.
async fn drain(mut connections: JoinSet<()>, timeout: Duration) {
    let all_ended = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(timeout, all_ended).await.is_err() {
        let open = connections.len();
        tracing::warn!(open, "some requests took too long to finish and were cut off");
    }
    connections.shutdown().await;
}
