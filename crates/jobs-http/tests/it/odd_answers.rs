//! Upstreams' answers as they are written: compressed, in any encoding, cut short, too long, with
//! any code. For Set Actions and for reads.

use std::sync::Arc;

use flate2::Compression;
use flate2::write::GzEncoder;
use jobs_core::MemoryStore;
use serde_json::{Value, json};

use crate::outcomes::fetch_twice;
use crate::support::canned::{self, Canned};
use crate::support::in_process::{Api, VIJAY};

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
