//! By what means a caller is signed in.

use std::time::Duration;

use jobs_auth::{Session, TokenDigest};

/// What was taken from a caller, so that it can be checked again.
#[derive(Debug)]
pub(crate) enum Means {
    Token(Box<TokenDigest>),
    Session(Box<Session>),
    /// With the digest of the secret that the proxy had.
    Proxy(Box<TokenDigest>),
    Jwt(Box<TakenJwt>),
}

/// A JWT that was taken.
#[derive(Debug)]
pub(crate) struct TakenJwt {
    pub(crate) token: String,
    /// Since 1970.
    pub(crate) ends: Duration,
}

impl Means {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Token(_) => "token",
            Self::Session(_) => "session",
            Self::Proxy(_) => "proxy",
            Self::Jwt(_) => "jwt",
        }
    }

    /// When it ends by itself, if it does, since 1970.
    pub(crate) fn ends(&self) -> Option<Duration> {
        match self {
            Self::Token(_) | Self::Proxy(_) => None,
            Self::Session(session) => Some(session.ends()),
            Self::Jwt(taken) => Some(taken.ends),
        }
    }
}
