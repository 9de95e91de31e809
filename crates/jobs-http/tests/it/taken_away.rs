//! Revoking access ends what a caller has in flight: streams, exports, bulk requests, waiting
//! bodies. What was recorded stays, and the caller is told why.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use axum::http::{Method, Request};
use futures::{FutureExt as _, SinkExt as _, StreamExt as _};
use jobs_api::{Access, Endpoint, Peer, Scope, endpoints};
use jobs_auth::{Accounts, AuthFileEditor, PasswordHash, Role, Sessions};
use jobs_core::{JobStore, MemoryStore, UserId};
use jobs_sign_in::{JwksSource, Jwt, SignIn};
use serde_json::{Value, json};

use crate::in_process::{Api, IDENTITY_SECRET, NOBODY, password_of};
use crate::issuer::{AUDIENCE, ISSUER, Issuer, settings};
use crate::means::{Means, TestClock};
use crate::process::{self, PATIENCE};
use crate::stores::Stalling;

/// The time of the tests' clock.
const NOW: u64 = 1_769_612_693;

fn id(name: &str) -> UserId {
    UserId::new(name).unwrap()
}

/// A server over files that can be changed. `admin` is listed and has the token `token-of-admin`;
/// `ci` has a token and is not listed.
struct Site {
    folder: tempfile::TempDir,
    api: Api,
}

impl Site {
    async fn new() -> Self {
        Self::over(Arc::new(MemoryStore::default())).await
    }

    async fn over(store: Arc<dyn JobStore>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let hash = PasswordHash::of_new(&password_of("admin")).unwrap();
        AuthFileEditor::new(path("auth.toml"))
            .add_user(&id("admin"), Role::Admin, Some(&hash))
            .unwrap();
        let mut text = std::fs::read_to_string(path("auth.toml")).unwrap();
        for (user, role) in [("admin", ""), ("ci", "role = \"admin\"\n")] {
            let digest = hex::encode(jobs_auth::digest(&format!("token-of-{user}")));
            text += &format!(
                "[[token]]\nsha256 = \"{digest}\"\nuser = \"{user}\"\nname = \"{user}-1\"\n{role}"
            );
        }
        std::fs::write(path("auth.toml"), text).unwrap();
        std::fs::write(path("jwks.json"), Issuer::new().jwks().to_string()).unwrap();
        let accounts = Accounts::open(path("auth.toml")).unwrap().unwrap();
        let now = Duration::from_secs(NOW);
        let sessions = Sessions::open(&path("session.key"), &path("signed-out"), now).unwrap();
        let clock = Arc::new(TestClock::default());
        let jwt = Jwt::start(settings(JwksSource::File(path("jwks.json"))), clock.clone()).await;
        let sign_in = SignIn::new(Arc::new(accounts), sessions).with_jwt(Some(jwt.unwrap()));
        let api = Api::letting_in(store, sign_in, clock).await;
        Self { folder, api }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn editor(&self) -> AuthFileEditor {
        AuthFileEditor::new(self.path("auth.toml"))
    }

    fn rename_admin(&self) {
        self.edit("name = \"admin\"\n", "name = \"renamed\"\n");
        self.edit("user = \"admin\"\n", "user = \"renamed\"\n");
    }

    fn write_secret(&self, secret: &str) {
        std::fs::write(&self.api.identity_secret, secret).unwrap();
    }

    /// Replaces something in `auth.toml`.
    fn edit(&self, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.path("auth.toml")).unwrap();
        assert!(text.contains(from), "{text}");
        std::fs::write(self.path("auth.toml"), text.replace(from, to)).unwrap();
    }

    async fn request(&self, by: &By, method: Method, path: &str, body: Body) -> Request<Body> {
        // All requests come through a trusted proxy.
        let peer = Peer("10.1.2.3:5".parse().unwrap());
        let mut request = Request::builder().method(method).uri(path).extension(peer);
        for (name, value) in &by.0 {
            request = request.header(*name, value);
        }
        request.body(body).unwrap()
    }

    async fn open(&self, by: &By, method: Method, path: &str, body: Body) -> BodyDataStream {
        let answer = self.api.open(self.request(by, method, path, body).await).await;
        assert_eq!(answer.status(), 200, "{path}");
        answer.into_body().into_data_stream()
    }
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// The headers that sign a caller in.
struct By(Vec<(&'static str, String)>);

impl By {
    fn bearer(token: &str) -> Self {
        Self(vec![("authorization", format!("Bearer {token}"))])
    }

    fn proxy() -> Self {
        let user = ("x-forwarded-user", "admin".to_owned());
        Self(vec![user, ("x-identity-secret", IDENTITY_SECRET.to_owned())])
    }

    async fn session(site: &Site) -> Self {
        let cookie = site.api.session("admin").await;
        Self(vec![("cookie", cookie), ("sec-fetch-site", "same-origin".into())])
    }
}

/// What happens to a stream, two exports and a bulk request in flight when `take` revokes
/// something. Returns the status with which the stream and the bulk request end.
async fn ends(site: &Site, by: &By, take: impl AsyncFnOnce()) -> u64 {
    let line = r#"{"action_name": "Pay", "cids": ["1"]}"#;
    let jobs = Body::from(format!("{line}\n").repeat(600));
    let recorded = site.open(by, Method::POST, "/v1/jobs/bulk", jobs).await;
    assert_eq!(text_of(recorded).await.matches("\"status\":201").count(), 600);

    let mut stream = site.open(by, Method::GET, "/v1/stream", Body::empty()).await;
    let mut csv = site.open(by, Method::GET, "/v1/export.csv", Body::empty()).await;
    let mut ndjson = site.open(by, Method::GET, "/v1/export.ndjson", Body::empty()).await;
    let (mut lines, body) = futures::channel::mpsc::unbounded::<Result<Bytes, std::io::Error>>();
    let mut bulk = site.open(by, Method::POST, "/v1/jobs/bulk", Body::from_stream(body)).await;
    lines.send(Ok(format!("{line}\n").into())).await.unwrap();
    for begun in [&mut stream, &mut csv, &mut ndjson, &mut bulk] {
        assert!(!begun.next().await.unwrap().unwrap().is_empty());
    }
    assert!(bulk.next().now_or_never().is_none());

    take().await;
    let told = tokio::time::timeout(PATIENCE, text_of(stream)).await.unwrap();
    let (_, told) = told.rsplit_once("event: ended\ndata: ").unwrap();
    let why: Value = serde_json::from_str(told.strip_suffix("\n\n").unwrap()).unwrap();
    for export in [csv, ndjson] {
        let pieces: Vec<_> = tokio::time::timeout(PATIENCE, export.collect()).await.unwrap();
        assert!(pieces.last().is_some_and(Result::is_err), "it would be taken for the whole");
    }
    // A request that must be refused.
    let _unread = lines.send(Ok(format!("{line}\n").into())).await;
    let last = tokio::time::timeout(PATIENCE, text_of(bulk)).await.unwrap();
    let last: Value = serde_json::from_str(&last).unwrap();
    assert_eq!((&last["line"], &last["error"]), (&json!(2), &why), "{last}");
    assert_eq!(site.api.head().await.size(), 601, "what was recorded stays");
    why["status"].as_u64().unwrap()
}

async fn text_of(body: BodyDataStream) -> String {
    let pieces: Vec<_> = body.map(|piece| piece.unwrap()).collect().await;
    String::from_utf8(pieces.concat()).unwrap()
}

#[tokio::test]
async fn what_is_taken_from_a_token_ends_what_it_has_under_way() {
    let by = By::bearer("token-of-admin");
    let site = Site::new().await;
    let revoke = async || {
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
    };
    assert_eq!(ends(&site, &by, revoke).await, 401);

    let site = Site::new().await;
    let disable = async || {
        site.editor().disable_user(&id("admin")).unwrap();
        site.api.app.refresh();
    };
    assert_eq!(ends(&site, &by, disable).await, 401);

    let site = Site::new().await;
    let rename = async || {
        site.rename_admin();
        site.api.app.refresh();
    };
    assert_eq!(ends(&site, &by, rename).await, 401);

    for (role, mine) in [("auditor", "admin"), ("operator", "ci")] {
        let site = Site::new().await;
        let change = async || {
            site.edit("role = \"admin\"", &format!("role = \"{role}\""));
            site.api.app.refresh();
        };
        assert_eq!(ends(&site, &By::bearer(&format!("token-of-{mine}")), change).await, 403);
    }
}

#[tokio::test]
async fn what_is_taken_from_a_session_ends_what_it_has_under_way() {
    let takes: [fn(&Site); 8] = [
        Site::rename_admin,
        |site| site.editor().disable_user(&id("admin")).unwrap(),
        |site| {
            let hash = PasswordHash::of_new("another password").unwrap();
            site.editor().set_password(&id("admin"), &hash).unwrap();
        },
        |site| site.edit("password =", "# password ="),
        |site| std::fs::remove_file(site.path("session.key")).unwrap(),
        |site| std::fs::write(site.path("session.key"), "ab".repeat(32)).unwrap(),
        |site| std::fs::write(site.path("session.key"), "rubbish").unwrap(),
        |site| site.api.clock.pass(15 * 60 + 1),
    ];
    for take in takes {
        let site = Site::new().await;
        let by = By::session(&site).await;
        let take = async || {
            take(&site);
            site.api.app.refresh();
        };
        assert_eq!(ends(&site, &by, take).await, 401);
    }
    let site = Site::new().await;
    let by = By::session(&site).await;
    let sign_out = async || {
        let request = site.request(&by, Method::POST, "/api/logout", Body::empty()).await;
        assert_eq!(site.api.send(request).await.status, 200);
    };
    assert_eq!(ends(&site, &by, sign_out).await, 401);
}

#[tokio::test]
async fn what_is_taken_from_a_proxy_ends_what_it_has_under_way() {
    type Take = (fn(&Site), u64);
    let takes: [Take; 8] = [
        (|site| site.write_secret(&IDENTITY_SECRET.to_uppercase()), 401),
        (|site| site.write_secret("short"), 401),
        (|site| site.write_secret(""), 401),
        (|site| std::fs::remove_file(&site.api.identity_secret).unwrap(), 401),
        (|site| set_mode(site.api.identity_secret.path(), 0o644), 401),
        (|site| site.editor().disable_user(&id("admin")).unwrap(), 401),
        (Site::rename_admin, 401),
        (|site| site.edit("role = \"admin\"", "role = \"auditor\""), 403),
    ];
    for (take, status) in takes {
        let site = Site::new().await;
        let take = async || {
            take(&site);
            site.api.app.refresh();
        };
        assert_eq!(ends(&site, &By::proxy(), take).await, status);
        let again = site.request(&By::proxy(), Method::POST, "/v1/jobs", Body::empty()).await;
        assert_eq!(site.api.send(again).await.status, 403, "nor may it begin anything");
    }
}

#[tokio::test]
async fn what_is_taken_from_a_jwt_ends_what_it_has_under_way() {
    let until = |seconds| By::bearer(&Issuer::new().jwt_until("someone", "admin", NOW + seconds));
    let site = Site::new().await;
    let expire = async || site.api.clock.pass(600 + 61);
    assert_eq!(ends(&site, &until(600), expire).await, 401);

    let site = Site::new().await;
    let withdraw = async || {
        let other = Issuer::with_key(1, "one");
        std::fs::write(site.path("jwks.json"), other.jwks().to_string()).unwrap();
        site.api.clock.pass(50);
        // The real server polls; here, the next request makes it check.
        let by = other.jwt_until("other", "admin", NOW + 600);
        assert_eq!(site.api.get(Some(&by), "/v1/jobs").await.status, 200);
    };
    assert_eq!(ends(&site, &until(600), withdraw).await, 401);

    // A user of that name is listed with a lesser role, or as disabled.
    for (listed, status) in [
        ("name = \"someone\"\nrole = \"operator\"\n", 403),
        ("name = \"someone\"\nrole = \"admin\"\ndisabled = true\n", 401),
        ("name = \"SOMEONE\"\nrole = \"admin\"\ndisabled = true\n", 401),
    ] {
        let site = Site::new().await;
        let list = async || {
            site.edit("[[user]]", &format!("[[user]]\n{listed}\n[[user]]"));
            site.api.app.refresh();
        };
        assert_eq!(ends(&site, &until(600), list).await, status, "{listed}");
    }
}

/// Anyone who can write to the keys, or replace them, could sign in as anybody.
#[tokio::test]
async fn keys_that_others_may_have_written_are_not_taken() {
    let makes_open: [fn(&Site); 3] = [
        |site| set_mode(&site.path("jwks.json"), 0o666),
        |site| set_mode(&site.path("jwks.json"), 0o620),
        |site| set_mode(site.folder.path(), 0o777),
    ];
    for make_open in makes_open {
        let site = Site::new().await;
        let other = Issuer::with_key(1, "one");
        let get = async |issuer: &Issuer| {
            let by = issuer.jwt_until("someone", "admin", NOW + 600);
            site.api.get(Some(&by), "/v1/jobs").await.status.as_u16()
        };
        std::fs::write(site.path("jwks.json"), other.jwks().to_string()).unwrap();
        make_open(&site);
        site.api.clock.pass(50);
        assert_eq!((get(&other).await, get(&Issuer::new()).await), (401, 200));
        set_mode(site.folder.path(), 0o700);
        set_mode(&site.path("jwks.json"), 0o644);
        site.api.clock.pass(50);
        assert_eq!((get(&other).await, get(&Issuer::new()).await), (200, 401));
    }
}

#[tokio::test]
async fn what_is_given_ends_nothing() {
    let site = Site::new().await;
    let by = By::bearer("token-of-admin");
    let mut stream = site.open(&by, Method::GET, "/v1/stream", Body::empty()).await;
    assert!(stream.next().await.is_some());
    site.editor().add_user(&id("other"), Role::Admin, None).unwrap();
    site.api.app.refresh();
    site.api.submit(Some("token-of-admin")).await;
    let next = String::from_utf8(stream.next().await.unwrap().unwrap().to_vec()).unwrap();
    assert!(next.contains("event: job_created"), "{next}");
}

/// An unreadable file revokes nothing; once it is repaired, it takes effect.
#[tokio::test]
async fn a_list_that_cannot_be_used_takes_nothing_away() {
    let spoils: [fn(&Path); 4] = [
        |file| std::fs::remove_file(file).unwrap(),
        |file| std::fs::write(file, "rubbish").unwrap(),
        |file| set_mode(file, 0o666),
        |file| {
            std::fs::remove_file(file).unwrap();
            std::os::unix::fs::symlink("/nowhere/auth.toml", file).unwrap();
        },
    ];
    for spoil in spoils {
        let site = Site::new().await;
        let by = By::bearer("token-of-admin");
        let good = std::fs::read(site.path("auth.toml")).unwrap();
        let mut stream = site.open(&by, Method::GET, "/v1/stream", Body::empty()).await;
        assert!(stream.next().await.is_some());
        spoil(&site.path("auth.toml"));
        site.api.app.refresh();
        site.api.submit(Some("token-of-admin")).await;
        let next = String::from_utf8(stream.next().await.unwrap().unwrap().to_vec()).unwrap();
        assert!(next.contains("event: job_created"), "{next}");
        let _it_was_there = std::fs::remove_file(site.path("auth.toml"));
        std::fs::write(site.path("auth.toml"), &good).unwrap();
        set_mode(&site.path("auth.toml"), 0o600);
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
        let told = tokio::time::timeout(PATIENCE, text_of(stream)).await.unwrap();
        assert!(told.contains("event: ended"), "{told}");
    }
}

/// Every route, including future ones: requests that wait for the ledger are refused meanwhile.
#[tokio::test]
async fn no_route_answers_who_has_lost_the_right_to_it_while_it_was_read() {
    let mut stalled = 0;
    for operation in endpoints() {
        if operation.method() != Method::GET || !matches!(operation.access(), Access::Roles { .. })
        {
            continue;
        }
        let store = Arc::new(Stalling::default());
        let site = Site::over(store.clone()).await;
        let by = By::bearer("token-of-admin");
        let path = site.api.path(operation, &site.api.submit(Some("token-of-ci")).await).await;
        store.stalls.send_replace(true);
        let request = site.request(&by, Method::GET, &path, Body::empty()).await;
        let mut answer = Box::pin(site.api.send(request));
        // A request that reads nothing is answered at once.
        if answer.as_mut().now_or_never().is_some() {
            continue;
        }
        stalled += 1;
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
        let answer = tokio::time::timeout(PATIENCE, answer).await;
        assert_eq!(answer.expect(&path).status, 401, "{path}");
    }
    assert!(stalled >= 20, "{stalled}");
}

/// A body may take half a minute: access that is revoked meanwhile is refused before anything is
/// recorded.
#[tokio::test]
async fn nothing_is_recorded_for_who_was_let_in_when_the_body_began() {
    let body = r#"{"action_name": "Pay", "action_code": 1, "cids": ["1"], "status": "SUCCESS"}"#;
    for path in ["/v1/jobs", "/v1/jobs/{job_id}/status", "/proxy_fetch", "/api/jobs/create"] {
        let site = Site::new().await;
        let by = By::bearer("token-of-admin");
        let path = path.replace("{job_id}", &site.api.submit(Some("token-of-ci")).await);
        let body = match &*path {
            "/proxy_fetch" => json!({
                "url": format!("{}/tms/v1/actions", site.api.upstream), "isPost": true,
                "postData": {"action": "PE-Enable", "cids": ["1"]},
            })
            .to_string(),
            path if path.ends_with("/status") => r#"{"status": "SUCCESS"}"#.to_owned(),
            "/v1/jobs" => r#"{"action_name": "Pay", "cids": ["1"]}"#.to_owned(),
            _ => body.to_owned(),
        };
        let (mut rest, sent) = futures::channel::mpsc::unbounded::<Result<Bytes, std::io::Error>>();
        let request = site.request(&by, Method::POST, &path, Body::from_stream(sent)).await;
        let mut answer = Box::pin(site.api.send(request));
        assert!(answer.as_mut().now_or_never().is_none());
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
        let size = site.api.head().await.size();
        rest.send(Ok(body.into())).await.unwrap();
        drop(rest);
        let answer = answer.await;
        assert_eq!(answer.status, 401, "{path}: {}", answer.text);
        assert_eq!(site.api.head().await.size(), size, "{path}");
    }
}

/// Every route that records, including future ones: reading before that, such as the job that is
/// tried again, may take a while too.
#[tokio::test]
async fn nothing_is_recorded_for_who_has_lost_the_right_to_it_while_something_was_read() {
    let mut stalled = Vec::new();
    for operation in endpoints() {
        let Access::Roles { auditor: Scope::Nothing, .. } = operation.access() else { continue };
        let store = Arc::new(Stalling::default());
        let site = Site::over(store.clone()).await;
        let by = By::bearer("token-of-admin");
        let ended = site.api.submit_ended(Some("token-of-admin")).await;
        let (path, body) = recording(operation, &site.api, &ended).await;
        let size = site.api.head().await.size();
        store.stalls.send_replace(true);
        let request = site.request(&by, Method::POST, &path, body.into()).await;
        let mut answer = Box::pin(site.api.send(request));
        if answer.as_mut().now_or_never().is_some() {
            continue;
        }
        stalled.push(operation.id());
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
        store.stalls.send_replace(false);
        let answer = tokio::time::timeout(PATIENCE, answer).await.expect(&path);
        let is_refused = answer.status == 401 || answer.text.contains("\"status\":401");
        assert!(is_refused, "{path}: {} {}", answer.status, answer.text);
        assert_eq!(site.api.head().await.size(), size, "{path}");
    }
    for operation in ["submitJob", "submitBulk", "reportStatus", "retryJob", "proxyFetch"] {
        assert!(stalled.contains(&operation), "{operation:?} reads nothing before it records");
    }
}

/// A request that reads a job before it records: the `ended` one that it tries again, or its own.
async fn recording(operation: &'static Endpoint, api: &Api, ended: &str) -> (String, String) {
    let job = json!({"action_name": "Trans-Begin", "cids": ["5001"], "retry_of": ended});
    let set_action = |base: &str, retry_of: Option<&str>| {
        json!({
            "url": format!("{}{base}", api.upstream), "isPost": true, "retry_of": retry_of,
            "postData": {"action": "Trans-Begin", "cids": ["5001"]},
        })
    };
    let (job_id, body) = match operation.id() {
        "reportStatus" => (api.submit(Some("token-of-admin")).await, json!({"status": "SUCCESS"})),
        "retryJob" => {
            let failed = set_action("/not-ready/x", None);
            let failed = api.post(Some("token-of-admin"), "/proxy_fetch", failed).await.json();
            (failed["job_id"].as_str().unwrap().to_owned(), json!({}))
        }
        "proxyFetch" => (String::new(), set_action("/tms/v1/actions", Some(ended))),
        "createOldJob" => {
            (String::new(), json!({"action_name": "Pay", "action_code": 1, "cids": ["1"]}))
        }
        _ => (String::new(), job),
    };
    (operation.path().replace("{job_id}", &job_id), body.to_string())
}

#[tokio::test]
async fn names_that_an_issuer_spells_otherwise_are_nobodys() {
    let api = Api::new().await;
    let issuer = Issuer::new();
    let status = async |user: &str, role: &str, path: &str| {
        api.get(Some(&issuer.jwt(user, role)), path).await.status.as_u16()
    };
    for user in ["gone", "Gone", "GONE", "\u{ff27}one", "Vijay", "VIJAY", "\u{ff36}ijay"] {
        for role in Role::ALL {
            assert_eq!(status(user, role.as_str(), "/v1/jobs").await, 401, "{user} {role}");
        }
    }
    // The role is at most the listed one.
    assert_eq!(status("vijay", "operator", "/v1/jobs").await, 200);
    assert_eq!(status("vijay", "admin", "/v1/jobs").await, 200);
    assert_eq!(status("vijay", "admin", "/v1/entries").await, 403);
    assert_eq!(status("vijay", "auditor", "/v1/entries").await, 401);
    assert_eq!(status("audra", "admin", "/v1/entries").await, 200);
    let info = api.get(Some(&issuer.jwt("audra", "admin")), "/api/user/info").await;
    assert_eq!(info.json()["role"], "auditor");
    assert_eq!(status("admin", "operator", "/v1/entries").await, 403, "nor more than the JWT says");
    assert_eq!(status("nobody", "admin", "/v1/entries").await, 200, "who is not listed");
    let by = api.call_by(Means::Jwt, Some("token-of-vijay"), Method::GET, "/v1/jobs", "").await;
    assert_eq!(by.status, 200);
    assert_eq!(api.get(NOBODY, "/v1/jobs").await.status, 401);
}

/// A session that would end as soon as the key is repaired is refused, and the refusal says what to
/// do.
#[tokio::test]
async fn nobody_signs_in_by_password_while_the_key_of_sessions_cannot_be_used() {
    let site = Site::new().await;
    let key = site.path("session.key");
    let good = std::fs::read(&key).unwrap();
    let sign_in = async || {
        let body = json!({"username": "admin", "password": password_of("admin")});
        site.api.post(NOBODY, "/api/login", body).await
    };
    let by_form = async || {
        let body = format!("username=admin&password={}", password_of("admin"));
        site.api.call(NOBODY, Method::POST, "/login", body).await
    };
    let before = sign_in().await;
    let spoils: [fn(&Path); 4] = [
        |key| std::fs::write(key, "rubbish").unwrap(),
        |key| set_mode(key, 0o640),
        |key| set_mode(key, 0o604),
        |key| {
            std::fs::remove_file(key).unwrap();
            std::fs::create_dir(key).unwrap();
        },
    ];
    for spoil in spoils {
        spoil(&key);
        for refused in [sign_in().await, by_form().await] {
            assert_eq!(refused.status, 503, "{}", refused.text);
            assert!(refused.text.contains("session.key can be used again"), "{}", refused.text);
            assert_eq!(refused.header("set-cookie"), None);
        }
        // A wrong password does not reveal it.
        let wrong = json!({"username": "admin", "password": "wrong"});
        assert_eq!(site.api.post(NOBODY, "/api/login", wrong).await.status, 401);
        let _a_directory = std::fs::remove_dir(&key);
        std::fs::write(&key, &good).unwrap();
        set_mode(&key, 0o600);
        assert_eq!(sign_in().await.status, 200);
        assert_eq!(by_form().await.status, 303);
    }
    // If there is none, one is made, and its sessions last.
    let status = async |cookie: String| {
        let by = By(vec![("cookie", cookie)]);
        let request = site.request(&by, Method::GET, "/v1/jobs", Body::empty()).await;
        site.api.send(request).await.status.as_u16()
    };
    assert_eq!(status(before.cookie().unwrap()).await, 200, "of the key that was put back");
    std::fs::remove_file(&key).unwrap();
    let begun = sign_in().await;
    assert_eq!((begun.status.as_u16(), key.exists()), (200, true));
    assert_eq!(status(before.cookie().unwrap()).await, 401);
    site.api.app.refresh();
    assert_eq!(status(begun.cookie().unwrap()).await, 200);
}

/// The real server, whose files change under it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_server_notices_by_itself() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let keys = directory.path().join("keys.json");
    let issuer = Issuer::new();
    std::fs::write(&keys, issuer.jwks().to_string()).unwrap();
    let command = || {
        let mut command = process::jobs_http(&data);
        command.args(["--jwt-issuer", ISSUER, "--jwt-audience", AUDIENCE, "--jwt-jwks"]).arg(&keys);
        command
    };
    let server = process::start(command());
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    let hash = PasswordHash::of_new(&password_of("vijay")).unwrap();
    editor.add_user(&id("vijay"), Role::Operator, Some(&hash)).unwrap();
    let (token, name) = editor.new_token(&id("vijay"), None, None, None).unwrap();
    let http = process::client(|builder| builder);
    let follow = async |headers: &[(&str, &str)]| {
        // The token was just made.
        loop {
            let mut request = http.get(format!("{}/v1/stream", server.url));
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let answer = request.send().await.unwrap();
            if answer.status() == 200 {
                return answer;
            }
            assert_eq!(answer.status(), 401);
            tokio::task::yield_now().await;
        }
    };
    let log_in = async |url: &str| {
        let body = json!({"username": "vijay", "password": password_of("vijay")});
        let answer = http.post(format!("{url}/api/login")).json(&body).send().await.unwrap();
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    };
    let by_jwt = format!("Bearer {}", issuer.jwt("someone", "operator"));
    let by_token = format!("Bearer {token}");
    let cookie = log_in(&server.url).await;
    let streams = [
        follow(&[("authorization", &by_token)]).await,
        follow(&[("authorization", &by_jwt)]).await,
        follow(&[("cookie", &cookie)]).await,
    ];
    editor.revoke_token(&name).unwrap();
    std::fs::write(&keys, Issuer::with_key(1, "one").jwks().to_string()).unwrap();
    std::fs::remove_file(data.join("session.key")).unwrap();
    for stream in streams {
        let text = stream.text().await.unwrap();
        assert!(text.contains("event: ended\ndata: {") && text.ends_with("\n\n"), "{text}");
    }

    // A sign-out lasts, even if the server is killed and started again.
    let out = log_in(&server.url).await;
    let stays = log_in(&server.url).await;
    let status = async |url: &str, cookie: &str| {
        let request = http.get(format!("{url}/v1/jobs")).header("cookie", cookie);
        request.send().await.unwrap().status().as_u16()
    };
    let sign_out = http.post(format!("{}/api/logout", server.url)).header("cookie", &out);
    let answer = sign_out.header("sec-fetch-site", "same-origin").send().await.unwrap();
    assert_eq!(answer.status(), 200);
    server.kill();
    let server = process::start(command());
    assert_eq!((status(&server.url, &out).await, status(&server.url, &stays).await), (401, 200));
    server.kill();
    std::fs::write(data.join("signed-out"), "rubbish").unwrap();
    let server = process::start(command());
    assert_eq!((status(&server.url, &out).await, status(&server.url, &stays).await), (401, 401));
    let again = log_in(&server.url).await;
    assert_eq!(status(&server.url, &again).await, 200);
}
