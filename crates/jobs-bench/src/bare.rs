//! The bare server: what is left of creates and Set Actions without everything that a ledger adds.
//! It parses the request, commits the job, posts to the upstream, commits the outcome, and answers.
//!
//! No sign-in, no checks, no tree, no index, no redaction, no log: what no server on SQLite and
//! hyper can beat on this machine.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1::SendRequest;
use hyper::header::{CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use rusqlite::Connection;
use serde::Deserialize;
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use uuid::Uuid;

use crate::listen::listen;
use crate::{Error, Result};

const SCHEMA: &str = "
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE job (
    idx INTEGER PRIMARY KEY, job_id BLOB NOT NULL UNIQUE, action TEXT NOT NULL, customers TEXT NOT NULL) STRICT;
CREATE TABLE status (idx INTEGER PRIMARY KEY, job INTEGER NOT NULL, status TEXT NOT NULL) STRICT;
";

/// The most rows that share a commit.
const ROWS_MAX: usize = 1000;

#[derive(Deserialize)]
struct Create {
    action_name: String,
    cids: Vec<String>,
}

#[derive(Deserialize)]
struct SetAction {
    #[serde(rename = "postData")]
    post_data: PostData,
}

#[derive(Deserialize, serde::Serialize)]
struct PostData {
    action: String,
    cids: Vec<String>,
}

/// A row to write, and who is told its place once it is durable.
enum Row {
    Job { job_id: Uuid, action: String, customers: String, done: oneshot::Sender<i64> },
    Ended { job: i64, status: &'static str, done: oneshot::Sender<i64> },
}

/// Serves until it is ended.
pub(crate) fn serve(data_dir: &Path, upstream: Option<&str>, keeps: bool) -> Result<()> {
    std::fs::create_dir_all(data_dir)?;
    let sql = Connection::open(data_dir.join("bare.db"))?;
    sql.execute_batch(SCHEMA)?;
    let (rows, queue) = mpsc::channel();
    std::thread::spawn(move || write(sql, &queue));
    let calls = upstream.map(|address| Calls {
        address: address.to_owned(),
        keeps,
        idle: Mutex::default(),
    });
    let server = Arc::new(Bare { rows, calls });
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(listen(move |request| answer(Arc::clone(&server), request)))
}

/// Writes the queued rows; those that gather meanwhile share a commit.
fn write(mut sql: Connection, queue: &mpsc::Receiver<Row>) -> Result<()> {
    let mut jobs = 0;
    let mut statuses = 0;
    while let Ok(first) = queue.recv() {
        let mut done = Vec::new();
        let transaction = sql.transaction()?;
        for row in std::iter::once(first).chain(queue.try_iter().take(ROWS_MAX)) {
            match row {
                Row::Job { job_id, action, customers, done: told } => {
                    jobs += 1;
                    let insert = "INSERT INTO job VALUES (?1, ?2, ?3, ?4)";
                    let row = (jobs, job_id.as_bytes(), action, customers);
                    transaction.prepare_cached(insert)?.execute(row)?;
                    done.push((told, jobs));
                }
                Row::Ended { job, status, done: told } => {
                    statuses += 1;
                    let insert = "INSERT INTO status VALUES (?1, ?2, ?3)";
                    transaction.prepare_cached(insert)?.execute((statuses, job, status))?;
                    done.push((told, statuses));
                }
            }
        }
        transaction.commit()?;
        for (told, place) in done {
            // The request may be gone.
            let _ = told.send(place);
        }
    }
    Ok(())
}

struct Bare {
    rows: mpsc::Sender<Row>,
    calls: Option<Calls>,
}

impl Bare {
    async fn written(&self, row: impl FnOnce(oneshot::Sender<i64>) -> Row) -> Result<i64> {
        let (done, told) = oneshot::channel();
        self.rows.send(row(done)).map_err(|_| "the writer has ended")?;
        Ok(told.await?)
    }

    async fn record(&self, action: String, cids: &[String]) -> Result<(Uuid, i64)> {
        let job_id = Uuid::now_v7();
        let customers = serde_json::to_string(cids)?;
        let job = self.written(|done| Row::Job { job_id, action, customers, done }).await?;
        Ok((job_id, job))
    }

    async fn create(&self, body: &[u8]) -> Result<(StatusCode, String)> {
        let Create { action_name, cids } = serde_json::from_slice(body)?;
        let (job_id, _) = self.record(action_name, &cids).await?;
        Ok((StatusCode::CREATED, format!(r#"{{"job_id":"{job_id}"}}"#)))
    }

    async fn set_action(&self, body: &[u8]) -> Result<(StatusCode, String)> {
        let SetAction { post_data } = serde_json::from_slice(body)?;
        let sent = serde_json::to_vec(&post_data)?;
        let (job_id, job) = self.record(post_data.action, &post_data.cids).await?;
        let calls = self.calls.as_ref().ok_or("there is no upstream")?;
        let answer = calls.post(sent.into()).await?;
        let answer: serde_json::Value = serde_json::from_slice(&answer)?;
        let status = if answer["success"] == true { "SUCCESS" } else { "FAILED" };
        self.written(|done| Row::Ended { job, status, done }).await?;
        let text = format!(r#"{{"status":"success","data":{answer},"job_id":"{job_id}"}}"#);
        Ok((StatusCode::OK, text))
    }
}

async fn answer(
    server: Arc<Bare>,
    request: Request<Incoming>,
) -> std::result::Result<Response<Full<Bytes>>, Infallible> {
    let is_create = request.uri().path() == "/v1/jobs";
    let answered = async {
        let body = request.into_body().collect().await?.to_bytes();
        if is_create { server.create(&body).await } else { server.set_action(&body).await }
    };
    let (code, text) = answered
        .await
        .unwrap_or_else(|error: Error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()));
    let mut response = Response::new(Full::new(text.into()));
    *response.status_mut() = code;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(response)
}

/// Connections to the upstream, which may be kept for the next call.
struct Calls {
    address: String,
    keeps: bool,
    idle: Mutex<VecDeque<SendRequest<Full<Bytes>>>>,
}

impl Calls {
    async fn post(&self, body: Bytes) -> Result<Bytes> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let mut connection = match idle {
            Some(connection) => connection,
            None => self.connect().await?,
        };
        connection.ready().await?;
        let mut request = Request::new(Full::new(body));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = "/tms/v1/actions".parse()?;
        let headers = request.headers_mut();
        headers.insert(HOST, HeaderValue::from_str(&self.address)?);
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        let answer =
            connection.send_request(request).await?.into_body().collect().await?.to_bytes();
        if self.keeps {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push_back(connection);
        }
        Ok(answer)
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>> {
        let stream = TcpStream::connect(&self.address).await?;
        stream.set_nodelay(true)?;
        let (requests, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(requests)
    }
}
