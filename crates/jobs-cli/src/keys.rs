//! The keys that commands are given: verifier keys as text or in a file, and the ledger's own.

use std::fs;
use std::path::Path;

use jobs_core::log::{SigningKey, VerifierKey};
use jobs_notary::key_file;

use crate::CliError;

/// A verifier key, or the file that holds it. What is neither is not repeated: it could be a secret key.
pub(crate) fn verifier(text: &str) -> Result<VerifierKey, CliError> {
    if let Ok(key) = text.parse() {
        return Ok(key);
    }
    let line = match fs::read_to_string(text) {
        Ok(line) => line,
        Err(error) => {
            return Err(CliError::Usage(format!(
                "--key: is neither a verifier key (<name>+<id>+<base64>) nor a file that holds one: {error}"
            )));
        }
    };
    line.trim_end().parse().map_err(|error| CliError::Usage(format!("--key {text}: {error}")))
}

/// The key in the file at `path`, with which the ledger signs.
pub(crate) fn signing(path: &Path) -> Result<SigningKey, CliError> {
    match key_file::load(path) {
        Ok(Some(key)) => Ok(key),
        Ok(None) => Err(CliError::Key(format!("there is no key in {}", path.display()))),
        Err(error) => Err(CliError::Key(error.to_string())),
    }
}
