//! The old dashboard's audit log, with a test for each row of its contract, and for the faults that
//! its users met.

use axum::http::StatusCode;
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, ErrorMessage, ImportedJob, JobFacts, JobId,
    JobStoreExt as _, Original, Status, StatusDetails, Timestamp, UserId,
};
use serde_json::{Value, json};

use crate::legacy::{check_members, create, get_ok, has_pattern, report, run};
use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Api, VIJAY};

/// What `jobctl import` makes of a row of `audit.db`, whose `original` its own tests show.
async fn import_audit_row(api: &Api, status: Status, cids: &[&str], original: Value) -> String {
    let facts = JobFacts {
        user_id: UserId::new("vijay").unwrap(),
        submitted_by: None,
        batch_id: None,
        action_code: ActionCode::new(1).unwrap(),
        action_name: ActionName::new("tran-begin").unwrap(),
        cluster_url: None,
    };
    let customers = CustomerSet::new(cids.iter().map(|cid| Cid::new(*cid).unwrap())).unwrap();
    let at = Timestamp::parse("at", "2026-01-28T10:00:03Z").unwrap();
    let details = StatusDetails {
        error_message: (status == Status::Failed).then(|| ErrorMessage::shortened("refused")),
        ..StatusDetails::new(status)
    };
    let job_id = JobId::mint();
    let job = ImportedJob::new(job_id, facts, customers, at, details)
        .with_original(Some(Original::new(original.to_string()).unwrap()));
    api.store.append_one(job.into()).await.unwrap();
    job_id.to_string()
}

fn audit_row() -> Value {
    json!({"audit": {
        "id": 4, "user_id": "vijay", "action_type": "tran-begin", "timestamp": "2026-01-28 10:00:03",
        "ip_address": "10.0.0.7", "status": "failure", "error_message": "refused", "duration_ms": 1250,
    }})
}

#[tokio::test]
async fn audit_trail() {
    let api = Api::new().await;
    import_audit_row(&api, Status::Failed, &["5001", "7"], audit_row()).await;
    run(&api, ANITA, &["9"]).await;
    // A row was written when a call was over.
    create(&api, VIJAY, &["8"]).await;
    let trail = get_ok(&api, AUDITOR, "/api/audit/trail").await;
    check_members(&trail, &["success", "count", "records"]);
    assert_eq!((&trail["success"], &trail["count"]), (&json!(true), &json!(2)));
    let mut newest = trail["records"][0].clone();
    let timestamp = newest["timestamp"].take();
    assert!(has_pattern(timestamp.as_str().unwrap(), "0000-00-00 00:00:00"), "{timestamp}");
    assert!(newest["duration_ms"].take().is_u64());
    assert_eq!(
        newest,
        json!({
            "id": 1, "user_id": "anita", "action_type": "Trans-Begin", "customer_ids": ["9"],
            "timestamp": null, "ip_address": null, "status": "success", "error_message": null,
            "duration_ms": null,
        })
    );
    assert_eq!(
        trail["records"][1],
        json!({
            "id": 0, "user_id": "vijay", "action_type": "tran-begin", "customer_ids": ["5001", "7"],
            "timestamp": "2026-01-28 10:00:03", "ip_address": "10.0.0.7", "status": "failure",
            "error_message": "refused", "duration_ms": 1250,
        })
    );
    for (query, ids) in [
        ("user_id=vijay", vec![0]),
        ("user_id=anita&customer_id=9", vec![1]),
        ("user_id=vijay&customer_id=9", vec![]),
        ("action_type=Trans-Begin", vec![1]),
        ("customer_id=7", vec![0]),
        ("user_id=&action_type=&customer_id=&limit=1", vec![1]),
    ] {
        let found = get_ok(&api, ADMIN, &format!("/api/audit/trail?{query}")).await;
        let records = found["records"].as_array().unwrap();
        let found: Vec<_> = records.iter().map(|record| record["id"].as_i64().unwrap()).collect();
        assert_eq!(found, ids, "{query}");
    }
    // An operator is shown their own rows.
    let own = get_ok(&api, ANITA, "/api/audit/trail").await;
    assert_eq!(own["records"], json!([trail["records"][0]]));
    let other = api.get(ANITA, "/api/audit/trail?user_id=vijay").await;
    assert_eq!((other.status, &other.json()["success"]), (StatusCode::FORBIDDEN, &json!(false)));
}

#[tokio::test]
async fn an_imported_job_without_a_readable_row_has_what_the_ledger_knows() {
    let api = Api::new().await;
    for original in [json!({"status": "success"}), json!({"audit": null}), json!({"audit": "?"})] {
        import_audit_row(&api, Status::Success, &["1"], original).await;
        let record = &get_ok(&api, ADMIN, "/api/audit/trail").await["records"][0];
        assert_eq!(record["status"], "success");
        let unknown = (&record["ip_address"], &record["duration_ms"]);
        assert_eq!(unknown, (&Value::Null, &Value::Null));
    }
}

#[tokio::test]
async fn audit_customer() {
    let api = Api::new().await;
    let job_id = create(&api, VIJAY, &["5001", "5002"]).await;
    let outcomes = json!([{"cid": "5002", "status": "FAILED", "message": "does not exist"}]);
    report(&api, &job_id, &json!({"status": "SUCCESS", "outcomes": outcomes})).await;
    let history = get_ok(&api, AUDITOR, "/api/audit/customer/5001").await;
    check_members(&history, &["success", "customer_id", "count", "records"]);
    assert_eq!((&history["customer_id"], &history["count"]), (&json!("5001"), &json!(1)));
    let ended = |history: Value| {
        let record = history["records"][0].clone();
        (record["status"].clone(), record["error_message"].clone())
    };
    assert_eq!(ended(history), (json!("success"), Value::Null));
    // How it ended for this customer.
    let history = get_ok(&api, AUDITOR, "/api/audit/customer/5002").await;
    assert_eq!(ended(history), (json!("failure"), json!("does not exist")));
    // An operator is shown their own jobs with the customer.
    assert_eq!(get_ok(&api, ANITA, "/api/audit/customer/5001").await["count"], 0);
}

/// Fault: customer `5001` also matched `15001` in the audit search.
#[tokio::test]
async fn a_customer_is_found_by_its_whole_id() {
    let api = Api::new().await;
    for cid in ["15001", "5001", "50010"] {
        run(&api, VIJAY, &[cid]).await;
    }
    for path in ["/api/audit/customer/5001?limit=500", "/api/audit/trail?customer_id=5001"] {
        let found = get_ok(&api, ADMIN, path).await;
        assert_eq!(found["count"], 1, "{path}");
        assert_eq!(found["records"][0]["customer_ids"], json!(["5001"]), "{path}");
    }
}

#[tokio::test]
async fn audit_user() {
    let api = Api::new().await;
    run(&api, VIJAY, &["1"]).await;
    run(&api, ANITA, &["2"]).await;
    let of_vijay = get_ok(&api, ADMIN, "/api/audit/user/vijay").await;
    check_members(&of_vijay, &["success", "username", "count", "records"]);
    assert_eq!((&of_vijay["username"], &of_vijay["count"]), (&json!("vijay"), &json!(1)));
    assert_eq!(of_vijay["records"][0]["customer_ids"], json!(["1"]));
    assert_eq!(get_ok(&api, VIJAY, "/api/audit/user/vijay").await, of_vijay);
    assert_eq!(get_ok(&api, ADMIN, "/api/audit/user/nobody").await["records"], json!([]));
    let denied = api.get(ANITA, "/api/audit/user/vijay").await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN, "{}", denied.text);
    check_members(&denied.json(), &["success", "message"]);
}

/// Fault: `/api/audit/stats` always answered `{}`.
#[tokio::test]
async fn audit_stats() {
    let api = Api::new().await;
    let stats = |body: Value| {
        assert_eq!(body["success"], true);
        check_members(&body, &["success", "stats"]);
        body["stats"].clone()
    };
    let none = stats(get_ok(&api, ADMIN, "/api/audit/stats").await);
    assert_eq!((&none["total_records"], &none["success_rate_percent"]), (&json!(0), &json!(0.0)));
    import_audit_row(&api, Status::Failed, &["5001"], audit_row()).await;
    run(&api, VIJAY, &["1"]).await;
    run(&api, ANITA, &["2"]).await;
    let under_way = json!({"action_code": 2, "action_name": "PE-Enable", "cids": ["3"]});
    api.post(ADMIN, "/api/jobs/create", under_way).await;
    assert_eq!(
        stats(get_ok(&api, AUDITOR, "/api/audit/stats").await),
        json!({
            "total_records": 3, "unique_users": 2, "unique_actions": 2, "successful_actions": 2,
            "failed_actions": 1, "success_rate_percent": 66.67,
        })
    );
    let own = stats(get_ok(&api, ANITA, "/api/audit/stats").await);
    assert_eq!((&own["total_records"], &own["success_rate_percent"]), (&json!(1), &json!(100.0)));
}
