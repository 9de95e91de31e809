//! A part of a URL as a chain of servers decodes it.

use icu_normalizer::ComposingNormalizerBorrowed;

/// `text` as it is, and as each server in a chain reads it: each decodes it, and some read wide
/// letters and signs as plain ones (NFKC), so that `％2e` is a dot to the next.
pub(super) fn decodings(text: &str) -> impl Iterator<Item = String> + use<> {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    std::iter::successors(Some(text.to_owned()), move |text| {
        let decoded = percent_decoded(text);
        let normal = nfkc.normalize(decoded.as_deref().unwrap_or(text));
        (*normal != **text).then(|| normal.into_owned())
    })
}

/// `text` with `%XX` replaced; `None` when there is nothing to replace.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    let mut changed = false;
    while let Some((&first, tail)) = rest.split_first() {
        let encoded = match tail {
            [high, low, ..] if first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        let (byte, tail) = match encoded {
            Some((high, low)) => (high << 4 | low, &tail[2..]),
            None => (first, tail),
        };
        changed |= encoded.is_some();
        bytes.push(byte);
        rest = tail;
    }
    changed.then(|| String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
