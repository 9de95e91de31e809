//! `GET /v1/stats`: what is counted, for whom, and how little a repeated request costs.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_core::JobStore;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Answer, Api, VIJAY};
use crate::support::stores::Unreadable;

/// Sends a request with an `If-None-Match`.
async fn ask_again(api: &Api, token: Option<&str>, path: &str, tag: &str) -> Answer {
    let request = Request::get(path)
        .header("authorization", format!("Bearer {}", token.unwrap()))
        .header("if-none-match", tag);
    api.send(request.body(Body::empty()).unwrap()).await
}

async fn tag(api: &Api, token: Option<&str>, path: &str) -> String {
    let answer = api.get(token, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
    answer.header("etag").unwrap().to_owned()
}

/// vijay has a job that succeeded and one in progress, anita one in progress: in a ledger of four
/// entries.
async fn three_jobs(api: &Api) {
    let done = api.submit(VIJAY).await;
    let other = json!({"action_name": "PE-Enable", "cids": ["1"]});
    assert_eq!(api.post(VIJAY, "/v1/jobs", other).await.status, StatusCode::CREATED);
    api.submit(ANITA).await;
    let path = format!("/v1/jobs/{done}/status");
    assert_eq!(api.post(VIJAY, &path, json!({"status": "SUCCESS"})).await.status, StatusCode::OK);
}

fn counts(in_progress: u64, success: u64) -> Value {
    json!({"IN_PROGRESS": in_progress, "SUCCESS": success, "FAILED": 0, "UNCONFIRMED": 0})
}

fn row(value: &str, in_progress: u64, success: u64) -> Value {
    json!({"value": value, "jobs": counts(in_progress, success)})
}

#[tokio::test]
async fn everything_is_counted_in_the_documented_shape() {
    let api = Api::new().await;
    three_jobs(&api).await;
    let mut stats = api.get(ADMIN, "/v1/stats").await.json();
    let head = api.head().await;
    assert_eq!(stats["head"], json!({"size": 4, "root": head.root().to_string()}));
    // All of them today, except around midnight.
    let days = stats["by_day"]["rows"].as_array().unwrap();
    let jobs = days.iter().map(|day| day["jobs"]["IN_PROGRESS"].as_u64().unwrap());
    assert_eq!(jobs.sum::<u64>(), 2);
    let date = days[0]["value"].as_str().unwrap();
    assert!(date.len() == 10 && date.starts_with("20"), "{date}");
    assert_eq!(stats["by_day"]["other"], counts(0, 0));
    stats.as_object_mut().unwrap().retain(|name, _| !["head", "by_day"].contains(&name.as_str()));
    assert_eq!(
        stats,
        json!({
            "total": counts(2, 1),
            "by_action": {
                "rows": [row("Trans-Begin", 1, 1), row("PE-Enable", 1, 0)], "other": counts(0, 0),
            },
            "by_user": {"rows": [row("vijay", 1, 1), row("anita", 1, 0)], "other": counts(0, 0)},
        })
    );
    let first = api.get(AUDITOR, "/v1/stats?limit=1").await.json();
    assert_eq!(first["by_user"], json!({"rows": [row("vijay", 1, 1)], "other": counts(1, 0)}));
}

#[tokio::test]
async fn operators_see_only_their_own_numbers() {
    let api = Api::new().await;
    three_jobs(&api).await;
    let own = api.get(VIJAY, "/v1/stats").await.json();
    assert_eq!(own["total"], counts(1, 1));
    assert_eq!(own["by_user"]["rows"], json!([row("vijay", 1, 1)]));
    let actions = json!([row("Trans-Begin", 0, 1), row("PE-Enable", 1, 0)]);
    assert_eq!(own["by_action"]["rows"], actions);
    assert_eq!(api.get(VIJAY, "/v1/stats?user_id=vijay").await.json(), own);
    assert_eq!(api.get(ADMIN, "/v1/stats?user_id=vijay").await.json(), own);
    assert_eq!(api.get(VIJAY, "/v1/stats?user_id=anita").await.status, StatusCode::FORBIDDEN);
    let nobody = api.get(AUDITOR, "/v1/stats?user_id=nobody").await.json();
    assert_eq!((&nobody["total"], &nobody["by_user"]["rows"]), (&counts(0, 0), &json!([])));
}

#[tokio::test]
async fn parameters_are_checked_by_name() {
    let api = Api::new().await;
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("limit=1&limit=2", "limit"),
        ("user_id=", "user_id"),
        ("user_id=%00", "user_id"),
        ("since=2026-01-28T00:00:00Z", "since"),
    ] {
        let answer = api.get(ADMIN, &format!("/v1/stats?{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer.json()["field"], field, "{query}");
    }
}

#[tokio::test]
async fn who_has_the_answer_is_told_so_until_the_ledger_grows() {
    let api = Api::new().await;
    let path = "/v1/stats?limit=7";
    let mut seen: Vec<String> = Vec::new();
    for _ in 0..3 {
        let now = tag(&api, ADMIN, path).await;
        let size = api.head().await.size();
        assert!(now.starts_with(&format!("\"{size}-")) && now.ends_with('"'), "{now}");
        let again = ask_again(&api, ADMIN, path, &format!("\"x\", W/{now}")).await;
        assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
        assert_eq!(again.header("etag"), Some(now.as_str()));
        assert_eq!(again.header("cache-control"), Some("private, no-cache"));
        for old in &seen {
            assert_eq!(ask_again(&api, ADMIN, path, old).await.status, StatusCode::OK);
        }
        seen.push(now);
        api.submit(VIJAY).await;
    }
    // A refused request counts nothing, and changes nothing.
    let now = tag(&api, ADMIN, path).await;
    api.post(VIJAY, "/v1/jobs", json!({"action_name": "", "cids": ["1"]})).await;
    assert_eq!(ask_again(&api, ADMIN, path, &now).await.status, StatusCode::NOT_MODIFIED);
}

/// One URL serves many callers, and may later serve another ledger.
#[tokio::test]
async fn a_tag_is_of_one_answer_alone() {
    let api = Api::new().await;
    let other = Api::new().await;
    three_jobs(&api).await;
    three_jobs(&other).await;
    assert_eq!(api.head().await.size(), other.head().await.size());
    let tags = [
        tag(&api, VIJAY, "/v1/stats").await,
        tag(&api, ANITA, "/v1/stats").await,
        tag(&api, ADMIN, "/v1/stats").await,
        tag(&other, ADMIN, "/v1/stats").await,
    ];
    let unique: std::collections::BTreeSet<_> = tags.iter().collect();
    assert_eq!(unique.len(), tags.len(), "{tags:?}");
    assert_eq!(ask_again(&api, ANITA, "/v1/stats", &tags[0]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_ledger_that_cannot_be_read_has_no_statistics() {
    let store: Arc<dyn JobStore> = Arc::new(Unreadable::default());
    let api = Api::over(store).await;
    let answer = ask_again(&api, ADMIN, "/v1/stats", "*").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.header("etag"), None);
}
