//! `jobctl token`: the tokens that programs send.

use std::io::{self, Write};

use jobs_auth::AuthFile;
use serde_json::json;

use super::cli::TokenCommand;
use super::user::say;
use super::{editor, read};
use crate::terminal::{self, Table};
use crate::{CliError, exit};

pub(crate) fn run(command: &TokenCommand, out: &mut dyn Write) -> Result<u8, CliError> {
    match command {
        TokenCommand::New(args) => {
            let name = args.name.as_deref();
            let comment = args.comment.as_deref();
            let editor = editor(&args.place)?;
            let (token, name) = editor.new_token(&args.user, args.role, name, comment)?;
            // On standard error, so that a script gets only the token.
            let note = format!("jobctl: token {name}; it is shown only this once");
            let _nobody_reads = writeln!(io::stderr(), "{}", terminal::escape(&note));
            say(out, &token)
        }
        TokenCommand::List { place, json } => list(&read(place)?, *json, out),
        TokenCommand::Revoke { name, place } => {
            editor(place)?.revoke_token(name)?;
            say(out, &format!("token {name} is revoked"))
        }
    }
}

fn list(file: &AuthFile, json: bool, out: &mut dyn Write) -> Result<u8, CliError> {
    if json {
        let tokens = file.tokens.iter().map(|token| {
            json!({
                "name": token.name, "user": token.identity.user, "role": token.identity.role,
                "revoked": token.disabled, "comment": token.comment,
                "created_at": token.created_at,
            })
        });
        let tokens: Vec<_> = tokens.collect();
        return say(out, &terminal::json(&json!({"tokens": tokens})));
    }
    let rows = file.tokens.iter().map(|token| {
        let of_disabled = file.user(&token.identity.user).is_some_and(|user| user.disabled);
        let state = match (token.disabled, of_disabled) {
            (true, _) => "revoked",
            (false, true) => "user disabled",
            (false, false) => "accepted",
        };
        let user = token.identity.user.to_string();
        let role = token.identity.role.to_string();
        let created = token.created_at.clone().unwrap_or_default();
        let comment = token.comment.clone().unwrap_or_default();
        [token.name.clone(), user, role, state.to_owned(), created, comment]
    });
    let rows: Vec<_> = rows.collect();
    let mut table = Table::new(["TOKEN", "USER", "ROLE", "STATE", "CREATED", "COMMENT"]);
    table.page(out, &rows).map_err(CliError::Output)?;
    Ok(exit::DONE)
}
