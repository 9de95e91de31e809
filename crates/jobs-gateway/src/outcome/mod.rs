//! The outcome rules: what the ledger says about a call, given how it ended. docs/operating.md has
//! them as a table.

mod body;
mod coding;
mod named;
mod verdict;

pub(crate) use body::{Body, RawBody, charset};
pub(crate) use coding::Codings;

use jobs_core::{
    Cause, Cid, CustomerSet, ErrorMessage, HttpStatus, Outcome, OutcomeMessage, Outcomes,
    ResponseSummary, Status, StatusDetails, UserId,
};
use named::first_mentions;
use serde_json::Value;
pub(crate) use verdict::CodeClass;
use verdict::{Said, message};

use crate::answer::{Answer, Data};
use crate::redact::Redactor;

/// How much of the body of an error the message quotes, as the old dashboard does.
const QUOTE_CHARS_MAX: usize = 200;

const NO_MESSAGE: &str = "the upstream answered success: false without a message";

/// What follows a reason when nobody can know what the upstream did.
const UNKNOWN: &str =
    "the upstream may or may not have acted; check there, then record what you found";

/// How a call ended.
pub(crate) enum Ended {
    /// With a whole answer, or the beginning of one that is too long.
    Answered { code: u16, body: Body },
    /// Without a whole answer, perhaps with the beginning of one; or without a call.
    Otherwise { cause: Cause, reason: String, beginning: Option<(u16, Body)> },
}

/// What a call was made for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Action,
    Read,
}

/// What an answer means: the status, and the reason in words.
struct Verdict {
    status: Status,
    cause: Cause,
    error: Option<String>,
}

/// The actor of the entries that a gateway appends by itself.
pub(crate) fn actor() -> UserId {
    UserId::new(UserId::PROGRAMS[0]).expect("a constant that is a valid user ID")
}

/// What is recorded and answered about a Set Action for these customers.
pub(crate) fn judge(
    ended: Ended,
    customers: &CustomerSet,
    redactor: &Redactor,
) -> (Answer, Outcomes) {
    let outcomes = match &ended {
        Ended::Answered { body: Body { json: Ok(body), .. }, .. } => {
            outcomes_of(body, customers, redactor)
        }
        _ => Outcomes::default(),
    };
    let answer = answer(ended, Purpose::Action, redactor);
    let failed = answer.details.status == Status::Failed;
    (answer, if failed { outcomes } else { Outcomes::default() })
}

/// The answer to a read. As for a Set Action, except that any JSON is accepted, and no text asks
/// the caller to check the upstream.
pub(crate) fn judge_read(ended: Ended, redactor: &Redactor) -> Answer {
    answer(ended, Purpose::Read, redactor)
}

fn answer(ended: Ended, purpose: Purpose, redactor: &Redactor) -> Answer {
    let (verdict, code, body) = match ended {
        Ended::Answered { code, body } => {
            (read(code, &body, purpose, redactor), Some(code), Some(body))
        }
        Ended::Otherwise { cause, reason, beginning } => {
            let (code, body) = beginning.unzip();
            (without_answer(cause, reason, purpose), code, body)
        }
    };
    let Verdict { status, cause, error } = verdict;
    let details = StatusDetails {
        status,
        cause,
        // The ledger only holds valid HTTP status codes; the message names others.
        http_status: code.and_then(|code| HttpStatus::new(code).ok()),
        error_message: error.as_deref().map(ErrorMessage::shortened),
        // The customers that a body names are kept as outcomes, however many, so its beginning is
        // enough for a summary.
        response_summary: body.as_ref().map(|body| ResponseSummary::shortened(&body.text)),
    };
    let is_accepted = code.is_some_and(|code| CodeClass::of(code).is_accepted());
    let has_data = cause == Cause::Answered && is_accepted;
    let json = body.and_then(|body| body.json.ok()).filter(|_| has_data);
    Answer { details, data: json.map_or(Data::None, Data::Json) }
}

/// What an answer with this code and body means.
fn read(code: u16, body: &Body, purpose: Purpose, redactor: &Redactor) -> Verdict {
    let success = || Verdict { status: Status::Success, cause: Cause::Answered, error: None };
    let failed =
        |error| Verdict { status: Status::Failed, cause: Cause::Answered, error: Some(error) };
    let unconfirmed = |cause, error| Verdict {
        status: Status::Unconfirmed,
        cause,
        error: Some(doubt(error, purpose)),
    };
    let unreadable = |reason| {
        let error = format!("the upstream answered {code}, but {reason}");
        unconfirmed(Cause::UnreadableAnswer, error)
    };
    let quote = || format!("API returned status {code}: {}", beginning(&body.text));
    match (CodeClass::of(code), &body.json) {
        (CodeClass::Refused, _) => failed(quote()),
        (CodeClass::Inconclusive, _) => unconfirmed(Cause::InconclusiveAnswer, quote()),
        (CodeClass::AcceptedWithoutBody, Err(_)) if body.text.trim().is_empty() => success(),
        (_, Err(reason)) => unreadable(reason.clone()),
        (_, Ok(_)) if purpose == Purpose::Read => success(),
        (_, Ok(value)) => match Said::by(value) {
            Said::Success => success(),
            Said::Failure(messages) if messages.is_empty() => failed(NO_MESSAGE.to_owned()),
            Said::Failure(messages) => {
                let messages: Vec<_> =
                    messages.into_iter().map(|message| redactor.value_as_text(message)).collect();
                failed(messages.join("; "))
            }
            Said::Nothing(what) => unreadable(format!("its body {what}")),
        },
    }
}

fn without_answer(cause: Cause, reason: String, purpose: Purpose) -> Verdict {
    let (status, error) = match cause {
        Cause::NeverSent => (Status::Failed, format!("the request was not sent: {reason}")),
        Cause::Withheld => (Status::Failed, reason),
        _ => (Status::Unconfirmed, doubt(reason, purpose)),
    };
    Verdict { status, cause, error: Some(error) }
}

/// `error`, and what to do when nothing more is known.
pub(crate) fn in_doubt(error: &str) -> String {
    format!("{error}; {UNKNOWN}")
}

fn doubt(error: String, purpose: Purpose) -> String {
    match purpose {
        Purpose::Action => in_doubt(&error),
        Purpose::Read => error,
    }
}

fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(QUOTE_CHARS_MAX).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// Outcomes for those of the job's customers that the messages of a failure name.
fn outcomes_of(body: &Value, customers: &CustomerSet, redactor: &Redactor) -> Outcomes {
    let messages = match Said::by(body) {
        Said::Failure(messages) => messages,
        _ => body.as_object().and_then(message).into_iter().collect(),
    };
    let texts = messages.into_iter().filter_map(Value::as_str);
    let ours = |cid: &str| Cid::new(cid).is_ok_and(|cid| customers.contains(&cid));
    let outcome = |(cid, message): (String, String)| {
        let message = redactor.text(&message).into_owned();
        let message = Some(message).filter(|message| !message.is_empty());
        Some(Outcome {
            cid: Cid::new(cid).ok()?,
            status: Status::Failed,
            message: message.as_deref().map(OutcomeMessage::shortened),
        })
    };
    // Each is a customer of the job and appears once, so nothing can be refused.
    Outcomes::new(first_mentions(texts, ours).into_iter().filter_map(outcome)).unwrap_or_default()
}
