//! Set Actions, from the request to the recorded outcome, beside the bare server's: overlaps not looked for, looked for in an empty
//! window, and in one that is full.

use std::sync::Arc;
use std::time::Duration;

use super::{Pace, folder, in_turns, spread};
use crate::client::{self, Body};
use crate::process::Server;
use crate::report::{Measured, Target, Unit};
use crate::{Arguments, Result};

const CLIENTS: [usize; 4] = [1, 8, 64, 256];

/// Of how many customers, as bits: 4 million, so that hardly any is asked for twice within a window.
const CUSTOMER_BITS: u32 = 22;

/// What part of the bare server's rate is aimed at.
const TARGET: f64 = 0.6;

/// For how long jobs of five customers are recorded to fill the window: some hundred thousand.
const FILLING: Duration = Duration::from_secs(6);

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let upstream = Server::upstream()?;
    let url = format!("http://{}", upstream.address);
    let folder = folder()?;
    let bare = Server::bare(&folder.path().join("bare"), Some(&upstream.address))?;
    let mut results = Vec::new();
    for (case, settings, fill) in [
        ("overlaps allowed", ["--on-overlap", "allow"], false),
        ("empty window", ["--overlap-window-seconds", "1"], false),
        ("full window", ["--overlap-window-seconds", "3600"], true),
    ] {
        let arguments_of_server = ["--upstream", &url, settings[0], settings[1]];
        let data_dir = folder.path().join(case);
        let ledger = Server::ledger(&arguments.server, &data_dir, &arguments_of_server)?;
        if fill {
            fill_window(&ledger)?;
        }
        let body = body(&url);
        for clients in CLIENTS {
            let run = |server: &Server, time: Duration| {
                client::run(&server.address, "/proxy_fetch", clients, time, Arc::clone(&body))
            };
            let (ledger, limit) =
                in_turns(pace, |time| run(&ledger, time), |time| run(&bare, time))?;
            results.push(Measured {
                workload: "set actions",
                case: format!("{case}, {clients} clients"),
                unit: Unit::PerSecond,
                ledger,
                limit: Some(("bare server", limit)),
                target: Some(Target::Ratio(TARGET)),
            });
        }
    }
    Ok(results)
}

fn body(upstream: &str) -> Body {
    let url = format!("{upstream}/tms/v1/actions");
    Arc::new(move |number| {
        let payload =
            serde_json::json!({"action": "PE-Enable", "cids": spread(number, 5, CUSTOMER_BITS)});
        serde_json::json!({"url": url, "token": "abc123token", "isPost": true, "postData": payload})
            .to_string()
    })
}

/// Records jobs of the same action on other customers, as many as there is time for.
fn fill_window(ledger: &Server) -> Result<()> {
    const CLIENTS: usize = 64;
    let body: Body = Arc::new(|number| {
        let others = spread(number, 5, CUSTOMER_BITS).into_iter().map(|cid| format!("other-{cid}"));
        serde_json::json!({"action_name": "PE-Enable", "cids": others.collect::<Vec<_>>()})
            .to_string()
    });
    let outcome = client::run(&ledger.address, "/v1/jobs", CLIENTS, FILLING, body)?;
    (outcome.refused == 0).then_some(()).ok_or_else(|| "the window could not be filled".into())
}
