//! Set Actions that repeat what was asked for moments ago: who is told, and what is sent.

use std::sync::Arc;
use std::time::Duration;

use jobs_core::{
    ActionCode, ActionName, Cause, Cid, CustomerSet, ImportedJob, JobFacts, JobId, JobStoreExt,
    NewJob, RequestKey, Source, Status, StatusChange, StatusDetails, Timestamp, UserId,
};
use jobs_gateway::{Finished, Gateway, OnOverlap, Overlap, SetAction};
use serde_json::json;

use crate::support::{Fault, Setup, set_action, vijay};

fn action(setup: &Setup, name: &str, cids: &[&str]) -> SetAction {
    set_action(&format!("{}/tms/v1/x", setup.base), json!({"action": name, "cids": cids}))
}

async fn send(setup: &Setup, name: &str, cids: &[&str]) -> Finished {
    setup.gateway.set_action(action(setup, name, cids)).await.unwrap()
}

fn overlap(job: &Finished, customers: usize) -> Overlap {
    overlap_of(job.job_id, &vijay(), customers)
}

fn overlap_of(job_id: JobId, owner: &UserId, customers: usize) -> Overlap {
    Overlap { job_id, owner: owner.clone(), customers }
}

async fn refusing() -> Setup {
    Setup::with(|config| config.on_overlap = OnOverlap::Refuse).await
}

#[tokio::test]
async fn the_same_action_on_some_of_the_same_customers_is_sent_with_a_warning() {
    let setup = Setup::new().await;
    let first = send(&setup, "PE-Enable", &["5001", "5002"]).await;
    assert_eq!(first.overlaps, []);
    for (name, cids) in [("T-Enable", ["5001", "5002"]), ("PE-Enable", ["5003", "5004"])] {
        assert_eq!(send(&setup, name, &cids).await.overlaps, [], "{name} {cids:?}");
    }
    // Neither the case of the name nor the user of the job matters.
    let anita = UserId::new("anita").unwrap();
    let payload = json!({"action": "pe-enable", "cids": ["5002", "5003", "5001"]});
    let url = format!("{}/status-503/x", setup.base);
    let payload = payload.as_object().unwrap().clone();
    let other = SetAction::new(anita.clone(), url, payload).unwrap();
    let other = setup.gateway.set_action(other).await.unwrap();
    assert_eq!(other.overlaps[1..], [overlap(&first, 2)]);
    assert_eq!((other.overlaps[0].customers, other.overlaps.len()), (1, 2));
    // It was sent, even though the upstream refused it.
    let last = send(&setup, "PE-Enable", &["5001"]).await;
    assert_eq!(last.overlaps, [overlap_of(other.job_id, &anita, 1), overlap(&first, 1)]);
    assert_eq!((last.answer.details.status, setup.sim.call_count()), (Status::Success, 5));
}

#[tokio::test]
async fn actions_without_a_code_are_the_same_by_their_names() {
    let setup = Setup::new().await;
    let first = send(&setup, "Reindex", &["5001"]).await;
    assert_eq!(send(&setup, "Rebuild", &["5001"]).await.overlaps, []);
    assert_eq!(send(&setup, "REINDEX", &["5001"]).await.overlaps, [overlap(&first, 1)]);
}

#[tokio::test]
async fn only_jobs_of_the_window_count() {
    let setup = Setup::with(|config| config.overlap_window = Duration::from_secs(1000)).await;
    for (seconds, expected) in [(2000, 0), (500, 1)] {
        let created = Timestamp::now().as_micros() - seconds * 1_000_000;
        let created = Timestamp::from_micros("created_at", created).unwrap();
        let facts = JobFacts {
            user_id: vijay(),
            submitted_by: None,
            batch_id: None,
            action_code: ActionCode::of_legacy_name("PE-Enable").unwrap(),
            action_name: ActionName::new("PE-Enable").unwrap(),
            cluster_url: None,
        };
        let cid = format!("customer-{seconds}");
        let customers = CustomerSet::new([Cid::new(&*cid).unwrap()]).unwrap();
        let details = StatusDetails::new(Status::Success);
        let job = ImportedJob::new(JobId::mint(), facts, customers, created, details);
        setup.store.append_one(job.into()).await.unwrap();
        let found = send(&setup, "PE-Enable", &[&cid]).await.overlaps.len();
        assert_eq!(found, expected, "{seconds} s");
    }
}

/// Two servers on one ledger; the order in which the jobs are recorded decides.
#[tokio::test]
async fn of_those_that_come_at_the_same_moment_each_hears_of_the_ones_before_it() {
    let setup = Setup::new().await;
    let store = Arc::clone(&setup.store);
    let other = crate::support::gateway(store, &setup.base, |_| {});
    let send = async |gateway: &Gateway| {
        gateway.set_action(action(&setup, "PE-Enable", &["5001"])).await.unwrap()
    };
    let here = &setup.gateway;
    let (a, b, c, d) = tokio::join!(send(here), send(&other), send(here), send(&other));
    let mut sent = Vec::new();
    for finished in [a, b, c, d] {
        sent.push((setup.job(finished.job_id).await.job.index, finished));
    }
    sent.sort_unstable_by_key(|(index, _)| *index);
    let mut before: Vec<Overlap> = Vec::new();
    for (_, finished) in &sent {
        assert_eq!(finished.overlaps, before);
        before.insert(0, overlap(finished, 1));
    }
}

#[tokio::test]
async fn the_newest_twenty_are_told_and_every_customer_is_compared() {
    let setup = Setup::new().await;
    let many: Vec<String> = (0..10_001).map(|cid| format!("{cid:05}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let large = send(&setup, "PE-Enable", &many).await;
    // The last of the customers, which a store gives on a second page.
    assert_eq!(send(&setup, "PE-Enable", &["10000"]).await.overlaps, [overlap(&large, 1)]);
    let mut sent = Vec::new();
    for _ in 0..21 {
        sent.push(send(&setup, "T-Enable", &["5001"]).await);
    }
    let last = send(&setup, "T-Enable", &["5001"]).await;
    let newest: Vec<_> = sent.iter().rev().take(20).map(|job| overlap(job, 1)).collect();
    assert_eq!(last.overlaps, newest);
}

#[tokio::test]
async fn a_retry_does_not_overlap_with_what_it_tries_again() {
    let setup = refusing().await;
    let first = send(&setup, "PE-Enable", &["5001", "5002"]).await;
    let retry = action(&setup, "PE-Enable", &["5001"]).with_retry_of(Some(first.job_id));
    let retry = setup.gateway.set_action(retry).await.unwrap();
    assert_eq!((retry.answer.details.status, retry.overlaps), (Status::Success, Vec::new()));
    // A second click on the same button is another matter.
    let again = action(&setup, "PE-Enable", &["5001"]).with_retry_of(Some(first.job_id));
    let again = setup.gateway.set_action(again).await.unwrap();
    assert_eq!(again.overlaps, [overlap_of(retry.job_id, &vijay(), 1)]);
    assert_eq!((again.answer.details.status, setup.sim.call_count()), (Status::Failed, 2));
}

#[tokio::test]
async fn a_refusal_is_on_the_record_and_sends_nothing() {
    let setup = refusing().await;
    let first = send(&setup, "PE-Enable", &["5001"]).await;
    let key = Some(RequestKey::new(&vijay(), "k").unwrap());
    let keyed = || action(&setup, "PE-Enable", &["5001", "5002"]).with_request_key(key);
    let second = setup.gateway.set_action(keyed()).await.unwrap();
    assert_eq!(second.overlaps, [overlap(&first, 1)]);
    assert_eq!((second.answer.details.status, second.outcome_recorded), (Status::Failed, true));
    assert_eq!(second.answer.details.cause, Cause::Withheld);
    let recorded = setup.job(second.job_id).await.job;
    assert_eq!((recorded.status, recorded.http_status), (Status::Failed, None));
    let message = recorded.error_message.unwrap();
    assert!(message.as_str().contains(&first.job_id.to_string()), "{message}");
    assert_eq!(setup.sim.call_count(), 1);

    // Sent again with its key, it is replayed.
    let again = setup.gateway.set_action(keyed()).await.unwrap();
    assert_eq!((again.job_id, again.replayed), (second.job_id, true));
    assert_eq!(again.answer.details.http_status, None);
    assert_eq!(again.answer.details.cause, Cause::Withheld);

    // What was refused was not sent, so nothing repeats it.
    let third = send(&setup, "PE-Enable", &["5002"]).await;
    assert_eq!((third.answer.details.status, third.overlaps), (Status::Success, Vec::new()));
}

fn submitted(name: &str, cids: &[&str]) -> NewJob {
    let customers = CustomerSet::new(cids.iter().map(|cid| Cid::new(*cid).unwrap())).unwrap();
    let user = UserId::new("mallory").unwrap();
    let name = ActionName::new(name).unwrap();
    let code = ActionCode::of_legacy_name(name.as_str()).unwrap();
    NewJob::new(user, code, name, customers).unwrap().with_source(Source::Api)
}

/// Anybody can record a job that was never sent; it is reported, and withholds nothing.
#[tokio::test]
async fn a_job_that_was_merely_submitted_withholds_no_call() {
    for on_overlap in [OnOverlap::Warn, OnOverlap::Refuse] {
        let setup = Setup::with(|config| config.on_overlap = on_overlap).await;
        let mallory = UserId::new("mallory").unwrap();
        let submitted = submitted("PE-Enable", &["5001"]);
        let job_id = submitted.job_id();
        setup.store.create(submitted).await.unwrap();
        let sent = send(&setup, "PE-Enable", &["5001"]).await;
        assert_eq!(sent.answer.details.status, Status::Success);
        assert_eq!(sent.overlaps, [overlap_of(job_id, &mallory, 1)], "{on_overlap:?}");
        // Nor does it once somebody has reported how it ended.
        let submitted = self::submitted("T-Enable", &["5001"]);
        let job_id = submitted.job_id();
        setup.store.create(submitted).await.unwrap();
        let change = StatusChange::new(job_id, vijay(), StatusDetails::new(Status::Success));
        setup.store.change_status(change).await.unwrap();
        let sent = send(&setup, "T-Enable", &["5001"]).await;
        assert_eq!(sent.answer.details.status, Status::Success);
        assert_eq!(sent.overlaps, [overlap_of(job_id, &mallory, 1)], "{on_overlap:?}");
    }
}

/// Nor does a flood of them evict jobs that were sent.
#[tokio::test]
async fn jobs_that_were_merely_submitted_hide_none_that_was_sent() {
    let setup = refusing().await;
    let first = send(&setup, "PE-Enable", &["5001"]).await;
    for _ in 0..300 {
        setup.store.create(submitted("PE-Enable", &["5001"])).await.unwrap();
    }
    let second = send(&setup, "PE-Enable", &["5001"]).await;
    assert_eq!(second.answer.details.cause, Cause::Withheld);
    assert_eq!((second.overlaps, setup.sim.call_count()), (vec![overlap(&first, 1)], 1));
}

/// A caller whom the upstream refuses does not hold up others.
#[tokio::test]
async fn a_job_that_the_upstream_refused_withholds_no_call() {
    let setup = refusing().await;
    for (path, withholds) in [
        ("/status-401/x", false),
        ("/status-404/x", false),
        ("/status-500/x", true),
        ("/status-503/x", true),
    ] {
        let cid = path;
        let url = format!("{}{path}", setup.base);
        let refused = set_action(&url, json!({"action": "PE-Enable", "cids": [cid]}));
        let refused = setup.gateway.set_action(refused).await.unwrap();
        let next = send(&setup, "PE-Enable", &[cid]).await;
        assert_eq!(next.answer.details.cause == Cause::Withheld, withholds, "{path}");
        assert_eq!(next.overlaps, [overlap(&refused, 1)], "{path}");
    }
}

#[tokio::test]
async fn without_a_look_up_a_warning_is_left_out_and_a_refusal_stands() {
    for on_overlap in [OnOverlap::Warn, OnOverlap::Refuse] {
        let setup = Setup::with(|config| config.on_overlap = on_overlap).await;
        setup.store.fail_reads();
        let sent = send(&setup, "PE-Enable", &["5001"]).await;
        assert_eq!((&sent.overlaps[..], sent.overlaps_complete), (&[][..], false));
        let refused = on_overlap == OnOverlap::Refuse;
        assert_eq!(setup.sim.call_count(), usize::from(!refused));
        let recorded = setup.job(sent.job_id).await.job;
        let message = recorded.error_message.map_or_else(String::new, |it| it.to_string());
        assert_eq!(message.contains("could not be looked up"), refused, "{message}");
        assert_eq!(recorded.status == Status::Failed, refused);
    }
}

#[tokio::test]
async fn where_overlaps_are_allowed_nothing_is_looked_for() {
    let setup = Setup::with(|config| config.on_overlap = OnOverlap::Allow).await;
    for _ in 0..2 {
        assert_eq!(send(&setup, "PE-Enable", &["5001"]).await.overlaps, []);
    }
    assert_eq!((setup.store.reads(), setup.sim.call_count()), (0, 2));
}

/// The store has the job, but does not say where.
#[tokio::test]
async fn a_job_that_was_recorded_after_all_hears_of_the_others() {
    let setup = Setup::new().await;
    let first = send(&setup, "PE-Enable", &["5001"]).await;
    setup.store.plan([Fault::After]);
    assert_eq!(send(&setup, "PE-Enable", &["5001"]).await.overlaps, [overlap(&first, 1)]);
}
