//! Neighbouring entries as server-sent events, encoded once for all readers.
//!
//! ```text
//! id: 7
//! event: status_changed
//! data: {"index":7,"kind":"status_changed","recorded_at":"2026-01-28T15:04:53.003687Z",…}
//!
//! ```

use std::io::Write as _;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use jobs_core::{Cause, Entry, Index, JobId, Status};

use crate::filter::EntryFilter;
use crate::jobs::JobTraits;

/// The most bytes of a segment, 64 KiB, unless it is one entry that is longer. One write gives this
/// much to a socket, and a subscriber may hold this much.
pub(crate) const SEGMENT_BYTES: usize = 64 << 10;

/// One entry in a segment, and what filters know of it.
#[derive(Debug)]
pub(crate) struct Frame {
    index: Index,
    place: Range<usize>,
    pub(crate) kind: &'static str,
    pub(crate) job_id: JobId,
    /// None for a note.
    pub(crate) status: Option<Status>,
    pub(crate) cause: Option<Cause>,
    /// `None` when it was not asked for.
    pub(crate) job: Option<Arc<JobTraits>>,
}

/// Frames without a gap; at least one.
#[derive(Debug)]
pub(crate) struct Segment {
    first: Index,
    bytes: Bytes,
    frames: Vec<Frame>,
}

/// Encodes `entries`, which follow each other, each about the job beside it.
///
/// # Panics
/// When an entry is not JSON, which cannot happen.
pub(crate) fn encode(entries: &[Entry], jobs: Vec<Option<Arc<JobTraits>>>) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut bytes = Vec::new();
    let mut frames = Vec::new();
    for (entry, job) in entries.iter().zip(jobs) {
        let mut begin = bytes.len();
        write(&mut bytes, entry);
        if begin > 0 && bytes.len() > SEGMENT_BYTES {
            let next = bytes.split_off(begin);
            segments.extend(Segment::new(&bytes, std::mem::take(&mut frames)));
            (bytes, begin) = (next, 0);
        }
        frames.push(Frame {
            index: entry.index(),
            place: begin..bytes.len(),
            kind: entry.draft().kind(),
            job_id: entry.job_id(),
            status: entry.status(),
            cause: entry.cause(),
            job,
        });
    }
    segments.extend(Segment::new(&bytes, frames));
    segments
}

fn write(bytes: &mut Vec<u8>, entry: &Entry) {
    let index = entry.index();
    let kind = entry.draft().kind();
    write!(bytes, "id: {index}\nevent: {kind}\ndata: ").expect("memory takes what is written");
    // JSON has its line ends escaped.
    serde_json::to_writer(&mut *bytes, entry).expect("an entry is JSON");
    bytes.extend_from_slice(b"\n\n");
}

impl Frame {
    /// Whether its entry meets the conditions of `filter`.
    fn passes(&self, filter: &EntryFilter) -> bool {
        let ids = &filter.job_id;
        filter.kind.accepts(&self.kind)
            && (ids.is_empty() || ids.iter().any(|beginning| beginning.matches(self.job_id)))
            && filter.status.accepts(self.status.as_ref())
            && filter.cause.accepts(self.cause.as_ref())
            // A frame without its job's traits matches no such condition.
            && (!filter.is_about_jobs()
                || self.job.as_ref().is_some_and(|job| filter.accepts_job(job)))
    }
}

impl Segment {
    fn new(bytes: &[u8], frames: Vec<Frame>) -> Option<Self> {
        let first = frames.first()?.index;
        Some(Self { first, bytes: Bytes::copy_from_slice(bytes), frames })
    }

    /// The index of its first entry.
    pub(crate) fn first(&self) -> Index {
        self.first
    }

    /// The index after its last entry.
    pub(crate) fn end(&self) -> Index {
        self.first + self.frames.len() as Index
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.frames.len()
    }

    /// How long it is.
    pub(crate) fn byte_len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it is one entry that is longer than a segment should be, so that subscribers must
    /// not hold it.
    pub(crate) fn is_long(&self) -> bool {
        self.bytes.len() > SEGMENT_BYTES
    }

    /// Gives `take` the frames from `position` on that `filter` accepts, in as few pieces as
    /// possible; returns the index of the last one.
    pub(crate) fn select(
        &self,
        position: Index,
        filter: &EntryFilter,
        mut take: impl FnMut(Bytes),
    ) -> Option<Index> {
        let skipped = usize::try_from(position.saturating_sub(self.first)).unwrap_or(usize::MAX);
        let frames = self.frames.get(skipped..).unwrap_or_default();
        let mut last = None;
        for run in frames.chunk_by(|one, next| one.passes(filter) == next.passes(filter)) {
            if let [first, ..] = run
                && first.passes(filter)
            {
                let end = &run[run.len() - 1];
                take(self.bytes.slice(first.place.start..end.place.end));
                last = Some(end.index);
            }
        }
        last
    }
}
