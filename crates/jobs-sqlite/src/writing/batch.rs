//! One transaction of the writer: drafts become rows, and the tree moves with them.

use std::sync::Arc;

use jobs_core::backend::{Sequenced, Sequencer, TreeState};
use jobs_core::merkle::{Hash, Node};
use jobs_core::{Appended, Draft, Entry, Error, Index, JobFacts, Result, Timestamp};
use rusqlite::{Connection, TransactionBehavior};

use crate::error::Context;
use crate::format::counters::Tally;
use crate::format::term_kind::TermKind;
use crate::reading::tree::{check_size, read_tree};
use crate::writing::counters;
use crate::writing::record::{RecordedEntries, Row};
use crate::writing::terms::{Known, Terms};
use crate::writing::tree::{write_subtrees, write_tree};

/// Runs `work` in one transaction, makes it durable, and returns by how many entries the ledger
/// grew. After an error nothing of it is left.
pub(crate) fn run(
    connection: &mut Connection,
    terms: &mut Terms,
    work: impl FnOnce(&mut Batch<'_>) -> Result<()>,
) -> Result<Index> {
    let sql = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .doing("beginning a transaction")?;
    // As the last transaction of any process left it.
    let state = read_tree(&sql)?;
    let size_before = state.edge.size();
    let time_before = state.recorded_at;
    check_size(&sql, size_before)?;
    terms.begin();
    let recorded = RecordedEntries::new(&sql, terms)?;
    let sequencer = Sequencer::new(state);
    let mut batch = Batch { recorded, sequencer, spent: Vec::new() };
    work(&mut batch)?;
    let (state, tally) = batch.finish()?;
    let size = state.edge.size();
    if size > size_before {
        write_tree(&sql, &state)?;
        counters::write(&sql, tally)?;
    }
    sql.commit().map_err(|source| Error::Storage {
        context: "committing",
        // The log may have reached the disk all the same.
        maybe_recorded: true,
        source: Arc::new(source),
    })?;
    terms.committed();
    if size > size_before {
        notice_step(time_before, state.recorded_at);
    }
    Ok(size - size_before)
}

/// Logs that the clock was set back. Only once, since the newest entry has the new clock's time
/// from then on.
fn notice_step(before: Timestamp, now: Timestamp) {
    let seconds = (before.as_micros() - now.as_micros()) as f64 / 1e6;
    if seconds > 0.0 {
        tracing::warn!(
            %before, %now, seconds,
            "the clock was set back: entries have its time, their order is that of their indexes"
        );
    }
}

/// A draft with what its caller has looked up.
pub(crate) struct Prepared {
    draft: Draft,
    known: Row,
}

impl Prepared {
    /// Looks up the known terms, on the caller's thread.
    pub(crate) fn new(draft: Draft, known: &Known) -> Self {
        let job = match &draft {
            Draft::JobCreated(job) => job,
            Draft::JobImported(import) => import.job(),
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => return draft.into(),
        };
        let JobFacts { user_id, action_name, .. } = job.facts();
        let known = Row {
            user: known.get(TermKind::User, user_id.as_str()),
            action: known.get(TermKind::Action, action_name.as_str()),
            customers: known.customers(job.customers()),
        };
        Self { draft, known }
    }
}

impl From<Draft> for Prepared {
    fn from(draft: Draft) -> Self {
        Self { draft, known: Row::default() }
    }
}

/// An open transaction of the writer.
pub(crate) struct Batch<'t> {
    recorded: RecordedEntries<'t>,
    sequencer: Sequencer,
    spent: Vec<Entry>,
}

impl Batch<'_> {
    /// Records one draft. The inner error is the draft's own; the outer one ends the batch.
    pub(crate) fn append(
        &mut self,
        draft: impl Into<Prepared>,
        now: Timestamp,
    ) -> Result<Result<Appended>> {
        let Prepared { draft, known } = draft.into();
        match self.sequencer.sequence(draft, now, &mut self.recorded)? {
            Sequenced::Refused(error) => Ok(Err(error)),
            Sequenced::Repeated(appended) => Ok(Ok(appended)),
            Sequenced::New(entry, state) => {
                let mut nodes = Nodes::default();
                let appended =
                    self.sequencer.accept(&entry, |node, hash| nodes.keep(node, hash))?;
                self.recorded.write(&entry, state, &nodes.leaf, known)?;
                write_subtrees(self.recorded.sql, &nodes.subtrees)?;
                self.spent.push(entry);
                Ok(Ok(appended))
            }
        }
    }

    /// What was recorded since this was last asked, for another thread to free.
    pub(crate) fn take_spent(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.spent)
    }

    fn finish(mut self) -> Result<(TreeState, Tally)> {
        self.recorded.write_states()?;
        Ok((self.sequencer.finish(), self.recorded.tally))
    }
}

/// The nodes of the tree that an entry completes, as far as they are stored.
#[derive(Default)]
struct Nodes {
    leaf: [u8; 32],
    subtrees: Vec<(Node, Hash)>,
}

impl Nodes {
    fn keep(&mut self, node: Node, hash: Hash) {
        if node.level == 0 {
            self.leaf = *hash.as_bytes();
        } else if node.level.is_multiple_of(8) {
            self.subtrees.push((node, hash));
        }
    }
}
