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
mod same_origin;

use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, HeaderName, HeaderValue, ORIGIN};
use axum::http::request::Parts;
use ipnet::IpNet;
use jobs_auth::{
    Accounts, Clock, Identity, Session, SessionError, SessionKey, Sessions, SystemClock,
};

use crate::hosts::AllowedHosts;
use crate::prefix::PathPrefix;
use crate::problem::Problem;
use crate::single::{Twice, single};
use identity::{IdentityHeader, ProxiedUser};
use password::PasswordDoor;
use proxy::TrustedProxies;

pub(crate) use body::read as read_body;
pub(crate) use cookie::{Https, Renewal, SessionCookie};
pub use identity::{IdentitySecret, IdentitySecretError};
pub use jwt::{JwksSource, Jwt, JwtSettings, JwtStartError};
pub(crate) use password::{Refused, seconds};
pub use proxy::Peer;
pub(crate) use same_origin::Must;

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// How callers are let in.
#[derive(Debug)]
pub struct SignIn {
    accounts: Arc<Accounts>,
    sessions: Arc<Sessions>,
    passwords: PasswordDoor,
    proxies: TrustedProxies,
    identity_header: IdentityHeader,
    jwt: Option<Jwt>,
    clock: Arc<dyn Clock>,
    always_https: bool,
    path_prefix: PathPrefix,
    allowed_hosts: AllowedHosts,
}

/// By what means somebody is signed in.
#[derive(Debug)]
pub(crate) enum Means {
    Token,
    Session(Box<Session>),
    Proxy,
    Jwt,
}

impl Means {
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Session(_) => "session",
            Self::Proxy => "proxy",
            Self::Jwt => "jwt",
        }
    }
}

impl SignIn {
    /// Lets in whom `accounts` lists, by token and by password; `key` signs the sessions.
    #[must_use]
    pub fn new(accounts: Arc<Accounts>, key: SessionKey) -> Self {
        let sessions = Arc::new(Sessions::new(key));
        Self {
            accounts,
            sessions,
            passwords: PasswordDoor::default(),
            proxies: TrustedProxies::default(),
            identity_header: IdentityHeader::default(),
            jwt: None,
            clock: Arc::new(SystemClock),
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
        Self { jwt, ..self }
    }

    /// Reads the proxies' secret again, and gets the keys of JWTs again, however new those are that there are.
    pub(crate) async fn renew_keys(&self) {
        self.identity_header.reload();
        if let Some(jwt) = &self.jwt {
            jwt.renew_now().await;
        }
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

    /// Whether the request came by https, as far as that is known.
    pub(crate) fn is_https(&self, parts: &Parts) -> Result<bool, Problem> {
        Ok(self.proxies.say_https(parts)? || self.always_https)
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
    pub(crate) async fn identify(&self, parts: &Parts) -> Result<(Arc<Identity>, Means), Problem> {
        if let Some(token) = bearer_token(&parts.headers) {
            if let Some(identity) = self.accounts.register().find_token(token) {
                return Ok((identity, Means::Token));
            }
            // Boxed, so that those who send a token do not carry this along.
            return Box::pin(self.by_jwt(token)).await;
        }
        if let Some(identity) = self.by_proxy(parts)? {
            return Ok((identity, Means::Proxy));
        }
        if parts.headers.contains_key(AUTHORIZATION) {
            return Err(Problem::unauthorized("is not of the form Bearer TOKEN"));
        }
        match SessionCookie::of(parts).find(&parts.headers) {
            Err(Twice) => Err(Problem::invalid(
                "cookie",
                "holds the session twice: remove the cookies of this site, and sign in again",
            )),
            Ok(Some(text)) => self.by_session(parts, text),
            Ok(None) => Err(Problem::unauthorized("is missing; send Authorization: Bearer TOKEN")),
        }
    }

    async fn by_jwt(&self, token: &str) -> Result<(Arc<Identity>, Means), Problem> {
        // A token of ours has no dots.
        let Some(jwt) = self.jwt.as_ref().filter(|_| token.contains('.')) else {
            return Err(Problem::unauthorized("the token is not known"));
        };
        let identity = jwt.check(token).await.map_err(Problem::unauthorized)?;
        if self.accounts.register().is_disabled(&identity.user) {
            return Err(Problem::unauthorized("the user is disabled"));
        }
        Ok((Arc::new(identity), Means::Jwt))
    }

    fn by_proxy(&self, parts: &Parts) -> Result<Option<Arc<Identity>>, Problem> {
        let Some(ProxiedUser(name)) = parts.extensions.get() else { return Ok(None) };
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
        Ok(Some(Arc::clone(&user.identity)))
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
        let now = self.now();
        let check = move |name: &str, password: &str| {
            // A password that was changed a moment ago counts.
            accounts.refresh();
            let register = accounts.register();
            let user = register.check_password(name, password).ok_or(Refused::Wrong)?;
            let text =
                sessions.begin(user, now).map_err(|error| Refused::Broken(error.to_string()))?;
            Ok((Arc::clone(&user.identity), text))
        };
        let counted = client.filter(|client| !client.may_be_shared).map(|client| client.address);
        let begun = self.passwords.enter(name, password, counted, now, check).await;
        let client = client.map(|client| tracing::field::display(client.address));
        match &begun {
            Ok((identity, _)) => tracing::info!(user = %identity.user, client, "signed in"),
            // Without the name: people type their password in its place.
            Err(refused) => tracing::warn!(client, "a sign-in was refused: {refused}"),
        }
        let (identity, text) = begun?;
        Ok((identity, SessionCookie::of(parts).set(&text)))
    }

    /// Ends the session that somebody is signed in by, and gives the cookie that replaces it.
    pub(crate) fn end_session(&self, means: &Means, cookie: &SessionCookie) -> HeaderValue {
        if let Means::Session(session) = means {
            self.sessions.sign_out(session, self.now());
        }
        cookie.clear()
    }

    fn now(&self) -> Duration {
        self.clock.now()
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
