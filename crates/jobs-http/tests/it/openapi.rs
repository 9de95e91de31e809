//! The OpenAPI document: the one in the repository, complete, and consistent with the server's
//! answers.
//!
//! `UPDATE_GOLDENS=1 cargo test -p jobs-http openapi` rewrites docs/openapi.json; then read the
//! difference.

use std::collections::BTreeSet;
use std::path::Path;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jobs_api::{Access, endpoints};
use jobs_core::Cid;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, Answer, Api, NOBODY, VIJAY, endpoint};

const JOB: &str = "0192f0c1-2345-7000-8000-000000000001";

async fn document() -> Value {
    Api::new().await.get(NOBODY, "/openapi.json").await.json()
}

/// Each operation's path, method and description.
fn operations(document: &Value) -> Vec<(&str, &str, &Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    paths
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().unwrap().iter();
            methods.map(move |(method, described)| (&**path, &**method, described))
        })
        .collect()
}

#[tokio::test]
async fn the_document_is_the_one_that_is_checked_in() {
    let found = Api::new().await.get(NOBODY, "/openapi.json").await.text;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "docs/openapi.json is not what /openapi.json answers");
}

#[tokio::test]
async fn no_operation_is_missing_and_none_is_invented() {
    let document = document().await;
    assert_eq!(document["openapi"], "3.1.0");
    let described: BTreeSet<_> = operations(&document)
        .into_iter()
        .map(|(path, method, described)| {
            let id = described["operationId"].as_str().unwrap().to_owned();
            let path = path.replace("{level}/{number}", "{*path}").replace("{number}", "{*path}");
            (id, method.to_uppercase(), path, described["summary"].as_str().unwrap().to_owned())
        })
        .collect();
    let table = endpoints().iter().map(|operation| {
        (
            operation.id().to_owned(),
            operation.method().to_string(),
            operation.path().into(),
            operation.summary().to_owned(),
        )
    });
    assert_eq!(described, table.collect());
}

#[tokio::test]
async fn who_may_call_is_said_of_each_operation() {
    let document = document().await;
    let bearer = json!({"bearerAuth": []});
    let cookie = json!({"cookieAuth": []});
    for (path, method, described) in operations(&document) {
        let id = described["operationId"].as_str().unwrap();
        let expected = match endpoint(id).access() {
            Access::Everybody => json!([]),
            Access::LogReaders => json!([{}, bearer, cookie]),
            Access::Roles { .. } => json!([bearer, cookie]),
        };
        assert_eq!(described["security"], expected, "{method} {path}");
    }
}

/// Every parameter in the braces of a path is described, and every reference leads somewhere.
#[tokio::test]
async fn the_document_hangs_together() {
    fn references<'d>(value: &'d Value, found: &mut Vec<&'d str>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get("$ref").and_then(Value::as_str));
                members.values().for_each(|member| references(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }
    let document = document().await;
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(found.len() > 100, "{}", found.len());
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    for (path, method, described) in operations(&document) {
        let named: BTreeSet<&str> =
            path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        let parameters = described["parameters"].as_array().unwrap().iter();
        let in_path = parameters.filter(|it| it["in"] == "path");
        let in_path: BTreeSet<&str> = in_path.filter_map(|it| it["name"].as_str()).collect();
        assert_eq!(in_path, named, "{method} {path}");
    }
}

/// Checks an answer against the document.
fn check(document: &Value, path: &str, method: &str, answer: &Answer) {
    let of = format!("{method} {path} {}: {}", answer.status, answer.text);
    let described = &document["paths"][path][method]["responses"];
    let status = answer.status.as_str();
    let described = described.get(status).or_else(|| described.get("default"));
    let mut described = described.unwrap_or_else(|| panic!("not described: {of}"));
    if let Some(reference) = described["$ref"].as_str() {
        described = document.pointer(&reference[1..]).unwrap();
    }
    let content_type = answer.header("content-type").unwrap().split(';').next().unwrap();
    let schema = &described["content"][content_type]["schema"];
    assert!(schema.is_object(), "{content_type}: {of}");
    let schema = json!({"components": document["components"], "allOf": [schema]});
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&answer.json()).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}: {of}");
}

#[tokio::test]
async fn answers_are_as_the_document_says() {
    let api = Api::new().await;
    let document = document().await;
    let job = json!({
        "job_id": JOB, "action_name": "Trans-Begin", "cids": ["5002", "5001"], "batch_id": "night",
        "request_payload": {"note": "x"},
    });
    let submit = "/v1/jobs?receipt=true";
    check(&document, "/v1/jobs", "post", &api.post(VIJAY, submit, &job).await);
    check(&document, "/v1/jobs", "post", &api.post(VIJAY, submit, &job).await);
    check(&document, "/v1/jobs", "post", &api.post(NOBODY, submit, &job).await);
    check(&document, "/v1/jobs", "post", &api.post(VIJAY, submit, "{").await);
    let report = json!({
        "status": "FAILED", "http_status": 200, "error_message": "no such customer",
        "outcomes": [{"cid": "5001", "status": "SUCCESS"}, {"cid": "5002", "status": "FAILED", "message": "x"}],
    });
    let status = format!("/v1/jobs/{JOB}/status?receipt=true");
    for _ in 0..2 {
        let answer = api.post(ADMIN, &status, &report).await;
        check(&document, "/v1/jobs/{job_id}/status", "post", &answer);
    }
    let illegal = api.post(ADMIN, &status, json!({"status": "SUCCESS"})).await;
    assert_eq!(illegal.status, StatusCode::CONFLICT);
    check(&document, "/v1/jobs/{job_id}/status", "post", &illegal);
    let fetch = |url: &str| json!({"url": url, "isPost": true, "postData": {"action": "T-Enable", "cids": ["1"]}});
    let upstream = format!("{}/tms/v1/x", api.upstream);
    for (token, url) in
        [(ADMIN, &*upstream), (ADMIN, "http://elsewhere.test/"), (ADMIN, ""), (NOBODY, "")]
    {
        let answer = api.post(token, "/proxy_fetch", fetch(url)).await;
        check(&document, "/proxy_fetch", "post", &answer);
    }
    let login = json!({"username": "vijay", "password": "password-of-vijay"});
    check(&document, "/api/login", "post", &api.post(NOBODY, "/api/login", login).await);
    check(&document, "/api/login", "post", &api.post(NOBODY, "/api/login", "{}").await);
    check(&document, "/api/logout", "post", &api.post(VIJAY, "/api/logout", "").await);
    check(&document, "/api/logout", "post", &api.post(NOBODY, "/api/logout", "").await);
}

/// All JSON that can be read, by an admin and by nobody.
#[tokio::test]
async fn what_is_read_is_as_the_document_says() {
    let api = Api::new().await;
    let document = document().await;
    let job_id = api.submit(VIJAY).await;
    let status = format!("/v1/jobs/{job_id}/status");
    let outcome = json!({"status": "FAILED", "outcomes": [{"cid": "5001", "status": "FAILED"}]});
    api.post(VIJAY, &status, outcome).await;
    let mut checked = 0;
    for (path, method, described) in operations(&document) {
        let is_json = described["responses"]["200"]["content"]["application/json"].is_object();
        if method != "get" || !is_json {
            continue;
        }
        let query = match described["operationId"].as_str() {
            Some("proveInclusion") => "?index=0",
            Some("proveConsistency") => "?from=0",
            Some("diffJobs") => "?part=both&limit=1",
            _ => "",
        };
        let real = path
            .replace("{job_id}", &job_id)
            .replace("{other_id}", &job_id)
            .replace("{index}", "0")
            .replace("{user_id}", "vijay")
            .replace("{cid}", "5001");
        for token in [ADMIN, NOBODY] {
            check(&document, path, method, &api.get(token, &format!("{real}{query}")).await);
        }
        checked += 1;
    }
    assert!(checked >= 18, "{checked}");
}

/// `405`, which no method that is described answers, is described with each.
#[tokio::test]
async fn other_methods_are_refused_as_the_document_says() {
    let api = Api::new().await;
    let document = document().await;
    for (path, method, described) in operations(&document) {
        let answer = api.call(ADMIN, Method::DELETE, path, Body::empty()).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        check(&document, path, method, &answer);
        let mut answers = &described["responses"]["405"];
        if let Some(reference) = answers["$ref"].as_str() {
            answers = document.pointer(&reference[1..]).unwrap();
        }
        assert!(answers["headers"]["Allow"].is_object(), "{method} {path}");
        let allowed = answer.header("allow").unwrap().to_ascii_lowercase();
        assert!(allowed.split(',').any(|name| name == method), "{path}: {allowed}");
    }
}

#[tokio::test]
async fn the_document_and_the_page_are_kept_by_caches() {
    let api = Api::new().await;
    for path in ["/openapi.json", "/docs"] {
        let answer = api.get(NOBODY, path).await;
        assert_eq!(answer.header("cache-control"), Some("public, max-age=300"), "{path}");
        let tag = answer.header("etag").unwrap();
        let again = Request::get(path).header("if-none-match", tag).body(Body::empty()).unwrap();
        let again = api.send(again).await;
        assert_eq!((again.status, &*again.text), (StatusCode::NOT_MODIFIED, ""), "{path}");
        assert_eq!(again.header("etag"), Some(tag), "{path}");
    }
}

#[tokio::test]
async fn the_page_shows_every_operation_and_loads_nothing() {
    let answer = Api::new().await.get(NOBODY, "/docs").await;
    for operation in endpoints() {
        assert!(answer.text.contains(operation.summary()), "{operation:?}");
    }
    let policy = answer.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    for loads in ["<script", "src=", "<link", "@import", "url(", "http:", "javascript:"] {
        assert!(!answer.text.contains(loads), "{loads}");
    }
    for anchor in answer.text.split("href=\"#").skip(1) {
        let name = anchor.split('"').next().unwrap();
        assert!(answer.text.contains(&format!("id=\"{name}\"")), "#{name}");
    }
}

/// The document allows exactly what the ledger accepts as a name, and also invisible characters
/// beyond U+FFFF.
#[tokio::test]
async fn names_are_described_as_the_ledger_takes_them() {
    let document = document().await;
    let schema = &document["components"]["schemas"]["Cid"];
    let validator = jsonschema::options().build(schema).unwrap();
    // Every character of the basic plane, and every 61st after it.
    let all = (0..0x1_0000).chain((0x1_0000..0x11_0000).step_by(61));
    for character in all.filter_map(char::from_u32) {
        for name in [format!("{character}"), format!("a{character}b"), format!("a{character}")] {
            let taken = Cid::new(name.as_str()).is_ok() || character > '\u{ffff}';
            assert_eq!(validator.is_valid(&name.clone().into()), taken, "{name:?}");
        }
    }
}

/// A parameter that the document has and the route does not know is refused by name.
#[tokio::test]
async fn no_route_refuses_a_parameter_that_the_document_has() {
    let api = Api::new().await;
    let document = document().await;
    let mut asked = 0;
    for (path, method, described) in operations(&document) {
        let parameters = described["parameters"].as_array().into_iter().flatten();
        for parameter in parameters.filter(|parameter| parameter["in"] == "query") {
            let name = parameter["name"].as_str().unwrap();
            // The value is bad for most, but an unknown name is reported first.
            let path =
                path.replace("{job_id}", JOB).replace("{other_id}", JOB).replace("{index}", "0");
            let uri = format!("{}?{name}=1", path.replace(['{', '}'], ""));
            let method: Method = method.to_uppercase().parse().unwrap();
            let answer = api.call(ADMIN, method, &uri, Body::empty()).await;
            assert!(!answer.text.contains("is not a parameter"), "{uri}: {}", answer.text);
            asked += 1;
        }
    }
    assert!(asked > 40, "{asked}");
}
