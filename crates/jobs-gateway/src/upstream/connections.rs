//! Which connection a call takes: an idle one that is certain to be usable, or a new one.
//!
//! ```text
//! HTTP/1   kept for half of the time for which the upstream keeps it, as it says in `Keep-Alive`, or as a setting says
//! HTTP/2   shared, as the upstream says of each request that it did not process
//! ```
//!
//! If an HTTP/1 connection is closed just as a request goes out, nobody knows whether the request
//! arrived. So none is kept on a guess.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{HeaderMap, HeaderName};
use hyper::http::uri::{Authority, Scheme};
use hyper::{Response, Uri};
use tokio::time::Instant;
use tower::BoxError;

use super::connect::Connector;
use super::requests::{Message, Requests, Unanswered, lock};
use crate::config::KeepAlive;

const KEEP_ALIVE: HeaderName = HeaderName::from_static("keep-alive");

/// The longest that a connection is kept: firewalls silently forget quiet ones after minutes.
const KEPT_MAX: Duration = Duration::from_secs(30);

/// For how long calls join an HTTP/2 connection after its last answer began, unless a setting says
/// more or less.
const HTTP2_KEPT: Duration = Duration::from_secs(5);

/// How often connections that are kept for too long are closed.
const SWEEP: Duration = Duration::from_secs(5);

/// The server of a URL.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Origin(Option<Scheme>, Option<Authority>);

impl Origin {
    /// The server that `uri` names, if any.
    pub(super) fn of(uri: &Uri) -> Self {
        Self(uri.scheme().cloned(), uri.authority().cloned())
    }
}

/// A connection; several calls may share one of HTTP/2.
#[derive(Debug)]
struct Connection {
    requests: Requests,
    /// Whether a call on it has failed. Shared by all calls on it and the idle list.
    is_given_up: Arc<AtomicBool>,
}

/// What an answer says of the connection that it came on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answered {
    /// For how long the upstream keeps it, as it says.
    announced: Option<Duration>,
    /// When the answer began to arrive. The upstream cannot have finished it earlier, however late
    /// it is read.
    at: Instant,
}

impl Answered {
    /// For an answer with these headers that has just begun.
    pub(super) fn now(headers: &HeaderMap) -> Self {
        Self { announced: announced(headers), at: Instant::now() }
    }
}

/// The connections to all upstreams.
#[derive(Debug)]
pub(super) struct Connections {
    connector: Connector,
    rules: HashMap<Origin, Duration>,
    kept: Arc<Mutex<AllKept>>,
}

#[derive(Debug, Default)]
struct AllKept {
    of: HashMap<Origin, IdleConnections>,
    is_swept: bool,
}

/// The connections that are kept to one upstream, the last used at the end, each with the time
/// until which it is kept.
#[derive(Debug, Default)]
struct IdleConnections(Vec<(Connection, Instant)>);

impl Connections {
    pub(super) fn new(connector: Connector, rules: &[KeepAlive]) -> Self {
        let rule = |rule: &KeepAlive| {
            let uri = Uri::try_from(rule.url.as_str()).ok()?;
            Some((Origin::of(&uri), rule.time))
        };
        let rules = rules.iter().filter_map(rule).collect();
        Self { connector, rules, kept: Arc::default() }
    }

    /// A connection that is kept to `origin` and is open, as far as can be seen.
    pub(super) fn take<'a>(&'a self, origin: &'a Origin) -> Option<Leased<'a>> {
        let connection = lock(&self.kept).of.get_mut(origin)?.take(Instant::now())?;
        Some(Leased { connections: self, origin, connection: Some(connection) })
    }

    /// A new connection to the server of `uri`.
    pub(super) async fn open<'a>(
        &'a self,
        origin: &'a Origin,
        uri: Uri,
    ) -> Result<Leased<'a>, BoxError> {
        let requests = self.connector.open(uri).await?;
        let connection = Connection { requests, is_given_up: Arc::default() };
        Ok(Leased { connections: self, origin, connection: Some(connection) })
    }

    /// Keeps a connection unless it was given up.
    fn keep(&self, origin: &Origin, connection: Connection, answer: Answered) {
        let by_itself = connection.is_http2().then_some(2 * HTTP2_KEPT);
        let time = self.rules.get(origin).copied().or(answer.announced).or(by_itself);
        let Some(time) = time else { return };
        let time = (time / 2).min(KEPT_MAX);
        if time.is_zero() || connection.is_given_up.load(Ordering::Relaxed) {
            return;
        }
        let mut kept = lock(&self.kept);
        kept.of.entry(origin.clone()).or_default().add(connection, answer.at + time);
        if !std::mem::replace(&mut kept.is_swept, true) {
            tokio::spawn(sweep(Arc::downgrade(&self.kept)));
        }
    }

    /// Gives up a connection on which a call has failed: no further call shares it, however the
    /// current ones end.
    fn give_up(&self, origin: &Origin, failed: &Connection) {
        failed.is_given_up.store(true, Ordering::Relaxed);
        if let Some(kept) = lock(&self.kept).of.get_mut(origin) {
            kept.0.retain(|(connection, _)| !connection.is(failed));
        }
    }
}

/// A connection that a call uses. It is given up unless the call ends well.
#[derive(Debug)]
pub(super) struct Leased<'a> {
    connections: &'a Connections,
    origin: &'a Origin,
    /// `None` once it was handed back.
    connection: Option<Connection>,
}

impl Leased<'_> {
    /// Sends a request and waits for the head of the answer.
    pub(super) async fn send(
        &mut self,
        message: Message,
    ) -> Result<Response<Incoming>, Unanswered> {
        let connection = self.connection.as_mut().expect("it is kept at the end alone");
        connection.requests.send(message).await
    }

    /// Hands it back to be kept: the answer was read to its end.
    pub(super) fn keep(mut self, answer: Answered) {
        if let Some(connection) = self.connection.take() {
            self.connections.keep(self.origin, connection, answer);
        }
    }
}

impl Drop for Leased<'_> {
    fn drop(&mut self) {
        if let Some(connection) = &self.connection {
            self.connections.give_up(self.origin, connection);
        }
    }
}

/// Closes connections that were kept for too long, until none is left.
async fn sweep(kept: Weak<Mutex<AllKept>>) {
    loop {
        tokio::time::sleep(SWEEP).await;
        let Some(kept) = kept.upgrade() else { return };
        let mut kept = lock(&kept);
        let now = Instant::now();
        kept.of.retain(|_, kept| kept.holds_any(now));
        if kept.of.is_empty() {
            kept.is_swept = false;
            return;
        }
    }
}

impl IdleConnections {
    fn take(&mut self, now: Instant) -> Option<Connection> {
        if !self.holds_any(now) {
            return None;
        }
        // One that has not answered for a while may be dead, even if calls are in flight on it.
        let mut fit = self.0.iter().filter(|(it, until)| *until > now && it.has_room());
        if let Some(shared) = fit.find_map(|(it, _)| it.share()) {
            return Some(shared);
        }
        // The newest first, so that surplus ones expire. One that was just given back may not be
        // ready yet.
        while let Some(at) =
            self.0.iter().rposition(|(it, _)| !it.is_http2() && it.requests.is_ready())
        {
            let (connection, _) = self.0.remove(at);
            if connection.requests.is_silent() {
                return Some(connection);
            }
        }
        None
    }

    fn add(&mut self, connection: Connection, until: Instant) {
        self.0.retain(|(kept, _)| !kept.is(&connection));
        self.0.push((connection, until));
    }

    /// Removes expired and closed connections, and says whether any are left.
    fn holds_any(&mut self, now: Instant) -> bool {
        self.0.retain(|(it, until)| (*until > now || it.sharing() > 0) && !it.requests.is_closed());
        !self.0.is_empty()
    }
}

impl Connection {
    fn is_http2(&self) -> bool {
        matches!(self.requests, Requests::Http2(_))
    }

    /// A second handle, if calls can share it.
    fn share(&self) -> Option<Self> {
        let Requests::Http2(http2) = &self.requests else { return None };
        let requests = Requests::Http2(http2.clone());
        Some(Self { requests, is_given_up: Arc::clone(&self.is_given_up) })
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.is_given_up, &other.is_given_up)
    }

    /// How many calls use it, not counting the idle list.
    fn sharing(&self) -> usize {
        Arc::strong_count(&self.is_given_up) - 1
    }

    fn has_room(&self) -> bool {
        self.sharing() < self.requests.streams_max() && self.requests.is_ready()
    }
}

/// For how long the upstream keeps the connection that this answer came on, as it says:
/// `Keep-Alive: timeout=5, max=100`.
///
/// Sent by Node.js, Apache and Tomcat, and by nginx where it is told to; the header is described in
/// RFC 2068, 19.7.1.1.
fn announced(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(KEEP_ALIVE)?.to_str().ok()?;
    let parameter = |wanted: &str| {
        let parameters = text.split(',').filter_map(|it| it.split_once('='));
        let mut named = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
        named.next().and_then(|(_, value)| value.trim().parse::<u32>().ok())
    };
    let seconds = parameter("timeout").filter(|_| parameter("max") != Some(0))?;
    Some(Duration::from_secs(u64::from(seconds)))
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::sync::mpsc;

    use http_body_util::BodyExt as _;
    use hyper::Method;

    use super::*;
    use crate::request::AddressPolicy;

    fn answered() -> Answered {
        Answered { announced: Some(KEPT_MAX), at: Instant::now() }
    }

    /// The system knows that the connection is closed, and the client has not been told yet:
    /// nothing is awaited in between.
    #[tokio::test]
    async fn a_connection_that_was_closed_just_now_is_not_taken() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let uri: Uri = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
        let (close, told) = mpsc::channel();
        let (closed, hears) = mpsc::channel();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            assert_ne!(stream.read(&mut [0; 4096]).unwrap(), 0);
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").unwrap();
            told.recv().unwrap();
            drop(stream);
            closed.send(()).unwrap();
        });
        let policy = AddressPolicy { allow_link_local: false };
        let connector = Connector::new(policy, Duration::from_secs(5), false, None).unwrap();
        let connections = Connections::new(connector, &[]);
        let origin = Origin::of(&uri);
        let mut connection = connections.open(&origin, uri.clone()).await.unwrap();
        let headers = HeaderMap::new();
        let message = Message { method: Method::GET, uri, headers, body: Default::default() };
        let response = connection.send(message).await.unwrap();
        response.into_body().collect().await.unwrap();
        connection.keep(answered());
        // While it is open, it can be used.
        connections.take(&origin).unwrap().keep(answered());
        close.send(()).unwrap();
        hears.recv().unwrap();
        assert!(connections.take(&origin).is_none());
    }

    #[test]
    fn a_rule_has_seconds_and_a_url() {
        for bad in
            ["", "60", "https://a.test", "https://a.test 60", "-1 https://a.test", "1 a.test"]
        {
            assert!(bad.parse::<KeepAlive>().is_err(), "{bad}");
        }
    }
}
