//! Why a call failed, for a message.

use std::error::Error;

use jobs_core::{error_chain, error_line};
use rustls::InvalidMessage;

/// An error and its causes in a line or, where these are of no help, what to do.
pub(super) fn explain(error: &(dyn Error + 'static)) -> String {
    // Something came that is no TLS, as a server of plain HTTP sends.
    let is_no_tls = |error: &(dyn Error + 'static)| {
        let error = error.downcast_ref();
        matches!(error, Some(rustls::Error::InvalidMessage(InvalidMessage::InvalidContentType)))
    };
    if error_chain(error).any(is_no_tls) {
        return "there is no TLS on that port: write http:// in place of https://, or name the port that has it"
            .to_owned();
    }
    error_line(error)
}
