//! Behaviours of a durable ledger that is closed and opened again.

use std::task::Poll;

use futures::poll;
use jobs_core::merkle::{Tile, TileId};
use jobs_core::{
    Appended, Entry, Error, JobDetail, JobStore, JobStoreExt, Stats, StatsQuery, Status,
};

use crate::Ledger;
use crate::support::{
    append, append_all, bare_import, change, cid, customers, full_change, full_import, full_job,
    head, job_id, job_of, key, new_job, note, refusal, repeat,
};

/// A ledger in which nothing was ever recorded can be opened again, and is still empty.
pub async fn an_empty_ledger_opens_again(ledger: &Ledger) {
    for _ in 0..3 {
        let store = ledger.open().await;
        assert_eq!(head(&*store).await.size(), 0);
        assert!(crate::audit(&*store).await.is_empty());
    }
    append(&*ledger.open().await, new_job(1)).await;
    assert_eq!(head(&*ledger.open().await).await.size(), 1);
}

/// After a ledger was closed and opened again, all answers are the same: entries of every kind with
/// every field, jobs, customers, statistics, the tree, and request keys.
pub async fn a_ledger_opens_as_it_was_closed(ledger: &Ledger) {
    let store = ledger.open().await;
    let many: Vec<String> = (0..3_000).map(|n| format!("{n:08}")).collect();
    let many = customers(&many.iter().map(String::as_str).collect::<Vec<_>>());
    append_all(&*store, vec![new_job(1).into(), job_of(2, many).into()]).await;
    append(&*store, full_job(3, job_id(1))).await;
    append_all(&*store, vec![full_import(4).into(), bare_import(5, Status::InProgress).into()])
        .await;
    append_all(&*store, vec![change(1, Status::Unconfirmed).into(), full_change(3).into()]).await;
    append_all(&*store, vec![note(1, "seen").into(), note(3, "seen").into()]).await;
    append(&*store, change(1, Status::Success)).await;
    append(&*store, note(3, "settled")).await;
    refusal(&*store, change(1, Status::Failed)).await;
    append_all(&*store, (100..400).map(|n| new_job(n).into()).collect()).await;
    let entries = crate::audit(&*store).await;
    let before = seen(&*store).await;
    drop(store);
    for _ in 0..2 {
        let store = ledger.open().await;
        assert!(crate::audit(&*store).await == entries, "not the entries of before");
        assert_eq!(seen(&*store).await, before);
    }
}

/// What is compared besides the entries, with which the audit has compared all that is read of
/// jobs.
#[derive(Debug, PartialEq)]
struct Seen {
    job: Option<JobDetail>,
    asked_for: Option<Entry>,
    stats: Stats,
    tiles: Vec<Tile>,
}

async fn seen(store: &dyn JobStore) -> Seen {
    let tiles = [TileId::new(0, 0, 256).unwrap(), TileId::new(1, 0, 1).unwrap()];
    Seen {
        job: store.job(job_id(3)).await.unwrap(),
        asked_for: store.request(key("job 3").unwrap()).await.unwrap(),
        stats: store.stats(&StatsQuery::default()).await.unwrap(),
        tiles: store.tiles(&tiles).await.unwrap(),
    }
}

/// However often a ledger is opened, it goes on where it was: the next index, the tree, and all
/// that is known of jobs and requests.
pub async fn a_ledger_goes_on_after_every_opening(ledger: &Ledger) {
    let mut told: Vec<(u32, Appended)> = Vec::new();
    let mut last = None;
    for n in 0..10 {
        let store = ledger.open().await;
        let before = head(&*store).await;
        assert_eq!(last.unwrap_or(before), before, "the ledger of the last opening");
        for (known, created) in &told {
            repeat(&*store, keyed(*known), created).await;
            let error = refusal(&*store, new_job(*known)).await;
            assert!(matches!(error, Error::DuplicateJob { .. }), "{error}");
        }
        if let Some((earlier, _)) = told.last() {
            append(&*store, note(*earlier, "looked into it")).await;
            append(&*store, change(*earlier, Status::Failed)).await;
            let error = refusal(&*store, change(*earlier, Status::Success)).await;
            assert!(matches!(error, Error::IllegalTransition { .. }), "{error}");
        }
        let created = append(&*store, keyed(n)).await;
        let now = head(&*store).await;
        assert_eq!(created.index() + 1, now.size());
        let grown = store.consistency(before.size(), now.size()).await.unwrap();
        grown.verify(&before.root(), &now.root()).unwrap();
        told.push((n, created));
        last = Some(now);
    }
}

fn keyed(n: u32) -> jobs_core::NewJob {
    let customer = cid(format!("customer {n}"));
    job_of(n, customers(&[customer.as_str()])).with_request_key(key(&format!("job {n}")))
}

/// A ledger that is closed while callers give up opens whole: each of their drafts is recorded or
/// not, and can be sent again.
pub async fn a_ledger_opens_after_callers_gave_up(ledger: &Ledger) {
    for n in 0..20 {
        let store = ledger.open().await;
        let mut append = store.append(vec![keyed(n).into(), change(n, Status::Success).into()]);
        let answered = matches!(poll!(&mut append), Poll::Ready(_));
        drop(append);
        drop(store);
        let store = ledger.open().await;
        let found = store.job(job_id(n)).await.unwrap();
        assert!(found.is_some() || !answered, "an answer that was not true");
        store.append_one(keyed(n).into()).await.unwrap();
        store.change_status(change(n, Status::Success)).await.unwrap();
        assert_eq!(head(&*store).await.size(), 2 * (u64::from(n) + 1));
    }
}
