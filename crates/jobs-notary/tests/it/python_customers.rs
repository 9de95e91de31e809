//! The second verifier on proofs about a customer: it says what the first one says of them, and
//! refuses what was changed.

use std::fs;

use jobs_core::log::{CustomerProof, Origin, SigningKey};

use crate::checks::{genuine, genuine_text};
use crate::ledger::key;
use crate::python::{accepted, customer_proof, has_python, refused, wrong_key};

#[test]
fn both_verifiers_say_the_same_of_a_customer() {
    if !has_python() {
        return;
    }
    let key = key();
    let vkey = key.verifier().to_string();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("proof.json");
    let path = file.to_str().unwrap();
    let longest = "x".repeat(128);
    for cid in ["5001", "5002", "5003", "4", "50010", "50025", "9", "\"\\", &longest] {
        let bytes = customer_proof(cid);
        fs::write(&file, &bytes).unwrap();
        let proof = CustomerProof::parse(&bytes).unwrap();
        let said = proof.check(Some(key.verifier())).unwrap();
        assert_eq!(said.is_customer, ["5001", "5002", "5003"].contains(&cid));
        assert_eq!(accepted([path, "--key", &vkey]), format!("{said}\n"));
        assert_eq!(accepted([path]), format!("{}\n", proof.check(None).unwrap()));
        let other = SigningKey::from_seed(Origin::new("ledger.test/jobs").unwrap(), &[1; 32]);
        wrong_key([path, "--key", &other.verifier().to_string()]);
    }
}

#[test]
fn both_verifiers_refuse_a_proof_about_a_customer_that_was_changed() {
    if !has_python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("proof.json");
    let refuse = |bytes: &[u8], what: &str| {
        fs::write(&file, bytes).unwrap();
        refused([&file]);
        let ours = CustomerProof::parse(bytes).and_then(|proof| proof.check(None));
        assert!(ours.is_err(), "{what}");
    };
    for (cid, from, to) in [
        ("5002", r#"{"cid":"5002""#, r#"{"cid":"5001""#),
        ("5002", r#"{"cid":"5002""#, r#"{"cid":"""#),
        ("5002", r#""is_customer":true"#, r#""is_customer":false"#),
        ("5002", r#""is_customer":true"#, r#""is_customer":1"#),
        ("5002", r#""index":1"#, r#""index":2"#),
        ("5002", r#""index":1"#, r#""index":1.0"#),
        ("5002", r#""index":1"#, r#""index":true"#),
        ("5002", r#""index":1"#, r#""index":1,"more":1"#),
        ("5002", r#""index":1"#, r#""index":1,"index":1"#),
        ("5002", r#""index":1"#, r#""index":18446744073709551616"#),
        ("5002", r#""count":3"#, r#""count":4"#),
        ("5002", r#""position":1"#, r#""position":2"#),
        ("5002", r#""position":1"#, r#""position":-1"#),
        ("5002", r#""position":1"#, r#""position":true"#),
        ("5002", r#""position":1"#, r#""position":1,"x":1"#),
        ("5002", r#""position":1"#, r#""position":18446744073709551617"#),
        ("5002", r#""path":["#, r#""path":["00","#),
        ("5002", r#""proof":{"member""#, r#""proof":{"other""#),
        ("5002", r#""proof":{"#, r#""proof":{"a":1,"#),
        ("5002", "job_id\":\"0000beef", "job_id\":\"0000bee0"),
        ("5002", r"\nindex 1\n", r"\nindex 2\n"),
        ("5002", r"\nindex 1\n", r"\nextra AAAA\nindex 1\n"),
        ("5002", r"\n9\n", r"\n18446744073709551616\n"),
        ("5002", "vijay", "vijax"),
        ("5002", ",", ", "),
        ("50010", r#"{"cid":"50010""#, r#"{"cid":"5001""#),
        ("50010", r#"{"cid":"50010""#, r#"{"cid":"5002""#),
        ("50010", r#"{"cid":"50010""#, r#"{"cid":"5004""#),
        ("50010", r#"{"cid":"50010""#, "{\"cid\":\"50010\\u0007\""),
        ("50010", r#"{"cid":"50010""#, "{\"cid\":\"50010\u{200b}\""),
        ("50010", r#"{"cid":"50010""#, r#"{"cid":"50010 ""#),
        ("50010", r#""is_customer":false"#, r#""is_customer":true"#),
        ("50010", r#""not_member":{"#, r#""not_member":{"a":1,"#),
        ("4", r#""before":null"#, r#""before":0"#),
        ("4", r#""before":null"#, r#""before":{}"#),
        ("4", r#","before":null"#, ""),
    ] {
        let text = String::from_utf8(customer_proof(cid)).unwrap();
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        refuse(changed.as_bytes(), to);
    }
    let text = String::from_utf8(customer_proof("50010")).unwrap();
    let long = "50010".to_owned() + &"0".repeat(124);
    refuse(text.replacen("50010", &long, 1).as_bytes(), "of 129 bytes");
    refuse(&[customer_proof("4"), b"\n".to_vec()].concat(), "a newline at the end");
    refuse(b"", "nothing");
    refuse(b"[]", "an array");
    refuse(&genuine()[0].files()["entries/1.json"], "a leaf");
    // Of an entry that creates no job.
    let mut changed: serde_json::Value = serde_json::from_str(&text).unwrap();
    changed["leaf"] = genuine_text("entries/3.json").into();
    changed["receipt"] = genuine_text("entries/3.tlog-proof").into();
    changed["index"] = 3.into();
    refuse(changed.to_string().as_bytes(), "no job");
}
