//! The workloads, and what the ledger is compared with in each.

mod bulk;
mod creates;
mod dashboard;
mod embedded;
mod fill;
mod filters;
mod ladder;
mod mixed;
mod peers;
mod reads;
mod set_actions;
mod start_up;
mod statuses;
mod stream;
mod verify;

use std::time::{Duration, Instant};

use serde_json::json;

pub(crate) use embedded::draft;

use crate::client::Outcome;
use crate::measured::{Measured, Unit};
use crate::{Arguments, Result};

/// How long and how often the workloads run.
#[derive(Debug, Clone, Copy)]
struct Pace {
    /// How long each number of clients is measured, in each turn.
    time: Duration,
    /// How often the ledger and its limit take turns.
    turns: usize,
}

type Workload = fn(&Arguments, Pace) -> Result<Vec<Measured>>;

const WORKLOADS: [(&str, Workload); 14] = [
    ("creates", creates::run),
    ("peers", peers::run),
    ("set actions", set_actions::run),
    ("bulk", bulk::run),
    ("embedded", embedded::run),
    ("statuses", statuses::run),
    ("mixed", mixed::run),
    ("reads", reads::run),
    ("filters", filters::run),
    ("stream", stream::run),
    ("start-up", start_up::run),
    ("ladder", ladder::run),
    ("verify", verify::run),
    ("dashboard", dashboard::run),
];

/// Runs the workloads that were asked for, and says how long each took.
#[expect(clippy::print_stderr, reason = "the user sees the progress")]
pub(crate) fn run(arguments: &Arguments) -> Result<Vec<Measured>> {
    let pace = match arguments.quick {
        true => Pace { time: Duration::from_secs(1), turns: 2 },
        false => Pace { time: Duration::from_secs(5), turns: 3 },
    };
    let mut results = Vec::new();
    for (name, workload) in WORKLOADS {
        if arguments.only.as_deref().is_none_or(|only| name.contains(only)) {
            let started = Instant::now();
            results.extend(workload(arguments, pace)?);
            eprintln!("{name}: {:.0} s", started.elapsed().as_secs_f64());
        }
    }
    Ok(results)
}

/// Measures the rates of two in turns, and takes the best of each, so that a pause of the machine
/// favours neither.
fn in_turns(
    pace: Pace,
    ledger: impl FnMut(Duration) -> Result<Outcome>,
    limit: impl FnMut(Duration) -> Result<Outcome>,
) -> Result<(Outcome, Outcome)> {
    in_turns_by(Unit::PerSecond, pace, ledger, limit)
}

/// The same, in any unit.
fn in_turns_by(
    unit: Unit,
    pace: Pace,
    ledger: impl FnMut(Duration) -> Result<Outcome>,
    limit: impl FnMut(Duration) -> Result<Outcome>,
) -> Result<(Outcome, Outcome)> {
    match all_in_turns(unit, pace, vec![Box::new(ledger), Box::new(limit)])?.as_slice() {
        [ledger, limit] => Ok((*ledger, *limit)),
        _ => unreachable!("each has its outcome"),
    }
}

/// One of those that take turns.
type Side<'a> = Box<dyn FnMut(Duration) -> Result<Outcome> + 'a>;

/// The same for any number of sides.
fn all_in_turns(unit: Unit, pace: Pace, mut sides: Vec<Side<'_>>) -> Result<Vec<Outcome>> {
    let mut best: Vec<Option<Outcome>> = vec![None; sides.len()];
    for _ in 0..pace.turns {
        for (side, best) in sides.iter_mut().zip(&mut best) {
            let outcome = side(pace.time)?;
            if best.is_none_or(|best| unit.better(&outcome, &best)) {
                *best = Some(outcome);
            }
        }
    }
    Ok(best.into_iter().flatten().collect())
}

/// The body of the create with this number.
fn create(number: usize, count: usize) -> String {
    json!({"action_name": "Trans-Begin", "cids": customers(number, count)}).to_string()
}

/// Customers of the request with this number: some of 65,536, spread by a hash. They recur, as in a
/// ledger that has been in use for a while.
pub(crate) fn customers(request: usize, count: usize) -> Vec<String> {
    spread(request, count, 16)
}

/// Customers of the request with this number: some of 2^`bits`.
fn spread(request: usize, count: usize, bits: u32) -> Vec<String> {
    let customer = |nth: usize| {
        let mixed = ((request * count + nth) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        format!("cust-{:07}", mixed >> (u64::BITS - bits))
    };
    (0..count).map(customer).collect()
}

/// A folder for the files of a run: below `target/` and not in `/tmp`, which may be memory.
pub(crate) fn folder() -> Result<tempfile::TempDir> {
    let parent = std::path::Path::new("target/bench");
    std::fs::create_dir_all(parent)?;
    Ok(tempfile::tempdir_in(parent)?)
}
