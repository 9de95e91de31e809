//! A small ledger behind the real server, and lies about what its routes answer.

use serde_json::{Value, json};

use super::legacy::{id, job};
use super::liar;
use super::served::Served;

/// Two imported jobs and four others, one in each state there is.
pub(crate) struct Small {
    pub(crate) served: Served,
    /// Failed, and said of customer 5002 why.
    pub(crate) failed: String,
    /// First unconfirmed, then a success, each with an outcome of customer 5003.
    pub(crate) settled: String,
    /// Another user's, in a batch.
    pub(crate) other: String,
    /// Tries the failed one again.
    pub(crate) open: String,
}

impl Small {
    pub(crate) fn new() -> Self {
        let served = Served::importing(&[job(&id(1), "09:00:00"), job(&id(2), "10:00:00")]);
        let create = |body: Value| {
            let mut job = json!({"action_name": "T-Enable", "request_payload": {"n": 1}});
            job.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
            let answer = served.post("v1/jobs", &job);
            answer["job"]["job_id"].as_str().unwrap().to_owned()
        };
        let failed = create(json!({"cids": ["5001", "5002"]}));
        let settled = create(json!({"cids": ["5001", "5003"], "batch_id": "night"}));
        let other =
            create(json!({"cids": ["a/b c", ".."], "user_id": "noor", "batch_id": "night"}));
        let outcomes = json!([{"cid": "5002", "status": "FAILED", "message": "does not exist"}]);
        served.report(
            &failed,
            &json!({"status": "FAILED", "http_status": 200, "error_message": "1 of 2 failed",
                    "outcomes": outcomes}),
        );
        let of_5003 = |status: &str| json!([{"cid": "5003", "status": status}]);
        let unconfirmed = json!({"status": "UNCONFIRMED", "outcomes": of_5003("UNCONFIRMED")});
        served.report(&settled, &unconfirmed);
        let success =
            json!({"status": "SUCCESS", "response_summary": "ok", "outcomes": of_5003("SUCCESS")});
        served.report(&settled, &success);
        let open = create(json!({"cids": ["5001"], "retry_of": failed}));
        served.save("log/key", "verifier.key");
        Self { served, failed, settled, other, open }
    }

    pub(crate) fn path_of(&self, job_id: &str, rest: &str) -> String {
        format!("/v1/jobs/{job_id}{rest}")
    }

    /// What is found when the answer at `path` is another one.
    #[track_caller]
    pub(crate) fn found(&self, path: &str, change: impl Fn(&mut Value) + Send + 'static) -> String {
        self.found_with(liar::at(path.to_owned(), change))
    }

    #[track_caller]
    pub(crate) fn found_with(
        &self,
        lie: impl Fn(&str, Vec<u8>) -> Vec<u8> + Send + 'static,
    ) -> String {
        let url = liar::start(&self.served.url, lie);
        self.served.run_against(&url, &["verify", "--key", "verifier.key"]).exits(5).stdout
    }

    /// Checks that each of these lies about the answer at a path is found and named.
    #[track_caller]
    pub(crate) fn find_all(&self, path: &str, lies: Vec<(Lie, String)>) {
        for (lie, expected) in lies {
            let said = self.found(path, lie);
            assert!(said.contains(&expected), "{expected}: {said}");
        }
    }
}

pub(crate) type Lie = Box<dyn Fn(&mut Value) + Send>;

pub(crate) fn lie(
    change: impl Fn(&mut Value) + Send + 'static,
    expected: impl Into<String>,
) -> (Lie, String) {
    (Box::new(change), expected.into())
}

/// The page of a list that `jobctl verify` asks for.
pub(crate) fn page(list: &str) -> String {
    let before = if list.contains('?') { '&' } else { '?' };
    format!("{list}{before}limit=500")
}

pub(crate) fn jobs(page: &mut Value) -> &mut Vec<Value> {
    page["jobs"].as_array_mut().unwrap()
}

pub(crate) fn members(object: &Value) -> Vec<String> {
    object.as_object().unwrap().keys().cloned().collect()
}
