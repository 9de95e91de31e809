//! The stream of entries over sockets: who sees what, from which entry on, and how long a
//! connection lasts.

use std::net::SocketAddr;
use std::time::Duration;

use axum::http::{Request, StatusCode};
use jobs_api::{Limits, router, serve};
use jobs_core::{Index, JobStore as _, RequestPayload};
use reqwest::Response;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::support::http_2::Http2;
use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Api, VIJAY};
use crate::support::process::{self, PATIENCE, TOKEN};

const SHORT: Duration = Duration::from_secs(1);

/// Longer than a test waits for anything.
const LONG: Duration = PATIENCE.saturating_mul(10);

/// An API on a port.
pub(crate) struct Served {
    pub(crate) api: Api,
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

impl Served {
    pub(crate) async fn new(api: Api, limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let app = api.app.clone();
        let ended = tokio::spawn(async move {
            let shutdown = async {
                stopped.await.unwrap();
                app.end_streams();
            };
            serve(listener, router(app.clone()), limits, shutdown).await;
        });
        Self { api, address, stop, ended }
    }

    async fn follow(&self, token: Option<&str>, path: &str) -> Follower {
        Follower::open(&format!("http://{}", self.address), token.unwrap(), path, None).await
    }

    pub(crate) async fn end(self) {
        self.stop.send(()).unwrap();
        tokio::time::timeout(PATIENCE, self.ended).await.unwrap().unwrap();
    }
}

/// A reader of a stream.
pub(crate) struct Follower {
    answer: Response,
    text: String,
    last_id: Option<Index>,
}

impl Follower {
    pub(crate) async fn open(url: &str, token: &str, path: &str, last_id: Option<Index>) -> Self {
        // Streams may last longer than other requests.
        let http = process::client(|builder| builder.timeout(LONG));
        let mut request = http.get(format!("{url}{path}")).bearer_auth(token);
        if let Some(last_id) = last_id {
            request = request.header("last-event-id", last_id);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        Self { answer, text: String::new(), last_id }
    }

    /// The next block of lines; `None` at the end, an error when the connection is cut off.
    async fn block(&mut self) -> reqwest::Result<Option<String>> {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let block = block.to_owned();
                self.text = rest.to_owned();
                if let Some(id) = block.lines().find_map(|line| line.strip_prefix("id: ")) {
                    self.last_id = Some(id.parse().unwrap());
                }
                return Ok(Some(block));
            }
            match self.answer.chunk().await? {
                Some(chunk) => self.text.push_str(std::str::from_utf8(&chunk).unwrap()),
                None => return Ok(None),
            }
        }
    }

    /// The next entry; `None` once there is none.
    pub(crate) async fn entry(&mut self) -> Option<Value> {
        while let Ok(Some(block)) = self.block().await {
            if let Some(data) = block.lines().find_map(|line| line.strip_prefix("data: ")) {
                return Some(serde_json::from_str(data).unwrap());
            }
        }
        None
    }

    async fn entries(&mut self, count: usize) -> Vec<Value> {
        let mut entries = Vec::new();
        for _ in 0..count {
            entries.push(self.entry().await.unwrap());
        }
        entries
    }
}

fn indices(entries: &[Value]) -> Vec<Index> {
    entries.iter().map(|entry| entry["index"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn entries_come_as_the_history_has_them_while_they_are_recorded() {
    let served = Served::new(Api::new().await, Limits::default()).await;
    let api = &served.api;
    api.submit(VIJAY).await;
    // Without a position it begins with the next entry.
    let mut new = served.follow(AUDITOR, "/v1/stream").await;
    let job_id = api.submit(VIJAY).await;
    let status = json!({"status": "SUCCESS", "outcomes": [{"cid": "5001", "status": "SUCCESS"}]});
    api.post(ADMIN, &format!("/v1/jobs/{job_id}/status"), status).await;
    let history = api.get(AUDITOR, &format!("/v1/jobs/{job_id}/history")).await.json();
    let entries = new.entries(2).await;
    assert_eq!(Value::from(entries), history["entries"]);
    for (path, first) in [("from=0", 0), ("from=2", 2), ("after=0", 1), ("after=1", 2)] {
        let mut follower = served.follow(AUDITOR, &format!("/v1/stream?{path}")).await;
        let entries = follower.entries(3 - first).await;
        assert_eq!(indices(&entries), Vec::from_iter(first as Index..3), "{path}");
    }
    // A reader that reconnects says what it has seen, whatever the URL says.
    let url = format!("http://{}", served.address);
    let mut again = Follower::open(&url, ADMIN.unwrap(), "/v1/stream?from=0", Some(1)).await;
    assert_eq!(indices(&again.entries(1).await), [2]);
    served.end().await;
    assert_eq!(
        again.block().await.unwrap(),
        None,
        "the stream ends with the server, in good order"
    );
}

#[tokio::test]
async fn an_operator_follows_only_their_own_jobs() {
    let served = Served::new(Api::new().await, Limits::default()).await;
    let api = &served.api;
    let mut vijay = served.follow(VIJAY, "/v1/stream").await;
    let mut jobs = Vec::new();
    for token in [VIJAY, ANITA, ANITA, VIJAY] {
        jobs.push(api.submit(token).await);
    }
    // A change of the caller's job is theirs, no matter who made it; another's change of another's
    // job is not.
    for (job_id, token) in [(&jobs[1], ANITA), (&jobs[0], ADMIN), (&jobs[2], ADMIN)] {
        let path = format!("/v1/jobs/{job_id}/status");
        assert_eq!(api.post(token, &path, json!({"status": "FAILED"})).await.status, 200);
    }
    api.submit(VIJAY).await;
    assert_eq!(indices(&vijay.entries(4).await), [0, 3, 5, 7]);
    let mut late = served.follow(VIJAY, "/v1/stream?from=0&user_id=vijay").await;
    assert_eq!(indices(&late.entries(4).await), [0, 3, 5, 7]);
    let mut one = served.follow(VIJAY, &format!("/v1/stream?from=0&job_id={}", jobs[0])).await;
    assert_eq!(indices(&one.entries(2).await), [0, 5]);
    let others = api.get(VIJAY, "/v1/stream?user_id=anita").await;
    assert_eq!(others.status, StatusCode::FORBIDDEN);
    let mut anita = served.follow(AUDITOR, "/v1/stream?from=0&user_id=anita&status=FAILED").await;
    assert_eq!(indices(&anita.entries(2).await), [4, 6]);
    served.end().await;
}

#[tokio::test]
async fn a_stream_takes_any_value_of_every_filter() {
    let served = Served::new(Api::new().await, Limits::default()).await;
    let api = &served.api;
    let jobs = [api.submit(VIJAY).await, api.submit_ended(ANITA).await, api.submit(ANITA).await];
    let path = format!("/v1/jobs/{}/status", jobs[0]);
    assert_eq!(api.post(VIJAY, &path, json!({"status": "SUCCESS"})).await.status, 200);
    // Entries: 0 and 4 of the first job, 1 and 2 of the second, 3 of the third.
    for (query, expected) in [
        ("status=FAILED&status=SUCCESS".to_owned(), vec![2, 4]),
        ("kind=job_created&kind=job_imported".into(), vec![0, 1, 3]),
        ("user_id=vijay&user_id=nobody".into(), vec![0, 4]),
        ("user_id=vijay&user_id=anita&status=FAILED&status=SUCCESS".into(), vec![2, 4]),
        ("action_name=Trans-Begin&action_name=T-Enable".into(), vec![0, 1, 2, 3, 4]),
        ("cause=reported&cause=timed_out".into(), vec![2, 4]),
        ("source=import&source=api".into(), vec![0, 1, 2, 3, 4]),
        (format!("job_id={}&job_id={}", jobs[0], &jobs[2].replace('-', "")), vec![0, 3, 4]),
        (format!("job_id={}", &jobs[1][..35]), vec![1, 2]),
    ] {
        let mut found = served.follow(ADMIN, &format!("/v1/stream?from=0&{query}")).await;
        assert_eq!(indices(&found.entries(expected.len()).await), expected, "{query}");
    }
    let often = "kind=job_created&".repeat(51);
    for (field, query) in [("kind", &*often), ("kind", "kind=a"), ("job_id", "job_id=0&job_id=g")] {
        let answer = api.get(ADMIN, &format!("/v1/stream?{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.json()["field"], field, "{query}");
    }
    served.end().await;
}

#[tokio::test]
async fn a_position_that_cannot_be_is_refused_by_name() {
    let api = Api::new().await;
    api.submit(VIJAY).await;
    for (query, header, field, reason) in [
        ("from=2", None, "from", "is beyond the end of the ledger, which has 1 entry"),
        ("after=1", None, "after", "is beyond the end of the ledger, which has 1 entry"),
        ("after=18446744073709551615", None, "after", "is beyond the end of the ledger"),
        ("from=0", Some("1"), "last-event-id", "is beyond the end of the ledger"),
        ("from=-1", None, "from", "must be an integer from 0"),
        ("after=x", None, "after", "must be an integer from 0"),
        ("", Some("x"), "last-event-id", "must be an integer from 0"),
        ("", Some("\u{e9}"), "last-event-id", "must be an integer from 0"),
        ("from=0&after=0", None, "after", "cannot go together with from"),
        (
            "kind=job",
            None,
            "kind",
            "must be job_created, job_imported, status_changed or note_added",
        ),
        ("status=DONE", None, "status", "must be "),
        ("limit=5", None, "limit", "is not a parameter"),
    ] {
        let request = Request::get(format!("/v1/stream?{query}"))
            .header("authorization", format!("Bearer {}", AUDITOR.unwrap()));
        let request = header
            .into_iter()
            .fold(request, |request, header| request.header("last-event-id", header.as_bytes()));
        let answer = api.send(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query} {header:?}");
        assert_eq!(answer.json()["field"], field, "{query} {header:?}");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.starts_with(&format!("{field}: {reason}")), "{detail}");
    }
    for query in ["from=0", "from=1", "after=0", ""] {
        assert_eq!(api.get(AUDITOR, &format!("/v1/stream?{query}")).await.status, 200, "{query}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_is_read_outlasts_what_a_connection_may_idle() {
    let limits = Limits { header_timeout: SHORT, write_timeout: SHORT, ..Limits::default() };
    let served = Served::new(Api::new().await, limits).await;
    let mut follower = served.follow(AUDITOR, "/v1/stream").await;
    let begin = tokio::time::Instant::now();
    assert!(follower.block().await.unwrap().unwrap().contains("retry: 1000"));
    for _ in 0..4 {
        assert_eq!(follower.block().await.unwrap().unwrap(), ":", "a heartbeat");
    }
    assert!(begin.elapsed() > 20 * SHORT);
    served.api.submit(VIJAY).await;
    assert_eq!(indices(&follower.entries(1).await), [0]);
}

/// Records jobs that take more than all buffers between a server and its reader.
async fn record_more_than_buffers_hold(api: &Api) -> Index {
    let payload = RequestPayload::new(format!("\"{}\"", "x".repeat(1 << 20))).unwrap();
    let job = || crate::stream_load::job().with_request_payload(Some(payload.clone()));
    let drafts = (0..40).map(|_| job().into()).collect();
    api.store.append(drafts).await.unwrap();
    api.head().await.size()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_reader_is_dropped_and_can_resume() {
    // There is one slot: the next client is served only if the previous connection was evicted.
    let limits = Limits { connections_max: 1, ..Limits::default() };
    let served = Served::new(Api::new().await, limits).await;
    let size = record_more_than_buffers_hold(&served.api).await;
    let mut slow = served.follow(AUDITOR, "/v1/stream?from=0").await;
    let next = served.follow(AUDITOR, "/v1/stream").await;
    drop(next);
    // The part of the stream that it got is in order, and is cut off.
    let mut seen = Vec::new();
    while let Some(entry) = slow.entry().await {
        seen.extend(indices(&[entry]));
    }
    assert!(seen.len() < 40, "{}", seen.len());
    let url = format!("http://{}", served.address);
    let mut resumed = Follower::open(&url, ADMIN.unwrap(), "/v1/stream?from=0", slow.last_id).await;
    while seen.len() < 40 {
        seen.extend(indices(&resumed.entries(1).await));
    }
    assert_eq!(seen, Vec::from_iter(0..size));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_that_leaves_no_room_is_dropped_on_http_2_too() {
    let limits = Limits { header_timeout: SHORT, write_timeout: SHORT, ..Limits::default() };
    let served = Served::new(Api::new().await, limits).await;
    record_more_than_buffers_hold(&served.api).await;
    let request = Request::get("http://localhost/v1/stream?from=0")
        .header("authorization", format!("Bearer {}", AUDITOR.unwrap()));
    Http2::ask(served.address, 1000, request.body(()).unwrap()).await.ended().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signal_ends_the_streams_of_the_program_in_good_order() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let mut follower = Follower::open(&server.url, TOKEN, "/v1/stream", None).await;
    let job = json!({"action_name": "T-Enable", "cids": ["1"]});
    let answer = process::Caller::new(&server).post("/v1/jobs", &job).await;
    assert_eq!(answer.status(), StatusCode::CREATED);
    assert_eq!(indices(&follower.entries(1).await), [0]);
    server.terminate();
    // A reader that is cut off gets an error.
    assert_eq!(follower.block().await.unwrap(), None);
    assert!(server.ended().success());
}
