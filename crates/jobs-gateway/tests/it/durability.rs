//! No record, no call; and a call that was made is recorded even if other things fail.

use jobs_core::{Cause, Draft, JobId, JobStore, PageLimit, Status, UserId};
use jobs_gateway::{
    ContentType, Data, ReadMethod, ReadPayload, ReadRequest, Refusal, Secret, SetAction,
    UnknownActions,
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
    assert_eq!(
        (finished.answer.details.status, finished.outcome_recorded),
        (Status::Success, true)
    );
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (1, 2));
}

#[tokio::test]
async fn a_record_reported_as_unsure_is_tried_again() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::BeforeUnsure]);
    assert_eq!(setup.send("/tms/v1/x").await.unwrap().answer.details.status, Status::Success);
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (1, 2));
}

#[tokio::test]
async fn a_record_that_stays_unsure_is_refused_with_the_id_and_becomes_failed_if_it_is_there() {
    let setup = Setup::new().await;
    // Recorded at first; the second try cannot tell, and the first to say so fails as well.
    setup.store.plan([Fault::After, Fault::Before, Fault::Before]);
    let refusal = setup.send("/tms/v1/x").await.unwrap_err();
    let job_id = refusal.job_id().unwrap();
    assert_eq!(setup.job(job_id).await.job.status, Status::InProgress);
    assert_eq!((setup.sim.call_count(), setup.gateway.in_flight()), (0, 1));
    assert_eq!(setup.gateway.recover().await.unwrap(), 0, "it is not forgotten");
    tokio::time::pause();
    setup.store.appended(4).await;
    let job = setup.job(job_id).await.job;
    assert_eq!(job.status, Status::Failed);
    assert_eq!(
        job.error_message.unwrap().as_str(),
        "the ledger reported a failure while it recorded this job, so no call was made"
    );
}

#[tokio::test]
async fn a_record_that_stays_unsure_and_is_not_there_is_let_be() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::BeforeUnsure, Fault::BeforeUnsure]);
    assert!(setup.send("/tms/v1/x").await.unwrap_err().job_id().is_some());
    tokio::time::pause();
    setup.store.appended(3).await;
    setup.gateway.drain().await;
    assert_eq!((setup.gateway.in_flight(), setup.ledger_size().await), (0, 0));
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
async fn an_outcome_that_the_store_does_not_take_is_told_kept_and_offered_until_it_does() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::Pass].into_iter().chain([Fault::Before; 12]));
    let finished = setup.send("/tms/v1/x").await.unwrap();
    assert_eq!(
        (finished.answer.details.status, finished.outcome_recorded),
        (Status::Success, false)
    );
    assert_eq!(setup.job(finished.job_id).await.job.status, Status::InProgress);
    assert_eq!((setup.store.appends(), setup.gateway.in_flight()), (5, 1));
    assert_eq!(setup.gateway.recover().await.unwrap(), 0, "it is not forgotten");
    tokio::time::pause();
    setup.store.appended(14).await;
    let job = setup.job(finished.job_id).await.job;
    assert_eq!((job.status, job.http_status.map(u16::from)), (Status::Success, Some(200)));
    setup.gateway.drain().await;
    assert_eq!((setup.gateway.in_flight(), setup.store.appends()), (0, 14));
}

#[tokio::test]
async fn on_shutdown_an_outcome_is_offered_a_few_last_times() {
    // The last tries are 10, after 4 while the caller waits and the record of the job.
    for (faults, status) in [(13, Status::Success), (14, Status::InProgress)] {
        let setup = Setup::new().await;
        setup.store.plan([Fault::Pass].into_iter().chain(vec![Fault::Before; faults]));
        let finished = setup.send("/tms/v1/x").await.unwrap();
        tokio::time::pause();
        let started = tokio::time::Instant::now();
        setup.gateway.drain().await;
        assert!(started.elapsed().as_secs() <= 5, "{:?}", started.elapsed());
        assert_eq!(setup.job(finished.job_id).await.job.status, status);
        assert_eq!((setup.store.appends(), setup.gateway.in_flight()), (15, 0));
        tokio::time::resume();
    }
}

#[tokio::test]
async fn outcomes_that_wait_leave_no_room_for_more_than_there_may_be() {
    let setup = Setup::with(|config| config.calls_max = 1).await;
    setup.store.plan([Fault::Pass].into_iter().chain([Fault::Before; 4]));
    assert!(!setup.send("/tms/v1/x").await.unwrap().outcome_recorded);
    assert!(matches!(setup.send("/tms/v1/x").await, Err(Refusal::Busy)));
    setup.gateway.drain().await;
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
    assert_eq!(caller.await.unwrap().unwrap().answer.details.status, Status::Success);
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
async fn one_user_leaves_room_for_others() {
    let large = |setup: &Setup, user: &str| {
        let payload = json!({"action": "PE-Enable", "cids": ["1"], "note": "x".repeat(30_000)});
        let payload = payload.as_object().unwrap().clone();
        SetAction::new(UserId::new(user).unwrap(), format!("{}/held/x", setup.base), payload)
            .unwrap()
            .with_token(Some(Secret::new(support::TOKEN)))
    };
    let by_count = Setup::with(|config| config.calls_max = 4).await;
    let by_bytes = Setup::with(|config| config.call_bytes_max = 400_000).await;
    for setup in [by_count, by_bytes] {
        let mut callers = Vec::new();
        for (called, user) in (1..).zip(["vijay", "anita", "prasad"]) {
            let gateway = setup.gateway.clone();
            let action = large(&setup, user);
            callers.push(tokio::spawn(async move { gateway.set_action(action).await }));
            setup.sim.called(called).await;
            let again = setup.gateway.set_action(large(&setup, user)).await;
            assert!(matches!(again, Err(Refusal::Busy)), "{user}");
        }
        setup.sim.release();
        for caller in callers {
            assert_eq!(caller.await.unwrap().unwrap().answer.details.status, Status::Success);
        }
        assert!(setup.gateway.set_action(large(&setup, "vijay")).await.is_ok());
    }
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
        user_id: support::vijay(),
        url: format!("{}{path}", setup.base),
        token: Some(Secret::new(support::TOKEN)),
        method,
        payload: payload
            .and_then(Value::as_object)
            .map(|it| ReadPayload::Members(it.clone(), ContentType::Json)),
    };
    let set_action = json!({"action": "PE-Enable", "cids": ["1"]});
    let answer = setup.gateway.read(read("/status?q=1", ReadMethod::Get, None)).await.unwrap();
    assert!(matches!(&answer.data, Data::Json(body) if body["status"] == "Ready"));
    // A GET sends no body, so that it can carry no action.
    let get = read("/status", ReadMethod::Get, Some(&set_action));
    assert!(setup.gateway.read(get).await.is_ok());
    let post = read("/status", ReadMethod::Post, Some(&json!({"filter": "x"})));
    let answer = setup.gateway.read(post).await.unwrap();
    assert_eq!(
        answer.details.http_status.map(u16::from),
        Some(400),
        "the upstream wants an action"
    );
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
        user_id: support::vijay(),
        url: format!("{}/never/x", setup.base),
        token: None,
        method: ReadMethod::Get,
        payload: None,
    };
    let gateway = setup.gateway.clone();
    let again = request.clone();
    let reader = tokio::spawn(async move { gateway.read(request).await });
    setup.sim.called(1).await;
    let mut drained = Box::pin(setup.gateway.drain());
    assert!(support::poll_once(&mut drained).await.is_none(), "a read is under way");
    assert!(matches!(setup.gateway.read(again).await, Err(Refusal::ShuttingDown)));
    support::pass_the_total_timeout().await;
    assert_eq!(reader.await.unwrap().unwrap().details.cause, Cause::TimedOut);
    drained.await;
}

/// Damage may be repaired, and an outcome that is thrown away leaves a job open that nobody else
/// may settle.
#[tokio::test]
async fn an_outcome_outlasts_damage_that_is_mended() {
    let setup = Setup::new().await;
    setup.store.plan([Fault::Pass, Fault::Damaged, Fault::Damaged]);
    let finished = setup.send("/tms/v1/x").await.unwrap();
    assert!(finished.outcome_recorded);
    assert_eq!(setup.job(finished.job_id).await.job.status, Status::Success);
}
