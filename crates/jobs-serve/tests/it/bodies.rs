//! Whole bodies, within the memory budget.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures::{FutureExt as _, StreamExt as _, stream};
use http_body::{Frame, SizeHint};
use jobs_serve::{Bodies, BodyError, BodyLimits};
use tokio::time::Instant;

pub(crate) const LIMITS: BodyLimits = BodyLimits {
    bytes_max: 100,
    timeout: Duration::from_secs(30),
    small_bytes_max: 10,
    small_memory_bytes: 40,
    large_memory_bytes: 400,
};

fn bodies() -> Bodies<&'static str> {
    Bodies::new(LIMITS)
}

/// A body in pieces, without a declared size.
pub(crate) fn chunked<const COUNT: usize>(pieces: [&'static str; COUNT]) -> Body {
    Body::from_stream(stream::iter(pieces.map(Ok::<_, Infallible>)))
}

/// `pieces`, and then nothing for ever.
pub(crate) fn stalled<const COUNT: usize>(pieces: [&'static str; COUNT]) -> Body {
    let pieces = stream::iter(pieces.map(Ok::<_, Infallible>));
    Body::from_stream(pieces.chain(stream::pending()))
}

/// A body that declares its size and never arrives.
struct Announced(u64);

impl http_body::Body for Announced {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        panic!("it is not asked for")
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0)
    }
}

/// `piece`, and then an error.
pub(crate) fn broken(piece: &'static str) -> Body {
    Body::from_stream(stream::iter([Ok(piece), Err(std::io::Error::other("broken"))]))
}

#[tokio::test]
async fn a_body_is_read_to_its_end() {
    let bodies = bodies();
    for body in [Body::from("0123456789ab"), chunked(["0123", "456789ab"])] {
        assert_eq!(bodies.read(&"vijay", body).await.unwrap().0, b"0123456789ab");
    }
    assert_eq!(bodies.read(&"vijay", Body::empty()).await.unwrap().0, b"");
    assert_eq!(bodies.read(&"vijay", Body::from("x".repeat(100))).await.unwrap().0.len(), 100);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_not_read_to_its_end() {
    let bodies = bodies();
    // Refused before a byte of it arrives.
    let announced = bodies.read(&"vijay", Announced(101)).await;
    assert_eq!(announced.unwrap_err(), BodyError::TooLarge);
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    let endless = stream::repeat_with(move || {
        count.fetch_add(1, Ordering::Relaxed);
        Ok::<_, Infallible>("0123456789")
    });
    let endless = bodies.read(&"vijay", Body::from_stream(endless)).await;
    assert_eq!(endless.unwrap_err(), BodyError::TooLarge);
    assert_eq!(taken.load(Ordering::Relaxed), 11);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_is_given_up() {
    let bodies = bodies();
    let begin = Instant::now();
    let stalled = bodies.read(&"vijay", stalled(["01234"])).await;
    assert_eq!(stalled.unwrap_err(), BodyError::TimedOut);
    // On the test's clock, which only moves when there is nothing to do.
    assert_eq!(begin.elapsed(), LIMITS.timeout);
    assert_eq!(bodies.read(&"vijay", broken("0")).await.unwrap_err(), BodyError::BrokeOff);
}

#[tokio::test(start_paused = true)]
async fn bodies_hold_memory_until_they_are_dropped() {
    let bodies = bodies();
    let large = || Body::from("x".repeat(100));
    // One caller has half of it, and the overflow slot.
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(bodies.read(&"vijay", large()).await.unwrap());
    }
    assert_eq!(bodies.read(&"vijay", large()).await.unwrap_err(), BodyError::NoMemory);
    // Small bodies have a separate budget, and other callers have their half.
    assert!(bodies.read(&"vijay", Body::from("small")).now_or_never().unwrap().is_ok());
    assert!(bodies.read(&"anita", large()).now_or_never().unwrap().is_ok());
    held.pop();
    assert!(bodies.read(&"vijay", large()).await.is_ok());
}

/// A body costs what has arrived of it, and not what it declares.
#[tokio::test(start_paused = true)]
async fn bodies_that_do_not_come_keep_nobody_waiting() {
    let bodies = bodies();
    let mut slow: Vec<_> =
        (0..20).map(|_| Box::pin(bodies.read(&"vijay", stalled(["0123"])))).collect();
    for body in &mut slow {
        assert!(body.now_or_never().is_none());
    }
    let whole = bodies.read(&"vijay", chunked(["0123456789"; 10])).now_or_never().unwrap();
    assert_eq!(whole.unwrap().0.len(), 100);
}
