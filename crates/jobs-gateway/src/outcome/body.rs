//! The body of an answer: decompressed, decoded from its charset, and parsed as JSON.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use hyper::header::{CONTENT_TYPE, HeaderMap};
use jobs_core::ResponseSummary;
use serde_json::Value;
use tokio::sync::OwnedSemaphorePermit;

use super::coding::Codings;
use crate::json;
use crate::redact::Redactor;

/// The most bytes of a body's text that the ledger keeps.
const TEXT_BYTES_MAX: usize = ResponseSummary::BYTES_MAX - '…'.len_utf8();

/// What was read of a body.
#[derive(Default)]
pub(crate) struct RawBody {
    pub(crate) bytes: Vec<u8>,
    pub(crate) codings: Codings,
    /// The charset that its `Content-Type` names.
    pub(crate) charset: Option<&'static Encoding>,
    /// The limit, for the bytes as they came and as they are decoded.
    pub(crate) bytes_max: usize,
    /// Whether there is more than the limit.
    pub(crate) is_cut: bool,
    /// A permit to hold a large body, given back when it has been read.
    pub(crate) large: Option<OwnedSemaphorePermit>,
}

/// A body, read as far as possible.
pub(crate) struct Body {
    /// Its JSON, or why there is none that can be read.
    pub(crate) json: Result<Value, String>,
    /// Its beginning, or as much as can be decoded, without credentials.
    pub(crate) text: String,
}

impl RawBody {
    /// How many bytes there may be to read.
    pub(crate) fn size(&self) -> usize {
        if self.codings.is_empty() { self.bytes.len() } else { self.bytes_max }
    }

    pub(crate) fn understand(self, redactor: &Redactor) -> Body {
        let Self { bytes, codings, charset, bytes_max, is_cut, large: _until_parsed } = self;
        let (mut bytes, fault) = codings.decode(bytes, bytes_max);
        let is_cut = is_cut || bytes.len() > bytes_max;
        bytes.truncate(bytes_max);
        let text = decoded(&bytes, charset);
        let json = if is_cut {
            Err(format!("its body is longer than {bytes_max} bytes"))
        } else if text.trim().is_empty() {
            Err("its body is empty".to_owned())
        } else {
            json::read(&text).map_err(|error| format!("its body is not JSON ({error})"))
        };
        let json = match fault {
            // An upstream may name a coding and apply none; its JSON is read all the same.
            Some(fault) if !(fault.is_untouched && json.is_ok()) => {
                Err(format!("its body {}", fault.reason))
            }
            _ => json,
        };
        Body { json, text: beginning(&without_secrets(&text, redactor)) }
    }
}

/// `bytes` as text. A byte order mark takes precedence over a header. Bytes outside the charset
/// become U+FFFD, as in browsers.
fn decoded<'b>(bytes: &'b [u8], named: Option<&'static Encoding>) -> Cow<'b, str> {
    let charset = match named {
        // A text without NUL bytes is UTF-8 under a wrong name.
        Some(named) if is_utf16(named) && !bytes.contains(&0) => UTF_8,
        Some(named) => named,
        None => match guess(bytes) {
            Guess::Utf32(unit) => return utf32(bytes, unit).into(),
            Guess::Of(charset) => charset,
        },
    };
    charset.decode(bytes).0
}

fn is_utf16(charset: &Encoding) -> bool {
    [UTF_16LE, UTF_16BE].contains(&charset)
}

/// `text` without credentials, also where NULs stand between their characters: such a text has
/// another charset than its headers say.
fn without_secrets<'t>(text: &'t str, redactor: &Redactor) -> Cow<'t, str> {
    if text.contains('\0') {
        let plain = text.replace('\0', "");
        let clean = redactor.text(&plain);
        if clean != plain {
            return clean.into_owned().into();
        }
    }
    redactor.text(text)
}

/// The charset that the headers name, if it is one.
pub(crate) fn charset(headers: &HeaderMap) -> Option<&'static Encoding> {
    let value = String::from_utf8_lossy(headers.get(CONTENT_TYPE)?.as_bytes()).into_owned();
    let parameters = value.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut named = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    let (_, label) = named.next()?;
    Encoding::for_label_no_replacement(label.trim().trim_matches(['"', '\'']).as_bytes())
}

/// The guessed charset of a body whose headers name none.
enum Guess {
    Of(&'static Encoding),
    Utf32(fn([u8; 4]) -> u32),
}

/// Guesses from the NUL bytes at the beginning, where JSON and most other texts have two ASCII
/// characters.
fn guess(bytes: &[u8]) -> Guess {
    let is_nul = |at: usize| bytes.get(at).is_none_or(|byte| *byte == 0);
    let marks = [0xfe, 0xff];
    match [0, 1, 2, 3].map(is_nul) {
        _ if bytes.len() < 2 => Guess::Of(UTF_8),
        [false, true, true, true] if bytes.len() > 2 => Guess::Utf32(u32::from_le_bytes),
        [true, true, true, false] => Guess::Utf32(u32::from_be_bytes),
        [false, false, true, true] if bytes.starts_with(&[0xff, 0xfe]) && bytes.len() > 2 => {
            Guess::Utf32(u32::from_le_bytes)
        }
        [true, true, false, false] if bytes[2..].starts_with(&marks) => {
            Guess::Utf32(u32::from_be_bytes)
        }
        [true, false, true, false] => Guess::Of(UTF_16BE),
        [false, true, false, true] => Guess::Of(UTF_16LE),
        _ => Guess::Of(UTF_8),
    }
}

/// Browsers no longer read UTF-32, so crates for the web's charsets do not either.
fn utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> String {
    let (units, rest) = bytes.as_chunks();
    let read =
        |bytes: &[u8; 4]| char::from_u32(unit(*bytes)).unwrap_or(char::REPLACEMENT_CHARACTER);
    let cut = (!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER);
    units.iter().map(read).chain(cut).skip_while(|c| *c == '\u{feff}').collect()
}

/// The beginning of `text` that is kept.
fn beginning(text: &str) -> String {
    if text.len() <= ResponseSummary::BYTES_MAX {
        return text.to_owned();
    }
    format!("{}…", &text[..text.floor_char_boundary(TEXT_BYTES_MAX)])
}

#[cfg(test)]
mod tests {
    use hyper::header::{CONTENT_ENCODING, HeaderValue};
    use serde_json::json;

    use super::*;

    fn understand(content_type: &str, bytes: &[u8]) -> Body {
        understand_coded(content_type, "", bytes)
    }

    fn understand_coded(content_type: &str, coding: &'static str, bytes: &[u8]) -> Body {
        let content_type = (CONTENT_TYPE, content_type.parse().unwrap());
        let content_encoding = (CONTENT_ENCODING, HeaderValue::from_static(coding));
        let headers = HeaderMap::from_iter([content_type, content_encoding]);
        let codings = Codings::of(&headers);
        let charset = charset(&headers);
        let bytes_max = 100;
        let is_cut = bytes.len() > bytes_max;
        let bytes = bytes[..bytes.len().min(bytes_max)].to_vec();
        let body = RawBody { bytes, codings, charset, bytes_max, is_cut, ..RawBody::default() };
        body.understand(&Redactor::default())
    }

    fn utf32(text: &str, to_bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
        text.chars().flat_map(|c| to_bytes(c.into())).collect()
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn a_body_is_read_in_its_charset() {
        let text = r#"{"a":"é"}"#;
        let latin1 = b"{\"a\":\"\xe9\"}";
        let little = utf16(text, u16::to_le_bytes);
        let big = utf16(text, u16::to_be_bytes);
        let marked = utf16(&format!("\u{feff}{text}"), u16::to_le_bytes);
        let marked_big = utf16(&format!("\u{feff}{text}"), u16::to_be_bytes);
        for (content_type, bytes) in [
            ("application/json", text.as_bytes()),
            ("application/json; charset=no-such", text.as_bytes()),
            // Labels of charsets that browsers refuse to read.
            ("application/json; charset=iso-2022-kr", text.as_bytes()),
            ("application/json; charset=hz-gb-2312", text.as_bytes()),
            ("application/json; charset=utf-8", format!("\u{feff}{text}").as_bytes()),
            ("application/json;charset=ISO-8859-1", latin1),
            ("text/plain; q=1; Charset = \"latin1\"", latin1),
            ("text/html; charset=windows-1252", latin1),
            ("application/json; charset=utf-16", &little),
            ("application/json; charset=UTF-16BE", &big),
            ("application/json", &little),
            ("application/json", &big),
            ("application/json", &marked),
            ("application/json; charset=utf-16", text.as_bytes()),
            ("application/json; charset=utf-32", &utf32(text, u32::to_le_bytes)),
            ("application/json", &utf32(text, u32::to_be_bytes)),
            ("application/json", &utf32(&format!("\u{feff}{text}"), u32::to_le_bytes)),
            ("application/json", &utf32(&format!("\u{feff}{text}"), u32::to_be_bytes)),
            ("application/json; charset=latin1", &marked_big),
        ] {
            let body = understand(content_type, bytes);
            assert_eq!(body.json.unwrap(), json!({"a": "é"}), "{content_type}: {bytes:?}");
            assert_eq!(body.text, text, "{content_type}");
        }
        // Bytes outside the charset are replaced, and the rest is read.
        assert_eq!(understand("application/json", latin1).json.unwrap(), json!({"a": "\u{fffd}"}));
    }

    /// An echoed token is found, no matter what charset an upstream names.
    #[test]
    fn a_credential_is_found_in_any_charset() {
        let said = "Unauthorized: bad token SuperSecretToken99";
        let token = crate::redact::Secret::new("SuperSecretToken99");
        let redactor = Redactor::default()
            .of_request(Some(&token), None, &"http://a.test/".parse().unwrap())
            .unwrap();
        let wide = |of: &str| -> Vec<u8> { utf16(of, u16::to_le_bytes) };
        let odd = format!("\u{4e2d}{said}");
        for (content_type, bytes) in [
            ("text/plain", wide(said)),
            ("text/plain", utf16(said, u16::to_be_bytes)),
            ("text/plain", utf32(said, u32::to_le_bytes)),
            ("text/plain; charset=utf-32", wide(said)),
            ("text/plain; charset=utf-16", said.as_bytes().to_vec()),
            ("text/plain; charset=utf-16be", wide(said)),
            ("text/plain; charset=latin1", wide(said)),
            ("text/plain", wide(&odd)),
            ("text/plain", utf32(&odd, u32::to_be_bytes)),
        ] {
            let charset = charset_of(content_type);
            let bytes_max = 1000;
            let body = RawBody { bytes, charset, bytes_max, ..RawBody::default() };
            let text = body.understand(&redactor).text;
            let letters: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
            assert!(!letters.contains("SecretToken99"), "{content_type}: {text}");
        }
    }

    fn charset_of(content_type: &str) -> Option<&'static Encoding> {
        charset(&HeaderMap::from_iter([(CONTENT_TYPE, content_type.parse().unwrap())]))
    }

    /// A second byte that is NUL does not make it UTF-16.
    #[test]
    fn nul_bytes_in_text_are_no_charset() {
        let body = understand("text/plain", b"E\0 out of order");
        assert!(body.json.is_err());
        assert_eq!(body.text, "E\0 out of order");
    }

    #[test]
    fn a_coding_that_was_never_applied_is_passed_over() {
        let text = r#"{"a":1}"#;
        for coding in ["utf-8", "none", "compress", "gzip", "br", "none, gzip", "gzip, none"] {
            let body = understand_coded("application/json", coding, text.as_bytes());
            assert_eq!(body.json.unwrap(), json!({"a": 1}), "{coding}");
            let body = understand_coded("application/json", coding, b"{\"a\":1");
            let said = body.json.unwrap_err();
            assert!(said.starts_with("its body cannot be decoded as "), "{coding}: {said}");
            assert_eq!(body.text, "{\"a\":1", "{coding}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_why_and_keeps_its_text() {
        for (bytes, reason) in [
            (&b""[..], "its body is empty"),
            (b"\xef\xbb\xbf \n", "its body is empty"),
            (b"<html>", "its body is not JSON (expected value at line 1 column 1)"),
            (b"{\"a\":\"\0\"}", "its body is not JSON (control character"),
            (&[b'['; 101], "its body is longer than 100 bytes"),
        ] {
            let body = understand("application/json", bytes);
            let said = body.json.unwrap_err();
            assert!(said.starts_with(reason), "{said}");
            let kept = String::from_utf8_lossy(&bytes[..bytes.len().min(100)]).into_owned();
            assert_eq!(body.text, kept.trim_start_matches('\u{feff}'));
        }
    }

    #[test]
    fn a_text_is_kept_whole_if_it_fits() {
        let fits = "é".repeat(ResponseSummary::BYTES_MAX / 2);
        assert_eq!(beginning(&fits), fits);
        let longer = beginning(&format!("{fits}x"));
        assert!(longer.ends_with("é…") && longer.len() <= ResponseSummary::BYTES_MAX);
    }
}
