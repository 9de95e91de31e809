//! Bodies of many lines, handed out in batches.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::Body;
use futures::stream;
use jobs_serve::{Bodies, BodyError, BodyLimits, Lines};

use crate::bodies::{LIMITS, broken, chunked, stalled};

type Line = (u64, Result<String, BodyError>);

fn lines_of(body: Body) -> Lines<&'static str, Body> {
    Lines::new(Arc::new(Bodies::new(LIMITS)), "vijay", body)
}

/// The lines up to the end of the batch or of the body.
async fn gathered(lines: &mut Lines<&'static str, Body>) -> Vec<Line> {
    while lines.wants_more() {
        lines.read().await;
    }
    let Some(mut batch) = lines.take() else { return Vec::new() };
    let text = |text: &[u8]| String::from_utf8(text.to_vec()).unwrap();
    batch.lines().map(|(number, line)| (number, line.map(text))).collect()
}

fn good(number: u64, text: &str) -> Line {
    (number, Ok(text.to_owned()))
}

#[tokio::test]
async fn lines_are_told_apart_wherever_the_body_is_cut() {
    let mut lines = lines_of(chunked(["a", "b\nc\r\n", "\n  \n", "\nd", "", "e"]));
    let expected = [good(1, "ab\n"), good(2, "c\r\n"), good(6, "de")];
    assert_eq!(gathered(&mut lines).await, expected);
    assert!(!lines.wants_more() && lines.take().is_none());
}

#[tokio::test]
async fn a_line_that_is_too_long_is_passed_over_and_those_behind_it_are_read() {
    let long = "0123456789";
    let mut lines = lines_of(chunked([
        "a\n", long, long, long, long, long, long, long, long, long, long, "x", long, "\nb\n",
    ]));
    let expected = [good(1, "a\n"), (2, Err(BodyError::TooLarge)), good(3, "b\n")];
    assert_eq!(gathered(&mut lines).await, expected);
    // The greatest length is allowed.
    let longest = "x".repeat(100);
    let mut lines = lines_of(Body::from(format!("{longest}\n{longest}")));
    assert_eq!(gathered(&mut lines).await.len(), 2);
}

/// The part of a line beyond the greatest length takes no memory.
#[tokio::test(start_paused = true)]
async fn a_line_without_an_end_is_not_held() {
    let bodies = Arc::new(Bodies::new(LIMITS));
    let mut lines = Lines::new(Arc::clone(&bodies), "vijay", stalled(["0123456789"; 15]));
    for _ in 0..15 {
        lines.read().await;
    }
    // All of the caller's half, and the overflow slot.
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(bodies.read(&"vijay", Body::from("x".repeat(100))).await.unwrap());
    }
}

#[tokio::test]
async fn a_body_without_an_end_is_read_in_batches() {
    let limits = BodyLimits { large_memory_bytes: 1 << 20, ..LIMITS };
    let endless = Body::from_stream(stream::repeat_with(|| Ok::<_, Infallible>("x\ny\n")));
    let mut lines = Lines::new(Arc::new(Bodies::new(limits)), "vijay", endless);
    for batch in 0..3 {
        let gathered = gathered(&mut lines).await;
        assert_eq!(gathered.len(), 1000);
        assert_eq!(gathered[0], good(batch * 1000 + 1, "x\n"));
    }
    lines.stop();
    assert!(!lines.wants_more() && lines.take().is_none());
}

#[tokio::test(start_paused = true)]
async fn a_line_that_does_not_come_ends_the_body_by_its_number() {
    for (body, error) in
        [(stalled(["a\nb"]), BodyError::TimedOut), (broken("a\nb"), BodyError::BrokeOff)]
    {
        let mut lines = lines_of(body);
        assert_eq!(gathered(&mut lines).await, [good(1, "a\n"), (2, Err(error))]);
        assert!(!lines.wants_more());
    }
}

/// Two callers' bodies cannot wait for each other for ever: each gives up after the time limit of a
/// line.
#[tokio::test(start_paused = true)]
async fn a_line_for_which_there_is_no_memory_ends_the_body() {
    let bodies = Arc::new(Bodies::new(LIMITS));
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(bodies.read(&"vijay", Body::from("x".repeat(100))).await.unwrap());
    }
    let mut lines = Lines::new(Arc::clone(&bodies), "vijay", chunked(["a\n"]));
    assert_eq!(gathered(&mut lines).await, [(1, Err(BodyError::NoMemory))]);
    held.clear();
    let mut lines = Lines::new(bodies, "vijay", chunked(["a\n"]));
    assert_eq!(gathered(&mut lines).await, [good(1, "a\n")]);
}

/// What is made of a batch takes memory too.
#[tokio::test(start_paused = true)]
async fn a_batch_holds_its_memory_until_it_is_answered() {
    let bodies = Arc::new(Bodies::new(LIMITS));
    let line = "x".repeat(99) + "\n";
    let mut lines = Lines::new(Arc::clone(&bodies), "vijay", Body::from(line.repeat(2)));
    while lines.wants_more() {
        lines.read().await;
    }
    let reservation = lines.take().unwrap().into_reservation();
    let large = || Body::from("x".repeat(100));
    let _overflow = bodies.read(&"vijay", large()).await.unwrap();
    assert_eq!(bodies.read(&"vijay", large()).await.unwrap_err(), BodyError::NoMemory);
    drop(reservation);
    assert!(bodies.read(&"vijay", large()).await.is_ok());
}

#[tokio::test]
async fn an_interrupted_body_says_so_by_the_first_line_that_is_not_taken() {
    let mut lines = lines_of(stalled(["a\nb\nc"]));
    lines.read().await;
    lines.interrupt();
    assert_eq!(gathered(&mut lines).await, [(1, Err(BodyError::Interrupted))]);
    // A body that was read and taken to its end is not interrupted.
    let mut lines = lines_of(chunked(["a\n"]));
    assert_eq!(gathered(&mut lines).await, [good(1, "a\n")]);
    lines.interrupt();
    assert!(gathered(&mut lines).await.is_empty());
}
