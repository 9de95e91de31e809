//! Text for a terminal: nothing in it moves the cursor, changes colours or reverses the direction
//! of reading.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use jobs_core::escape::is_plain;
use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

/// `text` on one line, with `\n`, `\u{1b}` and the like instead of characters that a terminal would
/// act on.
///
/// ```
/// assert_eq!(jobs_cli::terminal::escape("a\x1b[31m\nb"), "a\\u{1b}[31m\\nb");
/// ```
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    jobs_core::escape::escaped(text)
}

/// `value` as JSON on one line, its members by name, its unsafe characters as `\uXXXX`, which JSON
/// reads back as the same.
///
/// # Panics
/// When `value` is not JSON, such as a map whose keys are not strings: a fault of this program.
#[must_use]
pub fn json(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).expect("everything that is printed is JSON");
    let text = value.to_string();
    if is_plain(&text) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        // Only strings have such characters. One beyond the basic plane takes two escapes.
        if is_plain(c.encode_utf8(&mut [0; 4])) {
            safe.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ok = write!(safe, "\\u{unit:04x}");
            }
        }
    }
    safe
}

/// `text` cut to `columns` of a terminal, and ending in `…` if something was cut.
#[must_use]
pub fn clip(text: &str, columns: usize) -> Cow<'_, str> {
    if text.width() <= columns {
        return Cow::Borrowed(text);
    }
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        if text[..next].width() + 1 > columns {
            break;
        }
        end = next;
    }
    Cow::Owned(format!("{}…", &text[..end]))
}

/// Rows in aligned columns, written a page at a time; a later page never makes a column narrower.
#[derive(Debug)]
pub struct Table<const N: usize> {
    head: [&'static str; N],
    widths: [usize; N],
    begun: bool,
}

impl<const N: usize> Table<N> {
    /// A table with these headings.
    #[must_use]
    pub fn new(head: [&'static str; N]) -> Self {
        Self { head, widths: head.map(str::len), begun: false }
    }

    /// Writes a page of rows, before the first one the headings. Cells are escaped.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn page(&mut self, out: &mut dyn Write, rows: &[[String; N]]) -> io::Result<()> {
        let rows: Vec<[Cow<'_, str>; N]> =
            rows.iter().map(|row| std::array::from_fn(|at| escape(&row[at]))).collect();
        for row in &rows {
            for (width, cell) in self.widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width());
            }
        }
        if !self.begun && !rows.is_empty() {
            self.begun = true;
            self.line(out, &self.head.map(Cow::Borrowed))?;
        }
        rows.iter().try_for_each(|row| self.line(out, row))
    }

    fn line(&self, out: &mut dyn Write, cells: &[Cow<'_, str>; N]) -> io::Result<()> {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(self.widths) {
            line.push_str(cell);
            // Two columns between cells.
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()) + 2));
        }
        writeln!(out, "{}", line.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_that_it_would_act_on() {
        let hostile = "a\u{1b}]0;x\u{7}\r\n\u{9b}31m\u{202e}b\u{2028}\u{e0041}\0";
        let safe = escape(hostile);
        assert!(is_plain(&safe), "{safe}");
        let value = serde_json::json!({"a": hostile});
        let text = json(&value);
        assert!(is_plain(&text), "{text}");
        assert_eq!(text.parse::<Value>().unwrap(), value);
    }

    #[test]
    fn columns_are_aligned_by_what_a_terminal_shows() {
        let mut table = Table::new(["A", "B"]);
        let mut out = Vec::new();
        let row = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        table.page(&mut out, &[row("日本", "x"), row("a", "y\x1b")]).unwrap();
        table.page(&mut out, &[row("b", "z")]).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "A     B\n日本  x\na     y\\u{1b}\nb     z\n");
    }

    #[test]
    fn clipping_counts_columns() {
        assert_eq!(clip("abc", 3), "abc");
        assert_eq!(clip("abcd", 3), "ab…");
        assert_eq!(clip("日本語", 4), "日…");
        assert_eq!(clip("", 0), "");
    }
}
