//! What every handler shares: the ledger, its notary, the gateway, sign-in.

use std::sync::Arc;

use jobs_core::{JobDetail, JobId, JobStore};
use jobs_gateway::{Gateway, ReadLimit};
use jobs_live::Feed;
use jobs_notary::Notary;
use jobs_sign_in::SignIn;

use crate::endpoint::{Grant, LogAccess};
use crate::request::bodies::RequestBodies;
use crate::request::read_limit::read_limit;
use crate::response::problem::Problem;

/// The state of the server. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App(Arc<State>);

#[derive(Debug)]
struct State {
    store: Arc<dyn JobStore>,
    notary: Arc<Notary>,
    gateway: Gateway,
    sign_in: Arc<SignIn>,
    log_access: LogAccess,
    bodies: RequestBodies,
    read_limit: Arc<ReadLimit>,
    feed: Arc<Feed>,
}

impl App {
    /// Serves `store`, for which `notary` signs; calls upstreams through `gateway`, which records
    /// to the same store; lets in whom `sign_in` does, and to the log of checkpoints and tiles
    /// whomever `log_access` says.
    #[must_use]
    pub fn new(
        store: Arc<dyn JobStore>,
        notary: Arc<Notary>,
        gateway: Gateway,
        sign_in: SignIn,
        log_access: LogAccess,
    ) -> Self {
        let read_limit = Arc::new(read_limit());
        let gateway = gateway.with_read_limit(Arc::clone(&read_limit));
        let feed = Feed::new(Arc::clone(&store), &notary);
        let bodies = RequestBodies::default();
        Self(Arc::new(State {
            store,
            notary,
            gateway,
            sign_in: Arc::new(sign_in),
            log_access,
            bodies,
            read_limit,
            feed,
        }))
    }

    pub(crate) fn store(&self) -> &dyn JobStore {
        &*self.0.store
    }

    pub(crate) fn notary(&self) -> &Notary {
        &self.0.notary
    }

    pub(crate) fn gateway(&self) -> &Gateway {
        &self.0.gateway
    }

    pub(crate) fn sign_in(&self) -> &Arc<SignIn> {
        &self.0.sign_in
    }

    pub(crate) fn log_access(&self) -> LogAccess {
        self.0.log_access
    }

    pub(crate) fn bodies(&self) -> &RequestBodies {
        &self.0.bodies
    }

    /// How many requests read at once.
    pub(crate) fn read_limit(&self) -> &ReadLimit {
        &self.0.read_limit
    }

    pub(crate) fn feed(&self) -> &Arc<Feed> {
        &self.0.feed
    }

    /// Reads the users, tokens, the sessions' key and the proxies' secret again if their files were
    /// changed; what is taken from somebody by that ends what is under way of theirs.
    pub fn refresh(&self) {
        self.sign_in().refresh();
    }

    /// Reads the issuer's keys of JWTs again, now.
    pub async fn renew_keys(&self) {
        self.sign_in().renew_keys().await;
    }

    /// Reads the issuer's keys of JWTs again if it is time. To be called often; may take as long as
    /// the issuer does.
    pub async fn look_for_keys(&self) {
        self.sign_in().look_for_keys().await;
    }

    /// Ends the streams of entries, which have no end of their own, and refuses new ones. To be
    /// called when the server is told to stop; their readers go on elsewhere, or here after the
    /// next start.
    pub fn end_streams(&self) {
        self.feed().end();
    }

    /// The job, if it exists and `grant` extends to it.
    pub(crate) async fn job(&self, job_id: JobId, grant: &Grant) -> Result<JobDetail, Problem> {
        let job = self.store().job(job_id).await?;
        let job = job.ok_or(jobs_core::Error::UnknownJob { job_id })?;
        grant.check_owner(&job.job.facts.user_id)?;
        Ok(job)
    }
}
