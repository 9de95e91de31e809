//! What the same operation costs on a larger ledger. Each size is measured in turn with the
//! smallest, so that the ratio is the slope.

use std::sync::Arc;
use std::time::Duration;

use super::fill::{CUSTOMERS, Filled};
use super::filters::{self, FILTERS};
use super::reads::POINTS;
use super::{Pace, bulk, create, in_turns_by, start_up};
use crate::client::{self, Outcome, Requests};
use crate::measured::{Measured, Unit};
use crate::process::Server;
use crate::{Arguments, Result};

/// The sizes of ledgers, in jobs; the last is left out of short runs.
const SIZES: [usize; 3] = [10_000, 1_000_000, 10_000_000];

/// How many jobs are sent over the bulk route: few, because they make the smallest ledger larger.
const BULK: usize = 5_000;

/// A ledger of one size.
struct Rung {
    filled: Arc<Filled>,
    server: Server,
}

/// A cost, on a ledger.
type Cost = Box<dyn Fn(&Rung, Duration) -> Result<Outcome>>;

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let sizes = if arguments.quick { &SIZES[..2] } else { &SIZES[..] };
    let filled: Result<Vec<_>> =
        sizes.iter().map(|jobs| Filled::new(arguments, *jobs).map(Arc::new)).collect();
    let filled = filled?;
    let pace = Pace { time: pace.time / 4, ..pace };
    let mut results = Vec::new();
    for larger in &filled[1..] {
        let start = |filled: &Filled| start_up::started(arguments, filled);
        let costs =
            in_turns_by(Unit::Milliseconds, pace, |_| start(larger), |_| start(&filled[0]))?;
        results.push(measured("start-up", larger, costs));
    }
    let rung = |filled: &Arc<Filled>| -> Result<Rung> {
        Ok(Rung { filled: Arc::clone(filled), server: filled.serve(arguments)? })
    };
    let rungs = filled.iter().map(rung).collect::<Result<Vec<_>>>()?;
    for (case, cost) in costs() {
        for larger in &rungs[1..] {
            let costs = in_turns_by(
                Unit::Milliseconds,
                pace,
                |time| cost(larger, time),
                |time| cost(&rungs[0], time),
            )?;
            results.push(measured(&case, &larger.filled, costs));
        }
    }
    Ok(results)
}

fn measured(case: &str, larger: &Filled, (ledger, smallest): (Outcome, Outcome)) -> Measured {
    Measured {
        workload: "ladder",
        case: format!("{case}, {} jobs", larger.jobs),
        unit: Unit::Milliseconds,
        ledger,
        limit: Some(("the same on 10,000 jobs", smallest)),
        target: None,
    }
}

/// Reads first, as writes make the ledgers larger.
fn costs() -> Vec<(String, Cost)> {
    let mut costs: Vec<(String, Cost)> = Vec::new();
    for (case, path) in POINTS {
        costs.push((case.into(), read(path)));
    }
    for (case, query) in FILTERS {
        let path = move |filled: &Filled, number| filters::path(filled, number, query);
        costs.push((format!("list: {case}"), read(path)));
    }
    costs.push(("create, 64 clients".into(), Box::new(created)));
    costs.push((format!("bulk, {BULK} jobs"), Box::new(in_bulk)));
    costs
}

fn read(path: impl Fn(&Filled, usize) -> String + Copy + Send + Sync + 'static) -> Cost {
    Box::new(move |rung, time| {
        let filled = Arc::clone(&rung.filled);
        let requests: Requests = Arc::new(move |number| client::get(&path(&filled, number)));
        client::send(&rung.server.address, 1, time, requests)
    })
}

fn created(rung: &Rung, time: Duration) -> Result<Outcome> {
    let body = Arc::new(|number| create(number, CUSTOMERS));
    client::run(&rung.server.address, "/v1/jobs", 64, time, body)
}

fn in_bulk(rung: &Rung, _: Duration) -> Result<Outcome> {
    let rate = crate::bulk::run(&rung.server.address, bulk::lines(0, BULK).as_bytes(), BULK)?;
    Ok(Outcome::duration(Duration::from_secs_f64(BULK as f64 / rate)))
}
