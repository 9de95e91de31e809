//! The tree over the leaves as they were computed, against the tiles that are served and the roots
//! that were signed.

use std::mem;

use jobs_core::merkle::{Hash, RightEdge, Tile, TileId};
use jobs_core::{Index, JobId, plural};
use jobs_sqlite::verify::{Finding, Findings, Past};

use crate::CliError;
use crate::api::Remote;

/// The highest level of tiles.
const LEVELS: usize = 8;

/// The tree under construction: its right edge, and of each level the tile that is not full yet.
pub(super) struct Tree<'a> {
    remote: &'a Remote,
    past: &'a [Past],
    edge: RightEdge,
    levels: [Vec<Hash>; LEVELS],
    /// The jobs of the tile of level 0.
    jobs: Vec<JobId>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(remote: &'a Remote, past: &'a [Past]) -> Self {
        let (edge, levels, jobs) = Default::default();
        Self { remote, past, edge, levels, jobs }
    }

    pub(super) fn size(&self) -> Index {
        self.edge.size()
    }

    /// Adds the leaf of an entry of `job_id`.
    pub(super) async fn push(
        &mut self,
        leaf: Hash,
        job_id: JobId,
        findings: &mut Findings,
    ) -> Result<(), CliError> {
        self.check_past(findings);
        let levels = &mut self.levels;
        self.edge.push(leaf, |node, hash| {
            if node.level.is_multiple_of(8) {
                levels[usize::from(node.level / 8)].push(hash);
            }
        });
        self.jobs.push(job_id);
        for level in 0..LEVELS {
            if self.levels[level].len() == usize::from(TileId::WIDTH_MAX) {
                self.compare(level, findings).await?;
            }
        }
        Ok(())
    }

    /// Compares the tiles that are not full, and returns the root.
    pub(super) async fn finish(&mut self, findings: &mut Findings) -> Result<Hash, CliError> {
        self.check_past(findings);
        for past in self.past.iter().filter(|past| past.size > self.edge.size()) {
            let what = format!("{}: the ledger once had more entries", past.source);
            let finding = Finding::new(self.edge.size(), what);
            findings.add(finding.stored(self.edge.size()).expected(past.size));
        }
        for level in 0..LEVELS {
            if !self.levels[level].is_empty() {
                self.compare(level, findings).await?;
            }
        }
        Ok(self.edge.root())
    }

    /// Checks the roots that the tree had, or should have had, at its present size.
    fn check_past(&self, findings: &mut Findings) {
        for past in self.past.iter().filter(|past| past.size == self.edge.size()) {
            let root = self.edge.root();
            if root != past.root {
                let source = &past.source;
                let first = plural(past.size, "entry is", "entries are");
                let what = format!("{source}: the first {first} not those that were signed");
                findings.add(Finding::new(None, what).stored(root).expected(past.root));
            }
        }
    }

    /// Compares the newest tile of a level with the one that is served, and begins the next.
    async fn compare(&mut self, level: usize, findings: &mut Findings) -> Result<(), CliError> {
        let computed = mem::take(&mut self.levels[level]);
        let jobs = if level == 0 { mem::take(&mut self.jobs) } else { Vec::new() };
        let id = self.newest_tile(level, computed.len())?;
        let bytes = self.remote.log(&format!("tile/{id}")).await?;
        let Some(served) = bytes.and_then(|bytes| read(id, &bytes)) else {
            let what = format!("tile {id}: is not there, or of a wrong length");
            findings.add(Finding::new(id.first() << (8 * id.level()), what));
            return Ok(());
        };
        for (number, (computed, served)) in (id.first()..).zip(computed.iter().zip(served.hashes()))
        {
            if computed == served {
                continue;
            }
            let job = usize::try_from(number - id.first()).ok().and_then(|at| jobs.get(at));
            let what = if level == 0 {
                "entry: its values are not those that were recorded".into()
            } else {
                format!("tile {id}: is not that of its entries")
            };
            let finding = Finding::new(number << (8 * id.level()), what).of_job(job.copied());
            let leaf = if level == 0 { "a leaf with the hash " } else { "" };
            findings.add(
                finding.stored(format!("{leaf}{computed}")).expected(format!("{leaf}{served}")),
            );
        }
        Ok(())
    }

    /// The ID of the tile of `width` hashes at the end of a level.
    fn newest_tile(&self, level: usize, width: usize) -> Result<TileId, CliError> {
        let nodes = self.edge.size() >> (8 * level);
        let index = nodes.saturating_sub(1) / u64::from(TileId::WIDTH_MAX);
        let level = u8::try_from(level);
        let width = u16::try_from(width);
        TileId::new(level.unwrap_or(u8::MAX), index, width.unwrap_or(u16::MAX))
            .map_err(|error| CliError::Server(error.to_string()))
    }
}

fn read(id: TileId, bytes: &[u8]) -> Option<Tile> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    let tile = Tile::new(id, hashes.iter().copied().map(Hash::from_bytes).collect());
    tile.ok().filter(|_| rest.is_empty())
}
