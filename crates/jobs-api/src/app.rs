//! The state of the server. A handler takes the parts that it needs, by [`FromRef`]; the whole
//! where it needs most of them.

use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::FromRef;
use axum::http::{HeaderMap, Response};
use jobs_core::JobStore;
use jobs_gateway::Gateway;
use jobs_live::Feed;
use jobs_notary::Notary;
use jobs_sign_in::SignIn;

use crate::access::LogAccess;
use crate::ledger::Ledger;
use crate::request::bodies::RequestBodies;

/// What another crate answers to `GET` beside the API, such as the pages of a dashboard.
///
/// Its answers are the same for everybody: nobody is asked who they are. `/` is its own. The paths
/// of the API come before any others.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    /// The answer to a path, by the path prefix under which a proxy shows the server (`/ledger`, or
    /// empty), and the request's headers. `None` for a path that is not its own.
    pub answer: fn(&str, &str, &HeaderMap) -> Option<Response<Bytes>>,
    /// Whether a path is its own, without an answer.
    pub is_page: fn(&str) -> bool,
}

/// The state of the server. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    state: Arc<State>,
    site: Option<Site>,
    data_dir: DataDir,
}

/// Where the ledger is, if it is in a directory.
#[derive(Debug, Clone, Default)]
pub(crate) struct DataDir(pub(crate) Option<Arc<Path>>);

#[derive(Debug)]
struct State {
    ledger: Ledger,
    gateway: Gateway,
    sign_in: Arc<SignIn>,
    log_access: LogAccess,
    bodies: Arc<RequestBodies>,
    feed: Arc<Feed>,
}

impl App {
    /// Serves `store`, for which `notary` signs; calls upstreams through `gateway`, which records
    /// to the same store; admits whom `sign_in` admits, and to the log of checkpoints and tiles
    /// those whom `log_access` names.
    #[must_use]
    pub fn new(
        store: Arc<dyn JobStore>,
        notary: Arc<Notary>,
        gateway: Gateway,
        sign_in: SignIn,
        log_access: LogAccess,
    ) -> Self {
        let feed = Feed::new(Arc::clone(&store), &notary);
        let ledger = Ledger::new(store, notary);
        let gateway = gateway.with_read_limit(Arc::clone(ledger.read_limit()));
        let sign_in = Arc::new(sign_in);
        let bodies = Arc::default();
        let state = State { ledger, gateway, sign_in, log_access, bodies, feed };
        Self { state: Arc::new(state), site: None, data_dir: DataDir::default() }
    }

    /// Answers by `site` where the API has no path. Without one, `/` is a page that leads to the
    /// API's documentation.
    #[must_use]
    pub fn with_site(self, site: Site) -> Self {
        Self { site: Some(site), ..self }
    }

    /// Shows what `jobctl verify --record` writes down in `data_dir`, where the ledger is.
    #[must_use]
    pub fn with_data_dir(self, data_dir: &Path) -> Self {
        Self { data_dir: DataDir(Some(data_dir.into())), ..self }
    }

    pub(crate) fn site(&self) -> Option<Site> {
        self.site
    }

    pub(crate) fn ledger(&self) -> &Ledger {
        &self.state.ledger
    }

    pub(crate) fn gateway(&self) -> &Gateway {
        &self.state.gateway
    }

    pub(crate) fn sign_in(&self) -> &Arc<SignIn> {
        &self.state.sign_in
    }

    pub(crate) fn log_access(&self) -> LogAccess {
        self.state.log_access
    }

    pub(crate) fn feed(&self) -> &Arc<Feed> {
        &self.state.feed
    }

    /// Reads the users, tokens, the sessions' key and the proxies' secret again if their files were
    /// changed. What a caller may not do any more ends, requests in flight included.
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

    /// Writes down when tokens were last used: at most once a minute, so that it may be called
    /// often, and in any case if it `is_last`, when the server stops.
    pub fn write_token_uses(&self, is_last: bool) {
        self.sign_in().write_token_uses(is_last);
    }

    /// Ends the streams of entries, which have no end of their own, and refuses new ones. To be
    /// called when the server is told to stop; their readers go on elsewhere, or here after the
    /// next start.
    pub fn end_streams(&self) {
        self.feed().end();
    }
}

macro_rules! part {
    ($field:ident: $Part:ty) => {
        impl FromRef<App> for $Part {
            fn from_ref(app: &App) -> Self {
                app.state.$field.clone()
            }
        }
    };
}

part!(ledger: Ledger);
part!(gateway: Gateway);
part!(sign_in: Arc<SignIn>);
part!(log_access: LogAccess);
part!(bodies: Arc<RequestBodies>);
part!(feed: Arc<Feed>);

impl FromRef<App> for DataDir {
    fn from_ref(app: &App) -> Self {
        app.data_dir.clone()
    }
}

impl FromRef<App> for Option<Site> {
    fn from_ref(app: &App) -> Self {
        app.site
    }
}
