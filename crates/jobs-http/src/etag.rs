//! Entity tags (RFC 9110 §8.8.3) of answers that change only when the ledger grows, or with the program.
//!
//! ```text
//! ETag: "1204331-79de793e9e38c124"
//! ```

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use jobs_core::Head;
use sha2::{Digest as _, Sha256};

use crate::auth::Grant;
use crate::problem::Problem;

/// A strong tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    tag: HeaderValue,
    cache: HeaderValue,
}

/// Whoever keeps what is for one caller asks again before each use.
const FOR_ONE: HeaderValue = HeaderValue::from_static("private, no-cache");
/// What comes with the program is as new as it after five minutes.
const FOR_ALL: HeaderValue = HeaderValue::from_static("public, max-age=300");

impl Tag {
    /// Of what the caller is told about the ledger with this head: its size, and a hash of its root, since an older copy
    /// may be put back and grow to the same size, and of whose jobs the answer is about, since one URL serves many callers.
    pub(crate) fn new(head: &Head, grant: &Grant) -> Result<Self, Problem> {
        let mut hash = Sha256::new_with_prefix(head.root().as_bytes());
        if let Some(user) = grant.only_user() {
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

    /// Whether the caller has the answer with this tag already (RFC 9110 §13.1.2).
    pub(crate) fn is_known(&self, request: &HeaderMap) -> bool {
        let tags = request.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        // No tag of ours holds a comma.
        tags.flat_map(|tags| tags.split(',')).map(str::trim).any(|tag| {
            // Whether the caller's is weak makes no difference here.
            tag == "*" || tag.strip_prefix("W/").unwrap_or(tag).as_bytes() == self.tag.as_bytes()
        })
    }

    /// Adds the tag to an answer, and for how long it holds.
    pub(crate) fn mark(self, mut response: Response) -> Response {
        let headers = response.headers_mut();
        headers.insert(ETAG, self.tag);
        headers.insert(CACHE_CONTROL, self.cache);
        response
    }

    /// The answer to a caller who has it already.
    pub(crate) fn not_modified(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        self.mark(response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_tags_are_compared_one_by_one() {
        let tag = Tag { tag: HeaderValue::from_static("\"3-ab\""), cache: FOR_ONE };
        let known = |values: &[&'static str]| {
            let mut request = HeaderMap::new();
            for value in values {
                request.append(IF_NONE_MATCH, HeaderValue::from_static(value));
            }
            tag.is_known(&request)
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
