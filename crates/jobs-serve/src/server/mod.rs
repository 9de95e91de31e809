//! The server: it accepts connections, each into a slot of the pool, and on shutdown waits for the
//! requests in flight.

mod activity;
mod connection;
mod exchange;
mod policy;
mod pool;
mod request_checks;
mod response_budget;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::rt::TokioTimer;
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

pub use self::exchange::{HttpService, RequestBody};
pub use self::policy::{Caller, PlainPolicy, Policy};
pub use self::request_checks::Unclear;

use self::connection::Connection;
use self::exchange::Exchanges;
use self::pool::{ConnectionPool, Slot, StreamExecutor};
use self::response_budget::ResponseBudget;

/// How many unread bytes of request bodies an HTTP/2 connection may send: 512 MiB for 4,096
/// connections. A body of 16 MiB takes 26 s where a round trip takes 200 ms.
const HTTP_2_WINDOW_BYTES: u32 = 128 << 10;

/// How many bytes of an answer HTTP/2 buffers for its peer. A larger piece is buffered whole.
const HTTP_2_SEND_BYTES_MAX: usize = 64 << 10;

/// Who is at the other end of the connection; in the extensions of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// Any error of a connection or a body.
pub(super) type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What one server may spend on its connections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The most connections at once. One more evicts those that have kept the server waiting for
    /// longest; while the server is working for all of them, more wait in the operating system's
    /// queue.
    pub connections_max: usize,
    /// How long the head of a request may take to arrive, and how long a connection may idle before
    /// it.
    pub header_timeout: Duration,
    /// How long a peer may go without taking a byte of an answer, and how long the rest of the
    /// answers may take to be sent once the connection has idled for `header_timeout`.
    pub write_timeout: Duration,
    /// The most bytes of an HTTP/1 request's head, and of an HTTP/2 request's header list.
    pub header_bytes_max: u32,
    /// The most header lines of a request.
    pub headers_max: usize,
    /// The most requests at once on an HTTP/2 connection.
    pub streams_max: u32,
    /// The most requests at once on all HTTP/2 connections together. One more is reset, and the
    /// connection that keeps the server waiting in most requests is evicted.
    pub streams_in_all_max: usize,
    /// The most bytes of unsent answers, of all connections together. Above this, the caller with
    /// the most unsent bytes loses the connection of their oldest answer. HTTP/1 answers under 64
    /// KiB are not counted.
    pub response_bytes_max: usize,
    /// How long requests in flight may take to finish once the server is told to stop. It should be
    /// longer than the slowest answer takes.
    pub drain_timeout: Duration,
}

/// 4,096 connections (an idle one holds about 12 KiB, so 50 MB), 20 s for a head of at most 32 KiB
/// and 64 lines, 20 s to read an answer, 128 streams and 8,192 in all (twice as many as there may
/// be requests on HTTP/1, where each connection has one; with 32 KiB of headers and what a handler
/// takes, 350 MB), 256 MiB of answers, 40 s to drain.
impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 4096,
            header_timeout: Duration::from_secs(20),
            write_timeout: Duration::from_secs(20),
            header_bytes_max: 32 << 10,
            headers_max: 64,
            streams_max: 128,
            streams_in_all_max: 8192,
            response_bytes_max: 256 << 20,
            drain_timeout: Duration::from_secs(40),
        }
    }
}

/// Serves `service` on `listener`, over HTTP/1 and HTTP/2, until `shutdown` resolves; then accepts
/// no more, and returns when the requests in flight are answered or [`Limits::drain_timeout`] has
/// passed. This includes endless streams: `shutdown` should end them.
///
/// The service finds the [`Peer`] in the extensions of a request, and does not see requests that
/// are not clear: those are answered by [`Policy::refuse`]. Its answers must not fail; one that
/// panics ends its connection, or on HTTP/2 its stream. Needs a tokio runtime with I/O and time
/// enabled.
pub async fn serve<S: HttpService, P: Policy<S::ResponseBody>>(
    listener: TcpListener,
    service: S,
    policy: P,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) {
    let pool = ConnectionPool::new(limits.connections_max, limits.streams_in_all_max);
    let response_budget = ResponseBudget::new(limits.response_bytes_max);
    let http = Arc::new(builder(&limits, StreamExecutor(Arc::clone(&pool))));
    let stop = watch::Sender::new(false);
    let mut connections = JoinSet::new();
    let mut waiting = None;
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let (stream, peer, slot) = tokio::select! {
            biased;
            () = &mut shutdown => break,
            Some(_) = connections.join_next() => continue,
            accepted = accept(&listener, &pool, &mut waiting) => accepted,
        };
        let exchanges = Arc::new(Exchanges {
            service: service.clone(),
            policy: policy.clone(),
            peer,
            activity: Arc::clone(&slot.activity),
            response_budget: Arc::clone(&response_budget),
        });
        let connection = Connection {
            http: Arc::clone(&http),
            slot,
            stop: stop.subscribe(),
            header_timeout: limits.header_timeout,
            write_timeout: limits.write_timeout,
        };
        connections.spawn(connection.run(stream, exchanges));
    }
    // From here on, the port is free.
    drop(listener);
    stop.send_replace(true);
    drain(connections, limits.drain_timeout).await;
}

fn builder(limits: &Limits, streams: StreamExecutor) -> Builder<StreamExecutor> {
    let mut http = Builder::new(streams);
    let header_bytes_max = usize::try_from(limits.header_bytes_max).unwrap_or(usize::MAX);
    http.http1()
        .timer(TokioTimer::new())
        // A FIN means that the peer will not ask for more, not that it does not read. A peer that
        // is gone is noticed when a write fails; until then, its answer goes on.
        .half_close(true)
        .header_read_timeout(limits.header_timeout)
        .max_buf_size(header_bytes_max)
        .max_headers(limits.headers_max);
    http.http2()
        .timer(TokioTimer::new())
        .max_header_list_size(limits.header_bytes_max)
        .max_concurrent_streams(limits.streams_max)
        .initial_connection_window_size(HTTP_2_WINDOW_BYTES)
        .initial_stream_window_size(HTTP_2_WINDOW_BYTES)
        .max_send_buf_size(HTTP_2_SEND_BYTES_MAX)
        // Pings detect a peer that vanished silently.
        .keep_alive_interval(limits.header_timeout)
        .keep_alive_timeout(limits.header_timeout);
    http
}

/// The next connection, and its slot. If dropped before it resolves, it leaves a connection without
/// a slot in `waiting`.
async fn accept(
    listener: &TcpListener,
    pool: &Arc<ConnectionPool>,
    waiting: &mut Option<(TcpStream, Peer)>,
) -> (TcpStream, Peer, Slot) {
    if waiting.is_none() {
        *waiting = Some(next(listener, pool).await);
    }
    let slot = pool.slot().await;
    let (stream, peer) = waiting.take().expect("nobody else takes it");
    (stream, peer, slot)
}

async fn next(listener: &TcpListener, pool: &ConnectionPool) -> (TcpStream, Peer) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, Peer(peer)),
            // The peer gave up while it waited.
            Err(error) if is_about_one_connection(&error) => {}
            Err(error) => {
                // Most likely out of file descriptors: some connections must end first.
                tracing::warn!(%error, "cannot accept connections");
                pool.make_room().await;
            }
        }
    }
}

fn is_about_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

/// Waits for the connections to end; each has already been told to.
async fn drain(mut connections: JoinSet<()>, timeout: Duration) {
    let all_ended = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(timeout, all_ended).await.is_err() {
        let open = connections.len();
        tracing::warn!(open, "some requests took too long to finish and were cut off");
    }
    connections.shutdown().await;
}
