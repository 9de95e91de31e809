//! How a session begins, with a password, and how it ends.

use std::sync::Arc;

use http::HeaderValue;
use http::request::Parts;
use jobs_auth::security::{Details, Event, record};
use jobs_auth::{BeginError, Identity};
use jobs_core::UserId;

use crate::cookie::SessionCookie;
use crate::means::Means;
use crate::same_origin::{self, OriginRule};
use crate::sign_in::refresh;
use crate::{CallerError, PasswordError, RequestSource, SignIn, SignOutError, Standing};

impl SignIn {
    /// Refuses what another site's page made a browser send. For requests that begin a session,
    /// which need no sign-in.
    ///
    /// # Errors
    /// [`CallerError::Forbidden`].
    pub fn check_same_origin(parts: &Parts) -> Result<(), CallerError> {
        same_origin::check(parts, OriginRule::IfStated)
    }

    /// Begins a session for a caller who knows the password; returns the user, and the cookie for
    /// the answer's `Set-Cookie`.
    ///
    /// # Errors
    /// [`PasswordError`].
    pub async fn begin_session(
        &self,
        parts: &Parts,
        source: &RequestSource,
        name: String,
        password: String,
    ) -> Result<(Arc<Identity>, HeaderValue), PasswordError> {
        let accounts = Arc::clone(self.accounts());
        let sessions = Arc::clone(&self.sessions);
        let changes = self.changes.clone();
        let now = self.now();
        let check = move |name: &str, password: &str| {
            // A password that was changed a moment ago counts.
            refresh(&accounts, &sessions, &changes);
            let register = accounts.register();
            let user = register.check_password(name, password).ok_or(PasswordError::Wrong)?;
            let begun = sessions.begin(user, now);
            let text = begun.map_err(|error| match error {
                BeginError::NoKey => PasswordError::NoKey(error.to_string()),
                _ => PasswordError::Internal(error.to_string()),
            })?;
            Ok((Arc::clone(&user.identity), text))
        };
        // Unknown names are not logged: people type their password there by mistake.
        let listed = UserId::new(&*name).ok();
        let listed = listed.filter(|name| self.accounts().register().user(name).is_some());
        let counted = source.client.filter(|client| !client.may_be_shared);
        let counted = counted.map(|client| client.address);
        let begun =
            self.passwords.check(name, listed.as_ref(), password, counted, now, check).await;
        let reason = begun.as_ref().err().map(ToString::to_string);
        let event = match &begun {
            Ok(_) => Event::SignIn,
            Err(PasswordError::TooOften(_) | PasswordError::Busy) => Event::SignInThrottled,
            Err(_) => Event::SignInRefused,
        };
        // A user who was only just listed is known once the password is right.
        let user = begun.as_ref().ok().map(|(identity, _)| &identity.user).or(listed.as_ref());
        let client = source.client();
        let reason = reason.as_deref();
        record(event, &Details { user, client, reason, ..Details::default() });
        let (identity, text) = begun?;
        self.warn_of_plain_http(parts, source);
        Ok((identity, SessionCookie::of(source).set(&text)))
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
            let sessions = Arc::clone(&self.sessions);
            let session = session.clone();
            let now = self.now();
            let written =
                tokio::task::spawn_blocking(move || sessions.sign_out(&session, now)).await;
            self.changes.send_replace(());
            written.map_err(SignOutError::Internal)?.map_err(SignOutError::NotWritten)?;
        }
        // Logged only once it is on the disk: otherwise a restart could make the line untrue.
        let user = Some(&standing.identity().user);
        let by = Some(standing.means());
        let details = Details { user, by, client: source.client(), ..Details::default() };
        record(Event::SignOut, &details);
        Ok(SessionCookie::of(source).clear())
    }
}
