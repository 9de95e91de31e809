//! What a page about one job asks for: its overview, its outcomes, its payload, its evidence.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::StatusCode;
use jobs_core::log::{Receipt, SignedCheckpoint, VerifierKey};
use jobs_core::merkle::{Hash, InclusionProof};
use jobs_core::{
    Cid, JobDetail, JobId, JobStore as _, JobStoreExt as _, MemoryStore, Outcome, Outcomes, Status,
    StatusChange, StatusDetails, UserId,
};
use jobs_notary::Evidence;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Api, VIJAY};

/// Records a job of vijay's with `customers`, and then its status.
async fn job(api: &Api, customers: &[&str], report: Value) -> String {
    let body = json!({
        "action_name": "PE-Enable", "cids": customers, "batch_id": "night",
        "request_payload": {"exact": 1.50, "big": 123_456_789_012_345_678_u64},
    });
    let created = api.post(VIJAY, "/v1/jobs", body).await;
    assert_eq!(created.status, StatusCode::CREATED, "{}", created.text);
    let job_id = created.json()["job"]["job_id"].as_str().unwrap().to_owned();
    let answer = api.post(VIJAY, &format!("/v1/jobs/{job_id}/status"), report).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    job_id
}

fn partly_failed() -> Value {
    json!({
        "status": "FAILED", "error_message": "2 of 5 failed", "response_summary": "x".repeat(300),
        "outcomes": [
            {"cid": "c", "status": "FAILED", "message": "does not EXIST"},
            {"cid": "a", "status": "SUCCESS"},
            {"cid": "e", "status": "UNCONFIRMED"},
        ],
    })
}

const CUSTOMERS: [&str; 5] = ["a", "b", "c", "d", "e"];

#[tokio::test]
async fn the_overview_proves_each_entry_to_someone_who_has_only_the_key() {
    let api = Api::new().await;
    let job_id = job(&api, &CUSTOMERS, partly_failed()).await;
    api.submit(ANITA).await;
    let answer = api.get(VIJAY, &format!("/v1/jobs/{job_id}/overview")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let overview = answer.json();
    let alone = api.get(VIJAY, &format!("/v1/jobs/{job_id}")).await.json();
    for (name, value) in overview["job"].as_object().unwrap() {
        assert_eq!(&alone[name], value, "{name}");
    }
    assert_eq!(
        overview["verifier_key"],
        api.get(VIJAY, "/v1/meta").await.json()["ledger"]["verifier_key"]
    );
    let key: VerifierKey = overview["verifier_key"].as_str().unwrap().parse().unwrap();
    let note = overview["checkpoint"].as_str().unwrap();
    let checkpoint: SignedCheckpoint = note.parse().unwrap();
    let size = checkpoint.unverified().size;
    assert_eq!(size, 3);
    let entries = overview["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    for entry in entries {
        let index = entry["index"].as_u64().unwrap();
        let path = entry["path"].as_array().unwrap().iter();
        let path: Vec<Hash> = path.map(|hash| hash.as_str().unwrap().parse().unwrap()).collect();
        let proof = InclusionProof::new(index, size, path);
        let receipt = Receipt::new(proof, checkpoint.clone()).unwrap();
        let leaf = api.get(VIJAY, &format!("/v1/entries/{index}/leaf")).await;
        receipt.verify(leaf.text.as_bytes(), &key).unwrap();
        // What is shown is what the leaf has; long texts are whole.
        for (name, value) in leaf.json().as_object().unwrap() {
            match name.as_str() {
                "v" => assert_eq!(entry.get("v"), None),
                "response_summary_sha256" => {
                    assert_eq!(entry.get(name), None);
                    let text = entry["response_summary"].as_str().unwrap();
                    assert_eq!(json!(Hash::of(text.as_bytes())), *value);
                }
                _ => assert_eq!(&entry[name], value, "{name}"),
            }
        }
        assert!(entry.get("cids").is_none() && !entry["outcomes"].is_array(), "{entry}");
    }
    assert_eq!(
        overview["outcomes"],
        json!({"named": 3, "counts": {"IN_PROGRESS": 0, "SUCCESS": 1, "FAILED": 3, "UNCONFIRMED": 1}})
    );
}

#[tokio::test]
async fn related_jobs_are_those_that_the_caller_may_see() {
    let api = Api::new().await;
    let failed = json!({"status": "FAILED"});
    let first = job(&api, &CUSTOMERS, failed.clone()).await;
    let second = job(&api, &["e", "f"], failed).await;
    let body = json!({"action_name": "PE-Enable", "cids": ["a"], "retry_of": first});
    let retry = api.post(VIJAY, "/v1/jobs", body).await.json()["job"]["job_id"].clone();
    let foreign = json!({"action_name": "PE-Enable", "cids": ["a", "b"], "batch_id": "night"});
    let foreign = api.post(ANITA, "/v1/jobs", foreign).await.json()["job"]["job_id"].clone();
    let related = async |token, job_id: &str| {
        let answer = api.get(token, &format!("/v1/jobs/{job_id}/overview")).await;
        answer.json()["related"].clone()
    };
    let ids = |jobs: &Value| {
        let jobs = jobs.as_array().unwrap().iter();
        jobs.map(|job| job["job_id"].clone()).collect::<Vec<_>>()
    };
    let own = related(VIJAY, &first).await;
    assert_eq!(ids(&own["retries"]), vec![retry.clone()]);
    assert_eq!(ids(&own["batch"]), [json!(second)]);
    let overlaps = |related: &Value| -> BTreeMap<String, u64> {
        let each = related["overlaps"].as_array().unwrap().iter();
        each.map(|it| {
            (it["job"]["job_id"].as_str().unwrap().to_owned(), it["customers"].as_u64().unwrap())
        })
        .collect()
    };
    let retry = retry.as_str().unwrap().to_owned();
    assert_eq!(overlaps(&own), BTreeMap::from([(second.clone(), 1), (retry.clone(), 1)]));
    let all = related(AUDITOR, &first).await;
    assert_eq!(ids(&all["batch"]), [foreign.clone(), json!(second)]);
    assert_eq!(overlaps(&all)[foreign.as_str().unwrap()], 2);
    assert_eq!(related(VIJAY, &retry).await["retry_of"]["job_id"], json!(first));
}

#[tokio::test]
async fn outcomes_come_by_page_status_and_search_with_failures_first() {
    let api = Api::new().await;
    let job_id = job(&api, &CUSTOMERS, partly_failed()).await;
    let page = async |query: &str| {
        let answer = api.get(VIJAY, &format!("/v1/jobs/{job_id}/outcomes?{query}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.json()
    };
    let cids = |page: &Value| -> Vec<String> {
        let rows = page["customers"].as_array().unwrap().iter();
        rows.map(|row| row["cid"].as_str().unwrap().to_owned()).collect()
    };
    let all = page("").await;
    // Of those for whom it failed, b is not named, and only shares what it says of the job.
    assert_eq!(cids(&all), ["c", "b", "d", "e", "a"]);
    assert_eq!(
        (&all["named"], &all["matching"], &all["next"]),
        (&json!(3), &json!(5), &Value::Null)
    );
    let rows = &all["customers"];
    let unnamed =
        json!({"cid": "b", "status": "FAILED", "message": null, "own": false, "index": 1});
    assert_eq!(rows[1], unnamed);
    let named = json!({"cid": "c", "status": "FAILED", "message": "does not EXIST", "own": true, "index": 1});
    assert_eq!(rows[0], named);

    let mut walked = Vec::new();
    for limit in [1, 2] {
        walked.clear();
        let mut query = format!("limit={limit}");
        loop {
            let part = page(&query).await;
            assert_eq!((&part["matching"], &part["counts"]), (&json!(5), &all["counts"]));
            walked.extend(cids(&part));
            let Some(next) = part["next"].as_str() else { break };
            query = format!("limit={limit}&cursor={next}");
        }
        assert_eq!(walked, cids(&all));
    }

    let failed = page("status=FAILED&status=UNCONFIRMED").await;
    assert_eq!(cids(&failed), ["c", "b", "d", "e"]);
    assert_eq!((&failed["matching"], &failed["counts"]), (&json!(4), &all["counts"]));
    assert_eq!(cids(&page("search=Exist").await), ["c"], "a part of the message, in any case");
    assert_eq!(cids(&page("search=A").await), ["a"]);
    let named = page("own=true").await;
    assert_eq!((&named["matching"], &named["named"]), (&json!(3), &json!(3)));
    let others = cids(&page("own=false").await);
    assert_eq!([cids(&named), others].concat().len(), 5);
    assert_eq!(cids(&page("own=true&status=FAILED").await), ["c"]);
    assert_eq!(cids(&page("own=false&status=FAILED").await)[0], "b");
    assert_eq!(cids(&page("search=A&status=FAILED").await), [""; 0]);
    for wrong in [
        "cursor=x",
        "cursor=BANANA:own:a",
        "cursor=FAILED:a",
        "cursor=FAILED:x:a",
        "own=1",
        "search=",
        "status=BANANA",
        "limit=0",
    ] {
        let answer = api.get(VIJAY, &format!("/v1/jobs/{job_id}/outcomes?{wrong}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}");
        assert_eq!(answer.json()["field"], wrong.split('=').next().unwrap(), "{}", answer.text);
    }
}

#[tokio::test]
async fn what_was_found_out_later_counts() {
    let api = Api::new().await;
    let unknown = json!({"status": "UNCONFIRMED", "outcomes": [{"cid": "a", "status": "FAILED"}]});
    let job_id = job(&api, &["a", "b"], unknown).await;
    let settled = json!({"status": "SUCCESS", "outcomes": [{"cid": "b", "status": "FAILED"}]});
    api.post(VIJAY, &format!("/v1/jobs/{job_id}/status"), settled).await;
    let page = api.get(VIJAY, &format!("/v1/jobs/{job_id}/outcomes")).await.json();
    let rows: Vec<_> =
        page["customers"].as_array().unwrap().iter().map(|row| &row["index"]).collect();
    assert_eq!(rows, [1, 2], "both are named");
    assert_eq!(page["counts"]["FAILED"], 2);
}

/// A store in which a job changes right after it was read, once that is wanted.
#[derive(Debug, Default)]
struct Restless(MemoryStore, AtomicBool);

impl jobs_core::DelegatingStore for Restless {
    jobs_core::delegate_to!(0: MemoryStore);

    async fn job(&self, job_id: JobId) -> jobs_core::Result<Option<JobDetail>> {
        let job = self.0.job(job_id).await?;
        if !self.1.load(Ordering::Relaxed) {
            return Ok(job);
        }
        let outcome = Outcome { cid: Cid::new("a")?, status: Status::Failed, message: None };
        let outcomes = Outcomes::new([outcome])?;
        let details = StatusDetails::new(Status::Success);
        let change = StatusChange::new(job_id, UserId::new("vijay")?, details);
        self.0.change_status(StatusChange { outcomes, ..change }).await?;
        Ok(job)
    }
}

#[tokio::test]
async fn outcomes_are_those_of_one_moment() {
    let store = Arc::new(Restless::default());
    let api = Api::over(store.clone()).await;
    let body = json!({"action_name": "PE-Enable", "cids": ["a", "b"]});
    let created = api.post(VIJAY, "/v1/jobs", body).await.json();
    let path = format!("/v1/jobs/{}/outcomes", created["job"]["job_id"].as_str().unwrap());
    store.1.store(true, Ordering::Relaxed);
    let page = api.get(VIJAY, &path).await.json();
    let statuses: Vec<_> =
        page["customers"].as_array().unwrap().iter().map(|row| row["status"].clone()).collect();
    // Either none or all of what the change says, which was recorded while this was read.
    let counts = &page["counts"];
    let before = json!({"IN_PROGRESS": 2, "SUCCESS": 0, "FAILED": 0, "UNCONFIRMED": 0});
    let after = json!({"IN_PROGRESS": 0, "SUCCESS": 1, "FAILED": 1, "UNCONFIRMED": 0});
    match page["named"].as_u64() {
        Some(0) => assert_eq!(
            (counts, &statuses[..]),
            (&before, &[json!("IN_PROGRESS"), json!("IN_PROGRESS")][..])
        ),
        _ => {
            assert_eq!((counts, &statuses[..]), (&after, &[json!("FAILED"), json!("SUCCESS")][..]));
        }
    }
}

#[tokio::test]
async fn the_payload_is_given_byte_for_byte() {
    let api = Api::new().await;
    let job_id = job(&api, &["a"], json!({"status": "SUCCESS"})).await;
    let answer = api.get(VIJAY, &format!("/v1/jobs/{job_id}/payload")).await;
    assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(answer.text, r#"{"big":123456789012345678,"exact":1.5}"#);
    let overview = api.get(VIJAY, &format!("/v1/jobs/{job_id}/overview")).await.json();
    assert_eq!(overview["request_payload_bytes"], answer.bytes.len());
    let sha256 = &overview["entries"][0]["request_payload_sha256"];
    assert_eq!(*sha256, json!(Hash::of(&answer.bytes)));
    let without = api.submit(VIJAY).await;
    let answer = api.get(VIJAY, &format!("/v1/jobs/{without}/payload")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.text);
}

#[tokio::test]
async fn the_evidence_is_a_zip_file_that_its_check_accepts() {
    let api = Api::new().await;
    let job_id = job(&api, &CUSTOMERS, partly_failed()).await;
    let answer = api.get(AUDITOR, &format!("/v1/jobs/{job_id}/evidence")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.header("content-type"), Some("application/zip"));
    let named = format!("attachment; filename=\"{job_id}.evidence.zip\"");
    assert_eq!(answer.header("content-disposition"), Some(&*named));
    let mut zip = zip::ZipArchive::new(Cursor::new(answer.bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap();
        let name = name.strip_prefix(&format!("{job_id}.evidence/")).unwrap().to_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(name, bytes);
    }
    let checked = Evidence::from_files(files).unwrap().check(None).unwrap();
    assert_eq!(checked.job_id.to_string(), job_id);
    assert!(checked.is_complete());
}

#[tokio::test]
async fn overlaps_are_foreseen_and_nothing_is_recorded() {
    let api = Api::new().await;
    let intended = json!({"action_name": "PE-Enable", "cids": ["a", "b", "z"]});
    let none = api.post(ANITA, "/v1/overlaps", &intended).await;
    let nothing = json!({
        "jobs": [],
        "is_complete": true,
        "is_withheld": false,
        "on_overlap": "warn",
        "window_seconds": 10,
    });
    assert_eq!(none.json(), nothing, "{}", none.text);
    let url = format!("{}/tms/v1/x", api.upstream);
    let sent = json!({"url": url, "postData": {"action": "pe-enable", "cids": ["b", "c", "a"]}});
    let job_id = api.post(VIJAY, "/proxy_fetch", sent).await.json()["job_id"].clone();
    let before = api.head().await;
    for token in [VIJAY, ADMIN] {
        let found = api.post(token, "/v1/overlaps", &intended).await.json();
        assert_eq!(found["jobs"], json!([{"job_id": job_id, "customers": 2}]));
    }
    let mut again = intended.clone();
    again["retry_of"] = job_id.clone();
    assert_eq!(api.post(VIJAY, "/v1/overlaps", &again).await.json()["jobs"], json!([]));
    // Whether it is left out would tell what another user's job is.
    let foreign = api.post(ANITA, "/v1/overlaps", &again).await;
    again["retry_of"] = json!("0192f0c1-2345-7000-8000-000000000001");
    let missing = api.post(ANITA, "/v1/overlaps", &again).await;
    assert_eq!((foreign.status.as_u16(), &foreign.json()["field"]), (400, &json!("retry_of")));
    assert_eq!(foreign.json()["detail"], missing.json()["detail"]);
    // Of another user's, an operator learns no more than that there is one.
    let found = api.post(ANITA, "/v1/overlaps", &intended).await.json();
    assert_eq!(found["jobs"], json!([{"job_id": null, "customers": 2}]));
    let other = json!({"action_name": "T-Enable", "cids": ["a"]});
    assert_eq!(api.post(ANITA, "/v1/overlaps", other).await.json()["jobs"], json!([]));
    assert_eq!(api.head().await, before);
    let nobody = json!({"action_name": "PE-Enable", "cids": []});
    let refused = api.post(ANITA, "/v1/overlaps", nobody).await;
    assert_eq!(
        (refused.status, &refused.json()["field"]),
        (StatusCode::BAD_REQUEST, &json!("cids"))
    );
    let refused = api.post(ANITA, "/v1/overlaps", json!({"cids": ["a"]})).await;
    assert_eq!(refused.json()["field"], "action_name");
    assert_eq!(api.post(AUDITOR, "/v1/overlaps", intended).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn other_peoples_jobs_stay_theirs() {
    let api = Api::new().await;
    let job_id = job(&api, &["a"], json!({"status": "SUCCESS"})).await;
    for part in ["overview", "outcomes", "payload", "evidence"] {
        let path = format!("/v1/jobs/{job_id}/{part}");
        assert_eq!(api.get(ANITA, &path).await.status, StatusCode::FORBIDDEN, "{part}");
        assert_eq!(api.get(ADMIN, &path).await.status, StatusCode::OK, "{part}");
    }
}
