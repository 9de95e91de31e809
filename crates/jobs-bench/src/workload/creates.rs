//! Durable creates over HTTP, beside the bare server's: many clients with few customers, and one
//! with very many.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::{Pace, create, customers, folder, in_turns_by};
use crate::client::{self, Body};
use crate::measured::{Measured, Target, Unit};
use crate::process::Server;
use crate::{Arguments, Result};

/// How many clients, each with jobs of how many customers.
const RATES: [(usize, usize); 11] = [
    (1, 1),
    (8, 1),
    (64, 1),
    (256, 1),
    (1024, 1),
    (1, 5),
    (8, 5),
    (64, 5),
    (256, 5),
    (1024, 5),
    (64, 150),
];

/// The customers of the largest job: as many as the old dashboard ever sent.
const LARGEST: usize = 27_682;

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    // There are many cases.
    let pace = Pace { time: pace.time / 2, ..pace };
    let folder = folder()?;
    let ledger = Server::ledger(&arguments.server, &folder.path().join("ledger"), &[])?;
    let bare = Server::bare(&folder.path().join("bare"), None, true)?;
    let measure = |clients, body: &Body, case, unit, target| -> Result<Measured> {
        let run = |server: &Server, time: Duration| {
            client::run(&server.address, "/v1/jobs", clients, time, Arc::clone(body))
        };
        let (ledger, limit) =
            in_turns_by(unit, pace, |time| run(&ledger, time), |time| run(&bare, time))?;
        let limit = Some(("bare server", limit));
        Ok(Measured { workload: "creates", case, unit, ledger, limit, target })
    };
    let mut results = Vec::new();
    for (clients, count) in RATES {
        let body: Body = Arc::new(move |number| create(number, count));
        let case = format!("{clients} clients, {count} customers");
        results.push(measure(clients, &body, case, Unit::PerSecond, None)?);
    }
    let bodies: [(&str, f64, Body); 2] = [
        ("", 20.0, Arc::new(|number| create(number, LARGEST))),
        (", in the payload too", 30.0, Arc::new(with_payload)),
    ];
    for (how, median, body) in bodies {
        let case = format!("1 client, {LARGEST} customers{how}");
        let target = Some(Target::Milliseconds(median));
        results.push(measure(1, &body, case, Unit::Milliseconds, target)?);
    }
    Ok(results)
}

fn with_payload(number: usize) -> String {
    let cids = customers(number, LARGEST);
    let payload = json!({"action": "Trans-Begin", "cids": cids});
    json!({"action_name": "Trans-Begin", "cids": cids, "request_payload": payload}).to_string()
}
