//! Offline: a ledger's file, read so that nothing in its directory changes.
//!
//! ```text
//! the log is in use (-wal, -shm)   in place, as any reader of SQLite's does
//! there is nothing in a log        in place, as a file that nobody writes; again if somebody did
//! a log that nobody uses           a private copy: to read it in place would make files beside it
//! a journal (-journal)             a private copy, in which a change that was cut short is rolled back
//! ```

use std::path::Path;

use indicatif::ProgressBar;
use jobs_core::Error;
use jobs_sqlite::verify::{Options, Past, Report};

use super::found::Found;
use crate::private_copy::Look;
use crate::{CliError, data_dir, ledger, progress};

/// Verifies the ledger in `data_dir`.
pub(super) fn verify(
    data_dir: &Path,
    threads: Option<u64>,
    past: Vec<Past>,
) -> Result<Found, CliError> {
    let path = ledger::find(data_dir)?.ok_or_else(|| ledger::missing(data_dir))?;
    let shown = data_dir::ledger_file(data_dir).display().to_string();
    let mut options = Options { past, ..Options::default() };
    if let Some(threads) = threads {
        options.threads = usize::try_from(threads).unwrap_or(options.threads);
    }
    let bar = progress::bar(0, "entries");
    let report = LedgerFile { path, options, bar: &bar }.verify();
    bar.finish_and_clear();
    report?.map(Found::from).map_err(|error| CliError::ledger(shown, error))
}

struct LedgerFile<'a> {
    path: std::path::PathBuf,
    options: Options,
    bar: &'a ProgressBar,
}

/// What the verification of a file came to; the outer error is of the files around it.
type Outcome = Result<Result<Report, Error>, CliError>;

impl LedgerFile<'_> {
    fn verify(&self) -> Outcome {
        let before = self.look()?;
        if ledger::is_in_use(&self.path) {
            return match self.read(&self.path) {
                // A place where SQLite may not even lock the log.
                Err(Error::Storage { .. }) if before.has_log() => self.copied(),
                Err(Error::Storage { .. }) => Ok(self.as_it_lies()),
                report => Ok(report),
            };
        }
        if before.has_log() {
            return self.copied();
        }
        let report = self.as_it_lies();
        if self.look()? == before { Ok(report) } else { Ok(self.read(&self.path)) }
    }

    fn look(&self) -> Result<Look, CliError> {
        Look::at(&self.path).map_err(|source| CliError::io(self.path.display().to_string(), source))
    }

    fn read(&self, path: &Path) -> Result<Report, Error> {
        self.read_as(path, &self.options)
    }

    /// As a file that nobody writes, without looking for a log and without locks.
    fn as_it_lies(&self) -> Result<Report, Error> {
        self.read_as(&self.path, &Options { unchanging: true, ..self.options.clone() })
    }

    fn read_as(&self, path: &Path, options: &Options) -> Result<Report, Error> {
        self.bar.reset();
        jobs_sqlite::verify::verify(path, options, &|done, size| {
            self.bar.set_length(size);
            self.bar.set_position(done);
        })
    }

    fn copied(&self) -> Outcome {
        let copy = ledger::copy(&self.path)?;
        Ok(self.read(copy.path()))
    }
}
