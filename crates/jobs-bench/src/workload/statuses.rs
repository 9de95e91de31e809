//! Changes of status, each of another recorded job, beside the bare server's creates of one
//! customer, which write as much.

use std::sync::Arc;
use std::time::Duration;

use super::fill::Filled;
use super::{Pace, create, in_turns};
use crate::client::{self, Body, Requests};
use crate::measured::{Measured, Unit};
use crate::process::Server;
use crate::{Arguments, Result};

const CLIENTS: usize = 64;

/// How many jobs there are for each second: more than can be changed in it.
const JOBS_PER_SECOND: usize = 60_000;

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let seconds = usize::try_from(pace.time.as_secs())?;
    let filled = Filled::new(arguments, JOBS_PER_SECOND * seconds * pace.turns)?;
    let bare = Server::bare(&filled.data_dir().with_file_name("bare"), None, true)?;
    let ledger = filled.serve(arguments)?;
    let body: Body = Arc::new(|number| create(number, 1));
    let mut turns = filled.open.chunks(filled.open.len() / pace.turns);
    let of_ledger = |time: Duration| {
        let jobs = turns.next().ok_or("there is no job left")?.to_vec();
        let change: Requests = Arc::new(move |number| {
            let job_id = jobs[number % jobs.len()];
            client::post(&format!("/v1/jobs/{job_id}/status"), r#"{"status":"SUCCESS"}"#)
        });
        client::send(&ledger.address, CLIENTS, time, change)
    };
    let of_bare = |time| client::run(&bare.address, "/v1/jobs", CLIENTS, time, Arc::clone(&body));
    let (ledger, limit) = in_turns(pace, of_ledger, of_bare)?;
    Ok(vec![Measured {
        workload: "statuses",
        case: format!("{CLIENTS} clients"),
        unit: Unit::PerSecond,
        ledger,
        limit: Some(("bare server, creates of 1 customer", limit)),
        target: None,
    }])
}
