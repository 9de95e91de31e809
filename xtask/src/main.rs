//! Development tasks: `cargo xtask ci` checks everything that a change must pass, and
//! `cargo xtask bench` measures.
//!
//! It has no dependencies, so it builds in a second.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

mod api_check;
mod bench;
mod ci;
mod deny;
mod layers;
mod page;
mod rooms;
mod source;
mod step;

use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask TASK

  ci            every check below, in order; stops at the first that fails
  ci STEP       only this check: fmt, tidy, no-delete, layers, page, deny, clippy, fuzz, tests, api, docs
  api-check     the same as `ci api`: the real server against its OpenAPI document, with spectral and schemathesis
  bench [ARGS]  the ledger compared with its limits, in one run: --quick, --only TEXT, --json FILE, --charts DIR
  bench --peers downloads and builds what the ledger is compared with, below target/bench/peers
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["ci"] => ci::all(),
        ["ci", step] => ci::one(step),
        ["api-check"] => api_check::check(),
        ["bench", rest @ ..] => bench::run(rest),
        ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no such task\n\n{HELP}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}
