//! JWTs over HTTP, and the keys of their issuer, which change.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::routing::get;
use jobs_sign_in::{JwksSource, Jwt};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::support::in_process::{Api, NOBODY};
use crate::support::issuer::{AUDIENCE, ISSUER, Issuer, settings};
use crate::support::means::TestClock;
use crate::support::process;

#[tokio::test]
async fn the_role_is_what_the_issuer_says() {
    let api = Api::new().await;
    let issuer = Issuer::new();
    let info = async |jwt: &str| api.get(Some(jwt), "/api/user/info").await;
    let answer = info(&issuer.jwt("someone@else.test", "auditor")).await;
    let expected = json!({
        "user_id": "someone@else.test", "role": "auditor", "is_admin": false, "signed_in_by": "jwt",
    });
    assert_eq!(answer.json(), expected);
    for bad in [
        issuer.jwt("vijay", "root"),
        issuer.jwt("", "operator"),
        issuer
            .sign(&json!({"iss": ISSUER, "aud": AUDIENCE, "sub": "a", "role": "admin", "exp": 1})),
        Issuer::with_key(8, "seven").jwt("vijay", "admin"),
        Issuer::with_key(8, "eight").jwt("vijay", "admin"),
        "a.b.c".to_owned(),
    ] {
        let answer = info(&bad).await;
        assert_eq!(answer.status, 401, "{bad}: {}", answer.text);
        assert!(!answer.text.contains(&bad), "{}", answer.text);
    }
    let reason = api.get(Some(&issuer.jwt("vijay", "root")), "/v1/jobs").await.json();
    assert_eq!(
        reason["detail"],
        "authorization: the JWT does not name exactly one role in the claim for it"
    );
    assert_eq!(api.get(NOBODY, "/v1/jobs").await.status, 401);
}

/// An issuer's key set on a port of this machine, and how often it was requested.
async fn serve_keys(issuer: &Issuer) -> (String, Arc<AtomicUsize>, Arc<std::sync::Mutex<String>>) {
    let open = Arc::new(Semaphore::new(Semaphore::MAX_PERMITS));
    serve_keys_slowly(issuer, open).await
}

/// The same, where each answer waits for a permit of `gate`.
async fn serve_keys_slowly(
    issuer: &Issuer,
    gate: Arc<Semaphore>,
) -> (String, Arc<AtomicUsize>, Arc<std::sync::Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/keys", listener.local_addr().unwrap());
    let asked = Arc::new(AtomicUsize::new(0));
    let keys = Arc::new(std::sync::Mutex::new(issuer.jwks().to_string()));
    let count = Arc::clone(&asked);
    let current = Arc::clone(&keys);
    let answer = move || {
        count.fetch_add(1, Ordering::Relaxed);
        let keys = current.lock().unwrap().clone();
        let gate = Arc::clone(&gate);
        async move {
            gate.acquire().await.unwrap().forget();
            keys
        }
    };
    let router = Router::new().route("/keys", get(answer));
    let server = async move {
        let accept = async || listener.accept().await.unwrap().0;
        loop {
            let stream = hyper_util::rt::TokioIo::new(accept().await);
            let service = hyper_util::service::TowerToHyperService::new(router.clone());
            let connection = hyper::server::conn::http1::Builder::new();
            tokio::spawn(connection.serve_connection(stream, service));
        }
    };
    tokio::spawn(server);
    (url, asked, keys)
}

#[tokio::test]
async fn keys_are_fetched_again_for_one_that_is_new_and_rarely_for_ones_that_are_made_up() {
    let one = Issuer::with_key(1, "one");
    let two = Issuer::with_key(2, "two");
    let (url, asked, keys) = serve_keys(&one).await;
    let clock = Arc::new(TestClock::default());
    let settings = settings(url.parse::<JwksSource>().unwrap());
    let jwt = Jwt::start(settings, clock.clone()).await.unwrap();
    let api = Api::trusting(jwt).await;
    let status = async |jwt: &str| api.get(Some(jwt), "/v1/jobs").await.status.as_u16();
    let asked = || asked.load(Ordering::Relaxed);
    let by_one = one.jwt("a", "admin");
    let by_two = two.jwt("a", "admin");
    assert_eq!((status(&by_one).await, asked()), (200, 1));

    *keys.lock().unwrap() = two.jwks().to_string();
    assert_eq!((status(&by_two).await, asked()), (401, 1), "asked less than a minute ago");
    clock.pass(60);
    assert_eq!((status(&by_two).await, asked()), (200, 2));
    assert_eq!((status(&by_one).await, asked()), (401, 2), "its key is withdrawn");
    for _ in 0..20 {
        assert_eq!(status(&Issuer::with_key(3, "made-up").jwt("a", "admin")).await, 401);
    }
    assert_eq!(asked(), 2);
    // An issuer that fails changes nothing.
    *keys.lock().unwrap() = "out of order".into();
    clock.pass(60);
    assert_eq!((status(&by_one).await, asked()), (401, 3));
    assert_eq!((status(&by_two).await, asked()), (200, 3));
    // A withdrawn key is noticed within a minute.
    *keys.lock().unwrap() = one.jwks().to_string();
    clock.pass(50);
    assert_eq!((status(&by_two).await, asked()), (401, 4));
    assert_eq!((status(&by_one).await, asked()), (200, 4));
}

#[tokio::test]
async fn a_caller_who_hangs_up_does_not_keep_the_keys_from_coming() {
    let one = Issuer::with_key(1, "one");
    let two = Issuer::with_key(2, "two");
    let gate = Arc::new(Semaphore::new(1));
    let (url, asked, keys) = serve_keys_slowly(&one, Arc::clone(&gate)).await;
    let clock = Arc::new(TestClock::default());
    let settings = settings(url.parse::<JwksSource>().unwrap());
    let jwt = Jwt::start(settings, clock.clone()).await.unwrap();
    let api = Api::trusting(jwt).await;
    *keys.lock().unwrap() = two.jwks().to_string();
    clock.pass(60);
    let by_two = two.jwt("a", "admin");
    tokio::select! {
        _ = api.get(Some(&by_two), "/v1/jobs") => panic!("the keys have not come"),
        () = async { while asked.load(Ordering::Relaxed) < 2 { tokio::task::yield_now().await } } => {}
    }
    gate.add_permits(1);
    assert_eq!(api.get(Some(&by_two), "/v1/jobs").await.status, 200);
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn keys_that_did_not_come_are_asked_for_again_and_do_not_count_for_ever() {
    let one = Issuer::with_key(1, "one");
    let (url, asked, keys) = serve_keys(&one).await;
    let clock = Arc::new(TestClock::default());
    let settings = settings(url.parse::<JwksSource>().unwrap());
    let jwt = Jwt::start(settings, clock.clone()).await.unwrap();
    let api = Api::trusting(jwt).await;
    let by_one = one.jwt("a", "admin");
    let ask = async || {
        let answer = api.get(Some(&by_one), "/v1/jobs").await;
        (answer.status.as_u16(), asked.load(Ordering::Relaxed))
    };
    *keys.lock().unwrap() = "out of order".into();
    clock.pass(50);
    assert_eq!(ask().await, (200, 2));
    clock.pass(49);
    assert_eq!(ask().await, (200, 2));
    // By now the issuer has withdrawn the key.
    *keys.lock().unwrap() = Issuer::with_key(2, "two").jwks().to_string();
    clock.pass(1);
    assert_eq!(ask().await, (401, 3));
    *keys.lock().unwrap() = one.jwks().to_string();
    clock.pass(50);
    assert_eq!(ask().await, (200, 4));
    // An issuer that does not answer for a quarter of an hour: nobody knows which keys it has
    // withdrawn.
    *keys.lock().unwrap() = "out of order".into();
    clock.pass(15 * 60 - 1);
    assert_eq!(ask().await, (200, 5));
    clock.pass(50);
    assert_eq!(ask().await, (401, 6));
    *keys.lock().unwrap() = one.jwks().to_string();
    clock.pass(50);
    assert_eq!(ask().await, (200, 7));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_takes_jwts_when_it_is_told_whose() {
    let directory = tempfile::tempdir().unwrap();
    let keys = directory.path().join("keys.json");
    let data = directory.path().join("data");
    let command = || {
        let mut command = process::jobs_http(&data);
        command.args(["--jwt-issuer", ISSUER, "--jwt-audience", AUDIENCE, "--jwt-jwks"]).arg(&keys);
        command
    };
    let message = process::refusal(command());
    assert!(message.contains("--jwt-jwks") && message.contains("keys.json"), "{message}");
    assert!(!data.join("auth.toml").exists(), "no token that nobody has seen");
    let issuer = Issuer::new();
    std::fs::write(&keys, issuer.jwks().to_string()).unwrap();
    let server = process::start(command());
    let http = process::client(|builder| builder);
    let request = http.get(format!("{}/v1/jobs", server.url));
    let answer = request.bearer_auth(issuer.jwt("vijay", "operator")).send().await.unwrap();
    assert_eq!(answer.status(), 200);
}
