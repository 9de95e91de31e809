//! `jobctl user`: the users who may sign in.

use std::io::Write;

use serde_json::json;

use super::cli::{PasswordArgs, UserArgs, UserCommand};
use super::{editor, password, read};
use crate::terminal::{self, Table};
use crate::{CliError, exit};

pub(crate) fn run(command: &UserCommand, out: &mut dyn Write) -> Result<u8, CliError> {
    match command {
        UserCommand::Add { user, role, no_password } => {
            let UserArgs { name, place } = &user.user;
            // Fails before a password is asked for.
            let editor = editor(place)?;
            let hash = if *no_password { None } else { Some(password::ask(user)?) };
            editor.add_user(name, *role, hash.as_ref())?;
            say(out, &format!("{name} was added as {role}"))
        }
        UserCommand::List { place, json } => list(&read(place)?, *json, out),
        UserCommand::Passwd(args) => {
            let UserArgs { name, place } = &args.user;
            check_listed(args)?;
            editor(place)?.set_password(name, &password::ask(args)?)?;
            say(out, &format!("{name} has a new password; sessions with the old one end"))
        }
        UserCommand::Disable(UserArgs { name, place }) => {
            editor(place)?.disable_user(name)?;
            say(out, &format!("{name} is disabled"))
        }
        UserCommand::Enable(args) => {
            let UserArgs { name, place } = &args.user;
            let editor = editor(place)?;
            let hash = match check_listed(args)? {
                true => Some(password::ask(args)?),
                false => None,
            };
            editor.enable_user(name, hash.as_ref())?;
            say(out, &format!("{name} is enabled"))
        }
    }
}

/// Whether the user, who must be listed, has a password. Fails before one is asked for.
fn check_listed(args: &PasswordArgs) -> Result<bool, CliError> {
    let UserArgs { name, place } = &args.user;
    let file = read(place)?;
    let user = file.user(name).ok_or_else(|| {
        CliError::Accounts(jobs_auth::AuthFileError::Refused(format!("there is no user {name}")))
    })?;
    Ok(user.password.is_some())
}

fn list(file: &jobs_auth::AuthFile, json: bool, out: &mut dyn Write) -> Result<u8, CliError> {
    if json {
        let users = file.users.iter().map(|user| {
            json!({
                "name": user.name, "role": user.role, "password": user.password.is_some(),
                "disabled": user.disabled, "created_at": user.created_at,
            })
        });
        let users: Vec<_> = users.collect();
        return say(out, &terminal::json(&json!({"users": users})));
    }
    let rows = file.users.iter().map(|user| {
        let state = match (user.disabled, &user.password) {
            (true, _) => "disabled",
            (false, Some(_)) => "password",
            (false, None) => "no password",
        };
        let created = user.created_at.clone().unwrap_or_default();
        [user.name.to_string(), user.role.to_string(), state.to_owned(), created]
    });
    let rows: Vec<_> = rows.collect();
    let mut table = Table::new(["USER", "ROLE", "SIGNS IN BY", "CREATED"]);
    table.page(out, &rows).map_err(CliError::Output)?;
    Ok(exit::DONE)
}

pub(super) fn say(out: &mut dyn Write, line: &str) -> Result<u8, CliError> {
    writeln!(out, "{}", terminal::escape(line)).map_err(CliError::Output)?;
    Ok(exit::DONE)
}
