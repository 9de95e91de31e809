//! Connections whose peers ask for nothing, or read nothing: they end, and do not delay a shutdown.

use std::time::Duration;

use jobs_serve::Limits;
use tokio::io::AsyncWriteExt as _;
use tokio::time::Instant;

use crate::support::{Http2, PATIENCE, Raw, Served, read};

const SHORT: Duration = Duration::from_secs(1);

/// Longer than a test waits for anything.
const LONG: Duration = PATIENCE.saturating_mul(100);

fn limits(peer_timeout: Duration) -> Limits {
    Limits {
        header_timeout: peer_timeout,
        write_timeout: peer_timeout,
        drain_timeout: LONG,
        ..Limits::default()
    }
}

/// Asks again and again and reads nothing, until the server takes no more for `patience`, or hangs
/// up; then it returns `true`.
async fn ask_without_reading(served: &Served, patience: Duration) -> (Raw, bool) {
    let mut raw = Raw::connect(served.address).await;
    let requests = b"GET / HTTP/1.1\r\nhost: x\r\n\r\n".repeat(1000);
    loop {
        match tokio::time::timeout(patience, raw.0.write_all(&requests)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                use std::io::ErrorKind::{BrokenPipe, ConnectionReset};
                return (raw, matches!(error.kind(), BrokenPipe | ConnectionReset));
            }
            Err(_) => return (raw, false),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_http_2_connection_that_does_nothing_but_answer_pings_ends() {
    let served = Served::new(limits(SHORT)).await;
    let connection = Http2::connect(served.address, 2 << 20).await;
    read(connection.get("/").await.unwrap().into_body()).await.unwrap();
    connection.ended().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_http_2_connection_that_leaves_no_room_for_its_answer_ends() {
    let served = Served::new(limits(SHORT)).await;
    let connection = Http2::connect(served.address, 0).await;
    let _unread = connection.get("/").await.unwrap();
    connection.ended().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_http_2_connection_that_takes_no_more_of_an_endless_answer_ends() {
    let served = Served::new(limits(SHORT)).await;
    let connection = Http2::connect(served.address, 1 << 10).await;
    let _unread = connection.get("/endless").await.unwrap();
    connection.ended().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_peer_that_reads_nothing_is_disconnected() {
    // The connection does not end because it idles.
    let served = Served::new(Limits { write_timeout: SHORT, ..limits(LONG) }).await;
    let (_, hung_up) = ask_without_reading(&served, PATIENCE).await;
    assert!(hung_up);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn peers_that_take_nothing_do_not_delay_the_end() {
    let served = Served::new(limits(LONG)).await;
    let (_http_1, hung_up) = ask_without_reading(&served, SHORT).await;
    assert!(!hung_up, "it is left waiting");
    let http_2 = Http2::connect(served.address, 0).await;
    let _unread = http_2.get("/").await.unwrap();
    let mut silent = Raw::connect(served.address).await;
    served.stop.send(()).unwrap();
    tokio::time::timeout(PATIENCE, served.ended).await.unwrap().unwrap();
    assert_eq!(silent.read_end().await, "");
}

#[tokio::test(start_paused = true)]
async fn an_answer_may_take_longer_than_a_connection_may_idle() {
    let served = Served::new(limits(SHORT)).await;
    let mut raw = Raw::connect(served.address).await;
    raw.send(b"GET /work HTTP/1.1\r\nhost: x\r\n\r\n").await;
    served.begun.acquire().await.unwrap().forget();
    // The shutdown waits for it, too.
    served.stop.send(()).unwrap();
    tokio::time::advance(LONG / 2).await;
    served.gate.add_permits(1);
    let answer = raw.read_end().await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    served.ended.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn so_may_each_part_of_an_answer_that_is_made_while_it_is_sent() {
    let served = Served::new(limits(SHORT)).await;
    let mut raw = Raw::connect(served.address).await;
    raw.send(b"GET /parts HTTP/1.1\r\nhost: x\r\n\r\n").await;
    let answer = raw.read_end().await;
    assert!(answer.contains("part 2 ") && answer.ends_with("\r\n0\r\n\r\n"), "{answer}");
}

#[tokio::test(start_paused = true)]
async fn the_end_waits_no_longer_than_it_may() {
    let drain_timeout = PATIENCE;
    let served = Served::new(Limits { drain_timeout, ..limits(LONG) }).await;
    let mut raw = Raw::connect(served.address).await;
    raw.send(b"GET /work HTTP/1.1\r\nhost: x\r\n\r\n").await;
    served.begun.acquire().await.unwrap().forget();
    served.stop.send(()).unwrap();
    // The request would never end.
    let begin = Instant::now();
    served.ended.await.unwrap();
    assert!(begin.elapsed() <= 2 * drain_timeout, "by the clock of the test");
    assert_eq!(raw.read_end().await, "");
}
