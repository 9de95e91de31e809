//! What callers see and change of their accounts: the password, sessions, tokens; and admins, of
//! everybody's. Changes are made off the worker threads and count at once, for requests in flight
//! too.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use http::HeaderValue;
use jobs_auth::security::{Details, Event, record};
use jobs_auth::{
    AdminCaller, AuthFile, AuthFileEditor, AuthFileError, PasswordError, PasswordHash, Role,
    SeenSession, Session, TokenDigest,
};
use jobs_core::UserId;

use crate::cookie::SessionCookie;
use crate::means::Means;
use crate::session::counted;
use crate::sign_in::refresh;
use crate::{CallerError, RequestSource, SignIn, SignInError, SignOutError, Standing};

/// Why accounts cannot be shown or were not changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AccountsError {
    /// They are in no file.
    #[error(
        "this server keeps its accounts in memory alone (--store memory): there is no auth.toml"
    )]
    NoFile,
    /// The file says no, or cannot be used.
    #[error(transparent)]
    File(#[from] AuthFileError),
    /// The file could not be written, after the sessions had ended that were to end before that.
    #[error("the accounts were not changed, but the user's sessions have ended")]
    AfterSessions(#[source] AuthFileError),
    /// The caller lost the right to the change while it waited.
    #[error(transparent)]
    Caller(CallerError),
    /// An internal error.
    #[error("the change broke off")]
    Internal(#[source] tokio::task::JoinError),
}

/// Why a user has no new password.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NewPasswordError {
    /// There is none that could be changed.
    #[error("you have no password here that could be changed: an admin can give you one")]
    NoPassword,
    /// The current one was not checked, or is another.
    #[error(transparent)]
    Current(SignInError),
    /// The new one is not taken.
    #[error(transparent)]
    New(PasswordError),
    /// `auth.toml` was not changed.
    #[error(transparent)]
    Accounts(#[from] AccountsError),
}

/// What everybody's accounts are.
impl SignIn {
    /// The users and tokens, as they are accepted now.
    ///
    /// # Errors
    /// [`AccountsError::NoFile`].
    pub fn listed(&self) -> Result<Arc<AuthFile>, AccountsError> {
        self.accounts().listed().ok_or(AccountsError::NoFile)
    }

    /// The time, since 1970, as sign-in has it.
    #[must_use]
    pub fn time(&self) -> Duration {
        self.now()
    }

    /// Changes users or tokens for a caller. What was changed counts when this returns. Whether the
    /// caller may is decided on what the file says when it is changed, and no admin locks
    /// themselves or everybody out. All sessions of the user in `ends`, however they were begun,
    /// end before that: what fails was not changed.
    ///
    /// # Errors
    /// [`AccountsError`]; the file was not changed.
    pub async fn change_accounts<T: Send + 'static>(
        &self,
        by: &Standing,
        ends: Option<&UserId>,
        change: impl FnOnce(&AuthFileEditor) -> Result<T, AuthFileError> + Send + 'static,
    ) -> Result<T, AccountsError> {
        let change = self.change_by(by, ends, change)?;
        tokio::task::spawn_blocking(change).await.map_err(AccountsError::Internal)?
    }

    /// The same, to be done off the worker threads.
    fn change_by<T, C: FnOnce(&AuthFileEditor) -> Result<T, AuthFileError>>(
        &self,
        by: &Standing,
        ends: Option<&UserId>,
        change: C,
    ) -> Result<impl FnOnce() -> Result<T, AccountsError> + use<T, C>, AccountsError> {
        let have_ended = Arc::new(AtomicBool::new(false));
        let editor = self.editor(by, ends.cloned(), Arc::clone(&have_ended))?;
        let accounts = Arc::clone(self.accounts());
        let sessions = Arc::clone(&self.sessions);
        let changes = self.changes.clone();
        let by = by.clone();
        Ok(move || {
            let changed = change(&editor);
            refresh(&accounts, &sessions, &changes);
            // Also if only the sessions have ended.
            changes.send_replace(());
            changed.map_err(|error| match (&error, by.check()) {
                (AuthFileError::Io { .. }, _) if have_ended.load(Ordering::Relaxed) => {
                    AccountsError::AfterSessions(error)
                }
                (AuthFileError::Sessions(_) | AuthFileError::Io { .. }, _) | (_, Ok(())) => {
                    error.into()
                }
                (_, Err(lost)) => AccountsError::Caller(lost),
            })
        })
    }

    /// Changes the file for a caller, once the sessions of the user in `ends` have ended, which
    /// `have_ended` then says.
    fn editor(
        &self,
        by: &Standing,
        ends: Option<UserId>,
        have_ended: Arc<AtomicBool>,
    ) -> Result<AuthFileEditor, AccountsError> {
        let editor = self.accounts().editor().ok_or(AccountsError::NoFile)?;
        let admin = (by.identity().role == Role::Admin).then(|| AdminCaller {
            user: by.identity().user.clone(),
            is_vouched_for: matches!(by.signed_in_by(), Means::Proxy(_) | Means::Jwt(_)),
        });
        let now = self.now();
        let by = by.clone();
        let sessions = Arc::clone(&self.sessions);
        Ok(editor.ruled_by(move |before, after| {
            by.check_by(&before.register()).map_err(|lost| {
                AuthFileError::Refused(format!("you may not do this any more: {lost}"))
            })?;
            admin.iter().try_for_each(|admin| admin.check(before, after, now))?;
            if let Some(user) = &ends {
                sessions.end_all_of(user, now).map_err(AuthFileError::Sessions)?;
                have_ended.store(true, Ordering::Relaxed);
            }
            Ok(())
        }))
    }

    /// The hash of a new password of `user`, for whom `caller` sets it.
    ///
    /// # Errors
    /// [`PasswordError`].
    pub async fn hash_password(
        &self,
        caller: &UserId,
        user: UserId,
        password: String,
    ) -> Result<PasswordHash, PasswordError> {
        let hash = move || PasswordHash::of_new_for(&user, &password);
        let hashed = self.passwords.hash(caller, hash).await;
        hashed.unwrap_or_else(|error| Err(PasswordError::Hashing(error.to_string())))
    }

    /// Ends all sessions of a user, however they were begun.
    ///
    /// # Errors
    /// [`SignOutError`]: the end may not be known after a restart.
    async fn end_sessions_of(&self, user: &UserId) -> Result<(), SignOutError> {
        let sessions = Arc::clone(&self.sessions);
        let user = user.clone();
        let now = self.now();
        let written = tokio::task::spawn_blocking(move || sessions.end_all_of(&user, now)).await;
        self.changes.send_replace(());
        written.map_err(SignOutError::Internal)?.map_err(SignOutError::NotWritten)
    }
}

/// What a caller's own account is.
impl SignIn {
    /// The session by which a caller is signed in, if they are, and when it ends unless it is used
    /// again, since 1970.
    #[must_use]
    pub fn session_of<'a>(&self, standing: &'a Standing) -> Option<(&'a Session, Duration)> {
        match standing.signed_in_by() {
            Means::Session(session) => Some((session, self.session_ends(session))),
            _ => None,
        }
    }

    /// When a session ends unless it is used again, since 1970.
    #[must_use]
    pub fn session_ends(&self, session: &Session) -> Duration {
        self.sessions.ends(session, &self.accounts().register())
    }

    /// The token by which a caller is signed in, directly or by a session that began with it.
    #[must_use]
    pub fn token_of(&self, standing: &Standing) -> Option<TokenDigest> {
        match standing.signed_in_by() {
            Means::Token(digest) => Some(**digest),
            Means::Session(session) => {
                self.sessions.token_of(session, &self.accounts().register()).copied()
            }
            _ => None,
        }
    }

    /// The sessions of a user that were used since the server started and have not ended, the one
    /// that was used last first.
    #[must_use]
    pub fn sessions_of(&self, user: &UserId) -> Vec<SeenSession> {
        let register = self.accounts().register();
        let now = self.now();
        let goes_on = |seen: &SeenSession| {
            // It may have been used since it was signed as it was last seen.
            self.sessions.check_again(&seen.session, &register, now).is_ok()
        };
        let mut sessions = self.seen.of(user);
        sessions.retain(goes_on);
        sessions
    }

    /// Since when it is known which sessions are used, since 1970.
    #[must_use]
    pub fn sessions_since(&self) -> Duration {
        self.seen.since()
    }

    /// Ends the caller's own session of this handle, and says whether there was one. If it is the
    /// one that the caller is signed in by, there is a cookie that replaces it.
    ///
    /// # Errors
    /// [`SignOutError`]: the end may not be known after a restart.
    pub async fn end_session_of(
        &self,
        standing: &Standing,
        source: &RequestSource,
        handle: &str,
    ) -> Result<(bool, Option<HeaderValue>), SignOutError> {
        let mine = self.session_of(standing).filter(|(session, _)| session.handle() == handle);
        if mine.is_some() {
            return Ok((true, Some(self.end_session(standing, source).await?)));
        }
        let sessions = self.sessions_of(&standing.identity().user);
        let Some(found) = sessions.into_iter().find(|seen| seen.session.handle() == handle) else {
            return Ok((false, None));
        };
        self.sign_out(&found.session).await?;
        self.record_sign_out(standing, source);
        Ok((true, None))
    }

    /// Gives a caller who knows the current password another one. All sessions of the user end; the
    /// caller's goes on, if they are signed in by one, with the cookie that is returned.
    ///
    /// # Errors
    /// [`NewPasswordError`].
    pub async fn change_password(
        &self,
        standing: &Standing,
        source: &RequestSource,
        current: String,
        new: String,
    ) -> Result<Option<HeaderValue>, NewPasswordError> {
        let user = standing.identity().user.clone();
        let has_one =
            self.accounts().register().user(&user).is_some_and(|it| it.password.is_some());
        self.listed()?;
        if !has_one {
            return Err(NewPasswordError::NoPassword);
        }
        let sign_in = standing.sign_in();
        let by = standing.clone();
        let accounts = Arc::clone(self.accounts());
        let check = {
            let user = user.clone();
            move |_: &str, current: &str| {
                let register = accounts.register();
                let listed = register.check_password(user.as_str(), current);
                let known = listed.and_then(|listed| listed.password.clone());
                let known = known.ok_or(SignInError::Wrong)?;
                // The current one is right, whatever comes of the new one.
                let hash = PasswordHash::of_new_for(&user, &new).map_err(NewPasswordError::New);
                Ok(hash.and_then(|hash| {
                    let change = |editor: &AuthFileEditor| {
                        editor.change_password(&user, Some(&known), &hash)
                    };
                    Ok(sign_in.change_by(&by, Some(&user), change)?()?)
                }))
            }
        };
        let name = user.to_string();
        let checked = self
            .passwords
            .check(name, Some(&user), current, counted(source), self.now(), check)
            .await;
        if let Err(error @ (SignInError::TooOften(_) | SignInError::Busy)) = &checked {
            let reason = error.to_string();
            let details =
                Details { reason: Some(&reason), client: source.client(), ..standing.details() };
            record(Event::SignInThrottled, &details);
        }
        checked.map_err(NewPasswordError::Current)??;
        Ok(self.go_on(standing, source))
    }

    /// Ends all sessions of the caller, wherever they were used, and begins one that goes on
    /// instead of the one that the caller is signed in by. Returns the cookie that replaces it;
    /// `None` for a caller who is signed in by other means.
    ///
    /// # Errors
    /// [`SignOutError`]: the end may not be known after a restart.
    pub async fn end_other_sessions(
        &self,
        standing: &Standing,
        source: &RequestSource,
    ) -> Result<Option<HeaderValue>, SignOutError> {
        self.end_sessions_of(&standing.identity().user).await?;
        Ok(self.go_on(standing, source))
    }

    /// The cookie of a session that goes on instead of the one that the caller was signed in by.
    /// If none can begin, it says that the caller is signed out: what ended it was done.
    fn go_on(&self, standing: &Standing, source: &RequestSource) -> Option<HeaderValue> {
        let Means::Session(session) = standing.signed_in_by() else { return None };
        let cookie = SessionCookie::of(source);
        let begun = self.sessions.begin_again(session, &self.accounts().register(), self.now());
        let begun = begun.inspect_err(|error| tracing::warn!("a session does not go on: {error}"));
        Some(begun.map_or_else(|_| cookie.clear(), |text| cookie.set(&text)))
    }
}
