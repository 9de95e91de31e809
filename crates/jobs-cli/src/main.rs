//! The `jobctl` program: reads the command line, runs it, and turns the result into an exit code.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::{ContextKind, ContextValue};
use jobs_cli::{Cli, exit};

/// Verifying a server makes and lets go of every value of every entry: with the system's allocator that takes a third
/// more time. A file is verified as fast with either.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::try_parse().unwrap_or_else(|error| without_url(error).exit());
    let stdout = io::stdout().lock();
    match jobs_cli::run(cli, &mut io::BufWriter::new(stdout)) {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            let message = error.to_string();
            let message = jobs_cli::terminal::escape(&message);
            // There is nobody left to tell when this fails.
            drop(writeln!(io::stderr(), "jobctl: {message}"));
            ExitCode::from(exit::of(&error))
        }
    }
}

/// The error without the value that is wrong, should that be a URL: it may hold a password, and the output of scripts is kept.
fn without_url(mut error: clap::Error) -> clap::Error {
    let is_url = |value: &ContextValue| matches!(value, ContextValue::String(text) if text.contains(['@', '?', '#', '=']));
    if error.get(ContextKind::InvalidValue).is_some_and(is_url) {
        error.insert(ContextKind::InvalidValue, ContextValue::String("…".to_owned()));
    }
    error
}
