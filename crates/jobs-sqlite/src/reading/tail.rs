//! The tail of the ledger in memory: the newest entries that this store has made durable.
//! Subscribers get them without a read from the disk.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jobs_core::{Entry, Index};

use crate::weight::Weight;

/// How many entries are kept: two of the largest batches, and those of a tenth of a second of Set
/// Actions at full speed.
const ENTRIES: usize = 2048;

/// A heavier entry is not kept. An entry of this weight takes 12 KiB if all its texts are as long
/// as they may be, so all of them together take 24 MiB at most.
const ENTRY_BYTES_MAX: usize = 4 << 10;

/// What is kept.
pub(crate) struct Tail {
    state: Mutex<Ring>,
}

struct Ring {
    /// Entries by their index: each takes the place of one that is older by as many as there are
    /// places. What another process appends leaves gaps.
    places: Box<[Option<Arc<Entry>>]>,
    /// The index after the newest entry that this store has made durable.
    end: Index,
}

impl Tail {
    pub(crate) fn new() -> Self {
        Self::with_places(ENTRIES)
    }

    /// For a store that does not append.
    pub(crate) fn none() -> Self {
        Self::with_places(0)
    }

    fn with_places(count: usize) -> Self {
        let places = (0..count).map(|_| None).collect();
        Self { state: Mutex::new(Ring { places, end: 0 }) }
    }

    fn state(&self) -> MutexGuard<'_, Ring> {
        // Each entry is whole, even after a panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes entries that are durable, and gives back what it does not keep, for another thread to
    /// free.
    pub(crate) fn keep(&self, entries: Vec<Entry>) -> Vec<Arc<Entry>> {
        let mut state = self.state();
        let keep = |entry: Entry| {
            state.end = state.end.max(entry.index() + 1);
            let is_kept = Weight::of_one(entry.draft()).bytes <= ENTRY_BYTES_MAX;
            let index = entry.index();
            let entry = Arc::new(entry);
            match state.place(index).filter(|_| is_kept) {
                Some(place) => state.places[place].replace(entry),
                None => Some(entry),
            }
        };
        entries.into_iter().filter_map(keep).collect()
    }

    /// `limit` entries from `from` on, or all that there are; `None` when not all of these are
    /// here.
    pub(crate) fn from(&self, from: Index, limit: usize) -> Option<Vec<Entry>> {
        let run = self.state().run(from, limit)?;
        // They are copied after the lock is released, so that no commit waits for it.
        Some(run.iter().map(|entry| Entry::clone(entry)).collect())
    }
}

impl Ring {
    /// Where the entry with this index belongs; `None` for a tail without places.
    fn place(&self, index: Index) -> Option<usize> {
        let place = index.checked_rem(self.places.len() as Index)?;
        usize::try_from(place).ok()
    }

    fn run(&self, from: Index, limit: usize) -> Option<Vec<Arc<Entry>>> {
        let count = usize::try_from(self.end.checked_sub(from)?).unwrap_or(usize::MAX).min(limit);
        if count == 0 || count > self.places.len() {
            return None;
        }
        let entry = |index| {
            let entry = self.places[self.place(index)?].as_ref();
            entry.filter(|entry| entry.index() == index).cloned()
        };
        (from..).take(count).map(entry).collect()
    }
}

#[cfg(test)]
mod tests {
    use jobs_core::{Timestamp, backend};

    use super::*;
    use crate::tests::support::job;

    fn entry(index: Index, payload_bytes: usize) -> Entry {
        backend::restore(index, Timestamp::now(), None, job(payload_bytes))
    }

    fn indexes(entries: &[Arc<Entry>]) -> Vec<Index> {
        entries.iter().map(|entry| entry.index()).collect()
    }

    fn read(tail: &Tail, from: Index, limit: usize) -> Option<Vec<Index>> {
        Some(tail.from(from, limit)?.iter().map(Entry::index).collect())
    }

    #[test]
    fn the_newest_entries_are_kept_and_the_others_given_back() {
        let tail = Tail::with_places(4);
        assert!(tail.keep((0..4).map(|index| entry(index, 10)).collect()).is_empty());
        assert_eq!(indexes(&tail.keep(vec![entry(4, 10), entry(5, 10)])), [0, 1]);
        assert_eq!(read(&tail, 2, 100), Some(vec![2, 3, 4, 5]));
        assert_eq!(read(&tail, 3, 2), Some(vec![3, 4]));
        for absent in [0, 1, 6, 7, Index::MAX] {
            assert_eq!(read(&tail, absent, 1), None, "{absent}");
        }
        assert_eq!(read(&tail, 2, 0), None);
        assert_eq!(indexes(&Tail::none().keep(vec![entry(0, 10)])), [0]);
        assert_eq!(read(&Tail::none(), 0, 100), None);
    }

    #[test]
    fn a_page_with_a_gap_is_none() {
        let tail = Tail::with_places(8);
        let others = vec![entry(0, 10), entry(1, ENTRY_BYTES_MAX), entry(2, 10), entry(5, 10)];
        assert_eq!(indexes(&tail.keep(others)), [1], "it is too large");
        assert_eq!(read(&tail, 0, 1), Some(vec![0]));
        assert_eq!((read(&tail, 0, 2), read(&tail, 1, 1)), (None, None));
        assert_eq!(read(&tail, 2, 100), None, "another process has appended two");
        assert_eq!(read(&tail, 5, 100), Some(vec![5]));
        // Its place is taken by one of a later round.
        assert_eq!(indexes(&tail.keep(vec![entry(10, 10)])), [2]);
        assert_eq!(read(&tail, 2, 1), None);
        // Of the newest, only its index is known.
        assert_eq!(indexes(&tail.keep(vec![entry(11, ENTRY_BYTES_MAX)])), [11]);
        assert_eq!((read(&tail, 10, 1), read(&tail, 10, 2)), (Some(vec![10]), None));
    }
}
