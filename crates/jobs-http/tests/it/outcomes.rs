//! How a Set Action ends: the table of docs/operating.md, for every code and kind of body, over
//! HTTP; and a repeated request gets the answer of the first one.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use flate2::Compression;
use flate2::write::GzEncoder;
use jobs_core::{Appended, Draft, ErrorMessage, JobStore, MemoryStore, Result};
use serde_json::{Value, json};

use crate::canned::{self, Canned};
use crate::in_process::{Answer, Api, VIJAY};

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
async fn fetch_twice(api: &Api, upstream: &Canned, path: &str) -> (Value, Value) {
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

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    std::io::Write::write_all(&mut encoder, text).unwrap();
    encoder.finish().unwrap()
}

/// Answers as upstreams and their proxies write them, with what is answered and recorded.
fn oddities() -> Vec<(&'static str, Vec<u8>, &'static str, Value)> {
    let ok = br#"{"success":true,"name":"Zo\u00eb"}"#;
    let data = json!({"success": true, "name": "Zoë"});
    let marked = [b"\xef\xbb\xbf", &ok[..]].concat();
    let utf16: Vec<u8> = "\u{feff}{\"success\":true,\"name\":\"Zoë\"}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let lines: String = (0..150).map(|n| format!("x-{n}: {n}\r\n")).collect();
    let too_many: String = (0..1100).map(|n| format!("x-{n}: {n}\r\n")).collect();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let interim = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n";
    let chunked = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5;x=y\r\n{\"suc\r\n00c\r\ncess\":false}\r\n0\r\nt: 1\r\n\r\n";
    let failure = json!({"success": false});
    let answer = canned::answer;
    let none = Value::Null;
    vec![
        ("/gzip", answer(200, "content-encoding: gzip\r\n", &gzip(ok)), "answered", data.clone()),
        (
            "/x-gzip",
            answer(203, "Content-Encoding: X-GZIP\r\n", &gzip(ok)),
            "answered",
            data.clone(),
        ),
        ("/bom", answer(200, "", &marked), "answered", data.clone()),
        (
            "/utf-16",
            answer(200, "content-type: application/json\r\n", &utf16),
            "answered",
            data.clone(),
        ),
        (
            "/latin-1",
            answer(
                200,
                "content-type: text/json; charset=latin1\r\n",
                b"{\"success\":true,\"name\":\"Zo\xeb\"}",
            ),
            "answered",
            data.clone(),
        ),
        (
            "/lossy",
            answer(200, "", b"{\"success\":true,\"name\":\"Zo\xeb\"}"),
            "answered",
            json!({"success": true, "name": "Zo\u{fffd}"}),
        ),
        (
            "/nan",
            answer(200, "", br#"{"success":false,"rate":NaN}"#),
            "answered",
            json!({"success": false, "rate": null}),
        ),
        (
            "/surrogate",
            answer(200, "", br#"{"success":"false","name":"\ud83d"}"#),
            "answered",
            json!({"success": "false", "name": "\u{fffd}"}),
        ),
        ("/headers", answer(200, &lines, ok), "answered", data.clone()),
        (
            "/odd-headers",
            answer(200, "x y: 1\r\nx-folded: a\r\n b\r\nx-space : 1\r\n", ok),
            "answered",
            data.clone(),
        ),
        ("/interim", [&interim[..], &answer(200, "", ok)].concat(), "answered", data.clone()),
        ("/chunked", chunked.to_vec(), "answered", failure.clone()),
        (
            "/more",
            [answer(200, "", br#"{"success":false}"#), b"and more".to_vec()].concat(),
            "answered",
            failure,
        ),
        ("/205", answer(205, "", b""), "answered", none.clone()),
        (
            "/ascii-as-utf16",
            answer(200, "content-type: application/json; charset=utf-16\r\n", ok),
            "answered",
            data.clone(),
        ),
        (
            "/205-failed",
            answer(205, "", br#"{"success":false}"#),
            "answered",
            json!({"success": false}),
        ),
        ("/205-odd", answer(205, "", b"reset"), "unreadable_answer", none.clone()),
        ("/no-coding", answer(200, "content-encoding: utf-8\r\n", ok), "answered", data.clone()),
        (
            "/contradiction",
            answer(200, "", br#"{"success":false,"success":true}"#),
            "unreadable_answer",
            none.clone(),
        ),
        (
            "/reserved",
            answer(
                200,
                "",
                br#"{"success":true,"a":{"\u0024serde_json::private::RawValue":"{}"}}"#,
            ),
            "unreadable_answer",
            none.clone(),
        ),
        ("/not-gzip", answer(200, "content-encoding: gzip\r\n", ok), "answered", data),
        (
            "/bad-gzip",
            answer(200, "content-encoding: gzip\r\n", &ok[..ok.len() - 1]),
            "unreadable_answer",
            none.clone(),
        ),
        (
            "/cut-gzip",
            answer(200, "content-encoding: gzip\r\n", &gzip(ok)[..20]),
            "unreadable_answer",
            none.clone(),
        ),
        (
            "/unknown-coding",
            answer(200, "content-encoding: compress\r\n", b"\x1f\x9d\x90{"),
            "unreadable_answer",
            none.clone(),
        ),
        (
            "/bomb",
            answer(200, "content-encoding: gzip\r\n", &gzip(&vec![b' '; 9 << 20])),
            "unreadable_answer",
            none.clone(),
        ),
        ("/long", answer(200, "", &vec![b' '; (8 << 20) + 1]), "unreadable_answer", none.clone()),
        ("/deep", answer(200, "", deep.as_bytes()), "unreadable_answer", none.clone()),
        ("/empty", answer(200, "", b""), "unreadable_answer", none.clone()),
        ("/long-refusal", answer(400, "", &vec![b'x'; (8 << 20) + 1]), "answered", none.clone()),
        ("/too-many-headers", answer(200, &too_many, ok), "inconclusive_answer", none.clone()),
        ("/no-http", b"not HTTP at all\r\n\r\n".to_vec(), "inconclusive_answer", none.clone()),
        (
            "/cut",
            b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{}".to_vec(),
            "connection_lost",
            none.clone(),
        ),
        (
            "/cut-chunk",
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"su".to_vec(),
            "connection_lost",
            none,
        ),
    ]
}

#[tokio::test]
async fn upstreams_are_read_as_they_are() {
    let canned = oddities();
    let upstream = Canned::serve(move |path| {
        let found = oddities().into_iter().find(|(name, ..)| *name == path);
        found.unwrap_or_else(|| panic!("{path}")).1
    })
    .await;
    let api = Api::calling(Arc::new(MemoryStore::default()), &upstream.url).await;
    for (path, _, cause, data) in canned {
        let (answer, job) = fetch_twice(&api, &upstream, path).await;
        assert_eq!(job["cause"], cause, "{path}: {answer} {job}");
        assert_eq!(answer.get("data").unwrap_or(&Value::Null), &data, "{path}: {answer}");
        let failed = data.get("success").is_some_and(|it| *it == false || *it == "false");
        let status = match cause {
            "answered" if failed || path == "/long-refusal" => "FAILED",
            "answered" => "SUCCESS",
            _ => "UNCONFIRMED",
        };
        assert_eq!(job["status"], status, "{path}: {job}");
        // An unreadable answer is kept, as far as it arrived.
        let came = !matches!(path, "/empty" | "/205" | "/too-many-headers" | "/no-http");
        assert_eq!(
            job["response_summary"].as_str().is_some_and(|text| !text.is_empty()),
            came,
            "{path}"
        );
    }
    let job = |path: &'static str| {
        let api = &api;
        let upstream = &upstream;
        async move { fetch_twice(api, upstream, path).await.1 }
    };
    let text = job("/bad-gzip").await["response_summary"].clone();
    assert_eq!(
        text, r#"{"success":true,"name":"Zo\u00eb""#,
        "text that only claims to be compressed"
    );
    for (path, text) in [("/cut", "{}"), ("/cut-chunk", "{\"su")] {
        let cut = job(path).await;
        assert_eq!((&cut["response_summary"], &cut["http_status"]), (&json!(text), &json!(200)));
    }
    let message = job("/too-many-headers").await["error_message"].clone();
    assert!(message.as_str().unwrap().contains("more than 1000 header lines"), "{message}");
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

/// An upstream's 401, or any other code, is not passed on as ours; a read reports it in the body.
#[tokio::test]
async fn a_read_is_told_what_it_got() {
    let upstream = Canned::serve(|path| match path {
        "/list" => canned::answer(200, "", br#"[1,{"success":null}]"#),
        "/false" => canned::answer(200, "", br#"{"success":false}"#),
        "/scalar" => canned::answer(206, "content-encoding: gzip\r\n", &gzip(b"5")),
        "/204" => canned::answer(204, "", b""),
        "/html" => canned::answer(200, "", b"<html>"),
        code => canned::answer(code[1..].parse().unwrap(), "", br#"{"message":"no"}"#),
    })
    .await;
    let api = Api::calling(Arc::new(MemoryStore::default()), &upstream.url).await;
    let read = async |path: &str| {
        let body = json!({"url": format!("{}{path}", upstream.url), "isPost": false});
        let answer = api.post(VIJAY, "/proxy_fetch", body).await;
        assert_eq!(upstream.calls(path), 1);
        for name in ["retry-after", "www-authenticate", "location"] {
            assert_eq!(answer.header(name), None, "{path}: {name}");
        }
        (answer.status.as_u16(), answer.json())
    };
    for (path, data, code) in [
        ("/list", json!([1, {"success": null}]), 200),
        ("/false", json!({"success": false}), 200),
        ("/scalar", json!(5), 206),
        ("/204", json!(null), 204),
    ] {
        let expected =
            json!({"status": "success", "data": data, "httpStatus": code, "job_id": null});
        assert_eq!(read(path).await, (200, expected));
    }
    for code in [
        301, 304, 307, 400, 401, 403, 404, 407, 408, 409, 413, 417, 421, 425, 429, 500, 502, 503,
        504,
    ] {
        let (status, body) = read(&format!("/{code}")).await;
        let text = if code == 304 { "" } else { r#"{"message":"no"}"# };
        let message = format!("API returned status {code}: {text}");
        let expected =
            json!({"status": "error", "message": message, "httpStatus": code, "job_id": null});
        assert_eq!((status, body), (424, expected));
    }
    let (status, body) = read("/html").await;
    assert_eq!((status, &body["httpStatus"]), (424, &json!(500)), "{body}");
    assert_eq!(api.head().await.size(), 0);
}
