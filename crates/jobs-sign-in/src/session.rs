//! How a session begins, with a password or a token, and how it ends.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

use http::HeaderValue;
use http::request::Parts;
use jobs_auth::security::{Details, Event, record};
use jobs_auth::{Accounts, BeginError, Identity, Session, Sessions, TokenDigest, digest};
use jobs_core::UserId;
use tokio::sync::watch;

use crate::cookie::SessionCookie;
use crate::means::Means;
use crate::same_origin::{self, OriginRule};
use crate::sign_in::refresh;
use crate::{CallerError, RequestSource, SignIn, SignInError, SignOutError, Standing};

/// With what a session is to begin. `Debug` shows none of it.
#[derive(Clone, PartialEq, Eq)]
pub enum Credentials {
    /// A user's name and password.
    Password {
        /// The name.
        name: String,
        /// The password.
        password: String,
    },
    /// A token of `auth.toml`.
    Token(String),
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.by())
    }
}

impl Credentials {
    fn by(&self) -> &'static str {
        match self {
            Self::Password { .. } => "password",
            Self::Token(_) => "token",
        }
    }
}

/// A session that has begun.
#[derive(Debug)]
pub struct Begun {
    /// Whose it is.
    pub identity: Arc<Identity>,
    /// The session.
    pub session: Session,
    /// The cookie for the answer's `Set-Cookie`.
    pub cookie: HeaderValue,
}

/// Who it is, the session, and its text.
type Opened = (Arc<Identity>, Session, String);

/// What beginning a session takes.
struct Opening {
    accounts: Arc<Accounts>,
    sessions: Arc<Sessions>,
    changes: watch::Sender<()>,
    now: std::time::Duration,
}

impl Opening {
    /// Off the worker threads. What was changed in the files a moment ago counts.
    fn by_password(&self, name: &str, password: &str) -> Result<Opened, SignInError> {
        refresh(&self.accounts, &self.sessions, &self.changes);
        let register = self.accounts.register();
        let user = register.check_password(name, password).ok_or(SignInError::Wrong)?;
        self.opened(self.sessions.begin(user, self.now))
    }

    /// A look into memory, as for a request with the token: anybody may ask as often as they like.
    fn by_token(&self, digest: &TokenDigest) -> Result<Opened, SignInError> {
        let register = self.accounts.register();
        let found = register.find_digest(digest, self.now).ok_or(SignInError::UnknownToken)?;
        self.opened(self.sessions.begin_by_token(&found.identity.user, digest, self.now))
    }

    fn opened(&self, begun: Result<String, BeginError>) -> Result<Opened, SignInError> {
        let text = begun.map_err(|error| not_begun(&error))?;
        let register = self.accounts.register();
        let (session, identity) = self
            .sessions
            .check(&text, &register, self.now)
            .map_err(|error| SignInError::Internal(error.to_string()))?;
        Ok((identity, session, text))
    }
}

fn not_begun(error: &BeginError) -> SignInError {
    match error {
        BeginError::NoKey => SignInError::NoKey(error.to_string()),
        _ => SignInError::Internal(error.to_string()),
    }
}

impl SignIn {
    /// Refuses what another site's page made a browser send. For requests that begin a session,
    /// which need no sign-in.
    ///
    /// # Errors
    /// [`CallerError::Forbidden`].
    pub fn check_same_origin(parts: &Parts) -> Result<(), CallerError> {
        same_origin::check(parts, OriginRule::IfStated)
    }

    /// Begins a session for a caller who knows a password or a token.
    ///
    /// # Errors
    /// [`SignInError`].
    pub async fn begin_session(
        &self,
        parts: &Parts,
        source: &RequestSource,
        credentials: Credentials,
    ) -> Result<Begun, SignInError> {
        let by = Some(credentials.by());
        let client = source.client();
        let (begun, listed, over) = self.open(source, credentials).await;
        let reason = begun.as_ref().err().map(ToString::to_string);
        // A user who was only just listed is known once the password is right.
        let user = begun.as_ref().ok().map(|(identity, ..)| &identity.user).or(listed.as_ref());
        let reason = reason.as_deref();
        let token = over.as_deref();
        let details = Details { user, by, client, reason, token, ..Details::default() };
        record(event(begun.as_ref().err()), &details);
        let (identity, session, text) = begun?;
        self.note_use(&session, &self.accounts().register(), &parts.headers, source);
        self.warn_of_plain_http(parts, source);
        Ok(Begun { identity, session, cookie: SessionCookie::of(source).set(&text) })
    }

    /// What comes of it, the listed user whom it is about, and the name of the token.
    async fn open(
        &self,
        source: &RequestSource,
        credentials: Credentials,
    ) -> (Result<Opened, SignInError>, Option<UserId>, Option<String>) {
        let now = self.now();
        let opening = Opening {
            accounts: Arc::clone(self.accounts()),
            sessions: Arc::clone(&self.sessions),
            changes: self.changes.clone(),
            now,
        };
        let counted = counted(source);
        match credentials {
            Credentials::Password { name, password } => {
                // Unknown names are not logged: people type their password there by mistake.
                let listed = UserId::new(&*name).ok();
                let listed = listed.filter(|name| self.accounts().register().user(name).is_some());
                let check = move |name: &str, password: &str| opening.by_password(name, password);
                let user = listed.as_ref();
                let begun = self.passwords.check(name, user, password, counted, now, check).await;
                (begun, listed, None)
            }
            Credentials::Token(token) => {
                let digest = digest(&token);
                let check = || opening.by_token(&digest);
                let begun = self.passwords.check_token(counted, now, check);
                let register = self.accounts().register();
                let over = register.find_over(&digest, now);
                let known = || Some((&*register.token(&digest)?.name, None));
                let named = over.map(|(name, user)| (name, Some(user))).or_else(known);
                let (name, user) = named.unzip();
                (begun, user.flatten().cloned(), name.map(str::to_owned))
            }
        }
    }

    /// Ends the session that a caller is signed in by, if any, and returns the cookie that replaces
    /// it.
    ///
    /// # Errors
    /// [`SignOutError`]: the end may not be known after a restart.
    pub async fn end_session(
        &self,
        standing: &Standing,
        source: &RequestSource,
    ) -> Result<HeaderValue, SignOutError> {
        if let Means::Session(session) = standing.signed_in_by() {
            self.sign_out(session).await?;
        }
        self.record_sign_out(standing, source);
        Ok(SessionCookie::of(source).clear())
    }

    /// Ends a session for everybody who has it.
    pub(crate) async fn sign_out(&self, session: &Session) -> Result<(), SignOutError> {
        let sessions = Arc::clone(&self.sessions);
        let session = session.clone();
        let now = self.now();
        let written = tokio::task::spawn_blocking(move || sessions.sign_out(&session, now)).await;
        self.changes.send_replace(());
        written.map_err(SignOutError::Internal)?.map_err(SignOutError::NotWritten)
    }

    /// Only once it is on the disk: otherwise a restart could make the line untrue.
    pub(crate) fn record_sign_out(&self, standing: &Standing, source: &RequestSource) {
        let user = Some(&standing.identity().user);
        let by = Some(standing.means());
        let details = Details { user, by, client: source.client(), ..Details::default() };
        record(Event::SignOut, &details);
    }
}

/// The address that guesses are counted against, unless it may be shared by everybody.
pub(crate) fn counted(source: &RequestSource) -> Option<IpAddr> {
    let counted = source.client.filter(|client| !client.may_be_shared);
    counted.map(|client| client.address)
}

fn event(error: Option<&SignInError>) -> Event {
    match error {
        None => Event::SignIn,
        Some(SignInError::TooOften(_) | SignInError::Busy) => Event::SignInThrottled,
        Some(_) => Event::SignInRefused,
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;
    use http::Request;
    use jobs_auth::{AuthFileEditor, NewToken, Role, SessionKey};

    use super::*;

    /// Nobody needs to be signed in to ask, so it waits for no file and for no other thread.
    #[test]
    fn a_token_is_looked_up_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("auth.toml");
        let editor = AuthFileEditor::new(&file);
        let new = NewToken::of(UserId::new("ci").unwrap(), Some(Role::Auditor));
        let (token, name) = editor.new_token(&new).unwrap();
        let accounts = Arc::new(Accounts::open(&file).unwrap().unwrap());
        let sign_in = SignIn::new(accounts, SessionKey::generate().unwrap());
        let (parts, ()) = Request::new(()).into_parts();
        let source = RequestSource::default();
        let begin = |token: &str| {
            let token = Credentials::Token(token.to_owned());
            let begun = sign_in.begin_session(&parts, &source, token);
            begun.now_or_never().expect("it waits").map(|begun| begun.identity.role)
        };
        assert_eq!(begin(&token), Ok(Role::Auditor));
        assert_eq!(begin("made-up"), Err(SignInError::UnknownToken));
        editor.revoke_token(&name).unwrap();
        assert_eq!(begin(&token), Ok(Role::Auditor), "the file is read by whoever watches it");
        sign_in.refresh();
        assert_eq!(begin(&token), Err(SignInError::UnknownToken));
    }

    #[test]
    fn credentials_are_not_in_the_text_for_debugging() {
        let name = "canary".to_owned();
        let password = Credentials::Password { name: name.clone(), password: name.clone() };
        for credentials in [password, Credentials::Token(name)] {
            assert!(!format!("{credentials:?}").contains("canary"));
        }
    }
}
