//! The call itself: one HTTP request, sent once at most, and an answer that says how far it came.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use jobs_core::HttpStatus;
pub(crate) use reqwest::Method;
use reqwest::dns::Resolve;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{Client, Response};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use url::Url;

use crate::address::{AddressPolicy, FilteringResolver};
use crate::secret::{Scrubber, Secret};
use crate::{ConfigError, ContentType, GatewayConfig, Refusal, UpstreamAnswer};

/// A request that may be sent.
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) authorization: Option<HeaderValue>,
    pub(crate) body: Option<(ContentType, String)>,
    pub(crate) scrubber: Scrubber,
}

impl Call {
    /// The host, for the log; a path or a query may hold what does not belong there.
    pub(crate) fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }
}

/// The header that carries `token`.
pub(crate) fn authorization(token: &Secret) -> Result<HeaderValue, Refusal> {
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
            .tls_backend_preconfigured(tls_config(config)?)
            .dns_resolver(Arc::new(resolver))
            .connect_timeout(config.connect_timeout)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .no_proxy()
            .http1_only()
            // A connection for each call. One that was kept may be closed by the other side just as a request
            // goes out, and then nobody knows whether it arrived.
            .pool_max_idle_per_host(0)
            .user_agent(concat!("jobs-gateway/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| ConfigError::Client(chain(&error)))?;
        let GatewayConfig { total_timeout, response_bytes_max, .. } = *config;
        Ok(Self { client, total_timeout, response_bytes_max })
    }

    /// Sends the request and reads the answer.
    pub(crate) async fn call(&self, call: Call) -> UpstreamAnswer {
        let scrubber = call.scrubber.clone();
        let mut progress = Progress::default();
        let exchange = self.exchange(call, &mut progress);
        let answer = match tokio::time::timeout(self.total_timeout, exchange).await {
            Ok(answer) => answer,
            // A connection that never came about has its own, shorter limit; so the request was sent.
            Err(_) => {
                let limit = self.total_timeout;
                UpstreamAnswer::TimedOut {
                    reason: format!("no whole answer within {limit:?}{progress}"),
                }
            }
        };
        scrubbed(answer, &scrubber)
    }

    async fn exchange(&self, call: Call, progress: &mut Progress) -> UpstreamAnswer {
        let Call { method, url, authorization, body, .. } = call;
        let mut request =
            self.client.request(method, url).header(ACCEPT, "application/json, */*;q=0.5");
        if let Some(authorization) = authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        if let Some((content_type, body)) = body {
            request = request.header(CONTENT_TYPE, content_type.as_str()).body(body);
        }
        let mut response = match request.send().await {
            Ok(response) => response,
            Err(error) => return unanswered(error),
        };
        let Ok(http_status) = HttpStatus::new(response.status().as_u16()) else {
            let code = response.status().as_u16();
            return UpstreamAnswer::Lost {
                reason: format!("the answer has the unknown status {code}"),
            };
        };
        *progress = Progress(Some(http_status));
        match read_body(&mut response, self.response_bytes_max).await {
            Ok(body) => answered(http_status, body, self.response_bytes_max),
            Err(error) => UpstreamAnswer::Lost {
                reason: format!("the connection broke{progress}: {}", chain(&error.without_url())),
            },
        }
    }
}

/// How far an answer came, for the reason why it is not whole.
#[derive(Default)]
struct Progress(Option<HttpStatus>);

impl std::fmt::Display for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(status) => write!(f, " in the middle of an answer with status {}", status.get()),
            None => Ok(()),
        }
    }
}

/// What an error before any answer means.
fn unanswered(error: reqwest::Error) -> UpstreamAnswer {
    let never_left = error.is_connect() || error.is_builder();
    let reason = chain(&error.without_url());
    if never_left {
        UpstreamAnswer::NotSent { reason }
    } else {
        UpstreamAnswer::Lost {
            reason: format!("the connection broke before an answer came: {reason}"),
        }
    }
}

/// What was read of a body.
struct Body {
    bytes: Vec<u8>,
    whole: bool,
}

async fn read_body(response: &mut Response, bytes_max: usize) -> reqwest::Result<Body> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        let room = bytes_max - bytes.len();
        bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() > room {
            return Ok(Body { bytes, whole: false });
        }
    }
    Ok(Body { bytes, whole: true })
}

fn answered(http_status: HttpStatus, body: Body, bytes_max: usize) -> UpstreamAnswer {
    let Body { bytes, whole } = body;
    let json = whole.then(|| serde_json::from_slice(&bytes));
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    match json {
        Some(Ok(body)) => UpstreamAnswer::Json { http_status, body, text },
        Some(Err(error)) => {
            let reason = format!("its body is not JSON ({error})");
            UpstreamAnswer::NotJson { http_status, text, reason }
        }
        None => {
            let reason = format!("its body is longer than {bytes_max} bytes");
            UpstreamAnswer::NotJson { http_status, text, reason }
        }
    }
}

/// The answer with no credential in what is meant for messages.
fn scrubbed(mut answer: UpstreamAnswer, scrubber: &Scrubber) -> UpstreamAnswer {
    let scrub = |text: &mut String| {
        if let Cow::Owned(clean) = scrubber.scrub(text) {
            *text = clean;
        }
    };
    match &mut answer {
        UpstreamAnswer::Json { text, .. } => scrub(text),
        UpstreamAnswer::NotJson { text, reason, .. } => {
            scrub(text);
            scrub(reason);
        }
        UpstreamAnswer::TimedOut { reason }
        | UpstreamAnswer::Lost { reason }
        | UpstreamAnswer::NotSent { reason } => scrub(reason),
    }
    answer
}

/// An error and its causes in a line, each said once: many repeat the text of their cause.
fn chain(error: &dyn StdError) -> String {
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

/// TLS with the machine's certificate authorities and those of the file.
fn tls_config(config: &GatewayConfig) -> Result<ClientConfig, ConfigError> {
    let tls = |error: rustls::Error| ConfigError::Tls(error.to_string());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let authorities =
        config.ca_file.as_deref().map(read_authorities).transpose()?.unwrap_or_default();
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(tls)?;
    if !config.upstreams.iter().any(|base| base.scheme() == "https") {
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

fn read_authorities(path: &std::path::Path) -> Result<Vec<CertificateDer<'static>>, ConfigError> {
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
            scrubber: Scrubber::default(),
        };
        let UpstreamAnswer::NotSent { reason } = upstream.call(call).await else {
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
