//! Reads of one job, of a customer, of counts, receipts and whole ledgers, beside a constant body
//! of the same size.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::fill::{CUSTOMERS, Filled};
use super::{Pace, create, customers, filters, in_turns};
use crate::client::{self, Outcome, Requests};
use crate::measured::{Measured, Unit};
use crate::process::Server;
use crate::{Arguments, Result};

const CLIENTS: usize = 8;

/// Reads of one answer each.
pub(super) const POINTS: [(&str, filters::Query); 6] = [
    ("one job", |filled, number| format!("/v1/jobs/{}", open(filled, number))),
    ("a job's history", |filled, number| format!("/v1/jobs/{}/history", open(filled, number))),
    ("a receipt", |filled, number| format!("/v1/jobs/{}/receipt", open(filled, number))),
    ("a customer's jobs", |filled, number| {
        let job = number * 7919 % filled.jobs;
        format!("/v1/customers/{}/jobs", customers(job, CUSTOMERS)[0])
    }),
    ("counts", |_, _| "/v1/stats".into()),
    ("1,000 entries", |filled, number| {
        format!("/v1/entries?limit=1000&from={}", number * 7919 % filled.jobs)
    }),
];

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let filled = Arc::new(Filled::new(arguments, jobs(pace)?)?);
    let reads = Reads::new("reads", arguments, &filled, pace)?;
    let points = POINTS.into_iter().map(|(case, path)| reads.measure(case, path));
    let mut results = points.collect::<Result<Vec<_>>>()?;
    results.push(reads.export()?);
    results.push(reads.created_with_receipt()?);
    Ok(results)
}

/// How many jobs there are to read.
pub(super) fn jobs(pace: Pace) -> Result<usize> {
    Ok(100_000 * usize::try_from(pace.time.as_secs())?)
}

/// A recorded job, from all over the ledger.
pub(super) fn open(filled: &Filled, number: usize) -> jobs_core::JobId {
    filled.open[number * 7919 % filled.open.len()]
}

/// A filled ledger that is served, beside a server of constants.
pub(super) struct Reads {
    workload: &'static str,
    filled: Arc<Filled>,
    pub(super) ledger: Server,
    constant: Server,
    pace: Pace,
}

impl Reads {
    pub(super) fn new(
        workload: &'static str,
        arguments: &Arguments,
        filled: &Arc<Filled>,
        pace: Pace,
    ) -> Result<Self> {
        let ledger = filled.serve(arguments)?;
        let pace = Pace { time: pace.time / 4, ..pace };
        let filled = Arc::clone(filled);
        Ok(Self { workload, filled, ledger, constant: Server::constant()?, pace })
    }

    /// What `path` says of each request's number.
    pub(super) fn measure(
        &self,
        case: &str,
        path: impl Fn(&Filled, usize) -> String + Send + Sync + 'static,
    ) -> Result<Measured> {
        let filled = Arc::clone(&self.filled);
        let constant =
            format!("/{}", client::body_length(&self.ledger.address, &path(&filled, 0))?);
        let constant: Requests = Arc::new(move |_| client::get(&constant));
        let requests: Requests = Arc::new(move |number| client::get(&path(&filled, number)));
        let (ledger, limit) = in_turns(
            self.pace,
            |time| client::send(&self.ledger.address, CLIENTS, time, Arc::clone(&requests)),
            |time| client::send(&self.constant.address, CLIENTS, time, Arc::clone(&constant)),
        )?;
        let limit = Some(("hyper, a constant body of the same size", limit));
        Ok(self.measured(format!("{case}, {CLIENTS} clients"), ledger, limit))
    }

    /// All jobs, a line each.
    fn export(&self) -> Result<Measured> {
        const PATH: &str = "/v1/export.ndjson";
        let constant = format!("/{}", client::body_length(&self.ledger.address, PATH)?);
        let jobs = |server: &Server, path: &str| {
            let started = Instant::now();
            client::body_length(&server.address, path)?;
            Ok(Outcome::rate(self.filled.jobs as f64 / started.elapsed().as_secs_f64()))
        };
        let (ledger, limit) =
            in_turns(self.pace, |_| jobs(&self.ledger, PATH), |_| jobs(&self.constant, &constant))?;
        let limit = Some(("hyper, a constant body of the same size", limit));
        Ok(self.measured("export, jobs".into(), ledger, limit))
    }

    /// What a receipt adds to a create.
    fn created_with_receipt(&self) -> Result<Measured> {
        let run = |path: &str, time: Duration| {
            let body = Arc::new(|number| create(number, CUSTOMERS));
            client::run(&self.ledger.address, path, 64, time, body)
        };
        let (with, without) = in_turns(
            self.pace,
            |time| run("/v1/jobs?receipt=true", time),
            |time| run("/v1/jobs", time),
        )?;
        let limit = Some(("the same without", without));
        Ok(self.measured("creates with a receipt, 64 clients".into(), with, limit))
    }

    fn measured(
        &self,
        case: String,
        ledger: Outcome,
        limit: Option<(&'static str, Outcome)>,
    ) -> Measured {
        let workload = self.workload;
        let unit = Unit::PerSecond;
        Measured { workload, case, unit, ledger, limit, target: None }
    }
}
