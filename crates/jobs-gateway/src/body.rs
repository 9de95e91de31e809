//! The body of an answer, as its upstream meant it: decoded, in its charset, and read as JSON.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use jobs_core::ResponseSummary;
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde_json::Value;
use tokio::sync::OwnedSemaphorePermit;

use crate::coding::Codings;
use crate::secret::Scrubber;
use crate::{json, redact};

/// The most bytes of a body as text: what the ledger keeps of it.
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
    /// A permit to hold a large one, given back when it is understood.
    pub(crate) large: Option<OwnedSemaphorePermit>,
}

/// A body that is understood as far as it can be.
pub(crate) struct Body {
    /// What is JSON, or why it is none that can be read.
    pub(crate) json: Result<Value, String>,
    /// Its beginning, or as much as can be decoded, without credentials.
    pub(crate) text: String,
}

impl RawBody {
    /// How much there may be to understand.
    pub(crate) fn size(&self) -> usize {
        if self.codings.is_empty() { self.bytes.len() } else { self.bytes_max }
    }

    pub(crate) fn understand(self, scrubber: &Scrubber) -> Body {
        let Self { bytes, codings, charset, bytes_max, is_cut, large: _until_parsed } = self;
        let (mut bytes, fault) = codings.decode(bytes, bytes_max);
        let is_cut = is_cut || bytes.len() > bytes_max;
        bytes.truncate(bytes_max);
        let charset = charset.unwrap_or_else(|| guess(&bytes));
        // A byte order mark says more than a header. What is none of the charset becomes U+FFFD, as in browsers.
        let (text, _, _) = charset.decode(&bytes);
        let json = if is_cut {
            Err(format!("its body is longer than {bytes_max} bytes"))
        } else if text.trim().is_empty() {
            Err("its body is empty".to_owned())
        } else {
            json::read(&text).map_err(|error| format!("its body is not JSON ({error})"))
        };
        let json = match fault {
            // Whoever names a coding and applies none is understood all the same.
            Some(fault) if !(fault.is_untouched && json.is_ok()) => {
                Err(format!("its body {}", fault.reason))
            }
            _ => json,
        };
        Body { json, text: beginning(&redact::text(&text, scrubber)) }
    }
}

/// The charset that the headers name, if it is one.
pub(crate) fn charset(headers: &HeaderMap) -> Option<&'static Encoding> {
    let value = String::from_utf8_lossy(headers.get(CONTENT_TYPE)?.as_bytes()).into_owned();
    let parameters = value.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut named = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    let (_, label) = named.next()?;
    Encoding::for_label_no_replacement(label.trim().trim_matches(['"', '\'']).as_bytes())
}

/// The charset of a body whose headers name none: where an object, an array or a text of JSON begins, every other byte of
/// UTF-16 is NUL.
fn guess(bytes: &[u8]) -> &'static Encoding {
    match bytes {
        [0, b'{' | b'[' | b'"' | b' ' | b'\t' | b'\r' | b'\n', ..] => UTF_16BE,
        [b'{' | b'[' | b'"' | b' ' | b'\t' | b'\r' | b'\n', 0, ..] => UTF_16LE,
        _ => UTF_8,
    }
}

/// As much of `text` as is kept.
fn beginning(text: &str) -> String {
    if text.len() <= ResponseSummary::BYTES_MAX {
        return text.to_owned();
    }
    format!("{}…", &text[..text.floor_char_boundary(TEXT_BYTES_MAX)])
}

#[cfg(test)]
mod tests {
    use reqwest::header::{CONTENT_ENCODING, HeaderValue};
    use serde_json::json;

    use super::*;

    fn understand(content_type: &str, bytes: &[u8]) -> Body {
        understand_coded(content_type, "", bytes)
    }

    fn understand_coded(content_type: &str, coding: &'static str, bytes: &[u8]) -> Body {
        let content_type = (CONTENT_TYPE, content_type.parse().unwrap());
        let content_encoding = (CONTENT_ENCODING, HeaderValue::from_static(coding));
        let headers = HeaderMap::from_iter([content_type, content_encoding]);
        let (codings, charset, bytes_max) = (Codings::of(&headers), charset(&headers), 100);
        let is_cut = bytes.len() > bytes_max;
        let bytes = bytes[..bytes.len().min(bytes_max)].to_vec();
        let body = RawBody { bytes, codings, charset, bytes_max, is_cut, ..RawBody::default() };
        body.understand(&Scrubber::default())
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn a_body_is_read_in_its_charset() {
        let text = r#"{"a":"é"}"#;
        let latin1 = b"{\"a\":\"\xe9\"}";
        let (little, big) = (utf16(text, u16::to_le_bytes), utf16(text, u16::to_be_bytes));
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
            ("application/json; charset=latin1", &marked_big),
        ] {
            let body = understand(content_type, bytes);
            assert_eq!(body.json.unwrap(), json!({"a": "é"}), "{content_type}: {bytes:?}");
            assert_eq!(body.text, text, "{content_type}");
        }
        // What the charset does not have is replaced, and the rest is read.
        assert_eq!(understand("application/json", latin1).json.unwrap(), json!({"a": "\u{fffd}"}));
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
