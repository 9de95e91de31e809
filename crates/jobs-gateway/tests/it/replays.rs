//! Requests that are sent again with their key: one job, one call, and the same answer each time.

use jobs_core::{
    Cause, JobStoreExt as _, Outcomes, RequestKey, Status, StatusChange, StatusDetails,
};
use jobs_gateway::{Data, Finished, Refusal, SetAction, UnknownActions};
use serde_json::json;

use crate::support::{self, Fault, Setup, poll_once, set_action, vijay};

fn keyed(action: SetAction, key: &str) -> SetAction {
    action.with_request_key(Some(RequestKey::new(&vijay(), key).unwrap()))
}

fn told(finished: &Finished) -> (String, Option<u16>, Option<&str>) {
    let code = finished.answer.details.http_status.map(u16::from);
    let body = match &finished.answer.data {
        Data::Json(body) => body.to_string(),
        other => format!("{other:?}"),
    };
    (body, code, finished.answer.details.error_message.as_ref().map(|message| message.as_str()))
}

#[tokio::test]
async fn a_request_that_is_sent_again_makes_one_job_and_one_call() {
    let setup = Setup::new().await;
    for (calls, path) in (1..).zip(["/tms/v1/x", "/not-ready/x", "/hang-up/x"]) {
        let send = || setup.gateway.set_action(keyed(setup.action(path), path));
        let first = send().await.unwrap();
        let again = send().await.unwrap();
        assert_eq!((first.replayed, again.replayed), (false, true), "{path}");
        assert_eq!(
            (first.job_id, first.answer.details.status),
            (again.job_id, again.answer.details.status),
            "{path}"
        );
        assert_eq!(told(&again).1, told(&first).1, "{path}");
        assert_eq!(told(&again).2, told(&first).2, "{path}");
        assert_eq!(told(&again).0, told(&first).0, "{path}");
        assert_eq!(setup.sim.call_count(), calls, "{path}");
    }
    // Without a key, or with another, it is another request.
    setup.send("/tms/v1/x").await.unwrap();
    setup.gateway.set_action(keyed(setup.action("/tms/v1/x"), "other")).await.unwrap();
    assert_eq!(setup.sim.call_count(), 5);
    assert_eq!(setup.ledger_size().await, 10);
}

/// The token is not part of the content: by the time of a retry there may be a new one.
#[tokio::test]
async fn a_retry_may_bring_another_token_and_no_other_content() {
    let setup = Setup::new().await;
    let first = setup.gateway.set_action(keyed(setup.action("/tms/v1/x"), "k")).await.unwrap();
    let other_token = setup.action("/tms/v1/x").with_token(Some("another-token".to_owned().into()));
    let again = setup.gateway.set_action(keyed(other_token, "k")).await.unwrap();
    assert_eq!((again.job_id, again.replayed), (first.job_id, true));
    let url = format!("{}/tms/v1/x", setup.base);
    for other in [
        setup.action("/tms/v1/y"),
        set_action(&url, json!({"action": "PE-Enable", "cids": ["5001"]})),
        set_action(&url, json!({"action": "T-Enable", "cids": ["5001", "5002"]})),
        set_action(&url, json!({"action": "PE-Enable", "cids": ["5001", "5002"], "x": 1})),
    ] {
        let refusal = setup.gateway.set_action(keyed(other, "k")).await.unwrap_err();
        assert!(matches!(refusal, Refusal::KeyReused { job_id } if job_id == first.job_id));
    }
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (1, 2));
}

#[tokio::test]
async fn while_the_first_call_is_under_way_the_next_is_told_so() {
    let setup = Setup::new().await;
    let send = || setup.gateway.set_action(keyed(setup.action("/held/x"), "k"));
    let mut first = Box::pin(send());
    assert!(poll_once(&mut first).await.is_none());
    setup.sim.called(1).await;
    let refusal = send().await.unwrap_err();
    let Refusal::UnderWay { job_id } = refusal else { panic!("{refusal}") };
    assert_eq!(setup.job(job_id).await.job.status, Status::InProgress);
    setup.sim.release();
    let first = first.await.unwrap();
    let again = send().await.unwrap();
    assert_eq!((first.job_id, again.job_id, again.replayed), (job_id, job_id, true));
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (1, 2));
}

/// The store reports a failure although it has the job; finding it there does not make the request
/// a replay.
#[tokio::test]
async fn a_job_that_was_recorded_after_all_is_called_once() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::After]);
    let first = setup.gateway.set_action(keyed(setup.action("/tms/v1/x"), "k")).await.unwrap();
    assert_eq!((first.replayed, first.answer.details.status), (false, Status::Success));
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (1, 2));
}

/// What a stopped gateway left is settled at the next start; the retry is told so, and the upstream
/// is not called.
#[tokio::test]
async fn a_retry_after_a_crash_is_told_that_nobody_knows() {
    let setup = Setup::new().await;
    let send = || setup.gateway.set_action(keyed(setup.action("/held/x"), "k"));
    let mut first = Box::pin(send());
    assert!(poll_once(&mut first).await.is_none());
    setup.sim.called(1).await;
    // The gateway after the crash knows nothing of the call.
    let next = crate::support::gateway(std::sync::Arc::clone(&setup.store), &setup.base, |_| {});
    assert_eq!(next.recover().await.unwrap(), 1);
    let again = next.set_action(keyed(setup.action("/held/x"), "k")).await.unwrap();
    assert_eq!((again.replayed, again.answer.details.status), (true, Status::Unconfirmed));
    assert_eq!(again.answer.details.cause, Cause::Interrupted);
    assert_eq!(setup.sim.call_count(), 1);
    setup.sim.release();
    drop(first);
}

/// It does not matter whether the gateway would accept it now: it was done.
#[tokio::test]
async fn what_was_done_is_told_again_by_a_gateway_that_allows_it_no_more() {
    let setup = Setup::new().await;
    let odd = || {
        let payload = json!({"action": "Never-Heard-Of", "cids": ["1"]});
        keyed(set_action(&format!("{}/tms/v1/x", setup.base), payload), "k")
    };
    let first = setup.gateway.set_action(odd()).await.unwrap();
    let strict = support::gateway(setup.store.clone(), "https://other.test", |config| {
        config.unknown_actions = UnknownActions::Refuse;
    });
    strict.drain().await;
    let again = strict.set_action(odd()).await.unwrap();
    assert!(again.replayed);
    assert_eq!((again.job_id, again.answer.details), (first.job_id, first.answer.details));
    let other = || keyed(setup.action("/tms/v1/x"), "k");
    let refusal = strict.set_action(other()).await.unwrap_err();
    assert!(matches!(refusal, Refusal::KeyReused { .. }), "{refusal}");
    assert_eq!(setup.sim.call_count(), 1);
}

/// What is found out later changes the job but not the answer: a caller who got no answer may act
/// on it.
#[tokio::test]
async fn the_first_answer_is_told_again_whatever_was_found_out_since() {
    let setup = Setup::new().await;
    let send = || setup.gateway.set_action(keyed(setup.action("/hang-up/x"), "k"));
    let first = send().await.unwrap();
    assert_eq!(first.answer.details.status, Status::Unconfirmed);
    let found_out = StatusChange {
        job_id: first.job_id,
        actor: vijay(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
        request_key: None,
    };
    setup.store.change_status(found_out).await.unwrap();
    let again = send().await.unwrap();
    assert_eq!(again.answer.details, first.answer.details);
    assert_eq!(again.answer.details.error_message, first.answer.details.error_message);
}
