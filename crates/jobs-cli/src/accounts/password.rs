//! A new password, from the terminal without showing it, or from standard input.

use std::io::{self, BufRead as _, Read as _};

use jobs_auth::PasswordHash;
use jobs_auth::password::BYTES_MAX;

use super::cli::PasswordArgs;
use crate::CliError;

/// The hash of the password that the user is to have.
pub(super) fn ask(args: &PasswordArgs) -> Result<PasswordHash, CliError> {
    let password = if args.password_stdin { from_stdin()? } else { from_terminal(args)? };
    Ok(PasswordHash::of_new_for(&args.user.name, &password)?)
}

/// The first line.
fn from_stdin() -> Result<String, CliError> {
    let mut line = String::new();
    // One byte more than allowed, and the end of the line: a longer password is refused, not cut.
    let bytes_max = BYTES_MAX as u64 + 3;
    let mut input = io::stdin().lock().take(bytes_max);
    input.read_line(&mut line).map_err(|source| CliError::io("--password-stdin", source))?;
    let password = line.strip_suffix('\n').unwrap_or(&line);
    Ok(password.strip_suffix('\r').unwrap_or(password).to_owned())
}

fn from_terminal(args: &PasswordArgs) -> Result<String, CliError> {
    let prompt = |text: String| {
        rpassword::prompt_password(text).map_err(|source| {
            CliError::io(
                "asking for the password at the terminal (without one, use --password-stdin)",
                source,
            )
        })
    };
    let name = crate::terminal::escape(args.user.name.as_str());
    let password = prompt(format!("Password for {name}: "))?;
    if prompt("Password again: ".to_owned())? != password {
        return Err(CliError::Usage("the two passwords differ; nothing was changed".to_owned()));
    }
    Ok(password)
}
