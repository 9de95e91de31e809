//! A server between the browser and the real one, which answers falsely where a test says so.

use std::sync::{Arc, Mutex};

use reqwest::Client;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::dashboard::site::Site;
use crate::support::process;

/// What the real server has answered, to be changed.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Reply {
    /// Changes the JSON of the body.
    pub(crate) fn json(&mut self, change: impl FnOnce(&mut Value)) {
        let mut value = serde_json::from_str(&self.body).unwrap();
        change(&mut value);
        self.body = value.to_string();
    }

    /// Refuses with a status.
    pub(crate) fn refuse(&mut self, status: u16) {
        self.status = status;
        self.body = serde_json::json!({"status": status, "title": "no"}).to_string();
    }
}

type Change = Arc<dyn Fn(&mut Reply) + Send + Sync>;
type Lies = Arc<Mutex<Vec<(String, Change)>>>;

/// It listens until the test ends.
pub(crate) struct Middleman {
    pub(crate) url: String,
    lies: Lies,
}

impl Middleman {
    pub(crate) async fn before(site: &Site) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let lies = Lies::default();
        let shared = Arc::clone(&lies);
        let server = site.url().strip_prefix("http://").unwrap().to_owned();
        let http = process::client(|builder| builder);
        tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                tokio::spawn(pass(browser, server.clone(), http.clone(), Arc::clone(&shared)));
            }
        });
        Self { url, lies }
    }

    /// Changes the answers for paths with this beginning from now on.
    pub(crate) fn lies(&self, path: &str, change: impl Fn(&mut Reply) + Send + Sync + 'static) {
        self.lies.lock().unwrap().push((path.to_owned(), Arc::new(change)));
    }

    /// Answers as the real server does from now on.
    pub(crate) fn is_honest(&self) {
        self.lies.lock().unwrap().clear();
    }
}

/// One request and its answer, however long that takes. Either side may leave.
async fn pass(mut browser: TcpStream, server: String, http: Client, lies: Lies) -> Option<()> {
    let head = read_head(&mut browser).await?;
    let (first, rest) = head.split_once("\r\n")?;
    let path = first.strip_prefix("GET ").and_then(|it| it.strip_suffix(" HTTP/1.1"));
    let lie = path.and_then(|path| {
        let lies = lies.lock().unwrap();
        let lie = lies.iter().find(|(begin, _)| path.starts_with(begin))?;
        Some((format!("http://{server}{path}"), Arc::clone(&lie.1)))
    });
    if let Some((url, change)) = lie {
        let answer = changed(&http, &url, rest, &change).await?;
        browser.write_all(answer.as_bytes()).await.ok()?;
        return browser.shutdown().await.ok();
    }
    let mut server = TcpStream::connect(server).await.ok()?;
    let head = head.replace("keep-alive", "close");
    server.write_all(head.as_bytes()).await.ok()?;
    tokio::io::copy_bidirectional(&mut browser, &mut server).await.ok().map(drop)
}

async fn read_head(browser: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(browser.read_u8().await.ok()?);
    }
    String::from_utf8(head).ok()
}

/// The answer of the real server, as a lie has it.
async fn changed(http: &Client, url: &str, headers: &str, change: &Change) -> Option<String> {
    // What is compressed or not sent again cannot be changed.
    let kept = |name: &str| {
        !["host", "connection", "accept-encoding", "if-none-match"].contains(&&*name.to_lowercase())
    };
    let headers: HeaderMap = headers
        .lines()
        .filter_map(|line| line.split_once(": "))
        .filter(|(name, _)| kept(name))
        .map(|(name, value)| {
            (name.parse::<HeaderName>().unwrap(), value.parse::<HeaderValue>().unwrap())
        })
        .collect();
    let answer = http.get(url).headers(headers).send().await.ok()?;
    let kind = answer.headers().get("content-type")?.to_str().ok()?.to_owned();
    let mut reply = Reply { status: answer.status().as_u16(), body: answer.text().await.ok()? };
    change(&mut reply);
    let Reply { status, body } = reply;
    let length = body.len();
    Some(format!(
        "HTTP/1.1 {status} As It Was Told\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\
         cache-control: no-store\r\nconnection: close\r\n\r\n{body}"
    ))
}
