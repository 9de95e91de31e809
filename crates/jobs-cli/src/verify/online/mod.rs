//! Online: a server of which nothing is believed. Its entries make the leaves anew, the leaves the
//! tree, and the tree must have the root that was signed. What the other routes answer must be what
//! the entries say.
//!
//! ```text
//! GET /v1/entries ─► served: every member, as an entry ─► rules: the job's, the ledger's ─► tree ─► root
//!                                                           │            GET /log/tile ─► compared
//!                                                           ▼
//!           GET /v1/jobs, /v1/customers, /v1/stats, … ─► routes: compared with what the entries say (jobs)
//! ```
//!
//! Memory: what [`jobs`] says; the customers of the newest jobs, at most 200,000; and a page of
//! entries.

mod jobs;
mod routes;
mod rules;
mod served;
mod tree;

use jobs_core::log::Checkpoint;
use jobs_core::merkle::{Hash, leaf_hash};
use jobs_core::{CustomerSet, Entry, Index};
use jobs_sqlite::verify::{Finding, Findings, Past};
use serde_json::Value;

use super::found::{Found, Unverified};
use crate::api::{EntryPage, Remote};
use crate::{CliError, progress};
use jobs::KnownJob;
use rules::Rules;
use tree::Tree;

/// How many entries are asked for at a time, the most that the API gives.
const PAGE: usize = 1000;

/// Verifies the entries that the server serves, up to the size of its checkpoint `head`, and then,
/// unless told otherwise, what its other routes answer.
pub(super) async fn verify(
    remote: &Remote,
    head: &Checkpoint,
    past: &[Past],
    entries_only: bool,
) -> Result<Found, CliError> {
    // At once, since they can only be compared while the ledger has not grown.
    let stats = if entries_only { None } else { Some(routes::stats::ask(remote).await?) };
    let rules = Rules::default();
    let findings = Findings::default();
    let tree = Tree::new(remote, past);
    let mut replay = Replay { remote, size: head.size, rules, tree, findings };
    let mut unverified = Unverified::default();
    let root = match replay.run().await {
        Ok(root) => root,
        Err(error) => {
            unverified.fail(error);
            None
        }
    };
    let size = replay.tree.size();
    let jobs = replay.rules.jobs().len() as u64;
    let Replay { rules, findings, .. } = replay;
    let mut found = Found { size, root, jobs, findings, unverified };
    let unverified = &mut found.unverified;
    match stats {
        None => unverified.remark("only the entries were verified, as --entries-only asks"),
        Some(_) if !found.findings.is_empty() => {
            unverified
                .remark("only the entries were verified, since they are not what was recorded");
        }
        Some(_) if unverified.has_failed() => {}
        Some(stats) => {
            found = routes::compare(remote, head, &rules.into_jobs(), stats, found).await;
        }
    }
    Ok(found)
}

struct Replay<'a> {
    remote: &'a Remote,
    size: Index,
    rules: Rules,
    tree: Tree<'a>,
    findings: Findings,
}

impl Replay<'_> {
    /// Replays all entries; the root is `None` when they are not all there.
    async fn run(&mut self) -> Result<Option<Hash>, CliError> {
        let bar = progress::bar(self.size, "entries");
        while self.tree.size() < self.size {
            let left = self.size - self.tree.size();
            let limit = usize::try_from(left).unwrap_or(PAGE).min(PAGE);
            let page = self.remote.entries(self.tree.size(), limit).await?;
            let page = match page {
                Ok(page) => page,
                Err(reason) => {
                    let what = format!("no page of entries that all read alike: {reason}");
                    self.findings.add(Finding::new(self.tree.size(), what));
                    break;
                }
            };
            if !self.take_page(&page.entries).await? {
                break;
            }
            self.check_next(&page);
            bar.set_position(self.tree.size());
        }
        bar.finish_and_clear();
        if self.tree.size() < self.size {
            return Ok(None);
        }
        self.tree.finish(&mut self.findings).await.map(Some)
    }

    /// Checks that a client which reads page by page is led on: to the entry after the page's last
    /// one, until a page is empty.
    fn check_next(&mut self, page: &EntryPage) {
        let expected =
            page.entries.last().and_then(|entry| entry["index"].as_u64()).map(|last| last + 1);
        if page.next != expected {
            let show =
                |next: Option<Index>| next.map_or_else(|| "null".into(), |next| next.to_string());
            let what = "next: does not lead to the entry after the page";
            let found = Finding::new(self.tree.size() - 1, what);
            self.findings.add(found.stored(show(page.next)).expected(show(expected)));
        }
    }

    /// Takes a page, and says whether the next one may follow.
    async fn take_page(&mut self, page: &[Value]) -> Result<bool, CliError> {
        if page.is_empty() {
            let what = "is missing: the server gives no more entries than this";
            let finding = Finding::new(self.tree.size(), what);
            self.findings.add(finding.stored(self.tree.size()).expected(self.size));
            return Ok(false);
        }
        for value in page {
            // What was asked for is what counts, whatever a page may have beyond it.
            if self.tree.size() == self.size {
                break;
            }
            if !self.take(value).await? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes an entry. After one that cannot be read there can be no tree.
    async fn take(&mut self, value: &Value) -> Result<bool, CliError> {
        let index = self.tree.size();
        let entry = match served::entry(value, index) {
            Ok(entry) => entry,
            Err(found) => {
                self.findings.add(found);
                return Ok(false);
            }
        };
        let shown = serde_json::to_value(&entry).unwrap_or_default();
        if let Some(found) = served::difference(value, &entry, &shown) {
            self.findings.add(found);
        }
        if let Some(job) = self.rules.check(&entry, &shown, &mut self.findings) {
            self.check_outcomes(&entry, &job).await?;
        }
        let leaf = leaf_hash(&entry.leaf());
        self.tree.push(leaf, entry.job_id(), &mut self.findings).await?;
        Ok(true)
    }

    /// Checks outcomes against customers that were served long ago, and so are asked for again.
    async fn check_outcomes(&mut self, entry: &Entry, job: &KnownJob) -> Result<(), CliError> {
        let page = self.remote.entries(job.first, 1).await?;
        let page = page.map(|page| page.entries).unwrap_or_default();
        let again = page.first().and_then(|value| served::entry(value, job.first).ok());
        let customers = again.as_ref().and_then(served::customers);
        let is_same =
            |customers: &&CustomerSet| self.rules.jobs().has_customers(job, customers.root());
        match customers.filter(is_same) {
            Some(customers) => rules::check_outcomes(entry, customers, &mut self.findings),
            None => {
                let what = "the server gave other customers when it was asked again";
                let root = customers.map(CustomerSet::root);
                let stored = root.map_or_else(|| "none".into(), |root| root.to_string());
                let finding = Finding::new(job.first, what).of_job(entry.job_id());
                self.findings.add(finding.stored(stored));
            }
        }
        Ok(())
    }
}
