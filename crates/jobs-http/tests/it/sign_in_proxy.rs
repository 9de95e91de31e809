//! Signing in by a proxy: it names its users and proves itself by a secret, without which no name
//! counts.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_api::{Peer, endpoints};
use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use jobs_core::UserId;
use serde_json::json;

use crate::support::in_process::{ADMIN, Api, IDENTITY_SECRET, VIJAY, password_of};
use crate::support::process;

#[tokio::test]
async fn a_proxy_with_the_secret_signs_its_users_in() {
    let api = Api::new().await;
    let peer = Peer("10.1.2.3:5".parse().unwrap());
    let secret = ("x-identity-secret", IDENTITY_SECRET);
    let ask = async |headers: &[(&str, &str)]| {
        let mut request = Request::get("/api/user/info").extension(peer);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        api.send(request.body(Body::empty()).unwrap()).await
    };
    let vijay = ("x-forwarded-user", "vijay");
    let answer = ask(&[vijay, secret]).await;
    assert_eq!(answer.json()["signed_in_by"], "proxy");
    assert_eq!(answer.json()["role"], "operator");
    // The credentials for the proxy itself do not matter.
    let basic = ("authorization", "Basic dmlqYXk6eA==");
    assert_eq!(ask(&[vijay, secret, basic]).await.status, StatusCode::OK);
    // The secret without a name signs nobody in.
    for headers in [&[secret][..], &[secret, ("x-forwarded-user", "")]] {
        assert_eq!(ask(headers).await.status, StatusCode::UNAUTHORIZED, "{headers:?}");
    }
    for name in ["nobody", "Vijay", "vijay,admin"] {
        let answer = ask(&[("x-forwarded-user", name), secret]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
        assert!(!answer.text.contains(name), "{}", answer.text);
    }
    // The proxy may know people by a cookie, too.
    let change = async |headers: &[(&str, &str)]| {
        let mut request = Request::post("/v1/jobs").extension(peer);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = r#"{"action_name": "T-Enable", "cids": ["1"]}"#;
        api.send(request.body(body.into()).unwrap()).await.status
    };
    assert_eq!(change(&[vijay, secret]).await, StatusCode::CREATED, "a program");
    let foreign = ("sec-fetch-site", "cross-site");
    assert_eq!(change(&[vijay, secret, foreign]).await, StatusCode::FORBIDDEN);
}

/// On every route, for every peer, and whatever other credentials the caller has.
#[tokio::test]
async fn a_request_that_names_its_user_without_the_secret_is_refused_by_every_route() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let before = api.head().await;
    let cookie = api.session("admin").await;
    let token = format!("Bearer {}", ADMIN.unwrap());
    let claims = [
        (Some("10.1.2.3:5"), &[("x-forwarded-user", "admin")][..]),
        (Some("10.1.2.3:5"), &[("x-forwarded-user", "admin"), ("x-identity-secret", "guess")]),
        (
            Some("192.0.2.1:5"),
            &[("x-forwarded-user", "admin"), ("x-identity-secret", IDENTITY_SECRET)],
        ),
        (Some("127.0.0.1:5"), &[("x-forwarded-user", "admin")]),
        (None, &[("x-forwarded-user", "admin"), ("x-identity-secret", IDENTITY_SECRET)]),
    ];
    for operation in endpoints() {
        let path = api.path(operation, &job_id).await;
        for (peer, claim) in claims {
            let token = ("authorization", &*token);
            let session = [("cookie", &*cookie), ("sec-fetch-site", "same-origin")];
            for credentials in [&[][..], &[token], &session] {
                let mut request = Request::builder().method(operation.method()).uri(&path);
                if let Some(peer) = peer {
                    request = request.extension(Peer(peer.parse().unwrap()));
                }
                for (name, value) in claim.iter().chain(credentials) {
                    request = request.header(*name, *value);
                }
                let answer = api.send(request.body(Body::empty()).unwrap()).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{operation:?} {claim:?}");
                assert!(answer.text.contains("x-forwarded-user"), "{}", answer.text);
                let setting = ["--identity-secret", "--trusted-proxy"];
                assert!(setting.iter().any(|it| answer.text.contains(it)), "{}", answer.text);
                assert_eq!(answer.header("set-cookie"), None);
            }
        }
    }
    assert_eq!(api.head().await, before, "nothing was done");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_proxies_secret_is_a_setting_of_its_own() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let secret = directory.path().join("secret");
    let log = directory.path().join("log");
    let write = |text: &str| {
        std::fs::write(&secret, text).unwrap();
        std::fs::set_permissions(&secret, std::os::unix::fs::PermissionsExt::from_mode(0o600))
            .unwrap();
    };
    write(IDENTITY_SECRET);
    let command = |arguments: &[&str]| {
        let mut command = process::jobs_http(&data);
        command.args(arguments);
        command
    };
    let with_secret = ["--identity-secret", secret.to_str().unwrap()];
    let refused = process::refusal(command(&with_secret));
    assert!(refused.contains("--trusted-proxy (JOBS_TRUSTED_PROXY)"), "{refused}");
    assert!(!data.exists());
    let http = process::client(|builder| builder);
    let ask = async |server: &process::Process, secret: Option<&str>| {
        let request = http.get(format!("{}/api/user/info", server.url));
        let mut request = request.header("x-forwarded-user", "vijay");
        if let Some(secret) = secret {
            request = request.header("x-identity-secret", secret);
        }
        request.send().await.unwrap().status().as_u16()
    };
    let trusted = ["--trusted-proxy", "127.0.0.1/32"];
    let server = process::start_logging(command(&trusted), std::fs::File::create(&log).unwrap());
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    let hash = PasswordHash::of_new(&password_of("vijay")).unwrap();
    editor.add_user(&UserId::new("vijay").unwrap(), Role::Admin, Some(&hash)).unwrap();
    assert_eq!(ask(&server, None).await, 403);
    assert_eq!(ask(&server, Some(IDENTITY_SECRET)).await, 403);
    let logged = std::fs::read_to_string(&log).unwrap();
    let line = logged.lines().find(|line| line.contains("event=identity_header_refused")).unwrap();
    assert!(line.contains("jobs::security") && line.contains("127.0.0.1"), "{line}");
    assert!(!line.contains("vijay") && !logged.contains(IDENTITY_SECRET), "{logged}");
    // It does not say whether the request came over https either, which is logged once.
    let login = json!({"username": "vijay", "password": password_of("vijay")});
    for (header, cookie) in [
        ("x-other", "jobs_session="),
        ("x-other", "jobs_session="),
        ("x-forwarded-ssl", "__Host-jobs_session="),
    ] {
        let request = http.post(format!("{}/api/login", server.url)).header(header, "on");
        let begun = request.json(&login).send().await.unwrap();
        assert!(begun.headers()["set-cookie"].to_str().unwrap().starts_with(cookie), "{header}");
    }
    let logged = std::fs::read_to_string(&log).unwrap();
    assert_eq!(
        logged.matches("does not say whether it was asked over https").count(),
        1,
        "{logged}"
    );
    server.kill();

    let server = process::start(command(&[trusted, with_secret].concat()));
    assert_eq!(ask(&server, None).await, 403);
    assert_eq!(ask(&server, Some(IDENTITY_SECRET)).await, 200);
    let becomes = async |secret: &str, status: u16| {
        let begin = std::time::Instant::now();
        while ask(&server, Some(secret)).await != status {
            assert!(begin.elapsed() < process::PATIENCE, "{secret}: it is never {status}");
        }
    };
    // The server notices without a signal.
    let other = IDENTITY_SECRET.to_uppercase();
    write(&other);
    becomes(&other, 200).await;
    assert_eq!(ask(&server, Some(IDENTITY_SECRET)).await, 403);
    std::fs::remove_file(&secret).unwrap();
    becomes(&other, 403).await;
    write(&other);
    becomes(&other, 200).await;
}
