//! The newest segments, shared by all subscribers: bounded in bytes, the oldest are evicted first.

use std::collections::VecDeque;
use std::sync::Arc;

use jobs_core::Index;

use crate::segment::{SEGMENT_BYTES, Segment};

/// What a frame takes beside its bytes, with its share of its job's traits.
const FRAME_OVERHEAD_BYTES: usize = 256;

/// The newest entries without a gap, up to the one before `next`.
#[derive(Debug)]
pub(crate) struct Ring {
    segments: VecDeque<Arc<Segment>>,
    next: Index,
    bytes: usize,
    bytes_max: usize,
}

/// Where a position lies.
#[derive(Debug)]
pub(crate) enum Place {
    /// At the end: there is nothing yet.
    AtTheEnd,
    /// In the first of these segments, which follow each other.
    Within(Vec<Arc<Segment>>),
    /// Before the oldest one.
    Behind,
}

impl Ring {
    /// An empty ring, for entries from `next` on.
    pub(crate) fn new(next: Index, bytes_max: usize) -> Self {
        Self { segments: VecDeque::new(), next, bytes: 0, bytes_max }
    }

    /// Adds the next segment. The newest one is kept however large it is; otherwise every
    /// subscriber would read it anew.
    pub(crate) fn push(&mut self, segment: Segment) {
        debug_assert_eq!(segment.first(), self.next, "a ring has no gap");
        self.next = segment.end();
        self.bytes += cost(&segment);
        self.segments.push_back(Arc::new(segment));
        while self.bytes > self.bytes_max && self.segments.len() > 1 {
            self.bytes -= self.segments.pop_front().map_or(0, |oldest| cost(&oldest));
        }
    }

    /// Where `position` lies: one segment, and more as long as they fit in one write.
    pub(crate) fn find(&self, position: Index) -> Place {
        if position >= self.next {
            return Place::AtTheEnd;
        }
        let first = self.segments.partition_point(|segment| segment.end() <= position);
        if self.segments.get(first).is_none_or(|segment| position < segment.first()) {
            return Place::Behind;
        }
        let mut bytes = 0;
        let segments = self.segments.range(first..).take_while(|segment| {
            let first = bytes == 0;
            bytes += segment.byte_len();
            first || bytes <= SEGMENT_BYTES
        });
        Place::Within(segments.cloned().collect())
    }
}

fn cost(segment: &Segment) -> usize {
    segment.byte_len() + segment.len() * FRAME_OVERHEAD_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment;
    use crate::tests::job;
    use jobs_core::{Timestamp, backend};

    /// A segment of `count` entries from `first` on.
    fn segment(first: Index, count: usize) -> Segment {
        let entries = (first..).take(count).map(|index| {
            backend::restore(index, Timestamp::now(), None, job("vijay", "T-Enable").into())
        });
        let mut segments = segment::encode(&entries.collect::<Vec<_>>(), vec![None; count]);
        assert_eq!(segments.len(), 1);
        segments.remove(0)
    }

    fn found(ring: &Ring, position: Index) -> Option<Vec<Index>> {
        match ring.find(position) {
            Place::Within(segments) => Some(segments.iter().map(|it| it.first()).collect()),
            Place::Behind => Some(Vec::new()),
            Place::AtTheEnd => None,
        }
    }

    #[test]
    fn the_newest_segments_are_kept_and_each_position_is_found_in_its_own() {
        let bytes_max = 10 * cost(&segment(1000, 3));
        let mut ring = Ring::new(1000, bytes_max);
        assert_eq!((found(&ring, 999), found(&ring, 1000)), (Some(vec![]), None));
        for first in (1000..1300).step_by(3) {
            ring.push(segment(first, 3));
            assert!(ring.bytes <= bytes_max && ring.segments.len() <= 10);
        }
        assert_eq!(ring.segments.len(), 10);
        for position in 0..1270 {
            assert_eq!(found(&ring, position), Some(vec![]), "{position}");
        }
        for position in 1270..1300 {
            let first = position - (position - 1000) % 3;
            assert_eq!(found(&ring, position), Some((first..1300).step_by(3).collect()));
        }
        assert_eq!((found(&ring, 1300), found(&ring, 5000)), (None, None));
    }

    #[test]
    fn what_is_found_fits_in_one_write_and_the_newest_segment_stays_however_large_it_is() {
        let mut ring = Ring::new(0, 1 << 20);
        for first in (0..240).step_by(60) {
            ring.push(segment(first, 60));
        }
        let each = ring.segments[0].byte_len();
        assert!(2 * each <= SEGMENT_BYTES && 3 * each > SEGMENT_BYTES, "{each}");
        assert_eq!(found(&ring, 59), Some(vec![0, 60]));
        let mut ring = Ring::new(0, 1);
        ring.push(segment(0, 60));
        ring.push(segment(60, 60));
        assert_eq!((found(&ring, 59), found(&ring, 60)), (Some(vec![]), Some(vec![60])));
    }
}
