//! `jobctl user` and `jobctl token`: who may use the server of a data directory. A running server notices each change.

pub(crate) mod cli;
mod password;
pub(crate) mod token;
pub(crate) mod user;

use jobs_auth::{AuthFile, AuthFileEditor};

use crate::{CliError, data_dir};
use cli::AuthPlace;

/// What is listed; nothing when there is no file.
fn read(place: &AuthPlace) -> Result<AuthFile, CliError> {
    Ok(AuthFile::load(&data_dir::auth_toml(&place.data_dir))?.unwrap_or_default())
}

/// The file, to be changed.
fn editor(place: &AuthPlace) -> AuthFileEditor {
    AuthFileEditor::new(data_dir::auth_toml(&place.data_dir))
}

/// The file, to be added to; the directory is made if need be.
fn editor_to_add(place: &AuthPlace) -> Result<AuthFileEditor, CliError> {
    data_dir::make(&place.data_dir)?;
    Ok(editor(place))
}
