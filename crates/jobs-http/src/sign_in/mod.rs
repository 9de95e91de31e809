//! Who calls: from a request to a user and a role, by a token, a session, a trusted proxy or a JWT.
//!
//! ```text
//! Authorization: Bearer …           ─► a token of auth.toml, or else a JWT
//! X-Forwarded-User, with the secret ─► the user of that name in auth.toml   ┐ not from a page
//! Cookie: jobs_session=…            ─► the user who signed in by password   ┘ of somebody else's
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

use axum::http::header::{AUTHORIZATION, HeaderValue};
use axum::http::request::Parts;
use ipnet::IpNet;
use jobs_auth::{
    Accounts, Clock, Identity, Session, SessionError, SessionKey, Sessions, SystemClock,
};

use crate::prefix::PathPrefix;
use crate::problem::Problem;
use identity::{IdentityHeader, ProxiedUser};
use password::PasswordDoor;
use proxy::TrustedProxies;

pub(crate) use body::read as read_body;
pub(crate) use cookie::Renewal;
pub use identity::{IdentitySecret, IdentitySecretError};
pub use jwt::{JwksSource, Jwt, JwtSettings, JwtStartError};
pub(crate) use password::{Refused, seconds};
pub use proxy::Peer;
pub(crate) use same_origin::Must;

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
    secure_cookies: bool,
    path_prefix: PathPrefix,
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
            secure_cookies: false,
            path_prefix: PathPrefix::default(),
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

    /// Has browsers send the session over https alone, whatever a proxy says that the request came by.
    #[must_use]
    pub fn with_secure_cookies(self, secure_cookies: bool) -> Self {
        Self { secure_cookies, ..self }
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

    /// Refuses a request that names its user and may not; see [`identity`].
    pub(crate) fn check_identity_header(&self, parts: &mut Parts) -> Result<(), Problem> {
        self.identity_header.check(parts, &self.proxies)
    }

    /// Who calls. [`Self::check_identity_header`] comes before.
    pub(crate) async fn identify(&self, parts: &Parts) -> Result<(Arc<Identity>, Means), Problem> {
        let authorization = parts.headers.get(AUTHORIZATION);
        if let Some(token) = authorization.and_then(bearer_token) {
            if let Some(identity) = self.accounts.register().find_token(token) {
                return Ok((identity, Means::Token));
            }
            // Boxed, so that those who send a token do not carry this along.
            return Box::pin(self.by_jwt(token)).await;
        }
        if let Some(identity) = self.by_proxy(parts)? {
            return Ok((identity, Means::Proxy));
        }
        if authorization.is_some() {
            return Err(Problem::unauthorized("is not of the form Bearer TOKEN"));
        }
        match cookie::find(&parts.headers) {
            Some(text) => self.by_session(parts, text),
            None => Err(Problem::unauthorized("is missing; send Authorization: Bearer TOKEN")),
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
            slot.put(self.cookie(parts, &renewed));
        }
        Ok((identity, Means::Session(Box::new(session))))
    }

    /// The cookie that keeps a session.
    pub(crate) fn cookie(&self, parts: &Parts, text: &str) -> HeaderValue {
        let secure = self.secure_cookies || self.proxies.say_https(parts);
        cookie::set(text, &PathPrefix::of(parts), secure)
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
        Ok((identity, self.cookie(parts, &text)))
    }

    /// Ends the session that somebody is signed in by, and gives the cookie that replaces it.
    pub(crate) fn end_session(&self, means: &Means, prefix: &PathPrefix) -> HeaderValue {
        if let Means::Session(session) = means {
            self.sessions.sign_out(session, self.now());
        }
        cookie::clear(prefix)
    }

    fn now(&self) -> Duration {
        self.clock.now()
    }
}

/// The token in `Bearer TOKEN`; the scheme may be written in any case (RFC 9110 §11.1).
fn bearer_token(value: &HeaderValue) -> Option<&str> {
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_is_read_in_any_case_and_nothing_else_is_taken() {
        let read =
            |value: &'static str| bearer_token(&HeaderValue::from_static(value)).map(str::to_owned);
        assert_eq!(read("Bearer abc").as_deref(), Some("abc"));
        assert_eq!(read("bearer  abc ").as_deref(), Some("abc"));
        for bad in ["", "Bearer", "Bearer ", "Basic abc", "abc", "Bearerabc"] {
            assert_eq!(read(bad), None, "{bad:?}");
        }
    }
}
