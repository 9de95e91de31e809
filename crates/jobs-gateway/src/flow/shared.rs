//! What the flows of a gateway share, and which of them are running.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jobs_core::{JobId, JobStore};

use crate::admission::{Admission, Load};
use crate::config::{ConfigError, GatewayConfig, UnknownActions};
use crate::overlap::Detection;
use crate::redact::Redactor;
use crate::request::AllowList;
use crate::upstream::Upstream;

/// What the flows of a gateway share.
pub(crate) struct Shared {
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) upstream: Upstream,
    pub(crate) unknown_actions: UnknownActions,
    pub(crate) overlap: Detection,
    pub(crate) allow: AllowList,
    pub(crate) redactor: Redactor,
    pub(crate) admission: Admission,
    in_flight: Mutex<HashSet<JobId>>,
}

impl Shared {
    /// What the flows of a gateway with these settings share.
    pub(crate) fn new(
        store: Arc<dyn JobStore>,
        config: GatewayConfig,
    ) -> Result<Self, ConfigError> {
        config.check()?;
        let upstream = Upstream::new(&config)?;
        let overlap = Detection::new(&config);
        let allow = AllowList::new(config.upstreams, config.reads, config.allow_link_local)?;
        config.keep_alive.iter().try_for_each(|rule| allow.check_keep_alive(rule))?;
        Ok(Self {
            store,
            upstream,
            unknown_actions: config.unknown_actions,
            overlap,
            admission: Admission::new(Load {
                calls: config.calls_max,
                bytes: config.call_bytes_max,
            }),
            allow,
            redactor: Redactor::with_names(&config.redact_names),
            in_flight: Mutex::default(),
        })
    }

    /// The jobs whose flow is running in this gateway.
    pub(crate) fn in_flight(&self) -> MutexGuard<'_, HashSet<JobId>> {
        // Inserting and removing an ID cannot panic half-way.
        self.in_flight.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A job's place among those in flight, given up on drop, whether the flow ends or breaks off.
pub(crate) struct InFlight {
    shared: Arc<Shared>,
    job_id: JobId,
}

impl InFlight {
    pub(crate) fn enter(shared: &Arc<Shared>, job_id: JobId) -> Self {
        shared.in_flight().insert(job_id);
        Self { shared: Arc::clone(shared), job_id }
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.shared.in_flight().remove(&self.job_id);
    }
}
