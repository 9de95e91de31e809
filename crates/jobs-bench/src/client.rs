//! A lean HTTP/1.1 client: it shares the machine with the server, which lacks the time that the
//! client takes. It has one thread, and one connection for each client, which sends a request when
//! the one before is answered.

use std::io::{BufRead as _, BufReader, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Result;
use crate::process::TOKEN;

/// The results of a run's clients.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Outcome {
    pub(crate) per_second: f64,
    pub(crate) median_ms: f64,
    pub(crate) p99_ms: f64,
    /// Answers other than a success.
    pub(crate) refused: usize,
}

/// The text of the request with a number.
pub(crate) type Requests = Arc<dyn Fn(usize) -> String + Send + Sync>;

/// The body of the request with a number.
pub(crate) type Body = Arc<dyn Fn(usize) -> String + Send + Sync>;

/// A request that sends `body`.
pub(crate) fn post(path: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {TOKEN}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// A request that reads.
pub(crate) fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {TOKEN}\r\n\r\n")
}

/// Sends `body` of each request's number to `path` until `time` is over.
pub(crate) fn run(
    address: &str,
    path: &str,
    clients: usize,
    time: Duration,
    body: Body,
) -> Result<Outcome> {
    let path = path.to_owned();
    send(address, clients, time, Arc::new(move |number| post(&path, &body(number))))
}

/// Sends the requests, from number 0, until `time` is over.
pub(crate) fn send(
    address: &str,
    clients: usize,
    time: Duration,
    requests: Requests,
) -> Result<Outcome> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let numbered = Arc::new(Numbered { requests, next: AtomicUsize::new(0) });
    runtime.block_on(async {
        let mut connections = Vec::new();
        for _ in 0..clients {
            let connection = TcpStream::connect(address).await?;
            connection.set_nodelay(true)?;
            connections.push(connection);
        }
        let started = Instant::now();
        let client = |connection| client(connection, Arc::clone(&numbered), started + time);
        let clients: Vec<_> = connections.into_iter().map(client).map(tokio::spawn).collect();
        let mut latencies = Vec::new();
        let mut refused = 0;
        for one in clients {
            let (its, refusals) = one.await??;
            latencies.extend(its);
            refused += refusals;
        }
        Ok(Outcome::of(latencies, refused, started.elapsed()))
    })
}

/// Reads the whole answer of `path`, which must be a success. Returns how many bytes its body has,
/// including chunk headers.
pub(crate) fn body_length(address: &str, path: &str) -> Result<usize> {
    let mut connection = std::net::TcpStream::connect(address)?;
    let request = get(path).replacen("\r\n\r\n", "\r\nconnection: close\r\n\r\n", 1);
    connection.write_all(request.as_bytes())?;
    let mut answer = BufReader::with_capacity(256 << 10, connection);
    let mut line = String::new();
    answer.read_line(&mut line)?;
    if !line.starts_with("HTTP/1.1 2") {
        return Err(format!("{path}: {line}").into());
    }
    while line != "\r\n" {
        line.clear();
        if answer.read_line(&mut line)? == 0 {
            return Err("the server closed the connection".into());
        }
    }
    Ok(usize::try_from(std::io::copy(&mut answer, &mut std::io::sink())?)?)
}

struct Numbered {
    requests: Requests,
    next: AtomicUsize,
}

impl Numbered {
    fn next(&self) -> String {
        (self.requests)(self.next.fetch_add(1, Ordering::Relaxed))
    }
}

impl Outcome {
    /// From one measurement of a duration, or the median of several.
    pub(crate) fn duration(duration: Duration) -> Self {
        let median_ms = duration.as_secs_f64() * 1e3;
        Self { per_second: 1e3 / median_ms, median_ms, p99_ms: f64::NAN, refused: 0 }
    }

    /// From a rate, for work without single requests.
    pub(crate) fn rate(per_second: f64) -> Self {
        Self { per_second, median_ms: f64::NAN, p99_ms: f64::NAN, refused: 0 }
    }

    pub(crate) fn of(mut latencies: Vec<Duration>, refused: usize, elapsed: Duration) -> Self {
        latencies.sort_unstable();
        let at = |hundredths: usize| {
            let latency = latencies.get(latencies.len() * hundredths / 100);
            latency.map_or(f64::NAN, |latency| latency.as_secs_f64() * 1e3)
        };
        let succeeded = latencies.len() - refused;
        Self {
            per_second: succeeded as f64 / elapsed.as_secs_f64(),
            median_ms: at(50),
            p99_ms: at(99),
            refused,
        }
    }
}

async fn client(
    mut connection: TcpStream,
    requests: Arc<Numbered>,
    ends: Instant,
) -> Result<(Vec<Duration>, usize)> {
    let mut latencies = Vec::new();
    let mut refused = 0;
    let mut buffer = vec![0; 16 << 10];
    let mut closes = false;
    while Instant::now() < ends {
        let request = requests.next();
        let sent = Instant::now();
        if closes {
            connection = TcpStream::connect(connection.peer_addr()?).await?;
            connection.set_nodelay(true)?;
        }
        connection.write_all(request.as_bytes()).await?;
        let succeeded = read_answer(&mut connection, &mut buffer).await?;
        latencies.push(sent.elapsed());
        refused += usize::from(!succeeded);
        closes = says_close(&buffer);
    }
    Ok((latencies, refused))
}

/// Whether the answer that `buffer` begins with is the last on its connection.
fn says_close(buffer: &[u8]) -> bool {
    let mut lines = buffer.split(|byte| *byte == b'\n').take_while(|line| line != b"\r");
    lines.any(|line| line.eq_ignore_ascii_case(b"connection: close\r"))
}

/// Reads one answer to its end, and says whether it is a success.
pub(crate) async fn read_answer(connection: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<bool> {
    let mut length = 0;
    loop {
        if length == buffer.len() {
            buffer.resize(2 * length, 0);
        }
        let read = connection.read(&mut buffer[length..]).await?;
        if read == 0 {
            return Err("the server closed the connection".into());
        }
        length += read;
        let answer = &buffer[..length];
        let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let text = std::str::from_utf8(&answer[..head])?;
        let body = text
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .map_or(Ok(0), |(_, value)| value.parse::<usize>())?;
        if length >= head + 4 + body {
            return Ok(text.starts_with("HTTP/1.1 2"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_header_closes() {
        assert!(says_close(b"HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n{}"));
        assert!(!says_close(b"HTTP/1.1 201 Created\r\n\r\nconnection: close\r\n"));
    }
}
