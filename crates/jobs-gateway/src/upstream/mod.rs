//! The call itself: one HTTP request, which the upstream processes at most once, and a result that
//! says how far it got.

mod connect;
mod connections;
mod explain;
mod fetch;
mod requests;
mod resolver;
mod tls;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt as _;
pub(crate) use hyper::Method;
use hyper::body::Incoming;
use hyper::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
};
use hyper::{Response, Uri};
use jobs_core::Cause;
use tokio::sync::Semaphore;
use url::Url;

use connect::{Connector, HEAD_BYTES_MAX, HEADERS_MAX};
use connections::{Answered, Connections, Leased, Origin};
use explain::explain;
pub use fetch::Fetcher;
use requests::{Message, Unanswered, is_unreadable};

use crate::config::{ConfigError, GatewayConfig};
use crate::outcome::{self, Codings, Ended, RawBody};
use crate::redact::{Redactor, Secret};
use crate::refusal::Refusal;
use crate::request::{AddressPolicy, ContentType};
use jobs_serve::work::INLINE_BYTES_MAX;

/// The name of this client.
const USER_AGENT: (HeaderName, HeaderValue) = (
    hyper::header::USER_AGENT,
    HeaderValue::from_static(concat!("jobs-gateway/", env!("CARGO_PKG_VERSION"))),
);

/// Asks for JSON, and for no compression.
const ACCEPT_JSON: (HeaderName, HeaderValue) =
    (ACCEPT, HeaderValue::from_static("application/json, */*;q=0.5"));
const NOT_ENCODED: (HeaderName, HeaderValue) =
    (ACCEPT_ENCODING, HeaderValue::from_static("identity"));

/// The most bytes of a token: servers refuse headers beyond 8 to 16 KiB.
const TOKEN_BYTES_MAX: usize = 16 << 10;

/// How many answers over [`INLINE_BYTES_MAX`] are held at once; the others wait unread. One of 8
/// MiB takes up to 100 MiB when it is parsed, so this bounds the memory that upstreams can claim.
const LARGE_ANSWERS_MAX: usize = 8;

/// A request that may be sent.
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) authorization: Option<HeaderValue>,
    pub(crate) body: Option<(ContentType, String)>,
}

impl Call {
    /// The host, for the log; a path or a query may hold what must not be logged.
    pub(crate) fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    fn into_message(self) -> Result<Message, CallError> {
        let Self { method, url, authorization, body } = self;
        let uri =
            Uri::try_from(url.as_str()).map_err(|error| CallError::never_sent(explain(&error)))?;
        let mut headers = HeaderMap::from_iter([USER_AGENT, ACCEPT_JSON, NOT_ENCODED]);
        headers.extend(authorization.map(|value| (AUTHORIZATION, value)));
        let body = body.map(|(content_type, body)| {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type.as_str()));
            Bytes::from(body)
        });
        Ok(Message { method, uri, headers, body: body.unwrap_or_default() })
    }
}

/// The header that carries `token`.
pub(crate) fn authorization(token: &Secret) -> Result<HeaderValue, Refusal> {
    if token.expose().len() > TOKEN_BYTES_MAX {
        return Err(Refusal::invalid("token", format!("is longer than {TOKEN_BYTES_MAX} bytes")));
    }
    let mut value = HeaderValue::from_str(&format!("Bearer {}", token.expose()))
        .map_err(|_| Refusal::invalid("token", "must be visible ASCII characters"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// An HTTP client that calls upstreams and nothing else.
#[derive(Debug)]
pub(crate) struct Upstream {
    connections: Connections,
    total_timeout: Duration,
    response_bytes_max: usize,
    large_answers: Arc<Semaphore>,
}

impl Upstream {
    pub(crate) fn new(config: &GatewayConfig) -> Result<Self, ConfigError> {
        let policy = AddressPolicy { allow_link_local: config.allow_link_local };
        let uses_tls = config.upstreams.iter().any(|base| base.scheme() == "https");
        let ca_file = config.ca_file.as_deref();
        let connector = Connector::new(policy, config.connect_timeout, uses_tls, ca_file)?;
        Ok(Self::with_connector(config, connector))
    }

    fn with_connector(config: &GatewayConfig, connector: Connector) -> Self {
        let GatewayConfig { total_timeout, response_bytes_max, .. } = *config;
        let connections = Connections::new(connector, &config.keep_alive);
        let large_answers = Arc::new(Semaphore::new(LARGE_ANSWERS_MAX));
        Self { connections, total_timeout, response_bytes_max, large_answers }
    }

    /// Sends the request and reads the answer.
    pub(crate) async fn call(&self, call: Call) -> Received {
        let mut code = None;
        let mut body = RawBody::default();
        let is_out = AtomicBool::new(false);
        let exchange = self.exchange(call, &is_out, &mut code, &mut body);
        let whole = match tokio::time::timeout(self.total_timeout, exchange).await {
            Ok(whole) => whole,
            Err(_) if is_out.load(Ordering::Relaxed) => {
                let reason = format!("no whole answer within {:?}", self.total_timeout);
                Err(CallError { cause: Cause::TimedOut, reason })
            }
            Err(_) => {
                let reason = format!("no connection took it within {:?}", self.total_timeout);
                Err(CallError::never_sent(reason))
            }
        };
        Received { whole, code, body }
    }

    /// Reads the answer into `code` and `body` as it arrives. Returns its code once it is whole.
    async fn exchange(
        &self,
        call: Call,
        is_out: &AtomicBool,
        code: &mut Option<u16>,
        body: &mut RawBody,
    ) -> Result<u16, CallError> {
        let message = call.into_message()?;
        let origin = Origin::of(&message.uri);
        let (connection, response) = self.send(&origin, message, is_out).await?;
        let (head, incoming) = response.into_parts();
        let answered = Answered::now(&head.headers);
        body.codings = Codings::of(&head.headers);
        body.charset = outcome::charset(&head.headers);
        body.bytes_max = self.response_bytes_max;
        let whole = *code.insert(head.status.as_u16());
        self.read_body(incoming, body).await.map_err(|error| CallError {
            cause: Cause::ConnectionLost,
            reason: format!("the connection broke: {}", explain(&error)),
        })?;
        if !body.is_cut {
            connection.keep(answered);
        }
        Ok(whole)
    }

    /// Sends `message` and waits for the head of the answer; `is_out` is set while it may have been
    /// processed. If it is certain that the upstream has not processed it on a kept connection, it
    /// is sent again on a new one.
    async fn send<'a>(
        &'a self,
        origin: &'a Origin,
        message: Message,
        is_out: &AtomicBool,
    ) -> Result<(Leased<'a>, Response<Incoming>), CallError> {
        if let Some(mut kept) = self.connections.take(origin) {
            is_out.store(true, Ordering::Relaxed);
            match kept.send(message.clone()).await {
                Ok(response) => return Ok((kept, response)),
                Err(unanswered) if !unanswered.is_unprocessed => return Err(unanswered.into()),
                Err(_) => is_out.store(false, Ordering::Relaxed),
            }
        }
        // On the heap: this future is large and would be copied with each call, and few calls open
        // a connection.
        let opened = Box::pin(self.connections.open(origin, message.uri.clone())).await;
        let mut new = opened.map_err(|error| CallError::never_sent(explain(&*error)))?;
        is_out.store(true, Ordering::Relaxed);
        let response = new.send(message).await?;
        Ok((new, response))
    }

    async fn read_body(&self, mut incoming: Incoming, body: &mut RawBody) -> hyper::Result<()> {
        while let Some(frame) = incoming.frame().await {
            // Trailers are ignored.
            let Ok(chunk) = frame?.into_data() else { continue };
            let room = self.response_bytes_max - body.bytes.len();
            // A compressed body may become large.
            let is_small =
                body.codings.is_empty() && body.bytes.len() + chunk.len() <= INLINE_BYTES_MAX;
            if body.large.is_none() && !is_small {
                body.large = Arc::clone(&self.large_answers).acquire_owned().await.ok();
            }
            body.bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
            if chunk.len() > room {
                body.is_cut = true;
                break;
            }
        }
        Ok(())
    }
}

/// What came back, not yet read.
pub(crate) struct Received {
    /// The code of a whole answer.
    whole: Result<u16, CallError>,
    /// The code and the body as far as they arrived.
    code: Option<u16>,
    body: RawBody,
}

/// Why there is no whole answer.
struct CallError {
    cause: Cause,
    reason: String,
}

impl CallError {
    fn never_sent(reason: String) -> Self {
        Self { cause: Cause::NeverSent, reason }
    }
}

/// What an error before any answer means.
impl From<Unanswered> for CallError {
    fn from(Unanswered { error, is_unprocessed }: Unanswered) -> Self {
        let reason = explain(&error);
        let (cause, reason) = match () {
            () if is_unprocessed => {
                (Cause::NeverSent, format!("the upstream did not take the request: {reason}"))
            }
            () if error.is_parse_too_large() => (
                Cause::InconclusiveAnswer,
                format!(
                    "the answer has more than {HEADERS_MAX} header lines, or {} KiB of them",
                    HEAD_BYTES_MAX >> 10
                ),
            ),
            () if is_unreadable(&error) => (
                Cause::InconclusiveAnswer,
                format!("what came back cannot be read as HTTP: {reason}"),
            ),
            () => (
                Cause::ConnectionLost,
                format!("the connection broke before an answer came: {reason}"),
            ),
        };
        Self { cause, reason }
    }
}

impl Received {
    /// The result of a call that was not made.
    pub(crate) fn withheld(reason: String) -> Self {
        let whole = Err(CallError { cause: Cause::Withheld, reason });
        Self { whole, code: None, body: RawBody::default() }
    }

    /// How many bytes there may be to read.
    pub(crate) fn size(&self) -> usize {
        self.body.size()
    }

    /// How the call ended, without credentials in what goes into messages.
    pub(crate) fn understand(self, redactor: &Redactor) -> Ended {
        let Self { whole, code, body } = self;
        match (whole, code) {
            (Ok(code), _) => Ended::Answered { code, body: body.understand(redactor) },
            (Err(CallError { cause, reason }), None) => {
                Ended::Otherwise { cause, reason, beginning: None }
            }
            (Err(CallError { cause, reason }), Some(code)) => {
                let reason = format!("{reason}, in the middle of an answer with status {code}");
                let beginning = Some((code, body.understand(redactor)));
                Ended::Otherwise { cause, reason, beginning }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::resolver::FilteringResolver;
    use super::*;

    #[tokio::test]
    async fn a_name_that_points_at_a_metadata_address_is_never_called() {
        let config = GatewayConfig::default();
        let policy = AddressPolicy { allow_link_local: false };
        let metadata = "169.254.169.254".parse().unwrap();
        let resolver = FilteringResolver::constant(policy, metadata);
        let tls = tls::config(false, None).unwrap();
        let connector = Connector::with_resolver(resolver, config.connect_timeout, tls);
        let upstream = Upstream::with_connector(&config, connector);
        let call = Call {
            method: Method::GET,
            url: "http://a.test/latest/meta-data".parse().unwrap(),
            authorization: None,
            body: None,
        };
        let Err(CallError { cause: Cause::NeverSent, reason }) = upstream.call(call).await.whole
        else {
            panic!("the request left")
        };
        assert!(reason.contains("a.test resolves to 169.254.169.254"), "{reason}");
        assert!(reason.contains("--upstream-allow-link-local"), "{reason}");
    }
}
