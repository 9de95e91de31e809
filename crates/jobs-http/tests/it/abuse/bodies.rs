//! Bodies of 100 MB, to routes that take a body and to routes that take none.

use futures::future::join_all;

use super::{Attacked, MIB, head, hundred_mb, send};

/// The beginning of a request with a body of any length.
fn begins() -> Vec<(String, String)> {
    let nobody = |request_line: &str| format!("{request_line}\r\nhost: x\r\n");
    let heads = [
        head("POST /v1/jobs HTTP/1.1"),
        head("GET /v1/jobs HTTP/1.1"),
        head("GET /v1/export.csv HTTP/1.1"),
        head("POST /v1/nothing HTTP/1.1"),
        head("PUT /v1/jobs HTTP/1.1"),
        head("DELETE /v1/jobs HTTP/1.1"),
        head("POST /proxy_fetch HTTP/1.1"),
        head("POST /v1/jobs/0192f0c1-2345-7000-8000-000000000001/status HTTP/1.1"),
        nobody("GET /health HTTP/1.1"),
        nobody("POST /v1/jobs HTTP/1.1"),
        nobody("POST /v1/jobs/bulk HTTP/1.1"),
        nobody("POST /api/login HTTP/1.1"),
        nobody("POST /login HTTP/1.1"),
        nobody("POST /api/logout HTTP/1.1"),
        nobody("OPTIONS * HTTP/1.1"),
    ];
    let with = |framing: &str| {
        let name = |head: &String| head.lines().next().unwrap().to_owned();
        let begin = |head: &String| (name(head), format!("{head}{framing}"));
        heads.iter().map(begin).collect::<Vec<_>>()
    };
    [
        with("content-length: 104857600\r\n\r\n"),
        with("transfer-encoding: chunked\r\n\r\n6400000\r\n"),
        with("content-length: 104857600\r\nexpect: 100-continue\r\n\r\n"),
    ]
    .concat()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bodies_of_100_mb_are_taken_by_no_route() {
    let attacked = Attacked::new(&["--header-timeout-seconds", "2"]);
    let address = attacked.address();
    let attack = async move {
        join_all(
            begins()
                .into_iter()
                .map(async |(name, begin)| (name, send(address, hundred_mb(&begin, b" ")).await)),
        )
        .await
    };
    for (name, outcome) in attacked.under(attack).await {
        let answer = outcome.answer.trim_start_matches("HTTP/1.1 100 Continue\r\n\r\n");
        let is_read = name.starts_with("GET ");
        let expected = if is_read && !answer.is_empty() { "HTTP/1.1 200" } else { "HTTP/1.1 4" };
        // A client that is still sending may lose the answer.
        assert!(answer.is_empty() || answer.starts_with(expected), "{name}: {answer}");
        assert!(answer.matches("HTTP/1.1 ").count() <= 1, "{name}: {answer}");
        assert!(outcome.sent < 64 * MIB, "{name}: {}", outcome.sent);
    }
    // The memory for bodies is 32 MiB, and one more body of 16 MiB. A growing vector takes its
    // memory twice for a moment, and the allocator keeps freed memory for a second. 4.5 GB were
    // sent.
    attacked.has_taken_at_most(3 * (32 + 16));
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_of_100_mb_is_refused_and_not_held() {
    let attacked = Attacked::new(&[]);
    let address = attacked.address();
    let begin = head("POST /v1/jobs/bulk HTTP/1.1") + "connection: close\r\n";
    let sized = format!("{begin}content-length: 104857600\r\n\r\n");
    let attack = async move { send(address, hundred_mb(&sized, b"[")).await };
    let outcome = attacked.under(attack).await;
    assert!(outcome.answer.contains("\"line\":1,\"status\":413"), "{}", outcome.answer);
    assert_eq!(outcome.answer.matches("\"line\"").count(), 1);
    attacked.has_taken_at_most(2 * (32 + 16));
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn chunks_whose_sizes_extensions_or_trailers_have_no_end_are_refused_early() {
    let attacked = Attacked::new(&["--header-timeout-seconds", "2"]);
    let address = attacked.address();
    // Zeros before a size and spaces after it are read for as long as a body may take, but not
    // stored.
    let cases: [(&str, &[u8]); 6] = [
        ("", b"F"),
        ("1;", b"e"),
        ("", b"1;eeeeeee\r\n \r\n"),
        ("0\r\nt: ", b"v"),
        ("0\r\n", b"t: v\r\n"),
        ("0\r\n", b"t"),
    ];
    let attack = async move {
        let routes = ["/v1/jobs", "/v1/jobs/bulk", "/api/login"];
        let all = routes.into_iter().flat_map(move |route| cases.map(|case| (route, case)));
        join_all(all.map(async |(route, (begin, piece))| {
            let head = head(&format!("POST {route} HTTP/1.1"));
            let begin = format!("{head}transfer-encoding: chunked\r\n\r\n{begin}");
            (route, begin.clone(), send(address, hundred_mb(&begin, piece)).await)
        }))
        .await
    };
    for (route, begin, outcome) in attacked.under(attack).await {
        let bulk = outcome.answer.starts_with("HTTP/1.1 200") && route.ends_with("bulk");
        assert!(outcome.is_refusal() || bulk, "{begin:?}: {outcome:?}");
        assert!(!outcome.answer.contains("\"status\":201"), "{begin:?}: {outcome:?}");
        assert!(outcome.sent < 32 * MIB, "{begin:?}: {}", outcome.sent);
    }
    attacked.has_taken_at_most(32);
    attacked.ends_whole();
}
