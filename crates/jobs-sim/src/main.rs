//! The binary `demo-upstream`: the simulated upstream as a program, to try things by hand.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use jobs_sim::{Sim, SimConfig};
use tokio::net::TcpListener;

/// A simulated upstream for jobs-http.
///
/// It answers a Set Action as the real kind does. A first path segment asks for something else:
/// /not-ready/, /status-503/, /invalid-json/, /redirect/, /giant/, /echo/, /hang-up/, /stall/,
/// /never/, /held/ (until a POST to /_sim/release). GET /_sim/calls counts the calls, and lists the
/// last ones if it is told to keep any.
#[derive(Debug, Parser)]
#[command(name = "demo-upstream", version)]
struct Arguments {
    /// Where to listen; port 0 takes any that is free.
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:8081")]
    listen: String,
    /// The one token that it accepts; without, it asks for none.
    #[arg(long)]
    token: Option<String>,
    /// How long it takes to answer.
    #[arg(long, value_name = "N", default_value_t = 300)]
    delay_ms: u64,
    /// How many of the last calls it keeps, which anybody who can reach it can read: with bodies,
    /// and with the callers' tokens.
    #[arg(long, value_name = "N", default_value_t = 0)]
    calls_kept: usize,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // There is nobody else to tell.
            let _ = writeln!(std::io::stderr(), "demo-upstream: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> std::io::Result<()> {
    let listener = TcpListener::bind(&arguments.listen).await?;
    writeln!(std::io::stdout(), "demo-upstream listening on http://{}", listener.local_addr()?)?;
    let delay = Duration::from_millis(arguments.delay_ms);
    let Arguments { token, calls_kept, .. } = arguments;
    let config = SimConfig { token, delay, calls_kept, ..SimConfig::default() };
    Sim::new(config).serve(listener).await
}
