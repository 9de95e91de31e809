//! `jobctl token`: the tokens that programs send.

use std::collections::HashMap;
use std::io::{self, Write};
use std::time::Duration;

use jobs_auth::{AuthFile, NewToken, TokenEntry, TokenHandle, moment, read_token_uses};
use jobs_core::Timestamp;
use serde_json::json;

use super::cli::TokenCommand;
use super::user::say;
use super::{editor, read};
use crate::terminal::{self, Table};
use crate::{CliError, data_dir, exit};

pub(crate) fn run(command: &TokenCommand, out: &mut dyn Write) -> Result<u8, CliError> {
    match command {
        TokenCommand::New(args) => {
            if let Some(expires) = args.expires
                && expires <= Timestamp::now()
            {
                return Err(CliError::Usage(format!("--expires {expires} is over already")));
            }
            let editor = editor(&args.place)?;
            let (token, name) = editor.new_token(&NewToken {
                user: args.user.clone(),
                role: args.role,
                name: args.name.clone(),
                comment: args.comment.clone(),
                expires_at: args.expires,
                made_by: None,
                count_max: None,
            })?;
            // On standard error, so that a script gets only the token.
            let note = format!("jobctl: token {name}; it is shown only this once");
            let _nobody_reads = writeln!(io::stderr(), "{}", terminal::escape(&note));
            say(out, &token)
        }
        TokenCommand::List { place, json } => {
            let file = read(place)?;
            let uses = read_token_uses(&data_dir::auth_toml(&place.data_dir));
            list(&file, &uses, *json, out)
        }
        TokenCommand::Revoke { name, user, place } => {
            let editor = editor(place)?;
            match user {
                Some(user) => editor.revoke_token_of(user, name)?,
                None => editor.revoke_token(name)?,
            }
            say(out, &format!("token {name} is revoked"))
        }
    }
}

/// What becomes of a request with a token.
fn state(file: &AuthFile, token: &TokenEntry) -> &'static str {
    let of_disabled = file.user(&token.identity.user).is_some_and(|user| user.disabled);
    let is_over = token.expires_at.is_some_and(|expires| expires < Timestamp::now());
    match (token.disabled, is_over, of_disabled) {
        (true, ..) => "revoked",
        (_, true, _) => "expired",
        (.., true) => "user disabled",
        _ => "accepted",
    }
}

fn list(
    file: &AuthFile,
    uses: &HashMap<TokenHandle, Duration>,
    json: bool,
    out: &mut dyn Write,
) -> Result<u8, CliError> {
    let last_used = |token: &TokenEntry| uses.get(&token.handle()).map(|used| moment(*used));
    if json {
        let tokens = file.tokens.iter().map(|token| {
            json!({
                "name": token.name, "user": token.identity.user, "role": token.identity.role,
                "state": state(file, token), "revoked": token.disabled, "comment": token.comment,
                "created_at": token.created_at, "made_by": token.made_by, "expires_at": token.expires_at,
                "last_used_at": last_used(token), "revoked_at": token.revoked_at,
            })
        });
        let tokens: Vec<_> = tokens.collect();
        return say(out, &terminal::json(&json!({"tokens": tokens})));
    }
    let rows = file.tokens.iter().map(|token| {
        let user = token.identity.user.to_string();
        let role = token.identity.role.to_string();
        let state = state(file, token).to_owned();
        let created = token.created_at.clone().unwrap_or_default();
        let expires = token.expires_at.map(|it| it.to_string()).unwrap_or_default();
        let used = last_used(token).map(|it| it.to_string()).unwrap_or_default();
        let revoked = token.revoked_at.clone().unwrap_or_default();
        let comment = token.comment.clone().unwrap_or_default();
        [token.name.clone(), user, role, state, created, expires, used, revoked, comment]
    });
    let rows: Vec<_> = rows.collect();
    let mut table = Table::new([
        "TOKEN",
        "USER",
        "ROLE",
        "STATE",
        "CREATED",
        "EXPIRES",
        "LAST USED",
        "REVOKED",
        "COMMENT",
    ]);
    table.page(out, &rows).map_err(CliError::Output)?;
    Ok(exit::DONE)
}
