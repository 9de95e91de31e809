//! The first admin token: given by the environment, or made at the first start and shown at a
//! terminal or written to a file.
//!
//! Standard output that is not a terminal is usually kept in a log, which more people can read than
//! may be admin. So the token is then in `first-token` in the data directory, which only its owner
//! can read, until somebody removes it.
//!
//! It is shown, or on the disk, before its hash is stored: a start that is cut short in between
//! makes another one, and nobody is locked out.

use std::io;
use std::sync::Arc;

use jobs_auth::{
    Accounts, AuthFileEditor, Clock as _, Identity, Register, Role, SystemClock, TokenDigest, User,
    check_secret, digest, mint_token,
};
use jobs_core::UserId;
use jobs_files::whole_file;

use crate::config::{BOOTSTRAP_TOKEN_VARIABLE, Config, StoreKind};
use crate::data_dir::DataDir;
use crate::demo::People;
use crate::start_error::StartError;

/// Where the first token comes from, or goes.
#[derive(Debug)]
pub enum FirstToken {
    /// The environment gives it.
    Given(String),
    /// It is made, and shown at a terminal with this function.
    Shown(fn(&str) -> io::Result<()>),
    /// It is made, and left in the data directory.
    Left,
}

impl FirstToken {
    /// Refuses a token that cannot be used, before a file is created.
    pub(crate) fn check(&self, config: &Config) -> Result<(), StartError> {
        match self {
            Self::Given(token) => check_secret(token).map_err(StartError::BootstrapToken),
            Self::Left if config.store == StoreKind::Memory => Err(StartError::NoTerminal),
            Self::Shown(_) | Self::Left => Ok(()),
        }
    }

    /// Warns that it has no effect if there already are accounts.
    pub(crate) fn is_late_for(&self, accounts: Accounts) -> Accounts {
        if let Self::Given(token) = self
            && accounts.register().find_token(token, SystemClock.now()).is_none()
        {
            tracing::warn!(
                "{BOOTSTRAP_TOKEN_VARIABLE} has no effect: it only sets the first token, and is not one of those in auth.toml"
            );
        }
        accounts
    }

    /// Makes the token, or takes the given one, and then stores its hash; lists `people` as well.
    pub(crate) fn make_accounts(
        self,
        data_dir: Option<&DataDir>,
        people: Option<&People>,
    ) -> Result<Accounts, StartError> {
        let (digest, comment) = self.make(data_dir)?;
        let identity = Identity { user: UserId::new("admin")?, role: Role::Admin };
        if let Some(path) = data_dir.map(DataDir::auth_toml) {
            let editor = AuthFileEditor::new(&path);
            editor.create_with_token(&digest, &identity, comment)?;
            for (name, role) in people.map_or(&[][..], |people| &people.each) {
                editor.add_user(name, *role, people.map(|people| &people.password))?;
            }
            if let Some(accounts) = Accounts::open(path)? {
                return Ok(accounts);
            }
        }
        let mut register = Register::default();
        register.insert_token(digest, identity);
        for (name, role) in people.map_or(&[][..], |people| &people.each) {
            let identity = Arc::new(Identity { user: name.clone(), role: *role });
            let password = people.map(|people| people.password.clone());
            register.insert_user(User { identity, password, disabled: false });
        }
        Ok(Accounts::fixed(register))
    }

    fn make(self, data_dir: Option<&DataDir>) -> Result<(TokenDigest, &'static str), StartError> {
        let given = match &self {
            Self::Given(token) => Some(token),
            Self::Shown(_) | Self::Left => None,
        };
        if let Some(token) = given {
            return Ok((digest(token), "set by JOBS_BOOTSTRAP_TOKEN at the first start"));
        }
        let token = mint_token().map_err(StartError::Random)?;
        let kept = match (self, data_dir) {
            (Self::Shown(show), _) => show(&token),
            (_, Some(data_dir)) => {
                whole_file::replace(&data_dir.first_token(), format!("{token}\n").as_bytes())
            }
            (_, None) => return Err(StartError::NoTerminal),
        };
        kept.map_err(StartError::Show)?;
        Ok((digest(&token), "made at the first start"))
    }
}
