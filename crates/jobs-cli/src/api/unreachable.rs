//! Why a server cannot be reached, in words for the user instead of those of the libraries.

use std::error::Error;
use std::io;

use jobs_core::{error_chain, error_line};

/// What happened, and what to do.
pub(crate) fn explain(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        let what =
            if error.is_connect() { "no connection within 10 s" } else { "no answer within 60 s" };
        return format!("{what}: is the server running there, and does no firewall block it?");
    }
    error_chain(error).skip(1).find_map(known).unwrap_or_else(|| {
        let causes = error.source().map(error_line).unwrap_or_default();
        format!("the server cannot be reached: {causes}")
    })
}

/// The message for a cause for which there is advice.
fn known(cause: &(dyn Error + 'static)) -> Option<String> {
    if let Some(error) = cause.downcast_ref::<io::Error>() {
        return match error.kind() {
            // The next cause says more.
            _ if error.get_ref().is_some() => None,
            io::ErrorKind::ConnectionRefused => Some(
                "nothing listens there: is the server running, and is the port correct?".into(),
            ),
            io::ErrorKind::ConnectionReset | io::ErrorKind::UnexpectedEof => Some(not_http()),
            _ => None,
        };
    }
    if let Some(error) = cause.downcast_ref::<rustls::Error>() {
        return Some(match error {
            rustls::Error::InvalidMessage(rustls::InvalidMessage::InvalidContentType) => {
                "it does not speak TLS: write http:// instead of https://".into()
            }
            rustls::Error::InvalidCertificate(reason) => {
                format!("its certificate is not valid ({reason:?}): is it for this host name?")
            }
            other => format!("TLS failed: {other}"),
        });
    }
    let text = cause.to_string();
    if text.contains("failed to lookup address") || text.starts_with("dns error") {
        return Some("there is no such host: is its name spelt correctly?".into());
    }
    let is_not_http =
        text.contains("invalid HTTP") || text.contains("connection closed before message");
    is_not_http.then(not_http)
}

fn not_http() -> String {
    "the program there does not answer as a web server does: write https:// if it speaks TLS, and check the port".into()
}
