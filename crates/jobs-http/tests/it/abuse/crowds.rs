//! More connections than are allowed, most of which send nothing.

use std::process::Command;

use futures::future::join_all;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::{Attacked, head};
use crate::support::process::{HEALTH, PATIENCE};

const IDLE: usize = 10_000;

/// How many connections are opened at a time: fewer than fit in the system's queue, which drops the
/// rest.
const AT_A_TIME: usize = 250;

/// Whether this process, and a server beside it, may have that many files open. Only a developer's
/// machine may lack them.
fn may_open(files: u64) -> bool {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    if maximum.is_none_or(|maximum| maximum > files + 1000) {
        setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).unwrap();
        return true;
    }
    assert!(std::env::var_os("CI").is_none(), "CI must allow {files} open files: ulimit -Hn");
    println!("SKIPPED: raise ulimit -Hn above {files} to run this test");
    false
}

/// A connection that idles from the beginning, after a request, in the middle of one, or on HTTP/2.
async fn idler(address: std::net::SocketAddr, number: usize) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let begin =
        [&b""[..], HEALTH, b"GET /health HTTP/1.1\r\nhost:", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"];
    // It may already have been evicted.
    let _cut_off = stream.write_all(begin[number % begin.len()]).await;
    stream
}

/// That many idle connections, each of which was accepted.
async fn idlers(address: std::net::SocketAddr, count: usize) -> Vec<TcpStream> {
    let mut idlers = Vec::new();
    while idlers.len() < count {
        idlers.extend(join_all((0..AT_A_TIME).map(|number| idler(address, number))).await);
        // The queue is in order: a client that is answered now came after all of them.
        let mut last = TcpStream::connect(address).await.unwrap();
        last.write_all(HEALTH).await.unwrap();
        assert_eq!(last.read_u8().await.unwrap(), b'H');
    }
    idlers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_idle_connections_keep_nobody_out() {
    if !may_open(IDLE as u64) {
        return;
    }
    // Each may idle for longer than others wait, so their timeout is not what lets others in.
    let attacked = Attacked::new(&["--header-timeout-seconds", "60"]);
    let idlers = attacked.under(idlers(attacked.address(), IDLE)).await;
    attacked.serves_others().await;
    // 4,096 at 12 KiB each, and as much again for memory that allocators keep of closed ones.
    attacked.has_taken_at_most(96);
    drop(idlers);
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_do_more_than_the_files_that_the_system_allows() {
    let attacked = Attacked::with(|command| {
        let mut limited = Command::new("sh");
        limited.args(["-c", "ulimit -n 300; exec \"$0\" \"$@\""]);
        limited.arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => limited.env(name, value),
                None => limited.env_remove(name),
            };
        }
        limited
    });
    let address = attacked.address();
    let idlers = attacked.under(idlers(address, 750)).await;
    attacked.serves_others().await;
    drop(idlers);
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn idle_connections_end_although_there_is_room() {
    let attacked = Attacked::new(&["--header-timeout-seconds", "1"]);
    let idlers = idlers(attacked.address(), AT_A_TIME).await;
    let ends = join_all(idlers.into_iter().map(async |mut idler| {
        let _reset = idler.read_to_end(&mut Vec::new()).await;
    }));
    tokio::time::timeout(PATIENCE, attacked.under(ends)).await.expect("they end");
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_do_as_many_streams_of_entries_as_there_may_be_connections() {
    let attacked = Attacked::new(&["--max-connections", "60"]);
    let address = attacked.address();
    let follow = async || {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request = head("GET /v1/stream HTTP/1.1") + "\r\n";
        stream.write_all(request.as_bytes()).await.unwrap();
        let _answered_or_cut_off = stream.read_u8().await;
        stream
    };
    // Each is answered before the next one comes.
    let mut streams = Vec::new();
    for _ in 0..60 {
        streams.push(follow().await);
    }
    attacked.serves_others().await;
    drop(streams);
    attacked.ends_whole();
}
