//! Durable creates beside other servers that one could record jobs with, all in turns, each over
//! its own protocol.

use std::sync::Arc;
use std::time::Duration;

use super::{Pace, Side, all_in_turns, create, folder};
use crate::client::{self, Body};
use crate::measured::{Measured, Target, Unit};
use crate::peers::{TEPHRA, servers};
use crate::process::Server;
use crate::{Arguments, Result};

const CLIENTS: [usize; 3] = [1, 8, 64];

/// With up to this many clients, the ledger should be at least as fast as an event store.
const TARGET_CLIENTS: usize = 8;

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let pace = Pace { time: pace.time / 2, ..pace };
    let folder = folder()?;
    let peers = servers::start(folder.path());
    let ledger = Server::ledger(&arguments.server, &folder.path().join("ledger"), &[])?;
    let body: Body = Arc::new(|number| create(number, 5));
    let of_ledger = |clients| {
        let ledger = &ledger;
        let body = &body;
        move |time| client::run(&ledger.address, "/v1/jobs", clients, time, Arc::clone(body))
    };
    let mut results = Vec::new();
    for clients in CLIENTS {
        let mut sides: Vec<Side<'_>> = vec![Box::new(of_ledger(clients))];
        for peer in &peers {
            sides.push(Box::new(move |time: Duration| peer.create(clients, time)));
        }
        let outcomes = all_in_turns(Unit::PerSecond, pace, sides)?;
        for (peer, outcome) in peers.iter().zip(&outcomes[1..]) {
            let aimed = peer.name == TEPHRA && clients <= TARGET_CLIENTS;
            results.push(Measured {
                workload: "peers",
                case: format!("creates, {clients} clients, 5 customers"),
                unit: Unit::PerSecond,
                ledger: outcomes[0],
                limit: Some((peer.name, *outcome)),
                target: aimed.then_some(Target::Ratio(1.0)),
            });
        }
    }
    Ok(results)
}
