//! Requests that two readers may understand differently. Each has a second request after or inside
//! it; the ledger shows whether that was run.

use std::sync::atomic::Ordering;

use bytes::Bytes;
use futures::future::join_all;

use super::{Attacked, Outcome, head, send};

const JOB: &str = r#"{"action_name": "T-Enable", "cids": ["5001"]}"#;

/// A request that records a job.
fn second() -> String {
    let head = head("POST /v1/jobs HTTP/1.1");
    format!("{head}content-length: {}\r\n\r\n{JOB}", JOB.len())
}

/// Sends `requests`, and returns the result of each. Jobs that were acknowledged count as such.
async fn outcomes(attacked: &Attacked, requests: Vec<String>) -> Vec<(String, Outcome)> {
    let address = attacked.address();
    let attack = async move {
        join_all(requests.into_iter().map(async |request| {
            let outcome = send(address, [Bytes::from(request.clone())]).await;
            (request, outcome)
        }))
        .await
    };
    let outcomes = attacked.under(attack).await;
    let created = outcomes.iter().map(|(_, it)| it.answer.matches("HTTP/1.1 201").count()).sum();
    attacked.recorded.fetch_add(created, Ordering::Relaxed);
    outcomes
}

fn attacked() -> Attacked {
    // Connections that are left open end soon.
    Attacked::new(&["--header-timeout-seconds", "1"])
}

/// Texts that must not be accepted as the length of a body.
fn malformed_framings() -> Vec<String> {
    let length = JOB.len();
    let lengths = ["+5", "-5", "0x5", "5 5", "5;", "5.0", "", "\u{665}", "18446744073709551616"];
    let mut framings: Vec<_> =
        lengths.iter().map(|length| format!("content-length: {length}")).collect();
    framings.extend([
        format!("content-length: {length}, {length}"),
        format!("content-length: {length}\r\ncontent-length: 0"),
        format!("content-length: 0\r\ncontent-length: {length}"),
        format!("content-length : {length}"),
        format!("content-length\t: {length}"),
        format!("content-length:\r\n {length}"),
        format!("content-length: {length}\u{0}"),
        format!("content-length: {length}\u{b}"),
        format!("x: y\rcontent-length: {length}"),
        format!(" content-length: {length}"),
        format!("content_length\u{0}: {length}"),
        ": x".to_owned(),
        "x".to_owned(),
    ]);
    let codings = [
        "xchunked",
        "chunkedx",
        "identity",
        "gzip",
        "gzip, chunked",
        "chunked, identity",
        "\u{b}chunked",
        "chunked, chunked",
        "chunked\u{0}",
        "chunked;q=1",
        "\"chunked\"",
        "",
        ",",
        "chunked,",
        "chunked\r\ntransfer-encoding: chunked",
        "identity\r\ntransfer-encoding: chunked",
        "chunked\r\ntransfer-encoding: identity",
        "\r\n chunked",
        "x\r\n chunked",
    ];
    framings.extend(codings.iter().map(|coding| format!("transfer-encoding: {coding}")));
    framings
        .extend(["transfer-encoding : chunked", " transfer-encoding: chunked"].map(str::to_owned));
    framings
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_of_unclear_length_is_refused_and_what_follows_is_not_read() {
    let attacked = attacked();
    let mut requests = Vec::new();
    for framing in malformed_framings() {
        let begin = head("POST /v1/jobs HTTP/1.1") + &framing + "\r\n\r\n";
        requests.push(format!("{begin}{}", second()));
        requests.push(format!("{begin}0\r\n\r\n{}", second()));
        requests.push(format!("{begin}{JOB}{}", second()));
    }
    for (request, outcome) in outcomes(&attacked, requests).await {
        assert!(outcome.is_refusal(), "{request:?}: {outcome:?}");
    }
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn chunks_of_unclear_length_are_refused_and_what_follows_is_not_read() {
    let attacked = attacked();
    let mut requests = Vec::new();
    let bad = [
        "-1\r\n",
        "+1\r\n",
        "0x0\r\n",
        "\r\n",
        " 0\r\n",
        "\t0\r\n",
        "g\r\n",
        "1;\n\r\n",
        "0\n\n",
        "0\r\r\n",
        "0\u{0}\r\n",
        "ffffffffffffffff0\r\n",
        "10000000000000000\r\n",
        "1\r\n{x\r\n",
        "1\r\n{\n0\r\n\r\n",
        "0\r\nt: v\n\u{0}\r\n\r\n",
        "0\r\n\u{0}\r\n\r\n",
        "1 1\r\n",
        "0;\r\u{0}\r\n",
    ];
    for chunks in bad {
        let begin = head("POST /v1/jobs HTTP/1.1") + "transfer-encoding: chunked\r\n\r\n" + chunks;
        requests.push(format!("{begin}{}", second()));
        requests.push(format!("{begin}\r\n{}", second()));
        requests.push(format!("{begin}\r\n\r\n{}", second()));
    }
    for (request, outcome) in outcomes(&attacked, requests).await {
        assert!(outcome.is_refusal(), "{request:?}: {outcome:?}");
    }
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_length_beside_chunks_ends_the_connection() {
    let attacked = attacked();
    let length = JOB.len();
    let chunked = "transfer-encoding: chunked";
    let whole = format!("{length:x}\r\n{JOB}\r\n0\r\n\r\n");
    let mut requests = Vec::new();
    for framing in [
        format!("content-length: {}\r\n{chunked}", 5 + second().len()),
        format!("{chunked}\r\ncontent-length: {}", 5 + second().len()),
        format!("{chunked}\r\ncontent-length: 0"),
        format!("{chunked}\r\ncontent-length: 3\r\ncontent-length: 4"),
        format!("{chunked}\r\ncontent-length: +3"),
        format!("content-length: 0\r\n{chunked}\r\nconnection: keep-alive"),
    ] {
        let begin = head("POST /v1/jobs HTTP/1.1") + &framing + "\r\n\r\n";
        requests.push(format!("{begin}0\r\n\r\n{}", second()));
        requests.push(format!("{begin}{whole}{}", second()));
    }
    for (request, outcome) in outcomes(&attacked, requests).await {
        assert_eq!(outcome.answers(), 1, "{request:?}: {outcome:?}");
        assert!(["201", "400"].contains(&outcome.status()), "{request:?}: {outcome:?}");
    }
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_body_of_a_request_that_takes_none_is_never_a_request() {
    let attacked = attacked();
    let second = second();
    let nobody = |request_line: &str| format!("{request_line}\r\nhost: x\r\n");
    let heads = [
        nobody("GET /health HTTP/1.1"),
        nobody("HEAD /health HTTP/1.1"),
        nobody("POST /v1/jobs HTTP/1.1"),
        nobody("POST /api/login HTTP/1.1"),
        nobody("POST /v1/jobs/bulk HTTP/1.1"),
        nobody("OPTIONS * HTTP/1.1"),
        nobody("CONNECT x:80 HTTP/1.1"),
        nobody("TRACE / HTTP/1.1"),
        nobody("GET /nothing HTTP/1.1"),
        head("GET /v1/jobs HTTP/1.1"),
        head("GET /v1/export.csv HTTP/1.1"),
        head("PUT /v1/jobs HTTP/1.1"),
        head("DELETE /v1/jobs HTTP/1.1"),
        head("POST /v1/nothing HTTP/1.1"),
    ];
    let mut requests = Vec::new();
    for head in heads {
        let sized = format!("{head}content-length: {}\r\n", second.len());
        requests.push(format!("{sized}\r\n{second}"));
        requests.push(format!("{sized}expect: 100-continue\r\n\r\n{second}"));
        let chunk = format!("{:x}\r\n{second}\r\n0\r\n\r\n", second.len());
        requests.push(format!("{head}transfer-encoding: chunked\r\n\r\n{chunk}"));
        // The announced body does not arrive, but a second request does.
        requests.push(format!("{head}content-length: 104857600\r\n\r\n{second}"));
    }
    for (request, outcome) in outcomes(&attacked, requests).await {
        let answers = outcome.answer.replace("HTTP/1.1 100 Continue\r\n\r\n", "");
        assert!(answers.matches("HTTP/1.1 ").count() <= 1, "{request:?}: {outcome:?}");
        assert!(!answers.contains("HTTP/1.1 201"), "{request:?}: {outcome:?}");
    }
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hosts_and_versions_that_are_not_clear_are_refused() {
    let attacked = attacked();
    let line = "GET /health HTTP/1.1\r\n";
    let mut requests: Vec<String> = [
        "",
        "host: x\r\nhost: x\r\n",
        "host: x\r\nhost: y\r\n",
        "host: x, y\r\n",
        "host: x y\r\n",
        "host: u@x\r\n",
        "host:\r\n",
        "host: \r\n",
        "host: :80\r\n",
        "host: 127.0.0.1:99999\r\n",
        "host: 127.0.0.1:0\r\n",
        "host: x/y\r\n",
        "host : x\r\n",
        "host: x\u{0}\r\n",
        "host: x\r\n host: y\r\n",
        " host: x\r\n",
        "host:\r\n x\r\n",
    ]
    .map(|lines| format!("{line}{lines}\r\n"))
    .into();
    requests.extend(
        [
            "GET /health\r\n",
            "GET /health \r\n",
            "GET /health HTTP/0.9\r\n",
            "GET /health HTTP/1.2\r\n",
            "GET /health HTTP/2.0\r\n",
            "GET /health HTTP/3\r\n",
            "GET /health http/1.1\r\n",
            "GET /health HTTP/1.1x\r\n",
            "GET /health HTTP/1.1 \r\n",
            "GET  /health HTTP/1.1\r\n",
            "GET\t/health HTTP/1.1\r\n",
            "GET /a b HTTP/1.1\r\n",
            "GET /\u{0} HTTP/1.1\r\n",
            "G\u{0}T / HTTP/1.1\r\n",
            "GET / HTTP/1.1\rhost: x\r\n",
            "GET health HTTP/1.1\r\n",
            " GET / HTTP/1.1\r\n",
            "GET http:///health HTTP/1.1\r\n",
            "GET http://evil.test@127.0.0.1/health HTTP/1.1\r\n",
            "GET http://evil.test:80@127.0.0.1:80/health HTTP/1.1\r\n",
            "GET http://@127.0.0.1/health HTTP/1.1\r\n",
            "GET http://127.0.0.1:99999/health HTTP/1.1\r\n",
            "GET http://:80/health HTTP/1.1\r\n",
        ]
        .map(|line| format!("{line}host: x\r\n\r\n")),
    );
    requests
        .push("POST /v1/jobs HTTP/1.0\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n".to_owned());
    let requests = requests.into_iter().map(|request| request + &second()).collect();
    for (request, outcome) in outcomes(&attacked, requests).await {
        assert!(outcome.is_refusal(), "{request:?}: {outcome:?}");
    }
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upgrade_is_not_made_and_requests_in_a_row_are_each_answered() {
    let attacked = attacked();
    let upgrade = |to: &str| {
        let lines = format!("connection: upgrade, http2-settings\r\nupgrade: {to}\r\n");
        format!(
            "GET /health HTTP/1.1\r\nhost: x\r\n{lines}http2-settings: AAMAAABkAAQAAP__\r\n\r\n"
        )
    };
    let preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    let length = JOB.len();
    let twice = format!("content-length: {length}\r\ncontent-length: {length}\r\n\r\n{JOB}");
    let expected = [
        (upgrade("h2c") + preface, "200"),
        (upgrade("websocket") + &second(), "200 201"),
        (format!("{}{}", second(), second()), "201 201"),
        (second().replace(&length.to_string(), &format!(" {length}\t ")), "201"),
        (head("POST /v1/jobs HTTP/1.1") + &twice + &second(), "201 201"),
        (second().replace("/v1/jobs", "/v1/nothing") + &second(), "404 201"),
        (second().replace("host: x", "host: x\r\nconnection: close") + &second(), "201"),
        (second().replace("HTTP/1.1", "HTTP/1.0") + &second(), "201"),
    ];
    let (requests, expected): (Vec<_>, Vec<_>) = expected.into_iter().unzip();
    for ((request, outcome), expected) in
        outcomes(&attacked, requests).await.into_iter().zip(expected)
    {
        let answers = outcome.answer.split("HTTP/1.").skip(1);
        let statuses: Vec<_> = answers.map(|answer| &answer[2..5]).collect();
        assert_eq!(statuses.join(" "), expected, "{request:?}: {outcome:?}");
        // In the version of the request.
        let old = outcome.answer.matches("HTTP/1.0 201").count();
        attacked.recorded.fetch_add(old, Ordering::Relaxed);
    }
    attacked.ends_whole();
}
