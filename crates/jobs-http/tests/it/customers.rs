//! A customer's jobs with the customer's own outcomes, and the customers that two jobs have in
//! common.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Answer, Api, VIJAY};

async fn submit(api: &Api, token: Option<&str>, cids: Value) -> String {
    let job = json!({"action_name": "Trans-Begin", "cids": cids});
    let answer = api.post(token, "/v1/jobs", job).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()["job"]["job_id"].as_str().unwrap().to_owned()
}

async fn report(api: &Api, job_id: &str, report: Value) -> u64 {
    let answer = api.post(ADMIN, &format!("/v1/jobs/{job_id}/status"), report).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    answer.json()["index"].as_u64().unwrap()
}

fn next_path(answer: &Answer) -> Option<String> {
    let link = answer.header("link")?;
    Some(link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap().to_owned())
}

fn ids(listed: &Value) -> Vec<&str> {
    let jobs = listed["jobs"].as_array().unwrap().iter();
    jobs.map(|job| job["job_id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_customer_is_told_its_own_outcome_of_each_job() {
    let api = Api::new().await;
    let a = submit(&api, VIJAY, json!(["5001", "5002"])).await;
    let b = submit(&api, ANITA, json!(["5001", "50011"])).await;
    submit(&api, VIJAY, json!(["50011", "500", "x5001", "5001 5001"])).await;
    let partly = report(
        &api,
        &a,
        json!({
            "status": "UNCONFIRMED",
            "outcomes": [{"cid": "5001", "status": "FAILED", "message": "does not exist"}],
        }),
    )
    .await;
    let settled = report(&api, &a, json!({"status": "SUCCESS"})).await;

    let listed = api.get(AUDITOR, "/v1/customers/5001/jobs").await.json();
    assert_eq!(listed["cid"], "5001");
    assert_eq!(ids(&listed), [&b, &a], "newest first, and no other customer's");
    let own =
        json!({"status": "FAILED", "message": "does not exist", "own": true, "index": partly});
    let of_the_job = json!({"status": "IN_PROGRESS", "message": null, "own": false, "index": 1});
    assert_eq!(listed["jobs"][1]["outcome"], own);
    assert_eq!(listed["jobs"][1]["status"], "SUCCESS", "the job's own status stays beside it");
    assert_eq!(listed["jobs"][0]["outcome"], of_the_job);
    let other = api.get(AUDITOR, "/v1/customers/5002/jobs").await.json();
    let of_the_job = json!({"status": "SUCCESS", "message": null, "own": false, "index": settled});
    assert_eq!(other["jobs"][0]["outcome"], of_the_job);

    // An operator sees only their own jobs.
    let own = api.get(VIJAY, "/v1/customers/5001/jobs").await.json();
    assert_eq!(ids(&own), [&a]);
    let own = api.get(ANITA, "/v1/customers/5002/jobs").await.json();
    assert_eq!((ids(&own), &own["next"]), (vec![], &Value::Null));
}

#[tokio::test]
async fn a_customer_is_named_by_its_exact_bytes_and_listed_by_pages() {
    let api = Api::new().await;
    let name = "a+b/c %2F é";
    let in_path = "a+b%2Fc%20%252F%20%c3%a9";
    let mut expected = Vec::new();
    for _ in 0..5 {
        expected.insert(0, submit(&api, VIJAY, json!([name, "5001"])).await);
        submit(&api, VIJAY, json!(["a b/c %2F é", "a+b/c / é"])).await;
    }
    let mut seen = Vec::new();
    let mut path = Some(format!("/v1/customers/{in_path}/jobs?limit=2"));
    while let Some(next) = path {
        let answer = api.get(VIJAY, &next).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let listed = answer.json();
        assert_eq!(listed["cid"], name);
        seen.extend(ids(&listed).into_iter().map(str::to_owned));
        path = next_path(&answer);
        assert_eq!(path.is_some(), listed["next"].is_string());
    }
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_customer_that_cannot_be_is_refused_by_name() {
    let api = Api::new().await;
    let long = "x".repeat(129);
    for (field, path) in [
        ("cid", format!("/v1/customers/{long}/jobs")),
        ("cid", "/v1/customers/a%0ab/jobs".to_owned()),
        ("path", "/v1/customers/%ff/jobs".to_owned()),
        ("limit", "/v1/customers/1/jobs?limit=501".to_owned()),
        ("cursor", "/v1/customers/1/jobs?cursor=x".to_owned()),
        ("cid", "/v1/customers/1/jobs?cid=2".to_owned()),
    ] {
        let answer = api.get(ADMIN, &path).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}: {}", answer.text);
        assert_eq!(answer.json()["field"], field, "{path}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_retry_is_compared_with_what_it_tries_again() {
    let api = Api::new().await;
    let cids = |numbers: std::ops::Range<u32>| numbers.map(|n| format!("c{n:03}")).collect();
    let a = submit(&api, VIJAY, cids(0..30)).await;
    let b = submit(&api, VIJAY, cids(20..25)).await;
    let path = format!("/v1/jobs/{a}/diff/{b}");
    let counts = json!({"only_a": 25, "only_b": 0, "both": 5});
    let whole = api.get(VIJAY, &path).await.json();
    assert_eq!(whole, json!({"a": a, "b": b, "counts": counts}));
    let other_way = api.get(VIJAY, &format!("/v1/jobs/{b}/diff/{a}?part=only_b&limit=1")).await;
    let counts_b = json!({"only_a": 0, "only_b": 25, "both": 5});
    let page = json!({
        "a": b, "b": a, "counts": counts_b, "part": "only_b", "customers": ["c000"], "next": "c000",
    });
    assert_eq!(other_way.json(), page);
    for (part, expected) in [
        ("only_a", (0..20).chain(25..30).collect::<Vec<u32>>()),
        ("only_b", vec![]),
        ("both", (20..25).collect()),
    ] {
        let mut seen = Vec::new();
        let mut pages = 0;
        let mut next = Some(format!("{path}?part={part}&limit=5"));
        while let Some(path) = next {
            let answer = api.get(VIJAY, &path).await;
            let page = answer.json();
            assert_eq!((&page["counts"], &page["part"]), (&counts, &json!(part)));
            seen.extend(page["customers"].as_array().unwrap().clone());
            next = next_path(&answer);
            pages += 1;
        }
        let expected: Vec<_> = expected.iter().map(|n| format!("c{n:03}")).collect();
        assert_eq!(json!(seen), json!(expected), "{part}");
        assert_eq!(pages, expected.len().div_ceil(5).max(1), "{part}: no empty page at the end");
    }
}

#[tokio::test]
async fn only_jobs_that_both_can_be_seen_are_compared() {
    let api = Api::new().await;
    let own = submit(&api, VIJAY, json!(["1"])).await;
    let other = submit(&api, ANITA, json!(["1"])).await;
    let unknown = "0192f0c1-2345-7000-8000-000000000001";
    for (a, b, status) in [
        (&*own, &*other, 403),
        (&*other, &*own, 403),
        (&*own, unknown, 404),
        (unknown, &*own, 404),
        (&*own, "x", 400),
        (&*own, &*own, 200),
    ] {
        let answer = api.get(VIJAY, &format!("/v1/jobs/{a}/diff/{b}")).await;
        assert_eq!(answer.status.as_u16(), status, "{a} {b}: {}", answer.text);
    }
    for (field, query) in [("part", "part=all"), ("limit", "limit=0"), ("after", "after=%07")] {
        let answer = api.get(ADMIN, &format!("/v1/jobs/{own}/diff/{other}?{query}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}: {}", answer.text);
        assert_eq!(answer.json()["field"], field);
    }
}
