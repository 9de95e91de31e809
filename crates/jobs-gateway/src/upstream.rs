//! The call itself: one HTTP request, sent once at most, and an answer that says how far it came.

use std::error::Error as StdError;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jobs_core::Cause;
pub(crate) use reqwest::Method;
use reqwest::dns::Resolve;
use reqwest::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{Client, Response};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use tokio::sync::Semaphore;
use url::Url;

use crate::address::{AddressPolicy, FilteringResolver};
use crate::body::{self, RawBody};
use crate::coding::Codings;
use crate::outcome::Ended;
use crate::secret::Secret;
use crate::work::INLINE_BYTES_MAX;
use crate::{ConfigError, ContentType, GatewayConfig, Redactor, Refusal};

/// The most bytes of a token: servers refuse headers beyond 8 to 16 KiB.
const TOKEN_BYTES_MAX: usize = 16 << 10;

/// The most header lines of an answer; the most seen are some 150, with cookies and tracing. The client reads no head of
/// more than 400 KiB (8 KiB and 100 times 4 KiB).
const HEADERS_MAX: usize = 1000;

/// How many answers over [`INLINE_BYTES_MAX`] are held at once; the others wait unread. One of 8 MiB takes up to
/// 100 MiB when it is parsed, so this bounds the memory that upstreams can claim.
const LARGE_ANSWERS_MAX: usize = 8;

/// A request that may be sent.
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) authorization: Option<HeaderValue>,
    pub(crate) body: Option<(ContentType, String)>,
}

impl Call {
    /// The host, for the log; a path or a query may hold what does not belong there.
    pub(crate) fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
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
    client: Client,
    total_timeout: Duration,
    response_bytes_max: usize,
    large_answers: Arc<Semaphore>,
}

impl Upstream {
    pub(crate) fn new(config: &GatewayConfig) -> Result<Self, ConfigError> {
        let policy = AddressPolicy { allow_link_local: config.allow_link_local };
        Self::with_resolver(config, FilteringResolver { policy })
    }

    fn with_resolver(
        config: &GatewayConfig,
        resolver: impl Resolve + 'static,
    ) -> Result<Self, ConfigError> {
        let client = Client::builder()
            .tls_backend_preconfigured(tls_config(https(config), config.ca_file.as_deref())?)
            .dns_resolver(Arc::new(resolver))
            .connect_timeout(config.connect_timeout)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .no_proxy()
            .http1_only()
            // An upstream may have acted, whatever its headers look like: what can be understood is.
            .http1_max_headers(HEADERS_MAX)
            .http1_allow_obsolete_multiline_headers_in_responses(true)
            .http1_allow_spaces_after_header_name_in_responses(true)
            .http1_ignore_invalid_headers_in_responses(true)
            // A connection for each call. One that was kept may be closed by the other side just as a request
            // goes out, and then nobody knows whether it arrived.
            .pool_max_idle_per_host(0)
            .user_agent(concat!("jobs-gateway/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| ConfigError::Client(chain(&error)))?;
        let GatewayConfig { total_timeout, response_bytes_max, .. } = *config;
        let large_answers = Arc::new(Semaphore::new(LARGE_ANSWERS_MAX));
        Ok(Self { client, total_timeout, response_bytes_max, large_answers })
    }

    /// Sends the request and reads the answer.
    pub(crate) async fn call(&self, call: Call) -> Received {
        let (mut code, mut body) = (None, RawBody::default());
        let exchange = self.exchange(call, &mut code, &mut body);
        let whole = match tokio::time::timeout(self.total_timeout, exchange).await {
            Ok(whole) => whole,
            // A connection that never came about has its own, shorter limit; so the request was sent.
            Err(_) => {
                let reason = format!("no whole answer within {:?}", self.total_timeout);
                Err(Fault { cause: Cause::TimedOut, reason })
            }
        };
        Received { whole, code, body }
    }

    /// Reads the answer into `code` and `body` as it comes. Its code, when it is whole.
    async fn exchange(
        &self,
        call: Call,
        code: &mut Option<u16>,
        body: &mut RawBody,
    ) -> Result<u16, Fault> {
        let Call { method, url, authorization, body: sent } = call;
        let mut request = self
            .client
            .request(method, url)
            .header(ACCEPT, "application/json, */*;q=0.5")
            .header(ACCEPT_ENCODING, "identity");
        if let Some(authorization) = authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        if let Some((content_type, sent)) = sent {
            request = request.header(CONTENT_TYPE, content_type.as_str()).body(sent);
        }
        let response = request.send().await.map_err(unanswered)?;
        let headers = response.headers();
        body.codings = Codings::of(headers);
        body.charset = body::charset(headers);
        body.bytes_max = self.response_bytes_max;
        let whole = *code.insert(response.status().as_u16());
        self.read_body(response, body).await.map_err(|error| Fault {
            cause: Cause::ConnectionLost,
            reason: format!("the connection broke: {}", chain(&error.without_url())),
        })?;
        Ok(whole)
    }

    async fn read_body(&self, mut response: Response, body: &mut RawBody) -> reqwest::Result<()> {
        while let Some(chunk) = response.chunk().await? {
            let room = self.response_bytes_max - body.bytes.len();
            // What is compressed may become large.
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

/// What came back, not yet understood.
pub(crate) struct Received {
    /// The code of a whole answer.
    whole: Result<u16, Fault>,
    /// The code and the body as far as they came.
    code: Option<u16>,
    body: RawBody,
}

/// Why there is no whole answer.
struct Fault {
    cause: Cause,
    reason: String,
}

/// What an error before any answer means.
fn unanswered(error: reqwest::Error) -> Fault {
    let never_left = error.is_connect() || error.is_builder();
    let error = error.without_url();
    let reason = chain(&error);
    let (cause, reason) = match parsing(&error) {
        _ if never_left => (Cause::NeverSent, reason),
        Some(fault) if fault.is_parse_too_large() => (
            Cause::InconclusiveAnswer,
            format!("the answer has more than {HEADERS_MAX} header lines, or 400 KiB of them"),
        ),
        Some(_) => {
            (Cause::InconclusiveAnswer, format!("what came back cannot be read as HTTP: {reason}"))
        }
        None => {
            (Cause::ConnectionLost, format!("the connection broke before an answer came: {reason}"))
        }
    };
    Fault { cause, reason }
}

/// The cause of `error`, when it is that something came back and cannot be read as HTTP.
fn parsing(error: &reqwest::Error) -> Option<&hyper::Error> {
    let mut cause = error.source();
    while let Some(error) = cause {
        match error.downcast_ref::<hyper::Error>() {
            Some(fault) if fault.is_parse() => return Some(fault),
            _ => cause = error.source(),
        }
    }
    None
}

impl Received {
    /// Of a call that was not made.
    pub(crate) fn withheld(reason: String) -> Self {
        let whole = Err(Fault { cause: Cause::Withheld, reason });
        Self { whole, code: None, body: RawBody::default() }
    }

    /// How much there may be to understand.
    pub(crate) fn size(&self) -> usize {
        self.body.size()
    }

    /// How the call ended, with no credential in what is meant for messages.
    pub(crate) fn understand(self, redactor: &Redactor) -> Ended {
        let Self { whole, code, body } = self;
        match (whole, code) {
            (Ok(code), _) => Ended::Answered { code, body: body.understand(redactor) },
            (Err(Fault { cause, reason }), None) => {
                Ended::Otherwise { cause, reason, beginning: None }
            }
            (Err(Fault { cause, reason }), Some(code)) => {
                let reason = format!("{reason}, in the middle of an answer with status {code}");
                let beginning = Some((code, body.understand(redactor)));
                Ended::Otherwise { cause, reason, beginning }
            }
        }
    }
}

/// An error and its causes in a line, each said once: many repeat the text of their cause.
pub(crate) fn chain(error: &(dyn StdError + 'static)) -> String {
    if speaks_no_tls(error) {
        return "there is no TLS on that port: write http:// in place of https://, or name the port that has it"
            .to_owned();
    }
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let part = error.to_string();
        if !text.contains(&part) {
            text = format!("{text}: {part}");
        }
        cause = error.source();
    }
    text
}

/// Whether something came that is no TLS, as a server of plain HTTP sends.
fn speaks_no_tls(error: &(dyn StdError + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        let not_tls = rustls::InvalidMessage::InvalidContentType;
        if let Some(rustls::Error::InvalidMessage(found)) = error.downcast_ref() {
            return *found == not_tls;
        }
        // An error of another library inside of one of the system's is not among its sources.
        cause = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => Some(inner as _),
            None => error.source(),
        };
    }
    false
}

fn https(config: &GatewayConfig) -> bool {
    config.upstreams.iter().any(|base| base.scheme() == "https")
}

/// TLS with the machine's certificate authorities and those of the file.
pub(crate) fn tls_config(https: bool, ca_file: Option<&Path>) -> Result<ClientConfig, ConfigError> {
    let tls = |error: rustls::Error| ConfigError::Tls(error.to_string());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let authorities = ca_file.map(read_authorities).transpose()?.unwrap_or_default();
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(tls)?;
    if !https {
        // TLS is never used, so that a machine without certificate authorities will do.
        let nobody = RootCertStore::empty();
        return Ok(builder.with_root_certificates(nobody).with_no_client_auth());
    }
    let verifier = Verifier::new_with_extra_roots(authorities, provider).map_err(tls)?;
    Ok(builder
        .dangerous() // The name of the door to any verifier of one's own; this one is the platform's.
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth())
}

fn read_authorities(path: &Path) -> Result<Vec<CertificateDer<'static>>, ConfigError> {
    let fault = |reason: String| ConfigError::CaFile { path: path.to_owned(), reason };
    let pem = std::fs::read(path).map_err(|error| fault(error.to_string()))?;
    let authorities: Vec<_> = CertificateDer::pem_slice_iter(&pem)
        .collect::<Result<_, _>>()
        .map_err(|error| fault(error.to_string()))?;
    if authorities.is_empty() {
        return Err(fault("holds no certificate".to_owned()));
    }
    Ok(authorities)
}

#[cfg(test)]
mod tests {
    use reqwest::dns::{Name, Resolving};

    use super::*;
    use crate::address::filter;

    /// A name service in which every name points at the metadata address.
    struct Hostile(AddressPolicy);

    impl Resolve for Hostile {
        fn resolve(&self, name: Name) -> Resolving {
            let metadata = "169.254.169.254:0".parse().unwrap();
            let answer = filter(self.0, name.as_str(), vec![metadata]);
            Box::pin(std::future::ready(answer.map_err(Into::into)))
        }
    }

    #[tokio::test]
    async fn a_name_that_points_at_a_metadata_address_is_never_called() {
        let config = GatewayConfig::default();
        let resolver = Hostile(AddressPolicy { allow_link_local: false });
        let upstream = Upstream::with_resolver(&config, resolver).unwrap();
        let call = Call {
            method: Method::GET,
            url: "http://a.test/latest/meta-data".parse().unwrap(),
            authorization: None,
            body: None,
        };
        let Err(Fault { cause: Cause::NeverSent, reason }) = upstream.call(call).await.whole else {
            panic!("the request left")
        };
        assert!(reason.contains("a.test resolves to 169.254.169.254"), "{reason}");
        assert!(reason.contains("--upstream-allow-link-local"), "{reason}");
    }

    #[test]
    fn causes_are_told_once() {
        #[derive(Debug, thiserror::Error)]
        #[error("{text}")]
        struct Layer {
            text: &'static str,
            source: Option<Box<Layer>>,
        }
        let layer = |text, source: Option<Layer>| Layer { text, source: source.map(Box::new) };
        let error = layer("sending", Some(layer("client: refused", Some(layer("refused", None)))));
        assert_eq!(chain(&error), "sending: client: refused");
    }
}
