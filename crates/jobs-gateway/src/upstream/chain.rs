//! An error and its causes, for a message.

use std::error::Error;
use std::io;

/// An error and its causes in a line, each said once: many repeat the text of their cause.
pub(super) fn chain(error: &(dyn Error + 'static)) -> String {
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

/// Whether the peer answered without TLS, as a server of plain HTTP does.
fn speaks_no_tls(error: &(dyn Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        let not_tls = rustls::InvalidMessage::InvalidContentType;
        if let Some(rustls::Error::InvalidMessage(found)) = error.downcast_ref() {
            return *found == not_tls;
        }
        // Another library's error inside an `io::Error` is not among its sources.
        cause = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => Some(inner as _),
            None => error.source(),
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

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
