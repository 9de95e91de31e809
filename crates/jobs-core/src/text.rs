//! Validated text: newtypes that cannot hold an invalid value, so that no later layer checks again.
//!
//! A *name* is 1 to N bytes in which everything can be seen: no control characters, no invisible
//! characters, no white space but U+0020, and none at either end. So what cannot be seen never
//! makes another name. A *text* is 0 to N bytes without NUL, which SQL tools cut at; *words* are a
//! text that is not empty. Lengths are in bytes of UTF-8.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// Which characters a type allows.
enum Rule {
    Name,
    Text,
    Words,
}

impl Rule {
    fn check(self, field: &'static str, bytes_max: usize, value: &str) -> Result<()> {
        match self {
            Self::Name => check_name(field, bytes_max, value),
            Self::Text => check_text(field, bytes_max, value),
            Self::Words if value.is_empty() => Err(Error::invalid(field, "must not be empty")),
            Self::Words => check_text(field, bytes_max, value),
        }
    }

    #[cfg(feature = "openapi")]
    fn schema(self, docs: &[&str], bytes_max: usize) -> utoipa::openapi::Object {
        match self {
            Self::Name => crate::openapi::name(docs, bytes_max),
            Self::Text => crate::openapi::text(docs, bytes_max),
            Self::Words => crate::openapi::words(docs, bytes_max),
        }
    }
}

fn check_name(field: &'static str, bytes_max: usize, value: &str) -> Result<()> {
    if value.is_empty() {
        return Err(Error::invalid(field, "must not be empty"));
    }
    check_length(field, bytes_max, value)?;
    // Nearly every name, in one pass over its bytes.
    if value.bytes().all(|byte| matches!(byte, b'!'..=b'~')) {
        return Ok(());
    }
    if value.chars().any(char::is_control) {
        return Err(Error::invalid(field, "must not contain control characters"));
    }
    if value.starts_with(char::is_whitespace) || value.ends_with(char::is_whitespace) {
        return Err(Error::invalid(field, "must not begin or end with white space"));
    }
    if let Some(unseen) = value.chars().find(|c| is_unseen(*c)) {
        let reason = format!("must not contain U+{:04X}, which cannot be seen", u32::from(unseen));
        return Err(Error::invalid(field, reason));
    }
    Ok(())
}

/// Whether `c`, which is not a control character, shows nothing or is a space other than U+0020.
fn is_unseen(c: char) -> bool {
    !c.is_ascii()
        && !c.is_control()
        && (c.is_whitespace()
            || u32::from(c) & 0xfffe == 0xfffe // noncharacters, two in each plane
            || INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&c)))
}

/// What shows nothing, in Unicode 17.0: `Default_Ignorable_Code_Point`; format characters (`Cf`),
/// unless they are a `Prepended_Concatenation_Mark`, which has a shape; the noncharacters U+FDD0 to
/// U+FDEF; and blanks.
const INVISIBLE: [(char, char); 23] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fdd0}', '\u{fdef}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{13441}', '\u{13442}'),
    ('\u{16fe4}', '\u{16fe4}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d159}', '\u{1d159}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// `text` without what cannot be seen and no name may hold: without white space at its ends and
/// without invisible characters, and with a plain space for every other white space. Control
/// characters stay and the length is not checked, so the result may still not be a valid name.
///
/// For records that others made, which must be kept; from a caller, such a name is refused instead.
///
/// ```
/// assert_eq!(jobs_core::without_unseen("\u{feff} 5001\u{a0}"), "5001");
/// assert_eq!(jobs_core::without_unseen("ACME\u{a0}Corp\u{200b}"), "ACME Corp");
/// assert_eq!(jobs_core::without_unseen("5001"), "5001");
/// ```
#[must_use]
pub fn without_unseen(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return text.trim().into();
    }
    let seen = text.chars().filter_map(|c| match c {
        _ if !is_unseen(c) => Some(c),
        _ => c.is_whitespace().then_some(' '),
    });
    seen.collect::<String>().trim().to_owned().into()
}

fn check_text(field: &'static str, bytes_max: usize, value: &str) -> Result<()> {
    check_length(field, bytes_max, value)?;
    if value.contains('\0') {
        return Err(Error::invalid(field, "must not contain the NUL character"));
    }
    Ok(())
}

fn check_length(field: &'static str, bytes_max: usize, value: &str) -> Result<()> {
    if value.len() > bytes_max {
        let reason = format!("is {} bytes long; at most {bytes_max} are allowed", value.len());
        return Err(Error::invalid(field, reason));
    }
    Ok(())
}

macro_rules! text_type {
    ($(#[doc = $doc:literal])+ $name:ident, $field:literal, $bytes_max:expr, $rule:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// The most bytes that a value may have.
            pub const BYTES_MAX: usize = $bytes_max;
            /// The field's name in Rust, JSON, SQL and error messages.
            pub const FIELD: &'static str = $field;

            /// Checks `value` and takes it.
            ///
            /// # Errors
            /// [`Error::Invalid`], naming the field, when `value` breaks the rules of the type.
            pub fn new(value: impl Into<Box<str>>) -> Result<Self> {
                let value = value.into();
                Rule::$rule.check(Self::FIELD, Self::BYTES_MAX, &value)?;
                Ok(Self(value))
            }

            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Error;
            fn try_from(value: String) -> Result<Self> {
                Self::new(value)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0.into()
            }
        }

        impl std::str::FromStr for $name {
            type Err = Error;
            fn from_str(value: &str) -> Result<Self> {
                Self::new(value)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        #[cfg(feature = "openapi")]
        crate::openapi::schema!($name = Rule::$rule.schema(&[$($doc),+], Self::BYTES_MAX));
    };
}

macro_rules! debug_shows_value {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    )*};
}

macro_rules! debug_hides_value {
    ($($name:ident),*) => {$(
        /// Shows the length alone: the content may be large, or private.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({} bytes)"), self.0.len())
            }
        }
    )*};
}

text_type!(
    /// Who asked for the job; at most 128 bytes of UTF-8.
    UserId, "user_id", 128, Name);
impl UserId {
    /// The names in which programs of this project record: nobody's, so no user may have one.
    pub const PROGRAMS: [&str; 2] = ["jobs-gateway", "jobs-http"];
}
text_type!(
    /// The action as the caller spelt it; at most 128 bytes.
    ///
    /// Such as `Trans-Begin`.
    ActionName, "action_name", 128, Name);
text_type!(
    /// A label of jobs that belong together; at most 128 bytes.
    BatchId, "batch_id", 128, Name);
text_type!(
    /// The upstream that the action was sent to.
    ClusterUrl, "cluster_url", 2048, Name);
text_type!(
    /// A customer: an opaque identifier of at most 128 bytes.
    ///
    /// ```
    /// use jobs_core::Cid;
    /// assert!(Cid::new("5001").is_ok());
    /// assert!(Cid::new("").is_err());
    /// assert!(Cid::new("50\n01").is_err());
    /// ```
    Cid, "cids", 128, Name);
text_type!(
    /// What was sent upstream, as JSON, without credentials.
    ///
    /// JSON by convention; kept as the bytes given.
    RequestPayload, "request_payload", 16 << 20, Text);
text_type!(
    /// What the upstream answered.
    ///
    /// Shortened by the caller if need be.
    ResponseSummary, "response_summary", 64 << 10, Text);
text_type!(
    /// Why it did not succeed.
    ///
    /// The job as a whole, that is; for one customer, there is [`OutcomeMessage`].
    ErrorMessage, "error_message", 16 << 10, Text);
text_type!(
    /// Why, in the upstream's words.
    ///
    /// Why the job did not succeed for one customer, that is.
    OutcomeMessage, "outcomes.message", 1024, Text);
text_type!(
    /// An imported job as the other system held it, as JSON.
    ///
    /// Word for word: the raw spelling of its status and times, and whatever has no field here.
    Original, "original", 256 << 10, Text);
text_type!(
    /// What somebody noted about a job: 1 to 4096 bytes.
    ///
    /// ```
    /// use jobs_core::NoteText;
    /// assert!(NoteText::new("Asked the upstream's operator:\nit was done.").is_ok());
    /// assert!(NoteText::new("").is_err());
    /// ```
    NoteText, "text", 4096, Words);

debug_shows_value!(
    UserId,
    ActionName,
    BatchId,
    ClusterUrl,
    Cid,
    ErrorMessage,
    OutcomeMessage,
    NoteText
);
debug_hides_value!(RequestPayload, ResponseSummary, Original);

macro_rules! shorten {
    ($($name:ident),*) => {$(
        impl $name {
            /// Makes any text fit: NUL becomes U+FFFD, and what is too long is cut at a character
            /// boundary and ends in `…`.
            #[must_use]
            pub fn shortened(value: &str) -> Self {
                Self(shorten(value, Self::BYTES_MAX).into())
            }
        }
    )*};
}
shorten!(ResponseSummary, ErrorMessage, OutcomeMessage);

fn shorten(value: &str, bytes_max: usize) -> String {
    const MARK: char = '…';
    // U+FFFD is three bytes long, so replace before measuring.
    let mut value = value.replace('\0', "\u{FFFD}");
    if value.len() > bytes_max {
        value.truncate(value.floor_char_boundary(bytes_max - MARK.len_utf8()));
        value.push(MARK);
    }
    value
}

#[cfg(test)]
mod tests {
    use icu_properties::props::{
        DefaultIgnorableCodePoint, GeneralCategory, NoncharacterCodePoint,
        PrependedConcatenationMark,
    };
    use icu_properties::{CodePointMapData, CodePointSetData};

    use super::*;

    #[test]
    fn a_name_has_1_to_n_bytes_and_no_control_characters() {
        assert!(Cid::new("x".repeat(128)).is_ok());
        for bad in [String::new(), "x".repeat(129), "a\tb".into(), "\u{85}".into(), "a\0".into()] {
            let error = Cid::new(bad.clone()).unwrap_err();
            assert!(matches!(error, Error::Invalid { field: "cids", .. }), "{bad:?}: {error}");
        }
        // Length is counted in bytes: 43 characters of 3 bytes are too many.
        assert!(Cid::new("日".repeat(42)).is_ok());
        assert!(Cid::new("日".repeat(43)).is_err());
        assert!(Cid::new("'; DROP TABLE jobs; --").is_ok());
    }

    #[test]
    fn what_cannot_be_seen_makes_no_other_name() {
        let unseen =
            ["\u{a0}", "\u{200b}", "\u{200d}", "\u{feff}", "\u{ad}", "\u{2028}", "\u{3000}"];
        let rarer = ["\u{e0020}", "\u{2060}", "\u{fe0f}", "\u{3164}", "\u{fff9}", "\u{ffff}"];
        for unseen in unseen.into_iter().chain(rarer) {
            for name in [format!("{unseen}5001"), format!("5001{unseen}"), format!("50{unseen}01")]
            {
                for error in [
                    Cid::new(name.as_str()).unwrap_err(),
                    ActionName::new(name.as_str()).unwrap_err(),
                    UserId::new(name.as_str()).unwrap_err(),
                    BatchId::new(name.as_str()).unwrap_err(),
                    ClusterUrl::new(name.as_str()).unwrap_err(),
                ] {
                    assert!(matches!(error, Error::Invalid { .. }), "{name:?}: {error}");
                }
                assert!(Cid::new(without_unseen(&name)).is_ok(), "{name:?}");
            }
        }
        let reason = |name: &str| Cid::new(name).unwrap_err().to_string();
        assert_eq!(reason("50\u{a0}01"), "cids: must not contain U+00A0, which cannot be seen");
        assert_eq!(reason(" 5001"), "cids: must not begin or end with white space");
        for seen in ["5001", "ACME  Corp. 12", "日本", "Ünal", "e\u{301}", "🦀", "a/b;c=d", "-1"]
        {
            assert!(Cid::new(seen).is_ok(), "{seen:?}");
            assert_eq!(without_unseen(seen), seen);
        }
        assert_eq!(without_unseen("\u{200b} \u{feff}"), "");
        // Control characters stay, and are refused by every name.
        assert_eq!(without_unseen("\t5001\r\n"), "5001");
        assert_eq!(without_unseen("a\tb\u{85}c"), "a\tb\u{85}c");
    }

    /// The characters with a property that says so, and the few blanks that have none: a Braille
    /// pattern, two hieroglyphs, a filler and a notehead. The Unicode library's data are needed by
    /// this test alone.
    #[test]
    fn the_invisible_are_those_of_unicode() {
        let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        let noncharacters = CodePointSetData::new::<NoncharacterCodePoint>();
        let shown = CodePointSetData::new::<PrependedConcatenationMark>();
        let category = CodePointMapData::<GeneralCategory>::new();
        let blank = ['\u{2800}', '\u{13441}', '\u{13442}', '\u{16fe4}', '\u{1d159}'];
        for c in '\0'..=char::MAX {
            let format = category.get(c) == GeneralCategory::Format && !shown.contains(c);
            let invisible = ignorable.contains(c) || noncharacters.contains(c) || format;
            let expected = invisible || blank.contains(&c) || c.is_whitespace() && !c.is_ascii();
            assert_eq!(is_unseen(c), expected && !c.is_control(), "U+{:04X}", u32::from(c));
        }
        // Characters that have a shape or may have one: unassigned and private ones are at least
        // shown as boxes.
        for seen in ["\u{600}1", "1\u{6dd}", "\u{110bd}1", "\u{e000}", "\u{378}", "\u{fffd}"] {
            assert!(Cid::new(seen).is_ok(), "{seen:?}");
        }
    }

    #[test]
    fn a_text_may_be_empty_and_hold_line_ends_but_not_nul() {
        assert!(ErrorMessage::new("").is_ok());
        assert!(ErrorMessage::new("a\r\nb").is_ok());
        assert!(ErrorMessage::new("a\0b").is_err());
    }

    #[test]
    fn a_note_is_a_text_that_is_not_empty() {
        assert!(NoteText::new("").is_err());
        assert!(NoteText::new("a\0b").is_err());
        assert!(NoteText::new("a\r\n\tb").is_ok());
        assert!(NoteText::new("x".repeat(4096)).is_ok());
        let error = NoteText::new("x".repeat(4097)).unwrap_err();
        assert!(matches!(error, Error::Invalid { field: "text", .. }), "{error}");
    }

    #[test]
    fn shortening_always_gives_a_valid_value() {
        for value in ["", "short", "a\0b", &"é".repeat(20_000), &"\0".repeat(17_000)] {
            let short = ErrorMessage::shortened(value);
            assert!(ErrorMessage::new(short.as_str()).is_ok());
        }
        assert_eq!(ErrorMessage::shortened("kept").as_str(), "kept");
        assert!(ErrorMessage::shortened(&"x".repeat(20_000)).as_str().ends_with("x…"));
    }

    #[test]
    fn deserialising_applies_the_rules() {
        assert!(serde_json::from_str::<Cid>(r#""5001""#).is_ok());
        assert!(serde_json::from_str::<Cid>(r#""\u0007""#).is_err());
    }

    #[test]
    fn debug_hides_what_may_be_private() {
        let payload = RequestPayload::new("{\"secret\":1}").unwrap();
        assert_eq!(format!("{payload:?}"), "RequestPayload(12 bytes)");
    }
}
