//! The API as an OpenAPI 3.1 document: `/openapi.json`, and docs/openapi.json beside the sources.
//!
//! ```text
//! the endpoints, as they are declared      ┐
//! parts.rs (the problems that they share)  ├─► the document ─► /openapi.json, and the page /docs
//! schema/ (the schemas of their types)     ┘
//! ```

mod page;
pub(crate) mod parts;

use std::borrow::Cow;
use std::collections::BTreeMap;

use jobs_sign_in::PathPrefix;
use strum::VariantArray as _;
use utoipa::openapi::path::{HttpMethod, Operation, OperationBuilder, Paths};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Components, ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Server,
};

use crate::access::Access;
use crate::describe::{Description, Tag};
use crate::endpoint::Endpoint;
use crate::response::problem::Problem;
use crate::schema::derived::{Schemas, Side};
use page::render;

const ABOUT: &str = "\
An append-only record of every job: each gets a new ID, each change of its status is appended, and nothing is ever deleted. \
`DELETE`, `PUT` and `PATCH` are answered by `405` on every path; `HEAD` works where `GET` does. Errors are problem details \
(RFC 9457), except on the old dashboard's paths. Bodies are read whatever their `Content-Type` says, as long as there is one of it; \
a `Content-Encoding` other than `identity` is a `415`. \
Lengths are in characters here; the server counts bytes of UTF-8.";

const BEARER: &str = "bearerAuth";
const COOKIE: &str = "cookieAuth";

/// The document of a server with these `endpoints`, as JSON for people and programs.
pub(crate) fn document(endpoints: &[Endpoint]) -> String {
    let json = serde_json::to_string_pretty(&build(endpoints));
    json.expect("a document of texts and numbers is JSON") + "\n"
}

/// The document of a server that is seen under a prefix.
pub(crate) fn document_under<'d>(prefix: &PathPrefix, document: &'d str) -> Cow<'d, str> {
    if prefix.is_empty() {
        return document.into();
    }
    // The one URL in it.
    document.replacen(r#""url": "/""#, &format!(r#""url": "{prefix}""#), 1).into()
}

/// The document as a page.
pub(crate) fn page(endpoints: &[Endpoint]) -> String {
    render(&build(endpoints))
}

pub(crate) use page::POLICY;

fn build(endpoints: &[Endpoint]) -> OpenApi {
    let mut paths = Paths::new();
    for endpoint in endpoints {
        let method = match endpoint.method().as_str() {
            "POST" => HttpMethod::Post,
            _ => HttpMethod::Get,
        };
        let path = endpoint.description().path.unwrap_or(endpoint.path());
        paths.add_path_operation(path, vec![method], build_operation(endpoint));
    }
    let info = InfoBuilder::new()
        .title("The job ledger")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(ABOUT))
        .license(Some(LicenseBuilder::new().name("MIT").identifier(Some("MIT")).build()));
    let tags = Tag::VARIANTS.iter().map(|tag| {
        let (name, what) = tag.parts();
        TagBuilder::new().name(name).description(Some(what)).build()
    });
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([Server::new("/")]))
        .tags(Some(tags))
        .paths(paths)
        .components(Some(components(endpoints)))
        .build()
}

fn build_operation(endpoint: &Endpoint) -> Operation {
    let Description { tag, parameters, body, answer, others, problems, .. } =
        endpoint.description();
    let mut problems = problems.clone();
    problems.push(405);
    if !matches!(endpoint.access(), Access::Everybody) {
        problems.extend([401, 403, 503]);
    }
    let does = endpoint.summary();
    let mut built = OperationBuilder::new()
        .operation_id(Some(endpoint.id()))
        .tag(tag.parts().0)
        .summary(Some(does))
        .description(Some(format!("{}{}.", does[..1].to_uppercase(), &does[1..])))
        .parameters(Some(parameters.clone()))
        .request_body(body.clone())
        .securities(Some(security(endpoint.access())))
        .response(answer.status.to_string(), answer.build());
    for (status, answer) in others {
        built = built.response(status, answer.build());
    }
    let says_all = others.iter().any(|(status, _)| status == "default");
    for status in problems {
        let is_own = others.iter().any(|(own, _)| *own == status.to_string());
        if let Some(shared) = parts::shared_problem(status).filter(|_| !says_all && !is_own) {
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

fn components(endpoints: &[Endpoint]) -> Components {
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
    let mut shared = Schemas::default();
    shared.refer_to::<Problem>();
    let of_endpoints = endpoints.iter().map(Endpoint::description).flat_map(|it| {
        let answers = [&it.answer].into_iter().chain(it.others.iter().map(|(_, answer)| answer));
        let answered = answers.flat_map(|answer| answer.schemas.of(Side::Answer));
        it.schemas.of(Side::Request).chain(answered)
    });
    let mut named = BTreeMap::new();
    for (name, schema) in shared.of(Side::Answer).chain(of_endpoints) {
        let before = named.insert(name.clone(), schema.clone());
        debug_assert!(before.is_none_or(|it| it == schema), "two types have the name {name}");
    }
    let schemas = named.into_iter();
    schemas.fold(components, |components, (name, schema)| components.schema(name, schema)).build()
}
