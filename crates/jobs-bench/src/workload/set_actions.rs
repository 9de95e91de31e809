//! Set Actions, from the request to the recorded outcome, beside the bare server's: without looking
//! for overlaps, looking in an empty window, and in a full one; over kept connections, and over one
//! for each call.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::{Pace, folder, in_turns, spread};
use crate::client::{self, Body};
use crate::measured::{Measured, Target, Unit};
use crate::process::Server;
use crate::{Arguments, Result, bulk};

const CLIENTS: [usize; 4] = [1, 8, 64, 256];

/// The number of customers, in bits: a quarter of a million, all of them known to the ledger, as in
/// a service after its first days. Hardly any recurs within a window of a second.
const CUSTOMER_BITS: u32 = 18;

/// For how long jobs of five customers are recorded first: some hundred thousand.
const FILLING: Duration = Duration::from_secs(6);

/// What is measured.
struct Case {
    name: &'static str,
    settings: [&'static str; 2],
    /// Whether jobs of the same action are recorded before, which a window of an hour holds and one
    /// of a second does not.
    fills: bool,
    /// Whether the upstream announces that it keeps connections, so that the ledger keeps them as
    /// well.
    keeps: bool,
    clients: &'static [usize],
    /// The target, as a fraction of the bare server's rate.
    target: f64,
}

const CASES: [Case; 4] = [
    Case {
        name: "overlaps allowed",
        settings: ["--on-overlap", "allow"],
        fills: false,
        keeps: true,
        clients: &CLIENTS,
        target: 0.8,
    },
    Case {
        name: "empty window",
        settings: ["--overlap-window-seconds", "1"],
        fills: true,
        keeps: true,
        clients: &CLIENTS,
        target: 0.8,
    },
    Case {
        name: "full window",
        settings: ["--overlap-window-seconds", "3600"],
        fills: true,
        keeps: true,
        clients: &CLIENTS,
        target: 0.8,
    },
    Case {
        name: "a connection per call",
        settings: ["--overlap-window-seconds", "1"],
        fills: false,
        keeps: false,
        clients: &[1, 64],
        target: 0.6,
    },
];

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let folder = folder()?;
    let mut results = Vec::new();
    for case in &CASES {
        results.extend(case.run(arguments, pace, &folder.path().join(case.name))?);
    }
    Ok(results)
}

impl Case {
    fn run(
        &self,
        arguments: &Arguments,
        pace: Pace,
        folder: &std::path::Path,
    ) -> Result<Vec<Measured>> {
        let upstream = Server::upstream(self.keeps)?;
        let url = format!("http://{}", upstream.address);
        let bare = Server::bare(&folder.join("bare"), Some(&upstream.address), self.keeps)?;
        let settings = ["--upstream", &url, self.settings[0], self.settings[1]];
        let ledger = Server::ledger(&arguments.server, &folder.join("ledger"), &settings)?;
        make_customers_known(&ledger)?;
        if self.fills {
            fill(&ledger)?;
        }
        let body = body(&url);
        let measure = |clients: &usize| {
            let run = |server: &Server, time: Duration| {
                client::run(&server.address, "/proxy_fetch", *clients, time, Arc::clone(&body))
            };
            let (ledger, limit) =
                in_turns(pace, |time| run(&ledger, time), |time| run(&bare, time))?;
            Ok(Measured {
                workload: "set actions",
                case: format!("{}, {clients} clients", self.name),
                unit: Unit::PerSecond,
                ledger,
                limit: Some(("bare server", limit)),
                target: Some(Target::Ratio(self.target)),
            })
        };
        self.clients.iter().map(measure).collect()
    }
}

fn body(upstream: &str) -> Body {
    let url = format!("{upstream}/tms/v1/actions");
    // Each run begins with other customers, so that none repeats a request of the run before.
    let next = AtomicUsize::new(0);
    Arc::new(move |_| {
        let cids = spread(next.fetch_add(1, Ordering::Relaxed), 5, CUSTOMER_BITS);
        let payload = serde_json::json!({"action": "PE-Enable", "cids": cids});
        serde_json::json!({"url": url, "token": "abc123token", "isPost": true, "postData": payload})
            .to_string()
    })
}

/// Records jobs on all customers, of another action.
fn make_customers_known(ledger: &Server) -> Result<()> {
    const A_JOB: usize = 1 << 15;
    let jobs = (0..1 << CUSTOMER_BITS).step_by(A_JOB);
    let line = |first: usize| {
        let cids: Vec<_> = (first..first + A_JOB).map(|it| format!("cust-{it:07}")).collect();
        serde_json::json!({"action_name": "Trans-Begin", "cids": cids}).to_string() + "\n"
    };
    let lines: String = jobs.clone().map(line).collect();
    bulk::run(&ledger.address, lines.as_bytes(), jobs.count()).map(drop)
}

/// Records jobs of the same action on other customers, as many as there is time for.
fn fill(ledger: &Server) -> Result<()> {
    const CLIENTS: usize = 64;
    let body: Body = Arc::new(|number| {
        let others = spread(number, 5, CUSTOMER_BITS).into_iter().map(|cid| format!("other-{cid}"));
        serde_json::json!({"action_name": "PE-Enable", "cids": others.collect::<Vec<_>>()})
            .to_string()
    });
    let outcome = client::run(&ledger.address, "/v1/jobs", CLIENTS, FILLING, body)?;
    (outcome.refused == 0).then_some(()).ok_or_else(|| "the ledger could not be filled".into())
}
