//! Entity tags (RFC 9110 §8.8.3) of answers that change only when the ledger grows, or with the
//! program.
//!
//! ```text
//! ETag: "1204331-79de793e9e38c124"
//! ```

use axum::http::header::{CACHE_CONTROL, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jobs_core::{Head, UserId};
use sha2::{Digest as _, Sha256};

use crate::describe::{Answer, Output};
use crate::response::problem::Problem;

/// A strong tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct EntityTag {
    tag: HeaderValue,
    cache: HeaderValue,
}

/// An answer for one caller may be kept, and is asked for again before each use.
const FOR_ONE: HeaderValue = HeaderValue::from_static("private, no-cache");
/// What comes with the program may be five minutes older than the program.
const FOR_ALL: HeaderValue = HeaderValue::from_static("public, max-age=300");

impl EntityTag {
    /// Of what the caller is told about the ledger with this head: its size, and a hash of its
    /// root, since an older copy may be put back and grow to the same size, and of whose jobs the
    /// answer is about, since one URL serves many callers.
    pub(crate) fn new(head: &Head, only_user: Option<&UserId>) -> Result<Self, Problem> {
        let mut hash = Sha256::new_with_prefix(head.root().as_bytes());
        if let Some(user) = only_user {
            hash.update(user.as_str());
        }
        let tag = format!("\"{}-{}\"", head.size(), hex::encode(&hash.finalize()[..8]));
        let tag = HeaderValue::try_from(tag).map_err(Problem::internal)?;
        Ok(Self { tag, cache: FOR_ONE })
    }

    /// Of an answer that is the same for everybody.
    pub(crate) fn of_text(text: &str) -> Result<Self, Problem> {
        let tag = format!("\"{}\"", hex::encode(&Sha256::digest(text)[..16]));
        let tag = HeaderValue::try_from(tag).map_err(Problem::internal)?;
        Ok(Self { tag, cache: FOR_ALL })
    }

    /// Whether one of these values of `If-None-Match` has this tag (RFC 9110 §13.1.2).
    pub(crate) fn is_in<'a>(&self, values: impl Iterator<Item = &'a HeaderValue>) -> bool {
        let tags = values.filter_map(|value| value.to_str().ok());
        // No tag of ours holds a comma.
        tags.flat_map(|tags| tags.split(',')).map(str::trim).any(|tag| {
            // Whether the caller's is weak makes no difference here.
            tag == "*" || tag.strip_prefix("W/").unwrap_or(tag).as_bytes() == self.tag.as_bytes()
        })
    }

    /// `answer` with this tag.
    pub(crate) fn of<A>(self, answer: A) -> Tagged<A> {
        Tagged { tag: self, answer: Some(answer) }
    }

    /// The answer to a caller who has it already.
    pub(crate) fn not_modified<A>(self) -> Tagged<A> {
        Tagged { tag: self, answer: None }
    }
}

/// An answer with a tag, or `304` for a caller who has it already.
#[derive(Debug)]
pub(crate) struct Tagged<A> {
    tag: EntityTag,
    answer: Option<A>,
}

impl<A: IntoResponse> IntoResponse for Tagged<A> {
    fn into_response(self) -> Response {
        let mut response = match self.answer {
            Some(answer) => answer.into_response(),
            None => StatusCode::NOT_MODIFIED.into_response(),
        };
        let headers = response.headers_mut();
        headers.insert(ETAG, self.tag.tag);
        headers.insert(CACHE_CONTROL, self.tag.cache);
        response
    }
}

impl<A: Output> Output for Tagged<A> {
    fn describe(answer: &mut Answer) {
        A::describe(answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_tags_are_compared_one_by_one() {
        let tag = EntityTag { tag: HeaderValue::from_static("\"3-ab\""), cache: FOR_ONE };
        let known = |values: &[&'static str]| {
            let values: Vec<_> = values.iter().copied().map(HeaderValue::from_static).collect();
            tag.is_in(values.iter())
        };
        for values in
            [&["\"3-ab\""][..], &["\"2-ab\" , W/\"3-ab\""], &["\"2-ab\"", "\"3-ab\""], &["*"]]
        {
            assert!(known(values), "{values:?}");
        }
        for values in
            [&[][..], &[""], &["3-ab"], &["\"3-a\""], &["\"3-ab"], &["w/\"3-ab\""], &["\"*\""]]
        {
            assert!(!known(values), "{values:?}");
        }
    }
}
