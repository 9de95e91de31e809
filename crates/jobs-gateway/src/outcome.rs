//! The outcome rules: what the ledger says about a job, given what came back from the upstream.

use jobs_core::{
    Cause, Cid, CustomerSet, ErrorMessage, JobId, Outcome, OutcomeMessage, Outcomes,
    ResponseSummary, Status, StatusChange, StatusDetails, UserId,
};
use serde_json::Value;

use crate::UpstreamAnswer;
use crate::named::first_mentions;
use crate::redact;
use crate::secret::Scrubber;

/// How much of the body of an error the message quotes, as the old dashboard does.
const QUOTE_CHARS_MAX: usize = 200;

/// How the reason of a time-out begins; by it, it is told from a lost connection when the answer is given again.
pub(crate) const NO_WHOLE_ANSWER: &str = "no whole answer within";

/// What follows a reason when nobody can know what the upstream did.
const UNKNOWN: &str = "the upstream may or may not have acted";

/// Who says so in the entries that a gateway appends by itself.
pub(crate) fn actor() -> UserId {
    UserId::new("jobs-gateway").expect("a constant that is a valid user ID")
}

/// The change of status that `answer` means for a job with these customers.
pub(crate) fn judge(
    job_id: JobId,
    answer: &UpstreamAnswer,
    customers: &CustomerSet,
    scrubber: &Scrubber,
) -> StatusChange {
    let status = status_of(answer);
    let error = error_of(answer, status, scrubber);
    let details = StatusDetails {
        status,
        cause: cause_of(answer),
        http_status: answer.http_status(),
        error_message: error.as_deref().map(ErrorMessage::shortened),
        response_summary: summary_of(answer),
    };
    let outcomes = match answer {
        UpstreamAnswer::Json { body, .. } if status == Status::Failed => {
            outcomes_of(body, customers, scrubber)
        }
        _ => Outcomes::default(),
    };
    StatusChange { job_id, actor: actor(), details, outcomes, request_key: None }
}

fn status_of(answer: &UpstreamAnswer) -> Status {
    match answer {
        UpstreamAnswer::Json { body, .. } if answer.is_accepted() => {
            if body.get("success") == Some(&Value::Bool(false)) {
                Status::Failed
            } else {
                Status::Success
            }
        }
        // Accepted, it says; but what it did cannot be read.
        UpstreamAnswer::NotJson { .. } if answer.is_accepted() => Status::Unconfirmed,
        UpstreamAnswer::Json { .. } | UpstreamAnswer::NotJson { .. } => Status::Failed,
        UpstreamAnswer::TimedOut { .. } | UpstreamAnswer::Lost { .. } => Status::Unconfirmed,
        UpstreamAnswer::NotSent { .. } | UpstreamAnswer::Withheld { .. } => Status::Failed,
    }
}

fn cause_of(answer: &UpstreamAnswer) -> Cause {
    match answer {
        UpstreamAnswer::NotJson { .. } if answer.is_accepted() => Cause::UnreadableAnswer,
        UpstreamAnswer::Json { .. } | UpstreamAnswer::NotJson { .. } => Cause::Answered,
        UpstreamAnswer::TimedOut { .. } => Cause::TimedOut,
        UpstreamAnswer::Lost { .. } => Cause::ConnectionLost,
        UpstreamAnswer::NotSent { .. } => Cause::NeverSent,
        UpstreamAnswer::Withheld { .. } => Cause::Withheld,
    }
}

/// Why the job did not succeed: our words, and the upstream's without credentials.
fn error_of(answer: &UpstreamAnswer, status: Status, scrubber: &Scrubber) -> Option<String> {
    if status == Status::Success {
        return None;
    }
    Some(match answer {
        UpstreamAnswer::Json { body, .. } if answer.is_accepted() => match body.get("message") {
            Some(message) => redact::value(message, scrubber),
            None => "the upstream answered success: false without a message".to_owned(),
        },
        UpstreamAnswer::NotJson { http_status, reason, .. } if answer.is_accepted() => {
            format!("the upstream answered {}, but {reason}; {UNKNOWN}", http_status.get())
        }
        UpstreamAnswer::Json { http_status, text, .. }
        | UpstreamAnswer::NotJson { http_status, text, .. } => {
            format!("API returned status {}: {}", http_status.get(), quote(text))
        }
        UpstreamAnswer::TimedOut { reason } | UpstreamAnswer::Lost { reason } => {
            format!("{reason}; {UNKNOWN}")
        }
        UpstreamAnswer::NotSent { reason } => format!("the request was not sent: {reason}"),
        UpstreamAnswer::Withheld { reason } => reason.clone(),
    })
}

fn quote(text: &str) -> &str {
    let end = text.char_indices().nth(QUOTE_CHARS_MAX).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The customers that a body names are kept as outcomes, however many; so its beginning is enough to read what was
/// answered.
fn summary_of(answer: &UpstreamAnswer) -> Option<ResponseSummary> {
    match answer {
        UpstreamAnswer::Json { text, .. } | UpstreamAnswer::NotJson { text, .. } => {
            Some(ResponseSummary::shortened(text))
        }
        _ => None,
    }
}

/// Outcomes for those of the job's customers that the message of a failure names.
fn outcomes_of(body: &Value, customers: &CustomerSet, scrubber: &Scrubber) -> Outcomes {
    let Some(Value::String(text)) = body.get("message") else { return Outcomes::default() };
    let ours = |cid: &str| Cid::new(cid).is_ok_and(|cid| customers.contains(&cid));
    let outcome = |(cid, message): (String, String)| {
        let message = redact::text(&message, scrubber).into_owned();
        let message = Some(message).filter(|message| !message.is_empty());
        Some(Outcome {
            cid: Cid::new(cid).ok()?,
            status: Status::Failed,
            message: message.as_deref().map(OutcomeMessage::shortened),
        })
    };
    // Members of the job's set, each once, so that there is nothing to refuse.
    Outcomes::new(first_mentions(text, ours).into_iter().filter_map(outcome)).unwrap_or_default()
}
