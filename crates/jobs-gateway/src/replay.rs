//! A request that is sent again: its answer is told from the ledger, and the upstream is not called.

use jobs_core::{JobDetail, JobId, Status};
use serde_json::Value;

use crate::gateway::Shared;
use crate::outcome::NO_WHOLE_ANSWER;
use crate::overlap::WITHHELD;
use crate::{Finished, Refusal, UpstreamAnswer};

/// How the job `job_id`, which an earlier request with the same key made, finished.
pub(crate) async fn replay(
    shared: &Shared,
    job_id: JobId,
    duplicates_dropped: usize,
) -> Result<Finished, Refusal> {
    let unreadable = |source| Refusal::NotReplayed { job_id, source };
    let detail = shared.store.job(job_id).await.map_err(unreadable)?;
    let detail = detail.ok_or_else(|| unreadable(jobs_core::Error::UnknownJob { job_id }))?;
    let status = detail.job.status;
    if status == Status::InProgress {
        return Err(Refusal::UnderWay { job_id });
    }
    Ok(Finished {
        job_id,
        duplicates_dropped,
        status,
        error_message: detail.job.error_message.clone(),
        answer: answer_of(detail),
        outcome_recorded: true,
        replayed: true,
        overlaps: Vec::new(),
    })
}

/// What had come back from the upstream, as far as it is recorded: a body without credentials, and `null` for one that
/// was too long to be recorded whole.
fn answer_of(detail: JobDetail) -> UpstreamAnswer {
    let reason = detail.job.error_message.map_or_else(String::new, |text| text.as_str().to_owned());
    let Some(http_status) = detail.job.http_status else {
        return match detail.job.status {
            Status::Failed if reason.starts_with(WITHHELD) => UpstreamAnswer::Withheld { reason },
            Status::Failed => UpstreamAnswer::NotSent { reason },
            _ if reason.starts_with(NO_WHOLE_ANSWER) => UpstreamAnswer::TimedOut { reason },
            _ => UpstreamAnswer::Lost { reason },
        };
    };
    let text = detail.response_summary.map_or_else(String::new, |text| text.as_str().to_owned());
    match serde_json::from_str(&text) {
        Ok(body) => UpstreamAnswer::Json { http_status, body, text },
        // Of what was accepted, only an answer that could not be read is unconfirmed.
        Err(_) if matches!(detail.job.status, Status::Success | Status::Failed) => {
            UpstreamAnswer::Json { http_status, body: Value::Null, text }
        }
        Err(_) => UpstreamAnswer::NotJson { http_status, text, reason },
    }
}

#[cfg(test)]
mod tests {
    use jobs_core::{ActionCode, ActionName, HttpStatus, UserId};
    use jobs_core::{Cid, CustomerSet, JobStore, JobStoreExt, MemoryStore, NewJob};

    use super::*;
    use crate::outcome::judge;
    use crate::secret::Scrubber;

    /// Every way in which a call ends is told again as it was told first.
    #[tokio::test]
    async fn an_answer_is_told_again_from_what_is_recorded_of_it() {
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
            let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Pay").unwrap());
            let code = ActionCode::new(1).unwrap();
            let job = NewJob::new(user, code, action, customers.clone()).unwrap();
            let store = MemoryStore::default();
            let job_id = store.create(job).await.unwrap().job_id();
            let change = judge(job_id, &answer, &customers, &Scrubber::default());
            store.change_status(change).await.unwrap();
            let again = answer_of(store.job(job_id).await.unwrap().unwrap());
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
