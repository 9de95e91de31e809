//! The connection loop: HTTP/1 and HTTP/2 over hyper, every resource bounded, and an end that waits for requests.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tower::Service;

/// What one server may spend on its connections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The most connections at once. More wait in the operating system's queue.
    pub connections_max: usize,
    /// How long the head of a request may take to arrive, and how long a connection may idle before it.
    pub header_timeout: Duration,
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
/// 128 streams, 40 s to drain (10 more than an upstream may take).
impl Default for Limits {
    fn default() -> Self {
        Self {
            connections_max: 4096,
            header_timeout: Duration::from_secs(20),
            header_bytes_max: 32 << 10,
            headers_max: 64,
            streams_max: 128,
            drain_timeout: Duration::from_secs(40),
        }
    }
}

/// Serves `router` on `listener` until `shutdown` resolves; then accepts no more, and returns when the requests
/// under way are answered or [`Limits::drain_timeout`] has passed.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) {
    let permits = Arc::new(Semaphore::new(limits.connections_max));
    let http = Arc::new(builder(&limits));
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let (stream, permit) = tokio::select! {
            biased;
            () = &mut shutdown => break,
            Some(_) = connections.join_next() => continue,
            accepted = accept(&listener, &permits) => accepted,
        };
        let connection = Connection {
            http: Arc::clone(&http),
            router: router.clone(),
            watcher: graceful.watcher(),
            header_timeout: limits.header_timeout,
            _permit: permit,
        };
        connections.spawn(connection.run(stream));
    }
    // The port is free from here on.
    drop(listener);
    drain(graceful, connections, limits.drain_timeout).await;
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
) -> (TcpStream, OwnedSemaphorePermit) {
    let permit = Arc::clone(permits).acquire_owned().await;
    let permit = permit.expect("this semaphore is never closed");
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return (stream, permit),
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
    router: Router,
    watcher: Watcher,
    header_timeout: Duration,
    _permit: OwnedSemaphorePermit,
}

impl Connection {
    async fn run(self, stream: TcpStream) {
        // Answers are written whole; waiting to fill a packet only delays them.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
        let Self { http, router, watcher, header_timeout, _permit } = self;
        let asked = Arc::new(AtomicBool::new(false));
        let first_request = {
            let asked = Arc::clone(&asked);
            async move {
                tokio::time::sleep(header_timeout).await;
                if asked.load(Ordering::Relaxed) {
                    std::future::pending::<()>().await;
                }
            }
        };
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            asked.store(true, Ordering::Relaxed);
            answer(router.clone(), request)
        });
        let connection = http.serve_connection(TokioIo::new(stream), service);
        tokio::select! {
            ended = watcher.watch(connection) => {
                if let Err(error) = ended {
                    tracing::debug!(error, "connection");
                }
            }
            // hyper times the head of a request once it knows the version; until then, nobody does.
            () = first_request => tracing::debug!("no request came"),
        }
    }
}

async fn answer(
    mut router: Router,
    request: hyper::Request<Incoming>,
) -> Result<axum::response::Response, Infallible> {
    router.call(request).await
}

async fn drain(graceful: GracefulShutdown, mut connections: JoinSet<()>, timeout: Duration) {
    let open = connections.len();
    if tokio::time::timeout(timeout, graceful.shutdown()).await.is_err() {
        tracing::warn!(open, "some requests took too long to finish and were cut off");
    }
    connections.shutdown().await;
}
