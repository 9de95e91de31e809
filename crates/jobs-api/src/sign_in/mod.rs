//! Who calls: from a request to a user and a role, by a token, a session, a trusted proxy or a JWT.
//!
//! ```text
//! Authorization: Bearer …           ─► a token of auth.toml, or else a JWT
//! X-Forwarded-User, with the secret ─► the user of that name in auth.toml   ┐ not from a page
//! Cookie: __Host-jobs_session=…     ─► the user who signed in by password   ┘ of somebody else's
//! ```

mod body;
mod cookie;
mod identity;
mod jwt;
mod password;
mod proxy;
mod refused;
mod same_origin;
mod standing;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::http::header::{AUTHORIZATION, HeaderName, HeaderValue, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use clap::ValueEnum;
use ipnet::IpNet;
use jobs_auth::security::{Details, Event, record};
use jobs_auth::{
    Accounts, BeginError, Clock, Identity, NameOf, Session, SessionError, Sessions, SystemClock,
    TokenDigest, digest,
};
use jobs_core::UserId;

use crate::endpoint::{Access, Grant, Scope};
use crate::request::hosts::AllowedHosts;
use crate::request::prefix::PathPrefix;
use crate::request::single::{Twice, single};
use crate::response::problem::Problem;
use identity::{IdentityHeader, ProxiedUser};
use password::PasswordDoor;
pub(crate) use password::Refused;
use proxy::TrustedProxies;
use tokio::sync::watch;

pub(crate) use body::read as read_body;
pub(crate) use cookie::{Https, Renewal, SessionCookie};
pub use identity::{IdentitySecret, IdentitySecretError};
pub use jobs_serve::Peer;
pub use jwt::{JwksSource, Jwt, JwtSettings, JwtStartError};
pub(crate) use same_origin::Must;
pub(crate) use standing::{SaysWhy, Standing, Visit};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// How callers are let in.
#[derive(Debug)]
pub struct SignIn {
    accounts: Arc<Accounts>,
    sessions: Arc<Sessions>,
    /// Changes whenever somebody may have lost what they had.
    changes: watch::Sender<()>,
    passwords: PasswordDoor,
    proxies: TrustedProxies,
    identity_header: IdentityHeader,
    jwt: Option<Jwt>,
    clock: Arc<dyn Clock>,
    unknown_users: UnknownUsers,
    always_https: bool,
    path_prefix: PathPrefix,
    allowed_hosts: AllowedHosts,
}

/// What to do with a job that an admin hands in for somebody who is no user of this server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum UnknownUsers {
    /// Refuse it: a name that is nobody's is a mistake, or hides who did something.
    Refuse,
    /// Record it: the users are listed elsewhere, with the issuer of JWTs for example.
    Record,
}

/// By what means somebody is signed in.
#[derive(Debug)]
pub(crate) enum Means {
    Token(Box<TokenDigest>),
    Session(Box<Session>),
    /// With the digest of the secret that the proxy had.
    Proxy(Box<TokenDigest>),
    Jwt(Box<Signed>),
}

/// A JWT that was taken.
#[derive(Debug)]
pub(crate) struct Signed {
    token: String,
    ends: Duration,
}

impl Means {
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Token(_) => "token",
            Self::Session(_) => "session",
            Self::Proxy(_) => "proxy",
            Self::Jwt(_) => "jwt",
        }
    }

    /// When it ends by itself, if it does, since 1970.
    fn ends(&self) -> Option<Duration> {
        match self {
            Self::Token(_) | Self::Proxy(_) => None,
            Self::Session(session) => Some(session.ends()),
            Self::Jwt(signed) => Some(signed.ends),
        }
    }
}

impl SignIn {
    /// Lets in whom `accounts` lists, by token and, in `sessions` that the key in them signs, by password.
    #[must_use]
    pub fn new(accounts: Arc<Accounts>, sessions: impl Into<Sessions>) -> Self {
        Self {
            accounts,
            sessions: Arc::new(sessions.into()),
            changes: watch::Sender::new(()),
            passwords: PasswordDoor::default(),
            proxies: TrustedProxies::default(),
            identity_header: IdentityHeader::default(),
            jwt: None,
            clock: Arc::new(SystemClock),
            unknown_users: UnknownUsers::Refuse,
            always_https: false,
            path_prefix: PathPrefix::default(),
            allowed_hosts: AllowedHosts::default(),
        }
    }

    /// Takes the word of the proxies in these networks for the address of whoever asks, https and the path.
    #[must_use]
    pub fn with_trusted_proxies(self, networks: Vec<IpNet>) -> Self {
        Self { proxies: TrustedProxies::new(networks), ..self }
    }

    /// Also lets in whom a trusted proxy names that knows the secret.
    #[must_use]
    pub fn with_identity_secret(self, secret: Option<IdentitySecret>) -> Self {
        Self { identity_header: IdentityHeader::by(secret), ..self }
    }

    /// Also lets in whoever has a JWT of the issuer.
    #[must_use]
    pub fn with_jwt(self, jwt: Option<Jwt>) -> Self {
        // Keys that the issuer withdraws are one more reason to ask again.
        let changes = jwt.as_ref().map_or(self.changes, |jwt| jwt.changes().clone());
        Self { jwt, changes, ..self }
    }

    /// Gets the keys of JWTs again, however new those are that there are.
    pub(crate) async fn renew_keys(&self) {
        if let Some(jwt) = &self.jwt {
            jwt.renew_now().await;
        }
    }

    /// Does `unknown_users` with jobs that are handed in for somebody who is not known here.
    #[must_use]
    pub fn with_unknown_users(self, unknown_users: UnknownUsers) -> Self {
        Self { unknown_users, ..self }
    }

    /// Gets the keys of JWTs again if they are old, or their file was changed.
    pub(crate) async fn look_for_keys(&self) {
        if let Some(jwt) = &self.jwt {
            jwt.look().await;
        }
    }

    /// Reads `auth.toml`, `session.key` and the proxies' secret again if they were changed; requests under way then ask again.
    pub(crate) fn refresh(&self) {
        refresh(&self.accounts, &self.sessions, &self.changes);
        if self.identity_header.refresh() {
            self.changes.send_replace(());
        }
    }

    /// Changes from now on whenever somebody may have lost what they had.
    fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    /// Takes every request to have come by https, whatever a proxy says.
    #[must_use]
    pub fn with_secure_cookies(self, always_https: bool) -> Self {
        Self { always_https, ..self }
    }

    /// Also answers to these names; IP addresses and `localhost` count by themselves.
    #[must_use]
    pub fn with_allowed_hosts(self, names: impl IntoIterator<Item = String>) -> Self {
        Self { allowed_hosts: AllowedHosts::new(names), ..self }
    }

    /// Has every URL and cookie begin with `path_prefix`, where no trusted proxy names another.
    #[must_use]
    pub fn with_path_prefix(self, path_prefix: PathPrefix) -> Self {
        Self { path_prefix, ..self }
    }

    /// Takes the time from `clock`.
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self }
    }

    /// The users and tokens.
    #[must_use]
    pub fn accounts(&self) -> &Arc<Accounts> {
        &self.accounts
    }

    /// The path under which whoever asks sees this server.
    pub(crate) fn prefix(&self, parts: &Parts) -> Result<PathPrefix, Problem> {
        Ok(self.proxies.prefix(parts)?.unwrap_or_else(|| self.path_prefix.clone()))
    }

    /// That somebody else may hand in a job of `user`; or why not.
    pub(crate) fn check_owner(&self, user: &UserId) -> Result<(), &'static str> {
        match self.accounts.register().name_of(user) {
            NameOf::Somebody => Ok(()),
            NameOf::Program => Err("is the name of a program of the ledger, and no user's"),
            NameOf::OtherForm => Err(
                "differs from a name in auth.toml in its form alone (case, or how characters are made up): write it as it is there",
            ),
            NameOf::Nobody if self.unknown_users == UnknownUsers::Record => Ok(()),
            NameOf::Nobody => Err(
                "is no user of this server: list it with `jobctl user add`, or start the server with \
                        --unknown-users record",
            ),
        }
    }

    /// Whether `user` may read what belongs to `owner`. Who is not listed here with a role has at least what is their own.
    pub(crate) fn may_read(&self, user: &UserId, owner: &UserId) -> bool {
        let register = self.accounts.register();
        let listed = register.user(user).filter(|user| !user.disabled);
        let role = listed.map(|user| user.identity.role);
        user == owner || role.is_some_and(|role| Access::READ.scope(role) == Scope::All)
    }

    /// The address of whoever asks.
    pub(crate) fn client(&self, parts: &Parts) -> Option<IpAddr> {
        self.proxies.client(parts).map(|client| client.address)
    }

    /// Whether the request came by https, as far as that is known.
    pub(crate) fn is_https(&self, parts: &Parts) -> Result<bool, Problem> {
        Ok(self.proxies.say_https(parts)?.unwrap_or_default() || self.always_https)
    }

    /// Refuses what nobody may send, whatever the route: another host than this, a header twice that decides something, and a user's
    /// name from whoever may not say it.
    pub(crate) fn check(&self, parts: &mut Parts) -> Result<(), Problem> {
        self.allowed_hosts.check(parts)?;
        for name in [AUTHORIZATION, ORIGIN, same_origin::SEC_FETCH_SITE, LAST_EVENT_ID] {
            single(&parts.headers, &name).map_err(|Twice| {
                Problem::invalid(name.as_str().to_owned(), "must be given once")
            })?;
        }
        self.identity_header.check(parts, &self.proxies)
    }

    /// Who calls. [`Self::check`] comes before.
    async fn identify(&self, parts: &Parts) -> Result<(Arc<Identity>, Means), Problem> {
        let found = self.find(parts).await;
        match &found {
            Ok((identity, Means::Proxy(_))) => {
                let (user, client) = (Some(&identity.user), self.client(parts));
                record(Event::ProxyIdentity, &Details { user, client, ..Details::default() });
            }
            Err(problem) if problem.status() == StatusCode::UNAUTHORIZED => {
                self.record_refusal(parts, problem);
            }
            _ => {}
        }
        found
    }

    /// Says that something was refused, if something was sent: never what.
    fn record_refusal(&self, parts: &Parts, problem: &Problem) {
        let by = match parts.headers.get(AUTHORIZATION) {
            Some(_) => "authorization",
            None if SessionCookie::of(parts).find(&parts.headers).is_ok_and(|it| it.is_none()) => {
                return;
            }
            None => "session",
        };
        let register = self.accounts.register();
        let digest = bearer_token(&parts.headers).map(digest);
        let revoked = digest.and_then(|digest| register.find_revoked(&digest));
        let (token, user) = (revoked.map(|(name, _)| name), revoked.map(|(_, user)| user));
        let (by, client) = (Some(by), self.client(parts));
        let reason = Some(problem.detail());
        let details = Details { by, client, reason, token, user, ..Details::default() };
        record(Event::CredentialsRefused, &details);
    }

    async fn find(&self, parts: &Parts) -> Result<(Arc<Identity>, Means), Problem> {
        // Also beside a token: whoever looks at one of them does not know which the other reader takes.
        let session = SessionCookie::of(parts).find(&parts.headers).map_err(|Twice| {
            Problem::invalid(
                "cookie",
                "holds the session twice: remove the cookies of this site, and sign in again",
            )
        })?;
        if let Some(token) = bearer_token(&parts.headers) {
            let digest = digest(token);
            if let Some(identity) = self.accounts.register().find_digest(&digest) {
                return Ok((identity, Means::Token(Box::new(digest))));
            }
            // Boxed, so that those who send a token do not carry this along.
            return Box::pin(self.by_jwt(token)).await;
        }
        if let Some(found) = self.by_proxy(parts)? {
            return Ok(found);
        }
        if parts.headers.contains_key(AUTHORIZATION) {
            return Err(Problem::unauthorized("is not of the form Bearer TOKEN"));
        }
        match session {
            Some(text) => self.by_session(parts, text),
            None => Err(Problem::unauthorized("is missing; send Authorization: Bearer TOKEN")),
        }
    }

    async fn by_jwt(&self, token: &str) -> Result<(Arc<Identity>, Means), Problem> {
        // A token of ours has no dots.
        let Some(jwt) = self.jwt.as_ref().filter(|_| token.contains('.')) else {
            return Err(Problem::unauthorized("the token is not known"));
        };
        let (identity, ends) = jwt.check(token).await.map_err(Problem::unauthorized)?;
        let identity = self.admit(identity)?;
        Ok((Arc::new(identity), Means::Jwt(Box::new(Signed { token: token.to_owned(), ends }))))
    }

    /// Whom a JWT names, as far as `auth.toml` goes along.
    fn admit(&self, identity: Identity) -> Result<Identity, Problem> {
        let admitted = self.accounts.register().admit(identity);
        admitted.map_err(|refused| Problem::unauthorized(format_args!("the JWT {refused}")))
    }

    /// Whether somebody who was let in would be let in now, with as much of a role.
    fn check_again(&self, identity: &Identity, means: &Means) -> Result<(), Problem> {
        let register = self.accounts.register();
        let role = match means {
            Means::Token(digest) => register
                .find_digest(digest)
                .filter(|now| now.user == identity.user)
                .map(|now| now.role),
            Means::Session(session) => {
                let again = self.sessions.check_again(session, &register, self.now());
                Some(again.map_err(|_| Problem::session_expired())?.role)
            }
            Means::Proxy(secret) => {
                let is_same = self.identity_header.digest() == Some(**secret);
                let user = register.user(&identity.user).filter(|user| is_same && !user.disabled);
                user.map(|user| user.identity.role)
            }
            Means::Jwt(signed) => {
                let jwt = self.jwt.as_ref().map(|jwt| jwt.check_again(&signed.token));
                let found = jwt.transpose().map_err(Problem::unauthorized)?;
                found.map(|found| self.admit(found)).transpose()?.map(|now| now.role)
            }
        };
        match role {
            Some(role) if role.includes(identity.role) => Ok(()),
            Some(_) => Err(Problem::forbidden("the role was changed; ask again")),
            None => Err(Problem::unauthorized("what let the caller in was taken away")),
        }
    }

    fn by_proxy(&self, parts: &Parts) -> Result<Option<(Arc<Identity>, Means)>, Problem> {
        let Some(ProxiedUser { name, secret }) = parts.extensions.get() else { return Ok(None) };
        let register = self.accounts.register();
        let user = register.user(name).filter(|user| !user.disabled);
        let Some(user) = user else {
            return Err(Problem::forbidden_by(
                "x-forwarded-user",
                "names no user of this server, or one that is disabled",
            ));
        };
        // The proxy signs people in by a cookie of its own, most likely, which a foreign page makes use of as well.
        same_origin::check(parts, Must::NotDeny)?;
        Ok(Some((Arc::clone(&user.identity), Means::Proxy(Box::new(*secret)))))
    }

    fn by_session(&self, parts: &Parts, text: &str) -> Result<(Arc<Identity>, Means), Problem> {
        let now = self.now();
        let checked = self.sessions.check(text, &self.accounts.register(), now);
        let (session, identity) = checked.map_err(|error| match error {
            SessionError::Unknown => Problem::unauthorized("is missing, and the session is none"),
            SessionError::Ended => Problem::session_expired(),
        })?;
        same_origin::check(parts, Must::Say)?;
        if let (Some(slot), Some(renewed)) =
            (parts.extensions.get::<Renewal>(), self.sessions.renew(&session, now))
        {
            slot.put(SessionCookie::of(parts).set(&renewed));
        }
        Ok((identity, Means::Session(Box::new(session))))
    }

    /// Refuses what a page of somebody else's made a browser send. For requests that begin a session, which nobody has
    /// to be signed in for.
    pub(crate) fn check_same_origin(parts: &Parts) -> Result<(), Problem> {
        same_origin::check(parts, Must::NotDeny)
    }

    /// Begins a session for whoever knows the password; gives the user and the cookie.
    pub(crate) async fn begin_session(
        &self,
        parts: &Parts,
        name: String,
        password: String,
    ) -> Result<(Arc<Identity>, HeaderValue), Refused> {
        let client = self.proxies.client(parts);
        let (accounts, sessions) = (Arc::clone(&self.accounts), Arc::clone(&self.sessions));
        let (changes, now) = (self.changes.clone(), self.now());
        let check = move |name: &str, password: &str| {
            // A password that was changed a moment ago counts.
            refresh(&accounts, &sessions, &changes);
            let register = accounts.register();
            let user = register.check_password(name, password).ok_or(Refused::Wrong)?;
            let begun = sessions.begin(user, now);
            let text = begun.map_err(|error| match error {
                BeginError::NoKey => Refused::NoKey(error.to_string()),
                _ => Refused::Broken(error.to_string()),
            })?;
            Ok((Arc::clone(&user.identity), text))
        };
        // No other name: people type their password in its place.
        let listed = UserId::new(&*name).ok();
        let listed = listed.filter(|name| self.accounts.register().user(name).is_some());
        let counted = client.filter(|client| !client.may_be_shared).map(|client| client.address);
        let begun =
            self.passwords.enter(name, listed.as_ref(), password, counted, now, check).await;
        let reason = begun.as_ref().err().map(ToString::to_string);
        let event = match &begun {
            Ok(_) => Event::SignIn,
            Err(Refused::Wrong | Refused::NoKey(_) | Refused::Broken(_)) => Event::SignInRefused,
            Err(Refused::TooOften(_) | Refused::Busy) => Event::SignInThrottled,
        };
        // Who was listed only a moment ago is known once the password is right.
        let user = begun.as_ref().ok().map(|(identity, _)| &identity.user).or(listed.as_ref());
        let reason = reason.as_deref();
        let client = client.map(|client| client.address);
        record(event, &Details { user, client, reason, ..Details::default() });
        let (identity, text) = begun?;
        if !self.always_https
            && let Some(warning) = self.proxies.warning(parts)
        {
            tracing::warn!("{warning}");
        }
        Ok((identity, SessionCookie::of(parts).set(&text)))
    }

    /// Ends the session that somebody is signed in by, and gives the cookie that replaces it.
    pub(crate) async fn end_session(
        &self,
        grant: &Grant,
        parts: &Parts,
    ) -> Result<HeaderValue, Problem> {
        let (user, means) = (Some(grant.user()), grant.means());
        if let Means::Session(session) = means {
            let (sessions, session) = (Arc::clone(&self.sessions), session.clone());
            let now = self.now();
            let written =
                tokio::task::spawn_blocking(move || sessions.sign_out(&session, now)).await;
            self.changes.send_replace(());
            written.map_err(Problem::internal)?.map_err(|error| {
                let why = "that could not be written down, and it may go on after a restart";
                Problem::not_ready("the session has ended", why, &error)
            })?;
        }
        // Not before it is on the disk: a restart would make the line untrue.
        let (by, client) = (Some(means.as_str()), self.client(parts));
        record(Event::SignOut, &Details { user, by, client, ..Details::default() });
        Ok(SessionCookie::of(parts).clear())
    }

    fn now(&self) -> Duration {
        self.clock.now()
    }
}

/// Reads again what was changed, and has requests under way ask again.
fn refresh(accounts: &Accounts, sessions: &Sessions, changes: &watch::Sender<()>) {
    if accounts.refresh() | sessions.refresh() {
        changes.send_replace(());
    }
}

/// The token in `Authorization: Bearer TOKEN`; the scheme may be written in any case (RFC 9110 §11.1).
pub(crate) fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_is_read_in_any_case_and_nothing_else_is_taken() {
        let read = |value: &'static str| {
            let headers = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static(value))]);
            bearer_token(&headers).map(str::to_owned)
        };
        assert_eq!(read("Bearer abc").as_deref(), Some("abc"));
        assert_eq!(read("bearer  abc ").as_deref(), Some("abc"));
        for bad in ["", "Bearer", "Bearer ", "Basic abc", "abc", "Bearerabc"] {
            assert_eq!(read(bad), None, "{bad:?}");
        }
    }
}
