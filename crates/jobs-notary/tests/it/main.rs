//! A ledger, its key and its anchors: receipts are genuine, and a rollback is noticed.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod by_hand;
#[path = "../../../../fuzz/src/checks.rs"]
mod checks;
mod conformance;
mod dropped;
mod evidence;
mod evidence_of_notes;
mod fuzz;
mod leaves;
#[path = "../../../../fuzz/src/ledger.rs"]
mod ledger;
mod notary;
mod processes;
mod python;
mod python_customers;

use std::sync::Arc;

use jobs_core::log::{Origin, SigningKey};
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, JobFilter, JobQuery, JobStore, JobStoreExt,
    MemoryStore, NewJob, Status, UserId,
};
use jobs_notary::{Anchor, NotarizedStore, Notary, RollbackError, check, record_restore};

fn key() -> SigningKey {
    SigningKey::from_seed(Origin::new("ledger.test/jobs").unwrap(), &[9; 32])
}

fn job(n: u32) -> Draft {
    let customers = CustomerSet::new([Cid::new(n.to_string()).unwrap()]).unwrap();
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new("Trans-Begin").unwrap();
    let job_id = format!("0000beef-0000-4000-8000-{n:012x}").parse().unwrap();
    let job = NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap();
    job.with_job_id(job_id).into()
}

/// A ledger of jobs `numbers`, with anchors in `folder`.
async fn anchored(
    folder: &std::path::Path,
    numbers: impl Iterator<Item = u32>,
) -> Arc<MemoryStore> {
    let inner = Arc::new(MemoryStore::default());
    let anchors = vec![Anchor::open(folder).unwrap()];
    let notary = Notary::start(key(), Arc::clone(&inner) as _, anchors).await.unwrap();
    let notary = Arc::new(notary);
    let store = NotarizedStore::new(Arc::clone(&notary));
    for n in numbers {
        store.append_one(job(n)).await.unwrap();
    }
    notary.close().await;
    inner
}

fn rollback(result: Result<(), RollbackError>) -> jobs_notary::Rollback {
    match result {
        Err(RollbackError::Rollback(rollback)) => *rollback,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_anchor_has_the_newest_checkpoint_when_the_notary_closes() {
    let folder = tempfile::tempdir().unwrap();
    let store = anchored(folder.path(), 0..5).await;
    let signed = Anchor::at(folder.path()).read().unwrap().unwrap();
    let checkpoint = signed.verify(key().verifier()).unwrap();
    let head = store.head().await.unwrap();
    assert_eq!((checkpoint.size, checkpoint.root), (5, head.root()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "the checkpoint and the lock");
}

/// An anchor that cannot be written is tried again, and the others are written all the same.
#[tokio::test]
async fn an_anchor_that_could_not_be_written_is_written_once_it_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone");
    let there = folder.path().join("there");
    let anchors = [&gone, &there].map(|directory| Anchor::open(directory).unwrap());
    let inner = Arc::new(MemoryStore::default());
    let notary = Notary::start(key(), inner, anchors.to_vec()).await.unwrap();
    // In one step: the notary may be writing there.
    std::fs::rename(&gone, folder.path().join("elsewhere")).unwrap();
    let notary = Arc::new(notary);
    let store = NotarizedStore::new(Arc::clone(&notary));
    store.append_one(job(0)).await.unwrap();
    // Once the second one is written, the first one has failed.
    while anchors[1].read().unwrap().unwrap().unverified().size == 0 {
        tokio::task::yield_now().await;
    }
    std::fs::create_dir(&gone).unwrap();
    notary.close().await;
    assert_eq!(anchors[0].read().unwrap().unwrap().unverified().size, 1);
}

#[tokio::test]
async fn receipts_of_new_and_of_old_entries_are_genuine() {
    let store = Arc::new(MemoryStore::default());
    let notary = Notary::start(key(), Arc::clone(&store) as _, Vec::new()).await.unwrap();
    let answers = store.append((0..9).map(job).collect()).await.unwrap();
    store.append_one(job(100)).await.unwrap();
    for answer in answers.into_iter().map(Result::unwrap) {
        let leaf = store.entry(answer.index()).await.unwrap().unwrap().leaf();
        let at_once = notary.receipt(&answer).await.unwrap().unwrap();
        assert_eq!(at_once.verify(&leaf, notary.verifier()).unwrap().size, 9);
        let later = notary.receipt_of(answer.index()).await.unwrap().unwrap();
        assert_eq!(later.verify(&leaf, notary.verifier()).unwrap().size, 10);
    }
    assert_eq!(notary.receipt_of(10).await.unwrap(), None);
}

#[tokio::test]
async fn a_ledger_that_grew_passes_also_beside_an_anchor_that_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let anchor = Anchor::open(folder.path().join("a/b")).unwrap();
    let store = anchored(folder.path(), 0..3).await;
    let anchors = [Anchor::at(folder.path()), anchor];
    check(&store, key().verifier(), &anchors).await.unwrap();
    store.append((3..300).map(job).collect()).await.unwrap();
    check(&store, key().verifier(), &anchors).await.unwrap();
}

#[tokio::test]
async fn a_ledger_that_lost_its_end_is_refused_with_the_way_forward() {
    let folder = tempfile::tempdir().unwrap();
    anchored(folder.path(), 0..5).await;
    let older = MemoryStore::default();
    older.append((0..4).map(job).collect()).await.unwrap();
    let anchors = [Anchor::at(folder.path())];
    let error = check(&older, key().verifier(), &anchors).await.unwrap_err();
    let message = error.to_string();
    for part in ["once had 5 entries and now has 4", "--accept-restore 4", "jobctl verify"] {
        assert!(message.contains(part), "{message}");
    }
    let found = rollback(Err(error));
    assert_eq!((found.missing(), found.anchors), (1, vec![anchors[0].file()]));
}

#[tokio::test]
async fn a_ledger_whose_anchors_are_all_empty_is_refused_even_if_it_is_empty_too() {
    let folder = tempfile::tempdir().unwrap();
    let store = anchored(&folder.path().join("one"), 0..5).await;
    let [one, two] = ["one", "two"].map(|name| Anchor::open(folder.path().join(name)).unwrap());
    let anchors = [one, two];
    check(&store, key().verifier(), &anchors).await.unwrap();
    std::fs::remove_file(anchors[0].file()).unwrap();
    let error = check(&store, key().verifier(), &anchors).await.unwrap_err();
    let message = error.to_string();
    for part in ["has 5 entries", "--accept-restore 5", "--anchor-dir", "--against"] {
        assert!(message.contains(part), "{message}");
    }
    anchors.iter().for_each(|anchor| {
        assert!(message.contains(&anchor.file().display().to_string()), "{message}");
    });
    let found = rollback(Err(error));
    assert_eq!((found.missing(), &found.checkpoint, found.anchors.len()), (0, &None, 2));
    let recorded = record_restore(&store, &found, UserId::new("admin").unwrap()).await.unwrap();
    let job = store.job(recorded.job_id()).await.unwrap().unwrap();
    let payload: serde_json::Value =
        serde_json::from_str(job.request_payload.unwrap().as_str()).unwrap();
    assert_eq!(
        (&payload["lost"], &payload["found"]["size"]),
        (&serde_json::Value::Null, &5.into())
    );
    let empty = rollback(check(&MemoryStore::default(), key().verifier(), &anchors).await);
    assert_eq!((empty.missing(), empty.head.size(), empty.anchors.len()), (0, 0, 2));
    check(&store, key().verifier(), &[]).await.unwrap();
}

#[tokio::test]
async fn a_ledger_with_another_past_is_refused_however_long_it_is() {
    let folder = tempfile::tempdir().unwrap();
    anchored(folder.path(), 0..5).await;
    let anchors = [Anchor::at(folder.path())];
    for size in [5, 6, 400] {
        let other = MemoryStore::default();
        let numbers = (0..size).map(|n| if n == 2 { 1_000 } else { n });
        other.append(numbers.map(job).collect()).await.unwrap();
        let found = rollback(check(&other, key().verifier(), &anchors).await);
        assert_eq!((found.missing(), found.head.size()), (0, size.into()));
    }
}

#[tokio::test]
async fn an_anchor_of_another_key_or_that_was_edited_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = anchored(folder.path(), 0..5).await;
    let anchors = [Anchor::at(folder.path())];
    let other = SigningKey::from_seed(key().verifier().name().clone(), &[1; 32]);
    let refused = check(&store, other.verifier(), &anchors).await;
    assert!(matches!(refused, Err(RollbackError::Unknown { .. })), "{refused:?}");
    let file = anchors[0].file();
    let edited = std::fs::read_to_string(&file).unwrap().replacen("\n5\n", "\n4\n", 1);
    std::fs::write(&file, edited).unwrap();
    let refused = check(&store, key().verifier(), &anchors).await;
    assert!(matches!(refused, Err(RollbackError::Unknown { .. })), "{refused:?}");
    std::fs::write(&file, "").unwrap();
    let refused = check(&store, key().verifier(), &anchors).await;
    assert!(matches!(refused, Err(RollbackError::Anchor(_))), "{refused:?}");
}

#[tokio::test]
async fn a_restore_that_was_meant_is_recorded_as_a_job() {
    let folder = tempfile::tempdir().unwrap();
    anchored(folder.path(), 0..5).await;
    let older = MemoryStore::default();
    older.append((0..3).map(job).collect()).await.unwrap();
    let found = rollback(check(&older, key().verifier(), &[Anchor::at(folder.path())]).await);
    let recorded = record_restore(&older, &found, UserId::new("admin").unwrap()).await.unwrap();
    let job = older.job(recorded.job_id()).await.unwrap().unwrap();
    assert_eq!(job.job.status, Status::Success);
    assert_eq!(job.job.facts.action_name.as_str(), "Ledger-Restore");
    let payload: serde_json::Value =
        serde_json::from_str(job.request_payload.unwrap().as_str()).unwrap();
    assert_eq!(payload["lost"]["size"], 5);
    assert_eq!(payload["found"]["size"], 3);
    let cid = Some(Cid::new("ledger.test/jobs").unwrap());
    let query = JobQuery {
        filter: JobFilter { cid: cid.into(), ..JobFilter::default() },
        ..JobQuery::default()
    };
    assert_eq!(older.jobs(&query).await.unwrap().jobs.len(), 1);
}
