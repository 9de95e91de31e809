//! Lists of jobs and customers: filters, orders, and walks from page to page.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, JobPage, JobQuery, JobStoreExt as _, MemoryStore,
    NewJob, Order, Status, StatusChange, StatusDetails, UserId,
};
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, Api, VIJAY};
use crate::support::stores::Paged;

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
    let a = a["job_id"].as_str().unwrap();
    let b = b["job_id"].as_str().unwrap();
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

/// A ledger of three jobs that have ended, behind a store that makes pages in another way.
async fn over_pages(page: fn(&JobQuery) -> Option<JobPage>) -> Api {
    let inner = MemoryStore::default();
    for _ in 0..3 {
        let user = UserId::new("admin").unwrap();
        let action = ActionName::new("x").unwrap();
        let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
        let job = NewJob::new(user.clone(), ActionCode::UNKNOWN, action, customers).unwrap();
        let job_id = inner.create(job).await.unwrap().job_id();
        let details = StatusDetails::new(Status::Success);
        inner.change_status(StatusChange::new(job_id, user, details)).await.unwrap();
    }
    Api::over(Arc::new(Paged { inner, page, asked: AtomicUsize::new(0) })).await
}

/// Pages may be short, and empty before the last one, as long as each gets further than the one
/// before.
#[tokio::test]
async fn walks_go_on_over_short_and_empty_pages() {
    let api = over_pages(|query| {
        let after = query.after.filter(|after| after % 2 == 0)?;
        // Towards the next job there is an entry that creates none.
        let next = match query.order {
            Order::OldestFirst => after + 1,
            Order::NewestFirst => after.saturating_sub(1),
        };
        (after != next).then(|| JobPage { jobs: Vec::new(), next: Some(next) })
    })
    .await;
    let exported = api.get(ADMIN, "/v1/export.ndjson").await;
    assert_eq!(exported.text.lines().count(), 3, "{}", exported.text);
    let mut listed = 0;
    let mut path = Some("/v1/jobs".to_owned());
    while let Some(next) = path {
        let page = api.get(ADMIN, &next).await;
        listed += page.json()["jobs"].as_array().unwrap().len();
        let link = page.header("link");
        path = link.map(|link| link[1..].split_once('>').unwrap().0.to_owned());
    }
    assert_eq!(listed, 3);
}

/// A store whose page does not advance is damaged, and is not asked again and again.
#[tokio::test]
async fn walks_end_over_pages_that_go_on_where_they_were() {
    let stuck = async || over_pages(|_| Some(JobPage { jobs: Vec::new(), next: Some(2) })).await;
    let api = stuck().await;
    let mine = api.get(ADMIN, "/api/jobs/mine").await;
    assert_eq!(mine.status, StatusCode::INTERNAL_SERVER_ERROR, "{}", mine.text);
    let request = Request::get("/v1/export.ndjson")
        .header("authorization", format!("Bearer {}", ADMIN.unwrap()));
    let answer = stuck().await.open(request.body(Body::empty()).unwrap()).await;
    let cut = axum::body::to_bytes(answer.into_body(), usize::MAX).await;
    assert!(format!("{:?}", cut.unwrap_err()).contains("goes on at 2"));
}
