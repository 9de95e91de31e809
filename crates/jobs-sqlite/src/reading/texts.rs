//! From terms to the texts that they stand for.

use std::str::FromStr;

use jobs_core::merkle::{Hash, RightEdge, leaf_hash};
use jobs_core::{ActionName, BatchId, Cid, ClusterUrl, Error, Result, UserId};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection};

use crate::error::{Context, corrupt};
use crate::format::term_kind::TermKind;

const DOING: &str = "looking up a term";

/// Looks terms up, and remembers what it found: entries that follow each other share most of their
/// texts.
pub(crate) struct Texts<'c> {
    statement: CachedStatement<'c>,
    users: Slots<UserId>,
    actions: Slots<ActionName>,
    batches: Slots<BatchId>,
    clusters: Slots<ClusterUrl>,
    customers: Slots<Cid>,
    /// The leaf hashes of customers, where roots over them will be asked for.
    leaves: Option<Slots<Hash>>,
    /// Which terms were looked up, where that will be asked for.
    used: Option<Used>,
}

/// A bit for each term.
#[derive(Debug, Clone, Default)]
pub(crate) struct Used(Vec<u64>);

impl Used {
    fn of_terms(count: usize) -> Self {
        Self(vec![0; count / 64 + 1])
    }

    fn add(&mut self, term: i64) {
        let Ok(term) = usize::try_from(term) else { return };
        if let Some(bits) = self.0.get_mut(term / 64) {
            *bits |= 1 << (term % 64);
        }
    }

    /// Adds what another thread has looked up.
    pub(crate) fn join(&mut self, other: &Self) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(bits, more)| *bits |= more);
    }

    /// How many terms were looked up.
    pub(crate) fn count(&self) -> u64 {
        self.0.iter().map(|bits| u64::from(bits.count_ones())).sum()
    }
}

/// What was looked up, each term in the slot of its lowest bits. There are a power of two of them.
struct Slots<T>(Vec<Option<(i64, T)>>);

impl<'c> Texts<'c> {
    /// The most slots of customers: 6 MB, and the texts.
    const CUSTOMERS_MAX: usize = 1 << 18;

    /// The most slots of customers while a page is read: 100 kB.
    const CUSTOMERS_OF_A_PAGE: usize = 1 << 12;

    /// For reading about `entries` entries.
    pub(crate) fn of(sql: &'c Connection, entries: usize) -> Result<Self> {
        Self::with_slots(sql, entries.clamp(1, Self::CUSTOMERS_OF_A_PAGE / 8) * 8)
    }

    fn with_slots(sql: &'c Connection, customers: usize) -> Result<Self> {
        let select = "SELECT value FROM term WHERE id = ?1 AND kind = ?2";
        let customers = customers.next_power_of_two();
        Ok(Self {
            statement: sql.prepare_cached(select).doing(DOING)?,
            users: Slots::new(64),
            actions: Slots::new(64),
            batches: Slots::new(64),
            clusters: Slots::new(64),
            customers: Slots::new(customers),
            leaves: None,
            used: None,
        })
    }

    /// For verifying all entries of a ledger with `terms` terms.
    pub(crate) fn of_all(sql: &'c Connection, terms: u64) -> Result<Self> {
        let terms = usize::try_from(terms).unwrap_or(usize::MAX);
        let slots = terms.clamp(1, Self::CUSTOMERS_MAX).next_power_of_two();
        let used = Some(Used::of_terms(terms));
        Ok(Self { leaves: Some(Slots::new(slots)), used, ..Self::with_slots(sql, slots)? })
    }

    /// The terms that were looked up, where that was asked for.
    pub(crate) fn into_used(self) -> Used {
        self.used.unwrap_or_default()
    }

    /// The root over the customers with these terms, where roots are asked for. The same customers
    /// recur; hashing each of them anew would be a fifth of all the hashing that verification does.
    pub(crate) fn root(&mut self, cids: &[Cid], terms: &[i64]) -> Option<Hash> {
        let leaves = self.leaves.as_mut()?;
        let mut edge = RightEdge::default();
        for (cid, term) in cids.iter().zip(terms) {
            let leaf = leaves.get(*term, || Ok(leaf_hash(cid.as_str().as_bytes()))).ok()?;
            edge.push(leaf, |_, _| {});
        }
        Some(edge.root())
    }

    fn mark(&mut self, term: i64) {
        if let Some(used) = &mut self.used {
            used.add(term);
        }
    }

    pub(crate) fn user(&mut self, term: i64) -> Result<UserId> {
        self.mark(term);
        self.users.get(term, || look_up(&mut self.statement, TermKind::User, term))
    }

    pub(crate) fn action(&mut self, term: i64) -> Result<ActionName> {
        self.mark(term);
        self.actions.get(term, || look_up(&mut self.statement, TermKind::Action, term))
    }

    pub(crate) fn batch(&mut self, term: i64) -> Result<BatchId> {
        self.mark(term);
        self.batches.get(term, || look_up(&mut self.statement, TermKind::Batch, term))
    }

    pub(crate) fn cluster(&mut self, term: i64) -> Result<ClusterUrl> {
        self.mark(term);
        self.clusters.get(term, || look_up(&mut self.statement, TermKind::Cluster, term))
    }

    pub(crate) fn customer(&mut self, term: i64) -> Result<Cid> {
        self.mark(term);
        self.customers.get(term, || look_up(&mut self.statement, TermKind::Customer, term))
    }

    /// The position of the first of `terms`, which are in the order of their cids, that comes after
    /// `after`.
    pub(crate) fn past(&mut self, terms: &[i64], after: &Cid) -> Result<usize> {
        let mut low = 0;
        let mut high = terms.len();
        while low < high {
            let middle = low.midpoint(high);
            if self.customer(terms[middle])? <= *after {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(low)
    }
}

impl<T: Clone> Slots<T> {
    fn new(slots: usize) -> Self {
        Self(vec![None; slots])
    }

    /// What is remembered of the term, or what `find` returns.
    fn get(&mut self, term: i64, find: impl FnOnce() -> Result<T>) -> Result<T> {
        let mask = self.0.len() - 1;
        let slot = &mut self.0[usize::try_from(term).unwrap_or(0) & mask];
        if let Some((remembered, value)) = slot
            && *remembered == term
        {
            return Ok(value.clone());
        }
        let value = find()?;
        *slot = Some((term, value.clone()));
        Ok(value)
    }
}

/// What the term stands for. It is damage if it stands for nothing, or for something of another
/// kind.
fn look_up<T: FromStr<Err = Error>>(
    statement: &mut CachedStatement<'_>,
    kind: TermKind,
    term: i64,
) -> Result<T> {
    let mut rows = statement.query((term, kind.code())).doing(DOING)?;
    let Some(row) = rows.next().doing(DOING)? else {
        return Err(corrupt(format!("term {term}: is not recorded as {}", kind.noun())));
    };
    let in_term = |what: &str| corrupt(format!("term {term}: column value: {what}"));
    match row.get_ref(0).doing(DOING)? {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes)
            .map_err(|error| in_term(&error.to_string()))?
            .parse()
            .map_err(|error: Error| in_term(&error.to_string())),
        _ => Err(in_term("is no text")),
    }
}
