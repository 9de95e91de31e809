//! The concurrency limit of reads: however many requests there are, a few read at once, and no user
//! more than half of these, nor all who are not signed in, together.
//!
//! ```text
//! request ─► permit ─► handler ─► answer, whole
//! export  ─► page ─► permit ─► lines               a permit for each page
//! POST    ─► permit ─► look up ─► record, call ─► permit ─► …    one each time that it reads
//! ```
//!
//! Who asks for a thousand things waits for oneself; see [`jobs_serve::Budget`]. What is made
//! counts until it is sent, in the server's budget of response bytes.

use std::time::Duration;

use jobs_core::UserId;
use jobs_gateway::ReadLimit;
use jobs_serve::Permit;

use crate::App;
use crate::response::problem::Problem;

/// How many read at once: as many as a SQLite store has readers, where more would wait too. The
/// longest history takes 120 MiB for a moment: its entries 70, and what is written of them 40; a
/// payload of 16 MiB, each character of it escaped, 80.
const AT_ONCE_MAX: usize = 4;

/// How long a request waits for its permit. Each read takes a few hundredths of a second when it is
/// long.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// The limit of a server: half of the permits are one user's at most.
pub(crate) fn read_limit() -> ReadLimit {
    ReadLimit::new(AT_ONCE_MAX, AT_ONCE_MAX / 2)
}

impl App {
    /// A permit for `user`, or for somebody who is not signed in, to read the ledger.
    ///
    /// # Errors
    /// `503` when there is none in time.
    pub(crate) async fn read_permit_in_time(
        &self,
        user: Option<&UserId>,
    ) -> Result<Permit, Problem> {
        let permit = self.read_limit().acquire_within(WAIT_MAX, user.cloned(), 1).await;
        permit.map_err(|_| Problem::busy("as much is being read as may be at once"))
    }

    /// As [`read_permit_in_time`](Self::read_permit_in_time), for however long it takes.
    pub(crate) async fn read_permit(&self, user: Option<&UserId>) -> Permit {
        self.read_limit().acquire(user.cloned(), 1).await
    }
}
