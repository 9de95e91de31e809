//! An endpoint, declared once: method, path, who may use it, what it takes and answers, and the
//! handler.
//!
//! ```text
//!                           ┌─► the router, and the check of who calls (guard.rs)
//! routes/…: Endpoint::get ──┼─► /openapi.json and /docs (openapi/)
//!                           ├─► the table of docs/http-api.md
//!                           └─► the tests that call every endpoint
//! ```
//!
//! What the document says of parameters, bodies and answers comes from the types in the handler's
//! signature (signature.rs); the declaration adds the prose. A handler runs only once the caller
//! may use the endpoint.

mod access;
mod description;
mod guard;
mod signature;

use std::fmt;
use std::sync::LazyLock;

use axum::handler::Handler;
use axum::http::Method;
use axum::http::request::Parts;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use jobs_auth::Role;
use jobs_auth::security::Event;

pub use access::{Access, LogAccess, Scope};
pub(crate) use description::{Answer, Description, Tag};
pub(crate) use guard::{Grant, Refusal};
pub(crate) use signature::{Input, Output, Signature};

use crate::App;
use crate::routes;

/// Something that can be asked for.
pub struct Endpoint {
    id: &'static str,
    method: Method,
    path: &'static str,
    summary: &'static str,
    access: Access,
    needs_read_permit: Option<bool>,
    answers_any_host: bool,
    event: Option<Event>,
    refuse: fn(&Parts, Refusal) -> Response,
    description: Description,
    handler: Box<dyn Fn(MethodFilter) -> MethodRouter<App> + Send + Sync>,
}

/// Every endpoint, in the order in which they are documented.
#[must_use]
pub fn endpoints() -> &'static [Endpoint] {
    static ALL: LazyLock<Vec<Endpoint>> = LazyLock::new(routes::declared);
    &ALL
}

/// Whether the endpoint at `path` answers also to a request for a host that this server does not
/// know. What asks for the server's health knows it by its address, or by a name of its own.
pub(crate) fn answers_any_host(path: &str) -> bool {
    endpoints().iter().any(|endpoint| endpoint.answers_any_host && endpoint.path == path)
}

impl Endpoint {
    /// The name by which the document calls it, such as `readJob`.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The method by which it is asked for. One by `GET` is asked for by `HEAD` as well.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method.clone()
    }

    /// The path by which it is asked for, with names in braces for what differs:
    /// `/v1/jobs/{job_id}`.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// What it does, in a few words.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.summary
    }

    /// Who may use it.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    /// On whose jobs `role` may use it.
    #[must_use]
    pub fn scope(&self, role: Role) -> Scope {
        self.access.scope(role)
    }

    /// Whether it has a permit to read for as long as it is answered. Not: what says how the server
    /// is, which must be said whatever else is read; and what reads a page at a time, with a permit
    /// for each.
    #[must_use]
    pub fn needs_read_permit(&self) -> bool {
        let reads = !matches!(self.access, Access::Everybody | Access::ONESELF);
        self.needs_read_permit.unwrap_or(self.method == Method::GET && reads)
    }

    /// What the security log says once it has been used.
    pub(crate) fn event(&self) -> Option<Event> {
        self.event
    }

    pub(crate) fn description(&self) -> &Description {
        &self.description
    }

    /// Its route for `app`.
    pub(crate) fn route(&'static self, app: &App) -> MethodRouter<App> {
        let method =
            if self.method == Method::POST { MethodFilter::POST } else { MethodFilter::GET };
        (self.handler)(method).route_layer(from_fn_with_state((app.clone(), self), guard::admit))
    }
}

/// How an endpoint is declared.
impl Endpoint {
    /// What `handler` answers to `GET path`.
    pub(crate) fn get<H, T>(id: &'static str, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App> + Signature<T> + Sync,
        T: 'static,
    {
        Self::new(id, Method::GET, path, handler)
    }

    /// What `handler` answers to `POST path`.
    pub(crate) fn post<H, T>(id: &'static str, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App> + Signature<T> + Sync,
        T: 'static,
    {
        Self::new(id, Method::POST, path, handler)
    }

    fn new<H, T>(id: &'static str, method: Method, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App> + Signature<T> + Sync,
        T: 'static,
    {
        let mut description = Description::default();
        H::describe(&mut description);
        Self {
            id,
            method,
            path,
            summary: "",
            access: Access::READ,
            needs_read_permit: None,
            answers_any_host: false,
            event: None,
            refuse: |_, refusal| refusal.problem.into_response(),
            description,
            handler: Box::new(move |method| on(method, handler.clone())),
        }
    }

    /// What it does, in a few words, and who may use it.
    pub(crate) fn does(mut self, summary: &'static str, access: Access) -> Self {
        self.summary = summary;
        self.access = access;
        self
    }

    /// The heading under which it is documented.
    pub(crate) fn tagged(mut self, tag: Tag) -> Self {
        self.description.tag = tag;
        self
    }

    /// The path as the document has it: a parameter is one segment there.
    pub(crate) fn documented_at(mut self, path: &'static str) -> Self {
        self.description.path = Some(path);
        self
    }

    /// What the answer that its handler's signature describes is.
    pub(crate) fn answers(mut self, what: &str) -> Self {
        self.description.answer.what = what.to_owned();
        self
    }

    /// Changes what its handler's signature says of the answer.
    pub(crate) fn with_answer(mut self, change: impl FnOnce(Answer) -> Answer) -> Self {
        self.description.answer = change(self.description.answer);
        self
    }

    /// Another answer of its own.
    pub(crate) fn or(mut self, status: u16, answer: Answer) -> Self {
        self.description.others.push((status.to_string(), answer));
        self
    }

    /// The answer with any other status.
    pub(crate) fn otherwise(mut self, answer: Answer) -> Self {
        self.description.others.push(("default".to_owned(), answer));
        self
    }

    /// The statuses of problems that its handler's signature does not imply.
    pub(crate) fn refuses(mut self, problems: impl IntoIterator<Item = u16>) -> Self {
        self.description.problems.extend(problems);
        self
    }

    /// Reads with a permit for as long as it is answered, or by itself for each page.
    pub(crate) fn reads_with_permit(mut self, needs: bool) -> Self {
        self.needs_read_permit = Some(needs);
        self
    }

    /// Answers also to a request for a host that this server does not know.
    pub(crate) fn for_any_host(mut self) -> Self {
        self.answers_any_host = true;
        self
    }

    /// What the security log says once it has been used.
    pub(crate) fn logged_as(mut self, event: Event) -> Self {
        self.event = Some(event);
        self
    }

    /// How a caller is refused who may not use it.
    pub(crate) fn refuses_by(mut self, refuse: fn(&Parts, Refusal) -> Response) -> Self {
        self.refuse = refuse;
        self
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// An endpoint is known by its name.
impl PartialEq for Endpoint {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_endpoint_is_declared_twice() {
        let ids: HashSet<_> = endpoints().iter().map(Endpoint::id).collect();
        assert_eq!(ids.len(), endpoints().len());
        let routes: HashSet<_> = endpoints().iter().map(|it| (it.method(), it.path())).collect();
        assert_eq!(routes.len(), endpoints().len());
        assert!(endpoints().iter().all(|it| !it.summary().is_empty()));
    }

    #[test]
    fn health_is_told_by_whatever_name_it_is_asked_for() {
        for path in ["/health", "/livez", "/readyz"] {
            assert!(answers_any_host(path), "{path}");
        }
        for path in ["/", "/health/", "/healthz", "/log/key", "/login", "/docs", "/nowhere"] {
            assert!(!answers_any_host(path), "{path}");
        }
    }

    #[test]
    fn an_operator_sees_their_own_jobs_alone() {
        let everybodys = [Access::SIGNED_IN, Access::Everybody, Access::LogReaders];
        for endpoint in endpoints() {
            let scope = endpoint.scope(Role::Operator);
            let is_everybodys = everybodys.contains(&endpoint.access());
            assert_eq!(scope == Scope::All, is_everybodys, "{endpoint:?}");
        }
    }

    #[test]
    fn an_auditor_changes_nothing_and_an_admin_may_do_everything() {
        for endpoint in endpoints() {
            let changes = endpoint.method() != Method::GET && endpoint.access() != Access::ONESELF;
            if endpoint.access() != Access::Everybody {
                assert_eq!(
                    endpoint.scope(Role::Auditor) == Scope::Nothing,
                    changes,
                    "{endpoint:?}"
                );
            }
            assert_ne!(endpoint.scope(Role::Admin), Scope::Nothing, "{endpoint:?}");
        }
    }
}
