//! The settings of a gateway: what it may reach, and its limits.

mod rules;

use std::path::PathBuf;
use std::time::Duration;

use url::Url;

pub use rules::{KeepAlive, ReadRule};

use crate::redact::is_name;

/// The settings of a [`Gateway`](crate::Gateway). The default reaches nothing.
#[derive(Debug, Clone)]
pub struct GatewayConfig {
    /// The base URLs under which a request's URL must lie: same scheme, host and port, and a path
    /// equal to or below the base's.
    pub upstreams: Vec<Url>,
    /// Plain reads, which make no job. A POST is a read only where a rule says so. A GET is a read
    /// everywhere, unless there are rules for GET below the same upstream; then only where they say
    /// so.
    pub reads: Vec<ReadRule>,
    /// For how long upstreams keep idle connections, where they do not say so themselves, or say
    /// more than is true. A connection is used again for half of that.
    pub keep_alive: Vec<KeepAlive>,
    /// Whether link-local and cloud metadata addresses may be called. Usual upstreams do not need
    /// it.
    pub allow_link_local: bool,
    /// How long to wait for a connection, name lookup and TLS included. Shorter than
    /// `total_timeout`, so that a connection that never came about is told apart from an answer
    /// that never came.
    pub connect_timeout: Duration,
    /// How long to wait for the whole answer, connecting included.
    pub total_timeout: Duration,
    /// The most bytes of an answer that are read.
    pub response_bytes_max: usize,
    /// The most calls in flight at once, and a quarter of them for one user. More wait for half a
    /// second, and are then refused with [`Refusal::Busy`](crate::Refusal::Busy).
    pub calls_max: usize,
    /// The most memory that the requests of calls in flight may take, as estimated from their
    /// payloads, and a quarter of it for one user. More wait, and are refused, likewise. A request
    /// that takes more than a quarter is sent when its user has no other in flight.
    pub call_bytes_max: usize,
    /// What to do with actions that have no code of their own.
    pub unknown_actions: UnknownActions,
    /// What to do with a Set Action that repeats what was asked for within `overlap_window`.
    pub on_overlap: OnOverlap,
    /// How far back other jobs are looked for.
    pub overlap_window: Duration,
    /// Further names of credentials, beside the known ones: see [`Redactor`](crate::Redactor).
    pub redact_names: Vec<String>,
    /// A PEM file of further certificate authorities to trust for `https` upstreams.
    pub ca_file: Option<PathBuf>,
}

/// 5 s to connect, 30 s in all, answers up to 8 MiB, 1,024 calls at once with requests of 256 MiB,
/// unknown actions recorded, a warning of overlaps within 10 s.
impl Default for GatewayConfig {
    fn default() -> Self {
        Self {
            upstreams: Vec::new(),
            reads: Vec::new(),
            keep_alive: Vec::new(),
            allow_link_local: false,
            connect_timeout: Duration::from_secs(5),
            total_timeout: Duration::from_secs(30),
            response_bytes_max: 8 << 20,
            calls_max: 1024,
            call_bytes_max: 256 << 20,
            unknown_actions: UnknownActions::default(),
            on_overlap: OnOverlap::default(),
            overlap_window: Duration::from_secs(10),
            redact_names: Vec::new(),
            ca_file: None,
        }
    }
}

/// What to do with an action that
/// [`ActionCode::of_legacy_name`](jobs_core::ActionCode::of_legacy_name) does not know. None is
/// ever sent without a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UnknownActions {
    /// Record and send it, with the code [`ActionCode::UNKNOWN`](jobs_core::ActionCode::UNKNOWN).
    #[default]
    Record,
    /// Refuse it: no record, no call.
    Refuse,
}

/// What to do with a Set Action when other jobs have just asked for the same action on some of its
/// customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnOverlap {
    /// Send it, and say which jobs those are ([`Finished::overlaps`](crate::Finished::overlaps)),
    /// and whether all could be compared.
    #[default]
    Warn,
    /// Do not send it, nor one that could not be compared with all recent jobs: the job is recorded
    /// as failed, with the reason.
    Refuse,
    /// Send it, and do not look for overlaps.
    Allow,
}

/// Why a gateway cannot start with its settings.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// An upstream is not a plain `http` or `https` base URL.
    #[error("upstream {url}: {reason} (--upstream, JOBS_UPSTREAM)")]
    Upstream {
        /// The URL, without user name, password and query.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A rule for reads is not below an upstream.
    #[error("upstream read {url}: {reason} (--upstream-read, JOBS_UPSTREAM_READ)")]
    Read {
        /// The URL, without user name, password and query.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A keep-alive time is not for the server of an upstream.
    #[error(
        "upstream keep-alive {url}: {reason} (--upstream-keep-alive, JOBS_UPSTREAM_KEEP_ALIVE)"
    )]
    KeepAlive {
        /// The URL, without user name, password and query.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A timeout or a limit is out of range.
    #[error("{setting}: {reason}")]
    Limit {
        /// The field of [`GatewayConfig`].
        setting: &'static str,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The file of certificate authorities cannot be used.
    #[error("--upstream-ca {path} (JOBS_UPSTREAM_CA): {reason}")]
    CaFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// TLS cannot be set up: most often, the machine has no certificate authorities installed.
    #[error("TLS for https upstreams: {0}")]
    Tls(String),
}

impl GatewayConfig {
    /// Checks what can be checked without touching the machine.
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        let limit = |setting, reason| Err(ConfigError::Limit { setting, reason });
        if self.connect_timeout.is_zero() {
            return limit("connect_timeout", "must not be zero");
        }
        if self.connect_timeout >= self.total_timeout {
            return limit("connect_timeout", "must be shorter than total_timeout");
        }
        if self.response_bytes_max == 0 {
            return limit("response_bytes_max", "must not be zero");
        }
        if self.calls_max == 0 {
            return limit("calls_max", "must not be zero");
        }
        if self.call_bytes_max == 0 {
            return limit("call_bytes_max", "must not be zero");
        }
        if !self.redact_names.iter().all(|name| is_name(name)) {
            return limit("redact_names", "must each have a letter or a digit");
        }
        if self.overlap_window.is_zero() {
            return limit("overlap_window", "must not be zero");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_checked() {
        let default = GatewayConfig::default;
        let second = Duration::from_secs(1);
        assert!(default().check().is_ok());
        let bad = [
            GatewayConfig { connect_timeout: Duration::ZERO, ..default() },
            GatewayConfig { connect_timeout: second, total_timeout: second, ..default() },
            GatewayConfig { response_bytes_max: 0, ..default() },
            GatewayConfig { calls_max: 0, ..default() },
            GatewayConfig { call_bytes_max: 0, ..default() },
            GatewayConfig { overlap_window: Duration::ZERO, ..default() },
            GatewayConfig { redact_names: vec!["-".to_owned()], ..default() },
        ];
        for config in bad {
            assert!(matches!(config.check(), Err(ConfigError::Limit { .. })), "{config:?}");
        }
    }
}
