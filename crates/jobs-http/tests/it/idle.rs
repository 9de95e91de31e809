//! Connections whose peers ask for nothing, or take nothing: they end, and delay nobody's end.

use std::convert::Infallible;
use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use futures::{StreamExt as _, stream};
use jobs_api::{Enveloped, Limits, serve};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinHandle;

use crate::process::{PATIENCE, Raw};

const SHORT: Duration = Duration::from_secs(1);

/// Longer than a test waits for anything.
const LONG: Duration = PATIENCE.saturating_mul(10);

struct Served {
    address: SocketAddr,
    /// Gets a permit when the slow request has begun.
    begun: Arc<Semaphore>,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

/// Serves answers of a mebibyte, and one that takes a while.
async fn served(limits: Limits) -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let begun = Arc::new(Semaphore::new(0));
    let slow = {
        let begun = Arc::clone(&begun);
        async move || {
            begun.add_permits(1);
            tokio::time::sleep(LONG / 2).await;
        }
    };
    let parts = async || {
        let parts = stream::iter(0..3).then(async |number| {
            tokio::time::sleep(LONG).await;
            Ok::<_, Infallible>(format!("part {number} "))
        });
        Body::from_stream(parts)
    };
    let endless = async || {
        Body::from_stream(stream::repeat_with(|| Ok::<_, Infallible>(vec![b'x'; 1 << 10])))
    };
    let router = Router::new()
        .route("/", get(async || vec![b'x'; 1 << 20]))
        .route("/slow", get(slow))
        .route("/parts", get(parts))
        .route("/endless", get(endless));
    let (stop, stopped) = oneshot::channel();
    let ended = tokio::spawn(async move {
        serve(listener, Enveloped::new(router), limits, async { stopped.await.unwrap() }).await;
    });
    Served { address, begun, stop, ended }
}

fn limits(peer_timeout: Duration) -> Limits {
    Limits {
        header_timeout: peer_timeout,
        write_timeout: peer_timeout,
        drain_timeout: LONG,
        ..Limits::default()
    }
}

/// An HTTP/2 connection that answers pings, and on which one answer has begun.
pub(crate) struct Http2 {
    ended: JoinHandle<Result<(), h2::Error>>,
    _client: h2::client::SendRequest<bytes::Bytes>,
    pub(crate) body: h2::RecvStream,
}

impl Http2 {
    async fn connect(address: SocketAddr, window: u32) -> Self {
        Self::asking(address, "/", window).await
    }

    async fn asking(address: SocketAddr, path: &str, window: u32) -> Self {
        let request = Request::get(format!("http://localhost{path}")).body(()).unwrap();
        Self::ask(address, window, request).await
    }

    /// Sends `request`, with room for `window` bytes of its answer.
    pub(crate) async fn ask(address: SocketAddr, window: u32, request: Request<()>) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        let mut client = h2::client::Builder::new();
        let (client, connection) =
            client.initial_window_size(window).handshake(stream).await.unwrap();
        let ended = tokio::spawn(connection);
        let mut client = client.ready().await.unwrap();
        let (answer, _) = client.send_request(request, true).unwrap();
        let answer = answer.await.unwrap();
        assert_eq!(answer.status(), 200);
        Self { ended, _client: client, body: answer.into_body() }
    }

    /// Waits until the server has ended it.
    pub(crate) async fn ended(self) {
        let _ended = tokio::time::timeout(PATIENCE, self.ended).await.unwrap().unwrap();
    }
}

/// Asks again and again and reads nothing, until the server takes no more for `patience`, or hangs up: then `true`.
fn ask_without_reading(address: SocketAddr, patience: Duration) -> (Raw, bool) {
    let raw = Raw::connect(address);
    let mut stream = raw.stream();
    stream.set_write_timeout(Some(patience)).unwrap();
    let requests = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n".repeat(1000);
    loop {
        if let Err(error) = stream.write_all(&requests) {
            use std::io::ErrorKind::{BrokenPipe, ConnectionReset};
            return (raw, matches!(error.kind(), BrokenPipe | ConnectionReset));
        }
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_http_2_connection_that_does_nothing_but_answer_pings_ends() {
    let server = served(limits(SHORT)).await;
    let mut connection = Http2::connect(server.address, 2 << 20).await;
    while let Some(chunk) = connection.body.data().await {
        connection.body.flow_control().release_capacity(chunk.unwrap().len()).unwrap();
    }
    connection.ended().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_http_2_connection_that_leaves_no_room_for_its_answer_ends() {
    let server = served(limits(SHORT)).await;
    Http2::connect(server.address, 0).await.ended().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_http_2_connection_that_takes_no_more_of_an_endless_answer_ends() {
    let server = served(limits(SHORT)).await;
    Http2::asking(server.address, "/endless", 1 << 10).await.ended().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_peer_that_reads_nothing_is_cut_off() {
    // That the connection idles is not what ends it.
    let server = served(Limits { write_timeout: SHORT, ..limits(LONG) }).await;
    let (_, hung_up) = blocking(move || ask_without_reading(server.address, PATIENCE)).await;
    assert!(hung_up);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn peers_that_take_nothing_do_not_delay_the_end() {
    let server = served(limits(LONG)).await;
    let (_http_1, hung_up) = blocking(move || ask_without_reading(server.address, SHORT)).await;
    assert!(!hung_up, "it is left waiting");
    let _http_2 = Http2::connect(server.address, 0).await;
    let mut silent = Raw::connect(server.address);
    server.stop.send(()).unwrap();
    tokio::time::timeout(PATIENCE, server.ended).await.unwrap().unwrap();
    assert_eq!(blocking(move || silent.read_end()).await, "");
}

#[tokio::test(start_paused = true)]
async fn an_answer_may_take_longer_than_a_connection_may_idle() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let server = served(limits(SHORT)).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    server.begun.acquire().await.unwrap().forget();
    // The server's end waits for it, too.
    server.stop.send(()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    server.ended.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn so_may_each_part_of_an_answer_that_is_made_while_it_is_sent() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let server = served(limits(SHORT)).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(b"GET /parts HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.contains("part 2 ") && answer.ends_with("\r\n0\r\n\r\n"), "{answer}");
    let _running = server.stop;
}
