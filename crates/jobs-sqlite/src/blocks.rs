//! Blocks of postings: the rows that the reverse index is made of, as bytes.
//!
//! A posting is a term and the jobs that use it. Most terms are used once or twice in a run, so a row each would
//! cost more than what it holds; neighbouring terms share one.
//!
//! ```text
//! block    = posting…, by term
//! posting  = term minus that of the posting before (varint; 0 for the first), number of jobs minus 1 (varint), offset…, ascending
//! offset   = the job's index minus the run's first (uint16, big-endian)
//! ```
//!
//! A varint is an unsigned LEB128 of at most 32 bits, in as few bytes as it takes: most are one byte.

use jobs_core::Result;
use unsigned_varint::{decode, encode};

use crate::error::corrupt;

/// How long a block with more than one posting is at most; part of the format, as a run is spelt in one way only. With
/// its key, such a block fits in a leaf of the table, which is a page of 4 KiB, without a page of its own.
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
    /// Takes postings from the front of `uses`, which are sorted and without repeats, as many as fit and at least
    /// one; says how many uses those are. Of no uses there is no block.
    ///
    /// # Panics
    /// When a term has more uses than there are offsets, some of which then repeat.
    pub(crate) fn take(uses: &[(i64, u16)]) -> Option<(Self, usize)> {
        let (term, _) = *uses.first()?;
        let (mut postings, mut taken, mut before) = (Vec::with_capacity(BLOCK_BYTES_MAX), 0, term);
        let (mut distance_bytes, mut jobs_bytes) = (encode::u32_buffer(), encode::u32_buffer());
        for posting in uses.chunk_by(|a, b| a.0 == b.0) {
            // The first one's is 0, so that it is always taken.
            let Ok(distance) = u32::try_from(posting[0].0 - before) else { break };
            let more_jobs = u16::try_from(posting.len() - 1).expect("offsets do not repeat");
            let distance = encode::u32(distance, &mut distance_bytes);
            let more_jobs = encode::u32(more_jobs.into(), &mut jobs_bytes);
            let bytes = distance.len() + more_jobs.len() + 2 * posting.len();
            if taken > 0 && postings.len() + bytes > BLOCK_BYTES_MAX {
                break;
            }
            postings.extend_from_slice(distance);
            postings.extend_from_slice(more_jobs);
            postings.extend(posting.iter().flat_map(|(_, offset)| offset.to_be_bytes()));
            (taken, before) = (taken + posting.len(), posting[0].0);
        }
        Some((Self { term, postings }, taken))
    }
}

/// A term and the offsets of its jobs, as they stand in a block.
pub(crate) type Posting<'b> = (i64, &'b [[u8; 2]]);

/// The postings of a block that starts at `term`.
pub(crate) fn postings(
    mut term: i64,
    mut block: &[u8],
) -> impl Iterator<Item = Result<Posting<'_>>> {
    std::iter::from_fn(move || {
        if block.is_empty() {
            return None;
        }
        let Some(((distance, offsets), rest)) = split(block) else {
            block = &[];
            return Some(Err(corrupt("a block of postings ends within a posting")));
        };
        (term, block) = (term.saturating_add(distance), rest);
        Some(Ok((term, offsets)))
    })
}

/// The first posting, with the distance of its term, and the bytes after it.
fn split(block: &[u8]) -> Option<(Posting<'_>, &[u8])> {
    let (distance, rest) = decode::u32(block).ok()?;
    let (more_jobs, rest) = decode::u32(rest).ok()?;
    let jobs = usize::try_from(more_jobs).ok()?.checked_add(1)?;
    let (offsets, rest) = rest.split_at_checked(jobs.checked_mul(2)?)?;
    Some(((distance.into(), offsets.as_chunks().0), rest))
}

/// The jobs of `term` in a block that starts at `first_term`, as indexes; none when the block has no such term.
pub(crate) fn jobs(run: i64, first_term: i64, block: &[u8], term: i64) -> Result<Option<Vec<i64>>> {
    for posting in postings(first_term, block) {
        let (found, offsets) = posting?;
        if found >= term {
            let job = |offset: &[u8; 2]| run.saturating_add(i64::from(u16::from_be_bytes(*offset)));
            return Ok((found == term).then(|| offsets.iter().map(job).collect()));
        }
    }
    Ok(None)
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
        let mut uses = Vec::new();
        for block in blocks {
            for posting in postings(block.term, &block.postings) {
                let (term, offsets) = posting.unwrap();
                uses.extend(offsets.iter().map(|offset| (term, u16::from_be_bytes(*offset))));
            }
        }
        uses
    }

    #[test]
    fn a_block_is_what_the_format_says() {
        let (block, taken) = Block::take(&[(7, 1), (7, 258), (9, 0)]).unwrap();
        let expected = [0, 1, 0, 1, 1, 2, 2, 0, 0, 0];
        assert_eq!((block.term, &block.postings[..], taken), (7, &expected[..], 3));
        assert_eq!(Block::take(&[]), None);
    }

    /// Rare terms share blocks that fit in a leaf, a frequent one has its own, and a distant one begins the next.
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
        assert_eq!(blocks.len(), 999_usize.div_ceil(BLOCK_BYTES_MAX / 4) + 4);
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
        let whole = [0, 6, block.postings.len()];
        for end in 0..=block.postings.len() {
            let read = jobs(0, 7, &block.postings[..end], i64::MAX);
            assert_eq!(read.is_ok(), whole.contains(&end), "{end}: {read:?}");
        }
    }
}
