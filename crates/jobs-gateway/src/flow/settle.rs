//! The last step of a flow: the outcome is recorded, and offered again for as long as the store
//! cannot take it.
//!
//! ```text
//! 20 ms, 100 ms, 500 ms │ 1 s, 2 s, 4 s, … 30 s, 30 s, …  │ 500 ms, ten times
//! the caller waits      │ the caller was told              │ the gateway is being shut down
//! ```
//!
//! An outcome that waits here holds its call's permit, so no more can wait than calls may be in
//! flight.

use std::sync::Arc;
use std::time::Duration;

use jobs_core::{
    Cause, Error, ErrorMessage, JobId, JobStoreExt, Status, StatusChange, StatusDetails,
};
use tracing::Instrument;

use super::shared::{InFlight, Shared};
use crate::admission::CallPermit;
use crate::outcome::actor;

/// How long to wait before each further try while the caller waits: enough for a store that is
/// merely busy.
const SOON_DELAYS: [Duration; 3] =
    [Duration::from_millis(20), Duration::from_millis(100), Duration::from_millis(500)];

/// How long to wait before a further try after that; twice as long each time, …
const LATER_DELAY_MIN: Duration = Duration::from_secs(1);

/// … up to this, so that a disk that has room again is found soon.
const LATER_DELAY_MAX: Duration = Duration::from_secs(30);

/// The number of last tries on shutdown: 5 s in all, half of what a server grants beyond its
/// longest call.
const LAST_TRIES: usize = 10;
const LAST_DELAY: Duration = Duration::from_millis(500);

const NOT_CALLED: &str =
    "the ledger reported a failure while it recorded this job, so no call was made";

/// What a job holds until its outcome is recorded: its place among those in flight, and its permit.
pub(crate) struct Hold {
    _in_flight: InFlight,
    permit: CallPermit,
}

impl Hold {
    pub(crate) fn new(in_flight: InFlight, permit: CallPermit) -> Self {
        Self { _in_flight: in_flight, permit }
    }
}

/// The store's answer to an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offered {
    Recorded,
    /// It will never be recorded.
    Refused,
    /// The store is failing; it may record the outcome later.
    Failed,
}

/// Records `change`. False when the caller should wait no longer; recording then goes on in the
/// background.
pub(crate) async fn settle(shared: &Arc<Shared>, change: StatusChange, hold: Hold) -> bool {
    let mut delays = SOON_DELAYS.into_iter();
    loop {
        let offered = offer(shared, &change).await;
        match (offered, delays.next()) {
            (Offered::Failed, Some(delay)) => tokio::time::sleep(delay).await,
            (Offered::Failed, None) => {
                settle_later(shared, change, hold);
                return false;
            }
            (Offered::Recorded | Offered::Refused, _) => return offered == Offered::Recorded,
        }
    }
}

/// Settles `job_id`, whose call is not made, as failed, if the job was recorded at all.
pub(crate) fn settle_not_called(shared: &Arc<Shared>, job_id: JobId, hold: Hold) {
    let details = StatusDetails {
        cause: Cause::NeverSent,
        error_message: Some(ErrorMessage::shortened(NOT_CALLED)),
        ..StatusDetails::new(Status::Failed)
    };
    let change = StatusChange::new(job_id, actor(), details);
    settle_later(shared, change, hold);
}

fn settle_later(shared: &Arc<Shared>, change: StatusChange, mut hold: Hold) {
    hold.permit.give_back_bytes();
    let shared = Arc::clone(shared);
    let trying = async move {
        try_until_closed(&shared, &change).await;
        drop(hold);
    };
    tokio::spawn(trying.in_current_span());
}

async fn try_until_closed(shared: &Shared, change: &StatusChange) {
    let mut delay = LATER_DELAY_MIN;
    while tokio::time::timeout(delay, shared.admission.closed()).await.is_err() {
        if offer(shared, change).await != Offered::Failed {
            return;
        }
        delay = (delay * 2).min(LATER_DELAY_MAX);
    }
    for _ in 0..LAST_TRIES {
        if offer(shared, change).await != Offered::Failed {
            return;
        }
        tokio::time::sleep(LAST_DELAY).await;
    }
    let job_id = change.job_id;
    let status = change.details.status;
    tracing::error!(%job_id, %status, "the gateway stops, and the outcome of a job is not recorded");
}

async fn offer(shared: &Shared, change: &StatusChange) -> Offered {
    let job_id = change.job_id;
    let status = change.details.status;
    match shared.store.change_status(change.clone()).await {
        Ok(_) => Offered::Recorded,
        // Damage may be repaired, and a job that is not settled would stay open.
        Err(error @ (Error::Storage { .. } | Error::Corrupt(_))) => {
            tracing::warn!(%job_id, %status, %error, "recording the outcome of a job failed; trying again");
            Offered::Failed
        }
        // A job that was perhaps recorded turns out not to be.
        Err(Error::UnknownJob { .. }) => Offered::Refused,
        Err(error) => {
            tracing::error!(%job_id, %status, %error, "the outcome of a job was not recorded");
            Offered::Refused
        }
    }
}
