//! The dashboard in a browser: the first jobs, jobs further down, clicks while entries arrive, and
//! a job of many customers. `measure.mjs` of `jobs-dashboard` drives Chromium.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jobs_core::JobId;
use serde::Deserialize;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::time::interval;

use super::fill::{CUSTOMERS, Filled};
use super::{Pace, create, in_turns_by};
use crate::client::{self, Outcome};
use crate::left_out::leave_out;
use crate::measured::{Measured, Target, Unit};
use crate::process::{self, Server, TOKEN};
use crate::{Arguments, Result};

/// The ledgers, in jobs.
const SMALL: usize = 10_000;
const LARGE: usize = 1_000_000;

/// How many pages of a hundred jobs are scrolled.
const PAGES: usize = 200;

/// How many clicks there are in a turn.
const CLICKS: usize = 50;

/// How often a page is opened in a turn.
const OPENED: usize = 5;

/// Between two entries, while there are clicks: 500 in a second.
const BETWEEN_ENTRIES: Duration = Duration::from_millis(2);

/// The customers of the largest job that the ledger takes.
const MANY: usize = 100_000;

/// What the list shows with its first rows.
const ROWS: [&str; 1] = ["tr[data-index='5'] a"];

/// What the page of a job shows: that it is proved, and its customers.
const JOB: [&str; 2] = [".proof-line .proved", ".outcomes tr[data-row] .badge"];

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    for program in ["node", "chromedriver"] {
        if let Err(why) = process::output(Command::new(program).arg("--version")) {
            leave_out("dashboard", &format!("{program}: {why} (Debian: nodejs, chromium-driver)"));
            return Ok(Vec::new());
        }
    }
    let small = Filled::new(arguments, SMALL)?;
    let large = Filled::new(arguments, LARGE)?;
    let [many, few] = [small.append(MANY)?, small.append(CUSTOMERS)?];
    let [small, large] = [small.serve(arguments)?, large.serve(arguments)?];
    Ok(vec![
        first_rows(pace, &large, &small)?,
        pages_down(&large)?,
        clicks(pace, &large)?,
        jobs(pace, &small, many, few)?,
    ])
}

fn first_rows(pace: Pace, large: &Server, small: &Server) -> Result<Measured> {
    let opened = |server: &Server| seen(server, "opens", OPENED, &[&["/"], &ROWS[..]].concat());
    let (ledger, limit) = in_turns_by(
        Unit::Milliseconds,
        pace,
        |_| Ok(opened(large)?.outcome()),
        |_| Ok(opened(small)?.outcome()),
    )?;
    let case = "the first rows of a million jobs".into();
    let limit = Some(("the same of 10,000 jobs", limit));
    Ok(measured(case, ledger, limit, Some(Target::Milliseconds(1000.0))))
}

fn pages_down(large: &Server) -> Result<Measured> {
    let pages = seen(large, "pages", PAGES, &[])?;
    let case = format!("the next 100 jobs, {PAGES} times, at most {} nodes", pages.nodes);
    Ok(measured(case, pages.outcome(), None, None))
}

fn clicks(pace: Pace, large: &Server) -> Result<Measured> {
    let clicked = || Ok(seen(large, "clicks", CLICKS, &[])?.outcome());
    let (busy, quiet) = in_turns_by(
        Unit::Milliseconds,
        pace,
        |_| while_entries_arrive(&large.address, clicked),
        |_| clicked(),
    )?;
    let limit = Some(("no entries", quiet));
    let case = "a click while 500 entries/s arrive".into();
    Ok(measured(case, busy, limit, Some(Target::Milliseconds(100.0))))
}

fn jobs(pace: Pace, server: &Server, many: JobId, few: JobId) -> Result<Measured> {
    let opened = |job: JobId| {
        let path = format!("/jobs/{job}");
        Ok(seen(server, "opens", OPENED, &[&[&*path], &JOB[..]].concat())?.outcome())
    };
    let (many, few) = in_turns_by(Unit::Milliseconds, pace, |_| opened(many), |_| opened(few))?;
    let case = "a job of 100,000 customers, proved".into();
    Ok(measured(case, many, Some(("one of 5 customers", few)), None))
}

fn measured(
    case: String,
    ledger: Outcome,
    limit: Option<(&'static str, Outcome)>,
    target: Option<Target>,
) -> Measured {
    Measured { workload: "dashboard", case, unit: Unit::Milliseconds, ledger, limit, target }
}

/// What `measure.mjs` prints.
#[derive(Debug, Deserialize)]
struct Seen {
    ms: Vec<f64>,
    nodes: usize,
}

impl Seen {
    fn outcome(&self) -> Outcome {
        let times = self.ms.iter().map(|ms| Duration::from_secs_f64(ms / 1e3));
        Outcome::of(times.collect(), 0, Duration::from_secs_f64(self.ms.iter().sum::<f64>() / 1e3))
    }
}

/// Measures the page of a server.
fn seen(server: &Server, what: &str, times: usize, arguments: &[&str]) -> Result<Seen> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../jobs-dashboard/measure.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(what).arg(format!("http://{}", server.address)).arg(TOKEN);
    let printed = process::output(node.arg(times.to_string()).args(arguments))?;
    Ok(serde_json::from_str(&printed)?)
}

/// Does `work` while jobs are created.
fn while_entries_arrive<T>(address: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let ends = Arc::new(AtomicBool::new(false));
    let writer = std::thread::spawn({
        let (address, ends) = (address.to_owned(), Arc::clone(&ends));
        move || write(&address, &ends)
    });
    let done = work();
    ends.store(true, Ordering::Relaxed);
    writer.join().map_err(|_| "the writer panicked")??;
    done
}

/// Creates jobs at a steady rate until it `ends`.
fn write(address: &str, ends: &AtomicBool) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut connection = TcpStream::connect(address).await?;
        connection.set_nodelay(true)?;
        let mut buffer = vec![0; 16 << 10];
        let mut pace = interval(BETWEEN_ENTRIES);
        let mut number = 0;
        while !ends.load(Ordering::Relaxed) {
            pace.tick().await;
            let request = client::post("/v1/jobs", &create(number, CUSTOMERS));
            connection.write_all(request.as_bytes()).await?;
            if !client::read_answer(&mut connection, &mut buffer).await? {
                return Err("a create was refused".into());
            }
            number += 1;
        }
        Ok(())
    })
}
