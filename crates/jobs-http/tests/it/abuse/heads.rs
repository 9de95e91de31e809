//! Endless heads, and heads that never arrive.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::{Attacked, MIB, head, hundred_mb, send};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heads_of_100_mb_are_refused_early() {
    let attacked = Attacked::new(&[]);
    let cases: [(&str, &[u8]); 11] = [
        ("", b"G"),
        ("", b"\r\n"),
        ("", b"\n"),
        ("GET /", b"a"),
        ("GET /?", b"a=b&"),
        ("GET http://x/", b"a"),
        ("GET / HTTP/1.1\r\n", b"n"),
        ("GET / HTTP/1.1\r\nname: ", b"v"),
        ("GET / HTTP/1.1\r\nname:", b" "),
        ("GET / HTTP/1.1\r\n", b"name: value\r\n"),
        ("GET / HTTP/1.1\r\n", b"n:\n"),
    ];
    let address = attacked.address();
    let attack = async move {
        let all = cases.into_iter().flat_map(|case| [case; 2]);
        join_all(
            all.map(async |(first, piece)| (first, send(address, hundred_mb(first, piece)).await)),
        )
        .await
    };
    for (first, outcome) in attacked.under(attack).await {
        assert!(outcome.is_refusal(), "{first:?}: {outcome:?}");
        // Beyond what is read, the system buffers data of a connection on both ends.
        assert!(outcome.sent < 16 * MIB, "{first:?}: {outcome:?}");
    }
    attacked.has_taken_at_most(32);
    attacked.ends_whole();
}

/// Sends `begin`, and then a byte from time to time, for as long as the server takes it.
async fn dribble(address: SocketAddr, begin: &str, begun: Arc<Barrier>) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let mut taken = stream.write_all(begin.as_bytes()).await;
    begun.wait().await;
    let mut slowly = tokio::time::interval(Duration::from_millis(100));
    while taken.is_ok() {
        slowly.tick().await;
        taken = stream.write_all(b"a").await;
    }
}

/// The heads that dribble in, on HTTP/1 and 2.
fn slow_heads() -> Vec<String> {
    let begins = [
        "",
        "GET",
        "GET /v1/jobs HTTP/1.1\r\nhost: x\r\nname: ",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ];
    begins.map(str::to_owned).into()
}

/// The bodies that do.
fn slow_bodies() -> Vec<String> {
    let one = head("POST /v1/jobs HTTP/1.1");
    let chunked = "transfer-encoding: chunked\r\n\r\n";
    let bulk = head("POST /v1/jobs/bulk HTTP/1.1");
    vec![
        format!("{one}content-length: 1000000\r\n\r\n{{"),
        format!("{one}{chunked}1\r\n{{\r\n100000\r\n"),
        format!("{one}{chunked}1;"),
        format!("{one}{chunked}0\r\n"),
        format!("{bulk}content-length: 1000000\r\n\r\n{{"),
        "POST /api/login HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{".to_owned(),
    ]
}

/// Others are served while forty times as many as `begins` dribble in, each of which may take
/// longer than others wait.
async fn slow_ones_give_way(begins: Vec<String>) {
    const EACH: usize = 40;
    let attacked = Attacked::new(&["--max-connections", "64"]);
    let begun = Arc::new(Barrier::new(EACH * begins.len() + 1));
    let mut slow = JoinSet::new();
    for begin in begins.into_iter().flat_map(|begin| std::iter::repeat_n(begin, EACH)) {
        let address = attacked.address();
        let begun = Arc::clone(&begun);
        slow.spawn(async move { dribble(address, &begin, begun).await });
    }
    begun.wait().await;
    for _ in 0..10 {
        attacked.serves_others().await;
    }
    slow.shutdown().await;
    attacked.has_taken_at_most(16);
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn others_are_served_while_every_place_is_taken_by_a_slow_head() {
    slow_ones_give_way(slow_heads()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn others_are_served_while_every_place_is_taken_by_a_slow_body() {
    slow_ones_give_way(slow_bodies()).await;
}
