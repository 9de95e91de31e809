//! Names of upstreams, resolved to the addresses that may be called.

use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper_util::client::legacy::connect::dns::Name;
use tower::{BoxError, Service};

use crate::request::AddressPolicy;

type Addresses = std::vec::IntoIter<SocketAddr>;

/// A name resolves only to addresses that must not be called.
#[derive(Debug, thiserror::Error)]
#[error(
    "{name} resolves to {address}, a link-local, metadata or otherwise unusable address \
     (--upstream-allow-link-local or JOBS_UPSTREAM_ALLOW_LINK_LOCAL allows link-local and metadata addresses)"
)]
pub(crate) struct AddressBlocked {
    name: String,
    address: IpAddr,
}

/// A name lookup without the addresses that must not be called. The connection is made to what it
/// returns, so a name cannot lead elsewhere after the check.
#[derive(Debug, Clone)]
pub(super) struct FilteringResolver {
    policy: AddressPolicy,
    names: NameLookup,
}

/// How names are looked up.
#[derive(Debug, Clone)]
enum NameLookup {
    System,
    /// Not at all: each name resolves to this address.
    #[cfg(test)]
    All(IpAddr),
}

impl FilteringResolver {
    pub(super) fn system(policy: AddressPolicy) -> Self {
        Self { policy, names: NameLookup::System }
    }

    /// A resolver in which every name leads to `address`.
    #[cfg(test)]
    pub(super) fn constant(policy: AddressPolicy, address: IpAddr) -> Self {
        Self { policy, names: NameLookup::All(address) }
    }

    async fn resolve(self, name: Name) -> Result<Addresses, BoxError> {
        // Port 0: the client puts in that of the URL.
        let found = match self.names {
            NameLookup::System => tokio::net::lookup_host((name.as_str(), 0)).await?.collect(),
            #[cfg(test)]
            NameLookup::All(address) => vec![SocketAddr::new(address, 0)],
        };
        Ok(filter(self.policy, name.as_str(), found)?)
    }
}

impl Service<Name> for FilteringResolver {
    type Response = Addresses;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Addresses, BoxError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        Box::pin(self.clone().resolve(name))
    }
}

/// The addresses found for `name` that may be called; an error when there are only others.
fn filter(
    policy: AddressPolicy,
    name: &str,
    found: Vec<SocketAddr>,
) -> Result<Addresses, AddressBlocked> {
    let (allowed, blocked): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|address| policy.allows(address.ip()));
    match blocked.first() {
        Some(address) if allowed.is_empty() => {
            Err(AddressBlocked { name: name.to_owned(), address: address.ip() })
        }
        _ => Ok(allowed.into_iter()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: AddressPolicy = AddressPolicy { allow_link_local: false };

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_name_keeps_the_addresses_that_may_be_called() {
        let found = |ips: &[&str]| ips.iter().map(|text| SocketAddr::new(ip(text), 0)).collect();
        let kept =
            filter(STRICT, "x.test", found(&["169.254.169.254", "10.0.0.1"])).map(Vec::from_iter);
        assert_eq!(kept.unwrap(), [SocketAddr::new(ip("10.0.0.1"), 0)]);
        let error = filter(STRICT, "x.test", found(&["fe80::1", "169.254.0.1"])).err().unwrap();
        assert!(
            error.to_string().starts_with("x.test resolves to fe80::1, a link-local"),
            "{error}"
        );
        assert_eq!(filter(STRICT, "x.test", found(&[])).map(Iterator::count).unwrap(), 0);
    }

    #[tokio::test]
    async fn the_system_resolver_is_filtered() {
        let resolver = FilteringResolver::system(STRICT);
        let found: Vec<_> =
            resolver.clone().resolve("localhost".parse().unwrap()).await.unwrap().collect();
        assert!(!found.is_empty() && found.iter().all(|address| address.ip().is_loopback()));
        // The resolver also reads address literals, in forms that no URL keeps.
        let refused = resolver.resolve("169.254.169.254".parse().unwrap()).await.err().unwrap();
        assert!(refused.is::<AddressBlocked>(), "{refused}");
    }
}
