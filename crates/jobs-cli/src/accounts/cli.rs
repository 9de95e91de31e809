//! The command lines of `jobctl user` and `jobctl token`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jobs_auth::Role;
use jobs_core::{Timestamp, UserId};

use crate::exit::EXIT_CODES;

/// Whose users and tokens.
#[derive(Debug, Args)]
pub struct AuthPlace {
    /// The directory of the server
    #[arg(long, value_name = "DIR", env = "JOBS_DATA_DIR", default_value = "./jobs-data")]
    pub data_dir: PathBuf,
}

/// `jobctl user`.
#[derive(Debug, Subcommand)]
#[command(after_help = EXIT_CODES)]
pub enum UserCommand {
    /// Add a user; asks for the password
    Add {
        /// The user's name and password.
        #[command(flatten)]
        user: PasswordArgs,
        /// What the user may do: operator, auditor or admin
        #[arg(long)]
        role: Role,
        /// Add the user without a password, to sign in through a trusted proxy or use only tokens
        #[arg(long, conflicts_with = "password_stdin")]
        no_password: bool,
    },
    /// List the users
    List {
        /// Whose users.
        #[command(flatten)]
        place: AuthPlace,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Change a user's password; the user's sessions end
    Passwd(PasswordArgs),
    /// Disable a user: the password, sessions, tokens and JWTs stop working
    Disable(UserArgs),
    /// Enable a disabled user; asks for a new password if the user has one
    Enable(PasswordArgs),
}

/// A user, by name.
#[derive(Debug, Args)]
pub struct UserArgs {
    /// The user
    #[arg(value_name = "NAME")]
    pub name: UserId,
    /// Whose users.
    #[command(flatten)]
    pub place: AuthPlace,
}

/// A user who gets a password. The password is never an argument, as other users of the machine can
/// see command lines.
#[derive(Debug, Args)]
pub struct PasswordArgs {
    /// The user.
    #[command(flatten)]
    pub user: UserArgs,
    /// Read the password from the first line of standard input instead of the terminal
    #[arg(long)]
    pub password_stdin: bool,
}

/// `jobctl token`.
#[derive(Debug, Subcommand)]
#[command(after_help = EXIT_CODES)]
pub enum TokenCommand {
    /// Make a token, and print it; it is shown only once
    New(NewTokenArgs),
    /// List the tokens: names, ends, last uses; neither tokens nor their digests are shown
    List {
        /// Whose tokens.
        #[command(flatten)]
        place: AuthPlace,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Revoke a token
    Revoke {
        /// The token's name, as in the list
        #[arg(value_name = "NAME")]
        name: String,
        /// Whose token, if several users have one of this name
        #[arg(long, value_name = "NAME")]
        user: Option<UserId>,
        /// Whose tokens.
        #[command(flatten)]
        place: AuthPlace,
    },
}

/// `jobctl token new`.
#[derive(Debug, Args)]
pub struct NewTokenArgs {
    /// The user of the token
    #[arg(long, value_name = "NAME")]
    pub user: UserId,
    /// The role of the token, for a user who is not listed: operator, auditor or admin
    #[arg(long)]
    pub role: Option<Role>,
    /// The token's name [default: the user's name with a number]
    #[arg(long)]
    pub name: Option<String>,
    /// What the token is for
    #[arg(long)]
    pub comment: Option<String>,
    /// The last moment at which it is accepted, such as 2026-12-31T23:59:59Z [default: for ever]
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub expires: Option<Timestamp>,
    /// Whose tokens.
    #[command(flatten)]
    pub place: AuthPlace,
}

fn time(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse("--expires", text).map_err(|error| error.to_string())
}
