//! The settings: the command line, and the variables that stand for flags. Contradictions are
//! refused, and so is anything that would silently be ignored.

use std::env;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{ArgMatches, Command, CommandFactory as _, Error, FromArgMatches as _};

use crate::{Cli, terminal};

/// The variables that `jobs-http` reads: both programs may share one environment.
const VARIABLES_OF_THE_SERVER: [&str; 35] = [
    "JOBS_ACCEPT_RESTORE",
    "JOBS_ALLOWED_HOST",
    "JOBS_ANCHOR_DIR",
    "JOBS_BOOTSTRAP_TOKEN",
    "JOBS_COOKIE_SECURE",
    "JOBS_DATA_DIR",
    "JOBS_DEMO",
    "JOBS_HEADER_TIMEOUT_SECONDS",
    "JOBS_IDENTITY_SECRET",
    "JOBS_JWT_AUDIENCE",
    "JOBS_JWT_ISSUER",
    "JOBS_JWT_JWKS",
    "JOBS_JWT_ROLE_CLAIM",
    "JOBS_JWT_USER_CLAIM",
    "JOBS_LEDGER_KEY",
    "JOBS_LEDGER_ORIGIN",
    "JOBS_LISTEN",
    "JOBS_LOG",
    "JOBS_LOG_ACCESS",
    "JOBS_MAX_CONNECTIONS",
    "JOBS_ON_OVERLAP",
    "JOBS_OVERLAP_WINDOW_SECONDS",
    "JOBS_PATH_PREFIX",
    "JOBS_REDACT_NAME",
    "JOBS_STORE",
    "JOBS_THREADS",
    "JOBS_TRUSTED_PROXY",
    "JOBS_UNKNOWN_ACTIONS",
    "JOBS_UNKNOWN_USERS",
    "JOBS_UPSTREAM",
    "JOBS_UPSTREAM_ALLOW_LINK_LOCAL",
    "JOBS_UPSTREAM_CA",
    "JOBS_UPSTREAM_KEEP_ALIVE",
    "JOBS_UPSTREAM_READ",
    "JOBS_UPSTREAM_TIMEOUT_SECONDS",
];

/// Reads the command line and the environment.
///
/// # Errors
/// What is wrong with them, or the text for `--help` or `--version`.
pub fn read() -> Result<Cli, Error> {
    let mut command = Cli::command();
    let parsed = command.try_get_matches_from_mut(env::args_os());
    let is_help = |error: &Error| !error.use_stderr();
    if parsed.as_ref().err().is_none_or(|error| !is_help(error)) {
        // First: clap would report an empty variable as an error of its flag.
        check_variables(&command).map_err(|reason| refused(&reason))?;
    }
    let matches = parsed.map_err(without_url)?;
    check_place(&command, &matches).map_err(|reason| refused(&reason))?;
    Cli::from_arg_matches(&matches)
}

fn refused(reason: &str) -> Error {
    let reason = terminal::escape(reason);
    Error::raw(ErrorKind::ValueValidation, format!("{reason}\n"))
}

/// The error, without the wrong value if that is a URL: it may hold a password, and the output of
/// scripts is kept.
fn without_url(mut error: Error) -> Error {
    if let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidValue)
        && jobs_core::may_hold_password(value)
    {
        error.insert(ContextKind::InvalidValue, ContextValue::String("…".to_owned()));
    }
    error
}

/// Refuses an unknown variable `JOBS_…`, and an empty one: the setting would not be what the user
/// meant.
fn check_variables(command: &Command) -> Result<(), String> {
    let mut known = variables(command);
    for name in &known {
        let Some(value) = env::var_os(name) else { continue };
        if value.is_empty() {
            return Err(format!("{name} is set and empty: give it a value, or unset it"));
        }
        if value.to_str().is_none() {
            return Err(format!("{name} is not UTF-8: correct its value, or unset it"));
        }
    }
    known.extend(VARIABLES_OF_THE_SERVER);
    jobs_core::check_variables(env::vars_os(), &known)
}

/// The variables that stand for flags of `command` and its commands.
fn variables(command: &Command) -> Vec<&str> {
    let here = command.get_arguments().filter_map(|arg| arg.get_env()?.to_str());
    let below = command.get_subcommands().flat_map(variables);
    here.chain(below).collect()
}

/// Refuses two places to read from, and a server for a command that never asks one.
fn check_place(command: &Command, matches: &ArgMatches) -> Result<(), String> {
    let mut command = command;
    let mut matches = matches;
    while let Some((name, below)) = matches.subcommand() {
        (command, matches) = (command.find_subcommand(name).unwrap_or(command), below);
    }
    let takes = |id: &str| command.get_arguments().any(|arg| arg.get_id() == id);
    let source = |id: &str| if takes(id) { matches.value_source(id) } else { None };
    let named = |id, flag, variable| match source(id) {
        Some(ValueSource::CommandLine) => Some(flag),
        Some(ValueSource::EnvVariable) => Some(variable),
        _ => None,
    };
    let data_dir = named("data_dir", "--data-dir", "JOBS_DATA_DIR");
    let server = named("server", "--server", "JOBS_SERVER");
    if let (Some(data_dir), Some(server)) = (data_dir, server) {
        return Err(format!(
            "{server} names a server and {data_dir} a directory, but only one of them can be read: leave one out (for a \
             variable, run `env -u NAME jobctl …`)"
        ));
    }
    let works_here = takes("data_dir") && !takes("server");
    if works_here && data_dir != Some("--data-dir") && env::var_os("JOBS_SERVER").is_some() {
        let name = command.get_name();
        return Err(format!(
            "JOBS_SERVER is set, but `{name}` works only on a directory: name the directory with --data-dir, or unset \
             JOBS_SERVER"
        ));
    }
    if source("token") == Some(ValueSource::CommandLine) && server.is_none() {
        return Err(
            "--token is for a server, but none is named: add --server URL, or leave --token out"
                .into(),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Exactly the settings of the server are known here.
    #[test]
    fn the_servers_variables_are_these() {
        let server = jobs_http::config::Config::command();
        let mut theirs = variables(&server);
        theirs.push(jobs_http::config::BOOTSTRAP_TOKEN_VARIABLE);
        theirs.sort_unstable();
        assert_eq!(theirs, VARIABLES_OF_THE_SERVER);
    }
}
