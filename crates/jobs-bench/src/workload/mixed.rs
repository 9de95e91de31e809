//! Nine reads for each create, of single jobs and of customers, beside constant answers and the
//! bare server's creates in turn.

use std::sync::Arc;
use std::time::Duration;

use super::fill::{CUSTOMERS, Filled};
use super::{Pace, create, customers, in_turns, reads};
use crate::client::{self, Outcome, Requests};
use crate::measured::{Measured, Unit};
use crate::process::Server;
use crate::{Arguments, Result};

const CLIENTS: usize = 64;

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let filled = Arc::new(Filled::new(arguments, reads::jobs(pace)?)?);
    let ledger = filled.serve(arguments)?;
    let bare = Server::bare(&filled.data_dir().with_file_name("bare"), None, true)?;
    let constant = Server::constant()?;
    let length = client::body_length(&ledger.address, &read(&filled, 1))?;
    let requests: Requests = Arc::new(move |number| match number % 10 {
        0 => client::post("/v1/jobs", &create(number, CUSTOMERS)),
        _ => client::get(&read(&filled, number)),
    });
    let of_ledger = |time| client::send(&ledger.address, CLIENTS, time, Arc::clone(&requests));
    let of_limit = |time: Duration| {
        let path = format!("/{length}");
        let reads: Requests = Arc::new(move |_| client::get(&path));
        let reads = client::send(&constant.address, CLIENTS, time / 2, reads)?;
        let body = Arc::new(|number| create(number, CUSTOMERS));
        let creates = client::run(&bare.address, "/v1/jobs", CLIENTS, time / 2, body)?;
        Ok(Outcome::rate(1.0 / (0.9 / reads.per_second + 0.1 / creates.per_second)))
    };
    let (ledger, limit) = in_turns(pace, of_ledger, of_limit)?;
    Ok(vec![Measured {
        workload: "mixed",
        case: format!("6 points, 3 lists, 1 create, {CLIENTS} clients"),
        unit: Unit::PerSecond,
        ledger,
        limit: Some(("constant answers and bare creates, one after the other", limit)),
        target: None,
    }])
}

fn read(filled: &Filled, number: usize) -> String {
    match number % 10 {
        7.. => {
            let job = number * 7919 % filled.jobs;
            format!("/v1/jobs?limit=10&cid={}", customers(job, CUSTOMERS)[0])
        }
        _ => format!("/v1/jobs/{}", reads::open(filled, number)),
    }
}
