//! A part of a URL as a chain of servers decodes it.

use icu_normalizer::ComposingNormalizerBorrowed;
use percent_encoding::percent_decode_str;

/// `text` as it is, and as each server in a chain reads it: each decodes it, and some read wide
/// letters and signs as plain ones (NFKC), so that `％2e` is a dot to the next.
pub(super) fn decodings(text: &str) -> impl Iterator<Item = String> + use<> {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    std::iter::successors(Some(text.to_owned()), move |text| {
        let decoded = percent_decode_str(text).decode_utf8_lossy();
        let normal = nfkc.normalize(&decoded);
        (*normal != **text).then(|| normal.into_owned())
    })
}
