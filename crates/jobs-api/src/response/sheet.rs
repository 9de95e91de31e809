//! Jobs as CSV (RFC 4180), safe to open in a spreadsheet program.
//!
//! ```text
//! job_id,user_id,submitted_by,batch_id,action_code,action_name,cluster_url,created_at,status,…
//! 0192f0c1-…,vijay,,,1,Trans-Begin,,2026-01-28T15:04:53.003687Z,FAILED,…
//! ```
//!
//! A spreadsheet takes a cell that begins in certain ways for a formula, which may call programs or
//! send the sheet away (OWASP, "CSV Injection"). In many countries it separates cells by `;`, or is
//! told to by tabs, and then takes the quotes of a text that has one before it for characters:
//! cells and lines begin within the text. So wherever a cell may begin, an apostrophe goes before
//! what may be a formula, and before an apostrophe. A program that reads the file takes that one
//! apostrophe away, and has the original.
//!
//! ```text
//! =1+1       '=1+1
//! a;=1+1     a;'=1+1
//! don't      don't
//! 'tis       ''tis
//! ```

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};
use jobs_core::{Cause, Job, JobFacts};

/// The columns: what a list shows of a job, by the same names.
const COLUMNS: [&str; 20] = [
    "job_id",
    "user_id",
    "submitted_by",
    "batch_id",
    "action_code",
    "action_name",
    "cluster_url",
    "created_at",
    "status",
    "cause",
    "http_status",
    "error_message",
    "updated_at",
    "customer_count",
    "source",
    "retry_of",
    "index",
    "last_index",
    "note_count",
    "newest_note",
];

/// What tells Excel that a file is UTF-8; without, it takes it for the character set of the
/// country.
pub(crate) const BOM: &str = "\u{feff}";

/// The line of column names.
pub(crate) fn header() -> String {
    COLUMNS.join(",") + "\r\n"
}

/// A line for each job. What a job does not have is an empty field.
pub(crate) fn lines(jobs: &[Job]) -> csv::Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for job in jobs {
        writer.write_record(fields(job).iter().map(|field| field.as_bytes()))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn fields(job: &Job) -> [Cow<'_, str>; COLUMNS.len()] {
    let Job { job_id, facts, created_at, status, cause, http_status, error_message, .. } = job;
    let Job { updated_at, customer_count, source, retry_of, index, last_index, .. } = job;
    let Job { note_count, newest_note, .. } = job;
    let JobFacts { user_id, submitted_by, batch_id, action_code, action_name, cluster_url } = facts;
    [
        own(job_id),
        text(user_id),
        optional(submitted_by.as_ref(), text),
        optional(batch_id.as_ref(), text),
        own(action_code.get()),
        text(action_name),
        optional(cluster_url.as_ref(), text),
        own(created_at),
        status.as_str().into(),
        cause.map(Cause::as_str).unwrap_or_default().into(),
        optional(http_status.map(|code| code.get()), own),
        optional(error_message.as_ref(), text),
        optional(*updated_at, own),
        own(customer_count),
        source.as_str().into(),
        optional(*retry_of, own),
        own(index),
        own(last_index),
        own(note_count),
        optional(newest_note.as_ref().map(|note| &note.text), text),
    ]
}

/// A number, a time or an ID, whose characters we choose.
#[expect(clippy::needless_pass_by_value, reason = "so that `map` can take it")]
fn own(value: impl ToString) -> Cow<'static, str> {
    value.to_string().into()
}

fn optional<'a, T>(value: Option<T>, field: impl FnOnce(T) -> Cow<'a, str>) -> Cow<'a, str> {
    value.map(field).unwrap_or_default()
}

/// A text that somebody else chose.
fn text(text: &(impl AsRef<str> + ?Sized)) -> Cow<'_, str> {
    let text = text.as_ref();
    let begins = text.starts_with(BREAKS) || is_marked(text);
    if !begins && !text.contains(MARKS) {
        return text.into();
    }
    let cells = text.split_inclusive(SEPARATORS).enumerate();
    let marked = |nth, cell| if nth == 0 { begins } else { is_marked(cell) };
    cells.flat_map(|(nth, cell)| [if marked(nth, cell) { "'" } else { "" }, cell]).collect()
}

/// After which a cell begins, to one reader or another. Commas are not among them: who separates by
/// them heeds the quotes.
const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// With which no text begins, as some programs skip them.
const BREAKS: [char; 3] = ['\t', '\r', '\n'];

/// What formulas begin with, in wide characters too, and the apostrophe itself.
const MARKS: [char; 13] = [
    '=', '+', '-', '@', '|', '%', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{ff5c}',
    '\u{ff05}', '\'',
];

/// Whether a cell begins with a mark, or with what some programs skip before one.
fn is_marked(cell: &str) -> bool {
    let is_skipped = |c: char| {
        let has_no_width = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
        c == '"' || c.is_whitespace() || c.is_control() || has_no_width
    };
    cell.trim_start_matches(is_skipped).starts_with(MARKS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a program makes of a text: one apostrophe away from wherever a cell begins.
    fn read(text: &str) -> String {
        let cells = text.split_inclusive(SEPARATORS);
        cells.map(|cell| cell.strip_prefix('\'').unwrap_or(cell)).collect()
    }

    #[test]
    fn a_text_is_marked_wherever_a_cell_may_begin_with_a_formula() {
        for (given, shown) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("|x", "'|x"),
            ("%x", "'%x"),
            ("＝1", "'＝1"),
            ("a;=1+1", "a;'=1+1"),
            ("a\t=1+1", "a\t'=1+1"),
            ("a\r\n=1\n+2", "a\r\n'=1\n'+2"),
            ("a; \u{a0}＝1", "a;' \u{a0}＝1"),
            ("a;\"=1+1", "a;'\"=1+1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\0=1", "'\0=1"),
            (" =1", "' =1"),
            ("\t=1", "'\t'=1"),
            ("'=1", "''=1"),
            ("'", "''"),
            ("a;'b", "a;''b"),
            ("a=1", "a=1"),
            ("a, =1", "a, =1"),
            ("don't; see", "don't; see"),
            ("\n\n", "'\n\n"),
            ("\tx", "'\tx"),
            ("", ""),
        ] {
            assert_eq!(text(given), shown, "{given:?}");
            assert_eq!(read(shown), given);
        }
    }

    proptest! {
        /// Whatever separates the cells of a whole line, none of them is a formula, and each text
        /// can be read back.
        #[test]
        fn no_reader_finds_a_formula(given in "[a=+@'\"; ,\t\r\n\u{ff1d}\u{a0}-]{0,12}") {
            let shown = text(&given);
            prop_assert_eq!(read(&shown), given.clone());
            let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
            writer.write_record(["id", &shown, "1"]).unwrap();
            let line = writer.into_inner().unwrap();
            for delimiter in [b',', b';', b'\t'] {
                let mut reader = csv::ReaderBuilder::new();
                let mut reader = reader.has_headers(false).flexible(true).delimiter(delimiter).from_reader(&line[..]);
                for cell in reader.records().flat_map(|it| it.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
                    let cell = cell.trim_start_matches(|c: char| c == '"' || c.is_whitespace());
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\u{ff1d}']), "{:?} in {:?}", cell, line);
                }
            }
        }
    }
}
