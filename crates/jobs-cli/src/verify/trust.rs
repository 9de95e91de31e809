//! The key that checks signatures, and where it comes from: what a signature proves depends on it.

use std::path::Path;

use jobs_core::log::VerifierKey;

use crate::api::Remote;
use crate::{CliError, data_dir, keys};

/// The key, and where it comes from.
#[derive(Debug)]
pub(super) enum Trust {
    /// From the operator, by `--key`.
    Given {
        key: VerifierKey,
        /// That of `ledger.key` in the data directory, if it can be read.
        beside: Option<Box<VerifierKey>>,
    },
    /// From beside the ledger.
    DataDir(VerifierKey),
    /// From the server that is verified.
    Server(VerifierKey),
    /// There is none, and why.
    Nobody(String),
}

impl Trust {
    /// The key that is given, or else that of `ledger.key` in the data directory, if it can be
    /// read.
    pub(super) fn offline(given: Option<&str>, data_dir: &Path) -> Result<Self, CliError> {
        let beside = keys::signing(&data_dir::ledger_key(data_dir));
        let beside = beside.map(|key| key.verifier().clone());
        Ok(match (given, beside) {
            (Some(given), beside) => {
                Self::Given { key: keys::verifier(given)?, beside: beside.ok().map(Box::new) }
            }
            (None, Ok(key)) => Self::DataDir(key),
            (None, Err(error)) => Self::Nobody(error.to_string()),
        })
    }

    /// The key that is given, or else the one that the server says it has.
    pub(super) async fn online(given: Option<&str>, remote: &Remote) -> Result<Self, CliError> {
        if let Some(key) = given {
            return Ok(Self::Given { key: keys::verifier(key)?, beside: None });
        }
        let unreadable = |reason: &str| CliError::unreadable("log/key of the server", reason);
        let line = remote.log("key").await?.ok_or_else(|| unreadable("is not there"))?;
        let line = String::from_utf8(line).map_err(|_| unreadable("is not UTF-8"))?;
        line.trim_end().parse().map(Self::Server).map_err(|error| {
            let error: jobs_core::ProofError = error;
            unreadable(&error.to_string())
        })
    }

    pub(super) fn key(&self) -> Option<&VerifierKey> {
        match self {
            Self::Given { key, .. } | Self::DataDir(key) | Self::Server(key) => Some(key),
            Self::Nobody(_) => None,
        }
    }

    /// One word for programs.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Given { .. } => "given",
            Self::DataDir(_) => "data_dir",
            Self::Server(_) => "server",
            Self::Nobody(_) => "none",
        }
    }

    /// For people, on a line of its own. `has_checked`: whether there was a signature to check.
    pub(super) fn describe(&self, has_checked: bool) -> String {
        match self {
            Self::Given { key, .. } if has_checked => format!("{key}, as given"),
            Self::Given { key, .. } => {
                format!(
                    "{key}, as given; no checkpoint is at hand that it could have signed, so it checked nothing"
                )
            }
            Self::DataDir(key) => {
                format!("{key}, from the data directory: with --key it would not depend on that")
            }
            Self::Server(key) => format!(
                "{key}, from this server alone, which proves nothing about whose it is: give the key that you have from \
                 elsewhere with --key"
            ),
            Self::Nobody(why) => {
                format!("none, so that signatures were not checked: {why}; give --key")
            }
        }
    }
}
