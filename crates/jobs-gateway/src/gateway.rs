//! The gateway: the handle that callers hold.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use jobs_core::{ActionCode, ActionName, CustomerSet, JobId, JobStore, UserId};
use jobs_serve::work;
use tokio::sync::oneshot;
use tokio::task::{JoinError, JoinHandle};
use tracing::Instrument;
use url::Url;

use crate::admission::ReadLimit;
use crate::answer::{Answer, Begun, Finished};
use crate::config::{ConfigError, GatewayConfig, UnknownActions};
use crate::flow::{Flow, Request, Shared, recover, replay};
use crate::overlap::{Candidate, Foreseen};
use crate::redact::Redactor;
use crate::refusal::Refusal;
use crate::relay;
use crate::request::{ReadRequest, SetAction, footprint};

/// The Set Action flow over a store. Cheap to clone; the clones share everything.
///
/// Its methods need a tokio runtime with I/O and time enabled.
#[derive(Clone)]
pub struct Gateway {
    shared: Arc<Shared>,
    read_limit: Arc<ReadLimit>,
}

impl Gateway {
    /// A gateway that records in `store`.
    ///
    /// # Errors
    /// [`ConfigError`] when a setting is out of range, a base URL is not usable, or TLS cannot be
    /// set up.
    pub fn new(store: Arc<dyn JobStore>, config: GatewayConfig) -> Result<Self, ConfigError> {
        let shared = Shared::new(store, config)?;
        Ok(Self { shared: Arc::new(shared), read_limit: Arc::new(ReadLimit::unlimited()) })
    }

    /// With `read_limit`, whose permits bound how many replays read the store at once, in all and
    /// per user. Without it, one user's calls could take all readers of the store. Comparing a job
    /// with recent ones needs no permit: one call reads new entries for all.
    #[must_use]
    pub fn with_read_limit(self, read_limit: Arc<ReadLimit>) -> Self {
        Self { read_limit, ..self }
    }

    /// Records the job durably, calls the upstream, records how it ended.
    ///
    /// Runs to its end in a separate task: dropping the returned future stops neither the call nor
    /// its recording.
    ///
    /// # Errors
    /// [`Refusal`]: no call was made, and, unless [`Refusal::job_id`] says otherwise, nothing was
    /// recorded. After the job is recorded, the result is always a [`Finished`].
    pub async fn set_action(&self, action: SetAction) -> Result<Finished, Refusal> {
        match self.start(action).await? {
            Started::Replay(finished) => Ok(finished),
            Started::Flow { job_id, call, .. } => finished(job_id, call.await),
        }
    }

    /// As [`set_action`](Self::set_action), and returns as soon as the job is durable. The call is
    /// made, and recorded, after that.
    ///
    /// # Errors
    /// As those of [`set_action`](Self::set_action).
    pub async fn begin_set_action(&self, action: SetAction) -> Result<Begun, Refusal> {
        let duplicates_dropped = action.customers.duplicates_dropped();
        let finished = match self.start(action).await {
            Ok(Started::Replay(finished)) => Ok(finished),
            Ok(Started::Flow { job_id, recorded, call }) => match recorded.await {
                Ok(begun) => return Ok(begun),
                // It was not recorded, or is a replay.
                Err(_) => finished(job_id, call.await),
            },
            Err(refusal) => Err(refusal),
        };
        match finished {
            // The first request was answered while its call was under way, too.
            Ok(Finished { job_id, .. }) | Err(Refusal::UnderWay { job_id }) => {
                Ok(Begun { job_id, duplicates_dropped, replayed: true })
            }
            Err(refusal) => Err(refusal),
        }
    }

    async fn start(&self, action: SetAction) -> Result<Started, Refusal> {
        let bytes = footprint(&action.payload);
        let shared = Arc::clone(&self.shared);
        // First of all: a replay is answered even if this gateway would refuse a new request.
        if let Some(key) = action.request_key {
            let user = action.user_id.clone();
            let reading = self.read_limit.acquire(Some(user.clone()), 1).await;
            if let Some(recorded) = replay::find(&*shared.store, key).await? {
                drop(reading);
                let redactor = shared.redactor.clone();
                let request = work::sized(bytes, move || Request::read(&redactor, action)).await?;
                let _until_read = self.read_limit.acquire(Some(user), 1).await;
                let finished = replay::again(&*shared.store, &recorded, &request.job).await;
                return finished.map(Started::Replay);
            }
        }
        let permit = self.shared.admission.admit(&action.user_id, bytes).await?;
        let read_limit = Arc::clone(&self.read_limit);
        let flow =
            work::sized(bytes, move || Flow::prepare(shared, read_limit, action, permit)).await?;
        let job_id = flow.job_id();
        let (begun, recorded) = oneshot::channel();
        let call = tokio::spawn(flow.run(begun).in_current_span());
        Ok(Started::Flow { job_id, recorded, call })
    }

    /// The recent jobs that did the same as a Set Action of `user` would, were it sent now: but for
    /// `retry_of`, if it would try that job again. Records nothing, and decides nothing: jobs that
    /// come in between count as well.
    pub async fn foresee_overlaps(
        &self,
        user: UserId,
        action_code: ActionCode,
        action_name: ActionName,
        customers: CustomerSet,
        retry_of: Option<JobId>,
    ) -> Foreseen {
        let job = Candidate::unrecorded(user, action_code, action_name, customers, retry_of);
        self.shared.overlap.foresee(&*self.shared.store, job).await
    }

    /// How far back jobs are compared with a new one.
    #[must_use]
    pub fn overlap_window(&self) -> Duration {
        self.shared.overlap.window()
    }

    /// Reads from the upstream. Makes no job, but a line in the log
    /// ([`RELAY_TARGET`](crate::RELAY_TARGET)); the same upstreams and limits apply as to a Set
    /// Action.
    ///
    /// # Errors
    /// [`Refusal`]: no call was made.
    pub async fn read(&self, request: ReadRequest) -> Result<Answer, Refusal> {
        relay::relay(&self.shared, request).await
    }

    /// Refuses new calls and waits until those in flight have ended and every Set Action is
    /// recorded.
    ///
    /// It waits no longer than the total timeout and, while the store is failing, some 6 s of last
    /// tries to record the outcomes.
    pub async fn drain(&self) {
        self.shared.admission.close();
        self.shared.admission.idle().await;
    }

    /// Settles, as `UNCONFIRMED`, the jobs that a gateway on this ledger left `IN_PROGRESS` when it
    /// stopped in mid-call. Returns how many there were. Call it at every start; jobs in flight in
    /// this gateway are left alone, as are jobs that did not come through a gateway.
    ///
    /// A ledger that several running gateways share must not be recovered while others have calls
    /// in flight.
    ///
    /// # Errors
    /// Those of the store. What was settled before the error stays settled.
    pub async fn recover(&self) -> jobs_core::Result<u64> {
        recover::recover(&self.shared).await
    }

    /// The base URLs under which it may call.
    #[must_use]
    pub fn upstreams(&self) -> &[Url] {
        self.shared.allow.bases()
    }

    /// What it does with an action that has no known code.
    #[must_use]
    pub fn unknown_actions(&self) -> UnknownActions {
        self.shared.unknown_actions
    }

    /// What removes credentials from all that this gateway records, for others who record beside
    /// it.
    #[must_use]
    pub fn redactor(&self) -> &Redactor {
        &self.shared.redactor
    }

    /// How many Set Actions are in flight, including those whose outcome is not recorded yet.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.shared.in_flight().len()
    }
}

/// A Set Action that nothing stops any more.
enum Started {
    /// It was sent before.
    Replay(Finished),
    /// It runs in a task of its own.
    Flow {
        job_id: JobId,
        recorded: oneshot::Receiver<Begun>,
        call: JoinHandle<Result<Finished, Refusal>>,
    },
}

fn finished(
    job_id: JobId,
    ended: Result<Result<Finished, Refusal>, JoinError>,
) -> Result<Finished, Refusal> {
    ended.unwrap_or_else(|panicked| {
        tracing::error!(%job_id, error = %panicked, "the flow of a job broke off");
        Err(Refusal::Interrupted { job_id })
    })
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway")
            .field("store", &self.shared.store)
            .field("allow", &self.shared.allow)
            .field("in_flight", &self.in_flight())
            .finish_non_exhaustive()
    }
}
