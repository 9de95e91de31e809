#![doc = include_str!("../README.md")]

mod cli;
mod data_dir;
mod error;
pub mod exit;
pub mod import;
mod list;
mod remote;
mod show;
mod source;
pub mod terminal;

use std::io::Write;

pub use cli::{Cli, Command, ImportArgs, ListArgs, Place, ShowArgs};
pub use error::CliError;

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
        let code = match cli.command {
            Command::Import(args) => import::command::run(&args, out).await,
            Command::List(args) => list::run(&args, out).await,
            Command::Show(args) => show::run(&args, out).await,
        }?;
        out.flush().map_err(CliError::Output)?;
        Ok(code)
    })
}
