//! TLS with upstreams: whose certificates are trusted.

use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;

use crate::config::ConfigError;

/// TLS with the machine's certificate authorities and those of the file. With none unless
/// `is_used`, so that a machine without authorities can be used.
pub(super) fn config(is_used: bool, ca_file: Option<&Path>) -> Result<ClientConfig, ConfigError> {
    let tls = |error: rustls::Error| ConfigError::Tls(error.to_string());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let authorities = ca_file.map(read_authorities).transpose()?.unwrap_or_default();
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(tls)?;
    if !is_used {
        let none = RootCertStore::empty();
        return Ok(builder.with_root_certificates(none).with_no_client_auth());
    }
    let verifier = Verifier::new_with_extra_roots(authorities, provider).map_err(tls)?;
    Ok(builder
        .dangerous() // Needed for any verifier but rustls's own; this one is the platform's.
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
