//! Sign-in: its settings, how it is kept up to date, and what it refuses from everybody.

use std::sync::Arc;
use std::time::Duration;

use http::header::{AUTHORIZATION, HeaderName, ORIGIN};
use http::request::Parts;
use ipnet::IpNet;
use jobs_auth::{Accounts, Clock, NameOf, Role, SeenSessions, Sessions, SystemClock};
use jobs_core::UserId;
use tokio::sync::watch;

use crate::hosts::AllowedHosts;
use crate::identity_header::IdentityHeader;
use crate::password::PasswordChecks;
use crate::proxy::TrustedProxies;
use crate::same_origin::SEC_FETCH_SITE;
use crate::{CallerError, GivenTwice, IdentitySecret, Jwt, PathPrefix, RequestSource, single};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// Signs callers in.
#[derive(Debug)]
pub struct SignIn {
    accounts: Arc<Accounts>,
    pub(crate) sessions: Arc<Sessions>,
    /// Changes whenever a caller may have lost access.
    pub(crate) changes: watch::Sender<()>,
    pub(crate) passwords: PasswordChecks,
    pub(crate) seen: SeenSessions,
    proxies: TrustedProxies,
    pub(crate) identity_header: IdentityHeader,
    pub(crate) jwt: Option<Jwt>,
    clock: Arc<dyn Clock>,
    takes_unknown_users: bool,
    always_https: bool,
    path_prefix: PathPrefix,
    allowed_hosts: AllowedHosts,
}

/// How it is set up.
impl SignIn {
    /// Accepts the users of `accounts`, with tokens and with passwords, for both of which it begins
    /// `sessions`.
    #[must_use]
    pub fn new(accounts: Arc<Accounts>, sessions: impl Into<Sessions>) -> Self {
        Self {
            accounts,
            sessions: Arc::new(sessions.into()),
            changes: watch::Sender::new(()),
            passwords: PasswordChecks::default(),
            seen: SeenSessions::new(SystemClock.now()),
            proxies: TrustedProxies::default(),
            identity_header: IdentityHeader::default(),
            jwt: None,
            clock: Arc::new(SystemClock),
            takes_unknown_users: false,
            always_https: false,
            path_prefix: PathPrefix::default(),
            allowed_hosts: AllowedHosts::default(),
        }
    }

    /// Trusts the proxies in these networks for the caller's address, https and the path.
    #[must_use]
    pub fn with_trusted_proxies(self, networks: Vec<IpNet>) -> Self {
        Self { proxies: TrustedProxies::new(networks), ..self }
    }

    /// Also accepts the user whom a trusted proxy names that knows the secret.
    #[must_use]
    pub fn with_identity_secret(self, secret: Option<IdentitySecret>) -> Self {
        Self { identity_header: IdentityHeader::by(secret), ..self }
    }

    /// Also accepts callers with a JWT of the issuer.
    #[must_use]
    pub fn with_jwt(self, jwt: Option<Jwt>) -> Self {
        // Keys that the issuer withdraws are one more reason to check callers again.
        let changes = jwt.as_ref().map_or(self.changes, |jwt| jwt.changes().clone());
        Self { jwt, changes, ..self }
    }

    /// Whether an owner's name may be unknown here: the users may be listed elsewhere, for example
    /// with the issuer of JWTs. If not, such a name is a mistake, or hides who did something.
    #[must_use]
    pub fn with_unknown_users(self, are_taken: bool) -> Self {
        Self { takes_unknown_users: are_taken, ..self }
    }

    /// Treats every request as sent over https, no matter what a proxy says.
    #[must_use]
    pub fn with_secure_cookies(self, always_https: bool) -> Self {
        Self { always_https, ..self }
    }

    /// Also answers to these names; IP addresses and `localhost` are always accepted.
    #[must_use]
    pub fn with_allowed_hosts(self, names: impl IntoIterator<Item = String>) -> Self {
        Self { allowed_hosts: AllowedHosts::new(names), ..self }
    }

    /// Begins every URL and cookie path with `path_prefix`, unless a trusted proxy names another
    /// prefix.
    #[must_use]
    pub fn with_path_prefix(self, path_prefix: PathPrefix) -> Self {
        Self { path_prefix, ..self }
    }

    /// Takes the time from `clock`.
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> Self {
        Self { seen: SeenSessions::new(clock.now()), clock, ..self }
    }
}

/// How it is kept up to date.
impl SignIn {
    /// Reads `auth.toml`, `session.key` and the proxies' secret again if they were changed;
    /// requests in flight then check their callers again.
    pub fn refresh(&self) {
        refresh(&self.accounts, &self.sessions, &self.changes);
        if self.identity_header.refresh() {
            self.changes.send_replace(());
        }
    }

    /// Writes down when tokens were last used, if that is due, or `is_last`.
    pub fn write_token_uses(&self, is_last: bool) {
        self.accounts.write_uses(self.now(), is_last);
    }

    /// Gets the keys of JWTs again even if they are new.
    pub async fn renew_keys(&self) {
        if let Some(jwt) = &self.jwt {
            jwt.renew_now().await;
        }
    }

    /// Gets the keys of JWTs again if they are old or their file was changed.
    pub async fn look_for_keys(&self) {
        if let Some(jwt) = &self.jwt {
            jwt.look().await;
        }
    }

    /// Changes from now on whenever a caller may have lost access.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    pub(crate) fn now(&self) -> Duration {
        self.clock.now()
    }
}

/// What it knows of users.
impl SignIn {
    /// The users and tokens.
    #[must_use]
    pub fn accounts(&self) -> &Arc<Accounts> {
        &self.accounts
    }

    /// The role of a user who is listed, and not disabled.
    #[must_use]
    pub fn role_of(&self, user: &UserId) -> Option<Role> {
        let register = self.accounts.register();
        let listed = register.user(user).filter(|user| !user.disabled);
        listed.map(|user| user.identity.role)
    }

    /// Checks that somebody else may hand in a job for `user`.
    ///
    /// # Errors
    /// Why not, in words for the caller that follow the name of the field.
    pub fn check_owner(&self, user: &UserId) -> Result<(), &'static str> {
        match self.accounts.register().name_of(user) {
            NameOf::Somebody => Ok(()),
            NameOf::Program => Err("is the name of a program of the ledger, and no user's"),
            NameOf::OtherForm => Err(
                "differs from a name in auth.toml in its form alone (case, or how characters are \
                 made up): write it as it is there",
            ),
            NameOf::Nobody if self.takes_unknown_users => Ok(()),
            NameOf::Nobody => Err("is no user of this server: list it with `jobctl user add`, or \
                                   start the server with --unknown-users record"),
        }
    }
}

/// What it reads and refuses before the caller is identified.
impl SignIn {
    /// Reads the caller's address, whether the request came over https, and its path, according to
    /// trusted proxies.
    ///
    /// # Errors
    /// [`CallerError::Invalid`] for a header of a trusted proxy that cannot be used. What was read
    /// before that is in `source`.
    pub fn read_proxies(
        &self,
        parts: &Parts,
        source: &mut RequestSource,
    ) -> Result<(), CallerError> {
        let peer = source.peer;
        let headers = &parts.headers;
        source.client = self.proxies.client(peer, headers);
        let says_https = self.proxies.say_https(peer, headers)?;
        source.is_https = says_https.unwrap_or_default() || self.always_https;
        let prefix = self.proxies.prefix(peer, headers)?;
        source.prefix = prefix.unwrap_or_else(|| self.path_prefix.clone());
        Ok(())
    }

    /// Refuses what nobody may send: another host, a repeated header that decides something, and a
    /// user's name from a caller who may not name one. A path that `answers_any_host` allows other
    /// hosts: a health check knows the server by its address or by another name, and learns nothing
    /// secret.
    ///
    /// # Errors
    /// [`CallerError`].
    pub fn check(
        &self,
        parts: &Parts,
        answers_any_host: bool,
        source: &mut RequestSource,
    ) -> Result<(), CallerError> {
        if !answers_any_host {
            self.allowed_hosts.check(parts)?;
        }
        for header in [AUTHORIZATION, ORIGIN, SEC_FETCH_SITE, LAST_EVENT_ID] {
            if let Err(GivenTwice) = single(&parts.headers, &header) {
                return Err(CallerError::Invalid { header, reason: "must be given once" });
            }
        }
        source.user = self.identity_header.check(&parts.headers, source, &self.proxies)?;
        Ok(())
    }

    /// Warns once in the log if a session was just begun behind a proxy and may not use https.
    pub(crate) fn warn_of_plain_http(&self, parts: &Parts, source: &RequestSource) {
        if !self.always_https
            && let Some(warning) = self.proxies.warning(source.peer, &parts.headers)
        {
            tracing::warn!("{warning}");
        }
    }
}

/// Reads changed files again, and makes requests in flight check their callers again.
pub(crate) fn refresh(accounts: &Accounts, sessions: &Sessions, changes: &watch::Sender<()>) {
    if accounts.refresh() | sessions.refresh() {
        changes.send_replace(());
    }
}
