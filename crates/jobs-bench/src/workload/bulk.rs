//! Jobs over the bulk route, beside a bare loop over the same layout.

use std::time::Duration;

use super::{Pace, create, customers, folder, in_turns};
use crate::client::Outcome;
use crate::measured::{Measured, Target, Unit};
use crate::process::Server;
use crate::{Arguments, Result, bare_loop, bulk};

/// How many jobs are recorded for each second of a turn.
const JOBS_PER_SECOND: usize = 80_000;

/// The target, as a fraction of the bare loop's rate.
const TARGET: f64 = 1.3;

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let folder = folder()?;
    let ledger = Server::ledger(&arguments.server, &folder.path().join("ledger"), &[])?;
    let mut sent = 0;
    let mut files = 0;
    let jobs = |time: Duration| JOBS_PER_SECOND * usize::try_from(time.as_secs()).unwrap_or(1);
    let of_ledger = |time| {
        let first = sent;
        let count = jobs(time);
        sent += count;
        let lines = lines(first, count);
        bulk::run(&ledger.address, lines.as_bytes(), count).map(Outcome::rate)
    };
    let of_loop = |time| {
        files += 1;
        let file = folder.path().join(format!("bare-{files}.db"));
        let elapsed = bare_loop::run(&file, jobs(time), |number| customers(number, 5))?;
        Ok(Outcome::rate(jobs(time) as f64 / elapsed.as_secs_f64()))
    };
    let (ledger, limit) = in_turns(pace, of_ledger, of_loop)?;
    let case = "1 caller, 5 customers".to_owned();
    let limit = Some(("bare loop, 1,000 jobs a commit", limit));
    Ok(vec![Measured {
        workload: "bulk",
        case,
        unit: Unit::PerSecond,
        ledger,
        limit,
        target: Some(Target::Ratio(TARGET)),
    }])
}

/// Creates, a line each.
pub(super) fn lines(first: usize, count: usize) -> String {
    (first..first + count).map(|number| create(number, 5) + "\n").collect()
}
