//! What clap does not do by itself: variables that are empty, and messages that name the variable
//! and repeat no password.

use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, CommandFactory as _};

use super::Config;

/// The error, without the wrong value if that is a URL: it may hold a password, and the output of
/// the start is kept in logs.
pub(super) fn without_url(mut error: clap::Error) -> clap::Error {
    if let Some(ContextValue::String(value)) = error.get(ContextKind::InvalidValue)
        && jobs_core::may_hold_password(value)
    {
        error.insert(ContextKind::InvalidValue, ContextValue::String("…".to_owned()));
    }
    error
}

/// The error with the variable added to the flag: the message names whichever of the two was set.
pub(super) fn with_variable(mut error: clap::Error) -> clap::Error {
    let Some(ContextValue::String(flag)) = error.get(ContextKind::InvalidArg) else { return error };
    let command = Config::command();
    let named = |arg: &&Arg| {
        let long = arg.get_long().unwrap_or_default();
        flag.strip_prefix("--").and_then(|flag| flag.split(' ').next()) == Some(long)
    };
    let variable = command.get_arguments().find(named).and_then(|arg| arg.get_env()?.to_str());
    if let Some(variable) = variable {
        let both = format!("{flag} ({variable})");
        error.insert(ContextKind::InvalidArg, ContextValue::String(both));
    }
    error
}

/// A service's settings may have a line `JOBS_DEMO=`, which means that it is not set.
pub(super) fn without_empty_variable(arg: Arg) -> Arg {
    let value = arg.get_env().and_then(std::env::var_os);
    if value.is_some_and(|value| value.is_empty()) { arg.env(Resettable::Reset) } else { arg }
}
