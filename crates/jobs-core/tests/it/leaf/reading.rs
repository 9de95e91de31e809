//! The bytes of a leaf alone are read as the facts that it says, and any other bytes are refused.

use jobs_core::leaf::{BYTES_MAX, Leaf};
use jobs_core::{Draft, Entry, INTEGER_MAX};
use serde_json::{Map, Value, json};

use super::{golden_entries, sha256};

/// The leaf is read as what the entry says.
pub(super) fn assert_read_back(entry: &Entry) {
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
        Draft::NoteAdded(_) => (None, None),
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
            "note_added_full" => &["text"],
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
        ("note_added_bare", "text", json!("")),
        ("note_added_bare", "text", json!("a\0b")),
        ("note_added_bare", "text", json!("x".repeat(257))),
        ("note_added_bare", "text_sha256", json!(sha256("also by itself"))),
        ("note_added_full", "text", json!("also by its hash")),
        ("note_added_full", "previous", json!(INTEGER_MAX + 1)),
        ("note_added_full", "actor", json!("")),
        ("note_added_full", "status", json!("SUCCESS")),
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
