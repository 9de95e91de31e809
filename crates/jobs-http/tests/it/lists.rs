//! Lists of jobs and customers: filters, orders, and walks from page to page.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::in_process::{ADMIN, ANITA, Api, VIJAY};

async fn submit(api: &Api, token: Option<&str>, job: Value) -> Value {
    let answer = api.post(token, "/v1/jobs", job).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()["job"].clone()
}

fn ids(listed: &Value) -> Vec<&str> {
    let jobs = listed["jobs"].as_array().unwrap().iter();
    jobs.map(|job| job["job_id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn each_filter_selects() {
    let api = Api::new().await;
    let a = json!({"action_name": "Trans-Begin", "cids": ["1", "2"], "batch_id": "b & c"});
    let b = json!({"action_name": "PE-Enable", "cids": ["2", "3"]});
    let a = submit(&api, VIJAY, a).await;
    let b = submit(&api, ANITA, b).await;
    let (a, b) = (a["job_id"].as_str().unwrap(), b["job_id"].as_str().unwrap());
    api.post(VIJAY, &format!("/v1/jobs/{a}/status"), json!({"status": "SUCCESS"})).await;
    for (query, expected) in [
        ("", vec![b, a]),
        ("order=oldest_first", vec![a, b]),
        ("user_id=vijay", vec![a]),
        ("status=SUCCESS", vec![a]),
        ("status=IN_PROGRESS", vec![b]),
        ("status=FAILED", vec![]),
        ("action_name=PE-Enable", vec![b]),
        ("cid=2", vec![b, a]),
        ("cid=1", vec![a]),
        ("cid=12", vec![]),
        ("batch_id=b+%26%20c", vec![a]),
        ("since=2020-01-01T00:00:00Z", vec![b, a]),
        ("since=2020-01-01T00:00:00+02:00&until=9000-01-01T00:00:00+02:00", vec![b, a]),
        ("until=2020-01-01T00:00:00+02:00", vec![]),
        ("since=2020-01-01T00:00:00+0200&until=9000-01-01T00:00:00+02", vec![b, a]),
        ("until=2020-01-01T00:00:00Z", vec![]),
        ("since=2020-01-01T00:00:00Z&cid=2&user_id=anita&limit=1", vec![b]),
    ] {
        let listed = api.get(ADMIN, &format!("/v1/jobs?{query}")).await.json();
        assert_eq!(ids(&listed), expected, "{query}");
    }
}

#[tokio::test]
async fn a_walk_by_link_shows_every_job_once_whatever_is_appended_meanwhile() {
    let api = Api::new().await;
    for order in ["newest_first", "oldest_first"] {
        let before = api.get(VIJAY, "/v1/jobs?limit=500&order=oldest_first").await.json();
        let already = ids(&before).len();
        let mut expected = Vec::new();
        for _ in already..already + 7 {
            expected.push(api.submit(VIJAY).await);
        }
        let mut seen = Vec::new();
        let mut path = Some(format!("/v1/jobs?limit=3&user_id=vijay&order={order}"));
        while let Some(next) = path {
            let answer = api.get(ADMIN, &next).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
            let listed = answer.json();
            seen.extend(ids(&listed).into_iter().map(str::to_owned));
            let link = answer.header("link").map(|link| {
                link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap().to_owned()
            });
            assert_eq!(link.is_some(), listed["next"].is_string());
            if let Some(link) = &link {
                assert!(link.ends_with(listed["next"].as_str().unwrap()));
                assert!(link.contains("user_id=vijay") && link.contains("limit=3"), "{link}");
            }
            path = link;
            // Another user's job: not of this list, and between its pages.
            api.submit(ANITA).await;
        }
        let mut unique = seen.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), seen.len(), "no job twice");
        assert_eq!(seen.len(), already + 7, "no job left out");
        assert!(expected.iter().all(|job_id| seen.contains(job_id)));
    }
}

#[tokio::test]
async fn a_cursor_fits_its_own_list_alone() {
    let api = Api::new().await;
    for _ in 0..3 {
        api.submit(VIJAY).await;
    }
    let listed = api.get(VIJAY, "/v1/jobs?limit=1").await.json();
    let cursor = listed["next"].as_str().unwrap();
    assert_eq!(api.get(VIJAY, &format!("/v1/jobs?limit=1&cursor={cursor}")).await.status, 200);
    // A page of another size is the same list.
    assert_eq!(api.get(VIJAY, &format!("/v1/jobs?limit=2&cursor={cursor}")).await.status, 200);
    for (token, other) in [
        (VIJAY, "order=oldest_first&"),
        (VIJAY, "status=SUCCESS&"),
        (VIJAY, "cid=5001&"),
        (ANITA, ""),
        (ADMIN, ""),
    ] {
        let answer = api.get(token, &format!("/v1/jobs?{other}cursor={cursor}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{other}");
        assert_eq!(answer.json()["field"], "cursor", "{other}");
    }
}

#[tokio::test]
async fn customers_come_sorted_and_by_page() {
    let api = Api::new().await;
    let cids: Vec<String> = (0..25).rev().map(|i| format!("c/{i:02} é")).collect();
    let job = submit(&api, VIJAY, json!({"action_name": "T-Enable", "cids": cids})).await;
    let job_id = job["job_id"].as_str().unwrap();
    assert_eq!(job["customer_count"], 25);
    let whole = api.get(VIJAY, &format!("/v1/jobs/{job_id}/customers")).await.json();
    assert_eq!(whole["customer_count"], 25);
    assert_eq!(whole["next"], Value::Null);
    let mut seen = Vec::new();
    let mut path = Some(format!("/v1/jobs/{job_id}/customers?limit=10"));
    let mut pages = 0;
    while let Some(next) = path {
        let answer = api.get(VIJAY, &next).await;
        seen.extend(answer.json()["customers"].as_array().unwrap().clone());
        path = answer.header("link").map(|link| {
            link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap().to_owned()
        });
        pages += 1;
    }
    assert_eq!(pages, 3);
    assert_eq!(json!(seen), whole["customers"]);
    assert_eq!(whole["customers"][0], "c/00 é");
}

#[tokio::test]
async fn many_customers_and_a_large_payload_go_in_and_come_out() {
    let api = Api::new().await;
    let cids: Vec<String> = (0..100_000).map(|i| format!("{i:0128}")).collect();
    let body = json!({"action_name": "T-Enable", "cids": cids, "request_payload": {"n": "x".repeat(1 << 20)}});
    let job = submit(&api, VIJAY, body).await;
    assert_eq!(job["customer_count"], 100_000);
    let path = format!("/v1/jobs/{}/customers?limit=10000", job["job_id"].as_str().unwrap());
    let page = api.get(VIJAY, &path).await.json();
    assert_eq!(page["customers"].as_array().unwrap().len(), 10_000);
    assert_eq!(page["next"], page["customers"][9_999]);
}
