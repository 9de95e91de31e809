//! The standing of a caller: that they are signed in, as long as that lasts.
//!
//! ```text
//! auth.toml, session.key, a sign-out, keys of JWTs  ─► something changed ─► requests check again
//! the end of a session's, a token's or a JWT's time ─► checked twice a second
//! ```
//!
//! A request that is answered for long, or waits before it records something, holds a [`Standing`].

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use jobs_auth::security::{Details, Event, record};
use jobs_auth::{Identity, Register};
use tokio::sync::watch;

use crate::means::Means;
use crate::{CallerError, SignIn};

/// How often the clock is checked for callers whose sign-in expires: it may be set at any moment.
const LOOK_INTERVAL: Duration = Duration::from_millis(500);

/// A caller who is signed in, and by what means. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Standing(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    sign_in: Arc<SignIn>,
    identity: Arc<Identity>,
    means: Means,
    /// Changes whenever a caller may have lost access.
    changes: watch::Receiver<()>,
    /// The operation that the caller asked for, once known.
    operation: OnceLock<&'static str>,
    /// Whether the log was told that it has ended.
    is_lost: AtomicBool,
}

/// Resolves when a caller is no longer signed in, and says why.
pub type Lost = Pin<Box<dyn Future<Output = CallerError> + Send>>;

impl Standing {
    /// `changes` was subscribed to before the caller was identified, so that a change made
    /// meanwhile is noticed.
    pub(crate) fn new(
        sign_in: Arc<SignIn>,
        identity: Arc<Identity>,
        means: Means,
        changes: watch::Receiver<()>,
    ) -> Self {
        let operation = OnceLock::new();
        let is_lost = AtomicBool::new(false);
        Self(Arc::new(Inner { sign_in, identity, means, changes, operation, is_lost }))
    }

    /// Who it is, with which role.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.0.identity
    }

    /// By what means the caller is signed in: `token`, `session`, `proxy` or `jwt`.
    #[must_use]
    pub fn means(&self) -> &'static str {
        self.0.means.name()
    }

    /// Whether the caller may make tokens: not by a bearer token, be it one of ours or a JWT, nor
    /// by a session that began with one. Whoever has a copy of it could make tokens that are there
    /// when it is revoked or over.
    #[must_use]
    pub fn may_make_tokens(&self) -> bool {
        self.0.means.may_make_tokens()
    }

    pub(crate) fn sign_in(&self) -> Arc<SignIn> {
        Arc::clone(&self.0.sign_in)
    }

    pub(crate) fn signed_in_by(&self) -> &Means {
        &self.0.means
    }

    /// Sets the operation for the security log. Only the first one counts.
    pub fn set_operation(&self, operation: &'static str) {
        let _known_already = self.0.operation.set(operation);
    }

    /// What the security log says about it.
    #[must_use]
    pub fn details(&self) -> Details<'_> {
        let operation = self.0.operation.get().copied();
        let user = Some(&self.0.identity.user);
        let by = Some(self.means());
        Details { user, by, operation, ..Details::default() }
    }

    /// Logs in the security log that a part of the request was refused, though not the whole.
    pub fn record_forbidden(&self, reason: &str) {
        record(Event::Forbidden, &Details { reason: Some(reason), ..self.details() });
    }

    /// Checks that the caller is still signed in. Call it right before something is recorded.
    ///
    /// # Errors
    /// Why they are not: [`CallerError::NotSignedIn`], [`CallerError::SessionExpired`] or
    /// [`CallerError::RoleChanged`].
    pub fn check(&self) -> Result<(), CallerError> {
        if !self.is_over() && !self.0.changes.has_changed().unwrap_or(true) {
            return Ok(());
        }
        self.check_again()
    }

    fn check_again(&self) -> Result<(), CallerError> {
        let checked = self.check_by(&self.0.sign_in.accounts().register());
        checked.inspect_err(|error| {
            if !self.0.is_lost.swap(true, Ordering::Relaxed) {
                let reason = error.to_string();
                let reason = Some(&*reason);
                record(Event::AccessLost, &Details { reason, ..self.details() });
            }
        })
    }

    /// Checks that `register` accepts the caller: one that is newer than what counts yet.
    pub(crate) fn check_by(&self, register: &Register) -> Result<(), CallerError> {
        self.0.sign_in.check_again(register, &self.0.identity, &self.0.means)
    }

    /// Resolves when the caller is no longer signed in, and says why.
    #[must_use]
    pub fn lost(&self) -> Lost {
        let standing = self.clone();
        Box::pin(async move {
            let mut changes = standing.0.changes.clone();
            loop {
                tokio::select! {
                    // The sender cannot be gone: it is in `sign_in`.
                    _changed = changes.changed() => {}
                    () = standing.over() => {}
                }
                if let Err(error) = standing.check_again() {
                    return error;
                }
            }
        })
    }

    /// Resolves when the time is over, if there is one.
    async fn over(&self) {
        if self.ends().is_none() {
            return std::future::pending().await;
        }
        while !self.is_over() {
            tokio::time::sleep(LOOK_INTERVAL).await;
        }
    }

    /// As of now: somebody may have changed when the token ends.
    fn ends(&self) -> Option<Duration> {
        self.0.sign_in.ends(&self.0.means)
    }

    fn is_over(&self) -> bool {
        self.ends().is_some_and(|ends| self.0.sign_in.now() > ends)
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;
    use http::Request;
    use jobs_auth::{Accounts, AuthFileEditor, NewToken, Role, SessionKey};
    use jobs_core::UserId;

    use super::*;
    use crate::RequestSource;

    #[tokio::test]
    async fn a_caller_whose_token_is_revoked_is_signed_in_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("auth.toml");
        let editor = AuthFileEditor::new(file.clone());
        let vijay = UserId::new("vijay").unwrap();
        editor.add_user(&vijay, Role::Operator, None).unwrap();
        let (token, name) =
            editor.new_token(&NewToken::of(vijay.clone(), None).named("laptop")).unwrap();
        let accounts = Arc::new(Accounts::open(file).unwrap().unwrap());
        let sign_in = Arc::new(SignIn::new(accounts, SessionKey::generate().unwrap()));

        let request = Request::builder().header("authorization", format!("Bearer {token}"));
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let caller = sign_in.identify(&parts, &RequestSource::default()).await.unwrap();
        let standing = caller.standing;
        assert_eq!((&standing.identity().user, standing.means()), (&vijay, "token"));
        let mut lost = standing.lost();
        // Something else was changed.
        editor.add_user(&UserId::new("anita").unwrap(), Role::Auditor, None).unwrap();
        sign_in.refresh();
        standing.check().unwrap();
        assert!((&mut lost).now_or_never().is_none());

        editor.revoke_token(&name).unwrap();
        sign_in.refresh();
        let gone = CallerError::not_signed_in("what let the caller in was taken away");
        assert_eq!(standing.check(), Err(gone.clone()));
        assert_eq!(lost.now_or_never(), Some(gone));
        assert!(sign_in.identify(&parts, &RequestSource::default()).await.is_err());
    }
}
