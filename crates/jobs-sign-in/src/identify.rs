//! Identifies the caller: from the head of a request to a user and a role.
//!
//! ```text
//! Authorization: Bearer …           ─► a token of auth.toml, or else a JWT
//! X-Forwarded-User, with the secret ─► the user of that name in auth.toml   ┐ not from
//! Cookie: __Host-jobs_session=…     ─► the user who began the session       ┘ another site
//! ```

use std::sync::Arc;
use std::time::Duration;

use http::header::{AUTHORIZATION, COOKIE, USER_AGENT};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue};
use jobs_auth::security::{Details, Event, record};
use jobs_auth::{Identity, Register, Session, SessionError, TokenDigest, digest};

use crate::cookie::SessionCookie;
use crate::means::{Means, TakenJwt};
use crate::same_origin::{self, OriginRule};
use crate::source::ProxiedUser;
use crate::{CallerError, GivenTwice, RequestSource, SignIn, Standing};

/// Who sent a request.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The caller's standing, as long as they are signed in.
    pub standing: Standing,
    /// The renewed cookie of the session, if it is due, for the answer's `Set-Cookie`.
    pub renewed_cookie: Option<HeaderValue>,
}

/// Who it is, by what means, and the session's renewed cookie.
type Found = (Arc<Identity>, Means, Option<HeaderValue>);

impl SignIn {
    /// Identifies the sender of a request. Call [`Self::check`] first.
    ///
    /// # Errors
    /// [`CallerError`] when the caller is not signed in, or the request may not be sent that way.
    pub async fn identify(
        self: &Arc<Self>,
        parts: &Parts,
        source: &RequestSource,
    ) -> Result<Caller, CallerError> {
        let caller = self.look_up(parts, source).await;
        if let Err(error @ (CallerError::NotSignedIn { .. } | CallerError::SessionExpired)) =
            &caller
        {
            self.record_refusal(&parts.headers, source, error);
        }
        caller
    }

    /// The same, for a request that asks who is signed in: that a session has ended is the answer
    /// to that, and nothing that was refused. Each person who was away has such a session.
    ///
    /// # Errors
    /// As [`Self::identify`].
    pub async fn identify_who_asks(
        self: &Arc<Self>,
        parts: &Parts,
        source: &RequestSource,
    ) -> Result<Caller, CallerError> {
        let caller = self.look_up(parts, source).await;
        if let Err(error @ CallerError::NotSignedIn { .. }) = &caller {
            self.record_refusal(&parts.headers, source, error);
        }
        caller
    }

    async fn look_up(
        self: &Arc<Self>,
        parts: &Parts,
        source: &RequestSource,
    ) -> Result<Caller, CallerError> {
        // Subscribed before anything is looked up, so that a change made meanwhile is noticed.
        let changes = self.changes();
        let found = self.find(parts, source).await;
        let (identity, means, renewed_cookie) = found?;
        if let Means::Proxy(_) = &means {
            let user = Some(&identity.user);
            let client = source.client();
            record(Event::ProxyIdentity, &Details { user, client, ..Details::default() });
        }
        let standing = Standing::new(Arc::clone(self), identity, means, changes);
        Ok(Caller { standing, renewed_cookie })
    }

    /// Logs that a credential was refused, if one was sent, and never what it was.
    fn record_refusal(&self, headers: &HeaderMap, source: &RequestSource, error: &CallerError) {
        let by = match headers.get(AUTHORIZATION) {
            Some(_) => "authorization",
            None if SessionCookie::of(source).find(headers).is_ok_and(|it| it.is_none()) => return,
            None => "session",
        };
        let register = self.accounts().register();
        let digest = bearer_token(headers).map(digest);
        let now = self.now();
        let over = digest.and_then(|digest| register.find_over(&digest, now));
        let token = over.map(|(name, _)| name);
        let user = over.map(|(_, user)| user);
        let by = Some(by);
        let client = source.client();
        let reason = error.to_string();
        let reason = Some(&*reason);
        let details = Details { by, client, reason, token, user, ..Details::default() };
        record(Event::CredentialsRefused, &details);
    }

    async fn find(&self, parts: &Parts, source: &RequestSource) -> Result<Found, CallerError> {
        // Also beside a token: other readers may pick another one of the two cookies.
        let session = SessionCookie::of(source).find(&parts.headers);
        let session = session.map_err(|GivenTwice| CallerError::Invalid {
            header: COOKIE,
            reason: "holds the session twice: remove the cookies of this site, and sign in again",
        })?;
        if let Some(token) = bearer_token(&parts.headers) {
            let digest = digest(token);
            if let Some(identity) = self.by_token(&digest)? {
                return Ok((identity, Means::Token(Box::new(digest)), None));
            }
            // Boxed, so that the future of requests with a token stays small.
            return Box::pin(self.by_jwt(token)).await;
        }
        if let Some(user) = &source.user {
            return self.by_proxy(parts, user);
        }
        if parts.headers.contains_key(AUTHORIZATION) {
            return Err(CallerError::not_signed_in("is not of the form Bearer TOKEN"));
        }
        match session {
            Some(text) => self.by_session(parts, source, text),
            None => {
                let reason = "is missing; send Authorization: Bearer TOKEN";
                Err(CallerError::not_signed_in(reason))
            }
        }
    }

    /// Whose token has this digest, if it is one of `auth.toml`.
    fn by_token(&self, digest: &TokenDigest) -> Result<Option<Arc<Identity>>, CallerError> {
        let register = self.accounts().register();
        let now = self.now();
        if let Some(token) = register.find_digest(digest, now) {
            token.note_use(now);
            return Ok(Some(Arc::clone(&token.identity)));
        }
        match register.token(digest) {
            Some(token) if token.is_over(now) => {
                Err(CallerError::not_signed_in("the token has expired"))
            }
            _ => Ok(None),
        }
    }

    async fn by_jwt(&self, token: &str) -> Result<Found, CallerError> {
        // Our tokens have no dots.
        let Some(jwt) = self.jwt.as_ref().filter(|_| token.contains('.')) else {
            return Err(CallerError::not_signed_in("the token is not known"));
        };
        let checked = jwt.check(token).await;
        let (identity, ends) =
            checked.map_err(|error| CallerError::not_signed_in(error.to_string()))?;
        let identity = Arc::new(Self::admit(&self.accounts().register(), identity)?);
        let means = Means::Jwt(Box::new(TakenJwt { token: token.to_owned(), ends }));
        Ok((identity, means, None))
    }

    /// The identity that a JWT names, within the limits of `auth.toml`.
    fn admit(register: &Register, identity: Identity) -> Result<Identity, CallerError> {
        let admitted = register.admit(identity);
        admitted.map_err(|refused| CallerError::not_signed_in(format!("the JWT {refused}")))
    }

    fn by_proxy(&self, parts: &Parts, user: &ProxiedUser) -> Result<Found, CallerError> {
        let ProxiedUser { name, secret } = user;
        let register = self.accounts().register();
        let Some(user) = register.user(name).filter(|user| !user.disabled) else {
            return Err(CallerError::Forbidden {
                header: HeaderName::from_static("x-forwarded-user"),
                reason: "names no user of this server, or one that is disabled",
            });
        };
        // The proxy most likely signs users in with its own cookie, which a foreign page's requests
        // carry as well.
        same_origin::check(parts, OriginRule::IfStated)?;
        Ok((Arc::clone(&user.identity), Means::Proxy(Box::new(*secret)), None))
    }

    fn by_session(
        &self,
        parts: &Parts,
        source: &RequestSource,
        text: &str,
    ) -> Result<Found, CallerError> {
        let now = self.now();
        let register = self.accounts().register();
        let checked = self.sessions.check(text, &register, now);
        let (session, identity) = checked.map_err(|error| match error {
            SessionError::Unknown => {
                CallerError::not_signed_in("is missing, and the session is none")
            }
            SessionError::Ended => CallerError::SessionExpired,
        })?;
        same_origin::check(parts, OriginRule::Required)?;
        self.note_use(&session, &register, &parts.headers, source);
        let renewed = self.sessions.renew(&session, now);
        let cookie = renewed.map(|text| SessionCookie::of(source).set(&text));
        Ok((identity, Means::Session(Box::new(session)), cookie))
    }

    /// Remembers that a session is used, and with it its token.
    pub(crate) fn note_use(
        &self,
        session: &Session,
        register: &Register,
        headers: &HeaderMap,
        source: &RequestSource,
    ) {
        let now = self.now();
        let user_agent = headers.get(USER_AGENT).and_then(|text| text.to_str().ok());
        self.seen.note(session, now, source.client(), user_agent);
        let digest = self.sessions.token_of(session, register);
        if let Some(token) = digest.and_then(|digest| register.token(digest)) {
            token.note_use(now);
        }
    }

    /// When what a caller was accepted with ends by itself, if it does, since 1970.
    pub(crate) fn ends(&self, means: &Means) -> Option<Duration> {
        match means {
            Means::Token(digest) => self.accounts().register().token(digest)?.expires,
            Means::Session(session) => {
                Some(self.sessions.ends(session, &self.accounts().register()))
            }
            Means::Proxy(_) => None,
            Means::Jwt(taken) => Some(taken.ends),
        }
    }

    /// Whether a caller who was accepted would be accepted now by `register`, with no lesser role.
    pub(crate) fn check_again(
        &self,
        register: &Register,
        identity: &Identity,
        means: &Means,
    ) -> Result<(), CallerError> {
        let role = match means {
            Means::Token(digest) => register
                .find_digest(digest, self.now())
                .filter(|now| now.identity.user == identity.user)
                .map(|now| now.identity.role),
            Means::Session(session) => {
                let again = self.sessions.check_again(session, register, self.now());
                Some(again.map_err(|_| CallerError::SessionExpired)?.role)
            }
            Means::Proxy(secret) => {
                let is_same = self.identity_header.digest() == Some(**secret);
                let user = register.user(&identity.user).filter(|user| is_same && !user.disabled);
                user.map(|user| user.identity.role)
            }
            Means::Jwt(taken) => {
                let jwt = self.jwt.as_ref().map(|jwt| jwt.check_again(&taken.token)).transpose();
                let found = jwt.map_err(|error| CallerError::not_signed_in(error.to_string()))?;
                let admitted = found.map(|found| Self::admit(register, found)).transpose()?;
                admitted.map(|now| now.role)
            }
        };
        match role {
            Some(role) if role.includes(identity.role) => Ok(()),
            Some(_) => Err(CallerError::RoleChanged),
            None => Err(CallerError::not_signed_in("what let the caller in was taken away")),
        }
    }
}

/// The token in `Authorization: Bearer TOKEN`; the scheme may be written in any case (RFC 9110
/// §11.1).
#[must_use]
pub fn bearer_token(headers: &HeaderMap) -> Option<&str> {
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
