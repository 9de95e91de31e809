//! Texts that many entries share, stored once and named by number. A bounded cache spares the lookups.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jobs_core::{CustomerSet, Result};
use rusqlite::{CachedStatement, Connection, OptionalExtension};

use crate::error::Context;
use crate::rows::led_to;

/// What a term is; the numbers are part of the file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    User = 1,
    Action = 2,
    Batch = 3,
    Cluster = 4,
    Customer = 5,
}

impl Kind {
    const ALL: [Self; 5] = [Self::User, Self::Action, Self::Batch, Self::Cluster, Self::Customer];

    /// Where its cache stands.
    fn place(self) -> usize {
        self as usize - 1
    }

    /// The number in SQL.
    pub(crate) fn code(self) -> i64 {
        self as i64
    }

    /// What it is called, with its article.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::User => "a user",
            Self::Action => "an action",
            Self::Batch => "a batch",
            Self::Cluster => "a cluster",
            Self::Customer => "a customer",
        }
    }

    /// How many terms of the kind the cache holds. Customers are many; at about 100 bytes each, 200,000 of
    /// them are 20 MB. Of the rest, a few thousand are in use at a time.
    fn cached_max(self) -> usize {
        if self == Self::Customer { 200_000 } else { 4096 }
    }
}

/// The terms' numbers, as far as they are remembered: of committed terms alone, whose numbers never change, so that
/// callers can look up what they hand in on their own threads.
#[derive(Clone)]
pub(crate) struct Known(Arc<Mutex<[Cache; 5]>>);

impl Known {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(Kind::ALL.map(|kind| Cache::new(kind.cached_max())))))
    }

    /// The number of `value`, if it is remembered.
    pub(crate) fn get(&self, kind: Kind, value: &str) -> Option<i64> {
        self.lock()[kind.place()].get(value)
    }

    /// The customers' numbers as their job's row has them, if all are remembered.
    pub(crate) fn customers(&self, customers: &CustomerSet) -> Option<String> {
        let mut json = TermArray::with_capacity(customers.len());
        // In pieces: nobody waits for the lock until a large set is done.
        for cids in customers.as_slice().chunks(LOCKED_MAX) {
            let cache = &mut self.lock()[Kind::Customer.place()];
            for cid in cids {
                json.push(cache.get(cid.as_str())?);
            }
        }
        Some(json.end())
    }

    fn insert(&self, kind: Kind, value: Box<str>, id: i64) {
        self.lock()[kind.place()].insert(value, id);
    }

    fn lock(&self) -> MutexGuard<'_, [Cache; 5]> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How many terms are looked up or taken in under one lock: some 20 µs.
const LOCKED_MAX: usize = 256;

/// The array of a job's customers, such as `[17,4,911]`.
pub(crate) struct TermArray(String);

impl TermArray {
    pub(crate) fn with_capacity(terms: usize) -> Self {
        let mut json = String::with_capacity(2 + 8 * terms);
        json.push('[');
        Self(json)
    }

    pub(crate) fn push(&mut self, term: i64) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(itoa::Buffer::new().format(term));
    }

    pub(crate) fn end(mut self) -> String {
        self.0.push(']');
        self.0
    }
}

/// The terms as the writer's transaction sees them.
pub(crate) struct Terms {
    known: Known,
    /// Those that the transaction records, which a rollback would take back.
    new: [HashMap<Box<str>, i64>; 5],
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

    /// Has all know what the transaction recorded, which is committed.
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
        recorded: &mut Recorded<'_>,
        kind: Kind,
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
        recorded: &mut Recorded<'_>,
        kind: Kind,
        value: &str,
    ) -> Result<Option<i64>> {
        let new = self.new[kind.place()].get(value).copied();
        if let Some(id) = new.or_else(|| self.known.get(kind, value)) {
            return Ok(Some(id));
        }
        let id = find_by(&mut recorded.find, kind, value)?;
        if let Some(id) = id {
            self.known.insert(kind, value.into(), id);
        }
        Ok(id)
    }
}

/// The table of terms in one transaction of the writer, with statements that are looked up once.
pub(crate) struct Recorded<'t> {
    find: CachedStatement<'t>,
    insert: CachedStatement<'t>,
    last: i64,
}

impl<'t> Recorded<'t> {
    pub(crate) fn new(sql: &'t Connection) -> Result<Self> {
        const DOING: &str = "preparing to record texts";
        let insert = "INSERT OR ROLLBACK INTO term (id, kind, value) VALUES (?1, ?2, ?3)";
        let mut last = sql.prepare_cached("SELECT coalesce(max(id), 0) FROM term").doing(DOING)?;
        Ok(Self {
            find: sql.prepare_cached(FIND).doing(DOING)?,
            insert: sql.prepare_cached(insert).doing(DOING)?,
            last: last.query_row([], |row| row.get(0)).doing(DOING)?,
        })
    }

    fn insert(&mut self, kind: Kind, value: &str) -> Result<i64> {
        let id = self.last + 1;
        self.insert.execute((id, kind.code(), value)).doing("recording a text")?;
        self.last = id;
        Ok(id)
    }
}

/// Remembers the numbers of the texts that were used last, in two generations: when the young one is full, it becomes
/// the old one, and what nobody asked for since is forgotten. Keeping the texts in the order of their use instead
/// would write to three more places in memory each time that one is found.
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

const FIND: &str = "SELECT i.id, t.kind IS ?1 AND t.value IS ?2
    FROM term AS i LEFT JOIN term AS t ON t.id = i.id WHERE i.kind = ?1 AND i.value = ?2";

/// The number of `value`, if it is recorded, without a cache.
pub(crate) fn find(sql: &Connection, kind: Kind, value: &str) -> Result<Option<i64>> {
    find_by(&mut sql.prepare_cached(FIND).doing("looking up a text")?, kind, value)
}

fn find_by(statement: &mut CachedStatement<'_>, kind: Kind, value: &str) -> Result<Option<i64>> {
    let found = statement.query_row((kind.code(), value), |row| row.try_into()).optional();
    let Some((row, is_it)) = found.doing("looking up a text")? else { return Ok(None) };
    led_to(row, is_it, "value").map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{batch, connection, faults};

    /// Callers would hand in jobs with numbers that other texts have by then.
    #[test]
    fn a_term_is_known_once_it_is_committed() {
        let folder = tempfile::tempdir().unwrap();
        let mut sql = connection::open_writer(&folder.path().join("jobs.db")).unwrap();
        let mut terms = Terms::new();
        let known = terms.known();
        for number in [1, 2] {
            let record = |batch: &mut batch::Batch<'_>| {
                batch.append(faults::job_of(number), jobs_core::Timestamp::MIN)??;
                assert_eq!(known.get(Kind::User, &format!("user-{number}")), None);
                if number == 1 { Err(jobs_core::Error::Closed) } else { Ok(()) }
            };
            assert_eq!(batch::run(&mut sql, &mut terms, record).is_ok(), number == 2);
        }
        assert_eq!(known.get(Kind::User, "user-1"), None);
        assert_eq!(known.get(Kind::User, "user-2"), Some(1));
        assert_eq!(find(&sql, Kind::User, "user-2").unwrap(), Some(1));
    }

    #[test]
    fn the_cache_forgets_what_is_not_asked_for_and_nothing_else() {
        let mut cache = Cache::new(8);
        for id in 0..1000 {
            cache.insert(id.to_string().into(), id);
            assert_eq!(cache.get("0"), Some(0), "is asked for all the time");
            assert!(cache.young.len() + cache.old.len() <= 8);
            // The last ones are there, whatever the turn.
            for last in (id - 2).max(0)..=id {
                assert_eq!(cache.get(&last.to_string()), Some(last));
            }
        }
        assert_eq!(cache.get("500"), None);
    }
}
