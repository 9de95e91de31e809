//! Durable creates over HTTP, beside the bare server's.

use std::sync::Arc;
use std::time::Duration;

use super::{Pace, customers, folder, in_turns};
use crate::client::{self, Body};
use crate::process::Server;
use crate::report::Measured;
use crate::{Arguments, Result};

const CLIENTS: [usize; 5] = [1, 8, 64, 256, 1024];

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let folder = folder()?;
    let ledger = Server::ledger(&arguments.server, &folder.path().join("ledger"), &[])?;
    let bare = Server::bare(&folder.path().join("bare"), None, true)?;
    let body: Body = Arc::new(|number| {
        let body = serde_json::json!({"action_name": "Trans-Begin", "cids": customers(number, 5)});
        body.to_string()
    });
    let mut results = Vec::new();
    for clients in CLIENTS {
        let run = |server: &Server, time: Duration| {
            client::run(&server.address, "/v1/jobs", clients, time, Arc::clone(&body))
        };
        let (ledger, limit) = in_turns(pace, |time| run(&ledger, time), |time| run(&bare, time))?;
        results.push(Measured {
            workload: "creates",
            case: format!("{clients} clients"),
            ledger,
            limit: Some(("bare server", limit)),
            target: None,
        });
    }
    Ok(results)
}
