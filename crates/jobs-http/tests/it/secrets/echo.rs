//! An upstream that repeats everything that it is sent, in the way its first path segment says.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// How it answers.
pub(super) const MANNERS: [&str; 6] = ["done", "failed", "broken", "moved", "escaped", "named"];

/// Starts serving, and returns the base URL.
pub(super) async fn start() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(answer)).await });
    base
}

async fn answer(request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let body = String::from_utf8_lossy(&body);
    let header = parts.headers.get("authorization").map_or("", |it| it.to_str().unwrap());
    let token = header.trim_start_matches("Bearer ").to_owned();
    let said = format!("got {} with {header} and {body}", parts.uri);
    let (status, text) = match parts.uri.path().split('/').nth(1).unwrap() {
        "done" => (200, json!({"success": true, "message": said, "sent": body}).to_string()),
        "failed" => (200, json!({"success": false, "message": said}).to_string()),
        "broken" => (500, said),
        "moved" => (307, format!("moved to /?token={token}, {said}")),
        "escaped" => {
            let every = |write: fn(u8) -> String| token.bytes().map(write).collect::<String>();
            let json = every(|byte| format!("\\u{byte:04x}"));
            let url = every(|byte| format!("%{byte:02X}"));
            (401, format!("bad tokens {json} {url} {}", said.replace('/', "\\/")))
        }
        "named" => {
            // Without what stands before a token.
            let said = said.replace("Bearer ", "").replace("Bearer+", "");
            let message = format!("those CIDs ['1'] are not for {token}: {said}");
            (200, json!({"success": false, "message": message}).to_string())
        }
        other => panic!("{other}"),
    };
    let status = StatusCode::from_u16(status).unwrap();
    let headers = [("x-echo", header.to_owned()), ("location", format!("/?token={token}"))];
    (status, headers, text).into_response()
}

/// The answer of the server without the upstream's answer, which the caller gets unchanged.
pub(super) fn without_data(answer: &str) -> String {
    let mut answer: Value = answer.parse().unwrap();
    answer.as_object_mut().unwrap().remove("data");
    answer.to_string()
}
