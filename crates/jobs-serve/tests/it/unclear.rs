//! Requests that two readers may understand differently, each followed by a second request: the
//! service sees neither.

use jobs_serve::Limits;

use crate::support::{Raw, Served};

const SECOND: &str = "GET /hello HTTP/1.1\r\nhost: x\r\n\r\n";

/// Sends each of `requests`, followed by a second one, and checks the answers.
async fn refused(requests: &[String]) {
    let served = Served::new(Limits::default()).await;
    for request in requests {
        let mut raw = Raw::connect(served.address).await;
        raw.send(format!("{request}{SECOND}").as_bytes()).await;
        let answer = raw.read_end().await;
        let is_refusal = answer.is_empty() || answer.starts_with("HTTP/1.1 400 ");
        assert!(is_refusal, "{request:?}: {answer}");
        assert!(answer.matches("HTTP/1.1 ").count() <= 1, "{request:?}: {answer}");
        assert_eq!(served.seen(), 0, "{request:?}");
    }
    served.serves_another().await;
}

#[tokio::test(start_paused = true)]
async fn a_body_of_unclear_length_is_refused_and_what_follows_is_not_read() {
    let framings = [
        "content-length: +5",
        "content-length: 0x5",
        "content-length: 5, 5, 6",
        "content-length: 5\r\ncontent-length: 0",
        "content-length : 5",
        " content-length: 5",
        "transfer-encoding: xchunked",
        "transfer-encoding: identity",
        "transfer-encoding: gzip, chunked",
        "transfer-encoding: chunked, chunked",
        "transfer-encoding: chunked\r\ntransfer-encoding: chunked",
        "transfer-encoding: ",
        "transfer-encoding : chunked",
    ];
    let request = |framing| format!("POST /upload HTTP/1.1\r\nhost: x\r\n{framing}\r\n\r\n");
    refused(&framings.map(request)).await;
}

#[tokio::test(start_paused = true)]
async fn a_host_that_is_not_clear_is_refused() {
    let heads = [
        "GET /hello HTTP/1.1\r\n",
        "GET /hello HTTP/1.1\r\nhost: \r\n",
        "GET /hello HTTP/1.1\r\nhost: x\r\nhost: x\r\n",
        "GET /hello HTTP/1.1\r\nhost: user@x\r\n",
        "GET /hello HTTP/1.1\r\nhost: x:0\r\n",
        "GET /hello HTTP/1.1\r\nhost: x:99999\r\n",
        "GET http://user@x/hello HTTP/1.1\r\nhost: x\r\n",
        "GET x:80 HTTP/1.1\r\nhost: x\r\n",
    ];
    refused(&heads.map(|head| format!("{head}\r\n"))).await;
}

#[tokio::test(start_paused = true)]
async fn the_refusal_says_what_is_wrong() {
    let served = Served::new(Limits::default()).await;
    let mut raw = Raw::connect(served.address).await;
    raw.send(b"GET /hello HTTP/1.1\r\nhost: x\r\nhost: y\r\n\r\n").await;
    let answer = raw.read_end().await;
    assert!(answer.contains("\r\nconnection: close\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\nhost: is there more than once\n"), "{answer}");
}
