//! The user whom a proxy has signed in: `X-Forwarded-User`, which counts only beside a secret that
//! the proxy shares with this server.
//!
//! ```text
//! X-Forwarded-User: vijay
//! X-Identity-Secret: 6f1c0e…       what is in the file of --identity-secret
//! ```
//!
//! The peer's address is not enough: a proxy that only ends TLS passes on what its callers send. So
//! a request that names a user without the secret is refused, even with other credentials: either
//! somebody is trying to impersonate a user, or the proxy is set up so that they could.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use http::{HeaderMap, HeaderName};
use jobs_auth::security::{Details, Event, record};
use jobs_auth::{TokenDigest, check_secret, digest};
use jobs_files::permissions::{self, Named, Own, PermissionError};
use jobs_files::whole_file;
use subtle::ConstantTimeEq as _;

use crate::proxy::TrustedProxies;
use crate::source::ProxiedUser;
use crate::{CallerError, RequestSource, single};

const X_FORWARDED_USER: HeaderName = HeaderName::from_static("x-forwarded-user");
const X_IDENTITY_SECRET: HeaderName = HeaderName::from_static("x-identity-secret");

/// The most bytes of the file: more than any line in a proxy's configuration should have.
const BYTES_MAX: u64 = 4096;

/// Why the secret cannot be used. No message shows any of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IdentitySecretError {
    /// It cannot be read.
    #[error("--identity-secret {path} (JOBS_IDENTITY_SECRET): {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Other users of the machine could impersonate anybody.
    #[error("--identity-secret (JOBS_IDENTITY_SECRET): {0}")]
    Permission(#[from] PermissionError),
    /// It can be guessed, or cannot be sent in a header.
    #[error("--identity-secret {path} (JOBS_IDENTITY_SECRET): the secret {reason}")]
    Unfit {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Nobody could use it.
    #[error(
        "--identity-secret (JOBS_IDENTITY_SECRET) is for the proxies of --trusted-proxy \
         (JOBS_TRUSTED_PROXY), and there are none: name the address of the one that has the \
         secret, such as 127.0.0.1/32"
    )]
    NoProxy,
}

/// The secret, as its SHA-256, and the file that holds it.
#[derive(Debug)]
pub struct IdentitySecret {
    path: PathBuf,
    /// `None` while the file cannot be used: then no secret is accepted.
    digest: ArcSwapOption<TokenDigest>,
}

impl IdentitySecret {
    /// Reads the secret: a line of 32 visible ASCII characters or more, in a file that its owner
    /// alone may read.
    ///
    /// # Errors
    /// [`IdentitySecretError`].
    pub fn load(path: &Path) -> Result<Self, IdentitySecretError> {
        Ok(Self { path: path.into(), digest: ArcSwapOption::from_pointee(read(path)?) })
    }

    /// Takes the secret that the file has now, and says whether it has changed. With an unusable
    /// file there is none, as it may have been removed to revoke the secret. The file is read each
    /// time: its own state does not show whether somebody else may replace it.
    fn refresh(&self) -> bool {
        let read = read(&self.path);
        let now = read.as_ref().ok().copied();
        if self.digest() == now {
            return false;
        }
        match read {
            Ok(_) => tracing::info!("{} was changed and read again", self.path.display()),
            Err(error) => {
                tracing::error!("{error}; no proxy signs anybody in until this is mended");
            }
        }
        self.digest.store(now.map(Arc::new));
        true
    }

    fn digest(&self) -> Option<TokenDigest> {
        self.digest.load().as_deref().copied()
    }

    /// The secret's digest, if that is what was given.
    fn check(&self, given: &[u8]) -> Option<TokenDigest> {
        let given = std::str::from_utf8(given).map(digest).ok()?;
        // The digests have the same length, and are compared in constant time.
        self.digest().filter(|secret| secret.ct_eq(&given).into())
    }
}

fn read(path: &Path) -> Result<TokenDigest, IdentitySecretError> {
    let failed = |source| IdentitySecretError::Io { path: path.into(), source };
    let text = whole_file::read(path, BYTES_MAX).map_err(failed)?;
    permissions::check_named(path, Named::Secret, Own::Runners)?;
    let secret = text.trim_end();
    let unfit = |reason| IdentitySecretError::Unfit { path: path.into(), reason };
    check_secret(secret).map_err(unfit)?;
    Ok(digest(secret))
}

/// Checks the header that names the user against the secret of the proxies that may send it.
#[derive(Debug, Default)]
pub(crate) struct IdentityHeader(Option<IdentitySecret>);

impl IdentityHeader {
    pub(crate) fn by(secret: Option<IdentitySecret>) -> Self {
        Self(secret)
    }

    /// Reads the secret again, and says whether it has changed.
    pub(crate) fn refresh(&self) -> bool {
        self.0.as_ref().is_some_and(IdentitySecret::refresh)
    }

    /// The digest of the current secret.
    pub(crate) fn digest(&self) -> Option<TokenDigest> {
        self.0.as_ref().and_then(IdentitySecret::digest)
    }

    /// The user whom a request names, if it may; otherwise it is refused. An empty header names
    /// nobody.
    pub(crate) fn check(
        &self,
        headers: &HeaderMap,
        source: &RequestSource,
        proxies: &TrustedProxies,
    ) -> Result<Option<ProxiedUser>, CallerError> {
        let named = single(headers, &X_FORWARDED_USER);
        if named.is_ok_and(|named| named.is_none_or(|name| name.is_empty())) {
            return Ok(None);
        }
        let user = self.user(headers, proxies.sent(source.peer)).map_err(|reason| {
            // Logged without the name, which anybody can make up.
            let client = source.client();
            let details = Details { client, reason: Some(reason), ..Details::default() };
            record(Event::IdentityHeaderRefused, &details);
            CallerError::Forbidden { header: X_FORWARDED_USER, reason }
        })?;
        Ok(Some(user))
    }

    fn user(&self, headers: &HeaderMap, is_trusted: bool) -> Result<ProxiedUser, &'static str> {
        let Some(secret) = &self.0 else {
            return Err(
                "is taken from nobody here: have the proxy remove the header from what callers \
                 send, or set --identity-secret (JOBS_IDENTITY_SECRET) if the proxy signs people in",
            );
        };
        if !is_trusted {
            return Err(
                "comes from an address that --trusted-proxy (JOBS_TRUSTED_PROXY) does not name",
            );
        }
        let given = single(headers, &X_IDENTITY_SECRET).ok().flatten();
        let Some(secret) = given.and_then(|given| secret.check(given.as_bytes())) else {
            return Err(
                "comes without the secret: have the proxy send what is in --identity-secret \
                 (JOBS_IDENTITY_SECRET) as X-Identity-Secret, once, and remove from what callers \
                 send both headers",
            );
        };
        let Ok(Some(name)) = single(headers, &X_FORWARDED_USER) else {
            // One of them is from the caller, and nobody can tell which.
            return Err("is given twice: the proxy must replace what callers send");
        };
        let name = std::str::from_utf8(name.as_bytes()).ok().and_then(|name| name.parse().ok());
        name.map(|name| ProxiedUser { name, secret }).ok_or("is not the name of a user")
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write as _;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::proxy::tests::{PROXY, header_map, peer_at, proxies};

    const SECRET: &str = "a-secret-of-the-proxy-with-32-characters-or-more";

    fn file(text: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file
    }

    fn header() -> IdentityHeader {
        let file = file(&format!("{SECRET}\n"));
        IdentityHeader::by(Some(IdentitySecret::load(file.path()).unwrap()))
    }

    /// The user that the request names, or why it is refused.
    fn check(
        header: &IdentityHeader,
        proxies: &TrustedProxies,
        peer: &str,
        headers: &[(&str, &str)],
    ) -> Result<Option<String>, String> {
        let source = RequestSource { peer: peer_at(peer), ..RequestSource::default() };
        let user = header.check(&header_map(headers), &source, proxies);
        let user = user.map_err(|error| error.to_string())?;
        Ok(user.map(|user| user.name.to_string()))
    }

    #[test]
    fn a_proxy_with_the_secret_says_who_it_is_and_nobody_else_does() {
        let vijay = ("x-forwarded-user", "vijay");
        let secret = ("x-identity-secret", SECRET);
        let user = |peer: &str, headers: &[_]| check(&header(), &proxies(), peer, headers);
        for peer in [PROXY, "::ffff:10.0.0.7", "fd00::1"] {
            assert_eq!(user(peer, &[vijay, secret]).unwrap().as_deref(), Some("vijay"), "{peer}");
        }
        for peer in ["11.0.0.1", "127.0.0.1", "::1", "fe80::1"] {
            let refused = user(peer, &[vijay, secret]).unwrap_err();
            assert!(refused.contains("--trusted-proxy"), "{refused}");
            let refused = check(&header(), &TrustedProxies::default(), peer, &[vijay, secret]);
            assert!(refused.unwrap_err().contains("--trusted-proxy"));
            let nobodys = check(&IdentityHeader::default(), &proxies(), peer, &[vijay, secret]);
            assert!(nobodys.unwrap_err().contains("--identity-secret"));
        }
        for others in [
            &[vijay][..],
            &[vijay, ("x-identity-secret", "")],
            &[vijay, ("x-identity-secret", &SECRET[1..])],
            &[vijay, ("x-identity-secret", &format!("{SECRET}x"))],
            &[vijay, secret, secret],
            &[vijay, secret, ("x-identity-secret", "other")],
            &[vijay, ("authorization", SECRET)],
        ] {
            let refused = user(PROXY, others).unwrap_err();
            assert!(refused.contains("X-Identity-Secret"), "{others:?}: {refused}");
        }
    }

    #[test]
    fn a_header_that_is_not_one_name_is_refused_and_an_empty_one_names_nobody() {
        let vijay = ("x-forwarded-user", "vijay");
        let secret = ("x-identity-secret", SECRET);
        let user = |headers: &[(&str, &str)]| check(&header(), &proxies(), PROXY, headers);
        assert_eq!(user(&[secret]).unwrap(), None);
        assert_eq!(user(&[secret, ("x-forwarded-user", "")]).unwrap(), None);
        for second in ["admin", "vijay", ""] {
            let twice = user(&[vijay, ("x-forwarded-user", second), secret]).unwrap_err();
            assert!(twice.contains("twice"), "{twice}");
            let untold =
                check(&header(), &proxies(), "1.2.3.4", &[vijay, ("x-forwarded-user", second)]);
            assert!(untold.unwrap_err().contains("--trusted-proxy"));
        }
        let long = "x".repeat(200);
        assert!(user(&[("x-forwarded-user", &long), secret]).is_err());
        // Other headers in which proxies name users are ignored.
        for other in ["x-remote-user", "remote-user", "x-auth-request-user", "x-forwarded-email"] {
            assert_eq!(user(&[(other, "admin"), secret]).unwrap(), None, "{other}");
        }
    }

    #[test]
    fn the_secret_is_long_and_private_and_read_again() {
        let good = file(&format!("{SECRET}\n"));
        let secret = IdentitySecret::load(good.path()).unwrap();
        let is = |given: &str| secret.check(given.as_bytes()).is_some();
        assert!(is(SECRET) && !secret.refresh() && !format!("{secret:?}").contains(SECRET));
        let other = SECRET.to_uppercase();
        fs::write(good.path(), &other).unwrap();
        assert!(secret.refresh() && is(&other) && !is(SECRET));
        let mode = |mode| fs::set_permissions(good.path(), fs::Permissions::from_mode(mode));
        let takes: [&dyn Fn(); 4] = [
            &|| fs::write(good.path(), "x").unwrap(),
            &|| fs::write(good.path(), "").unwrap(),
            &|| mode(0o640).unwrap(),
            &|| fs::remove_file(good.path()).unwrap(),
        ];
        for take in takes {
            take();
            assert!(secret.refresh() && !is(&other) && !is("x") && !is(""));
            assert!(!secret.refresh(), "what is wrong is said once");
            fs::write(good.path(), &other).unwrap();
            mode(0o600).unwrap();
            assert!(secret.refresh() && is(&other), "what is mended counts");
        }

        for unfit in
            ["", "short", &"x".repeat(64), &format!("two words {SECRET}"), &format!("{SECRET}é")]
        {
            let error = IdentitySecret::load(file(unfit).path()).unwrap_err().to_string();
            assert!(
                error.contains("--identity-secret") && error.contains("the secret must"),
                "{error}"
            );
            assert!(unfit.is_empty() || !error.contains(unfit), "{error}");
        }
        for mode in [0o640, 0o604, 0o660, 0o666] {
            fs::set_permissions(good.path(), fs::Permissions::from_mode(mode)).unwrap();
            let error = IdentitySecret::load(good.path()).unwrap_err().to_string();
            assert!(error.contains("run: chmod "), "{error}");
        }
        let error = IdentitySecret::load(Path::new("/no/such")).unwrap_err().to_string();
        assert!(error.contains("JOBS_IDENTITY_SECRET"), "{error}");
    }
}
