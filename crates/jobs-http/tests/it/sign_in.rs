//! Signing in by password: sessions, the pages, what browsers send for other sites, guessing.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jobs_api::{Peer, endpoints};
use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use jobs_core::UserId;
use serde_json::json;

use crate::in_process::{ADMIN, Answer, Api, GONE, IDENTITY_SECRET, NOBODY, VIJAY, password_of};
use crate::means::Means;
use crate::process;

/// A request with the given headers.
async fn send(
    api: &Api,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: impl ToString,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    api.send(request.body(Body::from(body.to_string())).unwrap()).await
}

async fn info(api: &Api, cookie: &str) -> Answer {
    send(api, Method::GET, "/api/user/info", &[("cookie", cookie)], "").await
}

async fn log_in(api: &Api, user: &str, password: &str) -> Answer {
    api.post(NOBODY, "/api/login", json!({"username": user, "password": password})).await
}

#[tokio::test]
async fn a_session_begins_with_the_password_and_lasts_while_it_is_used() {
    let api = Api::new().await;
    let answer = log_in(&api, "vijay", &password_of("vijay")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let expected = json!({"success": true, "message": "Login successful", "user": "vijay"});
    assert_eq!(answer.json(), expected);
    let cookie = answer.header("set-cookie").unwrap();
    assert!(cookie.starts_with("jobs_session="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
    let mut cookie = answer.cookie().unwrap();

    let expected = json!({
        "user_id": "vijay", "role": "operator", "is_admin": false, "signed_in_by": "session",
    });
    assert_eq!(info(&api, &cookie).await.json(), expected);
    for _ in 0..40 {
        api.clock.pass(15 * 60);
        let answer = info(&api, &cookie).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        cookie = answer.cookie().unwrap();
    }
    // An unchanged answer is not sent again.
    assert_eq!(info(&api, &cookie).await.header("set-cookie"), None);
    api.clock.pass(15 * 60 + 1);
    let answer = info(&api, &cookie).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.json(), json!({"error": "Session expired", "expired": true}));
    assert_eq!(answer.header("set-cookie"), None);
    // Other routes answer in their own words.
    let headers = [("cookie", &*cookie), ("sec-fetch-site", "same-origin")];
    let answer = send(&api, Method::GET, "/v1/jobs", &headers, "").await;
    assert_eq!(answer.json()["type"], "urn:jobs:problem:session-expired");
    let answer = send(&api, Method::POST, "/proxy_fetch", &headers, "{}").await;
    assert_eq!(answer.json(), json!({"error": "Unauthorized"}));
}

#[tokio::test]
async fn a_session_is_not_made_up() {
    let api = Api::new().await;
    let other = Api::new().await.session("vijay").await;
    for cookie in ["", "jobs_session=", "jobs_session=a.b", &other] {
        let answer = info(&api, cookie).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{cookie}");
        assert_eq!(answer.json(), json!({"error": "Unauthorized"}), "{cookie}");
    }
}

#[tokio::test]
async fn a_session_ends_by_logging_out_for_every_copy_of_it() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let headers = [("cookie", &*cookie), ("sec-fetch-site", "same-origin")];
    let answer = send(&api, Method::POST, "/api/logout", &headers, "").await;
    assert_eq!(answer.json(), json!({"success": true, "message": "Logged out"}));
    let cleared = answer.header("set-cookie").unwrap();
    assert!(cleared.starts_with("jobs_session=; Path=/; Max-Age=0"), "{cleared}");
    assert_eq!(info(&api, &cookie).await.json()["expired"], true);
    // Also with the form.
    let cookie = api.session("vijay").await;
    let headers = [("cookie", &*cookie), ("sec-fetch-site", "same-origin")];
    let answer = send(&api, Method::POST, "/logout", &headers, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), Some("/login"));
    assert_eq!(info(&api, &cookie).await.json()["expired"], true);
}

#[tokio::test]
async fn what_a_foreign_page_makes_a_browser_send_changes_nothing() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let head = api.head().await;
    let body = json!({"action_name": "T-Enable", "cids": ["1"]});
    let submit = async |path: &str, headers: &[(&str, &str)]| {
        let headers = [headers, &[("cookie", &*cookie), ("host", "ledger.test")]].concat();
        send(&api, Method::POST, path, &headers, &body).await
    };
    for (headers, field) in [
        (&[][..], "origin"),
        (&[("origin", "https://evil.test")], "origin"),
        (&[("sec-fetch-site", "cross-site")], "sec-fetch-site"),
        (&[("sec-fetch-site", "same-site"), ("origin", "https://ledger.test")], "sec-fetch-site"),
    ] {
        let answer = submit("/v1/jobs", headers).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}: {}", answer.text);
        assert_eq!(answer.json()["field"], field);
        let answer = submit("/proxy_fetch", headers).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}: {}", answer.text);
        let answer = submit("/api/logout", headers).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}: {}", answer.text);
        assert!(answer.json()["error"].is_string());
    }
    assert_eq!(api.head().await, head);
    for headers in [&[("sec-fetch-site", "same-origin")], &[("origin", "https://ledger.test")]] {
        let answer = submit("/v1/jobs", headers).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{headers:?}: {}", answer.text);
    }
    // A token is not sent by browsers of their own accord.
    assert_eq!(api.post(VIJAY, "/v1/jobs", &body).await.status, StatusCode::CREATED);
    // Nor can another site's page sign a browser in as somebody else.
    let login = json!({"username": "vijay", "password": password_of("vijay")});
    for path in ["/api/login", "/login"] {
        let headers = [("sec-fetch-site", "cross-site")];
        let answer = send(&api, Method::POST, path, &headers, &login).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(answer.header("set-cookie"), None);
    }
}

#[tokio::test]
async fn a_wrong_password_and_a_user_who_does_not_exist_look_alike() {
    let api = Api::new().await;
    let expected = json!({"success": false, "message": "Invalid username or password"});
    for (user, password) in
        [("vijay", "wrong"), ("nobody", "wrong"), ("", ""), ("vijay", ""), (&"x".repeat(300), "x")]
    {
        let answer = log_in(&api, user, password).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{user}");
        assert_eq!(answer.json(), expected, "{user}");
        assert_eq!(answer.header("set-cookie"), None);
    }
}

/// A wrong password of a user, from a peer.
async fn guess(api: &Api, user: &str, peer: &str, headers: &[(&str, &str)]) -> Answer {
    let body = json!({"username": user, "password": "a guess"}).to_string();
    let mut request = Request::post("/api/login").extension(Peer(peer.parse().unwrap()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    api.send(request.body(body.into()).unwrap()).await
}

#[tokio::test]
async fn guessing_is_slowed_down_by_user_and_by_address() {
    let api = Api::new().await;
    let guess = async |user: &str, peer: &str, forwarded: &str| {
        let headers = [("x-forwarded-for", forwarded)];
        let headers = if forwarded.is_empty() { &[][..] } else { &headers };
        guess(&api, user, peer, headers).await
    };
    for n in 0..10 {
        let answer = guess("vijay", &format!("192.0.2.{n}:5"), "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
    let answer = guess("vijay", "192.0.2.99:5", "").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{}", answer.text);
    assert_eq!(answer.header("retry-after"), Some("30"));
    assert_eq!(answer.json()["success"], false);
    let page = format!("username=vijay&password={}", password_of("vijay"));
    let answer = send(&api, Method::POST, "/login", &[], &page).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header("retry-after"), Some("30"));
    api.clock.pass(30);
    assert_eq!(send(&api, Method::POST, "/login", &[], page).await.status, StatusCode::SEE_OTHER);

    // One address, behind a trusted proxy, whatever earlier hops it claims.
    for n in 0..30 {
        let answer =
            guess(&format!("user-{n}"), "10.0.0.1:5", &format!("203.0.113.{n}, 198.51.100.7"))
                .await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", answer.text);
    }
    let answer = guess("another", "10.0.0.1:5", "198.51.100.7").await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.header("retry-after"), Some("5"));
    let answer = guess("another", "10.0.0.1:5", "198.51.100.8").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "another address behind the same proxy");
}

/// Behind a proxy that gives no address, or that the server does not know, all callers have one
/// address.
#[tokio::test]
async fn one_who_guesses_does_not_keep_out_all_who_come_through_the_same_proxy() {
    for (peer, headers) in
        [("10.1.2.3:5", &[][..]), ("10.1.2.3:5", &[("x-forwarded-for", "unknown")])]
    {
        let api = Api::new().await;
        for n in 0..100 {
            let answer = guess(&api, &format!("user-{n}"), peer, headers).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{headers:?}, guess {n}");
        }
        // Guesses for one user are still limited.
        for _ in 0..10 {
            assert_eq!(guess(&api, "anita", peer, headers).await.status, 401);
        }
        assert_eq!(guess(&api, "anita", peer, headers).await.status, 429, "{headers:?}");
        let body = json!({"username": "vijay", "password": password_of("vijay")});
        let request = Request::post("/api/login").extension(Peer(peer.parse().unwrap()));
        let answer = api.send(request.body(body.to_string().into()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{headers:?}: {}", answer.text);
    }
}

/// As behind a TLS proxy on this machine that no setting names.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_trusted_proxy_guesses_from_this_machine_keep_nobody_out() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let editor = AuthFileEditor::new(directory.path().join("auth.toml"));
    let hash = PasswordHash::of_new("what vijay knows").unwrap();
    editor.add_user(&UserId::new("vijay").unwrap(), Role::Operator, Some(&hash)).unwrap();
    let http = process::client(|builder| builder);
    let log_in = async |user: &str, password: &str| {
        let body = json!({"username": user, "password": password});
        let request = http.post(format!("{}/api/login", server.url)).json(&body);
        request.send().await.unwrap().status().as_u16()
    };
    for n in 0..40 {
        assert_eq!(log_in(&format!("user-{n}"), "a guess").await, 401, "guess {n}");
    }
    assert_eq!(log_in("vijay", "what vijay knows").await, 200);
}

#[tokio::test]
async fn over_a_connection_a_token_does_not_hide_who_guesses() {
    let api = Api::new().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/api/login", listener.local_addr().unwrap());
    let router = api.router();
    let limits = jobs_api::Limits::default();
    tokio::spawn(async move {
        jobs_api::serve(listener, router, limits, std::future::pending()).await;
    });
    let http = process::client(|builder| builder);
    let mut last = 0;
    for n in 0..31 {
        let guess = json!({"username": format!("user-{n}"), "password": "a guess"});
        let request = http.post(&url).bearer_auth("made-up").json(&guess);
        last = request.send().await.unwrap().status().as_u16();
    }
    assert_eq!(last, 429);
}

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
    let login = serde_json::json!({"username": "vijay", "password": password_of("vijay")});
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

#[tokio::test]
async fn a_disabled_user_is_not_let_in_by_any_means() {
    let api = Api::new().await;
    for (means, expected) in [(Means::Token, 401), (Means::Proxy, 403), (Means::Jwt, 401)] {
        let answer = api.call_by(means, GONE, Method::GET, "/v1/jobs", "").await;
        assert_eq!(answer.status, expected, "{means:?}: {}", answer.text);
    }
    let answer = log_in(&api, "gone", &password_of("gone")).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.json()["message"], "Invalid username or password");
}

/// The client that a proxy names, and the scheme.
async fn forwarded(
    api: &Api,
    peer: &str,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: String,
) -> Answer {
    let mut request =
        Request::builder().method(method).uri(path).extension(Peer(peer.parse().unwrap()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    api.send(request.body(body.into()).unwrap()).await
}

#[tokio::test]
async fn the_cookie_is_for_https_alone_where_there_is_https() {
    let api = Api::new().await;
    let body = json!({"username": "vijay", "password": password_of("vijay")}).to_string();
    let ours = "10.1.2.3:5";
    let other = "192.0.2.1:5";
    let https = ("x-forwarded-proto", "https");
    let http = ("x-forwarded-proto", "http");
    let prefix = ("x-forwarded-prefix", "/ledger");
    for (peer, headers, name, is_https) in [
        (ours, &[https][..], "__Host-jobs_session", true),
        (ours, &[https, prefix], "__Secure-jobs_session", true),
        (ours, &[http], "jobs_session", false),
        (ours, &[http, prefix], "jobs_session", false),
        (ours, &[], "jobs_session", false),
        (other, &[https], "jobs_session", false),
    ] {
        let send = async |method: Method, path: &str, more: &[(&str, &str)], body: &str| {
            let headers = [headers, more].concat();
            forwarded(&api, peer, method, path, &headers, body.to_owned()).await
        };
        let begun = send(Method::POST, "/api/login", &[], &body).await;
        let cookie = begun.header("set-cookie").unwrap();
        assert!(cookie.starts_with(&format!("{name}=")), "{headers:?}: {cookie}");
        assert_eq!(cookie.ends_with("; Secure"), is_https, "{headers:?}: {cookie}");
        let hsts = is_https.then_some("max-age=31536000");
        assert_eq!(begun.header("strict-transport-security"), hsts, "{headers:?}");
        let pair = begun.cookie().unwrap();
        let value = pair.split_once('=').unwrap().1;
        let own = [("cookie", &*pair), ("sec-fetch-site", "same-origin")];
        assert_eq!(
            send(Method::GET, "/v1/jobs", &own, "").await.status,
            StatusCode::OK,
            "{headers:?}"
        );
        // The same session under a cookie name that others can set is not valid.
        for other in ["jobs_session", "__Secure-jobs_session", "__Host-jobs_session"] {
            let planted = format!("{other}={value}");
            let expected = if other == name { 200 } else { 401 };
            let answer = send(Method::GET, "/v1/jobs", &[("cookie", &planted)], "").await;
            assert_eq!(answer.status, expected, "{headers:?} {other}");
            let beside = format!("{other}=planted; {pair}");
            let expected = if other == name { 400 } else { 200 };
            for cookies in [
                &[("cookie", &*beside)][..],
                &[("cookie", &*pair), ("cookie", &beside[..beside.find(';').unwrap()])],
            ] {
                let answer = send(Method::GET, "/v1/jobs", cookies, "").await;
                assert_eq!(answer.status, expected, "{headers:?} {other}: {}", answer.text);
            }
        }
        // It is renewed and ended under the right name.
        api.clock.pass(120);
        let renewed = send(Method::GET, "/v1/jobs", &own, "").await;
        assert!(renewed.header("set-cookie").unwrap().starts_with(&format!("{name}=")));
        let ended = send(Method::POST, "/api/logout", &own, "").await;
        let cleared = ended.header("set-cookie").unwrap();
        assert!(
            cleared.starts_with(&format!("{name}=; ")) && cleared.ends_with("; Secure") == is_https,
            "{cleared}"
        );
    }
}

#[tokio::test]
async fn pages_lead_to_the_form_and_the_form_back_to_the_page() {
    let api = Api::new().await;
    let answer = api.get(NOBODY, "/?a=%22&b=//x").await;
    assert_eq!(answer.status, StatusCode::FOUND);
    let location = answer.header("location").unwrap().to_owned();
    assert_eq!(location, "/login?next=%2F%3Fa%3D%2522%26b%3D%2F%2Fx");
    let form = api.get(NOBODY, &location).await;
    assert_eq!(form.status, StatusCode::OK);
    assert_eq!(form.header("content-type"), Some("text/html; charset=utf-8"));
    let policy = form.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(form.header("x-frame-options"), Some("DENY"));
    assert!(form.text.contains(r#"name="next" value="/?a=%22&amp;b=//x""#), "{}", form.text);
    assert!(!form.text.contains("<script"), "{}", form.text);

    let fields = format!("next=%2F%3Fa%3D1&username=vijay&password={}", password_of("vijay"));
    let entered = send(&api, Method::POST, "/login", &[("sec-fetch-site", "same-origin")], fields);
    let entered = entered.await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text);
    assert_eq!(entered.header("location"), Some("/?a=1"));
    let cookie = entered.cookie().unwrap();
    let home = send(&api, Method::GET, "/", &[("cookie", &cookie)], "").await;
    assert!(home.text.contains("<strong>vijay</strong> (operator)"), "{}", home.text);

    let wrong = send(&api, Method::POST, "/login", &[], "next=//evil.test&username=a&password=b");
    let wrong = wrong.await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(wrong.text.contains("Invalid username or password"), "{}", wrong.text);
    assert!(!wrong.text.contains("evil"), "{}", wrong.text);
    for next in ["//evil.test", "https://evil.test", "/\\evil.test", "javascript:x"] {
        let fields = format!("next={next}&username=vijay&password={}", password_of("vijay"));
        let entered = send(&api, Method::POST, "/login", &[], fields).await;
        assert_eq!(entered.header("location"), Some("/"), "{next}");
    }
    let hostile = api.get(NOBODY, "/login?next=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!hostile.text.contains("<script"), "{}", hostile.text);
}

#[tokio::test]
async fn bodies_that_are_no_sign_in_are_refused_without_repeating_them() {
    let api = Api::new().await;
    for body in [
        "",
        "null",
        "5",
        r#""SECRET-1""#,
        r#"{"username": "vijay"}"#,
        r#"{"username": "vijay", "password": {"SECRET-2": 1}}"#,
        r#"{"username": "vijay", "password": ["SECRET-3"]}"#,
        &format!(r#"{{"username": "vijay", "password": "{}"}}"#, "SECRET-4".repeat(4000)),
    ] {
        let answer = api.post(NOBODY, "/api/login", body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text);
        assert_eq!(answer.json()["success"], false);
        assert!(!answer.text.contains("SECRET"), "{}", answer.text);
    }
    assert_eq!(api.get(ADMIN, "/api/login").await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_survive_a_restart_and_end_with_the_password() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("auth.toml");
    let vijay = UserId::new("vijay").unwrap();
    let hash = |password: &str| PasswordHash::of_new(password).unwrap();
    // Written by hand, before the first start.
    let first = hash("the first password");
    let user = format!(
        "[[user]]\nname = \"vijay\"\nrole = \"operator\"\npassword = \"{}\"\n",
        first.as_str()
    );
    std::fs::write(&path, user).unwrap();
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let editor = AuthFileEditor::new(&path);
    let http = process::client(|builder| builder);
    let first = process::start(process::jobs_http(directory.path()));
    let log_in = async |url: &str, password: &str| {
        let body = json!({"username": "vijay", "password": password});
        http.post(format!("{url}/api/login")).json(&body).send().await.unwrap()
    };
    let answer = log_in(&first.url, "the first password").await;
    let set_cookie =
        |answer: &reqwest::Response| answer.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert!(!set_cookie(&answer).contains("Secure"), "there is no HTTPS");
    let cookie = set_cookie(&answer).split(';').next().unwrap().to_owned();
    let status = async |url: &str| {
        let request = http.get(format!("{url}/v1/jobs")).header("cookie", &cookie);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(status(&first.url).await, 200);
    first.kill();

    // Behind a proxy that uses HTTPS but does not say so.
    let mut second = process::jobs_http(directory.path());
    second.arg("--cookie-secure");
    let second = process::start(second);
    assert_eq!(
        status(&second.url).await,
        401,
        "a cookie that was set over http is none over https"
    );
    let cookie = format!("__Host-{cookie}");
    let status = async |url: &str| {
        let request = http.get(format!("{url}/v1/jobs")).header("cookie", &cookie);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(status(&second.url).await, 200);
    editor.set_password(&vijay, &hash("the second password")).unwrap();
    // It works at once, and sessions with the previous one end.
    assert_eq!(log_in(&second.url, "the first password").await.status(), 401);
    assert_eq!(status(&second.url).await, 401);
    let answer = log_in(&second.url, "the second password").await;
    assert_eq!(answer.status(), 200);
    assert!(set_cookie(&answer).starts_with("__Host-jobs_session="));
    assert!(set_cookie(&answer).ends_with("; Secure"));
}
