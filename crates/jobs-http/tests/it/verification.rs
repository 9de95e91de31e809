//! `GET /v1/verification`: what `jobctl verify --record` has left beside the ledger.

use jobs_core::Timestamp;
use jobs_core::merkle::Hash;
use jobs_notary::Verified;
use serde_json::json;

use crate::support::in_process::{ADMIN, AUDITOR, Api, VIJAY};
use crate::support::process::{self, Caller};

const PATH: &str = "/v1/verification";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_what_was_written_down_last() {
    let folder = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(folder.path()));
    let caller = Caller::new(&server);
    assert_eq!(caller.get(PATH).await, json!({"last": null}));
    let ended_at = Timestamp::now();
    let root = Hash::of(b"a root");
    let verified = Verified {
        ended_at,
        size: 1530,
        root: Some(root),
        is_sound: false,
        findings: 2,
        signatures_checked: true,
    };
    verified.write(folder.path()).unwrap();
    let shown = json!({
        "ended_at": ended_at, "size": 1530, "root": root, "is_sound": false, "findings": 2,
        "signatures_checked": true,
    });
    assert_eq!(caller.get(PATH).await, json!({"last": shown}));
    std::fs::write(folder.path().join(Verified::FILE), "all is well").unwrap();
    let answer = caller.http.get(format!("{}{PATH}", caller.url));
    let answer = answer.bearer_auth(process::TOKEN).send().await.unwrap();
    assert_eq!(answer.status(), 500, "it stays so until somebody does something");
}

/// A ledger in memory has no directory.
#[tokio::test]
async fn without_a_directory_none_is_known() {
    let api = Api::new().await;
    for token in [VIJAY, AUDITOR, ADMIN] {
        assert_eq!(api.get(token, PATH).await.json(), json!({"last": null}));
    }
}
