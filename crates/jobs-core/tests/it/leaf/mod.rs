//! The leaf is RFC 8785 JSON: equal to what an independent implementation makes of the same facts,
//! equal to the leaves that are checked in, and never too large for an entry bundle.

mod random;
mod reading;

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use jobs_core::backend::restore;
use jobs_core::leaf::{BYTES_MAX, INLINE_BYTES_MAX};
use jobs_core::{
    ActionCode, ActionName, BatchId, Cause, Cid, ClusterUrl, CustomerSet, Draft, Entry,
    ErrorMessage, HttpStatus, INTEGER_MAX, ImportedJob, JobFacts, JobId, NewJob, NewNote, NoteText,
    Original, Outcome, OutcomeMessage, Outcomes, RequestKey, RequestPayload, ResponseSummary,
    Source, Status, StatusChange, StatusDetails, Timestamp, UserId,
};
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
        Draft::NoteAdded(note) => {
            members.insert("actor".into(), json!(note.actor.as_str()));
            members.insert("recorded_at".into(), json!(recorded_at));
            put(&mut members, "request_key", note.request_key.map(|key| key.to_string()));
            put_texts(&mut members, [("text", Some(note.text.as_str()))]);
            "note_added"
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
    put_texts(members, [("error_message", error_message), ("response_summary", response_summary)]);
}

fn put_texts<'a>(
    members: &mut Map<String, Value>,
    texts: impl IntoIterator<Item = (&'a str, Option<&'a str>)>,
) {
    for (name, text) in texts {
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
fn golden_entries() -> [(&'static str, Entry); 8] {
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
    let note = |text: &str, request_key| {
        let text = NoteText::new(text).unwrap();
        Draft::from(NewNote { request_key, ..NewNote::new(id('2'), actor.clone(), text) })
    };
    let entry = |index, previous, draft| restore(index, recorded_at, previous, draft);
    [
        ("job_created_bare", entry(0, None, bare_job('1').into())),
        ("job_created_full", entry(1, None, full_job.into())),
        ("job_imported_bare", entry(2, None, bare_import.into())),
        ("job_imported_full", entry(3, None, full_import.into())),
        ("status_changed_bare", entry(4, Some(1), change(unconfirmed, Outcomes::default(), None))),
        ("status_changed_full", entry(5, Some(4), change(failure, outcomes, request_key()))),
        (
            "note_added_bare",
            entry(6, Some(5), note("asked \"them\":\r\n\t\u{1}\u{7f} é \u{1f600}", None)),
        ),
        ("note_added_full", entry(7, Some(6), note(&"é".repeat(129), request_key()))),
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
        let text = NoteText::new(controls(length)).unwrap();
        let note = NewNote {
            request_key: request_key(),
            ..NewNote::new(job_id, facts.user_id.clone(), text)
        };
        for draft in [Draft::from(job), import.into(), change.into(), note.into()] {
            let entry = restore(INTEGER_MAX, Timestamp::MAX, Some(INTEGER_MAX - 1), draft);
            largest_leaf = largest_leaf.max(entry.leaf().len());
        }
    }
    assert!(largest_leaf < BYTES_MAX, "{largest_leaf} bytes");
    // The test proves nothing unless the largest leaf is indeed large.
    assert!(largest_leaf > 8_000, "{largest_leaf} bytes");
}
