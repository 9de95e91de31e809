//! A text with its escapes and other variant spellings undone.
//!
//! ```text
//! next=%2Fx%3Ftoken%3D…    &lt;password&gt;…    “password”：“…”    password<no-break space>: …
//! ```

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use percent_encoding::percent_decode_str;

/// How often a text is decoded, as an escape may stand for the beginning of another one:
/// `%2526lt;`.
const ROUNDS_MAX: usize = 4;

/// `text` without the escapes of URLs and of HTML, in one form of letters (NFKC), and with plain
/// quotes; `None` if it is that already.
pub(super) fn plainly(text: &str) -> Option<String> {
    let mut plain = Cow::Borrowed(text);
    for _ in 0..ROUNDS_MAX {
        let Some(next) = once(&plain) else { break };
        plain = next.into();
    }
    match plain {
        Cow::Borrowed(_) => None,
        Cow::Owned(plain) => Some(plain),
    }
}

fn once(text: &str) -> Option<String> {
    let mut plain = Cow::Borrowed(text);
    if text.contains('%') {
        plain = percent_decode_str(text).decode_utf8_lossy();
    }
    if plain.contains('&') {
        plain = html_escape::decode_html_entities(&plain).into_owned().into();
    }
    if !plain.is_ascii() {
        plain = ComposingNormalizerBorrowed::new_nfkc().normalize(&plain).into_owned().into();
        plain = plain.chars().map(plain_quote).collect::<String>().into();
    }
    (plain != text).then(|| plain.into_owned())
}

fn plain_quote(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_spellings_are_undone() {
        for (text, plain) in [
            ("a%3Db", "a=b"),
            ("a%253Db", "a=b"),
            ("&lt;a&#62;&quot;", "<a>\""),
            ("%26lt;", "<"),
            ("a：＝“b” ‘c’\u{a0}d", "a:=\"b\" 'c' d"),
            ("ＡＰＩ", "API"),
        ] {
            assert_eq!(plainly(text).as_deref(), Some(plain));
        }
        for text in ["", "100% sure", "a & b", "naïve café → d", "%", "%zz", "a+b"] {
            assert_eq!(plainly(text), None, "{text}");
        }
        // Invalid UTF-8 does not stop the decoding.
        assert_eq!(plainly("%ff%3D").as_deref(), Some("\u{fffd}="));
    }
}
