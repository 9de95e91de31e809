//! A subscriber: a position in the ledger that moves on as fast as its reader reads.

use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use jobs_core::{Index, Result, UserId};
use tokio::sync::watch;
use tokio::time::Instant;

use crate::feed::{Feed, LOOK_INTERVAL, PAGE_ENTRIES_MAX};
use crate::filter::EntryFilter;
use crate::ring::Place;
use crate::segment::{SEGMENT_BYTES, Segment};

/// The longest that a stream is silent. Proxies close connections that are silent for longer,
/// commonly from 30 s on.
pub(crate) const HEARTBEAT: Duration = Duration::from_secs(15);

/// How long a stream lives; its reader resumes where it ended. So a stream ends even if a proxy
/// goes on reading for a reader that has gone.
pub(crate) const LIFE: Duration = Duration::from_secs(600);

/// How many entries are read from the store at first; later reads take as many as fill a segment.
const PAGE_ENTRIES_FIRST: usize = 16;

/// One stream. It is unsubscribed when it is dropped.
#[derive(Debug)]
pub struct Subscriber {
    feed: Arc<Feed>,
    user: UserId,
    filter: EntryFilter,
    /// The next entry to look at.
    position: Index,
    /// How much of that entry was sent, if it is a long one that is sent in pieces.
    sent: usize,
    /// Where the reader would resume with the last `id` that it was sent.
    resumes_at: Index,
    /// What to send before anything else.
    pending: Bytes,
    page_entries: usize,
    changed: watch::Receiver<()>,
    silent_until: Instant,
    ends_at: Instant,
}

impl Subscriber {
    pub(crate) fn new(feed: Arc<Feed>, user: UserId, filter: EntryFilter, position: Index) -> Self {
        let changed = feed.changed.subscribe();
        let now = Instant::now();
        Self {
            feed,
            user,
            filter,
            position,
            sent: 0,
            resumes_at: position,
            pending: greeting(position),
            page_entries: PAGE_ENTRIES_FIRST,
            changed,
            silent_until: now + HEARTBEAT,
            ends_at: now + LIFE,
        }
    }

    /// What to send next, at most 64 KiB: whole events, except for one that is longer. `None` at
    /// the end of the stream.
    pub async fn next(&mut self) -> Option<Bytes> {
        loop {
            let now = Instant::now();
            // The stream does not end within an entry: a slow reader would otherwise begin with it
            // again for ever.
            let is_between = self.sent == 0 && self.pending.is_empty();
            let is_over = now >= self.ends_at && is_between;
            if self.feed.has_ended() || is_over {
                return None;
            }
            if !self.pending.is_empty() {
                self.silent_until = now + HEARTBEAT;
                return Some(std::mem::take(&mut self.pending));
            }
            // In the middle of an entry, a heartbeat would become part of it.
            if now >= self.silent_until && self.sent == 0 {
                self.pending = self.heartbeat();
                continue;
            }
            self.changed.borrow_and_update();
            match self.advance().await {
                Ok(true) => {}
                Ok(false) => self.wait_until(self.silent_until).await,
                Err(error) => {
                    tracing::debug!(%error, "a stream cannot catch up");
                    self.wait_until(now + LOOK_INTERVAL).await;
                }
            }
        }
    }

    /// Whether what was sent so far is whole entries.
    #[must_use]
    pub fn is_between_entries(&self) -> bool {
        self.sent == 0
    }

    /// Moves on by some entries, or by none at the end.
    async fn advance(&mut self) -> Result<bool> {
        let place = self.feed.state().ring.find(self.position);
        match place {
            Place::AtTheEnd => return Ok(false),
            Place::Within(segments) => self.take(&segments),
            Place::Behind => {
                let of_whom = self.filter.is_about_jobs();
                let user = &self.user;
                let position = self.position;
                let segment =
                    self.feed.catch_up(user, position, self.page_entries, of_whom).await?;
                let fitting = segment.len() * SEGMENT_BYTES / segment.byte_len();
                self.page_entries = fitting.clamp(1, PAGE_ENTRIES_MAX);
                self.take(&[segment]);
            }
        }
        Ok(true)
    }

    /// Takes what the filter accepts of the segments; of a long entry, which is a segment by
    /// itself, the next piece.
    fn take(&mut self, segments: &[Arc<Segment>]) {
        let mut pieces = Vec::new();
        if let [segment] = segments
            && segment.is_long()
        {
            segment.select(self.position, &self.filter, |entry| pieces.push(entry));
            return self.take_piece(&pieces.pop().unwrap_or_default());
        }
        for segment in segments {
            let last = segment.select(self.position, &self.filter, |piece| pieces.push(piece));
            self.resumes_at = last.map_or(self.resumes_at, |last| last + 1);
            self.position = segment.end();
        }
        self.pending = joined(pieces);
    }

    /// Takes a copy of the next piece of a long entry, so that a slow reader does not hold the
    /// rest. An entry that the filter leaves out has none.
    fn take_piece(&mut self, entry: &[u8]) {
        let is_sent = !entry.is_empty();
        let end = entry.len().min(self.sent + SEGMENT_BYTES);
        self.pending = Bytes::copy_from_slice(&entry[self.sent..end]);
        self.sent = end;
        if end == entry.len() {
            (self.sent, self.position) = (0, self.position + 1);
            self.resumes_at = if is_sent { self.position } else { self.resumes_at };
        }
    }

    /// A comment; or, when the filter left out the last entries, the `id` of the last one: an event
    /// without data, which readers do not see but resume from.
    fn heartbeat(&mut self) -> Bytes {
        if self.resumes_at == self.position {
            return Bytes::from_static(b":\n\n");
        }
        self.resumes_at = self.position;
        format!("{}\n", resume_point(self.position)).into()
    }

    /// Waits for a change, until `deadline` at most.
    async fn wait_until(&mut self, deadline: Instant) {
        tokio::select! {
            // The sender cannot be gone: it is in `feed`.
            _changed = self.changed.changed() => {}
            () = tokio::time::sleep_until(deadline.min(self.ends_at)) => {}
        }
    }
}

impl Drop for Subscriber {
    fn drop(&mut self) {
        self.feed.state().subscribers -= 1;
    }
}

/// What a stream begins with. The `id` is for a reader that loses the stream before the first
/// entry.
fn greeting(position: Index) -> Bytes {
    format!(": entries as they are recorded\nretry: 1000\n{}\n", resume_point(position)).into()
}

/// The line that makes a reader resume at `position`; none for the ledger's beginning.
fn resume_point(position: Index) -> String {
    position.checked_sub(1).map_or_else(String::new, |last| format!("id: {last}\n"))
}

fn joined(mut pieces: Vec<Bytes>) -> Bytes {
    match pieces.len() {
        0 | 1 => pieces.pop().unwrap_or_default(),
        _ => {
            let mut joined = BytesMut::with_capacity(pieces.iter().map(Bytes::len).sum());
            pieces.iter().for_each(|piece| joined.extend_from_slice(piece));
            joined.freeze()
        }
    }
}
