//! Behaviours of request keys: a request that is sent again is known for ever.

use jobs_core::{
    ActionCode, ActionName, BatchId, ClusterUrl, Draft, Error, Index, JobFacts, JobId, JobStore,
    JobStoreExt, NewJob, RequestPayload, Source, Status, StatusChange, UserId,
};

use crate::concurrency::RIVALS;
use crate::support::{
    append, append_all, change, customers, full_change, full_job, job_id, key, new_job, refusal,
    repeat, size,
};
use crate::team::Team;

fn keyed_job(n: u32, name: &str) -> NewJob {
    new_job(n).with_request_key(key(name))
}

fn keyed_change(n: u32, status: Status, name: &str) -> StatusChange {
    StatusChange { request_key: key(name), ..change(n, status) }
}

/// A request for a job leads to one job, even if each try has another ID, also within one call, and
/// also when the job has changed since. Requests with other keys or without one are different
/// requests.
pub async fn a_request_makes_one_job(store: &dyn JobStore) {
    let answers = [1, 2, 3].map(|n| keyed_job(n, "once").into());
    let answers = store.append(answers.to_vec()).await.unwrap();
    let answers: Vec<_> = answers.into_iter().map(|answer| answer.unwrap()).collect();
    let seen: Vec<_> = answers.iter().map(|a| (a.job_id(), a.index(), a.repeated())).collect();
    let id = job_id(1);
    let first = answers[0].clone();
    assert_eq!(seen, [(id, 0, false), (id, 0, true), (id, 0, true)]);
    append_all(store, vec![keyed_job(4, "again").into(), new_job(5).into()]).await;
    append(store, change(1, Status::Success)).await;
    repeat(store, keyed_job(6, "once"), &first).await;
    repeat(store, keyed_job(1, "once"), &first).await;
    is_known(store, "once", 0).await;
    is_known(store, "again", 1).await;
    assert_eq!(store.request(key("never").unwrap()).await.unwrap(), None);
    assert!(store.job(job_id(6)).await.unwrap().is_none());
    assert_eq!(size(store).await, 4);
}

/// A key that comes with other content is refused: any field makes the difference but the job's ID.
pub async fn a_key_is_for_one_content(store: &dyn JobStore) {
    append(store, new_job(9)).await;
    let base = full_job(1, job_id(9)).with_request_key(key("once"));
    append(store, base.clone()).await;
    let facts = base.facts();
    let with = |facts: JobFacts, cids: &[&str]| {
        NewJob::from_facts(job_id(2), facts, customers(cids))
            .unwrap()
            .with_request_payload(base.request_payload().cloned())
            .with_source(base.source())
            .with_retry_of(base.retry_of())
            .with_request_key(key("once"))
    };
    let cids: Vec<_> = base.customers().iter().map(|cid| cid.as_str()).collect();
    let name = |text| ActionName::new(text).unwrap();
    let replayed = store.create(with(facts.clone(), &cids)).await.unwrap();
    assert!(replayed.repeated(), "the ground on which the others differ");
    for other in [
        with(JobFacts { user_id: UserId::new("else").unwrap(), ..facts.clone() }, &cids),
        with(JobFacts { submitted_by: None, ..facts.clone() }, &cids),
        with(JobFacts { submitted_by: UserId::new("else").ok(), ..facts.clone() }, &cids),
        with(JobFacts { batch_id: None, ..facts.clone() }, &cids),
        with(JobFacts { batch_id: Some(BatchId::new("b").unwrap()), ..facts.clone() }, &cids),
        with(JobFacts { action_code: ActionCode::new(77).unwrap(), ..facts.clone() }, &cids),
        with(JobFacts { action_name: name("else"), ..facts.clone() }, &cids),
        with(
            JobFacts { cluster_url: Some(ClusterUrl::new("else").unwrap()), ..facts.clone() },
            &cids,
        ),
        with(facts.clone(), &cids[1..]),
        base.clone().with_request_payload(None),
        base.clone().with_request_payload(Some(RequestPayload::new("{}").unwrap())),
        base.clone().with_source(Source::Embedded),
        base.clone().with_retry_of(None),
    ] {
        is_reused(store, other, job_id(1)).await;
    }
    is_reused(store, keyed_change(1, Status::Success, "once"), job_id(1)).await;
}

async fn is_known(store: &dyn JobStore, name: &str, index: Index) {
    let entry = store.request(key(name).unwrap()).await.unwrap();
    assert_eq!(entry, store.entry(index).await.unwrap(), "of the request {name:?}");
}

async fn is_reused(store: &dyn JobStore, draft: impl Into<Draft>, of: JobId) {
    let draft = draft.into();
    let error = refusal(store, draft.clone()).await;
    let reused = matches!(error, Error::KeyReused { job_id } if job_id == of);
    assert!(reused, "{draft:?}: {error}");
}

/// The same for a change of status: sent again after the job has changed, it is still the same
/// report.
pub async fn a_report_with_a_key_can_be_sent_again(store: &dyn JobStore) {
    append(store, new_job(1)).await;
    append(store, new_job(2)).await;
    let unconfirmed = keyed_change(1, Status::Unconfirmed, "report");
    let first = append(store, unconfirmed.clone()).await;
    append(store, StatusChange { request_key: key("settled"), ..full_change(1) }).await;
    repeat(store, unconfirmed.clone(), &first).await;
    is_known(store, "report", first.index()).await;
    let actor = UserId::new("somebody else").unwrap();
    for other in [
        keyed_change(1, Status::Failed, "report"),
        keyed_change(2, Status::Unconfirmed, "report"),
        StatusChange { actor, ..unconfirmed },
        StatusChange { request_key: key("report"), ..full_change(1) },
    ] {
        is_reused(store, other, job_id(1)).await;
    }
    is_reused(store, keyed_job(3, "report"), job_id(1)).await;
}

/// When several callers send the same request at the same moment, one makes the job, and all get
/// the same answer.
pub async fn writers_race_for_one_request(store: &dyn JobStore) {
    const ROUNDS: u32 = 30;
    let together = &Team::new(RIVALS);
    let answers = together.run(|thread| async move {
        let mut answers = Vec::new();
        for n in 0..ROUNDS {
            let own = u32::try_from(thread).unwrap() * ROUNDS + n;
            together.wait();
            // Not checked yet: the other threads wait for this one.
            answers.push(store.create(keyed_job(own, &n.to_string())).await);
        }
        answers
    });
    for n in 0..ROUNDS as usize {
        let of_round: Vec<_> = answers.iter().map(|answers| answers[n].as_ref().unwrap()).collect();
        assert_eq!(of_round.iter().filter(|answer| !answer.repeated()).count(), 1, "request {n}");
        let same = |answer: &&&jobs_core::Appended| answer.job_id() == of_round[0].job_id();
        assert!(of_round.iter().all(|answer| same(&answer)), "request {n}: {of_round:?}");
    }
    assert_eq!(size(store).await, u64::from(ROUNDS));
}
