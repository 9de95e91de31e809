//! All the oddities of real files, in one database.

use super::legacy::{OldJob, id, job};

/// The job of 84 customers whose failure names some of them in free text only.
pub(crate) const FREE_TEXT: &str = "those CIDs ['cust-0003', 'cust-0017'] do not exist";

pub(crate) fn newer() -> Vec<OldJob> {
    let many: Vec<String> = (0..84).map(|n| format!("cust-{n:04}")).collect();
    let payload = serde_json::json!({"action": "PE-Finalize", "cids": many}).to_string();
    vec![
        // Mixed spellings of the status and of the action.
        OldJob {
            status: Some("success"),
            action_name: "Tran-Begin",
            ..job(&id(1), "09:00:00.000001")
        },
        OldJob { status: Some("SUCCESS"), action_name: "tran-begin", ..job(&id(2), "09:05:00.5") },
        // Test rows.
        OldJob { action_code: 0, action_name: "action_0", ..job(&id(3), "09:10:00") },
        OldJob {
            action_code: -1,
            action_name: "action_1",
            cids: vec![],
            ..job(&id(4), "09:11:00")
        },
        // 200, and failed all the same.
        OldJob {
            status: Some("FAILED"),
            error_message: Some("TMS bootstrap status(INIT) is not Ready".into()),
            response_summary: Some("In progress...".into()),
            updated_at: Some("2026-01-28T09:20:03.250000"),
            ..job(&id(5), "09:20:00")
        },
        // One click, twice.
        OldJob { cids: vec!["7".into(), "8".into()], ..job(&id(6), "10:00:00.000000") },
        OldJob {
            cids: vec!["8".into(), "7".into()],
            action_name: "TRANS-BEGIN",
            ..job(&id(7), "10:00:00.083000")
        },
        // The same soon after, for other customers: another click.
        OldJob { cids: vec!["7".into()], ..job(&id(8), "10:00:00.150000") },
        // Left in progress.
        OldJob {
            status: Some("IN_PROGRESS"),
            http_status: None,
            response_summary: Some("In progress...".into()),
            action_code: 2,
            action_name: "PE-Enable",
            batch_id: Some("night-7"),
            ..job(&id(9), "11:00:00")
        },
        // 84 customers, all of them in the payload, and a failure in free text.
        OldJob {
            status: Some("FAILED"),
            action_code: 4,
            action_name: "PE-Finalize",
            request_payload: Some(payload),
            error_message: Some(FREE_TEXT.into()),
            cids: many,
            ..job(&id(10), "12:00:00")
        },
        // A payload with a credential.
        OldJob {
            request_payload: Some(r#"{"cids":["5001"],"auth":{"Token":"k3y-of-a-user"}}"#.into()),
            ..job(&id(11), "12:30:00")
        },
        // A payload that names others than the table does.
        OldJob {
            request_payload: Some(r#"{"cids": ["5001", "15001"]}"#.into()),
            ..job(&id(12), "12:40:00")
        },
        // Statuses that the old update accepted.
        OldJob { status: Some("BANANA"), ..job(&id(13), "12:50:00") },
        OldJob { status: None, http_status: Some(0), ..job(&id(14), "12:51:00") },
        // Times with an offset, and in SQLite's own spelling; long after the others.
        OldJob { created_at: "2026-02-06T10:00:00+01:00".into(), ..job(&id(15), "") },
        OldJob {
            created_at: "2026-02-06 10:00:00".into(),
            job_id: id(16).to_uppercase(),
            updated_at: Some("never"),
            ..job("", "")
        },
        // The same ID once more, in another spelling.
        OldJob { created_at: "2026-02-06 10:01:00".into(), ..job(&id(16), "") },
        // Rows that cannot be imported.
        job("job-42", "13:00:00"),
        OldJob { created_at: "yesterday".into(), ..job(&id(17), "") },
        OldJob { user_id: "vi\u{1b}[31mjay", ..job(&id(18), "13:01:00") },
        OldJob { cids: vec!["x".repeat(129)], ..job(&id(19), "13:02:00") },
    ]
}

/// The rows of [`newer`] that can be imported.
pub(crate) fn good() -> Vec<OldJob> {
    newer().into_iter().take(16).collect()
}
