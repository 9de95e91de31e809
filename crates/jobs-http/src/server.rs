//! From settings to a running server, and to its orderly end.
//!
//! ```text
//! settings, port ─► look at what is there ─► data directory, lock ─► ledger ─► gateway ─► settle what was left ─► first token ─► serve
//! SIGTERM ─► finish requests ─► drain the gateway ─► close the ledger and its anchors
//! ```
//!
//! Everything that can refuse the start comes before a file is created. After a kill at any moment,
//! the next start continues from what is there.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[cfg(feature = "dashboard")]
use jobs_api::Site;
use jobs_api::{App, Limits, router, serve};
use jobs_auth::{Accounts, Clock as _, SessionKey, SessionKeyError, Sessions, SystemClock};
use jobs_core::log::VerifierKey;
use jobs_core::{MemoryStore, UserId};
use jobs_gateway::Gateway;
use jobs_sign_in::{IdentitySecret, IdentitySecretError, Jwt, JwtStartError, SignIn, host_of};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::config::{Config, StoreKind, UnknownUsersKind};
use crate::data_dir::{DataDir, Served};
use crate::demo::{Demo, Kept, PEOPLE};
use crate::first_token::FirstToken;
use crate::ledger::{Found, Ledger};
use crate::notarize::Notarized;
use crate::reload::{Files, Reload, watch, watch_keys, write_token_uses};
use crate::start_error::StartError;

/// A server that listens, and answers once it [runs](Self::run).
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    app: App,
    gateway: Gateway,
    ledger: Ledger,
    limits: Limits,
    demo: Option<Demo>,
    demo_people: Option<DemoPeople>,
    first_token: Option<PathBuf>,
    files: Files,
    // Last: the lock is released after everything else has ended.
    _served: Option<Served>,
}

impl Server {
    /// Opens everything and listens.
    ///
    /// # Errors
    /// [`StartError`]; nothing keeps running.
    pub async fn start(config: &Config, first_token: FirstToken) -> Result<Self, StartError> {
        let started = Self::try_start(config, first_token).await;
        started.map_err(|error| match config.store {
            StoreKind::Sqlite if error.is_damage() => {
                StartError::Damaged { data_dir: config.data_dir.clone(), source: Box::new(error) }
            }
            StoreKind::Sqlite if is_full(&config.data_dir) => {
                StartError::DiskFull { data_dir: config.data_dir.clone(), source: Box::new(error) }
            }
            _ => error,
        })
    }

    async fn try_start(config: &Config, first_token: FirstToken) -> Result<Self, StartError> {
        first_token.check(config)?;
        // All checks come before a file is created, so that a refused start leaves none behind.
        let (listener, address) = listen(&config.listen).await?;
        let data_dir = match config.store {
            StoreKind::Sqlite => Some(DataDir::at(&config.data_dir)?),
            StoreKind::Memory => None,
        };
        let files = Files { config: config.clone(), data_dir: data_dir.clone() };
        files.check_named()?;
        let mut gateway = config.gateway();
        let mut demo = match config.demo {
            true => Some(start_demo(address, data_dir.as_ref()).await?),
            false => None,
        };
        gateway.upstreams.extend(demo.as_ref().map(Demo::url));
        Gateway::new(Arc::new(MemoryStore::default()), gateway.clone())?;
        let identity_secret = identity_secret(config)?;
        let jwt = jwt(config).await?;
        let known = match &data_dir {
            Some(data_dir) => look(config, data_dir).await?,
            None => None,
        };
        let mut served = data_dir.as_ref().map(DataDir::serve).transpose()?;
        // Before anything is appended: that would hide a rollback.
        let ledger = Ledger::open(config, data_dir.as_ref()).await?;
        if let Some(demo) = &mut demo
            && matches!(ledger.found, Found::InMemory | Found::NewLedger(_))
        {
            demo.begin_ledger();
        }
        served.as_mut().map(Served::leave_trace).transpose()?;
        let Notarized { store, notary } = ledger.notarized.clone();
        let gateway = Gateway::new(Arc::clone(&store), gateway)?;
        gateway.recover().await?;
        let sessions = sessions(data_dir.as_ref())?;
        let accounts = Arc::new(match known {
            Some(accounts) => first_token.is_late_for(accounts),
            None => {
                let people = demo.as_ref().map(Demo::people).transpose();
                let people = people.map_err(StartError::DemoPassword)?;
                first_token.make_accounts(data_dir.as_ref(), people.as_ref())?
            }
        });
        let demo_people = demo.as_ref().and_then(|demo| DemoPeople::of(demo, &accounts));
        if let (Some(demo), Some(data_dir)) = (&demo, &data_dir) {
            demo.kept().write(&data_dir.demo()).map_err(StartError::Demo)?;
        }
        let first_token = data_dir.as_ref().map(DataDir::first_token).filter(|path| path.exists());
        let own_host = host_of(&config.listen).to_owned();
        let allowed_hosts = config.allowed_host.iter().cloned().chain([own_host]);
        let sign_in = SignIn::new(accounts, sessions)
            .with_trusted_proxies(config.sign_in.trusted_proxy.clone())
            .with_identity_secret(identity_secret)
            .with_unknown_users(config.sign_in.unknown_users == UnknownUsersKind::Record)
            .with_secure_cookies(config.sign_in.cookie_secure)
            .with_path_prefix(config.path_prefix.clone())
            .with_allowed_hosts(allowed_hosts)
            .with_jwt(jwt);
        let app = App::new(store, notary, gateway.clone(), sign_in, config.log_access);
        let app = match &data_dir {
            Some(data_dir) => app.with_data_dir(data_dir.path()),
            None => app,
        };
        #[cfg(feature = "dashboard")]
        let app = app
            .with_site(Site { answer: jobs_dashboard::answer, is_page: jobs_dashboard::is_page });
        let limits = config.limits();
        Ok(Self {
            listener,
            address,
            app,
            gateway,
            ledger,
            limits,
            demo,
            demo_people,
            first_token,
            files,
            _served: served,
        })
    }

    /// Where the server can be reached.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Which ledger it serves, so that a wrong one is noticed: `made a NEW ledger: …` or `opened a
    /// ledger of 1,234 entries: …`.
    #[must_use]
    pub fn ledger(&self) -> String {
        self.ledger.found.to_string()
    }

    /// The key that checks the ledger's receipts and checkpoints.
    #[must_use]
    pub fn verifier_key(&self) -> &VerifierKey {
        self.ledger.notarized.notary.verifier()
    }

    /// The file that holds the first admin token, as long as nobody has removed it.
    #[must_use]
    pub fn first_token(&self) -> Option<&Path> {
        self.first_token.as_deref()
    }

    /// The base URL of the simulated upstream, if there is one.
    #[must_use]
    pub fn demo_url(&self) -> Option<String> {
        self.demo.as_ref().map(|demo| demo.url().to_string())
    }

    /// The people as whom a visitor of the demo can sign in, if they are listed.
    #[must_use]
    pub fn demo_people(&self) -> Option<&DemoPeople> {
        self.demo_people.as_ref()
    }

    /// Makes it reload what can change while it runs.
    #[must_use]
    pub fn reload(&self) -> Reload {
        Reload { app: self.app.clone(), files: self.files.clone() }
    }

    /// Serves until `shutdown` resolves. Then accepts no more, finishes the requests and calls in
    /// flight, closes the ledger, and writes its newest checkpoint to the anchors.
    pub async fn run(self, shutdown: impl Future<Output = ()>) {
        let Self { listener, app, .. } = self;
        let Self { gateway, ledger, limits, demo, _served, .. } = self;
        if let Some(demo) = &demo {
            demo.fill(&ledger.notarized.store, &gateway).await;
        }
        let streams = app.clone();
        let last = app.clone();
        let shutdown = async move {
            shutdown.await;
            streams.end_streams();
        };
        let watching = [tokio::spawn(watch(app.clone())), tokio::spawn(watch_keys(app.clone()))];
        serve(listener, router(app), limits, shutdown).await;
        watching.iter().for_each(JoinHandle::abort);
        write_token_uses(&last, true).await;
        gateway.drain().await;
        ledger.close().await;
        tracing::info!("stopped");
    }
}

/// The people as whom a visitor of the demo can sign in.
#[derive(Debug)]
pub struct DemoPeople {
    /// Their names, each with its role: `vijay (operator)`.
    pub names: Vec<String>,
    /// Their password, for a terminal alone.
    pub password: String,
}

impl DemoPeople {
    fn of(demo: &Demo, accounts: &Accounts) -> Option<Self> {
        let register = accounts.register();
        let password = &demo.kept().password;
        let names = PEOPLE.into_iter().filter(|(name, _)| {
            let user = UserId::new(*name).ok();
            user.and_then(|user| register.user(&user)?.password.clone()).is_some()
        });
        let names: Vec<String> = names.map(|(name, role)| format!("{name} ({role})")).collect();
        (!names.is_empty()).then(|| Self { names, password: password.clone() })
    }
}

async fn start_demo(address: SocketAddr, data_dir: Option<&DataDir>) -> Result<Demo, StartError> {
    if !address.ip().is_loopback() {
        return Err(StartError::DemoForOthers);
    }
    let kept = data_dir.and_then(|data_dir| Kept::read(&data_dir.demo()));
    Demo::start(kept).await.map_err(StartError::Demo)
}

/// Checks everything in the data directory, and creates nothing. Returns the accounts.
async fn look(config: &Config, data_dir: &DataDir) -> Result<Option<Accounts>, StartError> {
    check_file_limit()?;
    data_dir.check()?;
    let known = Accounts::open(data_dir.auth_toml())?;
    // If a server may be running here, the ledger is checked later, when the lock is held.
    if !data_dir.lock().exists() {
        Ledger::check(config, data_dir).await?;
    }
    Ok(known)
}

/// More than a first start writes to any file.
const START_BYTES: u64 = 512 << 10;

#[cfg(unix)]
fn check_file_limit() -> Result<(), StartError> {
    use rustix::process::{Resource, getrlimit};
    match getrlimit(Resource::Fsize).current {
        Some(bytes) if bytes < START_BYTES => Err(StartError::FileLimit { bytes }),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn check_file_limit() -> Result<(), StartError> {
    Ok(())
}

/// Whether the disk has less room than a first start needs. The error itself may not say so, or
/// only in the words of SQLite or of the system.
#[cfg(unix)]
fn is_full(data_dir: &Path) -> bool {
    let path = std::path::absolute(data_dir).unwrap_or_else(|_| data_dir.to_owned());
    // The directory may not have been made.
    let disk = path.ancestors().find_map(|path| rustix::fs::statvfs(path).ok());
    disk.is_some_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) < START_BYTES)
}

#[cfg(not(unix))]
fn is_full(_: &Path) -> bool {
    false
}

async fn listen(listen: &str) -> Result<(TcpListener, SocketAddr), StartError> {
    let failed = |source| StartError::Listen { listen: listen.into(), source };
    // Whatever is wrong: the text is not an address, or the host is not known.
    let found = tokio::net::lookup_host(listen).await;
    let addresses: Vec<_> =
        found.map_err(|_| failed(io::ErrorKind::InvalidInput.into()))?.collect();
    let listener = TcpListener::bind(&*addresses).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    if !address.ip().is_loopback() {
        tracing::warn!(
            "{address} can be reached from other machines, and tokens are sent unencrypted: put a TLS proxy in front"
        );
    }
    Ok((listener, address))
}

fn sessions(data_dir: Option<&DataDir>) -> Result<Sessions, SessionKeyError> {
    match data_dir {
        Some(data_dir) => {
            let key = data_dir.session_key();
            let signed_out = data_dir.signed_out();
            Sessions::open(&key, &signed_out, SystemClock.now())
        }
        None => SessionKey::generate().map(Sessions::from),
    }
}

fn identity_secret(config: &Config) -> Result<Option<IdentitySecret>, IdentitySecretError> {
    let args = &config.sign_in;
    match &args.identity_secret {
        Some(_) if args.trusted_proxy.is_empty() => Err(IdentitySecretError::NoProxy),
        Some(path) => IdentitySecret::load(path).map(Some),
        None => Ok(None),
    }
}

async fn jwt(config: &Config) -> Result<Option<Jwt>, JwtStartError> {
    match config.jwt() {
        Some(settings) => Jwt::start(settings, Arc::new(SystemClock)).await.map(Some),
        None => Ok(None),
    }
}
