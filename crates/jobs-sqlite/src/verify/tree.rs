//! The tree over the hashes that are kept of leaves, which are compared with the leaves elsewhere,
//! against the nodes and the right edge that are stored.

use jobs_core::backend::TreeState;
use jobs_core::merkle::{Hash, RightEdge};
use jobs_core::{Head, Result, Timestamp};
use rusqlite::Connection;

use super::options::Past;
use super::report::{Finding, Findings};
use super::segment::Segment;
use crate::error::Context;
use crate::reading::{tiles, tree};

/// The head of a ledger without entries.
pub(super) fn empty_head() -> Head {
    TreeState::default().head()
}

/// The tree under construction, segment by segment.
pub(super) struct Builder<'o> {
    /// What the ledger once was, each with the edge over its complete subtrees once that is known.
    past: Vec<(&'o Past, Option<RightEdge>)>,
    /// The roots of the complete subtrees of 256 leaves.
    subtrees: RightEdge,
    rest: Vec<Hash>,
    /// The stored subtrees' levels, each with its roots.
    levels: [Vec<Hash>; 7],
    recorded_at: Option<Timestamp>,
}

impl<'o> Builder<'o> {
    pub(super) fn new(past: &'o [Past]) -> Self {
        let at_start = |past: &Past| (past.size < 256).then(RightEdge::default);
        let past = past.iter().map(|past| (past, at_start(past))).collect();
        let (subtrees, rest, levels, recorded_at) = Default::default();
        Self { past, subtrees, rest, levels, recorded_at }
    }

    /// Adds the next segment.
    pub(super) fn add(&mut self, sql: &Connection, segment: &Segment) -> Result<()> {
        for root in &segment.subtrees {
            let root = match root {
                Some(root) => *root,
                // The entry that is missing is reported; what was over it is taken as it is stored.
                None => tiles::subtree(sql, 1, self.subtrees.size())?
                    .unwrap_or(Hash::from_bytes([0; 32])),
            };
            let levels = &mut self.levels;
            // 256 leaves of the tree are one leaf here, so levels of 8 are levels of 8 all the
            // same.
            self.subtrees.push(root, |node, hash| {
                if node.level.is_multiple_of(8) {
                    levels[usize::from(node.level / 8)].push(hash);
                }
            });
            for (past, edge) in &mut self.past {
                if past.size / 256 == self.subtrees.size() {
                    *edge = Some(self.subtrees.clone());
                }
            }
        }
        self.rest.clone_from(&segment.rest);
        self.recorded_at = segment.recorded_at.or(self.recorded_at);
        Ok(())
    }

    fn state(&self) -> TreeState {
        let edge = edge_of(&self.subtrees, &self.rest);
        TreeState { edge, recorded_at: self.recorded_at.unwrap_or(Timestamp::MIN) }
    }

    /// Checks that the ledger begins with what it once was.
    pub(super) fn check_past(&self, sql: &Connection, findings: &mut Findings) -> Result<()> {
        let size = self.state().edge.size();
        for (past, subtrees) in &self.past {
            let known = subtrees.as_ref().filter(|_| past.size <= size);
            let finding = match known {
                None => {
                    let what = format!("{}: the ledger once had more entries", past.source);
                    Finding::new(size, what).stored(size).expected(past.size)
                }
                Some(subtrees) => {
                    // Compared with their entries already.
                    let rest = tiles::leaf_hashes(sql, subtrees.size() * 256, past.size)?;
                    let root = edge_of(subtrees, &rest).root();
                    if root == past.root {
                        continue;
                    }
                    let first = match past.size {
                        1 => "entry is not the one that was".to_owned(),
                        size => format!("{size} entries are not those that were"),
                    };
                    let what = format!("{}: the first {first} signed", past.source);
                    Finding::new(None, what).stored(root).expected(past.root)
                }
            };
            findings.add(finding);
        }
        Ok(())
    }

    /// The head of the tree.
    pub(super) fn head(&self) -> Head {
        self.state().head()
    }

    /// Compares the stored tree.
    pub(super) fn check(&self, sql: &Connection, findings: &mut Findings) -> Result<()> {
        let computed = self.state();
        match tree::read_tree(sql) {
            Ok(stored) if stored == computed => {}
            Ok(stored) => {
                let show = |state: &TreeState| {
                    let head = state.head();
                    let entries = jobs_core::plural(head.size(), "entry", "entries");
                    format!("{entries}, root {}, {}", head.root(), state.recorded_at)
                };
                let finding = Finding::new(None, "tree: is not that of the entries");
                findings.add(finding.stored(show(&stored)).expected(show(&computed)));
            }
            Err(error) => findings.add(Finding::new(None, format!("tree: {error}"))),
        }
        for (level, computed) in (1..).zip(&self.levels) {
            self.check_level(sql, level, computed, findings)?;
        }
        Ok(())
    }

    fn check_level(
        &self,
        sql: &Connection,
        level: u8,
        computed: &[Hash],
        findings: &mut Findings,
    ) -> Result<()> {
        for (index, expected) in (0_u64..).zip(computed) {
            let hash = tiles::subtree(sql, level, index)?;
            if hash != Some(*expected) {
                let first = index << (8 * level);
                let last = first + (1 << (8 * level)) - 1;
                let what = format!(
                    "subtree {index} of level {level}: is not that of entries {first} to {last}"
                );
                let finding = Finding::new(first, what).expected(expected);
                findings.add(match hash {
                    Some(hash) => finding.stored(hash),
                    None => finding.stored("nothing"),
                });
            }
        }
        let count = "SELECT count(*) FROM subtree WHERE level = ?1";
        let count: i64 =
            sql.query_row(count, [level], |row| row.get(0)).doing("verifying the tree")?;
        if usize::try_from(count) != Ok(computed.len()) {
            let finding = Finding::new(None, format!("subtree: has other rows of level {level}"));
            findings.add(finding.stored(count).expected(computed.len()));
        }
        Ok(())
    }
}

/// The edge of a whole tree: that of its complete subtrees of 256 leaves, 8 levels up, and that of
/// the leaves which are left.
fn edge_of(subtrees: &RightEdge, leaves: &[Hash]) -> RightEdge {
    let mut rest = RightEdge::default();
    leaves.iter().for_each(|leaf| rest.push(*leaf, |_, _| {}));
    let size = subtrees.size() * 256 + rest.size();
    let bytes = [subtrees.to_bytes(), rest.to_bytes()].concat();
    // As many hashes as the size has 1 bits, by construction.
    RightEdge::from_bytes(size, &bytes).unwrap_or_default()
}
