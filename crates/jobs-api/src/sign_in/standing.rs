//! That a caller is signed in, for as long as it is so.
//!
//! ```text
//! auth.toml, session.key, a sign-out, the keys of JWTs ─► something changed ─► each request under way asks again
//! a session or a JWT that ends by its time             ─► looked at twice a second
//! ```
//!
//! Whoever answers for long, or waits before something is recorded, holds a [`Standing`]. Answers that nothing is recorded
//! for, and bodies that are made while they are sent, are cut off by [`Visit`] for all routes, those to come included.

use std::fmt::Display;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{self, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use hyper::body::{Frame, SizeHint};
use jobs_auth::Identity;
use jobs_auth::security::{Details, Event, record};
use jobs_core::UserId;
use tokio::sync::watch;

use super::{Means, SignIn};
use crate::App;
use crate::endpoint::Endpoint;
use crate::response::problem::Problem;

/// How often the clock is looked at for those who are signed in for a time: it may be set at any moment.
const LOOK_INTERVAL: Duration = Duration::from_millis(500);

/// Somebody who is signed in, and by what.
#[derive(Debug, Clone)]
pub(crate) struct Standing(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    app: App,
    identity: Arc<Identity>,
    means: Means,
    /// Changes whenever somebody may have lost what they had.
    changes: watch::Receiver<()>,
    /// What it is for, once that is known.
    endpoint: OnceLock<&'static Endpoint>,
    /// Whether the log was told that it is lost.
    is_lost: AtomicBool,
}

type Lost = Pin<Box<dyn Future<Output = Problem> + Send>>;

impl Standing {
    /// Whoever sent the request: found out once, for the first who asks.
    pub(crate) async fn of(parts: &Parts, app: &App) -> Result<Self, Problem> {
        let visit = parts.extensions.get::<Visit>();
        if let Some(found) = visit.and_then(|visit| visit.0.get()) {
            return found.clone();
        }
        let found = Self::find(parts, app).await;
        if let Some(visit) = visit {
            let _found_already = visit.0.set(found.clone());
        }
        found
    }

    async fn find(parts: &Parts, app: &App) -> Result<Self, Problem> {
        // Before anything is looked up: what changes meanwhile is then seen to have changed.
        let changes = app.sign_in().changes();
        let (identity, means) = app.sign_in().identify(parts).await?;
        let (endpoint, is_lost) = (OnceLock::new(), AtomicBool::new(false));
        let app = app.clone();
        Ok(Self(Arc::new(Inner { app, identity, means, changes, endpoint, is_lost })))
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.0.identity
    }

    pub(crate) fn means(&self) -> &Means {
        &self.0.means
    }

    /// Says for which endpoint it is.
    pub(crate) fn is_for(&self, endpoint: &'static Endpoint) {
        let _known_already = self.0.endpoint.set(endpoint);
    }

    /// What the security log says of it.
    fn details(&self) -> Details<'_> {
        let operation = self.0.endpoint.get().map(|endpoint| endpoint.path());
        let (user, by) = (Some(&self.0.identity.user), Some(self.0.means.as_str()));
        Details { user, by, operation, ..Details::default() }
    }

    /// Says in the security log that a part of the request was refused, which as a whole is not.
    pub(crate) fn record_forbidden(&self, problem: &Problem) {
        if problem.status() == StatusCode::FORBIDDEN {
            let reason = Some(problem.detail());
            record(Event::Forbidden, &Details { reason, ..self.details() });
        }
    }

    fn check_again(&self) -> Result<(), Problem> {
        let checked = self.sign_in().check_again(&self.0.identity, &self.0.means);
        checked.inspect_err(|problem| {
            if !self.0.is_lost.swap(true, Ordering::Relaxed) {
                let reason = Some(problem.detail());
                record(Event::AccessLost, &Details { reason, ..self.details() });
            }
        })
    }

    fn sign_in(&self) -> &SignIn {
        self.0.app.sign_in()
    }

    fn is_over(&self) -> bool {
        self.0.means.ends().is_some_and(|ends| self.sign_in().now() > ends)
    }

    /// Whether the caller still has it.
    ///
    /// # Errors
    /// Why not.
    pub(crate) fn check(&self) -> Result<(), Problem> {
        if !self.is_over() && !self.0.changes.has_changed().unwrap_or(true) {
            return Ok(());
        }
        self.check_again()
    }

    /// Resolves when the caller has lost it, and says why.
    pub(crate) fn lost(&self) -> Lost {
        let standing = self.clone();
        Box::pin(async move {
            let mut changes = standing.0.changes.clone();
            loop {
                tokio::select! {
                    // That the sender is gone is impossible: it is in `app`.
                    _changed = changes.changed() => {}
                    () = standing.over() => {}
                }
                if let Err(problem) = standing.check_again() {
                    return problem;
                }
            }
        })
    }

    /// Resolves when the time is over, if there is one.
    async fn over(&self) {
        if self.0.means.ends().is_none() {
            return std::future::pending().await;
        }
        while !self.is_over() {
            tokio::time::sleep(LOOK_INTERVAL).await;
        }
    }
}

/// In the extensions of an answer whose body says itself why it ends early.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SaysWhy;

/// A request under way: whose it is, or why it is nobody's, once that is known. It is in the request's extensions, and in those of
/// its answer.
#[derive(Debug, Clone, Default)]
pub(crate) struct Visit(Arc<OnceLock<Result<Standing, Problem>>>);

impl Visit {
    fn standing(&self) -> Option<&Standing> {
        self.0.get()?.as_ref().ok()
    }

    /// Whoever sent the request, if they are signed in.
    pub(crate) fn user(&self) -> Option<&UserId> {
        Some(&self.standing()?.identity().user)
    }

    /// Says in the security log what came of the request for `path` from `client`, where that is worth a line.
    pub(crate) fn record(&self, status: StatusCode, path: &impl Display, client: Option<IpAddr>) {
        let endpoint = self.standing().and_then(|standing| standing.0.endpoint.get());
        let event = match endpoint.and_then(|endpoint| endpoint.event()) {
            _ if status == StatusCode::FORBIDDEN => Event::Forbidden,
            Some(event) if status.is_success() => event,
            _ => return,
        };
        let path = path.to_string();
        let details = self.standing().map(Standing::details).unwrap_or_default();
        let operation = details.operation.or(Some(&path));
        record(event, &Details { operation, client, ..details });
    }

    /// What `answering` comes to, unless the caller loses the right to it meanwhile: then why. For requests that record
    /// nothing, which may be dropped at any moment.
    pub(crate) async fn unless_lost<T>(
        &self,
        answering: impl Future<Output = T>,
    ) -> Result<T, Problem> {
        let mut answering = std::pin::pin!(answering);
        let mut lost: Option<Lost> = None;
        std::future::poll_fn(|cx| {
            if let Poll::Ready(answer) = answering.as_mut().poll(cx) {
                return Poll::Ready(Ok(answer));
            }
            let Some(standing) = self.standing() else { return Poll::Pending };
            lost.get_or_insert_with(|| standing.lost()).as_mut().poll(cx).map(Err)
        })
        .await
    }

    /// Has a body that is made while it is sent break off when the caller loses the right to it, so that nobody takes what
    /// came for the whole.
    pub(crate) fn cut_off(&self, response: Response) -> Response {
        let (mut parts, body) = response.into_parts();
        let says_why = parts.extensions.remove::<SaysWhy>().is_some();
        let body = match self.standing() {
            Some(standing) if !says_why && body.size_hint().exact().is_none() => {
                Body::new(CutOff {
                    body: Some(body),
                    lost: standing.lost(),
                    standing: standing.clone(),
                })
            }
            _ => body,
        };
        Response::from_parts(parts, body)
    }
}

struct CutOff {
    /// `None` once it has broken off.
    body: Option<Body>,
    standing: Standing,
    /// Wakes whoever waits for the body.
    lost: Lost,
}

impl HttpBody for CutOff {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let Self { body: Some(body), standing, lost } = &mut *self else {
            return Poll::Ready(None);
        };
        let checked = standing.check().map_or_else(Poll::Ready, |()| lost.as_mut().poll(cx));
        match checked {
            Poll::Pending => Pin::new(body).poll_frame(cx),
            Poll::Ready(problem) => {
                self.body = None;
                let why = std::io::Error::other(problem.detail().to_owned());
                Poll::Ready(Some(Err(axum::Error::new(why))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}
