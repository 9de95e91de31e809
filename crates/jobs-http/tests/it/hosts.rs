//! The host of a request: requests that a page makes a browser send after DNS rebinding are
//! refused.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_api::endpoints;
use reqwest::Client;

use crate::support::in_process::{ADMIN, Api, NOBODY, VIJAY, password_of};
use crate::support::process::{self, Process};

#[tokio::test]
async fn every_route_refuses_another_host_and_does_nothing() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let before = api.head().await;
    let cookie = api.session("admin").await;
    for operation in endpoints() {
        let path = api.path(operation, &job_id).await;
        let open = ["health", "live", "ready"].contains(&operation.id());
        for by_token in [true, false] {
            let request = Request::builder().method(operation.method()).uri(&path);
            let request =
                request.header("host", "evil.test:8080").header("origin", "http://evil.test:8080");
            let request = match by_token {
                true => request.header("authorization", format!("Bearer {}", ADMIN.unwrap())),
                false => request.header("cookie", &cookie).header("sec-fetch-site", "same-origin"),
            };
            let body = format!("username=admin&password={}", password_of("admin"));
            let answer = api.send(request.body(Body::from(body)).unwrap()).await;
            if open {
                assert_eq!(answer.status, StatusCode::OK, "{operation:?}");
                continue;
            }
            assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{operation:?}");
            assert!(answer.text.contains("--allowed-host"), "{}", answer.text);
            assert!(!answer.text.contains("evil"), "{}", answer.text);
            assert_eq!(answer.header("set-cookie"), None, "{operation:?}");
        }
    }
    assert_eq!(api.head().await, before);
    // A path that does not exist reveals nothing more.
    let request = Request::get("/nowhere").header("host", "evil.test");
    assert_eq!(api.send(request.body(Body::empty()).unwrap()).await.status, 421);
    assert_eq!(api.get(NOBODY, "/nowhere").await.status, 404);
}

/// What a browser gets if DNS maps `host` to the server's address.
async fn status(server: &Process, host: &str, is_http_2: bool, path: &str) -> u16 {
    status_with(server, host, is_http_2, path, None).await
}

/// The same for a client that may name another host in the header.
async fn status_with(
    server: &Process,
    host: &str,
    is_http_2: bool,
    path: &str,
    header: Option<&str>,
) -> u16 {
    let address = server.address();
    let http: Client = process::client(|builder| {
        let builder = builder.resolve(host, address);
        if is_http_2 { builder.http2_prior_knowledge() } else { builder }
    });
    let url = format!("http://{host}:{}{path}", address.port());
    let mut request = http.get(url).bearer_auth(process::TOKEN);
    if let Some(header) = header {
        request = request.header("host", header);
    }
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_answers_to_the_names_that_it_was_told() {
    let directory = tempfile::tempdir().unwrap();
    let start = |allowed: Option<&str>, by_flag: bool| {
        let mut command = process::jobs_http(directory.path());
        command.env_remove("JOBS_ALLOWED_HOST");
        match allowed {
            Some(names) if by_flag => {
                for name in names.split(',') {
                    command.args(["--allowed-host", name]);
                }
            }
            Some(names) => {
                command.env("JOBS_ALLOWED_HOST", names);
            }
            None => {}
        }
        process::start(command)
    };
    for (allowed, by_flag) in [
        (None, false),
        (Some("ledger.example.com,box"), false),
        (Some("ledger.example.com,box"), true),
    ] {
        let server = start(allowed, by_flag);
        for is_http_2 in [false, true] {
            let told = if allowed.is_some() { 200 } else { 421 };
            for (host, expected) in [
                ("localhost", 200),
                ("evil.test", 421),
                ("ledger.example.com", told),
                ("box", told),
                ("other.example.com", 421),
            ] {
                let got = status(&server, host, is_http_2, "/v1/jobs").await;
                assert_eq!(got, expected, "{host} {allowed:?}, HTTP/2: {is_http_2}");
                assert_eq!(status(&server, host, is_http_2, "/readyz").await, 200, "{host}");
            }
            let address = server.address().ip().to_string();
            assert_eq!(status(&server, &address, is_http_2, "/v1/jobs").await, 200);
            // HTTP/1.1 has it only in the header.
            let differs = if is_http_2 { 400 } else { 200 };
            let got = status_with(&server, &address, is_http_2, "/v1/jobs", Some("localhost"));
            assert_eq!(got.await, differs, "HTTP/2: {is_http_2}");
            let got = status_with(&server, &address, is_http_2, "/v1/jobs", Some("evil.test"));
            assert_eq!(got.await, 421, "HTTP/2: {is_http_2}");
        }
        server.kill();
    }
}

/// The name that it listens on is allowed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_name_of_listen_counts_by_itself() {
    let Ok(name) = std::fs::read_to_string("/proc/sys/kernel/hostname") else { return };
    let name = name.trim();
    let directory = tempfile::tempdir().unwrap();
    if std::net::ToSocketAddrs::to_socket_addrs(&(name, 0)).is_err() {
        println!("SKIPPED: this machine does not know its own name");
        return;
    }
    let mut command = process::jobs_http_on(directory.path(), format_args!("{name}:0"));
    command.env_remove("JOBS_ALLOWED_HOST");
    let server = process::start(command);
    assert_eq!(status(&server, name, false, "/v1/jobs").await, 200);
    assert_eq!(status(&server, "evil.test", false, "/v1/jobs").await, 421);
}
