//! Fetches a small document that is not an upstream's, such as the keys of an issuer, with the same
//! TLS and limits as calls to upstreams.

use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt as _;
use hyper::{HeaderMap, Method, Uri};
use tower::BoxError;
use url::Url;

use super::connect::Connector;
use super::explain::explain;
use super::requests::Message;
use crate::config::ConfigError;
use crate::request::AddressPolicy;

/// How long it may take, connecting included.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Fetches the document at one URL.
#[derive(Debug, Clone)]
pub struct Fetcher {
    connector: Connector,
    url: Url,
}

impl Fetcher {
    /// Fetches `url`, trusting the certificate authorities in `ca_file` as well as the machine's.
    ///
    /// # Errors
    /// [`ConfigError`] when TLS cannot be set up.
    pub fn new(url: Url, ca_file: Option<&Path>) -> Result<Self, ConfigError> {
        let policy = AddressPolicy { allow_link_local: false };
        let connector = Connector::new(policy, TIMEOUT, url.scheme() == "https", ca_file)?;
        Ok(Self { connector, url })
    }

    /// The document, of at most `bytes_max`.
    ///
    /// # Errors
    /// Why there is none, in words for the log.
    pub async fn get(&self, bytes_max: usize) -> Result<Vec<u8>, String> {
        match tokio::time::timeout(TIMEOUT, self.fetch(bytes_max)).await {
            Ok(fetched) => fetched.map_err(|error| explain(&*error)),
            Err(_) => Err(format!("there is no answer within {TIMEOUT:?}")),
        }
    }

    async fn fetch(&self, bytes_max: usize) -> Result<Vec<u8>, BoxError> {
        let uri = Uri::try_from(self.url.as_str())?;
        let mut requests = self.connector.open(uri.clone()).await?;
        let headers = HeaderMap::from_iter([super::USER_AGENT]);
        let message = Message { method: Method::GET, uri, headers, body: Bytes::new() };
        let response = requests.send(message).await.map_err(|unanswered| unanswered.error)?;
        let (head, mut body) = response.into_parts();
        if !head.status.is_success() {
            return Err(format!("the answer has the status {}", head.status.as_u16()).into());
        }
        let mut bytes = Vec::new();
        while let Some(frame) = body.frame().await {
            let chunk = frame?.into_data().unwrap_or_default();
            if bytes.len() + chunk.len() > bytes_max {
                return Err(format!("is longer than {bytes_max} bytes").into());
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::http::StatusCode;
    use axum::http::header::LOCATION;
    use axum::routing::get;
    use tokio::net::TcpListener;

    use super::*;

    #[tokio::test]
    async fn a_document_is_fetched_whole_or_not_at_all() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new()
            .route("/keys", get(async || "0123456789"))
            .route("/moved", get(async || (StatusCode::FOUND, [(LOCATION, "/keys")])));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let get = async |path: &str, bytes_max| {
            let url = format!("{base}{path}").parse().unwrap();
            Fetcher::new(url, None).unwrap().get(bytes_max).await
        };
        assert_eq!(get("/keys", 10).await.as_deref(), Ok(&b"0123456789"[..]));
        assert_eq!(get("/keys", 9).await.unwrap_err(), "is longer than 9 bytes");
        assert_eq!(get("/nowhere", 10).await.unwrap_err(), "the answer has the status 404");
        assert_eq!(get("/moved", 10).await.unwrap_err(), "the answer has the status 302");
    }
}
