//! A lean HTTP/1.1 client: it shares the machine with the server, so whatever it spends is missing there. One
//! thread, one keep-alive connection a client, requests encoded before the clock starts.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What a run of one number of clients took.
pub(crate) struct Outcome {
    pub(crate) per_second: f64,
    pub(crate) median: Duration,
    pub(crate) p99: Duration,
}

/// Sends the requests, divided among `clients` connections, each waiting for its answer before the next.
pub(crate) fn run(address: &str, clients: usize, requests: Vec<Vec<u8>>) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let total = requests.len();
    let (elapsed, mut latencies) = runtime.block_on(async {
        let mut shares = vec![Vec::new(); clients];
        for (number, request) in requests.into_iter().enumerate() {
            shares[number % clients].push(request);
        }
        let mut connections = Vec::new();
        for _ in 0..clients {
            let connection = TcpStream::connect(address).await.unwrap();
            connection.set_nodelay(true).unwrap();
            connections.push(connection);
        }
        let started = Instant::now();
        let tasks: Vec<_> = connections
            .into_iter()
            .zip(shares)
            .map(|(connection, share)| tokio::spawn(client(connection, share)))
            .collect();
        let mut latencies = Vec::with_capacity(total);
        for task in tasks {
            latencies.extend(task.await.unwrap());
        }
        (started.elapsed(), latencies)
    });
    latencies.sort_unstable();
    Outcome {
        per_second: total as f64 / elapsed.as_secs_f64(),
        median: latencies[total / 2],
        p99: latencies[total * 99 / 100],
    }
}

async fn client(mut connection: TcpStream, requests: Vec<Vec<u8>>) -> Vec<Duration> {
    let mut buffer = vec![0; 16 << 10];
    let mut latencies = Vec::with_capacity(requests.len());
    for request in requests {
        let sent = Instant::now();
        connection.write_all(&request).await.unwrap();
        read_answer(&mut connection, &mut buffer).await;
        latencies.push(sent.elapsed());
    }
    latencies
}

/// Reads one answer to its end and insists on 201.
async fn read_answer(connection: &mut TcpStream, buffer: &mut [u8]) {
    let mut length = 0;
    loop {
        let read = connection.read(&mut buffer[length..]).await.unwrap();
        assert!(read > 0, "the server closed the connection");
        length += read;
        let answer = &buffer[..length];
        let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let text = std::str::from_utf8(&answer[..head]).unwrap();
        assert!(text.starts_with("HTTP/1.1 201"), "{}", String::from_utf8_lossy(answer));
        let body: usize = text
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .map(|(_, value)| value.parse().unwrap())
            .unwrap();
        if length >= head + 4 + body {
            return;
        }
    }
}
