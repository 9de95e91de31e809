//! `jobctl user` and `jobctl token`: who may use the server of a data directory. A running server
//! notices each change.

pub(crate) mod cli;
mod password;
pub(crate) mod token;
pub(crate) mod user;

use std::io;
use std::path::PathBuf;

use jobs_auth::{AuthFile, AuthFileEditor};
use jobs_files::permissions::{self, Own};

use crate::{CliError, data_dir};
use cli::AuthPlace;

/// The file, which must exist. If it were created here, the first start of the server would find it
/// and make no token, and a mistyped `--data-dir` would become a new directory with users that no
/// server knows.
fn file_of(place: &AuthPlace) -> Result<PathBuf, CliError> {
    let path = data_dir::auth_toml(&place.data_dir);
    match path.metadata() {
        Ok(found) if found.is_file() => Ok(path),
        Ok(_) => Err(CliError::unreadable(path.display().to_string(), "is not a regular file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(CliError::NoAccounts { path: place.data_dir.clone() })
        }
        Err(source) => Err(CliError::io(path.display().to_string(), source)),
    }
}

/// The users and tokens.
fn read(place: &AuthPlace) -> Result<AuthFile, CliError> {
    let path = file_of(place)?;
    let missing = || CliError::NoAccounts { path: place.data_dir.clone() };
    AuthFile::load(&path)?.ok_or_else(missing)
}

/// An editor of the file, which nobody else may change, nor read from now on. Root may change the
/// file of the user who runs the server.
fn editor(place: &AuthPlace) -> Result<AuthFileEditor, CliError> {
    permissions::secure(&place.data_dir, Own::Owners)?;
    file_of(place).map(AuthFileEditor::new)
}
