//! A request that is sent again: its answer is told from the ledger, and the upstream is not called.

use jobs_core::{Draft, JobId, JobStoreExt as _, Status, StatusDetails};
use serde_json::Value;

use crate::gateway::Shared;
use crate::outcome::NO_WHOLE_ANSWER;
use crate::overlap::WITHHELD;
use crate::{Finished, Refusal, UpstreamAnswer};

/// How the job `job_id`, which an earlier request with the same key made, finished: what the gateway recorded of its
/// call, whatever somebody has found out since.
pub(crate) async fn replay(
    shared: &Shared,
    job_id: JobId,
    duplicates_dropped: usize,
) -> Result<Finished, Refusal> {
    let history = shared.store.history(job_id).await;
    let history = history.map_err(|source| Refusal::NotReplayed { job_id, source })?;
    // While the call is under way nobody else may change the status, so the first change is the gateway's own.
    let details = history.iter().find_map(|entry| match entry.draft() {
        Draft::StatusChanged(change) => Some(change.details.clone()),
        _ => None,
    });
    let details = details.ok_or(Refusal::UnderWay { job_id })?;
    Ok(Finished {
        job_id,
        duplicates_dropped,
        status: details.status,
        error_message: details.error_message.clone(),
        answer: answer_of(details),
        outcome_recorded: true,
        replayed: true,
        overlaps: Vec::new(),
    })
}

/// What had come back from the upstream, as far as it is recorded: a body without credentials, and `null` for one that
/// was too long to be recorded whole.
fn answer_of(details: StatusDetails) -> UpstreamAnswer {
    let StatusDetails { status, http_status, error_message, response_summary, .. } = details;
    let reason = error_message.map_or_else(String::new, |text| text.as_str().to_owned());
    let Some(http_status) = http_status else {
        return match status {
            Status::Failed if reason.starts_with(WITHHELD) => UpstreamAnswer::Withheld { reason },
            Status::Failed => UpstreamAnswer::NotSent { reason },
            _ if reason.starts_with(NO_WHOLE_ANSWER) => UpstreamAnswer::TimedOut { reason },
            _ => UpstreamAnswer::Lost { reason },
        };
    };
    let text = response_summary.map_or_else(String::new, |text| text.as_str().to_owned());
    match serde_json::from_str(&text) {
        Ok(body) => UpstreamAnswer::Json { http_status, body, text },
        // Of what was accepted, only an answer that could not be read is unconfirmed.
        Err(_) if matches!(status, Status::Success | Status::Failed) => {
            UpstreamAnswer::Json { http_status, body: Value::Null, text }
        }
        Err(_) => UpstreamAnswer::NotJson { http_status, text, reason },
    }
}

#[cfg(test)]
mod tests {
    use jobs_core::{Cid, CustomerSet, HttpStatus};

    use super::*;
    use crate::outcome::judge;
    use crate::secret::Scrubber;

    /// Every way in which a call ends is told again as it was told first.
    #[test]
    fn an_answer_is_told_again_from_what_is_recorded_of_it() {
        let code = |code| HttpStatus::new(code).unwrap();
        let json = |status, text: &str| UpstreamAnswer::Json {
            http_status: code(status),
            body: serde_json::from_str(text).unwrap(),
            text: text.into(),
        };
        let not_json = |status| UpstreamAnswer::NotJson {
            http_status: code(status),
            text: "<html>".into(),
            reason: "its body is not JSON".into(),
        };
        for answer in [
            json(200, r#"{"success":true,"message":"ok"}"#),
            json(201, "[1]"),
            json(200, r#"{"success":false,"message":"not ready"}"#),
            json(401, r#"{"message":"Invalid access token"}"#),
            not_json(200),
            not_json(502),
            UpstreamAnswer::TimedOut { reason: format!("{NO_WHOLE_ANSWER} 30s") },
            UpstreamAnswer::Lost { reason: "the connection broke".into() },
            UpstreamAnswer::NotSent { reason: "connection refused".into() },
            UpstreamAnswer::Withheld { reason: format!("{WITHHELD}another job") },
        ] {
            let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
            let change = judge(JobId::mint(), &answer, &customers, &Scrubber::default());
            let again = answer_of(change.details);
            assert_eq!(again.http_status(), answer.http_status());
            assert_eq!(again.is_accepted(), answer.is_accepted());
            match (&again, &answer) {
                (UpstreamAnswer::Json { body: a, .. }, UpstreamAnswer::Json { body: b, .. }) => {
                    assert_eq!(a, b);
                }
                // Refused by its code: what is told is the message that is recorded.
                (UpstreamAnswer::Json { .. }, UpstreamAnswer::NotJson { .. }) => {
                    assert!(!answer.is_accepted());
                }
                (again, first) => {
                    assert_eq!(std::mem::discriminant(again), std::mem::discriminant(first));
                }
            }
        }
    }
}
