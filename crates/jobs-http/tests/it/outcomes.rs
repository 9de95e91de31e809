//! How a Set Action ends: the table of docs/operating.md, for every code and kind of body, over
//! HTTP; and a repeated request gets the answer of the first one.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_core::{Appended, Draft, ErrorMessage, JobStore, MemoryStore, Result};
use serde_json::{Value, json};

use crate::support::canned::{self, Canned};
use crate::support::in_process::{Answer, Api, VIJAY};

/// Bodies of each kind that the table names.
const BODIES: [(&str, &[&str]); 5] = [
    (
        "says success",
        &[
            r#"{"success":true}"#,
            "{}",
            r#"{"success":"Yes"}"#,
            r#"{"Success":1}"#,
            r#"[{"success":true},{}]"#,
            r#"{"a":NaN,"b":1e400,"c":"\ud83d"}"#,
        ],
    ),
    (
        "says failure",
        &[
            r#"{"success":false}"#,
            r#"{"success":"false"}"#,
            r#"{"success":0}"#,
            r#"{"Success":false,"success":true}"#,
            r#"[{"success":true},{"success":false}]"#,
            r#"{"success":"NO","message":null}"#,
        ],
    ),
    (
        "says neither",
        &[
            "null",
            "5",
            "\"ok\"",
            "[]",
            "[{}]",
            r#"{"success":null}"#,
            r#"{"success":"maybe"}"#,
            r#"{"success":{}}"#,
        ],
    ),
    ("empty", &["", " ", "\u{feff}\r\n"]),
    (
        "not readable",
        &[
            "<html>",
            r#"{"success":false,"success":true}"#,
            r#"{"success":tru"#,
            "{'success':true}",
            "{\"a\":\"\0\"}",
            "{\"a\":\"\n\"}",
        ],
    ),
];

/// A row of the table.
#[derive(Debug)]
struct Row {
    codes: String,
    body: String,
    status: String,
    cause: String,
    says: String,
    http_status: String,
}

fn table() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/operating.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once("| code | body |").unwrap();
    let rows = rest.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|line| {
        let cells: Vec<_> =
            line.trim_matches('|').split('|').map(|it| it.trim().replace('`', "")).collect();
        let [codes, body, status, cause, says, http_status] = cells.try_into().unwrap();
        Row { codes, body, status, cause, says, http_status }
    })
    .collect()
}

impl Row {
    /// How well the row fits the code: not at all, by its kind, or by name.
    fn fits(&self, code: u16) -> usize {
        let names = self.codes.split(", ").any(|name| name == code.to_string());
        let kind = format!("any other {}xx", code / 100);
        match &*self.codes {
            _ if names => 3,
            codes if codes == kind => 2,
            codes if codes.starts_with("any other code") => 1,
            _ => 0,
        }
    }
}

/// The row for an answer with this code and a body of this kind.
fn row<'a>(table: &'a [Row], code: u16, kind: &str) -> &'a Row {
    let rows: Vec<_> =
        table.iter().filter(|row| matches!(&*row.body, "any") || row.body == kind).collect();
    let best = rows.iter().map(|row| row.fits(code)).max().unwrap();
    let mut fit = rows.into_iter().filter(|row| row.fits(code) == best);
    let row = fit.next().unwrap();
    assert!(best > 0 && fit.next().is_none(), "{code}, {kind}: one row");
    row
}

/// Sends a Set Action with a key.
async fn fetch(api: &Api, upstream: &Canned, path: &str) -> Answer {
    let body = json!({
        "url": format!("{}{path}", upstream.url),
        "token": "upstream-token",
        "postData": {"action": "PE-Finalize", "cids": ["5001", "5002"]},
    });
    let request = Request::post("/proxy_fetch")
        .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
        .header("idempotency-key", path);
    api.send(request.body(Body::from(body.to_string())).unwrap()).await
}

/// Sends it twice: one call, one job, and the same answer. Returns the answer and the job.
pub(crate) async fn fetch_twice(api: &Api, upstream: &Canned, path: &str) -> (Value, Value) {
    let first = fetch(api, upstream, path).await;
    let again = fetch(api, upstream, path).await;
    assert_eq!(upstream.calls(path), 1, "{path}: {}", first.text);
    assert_eq!((again.status, again.json()), (first.status, first.json()), "{path}");
    assert_eq!(again.header("idempotency-replayed"), Some("true"), "{path}");
    let says = first.json()["status"].clone();
    let expected = if says == "success" { StatusCode::OK } else { StatusCode::FAILED_DEPENDENCY };
    assert_eq!(first.status, expected, "{path}: {}", first.text);
    for name in ["retry-after", "www-authenticate", "location"] {
        assert_eq!((first.header(name), again.header(name)), (None, None), "{path}: {name}");
    }
    let job_id = first.json()["job_id"].as_str().unwrap_or_else(|| panic!("{path}")).to_owned();
    let job = api.get(VIJAY, &format!("/v1/jobs/{job_id}")).await.json();
    (first.json(), job)
}

/// The answers of upstreams, at `/{code}/{kind}/{number}`.
async fn upstream_of_the_table() -> Canned {
    Canned::serve(|path| {
        let parts: Vec<_> = path.split('/').skip(1).collect();
        let kind: usize = parts[1].parse().unwrap();
        let number: usize = parts[2].parse().unwrap();
        canned::answer(parts[0].parse().unwrap(), "", BODIES[kind].1[number].as_bytes())
    })
    .await
}

/// All paths of that upstream that the table tells apart: every body for a 2xx, one of each kind
/// for the others.
fn paths() -> Vec<(u16, &'static str, String)> {
    let mut paths = Vec::new();
    for code in (200..=599).chain([101, 600, 799, 999]) {
        for (kind, (name, bodies)) in BODIES.iter().enumerate() {
            let count = if matches!(code, 200 | 202 | 205) { bodies.len() } else { 1 };
            paths
                .extend((0..count).map(|number| (code, *name, format!("/{code}/{kind}/{number}"))));
        }
    }
    paths
}

#[tokio::test]
async fn every_answer_ends_as_the_table_says_and_is_told_again_as_it_was() {
    let table = table();
    let upstream = upstream_of_the_table().await;
    let api = Api::calling(Arc::new(MemoryStore::default()), &upstream.url).await;
    let mut met = BTreeSet::new();
    for (code, kind, path) in paths() {
        let row = row(&table, code, kind);
        met.insert(&row.codes);
        let (answer, job) = fetch_twice(&api, &upstream, &path).await;
        let told =
            if row.http_status == "the code" { code } else { row.http_status.parse().unwrap() };
        assert_eq!(
            (&answer["status"], &answer["httpStatus"]),
            (&json!(row.says), &json!(told)),
            "{path}"
        );
        assert_eq!(
            (&job["status"], &job["cause"]),
            (&json!(row.status), &json!(row.cause)),
            "{path}: {job}"
        );
        let recorded = (100..=599).contains(&code).then_some(code);
        assert_eq!(job["http_status"], json!(recorded), "{path}");
        if row.says == "error" {
            assert_eq!(answer["message"], job["error_message"], "{path}");
        } else {
            assert_eq!(answer.get("data_recorded"), None, "{path}");
        }
        let message = job["error_message"].as_str().unwrap_or_default();
        let advised = message.ends_with("check there, then record what you found");
        assert_eq!(advised, row.status == "UNCONFIRMED", "{path}: {message}");
        assert_eq!(message.is_empty(), row.status == "SUCCESS", "{path}: {message}");
    }
    assert_eq!(
        met.len(),
        table.iter().map(|row| &row.codes).collect::<BTreeSet<_>>().len(),
        "every row"
    );
    assert!(
        table
            .iter()
            .all(|row| row.body == "any" || BODIES.iter().any(|(kind, _)| *kind == row.body))
    );
}

/// A store that records other texts than it is given.
#[derive(Debug, Default)]
struct Rewording(MemoryStore);

impl jobs_core::DelegatingStore for Rewording {
    jobs_core::delegate_to!(0: MemoryStore);

    async fn append(&self, mut drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        for draft in &mut drafts {
            if let Draft::StatusChanged(change) = draft {
                let text = &mut change.details.error_message;
                *text =
                    text.as_ref().map(|_| ErrorMessage::shortened("no whole answer; withheld: …"));
            }
        }
        self.0.append(drafts).await
    }
}

#[tokio::test]
async fn a_text_that_is_worded_otherwise_changes_no_answer_but_its_own() {
    let upstream = upstream_of_the_table().await;
    let api = Api::calling(Arc::new(Rewording::default()), &upstream.url).await;
    let broken =
        Canned::serve(|_| b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}".to_vec()).await;
    let broken_api = Api::calling(Arc::new(Rewording::default()), &broken.url).await;
    let mut cases: Vec<_> =
        paths().into_iter().map(|(_, _, path)| (&api, &upstream, path)).collect();
    // In addition, a call without an answer.
    cases.push((&broken_api, &broken, "/cut".to_owned()));
    for (api, upstream, path) in cases {
        let first = fetch(api, upstream, &path).await;
        let again = fetch(api, upstream, &path).await;
        let class = |answer: &Answer| {
            let mut body = answer.json();
            body.as_object_mut().unwrap().remove("message");
            (answer.status, body)
        };
        assert_eq!(class(&again), class(&first), "{path}");
    }
}

/// A replayed answer says if it was too long to be recorded whole; everything else is replayed
/// unchanged.
#[tokio::test]
async fn data_that_is_not_recorded_is_said_to_be_missing() {
    let upstream = Canned::serve(|path| {
        let body = match path {
            "/fits" => json!({"success": true, "a": "x".repeat((64 << 10) - 23)}),
            "/longer" => json!({"success": true, "a": "x".repeat((64 << 10) - 22)}),
            "/dots" => json!({"success": false, "message": "…"}),
            "/array" => json!(vec![json!({"success": true}); 10_000]),
            _ => json!({"success": true, "token": "upstream-token", "session": "upstream-token!"}),
        };
        canned::answer(200, "", body.to_string().as_bytes())
    })
    .await;
    let api = Api::calling(Arc::new(MemoryStore::default()), &upstream.url).await;
    for path in ["/fits", "/dots"] {
        let (answer, _) = fetch_twice(&api, &upstream, path).await;
        assert!(answer["data"].is_object() && answer.get("data_recorded").is_none(), "{path}");
    }
    for path in ["/longer", "/array"] {
        let first = fetch(&api, &upstream, path).await.json();
        let mut again = fetch(&api, &upstream, path).await.json();
        assert!(!first["data"].is_null() && first.get("data_recorded").is_none());
        assert_eq!(again["data_recorded"].take(), false, "{path}");
        assert_eq!(again["data"].take(), Value::Null, "{path}");
        for same in ["status", "httpStatus", "job_id"] {
            assert_eq!(again[same], first[same], "{path}: {same}");
        }
    }
    let first = fetch(&api, &upstream, "/secret").await.json();
    assert_eq!(first["data"]["token"], "upstream-token", "it is the caller's");
    let again = fetch(&api, &upstream, "/secret").await.json();
    let redacted = json!({"success": true, "token": "[redacted]", "session": "[redacted]!"});
    assert_eq!(again["data"], redacted);
}
