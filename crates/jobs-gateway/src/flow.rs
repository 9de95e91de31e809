//! One Set Action from its record to its outcome.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jobs_core::{
    ActionCode, ClusterUrl, Error, JobId, JobStoreExt, NewJob, RequestPayload, Source, StatusChange,
};

use crate::gateway::{Permit, Shared};
use crate::outcome::judge;
use crate::request::SetAction;
use crate::secret::Scrubber;
use crate::upstream::{Call, Method, authorization};
use crate::{Finished, Refusal, UnknownActions, redact};

/// How long to wait before each further try to record an outcome. The caller is waiting, and a store that is
/// down for longer needs a restart, which settles the job.
const RETRY_DELAYS: [Duration; 3] =
    [Duration::from_millis(20), Duration::from_millis(100), Duration::from_millis(500)];

/// A Set Action that may go: checked, and with leave to make a call.
pub(crate) struct Flow {
    shared: Arc<Shared>,
    job: NewJob,
    call: Call,
    in_flight: InFlight,
    /// Held until the flow ends.
    _permit: Permit,
}

impl Flow {
    /// Checks everything that can be checked before the record is made.
    pub(crate) fn prepare(shared: &Arc<Shared>, action: SetAction) -> Result<Self, Refusal> {
        let permit = shared.permit()?;
        let action_code = action_code(shared.unknown_actions, &action)?;
        let scrubber =
            Scrubber::new(action.token.as_ref()).with(redact::secrets_in(&action.payload));
        let url = shared.allow().check(&action.url)?;
        let payload = redact::json_object(&action.payload, &scrubber);
        let payload = RequestPayload::new(payload).map_err(invalid("postData"))?;
        let cluster_url = ClusterUrl::new(redact::url(&url, &scrubber)).map_err(invalid("url"))?;
        let call = Call {
            method: Method::POST,
            url,
            authorization: action.token.as_ref().map(authorization).transpose()?,
            body: Some((action.content_type, action.content_type.encode(&action.payload))),
            scrubber,
        };
        let SetAction { user_id, action_name, customers, batch_id, retry_of, .. } = action;
        let job = NewJob::new(user_id, action_code, action_name, customers)
            .map_err(invalid("cids"))?
            .with_batch_id(batch_id)
            .with_cluster_url(Some(cluster_url))
            .with_request_payload(Some(payload))
            .with_source(Source::Gateway)
            .with_retry_of(retry_of);
        let in_flight = InFlight::enter(shared, job.job_id());
        Ok(Self { shared: Arc::clone(shared), job, call, in_flight, _permit: permit })
    }

    pub(crate) fn job_id(&self) -> JobId {
        self.job.job_id()
    }

    /// Records, calls, records. Everything after the first record is a [`Finished`].
    pub(crate) async fn run(self) -> Result<Finished, Refusal> {
        let Self { shared, job, call, in_flight, _permit } = self;
        let (job_id, customers) = (job.job_id(), job.customers().clone());
        let action_name = job.facts().action_name.clone();
        record(&shared, job).await?;
        tracing::info!(
            %job_id, %action_name, customers = customers.len(), host = call.host(),
            "recorded; calling the upstream"
        );
        let scrubber = call.scrubber.clone();
        let started = Instant::now();
        let answer = shared.upstream.call(call).await;
        let elapsed_ms = started.elapsed().as_millis();
        let change = judge(job_id, &answer, &customers, &scrubber);
        let (status, error_message) = (change.details.status, change.details.error_message.clone());
        let http_status = answer.http_status().map(u16::from);
        tracing::info!(%job_id, %status, http_status, elapsed_ms, "the call ended");
        let outcome_recorded = record_outcome(&shared, change).await;
        drop(in_flight);
        Ok(Finished {
            job_id,
            duplicates_dropped: customers.duplicates_dropped(),
            status,
            error_message,
            answer,
            outcome_recorded,
        })
    }
}

fn action_code(policy: UnknownActions, action: &SetAction) -> Result<ActionCode, Refusal> {
    match (ActionCode::of_legacy_name(action.action_name.as_str()), policy) {
        (Some(code), _) => Ok(code),
        (None, UnknownActions::Record) => Ok(ActionCode::UNKNOWN),
        (None, UnknownActions::Refuse) => {
            Err(Refusal::UnknownAction { action_name: action.action_name.clone() })
        }
    }
}

/// Names the field as the caller knows it.
fn invalid(field: &'static str) -> impl Fn(Error) -> Refusal {
    move |error| match error {
        Error::Invalid { reason, .. } => Refusal::invalid(field, reason),
        other => Refusal::invalid(field, other.to_string()),
    }
}

/// Makes the job durable, or says that no call may be made.
async fn record(shared: &Shared, job: NewJob) -> Result<(), Refusal> {
    let job_id = job.job_id();
    let not_recorded = |job_id, source: Error| {
        tracing::error!(?job_id, error = %source, "a job was not recorded; no call was made");
        Refusal::NotRecorded { job_id, source }
    };
    match shared.store.create(job.clone()).await {
        Ok(_) => Ok(()),
        Err(Error::Invalid { field, reason }) => Err(Refusal::Invalid { field, reason }),
        // Reported as failed, perhaps durable: ask again. The ID is new, so a duplicate can only be this job.
        Err(source @ Error::Storage { maybe_recorded: true, .. }) => {
            match shared.store.create(job).await {
                Ok(_) | Err(Error::DuplicateJob { .. }) => Ok(()),
                Err(_) => Err(not_recorded(Some(job_id), source)),
            }
        }
        Err(source) => Err(not_recorded(None, source)),
    }
}

/// Appends the outcome, trying a few times: the call has been made and cannot be taken back.
async fn record_outcome(shared: &Shared, change: StatusChange) -> bool {
    let job_id = change.job_id;
    let mut delays = RETRY_DELAYS.into_iter();
    loop {
        let error = match shared.store.change_status(change.clone()).await {
            Ok(_) => return true,
            Err(error) => error,
        };
        let delay = match error {
            Error::Storage { .. } => delays.next(),
            _ => None,
        };
        let Some(delay) = delay else {
            tracing::error!(
                %job_id, status = %change.details.status, %error,
                "the outcome of a job was not recorded"
            );
            return false;
        };
        tracing::warn!(%job_id, %error, "recording the outcome of a job failed; trying again");
        tokio::time::sleep(delay).await;
    }
}

/// A job's place among those in flight, given up on drop, whether the flow ends or breaks off.
struct InFlight {
    shared: Arc<Shared>,
    job_id: JobId,
}

impl InFlight {
    fn enter(shared: &Arc<Shared>, job_id: JobId) -> Self {
        shared.in_flight().insert(job_id);
        Self { shared: Arc::clone(shared), job_id }
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.shared.in_flight().remove(&self.job_id);
    }
}
