//! Online: a server of which nothing is believed. Its entries make the leaves anew, the leaves the tree, and the tree
//! must have the root that was signed.
//!
//! ```text
//! GET /v1/entries ─► served: every member, as an entry ─► rules: the job's, the ledger's ─► tree ─► root
//!                                                                        GET /log/tile ─► compared
//! ```
//!
//! Memory: 20 to 40 bytes for each job whose status is final, 85 to 170 for each other one (a table of 17 or 73 bytes a
//! place, of which it fills 7 of 16 to 7 of 8); the customers of the newest jobs, at most 200,000; and a page of entries.

mod rules;
mod served;
mod tree;

use jobs_core::log::Checkpoint;
use jobs_core::merkle::leaf_hash;
use jobs_core::{CustomerSet, Entry, Index};
use jobs_sqlite::verify::Past;
use serde_json::Value;

use super::Found;
use super::findings::{Details, Findings, finding};
use crate::remote::{EntriesPage, Remote};
use crate::{CliError, progress};
use rules::{Rules, Unknown};
use tree::Tree;

/// How many entries are asked for at a time, the most that the API gives.
const PAGE: usize = 1000;

/// Verifies the entries that the server serves, up to the size of its checkpoint `head`.
pub(super) async fn verify(
    remote: &Remote,
    head: &Checkpoint,
    past: &[Past],
) -> Result<Found, CliError> {
    let (rules, findings) = (Rules::default(), Findings::default());
    let replay = Replay { remote, size: head.size, rules, tree: Tree::new(remote, past), findings };
    replay.run().await
}

struct Replay<'a> {
    remote: &'a Remote,
    size: Index,
    rules: Rules,
    tree: Tree<'a>,
    findings: Findings,
}

impl Replay<'_> {
    async fn run(mut self) -> Result<Found, CliError> {
        let bar = progress::bar(self.size, "entries");
        while self.tree.size() < self.size {
            let left = self.size - self.tree.size();
            let limit = usize::try_from(left).unwrap_or(PAGE).min(PAGE);
            let page = self.remote.entries(self.tree.size(), limit).await?;
            let page = match page {
                Ok(page) => page,
                Err(reason) => {
                    let what = format!("no page of entries that all read alike: {reason}");
                    self.findings.add(finding(self.tree.size(), what));
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
        let whole = self.tree.size() == self.size;
        let (size, jobs) = (self.tree.size(), self.rules.jobs());
        let root = if whole { Some(self.tree.finish(&mut self.findings).await?) } else { None };
        Ok(Found { size, root, jobs, findings: self.findings })
    }

    /// Checks that whoever reads page by page is led on: to the entry after the page's last one, until a page is empty.
    fn check_next(&mut self, page: &EntriesPage) {
        let expected =
            page.entries.last().and_then(|entry| entry["index"].as_u64()).map(|last| last + 1);
        if page.next != expected {
            let show =
                |next: Option<Index>| next.map_or_else(|| "null".into(), |next| next.to_string());
            let what = "next: does not lead to the entry after the page";
            let found = finding(self.tree.size() - 1, what);
            self.findings.add(found.stored(show(page.next)).expected(show(expected)));
        }
    }

    /// Takes a page, and says whether the next one may follow.
    async fn take_page(&mut self, page: &[Value]) -> Result<bool, CliError> {
        if page.is_empty() {
            let what = "is missing: the server gives no more entries than this";
            let finding = finding(self.tree.size(), what);
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
        if let Some(found) = served::difference(value, &entry) {
            self.findings.add(found);
        }
        if let Some(unknown) = self.rules.check(&entry, &mut self.findings) {
            self.check_outcomes(&entry, unknown).await?;
        }
        let leaf = leaf_hash(&entry.leaf());
        self.tree.push(leaf, entry.job_id(), &mut self.findings).await?;
        Ok(true)
    }

    /// Checks outcomes against customers that were served long ago, and so are asked for again.
    async fn check_outcomes(&mut self, entry: &Entry, unknown: Unknown) -> Result<(), CliError> {
        let page = self.remote.entries(unknown.first, 1).await?;
        let page = page.map(|page| page.entries).unwrap_or_default();
        let again = page.first().and_then(|value| served::entry(value, unknown.first).ok());
        let customers = again.as_ref().and_then(served::customers);
        match customers.filter(|customers| customers.root() == unknown.customers) {
            Some(customers) => rules::check_outcomes(entry, customers, &mut self.findings),
            None => {
                let what = "the server gave other customers when it was asked again";
                let found = finding(unknown.first, what).of_job(entry.job_id());
                let root = customers.map(CustomerSet::root);
                let stored = root.map_or_else(|| "none".into(), |root| root.to_string());
                self.findings.add(found.stored(stored).expected(unknown.customers));
            }
        }
        Ok(())
    }
}
