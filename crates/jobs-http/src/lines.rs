//! Bodies of many lines: read within bounds, and handed out in batches.
//!
//! A body may be endless; what is held of it is not: a batch, and the beginning of a line. Both claim room as their bytes
//! arrive, as every body does, and by one claim, or they could wait for each other. While there is none, or nobody takes
//! the batch, the body is not read, and whoever sends it has to wait.

use std::ops::Range;
use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body_util::BodyExt as _;
use jobs_core::UserId;
use tokio::time::Instant;

use crate::App;
use crate::extract::{BODY_BYTES_MAX, BODY_SECONDS_MAX};
use crate::problem::Problem;
use crate::room::Claim;

/// How many lines a batch has at most: about 20 ms of a writer's work, many times what the fsync that they share takes.
const BATCH_LINES_MAX: usize = 1000;

/// A batch with this many bytes takes no more lines: 1,000 lines of a job of 10 customers.
const BATCH_BYTES_MAX: usize = 256 << 10;

/// Complete lines that follow each other.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    text: Vec<u8>,
    lines: Vec<(u64, Result<Range<usize>, Problem>)>,
    /// The room of the text, once the batch was taken.
    claim: Claim,
}

impl Batch {
    fn is_full(&self) -> bool {
        self.lines.len() >= BATCH_LINES_MAX || self.text.len() >= BATCH_BYTES_MAX
    }

    /// The lines with their numbers, from 1, in order; or why a line cannot be read.
    pub(crate) fn lines(&mut self) -> impl Iterator<Item = (u64, Result<&[u8], Problem>)> {
        let (text, lines) = (&self.text, std::mem::take(&mut self.lines));
        lines.into_iter().map(|(number, line)| (number, line.map(|range| &text[range])))
    }

    /// Forgets the lines. The room is held until what this returns is dropped: what was made of them takes memory too.
    pub(crate) fn into_claims(self) -> impl Send + use<> {
        self.claim
    }
}

/// The lines of a body.
#[derive(Debug)]
pub(crate) struct Lines {
    app: App,
    user: UserId,
    body: Body,
    /// What has come and is in no line yet.
    unread: Bytes,
    /// What has come of the line `number`.
    beginning: Vec<u8>,
    /// The room of the beginning, and of the batch.
    claim: Claim,
    /// When there must be room, while it is waited for.
    room_by: Option<Instant>,
    number: u64,
    /// Whether the line `number` is too long, so that its rest is passed over.
    is_too_long: bool,
    /// When the line `number` must be there.
    deadline: Instant,
    batch: Batch,
    has_ended: bool,
}

impl Lines {
    /// Those of a body of `user`.
    pub(crate) fn new(app: App, user: UserId, body: Body) -> Self {
        Self {
            app,
            user,
            body,
            unread: Bytes::new(),
            beginning: Vec::new(),
            claim: Claim::default(),
            room_by: None,
            number: 1,
            is_too_long: false,
            deadline: in_time(),
            batch: Batch::default(),
            has_ended: false,
        }
    }

    /// The time that a line may take begins now: it was not the sender's fault that nothing was read.
    pub(crate) fn resume(&mut self) {
        self.deadline = in_time();
        self.room_by = None;
    }

    /// Whether [`read`](Self::read) has something to do.
    pub(crate) fn wants_more(&self) -> bool {
        !self.has_ended && !self.batch.is_full()
    }

    /// The lines that were gathered, if there are any.
    pub(crate) fn take(&mut self) -> Option<Batch> {
        // The place beside cannot be left and taken along: there, the line that has begun comes first.
        let is_bound = self.claim.is_beside() && !self.beginning.is_empty();
        if self.batch.lines.is_empty() || is_bound {
            return None;
        }
        let claim = self.claim.split_off(self.beginning.len());
        Some(Batch { claim, ..std::mem::take(&mut self.batch) })
    }

    /// Takes no more, and forgets what was gathered.
    pub(crate) fn stop(&mut self) {
        self.has_ended = true;
        (self.unread, self.beginning) = (Bytes::new(), Vec::new());
        (self.batch, self.claim) = (Batch::default(), Claim::default());
    }

    /// Takes no more, and leaves one line in place of those that were gathered or begun, for its number, unless there is no
    /// more anyway.
    pub(crate) fn interrupt(&mut self) {
        let number = self.batch.lines.first().map_or(self.number, |(number, _)| *number);
        let is_through = self.has_ended && self.batch.lines.is_empty();
        self.stop();
        if !is_through {
            let problem = Problem::invalid("body", "is not read to its end");
            self.batch.lines.push((number, Err(problem)));
        }
    }

    /// Gets ahead by one step. Nothing is lost when this is dropped before it resolves.
    pub(crate) async fn read(&mut self) {
        if self.unread.is_empty() {
            let frame = tokio::time::timeout_at(self.deadline, self.body.frame()).await;
            match frame {
                Ok(Some(Ok(frame))) => self.unread = frame.into_data().unwrap_or_default(),
                Ok(None) => self.end(None),
                Ok(Some(Err(_))) => {
                    self.end(Some(Problem::invalid("body", "broke off before its end")));
                }
                Err(_) => self.end(Some(Problem::body_timeout(BODY_SECONDS_MAX))),
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
        if !self.find_room(bytes).await {
            return;
        }
        let lines = self.unread.split_to(bytes);
        for line in lines.split_inclusive(|byte| *byte == b'\n') {
            self.end_line(line);
        }
        self.leave_room();
        self.deadline = in_time();
    }

    async fn take_beginning(&mut self) {
        let bytes = self.unread.len();
        if self.beginning.len() + bytes > BODY_BYTES_MAX {
            self.is_too_long = true;
            self.beginning = Vec::new();
            self.leave_room();
        } else {
            if !self.find_room(bytes).await {
                return;
            }
            // Copied: a chunk keeps the whole buffer that the connection read it into, however small it is.
            self.beginning.extend_from_slice(&self.unread);
        }
        self.unread.clear();
    }

    /// Claims room for `bytes` more. Where there is none in the time that a line may take, the body ends, and this is false:
    /// whoever waits may hold what others wait for.
    async fn find_room(&mut self, bytes: usize) -> bool {
        let room_by = *self.room_by.get_or_insert_with(in_time);
        let (bodies, claim) = (self.app.bodies(), &mut self.claim);
        let grown = async { while bodies.grow(claim, &self.user, bytes).await.is_err() {} };
        let has_room = tokio::time::timeout_at(room_by, grown).await.is_ok();
        self.room_by = None;
        if has_room {
            // The wait was not the sender's fault.
            self.deadline += in_time() - room_by;
        } else {
            self.end(Some(Problem::no_room()));
        }
        has_room
    }

    /// Gives back the room of what is not held any more.
    fn leave_room(&mut self) {
        drop(self.claim.split_off(self.batch.text.len() + self.beginning.len()));
    }

    /// Adds the line that ends with `rest` to the batch; a line of nothing but white space is passed over.
    fn end_line(&mut self, rest: &[u8]) {
        let beginning = std::mem::take(&mut self.beginning);
        let is_too_long = std::mem::take(&mut self.is_too_long);
        let number = self.number;
        self.number += 1;
        if is_too_long || beginning.len() + rest.len() > BODY_BYTES_MAX + 1 {
            self.batch.lines.push((number, Err(Problem::body_too_large(BODY_BYTES_MAX))));
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

    /// Takes no more: because there is no more, and then what came last is a line too, or because of a problem.
    fn end(&mut self, problem: Option<Problem>) {
        self.has_ended = true;
        match problem {
            Some(problem) => {
                (self.unread, self.beginning) = (Bytes::new(), Vec::new());
                self.batch.lines.push((self.number, Err(problem)));
            }
            None => self.end_line(b""),
        }
        self.leave_room();
    }
}

fn in_time() -> Instant {
    Instant::now() + Duration::from_secs(BODY_SECONDS_MAX)
}
