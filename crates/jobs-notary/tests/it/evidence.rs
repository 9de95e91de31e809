//! Evidence about a job: genuine evidence is accepted and says what it proves; any change, omission
//! or addition is refused.

use std::collections::BTreeMap;
use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};

use jobs_core::leaf::{Fact, Leaf};
use jobs_core::log::{Checkpoint, Origin, Receipt, SigningKey};
use jobs_core::merkle::{Hash, InclusionProof, Plan, root_of};
use jobs_core::{
    Cause, Error, Head, Index, JobStore, JobStoreExt, MemoryStore, Outcomes, ProofError, Result,
    Status, StatusDetails, Timestamp,
};
use jobs_notary::{Evidence, EvidenceError};

use crate::checks::{Files, genuine};
use crate::ledger::{self, JOBS, job_id, key, ready};

/// Why these files are not accepted.
fn refusal(files: Files) -> EvidenceError {
    let key = key();
    let evidence = match Evidence::from_files(files) {
        Ok(evidence) => evidence,
        Err(error) => return error,
    };
    let error = evidence.check(Some(key.verifier())).unwrap_err();
    evidence.check(None).expect_err("a key of its own makes no difference");
    error
}

/// Checks that they are refused, for a reason that contains `part`.
fn assert_refused(files: Files, part: &str) {
    let message = refusal(files).to_string();
    assert!(message.contains(part), "{message} has no {part:?}");
}

#[test]
fn evidence_says_what_it_proves() {
    let key = key();
    let other = SigningKey::from_seed(Origin::new("other").unwrap(), &[9; 32]);
    let expected = [(Status::Failed, 3, 3), (Status::Success, 1, 1), (Status::InProgress, 1, 3)];
    for (n, evidence) in genuine().iter().enumerate() {
        let checked = evidence.check(Some(key.verifier())).unwrap();
        assert_eq!((checked.status, checked.entries, checked.customers), expected[n]);
        assert_eq!((checked.job_id, checked.checkpoint.size), (job_id(JOBS[n]), 9));
        assert_eq!(checked.is_complete(), checked.status != Status::InProgress);
        assert!(checked.key_was_expected);
        let own = evidence.check(None).unwrap();
        assert!(!own.key_was_expected && own.key == *key.verifier());
        let refused = evidence.check(Some(other.verifier())).unwrap_err();
        let other_key = |source: &ProofError| matches!(source, ProofError::OtherKey { .. });
        assert!(
            matches!(&refused, EvidenceError::Proof { source, .. } if other_key(source)),
            "{refused}"
        );
    }
    let vkey = key.verifier();
    let said = genuine()[0].check(None).unwrap().to_string();
    assert_eq!(
        said,
        format!(
            "job 0000beef-0000-4000-8000-000000000001: FAILED, 3 entries, 3 customers\n\
             ledger ledger.test/jobs: checkpoint of 9 entries\n\
             key {vkey}: the evidence's own, unchecked\n\
             after FAILED: no other status can follow"
        )
    );
}

#[test]
fn exactly_the_files_that_the_entries_call_for_are_there() {
    let names = |n: usize| genuine()[n].files().keys().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(
        names(0),
        [
            "README.md",
            "checkpoint",
            "customers.json",
            "entries/1.json",
            "entries/1.tlog-proof",
            "entries/3.json",
            "entries/3.tlog-proof",
            "entries/6.json",
            "entries/6.tlog-proof",
            "outcomes/6.json",
            "texts/1.request_payload",
            "texts/3.error_message",
            "texts/3.response_summary",
            "verifier.key",
        ]
    );
    assert!(names(1).contains(&"texts/2.original"));
    let customers = &genuine()[1].files()["customers.json"];
    assert_eq!(customers, r#"["\"quoted\" é"]"#.as_bytes());
    let outcomes = &genuine()[0].files()["outcomes/6.json"];
    let expected = r#"[{"cid":"5001","status":"SUCCESS"},{"cid":"5003","message":"does not \"exist\"\n","status":"FAILED"}]"#;
    assert_eq!(outcomes, expected.as_bytes());
}

#[test]
fn a_flipped_bit_in_any_byte_of_any_file_is_refused() {
    let mut bytes_flipped = 0;
    let [long, _, short] = genuine();
    // Every byte of one, every 16th of one that has all kinds of files; of the README, which is
    // long, fewer.
    for (evidence, step) in [(short, 1), (long, 16)] {
        for (file, bytes) in evidence.files() {
            let step = if file == "README.md" { 40 } else { step };
            for at in (0..bytes.len()).step_by(step) {
                let mut files = evidence.files().clone();
                files.get_mut(file).unwrap()[at] ^= 1 << (at % 8);
                let flipped = Evidence::from_files(files).unwrap();
                let checked = flipped.check(Some(key().verifier()));
                assert!(checked.is_err(), "byte {at} of {file}");
                bytes_flipped += 1;
            }
        }
    }
    assert!(bytes_flipped > 1_200, "{bytes_flipped}");
}

#[test]
fn a_file_that_is_missing_added_or_of_another_job_is_refused() {
    for (n, evidence) in genuine().iter().enumerate() {
        for file in evidence.files().keys() {
            let mut files = evidence.files().clone();
            files.remove(file);
            refusal(files);
            for other in genuine() {
                if let Some(bytes) =
                    other.files().get(file).filter(|b| **b != evidence.files()[file])
                {
                    let mut files = evidence.files().clone();
                    files.insert(file.clone(), bytes.clone());
                    refusal(files);
                }
            }
        }
        for (other, bytes) in genuine()[(n + 1) % 3].files() {
            let mut files = evidence.files().clone();
            if files.insert(other.clone(), bytes.clone()).is_none() {
                refusal(files);
            }
        }
        for unknown in [
            "note.txt",
            "entries/01.json",
            "entries/+1.json",
            "entries/1.json.bak",
            "entries/18446744073709551616.json",
            "entries/../checkpoint",
            "texts/1.user_id",
            "texts/9.error_message",
            "outcomes/9.json",
            "outcomes/0.tlog-proof",
            "",
            "/",
        ] {
            let mut files = evidence.files().clone();
            files.insert(unknown.into(), b"[]".to_vec());
            assert_refused(files, &format!("{unknown:?}: does not belong to the evidence"));
        }
    }
}

#[test]
fn a_hidden_middle_entry_and_a_forged_last_one_are_refused() {
    let mut hidden = genuine()[0].files().clone();
    hidden.retain(|file, _| !file.contains("/3."));
    assert_refused(hidden, "entries/6.json: previous must be 1, and is 3");

    let mut forged = genuine()[0].files().clone();
    let leaf = String::from_utf8(forged["entries/6.json"].clone()).unwrap();
    let success = leaf.replace("\"FAILED\"", "\"SUCCESS\"");
    assert_ne!(leaf, success);
    forged.insert("entries/6.json".into(), success.into());
    assert_refused(forged.clone(), "entries/6.json: the proof leads to another root");

    // At another index, with the receipt of another entry.
    let forged = forged.into_iter().map(|(file, bytes)| (file.replace("/6.", "/7."), bytes));
    assert_refused(forged.collect(), "entries/7.tlog-proof: its index must be 7, and is 6");
}

#[test]
fn the_newest_entries_can_be_withheld_and_the_answer_says_so() {
    let mut files = genuine()[0].files().clone();
    files.retain(|file, _| !file.contains("/6."));
    let checked = Evidence::from_files(files).unwrap().check(None).unwrap();
    assert_eq!((checked.status, checked.entries), (Status::Unconfirmed, 2));
    assert!(!checked.is_complete());
    assert!(checked.to_string().ends_with("later entries, if any, are not shown"), "{checked}");
}

/// Evidence from any leaves, signed by the ledger's key, as from a ledger that breaks its own
/// rules.
fn signed(leaves: &[(Index, Vec<u8>)], others: &[(&str, &[u8])]) -> Files {
    let mut all: Vec<Vec<u8>> = (0..9).map(|n: u8| vec![n]).collect();
    for (index, leaf) in leaves {
        all[usize::try_from(*index).unwrap()].clone_from(leaf);
    }
    let checkpoint =
        Checkpoint { origin: key().verifier().name().clone(), size: 9, root: root_of(&all) };
    let checkpoint = checkpoint.sign(&key());
    let keep = ["README.md", "customers.json", "verifier.key"];
    let mut files: Files =
        keep.map(|file| (file.into(), genuine()[0].files()[file].clone())).into();
    files.insert("checkpoint".into(), checkpoint.to_string().into());
    for (index, leaf) in leaves {
        let path = Plan::inclusion(*index, 9).unwrap().resolve(|node| {
            let range = (node.index << node.level)..((node.index + 1) << node.level);
            Ok(root_of(range.map(|at| &all[usize::try_from(at).unwrap()])))
        });
        let proof = InclusionProof::new(*index, 9, path.unwrap());
        let receipt = Receipt::new(proof, checkpoint.clone()).unwrap();
        files.insert(format!("entries/{index}.json"), leaf.clone());
        files.insert(format!("entries/{index}.tlog-proof"), receipt.to_string().into());
    }
    files.extend(others.iter().map(|(file, bytes)| ((*file).to_owned(), bytes.to_vec())));
    files
}

/// The leaf of entry `index` of the first job, changed by `edit`.
fn edited(index: Index, edit: impl FnOnce(&mut Leaf)) -> (Index, Vec<u8>) {
    let mut leaf = Leaf::parse(&genuine()[0].files()[&format!("entries/{index}.json")]).unwrap();
    edit(&mut leaf);
    if let Fact::JobCreated(job) = &mut leaf.fact {
        job.request_payload = None;
    }
    (index, leaf.to_bytes())
}

/// A change without texts and outcomes.
fn change(index: Index, previous: Index, status: Status) -> (Index, Vec<u8>) {
    edited(index, |leaf| {
        let Fact::StatusChanged(change) = &mut leaf.fact else { panic!("entry {index}") };
        change.previous = previous;
        change.outcomes = None;
        (change.details.status, change.details.cause) = (status, Cause::Reported);
        (change.details.error_message, change.details.response_summary) = (None, None);
    })
}

#[test]
fn a_history_that_breaks_the_ledgers_rules_is_refused_though_it_is_signed() {
    let created = || edited(1, |_| {});
    let plain = Evidence::from_files(signed(&[created(), change(3, 1, Status::Success)], &[]));
    plain.unwrap().check(Some(key().verifier())).unwrap();

    let refused = |leaves: &[(Index, Vec<u8>)], part| assert_refused(signed(leaves, &[]), part);
    refused(&[], "entries: is missing");
    let changed = |from, to| [created(), change(3, 1, from), change(6, 3, to)];
    refused(
        &changed(Status::Success, Status::Failed),
        "entries/6.json: status must be one that may",
    );
    refused(&changed(Status::Unconfirmed, Status::Unconfirmed), "entries/6.json: status");
    refused(&[created(), change(3, 1, Status::InProgress)], "entries/3.json: leaf: has a cause");
    refused(&[change(3, 1, Status::Success)], "entries/3.json: previous must be none, and is 1");
    let second = edited(6, |leaf| leaf.fact = Leaf::parse(&created().1).unwrap().fact);
    refused(&[created(), second], "entries/6.json: previous must be 1, and is none");
    let itself = change(3, 3, Status::Success);
    refused(&[created(), itself], "entries/3.json: previous must be 1, and is 3");

    let edit_change = |edit: fn(&mut Leaf)| {
        let mut leaf = Leaf::parse(&change(3, 1, Status::Success).1).unwrap();
        edit(&mut leaf);
        [created(), (3, leaf.to_bytes())]
    };
    refused(&edit_change(|leaf| leaf.job_id = job_id(2)), "entries/3.json: job_id");
    // Times may go back: the clock was set.
    let earlier = edit_change(|leaf| leaf.recorded_at = Timestamp::MIN);
    let earlier = Evidence::from_files(signed(&earlier, &[])).unwrap();
    earlier.check(Some(key().verifier())).unwrap();
    if crate::python::has_python() {
        crate::python::accepted([crate::python::folder(earlier.files()).path()]);
    }
    let spaced = [change(3, 1, Status::Success).1, b" ".to_vec()].concat();
    refused(&[created(), (3, spaced)], "entries/3.json: leaf: not the canonical JSON");
}

#[test]
fn items_and_texts_that_their_entry_does_not_name_are_refused_though_it_is_signed() {
    fn with(edit: impl FnOnce(&mut jobs_core::leaf::Changed)) -> [(Index, Vec<u8>); 2] {
        let mut leaf = Leaf::parse(&change(3, 1, Status::Failed).1).unwrap();
        let Fact::StatusChanged(change) = &mut leaf.fact else { unreachable!() };
        edit(change);
        [edited(1, |_| {}), (3, leaf.to_bytes())]
    }
    let outcomes = |json: &[&str]| {
        let tree = jobs_core::leaf::Subtree { count: json.len() as u64, root: root_of(json) };
        let bytes = format!("[{}]", json.join(","));
        signed(
            &with(|change| change.outcomes = Some(tree)),
            &[("outcomes/3.json", bytes.as_bytes())],
        )
    };
    let one = r#"{"cid":"5001","status":"FAILED"}"#;
    let two = r#"{"cid":"5002","status":"SUCCESS"}"#;
    let accepted = Evidence::from_files(outcomes(&[one, two])).unwrap();
    accepted.check(None).unwrap();
    for bad in [
        &[two, one][..],
        &[one, one],
        &[r#"{"cid":"6000","status":"FAILED"}"#],
        &[r#"{"cid":"5001","status":"IN_PROGRESS"}"#],
        &[r#"{"status":"FAILED","cid":"5001"}"#],
        &[r#"{"cid":"5001","status":"FAILED","x":1}"#],
        &[r#"{"cid":"5001", "status":"FAILED"}"#],
    ] {
        assert_refused(outcomes(bad), "outcomes/3.json: ");
    }
    let text = |text: &[u8]| {
        let named = Some(jobs_core::leaf::Text::Sha256(Hash::of(text)));
        signed(
            &with(|change| change.details.error_message = named),
            &[("texts/3.error_message", text)],
        )
    };
    Evidence::from_files(text(&[b'x'; 257])).unwrap().check(None).unwrap();
    assert_refused(text(&[b'x'; 256]), "texts/3.error_message: its length must be over 256 bytes");
    assert_refused(text(&[0xff; 300]), "texts/3.error_message: invalid utf-8");
    assert_refused(text(&[b'x'; (16 << 10) + 1]), "texts/3.error_message: is larger than 16384");
    for customers in
        [r#"["5002","5001","5003"]"#, r#"["5001","5002"]"#, r#"[ "5001","5002","5003"]"#]
    {
        let others = [("customers.json", customers.as_bytes())];
        assert_refused(signed(&[edited(1, |_| {})], &others), "customers.json: ");
    }
}

#[test]
fn evidence_signed_by_someone_else_is_refused_by_those_who_know_the_key() {
    let forger = SigningKey::from_seed(key().verifier().name().clone(), &[1; 32]);
    let store = std::sync::Arc::new(ledger::ledger());
    let notary = ready(jobs_notary::Notary::without_keeping(forger, store, &[])).unwrap();
    let evidence = ready(Evidence::collect(&notary, job_id(1))).unwrap();
    let error = evidence.check(Some(key().verifier())).unwrap_err();
    assert!(error.to_string().starts_with("verifier.key: its key is ledger.test/jobs+"), "{error}");
    // Without a key to compare, it is consistent, and says that the key was not expected.
    assert!(!evidence.check(None).unwrap().key_was_expected);
    // The forger's key does not pass for the ledger's.
    let mut files = evidence.files().clone();
    files.insert("verifier.key".into(), genuine()[0].files()["verifier.key"].clone());
    assert_refused(files, "checkpoint: there is no signature of ledger.test/jobs");
}

#[test]
fn a_job_that_is_not_in_the_ledger_has_no_evidence() {
    let found = ready(Evidence::collect(&ledger::notary(), job_id(77)));
    assert!(matches!(found, Err(Error::UnknownJob { .. })), "{found:?}");
}

/// A ledger that grows whenever it was asked for its head, except by the notary at its start.
#[derive(Debug)]
struct Busy(MemoryStore, AtomicBool);

impl jobs_core::DelegatingStore for Busy {
    jobs_core::delegate_to!(0: MemoryStore);

    async fn head(&self) -> Result<Head> {
        let head = self.0.head().await;
        if !self.1.swap(true, Ordering::Relaxed) {
            return head;
        }
        let details = StatusDetails::new(Status::Success);
        let none = Outcomes::default();
        self.0.change_status(ledger::change(5, details, none)).await?;
        head
    }
}

#[test]
fn what_a_job_becomes_while_evidence_is_collected_is_left_out() {
    let busy = ledger::notary_of(Busy(ledger::ledger(), AtomicBool::new(false)));
    let evidence = ready(Evidence::collect(&busy, job_id(5))).unwrap();
    let checked = evidence.check(Some(key().verifier())).unwrap();
    assert_eq!((checked.status, checked.checkpoint.size), (Status::InProgress, 9));
    let evidence = ready(Evidence::collect(&busy, job_id(5))).unwrap();
    assert_eq!(evidence.check(None).unwrap().status, Status::Success);
}

#[test]
fn a_folder_of_evidence_is_written_once_and_read_back() {
    let folder = tempfile::tempdir().unwrap();
    for (n, evidence) in genuine().iter().enumerate() {
        let dir = folder.path().join(n.to_string());
        evidence.write_to(&dir).unwrap();
        assert_eq!(Evidence::read_from(&dir).unwrap(), *evidence);
        let again = evidence.write_to(&dir).unwrap_err();
        assert!(again.to_string().contains("exists"), "{again}");
    }
    let [file, link] = ["file", "link"].map(|name| folder.path().join(name));
    fs::write(&file, "kept").unwrap();
    std::os::unix::fs::symlink("nowhere", &link).unwrap();
    for taken in [&file, &link] {
        genuine()[0].write_to(taken).unwrap_err();
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), "kept");
    genuine()[0].write_to(&folder.path().join("not/there")).unwrap_err();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5, "nothing is left over");
}

#[test]
fn a_folder_with_anything_else_in_it_is_not_read() {
    type Tamper = fn(&std::path::Path) -> std::io::Result<()>;
    let tampers: [(&str, Tamper); 8] = [
        ("note.txt", |dir| fs::write(dir.join("note.txt"), "")),
        (".hidden", |dir| fs::write(dir.join(".hidden"), "")),
        ("entries/more", |dir| fs::create_dir(dir.join("entries/more"))),
        ("more", |dir| fs::create_dir(dir.join("more"))),
        ("checkpoint", |dir| {
            fs::rename(dir.join("checkpoint"), dir.join("../moved"))?;
            std::os::unix::fs::symlink("../moved", dir.join("checkpoint"))
        }),
        ("entries", |dir| {
            fs::rename(dir.join("entries"), dir.join("../moved"))?;
            std::os::unix::fs::symlink("../moved", dir.join("entries"))
        }),
        ("verifier.key", |dir| fs::write(dir.join("verifier.key"), vec![b'x'; 1 << 17])),
        ("outcomes/", |dir| {
            (10..50).try_for_each(|n| fs::write(dir.join(format!("outcomes/{n}.json")), "[]"))
        }),
    ];
    for (named, tamper) in tampers {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("evidence");
        genuine()[0].write_to(&dir).unwrap();
        tamper(&dir).unwrap();
        let error = Evidence::read_from(&dir).unwrap_err();
        assert!(error.to_string().contains(named), "{named}: {error}");
    }
    Evidence::from_files(BTreeMap::new()).unwrap().check(None).unwrap_err();
}
