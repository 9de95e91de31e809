//! Texts that many entries share, stored once and named by number. A bounded cache spares the lookups.

use hashlink::LruCache;
use jobs_core::Result;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Context;

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

    /// The number in SQL.
    pub(crate) fn code(self) -> i64 {
        self as i64
    }

    /// How many terms of the kind the cache holds. Customers are many; at about 100 bytes each, 200,000 of
    /// them are 20 MB. Of the rest, a few thousand are in use at a time.
    fn cached_max(self) -> usize {
        if self == Self::Customer { 200_000 } else { 4096 }
    }
}

/// The terms' numbers, as far as the writer remembers them.
pub(crate) struct Terms {
    caches: [LruCache<Box<str>, i64>; 5],
}

impl Terms {
    pub(crate) fn new() -> Self {
        Self { caches: Kind::ALL.map(|kind| LruCache::new(kind.cached_max())) }
    }

    /// Forgets all. Needed after a rollback, which takes back the numbers that it gave.
    pub(crate) fn forget(&mut self) {
        *self = Self::new();
    }

    /// The number of `value`, which is recorded first if it is new.
    pub(crate) fn intern(&mut self, sql: &Connection, kind: Kind, value: &str) -> Result<i64> {
        if let Some(id) = self.find(sql, kind, value)? {
            return Ok(id);
        }
        let insert = "INSERT OR ROLLBACK INTO term (kind, value) VALUES (?1, ?2)";
        let mut statement = sql.prepare_cached(insert).doing("recording a text")?;
        let id = statement.insert((kind.code(), value)).doing("recording a text")?;
        self.remember(kind, value, id);
        Ok(id)
    }

    /// The number of `value`, if it is recorded.
    pub(crate) fn find(
        &mut self,
        sql: &Connection,
        kind: Kind,
        value: &str,
    ) -> Result<Option<i64>> {
        if let Some(id) = self.cache(kind).get(value) {
            return Ok(Some(*id));
        }
        let id = find(sql, kind, value)?;
        if let Some(id) = id {
            self.remember(kind, value, id);
        }
        Ok(id)
    }

    fn cache(&mut self, kind: Kind) -> &mut LruCache<Box<str>, i64> {
        &mut self.caches[kind as usize - 1]
    }

    fn remember(&mut self, kind: Kind, value: &str, id: i64) {
        self.cache(kind).insert(value.into(), id);
    }
}

/// The number of `value`, if it is recorded, without a cache.
pub(crate) fn find(sql: &Connection, kind: Kind, value: &str) -> Result<Option<i64>> {
    let select = "SELECT id FROM term WHERE kind = ?1 AND value = ?2";
    let mut statement = sql.prepare_cached(select).doing("looking up a text")?;
    statement
        .query_row((kind.code(), value), |row| row.get(0))
        .optional()
        .doing("looking up a text")
}
