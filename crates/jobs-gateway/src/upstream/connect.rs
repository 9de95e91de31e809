//! A new connection to an upstream: its name looked up, TCP, TLS, and HTTP/2 where the upstream has
//! it.

use std::future::poll_fn;
use std::net::TcpStream;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;

use hyper::Uri;
use hyper::client::conn::{http1, http2};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::client::legacy::connect::{Connection as _, HttpConnector};
use hyper_util::rt::TokioExecutor;
use tower::{BoxError, Service as _};

use super::requests::{Http1, Http2, Requests, STREAMS_MAX, Stream, lock};
use super::resolver::FilteringResolver;
use super::tls;
use crate::config::ConfigError;
use crate::request::AddressPolicy;

/// The most header lines of an answer; the most seen are some 150, with cookies and tracing.
pub(super) const HEADERS_MAX: usize = 1000;

/// The most bytes of an answer's head.
pub(super) const HEAD_BYTES_MAX: u32 = 400 << 10;

/// How long a connection may be silent before the system asks whether the other side is there.
const TCP_KEEP_ALIVE: Duration = Duration::from_secs(15);

/// How much of one answer an HTTP/2 upstream may send before it is read. An HTTP/1 connection
/// buffers as much.
const STREAM_WINDOW: u32 = 256 << 10;

/// A connection may hold as much unread data as all of its streams may together, so that large
/// answers which wait for a permit do not hold up others.
const CONNECTION_WINDOW: u32 = STREAM_WINDOW * STREAMS_MAX as u32;

/// What opens connections. Cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct Connector {
    https: HttpsConnector<HttpConnector<FilteringResolver>>,
    timeout: Duration,
}

impl Connector {
    /// Opens connections to addresses that `policy` allows, within `timeout`.
    pub(super) fn new(
        policy: AddressPolicy,
        timeout: Duration,
        uses_tls: bool,
        ca_file: Option<&Path>,
    ) -> Result<Self, ConfigError> {
        let tls = tls::config(uses_tls, ca_file)?;
        Ok(Self::with_resolver(FilteringResolver::system(policy), timeout, tls))
    }

    pub(super) fn with_resolver(
        resolver: FilteringResolver,
        timeout: Duration,
        tls: rustls::ClientConfig,
    ) -> Self {
        let mut http = HttpConnector::new_with_resolver(resolver);
        http.enforce_http(false);
        http.set_nodelay(true);
        http.set_keepalive(Some(TCP_KEEP_ALIVE));
        let builder = HttpsConnectorBuilder::new().with_tls_config(tls).https_or_http();
        Self { https: builder.enable_all_versions().wrap_connector(http), timeout }
    }

    /// Opens a connection to the server of `uri`.
    pub(super) async fn open(&self, uri: Uri) -> Result<Requests, BoxError> {
        let mut https = self.https.clone();
        let connecting = async {
            let stream = https.call(uri).await?;
            if stream.connected().is_negotiated_h2() {
                http2(stream).await.map(Requests::Http2)
            } else {
                http1(stream).await.map(Requests::Http1)
            }
        };
        match tokio::time::timeout(self.timeout, connecting).await {
            Ok(opened) => opened,
            Err(_) => Err(format!("no connection within {:?}", self.timeout).into()),
        }
    }
}

async fn http1(stream: Stream) -> Result<Http1, BoxError> {
    let socket = second_handle(&stream)?;
    let (requests, connection) = http1::Builder::new()
        // An upstream may have acted even if its headers are malformed, so parsing is lenient.
        .max_headers(HEADERS_MAX)
        .allow_obsolete_multiline_headers_in_responses(true)
        .allow_spaces_after_header_name_in_responses(true)
        .ignore_invalid_headers_in_responses(true)
        .handshake(stream)
        .await?;
    drive(connection);
    Ok(Http1 { requests, socket })
}

async fn http2(stream: Stream) -> Result<Http2, BoxError> {
    let (requests, connection) = http2::Builder::new(TokioExecutor::new())
        .initial_stream_window_size(STREAM_WINDOW)
        .initial_connection_window_size(CONNECTION_WINDOW)
        .max_header_list_size(HEAD_BYTES_MAX)
        .handshake(stream)
        .await?;
    let connection = Arc::new(Mutex::new(Some(connection)));
    let driven = Arc::clone(&connection);
    drive(poll_fn(move |cx| {
        let mut connection = lock(&driven);
        let Some(driven) = connection.as_mut() else { return Poll::Ready(Ok(())) };
        let ended = std::task::ready!(Pin::new(driven).poll(cx));
        // Otherwise requests would still be sent to it.
        *connection = None;
        Poll::Ready(ended)
    }));
    Ok(Http2 { requests, connection })
}

/// Runs a connection until it ends. The calls on it learn how it ends.
fn drive(connection: impl Future<Output = hyper::Result<()>> + Send + 'static) {
    tokio::spawn(async move { drop(connection.await) });
}

fn second_handle(stream: &Stream) -> std::io::Result<TcpStream> {
    use std::os::fd::AsFd as _;
    let socket = match stream {
        MaybeHttpsStream::Http(tcp) => tcp.inner(),
        MaybeHttpsStream::Https(tls) => tls.inner().get_ref().0.inner().inner(),
    };
    socket.as_fd().try_clone_to_owned().map(TcpStream::from)
}
