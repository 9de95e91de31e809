//! Weeks of jobs that were run before there was a ledger, as an import brings them in: the ledger's
//! clock is never wrong, so what is older than the ledger comes from elsewhere.

use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, ErrorMessage, HttpStatus, ImportedJob,
    JobFacts, JobId, Result, Status, StatusDetails, Timestamp, UserId,
};

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

/// The jobs of the weeks before `now`, the oldest first, always the same ones: a few each day,
/// fewer at weekends.
pub(super) fn jobs(now: Timestamp) -> Result<Vec<Draft>> {
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
            jobs.push(job(created_at, &mut numbers)?.into());
        }
    }
    Ok(jobs)
}

fn job(created_at: Timestamp, numbers: &mut Numbers) -> Result<ImportedJob> {
    let user = USERS[numbers.index(USERS.len())];
    let (action, count, _) = SAMPLES[numbers.index(SAMPLES.len())];
    let first = 5000 + numbers.below(40);
    let count = count.min(200) as u64;
    let cids = (first..first + count).map(|number| Cid::new(number.to_string()));
    let facts = JobFacts {
        user_id: UserId::new(user)?,
        submitted_by: None,
        batch_id: None,
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
    Ok(job.with_updated_at(Some(updated_at)))
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
        let jobs = jobs(now).unwrap();
        assert!(jobs.len() > 150, "{}", jobs.len());
        let imports = || {
            jobs.iter().map(|draft| match draft {
                Draft::JobImported(import) => import,
                other => panic!("{other:?}"),
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
    }
}
