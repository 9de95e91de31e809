//! Evidence about a job with notes: both verifiers take it, and find a note that is left out, put
//! in or of another text.

use std::sync::Arc;

use jobs_core::{
    JobId, JobStore as _, JobStoreExt as _, MemoryStore, NewNote, NoteText, Status, StatusChange,
    StatusDetails, UserId,
};
use jobs_notary::{Evidence, Notary};

use crate::checks::Files;
use crate::ledger::{job, key};
use crate::python;

fn note(job_id: JobId, text: &str) -> NewNote {
    NewNote::new(job_id, UserId::new("anita").unwrap(), NoteText::new(text).unwrap())
}

/// A job, a note, `UNCONFIRMED`, a long note, `SUCCESS` and a note: entries 0 to 5.
async fn evidence() -> Evidence {
    let store = Arc::new(MemoryStore::default());
    let job = job(0);
    let id = job.job_id();
    let change = |status| {
        StatusChange::new(id, UserId::new("anita").unwrap(), StatusDetails::new(status)).into()
    };
    let drafts = vec![
        job.into(),
        note(id, "asked the \"upstream\"\r\n").into(),
        change(Status::Unconfirmed),
        note(id, &"é".repeat(200)).into(),
        change(Status::Success),
        note(id, "settled").into(),
    ];
    for answer in store.append(drafts).await.unwrap() {
        answer.unwrap();
    }
    assert_eq!(store.history(id).await.unwrap().len(), 6);
    let notary = Notary::start(key(), store as _, Vec::new()).await.unwrap();
    Evidence::collect(&notary, id).await.unwrap()
}

/// Neither verifier takes these files.
fn assert_refused(files: Files) {
    let by_python = python::has_python().then(|| python::refused([python::folder(&files).path()]));
    let ours = Evidence::from_files(files).and_then(|evidence| evidence.check(None));
    assert!(ours.is_err(), "{by_python:?}");
}

#[tokio::test]
async fn notes_are_part_of_evidence() {
    let evidence = evidence().await;
    let checked = evidence.check(Some(key().verifier())).unwrap();
    assert_eq!((checked.status, checked.entries), (Status::Success, 6));
    let said = checked.to_string();
    assert!(said.ends_with("after SUCCESS: no other status can follow"), "{said}");
    let texts: Vec<_> = evidence.files().keys().filter(|file| file.starts_with("texts/")).collect();
    assert_eq!(texts, ["texts/0.request_payload", "texts/3.text"], "short ones are in leaves");
    assert_eq!(evidence.files()["texts/3.text"], "é".repeat(200).as_bytes());
    let folder = tempfile::tempdir().unwrap();
    let written = folder.path().join("evidence");
    evidence.write_to(&written).unwrap();
    assert_eq!(Evidence::read_from(&written).unwrap(), evidence);
    if python::has_python() {
        let key = key().verifier().to_string();
        let theirs = python::accepted([written.as_os_str(), "--key".as_ref(), key.as_ref()]);
        assert_eq!(theirs.trim_end(), said);
    }
}

#[tokio::test]
async fn a_note_that_is_left_out_or_changed_is_refused() {
    let evidence = evidence().await;
    let files = evidence.files();
    // Of the notes in the middle; that the newest is left out, nobody can see.
    for index in [1, 3] {
        let mut without = files.clone();
        without.remove(&format!("entries/{index}.json"));
        without.remove(&format!("entries/{index}.tlog-proof"));
        without.remove(&format!("texts/{index}.text"));
        assert_refused(without);
    }
    let mut newest = files.clone();
    newest.remove("entries/5.json");
    newest.remove("entries/5.tlog-proof");
    let rest = Evidence::from_files(newest).unwrap().check(None).unwrap();
    assert_eq!((rest.status, rest.entries), (Status::Success, 5));
    for text in ["", "é", "x"] {
        let mut other = files.clone();
        other.insert("texts/3.text".into(), text.repeat(200).into());
        if text != "é" {
            assert_refused(other);
        }
    }
    let mut edited = files.clone();
    let leaf = String::from_utf8(edited["entries/5.json"].clone()).unwrap();
    edited.insert("entries/5.json".into(), leaf.replace("settled", "seattle").into());
    assert_refused(edited);
    let mut more = files.clone();
    more.insert("texts/5.text".into(), "settled".into());
    assert_refused(more);
}
