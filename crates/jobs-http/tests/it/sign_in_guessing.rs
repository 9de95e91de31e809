//! Guessing passwords is slowed down by user and by address, and keeps nobody else out.

use axum::http::{Method, Request, StatusCode};
use jobs_api::Peer;
use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use jobs_core::UserId;
use serde_json::json;

use crate::sign_in::send;
use crate::support::in_process::{Answer, Api, password_of};
use crate::support::process;

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
