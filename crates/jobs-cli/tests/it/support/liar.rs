//! A server that lies: it forwards requests to the real one, and changes the answers.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

use serde_json::Value;

use super::served::TOKEN;

/// What an answer becomes: the path that was asked for, and the body, or a whole answer from its
/// first line on.
type Lie = Box<dyn Fn(&str, Vec<u8>) -> Vec<u8> + Send>;

/// Starts one in front of the server at `url`, and returns its URL. It ends with the process.
pub(crate) fn start(url: &str, lie: impl Fn(&str, Vec<u8>) -> Vec<u8> + Send + 'static) -> String {
    let real: SocketAddr = url.trim_start_matches("http://").trim_end_matches('/').parse().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let ours = format!("http://{}/", listener.local_addr().unwrap());
    let lie: Lie = Box::new(lie);
    thread::spawn(move || {
        for stream in listener.incoming() {
            answer(stream.unwrap(), real, &lie);
        }
    });
    ours
}

fn answer(mut caller: TcpStream, real: SocketAddr, lie: &Lie) {
    let Some(request) = read_head(&mut caller) else { return };
    let path = request.split(' ').nth(1).unwrap().to_owned();
    // One request a connection and no chunks, so that the end of the answer is the end of the
    // stream.
    let request = request.replacen(" HTTP/1.1\r\n", " HTTP/1.0\r\nconnection: close\r\n", 1);
    let mut server = TcpStream::connect(real).unwrap();
    server.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    server.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
    let body = lie(&path, answer[end + 4..].to_vec());
    if body.starts_with(b"HTTP/1.1 ") {
        return caller.write_all(&body).unwrap();
    }
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    let lines = head.split("\r\n").filter(|line| !line.starts_with("content-length:"));
    let head = lines.collect::<Vec<_>>().join("\r\n");
    let head = format!("{head}\r\ncontent-length: {}\r\n\r\n", body.len());
    caller.write_all(&[head.as_bytes(), &body].concat()).unwrap();
}

/// Sends `body` to the server at `url`, as another client of it.
pub(crate) fn post(url: &str, path: &str, body: &Value) {
    let real = url.trim_start_matches("http://").trim_end_matches('/');
    let body = body.to_string();
    let head = format!(
        "POST /{path} HTTP/1.0\r\nhost: {real}\r\nauthorization: Bearer {TOKEN}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let mut server = TcpStream::connect(real).unwrap();
    server.write_all(&[head.as_bytes(), body.as_bytes()].concat()).unwrap();
    let mut answer = String::new();
    server.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap_or_default();
    assert!(status.starts_with('2'), "{path}: {answer}");
}

/// A lie about the JSON that is answered at `asked`, a path with its query.
pub(crate) fn at(
    asked: String,
    change: impl Fn(&mut Value) + Send + 'static,
) -> impl Fn(&str, Vec<u8>) -> Vec<u8> + Send + 'static {
    move |path, body| {
        if path != asked {
            return body;
        }
        let mut answer: Value = serde_json::from_slice(&body).unwrap();
        change(&mut answer);
        serde_json::to_vec(&answer).unwrap()
    }
}

/// The head of a request; `None` when the caller has gone.
pub(crate) fn read_head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).unwrap() == 0 {
            return None;
        }
        head.push(byte[0]);
    }
    Some(String::from_utf8(head).unwrap())
}

/// A lie about one entry.
pub(crate) fn about(
    index: u64,
    change: impl Fn(&mut Value) + Send + 'static,
) -> impl Fn(&str, Vec<u8>) -> Vec<u8> + Send + 'static {
    in_pages(move |entries| {
        entries.iter_mut().filter(|entry| entry["index"] == index).for_each(&change);
    })
}

/// A lie about pages of entries.
pub(crate) fn in_pages(
    change: impl Fn(&mut Vec<Value>) + Send + 'static,
) -> impl Fn(&str, Vec<u8>) -> Vec<u8> + Send + 'static {
    move |path, body| {
        if !path.starts_with("/v1/entries") {
            return body;
        }
        let mut page: Value = serde_json::from_slice(&body).unwrap();
        change(page["entries"].as_array_mut().unwrap());
        serde_json::to_vec(&page).unwrap()
    }
}
