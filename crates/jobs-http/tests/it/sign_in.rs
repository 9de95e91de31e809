//! Signing in by password: sessions, their cookies, the pages, and what browsers send for other
//! sites.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jobs_api::Peer;
use jobs_auth::{AuthFileEditor, PasswordHash};
use jobs_core::UserId;
use serde_json::json;

use crate::support::in_process::{ADMIN, Answer, Api, GONE, NOBODY, VIJAY, password_of};
use crate::support::means::Means;
use crate::support::process;

/// A request with the given headers.
pub(crate) async fn send(
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
async fn the_first_page_leads_to_the_form_and_the_form_to_the_page_that_it_was_asked_for() {
    let api = Api::new().await;
    let first = api.get(NOBODY, "/").await;
    assert_eq!(first.status, StatusCode::OK);
    assert!(first.text.contains(r#"href="/login""#), "{}", first.text);
    assert!(first.text.contains(r#"href="/docs""#), "{}", first.text);
    let form = api.get(NOBODY, "/login?next=%2F%3Fa%3D%2522%26b%3D%2F%2Fx").await;
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
    let known = send(&api, Method::GET, "/api/user/info", &[("cookie", &cookie)], "").await;
    assert_eq!(known.json()["user_id"], "vijay", "{}", known.text);

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
