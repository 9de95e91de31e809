//! Jobs that an admin submits for somebody else: the admin is recorded, and shown wherever the
//! job's user is.

use axum::http::{Method, StatusCode};
use jobs_api::endpoints;
use jobs_core::leaf::{Fact, Leaf};
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, Api, VIJAY};
use crate::support::issuer::Issuer;
use crate::support::process::{self, Caller};

fn job_of(user: &str) -> Value {
    json!({"action_name": "T-Enable", "cids": ["5001"], "user_id": user})
}

/// Whether an object is about a job and its user.
fn is_of_a_job(object: &Value) -> bool {
    let has = |member: &str| object.get(member).is_some();
    has("user_id") && ["job_id", "action_name", "action_type"].into_iter().any(has)
}

/// How many objects of `value` are about a job, each of which must name who submitted it.
fn check_all(value: &Value, at: &str) -> usize {
    let below = match value {
        Value::Array(items) => items.iter().map(|item| check_all(item, at)).sum(),
        Value::Object(members) => members.values().map(|member| check_all(member, at)).sum(),
        _ => 0,
    };
    if !is_of_a_job(value) {
        return below;
    }
    assert_eq!(
        (&value["user_id"], &value["submitted_by"]),
        (&json!("vijay"), &json!("admin")),
        "{at}: {value}"
    );
    below + 1
}

#[tokio::test]
async fn who_handed_a_job_in_is_shown_wherever_its_user_is() {
    let api = Api::new().await;
    let created = api.post(ADMIN, "/v1/jobs", job_of("vijay")).await;
    assert_eq!(created.status, StatusCode::CREATED, "{}", created.text);
    let job_id = created.json()["job"]["job_id"].as_str().unwrap().to_owned();
    assert_eq!(check_all(&created.json(), "POST"), 1);
    let reported = json!({"status": "SUCCESS"});
    let reported = api.post(VIJAY, &format!("/v1/jobs/{job_id}/status"), reported).await;
    check_all(&reported.json(), "status");
    let line = format!("{}\n", job_of("vijay"));
    let bulk = api.call(ADMIN, Method::POST, "/v1/jobs/bulk", line).await;
    assert_eq!(
        check_all(&serde_json::from_str(bulk.text.lines().next().unwrap()).unwrap(), "bulk"),
        1
    );

    let mut showing = Vec::new();
    for operation in endpoints().iter().filter(|it| it.method() == Method::GET) {
        let caller = if operation.id() == "listOwnJobs" { VIJAY } else { ADMIN };
        let answer = api.get(caller, &api.path(operation, &job_id).await).await;
        let lines: Vec<Value> =
            answer.text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let found: usize = lines.iter().map(|line| check_all(line, operation.path())).sum();
        if found > 0 {
            showing.push(operation.id());
        }
    }
    let expected = [
        "listJobs",
        "readJob",
        "readHistory",
        "readLeaf",
        "listEntries",
        "readCustomerJobs",
        "exportNdjson",
        "listOwnJobs",
        "readAuditTrail",
        "readCustomerAudit",
        "readUserAudit",
    ];
    for operation in expected {
        assert!(showing.contains(&operation), "{operation:?} of {showing:?}");
    }
    let csv = api.get(ADMIN, "/v1/export.csv").await.text;
    assert_eq!(csv.matches(",vijay,admin,").count(), 2, "{csv}");

    let leaf = api.get(ADMIN, "/v1/entries/0/leaf").await.bytes;
    let Fact::JobCreated(job) = Leaf::parse(&leaf).unwrap().fact else { panic!("no job") };
    assert_eq!(job.facts.submitted_by.unwrap().as_str(), "admin");
}

#[tokio::test]
async fn a_user_who_submits_their_own_job_is_not_named_twice() {
    let api = Api::new().await;
    for (token, body) in
        [(VIJAY, json!({})), (VIJAY, json!({"user_id": "vijay"})), (ADMIN, json!({}))]
    {
        let mut job = json!({"action_name": "T-Enable", "cids": ["1"]});
        job.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
        let created = api.post(token, "/v1/jobs", job).await.json();
        assert_eq!(created["job"]["submitted_by"], Value::Null);
    }
    let leaf = api.get(ADMIN, "/v1/entries/0/leaf").await.text;
    assert!(!leaf.contains("submitted_by"), "{leaf}");
    // The old dashboard's answers are as they were.
    let mine = api.get(VIJAY, "/api/jobs/mine").await.json();
    assert!(mine["jobs"][0].get("submitted_by").is_none(), "{mine}");
}

#[tokio::test]
async fn nobody_says_who_hands_a_job_in() {
    let api = Api::new().await;
    let mut job = job_of("vijay");
    job["submitted_by"] = "anita".into();
    for token in [VIJAY, ADMIN] {
        let refused = api.post(token, "/v1/jobs", job.clone()).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(refused.text.contains("submitted_by"), "{}", refused.text);
    }
}

/// A used key makes no other job, for no user.
#[tokio::test]
async fn a_key_belongs_to_the_caller() {
    let api = Api::new().await;
    let post = async |token: Option<&str>, user: &str| {
        let request = axum::http::Request::post("/v1/jobs")
            .header("authorization", format!("Bearer {}", token.unwrap()))
            .header("idempotency-key", "once")
            .body(job_of(user).to_string().into());
        api.send(request.unwrap()).await
    };
    let first = post(ADMIN, "vijay").await.json();
    assert_eq!(post(ADMIN, "vijay").await.json()["job"], first["job"]);
    assert_eq!(post(ADMIN, "anita").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let own = post(VIJAY, "vijay").await.json();
    assert_ne!(own["job"]["job_id"], first["job"]["job_id"]);
}

#[tokio::test]
async fn names_of_nobody_and_of_programs_are_refused_at_every_door() {
    let api = Api::new().await;
    let listed = ["gone", "anita"];
    for user in listed {
        assert_eq!(
            api.post(ADMIN, "/v1/jobs", job_of(user)).await.status,
            StatusCode::CREATED,
            "{user}"
        );
    }
    for user in ["nobody", "Vijay", "jobs-gateway", "Jobs-Gateway", "jobs-http", "\u{ff4a}obs-http"]
    {
        let refused = api.post(ADMIN, "/v1/jobs", job_of(user)).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{user}");
        assert!(
            refused.json()["detail"].as_str().unwrap().starts_with("user_id: "),
            "{}",
            refused.text
        );
        let line = format!("{}\n", job_of(user));
        let bulk = api.call(ADMIN, Method::POST, "/v1/jobs/bulk", line).await;
        assert!(bulk.text.contains("user_id: "), "{}", bulk.text);
        // The refusal is the same for everybody.
        let foreign = api.post(ANITA, "/v1/jobs", job_of(user)).await;
        assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    }
    for user in ["jobs-gateway", "JOBS-HTTP", "\u{ff4a}obs-gateway"] {
        let answer = api.get(Some(&Issuer::new().jwt(user, "admin")), "/api/user/info").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{user}: {}", answer.text);
    }
    assert_eq!(api.head().await.size(), listed.len() as u64, "nothing else was recorded");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn users_may_live_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    for (setting, status) in [(None, 400), (Some("refuse"), 400), (Some("record"), 201)] {
        let mut command = process::jobs_http(&folder.path().join("data"));
        command.args(setting.map(|it| ["--unknown-users", it]).into_iter().flatten());
        let server = process::start(command);
        let caller = Caller::new(&server);
        let answer = caller.post("/v1/jobs", &job_of("somebody@else.test")).await;
        assert_eq!(answer.status(), status, "{setting:?}");
        // In the test's auth.toml there is an admin, `admin`.
        for name in ["jobs-gateway", "\u{ff4a}obs-gateway", "Admin", "\u{ff41}dmin"] {
            let answer = caller.post("/v1/jobs", &job_of(name)).await;
            assert_eq!(answer.status(), 400, "{name} {setting:?}");
            let problem: Value = answer.json().await.unwrap();
            assert_eq!(problem["field"], "user_id", "{name}");
        }
        server.kill();
    }
}
