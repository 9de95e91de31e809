//! What the document says of an endpoint beyond its name: heading, parameters, body, answers.

mod signature;

use serde_json::{Value, json};
use strum::VariantArray;
use utoipa::ToSchema;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::link::LinkBuilder;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::{ContentBuilder, Header, Required, Response, ResponseBuilder};

use crate::schema::derived::Schemas;
use crate::schema::{Says as _, Shape, one_of, string};

pub(crate) use self::signature::{Input, Output, Signature};

/// The heading under which the document lists an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, VariantArray)]
pub(crate) enum Tag {
    #[default]
    Jobs,
    Ledger,
    Proofs,
    Log,
    Legacy,
    Pages,
    Accounts,
    Server,
}

impl Tag {
    /// The heading, and what is under it.
    pub(crate) fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Jobs => ("jobs", "Record jobs, report how they ended, read them."),
            Self::Ledger => ("ledger", "The ledger itself, entry by entry."),
            Self::Proofs => {
                ("proofs", "What a caller keeps to check the ledger without asking it.")
            }
            Self::Log => ("log", "The ledger as a transparency log (C2SP tlog-tiles)."),
            Self::Legacy => ("legacy", "The old dashboard's paths, in its own shapes."),
            Self::Pages => ("pages", "Pages for people."),
            Self::Accounts => ("accounts", "Who is signed in; users, sessions and tokens."),
            Self::Server => ("server", "Whether the server is well, and what it can do."),
        }
    }
}

/// What the document says of an endpoint.
#[derive(Default)]
pub(crate) struct Description {
    pub(crate) tag: Tag,
    /// The path as the document has it, where it is not the router's.
    pub(crate) path: Option<&'static str>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<RequestBody>,
    /// What the parameters and the body name.
    pub(crate) schemas: Schemas,
    /// The answer when nothing is wrong.
    pub(crate) answer: Answer,
    /// Its other answers, by status.
    pub(crate) others: Vec<(String, Answer)>,
    /// The statuses of the shared problems, beyond those of every endpoint, or of every one that is
    /// not open to everybody.
    pub(crate) problems: Vec<u16>,
}

impl Description {
    /// Adds a header that a request may have.
    pub(crate) fn takes_header(&mut self, name: &str, shape: impl Into<Shape>, what: &str) {
        let header = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header);
        let header = header.schema(Some(shape)).required(Required::False).description(Some(what));
        self.parameters.push(header.build());
    }

    /// Sets the body that a request has, which fits the schema of `T`.
    pub(crate) fn takes_body<T: ToSchema>(
        &mut self,
        content_type: &str,
        example: Value,
        what: &str,
    ) {
        let shape = self.schemas.refer_to::<T>();
        let content = ContentBuilder::new().schema(Some(shape)).example(Some(example));
        self.takes_content(content_type, content, what);
    }

    /// Sets the body that a request has: lines of JSON, each of which fits the schema of `T`.
    pub(crate) fn takes_json_lines<T: ToSchema>(&mut self, example: Value, what: &str) {
        let content = self.schemas.json_lines::<T>().example(Some(example));
        self.takes_content(JSON_LINES, content, what);
    }

    fn takes_content(&mut self, content_type: &str, content: ContentBuilder, what: &str) {
        let body = RequestBodyBuilder::new().description(Some(what)).required(Some(Required::True));
        self.body = Some(body.content(content_type, content.build()).build());
    }
}

/// An answer as the document describes it.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) what: String,
    response: Response,
    /// What it names.
    pub(crate) schemas: Schemas,
}

impl Default for Answer {
    fn default() -> Self {
        let response = ResponseBuilder::new().build();
        Self { status: 200, what: String::new(), response, schemas: Schemas::default() }
    }
}

impl Answer {
    /// An answer without a body.
    pub(crate) fn new(what: &str) -> Self {
        Self { what: what.to_owned(), ..Self::default() }
    }

    /// A JSON answer that fits the schema of `T`.
    pub(crate) fn json<T: ToSchema>(what: &str) -> Self {
        Self::new(what).of_type::<T>()
    }

    /// A JSON answer that fits the schema of `A` or that of `B`.
    pub(crate) fn json_either<A: ToSchema, B: ToSchema>(what: &str) -> Self {
        let mut answer = Self::new(what);
        let either = [answer.schemas.refer_to::<A>(), answer.schemas.refer_to::<B>()];
        answer.of("application/json", one_of(either))
    }

    /// With JSON that fits the schema of `T`.
    pub(crate) fn of_type<T: ToSchema>(mut self) -> Self {
        let shape = self.schemas.refer_to::<T>();
        self.of("application/json", shape)
    }

    pub(crate) fn text(what: &str) -> Self {
        Self::new(what).of("text/plain", string())
    }

    pub(crate) fn html(what: &str) -> Self {
        let header = "Allows nothing from elsewhere.";
        Self::new(what).of("text/html", string()).header("Content-Security-Policy", header)
    }

    /// With lines of JSON, each of which fits the schema of `T`.
    pub(crate) fn json_lines<T: ToSchema>(mut self) -> Self {
        let content = self.schemas.json_lines::<T>();
        self.content(JSON_LINES, content)
    }

    pub(crate) fn redirect(what: &str) -> Self {
        Self::new(what).header("Location", "Where to go.")
    }

    /// With this status.
    pub(crate) fn status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// With a body of this type, which fits `shape`.
    pub(crate) fn of(self, content_type: &str, shape: impl Into<Shape>) -> Self {
        self.content(content_type, ContentBuilder::new().schema(Some(shape)))
    }

    fn content(mut self, content_type: &str, content: ContentBuilder) -> Self {
        self.response.content.insert(content_type.to_owned(), content.build().into());
        self
    }

    /// With a header that says `what`.
    pub(crate) fn header(mut self, name: &str, what: &str) -> Self {
        self.add_header(name, what);
        self
    }

    /// Adds a header that says `what`.
    pub(crate) fn add_header(&mut self, name: &str, what: &str) {
        let header = Header::new(string().says(what));
        self.response.headers.insert(name.to_owned(), header.into());
    }

    /// With where to go on from it: the endpoint of this name, with these values of the request or
    /// of the answer.
    pub(crate) fn link(
        mut self,
        name: &str,
        endpoint: &str,
        from: &[(&str, &str)],
        what: &str,
    ) -> Self {
        let link = LinkBuilder::new().operation_id(endpoint).description(what);
        let link = from.iter().fold(link, |link, (name, value)| link.parameter(*name, *value));
        self.response.links.insert(name.to_owned(), link.build().into());
        self
    }

    /// As the document has it.
    pub(crate) fn build(&self) -> Response {
        let mut response = self.response.clone();
        response.description.clone_from(&self.what);
        response
    }
}

const JSON_LINES: &str = "application/x-ndjson";

impl Schemas {
    /// Lines, each of which fits the schema of `T`. OpenAPI 3.1 has no word for that, so an
    /// extension says it.
    fn json_lines<T: ToSchema>(&mut self) -> ContentBuilder {
        let line = json!(self.refer_to::<T>());
        let extension = Extensions::builder().add("x-line-schema", line).build();
        ContentBuilder::new().schema(Some(string())).extensions(Some(extension))
    }
}
