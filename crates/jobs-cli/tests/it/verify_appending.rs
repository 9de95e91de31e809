//! `jobctl verify --server` while the ledger is appended to: what has come since is no difference,
//! and hides none.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::support::liar;
use crate::support::small::{Lie, Small, jobs, page};

/// Each answer is followed by an append: new jobs of the same users and customers, and changes of
/// all that was open.
#[test]
fn a_sound_server_is_sound_while_it_is_appended_to() {
    let small = Small::new();
    let many: Vec<String> = (0..8).map(|_| small.served.create(&["5001", "5002"])).collect();
    let url = small.served.url.clone();
    let mut open = many;
    open.push(small.open.clone());
    let asked = AtomicUsize::new(0);
    let url = liar::start(&small.served.url, move |path, body| {
        let number = asked.fetch_add(1, Ordering::Relaxed);
        if path.starts_with("/log/") {
            return body;
        }
        match open.get(number / 2).filter(|_| number.is_multiple_of(2)) {
            Some(job_id) => {
                let outcomes = json!([{"cid": "5001", "status": "FAILED", "message": "late"}]);
                let change = json!({"status": "FAILED", "outcomes": outcomes});
                liar::post(&url, &format!("v1/jobs/{job_id}/status"), &change);
            }
            None => {
                let user = format!("new-{}", number % 5);
                let job = json!({"action_name": "T-Enable", "cids": ["5001", "new"], "user_id": user,
                                 "batch_id": "night"});
                liar::post(&url, "v1/jobs", &job);
            }
        }
        body
    });
    let json = small.served.run_against(&url, &["verify", "--json"]).exits(0).json();
    let said = json["not_verified"][0].as_str().unwrap();
    let users = "GET /v1/stats?user_id=… was not compared for 3 of 3 users, which the server counts as of now";
    assert!(said.starts_with(users), "{said}");
    assert_eq!(json["not_verified"].as_array().unwrap().len(), 1);
}

/// What was there before a job changed cannot be hidden behind the change.
#[test]
fn lies_are_found_about_a_job_that_has_changed_since() {
    let small = Small::new();
    let job_id = small.served.create(&["5001", "5002"]);
    let history = format!("/v1/jobs/{job_id}/history");
    let own = format!("/v1/jobs/{job_id}");
    let expected = |path: &str, what: &str| format!("job {job_id}: GET {path}: {what}");
    let unconfirmed =
        json!({"status": "UNCONFIRMED", "outcomes": [{"cid": "5001", "status": "FAILED"}]});
    small.served.report(&job_id, &unconfirmed);
    let customer = page("/v1/customers/5001/jobs");
    let lies: Vec<(String, Lie, String)> = vec![
        (
            own.clone(),
            Box::new(|it| it["status"] = json!("FAILED")),
            expected(
                &own,
                "status: is not what the job's entries say; stored: \"FAILED\"; expected: \"SUCCESS\"",
            ),
        ),
        (
            own.clone(),
            Box::new(|it| it["created_at"] = json!("2026-01-28T15:04:53.003687Z")),
            expected(&own, "created_at: is not what the job's entries say"),
        ),
        (
            history.clone(),
            Box::new(|it| drop(it["entries"].as_array_mut().unwrap().remove(1))),
            expected(&history, "entry 10: is not in its place"),
        ),
        (
            customer.clone(),
            Box::new(|it| jobs(it)[0]["outcome"]["status"] = json!("SUCCESS")),
            expected(
                "/v1/customers/5001/jobs",
                "outcome: status: is not what the job's entries say",
            ),
        ),
        (
            customer,
            Box::new(|it| drop(jobs(it).remove(0))),
            expected("/v1/customers/5001/jobs", "leaves out a job of the customer's"),
        ),
        (
            page("/v1/jobs"),
            Box::new(|it| drop(jobs(it).remove(0))),
            expected("/v1/jobs", "leaves out a job that belongs there"),
        ),
    ];
    let checkpoint = small.served.get("log/checkpoint");
    small.served.report(&job_id, &json!({"status": "SUCCESS"}));
    for (path, lie, expected) in lies {
        let lie = liar::at(path, lie);
        let checkpoint = checkpoint.clone();
        let said = small.found_with(move |path, body| match path {
            "/log/checkpoint" => checkpoint.clone(),
            path => lie(path, body),
        });
        assert!(said.contains(&expected), "{expected}: {said}");
    }
}
