//! Long entries that are being sent in pieces: bounded in bytes, the least recently used is evicted
//! first.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hashlink::LruCache;
use jobs_core::Index;

use crate::segment::Segment;

/// Entries by their index and by whether they know their jobs.
pub(crate) struct LongEntries {
    kept: Mutex<Kept>,
    bytes_max: usize,
}

struct Kept {
    entries: LruCache<(Index, bool), Arc<Segment>>,
    bytes: usize,
}

impl Kept {
    fn nothing() -> Self {
        // Bounded by its bytes.
        Self { entries: LruCache::new_unbounded(), bytes: 0 }
    }
}

impl LongEntries {
    pub(crate) fn new(bytes_max: usize) -> Self {
        Self { kept: Mutex::new(Kept::nothing()), bytes_max }
    }

    /// The entry `index`, if it is here.
    pub(crate) fn find(&self, index: Index, of_whom: bool) -> Option<Arc<Segment>> {
        self.kept().entries.get(&(index, of_whom)).cloned()
    }

    /// Adds an entry. It is kept at least until the next one is added, however long it is.
    pub(crate) fn put(&self, of_whom: bool, entry: Arc<Segment>) {
        let mut kept = self.kept();
        kept.bytes += entry.byte_len();
        let before = kept.entries.insert((entry.first(), of_whom), entry);
        kept.bytes -= before.map_or(0, |before| before.byte_len());
        while kept.bytes > self.bytes_max && kept.entries.len() > 1 {
            let oldest = kept.entries.remove_lru();
            kept.bytes -= oldest.map_or(0, |(_, entry)| entry.byte_len());
        }
    }

    /// Forgets all entries.
    pub(crate) fn clear(&self) {
        *self.kept() = Kept::nothing();
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // The state is consistent between any two statements, except for a count that is too high,
        // so a poisoned lock is fine.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for LongEntries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LongEntries").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment;
    use crate::tests::job;
    use jobs_core::{RequestPayload, Timestamp, backend};

    fn long(index: Index) -> Arc<Segment> {
        let payload = RequestPayload::new(format!("\"{}\"", "x".repeat(100_000))).unwrap();
        let job = job("vijay", "T-Enable").with_request_payload(Some(payload));
        let entry = backend::restore(index, Timestamp::now(), None, job.into());
        Arc::new(segment::encode(&[entry], vec![None]).remove(0))
    }

    #[test]
    fn the_entries_that_were_wanted_last_are_kept() {
        let entries = LongEntries::new(3 * long(10).byte_len());
        for index in 10..13 {
            entries.put(false, long(index));
        }
        assert!(entries.find(10, false).is_some() && entries.find(10, true).is_none());
        entries.put(false, long(12));
        entries.put(false, long(13));
        let kept = |index| entries.find(index, false).is_some();
        assert_eq!([10, 11, 12, 13].map(kept), [true, false, true, true]);
        assert_eq!(entries.kept().bytes, 3 * long(10).byte_len());
        let small = LongEntries::new(1);
        small.put(true, long(10));
        small.put(true, long(11));
        assert!(small.find(10, true).is_none() && small.find(11, true).is_some());
        small.clear();
        assert!(small.find(11, true).is_none());
    }
}
