//! A ledger of all kinds of entries, built by an import and through the real server.

use serde_json::json;

use super::legacy::{OldJob, id, job};
use super::served::Served;

/// How many entries it has: two tiles of leaves, the second not full.
pub(crate) const ENTRIES: u64 = 308;
pub(crate) const JOBS: u64 = 304;
/// The entry that creates [`Ledger::failed`].
pub(crate) const FIRST_CREATED: u64 = 300;

/// The server, and some of the ledger's jobs.
pub(crate) struct Ledger {
    pub(crate) served: Served,
    /// A job that failed for one of its customers.
    pub(crate) failed: String,
    /// A job that nobody has reported on.
    pub(crate) open: String,
}

impl Ledger {
    /// 300 imported jobs and 4 created ones, with 4 changes. The checkpoints of 300 and of 305
    /// entries are kept in the files `300.checkpoint` and `305.checkpoint`.
    pub(crate) fn new() -> Self {
        let jobs: Vec<OldJob> = (1..=300).map(|n| job(&id(n), "09:00:00")).collect();
        let served = Served::importing(&jobs);
        served.save("log/checkpoint", "300.checkpoint");
        served.save("log/key", "verifier.key");
        let failed = served.create(&["5001", "5002"]);
        let settled = served.create(&["5001", "5003"]);
        let long = served.create(&["5004"]);
        served.report(
            &failed,
            &json!({"status": "FAILED", "http_status": 200, "error_message": "1 of 2 failed",
                    "outcomes": [{"cid": "5002", "status": "FAILED", "message": "does not exist"}]}),
        );
        served.report(&settled, &json!({"status": "UNCONFIRMED"}));
        served.save("log/checkpoint", "305.checkpoint");
        served.report(&settled, &json!({"status": "SUCCESS", "response_summary": "ok"}));
        served.report(&long, &json!({"status": "FAILED", "error_message": "x".repeat(300)}));
        let open = served.create(&["5005"]);
        Self { served, failed, open }
    }
}
