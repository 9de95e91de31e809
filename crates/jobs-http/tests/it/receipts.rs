//! Receipts and proofs as callers get them, checked as a caller would: with the served key, against
//! the served leaf.

use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_core::leaf::Leaf;
use jobs_core::log::{CustomerProof, Membership, Receipt, VerifierKey};
use jobs_core::merkle::Hash;
use jobs_core::merkle::{ConsistencyProof, InclusionProof, leaf_hash};
use jobs_core::{Cid, JobStore};
use jobs_gateway::OnOverlap;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, Answer, Api, NOBODY, VIJAY};
use crate::support::stores::Unreadable;

async fn key(api: &Api) -> VerifierKey {
    let answer = api.get(NOBODY, "/log/key").await;
    answer.text.strip_suffix('\n').unwrap().parse().unwrap()
}

/// Posts with a `Prefer` header.
async fn post_preferring(api: &Api, path: &str, prefer: &str, body: Value) -> Answer {
    let request = Request::post(path)
        .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
        .header("prefer", prefer);
    api.send(request.body(Body::from(body.to_string())).unwrap()).await
}

/// Checks the receipt in `answer` against the leaf beside it, and that against the leaf that is
/// served.
async fn check(api: &Api, answer: &Answer) -> Leaf {
    let body = answer.json();
    let text = |member: &str| {
        body[member].as_str().unwrap_or_else(|| panic!("{member}: {}", answer.text)).to_owned()
    };
    check_pair(api, &text("receipt"), text("leaf").as_bytes()).await
}

async fn check_pair(api: &Api, receipt: &str, leaf: &[u8]) -> Leaf {
    let key = key(api).await;
    let parsed: Receipt = receipt.parse().unwrap();
    assert_eq!(parsed.to_string(), receipt);
    parsed.verify(leaf, &key).unwrap();
    let mut forged = leaf.to_vec();
    forged[20] ^= 1;
    assert!(parsed.verify(&forged, &key).is_err(), "a receipt of anything is a receipt of nothing");
    let served = api.get(ADMIN, &format!("/v1/entries/{}/leaf", parsed.index())).await;
    assert_eq!(served.header("content-type"), Some("application/json"));
    assert_eq!(served.bytes, leaf);
    Leaf::parse(leaf).unwrap()
}

/// A job that has everything that a leaf can hold.
async fn full_job(api: &Api) -> Value {
    json!({
        "action_name": "Trans-Begin",
        "cids": ["5002", "5001", "5002", "Ünïcode \"quoted\" \\ /"],
        "batch_id": "night \u{1f680}",
        "cluster_url": "https://cluster.example.com/?token=abc",
        "request_payload": {"note": "x".repeat(1000), "nested": [{"apiToken": "abc"}]},
        "retry_of": api.submit_ended(VIJAY).await,
    })
}

#[tokio::test]
async fn a_receipt_of_every_door_is_genuine() {
    let api = Api::new().await;
    // By the query and by the header; the answers say that the header was applied.
    let asked = api.post(VIJAY, "/v1/jobs?receipt=true", full_job(&api).await).await;
    assert_eq!((asked.status, asked.header("preference-applied")), (StatusCode::CREATED, None));
    let leaf = check(&api, &asked).await;
    assert_eq!(leaf.job_id.to_string(), asked.json()["job"]["job_id"].as_str().unwrap());
    let preferred = post_preferring(&api, "/v1/jobs", "receipt", full_job(&api).await).await;
    assert_eq!(preferred.header("preference-applied"), Some("receipt"));
    check(&api, &preferred).await;

    // A report, and its repeat.
    let job_id = asked.json()["job"]["job_id"].as_str().unwrap().to_owned();
    let path = format!("/v1/jobs/{job_id}/status");
    let report = json!({
        "status": "FAILED", "error_message": "long ".repeat(100),
        "outcomes": [{"cid": "5001", "status": "FAILED", "message": "no"}],
    });
    let reported = api.post(VIJAY, &format!("{path}?receipt=true"), &report).await;
    let leaf = check(&api, &reported).await;
    assert_eq!(leaf.previous(), Some(asked.json()["index"].as_u64().unwrap()));
    let repeated = post_preferring(&api, &path, "receipt", report).await;
    assert_eq!(repeated.json()["repeated"], true);
    assert_eq!(repeated.header("preference-applied"), Some("receipt"));
    assert_eq!(check(&api, &repeated).await, leaf);

    // Later, for the job and for any entry.
    let leaf = asked.json()["leaf"].as_str().unwrap().as_bytes().to_vec();
    for path in [
        format!("/v1/jobs/{job_id}/receipt"),
        format!("/v1/entries/{}/receipt", asked.json()["index"]),
    ] {
        let later = api.get(VIJAY, &path).await;
        assert_eq!(later.header("content-type"), Some("text/plain; charset=utf-8"));
        check_pair(&api, &later.text, &leaf).await;
    }
}

#[tokio::test]
async fn the_old_endpoint_gives_a_receipt_of_the_job_however_the_call_ended() {
    let api = Api::on_overlap(OnOverlap::Allow).await;
    for (path, wish) in [("/tms/v1/x", json!(true)), ("/status-503/x", json!("True"))] {
        let mut body = json!({
            "url": format!("{}{path}", api.upstream), "isPost": true,
            "postData": {"action": "PE-Enable", "cids": ["5001"]},
        });
        let plain = api.post(VIJAY, "/proxy_fetch", &body).await.json();
        let preferred = post_preferring(&api, "/proxy_fetch", "receipt", body.clone()).await;
        assert_eq!(preferred.header("preference-applied"), Some("receipt"));
        body["receipt"] = wish;
        let asked = api.post(VIJAY, "/proxy_fetch", &body).await;
        assert_eq!(asked.header("preference-applied"), None);
        for answer in [preferred, asked] {
            let leaf = check(&api, &answer).await;
            let mut proved = answer.json();
            assert_eq!(proved["job_id"], leaf.job_id.to_string());
            assert_eq!(leaf.previous(), None, "of the entry that created it");
            // The rest is unchanged.
            let members = proved.as_object_mut().unwrap();
            assert!(members.remove("receipt").is_some() && members.remove("leaf").is_some());
            members.insert("job_id".into(), plain["job_id"].clone());
            assert_eq!(proved, plain);
        }
    }
    let read = json!({"url": format!("{}/x", api.upstream), "receipt": true});
    let answer = post_preferring(&api, "/proxy_fetch", "receipt", read).await;
    assert_eq!(answer.json().get("receipt"), None, "nothing was recorded");
    assert_eq!(answer.header("preference-applied"), None);
}

#[tokio::test]
async fn nobody_gets_a_receipt_who_did_not_ask() {
    let api = Api::new().await;
    let job = json!({"action_name": "T-Enable", "cids": ["1"]});
    let plain = api.post(VIJAY, "/v1/jobs", &job).await;
    let refused = post_preferring(&api, "/v1/jobs?receipt=false", "receipt", job.clone()).await;
    let other = post_preferring(&api, "/v1/jobs", "respond-async, receipt=maybe", job).await;
    for answer in [plain, refused, other] {
        let body = answer.json();
        assert_eq!((body.get("receipt"), body.get("leaf")), (None, None), "{}", answer.text);
    }
}

#[tokio::test]
async fn a_wish_that_is_not_understood_is_refused_by_name() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let head = api.head().await;
    let job = json!({"action_name": "T-Enable", "cids": ["1"]});
    let report = json!({"status": "SUCCESS"});
    let status = format!("/v1/jobs/{job_id}/status");
    for (path, body) in [("/v1/jobs", &job), (&*status, &report)] {
        for (query, field) in [
            ("receipt=maybe", "receipt"),
            ("receipt", "receipt"),
            ("receipt=TRUE", "receipt"),
            ("receipt=true&receipt=true", "receipt"),
            ("reciept=true", "reciept"),
        ] {
            let answer = api.post(VIJAY, &format!("{path}?{query}"), body).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{query}: {}", answer.text);
            assert_eq!(answer.json()["field"], field, "{query}");
        }
    }
    for bad in [json!("maybe"), json!(1)] {
        let body = json!({
            "url": format!("{}/x", api.upstream), "receipt": bad,
            "postData": {"action": "PE-Enable", "cids": ["5001"]},
        });
        let answer = api.post(VIJAY, "/proxy_fetch", body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text);
        assert!(answer.json()["message"].as_str().unwrap().starts_with("receipt: "));
    }
    assert_eq!((api.head().await, api.sim.call_count()), (head, 0));
}

/// The root of the tree that the answer's receipt proves its leaf in.
async fn proved_root(api: &Api, answer: &Answer) -> Hash {
    let receipt: Receipt = answer.json()["receipt"].as_str().unwrap().parse().unwrap();
    let leaf = answer.json()["leaf"].as_str().unwrap().as_bytes().to_vec();
    receipt.verify(&leaf, &key(api).await).unwrap().root
}

#[tokio::test]
async fn what_is_new_is_proved_without_reading_and_a_proof_that_fails_hides_no_success() {
    let store = Arc::new(Unreadable::default());
    let api = Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await;
    for index in 0..5 {
        let answer = api.post(VIJAY, "/v1/jobs?receipt=true", full_job(&api).await).await;
        assert_eq!(answer.json()["index"], 3 * index + 2);
        assert_eq!(proved_root(&api, &answer).await, store.0.head().await.unwrap().root());
    }
    let job_id = api.submit(VIJAY).await;
    let path = format!("/v1/jobs/{job_id}/status");
    let report = json!({"status": "SUCCESS"});
    let answer = post_preferring(&api, &path, "receipt", report.clone()).await;
    assert_eq!(proved_root(&api, &answer).await, store.0.head().await.unwrap().root());
    // A repeat must be read from the store.
    let answer = post_preferring(&api, &path, "receipt", report).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(
        (&answer.json()["job_id"], &answer.json()["repeated"]),
        (&json!(job_id), &json!(true))
    );
    assert_eq!(answer.json().get("receipt"), None);
    assert_eq!(answer.header("preference-applied"), None, "nothing is claimed");
}

#[tokio::test]
async fn whether_a_customer_is_in_a_job_is_proved_against_its_leaf() {
    let api = Api::new().await;
    let job = json!({"action_name": "T-Enable", "cids": ["b", "d/e", "é", "f"]});
    let created = api.post(VIJAY, "/v1/jobs?receipt=true", job).await.json();
    let leaf = Leaf::parse(created["leaf"].as_str().unwrap().as_bytes()).unwrap();
    let customers = leaf.customers().unwrap();
    let job_id = created["job"]["job_id"].as_str().unwrap();
    for (in_path, cid, is_customer) in [
        ("b", "b", true),
        ("d%2Fe", "d/e", true),
        ("%C3%A9", "é", true),
        ("a", "a", false),
        ("c", "c", false),
        ("%F0%9F%9A%80", "\u{1f680}", false),
    ] {
        let path = format!("/v1/jobs/{job_id}/customers/{in_path}/proof");
        let served = api.get(VIJAY, &path).await;
        let answer = served.json();
        assert_eq!((&answer["cid"], &answer["is_customer"]), (&json!(cid), &json!(is_customer)));
        assert_eq!(answer["index"], created["index"]);
        assert_eq!(answer["customers"], serde_json::to_value(customers).unwrap());
        let proof: Membership = serde_json::from_value(answer["proof"].clone()).unwrap();
        let cid = Cid::new(cid).unwrap();
        assert_eq!(proof.verify(&cid, customers.count, &customers.root).unwrap(), is_customer);
        // And as it was served, with only the key.
        let file = CustomerProof::parse(&served.bytes).unwrap();
        let checked = file.check(Some(&key(&api).await)).unwrap();
        assert_eq!((checked.job_id, &checked.cid), (leaf.job_id, &cid));
        assert_eq!((checked.is_customer, checked.customers), (is_customer, 4));
        assert_eq!(answer["leaf"], created["leaf"]);
    }
    let path = format!("/v1/jobs/{job_id}/customers/%ff/proof");
    assert_eq!(api.get(VIJAY, &path).await.json()["field"], "path");
    let path = format!("/v1/jobs/{job_id}/customers/{}/proof", "x".repeat(129));
    assert_eq!(api.get(VIJAY, &path).await.json()["field"], "cid");
}

fn hashes<T: serde::de::DeserializeOwned>(answer: &Answer) -> T {
    serde_json::from_value(answer.json()["path"].clone())
        .unwrap_or_else(|_| panic!("{}", answer.text))
}

#[tokio::test]
async fn inclusion_and_consistency_are_proved_between_any_sizes() {
    let api = Api::new().await;
    let mut heads = vec![api.head().await];
    for _ in 0..9 {
        api.submit(VIJAY).await;
        heads.push(api.head().await);
    }
    for (to, later) in heads.iter().enumerate() {
        for (from, earlier) in heads.iter().enumerate().take(to + 1) {
            let path = format!("/v1/proof/consistency?from={from}&to={to}");
            let path = hashes(&api.get(VIJAY, &path).await);
            let proof = ConsistencyProof::new(from as u64, to as u64, path);
            proof.verify(&earlier.root(), &later.root()).unwrap();
        }
    }
    let leaf = api.get(ADMIN, "/v1/entries/4/leaf").await.bytes;
    for (size, head) in heads.iter().enumerate().skip(5) {
        let answer = api.get(VIJAY, &format!("/v1/proof/inclusion?index=4&size={size}")).await;
        let proof = InclusionProof::new(4, size as u64, hashes(&answer));
        proof.verify(&leaf_hash(&leaf), &head.root()).unwrap();
    }
    let newest = api.get(VIJAY, "/v1/proof/inclusion?index=4").await.json();
    assert_eq!((&newest["index"], &newest["size"]), (&json!(4), &json!(9)));
    let newest = api.get(VIJAY, "/v1/proof/consistency?from=4").await.json();
    assert_eq!((&newest["from"], &newest["to"]), (&json!(4), &json!(9)));
}

#[tokio::test]
async fn proofs_that_there_cannot_be_are_refused_by_name() {
    let api = Api::new().await;
    api.submit(VIJAY).await;
    for (path, field) in [
        ("/v1/proof/inclusion", "index"),
        ("/v1/proof/inclusion?index=1", "index"),
        ("/v1/proof/inclusion?index=-1", "index"),
        ("/v1/proof/inclusion?index=0&size=2", "size"),
        ("/v1/proof/inclusion?index=0&size=0", "index"),
        ("/v1/proof/inclusion?index=0&size=18446744073709551615", "size"),
        ("/v1/proof/consistency", "from"),
        ("/v1/proof/consistency?from=2", "from"),
        ("/v1/proof/consistency?from=1&to=2", "to"),
        ("/v1/proof/consistency?from=1&to=0", "from"),
        ("/v1/proof/consistency?from=0&to=x", "to"),
        ("/v1/entries/x/leaf", "index"),
        ("/v1/entries/-1/receipt", "index"),
        ("/v1/entries/%ff/receipt", "path"),
        ("/v1/entries?from=x", "from"),
        ("/v1/entries?limit=1001", "limit"),
        ("/v1/entries?after=1", "after"),
        ("/v1/entries/0/leaf?x=1", "x"),
    ] {
        let answer = api.get(ADMIN, path).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}: {}", answer.text);
        assert_eq!(answer.json()["field"], field, "{path}");
    }
}
