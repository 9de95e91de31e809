//! The keys that commands are given: verifier keys as text or in a file, and the ledger's signing
//! key. Anything else may be a secret, and is never shown.

use std::io;
use std::path::Path;

use jobs_core::ProofError;
use jobs_core::log::{SigningKey, VerifierKey};
use jobs_files::permissions::{self, Named, Own};
use jobs_notary::key_file::{self, KeyFileError};

use crate::{CliError, named_file};

/// The most bytes of a file with a verifier key: a key of the longest name has some 400.
const BYTES_MAX: u64 = 4096;

const VERIFIER: &str = "give the verifier key (<name>+<id>+<base64>) or a file that holds it; jobs-http prints it at \
                        every start, and serves it at /log/key";

/// A verifier key, or the file that holds it.
///
/// # Errors
/// [`CliError::WrongKey`] when it is something else, [`CliError::Io`] when it is a path, and there
/// is no file to read.
pub(crate) fn verifier(given: &str) -> Result<VerifierKey, CliError> {
    if let Ok(key) = given.trim().parse() {
        return Ok(key);
    }
    let text = match named_file::read(Path::new(given), BYTES_MAX) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => return Err(unread(given, error)),
    };
    let read = text.trim().parse();
    read.map_err(|error| wrong("the file of --key", &what_it_is(&text, &error), VERIFIER))
}

/// The error for a text that is not a key and names no readable file. It may be a secret.
fn unread(given: &str, error: io::Error) -> CliError {
    use io::ErrorKind::{InvalidFilename, NotADirectory, NotFound};
    if matches!(error.kind(), NotFound | NotADirectory | InvalidFilename) {
        if let Some(kind) = kind_of(given) {
            return wrong("--key", &format!("is {kind}"), VERIFIER);
        }
        // As many as a key has; a path hardly ever does.
        if given.trim().is_empty() || given.matches('+').count() >= 2 {
            return wrong("--key", "is not a verifier key", VERIFIER);
        }
    }
    if error.kind() == io::ErrorKind::FileTooLarge {
        return wrong("the file of --key", &error.to_string(), VERIFIER);
    }
    CliError::io("--key is neither a verifier key nor a file that can be read", error)
}

/// The key in the file at `path`, with which the ledger signs.
pub(crate) fn signing(path: &Path) -> Result<SigningKey, CliError> {
    match key_file::load(path) {
        Ok(Some(key)) => Ok(key),
        Ok(None) => Err(CliError::Key(format!("there is no key in {}", path.display()))),
        Err(KeyFileError::Malformed { source, .. }) => {
            let text = named_file::read(path, BYTES_MAX).unwrap_or_default();
            let what = what_it_is(&String::from_utf8_lossy(&text), &source);
            Err(wrong(&path.display().to_string(), &what, "it must hold the key that signs"))
        }
        Err(error) => Err(CliError::Key(error.to_string())),
    }
}

/// The key in the file that `--ledger-key` names.
pub(crate) fn named_signing(path: &Path) -> Result<SigningKey, CliError> {
    let text = path.to_string_lossy();
    if let Some(kind) = kind_of(&text).filter(|_| !path.exists()) {
        return Err(wrong(
            "--ledger-key",
            &format!("is {kind}"),
            "give the file that holds the key",
        ));
    }
    permissions::check_named(path, Named::Secret, Own::Owners)
        .map_err(|error| CliError::Key(format!("--ledger-key: {error}")))?;
    signing(path)
}

/// Whether the error says that another key signed, rather than that something was edited.
pub(crate) fn is_of_another(error: &ProofError) -> bool {
    use ProofError::{Origin, OtherKey, Unsigned};
    matches!(error, OtherKey { .. } | Unsigned { .. } | Origin { .. })
}

fn wrong(which: &str, what: &str, instead: &str) -> CliError {
    CliError::WrongKey(format!("{which} {what}; {instead}"))
}

fn what_it_is(text: &str, error: &ProofError) -> String {
    match kind_of(text) {
        Some(kind) => format!("holds {kind}"),
        None => format!("does not hold such a key: {error}"),
    }
}

/// What a text is that people mistake for a key.
fn kind_of(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let is_hex = |text: &str| text.len() >= 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if text.starts_with("PRIVATE+KEY+") {
        Some("a secret key, which signs")
    } else if text.parse::<VerifierKey>().is_ok() {
        Some("a verifier key, which checks signatures but cannot make them")
    } else if text.starts_with("jobs_") || is_hex(text) {
        Some("a token, which signs in")
    } else if text.contains("\n\u{2014} ") {
        Some("a signed note, such as a checkpoint or a receipt")
    } else if text.starts_with(['{', '[']) {
        Some("JSON, such as evidence or a leaf")
    } else {
        None
    }
}
