//! The command lines of `jobctl user` and `jobctl token`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jobs_auth::Role;
use jobs_core::UserId;

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
        /// Without a password: the user comes through a trusted proxy, or with tokens alone
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
    /// Give a user another password; the user's sessions end
    Passwd(PasswordArgs),
    /// Let a user do nothing any more, with whatever password, session, token or JWT
    Disable(UserArgs),
    /// Let a user in again; one who has a password gets a new one
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

/// A user who gets a password. It is never an argument: other users of the machine see command
/// lines.
#[derive(Debug, Args)]
pub struct PasswordArgs {
    /// The user.
    #[command(flatten)]
    pub user: UserArgs,
    /// Read the password from standard input, one line, instead of asking at the terminal
    #[arg(long)]
    pub password_stdin: bool,
}

/// `jobctl token`.
#[derive(Debug, Subcommand)]
#[command(after_help = EXIT_CODES)]
pub enum TokenCommand {
    /// Make a token, and print it: it is shown this once, and kept nowhere
    New(NewTokenArgs),
    /// List the tokens by name; neither they nor their digests are shown
    List {
        /// Whose tokens.
        #[command(flatten)]
        place: AuthPlace,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Accept a token no more
    Revoke {
        /// The token's name, as in the list
        #[arg(value_name = "NAME")]
        name: String,
        /// Whose tokens.
        #[command(flatten)]
        place: AuthPlace,
    },
}

/// `jobctl token new`.
#[derive(Debug, Args)]
pub struct NewTokenArgs {
    /// Whose token
    #[arg(long, value_name = "NAME")]
    pub user: UserId,
    /// What it may do, for a user who is not listed: operator, auditor or admin
    #[arg(long)]
    pub role: Option<Role>,
    /// The token's name; the user's with a number when not given
    #[arg(long)]
    pub name: Option<String>,
    /// What it is for
    #[arg(long)]
    pub comment: Option<String>,
    /// Whose tokens.
    #[command(flatten)]
    pub place: AuthPlace,
}
