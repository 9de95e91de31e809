//! The most expensive request to each route.

use axum::http::Method;
use bytes::Bytes;
use jobs_api::{BODY_BYTES_MAX, Endpoint, Scope};
use serde_json::json;

use super::bounds::Kind;
use super::ledger::{AUDRA, Ledger, MALLORY, cid, cids, report};

/// A request, which many connections send.
pub(super) struct Attack {
    operation: &'static Endpoint,
    path: String,
    pub(super) kind: Kind,
    /// The token of the user who sends it.
    pub(super) token: &'static str,
    pub(super) head: Bytes,
    pub(super) body: Bytes,
    /// How many bytes of the answer are read.
    pub(super) begin: usize,
    /// How many connections must be answered before its effect is visible.
    pub(super) answers: usize,
    /// Whether it is sent again if the server answers that it is busy.
    pub(super) insists: bool,
}

/// `HTTP/1.1 200`
const STATUS_BYTES: usize = 12;

/// More than the head of an answer, and less than that and the first result of a bulk request.
const HEAD_AND_MORE_BYTES: usize = 400;

/// As many as a user has permits.
const ANSWERS: usize = 2;

impl Ledger {
    /// The most expensive request to `operation`: the largest, or the slowest.
    pub(super) fn attacks(&self, operation: &'static Endpoint) -> Vec<Attack> {
        let jobs = &self.jobs;
        let of = |job: &str| operation.path().replace("{job_id}", job);
        let get = |path: String| vec![Attack::get(operation, path)];
        let post = |kind, bodies: Vec<String>| {
            let attack = |body| Attack::post(operation, kind, operation.path().to_owned(), body);
            bodies.into_iter().map(attack).collect()
        };
        match operation.id() {
            "listJobs" | "listOwnJobs" | "readAuditTrail" => {
                get(operation.path().to_owned() + "?limit=500")
            }
            "readJob" | "readPayload" => get(of(&jobs.padded)),
            "readHistory" | "readOverview" | "readEvidence" => get(of(&jobs.changed)),
            "readOutcomes" => get(of(&jobs.changed) + "?limit=10000&search=x"),
            "readCustomers" => get(of(&jobs.wide) + "?limit=10000"),
            "readOldCustomers" | "readReceipt" => get(of(&jobs.wide)),
            "proveCustomer" => get(of(&jobs.wide).replace("{cid}", &cid('a', 7))),
            "diffJobs" => {
                get(of(&jobs.wide).replace("{other_id}", &jobs.other) + "?part=only_a&limit=10000")
            }
            "readEntryReceipt" | "readLeaf" => {
                get(operation.path().replace("{index}", &self.long_entry.to_string()))
            }
            "listEntries" => get(format!("/v1/entries?limit=1000&from={}", self.long_entry)),
            "readEntryBundle" | "readTile" => {
                let tile = if operation.id() == "readTile" { "0/000.p/7" } else { "000.p/7" };
                get(operation.path().replace("{*path}", tile))
            }
            "followEntries" => {
                vec![Attack {
                    kind: Kind::Follows,
                    ..Attack::get(operation, "/v1/stream?from=0".into())
                }]
            }
            "proveInclusion" => get(operation.path().to_owned() + "?index=0"),
            "proveConsistency" => get(operation.path().to_owned() + "?from=1"),
            "readCustomerJobs" => {
                get(operation.path().replace("{cid}", &cid('c', 7)) + "?limit=500")
            }
            "readCustomerAudit" => {
                get(operation.path().replace("{cid}", &cid('c', 7)) + "?limit=500")
            }
            "readUserAudit" => get(operation.path().replace("{user_id}", "mallory") + "?limit=500"),
            "submitJob" => post(Kind::Sends, vec![wide(), of_numbers(), of_short_cids()]),
            "createOldJob" | "foreseeOverlaps" => post(Kind::Sends, vec![wide()]),
            "addNote" => {
                let note = json!({"text": "x".repeat(4096)}).to_string();
                vec![Attack::post(operation, Kind::Sends, of(&jobs.wide), note)]
            }
            "submitBulk" => {
                let attack =
                    Attack::post(operation, Kind::Sends, operation.path().into(), wide() + "\n");
                vec![Attack { begin: HEAD_AND_MORE_BYTES, answers: 1, ..attack }]
            }
            "reportStatus" => {
                let report = report('a', "UNCONFIRMED").to_string();
                vec![Attack::post(operation, Kind::Sends, of(&jobs.wide), report)]
            }
            "retryJob" => {
                let all = json!({"customers": "all"}).to_string();
                vec![Attack::post(operation, Kind::Calls, of(&jobs.sent), all)]
            }
            // An upstream that answers, one that does not, and one that answers endlessly.
            "proxyFetch" => {
                let url = |path| format!("{}/{path}/x", self.upstream.url);
                let action = json!({"action": "T-Enable", "cids": cids('a')});
                let action = |path| json!({"url": url(path), "postData": action}).to_string();
                let read = json!({"url": url("giant")}).to_string();
                post(Kind::Calls, vec![action("not-ready"), action("held"), read])
            }
            "sendSetAction" => {
                let url = format!("{}/held/x", self.upstream.url);
                let action = json!({"action": "T-Enable", "cids": cids('a')});
                post(Kind::Calls, vec![json!({"url": url, "payload": action}).to_string()])
            }
            "login" | "signIn" => {
                let form = json!({"username": "mallory", "password": "x".repeat(PASSWORD_BYTES)});
                post(Kind::Reads, vec![form.to_string()])
            }
            "loginByForm" => post(
                Kind::Reads,
                vec![format!("username=mallory&password={}", "x".repeat(PASSWORD_BYTES))],
            ),
            "changePassword" => {
                let half = "x".repeat(PASSWORD_BYTES / 2);
                post(Kind::Reads, vec![json!({"current": half, "new": half}).to_string()])
            }
            _ if operation.method() == Method::POST && is_about_accounts(operation) => {
                let path = operation.path().replace("{user_id}", "anita");
                let path = path.replace("{token_name}", "x").replace("{session_id}", "x");
                let body = json!({"name": "x".repeat(PASSWORD_BYTES)}).to_string();
                vec![Attack::post(operation, Kind::Reads, path, body)]
            }
            "logout" | "logoutByForm" => post(Kind::Reads, vec![String::new()]),
            // Operations without a choice.
            _ if operation.method() == Method::GET && !operation.path().contains('{') => {
                get(operation.path().to_owned())
            }
            other => panic!("what is the worst that can be asked of {other}?"),
        }
    }
}

fn is_about_accounts(operation: &Endpoint) -> bool {
    let path = operation.path();
    ["/v1/sign-", "/v1/account", "/v1/users", "/v1/tokens"].iter().any(|it| path.starts_with(it))
}

/// As long as the body of a sign-in may be.
const PASSWORD_BYTES: usize = 16_000;

fn wide() -> String {
    json!({"action_name": "T-Enable", "cids": cids('a')}).to_string()
}

/// What takes most memory when it is parsed.
fn of_numbers() -> String {
    let numbers = "1,".repeat(BODY_BYTES_MAX / 2 - 1024);
    format!("{{\"action_name\":\"T-Enable\",\"cids\":[\"1\"],\"request_payload\":[{numbers}1]}}")
}

/// As many cids as there can be.
fn of_short_cids() -> String {
    let cids = "\"1\",".repeat(BODY_BYTES_MAX / 4 - 1024);
    format!("{{\"action_name\":\"T-Enable\",\"cids\":[{cids}\"1\"]}}")
}

impl Attack {
    fn get(operation: &'static Endpoint, path: String) -> Self {
        Self { insists: true, ..Self::new(operation, Kind::Reads, "GET", path, String::new()) }
    }

    fn post(operation: &'static Endpoint, kind: Kind, path: String, body: String) -> Self {
        Self::new(operation, kind, "POST", path, body)
    }

    fn new(
        operation: &'static Endpoint,
        kind: Kind,
        method: &str,
        path: String,
        body: String,
    ) -> Self {
        let is_an_operators = operation.scope(jobs_auth::Role::Operator) != Scope::Nothing;
        let token = if is_an_operators { MALLORY } else { AUDRA };
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n");
        if method == "POST" {
            head += &format!("content-length: {}\r\n", body.len());
        }
        let head = (head + "\r\n").into();
        let body = body.into();
        let begin = STATUS_BYTES;
        let answers = ANSWERS;
        let insists = false;
        Self { operation, path, kind, token, head, body, begin, answers, insists }
    }

    pub(super) fn name(&self) -> String {
        format!("{:?}, {}", self.operation, self.path.chars().take(100).collect::<String>())
    }
}
