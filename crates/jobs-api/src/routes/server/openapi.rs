//! `/openapi.json` and `/docs`: this API, described to programs and to people. Both say nothing of
//! the ledger.

use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use utoipa::openapi::schema::Type;

use crate::access::Access;
use crate::describe::{Answer, Tag};
use crate::endpoint::Endpoint;
use crate::openapi;
use crate::request::if_none_match::IfNoneMatch;
use crate::request::scope::RequestScope;
use crate::response::etag::{EntityTag, Tagged};
use crate::response::html;
use crate::response::problem::Problem;
use crate::routes;
use crate::schema::{Says as _, of};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let described = of(Type::Object).says("An OpenAPI document.");
    let described = Answer::new("This document.").of("application/json", described);
    vec![
        Endpoint::get("readOpenApi", "/openapi.json", document)
            .does("describes this API to programs, by OpenAPI", Access::Everybody)
            .tagged(Tag::Server)
            .with_answer(|_| described.header("ETag", "Of this version.")),
        Endpoint::get("seeDocs", "/docs", page)
            .does("a page that describes this API", Access::Everybody)
            .tagged(Tag::Pages)
            .with_answer(|_| Answer::html("The page.").header("ETag", "Of this version.")),
    ]
}

async fn document(scope: RequestScope, known: IfNoneMatch) -> Result<Tagged<Response>, Problem> {
    static DOCUMENT: LazyLock<String> = LazyLock::new(|| openapi::document(routes::endpoints()));
    let document = openapi::document_under(scope.prefix(), &DOCUMENT);
    let tag = EntityTag::of_text(&document)?;
    if known.has(&tag) {
        return Ok(tag.not_modified());
    }
    let mut response = Response::new(document.into());
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    Ok(tag.of(response))
}

async fn page(known: IfNoneMatch) -> Result<Tagged<Response>, Problem> {
    static PAGE: LazyLock<String> = LazyLock::new(|| openapi::page(routes::endpoints()));
    let tag = EntityTag::of_text(&PAGE)?;
    if known.has(&tag) {
        return Ok(tag.not_modified());
    }
    Ok(tag.of(html::answer(StatusCode::OK, PAGE.as_str(), &openapi::POLICY)))
}
