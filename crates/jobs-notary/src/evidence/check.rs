//! Checks evidence: from the signature down to the last text, and that there is nothing else.

use std::collections::BTreeMap;
use std::fmt::Display;

use jobs_core::leaf::{INLINE_BYTES_MAX, Leaf, Subtree};
use jobs_core::log::{Receipt, SignedCheckpoint, VerifierKey};
use jobs_core::merkle::{Hash, leaf_hash};
use jobs_core::{
    Cid, CustomerSet, Index, JobId, NewNote, NoteText, Outcome, Outcomes, ProofError, Status,
};

use super::collect::{customers_json, outcomes_json};
use super::error::Result;
use super::{Checked, Evidence, EvidenceError, layout};

impl Evidence {
    /// Checks everything, and says what is proved. An `expected` key must be the one that signed;
    /// without one, the key in the evidence is used.
    ///
    /// # Errors
    /// [`EvidenceError`], of the first file that does not fit.
    pub fn check(&self, expected: Option<&VerifierKey>) -> Result<Checked> {
        let mut files =
            Unread(self.files().iter().map(|(file, bytes)| (&**file, &**bytes)).collect());
        let readme = Hash::of(files.take(layout::README)?);
        same(layout::README, "its SHA-256", &Hash::of(layout::README_TEXT.as_bytes()), &readme)?;
        let key = files.key()?;
        let checkpoint: SignedCheckpoint = files.parse(layout::CHECKPOINT)?;
        let head = checkpoint.verify(&key).map_err(proof(layout::CHECKPOINT))?;
        let history = files.history(&checkpoint)?;
        let (job_id, status) = follow(&history)?;
        let customers = files.customers(&history)?;
        for (index, leaf) in &history {
            files.outcomes(*index, leaf, &customers)?;
            files.texts(*index, leaf)?;
        }
        files.none_is_left()?;
        // Last: that the key is another one matters only if all else is sound.
        if let Some(expected) = expected {
            key.expect(expected).map_err(proof(layout::KEY))?;
        }
        Ok(Checked {
            job_id,
            status,
            entries: history.len(),
            customers: customers.len(),
            checkpoint: head.clone(),
            key,
            key_was_expected: expected.is_some(),
        })
    }
}

/// Entries of a job with their indexes, ascending.
type History = Vec<(Index, Leaf)>;

/// The files that no step of the check has called for yet.
struct Unread<'a>(BTreeMap<&'a str, &'a [u8]>);

impl<'a> Unread<'a> {
    fn take(&mut self, file: &str) -> Result<&'a [u8]> {
        self.0.remove(file).ok_or_else(|| EvidenceError::Missing { file: file.into() })
    }

    /// A file that must be spelt exactly as its type spells it: what is ignored elsewhere, such as
    /// the extra line of a receipt, is refused in evidence.
    fn parse<T: std::str::FromStr<Err = ProofError> + Display>(&mut self, file: &str) -> Result<T> {
        let text = utf8(file, self.take(file)?)?;
        let value: T = text.parse().map_err(proof(file))?;
        spelt(file, text.as_bytes(), value.to_string().as_bytes())?;
        Ok(value)
    }

    fn key(&mut self) -> Result<VerifierKey> {
        let line = utf8(layout::KEY, self.take(layout::KEY)?)?;
        let key = line.trim_end().parse::<VerifierKey>().map_err(proof(layout::KEY))?;
        spelt(layout::KEY, line.as_bytes(), format!("{key}\n").as_bytes())?;
        Ok(key)
    }

    /// The entries, each proved to be in the ledger.
    fn history(&mut self, checkpoint: &SignedCheckpoint) -> Result<History> {
        let mut indexes: Vec<_> = self.0.keys().filter_map(|f| layout::index_of_leaf(f)).collect();
        indexes.sort_unstable();
        indexes.into_iter().map(|index| Ok((index, self.entry(index, checkpoint)?))).collect()
    }

    fn entry(&mut self, index: Index, checkpoint: &SignedCheckpoint) -> Result<Leaf> {
        let file = layout::receipt(index);
        let receipt: Receipt = self.parse(&file)?;
        same(&file, "its index", &index, &receipt.index())?;
        if receipt.checkpoint() != checkpoint {
            return Err(malformed(&file)("its checkpoint is not that of the evidence"));
        }
        let file = layout::leaf(index);
        let bytes = self.take(&file)?;
        // The checkpoint's signature has been checked.
        let root = &checkpoint.unverified().root;
        receipt.inclusion().verify(&leaf_hash(bytes), root).map_err(proof(&file))?;
        Leaf::parse(bytes).map_err(proof(&file))
    }

    fn customers(&mut self, history: &History) -> Result<CustomerSet> {
        const FILE: &str = layout::CUSTOMERS;
        let bytes = self.take(FILE)?;
        let cids: Vec<Cid> = serde_json::from_slice(bytes).map_err(malformed(FILE))?;
        let customers = CustomerSet::from_sorted(cids).map_err(malformed(FILE))?;
        spelt(FILE, bytes, &customers_json(&customers))?;
        let named = history.first().and_then(|(_, leaf)| leaf.customers());
        let found = Subtree { count: customers.len() as u64, root: customers.root() };
        subtree(FILE, named, found)?;
        Ok(customers)
    }

    fn outcomes(&mut self, index: Index, leaf: &Leaf, customers: &CustomerSet) -> Result<()> {
        let Some(named) = leaf.outcomes() else { return Ok(()) };
        let file = layout::outcomes(index);
        let bytes = self.take(&file)?;
        let outcomes: Vec<Outcome> = serde_json::from_slice(bytes).map_err(malformed(&file))?;
        let outcomes = Outcomes::new(outcomes).map_err(malformed(&file))?;
        spelt(&file, bytes, &outcomes_json(&outcomes))?;
        let found = Subtree { count: outcomes.len() as u64, root: outcomes.root() };
        subtree(&file, Some(named), found)?;
        match outcomes.iter().find(|outcome| !customers.contains(&outcome.cid)) {
            None => Ok(()),
            Some(outcome) => differs(&file, "each cid", &"one of customers.json", &outcome.cid),
        }
    }

    fn texts(&mut self, index: Index, leaf: &Leaf) -> Result<()> {
        for (member, hash) in leaf.hashed_texts() {
            let file = layout::text(index, member);
            let bytes = self.take(&file)?;
            same(&file, "its SHA-256", &hash, &Hash::of(bytes))?;
            utf8(&file, bytes)?;
            let may_be_inline =
                matches!(member, "error_message" | "response_summary" | NoteText::FIELD);
            if may_be_inline && bytes.len() <= INLINE_BYTES_MAX {
                return differs(&file, "its length", &"over 256 bytes", &bytes.len());
            }
        }
        Ok(())
    }

    fn none_is_left(&self) -> Result<()> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(file) => Err(EvidenceError::Unexpected { file: (*file).into() }),
        }
    }
}

/// Follows the job from entry to entry, as the ledger's rules have it, and returns its ID and the
/// status that it comes to have. A leaf has no `previous` exactly when it creates the job, so the
/// first does and no other.
fn follow(history: &History) -> Result<(JobId, Status)> {
    let missing = || EvidenceError::Missing { file: "entries".into() };
    let mut before: Option<&(Index, Leaf)> = None;
    let mut status = None;
    let mut notes = 0;
    for entry @ (index, leaf) in history {
        let file = layout::leaf(*index);
        let previous = |index: Option<Index>| index.map_or("none".into(), |i| i.to_string());
        let expected = before.map(|(index, _)| *index);
        same(&file, "previous", &previous(expected), &previous(leaf.previous()))?;
        if let Some((_, before)) = before {
            same(&file, "job_id", &before.job_id, &leaf.job_id)?;
        }
        match (status, leaf.status()) {
            (Some(from), Some(to)) if !Status::may_become(from, to) => {
                let legal = format!("one that may follow {from}");
                return differs(&file, "status", &legal, &to);
            }
            (_, Some(to)) => status = Some(to),
            // A note leaves the status as it was.
            (_, None) => notes += 1,
        }
        if notes > NewNote::COUNT_MAX {
            return differs(&file, "the number of notes", &NewNote::COUNT_MAX, &notes);
        }
        before = Some(entry);
    }
    let job_id = before.map(|(_, leaf)| leaf.job_id);
    job_id.zip(status).ok_or_else(missing)
}

fn subtree(file: &str, named: Option<Subtree>, found: Subtree) -> Result<()> {
    let named = named.ok_or_else(|| EvidenceError::Unexpected { file: file.into() })?;
    same(file, "the number of its items", &named.count, &found.count)?;
    same(file, "the root over its items", &named.root, &found.root)
}

/// Another spelling could differ unnoticed: hashes and signatures are over what it says.
fn spelt(file: &str, found: &[u8], canonical: &[u8]) -> Result<()> {
    let same = found == canonical;
    if same { Ok(()) } else { Err(malformed(file)("not spelt as it should be")) }
}

fn same<T: PartialEq + Display>(
    file: &str,
    what: &'static str,
    expected: &T,
    found: &T,
) -> Result<()> {
    if expected == found { Ok(()) } else { differs(file, what, expected, found) }
}

fn differs<T>(
    file: &str,
    what: &'static str,
    expected: &dyn Display,
    found: &dyn Display,
) -> Result<T> {
    let file = file.into();
    let expected = expected.to_string();
    let found = found.to_string();
    Err(EvidenceError::Differs { file, what, expected, found })
}

fn proof(file: &str) -> impl FnOnce(ProofError) -> EvidenceError {
    let file = file.into();
    |source| EvidenceError::Proof { file, source }
}

fn malformed<E: Display>(file: &str) -> impl FnOnce(E) -> EvidenceError {
    let file = file.into();
    |reason| EvidenceError::Malformed { file, reason: reason.to_string() }
}

fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str> {
    std::str::from_utf8(bytes).map_err(malformed(file))
}
