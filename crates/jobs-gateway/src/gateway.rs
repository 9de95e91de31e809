//! The gateway: what callers hold, and what its flows share.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jobs_core::{JobId, JobStore};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError};
use tokio_util::task::TaskTracker;
use tokio_util::task::task_tracker::TaskTrackerToken;
use tracing::Instrument;

use crate::allow::AllowList;
use crate::flow::Flow;
use crate::request::{ReadMethod, ReadRequest, SetAction};
use crate::secret::Scrubber;
use crate::upstream::{Call, Method, Upstream};
use crate::{
    ConfigError, Finished, GatewayConfig, Refusal, UnknownActions, UpstreamAnswer, redact,
};

/// The Set Action flow over a store. Cheap to clone; the clones share everything.
///
/// Its methods need a tokio runtime with I/O and time enabled.
#[derive(Clone)]
pub struct Gateway {
    shared: Arc<Shared>,
}

/// What the flows of a gateway share.
pub(crate) struct Shared {
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) upstream: Upstream,
    pub(crate) unknown_actions: UnknownActions,
    allow: AllowList,
    /// One permit for each call under way; closed on shutdown.
    calls: Arc<Semaphore>,
    /// Counts the permits that are out.
    tracker: TaskTracker,
    in_flight: Mutex<HashSet<JobId>>,
}

/// Leave to make one call, given back on drop.
pub(crate) struct Permit {
    _permit: OwnedSemaphorePermit,
    _counted: TaskTrackerToken,
}

impl Gateway {
    /// A gateway that records in `store`.
    ///
    /// # Errors
    /// [`ConfigError`] when a setting is out of range, a base URL is not usable, or TLS cannot be set up.
    pub fn new(store: Arc<dyn JobStore>, config: GatewayConfig) -> Result<Self, ConfigError> {
        config.check()?;
        let shared = Shared {
            store,
            upstream: Upstream::new(&config)?,
            unknown_actions: config.unknown_actions,
            calls: Arc::new(Semaphore::new(config.calls_max)),
            allow: AllowList::new(config.upstreams, config.allow_link_local)?,
            tracker: TaskTracker::new(),
            in_flight: Mutex::default(),
        };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Records the job durably, calls the upstream, records how it ended.
    ///
    /// Runs to its end in a task of its own: dropping the returned future stops neither the call nor its
    /// recording.
    ///
    /// # Errors
    /// [`Refusal`]: no call was made, and, unless [`Refusal::job_id`] says otherwise, nothing was recorded.
    /// Whatever happens after the job is recorded is a [`Finished`].
    pub async fn set_action(&self, action: SetAction) -> Result<Finished, Refusal> {
        let flow = Flow::prepare(&self.shared, action)?;
        let job_id = flow.job_id();
        tokio::spawn(flow.run().in_current_span()).await.unwrap_or_else(|panicked| {
            tracing::error!(%job_id, error = %panicked, "the flow of a job broke off");
            Err(Refusal::Interrupted { job_id })
        })
    }

    /// Reads from the upstream. Makes no job; the same upstreams and limits apply as to a Set Action.
    ///
    /// # Errors
    /// [`Refusal`]: no call was made.
    pub async fn read(&self, request: ReadRequest) -> Result<UpstreamAnswer, Refusal> {
        let _permit = self.shared.permit()?;
        let ReadRequest { url, token, method, payload, content_type } = request;
        let payload = payload.filter(|_| method == ReadMethod::Post);
        if payload.as_ref().is_some_and(SetAction::is_set_action) {
            return Err(Refusal::invalid("postData", "is that of a Set Action, which makes a job"));
        }
        let secrets = payload.as_ref().map(redact::secrets_in).unwrap_or_default();
        let call = Call {
            method: if method == ReadMethod::Post { Method::POST } else { Method::GET },
            url: self.shared.allow.check(&url)?,
            authorization: token.as_ref().map(crate::upstream::authorization).transpose()?,
            body: payload.map(|payload| (content_type, content_type.encode(&payload))),
            scrubber: Scrubber::new(token.as_ref()).with(secrets),
        };
        Ok(self.shared.upstream.call(call).await)
    }

    /// Refuses new calls and waits until those under way have ended and every Set Action is recorded.
    ///
    /// It waits no longer than the total timeout and the few tries to record the outcome.
    pub async fn drain(&self) {
        self.shared.calls.close();
        self.shared.tracker.close();
        self.shared.tracker.wait().await;
    }

    /// Settles, as `UNCONFIRMED`, the jobs that a gateway on this ledger left `IN_PROGRESS` when it stopped in
    /// mid-call. Returns how many there were. Call it at every start; jobs under way in this gateway are left
    /// alone, as are jobs that came in by another door.
    ///
    /// A ledger that several running gateways share must not be recovered while others have calls under way.
    ///
    /// # Errors
    /// Those of the store. What was settled before the error stays settled.
    pub async fn recover(&self) -> jobs_core::Result<u64> {
        crate::recover::recover(&self.shared).await
    }

    /// How many Set Actions are under way.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.shared.in_flight().len()
    }
}

impl Shared {
    pub(crate) fn allow(&self) -> &AllowList {
        &self.allow
    }

    /// Leave to make a call.
    pub(crate) fn permit(&self) -> Result<Permit, Refusal> {
        // Counted before the permit is asked for: once the semaphore is closed, every permit is counted.
        let counted = self.tracker.token();
        let permit = Arc::clone(&self.calls).try_acquire_owned().map_err(|error| match error {
            TryAcquireError::Closed => Refusal::ShuttingDown,
            TryAcquireError::NoPermits => Refusal::Busy,
        })?;
        Ok(Permit { _permit: permit, _counted: counted })
    }

    /// The jobs whose flow is running in this gateway.
    pub(crate) fn in_flight(&self) -> MutexGuard<'_, HashSet<JobId>> {
        // Inserting and removing an ID cannot panic half-way.
        self.in_flight.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
