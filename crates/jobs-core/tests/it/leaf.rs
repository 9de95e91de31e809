//! The leaf is RFC 8785 JSON: equal to what an independent implementation makes of the same facts,
//! equal to the leaves that are checked in, and never too large for an entry bundle. Its bytes
//! alone are read as the same facts, and any other bytes are refused.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use jobs_core::backend::restore;
use jobs_core::leaf::{BYTES_MAX, INLINE_BYTES_MAX, Leaf};
use jobs_core::{
    ActionCode, ActionName, BatchId, Cause, Cid, ClusterUrl, CustomerSet, Draft, Entry,
    ErrorMessage, HttpStatus, INTEGER_MAX, ImportedJob, JobFacts, JobId, NewJob, Original, Outcome,
    OutcomeMessage, Outcomes, RequestKey, RequestPayload, ResponseSummary, Source, Status,
    StatusChange, StatusDetails, Timestamp, UserId,
};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The leaf as `docs` describe it, from plain JSON values and another library's canonical form and
/// trees.
fn oracle(entry: &Entry) -> Vec<u8> {
    let mut members = Map::new();
    members.insert("v".into(), json!(1));
    members.insert("job_id".into(), json!(entry.job_id().to_string()));
    put(&mut members, "previous", entry.previous());
    let recorded_at = entry.recorded_at().to_string();
    let kind = match entry.draft() {
        Draft::JobCreated(job) => {
            put_job(&mut members, job, &recorded_at);
            "job_created"
        }
        Draft::JobImported(import) => {
            put_job(&mut members, import.job(), &import.created_at().to_string());
            put_details(&mut members, import.details());
            put(&mut members, "updated_at", import.updated_at().map(|time| time.to_string()));
            put(
                &mut members,
                "original_sha256",
                import.original().map(|text| sha256(text.as_str())),
            );
            members.insert("recorded_at".into(), json!(recorded_at));
            "job_imported"
        }
        Draft::StatusChanged(change) => {
            put_details(&mut members, &change.details);
            members.insert("actor".into(), json!(change.actor.as_str()));
            members.insert("recorded_at".into(), json!(recorded_at));
            put(&mut members, "request_key", change.request_key.map(|key| key.to_string()));
            if !change.outcomes.is_empty() {
                let leaves = change.outcomes.iter().map(outcome_leaf);
                members.insert("outcomes".into(), subtree(leaves));
            }
            "status_changed"
        }
    };
    members.insert("kind".into(), json!(kind));
    serde_json_canonicalizer::to_vec(&Value::Object(members)).unwrap()
}

fn request_key() -> Option<RequestKey> {
    Some(RequestKey::new(&UserId::new("vijay").unwrap(), "retry-1").unwrap())
}

fn put<T: Into<Value>>(members: &mut Map<String, Value>, name: &str, value: Option<T>) {
    if let Some(value) = value {
        members.insert(name.into(), value.into());
    }
}

fn put_job(members: &mut Map<String, Value>, job: &NewJob, created_at: &str) {
    let facts = job.facts();
    members.insert("user_id".into(), json!(facts.user_id.as_str()));
    members.insert("action_code".into(), json!(facts.action_code.get()));
    members.insert("action_name".into(), json!(facts.action_name.as_str()));
    members.insert("created_at".into(), json!(created_at));
    members.insert("source".into(), json!(job.source().as_str()));
    let cids = job.customers().iter().map(|cid| cid.as_str().as_bytes().to_vec());
    members.insert("customers".into(), subtree(cids));
    put(members, "submitted_by", facts.submitted_by.as_ref().map(|name| name.as_str()));
    put(members, "batch_id", facts.batch_id.as_ref().map(|text| text.as_str()));
    put(members, "cluster_url", facts.cluster_url.as_ref().map(|text| text.as_str()));
    put(members, "retry_of", job.retry_of().map(|id| id.to_string()));
    let payload = job.request_payload().map(|text| sha256(text.as_str()));
    put(members, "request_payload_sha256", payload);
    put(members, "request_key", job.request_key().map(|key| key.to_string()));
}

fn put_details(members: &mut Map<String, Value>, details: &StatusDetails) {
    members.insert("status".into(), json!(details.status.as_str()));
    members.insert("cause".into(), json!(details.cause.as_str()));
    put(members, "http_status", details.http_status.map(u16::from));
    let error_message = details.error_message.as_ref().map(|text| text.as_str());
    let response_summary = details.response_summary.as_ref().map(|text| text.as_str());
    for (name, text) in [("error_message", error_message), ("response_summary", response_summary)] {
        match text {
            Some(long) if long.len() > 256 => {
                members.insert(format!("{name}_sha256"), json!(sha256(long)));
            }
            short => put(members, name, short),
        }
    }
}

fn outcome_leaf(outcome: &Outcome) -> Vec<u8> {
    let mut members = Map::new();
    members.insert("cid".into(), json!(outcome.cid.as_str()));
    members.insert("status".into(), json!(outcome.status.as_str()));
    put(&mut members, "message", outcome.message.as_ref().map(|text| text.as_str()));
    serde_json_canonicalizer::to_vec(&Value::Object(members)).unwrap()
}

fn subtree(leaves: impl Iterator<Item = Vec<u8>>) -> Value {
    let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    leaves.for_each(|leaf| tree.push(leaf));
    json!({"count": tree.len(), "root": hex::encode(tree.root().as_bytes())})
}

fn sha256(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}

fn time(text: &str) -> Timestamp {
    Timestamp::parse("time", text).unwrap()
}

fn id(last: char) -> JobId {
    format!("0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b{last}").parse().unwrap()
}

fn customers(cids: &[&str]) -> CustomerSet {
    CustomerSet::new(cids.iter().map(|text| Cid::new(*text).unwrap())).unwrap()
}

/// Two leaves of each kind, with all and with none of the optional members: the same facts as those
/// from which a Python program made the files in `tests/golden` (`golden.py`, beside them).
fn golden_entries() -> [(&'static str, Entry); 6] {
    let recorded_at = time("2026-01-28T15:04:53.003687Z");
    let facts = JobFacts {
        user_id: UserId::new("vijay").unwrap(),
        submitted_by: None,
        batch_id: None,
        action_code: ActionCode::new(1).unwrap(),
        action_name: ActionName::new("Trans-Begin").unwrap(),
        cluster_url: None,
    };
    let full_facts = JobFacts {
        submitted_by: Some(UserId::new("änita").unwrap()),
        batch_id: Some(BatchId::new("batch \"7\" é").unwrap()),
        cluster_url: Some(ClusterUrl::new("https://cluster.example/tms\\v1").unwrap()),
        ..facts.clone()
    };
    let payload = RequestPayload::new("{\"action\":\"Trans-Begin\"}").unwrap();
    let bare_job = |last| {
        let JobFacts { user_id, action_code, action_name, .. } = facts.clone();
        let set = customers(&["5002", "5001"]);
        NewJob::new(user_id, action_code, action_name, set).unwrap().with_job_id(id(last))
    };
    let full_job = bare_job('2')
        .with_submitted_by(full_facts.submitted_by.clone().unwrap())
        .with_batch_id(full_facts.batch_id.clone())
        .with_cluster_url(full_facts.cluster_url.clone())
        .with_request_payload(Some(payload.clone()))
        .with_source(Source::Gateway)
        .with_retry_of(Some(id('1')))
        .with_request_key(request_key());
    let failure = StatusDetails {
        status: Status::Failed,
        cause: Cause::Answered,
        http_status: Some(HttpStatus::new(200).unwrap()),
        error_message: Some(ErrorMessage::new("line\r\n\t\u{1}\u{7f}\u{2028}\u{1f600}").unwrap()),
        response_summary: Some(ResponseSummary::new("x".repeat(257)).unwrap()),
    };
    let created_at = time("2025-12-31T23:59:59.999999Z");
    let success = StatusDetails::new(Status::Success);
    let bare_import = ImportedJob::new(id('3'), facts.clone(), customers(&[]), created_at, success);
    let full_import =
        ImportedJob::new(id('4'), full_facts, customers(&["5001"]), created_at, failure.clone())
            .with_updated_at(Some(time("2026-01-01T00:00:17.5Z")))
            .with_request_payload(Some(payload))
            .with_original(Some(Original::new("{\"status\":\"failed\"}").unwrap()));
    let actor = UserId::new("gateway").unwrap();
    let outcomes = Outcomes::new([
        outcome("5002", Status::Failed, Some("does not \"exist\"")),
        outcome("5001", Status::Success, None),
    ])
    .unwrap();
    let change = |details, outcomes, request_key| {
        Draft::from(StatusChange {
            job_id: id('2'),
            actor: actor.clone(),
            details,
            outcomes,
            request_key,
        })
    };
    let unconfirmed =
        StatusDetails { cause: Cause::TimedOut, ..StatusDetails::new(Status::Unconfirmed) };
    let entry = |index, previous, draft| restore(index, recorded_at, previous, draft);
    [
        ("job_created_bare", entry(0, None, bare_job('1').into())),
        ("job_created_full", entry(1, None, full_job.into())),
        ("job_imported_bare", entry(2, None, bare_import.into())),
        ("job_imported_full", entry(3, None, full_import.into())),
        ("status_changed_bare", entry(4, Some(1), change(unconfirmed, Outcomes::default(), None))),
        ("status_changed_full", entry(5, Some(4), change(failure, outcomes, request_key()))),
    ]
}

fn outcome(cid: &str, status: Status, message: Option<&str>) -> Outcome {
    let message = message.map(|text| OutcomeMessage::new(text).unwrap());
    Outcome { cid: Cid::new(cid).unwrap(), status, message }
}

#[test]
fn leaves_are_those_that_are_checked_in() {
    for (name, entry) in golden_entries() {
        let path = format!("{}/tests/golden/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let golden = std::fs::read_to_string(&path).unwrap();
        assert_eq!(String::from_utf8(entry.leaf()).unwrap(), golden, "{name}");
        assert_eq!(String::from_utf8(oracle(&entry)).unwrap(), golden, "{name}");
    }
}

/// The leaf is read as what the entry says.
fn assert_read_back(entry: &Entry) {
    let bytes = entry.leaf();
    let leaf = Leaf::parse(&bytes).unwrap();
    assert_eq!(String::from_utf8(leaf.to_bytes()).unwrap(), String::from_utf8(bytes).unwrap());
    assert_eq!(leaf.kind(), entry.draft().kind());
    assert_eq!(leaf.job_id, entry.job_id());
    assert_eq!(leaf.recorded_at, entry.recorded_at());
    assert_eq!(leaf.previous(), entry.previous());
    assert_eq!(leaf.status(), entry.status());
    let (job, change) = match entry.draft() {
        Draft::JobCreated(job) => (Some(&**job), None),
        Draft::JobImported(import) => (Some(import.job()), None),
        Draft::StatusChanged(change) => (None, Some(change)),
    };
    let customers = leaf.customers().map(|tree| (tree.count, tree.root));
    let expected = job.map(|job| (job.customers().len() as u64, job.customers().root()));
    assert_eq!(customers, expected);
    let outcomes = change.map(|change| &change.outcomes).filter(|outcomes| !outcomes.is_empty());
    let expected = outcomes.map(|outcomes| (outcomes.len() as u64, outcomes.root()));
    assert_eq!(leaf.outcomes().map(|tree| (tree.count, tree.root)), expected);
    let payload = leaf.hashed_texts().find(|(member, _)| *member == "request_payload");
    let expected = job.and_then(|job| job.request_payload()).map(|text| sha256(text.as_str()));
    assert_eq!(payload.map(|(_, hash)| hash.to_string()), expected);
}

#[test]
fn leaves_that_are_checked_in_are_read_back() {
    for (name, entry) in golden_entries() {
        assert_read_back(&entry);
        let hashed: Vec<_> = Leaf::parse(&entry.leaf()).unwrap().hashed_texts().collect();
        let members: Vec<_> = hashed.iter().map(|(member, _)| *member).collect();
        let expected: &[_] = match name {
            "job_created_full" => &["request_payload"],
            "job_imported_full" => &["request_payload", "original", "response_summary"],
            "status_changed_full" => &["response_summary"],
            _ => &[],
        };
        assert_eq!(members, expected, "{name}");
    }
}

fn refused(bytes: impl AsRef<[u8]>) {
    let text = String::from_utf8_lossy(bytes.as_ref());
    assert!(Leaf::parse(bytes.as_ref()).is_err(), "{text:.2000}");
}

/// The canonical form of the golden leaf `name` with one member set, or taken away.
fn with(name: &str, member: &str, value: Option<&Value>) -> Vec<u8> {
    let entries = golden_entries();
    let (_, entry) = entries.iter().find(|(golden, _)| *golden == name).unwrap();
    let mut members: Map<String, Value> = serde_json::from_slice(&entry.leaf()).unwrap();
    match value {
        Some(value) => members.insert(member.into(), value.clone()),
        None => members.remove(member),
    };
    serde_json_canonicalizer::to_vec(&members).unwrap()
}

/// Takes away each member that its kind must have, puts in each that it cannot have, and gives each
/// a value of another type.
#[test]
fn exactly_the_members_of_its_kind_are_read() {
    let optional = [
        "batch_id",
        "cluster_url",
        "error_message",
        "http_status",
        "original_sha256",
        "outcomes",
        "request_key",
        "request_payload_sha256",
        "response_summary_sha256",
        "retry_of",
        "submitted_by",
        "updated_at",
    ];
    let leaves = golden_entries().map(|(name, entry)| {
        (name, serde_json::from_slice::<Map<String, Value>>(&entry.leaf()).unwrap())
    });
    let all: Map<String, Value> = leaves.iter().flat_map(|(_, leaf)| leaf.clone()).collect();
    for (name, leaf) in leaves.iter().filter(|(name, _)| name.ends_with("full")) {
        for (member, value) in &all {
            let other_type = if value.is_string() { json!(1) } else { json!("1") };
            refused(with(name, member, Some(&other_type)));
            refused(with(name, member, Some(&Value::Null)));
            if !leaf.contains_key(member) {
                // `retry_of` and `updated_at` have values of a fitting type, and no place.
                refused(with(name, member, Some(value)));
            } else if optional.contains(&member.as_str()) {
                Leaf::parse(&with(name, member, None)).unwrap();
            } else {
                refused(with(name, member, None));
            }
        }
        refused(with(name, "note", Some(&json!("unknown"))));
    }
}

#[test]
fn values_that_no_entry_has_are_refused() {
    let no_one = json!({"count": 0, "root": sha256("")});
    for (name, member, value) in [
        ("job_created_full", "v", json!(2)),
        ("job_created_full", "kind", json!("job_deleted")),
        ("job_created_full", "user_id", json!("")),
        ("job_created_full", "submitted_by", json!("")),
        ("job_created_full", "submitted_by", json!("vijay")),
        ("job_imported_full", "submitted_by", json!("vijay")),
        ("job_created_full", "user_id", json!("a\u{7}")),
        ("job_created_full", "cluster_url", json!("x".repeat(2049))),
        ("job_created_full", "action_code", json!(INTEGER_MAX + 1)),
        ("job_created_full", "action_code", json!(1.5)),
        ("job_created_full", "job_id", json!("00000000-0000-0000-0000-000000000000")),
        ("job_created_full", "job_id", json!("0192F0C1-2D3E-7A4B-8C5D-6E7F8091A2B2")),
        ("job_created_full", "job_id", json!("0192f0c12d3e7a4b8c5d6e7f8091a2b2")),
        ("job_created_full", "source", json!("elsewhere")),
        ("job_created_full", "customers", no_one.clone()),
        ("job_created_full", "customers", json!({"count": 100_001, "root": sha256("")})),
        ("job_created_full", "customers", json!({"count": -1, "root": sha256("")})),
        ("job_created_full", "customers", json!({"count": 1, "root": sha256("").to_uppercase()})),
        ("job_created_full", "customers", json!({"count": 1, "root": sha256(""), "x": 1})),
        ("job_created_full", "customers", json!({"count": 1})),
        ("job_imported_full", "customers", json!({"count": 0, "root": sha256("x")})),
        ("job_imported_full", "source", json!("api")),
        ("job_imported_full", "updated_at", json!("2026-01-01T00:00:17.5Z")),
        ("job_imported_full", "updated_at", json!("2026-01-01T02:00:17.500000+02:00")),
        ("job_imported_full", "updated_at", json!("2026-13-01T00:00:17.500000Z")),
        ("job_imported_full", "updated_at", json!("1969-12-31T23:59:59.000000Z")),
        ("job_imported_full", "http_status", json!(600)),
        ("job_imported_full", "status", json!("DELETED")),
        ("job_imported_full", "original_sha256", json!("00")),
        ("status_changed_full", "error_message", json!("x".repeat(257))),
        ("status_changed_full", "error_message", json!("\0")),
        ("status_changed_full", "response_summary", json!("also by its hash")),
        ("status_changed_full", "previous", json!(INTEGER_MAX + 1)),
        ("status_changed_full", "previous", json!(-1)),
        ("status_changed_full", "outcomes", no_one),
    ] {
        refused(with(name, member, Some(&value)));
    }
}

#[test]
fn another_spelling_of_the_same_json_is_refused() {
    let (_, entry) = &golden_entries()[1];
    let leaf = String::from_utf8(entry.leaf()).unwrap();
    let spell = |from: &str, to: &str| {
        let other = leaf.replacen(from, to, 1);
        assert_ne!(other, leaf, "{from}");
        refused(other);
    };
    spell(r#":1,"#, r#": 1,"#);
    spell(r#":1,"#, r#":1.0,"#);
    spell(r#":1,"#, r#":1e0,"#);
    spell(r#":1,"#, r#":01,"#);
    spell("vijay", r"vij\u0061y");
    spell("é", r"\u00e9");
    spell("é", "e\u{301}\u{0}");
    spell("https://", r"https:\/\/");
    spell(r#""v":1"#, r#""v":1,"v":1"#);
    spell(r#""v":1"#, r#""v":2,"v":1"#);
    spell(r#""v":1"#, r#""\u0076":1"#);
    spell(r#""user_id":"vijay","v":1"#, r#""v":1,"user_id":"vijay""#);
    for around in ["{} ", " {}", "{}\n", "\u{feff}{}", "{}{}", "[{}]"] {
        refused(around.replace("{}", &leaf));
    }
    refused(leaf.clone() + &" ".repeat(BYTES_MAX));
    refused(&leaf.as_bytes()[..leaf.len() - 1]);
    refused([leaf.as_bytes(), b"\xff"].concat());
}

/// A flipped bit may turn a leaf into the leaf of another entry; then these are exactly that leaf's
/// bytes.
#[test]
fn every_flipped_bit_is_refused_or_is_another_leaf() {
    let mut others = 0;
    for (_, entry) in golden_entries() {
        let leaf = entry.leaf();
        for at in 0..leaf.len() * 8 {
            let mut bytes = leaf.clone();
            bytes[at / 8] ^= 1 << (at % 8);
            if let Ok(other) = Leaf::parse(&bytes) {
                assert_eq!(other.to_bytes(), bytes);
                others += 1;
            }
        }
    }
    assert!(others > 0, "a name may have another letter");
}

/// Every field at its limit, filled with what JSON makes longest.
#[test]
fn the_largest_leaf_fits_an_entry_bundle() {
    let quotes = |n| "\"".repeat(n);
    let controls = |n| "\u{1}".repeat(n);
    let largest = i64::try_from(INTEGER_MAX).unwrap();
    let facts = JobFacts {
        user_id: UserId::new(quotes(UserId::BYTES_MAX)).unwrap(),
        submitted_by: Some(UserId::new(quotes(UserId::BYTES_MAX - 2)).unwrap()),
        batch_id: Some(BatchId::new(quotes(BatchId::BYTES_MAX)).unwrap()),
        action_code: ActionCode::new(-largest).unwrap(),
        action_name: ActionName::new(quotes(ActionName::BYTES_MAX)).unwrap(),
        cluster_url: Some(ClusterUrl::new(quotes(ClusterUrl::BYTES_MAX)).unwrap()),
    };
    let details = |length| StatusDetails {
        status: Status::Unconfirmed,
        cause: Cause::InconclusiveAnswer,
        http_status: Some(HttpStatus::new(599).unwrap()),
        error_message: Some(ErrorMessage::new(controls(length)).unwrap()),
        response_summary: Some(ResponseSummary::new(controls(length)).unwrap()),
    };
    let set =
        CustomerSet::new((0..CustomerSet::COUNT_MAX).map(|n| Cid::new(n.to_string()).unwrap()));
    let set = set.unwrap();
    // The outcomes are behind the root; the leaf shows only how many there are.
    let outcomes = Outcomes::new(set.iter().map(|cid| Outcome {
        cid: cid.clone(),
        status: Status::Unconfirmed,
        message: None,
    }))
    .unwrap();
    // Computed before the copies are made, so that they share it.
    let _roots = (set.root(), outcomes.root());
    let mut largest_leaf = 0;
    // The longest text that stands in the leaf itself, and one that does not.
    for length in [INLINE_BYTES_MAX, INLINE_BYTES_MAX + 1] {
        let user_id = facts.user_id.clone();
        let job = NewJob::from_facts(id('2'), facts.clone(), set.clone())
            .unwrap()
            .with_request_payload(Some(RequestPayload::new(quotes(1_000)).unwrap()))
            .with_retry_of(Some(id('1')))
            .with_request_key(request_key());
        let import =
            ImportedJob::new(id('2'), facts.clone(), set.clone(), Timestamp::MAX, details(length))
                .with_updated_at(Some(Timestamp::MAX))
                .with_request_payload(Some(RequestPayload::new(quotes(1_000)).unwrap()))
                .with_original(Some(Original::new(quotes(1_000)).unwrap()));
        let job_id = id('2');
        let outcomes = outcomes.clone();
        let change = StatusChange {
            job_id,
            actor: user_id,
            details: details(length),
            outcomes,
            request_key: request_key(),
        };
        for draft in [Draft::from(job), import.into(), change.into()] {
            let entry = restore(INTEGER_MAX, Timestamp::MAX, Some(INTEGER_MAX - 1), draft);
            largest_leaf = largest_leaf.max(entry.leaf().len());
        }
    }
    assert!(largest_leaf < BYTES_MAX, "{largest_leaf} bytes");
    // The test proves nothing unless the largest leaf is indeed large.
    assert!(largest_leaf > 8_000, "{largest_leaf} bytes");
}

/// Any characters, among them those that JSON escapes and those that sort differently in UTF-16.
fn characters(controls: bool) -> impl Strategy<Value = String> {
    let special =
        select(vec!['"', '\\', '/', '\u{7f}', '\u{2028}', '\u{e000}', '\u{1f600}', '\u{fffd}']);
    let control = prop_oneof![
        proptest::char::range('\u{1}', '\u{1f}'),
        Just('\n'),
        Just('\u{8}'),
        Just('\u{c}')
    ];
    vec(prop_oneof![any::<char>(), special, control], 1..30).prop_map(move |chars| {
        let kept = |c: &char| *c != '\0' && (controls || !c.is_control());
        chars.into_iter().filter(kept).collect()
    })
}

fn name() -> impl Strategy<Value = String> {
    let seen = |text: String| jobs_core::without_unseen(&text).into_owned();
    characters(false).prop_map(seen).prop_filter("not empty", |name| !name.is_empty())
}

/// Texts on both sides of the length at which they leave the leaf.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        characters(true),
        Just(String::new()),
        (250..262_usize).prop_map(|length| "\u{1f}".repeat(length)),
        (characters(true), 1..40_usize).prop_map(|(text, times)| text.repeat(times)),
    ]
}

fn details() -> impl Strategy<Value = StatusDetails> {
    let cause = select(Cause::ALL.to_vec())
        .prop_filter("is no import's", |cause| *cause != Cause::Imported);
    let basis = cause.prop_flat_map(|cause| (Just(cause), select(cause.statuses())));
    (basis, of(100..600_u16), of(text()), of(text())).prop_map(
        |((cause, status), code, error, summary)| StatusDetails {
            status,
            cause,
            http_status: code.map(|code| HttpStatus::new(code).unwrap()),
            error_message: error.map(|text| ErrorMessage::new(text).unwrap()),
            response_summary: summary.map(|text| ResponseSummary::new(text).unwrap()),
        },
    )
}

fn facts() -> impl Strategy<Value = JobFacts> {
    let largest = i64::try_from(INTEGER_MAX).unwrap();
    (name(), of(name()), of(name()), -largest..=largest, name(), of(name())).prop_map(
        |(user_id, submitted_by, batch_id, action_code, action_name, cluster_url)| JobFacts {
            submitted_by: submitted_by
                .filter(|name| *name != user_id)
                .map(|name| UserId::new(name).unwrap()),
            user_id: UserId::new(user_id).unwrap(),
            batch_id: batch_id.map(|text| BatchId::new(text).unwrap()),
            action_code: ActionCode::new(action_code).unwrap(),
            action_name: ActionName::new(action_name).unwrap(),
            cluster_url: cluster_url.map(|text| ClusterUrl::new(text).unwrap()),
        },
    )
}

fn moment() -> impl Strategy<Value = Timestamp> {
    let all = Timestamp::MIN.as_micros()..=Timestamp::MAX.as_micros();
    let seconds = (0..=4_000_000_000_i64).prop_map(|seconds| seconds * 1_000_000);
    prop_oneof![all, seconds].prop_map(|micros| Timestamp::from_micros("time", micros).unwrap())
}

fn set() -> impl Strategy<Value = CustomerSet> {
    vec(name(), 1..9).prop_map(|names| {
        CustomerSet::new(names.into_iter().map(|name| Cid::new(name).unwrap())).unwrap()
    })
}

fn created() -> impl Strategy<Value = Draft> {
    let source = select(Source::ALL.to_vec());
    (facts(), set(), of(text()), source, any::<[bool; 2]>()).prop_map(
        |(facts, set, payload, source, [retry, keyed])| {
            NewJob::from_facts(JobId::mint(), facts, set)
                .unwrap()
                .with_request_payload(payload.map(|text| RequestPayload::new(text).unwrap()))
                .with_source(source)
                .with_retry_of(retry.then(|| id('1')))
                .with_request_key(request_key().filter(|_| keyed))
                .into()
        },
    )
}

fn imported() -> impl Strategy<Value = Draft> {
    let set = prop_oneof![Just(customers(&[])), set()];
    let optional = (of(moment()), of(text()), of(text()));
    (facts(), set, moment(), details(), optional).prop_map(
        |(facts, set, created_at, details, (updated_at, payload, original))| {
            ImportedJob::new(id('2'), facts, set, created_at, details)
                .with_updated_at(updated_at)
                .with_request_payload(payload.map(|text| RequestPayload::new(text).unwrap()))
                .with_original(original.map(|text| Original::new(text).unwrap()))
                .into()
        },
    )
}

fn changed() -> impl Strategy<Value = Draft> {
    let status = select(vec![Status::Success, Status::Failed, Status::Unconfirmed]);
    let outcomes = btree_map(name(), (status, of(characters(true))), 0..6);
    (name(), details(), outcomes).prop_map(|(actor, details, outcomes)| {
        let outcomes = outcomes
            .iter()
            .map(|(cid, (status, message))| outcome(cid, *status, message.as_deref()));
        let outcomes = Outcomes::new(outcomes).unwrap();
        let actor = UserId::new(actor).unwrap();
        let request_key = request_key().filter(|_| details.http_status.is_some());
        StatusChange { job_id: id('3'), actor, details, outcomes, request_key }.into()
    })
}

proptest! {
    #[test]
    fn every_leaf_is_canonical_json(
        draft in prop_oneof![created(), imported(), changed()],
        index in 0..INTEGER_MAX,
        recorded_at in moment(),
        previous in of(0..INTEGER_MAX),
    ) {
        let entry = restore(index, recorded_at, previous, draft);
        assert_eq!(
            String::from_utf8(entry.leaf()).unwrap(),
            String::from_utf8(oracle(&entry)).unwrap()
        );
    }

    #[test]
    fn every_leaf_is_read_back(
        draft in prop_oneof![created(), imported(), changed()],
        index in 1..INTEGER_MAX,
        recorded_at in moment(),
    ) {
        // As the sequencer has it: a change has an entry before it, and nothing else has.
        let previous = matches!(draft, Draft::StatusChanged(_)).then_some(index - 1);
        assert_read_back(&restore(index, recorded_at, previous, draft));
    }
}
