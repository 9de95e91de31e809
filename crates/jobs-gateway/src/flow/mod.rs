//! One Set Action: checked, recorded, compared with those of moments ago, sent, and its outcome
//! recorded. A request that was sent before is [replayed](replay) instead; what a crash left open
//! is [recovered](recover) at the next start.

pub(crate) mod recover;
pub(crate) mod replay;
mod settle;
mod shared;

use std::sync::Arc;
use std::time::Instant;

use jobs_core::{
    ActionCode, Appended, ClusterUrl, Error, JobId, JobStoreExt, NewJob, RequestPayload, Source,
    StatusChange, StatusDetails,
};
use jobs_serve::work;
use settle::{Hold, settle, settle_not_called};
use shared::InFlight;
pub(crate) use shared::Shared;
use tokio::sync::oneshot;

use crate::admission::{CallPermit, ReadLimit};
use crate::answer::{Begun, Finished};
use crate::config::UnknownActions;
use crate::outcome::{actor, judge};
use crate::overlap::{Candidate, Detected, Position};
use crate::redact::Redactor;
use crate::refusal::Refusal;
use crate::request::{SetAction, check_query, read_url};
use crate::upstream::{Call, Method, Received, authorization};

/// What a Set Action asks for: what is recorded of it, and what is sent.
pub(crate) struct Request {
    pub(crate) job: NewJob,
    call: Call,
    redactor: Redactor,
}

impl Request {
    /// Checks what depends neither on the caller nor on the settings. May be slow.
    pub(crate) fn read(redactor: &Redactor, action: SetAction) -> Result<Self, Refusal> {
        let action_code = action.action_code();
        let SetAction { user_id, action_name, customers, batch_id, retry_of, request_key, .. } =
            action;
        let SetAction { url, token, payload, content_type, .. } = action;
        let url = read_url(&url)?;
        check_query(&url)?;
        let authorization = token.as_ref().map(authorization).transpose()?;
        let redactor = redactor.of_request(token.as_ref(), Some(&payload), &url)?;
        let body = Some((content_type, content_type.encode(&payload)));
        let payload = redactor.payload(payload);
        let payload = RequestPayload::new(payload).map_err(invalid("postData"))?;
        let cluster_url = ClusterUrl::new(redactor.url(url.as_str())).map_err(invalid("url"))?;
        let job = NewJob::new(user_id, action_code, action_name, customers)
            .map_err(invalid("cids"))?
            .with_batch_id(batch_id)
            .with_cluster_url(Some(cluster_url))
            .with_request_payload(Some(payload))
            .with_source(Source::Gateway)
            .with_retry_of(retry_of)
            .with_request_key(request_key);
        let call = Call { method: Method::POST, url, authorization, body };
        Ok(Self { job, call, redactor })
    }
}

/// A Set Action that may be sent: checked, and with a permit for its call.
pub(crate) struct Flow {
    shared: Arc<Shared>,
    read_limit: Arc<ReadLimit>,
    request: Request,
    hold: Hold,
}

impl Flow {
    /// Checks everything that can be checked before the record is made. May be slow.
    pub(crate) fn prepare(
        shared: Arc<Shared>,
        read_limit: Arc<ReadLimit>,
        action: SetAction,
        permit: CallPermit,
    ) -> Result<Self, Refusal> {
        check_action(shared.unknown_actions, &action)?;
        let request = Request::read(&shared.redactor, action)?;
        shared.allow.check(&request.call.url)?;
        let hold = Hold::new(InFlight::enter(&shared, request.job.job_id()), permit);
        Ok(Self { shared, read_limit, request, hold })
    }

    pub(crate) fn job_id(&self) -> JobId {
        self.request.job.job_id()
    }

    /// Records, says so to `begun`, calls, records. Everything after the first record is a
    /// [`Finished`].
    pub(crate) async fn run(self, begun: oneshot::Sender<Begun>) -> Result<Finished, Refusal> {
        let Self { shared, read_limit, request: Request { job, call, redactor }, hold } = self;
        let job_id = job.job_id();
        let customers = job.customers().clone();
        let user_id = job.facts().user_id.clone();
        let action_name = job.facts().action_name.clone();
        let duplicates_dropped = customers.duplicates_dropped();
        let candidate = Candidate::new(&job);
        let position = match record(&shared, job).await {
            Ok(recorded) if recorded.job_id == job_id => recorded.position,
            Ok(earlier) => {
                let _until_read = read_limit.acquire(Some(user_id), 1).await;
                return replay::replay(&*shared.store, earlier.job_id, duplicates_dropped).await;
            }
            Err(refusal) => {
                if matches!(refusal, Refusal::NotRecorded { job_id: Some(_), .. }) {
                    settle_not_called(&shared, job_id, hold);
                }
                return Err(refusal);
            }
        };
        // The caller may wait for the end instead, or be gone.
        let _unheard = begun.send(Begun { job_id, duplicates_dropped, replayed: false });
        let Detected { overlaps, is_complete, withheld } =
            shared.overlap.look(&*shared.store, candidate, position).await;
        tracing::debug!(%job_id, "recorded");
        let count = customers.len();
        let host = call.host().to_owned();
        let is_withheld = withheld.is_some();
        let started = Instant::now();
        let received = match withheld {
            Some(reason) => Received::withheld(reason),
            None => shared.upstream.call(call).await,
        };
        let elapsed_ms = started.elapsed().as_millis();
        let (answer, outcomes) = work::sized(received.size(), move || {
            judge(received.understand(&redactor), &customers, &redactor)
        })
        .await;
        let StatusDetails { status, cause, http_status, .. } = answer.details;
        let http_status = http_status.map(u16::from);
        tracing::info!(
            %job_id, action_name = action_name.as_str(), customers = count, host, overlaps = overlaps.len(),
            withheld = is_withheld, %status, %cause, http_status, elapsed_ms, "the call ended"
        );
        let details = answer.details.clone();
        let change = StatusChange { outcomes, ..StatusChange::new(job_id, actor(), details) };
        let outcome_recorded = settle(&shared, change, hold).await;
        Ok(Finished {
            job_id,
            duplicates_dropped,
            answer,
            outcome_recorded,
            replayed: false,
            overlaps,
            overlaps_complete: is_complete,
        })
    }
}

fn check_action(policy: UnknownActions, action: &SetAction) -> Result<(), Refusal> {
    let is_known = ActionCode::of_legacy_name(action.action_name.as_str()).is_some();
    if is_known || policy == UnknownActions::Record {
        return Ok(());
    }
    Err(Refusal::UnknownAction { action_name: action.action_name.clone() })
}

/// Names the field as the caller knows it.
fn invalid(field: &'static str) -> impl Fn(Error) -> Refusal {
    move |error| match error {
        Error::Invalid { reason, .. } => Refusal::invalid(field, reason),
        other => Refusal::invalid(field, other.to_string()),
    }
}

/// A job that is durable.
struct Recorded {
    job_id: JobId,
    /// Its place in the ledger; `None` when the store did not say.
    position: Option<Position>,
}

impl From<Appended> for Recorded {
    fn from(appended: Appended) -> Self {
        let position = Position { index: appended.index(), created_at: appended.recorded_at() };
        Self { job_id: appended.job_id(), position: Some(position) }
    }
}

/// Makes the job durable and says where, or that no call may be made. If an earlier request with
/// the same key made a job, it returns that one.
async fn record(shared: &Shared, job: NewJob) -> Result<Recorded, Refusal> {
    let job_id = job.job_id();
    let not_recorded = |job_id, source: Error| {
        tracing::error!(?job_id, error = %source, "a job was not recorded; no call was made");
        Refusal::NotRecorded { job_id, source }
    };
    match shared.store.create(job.clone()).await {
        Ok(appended) => Ok(appended.into()),
        Err(Error::KeyReused { job_id }) => Err(Refusal::KeyReused { job_id }),
        Err(Error::Invalid { field, reason }) => Err(Refusal::Invalid { field, reason }),
        // Reported as failed, perhaps durable: ask again. The ID is new, so a duplicate can only be
        // this job.
        Err(source @ Error::Storage { maybe_recorded: true, .. }) => {
            match shared.store.create(job).await {
                Ok(appended) => Ok(appended.into()),
                Err(Error::DuplicateJob { .. }) => Ok(Recorded { job_id, position: None }),
                Err(Error::KeyReused { job_id }) => Err(Refusal::KeyReused { job_id }),
                Err(_) => Err(not_recorded(Some(job_id), source)),
            }
        }
        Err(source) => Err(not_recorded(None, source)),
    }
}
