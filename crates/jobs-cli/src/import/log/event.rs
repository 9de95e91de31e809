//! One event of a Set Action, from a line of the log.

use jobs_core::without_unseen;
use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;

use super::super::times::{self, UtcOffset};
use super::lines::Record;
use super::values::Values;
use crate::terminal;

/// How much of a text is kept, in columns of a terminal.
const TEXT_COLUMNS_MAX: usize = 1000;

/// The longest possible duration of a call, a day; a longer one is ignored. It is negative if the
/// clock was set back meanwhile.
const ELAPSED_MS_MAX: f64 = 86_400_000.0;

/// How a call may have ended; tells half a word from a whole one.
const RESULTS: [&str; 6] = ["success", "ok", "failed", "failure", "error", "timeout"];

/// What happened, by the name that the log has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(ascii_case_insensitive)]
pub(super) enum Kind {
    #[strum(serialize = "set_action_start")]
    Start,
    #[strum(serialize = "set_action_done")]
    Done,
    #[strum(serialize = "set_action_error")]
    Error,
    #[strum(serialize = "set_action_job_missing")]
    JobMissing,
}

impl Kind {
    /// As the log names it.
    pub(super) fn as_str(self) -> &'static str {
        self.into()
    }

    /// The values that a line must have; without them, it was cut.
    fn required(self) -> &'static [&'static str] {
        match self {
            Self::Start => &["user", "action", "cid_count"],
            Self::Done => &["job_id", "result"],
            Self::Error => &["error"],
            Self::JobMissing => &["http_status"],
        }
    }
}

/// A line of the log, its texts without credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) kind: Kind,
    /// In microseconds since 1970.
    pub(super) micros: i64,
    /// Whether the line was cut.
    pub(super) cut: bool,
    /// Whether it was, or may have been, cut: another file may have the whole line.
    pub(super) half: bool,
    pub(super) user: Option<String>,
    pub(super) action: Option<String>,
    pub(super) cid_count: Option<i64>,
    pub(super) job_id: Option<String>,
    pub(super) http_status: Option<i64>,
    pub(super) elapsed_ms: Option<i64>,
    pub(super) result: Option<String>,
    pub(super) exception_type: Option<String>,
    pub(super) error: Option<String>,
}

/// What a record is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    Event(Box<Event>),
    /// A line about a Set Action that cannot be read.
    Unreadable,
    /// A line about something else.
    Other,
}

/// When the record was written, in microseconds since 1970.
pub(super) fn micros(record: &Record, offset: UtcOffset) -> Option<i64> {
    let moment = times::read(&record.time.replace(',', "."), offset).ok()?;
    Some(moment.at.as_micros())
}

/// Parses a record that was written at `micros`.
pub(super) fn read(record: &Record, micros: Option<i64>) -> Line {
    let Some((kind, values)) = kind(&record.text) else {
        let is_ours = record.text.trim_start().starts_with("set_action");
        return if is_ours { Line::Unreadable } else { Line::Other };
    };
    let Some(micros) = micros else { return Line::Unreadable };
    let mut values = Values::of(values);
    let incomplete = kind.required().iter().any(|name| !values.has(name));
    if incomplete || (record.cut && kind == Kind::Start) {
        drop_half(&mut values);
    }
    let mut event = event(kind, micros, &values);
    (event.cut, event.half) = (incomplete, incomplete || record.cut);
    if record.cut {
        event.result = event.result.filter(|word| RESULTS.contains(&word.as_str()));
    }
    Line::Event(Box::new(event))
}

/// The event of a line, which may come after other segments, and the rest of the line.
fn kind(text: &str) -> Option<(Kind, &str)> {
    /// A logger's name may come first.
    const SEGMENTS_MAX: usize = 2;
    let mut rest = text;
    for _ in 0..SEGMENTS_MAX {
        let (segment, behind) = rest.split_once('|').unwrap_or((rest, ""));
        if let Ok(kind) = without_unseen(segment).parse() {
            return Some((kind, behind));
        }
        rest = behind;
    }
    None
}

/// Removes the last value of a line that was cut, which may be incomplete, unless it is a whole
/// UUID.
fn drop_half(values: &mut Values) {
    let half = values.last().is_some_and(|value| Uuid::try_parse(value).is_err());
    if half {
        values.drop_last();
    }
}

fn event(kind: Kind, micros: i64, values: &Values) -> Event {
    let text = |name: &str| values.get(name).map(recordable);
    let number = |name: &str| values.get(name).and_then(|text| text.parse::<u32>().ok());
    let job_id = text("job_id").filter(|id| !says_none(id));
    Event {
        kind,
        micros,
        cut: false,
        half: false,
        user: text("user"),
        action: text("action"),
        cid_count: number("cid_count").map(i64::from),
        job_id,
        http_status: number("http_status").map(i64::from).filter(|code| (100..=599).contains(code)),
        elapsed_ms: values.get("elapsed_ms").and_then(elapsed_ms),
        result: text("result"),
        exception_type: text("exception_type"),
        error: text("error"),
    }
}

/// A text as it may be reported: without credentials, and of bounded length.
pub(super) fn recordable(text: &str) -> String {
    let clean = without_unseen(text);
    terminal::clip(&jobs_gateway::Redactor::default().text(&clean), TEXT_COLUMNS_MAX).into_owned()
}

fn says_none(id: &str) -> bool {
    ["none", "null", "-"].iter().any(|none| id.eq_ignore_ascii_case(none))
}

fn elapsed_ms(text: &str) -> Option<i64> {
    let elapsed: f64 = text.parse().ok()?;
    let is_one = elapsed.abs() <= ELAPSED_MS_MAX;
    is_one.then(|| format!("{elapsed:.0}").parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, cut: bool) -> Line {
        let time = "2026-01-28 15:04:53,003".to_owned();
        let record = Record { time, text: text.to_owned(), cut };
        read(&record, micros(&record, UtcOffset::ZERO))
    }

    #[track_caller]
    fn event(text: &str, cut: bool) -> Event {
        let Line::Event(event) = told(text, cut) else { panic!("{text}") };
        *event
    }

    #[test]
    fn times_are_those_of_the_old_clock() {
        let at = |time: &str| {
            let time = time.to_owned();
            let text = String::new();
            micros(&Record { time, text, cut: false }, "+05:30".parse().unwrap())
        };
        let expected = at("2026-01-28 15:04:53,003").unwrap();
        assert_eq!(at("2026-01-28T15:04:53.003"), Some(expected));
        assert_eq!(at("2026-01-28 09:34:53.003Z"), Some(expected));
        assert_eq!(at("2026-01-28 15:04:53"), Some(expected - 3000));
        assert_eq!(at("2026-13-28 15:04:53"), None);
    }

    #[test]
    fn an_event_has_what_its_line_has() {
        let done = event(
            "tms | set_action_done | job_id=NONE | http_status=401 | elapsed_ms=1250.6 | result=failed | \
             error=\"{\\\"token\\\": \\\"CANARY\\\"} | at https://u:CANARY@a.test/?token=CANARY\"",
            false,
        );
        assert_eq!((done.kind, done.cut), (Kind::Done, false));
        assert_eq!((done.job_id, done.user, done.cid_count), (None, None, None));
        assert_eq!((done.http_status, done.elapsed_ms), (Some(401), Some(1251)));
        assert_eq!(done.result.as_deref(), Some("failed"));
        let error = done.error.unwrap();
        assert!(!error.contains("CANARY") && error.contains("[redacted]"), "{error}");
        let start =
            event("set_action_start | user=\u{a0}vijay | action=PE-Enable | cid_count=84", false);
        assert_eq!(start.user.as_deref(), Some("vijay"));
        assert_eq!((start.cid_count, start.cut), (Some(84), false));
        assert_eq!(told("login | user=vijay", false), Line::Other);
        assert_eq!(told("set_action_do", true), Line::Unreadable);
        assert_eq!(
            read(&Record { time: String::new(), text: "set_action_done".into(), cut: false }, None),
            Line::Unreadable
        );
    }

    #[test]
    fn half_a_value_is_none() {
        let id = "9b2d3a1c-0f4e-4d6a-8c7b-00000000000a";
        let done = event(&format!("set_action_done | job_id={id}"), true);
        assert_eq!((done.job_id.as_deref(), done.cut), (Some(id), true));
        assert_eq!(event(&format!("set_action_done | job_id={}", &id[..20]), true).job_id, None);
        let done = event(&format!("set_action_done | job_id={id} | http_status=20"), true);
        assert_eq!((done.job_id.as_deref(), done.http_status), (Some(id), None));
        assert_eq!(event("set_action_start | user=vijay | action=PE-En", true).action, None);
        assert_eq!(
            event("set_action_start | user=v | action=x | cid_count=8", true).cid_count,
            None
        );
        // A log need not end with a line break.
        let done = event("set_action_done | job_id=7 | result=success", true);
        assert_eq!((done.result.as_deref(), done.cut, done.half), (Some("success"), false, true));
        assert_eq!(event("set_action_done | job_id=7 | result=succ", true).result, None);
        assert_eq!(event("set_action_job_missing | http_status=20", true).http_status, None);
    }
}
