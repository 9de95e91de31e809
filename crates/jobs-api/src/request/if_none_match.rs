//! The header `If-None-Match`: which answers the caller has already.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::IF_NONE_MATCH;
use axum::http::request::Parts;

use crate::describe::{Answer, Description, Input};
use crate::response::etag::EntityTag;
use crate::schema::string;

/// The header `If-None-Match`: the tags of answers that the caller has.
#[derive(Debug)]
pub(crate) struct IfNoneMatch(HeaderMap);

impl IfNoneMatch {
    /// Whether the caller has the answer with this tag.
    pub(crate) fn has(&self, tag: &EntityTag) -> bool {
        tag.is_in(self.0.get_all(IF_NONE_MATCH).iter())
    }
}

impl<S: Sync> FromRequestParts<S> for IfNoneMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let given = parts.headers.get_all(IF_NONE_MATCH).iter();
        Ok(Self(given.map(|value| (IF_NONE_MATCH, value.clone())).collect()))
    }
}

/// A request that says what the caller has may be answered with `304`.
impl Input for IfNoneMatch {
    fn describe(description: &mut Description) {
        description.takes_header("If-None-Match", string(), "The `ETag` of an earlier answer.");
        let not_modified = Answer::new("The caller has it already.");
        description.others.push(("304".to_owned(), not_modified));
    }
}
