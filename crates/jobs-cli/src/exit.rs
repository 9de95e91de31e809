//! The exit codes, as `jobctl --help` and the README list them.

use crate::CliError;

/// The part of every command's help that lists them.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  the command did its work
  1  the command could not do its work; the message says why
  2  the command line is wrong, or leaves open what only you can decide; nothing was done
  3  the import left something out; the report lists it
  4  no job has the ID that was asked for
  5  what was checked is not what was recorded, or the ledger's file is damaged or gone
  6  the given key is not the one that signed, but what was checked is sound otherwise; or it is not a key";

/// The command did its work.
pub const DONE: u8 = 0;
/// The command could not do its work; the message says why.
pub const FAILED: u8 = 1;
/// The command line is wrong, or a choice is missing that only the caller can make. Nothing was
/// done.
pub const USAGE: u8 = 2;
/// The import left something out; the report lists it.
pub const NOT_ALL_TAKEN: u8 = 3;
/// No job has the ID that was asked for.
pub const NO_SUCH_JOB: u8 = 4;
/// What was checked is not what was recorded: the ledger differs from itself, its checkpoints or
/// its rules, its file is damaged or gone, or the evidence is not genuine.
pub const DIFFERS: u8 = 5;
/// The given key is not the one that signed, or not a key of the kind that is needed. Nothing was
/// checked with it.
pub const WRONG_KEY: u8 = 6;

/// The exit code of an error.
#[must_use]
pub fn of(error: &CliError) -> u8 {
    match error {
        CliError::Usage(_) => USAGE,
        CliError::NoSuchJob(_) => NO_SUCH_JOB,
        CliError::WrongKey(_) => WRONG_KEY,
        CliError::Damaged { .. } | CliError::LedgerGone { .. } => DIFFERS,
        _ => FAILED,
    }
}
