//! The connection loop: HTTP/1 and HTTP/2 over hyper, every resource bounded, and an end that waits for requests.

mod activity;
mod crowd;
mod shape;
mod traffic;
mod unsent;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_io_timeout::TimeoutStream;

use crate::Enveloped;
use crate::sign_in::Peer;
use activity::Activity;
use crowd::{Crowd, Place, Streams};
use traffic::{Context, answer};
use unsent::Unsent;

/// How long, once the server stops, an answer may take to leave it. What the peer has room for leaves at once.
const LAST_ANSWER_TIMEOUT: Duration = Duration::from_secs(1);

/// How many bytes of requests' bodies an HTTP/2 connection may send ahead of whoever reads them: 512 MiB for 4,096
/// connections. A body of 16 MiB takes 26 s where a round trip takes 200 ms, less than it may.
const HTTP_2_WINDOW_BYTES: u32 = 128 << 10;

/// How many bytes of an answer HTTP/2 takes ahead of its peer. What it was given in one piece it has anyway.
const HTTP_2_SEND_BYTES_MAX: usize = 64 << 10;

/// What one server may spend on its connections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The most connections at once. For one more, those give way that have had the server waiting for longest; while
    /// all have it at work, more wait in the operating system's queue.
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
    let crowd = Crowd::new(limits.connections_max);
    let unsent = Arc::new(Unsent::default());
    let http = Arc::new(builder(&limits, Streams(Arc::clone(&crowd))));
    let stop = watch::Sender::new(false);
    let mut connections = JoinSet::new();
    let mut waiting = None;
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let (stream, peer, place) = tokio::select! {
            biased;
            () = &mut shutdown => break,
            Some(_) = connections.join_next() => continue,
            accepted = accept(&listener, &crowd, &mut waiting) => accepted,
        };
        let connection = Connection {
            http: Arc::clone(&http),
            router: router.clone(),
            peer,
            stop: stop.subscribe(),
            header_timeout: limits.header_timeout,
            write_timeout: limits.write_timeout,
            unsent: Arc::clone(&unsent),
            place,
        };
        connections.spawn(connection.run(stream));
    }
    // The port is free from here on.
    drop(listener);
    stop.send_replace(true);
    drain(connections, limits.drain_timeout).await;
}

fn builder(limits: &Limits, streams: Streams) -> Builder<Streams> {
    let mut http = Builder::new(streams);
    let header_bytes_max = usize::try_from(limits.header_bytes_max).unwrap_or(usize::MAX);
    http.http1()
        .timer(TokioTimer::new())
        // A FIN says that nothing more is asked for, not that nobody reads. A peer that is gone is noticed when what is written
        // to it fails; an answer that nobody reads is finished first, as if it were read.
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
        // A peer that is gone without a word is found out by pings.
        .keep_alive_interval(limits.header_timeout)
        .keep_alive_timeout(limits.header_timeout);
    http
}

/// The next connection, and its place. Dropped before it resolves, it leaves in `waiting` the one that has none yet.
async fn accept(
    listener: &TcpListener,
    crowd: &Arc<Crowd>,
    waiting: &mut Option<(TcpStream, Peer)>,
) -> (TcpStream, Peer, Place) {
    if waiting.is_none() {
        *waiting = Some(next(listener, crowd).await);
    }
    let place = crowd.place().await;
    let (stream, peer) = waiting.take().expect("nobody else takes it");
    (stream, peer, place)
}

async fn next(listener: &TcpListener, crowd: &Crowd) -> (TcpStream, Peer) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, Peer(peer)),
            // The peer gave up while it waited.
            Err(error) if is_about_one_connection(&error) => {}
            Err(error) => {
                // Out of file descriptors, most likely: some connections must end first.
                tracing::warn!(%error, "cannot accept connections");
                crowd.make_room().await;
            }
        }
    }
}

fn is_about_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

struct Connection {
    http: Arc<Builder<Streams>>,
    router: Enveloped,
    peer: Peer,
    stop: watch::Receiver<bool>,
    header_timeout: Duration,
    write_timeout: Duration,
    unsent: Arc<Unsent>,
    place: Place,
}

impl Connection {
    async fn run(self, stream: TcpStream) {
        // Answers are written whole; waiting to fill a packet only delays them.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.write_timeout));
        let (activity, unsent) = (Arc::clone(&self.place.activity), Arc::clone(&self.unsent));
        let context = Context { activity, unsent };
        let activity = &context.activity;
        let service = service_fn(|mut request: hyper::Request<Incoming>| {
            // Also where there is a token: sign-in counts guesses by address, whatever else is sent along.
            request.extensions_mut().insert(self.peer);
            answer(self.router.clone(), request, context.clone())
        });
        let connection = self.http.serve_connection(TokioIo::new(Box::pin(stream)), service);
        let mut connection = std::pin::pin!(connection);
        tokio::select! {
            biased;
            ended = &mut connection => return log_end(ended),
            () = activity.rested(self.header_timeout) => {}
            () = self.stopped() => {}
            () = activity.gives_way() => {
                // What was asked for in the meantime is answered.
                if activity.waiting_since().is_some() {
                    return tracing::debug!("a connection gave way");
                }
            }
            () = activity.is_cut_off() => return tracing::debug!("a connection was cut off"),
        }
        connection.as_mut().graceful_shutdown();
        tokio::select! {
            biased;
            ended = &mut connection => log_end(ended),
            () = self.given_up(activity) => tracing::debug!("a connection was cut off"),
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
            () = activity.is_cut_off() => {}
        }
    }
}

fn log_end(ended: Result<(), Box<dyn std::error::Error + Send + Sync>>) {
    if let Err(error) = ended {
        tracing::debug!(error, "connection");
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
