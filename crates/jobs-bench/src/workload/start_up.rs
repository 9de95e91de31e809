//! How long a server takes from its start until it is ready, on a full ledger and on an empty one.

use std::time::Instant;

use super::fill::Filled;
use super::{Pace, in_turns_by, reads};
use crate::client::{self, Outcome};
use crate::measured::{Measured, Unit};
use crate::{Arguments, Result};

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let empty = Filled::new(arguments, 0)?;
    let full = Filled::new(arguments, reads::jobs(pace)?)?;
    let pace = Pace { turns: 5, ..pace };
    let (ledger, limit) = in_turns_by(
        Unit::Milliseconds,
        pace,
        |_| started(arguments, &full),
        |_| started(arguments, &empty),
    )?;
    Ok(vec![Measured {
        workload: "start-up",
        case: format!("{} jobs", full.jobs),
        unit: Unit::Milliseconds,
        ledger,
        limit: Some(("an empty ledger", limit)),
        target: None,
    }])
}

/// The time until `/readyz` answers with success.
pub(super) fn started(arguments: &Arguments, filled: &Filled) -> Result<Outcome> {
    let started = Instant::now();
    let server = filled.serve(arguments)?;
    while client::body_length(&server.address, "/readyz").is_err() {
        if started.elapsed().as_secs() > 60 {
            return Err("the server does not become ready".into());
        }
    }
    Ok(Outcome::duration(started.elapsed()))
}
