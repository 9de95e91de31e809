//! The `jobctl` program: reads the command line, runs it, and turns the result into an exit code.

use std::io::{self, Write as _};
use std::process::ExitCode;

use jobs_cli::{exit, settings};

/// Verifying a server allocates and frees every value of every entry: with the system's allocator
/// that takes a third longer. A file is verified equally fast with either.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    jobs_files::permissions::make_private_files();
    let cli = settings::read().unwrap_or_else(|error| error.exit());
    let stdout = io::stdout().lock();
    match jobs_cli::run(cli, &mut io::BufWriter::new(stdout)) {
        Ok(code) => ExitCode::from(code),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            let message = error.to_string();
            let message = jobs_cli::terminal::escape(&message);
            // If this fails, too, the exit code is all that is left.
            drop(writeln!(io::stderr(), "jobctl: {message}"));
            ExitCode::from(exit::of(&error))
        }
    }
}
