#![doc = include_str!("../README.md")]

// The commands:
//
// import    imports the old dashboard's databases and logs
// reading   list, show, stats: what is recorded
// verify    whether a ledger still says what it recorded
// prove     writes evidence of it; check: checks evidence
// accounts  users and their tokens
//
// They share the command line (cli, settings), access to a ledger (data_dir, ledger; api for a
// server's), keys, and the output (terminal, progress, error, exit).
mod accounts;
mod api;
mod check;
mod cli;
mod data_dir;
mod error;
pub mod exit;
pub mod import;
mod keys;
mod ledger;
mod named_file;
mod private_copy;
mod progress;
mod prove;
mod reading;
pub mod settings;
pub mod terminal;
mod verify;

use std::io::Write;

pub use accounts::cli::{
    AuthPlace, NewTokenArgs, PasswordArgs, TokenCommand, UserArgs, UserCommand,
};
pub use cli::{
    CheckArgs, Cli, Command, ImportArgs, ListArgs, Place, ProveArgs, ShowArgs, StatsArgs,
    VerifyArgs,
};
pub use error::CliError;

/// Makes a file at its size limit (`ulimit -f`) an ordinary error, like a full disk: by default its
/// signal ends the process.
fn mind_outgrown_files() -> Result<(), CliError> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let outgrown = SignalKind::from_raw(rustix::process::Signal::XFSZ.as_raw());
        // The handler stays installed after the listener is dropped.
        let _outgrown = signal(outgrown).map_err(|source| CliError::io("starting", source))?;
    }
    Ok(())
}

/// Runs one command, writes its result to `out`, and returns the exit code ([`exit`]).
///
/// # Errors
/// [`CliError`]: what keeps the command from doing its work.
pub fn run(cli: Cli, out: &mut dyn Write) -> Result<u8, CliError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|source| CliError::io("starting", source))?;
    runtime.block_on(async {
        mind_outgrown_files()?;
        let code = match cli.command {
            Command::Import(args) => import::command::run(&args, out).await,
            Command::List(args) => reading::list::run(&args, out).await,
            Command::Stats(args) => reading::stats::run(&args, out).await,
            Command::Show(args) => reading::show::run(&args, out).await,
            Command::Verify(args) => verify::run(&args, out).await,
            Command::Prove(args) => prove::run(&args, out).await,
            Command::Check(args) => check::run(&args, out),
            Command::User(command) => accounts::user::run(&command, out),
            Command::Token(command) => accounts::token::run(&command, out),
        }?;
        out.flush().map_err(CliError::Output)?;
        Ok(code)
    })
}
