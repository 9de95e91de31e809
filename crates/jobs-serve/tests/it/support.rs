//! A plain service behind the server, and its callers.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Request, Response};
use axum::routing::{get, post};
use futures::{StreamExt as _, stream};
use jobs_serve::{Limits, Peer, PlainPolicy, Policy, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinHandle;

/// Longer than any answer takes.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) const HELLO: &[u8] = b"GET /hello HTTP/1.1\r\nhost: x\r\n\r\n";

pub(crate) const MIB: usize = 1 << 20;

/// A server.
pub(crate) struct Served {
    pub(crate) address: SocketAddr,
    /// How many requests the service has seen.
    pub(crate) seen: Arc<AtomicUsize>,
    /// Gets a permit when a request for `/work` has begun.
    pub(crate) begun: Arc<Semaphore>,
    /// A permit for each request for `/work` that may end.
    pub(crate) gate: Arc<Semaphore>,
    pub(crate) stop: oneshot::Sender<()>,
    pub(crate) ended: JoinHandle<()>,
}

impl Served {
    pub(crate) async fn new(limits: Limits) -> Self {
        Self::with(limits, PlainPolicy).await
    }

    pub(crate) async fn with<P: Policy<Body>>(limits: Limits, policy: P) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(AtomicUsize::new(0));
        let begun = Arc::new(Semaphore::new(0));
        let gate = Arc::new(Semaphore::new(0));
        let service = service(Arc::clone(&seen), Arc::clone(&begun), Arc::clone(&gate));
        let (stop, stopped) = oneshot::channel();
        let ended = tokio::spawn(async move {
            let stopped = async {
                // The test is over: there is nothing to stop.
                if stopped.await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            serve(listener, service, policy, limits, stopped).await;
        });
        Self { address, seen, begun, gate, stop, ended }
    }

    pub(crate) fn seen(&self) -> usize {
        self.seen.load(Ordering::Relaxed)
    }

    /// Sends `begin` and then `pieces`, until the server hangs up; returns how many bytes it took.
    pub(crate) async fn flood(
        &self,
        begin: &[u8],
        pieces: impl IntoIterator<Item = Vec<u8>>,
    ) -> usize {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(begin).await.unwrap();
        let (mut reader, mut writer) = stream.into_split();
        // Read what the server sends; otherwise it would wait.
        let reading = tokio::spawn(async move {
            let _hung_up = tokio::io::copy(&mut reader, &mut tokio::io::sink()).await;
        });
        let mut sent = 0;
        for piece in pieces {
            if writer.write_all(&piece).await.is_err() {
                break;
            }
            sent += piece.len();
        }
        reading.abort();
        sent
    }

    /// Checks that a new caller is served; returns the open connection.
    pub(crate) async fn serves_another(&self) -> Raw {
        let mut raw = Raw::connect(self.address).await;
        raw.send(HELLO).await;
        assert!(raw.read_head().await.starts_with("HTTP/1.1 200 OK"));
        raw
    }
}

fn service(seen: Arc<AtomicUsize>, begun: Arc<Semaphore>, gate: Arc<Semaphore>) -> Router {
    let work = async move || {
        begun.add_permits(1);
        gate.acquire().await.unwrap().forget();
        "done"
    };
    let parts = async || {
        let parts = stream::iter(0..3).then(async |number| {
            tokio::time::sleep(PATIENCE).await;
            Ok::<_, Infallible>(format!("part {number} "))
        });
        Body::from_stream(parts)
    };
    let endless = async || {
        Body::from_stream(stream::repeat_with(|| Ok::<_, Infallible>(vec![b'x'; 1 << 10])))
    };
    let events = async || {
        let events = stream::iter(["data: x\n\n"]).chain(stream::pending());
        let body = Body::from_stream(events.map(Ok::<_, Infallible>));
        Response::builder().header(CONTENT_TYPE, "text/event-stream").body(body).unwrap()
    };
    let peer = async |request: Request<Body>| {
        request.extensions().get::<Peer>().unwrap().0.ip().to_string()
    };
    // The caller says whose the answer is.
    let long = async |request: Request<Body>| {
        let caller = request.headers().get("x-caller").cloned();
        let mut response = Response::new(Body::from(vec![b'x'; MIB]));
        if let Some(caller) = caller {
            response.headers_mut().insert("x-caller", caller);
        }
        response
    };
    Router::new()
        .route("/", get(long))
        .route("/hello", get(async || "hello"))
        .route("/peer", get(peer))
        .route("/work", get(work))
        .route("/parts", get(parts))
        .route("/endless", get(endless))
        .route("/events", get(events))
        .route("/upload", post(async |body: String| body.len().to_string()))
        .layer(axum::middleware::map_request(move |request: Request<Body>| {
            seen.fetch_add(1, Ordering::Relaxed);
            std::future::ready(request)
        }))
}

/// A connection, byte by byte.
pub(crate) struct Raw(pub(crate) TcpStream);

impl Raw {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        Self(TcpStream::connect(address).await.unwrap())
    }

    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).await.unwrap();
    }

    /// Reads until the server closes the connection.
    pub(crate) async fn read_end(&mut self) -> String {
        let mut bytes = Vec::new();
        let read = tokio::time::timeout(10 * PATIENCE, self.0.read_to_end(&mut bytes)).await;
        match read.expect("the server ends the connection") {
            Ok(_) => {}
            // Closed while we were still sending.
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {}
            Err(error) => panic!("{error}, after {}", String::from_utf8_lossy(&bytes)),
        }
        // HTTP/2 is not text.
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Reads up to `end`, and no further.
    pub(crate) async fn read_until(&mut self, end: &[u8]) -> String {
        let mut text = Vec::new();
        while !text.ends_with(end) {
            text.push(self.0.read_u8().await.unwrap());
        }
        String::from_utf8(text).unwrap()
    }

    /// The head of one answer. Its body is read too, and the connection stays open.
    pub(crate) async fn read_head(&mut self) -> String {
        let head = self.read_until(b"\r\n\r\n").await;
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.unwrap().parse().unwrap()];
        self.0.read_exact(&mut body).await.unwrap();
        head
    }
}

/// An HTTP/2 connection that answers pings.
pub(crate) struct Http2 {
    pub(crate) ended: JoinHandle<Result<(), h2::Error>>,
    client: h2::client::SendRequest<bytes::Bytes>,
}

impl Http2 {
    /// Connects, with room for `window` bytes of each answer.
    pub(crate) async fn connect(address: SocketAddr, window: u32) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        let mut builder = h2::client::Builder::new();
        let (client, connection) =
            builder.initial_window_size(window).handshake(stream).await.unwrap();
        Self { ended: tokio::spawn(connection), client }
    }

    /// Sends a request for `path`, and returns its answer once the head has arrived.
    pub(crate) async fn get(&self, path: &str) -> Result<Response<h2::RecvStream>, h2::Error> {
        let request = Request::get(format!("http://localhost{path}")).body(()).unwrap();
        self.send(request).await
    }

    pub(crate) async fn send(
        &self,
        request: Request<()>,
    ) -> Result<Response<h2::RecvStream>, h2::Error> {
        let mut client = self.client.clone().ready().await?;
        client.send_request(request, true)?.0.await
    }

    /// Begins a request whose body never arrives.
    pub(crate) async fn upload(
        &self,
    ) -> Result<(h2::client::ResponseFuture, h2::SendStream<bytes::Bytes>), h2::Error> {
        let request = Request::post("http://localhost/upload").body(()).unwrap();
        let mut client = self.client.clone().ready().await?;
        client.send_request(request, false)
    }

    /// Waits until the server has ended it.
    pub(crate) async fn ended(self) {
        let _ended = tokio::time::timeout(10 * PATIENCE, self.ended).await.unwrap().unwrap();
    }
}

/// All of an answer.
pub(crate) async fn read(mut body: h2::RecvStream) -> Result<usize, h2::Error> {
    let mut bytes = 0;
    while let Some(chunk) = body.data().await {
        let chunk = chunk?;
        bytes += chunk.len();
        body.flow_control().release_capacity(chunk.len())?;
    }
    Ok(bytes)
}
