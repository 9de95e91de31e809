//! `/openapi.json` and `/docs`: this API, described to programs and to people. Both say nothing of the ledger.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use axum::routing::get;

use crate::access::Operation;
use crate::etag::Tag;
use crate::prefix::PathPrefix;
use crate::problem::Problem;
use crate::{App, html, openapi};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ReadOpenApi.path(), get(document))
        .route(Operation::SeeDocs.path(), get(page))
}

async fn document(prefix: PathPrefix, headers: HeaderMap) -> Result<Response, Problem> {
    let document = openapi::document_under(&prefix);
    let tag = Tag::of_text(&document)?;
    if tag.is_known(&headers) {
        return Ok(tag.not_modified());
    }
    let mut response = Response::new(document.into());
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    Ok(tag.mark(response))
}

async fn page(headers: HeaderMap) -> Result<Response, Problem> {
    let tag = Tag::of_text(openapi::page())?;
    if tag.is_known(&headers) {
        return Ok(tag.not_modified());
    }
    Ok(tag.mark(html::answer(StatusCode::OK, openapi::page(), &openapi::POLICY)))
}
