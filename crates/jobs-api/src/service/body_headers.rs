//! What the headers of a request say of its body. What two readers may understand differently is
//! refused on every route.

use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderValue};

use jobs_sign_in::single;

use crate::response::problem::Problem;

/// Refuses a body that has two types, or that would have to be decoded before it is read.
///
/// Which type it has does not matter: a body is read as what its route takes.
pub(crate) fn check(headers: &HeaderMap) -> Result<(), Problem> {
    if !single(headers, &CONTENT_TYPE).is_ok_and(|it| it.is_none_or(is_one)) {
        return Err(Problem::invalid("content-type", "must be given once"));
    }
    let mut codings =
        headers.get_all(CONTENT_ENCODING).iter().flat_map(|it| it.as_bytes().split(|c| *c == b','));
    let is_plain = |coding: &[u8]| coding.is_empty() || coding.eq_ignore_ascii_case(b"identity");
    if codings.all(|coding| is_plain(coding.trim_ascii())) {
        Ok(())
    } else {
        Err(Problem::coded_body())
    }
}

/// Whether this is one value: a comma outside quotes says that a program joined two headers.
fn is_one(value: &HeaderValue) -> bool {
    let bare = value.as_bytes().split(|byte| *byte == b'"').step_by(2);
    bare.flatten().all(|byte| *byte != b',')
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderName;

    use super::*;

    fn status(name: &HeaderName, values: &[&'static str]) -> Option<u16> {
        let values = values.iter().map(|value| (name.clone(), HeaderValue::from_static(value)));
        let mut headers = HeaderMap::new();
        headers.extend(values);
        let problem = check(&headers).err()?;
        assert_eq!(problem.field(), Some(name.as_str()));
        Some(problem.status().as_u16())
    }

    #[test]
    fn a_body_has_one_type_whichever() {
        for good in [
            &[][..],
            &["application/json"],
            &["text/plain; charset=utf-8"],
            &["application/x-www-form-urlencoded"],
            &["multipart/form-data; boundary=\"a,b\"; x=y"],
            &["nonsense"],
            &[""],
        ] {
            assert_eq!(status(&CONTENT_TYPE, good), None, "{good:?}");
        }
        for bad in [
            &["application/json", "text/plain"][..],
            &["application/json", "application/json"],
            &["application/json", ""],
            &["application/json, text/plain"],
            &["application/json; x=\"a\", text/plain"],
        ] {
            assert_eq!(status(&CONTENT_TYPE, bad), Some(400), "{bad:?}");
        }
    }

    #[test]
    fn a_body_is_not_coded() {
        for good in [&[][..], &["identity"], &["Identity", "identity"], &["identity, "], &[""]] {
            assert_eq!(status(&CONTENT_ENCODING, good), None, "{good:?}");
        }
        for bad in [
            &["gzip"][..],
            &["GZIP"],
            &["br"],
            &["zstd"],
            &["deflate"],
            &["utf-8"],
            &["identity, gzip"],
            &["identity", "gzip"],
            &["x"],
        ] {
            assert_eq!(status(&CONTENT_ENCODING, bad), Some(415), "{bad:?}");
        }
    }
}
