//! Sends a request over a connection, with either version of HTTP.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::client::conn::{TrySendError, http1, http2};
use hyper::header::{HOST, HeaderMap, HeaderValue};
use hyper::http::uri::PathAndQuery;
use hyper::{Method, Request, Response, Uri};
use hyper_rustls::MaybeHttpsStream;
use hyper_util::rt::{TokioExecutor, TokioIo};

/// The most calls that share an HTTP/2 connection; RFC 9113 advises servers to allow at least 100.
pub(super) const STREAMS_MAX: u8 = 100;

pub(super) type RequestBody = Full<Bytes>;
pub(super) type Stream = MaybeHttpsStream<TokioIo<tokio::net::TcpStream>>;

/// The request that is sent.
#[derive(Debug, Clone)]
pub(super) struct Message {
    pub(super) method: Method,
    /// Absolute.
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// The sender of requests on a connection.
#[derive(Debug)]
pub(super) enum Requests {
    Http1(Http1),
    Http2(Http2),
}

/// An HTTP/1 connection.
#[derive(Debug)]
pub(super) struct Http1 {
    pub(super) requests: http1::SendRequest<RequestBody>,
    /// Another handle of its socket, to check whether it is still open.
    pub(super) socket: TcpStream,
}

/// An HTTP/2 connection, which clones share.
#[derive(Debug, Clone)]
pub(super) struct Http2 {
    pub(super) requests: http2::SendRequest<RequestBody>,
    /// The connection until it ends, which knows how many requests the peer takes at once.
    pub(super) connection:
        Arc<Mutex<Option<http2::Connection<Stream, RequestBody, TokioExecutor>>>>,
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) struct Unanswered {
    pub(super) error: hyper::Error,
    /// Whether the upstream has certainly not processed the request.
    pub(super) is_unprocessed: bool,
}

impl Requests {
    /// Sends a request and waits for the head of the answer.
    pub(super) async fn send(
        &mut self,
        message: Message,
    ) -> Result<Response<Incoming>, Unanswered> {
        let sent = match self {
            Self::Http1(it) => it.requests.try_send_request(message.of_http1()).await,
            Self::Http2(it) => it.requests.try_send_request(message.into_request()).await,
        };
        sent.map_err(Unanswered::from)
    }

    /// Whether another request can be sent at once.
    pub(super) fn is_ready(&self) -> bool {
        match self {
            Self::Http1(it) => it.requests.is_ready(),
            Self::Http2(it) => it.requests.is_ready(),
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        match self {
            Self::Http1(it) => it.requests.is_closed(),
            Self::Http2(it) => it.requests.is_closed(),
        }
    }

    /// How many requests may be in flight at once.
    pub(super) fn streams_max(&self) -> usize {
        match self {
            Self::Http1(_) => 1,
            Self::Http2(it) => {
                let streams = lock(&it.connection).as_ref().map(|it| it.current_max_send_streams());
                streams.unwrap_or(0).min(STREAMS_MAX.into())
            }
        }
    }

    /// Whether the peer has neither closed the connection nor sent anything, as far as the system
    /// knows now.
    pub(super) fn is_silent(&self) -> bool {
        let Self::Http1(it) = self else { return !self.is_closed() };
        // Both handles are of one socket, which does not block.
        matches!(it.socket.peek(&mut [0]), Err(error) if error.kind() == ErrorKind::WouldBlock)
    }
}

/// No critical section leaves the value inconsistent, so poison is ignored.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Message {
    /// For HTTP/2: the server stands in the URI.
    fn into_request(self) -> Request<RequestBody> {
        let Self { method, uri, headers, body } = self;
        let mut request = Request::new(Full::new(body));
        (*request.method_mut(), *request.uri_mut(), *request.headers_mut()) =
            (method, uri, headers);
        request
    }

    /// For HTTP/1: the server stands in a header.
    fn of_http1(self) -> Request<RequestBody> {
        let mut request = self.into_request();
        let host = request.uri().authority().map(|it| HeaderValue::try_from(it.as_str()));
        let path = request.uri().path_and_query().cloned();
        *request.uri_mut() = path.unwrap_or(PathAndQuery::from_static("/")).into();
        if let Some(Ok(host)) = host {
            request.headers_mut().insert(HOST, host);
        }
        request
    }
}

impl From<TrySendError<Request<RequestBody>>> for Unanswered {
    fn from(error: TrySendError<Request<RequestBody>>) -> Self {
        // A message that was given back was never sent.
        let was_kept = error.message().is_some();
        let error = error.into_error();
        let is_unprocessed = was_kept || h2_error(&error).is_some_and(is_unprocessed);
        Self { error, is_unprocessed }
    }
}

/// Whether the upstream says that it has not processed the request (RFC 9113, 8.7): it refused the
/// stream, or went away before it reached it.
fn is_unprocessed(error: &h2::Error) -> bool {
    let is_refused = error.is_reset() && error.reason() == Some(h2::Reason::REFUSED_STREAM);
    error.is_remote() && (error.is_go_away() || is_refused)
}

/// The HTTP/2 error behind the client's.
fn h2_error(error: &hyper::Error) -> Option<&h2::Error> {
    std::error::Error::source(error)?.downcast_ref()
}

/// Whether `error` says that something came back which cannot be read as HTTP.
pub(super) fn is_unreadable(error: &hyper::Error) -> bool {
    error.is_parse() || h2_error(error).is_some_and(h2::Error::is_library)
}
