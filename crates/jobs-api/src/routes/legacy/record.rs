//! A job as a row of the old audit log.
//!
//! ```json
//! {"id":7,"user_id":"vijay","action_type":"Trans-Begin","customer_ids":["5001"],"timestamp":"2026-01-28 15:04:53",
//!  "ip_address":null,"status":"success","error_message":null,"duration_ms":1250}
//! ```

use jobs_core::openapi::IndexSchema;
use jobs_core::{
    ActionName, Cid, CustomerOutcome, Index, Job, JobDetail, JobStore, JobStoreExt, Result, Source,
    Status, Timestamp, UserId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::explain;

use crate::schema::one_of_texts;
use crate::schema::values::{AnyInteger, value};

/// The row.
#[derive(Serialize, ToSchema)]
#[schema(description = "")]
pub(super) struct Record {
    #[schema(value_type = IndexSchema)]
    id: Index,
    user_id: UserId,
    #[serde(skip_serializing_if = "Option::is_none")]
    /// Who handed it in, if that was not the user.
    #[schema(nullable = false)]
    submitted_by: Option<UserId>,
    action_type: ActionName,
    customer_ids: Vec<Cid>,
    /// In UTC, like `2026-01-28 15:04:53`.
    timestamp: String,
    ip_address: Option<String>,
    #[schema(inline, value_type = LegacyOutcome)]
    status: &'static str,
    error_message: Option<String>,
    #[schema(value_type = Option<AnyInteger>, inline)]
    duration_ms: Option<i64>,
}

value!(
    /// How a call ended, in the old log's words.
    LegacyOutcome = one_of_texts(["success", "failure"])
);

impl Record {
    /// The statuses of the jobs that the log would have a row of: it was written when the call was
    /// over.
    pub(super) const STATUSES: [Option<Status>; 3] =
        [Some(Status::Success), Some(Status::Failed), Some(Status::Unconfirmed)];

    /// The row of `job`, with what the old log has of it; for `cid`, if that is one of its
    /// customers, with how it ended for this customer.
    ///
    /// # Errors
    /// Those of [`JobStore::entries`].
    pub(super) async fn read(
        store: &dyn JobStore,
        job: Job,
        old: LegacyRow,
        cid: Option<&Cid>,
    ) -> Result<Self> {
        let (status, error_message) = match cid {
            Some(cid) => of_customer(&job, store.customer_outcome(&job, cid).await?),
            None => (job.status, explain(job.status, job.error_message.as_ref())),
        };
        let customer_ids = store.all_customers(job.job_id).await?;
        let duration_ms = match job.source {
            Source::Import => old.duration_ms,
            _ => job.updated_at.map(|ended| milliseconds(job.created_at, ended)),
        };
        Ok(Self {
            id: job.index,
            user_id: job.facts.user_id,
            submitted_by: job.facts.submitted_by,
            action_type: job.facts.action_name,
            customer_ids,
            timestamp: timestamp(job.created_at),
            ip_address: old.ip_address,
            status: if status == Status::Success { "success" } else { "failure" },
            error_message,
            duration_ms,
        })
    }
}

/// What is said of the customer by name counts, or else what is said of the job.
fn of_customer(job: &Job, outcome: CustomerOutcome) -> (Status, Option<String>) {
    let message = outcome.message.map(|message| message.as_str().to_owned());
    let of_the_job = || explain(job.status, job.error_message.as_ref());
    (outcome.status, if outcome.own { message } else { of_the_job() })
}

/// `2026-01-28 15:04:53`: UTC, as SQLite's `CURRENT_TIMESTAMP` has it.
fn timestamp(moment: Timestamp) -> String {
    let text = moment.to_string().replace('T', " ");
    text.split('.').next().unwrap_or_default().to_owned()
}

/// None when the clock was set back meanwhile.
fn milliseconds(from: Timestamp, to: Timestamp) -> i64 {
    (to.as_micros() - from.as_micros()).max(0) / 1000
}

/// What only the old log knows of a job.
#[derive(Default)]
pub(super) struct LegacyRow {
    ip_address: Option<String>,
    duration_ms: Option<i64>,
}

impl LegacyRow {
    /// The row of `job`, empty where nothing was recorded, and how many bytes were read for it: all
    /// texts of an imported job.
    pub(super) async fn read(store: &dyn JobStore, job: &Job) -> Result<(Self, usize)> {
        if job.source != Source::Import {
            return Ok((Self::default(), 0));
        }
        let Some(JobDetail { request_payload, response_summary, original, .. }) =
            store.job(job.job_id).await?
        else {
            return Ok((Self::default(), 0));
        };
        let original = original.as_ref().map_or("", |text| text.as_str());
        let bytes = request_payload.map_or(0, |text| text.as_str().len())
            + response_summary.map_or(0, |text| text.as_str().len())
            + original.len();
        Ok((Self::parse(original).unwrap_or_default(), bytes))
    }

    /// An import by other means than `jobctl import` may have kept anything here.
    fn parse(original: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct OriginalRecord {
            audit: Option<Audit>,
        }
        #[derive(Deserialize)]
        struct Audit {
            ip_address: Option<Value>,
            duration_ms: Option<Value>,
        }
        let Audit { ip_address, duration_ms } =
            serde_json::from_str::<OriginalRecord>(original).ok()?.audit?;
        let ip_address = ip_address.and_then(|value| Some(value.as_str()?.to_owned()));
        Some(Self { ip_address, duration_ms: duration_ms.and_then(|value| value.as_i64()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_the_old_spelling() {
        let at = |text| Timestamp::parse("at", text).unwrap();
        let moment = at("2026-01-28T15:04:53.003687Z");
        assert_eq!(timestamp(moment), "2026-01-28 15:04:53");
        assert_eq!(milliseconds(moment, at("2026-01-28T15:04:54.253999Z")), 1250);
        assert_eq!(milliseconds(moment, at("2026-01-28T15:04:00Z")), 0);
    }
}
