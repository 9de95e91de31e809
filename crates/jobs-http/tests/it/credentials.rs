//! Credentials that a caller sends outside the payload must not be in the ledger.

use axum::http::StatusCode;
use serde_json::json;

use crate::support::in_process::{Api, VIJAY};

#[tokio::test]
async fn credentials_in_a_cluster_url_are_refused_or_replaced() {
    let api = Api::new().await;
    let submit = async |url: &str| {
        let body = json!({"action_name": "Trans-Begin", "cids": ["1"], "cluster_url": url});
        api.post(VIJAY, "/v1/jobs", body).await
    };
    for url in ["https://vijay:LEAK@x.test/", "https://LEAK@x.test?a=1", "vijay:LEAK@x.test"] {
        let answer = submit(url).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{url}: {}", answer.text);
        assert_eq!(answer.json()["field"], "cluster_url");
        assert!(!answer.text.contains("LEAK"), "{}", answer.text);
    }
    for (url, recorded) in [
        ("https://x.test/?access_token=LEAK&a=1", "https://x.test/?access_token=[redacted]&a=1"),
        ("https://x.test/a@b?c=d@e", "https://x.test/a@b?c=d@e"),
    ] {
        let answer = submit(url).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        assert_eq!(answer.json()["job"]["cluster_url"], recorded);
        let job_id = answer.json()["job"]["job_id"].as_str().unwrap().to_owned();
        let job = api.get(VIJAY, &format!("/v1/jobs/{job_id}")).await;
        assert_eq!(job.json()["cluster_url"], recorded);
    }
}
