//! The ledger as a transparency log: paths, headers and bytes as in C2SP tlog-tiles, followed by a
//! client that knows nothing else; and the ledger entry by entry, from which every leaf can be
//! recomputed.

use axum::http::StatusCode;
use jobs_core::backend::restore;
use jobs_core::log::{Checkpoint, EntryBundle, SignedCheckpoint, VerifierKey};
use jobs_core::merkle::{ConsistencyProof, Hash, Plan, Tile, TileId, leaf_hash, root_of};
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, Entry, ImportedJob, JobFacts, NewJob,
    Original, Outcomes, RequestPayload, StatusChange, StatusDetails, Timestamp, UserId,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, AUDITOR, Answer, Api, NOBODY, VIJAY};

const FOR_EVER: &str = "max-age=31536000, immutable";

fn job(n: u64) -> Draft {
    let customers = CustomerSet::new([Cid::new(n.to_string()).unwrap()]).unwrap();
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new("T-Enable").unwrap();
    NewJob::new(user, ActionCode::new(3).unwrap(), action, customers).unwrap().into()
}

async fn grow(api: &Api, count: u64) {
    let answers = api.store.append((0..count).map(job).collect()).await.unwrap();
    assert!(answers.iter().all(Result::is_ok));
}

async fn leaves(api: &Api, count: u64) -> Vec<Vec<u8>> {
    let limit = jobs_core::PageLimit::new(10_000).unwrap();
    let entries = api.store.entries(0, limit).await.unwrap();
    entries.iter().take(usize::try_from(count).unwrap()).map(Entry::leaf).collect()
}

/// The bytes of a tile of level 0.
fn hashes(leaves: &[Vec<u8>]) -> Vec<u8> {
    leaves.iter().flat_map(|leaf| *leaf_hash(leaf).as_bytes()).collect()
}

fn assert_cached(answer: &Answer, who: &str, path: &str) {
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
    assert_eq!(answer.header("content-type"), Some("application/octet-stream"), "{path}");
    assert_eq!(answer.header("cache-control"), Some(&*format!("{who}, {FOR_EVER}")), "{path}");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
    // A private answer must not be served to another caller.
    let vary = (who == "private").then_some("authorization");
    assert_eq!(answer.header("vary"), vary, "{path}");
}

#[tokio::test]
async fn tiles_have_the_paths_the_bytes_and_the_headers_of_c2sp() {
    let api = Api::new().await;
    grow(&api, 600).await;
    let leaves = leaves(&api, 600).await;
    let full: Vec<u8> =
        leaves.chunks_exact(256).flat_map(|leaves| *root_of(leaves).as_bytes()).collect();
    for (path, expected) in [
        ("0/000", hashes(&leaves[..256])),
        ("0/001", hashes(&leaves[256..512])),
        ("0/002.p/88", hashes(&leaves[512..600])),
        // Tiles of earlier sizes remain.
        ("0/002.p/1", hashes(&leaves[512..513])),
        ("0/000.p/255", hashes(&leaves[..255])),
        ("1/000.p/2", full.clone()),
        ("1/000.p/1", full[..32].to_vec()),
    ] {
        let answer = api.get(NOBODY, &format!("/log/tile/{path}")).await;
        assert_cached(&answer, "public", path);
        assert_eq!(answer.bytes, expected, "{path}");
    }
    for path in [
        "0/002",
        "0/002.p/89",
        "0/003",
        "0/003.p/1",
        "1/000",
        "1/000.p/3",
        "2/000.p/1",
        "7/000.p/1",
        "0/x001/000",
        "0/000.p/0",
        "0/000.p/256",
        "0/0",
        "0/000/",
        "00/000",
        "64/000",
        "0/000.p/1/x",
        "x",
        "data/000",
        "0%2F000%00",
    ] {
        let answer = api.get(NOBODY, &format!("/log/tile/{path}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.json()["type"], "urn:jobs:problem:not-found", "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "there may be one later");
    }
}

#[tokio::test]
async fn entry_bundles_hold_the_leaves_and_are_not_for_everybody() {
    let api = Api::new().await;
    grow(&api, 300).await;
    let leaves = leaves(&api, 300).await;
    for (path, range) in
        [("000", 0..256), ("001.p/44", 256..300), ("001.p/1", 256..257), ("000.p/7", 0..7)]
    {
        let answer = api.get(AUDITOR, &format!("/log/tile/entries/{path}")).await;
        assert_cached(&answer, "private", path);
        assert_eq!(EntryBundle::parse(&answer.bytes).unwrap().leaves(), &leaves[range], "{path}");
    }
    for path in ["001", "001.p/45", "002.p/1", "0/000", "0", "x001/000"] {
        let answer = api.get(AUDITOR, &format!("/log/tile/entries/{path}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.json()["type"], "urn:jobs:problem:not-found", "{path}");
    }
}

/// What a reader of only the log knows about a ledger.
struct Follower<'a> {
    api: &'a Api,
    key: VerifierKey,
    last: Checkpoint,
}

impl<'a> Follower<'a> {
    async fn new(api: &'a Api) -> Self {
        let answer = api.get(NOBODY, "/log/key").await;
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
        let key: VerifierKey = answer.text.trim_end().parse().unwrap();
        let last = Self::newest(api, &key).await;
        Self { api, key, last }
    }

    async fn newest(api: &Api, key: &VerifierKey) -> Checkpoint {
        let answer = api.get(NOBODY, "/log/checkpoint").await;
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(answer.header("cache-control"), Some("max-age=1"), "for seconds at most");
        let signed: SignedCheckpoint = answer.text.parse().unwrap();
        signed.verify(key).unwrap().clone()
    }

    /// Accepts the newest checkpoint if it extends the last one, checked only with tiles:
    /// `received` is the result for each.
    async fn follow(&mut self, received: impl Fn(Tile) -> Tile) -> Result<(), String> {
        let newest = Self::newest(self.api, &self.key).await;
        let from = self.last.size;
        let to = newest.size;
        let plan = Plan::consistency(from, to).map_err(|error| error.to_string())?;
        let mut tiles = Vec::new();
        for tile in plan.tiles() {
            tiles.push(received(self.fetch(tile, to).await));
        }
        let hashes = plan.resolve_tiles(&tiles).map_err(|error| error.to_string())?;
        let proof = ConsistencyProof::new(from, to, hashes);
        proof.verify(&self.last.root, &newest.root).map_err(|error| error.to_string())?;
        self.last = newest;
        Ok(())
    }

    /// The tile as every log has it at this size: full, or partial.
    async fn fetch(&self, tile: TileId, size: u64) -> Tile {
        let there = (size >> (8 * tile.level())) - tile.first();
        let width = u16::try_from(there.min(256)).unwrap();
        let id = TileId::new(tile.level(), tile.index(), width).unwrap();
        let answer = self.api.get(NOBODY, &format!("/log/tile/{id}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{id} at size {size}");
        let (hashes, []) = answer.bytes.as_chunks() else { panic!("{id}") };
        Tile::new(id, hashes.iter().copied().map(Hash::from_bytes).collect()).unwrap()
    }
}

#[tokio::test]
async fn a_client_follows_the_log_by_checkpoints_and_tiles_alone() {
    let api = Api::new().await;
    let mut follower = Follower::new(&api).await;
    for grown in [0, 1, 1, 2, 251, 1, 1, 254, 1, 7, 0, 513] {
        grow(&api, grown).await;
        let before = follower.last.size;
        follower.follow(|tile| tile).await.unwrap();
        assert_eq!(follower.last.size, before + grown);
    }
    // After one changed hash, the follower does not advance.
    grow(&api, 3).await;
    let last = follower.last.clone();
    let tampered = |tile: Tile| {
        let edit = |hash: &Hash| Hash::of(hash.as_bytes());
        Tile::new(tile.id(), tile.hashes().iter().map(edit).collect()).unwrap()
    };
    assert!(follower.follow(tampered).await.is_err());
    assert_eq!(follower.last, last);
    follower.follow(|tile| tile).await.unwrap();
}

#[tokio::test]
async fn another_ledger_of_the_same_name_and_key_is_found_out() {
    let api = Api::new().await;
    let other = Api::new().await;
    grow(&api, 300).await;
    grow(&other, 500).await;
    let mut follower = Follower::new(&api).await;
    follower.api = &other;
    assert!(follower.follow(|tile| tile).await.is_err(), "it has another past");
}

// From here on: the leaves recomputed from `GET /v1/entries`.

fn member<T: DeserializeOwned>(entry: &Value, name: &str) -> T {
    let value = entry.get(name).unwrap_or_else(|| panic!("no {name} in {entry}"));
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn time(entry: &Value, name: &str) -> Option<Timestamp> {
    let text: Option<String> = member(entry, name);
    text.map(|text| Timestamp::parse("time", &text).unwrap())
}

fn facts_of(entry: &Value) -> JobFacts {
    JobFacts {
        user_id: member(entry, "user_id"),
        submitted_by: member(entry, "submitted_by"),
        batch_id: member(entry, "batch_id"),
        action_code: member(entry, "action_code"),
        action_name: member(entry, "action_name"),
        cluster_url: member(entry, "cluster_url"),
    }
}

fn details_of(entry: &Value) -> StatusDetails {
    StatusDetails {
        status: member(entry, "status"),
        cause: member(entry, "cause"),
        http_status: member(entry, "http_status"),
        error_message: member(entry, "error_message"),
        response_summary: member(entry, "response_summary"),
    }
}

fn draft_of(entry: &Value) -> Draft {
    let job_id = member(entry, "job_id");
    let customers = || CustomerSet::new(member::<Vec<Cid>>(entry, "customers")).unwrap();
    match entry["kind"].as_str().unwrap() {
        "job_created" => NewJob::from_facts(job_id, facts_of(entry), customers())
            .unwrap()
            .with_request_payload(member(entry, "request_payload"))
            .with_source(member(entry, "source"))
            .with_retry_of(member(entry, "retry_of"))
            .into(),
        "job_imported" => {
            let created_at = time(entry, "created_at").unwrap();
            let facts = facts_of(entry);
            let details = details_of(entry);
            ImportedJob::new(job_id, facts, customers(), created_at, details)
                .with_updated_at(time(entry, "updated_at"))
                .with_request_payload(member(entry, "request_payload"))
                .with_original(member(entry, "original"))
                .into()
        }
        "status_changed" => {
            let outcomes = Outcomes::new(member::<Vec<_>>(entry, "outcomes")).unwrap();
            let actor = member(entry, "actor");
            let details = details_of(entry);
            StatusChange { job_id, actor, details, outcomes, request_key: None }.into()
        }
        other => panic!("{other}"),
    }
}

fn leaf_of(entry: &Value) -> Vec<u8> {
    let recorded_at = time(entry, "recorded_at").unwrap();
    let index = member(entry, "index");
    let previous = member(entry, "previous");
    restore(index, recorded_at, previous, draft_of(entry)).leaf()
}

/// A job of another system, with every optional member.
fn imported(job_id: &str, customers: &[&str]) -> Draft {
    let customers = customers.iter().map(|cid| Cid::new(*cid).unwrap());
    let facts = facts_of(&json!({
        "user_id": "ravi", "submitted_by": "importer", "batch_id": "b", "action_code": 2, "action_name": "PE-Enable",
        "cluster_url": "https://old.example.com/",
    }));
    let details = details_of(&json!({
        "status": "FAILED", "cause": "imported", "http_status": 500, "error_message": "e".repeat(300),
        "response_summary": "short",
    }));
    let created_at = Timestamp::parse("time", "2020-01-02T03:04:05.000006Z").unwrap();
    let customers = CustomerSet::new(customers).unwrap();
    ImportedJob::new(job_id.parse().unwrap(), facts, customers, created_at, details)
        .with_updated_at(Some(Timestamp::parse("time", "2020-01-02T03:04:06Z").unwrap()))
        .with_request_payload(Some(RequestPayload::new("{\"é\":1}").unwrap()))
        .with_original(Some(Original::new("row \"1\"\n").unwrap()))
        .into()
}

/// One entry of every kind, with and without every optional member.
async fn varied(api: &Api) {
    let retried = api.submit_ended(VIJAY).await;
    let job = json!({
        "action_name": "Trans-Begin", "cids": ["5002", "5001", "ü \"x\""], "batch_id": "night",
        "cluster_url": "https://cluster.example.com", "request_payload": {"note": "n".repeat(2000)},
        "retry_of": retried,
    });
    let created = api.post(VIJAY, "/v1/jobs", job).await.json();
    let status = format!("/v1/jobs/{}/status", created["job"]["job_id"].as_str().unwrap());
    api.post(VIJAY, &status, json!({"status": "UNCONFIRMED", "error_message": "?"})).await;
    let failed = json!({
        "status": "FAILED", "http_status": 200, "error_message": "m".repeat(256),
        "response_summary": "s".repeat(257),
        "outcomes": [
            {"cid": "5002", "status": "FAILED", "message": "no such \u{1f4a5}"},
            {"cid": "5001", "status": "SUCCESS"},
        ],
    });
    assert_eq!(api.post(VIJAY, &status, failed).await.status, StatusCode::OK);
    let drafts = vec![
        imported("0192f0c1-2345-7000-8000-000000000001", &["a", "b"]),
        imported("0192f0c1-2345-7000-8000-000000000002", &[]),
    ];
    assert!(api.store.append(drafts).await.unwrap().iter().all(Result::is_ok));
}

#[tokio::test]
async fn every_leaf_and_the_root_can_be_computed_from_what_is_listed() {
    let api = Api::new().await;
    varied(&api).await;
    let mut leaves = Vec::new();
    let mut path = "/v1/entries?limit=2".to_owned();
    loop {
        let answer = api.get(ADMIN, &path).await;
        let listed = answer.json();
        leaves.extend(listed["entries"].as_array().unwrap().iter().map(leaf_of));
        let Some(link) = answer.header("link") else {
            assert_eq!((&listed["entries"], &listed["next"]), (&json!([]), &Value::Null));
            break;
        };
        assert_eq!(listed["next"], leaves.len());
        path = link.strip_prefix('<').unwrap().split_once('>').unwrap().0.to_owned();
    }
    for (index, leaf) in leaves.iter().enumerate() {
        let served = api.get(ADMIN, &format!("/v1/entries/{index}/leaf")).await.bytes;
        assert_eq!(String::from_utf8_lossy(leaf), String::from_utf8_lossy(&served));
    }
    let newest = Follower::new(&api).await.last;
    assert_eq!((newest.size, newest.root), (leaves.len() as u64, root_of(&leaves)));
    assert_eq!(leaves.len(), 7);
}
