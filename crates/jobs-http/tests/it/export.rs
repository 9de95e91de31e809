//! Exports: everything that the list shows, at one moment, at the reader's pace; cut off if the
//! ledger fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use jobs_api::{Limits, serve};
use jobs_core::{Error, JobPage, JobQuery, JobStore, MemoryStore, Result, Timestamp};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Api, VIJAY};
use crate::support::process;

/// A memory store that fails after a number of pages of jobs.
#[derive(Debug)]
struct Faltering {
    inner: MemoryStore,
    pages_left: AtomicUsize,
}

impl Faltering {
    fn new(pages: usize) -> Arc<Self> {
        Arc::new(Self { inner: MemoryStore::default(), pages_left: AtomicUsize::new(pages) })
    }
}

impl jobs_core::DelegatingStore for Faltering {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        let one_less = |left: usize| left.checked_sub(1);
        let left = self.pages_left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less);
        let gone = || Error::storage("listing", std::io::Error::other("the disk is on fire"));
        left.map_err(|_| gone())?;
        self.inner.jobs(query).await
    }
}

async fn export(api: &Api, token: Option<&str>, query: &str) -> Vec<Value> {
    let answer = api.get(token, &format!("/v1/export.ndjson{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert!(answer.text.is_empty() || answer.text.ends_with('\n'));
    answer.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

async fn settle(api: &Api, job: &Value, status: &str) {
    let path = format!("/v1/jobs/{}/status", job["job_id"].as_str().unwrap());
    let answer = api.post(ADMIN, &path, json!({"status": status})).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

#[tokio::test]
async fn an_export_holds_what_the_list_shows() {
    let api = Api::new().await;
    for (token, action) in [(VIJAY, "T-Enable"), (ANITA, "T-Enable"), (VIJAY, "PE-Enable")] {
        let job = json!({"action_name": action, "cids": [action], "batch_id": "b & c"});
        assert_eq!(api.post(token, "/v1/jobs", job).await.status, StatusCode::CREATED);
    }
    let first = &export(&api, ADMIN, "").await[0];
    settle(&api, first, "FAILED").await;
    for (token, query) in [
        (ADMIN, ""),
        (VIJAY, ""),
        (AUDITOR, "user_id=anita"),
        (AUDITOR, "action_name=T-Enable"),
        (AUDITOR, "status=FAILED"),
        (AUDITOR, "status=IN_PROGRESS&user_id=vijay"),
        (AUDITOR, "cid=PE-Enable"),
        (AUDITOR, "batch_id=b+%26%20c&source=api"),
        (AUDITOR, "until=2020-01-01T00:00:00Z"),
        (AUDITOR, "source=gateway"),
    ] {
        let list = format!("/v1/jobs?order=oldest_first&limit=500&{query}");
        let listed = api.get(token, &list).await.json()["jobs"].clone();
        let exported = export(&api, token, &format!("?{query}")).await;
        assert_eq!(json!(exported), listed, "{query}");
        let csv = api.get(token, &format!("/v1/export.csv?{query}")).await;
        assert_eq!(csv.text.split("\r\n").count(), exported.len() + 2, "{query}: {}", csv.text);
    }
    for (query, status) in [("limit=5", 400), ("order=oldest_first", 400), ("user_id=anita", 403)] {
        let answer = api.get(VIJAY, &format!("/v1/export.csv?{query}")).await;
        assert_eq!(answer.status.as_u16(), status, "{query}");
    }
}

#[tokio::test]
async fn the_head_is_in_the_headers_and_in_the_name_of_the_file() {
    let api = Api::new().await;
    api.submit(VIJAY).await;
    let head = api.head().await;
    for (extension, content_type) in
        [("csv", "text/csv; charset=utf-8; header=present"), ("ndjson", "application/x-ndjson")]
    {
        let answer = api.get(VIJAY, &format!("/v1/export.{extension}")).await;
        assert_eq!(answer.header("content-type"), Some(content_type));
        assert_eq!(answer.header("ledger-size"), Some("1"));
        assert_eq!(answer.header("ledger-root"), Some(&*head.root().to_string()));
        let file = format!("attachment; filename=\"jobs-1.{extension}\"");
        assert_eq!(answer.header("content-disposition"), Some(&*file));
    }
}

#[tokio::test]
async fn csv_is_as_rfc_4180_has_it_and_no_cell_is_a_formula() {
    let api = Api::new().await;
    let job = json!({
        "action_name": "=HYPERLINK(\"http://evil.test\", \"x\")", "action_code": -7, "cids": ["1"],
        "batch_id": "@SUM(1)", "cluster_url": "+http://x",
    });
    let job_id = api.post(VIJAY, "/v1/jobs", job).await.json()["job"]["job_id"].clone();
    let status = format!("/v1/jobs/{}/status", job_id.as_str().unwrap());
    let message = "\t-1\r\n\"two\" lines, é";
    let report = json!({"status": "FAILED", "http_status": 500, "error_message": message});
    assert_eq!(api.post(VIJAY, &status, report).await.status, StatusCode::OK);
    let notes = format!("/v1/jobs/{}/notes", job_id.as_str().unwrap());
    let noted = api.post(VIJAY, &notes, json!({"text": "=cmd|'/C calc'!A0"})).await;
    assert_eq!(noted.status, StatusCode::CREATED, "{}", noted.text);
    api.submit(VIJAY).await;

    let text = api.get(VIJAY, "/v1/export.csv").await.text;
    let (header, rows) = text.split_once("\r\n").unwrap();
    let columns = "job_id,user_id,submitted_by,batch_id,action_code,action_name,cluster_url,created_at,status,cause,http_status,\
                   error_message,updated_at,customer_count,source,retry_of,index,last_index,note_count,newest_note";
    assert_eq!(header, columns);
    assert!(rows.contains("\"'\t'-1\r\n\"\"two\"\" lines, é\""), "{rows}");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.unwrap()).collect();
    let time = |text: &str| assert_eq!(Timestamp::parse("", text).unwrap().to_string(), text);
    time(&records[0][7]);
    time(&records[0][12]);
    let shown: Vec<&str> = records[0].iter().collect();
    assert_eq!(
        shown[..7],
        [
            job_id.as_str().unwrap(),
            "vijay",
            "",
            "'@SUM(1)",
            "-7",
            "'=HYPERLINK(\"http://evil.test\", \"x\")",
            "'+http://x",
        ]
    );
    let guarded = "'\t'-1\r\n\"two\" lines, é";
    assert_eq!(shown[8..12], ["FAILED", "reported", "500", guarded]);
    assert_eq!(shown[13..], ["1", "api", "", "0", "2", "1", "'=cmd|'/C calc'!A0"]);
    assert_eq!((&records[1][9], &records[1][12]), ("", ""), "never changed");
    assert_eq!((&records[1][18], &records[1][19]), ("0", ""), "without notes");
}

#[tokio::test]
async fn a_byte_order_mark_comes_first_where_it_is_asked_for() {
    let api = Api::new().await;
    api.submit(VIJAY).await;
    for query in ["", "&status=SUCCESS"] {
        let plain = api.get(VIJAY, &format!("/v1/export.csv?bom=false{query}")).await;
        let marked = api.get(VIJAY, &format!("/v1/export.csv?bom=true{query}")).await;
        assert_eq!(marked.bytes, [b"\xef\xbb\xbf", &plain.bytes[..]].concat());
        assert!(plain.text.starts_with("job_id,"), "{}", plain.text);
    }
    for query in ["export.csv?bom=1", "export.csv?bom=", "export.ndjson?bom=true", "jobs?bom=true"]
    {
        let answer = api.get(VIJAY, &format!("/v1/{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.json()["field"], "bom");
    }
}

/// More than two pages of jobs.
const JOBS: usize = 600;

/// An export of which one page is read while everything that it has yet to show changes.
#[tokio::test]
async fn an_export_is_of_one_moment() {
    for (query, expected) in [
        ("", JOBS),
        ("?status=IN_PROGRESS", JOBS - 3),
        ("?status=UNCONFIRMED", 2),
        ("?status=SUCCESS", 1),
        ("?status=FAILED", 0),
        ("?cause=reported", 3),
        ("?cause=reported&status=SUCCESS", 1),
        ("?cause=timed_out", 0),
    ] {
        let api = Api::new().await;
        for _ in 0..JOBS {
            api.submit(VIJAY).await;
        }
        let all = export(&api, ADMIN, "").await;
        settle(&api, &all[JOBS - 1], "UNCONFIRMED").await;
        settle(&api, &all[JOBS - 2], "UNCONFIRMED").await;
        settle(&api, &all[JOBS - 3], "SUCCESS").await;
        let before = export(&api, ADMIN, query).await;
        assert_eq!(before.len(), expected, "{query}");

        let path = format!("/v1/export.ndjson{query}");
        let request =
            Request::get(path).header("authorization", format!("Bearer {}", ADMIN.unwrap()));
        let mut answer = api.open(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.headers()["ledger-size"], (JOBS + 3).to_string());
        for job in &all[..JOBS - 3] {
            settle(&api, job, "FAILED").await;
        }
        settle(&api, &all[JOBS - 1], "SUCCESS").await;
        settle(&api, &all[JOBS - 2], "FAILED").await;
        api.submit(VIJAY).await;
        let rest = answer.body_mut().collect().await.unwrap().to_bytes();
        let rest = String::from_utf8(rest.to_vec()).unwrap();
        let shown: Vec<Value> =
            rest.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(shown, before, "{query}");
    }
}

#[tokio::test]
async fn a_page_is_read_when_the_one_before_is_taken() {
    let store = Faltering::new(10);
    let api = Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await;
    for _ in 0..JOBS {
        api.submit(VIJAY).await;
    }
    let request = Request::get("/v1/export.csv")
        .header("authorization", format!("Bearer {}", ADMIN.unwrap()));
    let mut answer = api.open(request.body(Body::empty()).unwrap()).await;
    for pages in 1..=3 {
        let frame = answer.body_mut().frame().await.unwrap().unwrap();
        assert!(!frame.into_data().unwrap().is_empty());
        assert_eq!(store.pages_left.load(Ordering::Relaxed), 10 - pages);
    }
    assert!(answer.body_mut().frame().await.is_none());
}

#[tokio::test]
async fn an_export_that_cannot_go_on_is_cut_off() {
    for (extension, http2) in [("csv", false), ("ndjson", false), ("ndjson", true)] {
        let api = Api::over(Faltering::new(2)).await;
        for _ in 0..JOBS {
            api.submit(VIJAY).await;
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1/export.{extension}", listener.local_addr().unwrap());
        let router = api.router();
        tokio::spawn(async move {
            serve(listener, router, Limits::default(), std::future::pending()).await;
        });
        let client = process::client(
            |builder| {
                if http2 { builder.http2_prior_knowledge() } else { builder }
            },
        );
        let answer = client.get(url).bearer_auth(ADMIN.unwrap()).send().await;
        // HTTP/2 resets the stream, which may overtake data that was sent on it.
        let Ok(mut answer) = answer else {
            assert!(http2);
            continue;
        };
        assert_eq!(answer.status(), 200);
        let mut bytes = 0;
        let end = loop {
            match answer.chunk().await {
                Ok(Some(chunk)) => bytes += chunk.len(),
                end => break end,
            }
        };
        assert!(http2 || bytes > 10_000, "it got as far as that");
        let _broken = end.expect_err("a short file must not look whole");
    }
}

#[tokio::test]
async fn an_export_of_a_ledger_that_cannot_be_read_is_a_problem() {
    let api = Api::over(Arc::new(crate::support::stores::Unreadable::default())).await;
    let answer = api.get(ADMIN, "/v1/export.csv").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{}", answer.text);
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
}
