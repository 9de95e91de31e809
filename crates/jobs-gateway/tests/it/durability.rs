//! No record, no call; and what was called is recorded, whatever else goes wrong.

use jobs_core::{Draft, JobId, JobStore, PageLimit, Status};
use jobs_gateway::{
    ContentType, ReadMethod, ReadRequest, Refusal, Secret, UnknownActions, UpstreamAnswer,
};
use serde_json::{Value, json};

use crate::support::{self, Fault, Setup, set_action};

#[tokio::test]
async fn the_record_is_there_before_the_upstream_is_called() {
    let setup = Setup::new().await;
    let gateway = setup.gateway.clone();
    let action = setup.action("/held/x");
    let caller = tokio::spawn(async move { gateway.set_action(action).await });
    setup.sim.called(1).await;
    let entries = setup.store.entries(0, PageLimit::default()).await.unwrap();
    assert_eq!(entries.len(), 1);
    assert!(matches!(entries[0].draft(), Draft::JobCreated(_)));
    assert_eq!(setup.gateway.in_flight(), 1);
    setup.sim.release();
    let finished = caller.await.unwrap().unwrap();
    assert_eq!(finished.job_id, entries[0].job_id());
    assert_eq!(setup.gateway.in_flight(), 0);
}

#[tokio::test]
async fn without_a_record_no_call_is_made() {
    let setup = Setup::new().await;
    for fault in [Fault::Before, Fault::Closed] {
        setup.store.plan([fault]);
        let refusal = setup.send("/tms/v1/x").await.unwrap_err();
        assert!(matches!(refusal, Refusal::NotRecorded { job_id: None, .. }), "{refusal}");
        assert_eq!(refusal.job_id(), None);
    }
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (0, 0));
}

#[tokio::test]
async fn a_record_reported_as_failed_but_durable_is_found_and_the_call_is_made_once() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::After]);
    let finished = setup.send("/tms/v1/x").await.unwrap();
    assert_eq!((finished.status, finished.outcome_recorded), (Status::Success, true));
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (1, 2));
}

#[tokio::test]
async fn a_record_reported_as_unsure_is_tried_again() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::BeforeUnsure]);
    assert_eq!(setup.send("/tms/v1/x").await.unwrap().status, Status::Success);
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (1, 2));
}

#[tokio::test]
async fn a_record_that_stays_unsure_is_refused_with_the_id_to_look_up() {
    let setup = Setup::new().await;
    // Recorded at first; the second try cannot tell.
    setup.store.plan([Fault::After, Fault::Before]);
    let refusal = setup.send("/tms/v1/x").await.unwrap_err();
    let job_id = refusal.job_id().unwrap();
    assert_eq!(setup.job(job_id).await.job.status, Status::InProgress);
    assert_eq!(setup.sim.call_count(), 0);
    assert_eq!(setup.gateway.recover().await.unwrap(), 1);
    assert_eq!(setup.job(job_id).await.job.status, Status::Unconfirmed);
}

#[tokio::test]
async fn an_outcome_is_recorded_at_the_second_try() {
    for fault in [Fault::Before, Fault::BeforeUnsure, Fault::After] {
        let setup = Setup::new().await;
        setup.store.plan([Fault::Pass, fault]);
        let finished = setup.send("/tms/v1/x").await.unwrap();
        assert!(finished.outcome_recorded, "{fault:?}");
        assert_eq!(setup.job(finished.job_id).await.job.status, Status::Success);
        assert_eq!((setup.ledger_size().await, setup.store.appends()), (2, 3));
    }
}

#[tokio::test]
async fn an_outcome_that_cannot_be_recorded_is_told_and_settled_at_the_next_start() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::Pass, Fault::Before, Fault::Before, Fault::Before, Fault::Before]);
    let finished = setup.send("/tms/v1/x").await.unwrap();
    assert_eq!((finished.status, finished.outcome_recorded), (Status::Success, false));
    assert_eq!(setup.job(finished.job_id).await.job.status, Status::InProgress);
    assert_eq!(setup.store.appends(), 5);
    assert_eq!(setup.gateway.recover().await.unwrap(), 1);
    assert_eq!(setup.job(finished.job_id).await.job.status, Status::Unconfirmed);
}

#[tokio::test]
async fn a_closed_store_is_not_asked_again() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::Pass, Fault::Closed]);
    assert!(!setup.send("/tms/v1/x").await.unwrap().outcome_recorded);
    assert_eq!(setup.store.appends(), 2);
}

#[tokio::test]
async fn the_call_and_its_record_outlive_the_caller() {
    let setup = Setup::new().await;
    let gateway = setup.gateway.clone();
    let action = setup.action("/held/x");
    let caller = tokio::spawn(async move { gateway.set_action(action).await });
    setup.sim.called(1).await;
    caller.abort();
    assert!(caller.await.unwrap_err().is_cancelled());
    setup.sim.release();
    setup.store.appended(2).await;
    let entries = setup.store.entries(0, PageLimit::default()).await.unwrap();
    assert_eq!(setup.job(entries[0].job_id()).await.job.status, Status::Success);
    assert_eq!(setup.sim.call_count(), 1);
}

#[tokio::test]
async fn a_future_that_is_dropped_before_its_first_poll_does_nothing() {
    let setup = Setup::new().await;
    drop(setup.send("/tms/v1/x"));
    setup.gateway.drain().await;
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (0, 0));
}

#[tokio::test]
async fn a_store_that_panics_breaks_off_one_job_and_names_it() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::Pass, Fault::Panic]);
    let refusal = setup.send("/tms/v1/x").await.unwrap_err();
    assert!(matches!(refusal, Refusal::Interrupted { .. }), "{refusal}");
    assert_eq!(setup.job(refusal.job_id().unwrap()).await.job.status, Status::InProgress);
    assert_eq!(setup.gateway.in_flight(), 0);
    assert!(setup.send("/tms/v1/x").await.is_ok());
    setup.gateway.drain().await;
}

#[tokio::test]
async fn draining_waits_for_the_record_and_refuses_new_calls() {
    let setup = Setup::new().await;
    let gateway = setup.gateway.clone();
    let action = setup.action("/held/x");
    let caller = tokio::spawn(async move { gateway.set_action(action).await });
    setup.sim.called(1).await;
    let mut drained = Box::pin(setup.gateway.drain());
    assert!(support::poll_once(&mut drained).await.is_none(), "a call is under way");
    assert!(matches!(setup.send("/tms/v1/x").await, Err(Refusal::ShuttingDown)));
    setup.sim.release();
    drained.await;
    assert_eq!(setup.ledger_size().await, 2);
    assert_eq!(caller.await.unwrap().unwrap().status, Status::Success);
}

#[tokio::test]
async fn calls_beyond_the_limit_are_refused_before_they_are_recorded() {
    let setup = Setup::with(|config| config.calls_max = 1).await;
    let gateway = setup.gateway.clone();
    let action = setup.action("/held/x");
    let caller = tokio::spawn(async move { gateway.set_action(action).await });
    setup.sim.called(1).await;
    assert!(matches!(setup.send("/tms/v1/x").await, Err(Refusal::Busy)));
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (1, 1));
    setup.sim.release();
    caller.await.unwrap().unwrap();
    assert!(setup.send("/tms/v1/x").await.is_ok());
}

#[tokio::test]
async fn unknown_actions_are_recorded_or_refused_but_never_sent_silently() {
    let payload = json!({"action": "Action_0", "cids": ["1"]});
    let setup = Setup::new().await;
    let url = format!("{}/tms/v1/x", setup.base);
    let finished = setup.gateway.set_action(set_action(&url, payload.clone())).await.unwrap();
    let facts = setup.job(finished.job_id).await.job.facts;
    assert_eq!((facts.action_code.get(), facts.action_name.as_str()), (0, "Action_0"));

    let setup = Setup::with(|config| config.unknown_actions = UnknownActions::Refuse).await;
    let url = format!("{}/tms/v1/x", setup.base);
    let refusal = setup.gateway.set_action(set_action(&url, payload)).await.unwrap_err();
    assert!(matches!(refusal, Refusal::UnknownAction { .. }), "{refusal}");
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (0, 0));
    assert!(setup.send("/tms/v1/x").await.is_ok(), "known actions still go");
}

#[tokio::test]
async fn a_retry_names_a_job_that_exists() {
    let setup = Setup::new().await;
    let first = setup.send("/not-ready/x").await.unwrap();
    let again = setup.action("/tms/v1/x").with_retry_of(Some(first.job_id));
    let second = setup.gateway.set_action(again).await.unwrap();
    assert_eq!(setup.job(second.job_id).await.job.retry_of, Some(first.job_id));

    let stray = setup.action("/tms/v1/x").with_retry_of(Some(JobId::mint()));
    let refusal = setup.gateway.set_action(stray).await.unwrap_err();
    assert!(matches!(refusal, Refusal::Invalid { field: "retry_of", .. }), "{refusal}");
    assert_eq!(setup.sim.call_count(), 2);
}

#[tokio::test]
async fn a_read_makes_no_job_and_cannot_carry_a_set_action() {
    let setup = Setup::new().await;
    let read = |path: &str, method, payload: Option<&Value>| ReadRequest {
        url: format!("{}{path}", setup.base),
        token: Some(Secret::new(support::TOKEN)),
        method,
        payload: payload.and_then(Value::as_object).cloned(),
        content_type: ContentType::Json,
    };
    let set_action = json!({"action": "PE-Enable", "cids": ["1"]});
    let answer = setup.gateway.read(read("/status?q=1", ReadMethod::Get, None)).await.unwrap();
    assert!(matches!(&answer, UpstreamAnswer::Json { body, .. } if body["status"] == "Ready"));
    // A GET sends no body, so that it can carry no action.
    let get = read("/status", ReadMethod::Get, Some(&set_action));
    assert!(setup.gateway.read(get).await.is_ok());
    let post = read("/status", ReadMethod::Post, Some(&json!({"filter": "x"})));
    let answer = setup.gateway.read(post).await.unwrap();
    assert_eq!(answer.http_status().map(u16::from), Some(400), "the upstream wants an action");
    let bodies: Vec<String> = setup.sim.calls().into_iter().map(|call| call.body).collect();
    assert_eq!(bodies, ["", "", r#"{"filter":"x"}"#]);

    let smuggled = read("/tms/v1/x", ReadMethod::Post, Some(&set_action));
    let refusal = setup.gateway.read(smuggled).await.unwrap_err();
    assert!(matches!(refusal, Refusal::Invalid { field: "postData", .. }), "{refusal}");
    let mut outside = read("/x", ReadMethod::Get, None);
    outside.url = "http://127.0.0.1:1/x".into();
    assert!(matches!(setup.gateway.read(outside).await, Err(Refusal::NotAllowed { .. })));
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (3, 0));
}

#[tokio::test]
async fn a_read_times_out_and_is_drained_like_any_call() {
    let setup = Setup::new().await;
    let request = ReadRequest {
        url: format!("{}/never/x", setup.base),
        token: None,
        method: ReadMethod::Get,
        payload: None,
        content_type: ContentType::Json,
    };
    let gateway = setup.gateway.clone();
    let again = request.clone();
    let reader = tokio::spawn(async move { gateway.read(request).await });
    setup.sim.called(1).await;
    let mut drained = Box::pin(setup.gateway.drain());
    assert!(support::poll_once(&mut drained).await.is_none(), "a read is under way");
    assert!(matches!(setup.gateway.read(again).await, Err(Refusal::ShuttingDown)));
    support::pass_the_total_timeout().await;
    assert!(matches!(reader.await.unwrap(), Ok(UpstreamAnswer::TimedOut { .. })));
    drained.await;
}
