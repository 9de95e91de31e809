//! The router over a memory store and a simulated upstream, called without a socket.

use std::io::Write as _;
use std::sync::{Arc, LazyLock};

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt as _;
use jobs_api::{App, Endpoint, Enveloped, LogAccess, Peer, endpoints, router};
use jobs_auth::{Accounts, PasswordHash, Role, SessionKey, digest};
use jobs_core::log::{Origin, SigningKey};
use jobs_core::{Head, JobStore, MemoryStore};
use jobs_gateway::{Gateway, GatewayConfig, OnOverlap};
use jobs_notary::{NotarizedStore, Notary};
use jobs_sign_in::{IdentitySecret, Jwt, SignIn};
use jobs_sim::{Sim, SimConfig};
use serde_json::Value;
use tempfile::TempDir;
use tokio::net::TcpListener;
use url::Url;

use crate::support::issuer::Issuer;
use crate::support::means::{Means, TestClock};

/// Tokens of the four users. `vijay` and `anita` are operators.
pub(crate) const ADMIN: Option<&str> = Some("token-of-admin");
pub(crate) const AUDITOR: Option<&str> = Some("token-of-audra");
pub(crate) const VIJAY: Option<&str> = Some("token-of-vijay");
pub(crate) const ANITA: Option<&str> = Some("token-of-anita");
pub(crate) const GONE: Option<&str> = Some("token-of-gone");
/// A user about whom a test may change anything, and who has the token `spare`.
pub(crate) const SPARE: Option<&str> = Some("token-of-spare");
/// What the trusted proxies, in 10.0.0.0/8, share with the server.
pub(crate) const IDENTITY_SECRET: &str = "a-secret-of-the-proxies-with-32-characters-or-more";
pub(crate) const NOBODY: Option<&str> = None;

pub(crate) struct Api {
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) sim: Sim,
    pub(crate) upstream: String,
    pub(crate) app: App,
    pub(crate) clock: Arc<TestClock>,
    /// The file of the proxies' secret.
    pub(crate) identity_secret: tempfile::NamedTempFile,
    /// Where `auth.toml` is, unless the caller of [`Api::letting_in`] has it.
    pub(crate) accounts: Option<TempDir>,
    router: Enveloped,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
    pub(crate) text: String,
}

/// The endpoint of this name.
pub(crate) fn endpoint(id: &str) -> &'static Endpoint {
    endpoints().iter().find(|endpoint| endpoint.id() == id).expect(id)
}

impl Api {
    pub(crate) async fn new() -> Self {
        Self::over(Arc::new(MemoryStore::default())).await
    }

    pub(crate) async fn over(store: Arc<dyn JobStore>) -> Self {
        Self::with(store, LogAccess::Public).await
    }

    pub(crate) async fn with(store: Arc<dyn JobStore>, log_access: LogAccess) -> Self {
        let jwt = Issuer::new().trusted().await;
        Self::build(store, log_access, jwt, OnOverlap::default(), None).await
    }

    /// An API that accepts the JWTs that `jwt` does.
    pub(crate) async fn trusting(jwt: Jwt) -> Self {
        let store = Arc::new(MemoryStore::default());
        Self::build(store, LogAccess::Public, jwt, OnOverlap::default(), None).await
    }

    /// An API over `store` with these sign-in rules and this clock.
    pub(crate) async fn letting_in(
        store: Arc<dyn JobStore>,
        sign_in: SignIn,
        clock: Arc<TestClock>,
    ) -> Self {
        let overlap = OnOverlap::default();
        Self::build_on(store, LogAccess::Public, sign_in, clock, overlap, None).await
    }

    /// An API whose gateway handles overlaps in this way.
    pub(crate) async fn on_overlap(on_overlap: OnOverlap) -> Self {
        let store = Arc::new(MemoryStore::default());
        let jwt = Issuer::new().trusted().await;
        Self::build(store, LogAccess::Public, jwt, on_overlap, None).await
    }

    /// An API that may also call `upstream`, and looks for no overlaps.
    pub(crate) async fn calling(store: Arc<dyn JobStore>, upstream: &str) -> Self {
        let jwt = Issuer::new().trusted().await;
        let upstream = upstream.parse().unwrap();
        Self::build(store, LogAccess::Public, jwt, OnOverlap::Allow, Some(upstream)).await
    }

    async fn build(
        store: Arc<dyn JobStore>,
        log_access: LogAccess,
        jwt: Jwt,
        on_overlap: OnOverlap,
        other_upstream: Option<Url>,
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("auth.toml");
        std::fs::write(&path, &*AUTH_TOML).unwrap();
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(&path, private).unwrap();
        let accounts = Arc::new(Accounts::open(path).unwrap().unwrap());
        let sign_in = SignIn::new(accounts, SessionKey::generate().unwrap()).with_jwt(Some(jwt));
        let clock = Arc::new(TestClock::default());
        let api = Self::build_on(store, log_access, sign_in, clock, on_overlap, other_upstream);
        Self { accounts: Some(folder), ..api.await }
    }

    async fn build_on(
        store: Arc<dyn JobStore>,
        log_access: LogAccess,
        sign_in: SignIn,
        clock: Arc<TestClock>,
        on_overlap: OnOverlap,
        other_upstream: Option<Url>,
    ) -> Self {
        let key = SigningKey::from_seed(Origin::new("ledger.test/jobs").unwrap(), &[7; 32]);
        let notary = Arc::new(Notary::start(key, store, Vec::new()).await.unwrap());
        let store: Arc<dyn JobStore> = Arc::new(NotarizedStore::new(Arc::clone(&notary)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let upstream = format!("http://{}", listener.local_addr().unwrap());
        let sim = Sim::new(SimConfig::default());
        let serving = sim.clone();
        tokio::spawn(async move { serving.serve(listener).await });
        let config = GatewayConfig {
            upstreams: other_upstream.into_iter().chain([upstream.parse().unwrap()]).collect(),
            reads: vec![format!("POST {upstream}/*").parse().unwrap()],
            on_overlap,
            ..GatewayConfig::default()
        };
        let gateway = Gateway::new(Arc::clone(&store), config).unwrap();
        let mut identity_secret = tempfile::NamedTempFile::new().unwrap();
        writeln!(identity_secret, "{IDENTITY_SECRET}").unwrap();
        let secret = IdentitySecret::load(identity_secret.path()).unwrap();
        let sign_in = sign_in
            .with_clock(clock.clone())
            .with_trusted_proxies(vec!["10.0.0.0/8".parse().unwrap()])
            .with_identity_secret(Some(secret))
            .with_allowed_hosts(["ledger.test", "x"].map(str::to_owned));
        let app = App::new(Arc::clone(&store), notary, gateway, sign_in, log_access);
        let router = router(app.clone());
        let accounts = None;
        Self { store, sim, upstream, app, clock, identity_secret, accounts, router }
    }

    pub(crate) fn router(&self) -> Enveloped {
        self.router.clone()
    }

    /// Sends a request, without reading the body of the answer.
    pub(crate) async fn open(&self, request: Request<Body>) -> Response {
        self.router.answer(request).await
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.open(request).await.into_parts();
        // A stream does not end.
        let is_stream =
            parts.headers.get("content-type").is_some_and(|it| it == "text/event-stream");
        let body = if is_stream { Body::empty() } else { body };
        let body = body.collect().await.unwrap().to_bytes();
        let bytes = body.to_vec();
        let text = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, headers: parts.headers, bytes, text }
    }

    pub(crate) async fn call(
        &self,
        token: Option<&str>,
        method: Method,
        path: &str,
        body: impl Into<Body>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        self.send(request.body(body.into()).unwrap()).await
    }

    /// A request with `token`, signed in by `means`.
    pub(crate) async fn call_by(
        &self,
        means: Means,
        token: Option<&str>,
        method: Method,
        path: &str,
        body: impl Into<Body>,
    ) -> Answer {
        self.send(self.request_by(means, token, method, path, body).await).await
    }

    /// The same, to be sent.
    pub(crate) async fn request_by(
        &self,
        means: Means,
        token: Option<&str>,
        method: Method,
        path: &str,
        body: impl Into<Body>,
    ) -> Request<Body> {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = token {
            let user = token.strip_prefix("token-of-").unwrap();
            request = match means {
                Means::Token => request.header("authorization", format!("Bearer {token}")),
                Means::Session => {
                    let cookie = self.session(user).await;
                    request.header("cookie", cookie).header("sec-fetch-site", "same-origin")
                }
                Means::Proxy => {
                    let peer = Peer("10.0.0.1:5".parse().unwrap());
                    let request = request.extension(peer).header("x-forwarded-user", user);
                    request.header("x-identity-secret", IDENTITY_SECRET)
                }
                Means::Jwt => {
                    let (_, role) = USERS.iter().find(|(known, _)| *known == user).unwrap();
                    let jwt = Issuer::new().jwt(user, role.as_str());
                    request.header("authorization", format!("Bearer {jwt}"))
                }
            };
        }
        request.body(body.into()).unwrap()
    }

    /// The cookie of a new session.
    pub(crate) async fn session(&self, user: &str) -> String {
        let body = serde_json::json!({"username": user, "password": password_of(user)});
        let answer = self.post(NOBODY, "/api/login", body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.cookie().unwrap()
    }

    pub(crate) async fn get(&self, token: Option<&str>, path: &str) -> Answer {
        self.call(token, Method::GET, path, Body::empty()).await
    }

    pub(crate) async fn post(
        &self,
        token: Option<&str>,
        path: &str,
        body: impl ToString,
    ) -> Answer {
        self.call(token, Method::POST, path, body.to_string()).await
    }

    /// Submits a job with one customer, and returns its ID.
    pub(crate) async fn submit(&self, token: Option<&str>) -> String {
        let body = serde_json::json!({"action_name": "Trans-Begin", "cids": ["5001"]});
        let answer = self.post(token, "/v1/jobs", body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.json()["job"]["job_id"].as_str().unwrap().to_owned()
    }

    /// The same for a job that has ended.
    pub(crate) async fn submit_ended(&self, token: Option<&str>) -> String {
        let job_id = self.submit(token).await;
        let path = format!("/v1/jobs/{job_id}/status");
        let answer = self.post(token, &path, serde_json::json!({"status": "FAILED"})).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        job_id
    }

    /// A request for `operation`; where needed, about the job `job_id` and the newest entry.
    pub(crate) async fn path(&self, operation: &'static Endpoint, job_id: &str) -> String {
        let size = self.head().await.size();
        let path = operation
            .path()
            .replace("{job_id}", job_id)
            .replace("{other_id}", job_id)
            .replace("{index}", &(size - 1).to_string())
            .replace("{cid}", "5001")
            .replace("{user_id}", "vijay")
            .replace("/tile/{*path}", "/tile/0/000.p/1")
            .replace("{*path}", "000.p/1");
        let about_spare = |path: &str| path.replace("/users/vijay/", "/users/spare/");
        let path = about_spare(&path.replace("{token_name}", "spare"));
        match operation.id() {
            "proveInclusion" => path + "?index=0",
            "proveConsistency" => path + "?from=0",
            _ => path,
        }
    }

    pub(crate) async fn head(&self) -> Head {
        self.store.head().await.unwrap()
    }
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The part of a set cookie that a browser sends back.
    pub(crate) fn cookie(&self) -> Option<String> {
        let (pair, _) = self.header("set-cookie")?.split_once(';')?;
        Some(pair.to_owned())
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// The users, each with a password and a token of the same name; `gone` is disabled.
static AUTH_TOML: LazyLock<String> = LazyLock::new(|| {
    let mut text = String::new();
    for (user, role) in USERS {
        let hash = PasswordHash::of_new(&password_of(user)).unwrap();
        let hash = hash.as_str();
        let digest = hex::encode(digest(&format!("token-of-{user}")));
        let disabled = user == "gone";
        text += &format!(
            "[[user]]\nname = \"{user}\"\nrole = \"{role}\"\npassword = \"{hash}\"\n\
             disabled = {disabled}\n\
             [[token]]\nsha256 = \"{digest}\"\nuser = \"{user}\"\nname = \"{user}\"\n\n"
        );
    }
    text
});

const USERS: [(&str, Role); 6] = [
    ("admin", Role::Admin),
    ("audra", Role::Auditor),
    ("vijay", Role::Operator),
    ("anita", Role::Operator),
    ("gone", Role::Admin),
    ("spare", Role::Operator),
];

pub(crate) fn password_of(user: &str) -> String {
    format!("password-of-{user}")
}
