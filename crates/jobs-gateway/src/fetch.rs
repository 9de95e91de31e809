//! Fetching a small document that is no upstream's, such as the keys of an issuer, with the same TLS as calls to
//! upstreams, and as careful.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use url::Url;

use crate::ConfigError;
use crate::address::{AddressPolicy, FilteringResolver};
use crate::upstream::{chain, tls_config};

/// How long it may take, connecting included.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Fetches the document at one URL.
#[derive(Debug, Clone)]
pub struct Fetcher {
    client: Client,
    url: Url,
}

impl Fetcher {
    /// Fetches `url`, for whose certificate the authorities in `ca_file` are trusted as well as the machine's.
    ///
    /// # Errors
    /// [`ConfigError`] when TLS or the client cannot be set up.
    pub fn new(url: Url, ca_file: Option<&Path>) -> Result<Self, ConfigError> {
        let policy = AddressPolicy { allow_link_local: false };
        let client = Client::builder()
            .tls_backend_preconfigured(tls_config(url.scheme() == "https", ca_file)?)
            .dns_resolver(Arc::new(FilteringResolver { policy }))
            .timeout(TIMEOUT)
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .http1_only()
            .pool_max_idle_per_host(0)
            .user_agent(concat!("jobs-gateway/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| ConfigError::Client(chain(&error)))?;
        Ok(Self { client, url })
    }

    /// The document, of at most `bytes_max`.
    ///
    /// # Errors
    /// Why there is none, in words for the log.
    pub async fn get(&self, bytes_max: usize) -> Result<Vec<u8>, String> {
        let request = self.client.get(self.url.clone());
        let failed = |error: reqwest::Error| chain(&error.without_url());
        let mut response = request.send().await.map_err(failed)?;
        if !response.status().is_success() {
            return Err(format!("the answer has the status {}", response.status().as_u16()));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            if bytes.len() + chunk.len() > bytes_max {
                return Err(format!("is longer than {bytes_max} bytes"));
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
