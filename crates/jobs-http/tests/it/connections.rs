//! The connection loop under clients that are slow, greedy or many.

use std::time::Duration;

use jobs_sim::SimConfig;

use crate::support::process::{self, Caller, HEALTH, Raw};
use crate::support::upstream::Upstream;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_heads_are_cut_off_while_others_are_served() {
    let directory = tempfile::tempdir().unwrap();
    let mut command = process::jobs_http(directory.path());
    command.args(["--header-timeout-seconds", "1"]);
    let server = process::start(command);
    let slow: Vec<Raw> = [
        &b""[..],
        b"GET /health HTTP/1.1\r\nhost:",
        // The beginning of HTTP/2, and no more.
        b"PRI * HT",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ]
    .into_iter()
    .map(|begin| {
        let mut raw = Raw::connect(server.address());
        raw.send(begin);
        raw
    })
    .collect();
    let caller = Caller::new(&server);
    assert_eq!(caller.get("/health").await["status"], "healthy");
    for mut raw in slow {
        let rest = tokio::task::spawn_blocking(move || raw.read_end()).await.unwrap();
        assert!(!rest.contains("200 OK"), "{rest}");
    }
    // One that was served and then idles is cut off too.
    let mut idle = Raw::connect(server.address());
    idle.send(HEALTH);
    assert!(idle.read_head().starts_with("HTTP/1.1 200 OK"));
    assert_eq!(tokio::task::spawn_blocking(move || idle.read_end()).await.unwrap(), "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_over_the_limit_wait_while_all_have_the_server_at_work() {
    let upstream =
        Upstream::with(SimConfig { delay: Duration::from_millis(3000), ..SimConfig::default() });
    let directory = tempfile::tempdir().unwrap();
    let mut command = process::jobs_http(directory.path());
    command.args(["--max-connections", "2", "--upstream", &upstream.url]);
    let server = process::start(command);
    let act = |cid: u32| {
        let body = format!(
            r#"{{"url": "{}/tms/v1/x", "postData": {{"action": "T-Enable", "cids": [{cid}]}}}}"#,
            upstream.url
        );
        let mut raw = Raw::connect(server.address());
        let head = format!("host: x\r\nauthorization: Bearer {}\r\n", process::TOKEN);
        let length = format!("content-length: {}\r\n", body.len());
        raw.send(format!("POST /proxy_fetch HTTP/1.1\r\n{head}{length}\r\n{body}").as_bytes());
        raw
    };
    let mut acting: Vec<Raw> = (1..=2).map(act).collect();
    upstream.sim.called(2).await;
    let mut waiting = Raw::connect(server.address());
    waiting.send(HEALTH);
    assert!(waiting.is_silent(Duration::from_millis(300)), "there is no room for a third");
    assert!(waiting.read_head().starts_with("HTTP/1.1 200 OK"));
    // The one that was answered first was evicted.
    for raw in &mut acting {
        assert!(raw.read_head().starts_with("HTTP/1.1 200 OK"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_connection_that_has_idled_for_longest_gives_way() {
    let directory = tempfile::tempdir().unwrap();
    let mut command = process::jobs_http(directory.path());
    command.args(["--max-connections", "2"]);
    let server = process::start(command);
    let served = || {
        let mut raw = Raw::connect(server.address());
        raw.send(HEALTH);
        assert!(raw.read_head().starts_with("HTTP/1.1 200 OK"));
        raw
    };
    let mut first = served();
    let mut second = served();
    first.send(HEALTH);
    assert!(first.read_head().starts_with("HTTP/1.1 200 OK"));
    let mut third = served();
    assert_eq!(second.read_end(), "");
    for raw in [&mut first, &mut third] {
        raw.send(HEALTH);
        assert!(raw.read_head().starts_with("HTTP/1.1 200 OK"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_of_100_mb_is_refused_before_it_is_read_and_while_it_is_read() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let head = format!(
        "POST /v1/jobs HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\n",
        process::TOKEN
    );

    let mut announced = Raw::connect(server.address());
    announced.send(format!("{head}content-length: 104857600\r\n\r\n").as_bytes());
    assert!(announced.read_head().starts_with("HTTP/1.1 413 "), "without a byte of the body");

    let mut chunked = Raw::connect(server.address());
    chunked.send(format!("{head}transfer-encoding: chunked\r\n\r\n").as_bytes());
    let mut sending = chunked.stream();
    let sender = std::thread::spawn(move || {
        use std::io::Write as _;
        let chunk = [b"100000\r\n", &[b' '; 0x10_0000][..], b"\r\n"].concat();
        // The server may close the connection at any time.
        (0..100).take_while(|_| sending.write_all(&chunk).is_ok()).count()
    });
    let answer = tokio::task::spawn_blocking(move || chunked.read_end()).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(sender.join().unwrap() < 100, "it did not read to the end");
    assert!(Caller::new(&server).jobs().await.is_empty());
}

/// Everything that the server answers to `bytes`.
async fn answer_to(server: &process::Process, bytes: &[u8]) -> String {
    let mut raw = Raw::connect(server.address());
    // The server may close the connection before it has read everything.
    let _hung_up = std::io::Write::write_all(&mut raw.stream(), bytes);
    tokio::task::spawn_blocking(move || raw.read_end()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn garbage_and_oversized_heads_are_refused_and_others_are_served() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let long = format!("GET /health HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n", "y".repeat(64 << 10));
    let many = format!("GET /health HTTP/1.1\r\nhost: x\r\n{}\r\n", "x: y\r\n".repeat(100));
    let refused: [(&[u8], &str); 4] = [
        (b"\0\0\0\0\r\n\r\n", "HTTP/1.1 400 "),
        (b"GET\r\n\r\n", "HTTP/1.1 400 "),
        (long.as_bytes(), "HTTP/1.1 431 "),
        (many.as_bytes(), "HTTP/1.1 431 "),
    ];
    for (bytes, expected) in refused {
        let answer = answer_to(&server, bytes).await;
        assert!(answer.starts_with(expected), "{answer}");
    }
    // A client that speaks TLS would not understand a plain answer.
    let answer = answer_to(&server, b"\x16\x03\x01\x02\x00\x01\x00").await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert_eq!(Caller::new(&server).get("/health").await["status"], "healthy");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn http_2_is_spoken_on_the_same_port() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let client = process::client(reqwest::ClientBuilder::http2_prior_knowledge);
    let calls = (0..20).map(|i| {
        let request = client.post(format!("{}/v1/jobs", server.url)).bearer_auth(process::TOKEN);
        let body = serde_json::json!({"action_name": "T-Enable", "cids": [i.to_string()]});
        tokio::spawn(request.json(&body).send())
    });
    for call in calls.collect::<Vec<_>>() {
        let answer = call.await.unwrap().unwrap();
        assert_eq!(answer.version(), reqwest::Version::HTTP_2);
        assert_eq!(answer.status(), 201);
    }
    assert_eq!(Caller::new(&server).jobs().await.len(), 20);
}
