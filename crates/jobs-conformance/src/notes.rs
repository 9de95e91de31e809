//! Behaviours of notes: they are kept as they are, and change nothing else of a job.

use jobs_core::{
    Draft, Entry, Error, Job, JobFilter, JobNote, JobStore, JobStoreExt, NewNote, NoteText, Order,
    StatsQuery, Status, UserId,
};

use crate::support::{
    append, append_all, bare_import, change, cid, entry, full_change, job_id, key, new_job, note,
    refusal, repeat, walk,
};

/// A note as another would add it, with a request's key.
fn full_note(n: u32, text: &str, name: &str) -> NewNote {
    let actor = UserId::new("anna").unwrap();
    NewNote { actor, request_key: key(name), ..note(n, text) }
}

async fn job(store: &dyn JobStore, n: u32) -> Job {
    store.job(job_id(n)).await.unwrap().unwrap().job
}

/// The job with this note as its newest, and everything else as it was.
fn noted(mut job: Job, entry: &Entry) -> Job {
    job.note_count += 1;
    job.newest_note = JobNote::of(entry);
    job.last_index = entry.index();
    job
}

/// Notes with and without a key, of the shortest and the longest text, in an entry, in the job and
/// in its history.
pub async fn every_field_of_a_note_is_read_back(store: &dyn JobStore) {
    append(store, new_job(1)).await;
    let longest = "é".repeat(NoteText::BYTES_MAX / 2);
    let hashed = "x".repeat(257);
    let texts = ["-", "\"quoted\"\r\n\t\u{1}\u{1f600}", &hashed, &longest];
    for (count, text) in (1..).zip(texts) {
        let keyed = full_note(1, text, &count.to_string());
        for (again, draft) in [note(1, text), keyed].into_iter().enumerate() {
            let before = job(store, 1).await;
            let appended = append(store, draft.clone()).await;
            let entry = entry(store, appended.index()).await;
            assert_eq!(entry.draft(), &Draft::from(draft));
            assert_eq!((entry.status(), entry.cause()), (None, None));
            assert_eq!(entry.recorded_at(), appended.recorded_at());
            let now = job(store, 1).await;
            assert_eq!(now, noted(before, &entry));
            assert_eq!(now.note_count, 2 * count - 1 + again);
        }
    }
    assert_eq!(store.history(job_id(1)).await.unwrap().len(), 1 + 2 * texts.len());
}

/// A job of any status, created or imported, takes notes; its status, the cause, the time of the
/// last change and the statistics stay, and so do the changes that may follow.
pub async fn notes_are_taken_in_any_status_and_change_none(store: &dyn JobStore) {
    for (n, status) in (0..).step_by(2).zip(Status::ALL) {
        append(store, new_job(n)).await;
        if status != Status::InProgress {
            append(store, change(n, status)).await;
        }
        append(store, bare_import(n + 1, status)).await;
    }
    let counted = store.stats(&StatsQuery::default()).await.unwrap();
    for n in 0..8 {
        let before = job(store, n).await;
        let first = entry(store, append(store, note(n, "one")).await.index()).await;
        let second = entry(store, append(store, note(n, "two")).await.index()).await;
        assert_eq!(job(store, n).await, noted(noted(before, &first), &second), "job {n}");
    }
    let mut now = store.stats(&StatsQuery::default()).await.unwrap();
    now.head = counted.head;
    assert_eq!(now, counted, "the statistics count jobs, not notes");
    for n in 0..8 {
        let from = job(store, n).await.status;
        for to in [Status::Unconfirmed, Status::Success, Status::Failed] {
            let may = job(store, n).await.status.may_become(to);
            let answer = store.change_status(change(n, to)).await;
            let is_new = answer.is_ok_and(|answer| !answer.repeated());
            assert_eq!(is_new, may, "job {n}, from {from} to {to}");
        }
        append(store, note(n, "three")).await;
        assert_eq!(job(store, n).await.note_count, 3);
    }
}

/// Who says the same again says it twice, also in one call.
pub async fn equal_notes_are_different_notes(store: &dyn JobStore) {
    let drafts = vec![new_job(1).into(), note(1, "seen").into(), note(1, "seen").into()];
    append_all(store, drafts).await;
    append(store, note(1, "seen")).await;
    append(store, full_note(1, "seen", "one")).await;
    append(store, full_note(1, "seen", "another")).await;
    assert_eq!(job(store, 1).await.note_count, 5);
}

/// Unless it is the same request: that adds one note, also in one call and after the job has
/// changed. With another text, job or name, or for something else, its key is refused.
pub async fn a_note_with_a_key_can_be_sent_again(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), new_job(2).into()]).await;
    let keyed = full_note(1, "seen", "once");
    let twice = vec![keyed.clone().into(), keyed.clone().into()];
    let answers = store.append(twice).await.unwrap();
    let answers: Vec<_> = answers.into_iter().map(|answer| answer.unwrap()).collect();
    assert_eq!([answers[0].repeated(), answers[1].repeated()], [false, true]);
    append_all(store, vec![change(1, Status::Success).into(), note(1, "later").into()]).await;
    repeat(store, keyed.clone(), &answers[0]).await;
    let found = store.request(key("once").unwrap()).await.unwrap();
    assert_eq!(found, Some(entry(store, answers[0].index()).await));
    let others: [Draft; 5] = [
        full_note(1, "seen again", "once").into(),
        full_note(2, "seen", "once").into(),
        NewNote { actor: UserId::new("boss").unwrap(), ..keyed }.into(),
        new_job(3).with_request_key(key("once")).into(),
        jobs_core::StatusChange { request_key: key("once"), ..change(2, Status::Failed) }.into(),
    ];
    for other in others {
        let error = refusal(store, other).await;
        assert!(matches!(error, Error::KeyReused { job_id: id } if id == job_id(1)), "{error}");
    }
    assert_eq!(job(store, 1).await.note_count, 2);
}

/// A note needs a job, which may be of the same call.
pub async fn notes_of_an_unknown_job_are_refused(store: &dyn JobStore) {
    let drafts = vec![note(1, "too soon").into(), new_job(1).into(), note(1, "seen").into()];
    let answers = store.append(drafts).await.unwrap();
    let unknown = matches!(answers[0], Err(Error::UnknownJob { job_id: id }) if id == job_id(1));
    assert!(unknown && answers[1].is_ok() && answers[2].is_ok(), "{answers:?}");
    let error = refusal(store, note(2, "seen")).await;
    assert!(matches!(error, Error::UnknownJob { job_id: id } if id == job_id(2)), "{error}");
    assert_eq!(job(store, 1).await.note_count, 1);
}

/// Every entry of a job names the one before, be it a note or not, and the history has them all in
/// order; other jobs' entries lie between.
pub async fn a_history_has_notes_and_changes_in_order(store: &dyn JobStore) {
    let drafts = vec![
        new_job(1).into(),
        note(1, "a").into(),
        new_job(2).into(),
        note(2, "b").into(),
        change(1, Status::Unconfirmed).into(),
        note(1, "c").into(),
        note(2, "d").into(),
        note(1, "e").into(),
        change(1, Status::Failed).into(),
        note(1, "f").into(),
    ];
    append_all(store, drafts).await;
    for (n, expected) in [(1, vec![0, 1, 4, 5, 7, 8, 9]), (2, vec![2, 3, 6])] {
        let history = store.history(job_id(n)).await.unwrap();
        let indexes: Vec<_> = history.iter().map(Entry::index).collect();
        assert_eq!(indexes, expected);
        let previous: Vec<_> = history[1..].iter().filter_map(Entry::previous).collect();
        assert_eq!(previous, expected[..expected.len() - 1]);
        assert_eq!(job(store, n).await.last_index, expected[expected.len() - 1]);
    }
    assert_eq!(Vec::from(job(store, 1).await.changes), [4, 8]);
}

/// Lists, whatever they are of, show how many notes there are and the newest, and each job in its
/// place: that of its first entry.
pub async fn lists_show_the_newest_note(store: &dyn JobStore) {
    for n in 1..=5 {
        append(store, new_job(n)).await;
    }
    append_all(store, vec![change(2, Status::Failed).into(), change(4, Status::Failed).into()])
        .await;
    for (n, text) in [(4, "first"), (2, "second"), (4, "third"), (1, "fourth")] {
        append(store, note(n, text)).await;
    }
    append(store, change(3, Status::Failed)).await;
    let with_customer = JobFilter { cid: cid("5001").into(), ..JobFilter::default() };
    let failed = JobFilter { status: Status::Failed.into(), ..with_customer.clone() };
    let seen = async |filter: JobFilter, order| {
        let jobs = walk(store, filter, order, 2).await;
        let seen = jobs.into_iter().map(|job| {
            let text = job.newest_note.map(|note| note.text.to_string());
            (job.index, job.note_count, text.unwrap_or_default())
        });
        seen.collect::<Vec<_>>()
    };
    let line = |index, count, text: &str| (index, count, text.to_owned());
    let all = [line(0, 1, "fourth"), line(1, 1, "second"), line(2, 0, ""), line(3, 2, "third")];
    let all = [&all[..], &[line(4, 0, "")]].concat();
    for filter in [JobFilter::default(), with_customer] {
        assert_eq!(seen(filter.clone(), Order::OldestFirst).await, all, "{filter:?}");
        let reversed: Vec<_> = all.iter().rev().cloned().collect();
        assert_eq!(seen(filter, Order::NewestFirst).await, reversed);
    }
    assert_eq!(seen(failed, Order::OldestFirst).await, all[1..4]);
}

/// A report is compared with the entry that gave the job its status, not with the notes since.
pub async fn a_status_is_repeated_across_notes(store: &dyn JobStore) {
    append(store, new_job(1)).await;
    append(store, note(1, "before")).await;
    let failed = append(store, full_change(1)).await;
    append_all(store, vec![note(1, "after").into(), note(1, "later").into()]).await;
    repeat(store, full_change(1), &failed).await;
    let error = refusal(store, change(1, Status::Failed)).await;
    assert!(matches!(error, Error::Conflict { status: Status::Failed, .. }), "{error}");
    let imported = append(store, bare_import(2, Status::Success)).await;
    append(store, note(2, "after")).await;
    repeat(store, change(2, Status::Success), &imported).await;
    repeat(store, bare_import(2, Status::Success), &imported).await;
}

/// What is recorded of a customer, and the entry that says so, are those of the changes of status.
pub async fn notes_say_nothing_of_customers(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), note(1, "before").into()]).await;
    let named = append(store, full_change(1)).await.index();
    append(store, note(1, "after")).await;
    let job = job(store, 1).await;
    assert_eq!((job.status_index(), job.last_index), (named, named + 1));
    let own = store.customer_outcome(&job, &cid("5001")).await.unwrap();
    assert_eq!((own.own, own.status, own.index), (true, Status::Success, named));

    append_all(store, vec![new_job(2).into(), note(2, "before").into()]).await;
    let created = self::job(store, 2).await;
    let outcome = store.customer_outcome(&created, &cid("5001")).await.unwrap();
    assert_eq!((outcome.own, outcome.index), (false, created.index));
}

/// A job has as many notes as it may have and no more; everything else about it goes on, as do
/// other jobs and what is sent again.
pub async fn a_job_has_a_bounded_number_of_notes(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), new_job(2).into()]).await;
    let keyed = append(store, full_note(1, "first", "once")).await;
    let rest = (1..NewNote::COUNT_MAX).map(|_| note(1, "seen").into());
    append_all(store, rest.collect()).await;
    let error = refusal(store, note(1, "one more")).await;
    assert!(matches!(error, Error::TooManyNotes { job_id: id } if id == job_id(1)), "{error}");
    repeat(store, full_note(1, "first", "once"), &keyed).await;
    append(store, note(2, "seen")).await;
    append(store, change(1, Status::Unconfirmed)).await;
    append(store, change(1, Status::Success)).await;
    refusal(store, note(1, "one more")).await;
    let history = store.history(job_id(1)).await.unwrap();
    assert_eq!(history.len(), NewNote::COUNT_MAX + 3);
    let job = job(store, 1).await;
    assert_eq!((job.note_count, job.status), (NewNote::COUNT_MAX, Status::Success));
}
