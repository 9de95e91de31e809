//! Both verifiers refuse what no entry can say, even with a genuine signature: the holder of the
//! key can sign anything.

use std::fs;
use std::process::Command;

use jobs_core::leaf::Leaf;
use jobs_core::log::{Checkpoint, Receipt, SignedCheckpoint};
use jobs_core::merkle::{Hash, InclusionProof, leaf_hash, root_of};
use jobs_core::{Cause, Cid, Status};
use jobs_notary::Evidence;

use crate::checks::{Files, genuine};
use crate::ledger::key;
use crate::python::{accepted, docs, folder, has_python, refused};

const HASH: &str = "f0878115602b422e2e4acd278c2bf7f88e6bd0d93122dccb1c4031dd19f738c0";
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Leaves of each kind with every member that it may have; `HASH` stands for a hash.
const CREATED: &str = r#"{"action_code":1,"action_name":"Trans-Begin","batch_id":"seven","cluster_url":"https://c.test/","created_at":"2026-01-28T15:04:53.003687Z","customers":{"count":2,"root":"HASH"},"job_id":"0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3","kind":"job_created","request_key":"HASH","request_payload_sha256":"HASH","retry_of":"0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b4","source":"gateway","submitted_by":"anita","user_id":"vijay","v":1}"#;
const IMPORTED: &str = r#"{"action_code":-1,"action_name":"x","batch_id":"seven","cause":"imported","cluster_url":"https://c.test/","created_at":"1970-01-01T00:00:00.000000Z","customers":{"count":2,"root":"HASH"},"error_message":"e","http_status":100,"job_id":"0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3","kind":"job_imported","original_sha256":"HASH","recorded_at":"2024-02-29T23:59:59.999999Z","request_payload_sha256":"HASH","response_summary_sha256":"HASH","source":"import","status":"SUCCESS","submitted_by":"anita","updated_at":"2026-01-28T15:04:53.003687Z","user_id":"vijay","v":1}"#;
const CHANGED: &str = r#"{"actor":"gateway","cause":"answered","error_message_sha256":"HASH","http_status":200,"job_id":"0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3","kind":"status_changed","outcomes":{"count":1,"root":"HASH"},"previous":0,"recorded_at":"2026-01-28T15:04:53.003687Z","request_key":"HASH","response_summary":"ok","status":"FAILED","v":1}"#;

const NOTED: &str = r#"{"actor":"anita","job_id":"0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3","kind":"note_added","previous":0,"recorded_at":"2026-01-28T15:04:53.003687Z","request_key":"HASH","text":"seen","v":1}"#;

/// A leaf, and whether an entry can have it.
type Row = (String, bool);

fn changed((leaf, from, to, fits): (&str, &str, &str, bool)) -> Row {
    assert!(leaf.contains(from), "{from}");
    (leaf.replacen(from, to, 1).replace("HASH", HASH), fits)
}

/// One value of one member at a time.
fn values() -> Vec<Row> {
    let long = |count: usize| "é".repeat(count / 2) + &"x".repeat(count % 2);
    let name = |count| format!(r#""user_id":"{}""#, long(count));
    let url = |count| format!(r#""cluster_url":"{}""#, long(count));
    let text = |count| format!(r#""response_summary":"{}""#, long(count));
    let customers = r#""customers":{"count":2,"root":"HASH"}"#;
    let outcomes = r#""outcomes":{"count":1,"root":"HASH"}"#;
    let none = |member: &str, root: &str| format!(r#""{member}":{{"count":0,"root":"{root}"}}"#);
    let rows: &[(&str, &str, &str, bool)] = &[
        (CREATED, "{", "{", true),
        (IMPORTED, "{", "{", true),
        (CHANGED, "{", "{", true),
        (NOTED, "{", "{", true),
        (NOTED, r#""text":"seen","#, "", false),
        (NOTED, r#""text":"seen""#, r#""text":"""#, false),
        (NOTED, r#""text":"seen""#, r#""text":null"#, false),
        (NOTED, r#""text":"seen""#, r#""text":7"#, false),
        (NOTED, r#""text":"seen""#, r#""text":"\u0000""#, false),
        (NOTED, r#""text":"seen""#, r#""text":"a\"\\\n\tb""#, true),
        (NOTED, r#""text":"seen""#, r#""text_sha256":"HASH""#, true),
        (NOTED, r#""text":"seen""#, r#""text":"seen","text_sha256":"HASH""#, false),
        (NOTED, r#""text":"seen""#, r#""status":"SUCCESS","text":"seen""#, false),
        (NOTED, r#""actor":"anita","#, r#""actor":"anita","cause":"reported","#, false),
        (NOTED, r#""actor":"anita","#, "", false),
        (NOTED, r#""previous":0,"#, "", false),
        (NOTED, r#""request_key":"HASH","#, "", true),
        (NOTED, r#""recorded_at":"2026-01-28T15:04:53.003687Z","#, "", false),
        (NOTED, r#""kind":"note_added""#, r#""kind":"status_changed""#, false),
        (CHANGED, r#""status":"FAILED""#, r#""status":"FAILED","text":"seen""#, false),
        // Members.
        (CREATED, r#""v":1"#, r#""v":2"#, false),
        (CREATED, r#""v":1"#, r#""v":1.0"#, false),
        (CREATED, r#""v":1"#, r#""v":true"#, false),
        (CREATED, r#""v":1"#, r#""v":"1""#, false),
        (CREATED, r#","v":1"#, "", false),
        (CREATED, r#","v":1"#, r#","v":1,"x":1"#, false),
        (CREATED, r#","user_id":"vijay""#, "", false),
        (CREATED, r#""submitted_by":"anita","#, "", true),
        (CREATED, r#""submitted_by":"anita""#, r#""submitted_by":"vijay""#, false),
        (CREATED, r#""submitted_by":"anita""#, r#""submitted_by":"""#, false),
        (CREATED, r#""submitted_by":"anita""#, r#""submitted_by":null"#, false),
        (IMPORTED, r#""submitted_by":"anita","#, "", true),
        (IMPORTED, r#""submitted_by":"anita""#, r#""submitted_by":"vijay""#, false),
        (CHANGED, r#""status":"FAILED""#, r#""status":"FAILED","submitted_by":"anita""#, false),
        (CREATED, r#""kind":"job_created""#, r#""kind":"job_imported""#, false),
        (CREATED, r#""kind":"job_created""#, r#""kind":"job_deleted""#, false),
        (CREATED, r#""kind":"job_created""#, r#""kind":["job_created"]"#, false),
        (CREATED, r#""retry_of":""#, r#""retry_of":null,"x":""#, false),
        (CREATED, r#""batch_id":"seven""#, r#""batch_id":null"#, false),
        (CREATED, r#""batch_id":"seven","#, "", true),
        (CREATED, r#""batch_id":"seven""#, r#""batch_id":7"#, false),
        (CREATED, r#""batch_id":"seven""#, r#""batch_id":"seven","cause":"reported""#, false),
        (
            IMPORTED,
            r#""request_payload_sha256""#,
            r#""request_key":"HASH","request_payload_sha256""#,
            false,
        ),
        (
            IMPORTED,
            r#""error_message":"e""#,
            r#""error_message":"e","error_message_sha256":"HASH""#,
            false,
        ),
        (
            CHANGED,
            r#""response_summary":"ok""#,
            r#""response_summary":"ok","response_summary_sha256":"HASH""#,
            false,
        ),
        // Causes and statuses beyond those of the table; sources.
        (CHANGED, r#""cause":"answered","#, "", false),
        (CHANGED, r#""cause":"answered""#, r#""cause":"banana""#, false),
        (CHANGED, r#""cause":"answered""#, r#""cause":"""#, false),
        (CHANGED, r#""cause":"answered""#, r#""cause":"Answered""#, false),
        (CHANGED, r#""status":"FAILED""#, r#""status":"FAILED_""#, false),
        (CHANGED, r#""status":"FAILED""#, r#""status":"failed""#, false),
        (CHANGED, r#""status":"FAILED""#, r#""status":"""#, false),
        (CREATED, r#""source":"gateway""#, r#""source":"api""#, true),
        (CREATED, r#""source":"gateway""#, r#""source":"embedded""#, true),
        (CREATED, r#""source":"gateway""#, r#""source":"import""#, true),
        (CREATED, r#""source":"gateway""#, r#""source":"browser""#, false),
        (CREATED, r#""source":"gateway""#, r#""source":"Gateway""#, false),
        (IMPORTED, r#""source":"import""#, r#""source":"gateway""#, false),
        // Numbers.
        (CHANGED, r#""http_status":200"#, r#""http_status":99"#, false),
        (CHANGED, r#""http_status":200"#, r#""http_status":599"#, true),
        (CHANGED, r#""http_status":200"#, r#""http_status":600"#, false),
        (CHANGED, r#""http_status":200"#, r#""http_status":2000"#, false),
        (CHANGED, r#""http_status":200"#, r#""http_status":-200"#, false),
        (CHANGED, r#""http_status":200"#, r#""http_status":2e2"#, false),
        (CHANGED, r#""http_status":200"#, r#""http_status":200.0"#, false),
        (CHANGED, r#""http_status":200"#, r#""http_status":"200""#, false),
        (CHANGED, r#""previous":0"#, r#""previous":-1"#, false),
        (CHANGED, r#""previous":0"#, r#""previous":-0"#, false),
        (CHANGED, r#""previous":0"#, r#""previous":00"#, false),
        (CHANGED, r#""previous":0"#, r#""previous":9007199254740991"#, true),
        (CHANGED, r#""previous":0"#, r#""previous":9007199254740992"#, false),
        (CREATED, r#""action_code":1"#, r#""action_code":0"#, true),
        (CREATED, r#""action_code":1"#, r#""action_code":1.5"#, false),
        (CREATED, r#""action_code":1"#, r#""action_code":NaN"#, false),
        (CREATED, r#""action_code":1"#, r#""action_code":false"#, false),
        (CREATED, r#""action_code":1"#, r#""action_code":"1""#, false),
        (CREATED, r#""action_code":1"#, r#""action_code":-9007199254740992"#, false),
        // Subtrees.
        (CREATED, r#""count":2"#, r#""count":100000"#, true),
        (CREATED, r#""count":2"#, r#""count":100001"#, false),
        (CREATED, r#""count":2"#, r#""count":1000000"#, false),
        (CREATED, r#""count":2"#, r#""count":-2"#, false),
        (CREATED, r#""count":2"#, r#""count":2.0"#, false),
        (CREATED, r#""count":2"#, r#""count":"2""#, false),
        (CREATED, r#""count":2"#, r#""count":2,"more":1"#, false),
        (CREATED, r#""count":2,"#, "", false),
        (CREATED, customers, r#""customers":{}"#, false),
        (CREATED, customers, r#""customers":[]"#, false),
        (CREATED, customers, &none("customers", HASH), false),
        (CREATED, customers, &none("customers", EMPTY), false),
        (IMPORTED, customers, &none("customers", EMPTY), true),
        (IMPORTED, customers, &none("customers", HASH), false),
        (CHANGED, outcomes, &none("outcomes", EMPTY), false),
        (CHANGED, r#""count":1"#, r#""count":100001"#, false),
        // Hashes.
        (CREATED, r#""request_key":"HASH""#, r#""request_key":"""#, false),
        (CREATED, r#""request_key":"HASH""#, r#""request_key":"HASH0""#, false),
        (
            CREATED,
            r#""request_key":"HASH""#,
            &format!(r#""request_key":"{}""#, HASH.to_uppercase()),
            false,
        ),
        (CREATED, r#""request_payload_sha256":"HASH""#, r#""request_payload_sha256":"xyz""#, false),
        (CREATED, r#""root":"HASH""#, &format!(r#""root":"{}""#, HASH.to_uppercase()), false),
        (IMPORTED, r#""original_sha256":"HASH""#, r#""original_sha256":5"#, false),
        (CHANGED, r#""error_message_sha256":"HASH""#, r#""error_message_sha256":"HASH\n""#, false),
        // IDs.
        (
            CREATED,
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
            "0192F0C1-2D3E-7A4B-8C5D-6E7F8091A2B3",
            false,
        ),
        (
            CREATED,
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
            "0192f0c12d3e7a4b8c5d6e7f8091a2b3",
            false,
        ),
        (
            CREATED,
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
            "{0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3}",
            false,
        ),
        (
            CREATED,
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
            "00000000-0000-0000-0000-000000000000",
            false,
        ),
        (
            CREATED,
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            false,
        ),
        (
            CREATED,
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
            "ffffffff-ffff-ffff-ffff-fffffffffffe",
            true,
        ),
        (CREATED, "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3", "job 7", false),
        (
            CREATED,
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b4",
            "00000000-0000-0000-0000-000000000000",
            false,
        ),
        (
            CREATED,
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b4",
            "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2bg",
            false,
        ),
        // Texts.
        (CHANGED, r#""response_summary":"ok""#, &text(256), true),
        (CHANGED, r#""response_summary":"ok""#, &text(257), false),
        (CHANGED, r#""response_summary":"ok""#, r#""response_summary":"""#, true),
        (
            CHANGED,
            r#""response_summary":"ok""#,
            "\"response_summary\":\"\\r\\n\\t\\u0001\\\\u0000\\\"\u{200b}\"",
            true,
        ),
        (CHANGED, r#""response_summary":"ok""#, r#""response_summary":"\\\u0000""#, false),
        (CHANGED, r#""response_summary":"ok""#, r#""response_summary":"\u001F""#, false),
        (CHANGED, r#""response_summary":"ok""#, r#""response_summary":"\ud800""#, false),
        (CHANGED, r#""response_summary":"ok""#, r#""response_summary":"\u00e9""#, false),
        (CHANGED, r#""response_summary":"ok""#, r#""response_summary":["ok"]"#, false),
        (IMPORTED, r#""error_message":"e""#, r#""error_message":"\u0000""#, false),
        // Names.
        (CREATED, r#""user_id":"vijay""#, &name(128), true),
        (CREATED, r#""user_id":"vijay""#, &name(129), false),
        (CREATED, r#""user_id":"vijay""#, r#""user_id":"""#, false),
        (CREATED, r#""user_id":"vijay""#, r#""user_id":" vijay""#, false),
        (CREATED, r#""user_id":"vijay""#, r#""user_id":"vijay ""#, false),
        (CREATED, r#""user_id":"vijay""#, r#""user_id":" ""#, false),
        (CREATED, r#""user_id":"vijay""#, r#""user_id":"\"vi jay\\""#, true),
        (CREATED, r#""user_id":"vijay""#, r#""user_id":"vi\njay""#, false),
        (CREATED, r#""user_id":"vijay""#, "\"user_id\":\"vi\u{7f}jay\"", false),
        (CREATED, r#""user_id":"vijay""#, "\"user_id\":\"vijay\u{200b}\"", false),
        (CREATED, r#""user_id":"vijay""#, "\"user_id\":\"\u{fff9}vijay\"", false),
        (CREATED, r#""cluster_url":"https://c.test/""#, &url(2048), true),
        (CREATED, r#""cluster_url":"https://c.test/""#, &url(2049), false),
        (
            CREATED,
            r#""cluster_url":"https://c.test/""#,
            "\"cluster_url\":\"https://c.test/\u{feff}\"",
            false,
        ),
        (CREATED, r#""action_name":"Trans-Begin""#, "\"action_name\":\"Trans\u{ad}Begin\"", false),
        (CREATED, r#""batch_id":"seven""#, "\"batch_id\":\"seven\u{a0}\"", false),
        (CREATED, r#""batch_id":"seven""#, "\"batch_id\":\"\u{6dd}7\"", true),
        (CHANGED, r#""actor":"gateway""#, "\"actor\":\"gate\u{10ffff}way\"", false),
        (CHANGED, r#""actor":"gateway""#, r#""actor":"""#, false),
    ];
    rows.iter().copied().map(changed).collect()
}

/// Spellings of a time, in every member that is one.
fn times() -> Vec<Row> {
    let mut rows = Vec::new();
    for (time, fits) in [
        ("1970-01-01T00:00:00.000000Z", true),
        ("1969-12-31T23:59:59.999999Z", false),
        ("9999-12-30T22:00:00.000000Z", true),
        ("9999-12-30T22:00:00.000001Z", false),
        ("2024-02-29T00:00:00.000000Z", true),
        ("2023-02-29T00:00:00.000000Z", false),
        ("2026-04-31T00:00:00.000000Z", false),
        ("2026-13-01T00:00:00.000000Z", false),
        ("2026-00-01T00:00:00.000000Z", false),
        ("2026-01-00T00:00:00.000000Z", false),
        ("2026-01-28T24:00:00.000000Z", false),
        ("2026-01-28T15:60:53.000000Z", false),
        ("2026-01-28T15:04:60.000000Z", false),
        ("2026-01-28T15:04:53.003687z", false),
        ("2026-01-28t15:04:53.003687Z", false),
        ("2026-01-28 15:04:53.003687Z", false),
        ("2026-01-28T15:04:53.003687", false),
        ("2026-01-28T15:04:53.003687+00:00", false),
        ("2026-01-28T15:04:53.003Z", false),
        ("2026-01-28T15:04:53.0036870Z", false),
        ("2026-01-28T15:04:53Z", false),
        ("2026-01-28T15:04:53,003687Z", false),
        ("20260128T150453.003687Z", false),
        ("２026-01-28T15:04:53.003687Z", false),
        ("2026-01-28T15:04:53.003687Z\\n", false),
        ("", false),
    ] {
        for (leaf, member) in [
            (CREATED, "created_at"),
            (IMPORTED, "created_at"),
            (IMPORTED, "recorded_at"),
            (IMPORTED, "updated_at"),
            (CHANGED, "recorded_at"),
        ] {
            let start = leaf.find(&format!("\"{member}\":")).unwrap() + member.len() + 4;
            let from = &leaf[start..start + 27];
            let member = |time| format!("\"{member}\":\"{time}\"");
            rows.push(changed((leaf, &member(from), &member(time), fits)));
        }
    }
    rows
}

/// Every cause with every status, in both kinds that have them.
fn causes() -> Vec<Row> {
    let mut rows = Vec::new();
    for (cause, status) in Cause::ALL.into_iter().flat_map(|c| Status::ALL.map(|s| (c, s))) {
        for (leaf, imported, before) in
            [(IMPORTED, true, ["imported", "SUCCESS"]), (CHANGED, false, ["answered", "FAILED"])]
        {
            let fits = cause.fits(status) && (cause == Cause::Imported) == imported;
            let leaf = leaf.replace(
                &format!("\"cause\":\"{}\"", before[0]),
                &format!("\"cause\":\"{cause}\""),
            );
            let from = format!("\"status\":\"{}\"", before[1]);
            let to = format!("\"status\":\"{status}\"");
            rows.push(changed((&leaf, &from, &to, fits)));
        }
    }
    rows
}

/// Receipts that these are all the leaves of a ledger, genuinely signed.
fn receipts(leaves: &[&[u8]]) -> Vec<Receipt> {
    let size = leaves.len() as u64;
    let origin = key().verifier().name().clone();
    let checkpoint: SignedCheckpoint =
        Checkpoint { origin, size, root: root_of(leaves) }.sign(&key());
    assert!(leaves.len() <= 2, "a longer path is not made here");
    let receipt = |index: usize| {
        let others = leaves.iter().enumerate().filter(|(n, _)| *n != index);
        let path: Vec<Hash> = others.map(|(_, leaf)| leaf_hash(leaf)).collect();
        let inclusion = InclusionProof::new(index as u64, size, path);
        Receipt::new(inclusion, checkpoint.clone()).unwrap()
    };
    (0..leaves.len()).map(receipt).collect()
}

#[test]
fn both_verifiers_accept_the_leaves_of_entries_and_no_others() {
    if !has_python() {
        return;
    }
    let rows = [values(), times(), causes()].concat();
    let dir = tempfile::tempdir().unwrap();
    for (n, (leaf, _)) in rows.iter().enumerate() {
        let receipt = receipts(&[leaf.as_bytes()]).remove(0);
        receipt.verify(leaf.as_bytes(), key().verifier()).unwrap();
        fs::write(dir.path().join(format!("{n}.json")), leaf).unwrap();
        fs::write(dir.path().join(format!("{n}.tlog-proof")), receipt.to_string()).unwrap();
    }
    let mut python = Command::new("python3");
    python.args(["-c", include_str!("leaves.py")]).arg(dir.path());
    python.args([rows.len().to_string(), key().verifier().to_string()]);
    python.env("PYTHONPATH", docs("verify")).env("PYTHONDONTWRITEBYTECODE", "1");
    let output = python.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let mut said = said.lines();
    for (leaf, fits) in &rows {
        let ours = Leaf::parse(leaf.as_bytes());
        assert_eq!(ours.is_ok(), *fits, "{leaf}: {ours:?}");
        assert_eq!(
            said.next(),
            Some(if *fits { "accepted" } else { "refused" }),
            "check.py: {leaf}"
        );
    }
    let refused = ('\0'..=char::MAX).filter(|c| Cid::new(format!("a{c}b")).is_err());
    let refused: Vec<String> = refused.map(|c| u32::from(c).to_string()).collect();
    assert!(said.next() == Some(&refused.join(" ")), "check.py takes other characters in names");
}

/// Evidence about a job of these customers, each in JSON, that failed with this message and these
/// outcomes.
fn evidence(customers: &[&str], outcomes: &[&str], message: &[u8]) -> Files {
    let cids: Vec<String> = customers
        .iter()
        .map(|cid| serde_json::from_str(cid).unwrap_or_else(|_| (*cid).to_owned()))
        .collect();
    let subtree = |count: usize, root| format!(r#"{{"count":{count},"root":"{root}"}}"#);
    let created = CREATED
        .replacen(r#"{"count":2,"root":"HASH"}"#, &subtree(cids.len(), root_of(&cids)), 1)
        .replacen(r#""request_payload_sha256":"HASH","#, "", 1)
        .replace("HASH", HASH);
    let failed = CHANGED
        .replacen(r#"{"count":1,"root":"HASH"}"#, &subtree(outcomes.len(), root_of(outcomes)), 1)
        .replacen("HASH", &Hash::of(message).to_string(), 1)
        .replace("HASH", HASH);
    let receipts = receipts(&[created.as_bytes(), failed.as_bytes()]);
    let list = |items: &[&str]| format!("[{}]", items.join(",")).into_bytes();
    Files::from([
        ("README.md".into(), genuine()[0].files()["README.md"].clone()),
        ("verifier.key".into(), format!("{}\n", key().verifier()).into()),
        ("checkpoint".into(), receipts[0].checkpoint().to_string().into()),
        ("entries/0.json".into(), created.into()),
        ("entries/0.tlog-proof".into(), receipts[0].to_string().into()),
        ("entries/1.json".into(), failed.into()),
        ("entries/1.tlog-proof".into(), receipts[1].to_string().into()),
        ("customers.json".into(), list(customers)),
        ("outcomes/1.json".into(), list(outcomes)),
        ("texts/1.error_message".into(), message.to_vec()),
    ])
}

#[test]
fn both_verifiers_accept_the_customers_outcomes_and_texts_of_entries_and_no_others() {
    if !has_python() {
        return;
    }
    let failed = |cid: &str| format!(r#"{{"cid":"{cid}","status":"FAILED"}}"#);
    let said = |length: usize| {
        let message = "x".repeat(length);
        format!(r#"{{"cid":"5001","message":"{message}","status":"UNCONFIRMED"}}"#)
    };
    let one = failed("5001");
    let two = failed("5002");
    let long = &[b'x'; 257][..];
    let fits = said(1024);
    let too_long = said(1025);
    let widest = format!("\"{}\"", "x".repeat(128));
    let too_wide = format!("\"{}\"", "x".repeat(129));
    type Row<'a> = (&'a [&'a str], &'a [&'a str], &'a [u8], bool);
    let rows: &[Row<'_>] = &[
        (&[r#""5001""#, r#""5002""#], &[&one, &two], long, true),
        (&[r#""5001""#, &widest], &[&fits], long, true),
        (&[r#""5001""#], &[&too_long], long, false),
        (&[r#""5001""#, &too_wide], &[&one], long, false),
        (&[r#""5001""#, "\"5001\u{200b}\""], &[&one], long, false),
        (&[r#""5001""#, "\"5001\u{fffb}\""], &[&one], long, false),
        (&[r#"" 5001""#, r#""5001""#], &[&one], long, false),
        (&[r#""""#, r#""5001""#], &[&one], long, false),
        (&[r#""50\n01""#, r#""5001""#], &[&one], long, false),
        (&["1", r#""5001""#], &[&one], long, false),
        (&[r#""5001""#, r#""5002""#], &[&two, &one], long, false),
        (&[r#""5001""#, r#""5002""#], &[&one, &one], long, false),
        (&[r#""5001""#], &[r#"{"cid":"5001","status":"IN_PROGRESS"}"#], long, false),
        (&[r#""5001""#], &[r#"{"cid":"5001","status":"answered"}"#], long, false),
        (&[r#""5001""#], &[r#"{"cid":"5001","status":["FAILED"]}"#], long, false),
        (&[r#""5001""#], &[r#"{"cid":"5001"}"#], long, false),
        (&[r#""5001""#], &[r#"{"cid":"5001","more":1,"status":"FAILED"}"#], long, false),
        (&[r#""5001""#], &[r#"{"cid":"5001","message":null,"status":"FAILED"}"#], long, false),
        (&[r#""5001""#], &[r#"{"cid":"5001","message":"\u0000","status":"FAILED"}"#], long, false),
        (
            &[r#""5001""#],
            &[r#"{"cid":"5001","message":"\"status\":\"IN_PROGRESS\"","status":"FAILED"}"#],
            long,
            true,
        ),
        (&[r#""5001""#], &["\"5001\""], long, false),
        (&[r#""5001""#], &[&one], b"\xff".repeat(257).leak(), false),
        (&[r#""5001""#], &[&one], &[b'x'; 256], false),
    ];
    for (customers, outcomes, message, fits) in rows {
        let files = evidence(customers, outcomes, message);
        let folder = folder(&files);
        let ours = Evidence::from_files(files).and_then(|evidence| evidence.check(None));
        assert_eq!(ours.is_ok(), *fits, "{customers:?}, {outcomes:?}: {ours:?}");
        if *fits {
            accepted([folder.path()]);
        } else {
            refused([folder.path()]);
        }
    }
}
