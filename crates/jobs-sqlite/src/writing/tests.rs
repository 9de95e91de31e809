//! The queue and the writer: what waits, what a batch takes, and what becomes of a failure.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use jobs_core::{Draft, Error};
use tokio::sync::mpsc;

use crate::file::connection;
use crate::file::files::Files;
use crate::reading::tail::Tail;
use crate::tests::support::job;
use crate::writing::queue::{Answers, Queue, channel};
use crate::writing::terms::Terms;
use crate::writing::writer::{BATCH_BYTES_MAX, gather, guarded, start};

async fn is_pending(append: &mut (impl Future + Unpin)) -> bool {
    poll_fn(|context| Poll::Ready(Pin::new(&mut *append).poll(context).is_pending())).await
}

/// Appends, each polled until it waits.
async fn queued(
    queue: &Queue,
    messages: Vec<Vec<Draft>>,
) -> Vec<impl Future<Output = Answers> + Unpin> {
    let mut appends = Vec::new();
    for drafts in messages {
        let mut append = Box::pin(queue.clone().append(drafts));
        assert!(is_pending(&mut append).await);
        appends.push(append);
    }
    appends
}

#[tokio::test]
async fn what_waits_is_bounded_in_bytes() {
    const PAYLOAD: usize = 15 << 20;
    let (queue, mut inbox) = channel(Terms::new().known());
    let messages = &mut inbox.messages;
    let mut waiting = queued(&queue, (0..6).map(|_| vec![job(PAYLOAD)]).collect()).await;
    assert_eq!(messages.len(), 4, "15 MiB each, and 64 may wait");
    // An answer makes room, not the writer's taking the message.
    let first = messages.recv().await;
    assert!(is_pending(&mut waiting[4]).await);
    assert_eq!(messages.len(), 3);
    drop(first);
    assert!(is_pending(&mut waiting[4]).await);
    assert_eq!(messages.len(), 4);
    drop(waiting);
    // A message with more than the whole budget is admitted when it is alone.
    while messages.try_recv().is_ok() {}
    let large = vec![(0..5).map(|_| job(PAYLOAD)).collect()];
    let _waiting = queued(&queue, large).await;
    assert_eq!((messages.len(), queue.byte_budget.available_permits()), (1, 0));
}

#[tokio::test]
async fn a_batch_is_bounded_in_drafts_customers_and_bytes() {
    let (queue, mut inbox) = channel(Terms::new().known());
    let messages = &mut inbox.messages;
    let sizes = |count: usize, drafts: usize, bytes: usize| {
        let message = move || (0..drafts).map(|_| job(bytes)).collect::<Vec<_>>();
        (0..count).map(move |_| message()).collect::<Vec<_>>()
    };
    for (sent, expected) in [
        (sizes(5, 1, 5 << 20), vec![4, 1]),
        (sizes(5, 500, 0), vec![3, 2]),
        (sizes(3, 1, 0), vec![3]),
    ] {
        let _waiting = queued(&queue, sent).await;
        let mut batches = Vec::new();
        while let Ok(first) = messages.try_recv() {
            batches.push(gather(first, messages).appends.len());
        }
        assert_eq!(batches, expected);
    }
}

#[test]
fn a_panic_becomes_an_error_that_says_maybe() {
    let error = guarded::<()>(|| panic!("a defect")).unwrap_err();
    assert!(matches!(error, Error::Storage { maybe_recorded: true, .. }), "{error}");
    assert!(guarded(|| Ok(())).is_ok());
}

#[tokio::test]
async fn a_check_whether_something_would_be_recorded_waits_for_no_queue() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let sql = connection::open_writer(&path).unwrap();
    let (gate, opened) = std::sync::mpsc::channel::<()>();
    let (commits, mut committed) = mpsc::unbounded_channel();
    let hears = move |entries, _| {
        commits.send(entries).unwrap();
        opened.recv().unwrap();
    };
    let (queue, thread) =
        start(sql, Files::open(&path).unwrap(), Arc::new(Tail::none()), hears).unwrap();
    // Each fills a batch; the first is being recorded.
    let appends = queued(&queue, (0..3).map(|_| vec![job(BATCH_BYTES_MAX)]).collect()).await;
    assert_eq!(committed.recv().await, Some(1));
    let mut questions: Vec<_> =
        (0..2).map(|_| Box::pin(queue.clone().append(Vec::new()))).collect();
    for question in &mut questions {
        assert!(is_pending(question).await);
    }
    gate.send(()).unwrap();
    for question in questions {
        assert_eq!(question.await.unwrap().len(), 0);
    }
    assert!(committed.recv().await == Some(1) && committed.try_recv().is_err(), "the third waits");
    (0..2).for_each(|_| gate.send(()).unwrap());
    for append in appends {
        append.await.unwrap();
    }
    drop(queue);
    thread.join().unwrap();
}

#[tokio::test]
async fn nobody_is_asked_when_the_writer_is_gone() {
    let (queue, inbox) = channel(Terms::new().known());
    let mut asked = Box::pin(queue.clone().append(Vec::new()));
    assert!(is_pending(&mut asked).await);
    drop(inbox);
    assert!(matches!(asked.await, Err(Error::Closed)));
    assert!(matches!(queue.append(Vec::new()).await, Err(Error::Closed)));
}
