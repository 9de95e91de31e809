//! Durable creates a second over HTTP, at 1, 8, 64 and 256 clients, five customers each.
//!
//! The real binary on an embedded file, with sign-in, in a process of its own; beside it, in the same run, the bare
//! limit: a plain rusqlite loop over the same layout with 1,000 jobs a transaction. Then creates whose answers carry a
//! receipt, between creates whose answers do not, and jobs by the bulk route, a line each. Ratios are what to look at: they say the same on a faster disk. `cargo xtask bench` runs it.
//!
//! `BENCH_SERVER=/path/to/another/jobs-http` measures another build in place of this one's.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark prints, and fails loudly"
)]

mod bare;
mod bulk;
mod client;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Enough jobs for the bare loop to write a dozen blocks of its reverse index.
const BARE_JOBS: usize = 200_000;

/// How many jobs each number of clients creates: a few seconds' worth.
const CREATES: [(usize, usize); 4] = [(1, 4_000), (8, 20_000), (64, 80_000), (256, 80_000)];

const TOKEN: &str = "bench-8d1f0c52e7a94b36a1d07f2c9be4405e";

/// Five of 65,536 customers, spread as a hash spreads them.
fn customers(index: usize) -> [String; 5] {
    std::array::from_fn(|nth| {
        let number = (index as u64 * 5 + nth as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48;
        format!("cust-{number:06}")
    })
}

/// With receipts and without, in turns, so that neither has the smaller ledger to itself.
const RECEIPT_ROUNDS: [&str; 4] = ["", "?receipt=true", "?receipt=true", ""];
const RECEIPT_CLIENTS: usize = 64;
const RECEIPT_CREATES: usize = 60_000;

/// How many jobs the one caller of the bulk route creates.
const BULK_CREATES: usize = 200_000;

fn job(index: usize) -> String {
    let cids = customers(index).map(|cid| format!("\"{cid}\"")).join(",");
    format!(r#"{{"action_name":"Trans-Begin","action_code":1,"cids":[{cids}]}}"#)
}

fn request(index: usize, query: &str) -> Vec<u8> {
    let body = job(index);
    format!(
        "POST /v1/jobs{query} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {TOKEN}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// The server, ended with the value.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(data_dir: &Path) -> Self {
        let built = env!("CARGO_BIN_EXE_jobs-http").into();
        let mut child = Command::new(std::env::var_os("BENCH_SERVER").unwrap_or(built))
            .args(["--listen", "127.0.0.1:0", "--data-dir"])
            .arg(data_dir)
            .env("JOBS_BOOTSTRAP_TOKEN", TOKEN)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let line = lines.find(|line| line.contains(" listening on ")).unwrap();
        let address = line.rsplit_once("http://").unwrap().1.to_owned();
        Self { child, address }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn bare_rate(folder: &Path, name: &str) -> f64 {
    let elapsed = bare::run(&folder.join(name), BARE_JOBS, customers);
    BARE_JOBS as f64 / elapsed.as_secs_f64()
}

fn main() {
    // In the target folder and not in /tmp, which may be memory: what is measured is the disk as well.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let before = bare_rate(folder.path(), "before.db");
    let server = Server::start(&folder.path().join("data"));
    let mut created = 0;
    let outcomes = CREATES.map(|(clients, creates)| {
        let requests = (created..created + creates).map(|index| request(index, "")).collect();
        created += creates;
        (clients, client::run(&server.address, clients, requests))
    });
    let receipts = measure_receipts(&server, created);
    let lines: String = (0..BULK_CREATES).map(|index| job(created + index) + "\n").collect();
    let bulk = bulk::run(&server.address, TOKEN, lines.as_bytes(), BULK_CREATES);
    let after = bare_rate(folder.path(), "after.db");
    // The faster of the two, so that a hiccup does not flatter the server.
    let bare = before.max(after);
    println!("bare rusqlite loop, 1,000 jobs a transaction: {before:.0} and {after:.0} jobs/s");
    println!("clients  creates/s  × 1 client  × bare  median ms  p99 ms");
    let one = outcomes[0].1.per_second;
    for (clients, outcome) in &outcomes {
        let client::Outcome { per_second, median, p99 } = outcome;
        println!(
            "{clients:>7}  {per_second:>9.0}  {:>10.1}  {:>6.2}  {:>9.2}  {:>6.2}",
            per_second / one,
            per_second / bare,
            median.as_secs_f64() * 1e3,
            p99.as_secs_f64() * 1e3
        );
    }
    let [without, with] = receipts;
    println!(
        "{RECEIPT_CLIENTS} clients, in turns: {without:.0} creates/s without receipts, {with:.0} with: × {:.2}",
        with / without
    );
    println!("1 caller of the bulk route: {bulk:.0} jobs/s: × {:.2} bare", bulk / bare);
}

/// Creates a second, without receipts and with them.
fn measure_receipts(server: &Server, created: usize) -> [f64; 2] {
    let mut rates = [0.0; 2];
    for (round, query) in RECEIPT_ROUNDS.into_iter().enumerate() {
        let first = created + round * RECEIPT_CREATES;
        let requests = (first..first + RECEIPT_CREATES).map(|index| request(index, query));
        let outcome = client::run(&server.address, RECEIPT_CLIENTS, requests.collect());
        rates[usize::from(!query.is_empty())] += outcome.per_second / 2.0;
    }
    rates
}
