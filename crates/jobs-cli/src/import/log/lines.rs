//! The records of a log file: lines that begin with a time, each with the lines that continue it.
//! However long the file and its lines are, little of it is in memory.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read as _};
use std::sync::LazyLock;

use regex::Regex;

/// How much of a line is read.
const LINE_BYTES_MAX: u64 = 1 << 20;

/// How long a record may become with the lines that continue it, such as those of a traceback.
const RECORD_BYTES_MAX: usize = 1 << 20;

/// `TIME | LEVEL | `
static HEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const TIME: &str =
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?";
    const OFFSET: &str = "(?:Z|[+-][0-9]{2}:?[0-9]{2})?";
    // A level without a name is `Level 25`.
    const LEVEL: &str = "[A-Za-z]+(?: [0-9]+)?";
    Regex::new(&format!(r"({TIME}{OFFSET})[ \t]*\|[ \t]*{LEVEL}[ \t]*\|[ \t]*")).ok()
});

/// A line and those that continue it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// As it is written.
    pub(super) time: String,
    /// What follows the level.
    pub(super) text: String,
    /// Whether the line may continue where nothing more was written.
    pub(super) cut: bool,
}

/// Reads records one after the other.
#[derive(Debug)]
pub(super) struct Records<R> {
    reader: R,
    /// The record that the next line may continue.
    open: Option<Record>,
    complete: VecDeque<Record>,
    line: Vec<u8>,
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, open: None, complete: VecDeque::new(), line: Vec::new() }
    }

    /// The next record; `None` at the end.
    ///
    /// # Errors
    /// Those of the reader.
    pub(super) fn next(&mut self) -> io::Result<Option<Record>> {
        while self.complete.is_empty() {
            if !self.read_line()? {
                return Ok(self.open.take());
            }
        }
        Ok(self.complete.pop_front())
    }

    /// Reads a line, of which a part may be skipped. Returns whether there was one.
    fn read_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        if (&mut self.reader).take(LINE_BYTES_MAX).read_until(b'\n', &mut self.line)? == 0 {
            return Ok(false);
        }
        let whole = self.line.ends_with(b"\n");
        if !whole && self.line.len() as u64 == LINE_BYTES_MAX {
            self.reader.skip_until(b'\n')?;
        }
        let line = String::from_utf8_lossy(&self.line).into_owned();
        self.split(line.trim_end_matches(['\r', '\n']), !whole);
        Ok(true)
    }

    /// Splits a line into records: after a process that was stopped in the middle of a line, the
    /// next one continues on it.
    fn split(&mut self, line: &str, cut: bool) {
        let heads = heads(line);
        let first = heads.first().map_or(line.len(), |head| head.start);
        if let Some(open) = &mut self.open
            && !line[..first].trim_matches(is_blank).is_empty()
            && open.text.len() + first < RECORD_BYTES_MAX
        {
            open.text.push('\n');
            open.text.push_str(&line[..first]);
        }
        for (at, head) in heads.iter().enumerate() {
            let next = heads.get(at + 1).map(|next| next.start);
            let text = &line[head.end..next.unwrap_or(line.len())];
            let record = Record {
                time: head.time.to_owned(),
                text: text.to_owned(),
                cut: next.is_some() || cut,
            };
            self.complete.extend(self.open.replace(record));
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\0' | '\u{feff}')
}

struct RecordHead<'a> {
    time: &'a str,
    start: usize,
    end: usize,
}

/// Where records begin in a line: at its start, and in its middle unless that is inside a quoted
/// value.
fn heads(line: &str) -> Vec<RecordHead<'_>> {
    let mut heads: Vec<RecordHead<'_>> = Vec::new();
    let mut quotes = Quotes::default();
    let mut read = 0;
    for found in HEAD.iter().flat_map(|head| head.captures_iter(line)) {
        let (Some(head), Some(time)) = (found.get(0), found.get(1)) else { continue };
        quotes.read(&line[read..head.start()]);
        read = head.start();
        if !quotes.inside {
            (quotes, read) = (Quotes::default(), head.end());
            heads.push(RecordHead { time: time.as_str(), start: head.start(), end: head.end() });
        }
    }
    heads
}

/// Whether a text that is read piece by piece is at the inside of a quoted value.
#[derive(Debug, Default)]
struct Quotes {
    inside: bool,
    escaped: bool,
}

impl Quotes {
    fn read(&mut self, text: &str) {
        for byte in text.bytes() {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.inside = !self.inside,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<(String, String, bool)> {
        let mut records = Records::new(bytes);
        let mut found = Vec::new();
        while let Some(Record { time, text, cut }) = records.next().unwrap() {
            found.push((time, text, cut));
        }
        found
    }

    fn record(time: &str, text: &str, cut: bool) -> (String, String, bool) {
        (time.into(), text.into(), cut)
    }

    #[test]
    fn records_are_lines_with_what_goes_on_with_them() {
        let log = "\u{feff}no time\r\n2026-01-28 15:04:53,003 | INFO | a\r\n\r\n  Traceback\r\nValueError\r\n\
                   2026-01-28T15:04:54Z|WARNING|b\n2026-01-28 15:04 |  INFO  | c\n";
        assert_eq!(
            read(log.as_bytes()),
            [
                record("2026-01-28 15:04:53,003", "a\n  Traceback\nValueError", false),
                record("2026-01-28T15:04:54Z", "b", false),
                record("2026-01-28 15:04", "c", false),
            ]
        );
    }

    #[test]
    fn a_line_that_was_cut_ends_where_the_next_begins() {
        let log = "2026-01-28 15:04:53,003 | INFO | set_action_start | user=vij\0\
                   2026-01-28 15:04:54,003 | INFO | error=\"2026-01-28 15:04:55,003 | INFO | x\" | y\n\
                   2026-01-28 15:04:56,003 | INFO | z";
        assert_eq!(
            read(log.as_bytes()),
            [
                record("2026-01-28 15:04:53,003", "set_action_start | user=vij\0", true),
                record(
                    "2026-01-28 15:04:54,003",
                    "error=\"2026-01-28 15:04:55,003 | INFO | x\" | y",
                    false
                ),
                record("2026-01-28 15:04:56,003", "z", true),
            ]
        );
    }

    #[test]
    fn any_bytes_are_read_and_long_lines_are_cut() {
        let mut log = b"2026-01-28 15:04:53 | INFO | \xff".to_vec();
        log.resize(3 << 20, b'x');
        log.extend(b"\n2026-01-28 15:04:54 | INFO | b\n");
        log.extend(b"go on\n".repeat(1 << 19));
        let found = read(&log);
        assert_eq!(found.len(), 2);
        assert!(found[0].1.starts_with('\u{fffd}') && found[0].2);
        assert!(found.iter().all(|(_, text, _)| text.len() <= RECORD_BYTES_MAX + 8));
    }

    /// This is quick; if the line were read again from its start at each time in it, it would take
    /// minutes.
    #[test]
    fn a_long_line_full_of_times_in_quotes_is_one_record() {
        const HEAD: &str = "2026-01-28 15:04|I|";
        let log = format!("{HEAD}a=\"{}", HEAD.repeat((1 << 20) / HEAD.len() - 1));
        assert_eq!(heads(&log).len(), 1);
        assert_eq!(heads(&format!("{log}\" {HEAD}{HEAD}")).len(), 3);
    }
}
