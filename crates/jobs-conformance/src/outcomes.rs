//! Behaviours of outcomes: how a job ended for each of its customers.

use jobs_core::{
    Cid, CustomerOutcome, CustomerSet, Draft, Error, JobId, JobOutline, JobStore, JobStoreExt,
    Outcome, OutcomeCounts, Outcomes, Status, StatusChange,
};

use crate::support::{
    append, append_all, bare_import, change, cid, entry, full_import, job_id, job_of, new_job,
    note, outcome, refusal,
};

fn with_outcomes(n: u32, status: Status, outcomes: Vec<Outcome>) -> StatusChange {
    StatusChange { outcomes: Outcomes::new(outcomes).unwrap(), ..change(n, status) }
}

/// Outcomes are kept as given, with and without messages, for some or all customers, at each
/// change.
pub async fn outcomes_are_kept(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), full_import(2).into(), new_job(3).into()]).await;
    let partly = vec![outcome("5002", Status::Failed, Some("does not exist\r\n\t\u{1}"))];
    let all = vec![
        outcome("5001", Status::Success, None),
        outcome("5002", Status::Unconfirmed, Some("")),
    ];
    for draft in [
        with_outcomes(1, Status::Unconfirmed, partly.clone()),
        with_outcomes(1, Status::Failed, all),
        with_outcomes(3, Status::Success, partly),
    ] {
        let appended = append(store, draft.clone()).await;
        assert_eq!(entry(store, appended.index()).await.draft(), &Draft::from(draft));
    }
}

/// An outcome for somebody who is not a customer of the job is refused, with the first such name.
pub async fn outcomes_of_unknown_customers_are_refused(store: &dyn JobStore) {
    append_all(
        store,
        vec![
            new_job(1).into(),
            // `9000` is known to the ledger, as a customer of another job.
            job_of(2, CustomerSet::new([cid("9000")]).unwrap()).into(),
            bare_import(3, Status::Unconfirmed).into(),
        ],
    )
    .await;
    let failed = |name: &str| outcome(name, Status::Failed, None);
    for (n, outcomes, stranger) in [
        (1, vec![failed("9000")], "9000"),
        (1, vec![failed("5001"), failed("nobody"), failed("5002")], "nobody"),
        (1, vec![failed("zz"), failed("5003"), failed("5001")], "5003"),
        (1, vec![failed("500")], "500"),
        (1, vec![failed("50011")], "50011"),
        (3, vec![failed("5001")], "5001"),
    ] {
        let error = refusal(store, with_outcomes(n, Status::Failed, outcomes)).await;
        let named = matches!(&error, Error::UnknownCustomer { job_id: id, cid }
            if *id == job_id(n) && cid.as_str() == stranger);
        assert!(named, "{error}");
    }
    // Also in the same call as the job.
    let drafts = vec![
        new_job(4).into(),
        with_outcomes(4, Status::Failed, vec![failed("9000")]).into(),
        with_outcomes(4, Status::Failed, vec![failed("5001")]).into(),
    ];
    let answers = store.append(drafts).await.unwrap();
    assert!(answers[0].is_ok() && answers[2].is_ok());
    assert!(matches!(answers[1], Err(Error::UnknownCustomer { .. })));
}

/// A change may name every customer of a large job, and one stranger among them is found.
pub async fn every_customer_may_have_an_outcome(store: &dyn JobStore) {
    let names = |n: u32| (0..n).map(|n| cid(format!("customer-{n:05}")));
    append(store, job_of(1, CustomerSet::new(names(2_768)).unwrap())).await;
    let failed = |cid: Cid| Outcome { cid, status: Status::Failed, message: None };
    let all = with_outcomes(1, Status::Unconfirmed, names(2_768).map(failed).collect());
    let one_more = with_outcomes(1, Status::Unconfirmed, names(2_769).map(failed).collect());
    let error = refusal(store, one_more).await;
    let stranger = matches!(&error, Error::UnknownCustomer { cid, .. }
        if cid.as_str() == "customer-02768");
    assert!(stranger, "{error}");
    let appended = append(store, all.clone()).await;
    assert_eq!(entry(store, appended.index()).await.draft(), &Draft::from(all));
}

/// A customer's outcome is what the newest entry that names it says, even if the job changed later;
/// that of a customer whom no entry names is the job's status.
pub async fn a_customer_has_the_newest_outcome_of_its_own(store: &dyn JobStore) {
    let check = async |n: u32, expected: [(&str, CustomerOutcome); 2]| {
        let job = store.job(job_id(n)).await.unwrap().unwrap().job;
        for (customer, expected) in expected {
            let found = store.customer_outcome(&job, &cid(customer)).await.unwrap();
            assert_eq!(found, expected, "customer {customer} of job {n}");
        }
    };
    let of_the_job = |status, index| CustomerOutcome { status, message: None, own: false, index };
    let own = |outcome: &Outcome, index| CustomerOutcome {
        status: outcome.status,
        message: outcome.message.clone(),
        own: true,
        index,
    };
    append_all(store, vec![new_job(1).into(), new_job(2).into(), full_import(3).into()]).await;
    check(1, ["5001", "5002"].map(|name| (name, of_the_job(Status::InProgress, 0)))).await;
    check(3, ["7001", "7002"].map(|name| (name, of_the_job(Status::Failed, 2)))).await;

    let maybe = outcome("5001", Status::Unconfirmed, None);
    let missing = outcome("5002", Status::Failed, Some("does not exist"));
    let both = vec![maybe.clone(), missing.clone()];
    append(store, with_outcomes(1, Status::Unconfirmed, both)).await;
    check(1, [("5001", own(&maybe, 3)), ("5002", own(&missing, 3))]).await;

    // Another job's entries lie between this one's.
    append(store, change(2, Status::Success)).await;
    check(2, ["5001", "5002"].map(|name| (name, of_the_job(Status::Success, 4)))).await;

    // Settled for only one of them; the other's outcome still stands.
    let done = outcome("5001", Status::Success, None);
    append(store, with_outcomes(1, Status::Failed, vec![done.clone()])).await;
    check(1, [("5001", own(&done, 5)), ("5002", own(&missing, 3))]).await;
}

/// A job is told without its lists as with them: each of its customers that an entry names is
/// counted once, as the newest entry has it, and long texts are whole.
pub async fn an_outline_says_what_the_entries_say(store: &dyn JobStore) {
    let missing = JobId::mint();
    assert_eq!(store.outline(missing).await.unwrap(), None, "there is no job {missing}");
    append_all(store, vec![new_job(1).into(), new_job(2).into(), full_import(3).into()]).await;
    let both = vec![
        outcome("5001", Status::Unconfirmed, None),
        outcome("5002", Status::Failed, Some("does not exist")),
    ];
    append(store, with_outcomes(1, Status::Unconfirmed, both)).await;
    append(store, note(1, &"asked the upstream. ".repeat(20))).await;
    append(store, change(2, Status::Unconfirmed)).await;
    let done = vec![outcome("5001", Status::Success, None)];
    append(store, with_outcomes(1, Status::Failed, done.clone())).await;
    append(store, with_outcomes(2, Status::Success, done)).await;
    for n in 1..=3 {
        let detail = store.job(job_id(n)).await.unwrap().unwrap();
        let history = store.history(job_id(n)).await.unwrap();
        let expected = JobOutline::of(detail, &history).unwrap();
        assert_eq!(store.outline(job_id(n)).await.unwrap(), Some(expected), "job {n}");
    }
    let outline = store.outline(job_id(1)).await.unwrap().unwrap();
    assert_eq!(outline.entries.len(), 4);
    assert_eq!(outline.named, OutcomeCounts { success: 1, failed: 1, unconfirmed: 0 });
}
