//! Answers that are requested but not read.

use std::net::SocketAddr;
use std::sync::atomic::Ordering;

use axum::body::Bytes;
use axum::http::Request;
use futures::future::join_all;
use futures::{StreamExt as _, stream};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpSocket, TcpStream};

use super::{Attacked, MIB, PROMPTLY, head};
use crate::support::process::{Caller, TOKEN};

impl Attacked {
    /// Records a job whose payload has that many bytes; returns the path of its history.
    async fn records_a_long_job(&self, bytes: usize) -> String {
        let payload = "x".repeat(bytes);
        let job = json!({"action_name": "T-Enable", "cids": ["1"], "request_payload": payload});
        let created = Caller::new(&self.server).post("/v1/jobs", &job).await;
        assert_eq!(created.status(), 201);
        self.recorded.fetch_add(1, Ordering::Relaxed);
        let created: Value = created.json().await.unwrap();
        format!("/v1/jobs/{}/history", created["job"]["job_id"].as_str().unwrap())
    }
}

/// A connection on which the system buffers little of what is not read.
async fn connect(address: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4096).unwrap();
    socket.connect(address).await.unwrap()
}

/// Asks for `path`, waits until the answer begins or the server closes the connection, and reads
/// nothing of it.
async fn ask(address: SocketAddr, path: &str) -> TcpStream {
    let mut stream = connect(address).await;
    let request = head(&format!("GET {path} HTTP/1.1")) + "\r\n";
    stream.write_all(request.as_bytes()).await.unwrap();
    let _cut_off = stream.peek(&mut [0]).await;
    stream
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn long_answers_that_nobody_reads_are_bounded() {
    let attacked = Attacked::new(&[]);
    // Longer than what the system buffers for a connection, mostly 4 MiB, so it is not buffered
    // here.
    let path = attacked.records_a_long_job(8 * MIB).await;
    let address = attacked.address();
    let asked = path.clone();
    // As many at a time as a user has permits: none waits for one, and gets a 503, however slow the
    // machine is.
    let attack = async move {
        let asking = stream::iter(0..100).map(|_| ask(address, &asked));
        asking.buffer_unordered(2).collect::<Vec<_>>().await
    };
    let unread = attacked.under(attack).await;
    // A client that reads its answers gets them, however many others do not.
    let read = Caller::new(&attacked.server).get(&path).await;
    assert_eq!(read["entries"][0]["request_payload"].as_str().unwrap().len(), 8 * MIB + 2);
    // The limit, and four answers that are being made: read, parsed, encoded into a buffer that
    // grows to twice the size, and copied from there. Two allocators, SQLite's and ours, keep as
    // much again of what was freed.
    attacked.has_taken_at_most(256 + 2 * 4 * 5 * 8);
    drop(unread);
    attacked.ends_whole();
}

/// Asks again and again, without waiting for answers, until the server closes the connection.
async fn ask_without_end(address: SocketAddr, path: &str) {
    let mut stream = connect(address).await;
    let requests = (head(&format!("GET {path} HTTP/1.1")) + "\r\n").repeat(1000);
    while stream.write_all(requests.as_bytes()).await.is_ok() {}
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn short_answers_to_requests_without_end_are_not_gathered() {
    let attacked = Attacked::new(&["--header-timeout-seconds", "1"]);
    let address = attacked.address();
    let attack = async move {
        let paths = ["/v1/jobs", "/health", "/v1/nothing", "/docs"].into_iter().cycle();
        join_all(paths.take(64).map(|path| ask_without_end(address, path))).await
    };
    attacked.under(attack).await;
    attacked.has_taken_at_most(32);
    attacked.ends_whole();
}

/// Asks for `path` on `count` streams of one connection of HTTP/2, without room for an answer.
async fn ask_on_http_2(address: SocketAddr, path: &str, count: usize) -> Option<impl Send + use<>> {
    let stream = TcpStream::connect(address).await.unwrap();
    let mut client = h2::client::Builder::new();
    let (mut client, connection) =
        client.initial_window_size(0).handshake::<_, Bytes>(stream).await.ok()?;
    tokio::spawn(connection);
    let mut answers = Vec::new();
    for _ in 0..count {
        client = client.ready().await.ok()?;
        let request = Request::get(format!("http://localhost{path}"))
            .header("authorization", format!("Bearer {TOKEN}"));
        let answer = client.send_request(request.body(()).unwrap(), true).ok()?.0;
        // One stream too many is refused; the others stay.
        answers.extend(answer.await.ok());
    }
    Some((client, answers))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn so_are_those_on_http_2() {
    let attacked = Attacked::new(&[]);
    let path = attacked.records_a_long_job(MIB).await;
    let address = attacked.address();
    let attack = async move { join_all((0..8).map(|_| ask_on_http_2(address, &path, 64))).await };
    let unread = attacked.under(attack).await;
    // The limit, and in addition the answers that are being made, and what the allocator keeps of
    // them for a second. Without the limit it would be 600.
    attacked.has_taken_at_most(256 + 128);
    drop(unread);
    attacked.ends_whole();
}

/// However small they are: each holds its stream, and the number of streams of all connections
/// together is limited.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_do_they_keep_others_from_http_2() {
    let attacked = Attacked::new(&[]);
    let address = attacked.address();
    let attack =
        async move { join_all((0..80).map(|_| ask_on_http_2(address, "/livez", 128))).await };
    let unread = attacked.under(attack).await;
    let http_2 = crate::support::process::client(reqwest::ClientBuilder::http2_prior_knowledge);
    let url = format!("{}/v1/jobs", attacked.server.url);
    let served = async {
        let ask = || http_2.get(&url).bearer_auth(TOKEN).send();
        while !ask().await.is_ok_and(|answer| answer.status() == 200) {}
    };
    tokio::time::timeout(PROMPTLY, served).await.expect("others are served");
    drop(unread);
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_readers_of_a_stream_of_long_entries_are_bounded_and_the_others_see_it_whole() {
    let attacked = Attacked::new(&[]);
    for _ in 0..3 {
        attacked.records_a_long_job(4 * MIB).await;
    }
    let address = attacked.address();
    let attack = async move {
        let from = |reader| format!("/v1/stream?from={}", reader % 3);
        join_all((0..100).map(async |reader| ask(address, &from(reader)).await)).await
    };
    let slow = attacked.under(attack).await;
    let mut follower =
        crate::stream::Follower::open(&attacked.server.url, TOKEN, "/v1/stream?from=0", None).await;
    // Also long ones, while they are recorded.
    attacked.records_a_long_job(4 * MIB).await;
    attacked.serves_others().await;
    for index in 0..attacked.recorded.load(Ordering::Relaxed) {
        assert_eq!(follower.entry().await.unwrap()["index"], index);
    }
    // The ring and the cache of long entries; two readings of 12 MiB and the tail's, each as
    // entries and encoded; and 64 KiB per reader.
    attacked.has_taken_at_most(16 + 32 + 3 * 2 * 12 + 100 / 16);
    drop((slow, follower));
    attacked.ends_whole();
}
