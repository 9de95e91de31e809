//! `cargo xtask bench`: the ledger beside its limits, in one run. Ratios are what to look at; they
//! say the same on a faster machine.
//!
//! Each server runs in a process of its own, on loopback, with its files below `target/`, and in
//! turns with what it is compared with, so that neither has the quieter moments to itself. The
//! client shares the machine with both.
//!
//! `peers/README.md` says which other stores and queues it is compared with, where they are built.

mod bare;
mod bare_loop;
mod bulk;
mod chart;
mod client;
mod constant;
mod counted;
mod left_out;
mod listen;
mod machine;
mod measured;
mod peers;
mod process;
mod report;
mod upstream;
mod workload;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// As in the server, for all that is measured in this process and its comparisons.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The error of a failed measurement: a text for the user.
type Error = Box<dyn std::error::Error + Send + Sync>;
type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, Parser)]
#[command(about = "Measures the job ledger beside its limits, in one run")]
struct Arguments {
    /// Shorter runs: under 5 minutes in all.
    #[arg(long)]
    quick: bool,
    /// Only workloads with this in their name.
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// Builds what the ledger is compared with below `target/bench/peers`, over the network, and
    /// measures nothing.
    #[arg(long)]
    peers: bool,
    /// The server to measure.
    #[arg(long, value_name = "FILE", default_value = "target/release/jobs-http")]
    server: PathBuf,
    /// Where to write the results, and what the machine is, as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Where to write a bar chart of each workload, as SVG.
    #[arg(long, value_name = "DIR")]
    charts: Option<PathBuf>,
    #[command(subcommand)]
    helper: Option<Helper>,
}

/// What this program runs in separate processes.
#[derive(Debug, Subcommand)]
enum Helper {
    /// The bare server: the least that records, calls and records.
    Bare {
        data_dir: PathBuf,
        upstream: Option<String>,
        /// Opens a connection for each call.
        #[arg(long)]
        connection_per_call: bool,
    },
    /// An operation, so many times, for valgrind to count its instructions.
    Counted { operation: counted::Operation, times: usize },
    /// A server whose answers are as long as their paths say.
    Constant,
    /// An upstream that says success.
    Upstream {
        /// Says in each answer for how long it keeps an idle connection.
        #[arg(long)]
        announces: bool,
    },
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    match &arguments.helper {
        Some(Helper::Bare { data_dir, upstream, connection_per_call }) => {
            bare::serve(data_dir, upstream.as_deref(), !connection_per_call)
        }
        Some(Helper::Upstream { announces }) => upstream::serve(*announces),
        Some(Helper::Counted { operation, times }) => counted::run(*operation, *times),
        Some(Helper::Constant) => constant::serve(),
        None if arguments.peers => {
            peers::build::run();
            Ok(())
        }
        None => {
            let results = workload::run(&arguments)?;
            report::print(&results);
            arguments.json.as_deref().map_or(Ok(()), |file| report::write_json(file, &results))?;
            arguments.charts.as_deref().map_or(Ok(()), |folder| chart::write(folder, &results))
        }
    }
}
