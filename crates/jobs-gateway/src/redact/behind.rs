//! Credentials after their names without a `:` or `=` between: in command lines, SQL, tuples,
//! tables, and sentences.
//!
//! ```text
//! --password …    curl -u vijay:…    IDENTIFIED BY '…'    ('password', '…')    token -> …    the password is xY3…
//! ```
//!
//! A word of a sentence is treated as a credential if it is long and of letters and digits.

use super::names::Names;
use super::pairs::{is_argument, is_of_user, is_other_name, is_random, option};
use super::quoted::{self, QUOTES};
use super::secret::REDACTED;
use super::text::{Span, bare_name, bare_word};

/// Words that may stand between a name and its value, …
const BETWEEN: [&str; 8] = ["is", "was", "to", "be", "by", "BY", "=", "|"];

/// … and those after which any word is the value.
const ARROWS: [&str; 4] = ["->", "→", "-->", "=>"];

/// The most words between the two.
const BETWEEN_MAX: usize = 2;

/// The values in `text`.
pub(super) fn spans(text: &str, names: &Names) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    let mut name = None::<WordName<'_>>;
    while let Some(word) = Word::next(text, at) {
        let name_before = name.take().filter(|_| !word.begins_line);
        at = word.start + word.text.len();
        if let Some(name_before) = name_before {
            if let Some(later) = name_before.before_value(&word) {
                name = Some(later);
                continue;
            }
            if let Some(len) = name_before.value_len(&text[word.start..], &word, names) {
                let range = word.start..word.start + len;
                at = range.end;
                spans.push(Span { mark: quoted::mark(&text[range.clone()]), range });
                continue;
            }
        }
        name = WordName::of(word.text);
    }
    spans
}

/// The text between white space, or up to a comma.
struct Word<'t> {
    start: usize,
    text: &'t str,
    begins_line: bool,
    is_behind_tab: bool,
}

impl<'t> Word<'t> {
    fn next(text: &'t str, at: usize) -> Option<Self> {
        let rest = text[at..].trim_start();
        let space = &text[at..text.len() - rest.len()];
        let end = rest.find(|c: char| c.is_whitespace() || c == ',').unwrap_or(rest.len());
        let end = if rest[end..].starts_with(',') { end + 1 } else { end };
        (end > 0).then(|| Self {
            start: text.len() - rest.len(),
            text: &rest[..end],
            begins_line: space.contains(['\n', '\r']),
            is_behind_tab: space.contains('\t'),
        })
    }
}

/// A word that may be a name.
struct WordName<'t> {
    text: &'t str,
    kind: Kind,
    /// How many words have stood between this and its value so far.
    between: usize,
    is_before_arrow: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// An option of a command: `--password`.
    Option,
    /// The first item in brackets: `('password',`.
    Item,
    Word,
}

impl<'t> WordName<'t> {
    fn of(word: &'t str) -> Option<Self> {
        let of = |text, kind| Some(Self { text, kind, between: 0, is_before_arrow: false });
        let open = word.trim_start_matches(['(', '[', '{', '"', '\'', '`']);
        let unquoted = open.trim_end_matches(',').trim_end_matches(QUOTES);
        if option(unquoted).is_some() {
            return of(unquoted, Kind::Option);
        }
        if let Some(item) = word.strip_suffix(',') {
            let inner = item.strip_suffix(QUOTES)?.trim_end_matches('\\');
            let start = inner.rfind(QUOTES)?;
            let before = inner[..start].trim_end_matches('\\').trim_end_matches(['b', 'u', 'r']);
            return before.ends_with(['(', '[']).then(|| of(&inner[start + 1..], Kind::Item))?;
        }
        let text = open.trim_end_matches(QUOTES);
        (bare_name(text)? == (0..text.len())).then(|| of(text, Kind::Word))?
    }

    fn is_secret(&self, names: &Names) -> bool {
        match self.kind {
            Kind::Option => {
                is_of_user(self.text) || option(self.text).is_some_and(|name| names.is_secret(name))
            }
            Kind::Item => names.is_secret(self.text),
            Kind::Word => self.is_identified() || names.is_secret(self.text),
        }
    }

    /// Whether it is SQL's `IDENTIFIED BY '…'`.
    fn is_identified(&self) -> bool {
        self.text.eq_ignore_ascii_case("identified") && self.between == 1
    }

    /// This name, if its value is expected after `word`.
    fn before_value(&self, word: &Word<'_>) -> Option<Self> {
        let is_arrow = ARROWS.contains(&word.text);
        let is_between = is_arrow || BETWEEN.contains(&word.text);
        (self.kind == Kind::Word && self.between < BETWEEN_MAX && is_between).then_some(Self {
            between: self.between + 1,
            is_before_arrow: is_arrow,
            ..*self
        })
    }

    /// The length of the value of this name that `text` begins with, the first word of which is
    /// `word`.
    fn value_len(&self, text: &str, word: &Word<'_>, names: &Names) -> Option<usize> {
        let bare = bare_word(word.text);
        let is_quoted = quoted::is_opened(text);
        let may_be_one = match self.kind {
            Kind::Option => true,
            Kind::Item => is_quoted,
            Kind::Word => {
                is_quoted || self.is_before_arrow || word.is_behind_tab || is_random(bare)
            }
        };
        // Checked last, as it costs most: most words have no value.
        if !may_be_one || bare.starts_with(REDACTED) || !self.is_secret(names) {
            return None;
        }
        if is_quoted {
            let (content, end) = quoted_start(text);
            return self.has(content).then(|| end.unwrap_or_else(|| long_len(text)));
        }
        (!bare.is_empty() && self.has(bare)).then_some(bare.len())
    }

    /// Whether `value` can be the value of this name.
    fn has(&self, value: &str) -> bool {
        match self.kind {
            Kind::Option => is_argument(self.text, value),
            Kind::Word if self.is_before_arrow || self.is_identified() => true,
            Kind::Item | Kind::Word => !is_other_name(value),
        }
    }
}

/// The beginning of the quoted string that `text` begins with, without the quotes, and the length
/// of the string if it ends there. It reads no further, as the string may turn out not to be a
/// value.
fn quoted_start(text: &str) -> (&str, Option<usize>) {
    const LEN_MAX: usize = 1024;
    let near = &text[..text.floor_char_boundary(LEN_MAX)];
    let string = &near[..quoted::value_len(near, None)];
    // At the end of what is read, the last quote may belong to the string itself.
    let ends = string.ends_with(QUOTES) && (string.len() < near.len() || near.len() == text.len());
    (quoted::content(string), ends.then_some(string.len()))
}

/// The length of the long or truncated string that `text` begins with: up to its end, or else the
/// rest of the line. For a quote with backslashes, the end is only looked for in the line: there
/// are many kinds of such quotes, and none may have an end.
fn long_len(text: &str) -> usize {
    let line = &text[..text.find(['\n', '\r']).unwrap_or(text.len())];
    let text = if text.starts_with('\\') { line } else { text };
    let len = quoted::value_len(text, None);
    if text[..len].ends_with(QUOTES) { len } else { line.trim_end().len() }
}
