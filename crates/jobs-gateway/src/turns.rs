//! Turns for reading: a server in which many read the store says when the gateway may.
//!
//! What a request that is sent again is told is read of histories; without turns, one user's calls would take all readers from
//! everybody else. The jobs that a new one is compared with need none: what is new in the ledger is read by one call for all.

use std::fmt::Debug;

use async_trait::async_trait;
use jobs_core::UserId;

/// Says when somebody's request may read.
#[async_trait]
pub trait ReadTurns: Debug + Send + Sync {
    /// Waits for a turn of `user`, for however long it takes. It ends when what is given is dropped.
    async fn turn(&self, user: &UserId) -> Box<dyn Send>;
}

/// Whoever asks may read at once.
#[derive(Debug)]
pub(crate) struct AtOnce;

#[async_trait]
impl ReadTurns for AtOnce {
    async fn turn(&self, _user: &UserId) -> Box<dyn Send> {
        Box::new(())
    }
}
