//! Paths that are spelt differently, and headers that name another path or method: the request
//! reaches the route of the path as it was sent, under its rules, or none.

use bytes::Bytes;
use futures::future::join_all;

use super::{Attacked, Outcome, head, send};

/// Paths that match nothing, though a lenient reader takes them for one of ours.
fn tricks() -> Vec<String> {
    let mut paths: Vec<String> = [
        "//v1/jobs",
        "/v1//jobs",
        "/v1/jobs/",
        "/v1/jobs//",
        "/./v1/jobs",
        "/v1/./jobs",
        "/v1/../v1/jobs",
        "/v1/x/../jobs",
        "/health/../v1/jobs",
        "/log/../v1/jobs",
        "/%2e%2e/v1/jobs",
        "/v1/%2e%2e/v1/jobs",
        "/v1/%2e/jobs",
        "/v1%2Fjobs",
        "/v1%2fjobs",
        "/%2Fv1/jobs",
        "/v1/jobs%2F",
        "/v1/jobs%00",
        "/v1/jobs%00.css",
        "/v1/jobs%20",
        "/v1/jobs%09",
        "/v1/jobs%0d%0a",
        "/v1/jobs;x=y",
        "/v1;x=y/jobs",
        "/;/v1/jobs",
        "/v1/jobs.json",
        "/v1/jobs%3flimit=1",
        "/v1\\jobs",
        "\\v1\\jobs",
        "/v1/..\\v1/jobs",
        "/v1%5cjobs",
        "/%76%31/jobs",
        "/v1/%6aobs",
        "/v1/%256aobs",
        "/V1/jobs",
        "/v1/JOBS",
        "/v1/jobs%",
        "/v1/jobs%f",
        "/v1/jobs%zz",
        "/%c0%afv1/jobs",
        "/%c0%ae%c0%ae/v1/jobs",
        "/%e0%80%afv1/jobs",
        "/v1/jobs%ff",
        "/v1/jobs%ef%bc%8f",
        "/v1/jobs\u{200b}",
        "/v1/jobs%23",
        "/health/..%2fv1%2fjobs",
        "/health%2f..%2fv1%2fjobs",
        "/jobs.db",
        "/../jobs.db",
        "/%2e%2e/jobs.db",
        "/log/../../jobs.db",
        "/auth.toml",
        "/ledger.key",
        "/log/../ledger.key",
        "/log/ledger.key",
        "/.git/config",
        "/etc/passwd",
        "/../../../etc/passwd",
        "*",
        "/*",
        "/{job_id}",
        "/v1/jobs/*/x",
    ]
    .map(str::to_owned)
    .into();
    paths.extend((0..3).map(|extra| format!("/{}", "a/".repeat(10_000 + extra))));
    paths
}

async fn outcomes(attacked: &Attacked, requests: Vec<String>) -> Vec<(String, Outcome)> {
    let address = attacked.address();
    let attack = async move {
        join_all(requests.into_iter().map(async |request| {
            let outcome = send(address, [Bytes::from(request.clone())]).await;
            (request, outcome)
        }))
        .await
    };
    attacked.under(attack).await
}

const CLOSE: &str = "connection: close\r\ncontent-length: 0\r\n\r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_path_that_is_written_otherwise_leads_nowhere() {
    let attacked = Attacked::new(&[]);
    let expected =
        [("GET", "404"), ("POST", "404"), ("DELETE", "405"), ("PUT", "405"), ("PATCH", "405")];
    for (method, code) in expected {
        let requests =
            tricks().into_iter().map(|path| head(&format!("{method} {path} HTTP/1.1")) + CLOSE);
        for (request, outcome) in outcomes(&attacked, requests.collect()).await {
            let line = request.lines().next().unwrap();
            let status = outcome.status();
            assert!(
                [code, "400"].contains(&status),
                "{}: {}",
                &line[..line.len().min(80)],
                outcome.answer
            );
        }
    }
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_has_tiles_and_nothing_else() {
    let attacked = Attacked::new(&[]);
    attacked.serves_others().await;
    let paths = [
        "/log/tile/../checkpoint",
        "/log/tile/%2e%2e/checkpoint",
        "/log/tile/..%2f..%2fjobs.db",
        "/log/tile/0/../0/000.p/1",
        "/log/tile/0//000.p/1",
        "/log/tile//0/000.p/1",
        "/log/tile/0/000.p/1/",
        "/log/tile/0/000.p/0",
        "/log/tile/0/000.p/01",
        "/log/tile/0/000.p/257",
        "/log/tile/0/0",
        "/log/tile/0/x000/000",
        "/log/tile/00/000.p/1",
        "/log/tile/+0/000.p/1",
        "/log/tile/-1/000",
        "/log/tile/64/000",
        "/log/tile/99999999999999999999/000",
        "/log/tile/0/000.P/1",
        "/log/tile/0/000%00",
        "/log/tile/0/%ff",
        "/log/tile/%30/000.p/1/..",
        "/log/tile/entries/../0/000.p/1",
        "/log/tile/entries/%2e%2e/0/000.p/1",
        "/log/tile/0/000.p/1;x",
        "/log/tile/0\\000.p\\1",
        "/log/tile/",
        "/log/tile",
        "/log/",
        "/log",
        "/log/tile/entries/..",
        "/log/key/",
        "/log/checkpoint/",
        "/log/checkpoint%00",
    ];
    let mut requests: Vec<_> =
        paths.map(|path| format!("GET {path} HTTP/1.1\r\nhost: x\r\n{CLOSE}")).into();
    let digits = format!("/log/tile/0/{}000", "x000/".repeat(2000));
    requests.push(format!("GET {digits} HTTP/1.1\r\nhost: x\r\n{CLOSE}"));
    for (request, outcome) in outcomes(&attacked, requests).await {
        // Only callers who may read the bundles get them, however the path continues.
        let codes = if request.contains("/entries/") {
            ["401", "401", "401"]
        } else {
            ["404", "400", "400"]
        };
        assert!(codes.contains(&outcome.status()), "{request:?}: {}", outcome.answer);
    }
    let good = "GET /log/tile/0/000.p/1 HTTP/1.1\r\nhost: x\r\n".to_owned() + CLOSE;
    assert_eq!(outcomes(&attacked, vec![good]).await[0].1.status(), "200");
    attacked.ends_whole();
}

/// Headers that make some servers treat a request as another one.
const OVERRIDES: [&str; 11] = [
    "x-http-method-override: GET",
    "x-http-method-override: DELETE",
    "x-http-method: DELETE",
    "x-method-override: %47%45%54",
    "x-original-url: /health",
    "x-original-url: %2fhealth",
    "x-rewrite-url: /health",
    "x-forwarded-path: /health",
    "x-forwarded-prefix: /health",
    "x-forwarded-uri: /health",
    "x-forwarded-method: GET",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_do_what_depends_on_the_path_and_the_method_alone() {
    let attacked = Attacked::new(&[]);
    attacked.serves_others().await;
    let targets = [
        "/v1/jobs",
        "http://x/v1/jobs",
        "http://x:99/v1/jobs",
        "https://x/v1/jobs",
        "/v1/jobs#/health",
    ];
    let mut requests = Vec::new();
    for line in OVERRIDES {
        for target in targets {
            for (method, code) in
                [("GET", "401"), ("POST", "401"), ("DELETE", "405"), ("HEAD", "401")]
            {
                requests.push((
                    format!("{method} {target} HTTP/1.1\r\nhost: x\r\n{line}\r\n{CLOSE}"),
                    code,
                ));
            }
            let delete = head(&format!("DELETE {target} HTTP/1.1"));
            requests.push((format!("{delete}{line}\r\n{CLOSE}"), "405"));
        }
        // The reverse: a public path answers as a public path.
        let health = line.replace("/health", "/v1/jobs").replace("%2fhealth", "%2fv1%2fjobs");
        requests.push((format!("GET /health HTTP/1.1\r\nhost: x\r\n{health}\r\n{CLOSE}"), "200"));
    }
    let forms = [
        "_method=DELETE",
        "?_method=GET",
        "?x-http-method-override=GET",
        "?access_token=x",
        "?path=/health",
    ];
    for form in forms {
        requests.push((
            format!("GET /v1/jobs{form} HTTP/1.1\r\nhost: x\r\n{CLOSE}"),
            if form.starts_with('?') { "401" } else { "404" },
        ));
    }
    for target in ["x:80", "/v1/jobs", "x"] {
        requests.push((head(&format!("CONNECT {target} HTTP/1.1")) + CLOSE, "4"));
    }
    let (requests, codes): (Vec<_>, Vec<_>) = requests.into_iter().unzip();
    for ((request, outcome), code) in outcomes(&attacked, requests).await.into_iter().zip(codes) {
        assert!(outcome.status().starts_with(code), "{request:?}: {}", outcome.answer);
    }
    attacked.ends_whole();
}
