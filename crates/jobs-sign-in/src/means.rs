//! The means by which a caller is signed in.

use std::fmt;
use std::time::Duration;

use jobs_auth::{Session, SessionBy, TokenDigest};

/// What a caller was accepted with, so that it can be checked again.
#[derive(Debug)]
pub(crate) enum Means {
    Token(Box<TokenDigest>),
    Session(Box<Session>),
    /// With the digest of the secret that the proxy had.
    Proxy(Box<TokenDigest>),
    Jwt(Box<TakenJwt>),
}

/// An accepted JWT. `Debug` does not show it, as its text is a credential.
pub(crate) struct TakenJwt {
    pub(crate) token: String,
    /// Since 1970.
    pub(crate) ends: Duration,
}

impl fmt::Debug for TakenJwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TakenJwt").field("ends", &self.ends).finish_non_exhaustive()
    }
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

    pub(crate) fn may_make_tokens(&self) -> bool {
        match self {
            Self::Token(_) | Self::Jwt(_) => false,
            Self::Session(session) => session.by() == SessionBy::Password,
            // It vouches for each request, so there is nothing here that could be copied.
            Self::Proxy(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_not_in_the_text_for_debugging() {
        let taken = TakenJwt { token: "eyJ.canary".to_owned(), ends: Duration::ZERO };
        let text = format!("{:?}", Means::Jwt(Box::new(taken)));
        assert!(text.contains("ends") && !text.contains("canary"), "{text}");
    }
}
