//! Where a request comes from, as far as known without its caller's credentials.

use std::net::{IpAddr, SocketAddr};

use jobs_auth::TokenDigest;
use jobs_core::UserId;

use crate::PathPrefix;

/// Where a request comes from: the address of its caller, whether it came over https, under which
/// path, and whom a trusted proxy names. [`SignIn::read_proxies`](crate::SignIn::read_proxies) and
/// [`SignIn::check`](crate::SignIn::check) fill it in; a default one is empty.
#[derive(Debug, Clone, Default)]
pub struct RequestSource {
    /// The address at the other end of the connection.
    pub(crate) peer: Option<IpAddr>,
    pub(crate) client: Option<Client>,
    pub(crate) is_https: bool,
    pub(crate) prefix: PathPrefix,
    pub(crate) user: Option<ProxiedUser>,
}

/// The address of a caller, behind the trusted proxies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Client {
    pub(crate) address: IpAddr,
    /// Whether the address may be a proxy's, and so shared by everybody.
    pub(crate) may_be_shared: bool,
}

/// The user named by a request that may name one.
#[derive(Debug, Clone)]
pub(crate) struct ProxiedUser {
    pub(crate) name: UserId,
    /// The digest of the secret that the proxy had.
    pub(crate) secret: TokenDigest,
}

impl RequestSource {
    /// The source of requests over a connection with `peer`. An IPv4 address is treated as such
    /// even on an IPv6 socket.
    #[must_use]
    pub fn of_peer(peer: Option<SocketAddr>) -> Self {
        Self { peer: peer.map(|peer| peer.ip().to_canonical()), ..Self::default() }
    }

    /// The address of the caller: the peer's, or, behind trusted proxies, the one that they name.
    #[must_use]
    pub fn client(&self) -> Option<IpAddr> {
        self.client.map(|client| client.address)
    }

    /// Whether the request came over https, as far as known.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.is_https
    }

    /// The path under which the caller sees this server.
    #[must_use]
    pub fn prefix(&self) -> &PathPrefix {
        &self.prefix
    }
}
