//! What a token, a session, a proxy or a JWT has under way ends when access is taken away, and only
//! then; a running server notices by itself.

use axum::body::{Body, Bytes};
use axum::http::Method;
use futures::{FutureExt as _, SinkExt as _, StreamExt as _};
use jobs_auth::{AuthFileEditor, NewToken, PasswordHash, Role};
use serde_json::{Value, json};

use super::{By, NOW, Site, id, set_mode, text_of};
use crate::support::in_process::{IDENTITY_SECRET, password_of};
use crate::support::issuer::{AUDIENCE, ISSUER, Issuer};
use crate::support::process::{self, PATIENCE};

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
    let (token, name) = editor.new_token(&NewToken::of(id("vijay"), None)).unwrap();
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
