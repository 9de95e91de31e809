//! Bodies of requests, read into memory within a budget: whole ones here, bodies of many lines in
//! `lines`.

mod budget;
mod lines;

use std::hash::Hash;
use std::time::Duration;

use bytes::Bytes;
use http_body::Body;
use http_body_util::BodyExt as _;

pub use self::budget::{BodyBudget, Reservation};
pub use self::lines::{Batch, Lines};

/// Why a body, or a line of one, could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    /// It has more bytes than it may have.
    #[error("the body is too large")]
    TooLarge,
    /// The peer ended it before its end.
    #[error("the body broke off before its end")]
    BrokeOff,
    /// It took longer than it may.
    #[error("the body did not arrive in time")]
    TimedOut,
    /// The memory budget was exhausted for too long.
    #[error("there is no memory for the body now")]
    NoMemory,
    /// Its reader has stopped; see [`Lines::interrupt`](crate::Lines::interrupt).
    #[error("the body is not read to its end")]
    Interrupted,
}

/// Memory for the bodies of a server's callers, `K`. Bodies that are declared small have a separate
/// budget, and do not wait for large ones.
#[derive(Debug)]
pub struct Bodies<K> {
    limits: BodyLimits,
    small: BodyBudget<K>,
    large: BodyBudget<K>,
}

/// What bodies may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyLimits {
    /// The most bytes of a body, or of a line of a body of [lines](crate::Lines).
    pub bytes_max: usize,
    /// How long a body, or such a line, may take to arrive.
    pub timeout: Duration,
    /// A body is small if it declares at most this many bytes.
    pub small_bytes_max: u64,
    /// The memory for all small bodies together; one caller has at most half of it.
    pub small_memory_bytes: usize,
    /// The memory for all other bodies together; one caller has at most half of it. One more body
    /// is read beside it.
    pub large_memory_bytes: usize,
}

impl<K: Eq + Hash + Clone> Bodies<K> {
    /// Budgets within `limits`.
    #[must_use]
    pub fn new(limits: BodyLimits) -> Self {
        let small = BodyBudget::new(limits.small_memory_bytes);
        Self { limits, small, large: BodyBudget::new(limits.large_memory_bytes) }
    }

    /// The limits.
    #[must_use]
    pub fn limits(&self) -> &BodyLimits {
        &self.limits
    }

    /// The budget of bodies that may become large.
    pub(crate) fn large(&self) -> &BodyBudget<K> {
        &self.large
    }

    /// The whole `body` of `caller`, and its reservation. Hold that until the request is answered,
    /// as what is made of a body takes memory too. Needs a tokio runtime with time enabled.
    ///
    /// # Errors
    /// [`BodyError`]; all that was read is dropped, and its memory given back.
    pub async fn read<B>(&self, caller: &K, body: B) -> Result<(Vec<u8>, Reservation), BodyError>
    where
        B: Body<Data = Bytes> + Unpin,
    {
        let whole = tokio::time::timeout(self.limits.timeout, self.collect(caller, body)).await;
        whole.unwrap_or(Err(BodyError::TimedOut))
    }

    async fn collect<B>(&self, caller: &K, mut body: B) -> Result<(Vec<u8>, Reservation), BodyError>
    where
        B: Body<Data = Bytes> + Unpin,
    {
        let BodyLimits { bytes_max, small_bytes_max, .. } = self.limits;
        let size = body.size_hint();
        if size.lower() > bytes_max as u64 {
            return Err(BodyError::TooLarge);
        }
        // A chunked body does not declare its size.
        let is_small = size.upper().is_some_and(|bytes| bytes <= small_bytes_max);
        let budget = if is_small { &self.small } else { &self.large };
        let mut bytes = Vec::new();
        let mut reservation = Reservation::default();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| BodyError::BrokeOff)?;
            let Ok(chunk) = frame.into_data() else { continue };
            if bytes.len() + chunk.len() > bytes_max {
                return Err(BodyError::TooLarge);
            }
            let grown = budget.grow(&mut reservation, caller.clone(), chunk.len()).await;
            grown.map_err(|_| BodyError::NoMemory)?;
            // Copied: even a small chunk keeps alive the whole buffer that the connection read it
            // into.
            bytes.extend_from_slice(&chunk);
        }
        Ok((bytes, reservation))
    }
}
