//! What every handler shares: the ledger, the gateway, the tokens.

use std::sync::Arc;

use jobs_core::{JobDetail, JobId, JobStore};
use jobs_gateway::Gateway;

use crate::auth::{Grant, Tokens};
use crate::extract::Bodies;
use crate::problem::Problem;

/// The state of the server. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<State>);

#[derive(Debug)]
struct State {
    store: Arc<dyn JobStore>,
    gateway: Gateway,
    tokens: Tokens,
    bodies: Bodies,
}

impl App {
    /// Serves `store`; calls upstreams through `gateway`, which records to the same store; lets in `tokens`.
    #[must_use]
    pub fn new(store: Arc<dyn JobStore>, gateway: Gateway, tokens: Tokens) -> Self {
        Self(Arc::new(State { store, gateway, tokens, bodies: Bodies::default() }))
    }

    pub(crate) fn store(&self) -> &dyn JobStore {
        &*self.0.store
    }

    pub(crate) fn gateway(&self) -> &Gateway {
        &self.0.gateway
    }

    pub(crate) fn tokens(&self) -> &Tokens {
        &self.0.tokens
    }

    pub(crate) fn bodies(&self) -> &Bodies {
        &self.0.bodies
    }

    /// The job, if it exists and `grant` extends to it.
    pub(crate) async fn job(&self, job_id: JobId, grant: &Grant) -> Result<JobDetail, Problem> {
        let job = self.store().job(job_id).await?;
        let job = job.ok_or(jobs_core::Error::UnknownJob { job_id })?;
        grant.check_owner(&job.job.facts.user_id)?;
        Ok(job)
    }
}
