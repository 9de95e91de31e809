//! Work that would keep one of the few worker threads from every other request: large work runs on
//! a blocking thread, small work where it comes up.

/// The most bytes of input to work that is done inline, in well under a millisecond.
pub const INLINE_BYTES_MAX: usize = 64 << 10;

/// Runs `work` on input of about so many `bytes`: inline up to [`INLINE_BYTES_MAX`], beyond on a
/// blocking thread, where it is finished even if nobody waits for it any more.
///
/// # Panics
/// When `work` does, or outside a tokio runtime.
pub async fn sized<R: Send + 'static>(
    bytes: usize,
    work: impl FnOnce() -> R + Send + 'static,
) -> R {
    if bytes <= INLINE_BYTES_MAX {
        return work();
    }
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // Cancelled: the runtime is shutting down, and drops this future too.
            Err(_cancelled) => std::future::pending().await,
        },
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[tokio::test]
    async fn only_large_work_goes_to_another_thread() {
        let here = thread::current().id();
        assert_eq!(sized(INLINE_BYTES_MAX, || thread::current().id()).await, here);
        assert_ne!(sized(INLINE_BYTES_MAX + 1, || thread::current().id()).await, here);
    }

    #[tokio::test]
    #[should_panic(expected = "broken")]
    async fn a_panic_is_that_of_the_caller() {
        sized(INLINE_BYTES_MAX + 1, || panic!("broken")).await;
    }
}
