//! Behind a proxy that shows the server under a path: every URL in every answer begins with it.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jobs_api::{Endpoint, Peer, endpoints};
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, Answer, Api, NOBODY, endpoint, password_of};
use crate::support::process::{self, Caller};

const PREFIX: &str = "/ledger";

/// What a trusted proxy passes on.
async fn by_proxy(
    api: &Api,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: String,
) -> Answer {
    let peer = Peer("10.0.0.1:5".parse().unwrap());
    let mut request = Request::builder().method(method).uri(path).extension(peer);
    for (name, value) in [("x-forwarded-prefix", PREFIX)].iter().chain(headers) {
        request = request.header(*name, *value);
    }
    api.send(request.body(Body::from(body)).unwrap()).await
}

/// The root-relative URLs in a header, in HTML, or in JSON.
fn urls(answer: &Answer) -> Vec<String> {
    let mut urls = Vec::new();
    for (name, value) in &answer.headers {
        let value = value.to_str().unwrap();
        // However they are quoted: `<…>`, `Path=…`, or the whole text.
        let begins = value.split(['<', ';', '=', ' ']).filter(|part| part.starts_with('/'));
        let is_media_type = matches!(name.as_str(), "content-type" | "allow");
        urls.extend(begins.filter(|_| !is_media_type).map(|part| format!("{name}: {part}")));
    }
    match serde_json::from_str::<Value>(&answer.text) {
        Ok(json) => urls_in_json(&json, &mut urls),
        Err(_) => {
            let attributes = answer.text.split("=\"/").skip(1);
            urls.extend(attributes.map(|rest| format!("/{}", rest.split('"').next().unwrap())));
        }
    }
    urls
}

fn urls_in_json(value: &Value, urls: &mut Vec<String>) {
    match value {
        Value::String(text) if text.starts_with('/') => urls.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| urls_in_json(value, urls)),
        Value::Object(members) => members.values().for_each(|value| urls_in_json(value, urls)),
        _ => {}
    }
}

fn body_of(operation: &'static Endpoint, api: &Api) -> String {
    match operation.id() {
        "submitJob" | "submitBulk" => {
            json!({"action_name": "T-Enable", "cids": ["5001"]}).to_string()
        }
        "createOldJob" => {
            json!({"action_code": 3, "action_name": "T-Enable", "cids": ["5001"]}).to_string()
        }
        "reportStatus" => json!({"status": "FAILED"}).to_string(),
        "login" => json!({"username": "admin", "password": password_of("admin")}).to_string(),
        "loginByForm" => {
            format!("username=admin&password={}&next=/docs", password_of("admin"))
        }
        "proxyFetch" => json!({
            "url": format!("{}/tms/v1/x", api.upstream), "token": "x", "isPost": true,
            "postData": {"action": "PE-Enable", "cids": ["5001", "5002"]},
        })
        .to_string(),
        "retryJob" => json!({"customers": "all", "url": api.upstream}).to_string(),
        _ => String::new(),
    }
}

#[tokio::test]
async fn no_answer_leads_out_of_the_prefix() {
    let api = Api::new().await;
    let fetch = body_of(endpoint("proxyFetch"), &api);
    api.submit(ADMIN).await;
    let fetched = api.post(ADMIN, "/proxy_fetch", fetch).await.json();
    let job_id = fetched["job_id"].as_str().unwrap().to_owned();
    let mut found = BTreeSet::new();
    for operation in endpoints() {
        let path = api.path(operation, &job_id).await;
        let and = if path.contains('?') { '&' } else { '?' };
        let cookie = api.session("admin").await;
        let queries = ["", "limit=1", "limit=1&part=both", "nothing=1"];
        for (query, signed_in) in queries.iter().flat_map(|query| [(query, true), (query, false)]) {
            let path = if query.is_empty() { path.clone() } else { format!("{path}{and}{query}") };
            let headers = [("cookie", &*cookie), ("sec-fetch-site", "same-origin")];
            let headers = if signed_in { &headers[..] } else { &headers[1..] };
            let body = body_of(operation, &api);
            let answer = by_proxy(&api, operation.method(), &path, headers, body).await;
            for url in urls(&answer) {
                let (_, url) = url.split_once(": ").unwrap_or(("", &url));
                let is_under = url == PREFIX || url.starts_with(&format!("{PREFIX}/"));
                assert!(is_under, "{operation:?} {path}: {url}");
                let url = url.replace(&job_id, "{job_id}");
                found.insert(url.split('?').next().unwrap().to_owned());
            }
        }
    }
    // What the walk must have reached: `Location`, `Link`, cookies, forms, the document's
    // `servers`.
    for path in [
        "/ledger",
        "/ledger/",
        "/ledger/docs",
        "/ledger/docs#legacy>",
        "/ledger/login",
        "/ledger/logout",
        "/ledger/v1/jobs",
        "/ledger/v1/entries",
        "/ledger/v1/jobs/{job_id}/diff/{job_id}",
        "/ledger/v1/customers/5001/jobs",
    ] {
        assert!(found.contains(path), "{path} is not in {found:?}");
    }
    assert!(found.iter().any(|url| url.starts_with("/ledger/v1/jobs/0")), "{found:?}");
}

#[tokio::test]
async fn a_visitor_signs_in_and_comes_back_to_the_page() {
    let api = Api::new().await;
    let get = async |path: &str, headers: &[(&str, &str)]| {
        by_proxy(&api, Method::GET, path, headers, String::new()).await
    };
    let first = get("/", &[]).await;
    assert!(first.text.contains("href=\"/ledger/login\""), "{}", first.text);
    let form = get("/login?next=%2Fledger%2F%3Fx%3D1", &[]).await;
    assert!(form.text.contains("value=\"/ledger/?x=1\""), "{}", form.text);
    let body =
        format!("username=admin&password={}&next=%2Fledger%2F%3Fx%3D1", password_of("admin"));
    let entered = by_proxy(&api, Method::POST, "/login", &[], body).await;
    assert_eq!(entered.header("location"), Some("/ledger/?x=1"));
    assert!(entered.header("set-cookie").unwrap().contains("; Path=/ledger/; "));
    let headers = [("cookie", &*entered.cookie().unwrap()), ("sec-fetch-site", "same-origin")];
    assert_eq!(get("/", &headers).await.status, StatusCode::OK);
    let left = by_proxy(&api, Method::POST, "/logout", &headers, String::new()).await;
    assert_eq!(left.header("location"), Some("/ledger/login"));
    assert!(left.header("set-cookie").unwrap().contains("; Path=/ledger/; Max-Age=0"));
}

#[tokio::test]
async fn a_prefix_that_is_none_is_refused_and_that_of_a_stranger_passed_over() {
    let api = Api::new().await;
    for (path, member) in
        [("/v1/jobs", "detail"), ("/api/jobs/mine", "error"), ("/proxy_fetch", "message")]
    {
        let peer = Peer("10.0.0.1:5".parse().unwrap());
        let request =
            Request::get(path).extension(peer).header("x-forwarded-prefix", "//evil.test");
        let answer = api.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text);
        let said = answer.json()[member].as_str().unwrap().to_owned();
        assert!(said.starts_with("x-forwarded-prefix: must be a path"), "{said}");
    }
    for prefix in [PREFIX, "//evil.test"] {
        let request = Request::get("/").header("x-forwarded-prefix", prefix);
        let stranger = Peer("11.0.0.1:5".parse().unwrap());
        let answer = api.send(request.extension(stranger).body(Body::empty()).unwrap()).await;
        assert!(answer.text.contains("href=\"/login\""), "{}", answer.text);
    }
    let answer = api.get(NOBODY, "/").await;
    assert!(answer.text.contains("href=\"/login\""), "{}", answer.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_setting_says_it_where_the_proxy_does_not() {
    let directory = tempfile::tempdir().unwrap();
    let mut command = process::jobs_http(directory.path());
    command.env("JOBS_PATH_PREFIX", "/ledger/");
    let server = process::start(command);
    let caller = Caller::new(&server);
    let job = json!({"action_name": "T-Enable", "cids": ["5001"]});
    let created = caller.post("/v1/jobs", &job).await;
    let location = created.headers()["location"].to_str().unwrap().to_owned();
    assert!(location.starts_with("/ledger/v1/jobs/"), "{location}");
    // Whether the proxy removes it or not.
    for path in [&*location, location.strip_prefix(PREFIX).unwrap()] {
        assert_eq!(caller.get(path).await["customer_count"], 1);
    }
    let document = caller.get("/ledger/openapi.json").await;
    assert_eq!(document["servers"], json!([{"url": "/ledger"}]));
    drop(server);
    let mut command = process::jobs_http(directory.path());
    command.args(["--path-prefix", "//evil.test"]);
    let refusal = process::refusal(command);
    assert!(refusal.contains("--path-prefix") && refusal.contains("must be a path"), "{refusal}");
}
