//! An error and what caused it: one after the other, and in a line.

use std::error::Error;
use std::io;

/// `error` and its causes, each after what it caused. What an error of the system carries is not
/// among that one's sources, and is here all the same.
pub fn error_chain<'e>(
    error: &'e (dyn Error + 'static),
) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| {
        match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(carried) => Some(carried as _),
            None => error.source(),
        }
    })
}

/// `error` and its causes in a line, each said once: many repeat the text of their cause.
#[must_use]
pub fn error_line(error: &(dyn Error + 'static)) -> String {
    let mut texts = error_chain(error).map(ToString::to_string);
    let first = texts.next().unwrap_or_default();
    texts.fold(first, |line, text| if line.contains(&text) { line } else { line + ": " + &text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("{text}")]
    struct Layer {
        text: &'static str,
        source: Option<Box<dyn Error + Send + Sync>>,
    }

    fn layer(text: &'static str, source: Option<Box<dyn Error + Send + Sync>>) -> Layer {
        Layer { text, source }
    }

    #[test]
    fn causes_are_told_once() {
        let refused = layer("refused", None);
        let client = layer("client: refused", Some(Box::new(refused)));
        let error = layer("sending", Some(Box::new(client)));
        assert_eq!(error_line(&error), "sending: client: refused");
    }

    #[test]
    fn what_an_error_of_the_system_carries_is_among_the_causes() {
        let carried = layer("no TLS", Some(Box::new(layer("a bad record", None))));
        let error = layer("connecting", Some(Box::new(io::Error::other(carried))));
        let mut layers = error_chain(&error).filter_map(|error| error.downcast_ref::<Layer>());
        assert!(layers.any(|layer| layer.text == "no TLS"));
        assert_eq!(error_line(&error), "connecting: no TLS: a bad record");
    }
}
