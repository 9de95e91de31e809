//! Weeks of jobs that were run before there was a ledger, as an import brings them in: the ledger's
//! clock is never wrong, so what is older than the ledger comes from elsewhere. What people have
//! found out about them since is recorded on top: notes, and how an unconfirmed one ended.

use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, CustomerSet, Draft, ErrorMessage, HttpStatus,
    ImportedJob, JobFacts, JobId, NewNote, NoteText, Outcome, OutcomeMessage, Outcomes,
    RequestPayload, Result, Status, StatusChange, StatusDetails, Timestamp, UserId,
};
use serde_json::json;

use super::samples::{SAMPLES, USERS};

/// How many days before the demo's first start there are jobs.
const DAYS: i64 = 42;

const SECOND: i64 = 1_000_000;
const DAY: i64 = 24 * 3600 * SECOND;

/// How they ended, and how often among 25.
const ENDS: [(Status, u64, Option<u16>, &str); 5] = [
    (Status::Success, 20, Some(200), ""),
    (Status::Failed, 2, Some(200), "TMS bootstrap status(INIT) is not Ready"),
    (Status::Failed, 1, Some(401), "API returned status 401: Invalid access token"),
    (Status::Failed, 1, Some(200), "those CIDs ['5007', '5009'] do not exist"),
    (Status::Unconfirmed, 1, None, "Request timed out after 35 seconds"),
];

/// What somebody notes about the newest jobs that did not succeed.
const NOTES: [(&str, &str); 3] = [
    ("ravi", "Asked the team of the upstream: it was restarted at that minute."),
    ("anita", "These customers were merged into others; nothing is left to do for them."),
    (
        "meera",
        "Seen again today. If it happens once more, open a ticket with the log of the upstream.",
    ),
];

/// The weeks before `now`, always the same ones: the jobs, the oldest first, and then what was
/// found out about some of them.
pub(super) fn weeks(now: Timestamp) -> Result<Vec<Draft>> {
    let jobs = jobs(now)?;
    let found_out = found_out(&jobs)?;
    Ok(jobs.into_iter().map(Draft::from).chain(found_out).collect())
}

/// Notes about failed jobs, and how the newest unconfirmed one ended: not for all customers.
fn found_out(jobs: &[ImportedJob]) -> Result<Vec<Draft>> {
    let newest =
        |status| jobs.iter().rev().filter(move |job: &&ImportedJob| job.details().status == status);
    let mut found_out = Vec::new();
    for (job, (user, text)) in newest(Status::Failed).zip(NOTES) {
        let note = NewNote::new(job.job().job_id(), UserId::new(user)?, NoteText::new(text)?);
        found_out.push(note.into());
    }
    let wanted = |job: &&ImportedJob| job.job().customers().len() > 2;
    if let Some(job) = newest(Status::Unconfirmed).find(wanted) {
        let message = OutcomeMessage::new("was not there yet: run it again")?;
        let failed = job.job().customers().iter().take(2).map(|cid| Outcome {
            cid: cid.clone(),
            status: Status::Failed,
            message: Some(message.clone()),
        });
        let details = StatusDetails {
            error_message: Some(ErrorMessage::new("found in the log of the upstream")?),
            ..StatusDetails::new(Status::Success)
        };
        let change = StatusChange::new(job.job().job_id(), UserId::new("meera")?, details);
        let outcomes = Outcomes::new(failed)?;
        found_out.push(StatusChange { outcomes, ..change }.into());
    }
    Ok(found_out)
}

/// A few jobs each day, fewer at weekends.
fn jobs(now: Timestamp) -> Result<Vec<ImportedJob>> {
    let mut numbers = Numbers(42);
    let mut jobs = Vec::new();
    for day in (1..=DAYS).rev() {
        let is_weekend = day % 7 < 2;
        let mut times: Vec<i64> = (0..if is_weekend { 1 } else { 3 + numbers.below(5) })
            .map(|_| 8 * 3600 * SECOND + numbers.at_most(10 * 3600 * SECOND))
            .collect();
        times.sort_unstable();
        for time in times {
            let midnight = (now.as_micros() / DAY - day) * DAY;
            let created_at = Timestamp::from_micros("created_at", midnight + time)?;
            jobs.push(job(created_at, day, &mut numbers)?);
        }
    }
    Ok(jobs)
}

fn job(created_at: Timestamp, day: i64, numbers: &mut Numbers) -> Result<ImportedJob> {
    let user = USERS[numbers.index(USERS.len())];
    let (action, count, _) = SAMPLES[numbers.index(SAMPLES.len())];
    let first = 5000 + numbers.below(40);
    let count = count.min(200) as u64;
    let cids: Vec<String> = (first..first + count).map(|number| number.to_string()).collect();
    let payload = RequestPayload::new(json!({"action": action, "cids": cids}).to_string())?;
    let cids = cids.into_iter().map(Cid::new);
    // The nights of a week are one batch.
    let is_at_night = count == 1 || count > 50;
    let batch_id = is_at_night.then(|| BatchId::new(format!("week-{}", 1 + (DAYS - day) / 7)));
    let facts = JobFacts {
        user_id: UserId::new(user)?,
        submitted_by: None,
        batch_id: batch_id.transpose()?,
        action_code: ActionCode::of_legacy_name(action).unwrap_or(ActionCode::UNKNOWN),
        action_name: ActionName::new(action)?,
        cluster_url: None,
    };
    let mut drawn = numbers.below(ENDS.iter().map(|end| end.1).sum());
    let end = ENDS.iter().find(|end| match drawn.checked_sub(end.1) {
        Some(rest) => {
            drawn = rest;
            false
        }
        None => true,
    });
    let (status, _, http_status, message) = end.copied().unwrap_or(ENDS[0]);
    let error_message = (!message.is_empty()).then(|| ErrorMessage::new(message)).transpose()?;
    let details = StatusDetails {
        http_status: http_status.map(HttpStatus::new).transpose()?,
        error_message,
        ..StatusDetails::new(status)
    };
    let took = 300_000 + numbers.at_most(17 * SECOND);
    let updated_at = Timestamp::from_micros("updated_at", created_at.as_micros() + took)?;
    let customers = CustomerSet::new(cids.collect::<Result<Vec<_>>>()?)?;
    let job = ImportedJob::new(JobId::mint(), facts, customers, created_at, details);
    Ok(job.with_updated_at(Some(updated_at)).with_request_payload(Some(payload)))
}

/// Numbers without a visible pattern, the same at every start (Knuth's MMIX generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }

    fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap_or_default()
    }

    fn at_most(&mut self, end: i64) -> i64 {
        i64::try_from(self.below(end.unsigned_abs())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_spread_over_weeks_and_end_in_every_way() {
        let now = Timestamp::now();
        let weeks = weeks(now).unwrap();
        assert!(weeks.len() > 150, "{}", weeks.len());
        let imports = || {
            weeks.iter().filter_map(|draft| match draft {
                Draft::JobImported(import) => Some(import),
                _ => None,
            })
        };
        assert!(imports().map(|job| job.created_at()).is_sorted());
        assert!(imports().all(|job| job.created_at() < now));
        let days: std::collections::BTreeSet<i64> =
            imports().map(|job| job.created_at().as_micros() / DAY).collect();
        assert!(days.len() > 30, "{} days", days.len());
        for status in [Status::Success, Status::Failed, Status::Unconfirmed] {
            assert!(imports().any(|job| job.details().status == status), "{status}");
        }
        assert!(imports().any(|job| job.job().facts().batch_id.is_some()));
        let notes = weeks.iter().filter(|draft| matches!(draft, Draft::NoteAdded(_))).count();
        assert_eq!(notes, NOTES.len());
        let Some(Draft::StatusChanged(change)) = weeks.last() else { panic!("one is settled") };
        assert_eq!((change.details.status, change.outcomes.len()), (Status::Success, 2));
    }
}
