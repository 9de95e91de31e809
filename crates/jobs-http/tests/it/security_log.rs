//! The security log of the real program: every event, whatever is switched off, and no secrets.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use jobs_auth::security::Event;
use jobs_auth::{AuthFileEditor, NewToken, PasswordHash, Role};
use jobs_core::UserId;
use reqwest::Client;
use serde_json::json;

use crate::support::in_process::{IDENTITY_SECRET, password_of};
use crate::support::issuer::{AUDIENCE, ISSUER, Issuer};
use crate::support::process::{self, PATIENCE, Process, TOKEN};

const BEGIN: &str = "<!-- the table of crates/jobs-auth/src/security.rs -->\n";
const END: &str = "<!-- end -->\n";

/// A name that tries to look like another user in the log.
const ODD_NAME: &str = "o'b \"x\" user=boss";

/// `JOBS_UPDATE_GOLDENS=1 cargo test -p jobs-http security_log` rewrites it; then read the
/// difference.
#[test]
fn the_documented_events_are_those_that_there_are() {
    let mut table = "| `event` | level | what it says | fields |\n|---|---|---|---|\n".to_owned();
    for event in Event::ALL {
        let name = event.as_str();
        let level = event.level();
        let fields = event.fields();
        writeln!(table, "| `{name}` | {level} | {} | {fields} |", event.says()).unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operating.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (documented, after) = rest.split_once(END).unwrap();
    if std::env::var_os("JOBS_UPDATE_GOLDENS").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(documented, table);
}

fn id(name: &str) -> UserId {
    UserId::new(name).unwrap()
}

/// A server whose log goes to a file.
struct Site {
    folder: tempfile::TempDir,
    http: Client,
}

impl Site {
    fn command(&self) -> Command {
        let mut command = process::jobs_http(&self.folder.path().join("data"));
        command.args(["--jwt-issuer", ISSUER, "--jwt-audience", AUDIENCE, "--jwt-jwks"]);
        command.arg(self.folder.path().join("jwks.json"));
        // Even if somebody tries to switch it off.
        command.env("JOBS_LOG", "off,jobs::security=off,jobs::security[{event}]=off");
        command
    }

    fn start(&self, command: Command) -> Process {
        let log = File::options().create(true).append(true).open(self.folder.path().join("log"));
        process::start_logging(command, log.unwrap())
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Waits for a line that has all of this.
    async fn logs(&self, event: Event, fields: &[&str]) {
        let begin = Instant::now();
        let event = format!(" event={}", event.as_str());
        let is_it = |line: &str| line.contains(&event) && fields.iter().all(|it| line.contains(it));
        while !self.log().lines().any(is_it) {
            assert!(begin.elapsed() < PATIENCE, "{event} {fields:?} is missing:\n{}", self.log());
            tokio::task::yield_now().await;
        }
    }

    async fn get(
        &self,
        server: &Process,
        path: &str,
        headers: &[(&str, &str)],
    ) -> reqwest::Response {
        let mut request = self.http.get(format!("{}{path}", server.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap()
    }

    async fn log_in(&self, server: &Process, user: &str, password: &str) -> reqwest::Response {
        let body = json!({"username": user, "password": password});
        self.http.post(format!("{}/api/login", server.url)).json(&body).send().await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_event_is_logged_whatever_is_switched_off() {
    let site =
        Site { folder: tempfile::tempdir().unwrap(), http: process::client(|builder| builder) };
    let data = site.folder.path().join("data");
    fs::write(site.folder.path().join("jwks.json"), Issuer::new().jwks().to_string()).unwrap();
    let admin = format!("Bearer {TOKEN}");
    let server = site.start(site.command());
    let editor = AuthFileEditor::new(data.join("auth.toml"));

    // Accounts.
    let hash = PasswordHash::of_new(&password_of("vijay")).unwrap();
    for name in ["vijay", ODD_NAME] {
        editor.add_user(&id(name), Role::Operator, Some(&hash)).unwrap();
    }
    site.logs(Event::AccountChanged, &["change=user_added", "user=vijay", "role=operator"]).await;
    let (token, name) = editor.new_token(&NewToken::of(id("vijay"), None)).unwrap();
    site.logs(Event::AccountChanged, &["change=token_added", "user=vijay", "token=vijay-1"]).await;
    let by_vijay = format!("Bearer {token}");

    // Who may sign in, and who may not.
    for bearer in ["Bearer made-up-token", "Bearer made.up.jwt", "Basic bWFkZS11cA=="] {
        let answer = site.get(&server, "/v1/jobs", &[("authorization", bearer)]).await;
        assert_eq!(answer.status(), 401);
    }
    site.logs(Event::CredentialsRefused, &["by=authorization", "client=127.0.0.1", "not known"])
        .await;
    for _ in 0..20 {
        site.get(&server, "/v1/jobs", &[("authorization", "Bearer made-up-token")]).await;
    }
    site.logs(Event::Omitted, &["of=credentials_refused", "count="]).await;
    site.get(&server, "/v1/jobs", &[("x-forwarded-user", "made-up-boss")]).await;
    site.logs(Event::IdentityHeaderRefused, &["client=127.0.0.1"]).await;
    assert_eq!(site.log_in(&server, "vijay", "made-up-password").await.status(), 401);
    site.logs(Event::SignInRefused, &["user=vijay", "client=127.0.0.1"]).await;
    assert_eq!(site.log_in(&server, "made-up-name", "made-up-password").await.status(), 401);
    let odd = site.log_in(&server, ODD_NAME, &password_of("vijay")).await;
    assert_eq!(odd.status(), 200);
    site.logs(Event::SignIn, &[r#" user="o'b \"x\" user=boss" by=password client=127.0.0.1"#])
        .await;
    let cookie = odd.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap();
    let sign_out = site.http.post(format!("{}/api/logout", server.url)).header("cookie", cookie);
    let answer = sign_out.header("sec-fetch-site", "same-origin").send().await.unwrap();
    assert_eq!(answer.status(), 200);
    site.logs(Event::SignOut, &["by=session"]).await;
    while site.log_in(&server, "vijay", "made-up-password").await.status() != 429 {}
    site.logs(Event::SignInThrottled, &["user=vijay", "too many tries"]).await;

    // Accounts over HTTP.
    let added = site.http.post(format!("{}/v1/users", server.url)).header("authorization", &admin);
    let user = json!({"user_id": "nightly", "role": "auditor"});
    assert_eq!(added.json(&user).send().await.unwrap().status(), 201);
    let fields = ["user=admin", "by=token", "operation=/v1/users", "client=127.0.0.1"];
    site.logs(Event::AccountsEdited, &fields).await;

    // What is read, and what may not be.
    let answer = site.get(&server, "/v1/entries", &[("authorization", &by_vijay)]).await;
    assert_eq!(answer.status(), 403);
    site.logs(Event::Forbidden, &["user=vijay", "by=token", "operation=/v1/entries"]).await;
    let job = json!({"action_name": "Pay", "cids": ["1"]});
    let submit = site.http.post(format!("{}/v1/jobs", server.url)).header("authorization", &admin);
    assert_eq!(submit.json(&job).send().await.unwrap().status(), 201);
    for (path, event) in [
        ("/v1/export.csv", Event::ExportBegun),
        ("/v1/export.ndjson", Event::ExportBegun),
        ("/v1/entries", Event::EntriesRead),
        ("/log/tile/entries/000.p/1", Event::EntriesRead),
    ] {
        let answer = site.get(&server, path, &[("authorization", &admin)]).await;
        assert_eq!(answer.status(), 200, "{path}");
        let path =
            if path.starts_with("/log") { "operation=\"/log/tile/entries/{*path}\"" } else { path };
        site.logs(event, &["user=admin", "by=token", path, "client=127.0.0.1"]).await;
    }
    let stream = site.get(&server, "/v1/stream", &[("authorization", &by_vijay)]).await;
    site.logs(Event::StreamBegun, &["user=vijay", "operation=/v1/stream"]).await;
    editor.revoke_token(&name).unwrap();
    assert!(stream.text().await.unwrap().contains("event: ended"));
    site.logs(Event::AccessLost, &["user=vijay", "by=token", "operation=/v1/stream"]).await;
    site.logs(Event::AccountChanged, &["change=token_revoked", "token=vijay-1"]).await;
    editor.disable_user(&id("vijay")).unwrap();
    site.logs(Event::AccountChanged, &["change=user_disabled", "user=vijay"]).await;

    // Keys.
    fs::remove_file(data.join("session.key")).unwrap();
    site.logs(Event::SessionsEnded, &["session.key", "removed"]).await;
    let other = Issuer::with_key(1, "one").jwks().to_string();
    fs::write(site.folder.path().join("jwks.json"), other).unwrap();
    site.logs(Event::KeysChanged, &["added=one", "removed=seven"]).await;

    // A restore, and a proxy.
    server.kill();
    fs::remove_file(data.join("anchor/checkpoint")).unwrap();
    let mut command = site.command();
    command.args(["--accept-restore", "1", "--trusted-proxy", "127.0.0.1/32"]);
    let secret = site.folder.path().join("identity-secret");
    fs::write(&secret, IDENTITY_SECRET).unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
    command.arg("--identity-secret").arg(&secret);
    let server = site.start(command);
    site.logs(Event::RestoreAccepted, &["1 entry"]).await;
    let by_proxy = [
        ("x-forwarded-user", ODD_NAME),
        ("x-identity-secret", IDENTITY_SECRET),
        ("x-forwarded-for", "203.0.113.7"),
    ];
    for _ in 0..3 {
        assert_eq!(site.get(&server, "/v1/jobs", &by_proxy).await.status(), 200);
    }
    site.logs(Event::ProxyIdentity, &["client=203.0.113.7"]).await;
    server.kill();

    let log = site.log();
    assert!(log.lines().all(|line| line.contains(" jobs::security: ")), "{log}");
    assert_eq!(log.matches("event=proxy_identity").count(), 1, "{log}");
    let event =
        |line: &str| line.split_once(" event=").unwrap().1.split(' ').next().unwrap().to_owned();
    let found: BTreeSet<String> = log.lines().map(event).collect();
    assert_eq!(found, Event::ALL.map(|event| event.as_str().to_owned()).into());
    // The level alone tells refusals from other events.
    for line in log.lines() {
        let name = event(line);
        let is_refusal = ["refused", "throttled", "forbidden"].iter().any(|it| name.ends_with(it));
        let level = if is_refusal { " WARN " } else { " INFO " };
        assert!(line.contains(&format!("{level}jobs::security: ")), "{line}");
    }
    for secret in ["made", IDENTITY_SECRET, &token, TOKEN, &password_of("vijay"), "bWFkZS11cA"] {
        let anew = log.replace("and made anew", "");
        assert!(!anew.contains(secret), "{secret}: {log}");
    }
}

/// The page asks at each load, also for everybody who was away for a while.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_a_session_has_ended_is_no_refusal_of_who_asks_who_is_signed_in() {
    let site =
        Site { folder: tempfile::tempdir().unwrap(), http: process::client(|builder| builder) };
    fs::write(site.folder.path().join("jwks.json"), Issuer::new().jwks().to_string()).unwrap();
    let server = site.start(site.command());
    let post = |path: &str| site.http.post(format!("{}{path}", server.url));
    let begun = post("/v1/sign-in").json(&json!({"token": TOKEN})).send().await.unwrap();
    let cookie = begun.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap();
    let cookie = ("cookie", cookie);
    let sign_out = post("/v1/sign-out").header(cookie.0, cookie.1);
    let answer = sign_out.header("sec-fetch-site", "same-origin").send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let asked = site.get(&server, "/v1/account", &[cookie]).await;
    assert_eq!(asked.text().await.unwrap(), "null");
    assert_eq!(site.get(&server, "/v1/jobs", &[cookie]).await.status(), 401);
    site.logs(Event::CredentialsRefused, &["by=session", "the session has ended"]).await;
    server.kill();
    let log = site.log();
    assert_eq!(log.matches("event=credentials_refused").count(), 1, "{log}");
}

/// A line about a change that a restart would undo would be wrong.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sign_out_that_was_not_written_down_is_not_in_the_log() {
    use std::io::Read as _;

    use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};

    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    // Not a file, as the limit below would also apply to the log.
    let (mut log, writer) = std::io::pipe().unwrap();
    let writer = File::from(std::os::fd::OwnedFd::from(writer));
    let server = process::start_logging(process::jobs_http(&data), writer);
    let read = std::thread::spawn(move || {
        let mut text = String::new();
        log.read_to_string(&mut text).unwrap();
        text
    });
    let hash = PasswordHash::of_new(&password_of("vijay")).unwrap();
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    editor.add_user(&id("vijay"), Role::Operator, Some(&hash)).unwrap();
    let http = process::client(|builder| builder);
    let session = async || {
        let login = json!({"username": "vijay", "password": password_of("vijay")});
        let url = format!("{}/api/login", server.url);
        let begun = http.post(url).json(&login).send().await.unwrap();
        let cookie = begun.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    };
    let sign_out = async |cookie: &str| {
        let request = http.post(format!("{}/api/logout", server.url)).header("cookie", cookie);
        let answer = request.header("sec-fetch-site", "same-origin").send().await.unwrap();
        answer.status().as_u16()
    };
    let first = session().await;
    let second = session().await;
    let pid = Pid::from_raw(server.id().try_into().unwrap()).unwrap();
    let maximum = getrlimit(Resource::Fsize).maximum;
    let limit = |current| prlimit(Some(pid), Resource::Fsize, Rlimit { current, maximum }).unwrap();
    limit(Some(0));
    assert_eq!(sign_out(&first).await, 503);
    limit(maximum);
    assert_eq!(sign_out(&first).await, 401, "here, it has ended all the same");
    assert_eq!(sign_out(&second).await, 200);
    server.kill();
    let log = read.join().unwrap();
    let lines: Vec<_> = log.lines().filter(|line| line.contains("event=sign_out")).collect();
    assert_eq!(lines.len(), 1, "{log}");
    assert!(lines[0].contains("user=vijay by=session client=127.0.0.1"), "{log}");
}
