//! Recovery at start-up settles what a stopped gateway left in flight, and touches nothing else.

use jobs_core::{
    ActionCode, ActionName, Cause, Cid, CustomerSet, JobId, JobStore, JobStoreExt, NewJob, NewNote,
    NoteText, Outcomes, Source, Status, StatusChange, StatusDetails, UserId,
};

use crate::support::{Fault, Setup};

fn job(source: Source) -> NewJob {
    NewJob::new(
        UserId::new("vijay").unwrap(),
        ActionCode::UNKNOWN,
        ActionName::new("PE-Enable").unwrap(),
        CustomerSet::new([Cid::new("1").unwrap()]).unwrap(),
    )
    .unwrap()
    .with_source(source)
}

async fn create(setup: &Setup, source: Source) -> JobId {
    setup.store.create(job(source)).await.unwrap().job_id()
}

#[tokio::test]
async fn jobs_left_under_way_become_unconfirmed_with_the_reason() {
    let setup = Setup::new().await;
    let left = create(&setup, Source::Gateway).await;
    let done = setup.send("/tms/v1/x").await.unwrap().job_id;
    let other_doors = [
        create(&setup, Source::Api).await,
        create(&setup, Source::Embedded).await,
        create(&setup, Source::Import).await,
    ];
    assert_eq!(setup.gateway.recover().await.unwrap(), 1);
    let recovered = setup.job(left).await.job;
    assert_eq!((recovered.status, recovered.http_status), (Status::Unconfirmed, None));
    let message = recovered.error_message.unwrap();
    assert!(message.as_str().starts_with("the gateway stopped before the outcome"), "{message}");
    assert!(message.as_str().ends_with("check there, then record what you found"), "{message}");
    assert_eq!(setup.change(left).await.details.cause, Cause::Interrupted);
    assert_eq!(setup.change(left).await.actor.as_str(), "jobs-gateway");
    assert_eq!(setup.job(done).await.job.status, Status::Success);
    for job_id in other_doors {
        assert_eq!(setup.job(job_id).await.job.status, Status::InProgress);
    }
    assert_eq!(setup.gateway.recover().await.unwrap(), 0, "a second start finds nothing to do");
    assert_eq!(setup.sim.call_count(), 1, "no call is made again");
}

/// A job's newest entry may be a note, before and after it is settled.
#[tokio::test]
async fn notes_do_not_keep_a_job_from_being_settled() {
    let setup = Setup::new().await;
    let left = create(&setup, Source::Gateway).await;
    let note = || {
        let text = NoteText::new("is slow today").unwrap();
        NewNote::new(left, UserId::new("vijay").unwrap(), text)
    };
    setup.store.add_note(note()).await.unwrap();
    assert_eq!(setup.gateway.recover().await.unwrap(), 1);
    setup.store.add_note(note()).await.unwrap();
    assert_eq!(setup.gateway.recover().await.unwrap(), 0);
    let job = setup.job(left).await.job;
    assert_eq!((job.status, job.cause), (Status::Unconfirmed, Some(Cause::Interrupted)));
    assert_eq!(job.note_count, 2);
}

#[tokio::test]
async fn a_recovered_job_can_be_settled_later() {
    let setup = Setup::new().await;
    let left = create(&setup, Source::Gateway).await;
    setup.gateway.recover().await.unwrap();
    let change = StatusChange {
        job_id: left,
        actor: UserId::new("vijay").unwrap(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
        request_key: None,
    };
    setup.store.change_status(change).await.unwrap();
    assert_eq!(setup.gateway.recover().await.unwrap(), 0);
    assert_eq!(setup.job(left).await.job.status, Status::Success);
}

#[tokio::test]
async fn many_jobs_are_settled_a_page_at_a_time() {
    const JOBS: usize = 2_501;
    let setup = Setup::new().await;
    let drafts = (0..JOBS).flat_map(|_| [job(Source::Gateway).into(), job(Source::Api).into()]);
    setup.store.append(drafts.collect()).await.unwrap();
    let before = setup.store.appends();
    assert_eq!(setup.gateway.recover().await.unwrap(), JOBS as u64);
    assert_eq!(setup.store.appends() - before, 3, "2,501 calls in pages of 1,000");
    assert_eq!(setup.ledger_size().await, 3 * JOBS as u64);
    assert_eq!(setup.gateway.recover().await.unwrap(), 0);
}

#[tokio::test]
async fn jobs_under_way_in_this_gateway_are_left_alone() {
    let setup = Setup::new().await;
    let gateway = setup.gateway.clone();
    let action = setup.action("/held/x");
    let caller = tokio::spawn(async move { gateway.set_action(action).await });
    setup.sim.called(1).await;
    assert_eq!(setup.gateway.recover().await.unwrap(), 0);
    setup.sim.release();
    let finished = caller.await.unwrap().unwrap();
    assert_eq!(setup.job(finished.job_id).await.job.status, Status::Success);
}

#[tokio::test]
async fn a_store_that_fails_ends_the_recovery_with_its_error() {
    let setup = Setup::new().await;
    let left = create(&setup, Source::Gateway).await;
    setup.store.plan([Fault::Before]);
    assert!(setup.gateway.recover().await.is_err());
    assert_eq!(setup.job(left).await.job.status, Status::InProgress);
    assert_eq!(setup.gateway.recover().await.unwrap(), 1);
}

#[tokio::test]
async fn a_recovery_ends_whatever_pages_the_store_gives() {
    let setup = Setup::new().await;
    create(&setup, Source::Gateway).await;
    // Pages that go on and on, beyond the ledger.
    setup.store.empty_pages(|after| after.map_or(0, |after| after + 1));
    assert_eq!(setup.gateway.recover().await.unwrap(), 0);
    // Pages that go on where they were.
    setup.store.empty_pages(|_| 0);
    let error = setup.gateway.recover().await.unwrap_err();
    assert!(error.to_string().contains("after 0 goes on at 0"), "{error}");
}
