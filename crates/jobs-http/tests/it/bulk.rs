//! Bulk submission: one result per line, in order, with the caller's `ref`; only a bad line fails.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{Method, Request, StatusCode};
use futures::{StreamExt as _, stream};
use http_body_util::BodyExt as _;
use jobs_core::log::{Receipt, VerifierKey};
use jobs_core::{JobStoreExt as _, PageLimit};
use jobs_sqlite::SqliteStore;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::support::in_process::{ADMIN, Answer, Api, NOBODY, VIJAY};
use crate::support::process::PATIENCE;

const PATH: &str = "/v1/jobs/bulk";

pub(crate) fn line(reference: &Value) -> String {
    json!({"ref": reference, "action_name": "T-Enable", "cids": ["5001"]}).to_string()
}

pub(crate) fn results(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.header("content-type"), Some("application/x-ndjson"));
    assert!(answer.text.is_empty() || answer.text.ends_with('\n'), "{}", answer.text);
    answer.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub(crate) async fn bulk(api: &Api, token: Option<&str>, body: impl Into<Body>) -> Vec<Value> {
    results(&api.call(token, Method::POST, PATH, body).await)
}

/// Number, status and field of each result.
pub(crate) fn outlines<'a>(results: &'a [Value]) -> Vec<(u64, u64, &'a str)> {
    let number = |value: &Value| value.as_u64().unwrap();
    let outline = |result: &'a Value| {
        let field = result["error"]["field"].as_str().unwrap_or_default();
        (number(&result["line"]), number(&result["status"]), field)
    };
    results.iter().map(outline).collect()
}

#[tokio::test]
async fn each_line_is_answered_in_order_and_a_bad_one_fails_alone() {
    let api = Api::new().await;
    let job_id = "0192f0c1-2345-7000-8000-000000000001";
    let deep = format!(r#"{{"request_payload":{}"#, "[".repeat(100_000));
    let lines: Vec<Vec<u8>> = vec![
        line(&json!("row 1")).into(),
        b"{\"action_name\"".to_vec(),
        b"".to_vec(),
        br#"{"ref":"a","action_name":"a","cids":["1"],"colour":"red"}"#.to_vec(),
        b" \t\r".to_vec(),
        format!(r#"{{"action_name":"a","cids":["2","2"],"job_id":"{job_id}","ref":-1.50e+2}}"#)
            .into(),
        format!(r#"{{"action_name":"a","cids":["2"],"job_id":"{job_id}","ref":7}}"#).into(),
        br#"{"action_name":"a","cids":["1"],"user_id":"anita"}"#.to_vec(),
        b"{\"action_name\":\"a\",\"cids\":[\"\xff\"]}".to_vec(),
        deep.into(),
        br#"{"action_name":"a","cids":["1"],"ref":{}}"#.to_vec(),
        br#"{"action_name":"a","cids":["1"],"ref":true}"#.to_vec(),
        format!(r#"{{"action_name":"a","cids":["1"],"ref":"{}"}}"#, "x".repeat(255)).into(),
        format!(r#"{{"action_name":"a","cids":["1"],"ref":"{}"}}"#, "x".repeat(254)).into(),
        br#"[1] {}"#.to_vec(),
        [line(&json!("\u{1f680} \" \\ é")).as_bytes(), b"\r"].concat(),
        format!(r#"{{"action_name":"a","cids":["3"],"retry_of":"{job_id}","ref":null}}"#).into(),
    ];
    // The last line lacks its end.
    let results = bulk(&api, VIJAY, lines.join(&b'\n')).await;
    assert_eq!(
        outlines(&results),
        [
            (1, 201, ""),
            (2, 400, "body"),
            (4, 400, "colour"),
            (6, 201, ""),
            (7, 409, "job_id"),
            (8, 403, ""),
            (9, 400, "cids"),
            (10, 400, "request_payload"),
            (11, 400, "ref"),
            (12, 400, "ref"),
            (13, 400, "ref"),
            (14, 201, ""),
            (15, 400, "body"),
            (16, 201, ""),
            (17, 400, "retry_of"),
        ]
    );
    assert_eq!(results[0]["ref"], "row 1");
    assert_eq!(results[1]["ref"], Value::Null);
    assert_eq!(results[2]["ref"], "a", "a line that is wrong is named all the same");
    assert_eq!(results[13]["ref"], "\u{1f680} \" \\ é");
    assert_eq!(
        (&results[3]["job"]["job_id"], &results[3]["duplicates_dropped"]),
        (&json!(job_id), &json!(1))
    );
    let listed = api.get(VIJAY, "/v1/jobs?order=oldest_first").await.json()["jobs"].clone();
    let created: Vec<_> = results
        .iter()
        .filter(|result| result["status"] == 201)
        .map(|result| &result["job"])
        .collect();
    assert_eq!(json!(created), listed, "recorded in the order of the lines, as the answers say");
}

#[tokio::test]
async fn a_name_is_given_back_as_it_was_written() {
    let api = Api::new().await;
    for name in [r#""\u00e9\/""#, "1.50", "-0", "123456789012345678901234567890", r#""""#] {
        let body = format!(r#"{{"ref":{name},"action_name":"a","cids":["1"]}}"#);
        let answer = api.call(VIJAY, Method::POST, PATH, body).await;
        assert!(
            answer.text.starts_with(&format!("{{\"ref\":{name},\"line\":1,")),
            "{}",
            answer.text
        );
    }
}

/// One key for many jobs would belong to none of them.
#[tokio::test]
async fn a_key_is_for_a_line() {
    let api = Api::new().await;
    let request = Request::post(PATH)
        .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
        .header("idempotency-key", "k");
    let line = r#"{"action_name":"T-Enable","cids":["1"]}"#;
    let answer = api.send(request.body(Body::from(line)).unwrap()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text);
    assert_eq!(answer.json()["field"], "idempotency_key");
    assert_eq!(api.head().await.size(), 0);
}

#[tokio::test]
async fn nothing_in_is_nothing_out() {
    let api = Api::new().await;
    for body in ["", "\n", "\r\n\r\n  \n"] {
        assert_eq!(bulk(&api, ADMIN, body).await, Vec::<Value>::new());
    }
    assert_eq!(api.head().await.size(), 0);
}

/// However the body is cut into chunks, results and ledger are in the order of the lines.
#[tokio::test]
async fn many_lines_pass_through_many_batches_in_order() {
    const LINES: usize = 5000;
    let text: String = (0..LINES)
        .map(|number| match number % 10 {
            3 => "nonsense\n".to_owned(),
            _ => line(&json!(number)) + "\n",
        })
        .collect();
    for chunk in [7, 1_000, 33_333, usize::MAX] {
        let api = Api::new().await;
        let bytes = Bytes::from(text.clone());
        let chunks = (0..bytes.len()).step_by(chunk.min(bytes.len())).map(move |at| {
            Ok::<_, std::io::Error>(bytes.slice(at..bytes.len().min(at.saturating_add(chunk))))
        });
        // Every other chunk keeps its reader waiting.
        let chunks = stream::iter(chunks.enumerate()).then(async |(at, chunk)| {
            if at % 2 == 1 {
                tokio::task::yield_now().await;
            }
            chunk
        });
        let results = bulk(&api, VIJAY, Body::from_stream(chunks)).await;
        assert_eq!(results.len(), LINES, "{chunk}");
        let mut index = 0;
        for (number, result) in results.iter().enumerate() {
            assert_eq!(result["line"], number + 1, "{chunk}");
            if number % 10 == 3 {
                assert_eq!((&result["status"], &result["ref"]), (&json!(400), &Value::Null));
            } else {
                assert_eq!((&result["status"], &result["ref"]), (&json!(201), &json!(number)));
                assert_eq!(result["index"], index);
                let entry = api.store.entries(index, PageLimit::new(1).unwrap()).await.unwrap();
                assert_eq!(result["job"]["job_id"], entry[0].job_id().to_string());
                index += 1;
            }
        }
        assert_eq!(api.head().await.size(), index);
    }
}

#[tokio::test]
async fn a_line_is_answered_before_the_next_one_is_sent() {
    let api = Api::new().await;
    let (lines, received) = mpsc::channel::<std::io::Result<Bytes>>(2);
    let received = stream::unfold(received, async |mut received| {
        received.recv().await.map(|chunk| (chunk, received))
    });
    let request = Request::post(PATH).header("authorization", format!("Bearer {}", VIJAY.unwrap()));
    let answer = api.open(request.body(Body::from_stream(received)).unwrap()).await;
    let mut body = answer.into_body();
    for number in 0..5 {
        // In two parts, so that the beginning of a line waits for its end.
        let text = line(&json!(number)) + "\n";
        let (beginning, end) = text.split_at(10);
        for part in [beginning, end] {
            lines.send(Ok(Bytes::copy_from_slice(part.as_bytes()))).await.unwrap();
        }
        let frame = body.frame().await.unwrap().unwrap().into_data().unwrap();
        let result: Value = serde_json::from_slice(&frame).unwrap();
        assert_eq!((&result["ref"], &result["status"]), (&json!(number), &json!(201)));
    }
    drop(lines);
    assert!(body.frame().await.is_none());
}

/// However many requests are answered at once, none holds a blocking thread while it waits for
/// another.
#[test]
fn receipts_of_repeats_need_no_second_thread_that_may_block() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    runtime.block_on(async {
        let store = SqliteStore::open(folder.path().join("jobs.db")).unwrap();
        let api = Api::over(Arc::new(store)).await;
        let body = r#"{"action_name":"T-Enable","cids":["1"],"idempotency_key":"once"}"#;
        let submit = || api.call(VIJAY, Method::POST, "/v1/jobs/bulk?receipt=true", body);
        let first = submit().await;
        let again = tokio::time::timeout(PATIENCE, submit()).await.unwrap();
        let first = results(&first);
        let again = results(&again);
        assert_eq!(again[0]["replayed"], true);
        assert_eq!(again[0]["receipt"], first[0]["receipt"]);
    });
    runtime.shutdown_background();
}

#[tokio::test]
async fn each_result_has_its_receipt_when_that_is_asked_for() {
    let api = Api::new().await;
    let key: VerifierKey = api.get(NOBODY, "/log/key").await.text.trim_end().parse().unwrap();
    // A new job each time, other content, and one job for both requests.
    let keyed = r#"{"action_name":"T-Enable","cids":["1"],"idempotency_key":"once"}"#;
    let body = format!("{}\nnonsense\n{keyed}", line(&json!(1)));
    let asked = api.call(VIJAY, Method::POST, "/v1/jobs/bulk?receipt=true", body.clone()).await;
    assert_eq!(asked.header("preference-applied"), None);
    let request = Request::post(PATH)
        .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
        .header("prefer", "receipt");
    let preferred = api.send(request.body(Body::from(body.clone())).unwrap()).await;
    assert_eq!(preferred.header("preference-applied"), Some("receipt"));
    for (answer, replayed) in [(asked, None), (preferred, Some(true))] {
        let results = results(&answer);
        assert_eq!(outlines(&results), [(1, 201, ""), (2, 400, "body"), (3, 201, "")]);
        assert_eq!(results[2].get("replayed").and_then(Value::as_bool), replayed);
        for result in [&results[0], &results[2]] {
            let receipt: Receipt = result["receipt"].as_str().unwrap().parse().unwrap();
            let leaf = result["leaf"].as_str().unwrap().as_bytes();
            receipt.verify(leaf, &key).unwrap();
            assert_eq!(json!(receipt.index()), result["index"]);
            let entry = api.store.entry(receipt.index()).await.unwrap().unwrap();
            assert_eq!(entry.leaf(), leaf);
        }
    }
    let plain = bulk(&api, VIJAY, body).await;
    assert!(plain.iter().all(|result| result.get("receipt").is_none()));
    let wrong = api.call(VIJAY, Method::POST, "/v1/jobs/bulk?receipt=maybe", "").await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
}
