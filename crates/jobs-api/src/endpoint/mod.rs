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
//! signature (describe/signature.rs); the declaration adds the prose. A handler runs only once the
//! caller may use the endpoint.

mod guard;

use std::fmt;

use axum::handler::Handler;
use axum::http::Method;
use axum::http::request::Parts;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use jobs_auth::Role;
use jobs_auth::security::Event;

pub(crate) use self::guard::Refusal;

use crate::App;
use crate::access::{Access, Scope};
use crate::describe::{Answer, Description, Signature, Tag};

/// One method of one path.
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

impl Endpoint {
    /// Its name in the document, such as `readJob`.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// Its method. An endpoint with `GET` answers `HEAD` as well.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method.clone()
    }

    /// Its path, with the names of parameters in braces: `/v1/jobs/{job_id}`.
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

    /// Whether it holds a permit to read until it is answered. Endpoints that say how the server is
    /// hold none, as they must answer under load; nor do those that read a page at a time, with a
    /// permit for each page; nor do those about accounts, which are not in the ledger.
    #[must_use]
    pub fn needs_read_permit(&self) -> bool {
        let reads = !matches!(self.access, Access::Everybody | Access::ONESELF | Access::ADMIN);
        self.needs_read_permit.unwrap_or(self.method == Method::GET && reads)
    }

    /// The event that the security log records once it was used.
    pub(crate) fn event(&self) -> Option<Event> {
        self.event
    }

    /// Whether it also answers a request for a host that this server does not know. Monitors that
    /// ask for the server's health may know it by its address, or by another name.
    pub(crate) fn answers_any_host(&self) -> bool {
        self.answers_any_host
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

    /// The path in the document, where a parameter is one segment.
    pub(crate) fn documented_at(mut self, path: &'static str) -> Self {
        self.description.path = Some(path);
        self
    }

    /// What the answer is that its handler's signature describes.
    pub(crate) fn answers(mut self, what: &str) -> Self {
        self.description.answer.what = what.to_owned();
        self
    }

    /// Changes what its handler's signature says of the answer.
    pub(crate) fn with_answer(mut self, change: impl FnOnce(Answer) -> Answer) -> Self {
        self.description.answer = change(self.description.answer);
        self
    }

    /// Another answer, beside the shared problems.
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

    /// Whether the guard takes a permit to read for it, or it takes one itself for each page.
    pub(crate) fn reads_with_permit(mut self, needs: bool) -> Self {
        self.needs_read_permit = Some(needs);
        self
    }

    /// Answers also to a request for a host that this server does not know.
    pub(crate) fn for_any_host(mut self) -> Self {
        self.answers_any_host = true;
        self
    }

    /// The event that the security log records once it was used.
    pub(crate) fn logged_as(mut self, event: Event) -> Self {
        self.event = Some(event);
        self
    }

    /// How it refuses a caller who may not use it.
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
