//! Behaviours of several stores on one ledger: each is a handle, and none knows the others.

use jobs_core::{Error, JobStore, JobStoreExt, Outcomes, Status, StatusChange};

use crate::Ledger;
use crate::concurrency::{
    check_seen, race_for_one_job_id, race_for_one_status, read_while_others_append, write_together,
};
use crate::support::{append, change, head, job_id, key, new_job, outcome, refusal, repeat};

/// Three handles.
async fn three(ledger: &Ledger) -> [Box<dyn JobStore>; 3] {
    [ledger.open().await, ledger.open().await, ledger.open().await]
}

fn by_reference(stores: &[Box<dyn JobStore>; 3]) -> [&dyn JobStore; 3] {
    stores.each_ref().map(|store| &**store)
}

/// What was acknowledged through one handle is there for the next call through any other.
pub async fn each_handle_sees_what_the_others_appended(ledger: &Ledger) {
    let handles = &three(ledger).await;
    for n in 0..12 {
        let one = &*handles[n as usize % 3];
        let other = &*handles[(n as usize + 1) % 3];
        let job = new_job(n).with_request_key(key(&format!("job {n}")));
        let created = append(one, job).await;
        for handle in handles {
            check_seen(&**handle, job_id(n), &created, Status::InProgress).await;
            let asked_for = handle.request(key(&format!("job {n}")).unwrap()).await.unwrap();
            assert_eq!(asked_for.unwrap().index(), created.index());
        }
        let settled = append(other, change(n, Status::Failed)).await;
        for handle in handles {
            check_seen(&**handle, job_id(n), &settled, Status::Failed).await;
            assert_eq!(head(&**handle).await, head(one).await);
            assert_eq!(head(one).await.size(), settled.index() + 1);
        }
    }
    let entries = crate::audit(&*handles[0]).await;
    assert_eq!(crate::audit(&*handles[1]).await, entries);
}

/// The rules apply to all that is recorded, through any handle.
pub async fn the_rules_hold_across_handles(ledger: &Ledger) {
    let [one, other, third] = &three(ledger).await;
    // Each handle first reads and appends.
    for (n, handle) in [(100, one), (101, other), (102, third)] {
        append(&**handle, new_job(n)).await;
    }
    let keyed = |n| new_job(n).with_request_key(key("the same"));
    let created = append(&**one, keyed(1)).await;
    let error = refusal(&**other, new_job(1)).await;
    assert!(matches!(error, Error::DuplicateJob { .. }), "{error}");
    repeat(&**other, keyed(1), &created).await;
    let mut else_asked = new_job(2).with_retry_of(Some(job_id(1)));
    let retried = append(&**third, else_asked.clone()).await;
    assert_eq!(retried.index(), created.index() + 1);
    else_asked = else_asked.with_request_key(key("the same"));
    let error = refusal(&**third, else_asked).await;
    assert!(matches!(error, Error::KeyReused { .. }), "{error}");
    let strangers = Outcomes::new([outcome("stranger", Status::Failed, None)]).unwrap();
    let stranger = StatusChange { outcomes: strangers, ..change(1, Status::Failed) };
    let error = refusal(&**other, stranger).await;
    assert!(matches!(error, Error::UnknownCustomer { .. }), "{error}");
    let settled = append(&**other, change(1, Status::Success)).await;
    repeat(&**one, change(1, Status::Success), &settled).await;
    let error = refusal(&**third, change(1, Status::Failed)).await;
    assert!(matches!(error, Error::IllegalTransition { .. }), "{error}");
}

/// Writers that each have a handle lose nothing of each other's.
pub async fn writers_with_handles_of_their_own_lose_nothing(ledger: &Ledger) {
    write_together(&by_reference(&three(ledger).await)).await;
}

/// When several callers create a job with the same ID at the same moment, one succeeds, whichever
/// handles they have.
pub async fn handles_race_for_one_job_id(ledger: &Ledger) {
    race_for_one_job_id(&by_reference(&three(ledger).await)).await;
}

/// When several callers settle a job at the same moment, one is recorded, whichever handles they
/// have.
pub async fn handles_race_for_one_status(ledger: &Ledger) {
    race_for_one_status(&by_reference(&three(ledger).await)).await;
}

/// For a reader, the ledger only ever grows, also when another handle appends.
pub async fn readers_see_what_other_handles_append_only_grow(ledger: &Ledger) {
    read_while_others_append(&by_reference(&three(ledger).await)).await;
}

/// A handle goes on when another one is closed, or opened.
pub async fn a_handle_goes_on_when_another_is_closed(ledger: &Ledger) {
    let mut kept = ledger.open().await;
    for n in 0..8 {
        let other = ledger.open().await;
        append(&*kept, new_job(2 * n)).await;
        let last = append(&*other, new_job(2 * n + 1)).await;
        // The older one and the newer one in turn.
        let closed = if n % 2 == 0 { std::mem::replace(&mut kept, other) } else { other };
        drop(closed);
        check_seen(&*kept, job_id(2 * n + 1), &last, Status::InProgress).await;
        let settled = kept.change_status(change(2 * n, Status::Success)).await.unwrap();
        assert_eq!(settled.index(), last.index() + 1);
    }
}
