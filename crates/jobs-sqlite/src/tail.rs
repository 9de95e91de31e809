//! The tail of the ledger in memory: the newest entries that this store has made durable, for those who follow it. They need not be
//! read back from the disk.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jobs_core::{Entry, Index};

use crate::weight::Weight;

/// How many entries are kept: those of the last half a second at the highest rate.
const ENTRIES: usize = 4096;

/// A larger entry is not kept, so that all of them take 16 MiB at most.
const ENTRY_BYTES_MAX: usize = 4 << 10;

/// How many entries are copied at once, some 30 µs, for which a commit may have to wait.
const PAGE: usize = 128;

/// Entries by their index: each takes the place of one that is older by as many as there are places. What another process appends
/// leaves gaps.
pub(crate) struct Tail {
    places: Mutex<Box<[Option<Entry>]>>,
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
        Self { places: Mutex::new((0..count).map(|_| None).collect()) }
    }

    fn places(&self) -> MutexGuard<'_, Box<[Option<Entry>]>> {
        // Each entry is whole, whatever became of another.
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes entries that are durable, and gives back what it does not keep, for another thread to free.
    pub(crate) fn keep(&self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut places = self.places();
        let keep = |entry: Entry| match place(&places, entry.index()) {
            Some(at) if Weight::of_one(entry.draft()).bytes <= ENTRY_BYTES_MAX => {
                places[at].replace(entry)
            }
            _ => Some(entry),
        };
        entries.into_iter().filter_map(keep).collect()
    }

    /// At most `limit` entries from `from` on, without a gap; none when that one is not here.
    pub(crate) fn from(&self, from: Index, limit: usize) -> Vec<Entry> {
        let places = self.places();
        let entry = |index| {
            let entry = places[place(&places, index)?].as_ref();
            entry.filter(|entry| entry.index() == index).cloned()
        };
        (from..=Index::MAX).take(limit.min(PAGE)).map_while(entry).collect()
    }
}

/// Where the entry with this index belongs, if any are kept.
fn place(places: &[Option<Entry>], index: Index) -> Option<usize> {
    let place = index.checked_rem(places.len() as Index)?;
    usize::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use jobs_core::{Timestamp, backend};

    use super::*;
    use crate::faults::job;

    fn entry(index: Index, payload_bytes: usize) -> Entry {
        backend::restore(index, Timestamp::now(), None, job(payload_bytes))
    }

    fn indexes(entries: &[Entry]) -> Vec<Index> {
        entries.iter().map(Entry::index).collect()
    }

    #[test]
    fn the_newest_entries_are_kept_and_the_others_given_back() {
        let tail = Tail::with_places(4);
        assert!(tail.keep((0..4).map(|index| entry(index, 10)).collect()).is_empty());
        assert_eq!(indexes(&tail.keep(vec![entry(4, 10), entry(5, 10)])), [0, 1]);
        assert_eq!(indexes(&tail.from(2, 100)), [2, 3, 4, 5]);
        assert_eq!(indexes(&tail.from(4, 1)), [4]);
        for absent in [0, 1, 6, Index::MAX] {
            assert!(tail.from(absent, 100).is_empty(), "{absent}");
        }
        assert_eq!(indexes(&Tail::none().keep(vec![entry(0, 10)])), [0]);
        assert!(Tail::none().from(0, 100).is_empty());
    }

    #[test]
    fn a_page_ends_before_what_is_not_here() {
        let tail = Tail::with_places(8);
        let large = ENTRY_BYTES_MAX;
        let others = vec![entry(0, 10), entry(1, large), entry(2, 10), entry(5, 10)];
        assert_eq!(indexes(&tail.keep(others)), [1], "it is too large");
        assert_eq!(indexes(&tail.from(0, 100)), [0]);
        assert!(tail.from(1, 100).is_empty());
        assert_eq!(indexes(&tail.from(2, 100)), [2], "another process has appended two");
        // Its place is taken by one of a later round.
        assert_eq!(indexes(&tail.keep(vec![entry(10, 10)])), [2]);
        assert!(tail.from(2, 100).is_empty());
    }
}
