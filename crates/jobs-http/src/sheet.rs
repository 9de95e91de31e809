//! Jobs as CSV (RFC 4180), safe to open in a spreadsheet program.
//!
//! ```text
//! job_id,user_id,batch_id,action_code,action_name,cluster_url,created_at,status,…
//! 0192f0c1-…,vijay,,1,Trans-Begin,,2026-01-28T15:04:53.003687Z,FAILED,…
//! ```
//!
//! A spreadsheet takes a cell that begins in certain ways for a formula, which may call programs or send the sheet away.
//! Such texts get an apostrophe before them (OWASP, "CSV Injection"); and so do texts that begin with one, so that
//! whoever reads the file by program takes one apostrophe away from any text that begins with it, and has the original.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};
use jobs_core::{Cause, Job, JobFacts};

/// The columns: what a list shows of a job, by the same names.
const COLUMNS: [&str; 17] = [
    "job_id",
    "user_id",
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
];

/// The line of column names.
pub(crate) fn header() -> Vec<u8> {
    (COLUMNS.join(",") + "\r\n").into_bytes()
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
    let JobFacts { user_id, batch_id, action_code, action_name, cluster_url } = facts;
    [
        own(job_id),
        text(user_id),
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
    if text.starts_with(BEFORE_WHICH_AN_APOSTROPHE) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// What formulas begin with, in wide characters too, and what some programs skip at the beginning of a cell.
const BEFORE_WHICH_AN_APOSTROPHE: [char; 12] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\''];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_begins_a_formula_and_each_can_be_read_back() {
        for given in [
            "=cmd|' /C calc'!A0",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "'=1",
            "''",
            "a=1",
            " =1",
            "",
        ] {
            let shown = text(given);
            assert!(!shown.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{shown}");
            let unsafe_or_quoted = given.starts_with(BEFORE_WHICH_AN_APOSTROPHE);
            assert_eq!(*shown == *given, !unsafe_or_quoted, "{given:?} as {shown:?}");
            assert_eq!(shown.strip_prefix('\'').unwrap_or(&shown), given);
        }
    }
}
