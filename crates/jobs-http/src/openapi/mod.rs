//! The API as an OpenAPI 3.1 document: `/openapi.json`, and docs/openapi.json beside the sources.
//!
//! ```text
//! access.rs (method, path, summary, who)  ┐
//! operations.rs (parameters, answers)     ├─► the document ─► /openapi.json, and the page /docs
//! schemas.rs (what is sent and answered)  ┘
//! ```

mod operations;
mod page;
mod parts;
mod schema;
mod schemas;

use std::borrow::Cow;
use std::sync::LazyLock;

use utoipa::openapi::path::{HttpMethod, OperationBuilder, Paths};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Components, ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Server,
};

use crate::access::{Access, Operation};
use crate::prefix::PathPrefix;
use operations::{Described, Tag, describe};
use page::render;

const ABOUT: &str = "\
An append-only record of every job: each gets a new ID, each change of its status is appended, and nothing is ever deleted. \
`DELETE`, `PUT` and `PATCH` are answered by `405` on every path; `HEAD` works where `GET` does. Errors are problem details \
(RFC 9457), except on the old dashboard's paths. Bodies are read whatever their `Content-Type` says, as long as there is one of it; \
a `Content-Encoding` other than `identity` is a `415`. \
Lengths are in characters here; the server counts bytes of UTF-8.";

const BEARER: &str = "bearerAuth";
const COOKIE: &str = "cookieAuth";

/// The document, as JSON for people and programs.
pub(crate) fn document() -> &'static str {
    static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
        let json = serde_json::to_string_pretty(&build());
        json.expect("a document of texts and numbers is JSON") + "\n"
    });
    &DOCUMENT
}

/// The document of a server that is seen under a prefix.
pub(crate) fn document_under(prefix: &PathPrefix) -> Cow<'static, str> {
    if prefix.is_empty() {
        return document().into();
    }
    // The one URL in it.
    document().replacen(r#""url": "/""#, &format!(r#""url": "{prefix}""#), 1).into()
}

/// The document as a page.
pub(crate) fn page() -> &'static str {
    static PAGE: LazyLock<String> = LazyLock::new(|| render(&build()));
    &PAGE
}

pub(crate) use page::POLICY;

/// The name by which the document calls an operation: that of its variant, in camel case.
fn operation_id(operation: Operation) -> String {
    let name = format!("{operation:?}");
    let (first, rest) = name.split_at(1);
    first.to_ascii_lowercase() + rest
}

/// The path as OpenAPI has it: a parameter is a segment there, so that of tiles is spelt out.
fn path(operation: Operation) -> String {
    let rest = if operation == Operation::ReadTile { "{level}/{number}" } else { "{number}" };
    operation.path().replace("{*path}", rest)
}

fn build() -> OpenApi {
    let mut paths = Paths::new();
    for operation in Operation::ALL {
        let method = match operation.method().as_str() {
            "POST" => HttpMethod::Post,
            _ => HttpMethod::Get,
        };
        paths.add_path_operation(path(operation), vec![method], build_operation(operation));
    }
    let info = InfoBuilder::new()
        .title("The job ledger")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(ABOUT))
        .license(Some(LicenseBuilder::new().name("MIT").identifier(Some("MIT")).build()));
    let tags = Tag::ALL.map(|tag| {
        let (name, what) = tag.parts();
        TagBuilder::new().name(name).description(Some(what)).build()
    });
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([Server::new("/")]))
        .tags(Some(tags))
        .paths(paths)
        .components(Some(components()))
        .build()
}

fn build_operation(operation: Operation) -> utoipa::openapi::path::Operation {
    let Described { tag, parameters, body, answers, mut problems } = describe(operation);
    problems.push(405);
    if !matches!(operation.access(), Access::Everybody) {
        problems.extend([401, 403, 503]);
    }
    let does = operation.does();
    let mut built = OperationBuilder::new()
        .operation_id(Some(operation_id(operation)))
        .tag(tag.name())
        .summary(Some(does))
        .description(Some(format!("{}{}.", does[..1].to_uppercase(), &does[1..])))
        .parameters(Some(parameters))
        .request_body(body)
        .securities(Some(security(operation.access())));
    let own: Vec<String> = answers.iter().map(|(status, _)| status.clone()).collect();
    for (status, answer) in answers {
        built = built.response(status, answer);
    }
    let says_all = own.iter().any(|status| status == "default");
    for status in problems {
        let shared = parts::shared_problem(status).filter(|_| !says_all);
        if let Some(shared) = shared.filter(|_| !own.contains(&status.to_string())) {
            built = built.response(status.to_string(), shared);
        }
    }
    built.build()
}

/// Any one of these lets a caller in.
fn security(access: Access) -> Vec<SecurityRequirement> {
    let signed_in = [BEARER, COOKIE].map(|name| SecurityRequirement::new(name, [""; 0]));
    match access {
        Access::Everybody => Vec::new(),
        Access::LogReaders => {
            [SecurityRequirement::default()].into_iter().chain(signed_in).collect()
        }
        Access::Roles { .. } => signed_in.into(),
    }
}

fn components() -> Components {
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("A token of auth.toml, or a JWT of the issuer that the server trusts."));
    let cookie = "A session, as browsers have it after `/login`: under a path `__Secure-jobs_session`, over http `jobs_session`. \
                  What changes something must come from the server's own pages.";
    let cookie = ApiKeyValue::with_description("__Host-jobs_session", cookie);
    let components = ComponentsBuilder::new()
        .security_scheme(BEARER, SecurityScheme::Http(bearer.build()))
        .security_scheme(COOKIE, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)))
        .responses_from_iter(parts::problems());
    let schemas = schemas::all().into_iter();
    schemas.fold(components, |components, (name, schema)| components.schema(name, schema)).build()
}
