//! Ambiguous headers about a body: refused on every route, with nothing done.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_api::{Endpoint, endpoints};
use serde_json::json;

use crate::support::in_process::{ADMIN, Answer, Api, VIJAY, endpoint, password_of};

const JOB: &str = r#"{"action_name": "Trans-Begin", "action_code": 1, "cids": ["5001"]}"#;

/// What an admin gets for a job, or for a password on the sign-in routes, with these headers.
async fn ask(
    api: &Api,
    operation: &'static Endpoint,
    path: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let request = Request::builder().method(operation.method()).uri(path);
    let request = request.header("authorization", format!("Bearer {}", ADMIN.unwrap()));
    let request = headers.iter().fold(request, |it, (name, value)| it.header(*name, *value));
    let form = format!("username=admin&password={}", password_of("admin"));
    let body = if operation.id() == "loginByForm" { form } else { JOB.to_owned() };
    api.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn every_route_refuses_two_types_and_a_coded_body() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let before = api.head().await;
    let json = ("content-type", "application/json");
    for operation in endpoints() {
        let path = api.path(operation, &job_id).await;
        for (headers, status, name) in [
            (vec![json, ("content-type", "text/plain")], 400, "content-type"),
            (vec![json, json], 400, "content-type"),
            (vec![("content-type", "application/json, text/plain")], 400, "content-type"),
            (vec![json, ("content-encoding", "gzip")], 415, "content-encoding"),
            (vec![("content-encoding", "br")], 415, "content-encoding"),
            (vec![("content-encoding", "identity, deflate")], 415, "content-encoding"),
        ] {
            let answer = ask(&api, operation, &path, &headers).await;
            let of = format!("{operation:?} {headers:?}: {}", answer.text);
            assert_eq!(answer.status.as_u16(), status, "{of}");
            // HEAD and the like have none; otherwise it begins with the header's name, in any
            // format.
            assert!(answer.text.contains(&format!("\"{name}: must be ")), "{of}");
            assert_eq!(answer.header("set-cookie"), None, "{of}");
            let codings = answer.header("accept-encoding");
            assert_eq!(codings, (status == 415).then_some("identity"), "{of}");
        }
    }
    assert_eq!((api.head().await, api.sim.call_count()), (before, 0));
}

/// `curl -d` declares JSON as a form, and clients that declare `text/plain` send JSON as well.
#[tokio::test]
async fn a_body_is_read_whatever_its_type() {
    let api = Api::new().await;
    for (at, headers) in [
        vec![],
        vec![("content-type", "application/json")],
        vec![("content-type", "application/x-www-form-urlencoded")],
        vec![("content-type", "text/plain; charset=utf-8")],
        vec![("content-type", "multipart/form-data; boundary=\"a,b\"")],
        vec![("content-encoding", "identity")],
        vec![("content-encoding", "Identity"), ("content-encoding", "identity")],
    ]
    .into_iter()
    .enumerate()
    {
        for operation in ["submitJob", "submitBulk", "createOldJob"].map(endpoint) {
            let answer = ask(&api, operation, operation.path(), &headers).await;
            let created = [StatusCode::OK, StatusCode::CREATED].contains(&answer.status);
            assert!(created, "{operation:?} {headers:?}: {}", answer.text);
        }
        assert_eq!(api.head().await.size(), 3 * (at as u64 + 1));
    }
    let fetch = json!({"url": format!("{}/tms/v1/x", api.upstream), "isPost": false});
    let request = Request::post("/proxy_fetch").header("content-type", "text/plain");
    let request = request.header("authorization", format!("Bearer {}", VIJAY.unwrap()));
    let answer = api.send(request.body(Body::from(fetch.to_string())).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}
