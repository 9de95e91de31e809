//! A text with its escapes undone, to find what it held before it was escaped.
//!
//! JSON writes `a/"b` as `a\/\"b`, `a/\u0022b`, and inside a text of JSON as `a/\\\"b`; a URL
//! writes it as `a%2F%22b`, and inside another URL as `a%252F%2522b`. All of them read `a/"b` here.
//!
//! This is not a decoder but a common form: both sides of a comparison must be in it. It drops
//! backslashes, turns `+` into a space, and a control character into the letter of its JSON escape
//! (`n`), so that one pass undoes any number of levels.

use std::ops::Range;

/// The bytes of a text in the common form, and where each comes from.
pub(crate) struct Plain {
    pub(crate) bytes: Vec<u8>,
    /// Pairs of a byte and its place in the text. Between two pairs, places grow byte by byte.
    shifts: Vec<(usize, usize)>,
}

/// Whether `text` may hold an escape at all.
pub(crate) fn may_be_escaped(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'\\' | b'%' | b'+'))
}

impl Plain {
    pub(crate) fn of(text: &str) -> Self {
        let text = text.as_bytes();
        let mut plain = Self { bytes: Vec::with_capacity(text.len()), shifts: vec![(0, 0)] };
        let mut at = 0;
        while at < text.len() {
            let Unit { bytes, len, taken } = unit(&text[at..]);
            bytes[..len].iter().for_each(|byte| plain.push(*byte, at));
            at += taken;
        }
        plain
    }

    fn push(&mut self, byte: u8, from: usize) {
        let Some(byte) = common(byte) else { return };
        if self.place(self.bytes.len()) != from {
            self.shifts.push((self.bytes.len(), from));
        }
        self.bytes.push(byte);
    }

    /// The place in the text of the byte at `at`.
    fn place(&self, at: usize) -> usize {
        let after = match self.shifts.last() {
            Some((start, _)) if *start <= at => self.shifts.len(),
            _ => self.shifts.partition_point(|(start, _)| *start <= at),
        };
        let (start, from) = self.shifts[after - 1];
        from + (at - start)
    }

    /// The place of some bytes in `text`, whose form this is: with the backslashes before them, and
    /// up to those before what follows.
    pub(crate) fn place_in(&self, text: &str, bytes: Range<usize>) -> Range<usize> {
        let text = text.as_bytes();
        let first = self.place(bytes.start);
        let before = text[..first].iter().rev().take_while(|byte| **byte == b'\\').count();
        let last = self.place(bytes.end - 1);
        let end = last + unit(&text[last..]).taken;
        first - before..end
    }
}

/// What some bytes of a text stand for.
struct Unit {
    /// A character or a byte, …
    bytes: [u8; 4],
    /// … of this length, 0 for a backslash …
    len: usize,
    /// … and how many bytes of the text it took.
    taken: usize,
}

/// Reads the beginning of `text`, which is not empty.
fn unit(text: &[u8]) -> Unit {
    let escaped = match text[0] {
        b'\\' => unicode_escape(text),
        b'%' => percent_escape(text),
        _ => None,
    };
    escaped.unwrap_or_else(|| match text[0] {
        // All in a row at once: whether they belong to an escape was decided for all of them.
        b'\\' => Unit { bytes: [0; 4], len: 0, taken: slashes(text) },
        byte => Unit { bytes: [byte, 0, 0, 0], len: 1, taken: 1 },
    })
}

/// The form of a byte that is not an escape, or that an escape stood for; a backslash has none.
fn common(byte: u8) -> Option<u8> {
    Some(match byte {
        // A backslash that an escape stood for.
        b'\\' => return None,
        b'+' => b' ',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        other => other,
    })
}

/// `\u0022`, `\\u0022`, …; two of them when they are the halves of one character.
fn unicode_escape(text: &[u8]) -> Option<Unit> {
    let (first, taken) = code_unit(text)?;
    let one = |unit: u16| char::decode_utf16([unit]).next()?.ok();
    let (character, taken) = match one(first) {
        Some(character) => (character, taken),
        None => {
            let (second, more) = code_unit(&text[taken..])?;
            (char::decode_utf16([first, second]).next()?.ok()?, taken + more)
        }
    };
    let mut bytes = [0; 4];
    let len = character.encode_utf8(&mut bytes).len();
    Some(Unit { bytes, len, taken })
}

/// Backslashes, a `u` and four digits: a unit of UTF-16, and its length in the text.
fn code_unit(text: &[u8]) -> Option<(u16, usize)> {
    let slashes = slashes(text);
    let digits = text[slashes..].strip_prefix(b"u").filter(|_| slashes > 0)?.get(..4)?;
    let high = hex_pair(digits)?;
    let low = hex_pair(&digits[2..])?;
    Some((u16::from_be_bytes([high, low]), slashes + 5))
}

fn slashes(text: &[u8]) -> usize {
    text.iter().take_while(|byte| **byte == b'\\').count()
}

/// `%22`, `%2522`, `%252522`, ….
fn percent_escape(text: &[u8]) -> Option<Unit> {
    let mut at = 1;
    // The escape of a percent sign, before what may be the rest of another escape.
    while text[at..].starts_with(b"25") && hex_pair(&text[at + 2..]).is_some() {
        at += 2;
    }
    let byte = hex_pair(&text[at..])?;
    Some(Unit { bytes: [byte, 0, 0, 0], len: 1, taken: at + 2 })
}

fn hex_pair(text: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    u8::try_from(digit(0)? << 4 | digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(text: &str) -> String {
        String::from_utf8_lossy(&Plain::of(text).bytes).into_owned()
    }

    #[test]
    fn all_ways_to_write_a_text_are_one() {
        for text in [
            "a/\"b",
            r#"a\/\"b"#,
            r"a/\u0022b",
            r"a\\/\\u0022b",
            r#"a/\\\"b"#,
            "a%2F%22b",
            "a%2f%22b",
            "a%252F%2522b",
            "a%25252F%252522b",
        ] {
            assert_eq!(plain(text), "a/\"b", "{text}");
        }
        assert_eq!(plain("a b\nc"), plain(r"a+b\nc"));
        assert_eq!(plain(r"\ud83d\uDE00"), "😀");
    }

    #[test]
    fn what_is_no_escape_stays() {
        for text in ["", "%", "%2", "%zz", "u0022", "100% sure", "25%25x"] {
            assert_eq!(plain(text), text.replace("%25", "%"), "{text}");
        }
        assert_eq!(plain(r"\ud83d\u12 \"), "ud83du12 ");
    }

    #[test]
    fn a_place_is_found_again() {
        let text = r#"ä\"x%20y\u00e4z\\"#;
        let plain = Plain::of(text);
        let at = |part: &str| {
            let bytes = part.as_bytes();
            let start = plain.bytes.windows(bytes.len()).position(|found| found == bytes).unwrap();
            &text[plain.place_in(text, start..start + bytes.len())]
        };
        assert_eq!(at("\"x"), r#"\"x"#);
        assert_eq!(at("x y"), "x%20y");
        assert_eq!(at("yäz"), r"y\u00e4z");
        assert_eq!(at("ä\""), r#"ä\""#);
    }

    proptest! {
        #[test]
        fn places_are_in_order_and_inside(text in "[\\\\%+u0-9a-f25 \n\"ä😀]{0,40}") {
            let plain = Plain::of(&text);
            let places: Vec<usize> = (0..plain.bytes.len()).map(|at| plain.place(at)).collect();
            prop_assert!(places.is_sorted());
            prop_assert!(places.iter().all(|place| *place < text.len()));
        }
    }
}
