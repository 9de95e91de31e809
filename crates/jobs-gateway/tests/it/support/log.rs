//! Captures the log for tests.

use std::io::Write;
use std::sync::{Arc, Mutex, Once, PoisonError};

/// Captures the log for tests.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Captures all that this thread logs, until the guard is dropped. The runtime of a test has
    /// one thread, so the tasks of the gateway log here as well.
    pub(crate) fn begin() -> (Self, tracing::subscriber::DefaultGuard) {
        listen();
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    pub(crate) fn text(&self) -> String {
        let log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&log).into_owned()
    }
}

/// Installs a global subscriber for all lines. Whether a line has a subscriber is cached when any
/// test first reaches it; without this, a test that begins to capture at that moment could miss the
/// line.
pub(crate) fn listen() {
    static BEGIN: Once = Once::new();
    BEGIN.call_once(|| {
        let nowhere = tracing_subscriber::registry();
        tracing::subscriber::set_global_default(nowhere).expect("no other test does so");
    });
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
