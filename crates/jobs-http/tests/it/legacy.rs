//! The old dashboard's contract, with a test for each of its rows, and for the faults that its
//! users met.
//!
//! Sign-in, sessions and `/proxy_fetch` are tested in other files; here only their shapes are. The
//! rows of the audit log are in `legacy_audit.rs`.

use std::path::Path;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jobs_api::endpoints;
use jobs_gateway::OnOverlap;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Answer, Api, NOBODY, VIJAY, password_of};

/// Checks the members of an object: no more, no fewer.
pub(crate) fn check_members(value: &Value, names: &[&str]) {
    let mut found: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    let mut names = names.to_vec();
    found.sort_unstable();
    names.sort_unstable();
    assert_eq!(found, names, "{value}");
}

fn check_failure(answer: &Answer, status: u16, message: &str) {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.text);
    assert_eq!(answer.json(), json!({"success": false, "message": message}));
    assert_eq!(answer.header("content-type"), Some("application/json"));
}

pub(crate) async fn get_ok(api: &Api, token: Option<&str>, path: &str) -> Value {
    let answer = api.get(token, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
    answer.json()
}

fn action(cids: &[&str]) -> Value {
    json!({"action_code": 1, "action_name": "Trans-Begin", "cids": cids})
}

pub(crate) async fn create(api: &Api, token: Option<&str>, cids: &[&str]) -> String {
    let answer = api.post(token, "/api/jobs/create", action(cids)).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()["job"]["job_id"].as_str().unwrap().to_owned()
}

pub(crate) async fn report(api: &Api, job_id: &str, status: &Value) {
    let answer = api.post(ADMIN, &format!("/v1/jobs/{job_id}/status"), status).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

/// A job that succeeded.
pub(crate) async fn run(api: &Api, token: Option<&str>, cids: &[&str]) -> String {
    let job_id = create(api, token, cids).await;
    report(api, &job_id, &json!({"status": "SUCCESS", "http_status": 200})).await;
    job_id
}

/// Whether `text` is `pattern` with any digits for its zeros.
pub(crate) fn has_pattern(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, wanted)| match wanted {
            b'0' => byte.is_ascii_digit(),
            _ => byte == wanted,
        })
}

#[tokio::test]
async fn login_and_logout() {
    let api = Api::new().await;
    let body = json!({"username": "vijay", "password": password_of("vijay")});
    let answer = api.post(NOBODY, "/api/login", &body).await;
    assert_eq!(answer.status, StatusCode::OK);
    let expected = json!({"success": true, "message": "Login successful", "user": "vijay"});
    assert_eq!(answer.json(), expected);
    let cookie = answer.cookie().unwrap();
    // With a byte order mark, in UTF-8 and UTF-16.
    let marked = format!("\u{feff}{body}");
    for body in
        [marked.clone().into_bytes(), marked.encode_utf16().flat_map(u16::to_be_bytes).collect()]
    {
        let request = Request::post("/api/login").header("sec-fetch-site", "same-origin");
        let answer = api.send(request.body(Body::from(body)).unwrap()).await;
        assert_eq!((answer.status, answer.json()), (StatusCode::OK, expected.clone()));
    }
    for wrong in
        [json!({"username": "vijay", "password": "x"}), json!({"username": "", "password": ""})]
    {
        let answer = api.post(NOBODY, "/api/login", wrong).await;
        check_failure(&answer, 401, "Invalid username or password");
        assert_eq!(answer.cookie(), None);
    }

    let request = Request::post("/api/logout")
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin");
    let answer = api.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.json(), json!({"success": true, "message": "Logged out"}));
}

#[tokio::test]
async fn user_info_and_role() {
    let api = Api::new().await;
    let info = get_ok(&api, VIJAY, "/api/user/info").await;
    check_members(&info, &["user_id", "role", "is_admin", "signed_in_by"]);
    assert_eq!(info["user_id"], "vijay");
    for (token, user, is_admin) in [(VIJAY, "vijay", false), (ADMIN, "admin", true)] {
        let role = get_ok(&api, token, "/api/user/role").await;
        assert_eq!(role, json!({"user_id": user, "is_admin": is_admin}));
    }
}

#[tokio::test]
async fn proxy_fetch() {
    let api = Api::new().await;
    let fetch = |cids: &[&str]| {
        json!({
            "url": format!("{}/tms/v1/x", api.upstream), "token": "t", "isPost": true,
            "postData": {"action": "PE-Finalize", "cids": cids}, "contentType": "application/json",
        })
    };
    let answer = api.post(VIJAY, "/proxy_fetch", fetch(&["1"])).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let body = answer.json();
    check_members(&body, &["status", "data", "httpStatus", "job_id"]);
    assert_eq!((&body["status"], &body["httpStatus"]), (&json!("success"), &json!(200)));
    // It is in the user's list, and in the audit log with how long it took.
    let mine = get_ok(&api, VIJAY, "/api/jobs/mine").await;
    assert_eq!(mine["jobs"][0]["job_id"], body["job_id"]);
    assert_eq!(mine["jobs"][0]["action_code"], 4);
    let trail = get_ok(&api, VIJAY, "/api/audit/trail").await;
    assert_eq!(trail["records"][0]["status"], "success");
    assert!(trail["records"][0]["duration_ms"].is_u64(), "{trail}");
    let answer = api.post(VIJAY, "/proxy_fetch", json!({"url": ""})).await;
    check_members(&answer.json(), &["status", "message", "httpStatus", "job_id"]);
}

/// Other codes are passed on in the body; an unreadable answer, and an unreachable upstream, is a
/// 500. A time-out, 408, is tested with a real upstream in `end_to_end.rs`.
#[tokio::test]
async fn proxy_fetch_says_how_the_upstream_answered() {
    let api = Api::on_overlap(OnOverlap::Allow).await;
    for content_type in ["application/json", "application/x-www-form-urlencoded"] {
        for (path, code, http_status, status) in [
            ("/tms/v1/x", 200, 200, "success"),
            ("/status-201/x", 200, 201, "success"),
            ("/status-202/x", 200, 202, "success"),
            ("/status-401/x", 424, 401, "error"),
            ("/status-500/x", 424, 500, "error"),
            ("/invalid-json/x", 424, 500, "error"),
            ("/hang-up/x", 424, 500, "error"),
        ] {
            let fetch = json!({
                "url": format!("{}{path}", api.upstream), "token": "t", "isPost": true,
                "postData": {"action": "t-enable", "cids": ["1"]}, "contentType": content_type,
            });
            let answer = api.post(VIJAY, "/proxy_fetch", fetch).await;
            assert_eq!(answer.status.as_u16(), code, "{path}: {}", answer.text);
            let body = answer.json();
            let said = if status == "success" { "data" } else { "message" };
            check_members(&body, &["status", said, "httpStatus", "job_id"]);
            assert_eq!(
                (&body["status"], &body["httpStatus"]),
                (&json!(status), &json!(http_status))
            );
            assert!(body["job_id"].is_string(), "{body}");
        }
    }
}

/// The names of actions are compared in any case.
#[tokio::test]
async fn actions_have_their_old_codes() {
    let api = Api::on_overlap(OnOverlap::Allow).await;
    for (name, code) in [
        ("tran-begin", 1),
        ("Trans-Begin", 1),
        ("PE-ENABLE", 2),
        ("T-Enable", 3),
        ("pe-finalize", 4),
        ("PE-Direct", 5),
    ] {
        let fetch = json!({
            "url": format!("{}/tms/v1/x", api.upstream), "isPost": true,
            "postData": {"action": name, "cids": ["1"]},
        });
        api.post(VIJAY, "/proxy_fetch", fetch).await;
        let job = &get_ok(&api, VIJAY, "/api/jobs/mine?limit=1").await["jobs"][0];
        assert_eq!((&job["action_name"], &job["action_code"]), (&json!(name), &json!(code)));
    }
}

#[tokio::test]
async fn jobs_create() {
    let api = Api::new().await;
    let mut body = action(&["5002", "5001", "5001"]);
    body["cluster_url"] = json!("https://tms.example.com");
    body["batch_id"] = json!("b");
    body["request_payload"] = json!({"action": "Trans-Begin", "token": "secret"});
    body["a_member_of_a_later_front_end"] = json!(1);
    let answer = api.post(VIJAY, "/api/jobs/create", &body).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    let created = answer.json();
    check_members(&created, &["success", "message", "job"]);
    let mut job = created["job"].clone();
    let created_at = job["created_at"].take();
    let pattern = "0000-00-00T00:00:00.000000+00:00";
    assert!(has_pattern(created_at.as_str().unwrap(), pattern), "{created_at}");
    let job_id = job["job_id"].as_str().unwrap().to_owned();
    assert_eq!(
        job,
        json!({
            "job_id": job_id, "user_id": "vijay", "action_code": 1, "action_name": "Trans-Begin",
            "customer_count": 2, "created_at": null,
        })
    );
    let recorded = get_ok(&api, VIJAY, &format!("/v1/jobs/{job_id}")).await;
    assert_eq!((&recorded["batch_id"], &recorded["source"]), (&json!("b"), &json!("api")));
    assert!(!recorded.to_string().contains("secret"), "{recorded}");

    let head = api.head().await;
    let empty = "cids: must name at least one customer";
    check_failure(&api.post(VIJAY, "/api/jobs/create", action(&[])).await, 400, empty);
    for missing in ["action_code", "action_name", "cids"] {
        let mut body = action(&["1"]);
        body.as_object_mut().unwrap().remove(missing);
        let answer = api.post(VIJAY, "/api/jobs/create", body).await;
        check_failure(&answer, 400, &format!("{missing}: is missing"));
    }
    assert_eq!(api.head().await, head);
}

/// The answer of an upstream belongs to the outcome. The answer says what was left out.
#[tokio::test]
async fn a_summary_in_jobs_create_is_left_out_and_said_to_be() {
    let api = Api::new().await;
    let mut body = action(&["1"]);
    for (summary, said) in
        [(json!("In progress..."), true), (json!({}), true), (json!(null), false)]
    {
        body["response_summary"] = summary;
        let created = api.post(VIJAY, "/api/jobs/create", &body).await.json();
        let message = created["message"].as_str().unwrap();
        assert_eq!(message.contains("response_summary is not recorded"), said, "{created}");
    }
}

#[tokio::test]
async fn jobs_mine() {
    let api = Api::new().await;
    let ended = create(&api, VIJAY, &["1", "2"]).await;
    let failure = json!({"status": "FAILED", "http_status": 200, "error_message": "not Ready"});
    report(&api, &ended, &failure).await;
    create(&api, ANITA, &["3"]).await;
    let newest = create(&api, VIJAY, &["3"]).await;
    let mine = get_ok(&api, VIJAY, "/api/jobs/mine").await;
    check_members(&mine, &["success", "user_id", "job_count", "jobs"]);
    assert_eq!(mine["success"], true);
    assert_eq!((&mine["user_id"], &mine["job_count"]), (&json!("vijay"), &json!(2)));
    assert_eq!(
        (&mine["jobs"][0]["job_id"], &mine["jobs"][0]["status"]),
        (&json!(newest), &json!("IN_PROGRESS"))
    );
    let mut job = mine["jobs"][1].clone();
    assert!(job["created_at"].take().is_string());
    assert_eq!(
        job,
        json!({
            "job_id": ended, "user_id": "vijay", "action_code": 1, "action_name": "Trans-Begin",
            "cluster_url": null, "created_at": null, "status": "FAILED", "http_status": 200,
            "error_message": "not Ready", "customer_count": 2,
        })
    );
    // An admin has none of their own; a parameter that a browser adds changes nothing.
    assert_eq!(get_ok(&api, ADMIN, "/api/jobs/mine").await["jobs"], json!([]));
    let first = get_ok(&api, VIJAY, "/api/jobs/mine?limit=1&_=1769612693").await;
    assert_eq!((&first["job_count"], &first["jobs"][0]), (&json!(1), &mine["jobs"][0]));
}

/// The old front end has three badges. It showed a call with an unknown end as failed.
#[tokio::test]
async fn what_nobody_knows_the_end_of_is_a_failure_that_says_so() {
    let api = Api::new().await;
    let job_id = create(&api, VIJAY, &["1"]).await;
    report(&api, &job_id, &json!({"status": "UNCONFIRMED"})).await;
    let job = &get_ok(&api, VIJAY, "/api/jobs/mine").await["jobs"][0];
    let record = &get_ok(&api, VIJAY, "/api/audit/trail").await["records"][0];
    assert_eq!((&job["status"], &record["status"]), (&json!("FAILED"), &json!("failure")));
    for shown in [job, record] {
        assert_eq!(shown["error_message"], "Nobody knows how it ended");
    }
}

#[tokio::test]
async fn jobs_customers() {
    let api = Api::new().await;
    let job_id = create(&api, VIJAY, &["5002", "10", "5001"]).await;
    let path = format!("/api/jobs/{job_id}/customers");
    for token in [VIJAY, AUDITOR, ADMIN] {
        assert_eq!(
            get_ok(&api, token, &path).await,
            json!({
                "success": true, "job_id": job_id, "customer_count": 3,
                "customers": ["10", "5001", "5002"],
            })
        );
    }
    let denied = "Access denied: job belongs to another user";
    check_failure(&api.get(ANITA, &path).await, 403, denied);
    for unknown in ["0192f0c1-2345-7000-8000-000000000001", "7"] {
        let answer = api.get(VIJAY, &format!("/api/jobs/{unknown}/customers")).await;
        check_failure(&answer, 404, &format!("Job not found: {unknown}"));
    }
}

/// Longer than a page of the store.
#[tokio::test]
async fn all_customers_of_the_largest_job_that_was_ever_seen_come_at_once() {
    let api = Api::new().await;
    let cids: Vec<String> = (0..27_682).map(|number| format!("{number:05}")).collect();
    let refs: Vec<&str> = cids.iter().map(String::as_str).collect();
    let job_id = run(&api, VIJAY, &refs).await;
    let answer = get_ok(&api, VIJAY, &format!("/api/jobs/{job_id}/customers")).await;
    assert_eq!((&answer["customer_count"], &answer["customers"]), (&json!(27_682), &json!(cids)));
    let trail = get_ok(&api, VIJAY, "/api/audit/trail").await;
    assert_eq!(trail["records"][0]["customer_ids"], json!(cids));
}

#[tokio::test]
async fn health() {
    let api = Api::new().await;
    let answer = api.get(NOBODY, "/health").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.text, r#"{"status":"healthy","service":"TMS Dashboard"}"#);
    assert_eq!(answer.header("deprecation"), None);
}

/// Fault: `limit=-1` returned everything.
#[tokio::test]
async fn a_limit_is_from_1_to_500() {
    let api = Api::new().await;
    for number in 0..51 {
        run(&api, VIJAY, &[&number.to_string(), "1"]).await;
    }
    for (path, count) in [
        ("/api/jobs/mine", "job_count"),
        ("/api/audit/trail", "count"),
        ("/api/audit/customer/1", "count"),
        ("/api/audit/user/vijay", "count"),
    ] {
        for wrong in ["-1", "0", "501", "all"] {
            let answer = api.get(VIJAY, &format!("{path}?limit={wrong}")).await;
            check_failure(&answer, 400, "limit: must be an integer from 1 to 500");
        }
        assert_eq!(get_ok(&api, VIJAY, path).await[count], 50, "{path}");
        assert_eq!(get_ok(&api, VIJAY, &format!("{path}?limit=500")).await[count], 51, "{path}");
    }
}

/// Fault: two jobs for one click.
#[tokio::test]
async fn one_click_is_one_job() {
    let api = Api::new().await;
    let send = async |body: Value| {
        let request = Request::post("/api/jobs/create")
            .header("authorization", "Bearer token-of-vijay")
            .header("idempotency-key", "one click");
        api.send(request.body(Body::from(body.to_string())).unwrap()).await
    };
    let first = send(action(&["1"])).await;
    let size = api.head().await.size();
    let second = send(action(&["1"])).await;
    assert_eq!((second.status, second.json()), (StatusCode::CREATED, first.json()));
    assert_eq!(first.header("idempotency-replayed"), None);
    assert_eq!(second.header("idempotency-replayed"), Some("true"));
    let other = send(action(&["2"])).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    check_members(&other.json(), &["success", "message"]);
    assert_eq!(api.head().await.size(), size);
}

#[tokio::test]
async fn who_is_not_signed_in_is_told_so_in_the_old_words() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    api.clock.pass(15 * 60 + 1);
    let job_id = api.submit(VIJAY).await;
    let old = endpoints().iter().filter(|operation| operation.path().starts_with("/api/"));
    for operation in old.filter(|operation| operation.id() != "login") {
        let path = api.path(operation, &job_id).await;
        let answer = api.call(NOBODY, operation.method(), &path, "").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(answer.json(), json!({"error": "Unauthorized"}), "{path}");
        let request = Request::builder().method(operation.method()).uri(&path);
        let request = request.header("cookie", &cookie).header("sec-fetch-site", "same-origin");
        let answer = api.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{path}");
        assert_eq!(answer.json(), json!({"error": "Session expired", "expired": true}), "{path}");
    }
    let answer = api.post(NOBODY, "/proxy_fetch", "{}").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.json(), json!({"error": "Unauthorized"}));
}

#[tokio::test]
async fn every_answer_says_that_its_path_is_deprecated() {
    let api = Api::new().await;
    for (method, path) in [
        (Method::GET, "/api/jobs/mine"),
        (Method::GET, "/api/audit/trail?limit=-1"),
        (Method::POST, "/api/login"),
        (Method::POST, "/proxy_fetch"),
        (Method::GET, "/api/batches"),
        (Method::DELETE, "/api/audit/stats"),
    ] {
        for token in [NOBODY, VIJAY] {
            let answer = api.call(token, method.clone(), path, "").await;
            // RFC 9745: a date as a structured field, 1 January 2026.
            assert_eq!(answer.header("deprecation"), Some("@1767225600"), "{path}");
            let link = r#"</docs#legacy>; rel="deprecation"; type="text/html""#;
            assert_eq!(answer.header("link"), Some(link), "{path}");
        }
    }
    let page = api.get(NOBODY, "/docs").await;
    assert!(page.text.contains(r#"id="legacy""#), "the link leads nowhere");
    for path in ["/v1/jobs", "/health", "/nowhere"] {
        assert_eq!(api.get(VIJAY, path).await.header("deprecation"), None, "{path}");
    }
}

/// docs/legacy.md names for every fault the test that shows that it is gone: `path::name`, with the
/// path from `crates/`.
#[test]
fn the_tests_that_the_documentation_names_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(root.join("docs/legacy.md")).unwrap();
    let (_, table) =
        text.split_once("| fault | what answers it | test |\n|---|---|---|\n").unwrap();
    let rows: Vec<&str> = table.lines().take_while(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 14, "a row for each fault");
    for row in rows {
        let cell = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let tests: Vec<&str> = cell.split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "{row}");
        for test in tests {
            let (path, name) = test.split_once("::").unwrap();
            let source = std::fs::read_to_string(root.join("crates").join(path)).unwrap();
            assert!(source.contains(&format!("fn {name}(")), "{test}");
        }
    }
}
