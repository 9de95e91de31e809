//! Texts that many entries share, stored once and named by number. A bounded cache spares the
//! lookups.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jobs_core::{CustomerSet, Result};
use rusqlite::{CachedStatement, Connection};
use strum::EnumCount as _;

use crate::error::Context;
use crate::format::term_array::TermArray;
use crate::format::term_kind::TermKind;
use crate::reading::lookups::{FIND_TERM, find_term_by};

/// The terms' numbers, as far as they are remembered: of committed terms alone, whose numbers never
/// change, so that callers can look up what they hand in on their own threads.
#[derive(Clone)]
pub(crate) struct Known(Arc<Mutex<[Cache; TermKind::COUNT]>>);

impl Known {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(TermKind::ALL.map(|kind| Cache::new(kind.cached_max())))))
    }

    /// The number of `value`, if it is remembered.
    pub(crate) fn get(&self, kind: TermKind, value: &str) -> Option<i64> {
        self.lock()[kind.place()].get(value)
    }

    /// The customers' numbers as their job's row has them, if all are remembered.
    pub(crate) fn customers(&self, customers: &CustomerSet) -> Option<String> {
        let mut json = TermArray::with_capacity(customers.len());
        // In chunks, so that nobody waits for the lock until a large set is done.
        for cids in customers.as_slice().chunks(LOCKED_MAX) {
            let cache = &mut self.lock()[TermKind::Customer.place()];
            for cid in cids {
                json.push(cache.get(cid.as_str())?);
            }
        }
        Some(json.end())
    }

    fn insert(&self, kind: TermKind, value: Box<str>, id: i64) {
        self.lock()[kind.place()].insert(value, id);
    }

    fn lock(&self) -> MutexGuard<'_, [Cache; TermKind::COUNT]> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How many terms are looked up or added under one lock: some 20 µs.
const LOCKED_MAX: usize = 256;

/// The terms as the writer's transaction sees them.
pub(crate) struct Terms {
    known: Known,
    /// Those that the transaction records, which a rollback would take back.
    new: [HashMap<Box<str>, i64>; TermKind::COUNT],
}

impl Terms {
    pub(crate) fn new() -> Self {
        Self { known: Known::new(), new: Default::default() }
    }

    /// What the callers may look up.
    pub(crate) fn known(&self) -> Known {
        self.known.clone()
    }

    /// Begins a transaction: what the last one did not commit is not recorded.
    pub(crate) fn begin(&mut self) {
        self.new.iter_mut().for_each(HashMap::clear);
    }

    /// Makes known to all callers what the transaction recorded, which is now committed.
    pub(crate) fn committed(&mut self) {
        for (at, new) in self.new.iter_mut().enumerate() {
            let mut new = std::mem::take(new).into_iter().peekable();
            while new.peek().is_some() {
                let cache = &mut self.known.lock()[at];
                new.by_ref().take(LOCKED_MAX).for_each(|(value, id)| cache.insert(value, id));
            }
        }
    }

    /// The number of `value`, which is recorded first if it is new.
    pub(crate) fn intern(
        &mut self,
        recorded: &mut TermTable<'_>,
        kind: TermKind,
        value: &str,
    ) -> Result<i64> {
        if let Some(id) = self.find(recorded, kind, value)? {
            return Ok(id);
        }
        let id = recorded.insert(kind, value)?;
        self.new[kind.place()].insert(value.into(), id);
        Ok(id)
    }

    /// The number of `value`, if it is recorded.
    pub(crate) fn find(
        &mut self,
        recorded: &mut TermTable<'_>,
        kind: TermKind,
        value: &str,
    ) -> Result<Option<i64>> {
        let new = self.new[kind.place()].get(value).copied();
        if let Some(id) = new.or_else(|| self.known.get(kind, value)) {
            return Ok(Some(id));
        }
        let id = find_term_by(&mut recorded.find, kind, value)?;
        if let Some(id) = id {
            self.known.insert(kind, value.into(), id);
        }
        Ok(id)
    }
}

/// The table of terms in one transaction of the writer, with statements that are looked up once.
pub(crate) struct TermTable<'t> {
    find: CachedStatement<'t>,
    insert: CachedStatement<'t>,
    last: i64,
}

impl<'t> TermTable<'t> {
    pub(crate) fn new(sql: &'t Connection) -> Result<Self> {
        const DOING: &str = "preparing to record texts";
        let insert = "INSERT OR ROLLBACK INTO term (id, kind, value) VALUES (?1, ?2, ?3)";
        let mut last = sql.prepare_cached("SELECT coalesce(max(id), 0) FROM term").doing(DOING)?;
        Ok(Self {
            find: sql.prepare_cached(FIND_TERM).doing(DOING)?,
            insert: sql.prepare_cached(insert).doing(DOING)?,
            last: last.query_row([], |row| row.get(0)).doing(DOING)?,
        })
    }

    fn insert(&mut self, kind: TermKind, value: &str) -> Result<i64> {
        let id = self.last + 1;
        self.insert.execute((id, kind.code(), value)).doing("recording a text")?;
        self.last = id;
        Ok(id)
    }
}

/// Remembers the numbers of the texts that were used last, in two generations: when the young one
/// is full, it becomes the old one, and texts that nobody asked for since are forgotten. Keeping
/// the texts in the order of their use instead would write to three more places in memory each time
/// that one is found.
struct Cache {
    young: HashMap<Box<str>, i64>,
    old: HashMap<Box<str>, i64>,
    generation_max: usize,
}

impl Cache {
    /// At most `max` texts, an even number.
    fn new(max: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), generation_max: max / 2 }
    }

    fn get(&mut self, text: &str) -> Option<i64> {
        if let Some(id) = self.young.get(text) {
            return Some(*id);
        }
        let (text, id) = self.old.remove_entry(text)?;
        self.insert(text, id);
        Some(id)
    }

    fn insert(&mut self, text: Box<str>, id: i64) {
        if self.young.len() == self.generation_max {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(text, id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::connection;
    use crate::reading::lookups::find_term;
    use crate::tests::support;
    use crate::writing::batch;

    /// Otherwise, callers would hand in jobs with numbers that stand for other texts by then.
    #[test]
    fn a_term_is_known_once_it_is_committed() {
        let folder = tempfile::tempdir().unwrap();
        let mut sql = connection::open_writer(&folder.path().join("jobs.db")).unwrap();
        let mut terms = Terms::new();
        let known = terms.known();
        for number in [1, 2] {
            let record = |batch: &mut batch::Batch<'_>| {
                batch.append(support::job_of(number), jobs_core::Timestamp::MIN)??;
                assert_eq!(known.get(TermKind::User, &format!("user-{number}")), None);
                if number == 1 { Err(jobs_core::Error::Closed) } else { Ok(()) }
            };
            assert_eq!(batch::run(&mut sql, &mut terms, record).is_ok(), number == 2);
        }
        assert_eq!(known.get(TermKind::User, "user-1"), None);
        assert_eq!(known.get(TermKind::User, "user-2"), Some(1));
        assert_eq!(find_term(&sql, TermKind::User, "user-2").unwrap(), Some(1));
    }

    #[test]
    fn the_cache_forgets_what_is_not_asked_for_and_nothing_else() {
        let mut cache = Cache::new(8);
        for id in 0..1000 {
            cache.insert(id.to_string().into(), id);
            assert_eq!(cache.get("0"), Some(0), "is asked for all the time");
            assert!(cache.young.len() + cache.old.len() <= 8);
            // The last ones are there at every step.
            for last in (id - 2).max(0)..=id {
                assert_eq!(cache.get(&last.to_string()), Some(last));
            }
        }
        assert_eq!(cache.get("500"), None);
    }
}
