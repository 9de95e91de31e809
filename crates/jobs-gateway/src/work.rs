//! Moves work that would block a worker thread for too long to the blocking pool.

/// Work on up to this many bytes is done inline, in a millisecond or so.
pub(crate) const INLINE_BYTES_MAX: usize = 64 << 10;

/// Does `work` on about `bytes` bytes.
///
/// # Panics
/// When `work` does.
pub(crate) async fn on<R: Send + 'static>(
    bytes: usize,
    work: impl FnOnce() -> R + Send + 'static,
) -> R {
    if bytes <= INLINE_BYTES_MAX {
        return work();
    }
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[tokio::test]
    async fn only_large_work_goes_to_another_thread() {
        let here = thread::current().id();
        assert_eq!(on(INLINE_BYTES_MAX, || thread::current().id()).await, here);
        assert_ne!(on(INLINE_BYTES_MAX + 1, || thread::current().id()).await, here);
    }
}
