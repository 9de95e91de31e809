//! Blocks of postings: the rows that the reverse index is made of, as bytes.
//!
//! A posting is a term and the jobs that use it. Most terms are used once or twice in a run, so a
//! row for each would cost more than its content; neighbouring terms share one.
//!
//! ```text
//! block    = posting…, by term
//! posting  = term minus that of the posting before (0 for the first), number of jobs minus 1,
//!            offset…, ascending
//! offset   = for the first one, the job's index minus the run's first; then the index minus that
//!            before, minus 1
//! ```
//!
//! Each number is an unsigned LEB128 of at most 32 bits, in as few bytes as it takes: most are one
//! byte or two.

use jobs_core::Result;
use unsigned_varint::{decode, encode};

use crate::error::corrupt;

/// The most bytes of a block with more than one posting. It is part of the format: a run is spelt
/// in one way only. With its key, such a block fits in a leaf of the table, a page of 4 KiB, and
/// needs no overflow page.
const BLOCK_BYTES_MAX: usize = 960;

/// Neighbouring terms with their jobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// The first term.
    pub(crate) term: i64,
    /// The postings, at least one.
    pub(crate) postings: Vec<u8>,
}

impl Block {
    /// Takes postings from the front of `uses`, which are sorted and without repeats, as many as
    /// fit and at least one; says how many uses those are. `None` when there are no uses.
    pub(crate) fn take(uses: &[(i64, u16)]) -> Option<(Self, usize)> {
        let (term, _) = *uses.first()?;
        let mut postings = Vec::with_capacity(BLOCK_BYTES_MAX);
        let mut taken = 0;
        let mut before = term;
        for posting in uses.chunk_by(|a, b| a.0 == b.0) {
            // The first distance is 0, so the first posting is always taken.
            let Ok(distance) = u32::try_from(posting[0].0 - before) else { break };
            let end = postings.len();
            push(&mut postings, distance);
            push(&mut postings, u32::try_from(posting.len() - 1).ok()?);
            let mut next = 0;
            for (_, offset) in posting {
                let offset = u32::from(*offset);
                push(&mut postings, offset.saturating_sub(next));
                next = offset + 1;
            }
            if taken > 0 && postings.len() > BLOCK_BYTES_MAX {
                postings.truncate(end);
                break;
            }
            (taken, before) = (taken + posting.len(), posting[0].0);
        }
        Some((Self { term, postings }, taken))
    }

    /// The terms and the offsets of their jobs.
    pub(crate) fn uses(&self) -> Uses<'_> {
        uses(self.term, &self.postings)
    }
}

fn push(postings: &mut Vec<u8>, number: u32) {
    postings.extend_from_slice(encode::u32(number, &mut encode::u32_buffer()));
}

/// What a block's postings say, by term and offset.
pub(crate) struct Uses<'b> {
    rest: &'b [u8],
    term: i64,
    /// How many jobs of the term are still to come.
    jobs: u32,
    /// The least offset that the next job of the term can have.
    next: u32,
}

/// The terms and the offsets of their jobs in a block that starts at `term`.
pub(crate) fn uses(term: i64, block: &[u8]) -> Uses<'_> {
    Uses { rest: block, term, jobs: 0, next: 0 }
}

impl Uses<'_> {
    fn number(&mut self) -> Option<u32> {
        let (number, rest) = decode::u32(self.rest).ok()?;
        self.rest = rest;
        Some(number)
    }

    fn take(&mut self) -> Option<(i64, u16)> {
        if self.jobs == 0 {
            self.term = self.term.saturating_add(self.number()?.into());
            (self.jobs, self.next) = (self.number()?.checked_add(1)?, 0);
        }
        let offset = self.next.checked_add(self.number()?)?;
        (self.jobs, self.next) = (self.jobs - 1, offset.checked_add(1)?);
        Some((self.term, u16::try_from(offset).ok()?))
    }
}

impl Iterator for Uses<'_> {
    type Item = Result<(i64, u16)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() && self.jobs == 0 {
            return None;
        }
        let taken = self.take();
        if taken.is_none() {
            (self.rest, self.jobs) = (&[], 0);
        }
        Some(taken.ok_or_else(|| corrupt("a block of postings is cut off, or none of ours")))
    }
}

/// The jobs of `term` in a block that starts at `first_term`, as indexes; none when the block has
/// no such term.
pub(crate) fn jobs(run: i64, first_term: i64, block: &[u8], term: i64) -> Result<Option<Vec<i64>>> {
    let mut jobs = Vec::new();
    for found in uses(first_term, block) {
        let (found, offset) = found?;
        if found > term {
            break;
        }
        if found == term {
            jobs.push(run.saturating_add(offset.into()));
        }
    }
    Ok(Some(jobs).filter(|jobs| !jobs.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(mut uses: &[(i64, u16)]) -> Vec<Block> {
        std::iter::from_fn(|| {
            let (block, taken) = Block::take(uses)?;
            uses = &uses[taken..];
            Some(block)
        })
        .collect()
    }

    fn uses(blocks: &[Block]) -> Vec<(i64, u16)> {
        blocks.iter().flat_map(Block::uses).map(Result::unwrap).collect()
    }

    #[test]
    fn a_block_is_what_the_format_says() {
        let (block, taken) = Block::take(&[(7, 1), (7, 258), (9, 0)]).unwrap();
        let expected = [0, 1, 1, 0x80, 0x02, 2, 0, 0];
        assert_eq!((block.term, &block.postings[..], taken), (7, &expected[..], 3));
        assert_eq!(Block::take(&[]), None);
    }

    /// Rare terms share blocks that fit in a leaf, a frequent one has its own, and a distant one
    /// begins a new one.
    #[test]
    fn what_is_put_into_blocks_comes_out_of_them() {
        let rare = (1..1000).map(|term| (term, 5));
        let frequent = (0..=u16::MAX).map(|offset| (1000, offset));
        let distant = [(1001, 0), (1001 + (1 << 32), 0), (i64::MAX, 9)];
        let all: Vec<_> = rare.chain(frequent).chain(distant).collect();
        let blocks = blocks(&all);
        assert_eq!(uses(&blocks), all);
        let long = blocks.iter().filter(|block| block.postings.len() > BLOCK_BYTES_MAX);
        assert_eq!(long.map(|block| block.term).collect::<Vec<_>>(), [1000]);
        assert_eq!(blocks.len(), 999_usize.div_ceil(BLOCK_BYTES_MAX / 3) + 4);
    }

    #[test]
    fn a_term_is_found_and_no_other_is_taken_for_it() {
        let (block, _) = Block::take(&[(7, 1), (7, 2), (9, 0), (12, 65535)]).unwrap();
        let find = |term| jobs(100, block.term, &block.postings, term).unwrap();
        assert_eq!(find(7), Some(vec![101, 102]));
        assert_eq!(find(9), Some(vec![100]));
        assert_eq!(find(12), Some(vec![65635]));
        for other in [0, 8, 10, 13, i64::MAX] {
            assert_eq!(find(other), None, "{other}");
        }
    }

    #[test]
    fn a_block_that_is_cut_off_is_damage() {
        let (block, _) = Block::take(&[(7, 1), (7, 2), (9, 0)]).unwrap();
        let whole = [0, 4, block.postings.len()];
        for end in 0..=block.postings.len() {
            let read = jobs(0, 7, &block.postings[..end], i64::MAX);
            assert_eq!(read.is_ok(), whole.contains(&end), "{end}: {read:?}");
        }
    }
}
