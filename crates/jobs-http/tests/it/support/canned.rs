//! An upstream that answers each path with exactly the bytes that a test gives.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The upstream. It ends each connection after its answer.
pub(crate) struct Canned {
    pub(crate) url: String,
    calls: Arc<Mutex<HashMap<String, usize>>>,
}

impl Canned {
    /// One that answers a request for a path with what `answer` returns.
    pub(crate) async fn serve(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let calls = Arc::default();
        let answer = Arc::new(answer);
        let counted: Arc<Mutex<HashMap<String, usize>>> = Arc::clone(&calls);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let answer = Arc::clone(&answer);
                let counted = Arc::clone(&counted);
                tokio::spawn(async move {
                    let path = read_request(&mut stream).await;
                    count(&counted, &path);
                    let _ = stream.write_all(&answer(&path)).await;
                });
            }
        });
        Self { url, calls }
    }

    /// How often it was called for `path`.
    pub(crate) fn calls(&self, path: &str) -> usize {
        let calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        calls.get(path).copied().unwrap_or_default()
    }
}

fn count(calls: &Mutex<HashMap<String, usize>>, path: &str) {
    let mut calls = calls.lock().unwrap_or_else(PoisonError::into_inner);
    *calls.entry(path.to_owned()).or_default() += 1;
}

/// Reads a whole request, and returns its path.
async fn read_request(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
            });
            if body.len() >= length.unwrap_or(0) {
                return head.split(' ').nth(1).unwrap_or_default().to_owned();
            }
        }
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return String::new();
        }
    }
}

/// An answer with this code, these header lines and this body, which ends with the connection.
pub(crate) fn answer(code: u16, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = match code {
        // These have none by definition.
        100..=199 | 204 | 304 => String::new(),
        _ => format!("content-length: {}\r\n", body.len()),
    };
    let mut bytes = format!("HTTP/1.1 {code} Some Reason\r\n{length}{headers}\r\n").into_bytes();
    if !length.is_empty() {
        bytes.extend_from_slice(body);
    }
    bytes
}
