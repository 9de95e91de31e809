//! Why the server did not start.

use std::io;
use std::path::PathBuf;

use jobs_auth::{AuthFileError, PasswordError, SessionKeyError};
use jobs_core::escape::shell_word;
use jobs_files::permissions::PermissionError;
use jobs_gateway::ConfigError;
use jobs_sign_in::{IdentitySecretError, JwtStartError};

use crate::config::BOOTSTRAP_TOKEN_VARIABLE;
use crate::data_dir::DataDirError;
use crate::notarize::NotarizeError;

/// Why the server did not start. The message names the setting to change.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The data directory cannot be used.
    #[error(transparent)]
    DataDir(#[from] DataDirError),
    /// Others may change what a setting names.
    #[error("{setting}: {source}")]
    Permissions {
        /// The setting.
        setting: &'static str,
        /// What is wrong.
        source: PermissionError,
    },
    /// The users and tokens cannot be used.
    #[error(transparent)]
    AuthFile(#[from] AuthFileError),
    /// The first token that the environment gives cannot be used.
    #[error("{BOOTSTRAP_TOKEN_VARIABLE}: {0}")]
    BootstrapToken(&'static str),
    /// The key of the sessions cannot be used.
    #[error("the sessions' key: {0}")]
    SessionKey(#[from] SessionKeyError),
    /// The secret of the proxies cannot be used.
    #[error(transparent)]
    IdentitySecret(#[from] IdentitySecretError),
    /// JWTs cannot be checked.
    #[error(transparent)]
    Jwt(#[from] JwtStartError),
    /// There are no random bytes to make a token of.
    #[error("the system has no random bytes for a token: {0}")]
    Random(getrandom::Error),
    /// The ledger cannot be read, or calls that were left open cannot be settled.
    #[error("the ledger in --data-dir: {0}")]
    Ledger(#[from] jobs_core::Error),
    /// The first token could neither be shown nor written to a file, and was not stored.
    #[error(
        "the first admin token cannot be shown ({0}), so none was made; set one with {BOOTSTRAP_TOKEN_VARIABLE}"
    )]
    Show(io::Error),
    /// There is no terminal, and no data directory.
    #[error(
        "--store memory (JOBS_STORE): there is no terminal to show the first admin token on, and no data directory for it; set \
         one with {BOOTSTRAP_TOKEN_VARIABLE}"
    )]
    NoTerminal,
    /// The ledger cannot be vouched for, or is not what its anchors say.
    #[error(transparent)]
    Notarize(#[from] NotarizeError),
    /// The gateway's settings are wrong.
    #[error("{0}")]
    Gateway(#[from] ConfigError),
    /// The port cannot be bound.
    #[error("--listen {listen} (JOBS_LISTEN): {}", why_not(.source))]
    Listen {
        /// The setting.
        listen: String,
        /// Why.
        source: io::Error,
    },
    /// No file may grow as large as a ledger.
    #[error(
        "no file of this process may have more than {bytes} bytes, but a ledger needs more: raise the limit (ulimit -f)"
    )]
    FileLimit {
        /// The limit.
        bytes: u64,
    },
    /// It failed, and the ledger is damaged.
    #[error(
        "{source}. `jobctl verify --data-dir {}` lists everything that is wrong. Keep the files as they are, and restore a \
         backup",
        shell_word(data_dir)
    )]
    Damaged {
        /// The directory.
        data_dir: PathBuf,
        /// What failed.
        source: Box<StartError>,
    },
    /// It failed, and the disk is full.
    #[error("{source}; the disk of {data_dir} is full: make room, and start again")]
    DiskFull {
        /// The directory.
        data_dir: PathBuf,
        /// What failed.
        source: Box<StartError>,
    },
    /// The simulated upstream cannot be started, or what the demo keeps cannot be written.
    #[error("--demo (JOBS_DEMO): {0}")]
    Demo(io::Error),
    /// The demo's people share a password, and its upstream is called by anyone.
    #[error(
        "--demo (JOBS_DEMO): listens on this machine alone, as its users share a password; use --listen 127.0.0.1:8080"
    )]
    DemoForOthers,
    /// The password of the demo's people is not taken.
    #[error("--demo (JOBS_DEMO): {0}")]
    DemoPassword(PasswordError),
}

impl StartError {
    /// Whether the ledger has values that it could never have recorded.
    pub(crate) fn is_damage(&self) -> bool {
        use jobs_core::Error::Corrupt;
        use jobs_notary::{AnchorError, RollbackError};
        match self {
            Self::Ledger(Corrupt(_)) => true,
            Self::Notarize(error) => matches!(
                error,
                NotarizeError::Ledger(Corrupt(_))
                    | NotarizeError::Anchor(AnchorError::Ledger(Corrupt(_)))
                    | NotarizeError::Rollback(
                        RollbackError::Ledger(Corrupt(_))
                            | RollbackError::Anchor(AnchorError::Ledger(Corrupt(_)))
                    )
            ),
            _ => false,
        }
    }
}

/// Why an address cannot be used, and what to use instead.
fn why_not(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            "another program is listening there; stop it, or choose another port".to_owned()
        }
        io::ErrorKind::AddrNotAvailable => {
            "this machine has no such address; use 127.0.0.1:8080 to listen only locally, or 0.0.0.0:8080 for all addresses"
                .to_owned()
        }
        io::ErrorKind::PermissionDenied => {
            format!("you may not listen there; choose a port above 1023 ({error})")
        }
        io::ErrorKind::InvalidInput => {
            "must be an address of this machine and a port up to 65535, such as 127.0.0.1:8080 or [::1]:8080".to_owned()
        }
        _ => error.to_string(),
    }
}
