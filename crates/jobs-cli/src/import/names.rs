//! Names as the ledger takes them: without white space around them and without characters that nobody can see.

use std::borrow::Cow;

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

/// `text` without white space at its ends and without invisible characters (Unicode `Default_Ignorable_Code_Point`: soft
/// hyphens, zero-width characters, byte order marks), each other white space (Unicode `White_Space`) a plain space. Control
/// characters inside stay, and no name may have them.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.trim().into();
    }
    let invisible = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let visible = text.chars().filter(|c| !invisible.contains(*c));
    let plain = visible.map(|c| if c.is_whitespace() && !c.is_control() { ' ' } else { c });
    let clean: String = plain.collect();
    match clean.trim() {
        same if same == text => text.into(),
        other => Cow::Owned(other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_taken_out_and_the_rest_is_kept() {
        for invisible in ["\u{ad}", "\u{200b}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{3164}"] {
            assert_eq!(clean(&format!("{invisible}50{invisible}01{invisible}")), "5001");
        }
        for space in [" ", "\t", "\r\n", "\u{85}", "\u{a0}", "\u{2003}", "\u{3000}", "\u{feff} "] {
            assert_eq!(clean(&format!("{space}5001{space}")), "5001", "{space:?}");
        }
        assert_eq!(clean("a\u{a0}b\u{2028}c  d"), "a b c  d");
        assert_eq!(clean("a\tb\u{85}c"), "a\tb\u{85}c");
        assert_eq!(clean(" \u{200b}\u{a0}"), "");
        for same in ["5001", "a b", "Jürgen", "日本", ""] {
            assert!(matches!(clean(same), Cow::Borrowed(text) if text == same));
        }
    }
}
