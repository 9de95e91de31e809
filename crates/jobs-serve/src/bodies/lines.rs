//! Bodies of many lines (NDJSON): read within the memory budget, and handed out in batches.
//!
//! A body may be endless, but only a batch and the beginning of a line are held. Both reserve
//! memory as their bytes arrive, as every body does, and in one reservation; with two they could
//! wait for each other. While there is no memory, or nobody takes the batch, the body is not read:
//! backpressure for the sender.

use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use http_body::Body;
use http_body_util::BodyExt as _;
use tokio::time::Instant;

use super::budget::Reservation;
use super::{Bodies, BodyError};

/// The most lines of a batch: so many that a shared cost, such as a transaction, is small for each.
const BATCH_LINES_MAX: usize = 1000;

/// A batch with this many bytes takes no more lines: 1,000 lines of 250 bytes.
const BATCH_BYTES_MAX: usize = 256 << 10;

/// Complete lines that follow each other.
#[derive(Debug, Default)]
pub struct Batch {
    text: Vec<u8>,
    lines: Vec<(u64, Result<Range<usize>, BodyError>)>,
    /// The memory of the text, once the batch was taken.
    reservation: Reservation,
}

impl Batch {
    fn is_full(&self) -> bool {
        self.lines.len() >= BATCH_LINES_MAX || self.text.len() >= BATCH_BYTES_MAX
    }

    /// The lines in order with their numbers, from 1, or why a line cannot be read.
    pub fn lines(&mut self) -> impl Iterator<Item = (u64, Result<&[u8], BodyError>)> {
        let text = &self.text;
        let lines = std::mem::take(&mut self.lines);
        lines.into_iter().map(|(number, line)| (number, line.map(|range| &text[range])))
    }

    /// Drops the lines and returns their reservation. Hold it until they are answered: what was
    /// made of them takes memory too.
    #[must_use]
    pub fn into_reservation(self) -> Reservation {
        self.reservation
    }
}

/// The lines of the body `B` of a caller, `K`.
#[derive(Debug)]
pub struct Lines<K, B> {
    bodies: Arc<Bodies<K>>,
    caller: K,
    body: B,
    /// What has arrived and is not in a line yet.
    unread: Bytes,
    /// What has arrived of the line `number`.
    beginning: Vec<u8>,
    /// The memory of the beginning, and of the batch.
    reservation: Reservation,
    /// The deadline for memory, while waiting for it.
    memory_by: Option<Instant>,
    number: u64,
    /// Whether the line `number` is too long, so that its rest is skipped.
    is_too_long: bool,
    /// The deadline for the line `number`.
    deadline: Instant,
    batch: Batch,
    has_ended: bool,
}

impl<K: Eq + Hash + Clone, B: Body<Data = Bytes> + Unpin> Lines<K, B> {
    /// The lines of a body of `caller`, each within the limits of `bodies`, and all in the memory
    /// for large bodies. Needs a tokio runtime with time enabled, as do the other methods.
    #[must_use]
    pub fn new(bodies: Arc<Bodies<K>>, caller: K, body: B) -> Self {
        let deadline = Instant::now() + bodies.limits().timeout;
        Self {
            bodies,
            caller,
            body,
            unread: Bytes::new(),
            beginning: Vec::new(),
            reservation: Reservation::default(),
            memory_by: None,
            number: 1,
            is_too_long: false,
            deadline,
            batch: Batch::default(),
            has_ended: false,
        }
    }

    /// Restarts the time that a line may take: it was not the sender's fault that nothing was read.
    pub fn resume(&mut self) {
        self.deadline = self.in_time();
        self.memory_by = None;
    }

    /// Whether [`read`](Self::read) has something to do.
    #[must_use]
    pub fn wants_more(&self) -> bool {
        !self.has_ended && !self.batch.is_full()
    }

    /// The lines that were gathered, if there are any.
    pub fn take(&mut self) -> Option<Batch> {
        // The overflow slot cannot be divided: the line that has begun must end first.
        let is_bound = self.reservation.is_overflow() && !self.beginning.is_empty();
        if self.batch.lines.is_empty() || is_bound {
            return None;
        }
        let reservation = self.reservation.split_off(self.beginning.len());
        Some(Batch { reservation, ..std::mem::take(&mut self.batch) })
    }

    /// Reads no more, and drops what was gathered.
    pub fn stop(&mut self) {
        self.has_ended = true;
        (self.unread, self.beginning) = (Bytes::new(), Vec::new());
        (self.batch, self.reservation) = (Batch::default(), Reservation::default());
    }

    /// Reads no more, and leaves one line in place of those that were gathered or begun,
    /// [`BodyError::Interrupted`] with its number, unless the body has ended anyway.
    pub fn interrupt(&mut self) {
        let number = self.batch.lines.first().map_or(self.number, |(number, _)| *number);
        let is_through = self.has_ended && self.batch.lines.is_empty();
        self.stop();
        if !is_through {
            self.batch.lines.push((number, Err(BodyError::Interrupted)));
        }
    }

    /// Advances by one step. Nothing is lost when this is dropped before it resolves.
    pub async fn read(&mut self) {
        if self.unread.is_empty() {
            let frame = tokio::time::timeout_at(self.deadline, self.body.frame()).await;
            match frame {
                Ok(Some(Ok(frame))) => self.unread = frame.into_data().unwrap_or_default(),
                Ok(None) => self.end(None),
                Ok(Some(Err(_))) => self.end(Some(BodyError::BrokeOff)),
                Err(_) => self.end(Some(BodyError::TimedOut)),
            }
        }
        if self.unread.is_empty() {
            return;
        }
        match self.complete() {
            0 if self.is_too_long => self.unread.clear(),
            0 => self.take_beginning().await,
            complete => self.take_lines(complete).await,
        }
    }

    /// How many of the unread bytes are the complete lines that still fit into the batch.
    fn complete(&self) -> usize {
        let more = BATCH_LINES_MAX.saturating_sub(self.batch.lines.len());
        let ends = self.unread.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let mut complete = 0;
        for (at, _) in ends.take(more) {
            complete = at + 1;
            if self.batch.text.len() + complete >= BATCH_BYTES_MAX {
                break;
            }
        }
        complete
    }

    async fn take_lines(&mut self, bytes: usize) {
        if !self.reserve(bytes).await {
            return;
        }
        let lines = self.unread.split_to(bytes);
        for line in lines.split_inclusive(|byte| *byte == b'\n') {
            self.end_line(line);
        }
        self.give_back();
        self.deadline = self.in_time();
    }

    async fn take_beginning(&mut self) {
        let bytes = self.unread.len();
        if self.beginning.len() + bytes > self.bytes_max() {
            self.is_too_long = true;
            self.beginning = Vec::new();
            self.give_back();
        } else {
            if !self.reserve(bytes).await {
                return;
            }
            // Copied: even a small chunk keeps alive the whole buffer that the connection read it
            // into.
            self.beginning.extend_from_slice(&self.unread);
        }
        self.unread.clear();
    }

    /// Reserves memory for `bytes` more. If there is none within the time that a line may take,
    /// this ends the body and returns false: a body that waits may hold what others wait for.
    async fn reserve(&mut self, bytes: usize) -> bool {
        let in_time = self.in_time();
        let memory_by = *self.memory_by.get_or_insert(in_time);
        let budget = self.bodies.large();
        let reservation = &mut self.reservation;
        let grown =
            async { while budget.grow(reservation, self.caller.clone(), bytes).await.is_err() {} };
        let is_reserved = tokio::time::timeout_at(memory_by, grown).await.is_ok();
        self.memory_by = None;
        if is_reserved {
            // The wait was not the sender's fault.
            self.deadline += self.in_time() - memory_by;
        } else {
            self.end(Some(BodyError::NoMemory));
        }
        is_reserved
    }

    /// Gives back memory that is no longer used.
    fn give_back(&mut self) {
        drop(self.reservation.split_off(self.batch.text.len() + self.beginning.len()));
    }

    /// Adds the line that ends with `rest` to the batch; a line of nothing but white space is
    /// skipped.
    fn end_line(&mut self, rest: &[u8]) {
        let beginning = std::mem::take(&mut self.beginning);
        let is_too_long = std::mem::take(&mut self.is_too_long);
        let number = self.number;
        self.number += 1;
        if is_too_long || beginning.len() + rest.len() > self.bytes_max() + 1 {
            self.batch.lines.push((number, Err(BodyError::TooLarge)));
            return;
        }
        if beginning.trim_ascii().is_empty() && rest.trim_ascii().is_empty() {
            return;
        }
        let first = self.batch.text.len();
        self.batch.text.extend_from_slice(&beginning);
        self.batch.text.extend_from_slice(rest);
        self.batch.lines.push((number, Ok(first..self.batch.text.len())));
    }

    /// Ends the body: because of an error, or because there is no more; then what came last is a
    /// line too.
    fn end(&mut self, error: Option<BodyError>) {
        self.has_ended = true;
        match error {
            Some(error) => {
                (self.unread, self.beginning) = (Bytes::new(), Vec::new());
                self.batch.lines.push((self.number, Err(error)));
            }
            None => self.end_line(b""),
        }
        self.give_back();
    }

    fn bytes_max(&self) -> usize {
        self.bodies.limits().bytes_max
    }

    /// The deadline for anything that is waited for from now on.
    fn in_time(&self) -> Instant {
        Instant::now() + self.bodies.limits().timeout
    }
}
